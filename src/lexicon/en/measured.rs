//! What measures are of. Our own lists.

use crate::text::{WordSet, word_set};

/// Nouns and adjectives that name what is measured right beside the figure: "magnitude 6.8", "10 km deep".
pub const MEASURED_BY: WordSet = word_set! {
    "magnitude", "depth", "height", "length", "width", "weight", "speed", "altitude", "elevation", "distance", "temperature", "price",
    "population", "area", "diameter", "radius", "deep", "long", "tall", "high", "wide", "thick", "premium", "discount", "stake", "penalty",
    "fine", "budget", "deposit", "dividend", "revenue", "turnover", "profit", "loss", "cost", "costs", "capacity", "majority", "margin",
    "salary", "mortality", "unemployment", "inflation", "turnout", "cap", "goal", "record", "loan", "grant", "settlement", "bounty",
    "reward", "ransom", "mass", "range", "wingspan", "displacement",
};

/// Where something lies from somewhere.
pub const DIRECTIONS: WordSet = word_set! {
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east",
    "south-west", "away", "from", "off", "offshore", "inland", "above", "below",
};

/// Words that tell of another moment, part or case than the text's main one.
pub const SHIFTED: WordSet = word_set! {
    "previous", "previously", "earlier", "initial", "initially", "updated", "aftershock", "aftershocks", "last", "former", "formerly",
    "average", "maximum", "minimum", "peak", "another", "other", "estimated", "expected", "forecast", "projected",
    "target", "rumoured", "rumored", "preliminary", "year-ago", "compared", "biggest", "largest", "if", "could", "might", "until", "rose",
    "fell", "increased", "decreased",
};

/// Verbs and phrases that give a figure to somebody.
pub const ATTRIBUTED: WordSet = word_set! {
    "according", "said", "says", "reported", "reports", "estimated", "estimates", "measured", "recorded", "announced", "claims", "claimed",
    "told", "estimate",
};

/// Verbs and phrases that name the source of a measurement or an estimate; "said" names who passed it on.
pub const MEASURING: WordSet = word_set! {
    "according", "measured", "recorded", "estimated", "estimates", "estimate", "claims", "claimed", "reckons",
};
