//! Families of parties by the words that their members are called by, and kinds of bodies where somebody works. Our own lists.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// The word, and the family that it names.
pub static PARTIES: WordMap<&str> = word_map! {
    "liberal" => "liberal", "liberals" => "liberal", "green" => "green", "greens" => "green", "labour" => "labour", "conservative" => "conservative",
    "conservatives" => "conservative", "tory" => "conservative", "tories" => "conservative", "republican" => "republican",
    "republicans" => "republican", "democrat" => "democrat", "democrats" => "democrat", "democratic" => "democrat", "socialist" => "socialist",
    "socialists" => "socialist", "communist" => "communist", "communists" => "communist", "centrist" => "centre", "nationalist" => "nationalist",
    "nationalists" => "nationalist", "libertarian" => "libertarian", "libertarians" => "libertarian", "independent" => "independent",
};

/// Nouns for those who stand for a party.
pub const POLITICAL: WordSet = word_set! {
    "member", "councillor", "councilor", "senator", "deputy", "mp", "mep", "candidate", "lawmaker", "politician", "congressman", "congresswoman",
    "representative", "minister", "mayor", "leader",
};

/// Nouns for bodies of which somebody belongs to one at a time: two of one kind are two employers.
pub static BODIES: WordMap<&str> = word_map! {
    "university" => "university", "college" => "college", "hospital" => "hospital", "institute" => "institute", "museum" => "museum",
    "academy" => "academy", "observatory" => "observatory", "conservatory" => "conservatory", "school" => "school", "bank" => "bank",
};
