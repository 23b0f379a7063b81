//! Ranks as a text gives them: "the third-largest port", "its biggest deal", "the fifth woman".

use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::measured::SHIFTED;
use crate::lexicon::en::superlatives::{KINDS, SUPERLATIVES};
use crate::lexicon::en::time_words::TIME_WORDS;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Value};
use rust_decimal::Decimal;

/// How far before a rank the words are looked through that put it in the past.
const BEFORE: usize = 8;
/// How many words may stand between a rank and its noun.
const REACH: usize = 3;

/// A rank as it stands in a text.
pub struct Place<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub sentence: usize,
    pub span: Span,
    /// "its largest", "the town's biggest".
    pub owned: bool,
    pub modifiers: Vec<Stem>,
}

/// The number (1 for a superlative alone), the class of what is ranked by, the kind of thing.
pub type Key = (u32, &'static str, Stem);

/// Every rank that a document gives.
pub fn ranks(document: usize, ledger: &Ledger) -> Vec<(Key, Place<'_>)> {
    let text = &ledger.document;
    let mut found = Vec::new();
    for mention in &ledger.mentions {
        let Value::Amount(amount) = &mention.value else { continue };
        let Some(number) = ordinal(amount) else { continue };
        let next = text.token_at(mention.span.end);
        found.extend(rank(document, ledger, text.token_at(mention.span.start), next, number));
    }
    for at in 0..text.tokens.len() {
        if SUPERLATIVES.contains_key(text.word(at)) && !follows_ordinal(ledger, at) {
            found.extend(rank(document, ledger, at, at, 1));
        }
    }
    found
}

/// "third-largest", "third largest": the ordinal has given the rank.
fn follows_ordinal(ledger: &Ledger, at: usize) -> bool {
    let text = &ledger.document;
    let Some(before) = at.checked_sub(1).and_then(|i| text.token(i)) else { return false };
    let until = ledger.mentions.partition_point(|m| m.span.start < before.span.end);
    let near = ledger.mentions.iter().take(until).rev().take(4);
    let ordinal = |m: &Mention| matches!(&m.value, Value::Amount(a) if a.kind == AmountKind::Ordinal);
    text.word(at - 1) == "-" || near.into_iter().any(|m| m.span.end == before.span.end && ordinal(m))
}

/// "second" and beyond: of what is first there is too much.
fn ordinal(amount: &Amount) -> Option<u32> {
    let whole = amount.kind == AmountKind::Ordinal && amount.value > Decimal::ONE;
    u32::try_from(amount.value).ok().filter(|n| whole && *n < 1000)
}

/// The rank whose ordinal or superlative starts at `first`; what follows it starts at `next`.
fn rank<'a>(document: usize, ledger: &'a Ledger, first: usize, next: usize, number: u32) -> Option<(Key, Place<'a>)> {
    let text = &ledger.document;
    let sentence = text.sentence_at(text.token(first)?.span.start);
    let range = text.sentence_tokens(sentence);
    let shifted = (first.saturating_sub(BEFORE).max(range.start)..first).any(|i| past(text.word(i)));
    if shifted {
        return None;
    }
    let mut at = next + usize::from(text.word(next) == "-" && number > 1);
    let mut measure = "";
    if let Some(class) = SUPERLATIVES.get(text.word(at)) {
        measure = class;
        at += 1;
        if text.word(at) == "-" && text.word(at + 1) == "ever" {
            at += 2;
        }
    }
    let (noun, modifiers) = noun(text, at, range.end)?;
    let word = text.word(noun);
    let kind = KINDS.get(word).map_or_else(|| stem(word), |kind| stem(kind));
    let owner = first.checked_sub(1).filter(|i| *i >= range.start).map_or("", |i| text.word(i));
    let owned = matches!(owner, "its" | "their" | "his" | "her" | "our" | "'s" | "’s" | "'" | "’");
    let span = text.token(first)?.span.cover(text.token(noun)?.span);
    Some(((number, measure, kind), Place { document, ledger, sentence, span, owned, modifiers }))
}

/// The rank was held before something else took it.
fn past(word: &str) -> bool {
    matches!(word, "prior" | "previous" | "previously" | "former" | "formerly" | "then" | "until" | "once" | "earlier")
}

/// The first word known as a kind of thing, or else the first one.
fn noun(text: &Document, from: usize, end: usize) -> Option<(usize, Vec<Stem>)> {
    let plain = |i: &usize| text.token(*i).is_some_and(|t| t.is_word()) && is_content(text.word(*i));
    let words: Vec<usize> = (from..end.min(from + REACH)).take_while(plain).collect();
    let known = words.iter().position(|i| KINDS.contains_key(text.word(*i))).unwrap_or(0);
    let noun = *words.get(known)?;
    let modifiers = words.iter().take(known).map(|i| stem(text.word(*i))).collect();
    let word = text.word(noun);
    let span_of_time = TIME_WORDS.contains_key(word) || matches!(word, "time" | "half" | "round" | "stage");
    (!SHIFTED.contains(word) && !span_of_time).then_some((noun, modifiers))
}
