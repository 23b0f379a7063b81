//! # place/conflict
//!
//! ## What it reports
//! One thing that happened in one place in one document and in another in the other: a fire that broke out in
//! the kitchen here and in the workshop there, talks that are held in this town and in that.
//!
//! ## Why
//! A place is a short word that is easily put for another, and every other word of the sentence still fits.
//!
//! ## Example
//! > a.txt: The altar was discovered in a barn in Wexley. b.txt: Two officers discovered the altar in Dunsop.
//!
//! ## What it leaves alone
//! Deeds that may be done in several places ("opened a shop in"); a country beside a town; "near" one place and
//! "in" another; a place that stands beside the other somewhere; other moments, conditions, questions and quotations.
//!
//! ## How to silence
//! Correct the place, or say how the two go together ("Torp in Kessel").
//! Where it is meant: `allow place/conflict`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::{Contrast, DeedPart};

pub const RULE: Rule = Rule {
    id: "place/conflict",
    severity: Severity::Warning,
    summary: "one thing happened in two places",
    source: include_str!("place_conflict.rs"),
    yields_to: &["attribute/conflict"],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Filler(DeedPart::Place), ["this place", "another place"], outcome);
}
