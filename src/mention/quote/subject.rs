//! The subject of a clause that reports speech: a pronoun, "the minister", or a name with
//! what it is called. What stands beside it in commas is no second subject ("Ada Roth,
//! Controller, Harbour Unit, said"); two names with "and" between them are one ("Roth and
//! Lind said").

use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::names::OPENERS;
use crate::lexicon::en::stop_words::{CALENDAR, STOP_WORDS};
use crate::text::{WordSet, word_set};
use std::ops::Range;

const PRONOUNS: WordSet = word_set! { "he", "she", "they", "it", "we", "i", "who", "you" };

/// Small words inside a name ("Ursula von der Leyen").
const PARTICLES: WordSet = word_set! { "von", "van", "der", "den", "de", "da", "di", "bin", "al", "el", "la", "le", "of", "the", "for", "dos", "du" };

/// Words that may stand between a speaker and the verb.
const LIGHT: WordSet = word_set! { "also", "later", "then", "once", "recently", "has", "had", "have", "as", "that", "on", "in", "previously", "today", "yesterday" };

const DETERMINERS: WordSet = word_set! { "the", "a", "an", "his", "her", "their", "its", "one" };

/// The subject that begins with the first of the tokens `clause`, at the end of which the verb stands.
pub fn opening(document: &Document, clause: Range<usize>) -> Option<Range<usize>> {
    let parts = parts(document, clause.clone());
    let first = parts.first().filter(|p| p.start == clause.start)?;
    let subject = phrase(document, first, true)?;
    if parts.len() == 1 {
        return Some(subject);
    }
    joint(document, &parts, subject.clone()).or(Some(subject))
}

/// The subject of the verb at token `verb`, in a sentence that begins at token `start`.
pub fn ahead_of(document: &Document, start: usize, verb: usize) -> Option<Range<usize>> {
    let opens = |i: &usize| matches!(document.word(*i), ";" | ":" | "—" | "–" | "“" | "”" | "\"" | "''" | "``");
    let from = (start..verb).rev().find(opens).map_or(start, |i| i + 1);
    let parts = parts(document, from..verb);
    let last = parts.last()?;
    let beside = document.word(verb.checked_sub(1)?) == ",";
    // In commas before the verb stands what the subject is called.
    let (own, rest) = if beside && parts.len() > 1 {
        (parts.get(parts.len() - 2)?, parts.get(..parts.len() - 2)?)
    } else {
        (last, parts.get(..parts.len() - 1)?)
    };
    let nearest = phrase(document, own, false);
    // What stands before it in commas may be the name, and itself the post.
    let chain = rest.len() - rest.iter().rev().take_while(|p| phrase(document, p, true).is_some()).count();
    let people = || rest.get(chain..).unwrap_or_default().iter().filter_map(|p| whole_name(document, p));
    let Some(nearest) = nearest else { return people().next() };
    // "Ada Roth, head of the Harbour Board said", but not "Ada Roth, while the Harbour Board said".
    let opener = document.word(own.start);
    let called = DETERMINERS.contains(opener) || !STOP_WORDS.contains(opener) && !OPENERS.contains(opener);
    let person = people().next().filter(|_| called && !PRONOUNS.contains(document.word(nearest.start)));
    let subject = person.unwrap_or(nearest);
    joint(document, &parts, subject.clone()).or(Some(subject))
}

/// The subject behind its verb: "said the mayor", "said Ada Roth and Jon Lind".
pub fn after_verb(document: &Document, reach: Range<usize>) -> Option<Range<usize>> {
    let from = reach.start;
    if PRONOUNS.contains(document.word(from)) && !reach.is_empty() {
        return Some(from..from + 1);
    }
    let mut at = from;
    while reach.contains(&at) && !is_name(document, at) {
        // Titles and determiners may come first ("said mayor Ada Roth").
        if at - from > 4 || !document.token(at)?.is_word() || super::SAYING.contains(document.word(at)) {
            break;
        }
        at += 1;
    }
    if reach.contains(&at) && is_name(document, at) {
        let mut end = run(document, at, reach.end);
        while document.word(end) == "and" && is_name(document, end + 1) && end + 1 < reach.end {
            end = run(document, end + 1, reach.end);
        }
        return Some(at..end);
    }
    (DETERMINERS.contains(document.word(from)) && reach.start + 1 < reach.end).then(|| {
        let ends =
            |i: &usize| super::SAYING.contains(document.word(*i)) || !document.token(*i).is_some_and(|t| t.is_word());
        from..(from + 1..reach.end.min(from + 5)).find(ends).unwrap_or(from + 2)
    })
}

/// The parts of a clause between its commas; what stands in brackets is left out.
fn parts(document: &Document, clause: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let (mut from, mut depth) = (clause.start, 0usize);
    let end = clause.end;
    for at in clause {
        match document.word(at) {
            "(" => {
                parts.extend((depth == 0 && from < at).then_some(from..at));
                depth += 1;
            }
            ")" => {
                depth = depth.saturating_sub(1);
                from = at + 1;
            }
            "," if depth == 0 => {
                parts.extend((from < at).then_some(from..at));
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.extend((depth == 0 && from < end).then_some(from..end));
    parts
}

/// Who is named by these words, "also" and the like behind them aside. Where `anchored`, nothing but what he or she is
/// called stands before the name.
fn phrase(document: &Document, part: &Range<usize>, anchored: bool) -> Option<Range<usize>> {
    let light =
        |i: usize| LIGHT.contains(document.word(i)) || document.word(i).ends_with("ly") && !is_name(document, i);
    let mut end = part.end;
    while end > part.start && light(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).filter(|i| *i >= part.start)?;
    if PRONOUNS.contains(document.word(last)) && (!anchored || last == part.start) {
        return Some(last..end);
    }
    let Some(start) = name_start(document, part.start, end) else {
        let determined = (part.start..last).rev().take(5).find(|i| DETERMINERS.contains(document.word(*i)))?;
        let worded = (determined..end)
            .all(|i| document.token(i).is_some_and(|t| t.is_word() || t.is_number()) || document.word(i) == "-");
        return (worded && (!anchored || determined == part.start)).then_some(determined..end);
    };
    let called = |i: usize| {
        let word = document.word(i);
        DETERMINERS.contains(word)
            || matches!(word, "'s" | "’s" | "-")
            || is_name(document, i)
            || document.token(i).is_some_and(|t| t.is_word() || t.is_number())
                && !(STOP_WORDS.contains(word) || OPENERS.contains(word) || super::SAYING.contains(word))
    };
    // "harbour chief Ada Roth", but not "while Ada Roth", nor "praised Ada Roth".
    let noun = |i: usize| {
        calling(document.word(i)).is_some()
            || is_name(document, i)
            || DETERMINERS.contains(document.word(i))
            || matches!(document.word(i), "'s" | "’s")
    };
    let fits = (part.start..start).all(called) && (start == part.start || noun(start - 1));
    (fits || !anchored).then_some(start..end)
}

/// Where the name begins that ends before token `end`; two names with "and" between them are one.
fn name_start(document: &Document, floor: usize, end: usize) -> Option<usize> {
    let mut start = end;
    while start > floor {
        let at = start - 1;
        let named = |i: Option<usize>| i.is_some_and(|i| i >= floor && is_name(document, i));
        let small = |i: usize| i >= floor && PARTICLES.contains(document.word(i));
        let linked = start < end
            && (small(at) && (named(at.checked_sub(1)) || at > 0 && small(at - 1) && named(at.checked_sub(2)))
                || matches!(document.word(at), "and" | "&") && named(at.checked_sub(1))
                || matches!(document.word(at), "-" | ".") && named(at.checked_sub(1)) && document.joined(at));
        if !is_name(document, at) && !linked {
            break;
        }
        start = at;
    }
    // "On Monday Roth": neither the preposition nor the day is part of the name.
    while start < end && {
        let word = document.word(start);
        let next = document.word(start + 1);
        STOP_WORDS.contains(word) && word != "the"
            || OPENERS.contains(word)
            || CALENDAR.contains(word) && start + 1 < end && next != "and"
    } {
        start += 1;
    }
    (start < end && is_name(document, start)).then_some(start)
}

/// A person's full name and nothing else.
fn whole_name(document: &Document, part: &Range<usize>) -> Option<Range<usize>> {
    let capitals = part.clone().filter(|i| is_name(document, *i)).count();
    let whole = part.clone().all(|i| {
        let word = document.word(i);
        let plain = calling(word).is_none()
            && !CALENDAR.contains(word)
            && !STOP_WORDS.contains(word)
            && !OPENERS.contains(word);
        is_name(document, i) && plain
            || matches!(word, "." | "-")
            || PARTICLES.contains(word) && word != "of" && word != "for"
    });
    (whole && (2..=5).contains(&capitals)).then(|| part.clone())
}

/// The subject together with another one that "and" adds behind a comma.
fn joint(document: &Document, parts: &[Range<usize>], subject: Range<usize>) -> Option<Range<usize>> {
    let other = parts.iter().rev().find(|p| p.start >= subject.end && document.word(p.start) == "and")?;
    let second = whole_name(document, &(other.start + 1..other.end))?;
    Some(subject.start..second.end)
}

/// The end of the name that starts at `at`.
fn run(document: &Document, at: usize, until: usize) -> usize {
    let mut end = at + 1;
    while end < until
        && (is_name(document, end)
            || (PARTICLES.contains(document.word(end)) && is_name(document, end + 1))
            || (matches!(document.word(end), "-" | ".")
                && document.joined(end)
                && end + 1 < until
                && is_name(document, end + 1)))
    {
        end += 1;
    }
    end
}

fn is_name(document: &Document, index: usize) -> bool {
    document.token(index).is_some_and(|t| t.is_word() && t.capital) && !matches!(document.word(index), "’s" | "'s")
}
