//! Which sentences of two quotations are one remark: they share most of their words in the same
//! order, and most of the words that tell. Two remarks on one matter share a few names only.

use super::spelling::hashed;
use crate::claim::is_content;
use crate::mention::quote::Word;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// Shorter ones are held against nothing: "the tool is back" is no copy of "the tool is needed".
const LEAST_WORDS: usize = 5;
/// From so many words on a share of them is enough; of a shorter sentence all but one must be the same.
const LONG: usize = 7;
/// Longer sentences are the work of a text without full stops.
const LONGEST: usize = 150;
/// A share of the words of the shorter sentence, in hundredths: three of five are the same in what
/// two translators made of one sentence.
const SHARE: usize = 55;
/// The same share of the words that tell, and where most words are the same.
const TELLING_SHARE: usize = 50;
const TELLING_SHARE_CLOSE: usize = 40;
const LEAST_TELLING: usize = 3;
const LEAST_TELLING_SHORT: usize = 2;

/// How much two sentences have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Likeness {
    /// How many words are the same, in the same order.
    pub same: usize,
    /// Of how many words of the shorter one.
    pub of: usize,
}

impl Likeness {
    /// So much in common that nobody need know who speaks: hardly two remarks of two people.
    pub fn is_close(self) -> bool {
        self.same * 10 >= self.of * 7
    }
}

/// The sentences of a quotation, as ranges of its words.
pub fn sentences(words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, word) in words.iter().enumerate() {
        if word.ends || at + 1 == words.len() {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found
}

/// Does this word tell what is said? Figures do.
pub fn tells(word: &Word) -> bool {
    is_content(&word.folded) || word.folded.starts_with(|c: char| c.is_ascii_digit())
}

/// Are these two sentences one remark?
pub fn likeness(a: &[Word], b: &[Word]) -> Option<Likeness> {
    likeness_of((a, &hashed(a)), (b, &hashed(b)))
}

/// The same of sentences that are given with the hashes of how their words are spelt.
pub fn likeness_of((a, spelt_a): (&[Word], &[u64]), (b, spelt_b): (&[Word], &[u64])) -> Option<Likeness> {
    let of = a.len().min(b.len());
    if of < LEAST_WORDS || a.len().max(b.len()) > LONGEST {
        return None;
    }
    let ops = capture_diff_slices(Algorithm::Myers, spelt_a, spelt_b);
    let equal = |op: &&DiffOp| matches!(op, DiffOp::Equal { .. });
    let same = |range: Range<usize>| a.get(range).unwrap_or_default();
    let both = || ops.iter().filter(equal).map(|op| same(op.old_range()));
    let shared: usize = both().map(<[Word]>::len).sum();
    let telling: usize = both().flatten().filter(|w| tells(w)).count();
    let all = [a, b].map(|words| words.iter().filter(|w| tells(w)).count());
    let all = all.into_iter().min().unwrap_or_default();
    let found = Likeness { same: shared, of };
    let enough = if found.is_close() { TELLING_SHARE_CLOSE } else { TELLING_SHARE };
    let one = if of < LONG {
        // A window of the longer one, with another word that tells.
        let (first, last) = (ops.iter().find(equal)?, ops.iter().rfind(equal)?);
        let (in_a, in_b) =
            (first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end);
        let inside = in_a.len() == a.len() || in_b.len() == b.len();
        let least = if inside { LEAST_TELLING_SHORT } else { LEAST_TELLING };
        shared + 1 >= of && in_a.len().max(in_b.len()) <= of && telling >= least && (telling < all || shared == of)
    } else {
        shared >= LONG && shared * 100 >= of * SHARE && telling >= LEAST_TELLING && telling * 100 >= all * enough
    };
    // Without a word of grammar it is a command or a title, and the next one is made after the same pattern.
    (one && shared > telling).then_some(found)
}
