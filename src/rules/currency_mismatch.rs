//! # currency/mismatch
//!
//! ## What it reports
//! The same sum of the same thing in two currencies: "a fine of $5m", "a fine of £5m".
//!
//! ## Why
//! Two currencies never make the same number by chance; one of the signs was typed from habit.
//!
//! ## Example
//! > One report: a fine of $5m. Another: a fine of £5m.
//!
//! ## What it leaves alone
//! Converted sums, whose digits differ; "$" for any country's dollar; sums of different things.
//!
//! ## How to silence
//! Correct one of the signs.
//! Where it is meant: `allow currency/mismatch`.

use super::quantities::pairs;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::amount::comparable;
use crate::value::{AmountKind, Unit};

pub const RULE: Rule = Rule {
    id: "currency/mismatch",
    severity: Severity::Warning,
    summary: "the same sum of the same thing stands in two currencies",
    source: include_str!("currency_mismatch.rs"),
    yields_to: &[],
    check,
};

/// What a pair must weigh.
const THRESHOLD: f64 = 3.0;

fn check(context: &Context, outcome: &mut Outcome) {
    for pair in pairs(context).iter().filter(|p| p.link.evidence.weight() >= THRESHOLD) {
        let (first, second) = (&pair.first, &pair.second);
        let (a, b) = (first.amount, second.amount);
        let money = a.kind == AmountKind::Money && b.kind == AmountKind::Money;
        if !money || a.value != b.value || comparable(a, b) {
            continue;
        }
        let (Some(Unit::Money(x)), Some(Unit::Money(y))) = (a.unit, b.unit) else { continue };
        let message = format!("“{}” here, “{}” there: {} and {}", first.words(), second.words(), x.code, y.code);
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .turned(format!("“{}” here, “{}” there: {} and {}", second.words(), first.words(), y.code, x.code))
                .label(Label::primary(first.at.document, first.claim.span, x.code))
                .label(Label::related(second.at.document, second.claim.span, y.code))
                .evidence(pair.link.evidence.addends.iter().cloned())
                .help("check which currency is meant"),
        );
    }
}
