//! Words before and after a figure that widen or bound it.

use crate::text::{WordMap, word_map};

/// What the words do to the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedging {
    /// "over 20": more, and not 20.
    Over,
    /// "at least 20".
    AtLeast,
    /// "under 20".
    Under,
    /// "up to 20".
    AtMost,
    /// "about 20".
    About,
    /// "nearly 20": a little less.
    Nearly,
    /// "just over 20": a little more.
    JustOver,
    /// "exactly 20".
    Exactly,
    /// "equal to 20".
    Equal,
}

use Hedging::{About, AtLeast, AtMost, Equal, Exactly, JustOver, Nearly, Over, Under};

/// Phrases before a figure, lower case. They are tried longest first, four words at most.
pub static BEFORE: WordMap<Hedging> = word_map! {
    "over" => Over, "above" => Over, "exceed" => Over, "exceeds" => Over, "exceeded" => Over, "exceeding" => Over,
    "surpass" => Over, "surpasses" => Over, "surpassed" => Over, "surpassing" => Over, "topping" => Over,
    "more than" => Over, "greater than" => Over, "higher than" => Over, "larger than" => Over, "bigger than" => Over,
    "older than" => Over, "longer than" => Over, "taller than" => Over, "heavier than" => Over,
    "better than" => Over, "upwards of" => Over, "upward of" => Over, "in excess of" => Over, "well over" => Over,
    "well above" => Over, "far more than" => Over, "well in excess of" => Over, "no fewer than" => AtLeast,
    "at least" => AtLeast, "no less than" => AtLeast, "not less than" => AtLeast, "a minimum of" => AtLeast,
    "minimum of" => AtLeast, "higher or equal than" => AtLeast, "greater or equal than" => AtLeast,
    "more than or equal to" => AtLeast, "greater than or equal to" => AtLeast, "larger or equal than" => AtLeast,
    "equal to or more than" => AtLeast, "equal to or greater than" => AtLeast, "more or equal than" => AtLeast,
    "under" => Under, "below" => Under, "less than" => Under, "fewer than" => Under, "lower than" => Under,
    "smaller than" => Under, "younger than" => Under, "shorter than" => Under, "lighter than" => Under,
    "well under" => Under, "well below" => Under,
    "up to" => AtMost, "at most" => AtMost, "no more than" => AtMost, "not more than" => AtMost,
    "a maximum of" => AtMost, "maximum of" => AtMost, "as many as" => AtMost, "as much as" => AtMost,
    "no larger than" => AtMost, "no greater than" => AtMost, "no higher than" => AtMost,
    "lower or equal than" => AtMost, "smaller or equal than" => AtMost, "less or equal than" => AtMost,
    "less than or equal to" => AtMost, "lower than or equal to" => AtMost, "smaller than or equal to" => AtMost,
    "equal to or less than" => AtMost, "equal to or lower than" => AtMost,
    "about" => About, "around" => About, "approximately" => About, "roughly" => About, "some" => About,
    "circa" => About, "ca" => About, "approx" => About, "estimated" => About, "close to" => About, "near" => About,
    "in the region of" => About, "an average of" => About, "around about" => About,
    "nearly" => Nearly, "almost" => Nearly, "just under" => Nearly, "just below" => Nearly, "nearing" => Nearly,
    "slightly less than" => Nearly, "slightly under" => Nearly, "a little under" => Nearly,
    "just shy of" => Nearly, "a little less than" => Nearly,
    "just over" => JustOver, "just above" => JustOver, "slightly more than" => JustOver, "slightly over" => JustOver,
    "a little over" => JustOver, "a little more than" => JustOver, "just more than" => JustOver,
    "slightly above" => JustOver,
    "equal to" => Equal, "equals to" => Equal, "equaling to" => Equal, "equalling to" => Equal,
    "exactly" => Exactly, "precisely" => Exactly,
};

/// Phrases after a figure.
pub static AFTER: WordMap<Hedging> = word_map! {
    "or more" => AtLeast, "or greater" => AtLeast, "or above" => AtLeast, "or over" => AtLeast,
    "or higher" => AtLeast, "or greater than" => AtLeast, "or more than" => AtLeast, "or better" => AtLeast,
    "and over" => AtLeast, "and above" => AtLeast, "and up" => AtLeast, "and older" => AtLeast, "plus" => AtLeast,
    "or less" => AtMost, "or fewer" => AtMost, "or under" => AtMost, "or lower" => AtMost, "or below" => AtMost,
    "or less than" => AtMost, "and under" => AtMost, "and below" => AtMost, "and younger" => AtMost,
    "or so" => About,
};

/// Signs directly before a figure.
pub static SIGNS: WordMap<Hedging> = word_map! {
    ">" => Over, "≥" => AtLeast, "<" => Under, "≤" => AtMost, "~" => About, "≈" => About, "±" => About,
};
