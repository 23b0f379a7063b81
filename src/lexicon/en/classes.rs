//! Head nouns that can count the same parties. Our own table: word, class.

use crate::text::{WordMap, word_map};

static CLASSES: WordMap<&str> = word_map! {
    "nations" => "state", "nation" => "state", "countries" => "state", "country" => "state", "governments" => "state",
    "government" => "state", "states" => "state", "state" => "state", "signatories" => "state", "signatory" => "state",
    "signatures" => "state", "signature" => "state", "parties" => "state",
    "people" => "person", "persons" => "person", "individuals" => "person",
    "deaths" => "death", "fatalities" => "death", "dead" => "death",
    "companies" => "company", "firms" => "company", "businesses" => "company", "corporations" => "company",
    "staff" => "employee", "employees" => "employee", "workers" => "employee", "jobs" => "employee",
};

/// The class of a lower-case head noun.
pub fn class_of(word: &str) -> Option<&'static str> {
    CLASSES.get(word).copied()
}
