//! Phrases of one word or several, and the look-up of the longest one at a token.

use crate::document::{Document, tokenize};
use std::collections::BTreeMap;

#[derive(Debug, Default)]
pub struct Phrases {
    /// Under the first word, the longest phrase first.
    by_first: BTreeMap<String, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    /// Token by token, in lower case with plain apostrophes; as written if case counts.
    words: Vec<String>,
    exact: bool,
    target: usize,
}

impl Phrases {
    /// Adds a phrase; `exact`: it is met only in the case it is written in. Without a word in it nothing is added.
    pub fn add(&mut self, phrase: &str, exact: bool, target: usize) {
        let mut tokens = Vec::new();
        tokenize(phrase, 0, &mut tokens);
        let written: Vec<String> =
            tokens.iter().filter_map(|t| phrase.get(t.span.range())).map(|w| w.replace('’', "'")).collect();
        let Some(first) = written.first().map(|w| w.to_ascii_lowercase()) else { return };
        let words = if exact { written } else { written.iter().map(|w| w.to_ascii_lowercase()).collect() };
        let under = self.by_first.entry(first).or_default();
        under.push(Phrase { words, exact, target });
        under.sort_by_key(|p| std::cmp::Reverse((p.words.len(), p.exact)));
    }

    /// The longest phrase that starts at token `index`, inside its sentence: its target and number of tokens.
    pub fn find(&self, document: &Document, index: usize) -> Option<(usize, usize)> {
        if self.by_first.is_empty() {
            return None;
        }
        let first = document.word(index);
        let phrases = match first.contains('’') {
            true => self.by_first.get(first.replace('’', "'").as_str())?,
            false => self.by_first.get(first)?,
        };
        let start = document.token(index)?.span.start;
        let end = document.sentence_tokens(document.sentence_at(start)).end;
        let found = phrases.iter().find(|p| {
            index + p.words.len() <= end
                && p.words.iter().enumerate().all(|(i, word)| {
                    let here = if p.exact { document.written(index + i) } else { document.word(index + i) };
                    here == word || (here.contains('’') && here.replace('’', "'") == *word)
                })
        })?;
        Some((found.target, found.words.len()))
    }
}
