//! # term/drift
//!
//! ## What it reports
//! A word for which the project declares another: `[terms] alliance = ["coalition"]` and a text
//! that says "coalition".
//!
//! ## Why
//! Readers take two words for two things. A house has one word for each of its own.
//!
//! ## Example
//! > [terms] alliance = ["coalition"]: The coalition met on Monday.
//!
//! ## What it leaves alone
//! Words that no table declares, the words of quotations, sources, and longer terms that are wanted
//! themselves ("email address" where only "email" is not).
//!
//! ## How to silence
//! Use the declared term, or take the word out of the table. Where it is meant: `allow term/drift`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Puts, Rule, Severity};
use crate::claim::Ledger;
use crate::text::Span;
use crate::value::{QuoteKind, Value};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "term/drift",
    severity: Severity::Note,
    summary: "a word stands for which the project declares another",
    source: include_str!("term_drift.rs"),
    yields_to: &[],
    check,
};

/// So many places of one word in one document are shown.
const SHOWN: usize = 5;

fn check(context: &Context, outcome: &mut Outcome) {
    let terms = &context.settings.terms;
    if terms.is_empty() {
        return;
    }
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        let mut found: BTreeMap<(&str, String), Vec<Span>> = BTreeMap::new();
        let mut at = 0;
        while at < document.tokens.len() {
            let Some(term) = terms.find(document, at) else {
                at += 1;
                continue;
            };
            let first = document.token(at).map(|t| t.span).unwrap_or_default();
            at += term.tokens.max(1);
            let span = document.token(at - 1).map_or(first, |t| first.cover(t.span));
            if !is_quoted(ledger, span) {
                found.entry((term.wanted, document.slice_lower(span).to_owned())).or_default().push(span);
            }
        }
        for ((wanted, _), places) in found {
            let Some((first, more)) = places.split_first() else { continue };
            let words = document.slice(*first);
            let rest = more.iter().take(SHOWN - 1).map(|span| Label::related(index, *span, "here too"));
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Style, format!("“{words}” stands for what is called “{wanted}”"))
                    .label(Label::primary(index, *first, format!("say “{wanted}”")))
                    .labels(rest)
                    .help(format!("write “{wanted}”"))
                    .putting(None, Puts::Words(wanted.to_owned())),
            );
        }
    }
}

/// Somebody's words are quoted as they are.
fn is_quoted(ledger: &Ledger, span: Span) -> bool {
    ledger.mentions.iter().any(|m| match &m.value {
        Value::Quote(quote) => quote.kind == QuoteKind::Speech && quote.parts.iter().any(|p| p.contains(span)),
        _ => false,
    })
}
