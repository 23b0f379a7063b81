//! Numbers inside times: days of the month, years in digits and words, how many of a unit.

use super::line::{Line, Tag};
use super::shape::Count;
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// The day of a month at `at` ("3", "3rd", "third", "twenty-first", "twenty first"), with the token behind it.
/// Up to 99, so that an impossible day can be told from no day.
pub fn day(line: &Line, at: usize) -> Option<(i8, usize)> {
    if let Some(number) = line.number(at) {
        if number.digits > 2 || number.value == 0 {
            return None;
        }
        let suffixed = line.joined(at + 1) && line.is(at + 1, W::Suffix);
        // "3 000", "3.5", "3%" are no days; "10s" neither.
        if !suffixed && line.joined(at + 1) && !matches!(line.at(at + 1), Tag::Mark(_)) && !line.is_clitic(at + 1) {
            return None;
        }
        return Some((number.value as i8, at + 1 + usize::from(suffixed)));
    }
    ordinal(line, at).or_else(|| cardinal_day(line, at))
}

/// Like `day`, only written as an ordinal.
pub fn ordinal(line: &Line, at: usize) -> Option<(i8, usize)> {
    match line.word(at)? {
        W::Ordinal(n) => Some((n as i8, at + 1)),
        W::Unit(Unit::Second) => Some((2, at + 1)),
        W::Cardinal(tens @ (20 | 30)) => {
            let unit = if line.is_dash(at + 1) { at + 2 } else { at + 1 };
            let ones = match line.word(unit)? {
                W::Ordinal(n @ 1..=9) => n,
                W::Unit(Unit::Second) => 2,
                _ => return None,
            };
            Some((tens as i8 + ones as i8, unit + 1))
        }
        _ => None,
    }
}

fn cardinal_day(line: &Line, at: usize) -> Option<(i8, usize)> {
    let (n, next) = below_hundred(line, at)?;
    (n <= 31).then_some((n as i8, next))
}

/// "seven", "twenty-nine", "twenty nine".
pub fn below_hundred(line: &Line, at: usize) -> Option<(u32, usize)> {
    let W::Cardinal(n) = line.word(at)? else { return None };
    if n < 20 {
        return Some((u32::from(n), at + 1));
    }
    let unit = if line.is_dash(at + 1) && line.joined(at + 1) { at + 2 } else { at + 1 };
    match line.word(unit) {
        Some(W::Cardinal(ones @ 1..=9)) => Some((u32::from(n + ones), unit + 1)),
        _ => Some((u32::from(n), at + 1)),
    }
}

/// A year in words: "nineteen ninety-six", "two thousand and five", "twenty twenty".
pub fn year_words(line: &Line, at: usize) -> Option<(i32, usize)> {
    let W::Cardinal(first) = line.word(at)? else { return None };
    if first == 2 && line.is(at + 1, W::Thousand) {
        let rest = at + 2 + usize::from(line.is(at + 2, W::And));
        return match below_hundred(line, rest) {
            Some((n, next)) => Some((2000 + n as i32, next)),
            None => Some((2000, at + 2)),
        };
    }
    if !(11..=20).contains(&first) {
        return None;
    }
    let mut next = at + 1;
    if line.is(next, W::Hundred) {
        next += 1 + usize::from(line.is(next + 1, W::And));
        return match below_hundred(line, next) {
            Some((n, after)) => Some((i32::from(first) * 100 + n as i32, after)),
            None => Some((i32::from(first) * 100, at + 2)),
        };
    }
    let (n, after) = below_hundred(line, next)?;
    (n >= 10).then_some((i32::from(first) * 100 + n as i32, after))
}

/// How many: "three", "2.5", "two and a half", "2 1/2", "a hundred", "1,500", "a couple of", "several", "a".
pub fn count(line: &Line, at: usize) -> Option<(Count, usize)> {
    let (count, next) = simple_count(line, at)?;
    let Count::Hundredths(h) = count else { return Some((count, next)) };
    // "two and a half", "two-and-a-half", "2 1/2"
    if let Some(next) = and_a_half(line, next) {
        return Some((Count::Hundredths(h.saturating_add(50)), next));
    }
    if let (Some(top), true, Some(bottom)) = (line.number(next), line.is_mark(next + 1, '/'), line.number(next + 2))
        && top.value < bottom.value
        && bottom.value <= 4
    {
        return Some((Count::Hundredths(h.saturating_add(100 * top.value / bottom.value)), next + 3));
    }
    if line.is_mark(next, '½') {
        let h = if line.is(at, W::A) { 0 } else { h };
        return Some((Count::Hundredths(h.saturating_add(50)), next + 1));
    }
    Some((count, next))
}

/// The token behind "and a half".
pub fn and_a_half(line: &Line, at: usize) -> Option<usize> {
    let dash = |i: usize| i + usize::from(line.is_dash(i) && line.joined(i));
    let and = dash(at);
    let article = dash(and + 1);
    let half = dash(article + 1);
    (line.is(and, W::And) && line.is(article, W::A) && line.is(half, W::Half)).then_some(half + 1)
}

/// "A quarter of an", "three quarters of a": so many of the unit that follows.
fn quarters(line: &Line, at: usize) -> Option<(Count, usize)> {
    let (count, next) = match line.word(at)? {
        W::A => (1, at + 1),
        W::Cardinal(count @ (1 | 3)) => (u32::from(count), at + 1),
        _ => return None,
    };
    let quarter = next + usize::from(line.is_dash(next));
    let named = matches!(line.word(quarter), Some(W::Unit(Unit::Quarter) | W::Units(Unit::Quarter)));
    let of_one = named && line.is(quarter + 1, W::Of) && line.is(quarter + 2, W::A);
    of_one.then_some((Count::Hundredths(25 * count), quarter + 3))
}

fn simple_count(line: &Line, at: usize) -> Option<(Count, usize)> {
    if let Some(found) = quarters(line, at) {
        return Some(found);
    }
    match line.at(at) {
        Tag::Number(n) => Some((Count::whole(n.value), at + 1)),
        Tag::Figures => figures(line.text(at)).map(|h| (Count::Hundredths(h), at + 1)),
        Tag::Word(W::Vague) => Some((Count::Vague, at + 1 + usize::from(line.is(at + 1, W::Of)))),
        Tag::Word(W::Cardinal(_)) => {
            let (n, next) = below_hundred(line, at)?;
            let dash = usize::from(line.is_dash(next));
            match line.word(next + dash) {
                Some(W::Hundred) => {
                    let rest = next + 1 + usize::from(line.is(next + 1, W::And));
                    match below_hundred(line, rest) {
                        Some((ones, after)) => Some((Count::whole(n * 100 + ones), after)),
                        None => Some((Count::whole(n * 100), next + 1)),
                    }
                }
                Some(W::Thousand) => Some((Count::whole(n * 1000), next + 1)),
                Some(W::Dozen) => Some((Count::whole(n * 12), next + 1)),
                _ => Some((Count::whole(n), next)),
            }
        }
        Tag::Word(W::A) => match line.word(at + 1) {
            Some(W::Hundred) => Some((Count::whole(100), at + 2)),
            Some(W::Thousand) => Some((Count::whole(1000), at + 2)),
            Some(W::Dozen) => Some((Count::whole(12), at + 2)),
            Some(W::Vague) => Some((Count::Vague, at + 2 + usize::from(line.is(at + 2, W::Of)))),
            _ => Some((Count::whole(1), at + 1)),
        },
        Tag::Word(W::Half) => {
            let of = usize::from(line.is(at + 1, W::Of));
            line.is(at + 1 + of, W::A).then_some((Count::Hundredths(50), at + 2 + of))
        }
        _ => None,
    }
}

/// "1,500" or "2.5" in hundredths.
fn figures(text: &str) -> Option<u32> {
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '\u{a0}' | '\u{202f}')).collect();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.len() > 7 || fraction.len() > 2 || fraction.contains('.') {
        return None;
    }
    let cents: u32 = format!("{fraction:0<2}").parse().ok()?;
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(cents)
}
