//! # polarity/negated
//!
//! ## What it reports
//! A statement of one document that another denies: "the board has approved the terminal" and "the
//! board has not approved the terminal", "found guilty" and "found not guilty", "passengers were hurt"
//! and "no passengers were hurt". One holder who denies an accusation in one place and confirms it in
//! another, also in one document: "Iran denied the accusations" and "Iran confirmed the charges".
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
//! only", "not all"); what is said of some, or with regard to other people ("in adults", "in children");
//! a text that tells both; headlines; one document by itself, but for accusations.
//!
//! ## How to silence
//! Say when each holds.
//! Where it is meant: `allow polarity/negated`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

pub const RULE: Rule = Rule {
    id: "polarity/negated",
    severity: Severity::Warning,
    summary: "something is denied in one place and confirmed in another",
    source: include_str!("polarity_negated.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Negated, ["this here", "the contrary there"], outcome);
}
