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
use super::quantities::{Pair, pairs, said_elsewhere, scope};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::is_past_path;
use crate::compare::Verdict;
use crate::compare::printed::power_of_ten;

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

/// What a pair inside one document must weigh, where figures of one kind stand side by side by right.
const WITHIN: f64 = 5.5;

fn check(context: &Context, outcome: &mut Outcome) {
    for pair in pairs(context) {
        if pair.verdict == Verdict::Agree && pair.first.at.document != pair.second.at.document {
            let labels = [&pair.first, &pair.second].map(|s| Label::related(s.at.document, s.claim.span, ""));
            outcome.agree("quantity", format!("both give {}", pair.first.words()), labels.to_vec());
        }
        if conflicts(context, &pair) && power_of_ten(pair.first.amount, pair.second.amount).is_none() {
            outcome.report(report(&pair));
        }
    }
    let wanted = |apart: &Apart| is_amount(apart) && apart.zeros().is_none() && !apart.heads_two_lists(context);
    for group in apart(context, outcome, wanted) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}

fn is_amount(apart: &Apart) -> bool {
    !apart.is_of_dates() && !apart.is_of_versions() && !apart.is_of_rest()
}

/// Pages of one site may say one thing in the same words.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    for group in gathered(context, outcome, context.alignment.counterparts.iter(), is_amount) {
        outcome.findings.extend(places::report(&RULE, &group, ""));
    }
}

/// Both of one document cannot be right, and nothing tells them apart. Across documents the slots decide (`places::apart`).
pub fn conflicts(context: &Context, pair: &Pair) -> bool {
    pair.first.at.document == pair.second.at.document
        && !context.document(pair.first.at.document).is_some_and(|d| is_past_path(&d.path))
        && pair.verdict == Verdict::Conflict
        && pair.link.evidence.weight() >= WITHIN
        && scope(pair).is_none()
        && !said_elsewhere(context, pair)
}

fn report(pair: &Pair) -> Finding {
    let (first, second) = (&pair.first, &pair.second);
    let message = format!("“{}” here, “{}” there", first.words(), second.words());
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .turned(format!("“{}” here, “{}” there", second.words(), first.words()))
        .label(Label::primary(first.at.document, first.claim.span, format!("the {}", first.claim.subject.head)))
        .label(Label::related(second.at.document, second.claim.span, format!("the {}", second.claim.subject.head)))
        .evidence(pair.link.evidence.addends.iter().cloned())
        .as_sure_as_aligned()
        .help_there(format!("if {} is right, correct “{}”", first.words(), second.words()))
        .help_here(format!("if {} is right, correct “{}”", second.words(), first.words()))
        .help("if both are right, say of what or of when each is")
}
