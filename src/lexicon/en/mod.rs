//! English.

pub mod countries;
pub mod nouns;
pub mod stop_words;
pub mod time_words;
