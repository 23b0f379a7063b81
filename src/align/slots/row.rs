//! What is told of a pair, in the order of the weights.

use super::{scope, value};

/// What is weighed of a pair beside how well the two fit.
pub const PAIR: [&str; 16] = [
    "how well they fit",
    "lead over the next best, the smaller of both ways",
    "lead over the next best, the larger",
    "texts that give the other's value elsewhere",
    "both texts give the other's value",
    "both are small counts",
    "further texts that give one of the values in this slot, log2(1 + n), the more of both",
    "the fewer of both",
    "figures of the kind in the text with fewer of them, log2",
    "figures of the kind in the text with more, log2",
    "each sentence names what the other text does not",
    "alike but for a noun of each",
    "each text is about a thing of its own",
    "the texts are of one series",
    "of two texts that tell the same, the only ones left of their kind",
    "the words run alike around both",
];

/// Where in a row it stands that a text gives the other's value elsewhere, that the two are of strangers or of two nouns, or their texts of two things.
pub const ELSEWHERE: usize = 3;
pub const STRANGERS: usize = 10;
pub const ALIKE_BUT_NOUNS: usize = 11;
pub const ANOTHER_TOPIC: usize = 12;
pub const SERIES: usize = 13;
pub const LEFT_OVER: usize = 14;
pub const RUN: usize = 15;

/// All that decides on a pair, in the order of the weights.
pub const ALL: usize = PAIR.len() + value::FEATURES.len() + scope::FEATURES.len();
pub type Row = [i64; ALL];

/// The names of a pair's features, in the order of the weights.
pub fn names() -> impl Iterator<Item = &'static str> {
    PAIR.iter().chain(&value::FEATURES).chain(&scope::FEATURES).copied()
}
