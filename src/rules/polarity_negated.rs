//! # polarity/negated
//!
//! ## What it reports
//! A statement of one document that another denies: "the board has approved the terminal" and "the
//! board has not approved the terminal", "found guilty" and "found not guilty", "passengers were hurt"
//! and "no passengers were hurt".
//!
//! ## Why
//! A lost "not" turns a statement into its opposite, and no figure tells.
//!
//! ## Example
//! > a.txt: The board has approved the terminal at Lunden.
//! > b.txt: The board has not approved the terminal at Lunden.
//!
//! ## What it leaves alone
//! Another subject, object or moment ("had not yet", "on Tuesday" against "on Friday"); conditions,
//! questions and guesses; what somebody with a name says or thinks, and quotations; half a "not" ("not
//! only", "not all"); a text that tells both; headlines; one document by itself.
//!
//! ## How to silence
//! Say when each holds.
//! Where it is meant: `allow polarity/negated`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

pub const RULE: Rule = Rule {
    id: "polarity/negated",
    severity: Severity::Warning,
    summary: "a statement is denied in another document",
    source: include_str!("polarity_negated.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Negated, ["said here", "denied there"], outcome);
}
