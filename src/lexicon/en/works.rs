//! Nouns for works that have a title, each with the word it is known by. Our own list.

use crate::text::{WordMap, word_map};

static WORKS: WordMap<&str> = word_map! {
    "novel" => "novel", "film" => "film", "movie" => "film", "documentary" => "documentary", "book" => "book", "painting" => "painting",
    "play" => "play", "drama" => "play", "comedy" => "play", "opera" => "opera", "ballet" => "ballet", "musical" => "musical", "song" => "song",
    "single" => "song", "album" => "album", "poem" => "poem", "symphony" => "symphony", "memoir" => "book", "essay" => "essay", "sculpture" => "sculpture",
    "series" => "series", "sitcom" => "series", "exhibition" => "exhibition", "podcast" => "podcast",
};

/// What kind of work the noun stands for.
pub fn work(noun: &str) -> Option<&'static str> {
    WORKS.get(noun).copied()
}
