//! Phrases that documents share: weak agreements, but what an editor ticks first.
//! No rule: nothing here is ever a fault.

use super::super::{Context, Label, Outcome};
use crate::claim::{Ledger, Stem, is_content};
use crate::document::Document;
use crate::lexicon::en::change::CHANGE;
use crate::text::Span;
use crate::value::Value;
use std::collections::{BTreeMap, HashMap};

/// A pair of words that stands in more places than this is no telling phrase.
const PLACES: usize = 12;
/// Longer shared runs are the same text, not the same fact.
const LONGEST: usize = 12;

/// How many mentions before a phrase's end may touch it: a quotation, a list, a name and its own.
const NEAR: usize = 4;

/// Two neighbouring words.
type Pair = (Stem, Stem);
/// A document and the token where a pair starts.
type Place = (usize, usize);

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let mut places: HashMap<Pair, Vec<Place>> = HashMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for token in 0..ledger.document.tokens.len() {
            if let Some(pair) = pair(ledger, token) {
                places.entry(pair).or_default().push((index, token));
            }
        }
    }
    let mut phrases: BTreeMap<Vec<Stem>, BTreeMap<usize, Span>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let comparable = |other: usize| other > index && context.comparable(index, other);
        // How far the phrase found last reaches in each other document's comparison.
        let mut done: HashMap<usize, usize> = HashMap::new();
        for token in 0..ledger.document.tokens.len() {
            let Some(found) = pair(ledger, token).and_then(|p| places.get(&p)).filter(|p| p.len() <= PLACES) else {
                continue;
            };
            for (other, at) in found.iter().filter(|(other, _)| comparable(*other)) {
                if done.get(other).is_some_and(|end| token < *end) {
                    continue;
                }
                let Some(there) = context.ledgers.get(*other) else { continue };
                let phrase = extend(ledger, token, there, *at);
                done.insert(*other, token + phrase.len() - 1);
                let here = span(&ledger.document, token, phrase.len());
                if phrase.len() <= LONGEST
                    && !is_name(&ledger.document, token, phrase.len())
                    && !has_value(ledger, here)
                {
                    let labels = phrases.entry(phrase.clone()).or_default();
                    labels.entry(index).or_insert(here);
                    labels.entry(*other).or_insert_with(|| span(&there.document, *at, phrase.len()));
                }
            }
        }
    }
    for labels in phrases.values() {
        let words =
            labels.iter().next().and_then(|(d, s)| context.document(*d).map(|doc| doc.slice(*s))).unwrap_or_default();
        let labels = labels.iter().map(|(document, span)| Label::related(*document, *span, "the same words")).collect();
        outcome.agree("wording", format!("both speak of “{words}”"), labels);
    }
}

/// The pair that starts at a token: two content words of one sentence, or a change with its object ("surge in").
fn pair(ledger: &Ledger, index: usize) -> Option<Pair> {
    let document = &ledger.document;
    // Most words are followed by none that tells.
    let (one, other) = (ledger.content_stem(index)?, ledger.stem(index + 1)?);
    let word = |i: usize| document.token(i).filter(|t| t.is_word());
    let (first, second) = (word(index)?, word(index + 1)?);
    let gap = Span { start: first.span.end, end: second.span.start };
    if document.slice(gap).contains('\n') {
        return None;
    }
    let (first, second) = (document.slice_lower(first.span), document.slice_lower(second.span));
    let tells = |w: &str| w.len() > 2 && is_content(w);
    let change = second == "in" && CHANGE.contains_key(first);
    (tells(first) && (tells(second) || change)).then_some((one, other))
}

/// The longest run of shared pairs from two places on, as stems.
fn extend(a: &Ledger, at: usize, b: &Ledger, there: usize) -> Vec<Stem> {
    let mut stems = Vec::new();
    let mut offset = 0;
    while let (Some(x), Some(y)) = (pair(a, at + offset), pair(b, there + offset)) {
        if x != y {
            break;
        }
        if stems.is_empty() {
            stems.push(x.0);
        }
        stems.push(x.1);
        offset += 1;
    }
    stems
}

/// A run of capitalised words is a name: that both documents have it says little.
fn is_name(document: &Document, first: usize, tokens: usize) -> bool {
    (first..first + tokens).all(|i| document.token(i).is_some_and(|t| t.capital))
}

/// "last year", "first time", "three votes": times and amounts are held against each other by
/// their values, and say little as words.
fn has_value(ledger: &Ledger, phrase: Span) -> bool {
    let until = ledger.mentions.partition_point(|m| m.span.start < phrase.end);
    let near = ledger.mentions.iter().take(until).rev().take(NEAR);
    near.filter(|m| m.span.end > phrase.start).any(|m| matches!(m.value, Value::Time(_) | Value::Amount(_)))
}

fn span(document: &Document, first: usize, tokens: usize) -> Span {
    let of = |i: usize| document.token(i).map(|t| t.span).unwrap_or_default();
    of(first).cover(of(first + tokens - 1))
}
