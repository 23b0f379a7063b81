//! The dateline that a report opens with: "LONDON, July 31 (Reuters) —". It is not
//! part of the first sentence, whose subject it would otherwise seem to be.

use super::written_date::find_date;
use std::cmp::Reverse;

/// A dateline is short.
const LONGEST: usize = 72;

const DASHES: [&str; 7] = [" -- ", " — ", " – ", " - ", "— ", " —", "—"];

/// The length of the dateline at the start of `text`, its dash included; 0 without one.
pub fn dateline(text: &str) -> usize {
    let window = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    // Every paragraph is asked, and few have a dash near their start.
    if !window.contains(['-', '–', '—']) {
        return 0;
    }
    let found = DASHES.iter().filter_map(|d| window.find(d).map(|at| (at, d.len())));
    let Some((at, dash)) = found.min_by_key(|(at, length)| (*at, Reverse(*length))) else { return 0 };
    let place = window.get(..at).unwrap_or_default().trim();
    let rest = text.get(at + dash..).unwrap_or_default();
    let opens = rest.trim_start().starts_with(|c: char| !c.is_lowercase());
    if opens && is_place(place) { at + dash + date_between(rest) } else { 0 }
}

/// The length of a day and the dash behind it: "July 31, 2025 – Ministers met."
fn date_between(rest: &str) -> usize {
    let Some((_, place)) = find_date(rest).filter(|(_, place)| rest.get(..place.start).is_some_and(is_blank)) else {
        return 0;
    };
    let behind = rest.get(place.end..).unwrap_or_default();
    DASHES.iter().find(|d| behind.starts_with(**d)).map_or(0, |dash| place.end + dash.len())
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// Capitalised words, the first in capitals or an agency in brackets behind them, or "City, Country".
fn is_place(words: &str) -> bool {
    let name = |w: &str| w.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    let inner = |c: char| matches!(c, '(' | ')' | ',' | '.' | '/');
    let all_names = words.split_whitespace().all(|w| name(w.trim_start_matches(inner)) || w == "of" || w == "de");
    // "ADA MOE (3 May 1902 - 9 June 1971)": the dash stands in brackets.
    let open = words.matches('(').count() > words.matches(')').count();
    if !all_names || open || words.ends_with(['.', ':', '?', '!']) {
        return false;
    }
    let first = words.split(|c: char| !c.is_alphabetic()).find(|w| !w.is_empty()).unwrap_or_default();
    let shouted = first.chars().count() >= 3 && first.chars().all(char::is_uppercase);
    let agency = words.ends_with(')') && words.contains('(');
    let city = words.split(',').count() == 2 && words.split_whitespace().count() <= 4 && !words.ends_with(',');
    agency || shouted || city && !words.contains(|c: char| c.is_ascii_digit()) || is_dated(words)
}

/// "Aldermere, 3 May 2025".
fn is_dated(words: &str) -> bool {
    let Some((_, day)) = find_date(words).filter(|(_, day)| day.end == words.len()) else { return false };
    let city = words.get(..day.start).unwrap_or_default().trim_end();
    city.ends_with(',') && city.split_whitespace().count() <= 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines() {
        for (text, rest) in [
            ("LONDON, July 31 (Reuters) - Ministers met.", "Ministers met."),
            ("OSLO, Norway (AP) — It rained.", "It rained."),
            ("(AFP) -- A ferry sank.", "A ferry sank."),
            ("NEW YORK — Shares fell.", "Shares fell."),
            ("Bergen, Norway - Two ships met.", "Two ships met."),
            ("Bergen, 3 May 2025 — Two ships met.", "Two ships met."),
            ("WASHINGTON – July 31, 2025 – Ministers met.", "Ministers met."),
        ] {
            assert_eq!(&text[dateline(text)..], rest);
        }
    }

    #[test]
    fn dashes_that_end_no_dateline() {
        for text in [
            "The treaty – signed in May – holds.",
            "Ministers met - again.",
            "Anna Berg — who won in 2019 — lost.",
            "In Rome, Italy - where it rained - they met.",
            "On 3 May 2025 — Two ships met.",
            "ADA MOE (3 May 1902 - 9 June 1971) was a pilot.",
            "",
            "—",
        ] {
            assert_eq!(dateline(text), 0, "{text}");
        }
    }
}
