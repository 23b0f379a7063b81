//! Words for relatives: "her father died" is not her own death. Own work.

use crate::text::{WordMap, WordSet, word_map, word_set};

pub static KIN: WordSet = word_set! {
    "father", "mother", "parents", "husband", "wife", "widow", "widower", "son", "sons", "daughter", "daughters", "brother", "brothers",
    "sister", "sisters", "uncle", "aunt", "nephew", "niece", "cousin", "grandfather", "grandmother", "grandson", "granddaughter", "child",
    "children", "twin", "partner", "friend", "colleague", "stepfather", "stepmother", "baby",
};

/// Nouns for what somebody is to another, of whom nobody is two: each with the word it is known by.
static RELATIVES: WordMap<&str> = word_map! {
    "father" => "father", "mother" => "mother", "husband" => "husband", "wife" => "wife", "widow" => "wife", "widower" => "husband",
    "son" => "son", "daughter" => "daughter", "brother" => "brother", "sister" => "sister", "uncle" => "uncle", "aunt" => "aunt",
    "nephew" => "nephew", "niece" => "niece", "cousin" => "cousin", "grandfather" => "grandfather", "grandmother" => "grandmother",
    "grandson" => "grandson", "granddaughter" => "granddaughter", "stepfather" => "stepfather", "stepmother" => "stepmother",
};

/// What the noun says somebody is to another.
pub fn relative(noun: &str) -> Option<&'static str> {
    RELATIVES.get(noun).copied()
}
