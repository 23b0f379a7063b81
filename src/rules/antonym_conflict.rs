//! # antonym/conflict
//!
//! ## What it reports
//! A statement of one document that another makes with the opposite word: "approved" and "rejected",
//! "acquitted" and "convicted", "open" and "closed", of the same subject and object. A word of a draft whose
//! opposite its source (`--against`) has in the same place.
//!
//! ## Why
//! A turned word turns the statement, and every other word of it still fits.
//!
//! ## Example
//! > a.txt: The river trust approved the cable car to Gannet Rock.
//! > b.txt: The river trust rejected the cable car to Gannet Rock.
//!
//! ## What it leaves alone
//! "Did not reject" beside "approved": the two agree. So do "A sold it to B" and "B bought it from A". Another subject, object or moment; conditions,
//! questions, guesses, quotations and the views of people with a name; a text that tells both.
//!
//! ## How to silence
//! Say when each holds, or correct the word.
//! Where it is meant: `allow antonym/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity, contraries};
use crate::align::{Contrast, Opposed, Stand};
use crate::document::Role;

pub const RULE: Rule = Rule {
    id: "antonym/conflict",
    severity: Severity::Warning,
    summary: "a word whose opposite stands in the same place of another document",
    source: include_str!("antonym_conflict.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Opposite, ["one word", "its opposite"], outcome);
    if context.mode == Mode::Against {
        words(context, outcome);
    }
}

/// A word of a draft where a source has the opposite in the same place, also where no clause could be read.
fn words(context: &Context, outcome: &mut Outcome) {
    let alignment = context.alignment;
    let opposed = Opposed::new(context.ledgers, &alignment.rarity);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        for (span, place, evidence) in opposed.in_draft(ledger) {
            let is_at = |s: &Stand| s.document == index && s.words.overlaps(span);
            if alignment.contraries.iter().any(|c| is_at(&c.a) || is_at(&c.b)) {
                continue;
            }
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
