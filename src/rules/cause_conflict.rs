//! # cause/conflict
//!
//! ## What it reports
//! One thing for which two documents give causes that have nothing in common: a roof that collapsed because of snow
//! here and because of rusted bolts there.
//!
//! ## Why
//! Who is to blame and what must be mended hang on the cause.
//!
//! ## Example
//! > a.txt: The fire was caused by an overheated belt. b.txt: A lightning strike caused the fire.
//!
//! ## What it leaves alone
//! The same cause in wider or other words; a text that tells of both causes; guesses and quotations; another such thing
//! at another moment.
//!
//! ## How to silence
//! Name both causes where both had their part, or correct the one.
//! Where it is meant: `allow cause/conflict`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::{Contrast, DeedPart};

pub const RULE: Rule = Rule {
    id: "cause/conflict",
    severity: Severity::Warning,
    summary: "one thing has two causes",
    source: include_str!("cause_conflict.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Filler(DeedPart::Cause), ["this cause", "another cause"], outcome);
}
