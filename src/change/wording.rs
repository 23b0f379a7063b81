//! A "not" or an "allegedly" that came or went in a sentence which is otherwise the same
//! there: no value changes, and yet the sentence says something else.

use super::sentences::Like;
use super::{Change, FactKind, Nature};
use crate::claim::{Ledger, is_content, stem_text};
use crate::compare::wording::compare_whole;
use crate::lexicon::en::degree::{ALLEGING, DEGREES};
use crate::mention::quote::{Word, words};
use crate::text::Span;

/// Sentences that share less are other sentences.
const ALIKE: f64 = 0.4;
/// How many words around a change are shown and looked at.
const AROUND: usize = 1;

pub fn changes(old: &Ledger, new: &Ledger, like: &[Like]) -> Vec<Change> {
    like.iter().filter(|like| like.share >= ALIKE).flat_map(|like| of_sentences(old, new, like)).collect()
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
        let kind = match (only_x.as_slice(), only_y.as_slice()) {
            ([], more) | (more, []) if !more.is_empty() => kind(more)?,
            _ => return None,
        };
        let (before, after) = (around(&words_a, &change.a)?, around(&words_b, &change.b)?);
        Some(Change {
            nature: Nature::Altered,
            kind,
            about: kind.name().to_owned(),
            old: Some(before),
            new: Some(after),
            before: vec![before],
            after: vec![after],
            exactness: None,
        })
    };
    differences.iter().filter_map(of).collect()
}

/// The words of `x`, by their stems, that `y` lacks. What only carries grammar does not count.
fn only<'a>(x: &'a [Word], y: &[Word]) -> Vec<&'a str> {
    let counts = |w: &&Word| is_content(&w.folded) || is_negator(&w.folded);
    let stems: Vec<&str> = y.iter().map(|w| stem_text(&w.folded)).collect();
    x.iter().filter(counts).filter(|w| !stems.contains(&stem_text(&w.folded))).map(|w| w.folded.as_str()).collect()
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
    let hedges = |w: &&str| ALLEGING.contains(*w) || DEGREES.contains(*w);
    words.iter().all(hedges).then_some(FactKind::Hedge)
}

/// The changed words with a word on either side, so that an empty side shows its place.
fn around(words: &[Word], range: &std::ops::Range<usize>) -> Option<Span> {
    let first = words.get(range.start.saturating_sub(AROUND))?;
    let last = words.get((range.end + AROUND).min(words.len()).checked_sub(1)?)?;
    Some(first.span.cover(last.span))
}
