//! Whose relative somebody is: "Edda Prill, the sister of the clockmaker", "the clockmaker's sister, Edda Prill", "his sister
//! Lotte".

use super::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::kin::relative;
use crate::text::{Span, plain};
use crate::value::{NameKind, Value};

#[derive(Debug, Clone)]
pub struct Kin {
    /// The relative's name in lower case, without accents.
    pub name: String,
    pub known_as: &'static str,
    /// Whose; empty where only a pronoun says so.
    pub of: Vec<Stem>,
    /// The pronoun, where one stands before the noun: "his".
    pub whose: String,
    pub span: Span,
}

/// How many words behind "of" tell whose.
const WHOSE: usize = 4;

pub fn kin(ledger: &Ledger) -> Vec<Kin> {
    let document = &ledger.document;
    let mut found = Vec::new();
    for mention in &ledger.mentions {
        let Value::Name(name) = &mention.value else { continue };
        if matches!(name.kind, NameKind::Country | NameKind::Organisation) {
            continue;
        }
        let (first, end) = (document.token_at(mention.span.start), document.token_at(mention.span.end));
        let Some((noun, of, last)) = behind(document, end).or_else(|| before(document, first)) else { continue };
        let Some((known_as, token)) = relative(document.word(noun)).zip(document.token(last)) else { continue };
        let whose = noun.checked_sub(1).map_or("", |i| document.word(i));
        let whose = if matches!(whose, "his" | "her" | "their") { whose.to_owned() } else { String::new() };
        let span = token.span.cover(mention.span);
        found.push(Kin { name: plain(document.slice(mention.span)), known_as, of, whose, span });
    }
    found
}

fn content(document: &Document, tokens: std::ops::Range<usize>) -> Vec<Stem> {
    tokens.map(|i| document.word(i)).filter(|w| is_content(w)).map(stem).collect()
}

/// ", the sister of the clockmaker", ", sister of X", "is the sister of".
fn behind(document: &Document, next: usize) -> Option<(usize, Vec<Stem>, usize)> {
    if !matches!(document.word(next), "," | "is" | "was") {
        return None;
    }
    let noun = (next + 1..next + 5).find(|i| relative(document.word(*i)).is_some())?;
    let small = (next + 1..noun).all(|i| {
        matches!(document.word(i), "the" | "a" | "an" | "his" | "her" | "their")
            || document.token(i).is_some_and(|t| t.is_word() && !t.capital)
    });
    let of = document.word(noun + 1) == "of";
    let whose = (noun + 2..noun + 2 + WHOSE).take_while(|i| document.token(*i).is_some_and(|t| t.is_word())).count();
    (small && of).then(|| (noun, content(document, noun + 2..noun + 2 + whose), noun + 1 + whose))
}

/// "his sister Lotte", "the clockmaker's sister, Lotte".
fn before(document: &Document, first: usize) -> Option<(usize, Vec<Stem>, usize)> {
    let last = first.checked_sub(1)?;
    let noun = if document.word(last) == "," { last.checked_sub(1)? } else { last };
    relative(document.word(noun))?;
    let owner = noun.checked_sub(1)?;
    let of = match document.word(owner) {
        "his" | "her" | "their" | "its" => Vec::new(),
        "'s" | "’s" | "'" | "’" => content(document, owner.saturating_sub(2)..owner),
        _ => return None,
    };
    Some((noun, of, noun))
}
