//! Hours as they are spoken: "half past eight", "a quarter to nine", "fourteen minutes past three", "two in the afternoon",
//! "4:42 in the morning".

use super::clock::with_day;
use super::count::below_hundred;
use super::line::Line;
use super::shape::Found;
use crate::lexicon::en::time_words::{DayPart, TimeWord as W, Unit};

/// "Half past eight", "twenty to nine", "ten minutes past three", "two in the afternoon".
pub fn read(line: &Line, at: usize) -> Option<Found> {
    past_or_to(line, at).or_else(|| alone(line, at))
}

/// The half of the day behind an hour: "in the morning", "at night".
pub fn half(line: &Line, hour: i8, at: usize) -> Option<(i8, usize)> {
    let (part, to) = match (line.word(at)?, line.word(at + 1)?) {
        (W::In, W::The) => (line.word(at + 2)?, at + 3),
        (W::At, part @ W::Part(DayPart::Night)) => (part, at + 2),
        _ => return None,
    };
    let W::Part(part) = part else { return None };
    let hour = (1..=12).contains(&hour).then_some(hour.wrapping_rem(12))?;
    let later = match part {
        DayPart::Morning => false,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => hour >= 6,
        DayPart::Noon | DayPart::Midnight => return None,
    };
    Some((if later { hour.saturating_add(12) } else { hour }, to))
}

/// "Twenty past seven", "a quarter to nine in the morning". "About ten to twelve" and "in half to five parts" are ranges and
/// parts: what lies before an hour ends its clause, or tells of minutes, of the clock or of a part of the day.
fn past_or_to(line: &Line, at: usize) -> Option<Found> {
    let Minutes { minutes, next, is_told, is_spelled } = minutes(line, at)?;
    let (printed, to) = hour(line, next + 1)?;
    let clear = is_told || half(line, printed, to).is_some() || line.is(to.wrapping_sub(1), W::OClock);
    let leads = matches!(line.before(at), Some(W::At | W::Until | W::Before | W::After));
    let ends = matches!(line.mark(to), Some('.' | ',' | ';' | '\n')) || line.is(to, W::On);
    let later = match line.text(next) {
        "past" if clear || is_spelled || leads && ends => true,
        "to" if minutes != 30 && (clear || is_spelled && leads && ends) => false,
        _ => return None,
    };
    // The hour that has begun is of the part of the day: "ten to twelve in the morning".
    let (begun, minute) = match (later, printed) {
        (true, _) => (printed, minutes),
        (false, 1) => (12, 60 - minutes),
        (false, _) => (printed - 1, 60 - minutes),
    };
    let (hour, to) = half(line, begun, to).unwrap_or((begun, to));
    Some(with_day(line, hour, Some(minute), at, to))
}

struct Minutes {
    minutes: i8,
    next: usize,
    /// "Minutes" stands behind it.
    is_told: bool,
    /// In words: "half", "twenty".
    is_spelled: bool,
}

fn minutes(line: &Line, at: usize) -> Option<Minutes> {
    let start = at + usize::from(line.is(at, W::A));
    match line.word(start) {
        Some(W::Half) if start == at => {
            return Some(Minutes { minutes: 30, next: at + 1, is_told: false, is_spelled: true });
        }
        Some(W::Unit(Unit::Quarter)) => {
            return Some(Minutes { minutes: 15, next: start + 1, is_told: false, is_spelled: true });
        }
        _ => {}
    }
    let (count, next) = cardinal(line, at)?;
    let is_told = line.is(next, W::Units(Unit::Minute));
    let minutes = i8::try_from(count).ok().filter(|n| (1..60).contains(n) && (is_told || n % 5 == 0))?;
    Some(Minutes { minutes, next: next + usize::from(is_told), is_told, is_spelled: line.number(at).is_none() })
}

/// "Two in the afternoon", "eight o'clock", behind a word that leads to a time: without it, it may count something.
fn alone(line: &Line, at: usize) -> Option<Found> {
    let leads = matches!(line.before(at)?, W::At | W::By | W::Until | W::Since | W::Before | W::After | W::About)
        || at > 0 && matches!(line.text(at - 1), "almost" | "nearly" | "around");
    let (hour, to) = hour(line, at).filter(|_| leads)?;
    let (hour, to) = half(line, hour, to).or_else(|| line.is(to - 1, W::OClock).then_some((hour, to)))?;
    Some(with_day(line, hour, None, at, to))
}

fn hour(line: &Line, at: usize) -> Option<(i8, usize)> {
    let (count, to) = cardinal(line, at)?;
    let hour = i8::try_from(count).ok().filter(|hour| (1..=12).contains(hour))?;
    Some((hour, to + usize::from(line.is(to, W::OClock))))
}

fn cardinal(line: &Line, at: usize) -> Option<(u32, usize)> {
    let digits = line.number(at).filter(|n| n.digits <= 2).map(|n| (n.value, at + 1));
    digits.or_else(|| below_hundred(line, at))
}
