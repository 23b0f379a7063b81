//! Ranks that several documents give alike: "the fifth woman to win" here and there; "its
//! largest acquisition" and "its biggest-ever deal".

use super::super::{Context, Label, Outcome};
use super::groups::groups;
use crate::align::Rarity;
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::measured::SHIFTED;
use crate::lexicon::en::superlatives::{KINDS, SUPERLATIVES};
use crate::lexicon::en::time_words::TIME_WORDS;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

const BLOCK: usize = 40;
/// What a pair must weigh.
const SURE: f64 = 3.4;
/// The same rank by the same measure of the same kind of thing.
const SAME_RANK: f64 = 2.0;
/// Both rank among what is somebody's: "its largest", "Cisco's biggest".
const BOTH_OWNED: f64 = 1.0;
const ONE_OWNED: f64 = -1.5;
/// "biggest technology deal" is not yet "biggest deal".
const OTHER_MODIFIERS: f64 = -1.5;
/// How far before a rank the words are looked through that put it in the past.
const BEFORE: usize = 8;
/// How many words may stand between a rank and its noun.
const REACH: usize = 3;

struct Place<'a> {
    document: usize,
    ledger: &'a Ledger,
    sentence: usize,
    span: Span,
    owned: bool,
    modifiers: Vec<Stem>,
}

/// The number (1 for a superlative alone), the class of what is ranked by, the kind of thing.
type Key = (u32, &'static str, Stem);

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let mut blocks: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for (key, place) in ranks(document, ledger) {
            blocks.entry(key).or_default().push(place);
        }
    }
    for block in blocks.values().filter(|b| b.len() <= BLOCK) {
        let linked = |i: usize, j: usize| {
            let Some((a, b)) = block.get(i).zip(block.get(j)) else { return false };
            let apart = a.document != b.document && context.comparable(a.document, b.document);
            apart && weigh(&context.alignment.rarity, a, b) >= SURE
        };
        for group in groups(block.len(), linked) {
            let places: Vec<&Place> = group.iter().filter_map(|i| block.get(*i)).collect();
            let words = places.first().map_or("", |p| p.ledger.document.slice(p.span));
            let labels = places.iter().map(|p| Label::related(p.document, p.span, "")).collect();
            outcome.agree("rank", format!("the same rank: {words}"), labels);
        }
    }
}

fn ranks(document: usize, ledger: &Ledger) -> Vec<(Key, Place<'_>)> {
    let text = &ledger.document;
    let mut found = Vec::new();
    for mention in &ledger.mentions {
        let Value::Amount(amount) = &mention.value else { continue };
        let Some(number) = ordinal(amount) else { continue };
        let next = text.token_at(mention.span.end);
        found.extend(rank(document, ledger, text.token_at(mention.span.start), next, number));
    }
    for at in 0..text.tokens.len() {
        let hyphened = text.word(at.wrapping_sub(1)) == "-";
        if SUPERLATIVES.contains_key(text.word(at)) && !hyphened {
            found.extend(rank(document, ledger, at, at, 1));
        }
    }
    found
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

fn weigh(rarity: &Rarity, a: &Place, b: &Place) -> f64 {
    let owned = match (a.owned, b.owned) {
        (true, true) => BOTH_OWNED,
        (false, false) => 0.0,
        _ => ONE_OWNED,
    };
    let modifiers = if a.modifiers == b.modifiers { 0.0 } else { OTHER_MODIFIERS };
    let shared = rarity.shared((a.ledger, a.sentence), (b.ledger, b.sentence), &[]);
    SAME_RANK + owned + modifiers + shared.map_or(0.0, |addend| addend.weight)
}
