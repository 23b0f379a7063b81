//! Words that make a counted group a part of another one, or another one. Our own lists.

use crate::text::{WordSet, word_set};

/// Right before the number.
pub const SUBSET_BEFORE: WordSet = word_set! {
    "another", "other", "first", "last", "next", "only", "top", "additional", "further", "extra", "remaining", "previous", "every",
    "these", "those", "his", "her", "my", "your", "plus", "than", "least", "most", "over", "about", "around", "nearly", "almost", "up", "to",
    "including", "with", "per", "each",
};

/// Between the number and its head noun.
pub const SUBSET_AFTER: WordSet = word_set! {
    "of", "other", "more", "additional", "further", "new", "different", "extra", "remaining", "others", "separate", "consecutive", "straight",
    "such", "fewer", "less", "former", "previous", "out",
};

/// Determiners that point at what is known already: demonstratives, possessives, "all" and "both".
pub const DEFINITE: WordSet = word_set! {
    "the", "these", "those", "all", "both", "its", "their", "his", "her", "our", "my", "your",
};

/// Sets one number against another: "three instead of two", "two versus three". Our own list.
pub const CONTRASTING: WordSet = word_set! { "instead", "versus", "vs", "rather", "than", "unlike" };
