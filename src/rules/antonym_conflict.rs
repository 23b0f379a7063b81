//! # antonym/conflict
//!
//! ## What it reports
//! A statement of one document that another makes with the opposite word: "approved" and "rejected",
//! "acquitted" and "convicted", "open" and "closed", of the same subject and object.
//!
//! ## Why
//! A turned word turns the statement, and every other word of it still fits.
//!
//! ## Example
//! > a.txt: The planning board approved the cable car to Gannet Rock.
//! > b.txt: The planning board rejected the cable car to Gannet Rock.
//!
//! ## What it leaves alone
//! "Did not reject" beside "approved": the two agree. Another subject, object or moment; conditions,
//! questions, guesses, quotations and the views of people with a name; a text that tells both.
//!
//! ## How to silence
//! Say when each holds, or correct the word.
//! Where it is meant: `allow antonym/conflict`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

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
}
