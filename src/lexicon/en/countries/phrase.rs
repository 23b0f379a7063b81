//! Names of several words under their first word, and the look-up of the longest
//! one at a token.

use super::Form;
use crate::document::Document;
use crate::text::WordMap;

/// One name, without its first word (the key of the table).
#[derive(Debug)]
pub(super) struct Phrase {
    pub rest: &'static [&'static str],
    /// What it names: a row of the countries or of the regions.
    pub target: u16,
    pub form: Form,
    /// Written in capitals throughout ("US", "U.S.").
    pub acronym: bool,
    /// Starts with a capital.
    pub capital: bool,
    /// So does its last word.
    pub capital_last: bool,
}

type Table = WordMap<&'static [Phrase]>;

/// The longest phrase that starts at token `index` and that `keep` lets pass: its
/// target, form and number of tokens.
pub(super) fn longest(
    table: &'static Table,
    document: &Document,
    index: usize,
    keep: impl Fn(&Phrase) -> bool,
) -> Option<(u16, Form, usize)> {
    let token = document.token(index).filter(|t| t.is_word())?;
    let first = document.word(index);
    let phrases =
        if first.contains('’') { table.get(first.replace('’', "'").as_str())? } else { table.get(first)? };
    let found = phrases.iter().find(|p| {
        let follows = p.rest.iter().enumerate().all(|(i, word)| same(document.word(index + 1 + i), word));
        follows && written(document, index, token.capital, p) && keep(p)
    })?;
    Some((found.target, found.form, found.rest.len() + 1))
}

fn same(word: &str, key: &str) -> bool {
    word == key || (word.contains('’') && word.replace('’', "'") == key)
}

/// Are the words in the case a name has? In a text without capitals any case will do, except for "us".
fn written(document: &Document, index: usize, capital: bool, phrase: &Phrase) -> bool {
    if phrase.acronym {
        let upper = document.written(index).chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
        let bare = phrase.rest.is_empty();
        return match upper {
            true => !(bare && shouted(document, index)),
            false => (!bare || document.word(index) != "us") && caseless(document, index),
        };
    }
    if phrase.capital && !capital {
        return caseless(document, index);
    }
    // "White House" is a name, "White house" is not.
    let last = document.token(index + phrase.rest.len());
    !phrase.capital_last || last.is_some_and(|t| t.capital) || caseless(document, index)
}

/// "GIVE US MORE": the whole neighbourhood is in capitals.
fn shouted(document: &Document, index: usize) -> bool {
    let loud = |i: Option<usize>| {
        i.is_some_and(|i| {
            let word = document.written(i);
            word.len() > 3 && word.chars().all(char::is_uppercase)
        })
    };
    document.word(index) == "us" && loud(index.checked_sub(1)) && loud(Some(index + 1))
}

/// Is the text around written without capitals? Only a few words are looked at, so that the cost stays bounded.
fn caseless(document: &Document, index: usize) -> bool {
    let from = index.saturating_sub(30);
    (from..index + 30).all(|i| document.token(i).is_none_or(|t| !t.capital))
}
