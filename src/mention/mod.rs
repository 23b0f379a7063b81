//! Mentions: pieces of a document's text with a normalised value.
//!
//! One extractor a file, one row in `EXTRACTORS`. Each sees the mentions of those
//! above it, so that "2025" inside a date is no number. Extractors are pure
//! functions of one document: no clock, no disk, no other document.

mod amount;
mod list;
mod name;
pub mod quote;
mod time;
mod version;

pub use amount::digits::digits;

use crate::document::Document;
use crate::lexicon::declared::Aliases;
use crate::text::Span;
use crate::value::Value;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// Exactly the words, without blanks around them.
    pub span: Span,
    pub value: Value,
}

/// What an extractor may look at.
#[derive(Debug)]
pub struct Scope<'a> {
    pub document: &'a Document,
    /// The day relative dates are counted from, if the caller gave one; the
    /// document's own date (`document.meta.date`) is the extractor's business.
    pub reference: Option<Date>,
    /// Names that the project declares to be one thing, or never to be.
    pub aliases: &'a Aliases,
    /// Mentions of the extractors that ran before, sorted by place.
    pub found: &'a [Mention],
}

impl Scope<'_> {
    /// Does a mention found before this extractor overlap `span`?
    pub fn taken(&self, span: Span) -> bool {
        let until = self.found.partition_point(|m| m.span.start < span.end);
        // Mentions of earlier extractors are short: a look at the last few before `until` is enough.
        self.found.iter().take(until).rev().take(8).any(|m| m.span.overlaps(span))
    }

    /// The whole numbers found inside `span`, in order.
    pub fn whole_numbers(&self, span: Span) -> impl Iterator<Item = u32> {
        let from = self.found.partition_point(|m| m.span.start < span.start);
        let inside = self.found.iter().skip(from).take_while(move |m| m.span.end <= span.end);
        inside.filter_map(|m| match &m.value {
            Value::Amount(amount) => amount.count(),
            _ => None,
        })
    }
}

type Extractor = fn(&Scope) -> Vec<Mention>;

/// In the order they run.
const EXTRACTORS: &[Extractor] =
    &[time::extract, amount::extract, version::extract, list::extract, name::extract, quote::extract];

/// All mentions of a document, sorted by place.
pub fn extract(document: &Document, reference: Option<Date>, aliases: &Aliases) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for extractor in EXTRACTORS {
        let more = extractor(&Scope { document, reference, aliases, found: &found });
        found.extend(more);
        found.sort_by_key(|m| (m.span.start, m.span.end));
    }
    found
}
