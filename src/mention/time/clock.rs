//! Times of day: "5 p.m.", "10:30 a.m. EST", "17:45", "6.20 am", "0930 GMT", "noon", "Friday evening", "5 p.m. Monday".

use super::line::{Line, Tag};
use super::shape::{Base, Found, Shape};
use super::{relative, spoken, weekday};
use crate::lexicon::en::time_words::{DayPart, TimeWord as W, Unit};

/// A clock time at `at`.
pub fn read(line: &Line, at: usize) -> Option<Found> {
    let Some(hour) = line.number(at).filter(|n| n.digits <= 2 && n.value <= 24) else {
        return of_four_digits(line, at);
    };
    if line.glued(at, at + 1) && !matches!(line.word(at + 1), Some(W::Am | W::Pm)) && meridiem(line, at + 1).is_none() {
        return None;
    }
    let colon = line.joined(at + 1) && line.joined(at + 2) && matches!(line.mark(at + 1), Some(':'));
    let minute = if colon { Some(line.number(at + 2).filter(|n| n.digits == 2 && n.value < 60)?) } else { None };
    let mut to = at + if minute.is_some() { 3 } else { 1 };
    // "10:30:15"
    if minute.is_some()
        && line.is_mark(to, ':')
        && line.joined(to)
        && line.number(to + 1).is_some_and(|n| n.digits == 2)
    {
        to += 2;
    }
    let half = meridiem(line, to);
    let mut value = hour.value as i8;
    match half {
        Some((pm, after)) if value <= 12 => {
            value = value % 12 + if pm { 12 } else { 0 };
            to = after;
        }
        _ if line.is(to, W::OClock) => to += 1,
        // "4:42 in the morning"
        _ if minute.is_some() && spoken::half(line, value, to).is_some() => {
            (value, to) = spoken::half(line, value, to)?;
        }
        // A bare "4:3" or "17:45" without a half of the day is a time only in full and behind "at".
        _ if minute.is_some()
            && (line.is(to, W::Zone)
                || matches!(
                    line.before(at),
                    Some(W::At | W::By | W::From | W::Until | W::Since | W::About | W::Before | W::After)
                )) => {}
        _ => return None,
    }
    let zone = line.is(to, W::Zone) && line.written(to).chars().all(char::is_uppercase);
    to += usize::from(zone);
    Some(with_day(line, value, minute.map(|m| m.value as i8), at, to))
}

/// "08:52:30 UTC", "8:52 PM +0200": the token behind a time of day as a log prints it, with its zone.
pub fn stamped(line: &Line, at: usize) -> Option<usize> {
    let two = |i: usize| {
        line.is_mark(i, ':')
            && line.joined(i)
            && line.joined(i + 1)
            && line.number(i + 1).is_some_and(|n| n.digits == 2)
    };
    line.number(at).filter(|n| n.digits <= 2 && n.value < 24)?;
    let seconds = two(at + 1).then(|| if two(at + 3) { at + 5 } else { at + 3 })?;
    let to = meridiem(line, seconds).map_or(seconds, |(_, to)| to);
    let letters = line.written(to);
    let zone = (2..=5).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase());
    let offset = matches!(line.mark(to), Some('+' | '-')) && line.number(to + 1).is_some_and(|n| n.digits == 4);
    Some(to + if zone { 1 } else { 2 * usize::from(offset) })
}

/// "6.20 am": hour and minute with the British point.
pub fn pointed(line: &Line, at: usize) -> Option<Found> {
    let (hour, minute) = line.text(at).split_once('.')?;
    let hour = hour.parse::<i8>().ok().filter(|hour| (1..=12).contains(hour))?;
    let minute = minute.parse::<i8>().ok().filter(|n| minute.len() == 2 && (0..60).contains(n))?;
    let spoken = || spoken::half(line, hour, at + 1);
    let half = meridiem(line, at + 1).map(|(pm, to)| (hour % 12 + if pm { 12 } else { 0 }, to));
    let (hour, to) = half.or_else(spoken)?;
    Some(with_day(line, hour, Some(minute), at, to))
}

/// "0930 GMT": four digits and a zone in capitals.
fn of_four_digits(line: &Line, at: usize) -> Option<Found> {
    let number = line.number(at).filter(|n| n.digits == 4 && n.value < 2400 && n.value % 100 < 60)?;
    let zone = line.is(at + 1, W::Zone) && line.written(at + 1).chars().all(char::is_uppercase);
    let (hour, minute) = ((number.value / 100) as i8, (number.value % 100) as i8);
    zone.then(|| with_day(line, hour, Some(minute), at, at + 2))
}

/// "5 p.m. Monday", "noon on Saturday", "4 a.m. EDT, Thursday": the day joins its hour.
pub fn with_day(line: &Line, hour: i8, minute: Option<i8>, at: usize, to: usize) -> Found {
    let start = to + usize::from(line.is_mark(to, ',') || line.is(to, W::On));
    let day = match line.word(start) {
        Some(W::Weekday(_)) if line.mark(start + 1) != Some(',') || !line.capital(start + 2) => {
            weekday::name(line, start).map(|(day, to)| (Shape::Weekday { day, pick: None, weeks: None }, to))
        }
        Some(W::Day(by)) => Some((relative::shift(Unit::Day, i32::from(by), Base::Reference), start + 1)),
        _ => None,
    };
    match day {
        Some((day, to)) => Found::new(Shape::Clock { hour, minute, day: Some(Box::new(day)) }, at, to),
        None => Found::new(Shape::Clock { hour, minute, day: None }, at, to),
    }
}

/// "pm", "p.m.", "a.m": is it the second half of the day?
fn meridiem(line: &Line, at: usize) -> Option<(bool, usize)> {
    match line.word(at) {
        Some(W::Am) => return Some((false, at + 1)),
        Some(W::Pm) => return Some((true, at + 1)),
        _ => {}
    }
    let pm = match line.text(at) {
        "p" => true,
        "a" => false,
        _ => return None,
    };
    let dotted = line.is_mark(at + 1, '.') && line.joined(at + 1) && line.text(at + 2) == "m" && line.joined(at + 2);
    let to = at + 3 + usize::from(line.is_mark(at + 3, '.') && line.joined(at + 3));
    dotted.then_some((pm, to))
}

/// "noon", "midnight" alone; the other parts of the day need a day beside them.
pub fn part_alone(line: &Line, at: usize) -> Option<Found> {
    let W::Part(part @ (DayPart::Noon | DayPart::Midnight)) = line.word(at)? else { return None };
    if line.text(at.wrapping_sub(1)) == "high" {
        return None;
    }
    Some(with_day(line, if part == DayPart::Noon { 12 } else { 0 }, None, at, at + 1))
}

/// "Friday" and "evening", "July 31" and "at noon": the part joins its day.
pub fn part_behind(line: &Line, found: Found) -> Found {
    if !matches!(found.shape, Shape::Weekday { .. } | Shape::Shift { .. } | Shape::Parts(_)) {
        return found;
    }
    let Tag::Word(W::Part(part)) = line.at(found.to) else { return found };
    let to = found.to + 1;
    Found { shape: Shape::DayPart { day: Box::new(found.shape.clone()), part }, to, ..found }
}
