//! The words for what is usually denied. Our own list.

use crate::text::{WordSet, word_set};

/// What all of them are known by.
pub const ACCUSATION: &str = "accusation";

/// Nouns that name an accusation.
pub const ACCUSATIONS: WordSet = word_set! {
    "accusation", "accusations", "allegation", "allegations", "claim", "claims", "charge", "charges", "involvement", "responsibility",
    "wrongdoing", "assertion", "assertions",
};
