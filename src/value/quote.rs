//! Quotations: somebody's exact words.

use crate::text::Span;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The words inside the marks, part by part ("…," he said, "…").
    pub parts: Vec<Span>,
    /// Who says them, where the text tells.
    pub speaker: Option<Span>,
}
