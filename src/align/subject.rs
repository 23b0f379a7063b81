//! Are two documents about the same thing at all? Claims of documents on different
//! subjects are never aligned, however alike they read.

use crate::claim::{Ledger, Stem};
use crate::document::Format;

/// A document with fewer names than this is known by its content words.
const FEW_NAMES: usize = 4;
/// Of the names of the one that has fewer, this share must stand in the other, and at least two.
const NAMES: f64 = 0.15;
/// Of the content words of the one that has fewer, this share must stand in the other.
const WORDS: f64 = 0.2;
/// So many of them are enough whatever the names are: the same text under other names.
const SAME_TEXT: f64 = 0.4;

/// A draft and its source are about the same thing by declaration.
pub fn same_subject(a: &Ledger, b: &Ledger) -> bool {
    if a.document.role != b.document.role {
        return true;
    }
    let (names_a, names_b) = (a.names(), b.names());
    let words = share(a.words_used(), b.words_used());
    if names_a.len().min(names_b.len()) < FEW_NAMES {
        // A sheet of facts has hardly a word but its names.
        let is_sheet = |l: &Ledger| matches!(l.document.format, Format::Csv | Format::Json);
        let named = shared(names_a, names_b) >= 2 && (is_sheet(a) || is_sheet(b));
        return words >= WORDS || named;
    }
    (share(names_a, names_b) >= NAMES && shared(names_a, names_b) >= 2) || words >= SAME_TEXT
}

/// Of the shorter one's entries, how many stand in the other. Both are sorted.
fn share(a: &[Stem], b: &[Stem]) -> f64 {
    shared(a, b) as f64 / a.len().min(b.len()).max(1) as f64
}

fn shared(a: &[Stem], b: &[Stem]) -> usize {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.iter().filter(|s| long.binary_search(s).is_ok()).count()
}
