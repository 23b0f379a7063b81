//! What a sentence, or the words of a cell, tell of one setting: its default, whether it is needed, of what kind it is and what limits it.

use super::Aspect;
use super::given::Given;
use super::words::Word;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::settings::{
    DEFAULT, ELSEWHERE, GOES_ON, KINDS, LATER, LINKS, MOST, NEEDS, ONCE, SWITCHES, UNDER,
};
use crate::text::Span;

/// So many words may stand between "default" and its value.
const REACH: usize = 6;

#[derive(Debug)]
pub struct Told {
    pub aspect: Aspect,
    pub given: Given,
    pub span: Span,
    /// The words that are the value.
    pub at: usize,
}

/// A value at a word, and the word behind it.
struct Seen {
    given: Given,
    span: Span,
    end: usize,
}

/// All that the words tell. `free` words belong to the setting alone: a cell, an item, what stands under its heading.
pub fn told(words: &[Word], free: bool) -> Vec<Told> {
    let mut found = Vec::new();
    let first = (0..words.len()).find_map(|at| default(words, at, free));
    found.extend(first.filter(|told| !is_elsewhere(words, told.at, free)));
    let first = (0..words.len()).find_map(|at| most(words, at));
    found.extend(first.filter(|told| !is_elsewhere(words, told.at, free)));
    if free {
        found.extend((0..words.len()).find_map(|at| need(words, at)));
        found.extend((0..words.len()).find_map(|at| kind(words, at)));
    }
    found
}

/// Does the clause around word `at` tell of another time, or of a case of its own?
fn is_elsewhere(words: &[Word], at: usize, free: bool) -> bool {
    let parts = |i: usize| {
        let before = i.checked_sub(1).and_then(|b| words.get(b));
        let labels = before.is_some_and(|b| DEFAULT.contains(b.lower.as_str()) || b.is("value"));
        words.get(i).is_some_and(|w| w.is(";") || w.is(":") && !labels)
    };
    let start = (0..at).rev().find(|i| parts(*i)).map_or(0, |i| i + 1);
    let end = (at..words.len()).find(|i| words.get(*i).is_some_and(|w| w.is(";"))).unwrap_or(words.len());
    // "It will be set to `true` by default": not yet.
    let not_yet = words
        .windows(3)
        .any(|w| matches!(w, [a, b, c] if a.is("will") && b.is("be") && LATER.contains(c.lower.as_str())));
    let is = |w: &Word| ONCE.contains(w.lower.as_str()) || !free && ELSEWHERE.contains(w.lower.as_str());
    not_yet || words.get(start..end).unwrap_or_default().iter().any(|w| !w.is_code && is(w))
}

fn seen(words: &[Word], at: usize) -> Option<Seen> {
    let word = words.get(at)?;
    if word.is_code {
        return Some(Seen { given: Given::of(&word.text)?, span: word.span, end: at + 1 });
    }
    if word.is_number() {
        let next = words.get(at + 1).filter(|w| !w.is_code);
        let with_unit = next.and_then(|n| Some((n, Given::of(&format!("{} {}", word.text, n.text))?)));
        return match with_unit {
            Some((unit, given)) => Some(Seen { given, span: word.span.cover(unit.span), end: at + 2 }),
            None => Some(Seen { given: Given::of(&word.text)?, span: word.span, end: at + 1 }),
        };
    }
    if matches!(word.text.as_str(), "\"" | "“" | "'") {
        let (inner, close) = (words.get(at + 1)?, words.get(at + 2)?);
        let closed = matches!(close.text.as_str(), "\"" | "”" | "'");
        return closed.then(|| Given::of(&inner.text)).flatten().map(|given| Seen {
            given,
            span: inner.span,
            end: at + 3,
        });
    }
    let switch = SWITCHES.get(word.lower.as_str())?;
    Some(Seen { given: Given::Switch(*switch), span: word.span, end: at + 1 })
}

/// The value that ends right before word `at`.
fn before(words: &[Word], at: usize) -> Option<(usize, Seen)> {
    let mut starts = (1..=3).rev().filter_map(|back| at.checked_sub(back));
    starts.find_map(|start| Some((start, seen(words, start).filter(|seen| seen.end == at)?)))
}

fn told_as(aspect: Aspect, at: usize, seen: Seen) -> Told {
    Told { aspect, given: seen.given, span: seen.span, at }
}

fn default(words: &[Word], at: usize, free: bool) -> Option<Told> {
    let word = words.get(at).filter(|w| !w.is_code && DEFAULT.contains(w.lower.as_str()))?;
    let previous = at.checked_sub(1).and_then(|i| words.get(i));
    if previous.is_some_and(|p| p.is("by")) {
        // "`stderr` by default will be": what stands before is told of, and no value.
        let goes_on = words.get(at + 1).is_some_and(|w| !w.is_code && GOES_ON.contains(w.lower.as_str()));
        if let Some((start, seen)) = before(words, at - 1).filter(|_| !goes_on) {
            return Some(told_as(Aspect::Default, start, seen));
        }
        return behind(words, at, |_| true).or_else(|| only_figure(words, at));
    }
    if previous.is_some_and(|p| p.is("no") || p.is("without")) {
        return None;
    }
    // "`250` (the default)"
    if words.get(at + 1).is_some_and(|w| w.is(")")) {
        let open = if previous.is_some_and(|p| p.is("the")) { at.checked_sub(2) } else { at.checked_sub(1) };
        let open = open.filter(|o| words.get(*o).is_some_and(|w| w.is("(")))?;
        return before(words, open).map(|(start, seen)| told_as(Aspect::Default, start, seen));
    }
    let opens = previous.is_none_or(|p| matches!(p.text.as_str(), "(" | "[" | "," | ";" | "." | "-" | "–" | "—" | "|"));
    let verb = word.lower == "defaults";
    // "The core defaults this to 0": another program does.
    if verb && words.get(at + 1).is_some_and(|w| w.is("this") || w.is("it") || w.is("that")) {
        return None;
    }
    // "SDL defaults to 75", "the system defaults are 5 and 7": those of something else.
    let of_another =
        verb && (previous.is_some_and(is_name) || words.get(at + 1).is_some_and(|w| w.is("are") || w.is("were")));
    if of_another {
        return None;
    }
    // "the default `config.toml`" says which file, not what the default is.
    behind(words, at, |between| {
        opens && free || verb || between.iter().any(|w| matches!(w.lower.as_str(), "is" | ":" | "=" | "of" | "are"))
    })
}

/// A word with a capital that is no common one.
fn is_name(word: &Word) -> bool {
    !word.is_code && word.text.starts_with(|c: char| c.is_uppercase()) && !is_common(&word.lower)
}

/// The value that follows word `at`, with words between that `fits` accepts.
fn behind(words: &[Word], at: usize, fits: impl Fn(&[Word]) -> bool) -> Option<Told> {
    let mut named = false;
    let mut next = at + 1;
    while next <= at + REACH {
        let word = words.get(next)?;
        let link = !word.is_code && LINKS.contains(word.lower.as_str());
        // "the default of `retries` is 3": the name stands between.
        let is_name = word.is_code
            && !named
            && words.get(next + 1).is_some_and(|w| matches!(w.lower.as_str(), "is" | "=" | ":" | "option" | "setting"));
        if link || is_name {
            named |= is_name;
            next += 1;
            continue;
        }
        break;
    }
    // "Default for `os` == `linux`": a condition.
    let is_condition = words.get(at + 1..next)?.windows(2).any(|w| matches!(w, [a, b] if a.is("=") && b.is("=")));
    if is_condition || words.get(at + 1..next)?.iter().any(|w| w.is("==")) {
        return None;
    }
    let seen = seen(words, next)?;
    let after = words.get(seen.end);
    let under = after.is_some_and(|w| !w.is_code && UNDER.contains(w.lower.as_str()));
    let fits = fits(words.get(at + 1..next)?);
    (fits && !under).then(|| told_as(Aspect::Default, next, seen))
}

/// "By default, links are followed 12 levels deep": the only figure of the sentence.
fn only_figure(words: &[Word], at: usize) -> Option<Told> {
    let mut figures = (0..words.len()).filter(|i| words.get(*i).is_some_and(|w| !w.is_code && w.is_number()));
    let only = figures.next().filter(|_| figures.next().is_none())?;
    let close = only.abs_diff(at) <= 3 * REACH;
    let switched = words.iter().any(|w| !w.is_code && SWITCHES.contains_key(w.lower.as_str()));
    seen(words, only).filter(|_| close && !switched).map(|seen| told_as(Aspect::Default, only, seen))
}

/// "at most 200", "max. 10 MB"
fn most(words: &[Word], at: usize) -> Option<Told> {
    let fits = |cue: &&&[&str]| cue.iter().enumerate().all(|(i, part)| words.get(at + i).is_some_and(|w| w.is(part)));
    let cue = MOST.iter().find(fits)?;
    let start = at + cue.len();
    let seen = seen(words, start).filter(|s| matches!(s.given, Given::Amount(_)))?;
    Some(told_as(Aspect::Most, start, seen))
}

/// "Optional.", "(required)": said of the setting as a whole, without a condition.
fn need(words: &[Word], at: usize) -> Option<Told> {
    let word = words.get(at).filter(|w| !w.is_code)?;
    let needed = *NEEDS.get(word.lower.as_str())?;
    let ends = words
        .get(at + 1)
        .is_none_or(|w| !w.is_code && matches!(w.lower.as_str(), "." | ")" | "]" | "," | ";" | "-" | "–" | "—"));
    let opens = at
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .is_none_or(|w| !w.is_code && matches!(w.lower.as_str(), "." | "(" | "[" | "," | ";" | "-" | "–" | "—"));
    if ends && opens {
        return Some(Told { aspect: Aspect::Required, given: Given::Switch(needed), span: word.span, at });
    }
    // "Required: yes"
    let colon = words.get(at + 1).is_some_and(|w| w.is(":"));
    let value = seen(words, at + 2).filter(|s| colon && matches!(s.given, Given::Switch(_)))?;
    let Given::Switch(on) = value.given else { return None };
    Some(Told { aspect: Aspect::Required, given: Given::Switch(on == needed), span: value.span, at: at + 2 })
}

/// "Type: `number`", "(string, ...)"
fn kind(words: &[Word], at: usize) -> Option<Told> {
    let word = words.get(at)?;
    let previous = |back: usize| at.checked_sub(back).and_then(|i| words.get(i));
    let labelled = previous(1).is_some_and(|w| w.is(":")) && previous(2).is_some_and(|w| w.is("type"));
    let bracketed = previous(1).is_some_and(|w| w.is("(")) && words.get(at + 1).is_some_and(|w| w.is(")") || w.is(","));
    let kind = KINDS.get(word.lower.trim_matches(['{', '}'])).filter(|_| labelled || bracketed)?;
    Some(Told { aspect: Aspect::Type, given: Given::Word((*kind).to_owned()), span: word.span, at })
}
