//! Dates with a month's name: "July 31, 2025", "the 31st of July", "July 2025", "Dec/2018", "July".

use super::clock;
use super::count::{day, ordinal, year_words};
use super::line::{Line, Tag};
use super::shape::{Found, Part, Parts, Shape, Year};
use super::year::{era_year, year_at};
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// A month's name at `at`, with the token behind it and its full stop.
pub fn name(line: &Line, at: usize) -> Option<(i8, usize)> {
    match line.word(at)? {
        W::Month(month) => Some((month, at + 1)),
        W::MonthShort(month) => Some((month, at + 1 + usize::from(line.is_mark(at + 1, '.') && line.joined(at + 1)))),
        _ => None,
    }
}

/// The most days the month can have.
pub fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A date that starts with its month.
pub fn month_first(line: &Line, at: usize) -> Option<Found> {
    let (month, after) = name(line, at)?;
    if line.glued(at, at + 1) && !line.is_mark(at + 1, '/') {
        return None;
    }
    dashed(line, at, month, after)
        .or_else(|| tight(line, at, month, after))
        .or_else(|| with_day(line, at, month, after))
        .or_else(|| with_year(line, at, month, after))
        .or_else(|| bare(line, at, month, after))
}

/// "Sep-23-2020", "Dec/2018", "Oct/2".
fn dashed(line: &Line, at: usize, month: i8, after: usize) -> Option<Found> {
    let separator = line.mark(after).filter(|m| matches!(m, '-' | '/'))?;
    if !line.joined(after) || !line.joined(after + 1) {
        return None;
    }
    let first = line.number(after + 1)?;
    let second = line.number(after + 3).filter(|_| line.is_mark(after + 2, separator) && line.joined(after + 3));
    let (part, year, to) = match (first.digits, second) {
        (1..=2, Some(n)) if n.digits == 4 => {
            (Part::Day(month, first.value as i8), Year::Given(n.value as i32), after + 4)
        }
        (4, Some(n)) if n.digits <= 2 => (Part::Day(month, n.value as i8), Year::Given(first.value as i32), after + 4),
        (4, None) => (Part::Month(month), Year::Given(first.value as i32), after + 2),
        // "12/Jun/97": the day stands before.
        (1..=2, None) if separator == '/' && !(at > 0 && line.is_mark(at - 1, '/') && line.joined(at)) => {
            (Part::Day(month, first.value as i8), Year::None, after + 2)
        }
        _ => return None,
    };
    Some(Found::new(Shape::Parts(Parts::new(year, part)), at, to))
}

/// "July 12,2014": the space left out.
fn tight(line: &Line, at: usize, month: i8, after: usize) -> Option<Found> {
    if line.at(after) != Tag::Figures {
        return None;
    }
    let (day, year) = line.text(after).split_once(',')?;
    if day.len() > 2 || year.len() != 4 {
        return None;
    }
    let part = Part::Day(month, day.parse().ok().filter(|d| *d > 0)?);
    Some(Found::new(Shape::Parts(Parts::new(Year::Given(year.parse().ok()?), part)), at, after + 1))
}

fn with_day(line: &Line, at: usize, month: i8, after: usize) -> Option<Found> {
    let start = after + usize::from(line.is(after, W::The));
    let (day_of, next) = day(line, start)?;
    if is_no_day(line, next) {
        return None;
    }
    // "May second" but not "May one" or "in March two men".
    let worded = line.number(start).is_none();
    if worded
        && ordinal(line, start).is_none()
        && !line.is(next, W::Of)
        && year_behind(line, next).is_none()
        && next < line.len()
        && line.mark(next).is_none()
    {
        return None;
    }
    let suffixed = worded || next > start + 1;
    if let Some(malformed) = malformed_year(line, at, next) {
        return Some(malformed);
    }
    let (year, to) = year_behind(line, next).or_else(|| year_behind_clock(line, next)).unwrap_or((Year::None, next));
    let counted = year == Year::None && !suffixed && line.before(at) == Some(W::In) && counts(line, next);
    if counted {
        return None;
    }
    let possible = day_of <= longest(month);
    let sure = year != Year::None
        || suffixed
        || weekday_before(line, at)
        || (line.before(at) == Some(W::On) || at == 0) && ends(line, next);
    if !possible && !sure {
        return None;
    }
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Day(month, day_of))), at, to))
}

/// What follows shows that the number is something else: "May 10-year", "May 5:30", "May 3.5".
fn is_no_day(line: &Line, next: usize) -> bool {
    if !line.joined(next) {
        return false;
    }
    let more = next + 1 < line.len() && line.joined(next + 1);
    match line.at(next) {
        Tag::Mark('-') => more && matches!(line.at(next + 1), Tag::Word(W::Unit(_)) | Tag::Other),
        Tag::Mark(':' | '%' | '°' | '/') => more || !line.is_mark(next, ':'),
        _ => false,
    }
}

/// "In June 31 people", "in May 12 miners": a count, no day.
fn counts(line: &Line, next: usize) -> bool {
    line.at(next) == Tag::Other && !line.capital(next) && line.text(next).ends_with('s') || line.text(next) == "people"
}

fn ends(line: &Line, next: usize) -> bool {
    next >= line.len() || line.mark(next).is_some()
}

fn weekday_before(line: &Line, at: usize) -> bool {
    let before = at.saturating_sub(1 + usize::from(at > 0 && line.is_mark(at - 1, ',')));
    matches!(line.word(before), Some(W::Weekday(_) | W::WeekdayShort(_)))
}

/// The year behind a month and day: ", 2025", "2025", "of 2025", "’25", "last year".
pub fn year_behind(line: &Line, at: usize) -> Option<(Year, usize)> {
    let start = match line.at(at) {
        Tag::Mark(',' | '/') | Tag::Word(W::Of | W::In) => at + 1,
        Tag::Mark('-') if line.joined(at) && line.joined(at + 1) => at + 1,
        _ => at,
    };
    let comma = line.is_mark(at, ',');
    // "of calendar 2024", "of calendar year 2024"
    let start = match line.text(start) {
        "calendar" => start + 1 + usize::from(line.is(start + 1, W::Unit(Unit::Year))),
        "year" if line.is(at, W::Of) || line.is(at, W::In) => start + 1,
        _ => start,
    };
    if let Some((shift, to)) = shifted_year(line, start) {
        return Some((Year::Shifted(shift), to)).filter(|_| !comma);
    }
    if let Some((year, to)) = era_year(line, start) {
        return Some((Year::Given(year), to));
    }
    if let Some((year, to)) = year_at(line, start) {
        // "On May 5, 2000 people ran": a count.
        let counted = comma && year % 100 == 0 && counts(line, to);
        return (!counted).then_some((Year::Given(year), to));
    }
    let short = match line.mark(start) {
        Some('\'' | '’' | '‘') if line.joined(start + 1) => start + 1,
        _ if line.is(at, W::Of) => start,
        _ => return year_words(line, start).map(|(year, to)| (Year::Given(year), to)),
    };
    line.number(short).filter(|n| n.digits == 2).map(|n| (Year::Short(n.value as i32), short + 1))
}

/// "Jan 7 01:52:54 1998", "Apr 22 08:52:30 UTC 2018": what programs print has the time of day before the year.
fn year_behind_clock(line: &Line, at: usize) -> Option<(Year, usize)> {
    let (year, to) = year_at(line, clock::stamped(line, at)?)?;
    Some((Year::Given(year), to))
}

/// "last year", "this year", "of next year".
fn shifted_year(line: &Line, at: usize) -> Option<(i32, usize)> {
    let W::Shift(by) = line.word(at)? else { return None };
    line.is(at + 1, W::Unit(Unit::Year)).then_some((i32::from(by), at + 2))
}

/// "July 31, 20255": five digits where a year ends the date.
fn malformed_year(line: &Line, at: usize, next: usize) -> Option<Found> {
    if !line.is_mark(next, ',') || !ends(line, next + 2) {
        return None;
    }
    let number = line.number(next + 1)?;
    let meant = match number.digits {
        5 if line.number(next + 1).is_some() => super::fault::shorter(line.text(next + 1))?,
        3 => super::fault::longer(line.text(next + 1))?,
        _ => return None,
    };
    Some(Found::new(Shape::Malformed(meant), at, next + 2))
}

fn with_year(line: &Line, at: usize, month: i8, after: usize) -> Option<Found> {
    let (year, to) = year_behind(line, after)?;
    // "In March, 2000 people": a comma before a round number is weak.
    if matches!(year, Year::Short(_)) && line.mark(after).is_none() && !line.is(after, W::Of) {
        return None;
    }
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Month(month))), at, to))
}

/// A month alone. "May", "March" and the months that are first names need a word before them.
fn bare(line: &Line, at: usize, month: i8, to: usize) -> Option<Found> {
    let short = to == at + 1 && matches!(line.word(at), Some(W::MonthShort(_)));
    let guided = matches!(
        line.before(at),
        Some(
            W::In
                | W::Since
                | W::Until
                | W::Before
                | W::After
                | W::By
                | W::From
                | W::To
                | W::During
                | W::Shift(_)
                | W::Hint(_)
                | W::Of
                | W::Between
                | W::For
                | W::Every
                | W::That
        )
    );
    let capital = line.capital(at);
    // A name goes on with a capital ("June Brown"), a verb does not follow a preposition.
    let named = line.capital(to) && line.at(to) == Tag::Other;
    let fits = match month {
        5 if !capital => matches!(line.before(at), Some(W::In | W::Since | W::Until | W::Shift(_) | W::Hint(_))),
        3 if !capital => matches!(line.before(at), Some(W::In | W::Since | W::Until | W::Hint(_))),
        3..=6 | 8 => guided && !named,
        _ if short => {
            guided && (capital || line.before(at) == Some(W::In))
                || capital && line.is_dash(to) && name(line, to + 1).is_some()
        }
        _ => guided || capital && !named,
    };
    fits.then(|| Found::new(Shape::Parts(Parts::new(Year::None, Part::Month(month))), at, to))
}

/// A date that starts with its day: "31 July 2025", "31st of July", "05-Aug-2016".
pub fn day_first(line: &Line, at: usize) -> Option<Found> {
    let (day_of, next) = day(line, at)?;
    if line.glued(at, at + 1) && !line.is(at + 1, W::Suffix) {
        return None;
    }
    let dash = line.joined(next) && line.joined(next + 1) && matches!(line.mark(next), Some('-' | '/'));
    let of = line.is(next, W::Of) || line.is(next, W::A);
    let start = next + usize::from(of || dash) + usize::from(of && line.is(next + 1, W::The));
    let (month, after) = name(line, start)?;
    let digits = line.number(at).is_some();
    if !line.capital(start) && !of && (month == 5 || month == 3 || !digits) && !dash {
        return None;
    }
    if line.is(next, W::A) {
        return None;
    }
    let (year, to) = year_behind(line, after)
        .filter(|(year, _)| !matches!(year, Year::Short(_)) || !line.is_mark(after, ','))
        .unwrap_or((Year::None, after));
    // "10 May 15": the next date starts there.
    let possible = day_of <= longest(month);
    let sure = year != Year::None || next > at + 1 || of;
    if !possible && (!sure || day_of > 40) {
        return None;
    }
    // "of the 30 March protests", "two April storms": counts are rare here, and small words are no days.
    if !digits && !of && ordinal(line, at).is_none() && year == Year::None && line.is(at, W::Cardinal(1)) {
        return None;
    }
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Day(month, day_of))), at, to))
}
