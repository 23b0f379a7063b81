//! What an amount measures: "a depth of 10 km", "13 % of the market cap", "77 km
//! southwest of Lyon", "a 31 % premium", "a magnitude-6.8 quake".

use super::Subject;
use super::words::is_content;
use crate::document::Document;
use crate::lexicon::en::hedges::BEFORE;
use crate::lexicon::en::measured::{DIRECTIONS, MEASURED_BY};
use crate::mention::Mention;
use crate::value::{Amount, AmountKind};

/// How many words of a noun phrase are read.
const REACH: usize = 5;

pub fn measured(document: &Document, mention: &Mention, amount: &Amount) -> Subject {
    if matches!(amount.kind, AmountKind::Ordinal | AmountKind::Label | AmountKind::Age) {
        return Subject::default();
    }
    let range = document.sentence_tokens(document.sentence_at(mention.span.start));
    let first = document.token_at(mention.span.start);
    let next = document.token_at(mention.span.end);
    before(document, range.start, first).or_else(|| after(document, next, range.end)).unwrap_or_default()
}

/// "a depth of", "magnitude": the noun before the amount, past hedges and articles.
fn before(document: &Document, start: usize, first: usize) -> Option<Subject> {
    let mut at = first.checked_sub(1).filter(|i| *i >= start)?;
    let skipped = |word: &str| {
        BEFORE.contains_key(word) || matches!(word, "a" | "an" | "the" | "than" | "more" | "least" | "-" | "(")
    };
    while skipped(document.word(at)) && document.word(at) != "of" {
        at = at.checked_sub(1).filter(|i| *i >= start)?;
    }
    if document.word(at) == "of" {
        let noun = at.checked_sub(1).filter(|i| *i >= start)?;
        return is_noun(document, noun).then(|| subject(document, noun, adjectives(document, start, noun)..noun));
    }
    let named = MEASURED_BY.contains(document.word(at));
    named.then(|| subject(document, at, at..at))
}

/// The first of the words between the noun's article and the noun; the noun itself where no article stands.
fn adjectives(document: &Document, start: usize, noun: usize) -> usize {
    let mut first = noun;
    while first > start && noun - first < 3 && is_noun(document, first - 1) {
        first -= 1;
    }
    let opener = first.checked_sub(1).filter(|i| *i >= start).map_or("", |i| document.word(i));
    if matches!(opener, "a" | "an" | "the" | "its" | "their" | "his" | "her" | "'s" | "’s") { first } else { noun }
}

/// "of the firm's market cap", "southwest of Lyon", "deep", "premium".
fn after(document: &Document, next: usize, end: usize) -> Option<Subject> {
    let word = document.word(next);
    if DIRECTIONS.contains(word) {
        let to = (next + REACH).min(end);
        return Some(subject(document, next, next + 1..to));
    }
    if word == "of" || (word == "-" && document.joined(next) && document.joined(next + 1)) {
        return phrase(document, next + 1, end);
    }
    if MEASURED_BY.contains(word) {
        return Some(subject(document, next, next..next));
    }
    None
}

/// The noun phrase that starts at `from`; its last word is the head.
fn phrase(document: &Document, from: usize, end: usize) -> Option<Subject> {
    let clitic = |word: &str| word.starts_with('\'') || word.starts_with('’');
    let mut words = Vec::new();
    for at in (from..end).take(REACH + 2) {
        let word = document.word(at);
        if document.token(at).is_some_and(|t| t.is_word()) && (is_content(word) || clitic(word)) {
            words.push(at);
        } else if !words.is_empty()
            || !matches!(word, "the" | "a" | "an" | "its" | "their" | "all" | "his" | "her" | "-")
        {
            break;
        }
    }
    while words.last().is_some_and(|at| clitic(document.word(*at))) {
        words.pop();
    }
    let head = *words.last()?;
    Some(subject(document, head, *words.first()?..head))
}

fn is_noun(document: &Document, at: usize) -> bool {
    document.token(at).is_some_and(|t| t.is_word()) && is_content(document.word(at))
}

fn subject(document: &Document, head: usize, modifiers: std::ops::Range<usize>) -> Subject {
    let content = |at: &usize| is_noun(document, *at);
    Subject {
        head: document.word(head).to_owned(),
        span: document.token(head).map(|t| t.span).unwrap_or_default(),
        modifiers: modifiers.filter(content).map(|at| document.word(at).to_owned()).collect(),
    }
}
