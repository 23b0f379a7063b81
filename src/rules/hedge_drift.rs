//! # hedge/drift
//!
//! ## What it reports
//! Something that one document states outright and another only alleges, or that is
//! said to hold to another degree: "for orchestrating" against "alleged plots",
//! "increasingly collaborating" against "mainly in collaboration".
//!
//! ## Why
//! A hedge that falls off on the way from source to article makes a fact of a claim.
//!
//! ## Example
//! > a.txt: charged with arson, theft and fraud
//! > b.txt: suspected of alleged arson, theft and fraud
//!
//! ## What it leaves alone
//! Hedges inside one document, and hedges on things that the other document does not
//! mention. It is a note: which wording is right is a matter of judgement.
//!
//! ## How to silence
//! Take over the source's hedge.
//! Where it is meant: `allow hedge/drift`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{Addend, ClaimRef, list_of};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::degree::{ALLEGING, DEGREES};
use crate::text::Span;
use crate::value::MemberKind;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "hedge/drift",
    severity: Severity::Note,
    summary: "stated outright in one document, hedged or otherwise graded in another",
    source: include_str!("hedge_drift.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() > 1 {
        degrees(context, outcome);
        allegations(context, outcome);
    }
}

/// A word of degree and the word it grades.
#[derive(Debug)]
struct Graded<'a> {
    document: usize,
    ledger: &'a Ledger,
    sentence: usize,
    degree: &'a str,
    span: Span,
}

/// How far behind a word of degree the graded word may stand.
const REACH: usize = 2;
/// What the rest of the two sentences must have in common.
const SHARED: f64 = 1.5;

fn degrees(context: &Context, outcome: &mut Outcome) {
    let mut by_stem: BTreeMap<Stem, Vec<Graded>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        let text = &ledger.document;
        for (index, token) in text.tokens.iter().enumerate().filter(|(_, t)| t.is_word()) {
            let degree = text.slice_lower(token.span);
            if !DEGREES.contains(degree) {
                continue;
            }
            let graded = (index + 1..=index + REACH)
                .find(|i| text.token(*i).is_some_and(|t| t.is_word()) && is_content(text.word(*i)));
            let Some(word) = graded.and_then(|i| text.token(i)) else { continue };
            let sentence = text.sentence_at(token.span.start);
            let span = token.span.cover(word.span);
            by_stem.entry(stem(text.slice_lower(word.span))).or_default().push(Graded {
                document,
                ledger,
                sentence,
                degree,
                span,
            });
        }
    }
    let rarity = &context.alignment.rarity;
    for (graded, places) in &by_stem {
        for (i, a) in places.iter().enumerate() {
            let other = |b: &&Graded| b.document != a.document && b.degree != a.degree;
            let Some(b) = places.iter().skip(i + 1).find(other).filter(|b| context.comparable(a.document, b.document))
            else {
                continue;
            };
            let shared = rarity
                .shared((a.ledger, a.sentence), (b.ledger, b.sentence), &[*graded])
                .filter(|s| s.weight >= SHARED);
            let Some(shared) = shared else { continue };
            let words = |g: &Graded| g.ledger.document.slice(g.span).to_owned();
            let finding =
                Finding::new(&RULE, FindingVerdict::Style, format!("“{}” here, “{}” there", words(b), words(a)))
                    .turned(format!("“{}” here, “{}” there", words(a), words(b)))
                    .label(Label::primary(b.document, b.span, "graded so here"))
                    .label(Label::related(a.document, a.span, "graded so here"))
                    .evidence([Addend { weight: 1.0, reason: "the same word is graded".to_owned() }, shared])
                    .help("use the source's wording, or say whose assessment it is");
            outcome.report(finding);
        }
    }
}

/// Lists of deeds that one document alleges and the other states.
fn allegations(context: &Context, outcome: &mut Outcome) {
    for link in context.alignment.links.iter().filter(|l| l.a.document != l.b.document) {
        let (Some(a), Some(b)) = (opening(context, link.a), opening(context, link.b)) else { continue };
        let ((hedged, hedge), (plain, stated)) = match (a, b) {
            (Opening::Hedged(x), Opening::Plain(y)) => ((link.a, x), (link.b, y)),
            (Opening::Plain(x), Opening::Hedged(y)) => ((link.b, y), (link.a, x)),
            _ => continue,
        };
        let words = |at: ClaimRef, span: Span| context.document(at.document).map_or("", |d| d.slice(span)).to_owned();
        let message =
            format!("stated outright here (“{}”), only “{}” there", words(plain, stated), words(hedged, hedge));
        let list = |at: ClaimRef| context.claim(at).map(|(_, c)| c.span).unwrap_or_default();
        let turned =
            format!("only “{}” here, stated outright there (“{}”)", words(hedged, hedge), words(plain, stated));
        let finding = Finding::new(&RULE, FindingVerdict::Style, message)
            .turned(turned)
            .label(Label::primary(plain.document, stated.cover(list(plain)), "stated outright"))
            .label(Label::related(hedged.document, hedge.cover(list(hedged)), "alleged"))
            .evidence(link.evidence.addends.iter().cloned())
            .help_here("take over the hedge, or say who says so");
        outcome.report(finding);
    }
}

enum Opening {
    Hedged(Span),
    /// The verb that governs the list.
    Plain(Span),
}

/// What stands before a list of deeds.
fn opening(context: &Context, at: ClaimRef) -> Option<Opening> {
    let (ledger, claim) = context.claim(at)?;
    let list = list_of(ledger, claim)?;
    if list.members.iter().any(|m| m.kind != MemberKind::Common) {
        return None;
    }
    let document = &ledger.document;
    let first = document.token_at(claim.span.start);
    let start = document.sentence_tokens(claim.sentence).start;
    let before = || (start..first).rev().take(6);
    if let Some(token) = before().take(2).find(|i| ALLEGING.contains(document.word(*i))).and_then(|i| document.token(i))
    {
        return Some(Opening::Hedged(token.span));
    }
    let hedged_sentence = document.sentence_tokens(claim.sentence).any(|i| ALLEGING.contains(document.word(i)));
    let verb = before().find(|i| is_deed(document, *i)).filter(|_| !hedged_sentence)?;
    let with_preposition = if document.word(verb.checked_sub(1)?) == "for" { verb - 1 } else { verb };
    Some(Opening::Plain(document.token(with_preposition)?.span.cover(document.token(verb)?.span)))
}

/// A participle ("orchestrating", "organised").
fn is_deed(document: &Document, index: usize) -> bool {
    let word = document.word(index);
    word.len() > 5 && (word.ends_with("ing") || word.ends_with("ed")) && is_content(word)
}
