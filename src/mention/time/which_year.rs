//! The year that a date belongs to when none is printed ("Nov. 16", "last June", "in September").

use super::arithmetic;
use super::resolve::Around;
use super::shape::{Part, Parts, Year};
use super::tense::Tense;
use crate::value::Stretch;
use jiff::civil::Date;

/// A year of two digits lies at most so far ahead; else it is of the century before.
const AHEAD: i32 = 20;

/// The year of printed parts, as far as it can be told.
pub fn year_of(parts: Parts, around: Around) -> Option<i32> {
    let reference = around.anchor.reference;
    match parts.year {
        Year::Given(year) => Some(year),
        Year::Short(short) => Some(match reference {
            Some(day) => {
                let year = i32::from(day.year());
                let base = year.div_euclid(100) * 100 + short;
                [base - 100, base, base + 100].into_iter().filter(|y| *y <= year + AHEAD).max()?
            }
            None if short < 40 => 2000 + short,
            None => 1900 + short,
        }),
        Year::Shifted(by) => reference.map(|day| i32::from(day.year()) + by),
        Year::None => match reference {
            Some(day) => nearest_year(parts, day, around.tense),
            // A day that the text speaks of says what year it is of only to days near it.
            None if parts.pick.is_none() && matches!(parts.part, Part::Day(..) | Part::Month(_) | Part::Holiday(_)) => {
                let year = nearest_year(parts, around.head?, Tense::Unknown)?;
                is_near(arithmetic::part(year, parts.part), around.head).then_some(year)
            }
            None => None,
        },
    }
}

/// How far from the document's day a date without a year is surely that of the nearest year.
const NEAR_DAYS: i64 = 60;

/// Two years that bring a day so nearly alike to the document's are two readings.
const ALIKE_DAYS: i64 = 30;

fn is_near(stretch: Option<Stretch>, reference: Option<Date>) -> bool {
    let distance = stretch.and_then(|s| s.start).zip(reference).map(|(a, b)| arithmetic::days_between(a, b).abs());
    distance.is_some_and(|days| days <= NEAR_DAYS)
}

/// Is the year that was worked out as good as printed? It is near the document's own day, or near the only
/// day that its head prints in full.
pub fn is_sure(stretch: Stretch, around: Around) -> bool {
    match around.anchor.reference {
        Some(_) if !around.anchor.own => false,
        own => is_near(Some(stretch), own.or(around.head)),
    }
}

/// The year that a part without one belongs to, seen from `day`.
fn nearest_year(parts: Parts, day: Date, tense: Tense) -> Option<i32> {
    let this = i32::from(day.year());
    let candidates = [this - 1, this, this + 1];
    let of = |year: &i32| arithmetic::part(*year, parts.part);
    let started = |year: &i32| of(year).and_then(|s| s.start).is_some_and(|start| start <= day);
    let over = |year: &i32| of(year).and_then(|s| s.end).is_some_and(|end| end <= day);
    let distance = |y: &i32| of(y).and_then(|s| s.start).map_or(i64::MAX, |d| arithmetic::days_between(d, day).abs());
    let nearest = || candidates.into_iter().filter(|y| of(y).is_some()).min_by_key(distance);
    // Half a year away, the year before is as good as the year after.
    let is_open = || {
        let mut distances = candidates.map(|y| distance(&y));
        distances.sort_unstable();
        matches!(distances, [near, far, _] if far != i64::MAX && far.saturating_sub(near) <= ALIKE_DAYS)
    };
    // Far from the document's day a printed weekday chooses, where only one of the years fits it.
    if let Some(weekday) = parts.weekday
        && !nearest().is_some_and(|y| is_near(of(&y), Some(day)))
    {
        let fits = |year: &&i32| of(year).and_then(|s| s.start).is_some_and(|d| d.weekday() == weekday);
        let mut fitting = candidates.iter().filter(fits);
        if let (Some(year), None) = (fitting.next(), fitting.next()) {
            return Some(*year);
        }
    }
    match (parts.pick, parts.part) {
        (Some(-1), _) => candidates.into_iter().rev().find(over),
        (Some(1), _) => candidates.into_iter().find(|y| !started(y)),
        (Some(_), _) => Some(this),
        (None, Part::Day(..)) if tense == Tense::Over => candidates.into_iter().rev().find(started),
        (None, Part::Day(..) | Part::Holiday(_)) if is_open() => match tense {
            Tense::Past => candidates.into_iter().rev().find(started),
            Tense::Future => candidates.into_iter().find(|y| !over(y)),
            _ => None,
        },
        (None, Part::Day(..) | Part::Holiday(_)) => nearest(),
        (None, Part::Whole) => Some(this),
        _ if tense == Tense::Future => candidates.into_iter().find(|y| !over(y)),
        _ => candidates.into_iter().rev().find(started),
    }
}
