//! What two values of the same thing say to each other. One file a kind of value.

mod members;
mod opened;

pub use members::{Likeness, Membership, likeness, members};
pub use opened::opened_alike;

pub mod amount;
pub mod calendar;
pub mod carried;
pub mod dated;
pub mod derived;
pub mod lasting;
pub mod naming;
pub mod numbered;
pub mod printed;
pub mod sentences;
pub mod slips;
pub mod spelling;
pub mod spelt;
pub mod turned;
pub mod wording;

/// The outcome of comparing two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The same.
    Agree,
    /// One is the finer form of the other ("July 2025", "July 31, 2025").
    Refines,
    /// Different words that can both be true.
    Compatible,
    /// Both cannot be true.
    Conflict,
    /// Cannot be told.
    Unknown,
}
