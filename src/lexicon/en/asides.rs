//! Words for what is no statement about the world: examples, and what a text says of itself. Our own lists.

use crate::text::{WordSet, word_set};

/// Opens what is only thought up.
pub const SUPPOSING: WordSet = word_set! { "suppose", "supposing", "imagine", "hypothetical", "hypothetically" };

/// The same before one of `SUPPOSED`; an office is assumed as well.
pub const ASSUMING: WordSet = word_set! { "assume", "assuming" };
pub const SUPPOSED: WordSet = word_set! { "a", "an", "that", "we", "you", "our", "your", "there" };

/// Names an example as one.
pub const EXAMPLES: WordSet = word_set! { "example", "examples", "e.g" };

/// What a text calls itself, or the part of itself that one reads.
pub const TEXTS: WordSet = word_set! {
    "document", "page", "file", "guide", "manual", "handbook", "tutorial", "chapter", "section", "appendix", "assignment", "exercise", "homework", "lesson",
    "lecture", "unit", "module", "post", "newsletter", "bulletin", "edition", "draft", "specification", "proposal", "changelog", "readme", "checklist",
    "template", "worksheet", "syllabus",
};
