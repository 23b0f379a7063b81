//! The word forms of a document, each lower-case word once: what is asked of every word is
//! looked up once for each form, and read from a table for each token.

use super::Token;
use crate::text::{Span, StableHash};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

#[derive(Debug, Default)]
pub struct Forms {
    /// The form of each token; `NONE` for numbers and marks.
    of_tokens: Vec<u32>,
    /// Where each form stands first, in that order.
    first: Vec<Span>,
}

const NONE: u32 = u32::MAX;

impl Forms {
    /// `lower` is the reading in lower case.
    pub fn new(lower: &str, tokens: &[Token]) -> Forms {
        let mut known: HashMap<&str, u32, BuildHasherDefault<Quick>> = HashMap::default();
        let mut first: Vec<Span> = Vec::new();
        let mut of_tokens = Vec::with_capacity(tokens.len());
        for token in tokens {
            let word = if token.is_word() { lower.get(token.span.range()) } else { None };
            of_tokens.push(word.map_or(NONE, |word| {
                *known.entry(word).or_insert_with(|| {
                    first.push(token.span);
                    first.len() as u32 - 1
                })
            }));
        }
        Forms { of_tokens, first }
    }

    /// The form of the word at token `index`.
    #[inline]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of_tokens.get(index).filter(|form| **form != NONE).map(|form| *form as usize)
    }

    pub fn spans(&self) -> &[Span] {
        &self.first
    }
}

/// The standard library's hash withstands chosen words and takes its time; here a slow table is the worst
/// that they could make, and the hash of the fingerprints is quick on short words.
#[derive(Debug, Default)]
struct Quick(StableHash);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.write(bytes);
    }

    fn finish(&self) -> u64 {
        self.0.value()
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    #[test]
    fn one_form_for_one_word() {
        let document = Document::read("t.txt", Role::Peer, Format::Text, b"The ferry, the 3 ferries. THE END".to_vec());
        let forms: Vec<Option<usize>> = (0..document.tokens.len()).map(|i| document.form(i)).collect();
        let (the, ferry, ferries, end) = (Some(0), Some(1), Some(2), Some(3));
        assert_eq!(forms, [the, ferry, None, the, None, ferries, None, the, end]);
        assert_eq!(document.per_form(str::len), [3, 5, 7, 3]);
    }
}
