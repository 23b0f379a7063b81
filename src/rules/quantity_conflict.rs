//! # quantity/conflict
//!
//! ## What it reports
//! Two places that measure the same thing and give amounts that cannot both be right: "a depth of
//! 12 kilometres", "a depth of 17.5 km". Units are converted first, and each amount is as exact as its
//! digits and words. Also a sentence that stands twice in nearly the same words, with one figure of it changed.
//!
//! ## Why
//! Readers of two pages that differ trust neither.
//!
//! ## Example
//! > One report: at a depth of 12 kilometres. Another: at a depth of 17.5 km.
//!
//! ## What it leaves alone
//! Roundings, bounds that the other figure meets, figures with speakers or dates of their own or of
//! another case ("the previous record"), figures that the other document gives as well, tolls and
//! prices, which are counted anew all the time, examples, releases ("since Kit 2.6"), amounts side by
//! side in one text, and pages of a series.
//!
//! ## How to silence
//! Correct one of the places, or say whose figure it is and of when.
//! Where it is meant: `allow quantity/conflict`.

use super::places::{self, Apart, apart, gathered};
use super::{Context, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "quantity/conflict",
    severity: Severity::Warning,
    summary: "two places give different amounts for the same thing",
    source: include_str!("quantity_conflict.rs"),
    yields_to: &[
        "age/birthdate-mismatch",
        "age/conflict",
        "count/list-mismatch",
        "count/plus-others",
        "count/restated",
        "currency/mismatch",
        "duration/interval-mismatch",
        "fact/pinned",
        "percent/of-base",
        "percent/points",
        "percent/sum",
    ],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    let wanted = |apart: &Apart| is_amount(apart) && apart.zeros().is_none() && !apart.heads_two_lists(context);
    for group in apart(context, outcome, wanted) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}

fn is_amount(apart: &Apart) -> bool {
    !apart.is_of_dates() && !apart.is_of_references() && !apart.is_of_versions() && !apart.is_of_rest()
}

/// Pages of one site may say one thing in the same words.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    for group in gathered(context, outcome, context.alignment.counterparts.iter(), is_amount) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}
