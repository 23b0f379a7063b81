//! Normalised values: what a piece of text means, free of where it stood.
//! Data and their own arithmetic only; how two of them compare is `compare/`'s.

use serde::{Deserialize, Serialize};

mod amount;
mod list;
mod name;
mod quote;
mod time;
mod unit;
mod version;

pub use amount::{Amount, AmountKind, Bounds, Hedge};
pub use list::{Closedness, List, Member, MemberKind};
pub use name::{Name, NameKind};
pub use quote::{Quote, QuoteKind};
pub use time::{Fault, Modifier, Precision, Stretch, Time, TimeKind};
pub use unit::Unit;
pub use version::Version;

/// The value of one mention.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    // Most mentions are names: what is several times as long stands apart.
    Time(Box<Time>),
    Amount(Box<Amount>),
    Name(Name),
    List(List),
    Quote(Quote),
    Version(Version),
}
