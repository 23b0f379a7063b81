//! # acronym/conflict
//!
//! ## What it reports
//! An acronym that is spelt out in two ways: "Islamic Revolutionary Guard Corps (IRGC)" here,
//! "Iranian Revolutionary Guard Corps (IRGC)" there.
//!
//! ## Why
//! A body has one name. Whoever looks the wrong one up finds nothing.
//!
//! ## Example
//! > The Delm Harbour Board (DHB) met. Later the Delm Haven Board (DHB) voted.
//!
//! ## What it leaves alone
//! The same words in another number or spelling; in two documents also expansions that share no
//! word: two bodies may have one acronym.
//!
//! ## How to silence
//! Spell it out one way. Where it is meant: `allow acronym/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Stem, stem};
use crate::document::Document;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::Span;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "acronym/conflict",
    severity: Severity::Note,
    summary: "an acronym is spelt out in two ways",
    source: include_str!("acronym_conflict.rs"),
    yields_to: &[],
    check,
};

/// An acronym has so many letters.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=6;

struct Expansion {
    document: usize,
    /// The words and the acronym behind them.
    span: Span,
    words: Vec<Stem>,
}

fn check(context: &Context, outcome: &mut Outcome) {
    let mut defined: BTreeMap<String, Vec<Expansion>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for (acronym, span, words) in definitions(&ledger.document) {
            defined.entry(acronym).or_default().push(Expansion { document: index, span, words });
        }
    }
    for (acronym, places) in &defined {
        let pair = places.iter().enumerate().find_map(|(i, a)| {
            let other = places.iter().skip(i + 1).find(|b| context.comparable(a.document, b.document) && differ(a, b));
            other.map(|b| (a, b))
        });
        let Some((a, b)) = pair else { continue };
        let words = |e: &Expansion| context.document(e.document).map_or("", |d| d.slice(e.span));
        let message = format!("“{acronym}” is spelt out in two ways: “{}”, “{}”", words(a), words(b));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(Label::primary(b.document, b.span, "spelt out so here"))
                .label(Label::related(a.document, a.span, "spelt out so there"))
                .help("spell it out one way"),
        );
    }
}

fn differ(a: &Expansion, b: &Expansion) -> bool {
    let shared = a.words.iter().any(|w| b.words.contains(w));
    a.words != b.words && (shared || a.document == b.document)
}

/// Every "Delm Harbour Board (DHB)" of a document, once for each wording.
fn definitions(document: &Document) -> Vec<(String, Span, Vec<Stem>)> {
    let mut found: Vec<(String, Span, Vec<Stem>)> = Vec::new();
    for open in 1..document.tokens.len() {
        let acronym = document.written(open + 1);
        let capitals = LETTERS.contains(&acronym.len()) && acronym.bytes().all(|b| b.is_ascii_uppercase());
        if document.word(open) != "(" || !capitals || document.word(open + 2) != ")" {
            continue;
        }
        let Some((span, words)) = expansion(document, open, acronym) else { continue };
        if !found.iter().any(|(known, _, w)| known == acronym && *w == words) {
            found.push((acronym.to_owned(), span, words));
        }
    }
    found
}

/// The words before the bracket whose initials make the acronym, small words aside.
fn expansion(document: &Document, open: usize, acronym: &str) -> Option<(Span, Vec<Stem>)> {
    let mut at = open;
    let mut words = Vec::new();
    for letter in acronym.bytes().rev() {
        loop {
            at = at.checked_sub(1)?;
            let token = document.token(at).filter(|t| t.is_word())?;
            let initial = document.slice(token.span).bytes().next()?;
            if token.capital && initial.eq_ignore_ascii_case(&letter) {
                break;
            }
            if token.capital || !STOP_WORDS.contains(document.word(at)) {
                return None;
            }
        }
        words.push(stem(document.word(at)));
    }
    words.reverse();
    let span = document.token(at)?.span.cover(document.token(open + 2)?.span);
    Some((span, words))
}
