//! What a claim is about, as far as its noun phrase tells.

use super::is_content;
use crate::document::Document;
use crate::lexicon::en::currencies::NAMES;
use crate::lexicon::en::nouns::{PHRASE_ENDS, is_plural};
use crate::mention::Mention;
use crate::text::{Blank, Span};
use crate::value::{Amount, AmountKind};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Subject {
    /// The lower-case head noun or predicate as written ("nations", "released").
    pub head: String,
    /// Where the head stands; empty where there is none.
    pub span: Span,
    /// Lower-case modifiers of the head ("western").
    pub modifiers: Vec<String>,
}

impl Blank for Subject {
    const BLANK: &'static Subject =
        &Subject { head: String::new(), span: Span { start: 0, end: 0 }, modifiers: Vec::new() };
}

/// How far behind its number a head noun may stand.
const REACH: usize = 4;

/// What a number counts: "14 Western nations", "14-nation alliance", "14 signatures".
/// The head is the last noun-like word of the phrase, the words before it are its modifiers.
pub fn counted(document: &Document, mention: &Mention, amount: &Amount) -> Option<Subject> {
    if amount.kind != AmountKind::Number {
        return None;
    }
    let sentence = document.sentence_at(mention.span.start);
    let end = document.sentence_tokens(sentence).end;
    let mut at = document.token_at(mention.span.end);
    if document.word(at) == "-" && document.joined(at) && document.joined(at + 1) {
        // "14-nation alliance": the hyphened noun is what is counted.
        let head = document.token(at + 1).filter(|t| t.is_word())?;
        return Some(Subject { head: document.word(at + 1).to_owned(), span: head.span, modifiers: Vec::new() });
    }
    if document.word(at) == "of" && document.word(at + 1) == "the" {
        at += 2;
    }
    let mut words: Vec<usize> = Vec::new();
    while at < end && words.len() < REACH {
        let Some(token) = document.token(at) else { break };
        let word = document.slice_lower(token.span);
        // "Iran-linked kidnap/kill plots": joined words are one modifier.
        if matches!(word, "-" | "/") && document.joined(at) && document.joined(at + 1) && !words.is_empty() {
            at += 2;
            continue;
        }
        if !token.is_word() || !is_content(word) || PHRASE_ENDS.contains(word) {
            break;
        }
        words.push(at);
        at += 1;
        if is_plural(word) {
            break;
        }
    }
    let head = *words.last()?;
    let span = document.token(head)?.span;
    // "20 Canadian cents" is money.
    if !is_plural(document.word(head)) || NAMES.contains_key(document.word(head)) {
        return None;
    }
    let modifiers = words.iter().take(words.len() - 1).map(|i| document.word(*i).to_owned()).collect();
    Some(Subject { head: document.word(head).to_owned(), span, modifiers })
}

/// What opens a list: the nearest content word before it in its clause ("the governments of …", "targeting …").
pub fn opener(document: &Document, list: &Mention) -> Subject {
    let sentence = document.sentence_at(list.span.start);
    let start = document.sentence_tokens(sentence).start;
    let first = document.token_at(list.span.start);
    let before = (start..first).rev().take(REACH).take_while(|i| !matches!(document.word(*i), ";" | "." | "(" | ")"));
    let found =
        before.into_iter().find(|i| document.token(*i).is_some_and(|t| t.is_word()) && is_content(document.word(*i)));
    let Some(token) = found.and_then(|i| document.token(i)) else { return Subject::default() };
    Subject { head: document.slice_lower(token.span).to_owned(), span: token.span, modifiers: Vec::new() }
}
