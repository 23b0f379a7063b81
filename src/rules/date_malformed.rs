//! # date/malformed
//!
//! ## What it reports
//! A year or decade with a digit too few or too many beside a good one: "the 2010s
//! and 202s", "July 31, 20255".
//!
//! ## Why
//! A dropped or doubled digit passes every spelling check, because figures are no words.
//!
//! ## Example
//! > Trade grew throughout the 1990s and 200s.
//!
//! Perhaps "2000s".
//!
//! ## What it leaves alone
//! Figures that stand alone ("202s" as seconds), numbers of people and things, page
//! and model numbers.
//!
//! ## How to silence
//! Write the year in full, or put the unit in words.
//! Where it is meant: `allow date/malformed`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Puts, Rule, Severity};
use crate::value::Fault;

pub const RULE: Rule = Rule {
    id: "date/malformed",
    severity: Severity::Error,
    summary: "a year or decade with a digit too few or too many",
    source: include_str!("date_malformed.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, document, mention, time) in context.times() {
        let Some(Fault::Malformed { suggestion }) = &time.fault else { continue };
        let words = document.slice(mention.span);
        let what = if suggestion.ends_with('s') { "decade" } else { "year" };
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Malformed, format!("“{words}” is no {what}; perhaps “{suggestion}”"))
                .label(Label::primary(index, mention.span, format!("perhaps “{suggestion}”")))
                .help(format!("if “{suggestion}” is meant, write that"))
                .putting(None, Puts::Words(suggestion.clone())),
        );
    }
}
