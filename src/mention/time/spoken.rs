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

/// "Twenty past seven", "a quarter to nine in the morning".
fn past_or_to(line: &Line, at: usize) -> Option<Found> {
    let (minutes, next, is_told) = minutes(line, at)?;
    let later = match line.text(next) {
        "past" => true,
        // "By ten to two" counts votes, "from ten to two" is a range: what are minutes must be told, or stand where an hour does.
        "to" if is_told || line.before(at).is_some_and(|w| matches!(w, W::At | W::Until | W::About | W::Since)) => {
            false
        }
        _ => return None,
    };
    let (hour, to) = hour(line, next + 1)?;
    let (hour, to) = half(line, hour, to).unwrap_or((hour, to));
    let (hour, minute) = if later { (hour, minutes) } else { ((hour + 23) % 24, 60 - minutes) };
    Some(with_day(line, hour, Some(minute), at, to))
}

/// So many minutes, and whether nothing else can be meant.
fn minutes(line: &Line, at: usize) -> Option<(i8, usize, bool)> {
    let start = at + usize::from(line.is(at, W::A));
    match line.word(start) {
        Some(W::Half) if start == at => return Some((30, at + 1, true)),
        Some(W::Unit(Unit::Quarter)) => return Some((15, start + 1, true)),
        _ => {}
    }
    let (count, next) = cardinal(line, at)?;
    let told = line.is(next, W::Units(Unit::Minute));
    let minutes = i8::try_from(count).ok().filter(|n| (1..60).contains(n) && (told || n % 5 == 0))?;
    Some((minutes, next + usize::from(told), told))
}

/// "Two in the afternoon", behind a word that leads to a time: without it, it may count something.
fn alone(line: &Line, at: usize) -> Option<Found> {
    let leads = matches!(line.before(at)?, W::At | W::By | W::Until | W::Since | W::Before | W::After | W::About)
        || at > 0 && matches!(line.text(at - 1), "almost" | "nearly" | "around");
    let (hour, to) = hour(line, at).filter(|_| leads)?;
    let (hour, to) = half(line, hour, to)?;
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
