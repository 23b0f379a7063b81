//! Words that tell how a match ended, which match it is, and what is no whole match. Our own lists.

use crate::text::{WordSet, word_set};

/// Which match of several it is.
pub const OCCASIONS: WordSet = word_set! { "cup", "league", "final", "semi-final", "semifinal", "quarter-final", "quarterfinal", "friendly", "leg", "playoff", "derby", "championship", "tournament", "qualifier", };

/// A part of a match, two matches together, or another than is told of.
pub const OTHERS: WordSet = word_set! { "half", "half-time", "halftime", "interval", "aggregate", "penalties", "set", "first", "previous", "earlier", "series", "last", "record", "ago", "quarter", "legs", };

/// Having more so far, right before the figures.
pub const LEADING: WordSet = word_set! { "lead", "led", "leading", "trailed", "trailing", "behind", };

/// Verbs that decide a match, in their base forms.
pub const DECIDING: WordSet = word_set! { "beat", "defeat", "win", "lose", "draw", "thrash", "overcome", "eliminate", };

/// What a score counts: "by four goals to two".
pub const COUNTED: WordSet =
    word_set! { "goal", "goals", "point", "points", "games", "sets", "frames", "runs", "wickets", "legs", "tries", };
