//! A sentence's tokens, each tagged once with what it can do in a time, so that the
//! grammar compares small values and never words.

use crate::document::Document;
use crate::lexicon::en::time_words::{TIME_WORDS, TimeWord};
use crate::text::Span;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Tag {
    Other,
    Word(TimeWord),
    /// Digits only.
    Number(Number),
    /// Digits with separators inside: "1,500", "2.5", "31.07.2025".
    Figures,
    Mark(char),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    pub value: u32,
    pub digits: u8,
}

#[derive(Debug)]
pub struct Line<'d> {
    pub document: &'d Document,
    /// The document's index of the first token.
    first: usize,
    tags: Vec<Tag>,
    /// What each word form of the document is.
    words: Vec<Tag>,
}

impl<'d> Line<'d> {
    pub fn new(document: &'d Document) -> Line<'d> {
        let words = document.per_form(|word| TIME_WORDS.get(word).map_or(Tag::Other, |w| Tag::Word(*w)));
        Line { document, first: 0, tags: Vec::new(), words }
    }

    /// Reads sentence `index`; is there anything in it that a time could grow from?
    pub fn load(&mut self, index: usize) -> bool {
        let tokens = self.document.sentence_tokens(index);
        self.first = tokens.start;
        self.tags.clear();
        let mut seed = false;
        for i in tokens {
            let tag = self.tag(i);
            seed |= is_seed(tag);
            self.tags.push(tag);
        }
        seed
    }

    fn tag(&self, index: usize) -> Tag {
        if let Some(form) = self.document.form(index) {
            return self.words.get(form).copied().unwrap_or(Tag::Other);
        }
        let word = self.document.word(index);
        match self.document.token(index) {
            Some(token) if token.is_number() => number(word).map_or(Tag::Figures, Tag::Number),
            Some(_) => Tag::Mark(word.chars().next().unwrap_or(' ')),
            None => Tag::Other,
        }
    }

    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// The tag of token `i`; a mark past the end.
    pub fn at(&self, i: usize) -> Tag {
        self.tags.get(i).copied().unwrap_or(Tag::Mark('\n'))
    }

    pub fn word(&self, i: usize) -> Option<TimeWord> {
        match self.at(i) {
            Tag::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The word before `i`.
    pub fn before(&self, i: usize) -> Option<TimeWord> {
        i.checked_sub(1).and_then(|b| self.word(b))
    }

    pub fn number(&self, i: usize) -> Option<Number> {
        match self.at(i) {
            Tag::Number(number) => Some(number),
            _ => None,
        }
    }

    pub fn is(&self, i: usize, word: TimeWord) -> bool {
        self.word(i) == Some(word)
    }

    pub fn mark(&self, i: usize) -> Option<char> {
        match self.at(i) {
            Tag::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub fn is_mark(&self, i: usize, mark: char) -> bool {
        self.mark(i) == Some(mark)
    }

    pub fn is_dash(&self, i: usize) -> bool {
        matches!(self.mark(i), Some('-' | '–' | '—' | '~' | '‐' | '‑' | '−'))
    }

    /// Does token `i` touch the one before it?
    pub fn joined(&self, i: usize) -> bool {
        i > 0 && i < self.len() && self.document.joined(self.first + i)
    }

    pub fn capital(&self, i: usize) -> bool {
        i < self.len() && self.document.token(self.first + i).is_some_and(|t| t.capital)
    }

    /// The words in lower case; empty outside the sentence.
    pub fn text(&self, i: usize) -> &str {
        if i < self.len() { self.document.word(self.first + i) } else { "" }
    }

    /// The words as written; empty outside the sentence.
    pub fn written(&self, i: usize) -> &str {
        if i < self.len() { self.document.written(self.first + i) } else { "" }
    }

    /// The bytes of tokens `from` to `to` (not included).
    pub fn span(&self, from: usize, to: usize) -> Span {
        let token = |i: usize| self.document.token(self.first + i).map(|t| t.span).unwrap_or_default();
        token(from).cover(token(to.saturating_sub(1).max(from)))
    }

    /// Is token `i` a word or number glued to more of an identifier, address or code ("X-1990", "v2.2015", "a/2014")?
    pub fn glued(&self, from: usize, to: usize) -> bool {
        let tight = |i: usize| {
            matches!(self.mark(i), Some('/' | '_' | '@' | '#' | '\\' | '=' | '&' | '%' | '$' | '£' | '€' | '+' | '*'))
        };
        let before =
            from > 0 && self.joined(from) && (tight(from - 1) || self.is_letters(from - 1) && !self.is_dash(from - 1));
        let after = self.joined(to) && (tight(to) || (self.is_letters(to) && !self.is_clitic(to)));
        before || after
    }

    fn is_letters(&self, i: usize) -> bool {
        matches!(self.at(i), Tag::Other | Tag::Word(_)) && i < self.len()
    }

    pub fn is_clitic(&self, i: usize) -> bool {
        matches!(self.text(i).chars().next(), Some('\'' | '’'))
    }
}

fn number(digits: &str) -> Option<Number> {
    if digits.len() > 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(Number { value: digits.parse().ok()?, digits: digits.len() as u8 })
}

/// Words without which no sentence holds a time.
fn is_seed(tag: Tag) -> bool {
    use TimeWord as W;
    match tag {
        Tag::Number(_) | Tag::Figures => true,
        Tag::Word(word) => matches!(
            word,
            W::Month(_)
                | W::MonthShort(_)
                | W::Weekday(_)
                | W::WeekdayShort(_)
                | W::Weekdays(_)
                | W::Unit(_)
                | W::Units(_)
                | W::Season(_)
                | W::Part(_)
                | W::Parts(_)
                | W::Day(_)
                | W::Tonight
                | W::Present
                | W::Past
                | W::Future
                | W::Thousand
                | W::Frequency(_)
                | W::Holiday(_)
                | W::Shift(_)
                | W::Cardinal(_)
                | W::Decade(_)
                | W::Eve
                | W::QuarterName(_)
        ),
        Tag::Other | Tag::Mark(_) => false,
    }
}
