//! A "not" or an "allegedly" that came or went in a sentence which is otherwise the same, a
//! word in its opposite's place, and figures that are no values: what the facts do not show.

use super::phrase::phrase_at;
use super::sentences::Like;
use super::{Change, FactKind, Nature};
use crate::claim::{Ledger, is_content, stem_text};
use crate::compare::wording::compare_whole;
use crate::lexicon::en::antonyms::ANTONYMS;
use crate::lexicon::en::degree::{ALLEGING, DEGREES};
use crate::mention::quote::{Word, words};
use crate::text::Span;
use crate::value::Value;

/// Sentences that share less are other sentences.
const ALIKE: f64 = 0.4;
/// How many words around a change are shown and looked at.
const AROUND: usize = 1;
/// How many words a "not" may have moved by.
const MOVED: usize = 4;

pub fn changes(old: &Ledger, new: &Ledger, like: &[Like]) -> Vec<Change> {
    like.iter().filter(|like| like.share >= ALIKE).flat_map(|like| of_sentences(old, new, like)).collect()
}

/// Figures that took each other's place and that nobody read as a value: "3–1" → "3–2".
pub fn figures(old: &Ledger, new: &Ledger, like: &[Like]) -> Vec<Change> {
    let sentence = |ledger: &Ledger, index: usize| {
        let span = ledger.document.sentences.get(index).map(|s| s.span).unwrap_or_default();
        words(&ledger.document, &[span])
    };
    let mut found = Vec::new();
    for Like { old: o, new: n, .. } in like.iter().filter(|like| like.share >= ALIKE) {
        let (words_a, words_b) = (sentence(old, *o), sentence(new, *n));
        for change in compare_whole(&words_a, &words_b).changes {
            let both = words_a.get(change.a).unwrap_or_default().iter().zip(words_b.get(change.b).unwrap_or_default());
            let pairs = both.filter_map(|(a, b)| Some((figure(old, a)?, figure(new, b)?)));
            found.extend(pairs.map(|(before, after)| Change {
                nature: Nature::Altered,
                kind: FactKind::Quantity,
                about: phrase_at(new, after, *n).unwrap_or_else(|| "figure".to_owned()),
                old: Some(before),
                new: Some(after),
                before: vec![before],
                after: vec![after],
                exactness: None,
            }));
        }
    }
    found
}

/// A number that is part of no value, with what touches it: "19:00".
fn figure(ledger: &Ledger, word: &Word) -> Option<Span> {
    let document = &ledger.document;
    let at = document.token_at(word.span.start);
    let read = ledger.mentions.partition_point(|m| m.span.start < word.span.end);
    let near = ledger.mentions.iter().take(read).rev().take(8);
    let is_value =
        near.filter(|m| !matches!(m.value, Value::Name(_) | Value::List(_))).any(|m| m.span.overlaps(word.span));
    if !document.token(at)?.is_number() || is_value {
        return None;
    }
    let touches = |i: usize| {
        document.token(i).is_some_and(|t| t.is_number() || matches!(document.word(i), ":" | "–" | "-" | "."))
    };
    let first = (0..at).rev().take_while(|i| document.joined(i + 1) && touches(*i)).last().unwrap_or(at);
    let last = (at + 1..).take_while(|i| document.joined(*i) && touches(*i)).last().unwrap_or(at);
    let last = if document.token(last)?.is_number() { last } else { last.checked_sub(1)? };
    Some(document.token(first)?.span.cover(document.token(last)?.span))
}

fn of_sentences(old: &Ledger, new: &Ledger, like: &Like) -> Vec<Change> {
    let sentence =
        |ledger: &Ledger, index: usize| ledger.document.sentences.get(index).map(|s| s.span).unwrap_or_default();
    let (a, b) = (sentence(old, like.old), sentence(new, like.new));
    // Quotations are held against each other word by word already.
    let bare = |ledger: &Ledger, span: Span| words(&ledger.document, &[span]);
    let (words_a, words_b) = (bare(old, a), bare(new, b));
    let differences = compare_whole(&words_a, &words_b).changes;
    let of = |change: &crate::compare::wording::Change| {
        let (x, y) = (words_a.get(change.a.clone())?, words_b.get(change.b.clone())?);
        let (only_x, only_y) = (only(x, y), only(y, x));
        let (kind, about) = match (only_x.as_slice(), only_y.as_slice()) {
            ([], more) | (more, []) if !more.is_empty() => kind(more).map(|kind| (kind, kind.name()))?,
            ([x], [y]) if are_opposite(x, y) => (FactKind::Negation, "reversed"),
            _ => return None,
        };
        let (before, after) = (around(&words_a, &change.a)?, around(&words_b, &change.b)?);
        let told = Change {
            nature: Nature::Altered,
            kind,
            about: about.to_owned(),
            old: Some(before),
            new: Some(after),
            before: vec![before],
            after: vec![after],
            exactness: None,
        };
        Some((change.a.start, only_x.is_empty(), told))
    };
    let mut found: Vec<(usize, bool, Change)> = differences.iter().filter_map(of).collect();
    // "Never picks the winner" → "picks no winner": the "not" only moved.
    let denial = |(at, gained, change): &(usize, bool, Change)| {
        (change.about == FactKind::Negation.name()).then_some((*at, *gained))
    };
    let denials: Vec<(usize, bool)> = found.iter().filter_map(denial).collect();
    found.retain(|change| {
        let back = |(at, gained): (usize, bool)| denials.iter().any(|(a, g)| *g != gained && a.abs_diff(at) <= MOVED);
        !denial(change).is_some_and(back)
    });
    found.into_iter().map(|(_, _, change)| change).collect()
}

/// The words of `x`, by their stems, that `y` lacks. What only carries grammar does not count.
fn only<'a>(x: &'a [Word], y: &[Word]) -> Vec<&'a str> {
    let counts = |w: &&Word| is_content(&w.folded) || is_negator(&w.folded);
    let stems: Vec<&str> = y.iter().map(|w| stem_text(&w.folded)).collect();
    x.iter().filter(counts).filter(|w| !stems.contains(&stem_text(&w.folded))).map(|w| w.folded.as_str()).collect()
}

/// "Income fell" for "income rose".
fn are_opposite(x: &str, y: &str) -> bool {
    matches!((ANTONYMS.get(x), ANTONYMS.get(y)), (Some(a), Some(b)) if a.pair == b.pair && a.side != b.side)
}

fn is_negator(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "nor" | "neither" | "without")
}

/// What words make of a sentence by coming or going; none where there are others among them.
fn kind(words: &[&str]) -> Option<FactKind> {
    if words.iter().all(|w| is_negator(w)) {
        // Twice is once.
        return (words.len() == 1).then_some(FactKind::Negation);
    }
    let hedges = |w: &&str| ALLEGING.contains(w) || DEGREES.contains(w);
    words.iter().all(hedges).then_some(FactKind::Hedge)
}

/// The changed words with a word on either side, so that an empty side shows its place.
fn around(words: &[Word], range: &std::ops::Range<usize>) -> Option<Span> {
    let first = words.get(range.start.saturating_sub(AROUND))?;
    let last = words.get((range.end + AROUND).min(words.len()).checked_sub(1)?)?;
    Some(first.span.cover(last.span))
}
