//! Where a document prints given words, inside quotation marks or outside: what the rules
//! on quotations look up in sources.

use crate::claim::Ledger;
use crate::document::Document;
use crate::mention::quote::{Word, every_word};
use crate::text::Span;
use crate::value::Value;
use std::collections::HashMap;

/// The words of one document, found by any two neighbours.
pub struct Printed<'a> {
    document: &'a Document,
    words: Vec<Word>,
    pairs: HashMap<(String, String), Vec<usize>>,
    quoted: Vec<Span>,
}

/// One place where the words stand.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub span: Span,
    pub in_quotes: bool,
}

impl<'a> Printed<'a> {
    pub fn new(ledger: &'a Ledger) -> Printed<'a> {
        let document = &ledger.document;
        let blocks: Vec<Span> = document.blocks.iter().map(|b| b.span).collect();
        let words = every_word(document, &blocks);
        let mut pairs: HashMap<(String, String), Vec<usize>> = HashMap::new();
        for (at, (a, b)) in words.iter().zip(words.iter().skip(1)).enumerate() {
            pairs.entry((a.folded.clone(), b.folded.clone())).or_default().push(at);
        }
        let quoted = ledger.mentions.iter().filter_map(|m| match &m.value {
            Value::Quote(quote) => Some(quote.parts.clone()),
            _ => None,
        });
        Printed { document, words, pairs, quoted: quoted.flatten().collect() }
    }

    pub fn document(&self) -> &'a Document {
        self.document
    }

    /// Every place that prints these words one after the other.
    pub fn find(&self, wanted: &[Word]) -> Vec<Place> {
        let (Some(first), Some(second)) = (wanted.first(), wanted.get(1)) else { return Vec::new() };
        let starts = self.pairs.get(&(first.folded.clone(), second.folded.clone()));
        let mut places = Vec::new();
        for at in starts.into_iter().flatten() {
            let here = self.words.get(*at..*at + wanted.len()).unwrap_or_default();
            let same = here.len() == wanted.len() && here.iter().zip(wanted).all(|(x, y)| x.folded == y.folded);
            if let Some(span) = here.iter().map(|w| w.span).reduce(Span::cover).filter(|_| same) {
                places.push(Place { span, in_quotes: self.quoted.iter().any(|q| q.overlaps(span)) });
            }
        }
        places
    }
}
