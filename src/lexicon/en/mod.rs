//! English.

pub mod antonyms;
pub mod change;
pub mod classes;
pub mod countries;
pub mod currencies;
pub mod degree;
pub mod dictionary;
pub mod events;
pub mod hedges;
pub mod kin;
pub mod lists;
pub mod measured;
pub mod names;
pub mod nouns;
pub mod numerals;
pub mod ordered;
pub mod posts;
pub mod shares;
pub mod stances;
pub mod stop_words;
pub mod subsets;
pub mod superlatives;
pub mod time_words;
pub mod units;
pub mod versions;
pub mod wholes;
