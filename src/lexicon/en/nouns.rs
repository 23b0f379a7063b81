//! Words that tell where a counted noun phrase ends. Our own lists.

use crate::text::{WordSet, word_set};

/// Plurals that do not end in "s".
pub const IRREGULAR_PLURALS: WordSet = word_set! {
    "people", "men", "women", "children", "police", "cattle", "feet", "teeth", "mice", "geese", "fish", "sheep", "deer", "aircraft",
    "spacecraft", "series", "species", "personnel", "crew", "staff", "media", "data", "criteria", "phenomena", "alumni", "fungi", "cacti",
    "servicemen", "servicewomen", "fishermen", "firemen", "policemen", "businessmen", "congressmen", "gunmen", "townspeople",
    "grandchildren", "schoolchildren", "oxen", "dice", "crises", "bases", "theses", "wives", "lives", "knives",
};

/// Plural by form; irregular ones are listed.
pub fn is_plural(word: &str) -> bool {
    IRREGULAR_PLURALS.contains(word)
        || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
}

/// Words before a noun of which there are many.
pub const COUNTING: WordSet = word_set! {
    "a", "an", "each", "every", "another", "any", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "no",
    "either", "neither", "many", "several", "some", "few", "these", "those", "various", "multiple", "most", "more", "other", "different",
    "numerous", "all", "both", "your", "per", "such", "which",
};

/// Words after a number that open something else than the counted phrase.
pub const PHRASE_ENDS: WordSet = word_set! {
    "percent", "million", "billion", "trillion", "thousand", "hundred", "dozen", "ago", "later", "earlier", "times", "compared",
    "including", "following", "based", "according", "killed", "injured", "wounded", "died", "left", "came", "went", "took", "gave",
    "became", "began", "saw", "ran", "won", "lost", "led", "made", "held", "called", "known",
};

/// Nouns that only carry the word before them: "harassment operations", "an assassination attempt".
pub const LIGHT_NOUNS: WordSet = word_set! {
    "attempt", "attempts", "plot", "plots", "operation", "operations", "campaign", "campaigns", "activity", "activities", "effort",
    "efforts", "action", "actions", "act", "acts", "incident", "incidents", "case", "cases", "scheme", "schemes", "event", "events",
    "program", "programs", "programme", "programmes", "measure", "measures", "process", "processes", "work", "services", "service",
};

/// What is counted again and again: another number of them is another occasion.
pub const TALLIES: WordSet = word_set! {
    "goals", "points", "runs", "votes", "wins", "losses", "games", "matches", "appearances", "apps", "caps", "tries", "wickets", "assists",
    "laps", "sets", "shots", "seats", "deaths", "cases", "injuries", "arrests", "times", "attacks", "students", "men", "women", "children",
    "boys", "girls", "victims", "patients", "passengers", "officers", "soldiers", "fans", "families", "others", "shares", "copies",
};
