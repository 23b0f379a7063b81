//! # quantity/scope-differs
//!
//! ## What it reports
//! Amounts of the same thing that differ, together with the bound, the time or the speaker they hold
//! for: "over 20 plots", "over 15 plots". A note: both may be true.
//!
//! ## Why
//! A reader who meets both figures asks which one to take, and only the text can say.
//!
//! ## Example
//! > One page: over 20 plots since 2022. Another: over 15 plots since 2022.
//!
//! ## What it leaves alone
//! Roundings, exact figures that a bound allows, bounds of different things, and what another rule calls a conflict:
//! it has read both places more closely.
//!
//! ## How to silence
//! Give both places the same bound, or say of when each is.
//! Where it is meant: `allow quantity/scope-differs`.

use super::quantities::{Pair, pairs, scope};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::Verdict;

pub const RULE: Rule = Rule {
    id: "quantity/scope-differs",
    severity: Severity::Note,
    summary: "amounts of the same thing differ in bound, time or speaker",
    source: include_str!("quantity_scope_differs.rs"),
    yields_to: &[
        "age/conflict",
        "attribute/conflict",
        "count/list-mismatch",
        "count/plus-others",
        "count/restated",
        "currency/mismatch",
        "percent/of-base",
        "percent/points",
        "quantity/conflict",
        "quantity/magnitude",
        "rank/conflict",
        "table/text-mismatch",
    ],
    check,
};

/// What a pair must weigh.
const THRESHOLD: f64 = 3.5;

fn check(context: &Context, outcome: &mut Outcome) {
    let across = |pair: &Pair| pair.first.at.document != pair.second.at.document;
    for pair in pairs(context).iter().filter(|p| across(p) && p.link.evidence.weight() >= THRESHOLD) {
        let (first, second) = (&pair.first, &pair.second);
        let (a, b) = (first.amount, second.amount);
        // "over 20" and "over 15" can both be true, and say different things.
        let bounds = a.is_bound() && b.is_bound() && a.hedge == b.hedge && a.value != b.value && a.unit == b.unit;
        let reason = match pair.verdict {
            Verdict::Conflict => scope(pair),
            _ => bounds.then_some("both are bounds"),
        };
        let Some(reason) = reason else { continue };
        let message = format!("“{}” here, “{}” there: {reason}", first.words(), second.words());
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Scope, message)
                .turned(format!("“{}” here, “{}” there: {reason}", second.words(), first.words()))
                .label(Label::primary(first.at.document, first.claim.span, ""))
                .label(Label::related(second.at.document, second.claim.span, ""))
                .evidence(pair.link.evidence.addends.iter().cloned())
                .help("say of when, or by whom, each figure is"),
        );
    }
}
