//! Years, decades and centuries: "2014", "44 BC", "the 1990s", "the 19th century".

use super::count::{ordinal, year_words};
use super::line::{Line, Tag};
use super::shape::{Found, Part, Parts, Shape, Year};
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// Four digits that can be a year, with the token behind them. Whether they are one is the caller's to know.
pub fn year_at(line: &Line, at: usize) -> Option<(i32, usize)> {
    let number = line.number(at)?;
    if number.digits != 4 || !(1000..2200).contains(&number.value) || decade_mark(line, at + 1).is_some() {
        return None;
    }
    if line.joined(at + 1)
        && matches!(line.at(at + 1), Tag::Mark('%' | '°' | ':' | '.' | ','))
        && line.joined(at + 2)
        && line.number(at + 2).is_some()
    {
        return None;
    }
    Some((number.value as i32, at + 1))
}

/// "44 BC", "AD 79", "A.D. 79", "79 AD": astronomical, so that 1 BC is 0.
pub fn era_year(line: &Line, at: usize) -> Option<(i32, usize)> {
    if line.is(at, W::Ad) && line.written(at) == "AD" {
        let number = line.number(at + 1).filter(|n| n.digits <= 4)?;
        return Some((number.value as i32, at + 2));
    }
    let number = line.number(at).filter(|n| n.digits <= 4 && n.value > 0)?;
    let (bc, to) = era(line, at + 1)?;
    Some((if bc { 1 - number.value as i32 } else { number.value as i32 }, to))
}

/// An era at `at`: is it before Christ? "BC", "BCE", "B.C.", "AD", "CE".
pub fn era(line: &Line, at: usize) -> Option<(bool, usize)> {
    if matches!(line.written(at), "BC" | "BCE" | "AD" | "CE") {
        return Some((line.is(at, W::Bc), at + 1));
    }
    let dotted = |i: usize| line.is_mark(i, '.') && line.joined(i);
    if dotted(at + 1) && dotted(at + 3) && line.joined(at + 2) {
        match (line.written(at), line.written(at + 2)) {
            ("B", "C") => return Some((true, at + 4)),
            ("A", "D") | ("C", "E") => return Some((false, at + 4)),
            _ => {}
        }
    }
    None
}

/// The "s" of "1990s", "1990's", "1990 s".
pub fn decade_mark(line: &Line, at: usize) -> Option<usize> {
    let s = match line.text(at) {
        "s" => true,
        "'s" | "’s" => line.joined(at),
        _ => false,
    };
    s.then_some(at + 1)
}

/// What starts with a number of the year: decades, years with an era, bare years.
pub fn read(line: &Line, at: usize) -> Option<Found> {
    if let Some((year, to)) = era_year(line, at) {
        return Some(of_year(year, at, to));
    }
    decade(line, at).or_else(|| bare(line, at))
}

pub fn of_year(year: i32, at: usize, to: usize) -> Found {
    Found::new(Shape::Parts(Parts::new(Year::Given(year), Part::Whole)), at, to)
}

/// "1990s", "1990’s", "’90s", "90s".
fn decade(line: &Line, at: usize) -> Option<Found> {
    let number = line.number(at)?;
    let to = decade_mark(line, at + 1)?;
    if line.glued(at, at + 1) && !line.joined(at + 1) {
        return None;
    }
    let apostrophe = at > 0 && line.joined(at) && matches!(line.mark(at - 1), Some('\'' | '’' | '‘'));
    let from = at - usize::from(apostrophe);
    let possessive = line.is_clitic(at + 1);
    match number.digits {
        4 if number.value % 10 == 0 && (1000..2200).contains(&number.value) => {
            // "1990's winner" is the year's, "in the 1990's" the decade's.
            if possessive && !the_before(line, from) {
                return None;
            }
            Some(Found::new(Shape::Decade(number.value as i32, true), at, to))
        }
        2 if number.value % 10 == 0 && !possessive => {
            let guided = apostrophe
                || matches!(line.before(from), Some(W::The | W::Hint(_) | W::In))
                || line.is_dash(from.saturating_sub(1));
            let aged = matches!(line.before(from), Some(W::Possessive))
                || from >= 2 && matches!(line.word(from - 2), Some(W::Possessive))
                || number.value < 20;
            (guided && !aged).then(|| Found::new(Shape::Decade(1900 + number.value as i32, false), from, to))
        }
        _ => None,
    }
}

fn the_before(line: &Line, at: usize) -> bool {
    matches!(line.before(at), Some(W::The | W::Hint(_))) || at > 0 && line.is_dash(at - 1)
}

/// "the nineties".
pub fn decade_word(line: &Line, at: usize, start: i32) -> Option<Found> {
    let guided = matches!(line.before(at), Some(W::The | W::Hint(_) | W::In));
    guided.then(|| Found::new(Shape::Decade(start, false), at, at + 1))
}

/// "19th century", "nineteenth century", "1st century BC".
pub fn century(line: &Line, at: usize) -> Option<Found> {
    let (number, next) = match line.number(at) {
        Some(n) if n.digits <= 2 && line.joined(at + 1) && line.is(at + 1, W::Suffix) => (n.value as i32, at + 2),
        Some(_) => return None,
        None => ordinal(line, at).map(|(n, next)| (i32::from(n), next))?,
    };
    let unit = next + usize::from(line.is_dash(next));
    if !(line.is(unit, W::Unit(Unit::Century)) || line.is(unit, W::Units(Unit::Century))) || number > 30 {
        return None;
    }
    let (bc, to) = era(line, unit + 1).unwrap_or((false, unit + 1));
    Some(Found::new(Shape::Century(if bc { 1 - number } else { number }), at, to))
}

/// A year that stands alone.
fn bare(line: &Line, at: usize) -> Option<Found> {
    let (year, to) = year_at(line, at)?;
    if line.glued(at, to) || !(1500..2101).contains(&year) && !dated(line, at) {
        return None;
    }
    is_year(line, at, to).then(|| of_year(year, at, to))
}

/// A word before the number that speaks of times only.
fn dated(line: &Line, at: usize) -> bool {
    matches!(
        line.before(at),
        Some(W::Since | W::Until | W::Unit(Unit::Year) | W::About | W::Hint(_) | W::During | W::Fiscal | W::Season(_))
    ) || line.is_mark(at.wrapping_sub(1), '.') && matches!(line.text(at.wrapping_sub(2)), "c" | "ca")
        || (matches!(line.before(at), Some(W::In | W::By | W::From | W::Of))
            && (at + 1 >= line.len() || line.mark(at + 1).is_some() || no_count(line, at)))
}

/// A figure that is not round, and nothing that could be counted behind it: "the charter of 1327 names" may count
/// names, "in 1327 the town" counts nothing.
fn no_count(line: &Line, at: usize) -> bool {
    let round = line.number(at).is_none_or(|n| n.value % 10 == 0);
    !round && line.at(at + 1) != Tag::Other
}

/// Is the four-digit number at `at` the number of a year and not of things?
fn is_year(line: &Line, at: usize, to: usize) -> bool {
    let year_before = dated(line, at);
    // Money, codes, versions, scores: "No. 2014", "$2000", "2000-1999" is for ranges.
    if at > 1 && line.joined(at) && line.is_dash(at - 1) && line.joined(at - 1) {
        let hint = at > 1 && matches!(line.word(at - 2), Some(W::Hint(_)))
            || matches!(line.text(at.saturating_sub(2)), "post" | "pre");
        return hint;
    }
    if is_half_of_a_code(line, at, to) {
        return false;
    }
    let next = line.at(to);
    if matches!(next, Tag::Word(W::Units(_) | W::UnitShort(_) | W::Thousand | W::Hundred))
        || line.is(to, W::Unit(Unit::Day))
    {
        return false;
    }
    if line.joined(to) && matches!(next, Tag::Mark('-')) && line.joined(to + 1) && line.number(to + 1).is_none() {
        // "2014-built", "1500-strong"
        return !line.text(to + 1).is_empty()
            && !matches!(line.text(to + 1), "strong" | "plus" | "year" | "metre" | "meter" | "mile" | "foot");
    }
    if year_before {
        return true;
    }
    let plural = next == Tag::Other
        && !line.capital(to)
        && (line.text(to).ends_with('s') && !matches!(line.text(to), "was" | "as" | "is" | "has")
            || line.text(to) == "people");
    let measured = matches!(
        line.text(to),
        "percent" | "per" | "km" | "miles" | "metres" | "meters" | "kg" | "feet" | "votes" | "troops" | "tons"
    );
    if measured || line.text(at.saturating_sub(1)) == "no" {
        return false;
    }
    let guided = matches!(
        line.before(at),
        Some(
            W::In
                | W::By
                | W::From
                | W::To
                | W::Of
                | W::The
                | W::Before
                | W::After
                | W::Between
                | W::And
                | W::Or
                | W::Possessive
                | W::For
                | W::On
        )
    ) || line.is_clitic(at.saturating_sub(1)) && at > 0
        || matches!(line.mark(at.wrapping_sub(1)), Some('(' | ',' | '[' | '/'))
        || matches!(
            line.text(at.wrapping_sub(1)),
            "its" | "a" | "his" | "late" | "early" | "summer" | "spring" | "season" | "election" | "elections"
        );
    match line.before(at) {
        Some(W::In) => line.text(to) != "people",
        _ if guided => {
            !plural
                || (matches!(line.before(at), Some(W::The | W::Possessive)) || line.is_clitic(at.saturating_sub(1)))
                    && year_like(line, at)
        }
        // Behind a capitalised word or at the head of a line, with nothing counted behind it.
        _ => year_like(line, at) && !plural && next != Tag::Other || at == 0 && year_like(line, at) && !plural,
    }
}

/// "2015-32" that is no range, "file 32 - 2015" whose number is no day.
fn is_half_of_a_code(line: &Line, at: usize, to: usize) -> bool {
    let behind = line.joined(to) && line.is_mark(to, '-') && line.joined(to + 1) && line.number(to + 1).is_some();
    let before = at > 1 && line.is_dash(at - 1) && !line.joined(at) && {
        line.number(at - 2).is_some_and(|n| n.digits == 2 && n.value > 31)
    };
    behind || before
}

/// In the range and without the roundness of counts.
fn year_like(line: &Line, at: usize) -> bool {
    line.number(at)
        .is_some_and(|n| (1700..2060).contains(&n.value) && (n.value % 100 != 0 || n.value == 1900 || n.value == 2000))
}

/// "year 2014", "the year two thousand", "nineteen ninety-six".
pub fn worded(line: &Line, at: usize) -> Option<Found> {
    if line.is(at, W::Unit(Unit::Year)) {
        let next = at + 1 + usize::from(line.is(at + 1, W::Of));
        let (year, to) = year_at(line, next).or_else(|| year_words(line, next))?;
        return Some(of_year(year, at, to));
    }
    let (year, to) = year_words(line, at)?;
    let guided =
        matches!(line.before(at), Some(W::In | W::Since | W::By | W::Until | W::Of | W::From | W::To | W::And));
    (guided && (1100..2100).contains(&year) && line.at(to) != Tag::Other
        || guided && year >= 1900 && to > at + 1 && !line.text(to).ends_with('s'))
    .then(|| of_year(year, at, to))
}
