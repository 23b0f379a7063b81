//! What is counted anew from hour to hour while an event goes on: two different figures of
//! it are two moments, not a conflict. Our own list.

use crate::text::{WordSet, word_set};

/// Words beside a figure that say what it is of.
pub static GROWING: WordSet = word_set! {
    "killed", "dead", "died", "deaths", "death", "toll", "fatalities", "casualties", "victims", "bodies", "lives", "injured", "injuries",
    "injuring", "wounded", "wounding", "hurt", "hospitalised", "hospitalized", "missing", "trapped", "rescued", "survivors", "unaccounted",
    "displaced", "homeless", "evacuated", "evacuees", "destroyed", "damaged", "collapsed", "burned", "burnt", "contained",
    "containment", "acres", "hectares", "infected", "infections", "cases", "recovered", "arrested", "detained", "arrests", "counted",
    "outages", "customers", "aftershocks", "copies", "downloads", "subscribers", "followers", "streams",
};

/// What a market prices from minute to minute, and the words of its moves.
pub static PRICED: WordSet = word_set! {
    "stock", "stocks", "shares", "share", "index", "crude", "barrel", "futures", "yields", "bitcoin",
};
pub static MOVES: WordSet = word_set! {
    "fell", "fall", "rose", "rise", "up", "down", "jumped", "gained", "lost", "closed", "traded", "trading", "dropped", "surged", "climbed",
    "slid", "slipped", "soared", "tumbled", "plunged", "jumping", "falling", "rising", "closing",
};
