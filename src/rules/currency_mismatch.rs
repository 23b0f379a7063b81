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

use super::places::{self, Apart, apart};
use super::{Context, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "currency/mismatch",
    severity: Severity::Warning,
    summary: "the same sum of the same thing stands in two currencies",
    source: include_str!("currency_mismatch.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for group in apart(context, outcome, |apart| apart.currencies().is_some()) {
        let Some((x, y)) = group.first().and_then(Apart::currencies) else { continue };
        outcome.findings.extend(places::report(&RULE, &group, &format!(": {x} and {y}")));
    }
}
