//! The word forms of a document, each lower-case word once: what is asked of every word is
//! looked up once for each form, and read from a table for each token.

use super::Token;
use super::narrow::{NONE, Narrow};
use crate::text::StableHash;
use serde::{Deserialize, Serialize};

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Forms {
    /// The form of each token; none for numbers and marks.
    of_tokens: Narrow,
    /// The token at which each form stands first, in that order.
    first: Narrow,
    /// By the hash of a word its form; none is a free seat. A word that finds its seat taken sits in the next free one.
    seats: Narrow,
}

/// So many seats to begin with; a power of two, and more than half of them are always free.
const SEATS: usize = 128;

impl Forms {
    /// `lower` is the reading in lower case.
    pub fn new(lower: &str, tokens: &[Token]) -> Forms {
        let of_tokens = Narrow::with_capacity(tokens.len());
        let mut forms = Forms { of_tokens, first: Narrow::default(), seats: Narrow::nothing(SEATS) };
        for (index, token) in (0_u32..).zip(tokens) {
            let word = if token.is_word() { lower.get(token.span.range()) } else { None };
            let form = word.map_or(NONE, |word| forms.enter(lower, tokens, word, index));
            forms.of_tokens.push(form);
        }
        forms.first.shrink_to_fit();
        forms
    }

    fn enter(&mut self, lower: &str, tokens: &[Token], word: &str, token: u32) -> u32 {
        let seat = match self.search(lower, tokens, word) {
            Ok(form) => return form,
            Err(seat) => seat,
        };
        let form = self.first.len() as u32;
        self.first.push(token);
        self.seats.set(seat, form);
        if self.first.len().saturating_mul(2) > self.seats.len() {
            self.grow(lower, tokens);
        }
        form
    }

    fn grow(&mut self, lower: &str, tokens: &[Token]) {
        self.seats = Narrow::nothing(self.seats.len().saturating_mul(2));
        for form in 0..self.first.len() {
            let word = self.word(lower, tokens, form).unwrap_or_default();
            if let Err(seat) = self.search(lower, tokens, word) {
                self.seats.set(seat, form as u32);
            }
        }
    }

    fn word<'t>(&self, lower: &'t str, tokens: &[Token], form: usize) -> Option<&'t str> {
        lower.get(tokens.get(self.first.get(form)? as usize)?.span.range())
    }

    /// The form of a word, or the free seat that it would take.
    fn search(&self, lower: &str, tokens: &[Token], word: &str) -> Result<u32, usize> {
        let mask = self.seats.len().saturating_sub(1);
        let hash = StableHash::default().write(word.as_bytes()).value();
        let mut at = (hash ^ hash >> 32) as usize & mask;
        while let Some(form) = self.seats.get(at) {
            if self.word(lower, tokens, form as usize) == Some(word) {
                return Ok(form);
            }
            at = at.wrapping_add(1) & mask;
        }
        Err(at)
    }

    /// The form of this word, where the document has it.
    pub fn find(&self, lower: &str, tokens: &[Token], word: &str) -> Option<usize> {
        self.search(lower, tokens, word).ok().map(|form| form as usize)
    }

    /// The form of the word at token `index`.
    #[inline]
    pub fn of(&self, index: usize) -> Option<usize> {
        self.of_tokens.get(index).map(|form| form as usize)
    }

    /// The forms in their order.
    pub fn words<'t>(&self, lower: &'t str, tokens: &[Token]) -> impl Iterator<Item = &'t str> {
        (0..self.first.len()).map(move |form| self.word(lower, tokens, form).unwrap_or_default())
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
        assert!(document.has("ferries") && !document.has("Ferry") && !document.has("3") && !document.has(""));
    }

    #[test]
    fn many_forms() {
        let text: String = (0..1000_u32).map(|i| format!("w{0} w{0} ", i * 7919 % 1000)).collect();
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.into_bytes());
        assert_eq!(document.per_form(|_| ()).len(), 1000);
        assert!((0..document.tokens.len()).all(|i| document.form(i) == Some(i / 2)));
        assert!((0..1000).all(|i| document.has(&format!("w{i}"))) && !document.has("w1000"));
    }
}
