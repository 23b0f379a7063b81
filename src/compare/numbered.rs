//! Names with a number: "Heron 9", "Type-4", "Article 5". Where a source numbers a name,
//! a draft that gives it another number speaks of something else.

use crate::document::Document;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers of more digits are years and codes.
const DIGITS: usize = 2;
/// Shorter words number anything.
const LEAST_LETTERS: usize = 3;

/// The numbers that the sources give to each name.
#[derive(Debug, Default)]
pub struct Numbered {
    names: BTreeMap<String, BTreeSet<String>>,
}

impl Numbered {
    pub fn add(&mut self, document: &Document, mentions: &[Mention]) {
        for (name, number, _) in numbered(document, mentions) {
            self.names.entry(name).or_default().insert(number);
        }
    }

    /// The numbered names of a draft to which the sources give other numbers only, with one of those.
    pub fn renumbered(&self, document: &Document, mentions: &[Mention]) -> Vec<(Span, String)> {
        let all = numbered(document, mentions);
        all.filter_map(|(name, number, span)| {
            let numbers = self.names.get(&name).filter(|n| !n.contains(&number))?;
            Some((span, numbers.first()?.clone()))
        })
        .collect()
    }
}

/// The name in lower case, its number, and where the two stand.
fn numbered(document: &Document, mentions: &[Mention]) -> impl Iterator<Item = (String, String, Span)> {
    let taken: Vec<Span> = mentions.iter().filter(|m| matches!(m.value, Value::Time(_))).map(|m| m.span).collect();
    (1..document.tokens.len()).filter_map(move |at| {
        let token = document.token(at).filter(|t| t.is_number() && t.span.len() <= DIGITS)?;
        // "28-10", "4.5", "3 million": results, decimals and amounts.
        let behind = document.word(at + 1);
        let joined = document.joined(at + 1) && !matches!(behind, "." | "," | ";" | ":" | ")" | "'s" | "’s");
        let hyphen = document.word(at - 1) == "-" && document.joined(at) && document.joined(at - 1);
        let name = document.token(at.checked_sub(if hyphen { 2 } else { 1 })?).filter(|t| t.is_word() && t.capital)?;
        let word = document.slice_lower(name.span);
        let calendar = CALENDAR.contains(word) || taken.iter().any(|span| span.overlaps(token.span));
        (!joined && !calendar && word.len() >= LEAST_LETTERS && (hyphen || !document.joined(at)))
            .then(|| (word.to_owned(), document.slice(token.span).to_owned(), name.span.cover(token.span)))
    })
}
