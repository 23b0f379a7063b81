//! # range/inverted
//!
//! ## What it reports
//! A range of dates that ends before it starts: "2015–2010", "from 12 May to 3 May 2014".
//!
//! ## Why
//! The ends were swapped or one of them is mistyped; how long the range is cannot be told.
//!
//! ## Example
//! > She led the museum from 2015 to 2010.
//!
//! ## What it leaves alone
//! Years before Christ, which count down; scores and votes ("52-48"); shortened
//! second years ("1998-97" may be a score); months without years ("May to March").
//!
//! ## How to silence
//! Swap the ends, or correct the one that is wrong.
//! Where it is meant: `allow range/inverted`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::value::Fault;

pub const RULE: Rule = Rule {
    id: "range/inverted",
    severity: Severity::Error,
    summary: "a range of dates ends before it starts",
    source: include_str!("range_inverted.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, document, mention, time) in context.times() {
        if time.fault != Some(Fault::Inverted) {
            continue;
        }
        let message = format!("“{}” ends before it starts", document.slice(mention.span));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Malformed, message)
                .label(Label::primary(index, mention.span, "ends before it starts"))
                .help("swap the two ends, or correct the one that is wrong"),
        );
    }
}
