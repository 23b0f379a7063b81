//! Times counted from another: "yesterday", "last week", "two weeks ago", "the following day",
//! "the last three months", "in two weeks".

use super::count::count;
use super::counted::UPCOMING;
use super::line::Line;
use super::shape::{Amount, Base, Count, Found, Part, Parts, Shape, Year};
use super::{month, section, weekday};
use crate::lexicon::en::time_words::{DayPart, TimeWord as W, Unit};

/// "yesterday", "tonight", "tomorrow night".
pub fn day_word(line: &Line, at: usize) -> Option<Found> {
    let (by, part) = match line.word(at)? {
        W::Day(by) => (i32::from(by), None),
        W::Tonight => (0, Some(DayPart::Night)),
        _ => return None,
    };
    let day = shift(Unit::Day, by, Base::Reference);
    Some(match part {
        Some(part) => Found::new(Shape::DayPart { day: Box::new(day), part }, at, at + 1),
        None => Found::new(day, at, at + 1),
    })
}

pub fn shift(unit: Unit, by: i32, base: Base) -> Shape {
    Shape::Shift { amount: Amount { count: Count::whole(by.unsigned_abs()), unit }, back: by < 0, base }
}

/// What starts with "last", "this", "next", "that", "the same".
pub fn shifted(line: &Line, at: usize) -> Option<Found> {
    let (by, mut next) = match line.word(at)? {
        W::Shift(by) => (i32::from(by), at + 1),
        W::Same | W::That => (0, at + 1),
        _ => return None,
    };
    let anchored = matches!(line.word(at), Some(W::Same | W::That))
        || matches!(line.text(at), "following" | "preceding" | "previous" | "prior");
    let base = if anchored { Base::Anchor } else { Base::Reference };
    // "this coming Sunday", "this past week"
    let mut by = by;
    if let (0, Some(W::Shift(second))) = (by, line.word(next))
        && second != 0
        && line.text(at) == "this"
    {
        by = i32::from(second);
        next += 1;
    }
    let fiscal = line.is(next, W::Fiscal);
    next += usize::from(fiscal || line.text(next) == "calendar");
    let Some(word) = line.word(next) else {
        return section::holiday(line, next).map(|found| picked(found, at, by)).or_else(|| several(line, at, next, by));
    };
    match word {
        W::Unit(Unit::Year) if fiscal => Some(section::fiscal_year(Year::Shifted(by), at, next + 1)),
        W::Unit(unit) if unit >= Unit::Day => unit_after(line, at, next, unit, by, base),
        W::Season(season) => {
            let parts = Parts { pick: Some(by), ..Parts::new(Year::None, Part::Season(season)) };
            Some(Found::new(Shape::Parts(parts), at, next + 1))
        }
        W::Month(_) | W::MonthShort(_) => month_after(line, at, next, by),
        W::Weekday(_) => {
            let (day, to) = weekday::name(line, next)?;
            if line.text(at) == "that" {
                return None;
            }
            let pick = if next > at + 1 && by == 1 { UPCOMING } else { by };
            Some(Found::new(Shape::Weekday { day, pick: Some(pick), weeks: None }, at, to))
        }
        W::Part(part) => part_after(line, at, next, part, base),
        W::Holiday(_) => {
            let found = section::holiday(line, next)?;
            Some(picked(found, at, by))
        }
        _ => several(line, at, next, by),
    }
}

fn picked(found: Found, at: usize, by: i32) -> Found {
    let shape = match found.shape {
        Shape::Parts(parts) => Shape::Parts(Parts { pick: Some(by), ..parts }),
        other => other,
    };
    Found { shape, from: at, ..found }
}

fn unit_after(line: &Line, at: usize, next: usize, unit: Unit, by: i32, base: Base) -> Option<Found> {
    // "this second", "that day" as a topic, "this time".
    if line.text(at) == "latest" && !matches!(unit, Unit::Quarter | Unit::Week | Unit::Month | Unit::Year) {
        return None;
    }
    // "the past year" is the year up to now, "the previous year" the one before.
    // "next week on Tuesday", "next week Wednesday"
    if unit == Unit::Week {
        let day_at = next + 1 + usize::from(line.is(next + 1, W::On));
        if let Some((day, to)) = weekday::name(line, day_at)
            && base == Base::Reference
        {
            return Some(Found::new(Shape::Weekday { day, pick: None, weeks: Some(by) }, at, to));
        }
    }
    Some(Found::new(shift(unit, by, base), at, next + 1))
}

fn month_after(line: &Line, at: usize, next: usize, by: i32) -> Option<Found> {
    let found = month::month_first(line, next)?;
    match &found.shape {
        Shape::Parts(parts) if parts.year == Year::None => Some(picked(found, at, by)),
        _ => None,
    }
}

/// "last night", "this morning", "the following morning".
fn part_after(line: &Line, at: usize, next: usize, part: DayPart, base: Base) -> Option<Found> {
    let by = match (line.text(at), part) {
        ("last", DayPart::Night | DayPart::Evening) => -1,
        ("this" | "that" | "same", _) => 0,
        ("next" | "following", DayPart::Morning) => 1,
        _ => return None,
    };
    let day = shift(Unit::Day, by, base);
    Some(Found::new(Shape::DayPart { day: Box::new(day), part }, at, next + 1))
}

/// "the last three months", "the next few days", "the coming weeks".
fn several(line: &Line, at: usize, next: usize, by: i32) -> Option<Found> {
    if by == 0 || !matches!(line.word(at), Some(W::Shift(_))) {
        return None;
    }
    // "it will last two hours"
    if line.text(at) == "last"
        && matches!(line.text(at.wrapping_sub(1)), "will" | "to" | "can" | "could" | "would" | "not" | "may" | "must")
        || line.text(at.wrapping_sub(1)).ends_with("n't")
    {
        return None;
    }
    let (how_many, unit_at) = match line.word(next) {
        Some(W::Units(_)) => (Count::Vague, next),
        _ => count(line, next)?,
    };
    let unit_at = unit_at + usize::from(line.text(unit_at) == "business" || line.text(unit_at) == "trading");
    let (W::Units(unit) | W::Unit(unit)) = line.word(unit_at)? else { return None };
    Some(Found::new(Shape::Around { amount: Amount { count: how_many, unit }, back: by < 0 }, at, unit_at + 1))
}

/// What starts with a count and ends in a direction: "two weeks ago", "a year earlier", "three days later",
/// "three weeks from tomorrow".
pub fn counted(line: &Line, at: usize) -> Option<Found> {
    let (how_many, next) = match line.word(at) {
        // "years ago", "weeks later"
        Some(W::Units(_)) => (Count::Vague, at),
        _ => count(line, at)?,
    };
    // "the two upcoming months"
    if let (Some(W::Shift(by @ (-1 | 1))), Some(W::Units(unit))) = (line.word(next), line.word(next + 1)) {
        return Some(Found::new(
            Shape::Around { amount: Amount { count: how_many, unit }, back: by < 0 },
            at,
            next + 2,
        ));
    }
    let dash = usize::from(line.is_dash(next) && line.joined(next));
    let (W::Unit(unit) | W::Units(unit)) = line.word(next + dash)? else { return None };
    let amount = Amount { count: how_many, unit };
    let after = next + dash + 1;
    let direction = after + usize::from(line.is_dash(after));
    let year = amount == Amount { count: Count::whole(1), unit: Unit::Year };
    let (ago, earlier) = if year { (Base::Ago, Base::Earlier) } else { (Base::Reference, Base::Anchor) };
    let (back, base, to) = match line.word(direction)? {
        W::Ago => (true, ago, direction + 1),
        W::Before if ends_phrase(line, direction) => (true, earlier, direction + 1),
        W::Earlier => (true, earlier, direction + 1),
        // "30 minutes later this week" is two things.
        W::Later if !matches!(line.word(direction + 1), Some(W::Shift(0))) => (false, Base::Anchor, direction + 1),
        W::After if ends_phrase(line, direction) => (false, Base::Anchor, direction + 1),
        W::Hence => (false, Base::Reference, direction + 1),
        W::From if unit >= Unit::Day && matches!(line.word(direction + 1), Some(W::Present | W::Day(0))) => {
            (false, Base::Reference, direction + 2)
        }
        _ => return None,
    };
    Some(Found::new(Shape::Shift { amount, back, base }, at, to))
}

/// Nothing follows that "before" or "after" could belong to.
fn ends_phrase(line: &Line, at: usize) -> bool {
    at + 1 >= line.len() || line.mark(at + 1).is_some()
}

/// "year-earlier", "year-ago", "year earlier".
pub fn year_earlier(line: &Line, at: usize) -> Option<Found> {
    let W::Unit(unit @ (Unit::Year | Unit::Month | Unit::Week | Unit::Day)) = line.word(at)? else { return None };
    let next = at + 1 + usize::from(line.is_dash(at + 1));
    let base = match (line.word(next)?, unit) {
        (W::Ago | W::Earlier, Unit::Year) => Base::Ago,
        (W::Ago, _) => Base::Reference,
        (W::Earlier, _) => Base::Anchor,
        _ => return None,
    };
    // "the year-earlier quarter", "the year-ago period"
    let period = line.is(next + 1, W::Unit(Unit::Quarter)) || line.text(next + 1) == "period";
    let to = next + 1 + usize::from(period && base == Base::Ago);
    Some(Found::new(Shape::Shift { amount: Amount { count: Count::whole(1), unit }, back: true, base }, at, to))
}

/// "in two weeks": from the reference date on, where nothing speaks of the time it took.
pub fn within(line: &Line, at: usize) -> Option<Found> {
    if !line.is(at, W::In) || line.is(at + 1, W::The) {
        return None;
    }
    let (how_many, next) = count(line, at + 1)?;
    let (W::Unit(unit) | W::Units(unit)) = line.word(next)? else { return None };
    let future = (0..at).any(|i| matches!(line.text(i), "will" | "'ll" | "’ll" | "shall"));
    (future && how_many != Count::Vague && unit >= Unit::Day).then(|| {
        let today = Box::new(shift(Unit::Day, 0, Base::Reference));
        Found::new(Shape::Offset { amount: Amount { count: how_many, unit }, back: false, from: today }, at, next + 1)
    })
}
