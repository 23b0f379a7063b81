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
use super::quantities::pairs;
use super::quantity_conflict::conflicts;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::printed::power_of_ten;

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
    for pair in pairs(context).iter().filter(|p| conflicts(context, p)) {
        let (first, second) = (&pair.first, &pair.second);
        let Some(zeros) = power_of_ten(first.amount, second.amount) else { continue };
        let factor = format!("1{}", "0".repeat(zeros));
        let message = format!("“{}” here, “{}” there: a factor of {factor}", first.words(), second.words());
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .turned(format!("“{}” here, “{}” there: a factor of {factor}", second.words(), first.words()))
                .label(Label::primary(first.at.document, first.claim.span, ""))
                .label(Label::related(second.at.document, second.claim.span, ""))
                .evidence(pair.link.evidence.addends.iter().cloned())
                .help("check which scale is meant: thousand, million or billion"),
        );
    }
    for group in apart(context, outcome, |apart| apart.zeros().is_some()) {
        let zeros = group.first().and_then(Apart::zeros).unwrap_or_default();
        outcome.findings.extend(places::report(&RULE, &group, &format!(": a factor of 1{}", "0".repeat(zeros))));
    }
}
