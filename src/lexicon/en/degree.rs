//! Words of degree, of doubt, and of a change of mind. Our own lists.

use crate::text::{WordSet, word_set};

/// Adverbs that say how much or how often something holds.
pub const DEGREES: WordSet = word_set! {
    "increasingly", "mainly", "mostly", "largely", "primarily", "chiefly", "partly", "partially", "predominantly", "occasionally",
    "sometimes", "often", "frequently", "rarely", "seldom", "always", "entirely", "exclusively", "solely", "wholly", "fully", "slightly",
};

/// Words that put something down to somebody else's word.
pub const ALLEGING: WordSet = word_set! {
    "alleged", "allegedly", "reported", "reportedly", "suspected", "purported", "purportedly", "supposed", "supposedly", "claimed",
    "apparent", "apparently", "presumed",
};

/// A stance that was or will be another one.
pub const CHANGES_OF_MIND: WordSet = word_set! {
    "later", "initially", "first", "previously", "earlier", "eventually", "finally", "until", "once", "then", "before", "after", "now",
    "subsequently", "originally",
};
