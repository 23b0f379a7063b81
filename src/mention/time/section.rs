//! Parts of a year: quarters, halves, seasons, fiscal years, holidays, numbered weeks.

use super::count::ordinal;
use super::line::{Line, Tag};
use super::month::year_behind;
use super::shape::{Found, Part, Parts, Shape, Year};
use super::year::year_at;
use crate::lexicon::en::time_words::{Season, TimeWord as W, Unit};

/// "the third quarter of 2020", "third-quarter", "first half of 2019", "first week of 2020".
pub fn ordinal_part(line: &Line, at: usize) -> Option<Found> {
    let (n, next) = match line.number(at) {
        Some(number) if line.joined(at + 1) && line.is(at + 1, W::Suffix) => (number.value as i8, at + 2),
        Some(_) => return None,
        None => ordinal(line, at)?,
    };
    let fiscal = line.is(next, W::Fiscal);
    let unit = next + usize::from(fiscal) + usize::from(line.is_dash(next) && line.joined(next));
    let part = match line.word(unit)? {
        W::Unit(Unit::Quarter) if (1..=4).contains(&n) => Part::Quarter(n),
        W::Half if n <= 2 => Part::Half(n),
        W::Unit(Unit::Week)
            if (1..=53).contains(&n) && (line.is(unit + 1, W::Of) && year_at(line, unit + 2).is_some()) =>
        {
            Part::Week(n)
        }
        _ => return None,
    };
    let (year, to) = year_of(line, unit + 1).unwrap_or((Year::None, unit + 1));
    // The first half of what? Only of a year that is printed.
    if matches!(part, Part::Half(_)) && year == Year::None {
        return None;
    }
    Some(Found::new(Shape::Parts(Parts { fiscal, ..Parts::new(year, part) }), at, to))
}

/// The year of a part: "2020", "of 2020", "of fiscal 2020", "of last year", "of this year".
fn year_of(line: &Line, at: usize) -> Option<(Year, usize)> {
    if line.is(at, W::Of) && line.is(at + 1, W::Fiscal) {
        return year_behind(line, at + 2);
    }
    if line.mark(at).is_some_and(|m| m != ',') {
        return None;
    }
    year_behind(line, at)
}

/// "week 12 of 2020", "week 1".
pub fn numbered_week(line: &Line, at: usize) -> Option<Found> {
    let number = line.number(at + 1).filter(|n| n.digits <= 2 && (1..=53).contains(&n.value))?;
    if !line.is(at, W::Unit(Unit::Week)) || line.joined(at + 2) && !line.is_mark(at + 2, '.') {
        return None;
    }
    let (year, to) = year_of(line, at + 2).unwrap_or((Year::None, at + 2));
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Week(number.value as i8))), at, to))
}

/// "Q3 2020", "Q3", "H1 2019", "2020 Q3".
pub fn named(line: &Line, at: usize) -> Option<Found> {
    let part_at = |i: usize| match line.word(i) {
        Some(W::QuarterName(n)) => Some(Part::Quarter(n)),
        Some(W::HalfName(n)) => Some(Part::Half(n)),
        _ => None,
    };
    if let Some(part) = part_at(at) {
        let (year, to) = year_behind(line, at + 1).unwrap_or((Year::None, at + 1));
        return (line.capital(at) || year != Year::None)
            .then(|| Found::new(Shape::Parts(Parts::new(year, part)), at, to));
    }
    // "4Q 2020", "1H 2019"
    if let Some((part, next)) = counted_part(line, at) {
        let (year, to) = year_behind(line, next).unwrap_or((Year::None, next));
        let sure = year != Year::None || matches!(part, Part::Quarter(_));
        return sure.then(|| Found::new(Shape::Parts(Parts::new(year, part)), at, to));
    }
    let (year, next) = year_at(line, at)?;
    // "the 1988 third quarter"
    if let Some(found) = ordinal_part(line, next) {
        return match found.shape {
            Shape::Parts(parts) if parts.year == Year::None => {
                let parts = Parts { year: Year::Given(year), ..parts };
                Some(Found { shape: Shape::Parts(parts), from: at, ..found })
            }
            _ => None,
        };
    }
    let part = part_at(next)?;
    Some(Found::new(Shape::Parts(Parts::new(Year::Given(year), part)), at, next + 1))
}

/// "4Q", "1H": the number before the letter.
fn counted_part(line: &Line, at: usize) -> Option<(Part, usize)> {
    let number = line.number(at).filter(|n| n.digits == 1)?;
    if !line.joined(at + 1) || line.joined(at + 2) && !line.is_mark(at + 2, ',') {
        return None;
    }
    let part = match (line.written(at + 1), number.value) {
        ("Q", n @ 1..=4) => Part::Quarter(n as i8),
        ("H", n @ 1..=2) => Part::Half(n as i8),
        _ => return None,
    };
    Some((part, at + 2))
}

/// "summer 2015", "the summer of 2015", "this summer" is read with the relative ones.
pub fn season(line: &Line, at: usize) -> Option<Found> {
    let W::Season(season) = line.word(at)? else { return None };
    let (year, to) = year_behind(line, at + 1).unwrap_or((Year::None, at + 1));
    let guided = matches!(line.before(at), Some(W::In | W::Since | W::Until | W::Hint(_) | W::Shift(_)));
    let the = line.is(at.wrapping_sub(1), W::The)
        && matches!(line.before(at - 1), Some(W::In | W::During | W::Since | W::Of));
    // "a fall in prices", "fall 3 points"
    if year == Year::None && !(guided || the && season != Season::Autumn) {
        return None;
    }
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Season(season))), at, to))
}

/// "fiscal 2015", "fiscal year 2015", "FY2015", "FY 2015", "fiscal year".
pub fn fiscal(line: &Line, at: usize) -> Option<Found> {
    if let Some(digits) = line.text(at).strip_prefix("fy").filter(|d| d.len() == 4) {
        let year = digits.parse().ok()?;
        return Some(fiscal_year(Year::Given(year), at, at + 1));
    }
    if !line.is(at, W::Fiscal) {
        return None;
    }
    let unit = at + 1 + usize::from(line.is(at + 1, W::Unit(Unit::Year)));
    if let Some((year, to)) = year_at(line, unit) {
        return Some(fiscal_year(Year::Given(year), at, to));
    }
    if let Some(found) = ordinal_part(line, at + 1) {
        return Some(Found { from: at, ..found });
    }
    (unit == at + 2 && line.text(at) == "fiscal").then(|| fiscal_year(Year::Shifted(0), at, unit))
}

pub fn fiscal_year(year: Year, at: usize, to: usize) -> Found {
    Found::new(Shape::Parts(Parts { fiscal: true, ..Parts::new(year, Part::Whole) }), at, to)
}

/// "Christmas Day", "Thanksgiving 2023", "New Year's Eve": days that the calendar fixes.
pub fn holiday(line: &Line, at: usize) -> Option<Found> {
    let (holiday, next) = holiday_name(line, at)?;
    let (year, to) = year_behind(line, next).unwrap_or((Year::None, next));
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Holiday(holiday))), at, to))
}

/// Behind a word that speaks of times, a holiday is one whatever follows.
fn of_a_year(line: &Line, at: usize) -> bool {
    matches!(line.before(at), Some(W::Shift(_) | W::Since | W::Until | W::Before | W::After | W::By))
}

/// Holidays of one word in the lexicon, and those of several words.
fn holiday_name(line: &Line, at: usize) -> Option<(u8, usize)> {
    if let Some(W::Holiday(holiday)) = line.word(at) {
        return match line.word(at + 1) {
            Some(W::Eve) if holiday == 0 => Some((4, at + 2)),
            Some(W::Unit(Unit::Day)) => Some((holiday, at + 2)),
            // "Easter Island", "Christmas tree", "Thanksgiving dinner"
            None if line.at(at + 1) == Tag::Other && !line.is_clitic(at + 1) && !of_a_year(line, at) => None,
            _ => Some((holiday, at + 1)),
        };
    }
    let word = |i: usize| line.text(i);
    let third = |i: usize| if matches!(word(i), "'s" | "’s") { i + 1 } else { i };
    match (word(at), word(at + 1)) {
        ("new", "year" | "years") => {
            let last = third(at + 2);
            match word(last) {
                "eve" => Some((5, last + 1)),
                "day" => Some((6, last + 1)),
                _ => None,
            }
        }
        ("valentine", _) if word(third(at + 1)) == "day" => Some((7, third(at + 1) + 1)),
        ("independence", "day") => Some((8, at + 2)),
        ("black", "friday") => Some((9, at + 2)),
        ("earth", "day") => Some((10, at + 2)),
        ("labor" | "labour", "day") => Some((11, at + 2)),
        ("memorial", "day") => Some((12, at + 2)),
        ("veterans", "day") => Some((13, at + 2)),
        ("good", "friday") => Some((14, at + 2)),
        ("boxing", "day") => Some((15, at + 2)),
        ("saint" | "st", "patrick") if word(third(at + 2)) == "day" => Some((16, third(at + 2) + 1)),
        ("workers", "'" | "’") if word(at + 2) == "day" => Some((17, at + 3)),
        _ => None,
    }
}
