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

use super::places::Apart;
use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule, Severity};
use crate::align::Scoped;

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

fn check(context: &Context, outcome: &mut Outcome) {
    let comparable = |s: &&Scoped| context.comparable(s.pair.a.document, s.pair.b.document);
    for Scoped { pair, circumstance } in context.alignment.scoped.iter().filter(comparable) {
        let Some(apart) = Apart::of(context, pair) else { continue };
        let (first, second) = (apart.first.words(), apart.second.words());
        let message = format!("“{first}” here, “{second}” there: {circumstance}");
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Scope, message)
                .turned(format!("“{second}” here, “{first}” there: {circumstance}"))
                .label(apart.first.label())
                .label(Label { role: LabelRole::Related, ..apart.second.label() })
                .evidence(pair.evidence.addends.iter().cloned())
                .help("say of when, or by whom, each figure is"),
        );
    }
}
