//! Words by which a sentence sets a limit in place of telling of one that was seen. Our own list.

use crate::text::{WordSet, word_set};

/// Before a figure with "at least" or "up to": this is what is asked for or allowed.
pub static NORMS: WordSet = word_set! {
    "must", "shall", "need", "needs", "require", "requires", "required", "limit", "limits", "limited", "allow", "allows", "allowed",
    "permit", "permits", "permitted", "minimum", "maximum",
};
