//! Sections that make no claims: lists of references, links and further reading. Under "Notes" stand citations in one
//! document and remarks in another: there each block tells for itself.

use super::citation::is_citation;
use crate::text::{WordSet, word_set};

/// Titles of lists of references and links, in lower case.
const LISTS: WordSet = word_set! {
    "references", "reference list", "notes and references", "references and notes", "citations", "works cited", "bibliography",
    "selected bibliography", "see also", "external links", "further reading", "sources", "primary sources", "secondary sources",
    "general references", "related articles", "related links", "related stories", "read more", "literature", "links",
};

/// Titles of what may be citations or remarks.
const NOTES: WordSet = word_set! { "notes", "footnotes", "endnotes", "explanatory notes", "informational notes" };

/// What of a section makes no claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    All,
    Citations,
}

/// What a section under this heading leaves out.
pub fn left_out(title: &str) -> Option<LeftOut> {
    let title = title.trim().trim_end_matches(':');
    let lower = Some(title).filter(|t| t.len() <= 32)?.to_ascii_lowercase();
    match lower.as_str() {
        lower if LISTS.contains(lower) => Some(LeftOut::All),
        lower if NOTES.contains(lower) => Some(LeftOut::Citations),
        _ => None,
    }
}

/// Is it a citation where one is likely? "^" leads back from a note to its place.
pub fn is_note_citation(words: &str) -> bool {
    words.trim_start().starts_with('^') || is_citation(words)
}
