//! Places in text: byte ranges of a reading or of a file, and the lines and
//! columns people see. Nothing here knows what the bytes mean.

pub mod base64;
mod hash;
mod letters;
mod line_index;
mod memo;
pub mod packed;
mod seldom;
mod span;
mod words;

pub use hash::StableHash;
pub use letters::{is_acronym, plain};
pub use line_index::{LineIndex, Position};
pub use memo::{Memo, Quick};
pub use seldom::{Blank, Seldom};
pub use span::{Place, Span};
pub use words::{WordMap, WordSet, seated, seats};
pub(crate) use words::{word_map, word_set};
