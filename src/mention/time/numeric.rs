//! Dates in figures: ISO 8601, slashes, dashes and full stops. Which of two numbers is
//! the month is the document's habit where it shows one, else the date is marked ambiguous.

use super::line::{Line, Number, Tag};
use super::shape::{Found, Part, Parts, Shape, Year};
use crate::document::Document;
use crate::lexicon::en::time_words::TimeWord as W;

/// In which order a document writes dates in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
    /// It has none that tells, or both.
    Unknown,
}

/// The habit of a document: dates with a number above 12 tell.
pub fn order(document: &Document) -> Order {
    let (mut day_first, mut month_first) = (false, false);
    for window in document.tokens.windows(5) {
        let [a, slash, b, again, year] = window else { continue };
        if !(a.is_number() && b.is_number() && year.is_number() && a.span.end == slash.span.start) {
            continue;
        }
        let mark = document.slice(slash.span);
        if !matches!(mark, "/" | "-") || document.slice(again.span) != mark {
            continue;
        }
        let value = |t: &crate::document::Token| document.slice(t.span).parse::<u32>().unwrap_or(0);
        day_first |= (13..32).contains(&value(a)) && (1..13).contains(&value(b));
        month_first |= (1..13).contains(&value(a)) && (13..32).contains(&value(b));
    }
    match (day_first, month_first) {
        (true, false) => Order::DayFirst,
        (false, true) => Order::MonthFirst,
        _ => Order::Unknown,
    }
}

/// A date in figures at `at`.
pub fn read(line: &Line, at: usize, order: Order) -> Option<Found> {
    match line.at(at) {
        Tag::Figures => dotted(line, at),
        Tag::Number(first) => {
            // The middle of a number with dashes, unless a full date ends there ("10/1/2018-10/7/2018").
            let inside = at > 1 && line.joined(at) && (line.is_dash(at - 1) || line.is_mark(at - 1, '/'));
            if inside && line.number(at - 2).is_some_and(|n| n.digits != 4 || line.is_mark(at - 1, '/')) {
                return None;
            }
            three(line, at, first, order)
                .or_else(|| compact(line, at, first))
                .or_else(|| year_month(line, at, first))
                .or_else(|| two(line, at, first, order))
        }
        _ => None,
    }
}

fn parts(year: Year, month: u32, day: u32) -> Shape {
    Shape::Parts(Parts::new(year, Part::Day(month as i8, day as i8)))
}

/// Three numbers with the same separator between them.
fn three(line: &Line, at: usize, first: Number, order: Order) -> Option<Found> {
    let separator = line.mark(at + 1).filter(|m| matches!(m, '-' | '/' | '‐' | '–'))?;
    let tight = (1..5).all(|k| line.joined(at + k));
    if !tight || !line.is_mark(at + 3, separator) {
        return None;
    }
    let to = at + 5;
    if let Some((month, _)) = super::month::name(line, at + 2)
        .filter(|_| first.digits == 4 || line.number(at + 4).is_some_and(|n| n.digits == 4))
    {
        // "2020/Sep/23", "23-Sep-2020"
        let last = line.number(at + 4)?;
        let (year, day) = if first.digits == 4 { (first, last) } else { (last, first) };
        return (day.digits <= 2)
            .then(|| Found::new(parts(Year::Given(year.value as i32), month as u32, day.value), at, to));
    }
    let (second, third) = (line.number(at + 2)?, line.number(at + 4)?);
    let ends = matches!(line.mark(to), Some('.' | ',' | ';' | ')' | '?' | '!' | ':' | '"' | '”' | ']'));
    // "2025-07-31T10:00"
    let clock = line.text(to).starts_with('t') && line.text(to).len() <= 3;
    // "10-1-2018-10-7-2018" is a range, "06-31-88-2" a part's number.
    let range = line.is_dash(to) && first.digits + third.digits > 4;
    let more = line.joined(to) && !(ends || clock || range || line.is_clitic(to));
    if more || second.digits > 2 {
        return None;
    }
    if first.digits == 4 && third.digits <= 2 {
        let fits = (1..=12).contains(&second.value) && (1..=31).contains(&third.value);
        let swapped = separator == '/' && (13..=31).contains(&second.value) && (1..=12).contains(&third.value);
        if swapped {
            return Some(Found::new(parts(Year::Given(first.value as i32), third.value, second.value), at, to));
        }
        return (fits && (1000..2200).contains(&first.value))
            .then(|| Found::new(parts(Year::Given(first.value as i32), second.value, third.value), at, to));
    }
    if first.digits > 2 {
        return None;
    }
    let year = match third.digits {
        4 if (1000..2200).contains(&third.value) => Year::Given(third.value as i32),
        2 if separator == '/' || first.value > 12 || second.value > 12 => Year::Short(third.value as i32),
        _ => return None,
    };
    Some(either(first.value, second.value, year, order)?.at(at, to))
}

/// Day and month in the document's order, or the only order that fits.
struct Either {
    shape: Shape,
    ambiguous: bool,
}

impl Either {
    fn at(self, from: usize, to: usize) -> Found {
        Found { ambiguous: self.ambiguous, ..Found::new(self.shape, from, to) }
    }
}

fn either(a: u32, b: u32, year: Year, order: Order) -> Option<Either> {
    if a == 0 || b == 0 || a > 31 || b > 31 || (a > 12 && b > 12) {
        return None;
    }
    let day_first = if a > 12 {
        true
    } else if b > 12 {
        false
    } else {
        order == Order::DayFirst
    };
    let (month, day) = if day_first { (b, a) } else { (a, b) };
    Some(Either { shape: parts(year, month, day), ambiguous: a <= 12 && b <= 12 && a != b && order == Order::Unknown })
}

/// "31.07.2025", "3.7.2025": with full stops the day comes first.
fn dotted(line: &Line, at: usize) -> Option<Found> {
    let mut numbers = line.text(at).split('.');
    let (a, b, c) = (numbers.next()?, numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || b.len() > 2 || !line.text(at).bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return None;
    }
    let (a, b, c, long) = (a.parse::<u32>().ok()?, b.parse::<u32>().ok()?, c.parse::<u32>().ok()?, (a.len(), c.len()));
    if line.glued(at, at + 1) || line.joined(at + 1) && line.is_dash(at + 1) {
        return None;
    }
    let (year, month, day) = match long {
        (1..=2, 4) => (c, b, a),
        (4, 1..=2) => (a, b, c),
        _ => return None,
    };
    let fits = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| Found::new(parts(Year::Given(year as i32), month, day), at, at + 1))
}

/// "20161016".
fn compact(line: &Line, at: usize, number: Number) -> Option<Found> {
    let (year, month, day) = (number.value / 10_000, number.value / 100 % 100, number.value % 100);
    let fits =
        number.digits == 8 && (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    if !fits || line.joined(at) || line.joined(at + 1) && line.number(at + 1).is_some() || line.glued(at, at + 1) {
        return None;
    }
    Some(Found::new(parts(Year::Given(year as i32), month, day), at, at + 1))
}

/// "2015-12" and "12-2015", "12/2015"; "2011-12" is two years and read elsewhere.
fn year_month(line: &Line, at: usize, first: Number) -> Option<Found> {
    let separator = line.mark(at + 1).filter(|m| matches!(m, '-' | '/'))?;
    if !line.joined(at + 1) || !line.joined(at + 2) || line.joined(at) {
        return None;
    }
    let second = line.number(at + 2)?;
    if line.joined(at + 3) && !matches!(line.mark(at + 3), Some('.' | ',' | ';' | ')' | '?' | '!')) {
        return None;
    }
    let (year, month) = match (first.digits, second.digits) {
        (4, 2) if separator == '-' && second.value <= first.value % 100 => (first.value, second.value),
        (1..=2, 4) => (second.value, first.value),
        _ => return None,
    };
    let fits = (1500..2200).contains(&year) && (1..=12).contains(&month);
    fits.then(|| Found::new(Shape::Parts(Parts::new(Year::Given(year as i32), Part::Month(month as i8))), at, at + 3))
}

/// "on 5/12", "Friday 7-6": two numbers are a date only behind a weekday or "on".
fn two(line: &Line, at: usize, first: Number, order: Order) -> Option<Found> {
    if !matches!(line.before(at), Some(W::On | W::Weekday(_) | W::WeekdayShort(_))) {
        return None;
    }
    let slash = line.is_mark(at + 1, '/') || line.is_mark(at + 1, '-') && line.before(at) != Some(W::On);
    if !slash || !line.joined(at + 1) || !line.joined(at + 2) || line.joined(at + 3) && line.number(at + 4).is_some() {
        return None;
    }
    let second = line.number(at + 2).filter(|n| n.digits <= 2)?;
    Some(either(first.value, second.value, Year::None, order)?.at(at, at + 3))
}
