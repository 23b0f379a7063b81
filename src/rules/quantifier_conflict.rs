//! # quantifier/conflict
//!
//! ## What it reports
//! A statement of all of a thing in one document, of most, few or none of it in another: "all
//! passengers were brought ashore" and "most passengers were brought ashore".
//!
//! ## Why
//! Whoever counts on all of them is wrong by those left out.
//!
//! ## Example
//! > a.txt: All passengers of the Alba were brought ashore.
//! > b.txt: Most passengers of the Alba were brought ashore.
//!
//! ## What it leaves alone
//! "Most" beside "many" or "some"; "all but two"; other things, other moments; conditions, questions,
//! quotations and the views of people with a name.
//!
//! ## How to silence
//! Say of how many it holds, the same in both.
//! Where it is meant: `allow quantifier/conflict`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

pub const RULE: Rule = Rule {
    id: "quantifier/conflict",
    severity: Severity::Warning,
    summary: "all of them here, a part or none of them there",
    source: include_str!("quantifier_conflict.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Share, ["so many here", "so many there"], outcome);
}
