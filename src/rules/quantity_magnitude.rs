//! # quantity/magnitude
//!
//! ## What it reports
//! The same digits with another scale for the same thing: "a penalty of $200 million", "a penalty of
//! $2 billion"; 180 for 180 million.
//!
//! ## Why
//! Million and billion are one letter apart, and a factor of a thousand is the costliest slip there is.
//!
//! ## Example
//! > One report: a fine of $3.2 million. Another: a fine of $3.2 billion.
//!
//! ## What it leaves alone
//! Amounts whose digits differ too (`quantity/conflict` speaks of those), and all that has a time, a
//! bound or a speaker of its own.
//!
//! ## How to silence
//! Correct one of the places.
//! Where it is meant: `allow quantity/magnitude`.

use super::places::{self, Apart, apart};
use super::{Context, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "quantity/magnitude",
    severity: Severity::Error,
    summary: "the same digits stand with another scale elsewhere",
    source: include_str!("quantity_magnitude.rs"),
    yields_to: &[
        "age/birthdate-mismatch",
        "age/conflict",
        "count/list-mismatch",
        "count/plus-others",
        "count/restated",
        "duration/interval-mismatch",
        "fact/pinned",
        "percent/of-base",
        "percent/points",
        "percent/sum",
        "quantity/conflict",
    ],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for group in apart(context, outcome, |apart| apart.zeros().is_some()) {
        let zeros = group.first().and_then(Apart::zeros).unwrap_or_default();
        outcome.findings.extend(places::report(&RULE, &group, &format!(": a factor of 1{}", "0".repeat(zeros))));
    }
}
