//! Quotations: somebody's exact words.

use crate::text::Span;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum QuoteKind {
    /// What somebody said or wrote.
    Speech,
    /// A few words set off: a term, irony, a fragment of speech without a speaker.
    Words,
    /// The name of a book, film, song or the like.
    Title,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub kind: QuoteKind,
    /// The words inside the marks, part by part ("…," he said, "…").
    pub parts: Vec<Span>,
    /// Who says them, where the text tells.
    pub speaker: Option<Span>,
}
