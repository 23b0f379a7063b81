//! Weekdays: alone, before a date ("Thursday, July 31, 2025") or behind it in brackets.

use super::line::Line;
use super::numeric::Order;
use super::shape::{Found, Part, Shape};
use super::{count, month, numeric};
use crate::lexicon::en::time_words::{TimeWord as W, Unit};
use jiff::civil::Weekday;

/// The weekday named at `at`, with the token behind it.
pub fn name(line: &Line, at: usize) -> Option<(Weekday, usize)> {
    match line.word(at)? {
        W::Weekday(n) => Some((weekday(n)?, at + 1)),
        W::WeekdayShort(n) => {
            let stop = line.is_mark(at + 1, '.') && line.joined(at + 1);
            Some((weekday(n)?, at + 1 + usize::from(stop)))
        }
        _ => None,
    }
}

pub fn weekday(n: i8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(n).ok()
}

/// A weekday and the date it belongs to, or a weekday alone.
pub fn read(line: &Line, at: usize, order: Order) -> Option<Found> {
    let (day, after) = name(line, at)?;
    dated(line, at, day, after, order).or_else(|| alone(line, at, day, after))
}

fn dated(line: &Line, at: usize, day: Weekday, after: usize, order: Order) -> Option<Found> {
    // "Sunday, the 5th of May", "Monday (June 27)", "Tuesday, on May 9"
    // "Friday evening (September 8)"
    let mut start = after + usize::from(matches!(line.word(after), Some(W::Part(_))));
    let bracket = line.is_mark(start, '(');
    if line.is_mark(start, ',') || bracket {
        start += 1;
    }
    if matches!(line.word(start), Some(W::The | W::On)) {
        start += 1;
    }
    let mut found = month::month_first(line, start)
        .or_else(|| month::day_first(line, start))
        .or_else(|| numeric::read(line, start, order))?;
    match &mut found.shape {
        Shape::Parts(parts) if matches!(parts.part, Part::Day(..)) => parts.weekday = Some(day),
        _ => return None,
    }
    if bracket {
        if !line.is_mark(found.to, ')') {
            return None;
        }
        found.to += 1;
    }
    Some(Found { from: at, ..found })
}

fn alone(line: &Line, at: usize, day: Weekday, after: usize) -> Option<Found> {
    // "Friday the 13th", "Wed 13th"
    let number_at = after + usize::from(line.is(after, W::The));
    if let Some((of_month, to)) = count::day(line, number_at)
        && line.is(number_at + 1, W::Suffix)
        && of_month <= 31
        && !matches!(line.word(to), Some(W::Unit(_) | W::Of))
        && line.capital(at)
    {
        return Some(Found::new(Shape::WeekdayOfMonth { weekday: day, day: of_month }, at, to));
    }
    let short = matches!(line.word(at), Some(W::WeekdayShort(_)));
    // "Sun", "sat", "wed" are words; a short weekday needs its full stop and a capital.
    if short && (after == at + 1 || !line.capital(at)) {
        return None;
    }
    let mut weeks = None;
    let mut to = after;
    if let (true, Some(W::Shift(by)), true) =
        (line.is(after, W::Of), line.word(after + 1), line.is(after + 2, W::Unit(Unit::Week)))
    {
        weeks = Some(i32::from(by));
        to = after + 3;
    }
    Some(Found::new(Shape::Weekday { day, pick: None, weeks }, at, to))
}

/// A weekday behind its date: "July 31, 2025 (Thursday)", "31 July 2025, a Thursday".
pub fn behind(line: &Line, found: &mut Found) {
    let Shape::Parts(parts) = &mut found.shape else { return };
    if parts.weekday.is_some() || !matches!(parts.part, Part::Day(..)) {
        return;
    }
    let to = found.to;
    if line.is_mark(to, '(')
        && let Some((day, after)) = name(line, to + 1)
        && line.is_mark(after, ')')
    {
        parts.weekday = Some(day);
        found.to = after + 1;
    } else if line.is_mark(to, ',')
        && line.text(to + 1) == "a"
        && let Some((day, after)) = name(line, to + 2)
        && (line.mark(after).is_some() || after >= line.len())
    {
        parts.weekday = Some(day);
        found.to = after;
    }
}
