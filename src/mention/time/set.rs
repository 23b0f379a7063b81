//! How often: "every Friday", "each year", "daily", "twice a week", "on Mondays".

use super::count::count;
use super::line::{Line, Tag};
use super::shape::{Amount, Count, Found, Shape};
use super::weekday;
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

pub fn read(line: &Line, at: usize) -> Option<Found> {
    let one = |unit| Amount { count: Count::whole(1), unit };
    match line.word(at)? {
        W::Every => every(line, at),
        W::Per => match line.word(at + 1)? {
            W::Unit(unit) if unit >= Unit::Day => {
                Some(Found::new(Shape::Set { every: one(unit), on: None }, at, at + 2))
            }
            _ => None,
        },
        // "annual meeting", "quarterly dividend": what kind it is, not when.
        W::Frequency(_)
            if matches!(line.text(at), "annual" | "yearly" | "quarterly") && line.at(at + 1) == Tag::Other =>
        {
            None
        }
        W::Frequency(unit) => Some(Found::new(Shape::Set { every: one(unit), on: None }, at, at + 1)),
        W::Weekdays(n) => Some(Found::new(Shape::Set { every: one(Unit::Week), on: weekday::weekday(n) }, at, at + 1)),
        W::A => rate(line, at),
        _ => None,
    }
}

fn every(line: &Line, at: usize) -> Option<Found> {
    let other = line.text(at + 1) == "other";
    let next = at + 1 + usize::from(other);
    let times = if other { 2 } else { 1 };
    if let Some((day, to)) = weekday::name(line, next) {
        let every = Amount { count: Count::whole(times), unit: Unit::Week };
        return Some(Found::new(Shape::Set { every, on: Some(day) }, at, to));
    }
    // "each July"
    if let Some(W::Month(month)) = line.word(next) {
        return Some(Found::new(Shape::EveryMonth(month), at, next + 1));
    }
    if let Some(W::Unit(unit)) = line.word(next)
        && unit >= Unit::Minute
    {
        return Some(Found::new(
            Shape::Set { every: Amount { count: Count::whole(times), unit }, on: None },
            at,
            next + 1,
        ));
    }
    let (how_many, unit_at) = count(line, next)?;
    let W::Units(unit) = line.word(unit_at)? else { return None };
    Some(Found::new(Shape::Set { every: Amount { count: how_many, unit }, on: None }, at, unit_at + 1))
}

/// "three times a week", "$20 a year", "5 percent a year".
fn rate(line: &Line, at: usize) -> Option<Found> {
    let W::Unit(unit @ (Unit::Hour | Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = line.word(at + 1)? else {
        return None;
    };
    if line.is(at + 2, W::Ago) || line.is(at + 2, W::Earlier) || line.is(at + 2, W::Later) || line.is_dash(at + 2) {
        return None;
    }
    let before = line.text(at.wrapping_sub(1));
    let rated = matches!(
        before,
        "times"
            | "once"
            | "twice"
            | "percent"
            | "million"
            | "billion"
            | "dollars"
            | "euros"
            | "pounds"
            | "hours"
            | "days"
    ) || line.number(at.wrapping_sub(1)).is_some();
    rated.then(|| Found::new(Shape::Set { every: Amount { count: Count::whole(1), unit }, on: None }, at, at + 2))
}
