//! # antonym/conflict
//!
//! ## What it reports
//! A word of a draft where its source (`--against`) has the opposite in the same place:
//! "the number of swans rose" for "the number of swans fell".
//!
//! ## Why
//! A turned word turns the statement, and every other word of it still fits.
//!
//! ## Example
//! > Draft: The number of swans on the lake rose to 40. Source: In spring the number of swans on the lake fell to 40.
//!
//! ## What it leaves alone
//! Sentences with a negation on either side, and those of the draft that have both words
//! ("rose and fell"); a word that the source uses too where the draft uses it; opposites
//! whose sentences share little else; documents that are peers.
//!
//! ## How to silence
//! Correct the word. Where it is meant: `allow antonym/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::Opposed;
use crate::document::Role;

pub const RULE: Rule = Rule {
    id: "antonym/conflict",
    severity: Severity::Warning,
    summary: "a word of the draft whose opposite stands in the source",
    source: include_str!("antonym_conflict.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let rarity = &context.alignment.rarity;
    let opposed = Opposed::new(context.ledgers, rarity);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        for (span, place, evidence) in opposed.in_draft(ledger) {
            let (ours, theirs) = (ledger.document.slice(span), place.words());
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Conflict, format!("“{ours}” where the source has “{theirs}”"))
                    .label(Label::primary(index, span, format!("the source has “{theirs}”")))
                    .label(Label::related(place.document, place.span, "the opposite"))
                    .evidence(evidence)
                    .help("Correct the word, or say what sets the two apart"),
            );
        }
    }
}
