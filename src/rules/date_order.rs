//! # date/order
//!
//! ## What it reports
//! Dates of one life in the wrong order: a death before the birth. And a heading of a changelog whose day runs against
//! the order of the others: 1.10 of March above 1.9 of the January after.
//!
//! ## Why
//! One of the two is mistyped, and every age worked out from them is wrong.
//!
//! ## Example
//! > Born: 3 March 1950. Died: 5 May 1911.
//!
//! ## What it leaves alone
//! Dates that overlap ("born in 1950, died in 1950"), the dates of different people,
//! and ranges of dates (`range/inverted` speaks of those). A repair of an older series that came out later than a newer
//! one; headings that have no order.
//!
//! ## How to silence
//! Correct the date that is wrong. Where it is meant: `allow date/order`.

use super::lives::Lives;
use super::releases::{Inversion, inversions};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "date/order",
    severity: Severity::Error,
    summary: "a death dated before the birth, or a release out of order",
    source: include_str!("date_order.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for Inversion { document, wrong, other } in inversions(context) {
        let words = |span| context.document(document).map(|d| d.slice(span)).unwrap_or_default();
        let message =
            format!("“{}” and “{}” run against the order of the headings", words(wrong.whole), words(other.whole));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .at(Severity::Warning)
                .label(Label::primary(document, wrong.span, "out of order"))
                .label(Label::related(document, other.span, "held against this"))
                .help("correct the date that is wrong"),
        );
    }
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let lives = Lives::of(ledger);
        for death in lives.deaths() {
            let Some(birth) = lives.birth_before(ledger, death) else { continue };
            if !matches!((death.when.end, birth.when.start), (Some(died), Some(born)) if died <= born) {
                continue;
            }
            let span = |mention: usize| ledger.mentions.get(mention).map(|m| m.span).unwrap_or_default();
            let (born, died) = (span(birth.mention), span(death.mention));
            let words = |span| ledger.document.slice(span);
            outcome.report(
                Finding::new(
                    &RULE,
                    FindingVerdict::Conflict,
                    format!("a death on “{}” before a birth on “{}”", words(died), words(born)),
                )
                .label(Label::primary(index, died, "died"))
                .label(Label::related(index, born, "born later"))
                .help("correct the date that is wrong"),
            );
        }
    }
}
