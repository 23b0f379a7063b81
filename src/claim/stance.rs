//! Stances: who denies or confirms what. "Iran denied the accusations" and "Tehran
//! confirmed the charges" are one question with two answers.

use super::{Claim, ClaimKind, Polarity, Qualifiers, Subject};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::stances::{ACCUSATIONS, CONFIRMATIONS, DENIALS};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::Span;
use std::ops::Range;

/// How many tokens may lie between the verb and what it denies or confirms.
const REACH: usize = 5;
/// All words for an accusation are one object.
const ACCUSATION: &str = "accusation";

/// The stances of a document, as statements: the subject's head is who, its modifier is what.
pub fn stances(document: &Document) -> Vec<Claim> {
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        if document.block_of(index).is_some_and(|b| b.kind == BlockKind::Heading) {
            continue;
        }
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let verbs = tokens.clone().filter(|i| may_be_verb(document.word(*i)));
        found.extend(verbs.filter_map(|verb| stance(document, index, tokens.clone(), verb)));
    }
    found
}

/// Does the word begin as the verbs of denying and confirming do? Asked of every word, so cheap.
fn may_be_verb(word: &str) -> bool {
    word.len() >= 4 && matches!(word.as_bytes().first(), Some(b'a' | b'c' | b'd' | b'r'))
}

fn stance(document: &Document, sentence: usize, tokens: Range<usize>, verb: usize) -> Option<Claim> {
    let denied = DENIALS.contains(document.word(verb));
    if !denied && !CONFIRMATIONS.contains(document.word(verb)) {
        return None;
    }
    let (who, start) = holder(document, tokens.clone(), verb)?;
    let (what, end) = object(document, verb + 1..tokens.end)?;
    let span = Span { start: document.token(start)?.span.start, end: document.token(end)?.span.end };
    let negated = (start..verb).any(|i| matches!(document.word(i), "not" | "never"));
    let polarity = if denied != negated { Polarity::Denied } else { Polarity::Affirmed };
    let head = document.token(verb)?.span;
    let subject = Subject { head: who, span: head, modifiers: vec![what] };
    let qualifiers = Qualifiers { polarity, ..Qualifiers::default() };
    Some(Claim { kind: ClaimKind::Statement, span, sentence, mention: None, subject, qualifiers })
}

/// Who holds the stance: the name right before the verb (auxiliaries and adverbs between), and its first token.
fn holder(document: &Document, tokens: Range<usize>, verb: usize) -> Option<(String, usize)> {
    let before = |i: usize| i.checked_sub(1).filter(|i| tokens.contains(i));
    let skippable = |i: usize| {
        let word = document.word(i);
        matches!(word, "has" | "have" | "had" | "did" | "does" | "do" | "not" | "never" | "again" | "also")
            || (word.len() > 4 && word.ends_with("ly"))
    };
    let mut last = before(verb)?;
    while skippable(last) {
        last = before(last)?;
    }
    let named = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    if !named(last) {
        return None;
    }
    let mut first = last;
    while let Some(i) = before(first).filter(|i| named(*i) && !STOP_WORDS.contains(document.word(*i))) {
        first = i;
    }
    let country = (first..=last)
        .find_map(|i| countries::find(document, i).filter(|f| i + f.tokens == last + 1 && f.form != Form::Demonym));
    let who = match country {
        Some(found) => format!("iso:{}", found.country.code),
        None => document.slice_lower(document.token(first)?.span.cover(document.token(last)?.span)).to_owned(),
    };
    Some((who, first))
}

/// What is denied or confirmed: the noun that ends the phrase after the verb.
fn object(document: &Document, after: Range<usize>) -> Option<(String, usize)> {
    let phrase = after.take(REACH).take_while(|i| document.token(*i).is_some_and(|t| t.is_word()));
    let mut last = None;
    for index in phrase {
        let word = document.word(index);
        if ACCUSATIONS.contains(word) {
            return Some((ACCUSATION.to_owned(), index));
        }
        let determiner = matches!(
            word,
            "the" | "its" | "his" | "her" | "their" | "all" | "any" | "this" | "these" | "those" | "such"
        );
        if determiner {
            continue;
        }
        if STOP_WORDS.contains(word) {
            break;
        }
        last = Some((word.to_owned(), index));
    }
    last
}

impl Claim {
    /// Who holds the stance and towards what, if this claim is one.
    pub fn stance(&self) -> Option<(&str, &str)> {
        let is_stance = self.kind == ClaimKind::Statement && !self.subject.head.is_empty();
        is_stance.then_some(self.subject.head.as_str()).zip(self.subject.modifiers.first().map(String::as_str))
    }
}
