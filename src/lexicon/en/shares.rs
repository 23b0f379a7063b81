//! Words that tell whether shares fill one whole. Our own lists.

use crate::text::{WordSet, word_set};

/// The shares make a whole.
pub const WHOLE: WordSet = word_set! {
    "remaining", "remainder", "rest", "breakdown", "breaks", "divided", "divides", "split", "splits", "composed", "composition",
    "comprises", "consists", "consisted", "distribution", "distributed", "apportioned", "allocated", "allocation",
};

/// Right before a figure that is a change or one end of it.
pub const SHIFTS: WordSet =
    word_set! { "by", "from", "to", "up", "down", "another", "further", "extra", "over", "above", "below" };

/// One of a whole may have several of the shares, or they are parts of each other.
pub const OVERLAPS: WordSet = word_set! {
    "multiple", "several", "overlap", "overlapping", "both", "either", "also", "each", "respectively", "them", "whom", "those",
    "including", "half", "least", "more", "fewer", "less", "allowed", "could", "top", "main", "mainly", "mostly", "almost", "nearly",
};

/// The shares are of different times, or changes.
pub const COMPARED: WordSet = word_set! {
    "compared", "versus", "vs", "than", "rose", "fell", "rise", "fall", "increase", "increased", "decrease", "decreased", "grew",
    "growth", "per", "annual", "annually", "rate", "rates", "interest", "yield", "tax", "discount", "points", "earlier",
    "previous", "whereas",
};
