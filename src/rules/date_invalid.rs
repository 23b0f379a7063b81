//! # date/invalid
//!
//! ## What it reports
//! A day that the calendar does not have: "June 31st", "February 29, 2023".
//!
//! ## Why
//! Such a date cannot be meant; a digit was mistyped or a month swapped, and a
//! reader who looks for the day finds nothing.
//!
//! ## Example
//! > The exhibition closes on June 31st.
//!
//! June has 30 days.
//!
//! ## What it leaves alone
//! "February 29" without a year, a month and a count ("in June 31 people came"),
//! codes and figures that only look like dates.
//!
//! ## How to silence
//! Correct the day or the month.
//! Where it is meant: `allow date/invalid`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::lexicon::en::time_words::IMPOSSIBLE;
use crate::value::Fault;

pub const RULE: Rule = Rule {
    id: "date/invalid",
    severity: Severity::Error,
    summary: "the calendar has no such day",
    source: include_str!("date_invalid.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, document, mention, time) in context.times() {
        let Some(Fault::NoSuchDate { explanation }) = &time.fault else { continue };
        // "Whoever enters 31 April gets an error": the text knows.
        let mut words = document.sentence_tokens(document.sentence_at(mention.span.start)).map(|i| document.word(i));
        if words.any(|w| IMPOSSIBLE.contains(w)) {
            continue;
        }
        let message = format!("“{}” is no date: {explanation}", document.slice(mention.span));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Malformed, message)
                .label(Label::primary(index, mention.span, explanation.clone()))
                .help("correct the day, or name the month that is meant"),
        );
    }
}
