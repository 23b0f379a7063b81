//! What the models see of one token: hashes of its letters, its shape, and the classes of words it may be of.

use super::table::{feature, letters};
use crate::document::{Token, TokenKind};
use crate::lexicon::en::dictionary::classes;
use crate::lexicon::en::forms::{irregular, regular};
use crate::text::Memo;
use std::borrow::Cow;
use std::cell::RefCell;

#[derive(Debug, Clone, Copy, Default)]
pub struct Look {
    /// The word in lower case; of a number its shape ("0,000").
    pub word: u32,
    pub suffix1: u32,
    pub suffix2: u32,
    pub suffix3: u32,
    pub prefix: u32,
    /// Kind, capitals, and whether it touches its neighbours.
    pub shape: u32,
    /// The classes that the dictionary gives it.
    pub classes: u32,
    /// Of words: a capital, and whether the sentence is a headline.
    pub writing: u32,
}

/// Beyond either end of a sentence.
pub const NOTHING: Look =
    Look { word: 1, suffix1: 1, suffix2: 1, suffix3: 1, prefix: 1, shape: 1, classes: 1, writing: 0 };

thread_local! {
    /// Of words met before all that does not hang on how and where they are written.
    static KNOWN: RefCell<Memo<Look>> = RefCell::default();
}

fn of_word(word: &str) -> Look {
    let straight = straight(word);
    let bytes = straight.as_bytes();
    let last = |n: usize| letters(bytes.get(bytes.len().saturating_sub(n)..).unwrap_or_default());
    Look {
        word: letters(bytes),
        suffix1: last(1),
        suffix2: last(2),
        suffix3: last(3),
        prefix: letters(bytes.get(..bytes.len().min(3)).unwrap_or_default()),
        shape: 0,
        classes: word_classes(&straight),
        writing: 0,
    }
}

/// The tokens of one sentence as the models see them. `text` and `lower` are the whole reading.
pub fn looks(text: &str, lower: &str, tokens: &[Token]) -> Vec<Look> {
    let titled = is_titled(tokens);
    let mut out = Vec::with_capacity(tokens.len());
    let mut end_before = u32::MAX;
    for (i, token) in tokens.iter().enumerate() {
        let lower = lower.get(token.span.range()).unwrap_or_default();
        let written = text.get(token.span.range()).unwrap_or_default();
        let before = end_before == token.span.start;
        let next = tokens.get(i + 1).is_some_and(|n| n.span.start == token.span.end);
        let writing = if token.is_word() { 1 + 2 * u32::from(titled) + 4 * u32::from(token.capital) } else { 0 };
        out.push(Look { writing, ..look(lower, written, token, before, next) });
        end_before = token.span.end;
    }
    out
}

/// A headline in which most words have a capital: there a capital makes no name.
fn is_titled(tokens: &[Token]) -> bool {
    let long = || tokens.iter().filter(|t| t.is_word() && t.span.range().len() > 3);
    long().filter(|t| t.capital).count() * 2 > long().count()
}

fn look(word: &str, written: &str, token: &Token, before: bool, next: bool) -> Look {
    let kind = match token.kind {
        TokenKind::Word => 0,
        TokenKind::Number => 1,
        TokenKind::Mark => 2,
    };
    let capitals = written.bytes().filter(u8::is_ascii_uppercase).count();
    let all = capitals > 1 && !written.bytes().any(|b| b.is_ascii_lowercase());
    let single = written.len() == 1;
    let flags = [token.capital, all, single, before, next].into_iter().fold(kind, |f, on| f << 1 | u32::from(on));
    let shape = feature(90, flags, 0);
    if token.kind != TokenKind::Word {
        let word = if token.kind == TokenKind::Number { figure(word) } else { letters(mark(word).as_bytes()) };
        return Look {
            word,
            suffix1: word,
            suffix2: word,
            suffix3: word,
            prefix: word,
            shape,
            classes: kind,
            writing: 0,
        };
    }
    Look { shape, ..KNOWN.with_borrow_mut(|known| known.get(word, of_word)) }
}

/// Signs of money do as one, and so do quotation marks.
fn mark(sign: &str) -> &str {
    match sign {
        "£" | "€" | "¥" | "₹" => "$",
        "“" | "”" | "«" | "»" => "\"",
        "‘" | "’" => "'",
        "–" | "—" => "–",
        _ => sign,
    }
}

/// The shape of a number: years look alike, and so do "1,266" and "2,900".
fn figure(number: &str) -> u32 {
    if let [b'1' | b'2', b'0' | b'8' | b'9' | b'7', _, _] = number.as_bytes() {
        return letters(b"year");
    }
    number
        .bytes()
        .fold(letters(b"#"), |h, b| letters(&[(h >> 8) as u8, h as u8, if b.is_ascii_digit() { b'0' } else { b }]))
}

/// With straight apostrophes.
pub fn straight(word: &str) -> Cow<'_, str> {
    if word.contains('’') { Cow::Owned(word.replace('’', "'")) } else { Cow::Borrowed(word) }
}

/// The classes that the dictionary gives a word as it stands, and those of what its forms may come from.
fn word_classes(word: &str) -> u32 {
    let own = classes(word);
    let mut forms = 0_u32;
    for (inflection, _) in irregular(word) {
        forms |= 1 << (inflection as u32);
    }
    if forms == 0 {
        for (inflection, _) in regular(word) {
            forms |= 1 << (inflection as u32);
        }
    }
    u32::from(own.all) << 4 | u32::from(own.commonest) | forms << 8 | 1 << 31
}
