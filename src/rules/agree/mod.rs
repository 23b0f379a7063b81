//! What agrees: the ticks of an editor who reads several texts side by side. No rule:
//! nothing here is ever a fault. One file a kind of agreement; rules that align claims of
//! their own tick those themselves, and `tally` makes one list of all.
//!
//! A tick must be of the same thing: the same figure about another thing is none.

mod amounts;
mod contested;
mod conversions;
mod days;
mod groups;
mod heads;
mod posts;
mod ranks;
mod slots;
mod tally;
mod wording;

use super::{Context, Outcome};
pub use contested::without_contested;
pub use tally::sum_up;

/// One file a kind of agreement, one row each.
pub const KINDS: &[fn(&Context, &mut Outcome)] =
    &[amounts::tick, conversions::tick, days::tick, heads::tick, posts::tick, ranks::tick, slots::tick, wording::tick];
