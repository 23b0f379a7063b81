//! Superlatives that rank, and nouns that name one kind of thing in a ranking. Our own lists.

use crate::text::{WordMap, WordSet, word_map, word_set};

/// The class of a superlative: those of one class rank by the same.
pub static SUPERLATIVES: WordMap<&str> = word_map! {
    "largest" => "large", "biggest" => "large", "smallest" => "small", "highest" => "high", "lowest" => "low", "tallest" => "tall",
    "longest" => "long", "shortest" => "short", "oldest" => "old", "earliest" => "early", "youngest" => "young", "richest" => "rich",
    "wealthiest" => "rich", "poorest" => "poor", "fastest" => "fast", "quickest" => "fast", "slowest" => "slow", "strongest" => "strong",
    "deadliest" => "deadly", "worst" => "bad", "costliest" => "costly", "cheapest" => "cheap", "hottest" => "hot", "warmest" => "hot",
    "coldest" => "cold", "wettest" => "wet", "driest" => "dry", "deepest" => "deep", "heaviest" => "heavy", "busiest" => "busy",
    "widest" => "wide", "brightest" => "bright", "latest" => "late",
};

/// Nouns that name one kind of thing: word, kind.
pub static KINDS: WordMap<&str> = word_map! {
    "acquisition" => "deal", "deal" => "deal", "takeover" => "deal", "purchase" => "deal", "buyout" => "deal",
    "quake" => "quake", "earthquake" => "quake", "tremor" => "quake", "firm" => "company", "company" => "company", "maker" => "maker",
    "manufacturer" => "maker", "producer" => "maker", "town" => "city", "city" => "city", "nation" => "country", "country" => "country",
    "plane" => "aircraft", "aircraft" => "aircraft", "boat" => "ship", "ship" => "ship", "vessel" => "ship", "film" => "film", "movie" => "film",
    "award" => "prize", "prize" => "prize", "storm" => "storm", "hurricane" => "storm", "cyclone" => "storm", "typhoon" => "storm",
};

/// In a sentence whose rank is shared, of the past or not quite one.
pub const NO_RANK: WordSet = word_set! {
    "one", "among", "amongst", "tied", "joint", "jointly", "equal", "was", "were", "once", "until", "formerly", "former", "perhaps",
    "arguably", "possibly", "not", "or", "if", "may", "might", "would", "could", "nearly", "almost", "claims", "said", "except", "outside",
};
