//! Verbs that deny or confirm, and the words for what is usually denied. Our own lists.

/// Forms of verbs that deny.
pub const DENIALS: phf::Set<&str> = phf::phf_set! {
    "deny", "denies", "denied", "reject", "rejects", "rejected", "dismisses", "dismissed", "refutes", "refuted", "disputes", "disputed",
};

/// Forms of verbs that confirm.
pub const CONFIRMATIONS: phf::Set<&str> = phf::phf_set! {
    "confirm", "confirms", "confirmed", "admits", "admitted", "acknowledges", "acknowledged", "accepts", "accepted", "concedes", "conceded",
};

/// Nouns that name an accusation.
pub const ACCUSATIONS: phf::Set<&str> = phf::phf_set! {
    "accusation", "accusations", "allegation", "allegations", "claim", "claims", "charge", "charges", "involvement", "responsibility",
    "wrongdoing", "assertion", "assertions",
};
