//! Verbs that deny or confirm, and the words for what is usually denied. Our own lists.

use crate::text::{WordSet, word_set};

/// Forms of verbs that deny. They and those that confirm begin with a, c, d or r.
pub const DENIALS: WordSet = word_set! {
    "deny", "denies", "denied", "reject", "rejects", "rejected", "dismisses", "dismissed", "refutes", "refuted", "disputes", "disputed",
};

/// Forms of verbs that confirm.
pub const CONFIRMATIONS: WordSet = word_set! {
    "confirm", "confirms", "confirmed", "admits", "admitted", "acknowledges", "acknowledged", "accepts", "accepted", "concedes", "conceded",
};

/// What all of them are known by.
pub const ACCUSATION: &str = "accusation";

/// Nouns that name an accusation.
pub const ACCUSATIONS: WordSet = word_set! {
    "accusation", "accusations", "allegation", "allegations", "claim", "claims", "charge", "charges", "involvement", "responsibility",
    "wrongdoing", "assertion", "assertions",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_begin_as_the_reader_of_stances_expects() {
        for verb in DENIALS.iter().chain(CONFIRMATIONS.iter()) {
            assert!(verb.starts_with(['a', 'c', 'd', 'r']) && verb.len() >= 4, "{verb}");
        }
    }
}
