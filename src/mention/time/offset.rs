//! Times counted from a printed date, or placed by it: "three days after January 12th", "two weeks
//! from tomorrow", "the week of April 10th", "the 15th day of June", "the last week of May".

use super::count::{count, day, ordinal};
use super::edge;
use super::grammar::core;
use super::line::Line;
use super::month;
use super::numeric::Order;
use super::relative;
use super::shape::{Amount, Base, Found, Part, Parts, Shape, Year};
use super::year::year_at;
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// "three days after January 12th".
pub fn from_date(line: &Line, at: usize, order: Order) -> Option<Found> {
    let (how_many, next) = count(line, at)?;
    let (W::Unit(unit) | W::Units(unit)) = line.word(next)? else { return None };
    how_many.exact()?;
    let back = match line.word(next + 1)? {
        W::Before => true,
        W::After | W::From => false,
        _ => return None,
    };
    if unit < Unit::Day {
        return None;
    }
    let start = next + 2 + usize::from(line.is(next + 2, W::The));
    let base = core(line, start, order)?;
    let dated = match &base.shape {
        Shape::Parts(parts) => matches!(parts.part, Part::Day(..) | Part::Holiday(_)),
        Shape::Weekday { pick, .. } => pick.is_some(),
        Shape::Shift { amount, .. } => amount.unit == Unit::Day,
        _ => false,
    };
    let amount = Amount { count: how_many, unit };
    dated.then(|| Found::new(Shape::Offset { amount, back, from: Box::new(base.shape.clone()) }, at, base.to))
}

/// "the week of April 10th", "the week starting on May 3"; `at` is the article's token or the week's own.
pub fn week_of(line: &Line, at: usize, order: Order) -> Option<Found> {
    let week = at + usize::from(line.is(at, W::The));
    if !line.is(week, W::Unit(Unit::Week)) {
        return None;
    }
    let linked = line.is(week + 1, W::Of) || matches!(line.text(week + 1), "starting" | "commencing" | "beginning");
    if !linked {
        return None;
    }
    let start = week + 2 + usize::from(matches!(line.word(week + 2), Some(W::The | W::On)));
    let day = core(line, start, order)?;
    let dated = matches!(&day.shape, Shape::Parts(parts) if matches!(parts.part, Part::Day(..) | Part::Holiday(_)));
    dated.then(|| Found::new(Shape::WeekOf(Box::new(day.shape.clone())), at, day.to))
}

/// "the first week of 2021", "3rd week of January", "the last week of May 2016".
pub fn week_in(line: &Line, at: usize) -> Option<Found> {
    let start = at + usize::from(line.is(at, W::The));
    let (n, next) = match line.word(start) {
        Some(W::Shift(-1)) if line.text(start) == "last" => (LAST, start + 1),
        _ if line.number(start).is_some() && !line.is(start + 1, W::Suffix) => return None,
        Some(W::Cardinal(_)) => return None,
        _ => day(line, start).filter(|(n, _)| *n <= 53)?,
    };
    if !line.is(next, W::Unit(Unit::Week)) || !line.is(next + 1, W::Of) {
        return None;
    }
    let inside = next + 2 + usize::from(line.is(next + 2, W::The));
    if let Some((year, to)) = year_at(line, inside) {
        return Some(Found::new(Shape::Parts(Parts::new(Year::Given(year), Part::Week(n))), at, to));
    }
    let (month, after) = month::name(line, inside)?;
    let (year, to) = month::year_behind(line, after).unwrap_or((Year::None, after));
    (n <= 5).then(|| Found::new(Shape::Parts(Parts::new(year, Part::MonthWeek(month, n))), at, to))
}

/// The last week of a month or year.
pub const LAST: i8 = -1;

/// "the 15th day of June", "the thirty-first day of the month".
pub fn day_of(line: &Line, at: usize) -> Option<Found> {
    let (n, next) = match line.number(at) {
        Some(_) => day(line, at).filter(|(_, next)| *next == at + 2)?,
        None => ordinal(line, at)?,
    };
    if !line.is(next, W::Unit(Unit::Day)) || !line.is(next + 1, W::Of) || !(1..=31).contains(&n) {
        return None;
    }
    let inside = next + 2 + usize::from(line.is(next + 2, W::The));
    if let Some((month, after)) = month::name(line, inside) {
        let (year, to) = month::year_behind(line, after).unwrap_or((Year::None, after));
        return Some(Found::new(Shape::Parts(Parts::new(year, Part::Day(month, n))), at, to));
    }
    let (by, unit_at) = match line.word(inside) {
        Some(W::Shift(by)) => (i32::from(by), inside + 1),
        _ => (0, inside),
    };
    if !line.is(unit_at, W::Unit(Unit::Month)) {
        return None;
    }
    let month = relative::shift(Unit::Month, by, Base::Reference);
    Some(Found::new(Shape::DayOf { month: Box::new(month), day: n }, at, unit_at + 1))
}

/// "starting January 7th", "beginning on Sep. 2019"; "no later than May 3", "later than 2020".
pub fn opening(line: &Line, at: usize, order: Order) -> Option<Found> {
    use super::shape::Open;
    let (open, next) = match (line.text(at), line.text(at + 1), line.text(at + 2)) {
        ("starting" | "beginning" | "effective", ..) => (Open::Since, at + 1),
        ("no", "later", "than") => (Open::Until, at + 3),
        ("no", "earlier", "than") => (Open::Since, at + 3),
        ("later", "than", _) => (Open::After, at + 2),
        ("earlier", "than", _) => (Open::Before, at + 2),
        _ => return None,
    };
    let start = next + usize::from(line.is(next, W::On)) + usize::from(line.is(next, W::In));
    let found = edge::edge_of(line, start, order).or_else(|| core(line, start, order))?;
    let dated = matches!(found.shape, Shape::Parts(_) | Shape::Weekday { .. } | Shape::Decade(..));
    (dated && found.open.is_none()).then_some(Found { open: Some(open), from: at, ..found })
}
