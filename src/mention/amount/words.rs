//! A sentence's words as the amount extractor walks them: nothing outside the
//! sentence can be seen, so no amount crosses a full stop.

use crate::document::{Document, Token};
use crate::lexicon::en::numerals::{NUMERALS, Numeral};
use crate::text::Span;
use std::ops::Range;

#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    document: &'a Document,
    /// Which number each word form of the document is.
    numerals: &'a [Option<Numeral>],
    pub from: usize,
    pub to: usize,
}

/// Which number each word form of a document is.
pub fn numerals(document: &Document) -> Vec<Option<Numeral>> {
    document.per_form(|word| NUMERALS.get(word).copied())
}

impl<'a> Words<'a> {
    pub fn new(document: &'a Document, numerals: &'a [Option<Numeral>], tokens: &Range<u32>) -> Words<'a> {
        Words { document, numerals, from: tokens.start as usize, to: tokens.end as usize }
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        if at < self.from || at >= self.to { None } else { self.document.token(at) }
    }

    /// In lower case; empty outside the sentence.
    pub fn lower(&self, at: usize) -> &'a str {
        if self.token(at).is_some() { self.document.word(at) } else { "" }
    }

    /// As written; empty outside the sentence.
    pub fn written(&self, at: usize) -> &'a str {
        if self.token(at).is_some() { self.document.written(at) } else { "" }
    }

    /// The word `back` places before `at`, in lower case.
    pub fn lower_before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.lower(i))
    }

    pub fn token_before(&self, at: usize) -> Option<&'a Token> {
        at.checked_sub(1).and_then(|i| self.token(i))
    }

    /// Does `at` follow the word before it without a gap?
    pub fn joined(&self, at: usize) -> bool {
        at > self.from && at < self.to && self.document.joined(at)
    }

    /// Is there one blank before `at`?
    pub fn one_blank(&self, at: usize) -> bool {
        let apart = self.token_before(at).zip(self.token(at)).map(|(before, t)| t.span.start - before.span.end);
        apart == Some(1) && !self.joined(at)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_number)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_word)
    }

    pub fn numeral(&self, at: usize) -> Option<Numeral> {
        self.token(at)?;
        self.numerals.get(self.document.form(at)?).copied().flatten()
    }

    /// A hyphen between two words that touch it.
    pub fn hyphen(&self, at: usize) -> bool {
        self.joined(at) && self.joined(at + 1) && matches!(self.lower(at), "-" | "‑" | "‐")
    }

    /// The place of the words `from..to`.
    pub fn span(&self, from: usize, to: usize) -> Span {
        match (self.token(from), to.checked_sub(1).and_then(|last| self.token(last))) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The next `count` words from `from` on, lower case, joined by single blanks, with hyphens and
    /// full stops left out; and the index after the last of them.
    pub fn phrase(&self, from: usize, count: usize) -> (String, usize) {
        let mut text = String::with_capacity(32);
        let (mut at, mut taken, mut end) = (from, 0, from);
        while taken < count && at < self.to {
            let word = self.lower(at);
            at += 1;
            if matches!(word, "-" | "." | "‑") && taken > 0 {
                continue;
            }
            if taken > 0 {
                text.push(' ');
            }
            text.push_str(word);
            taken += 1;
            end = at;
        }
        (text, end)
    }
}
