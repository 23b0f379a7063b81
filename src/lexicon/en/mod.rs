//! English.

pub mod nouns;
pub mod stop_words;
