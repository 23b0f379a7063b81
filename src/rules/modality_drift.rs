//! # modality/drift
//!
//! ## What it reports
//! What will or must be in one document, and only may be in another: "will clear the channel" and
//! "may clear the channel", "must sign" and "may sign".
//!
//! ## Why
//! Readers plan by a promise, and build by a duty, that is none.
//!
//! ## Example
//! > a.txt: The dredger Odila will clear the channel off Gannet after Easter.
//! > b.txt: The dredger Odila may clear the channel off Gannet after Easter.
//!
//! ## What it leaves alone
//! "Is to" beside "will", "could" beside "may"; denials (see `polarity/negated`); another subject,
//! object or moment; conditions, guesses, quotations and the views of people with a name.
//!
//! ## How to silence
//! Say how sure it is, the same in both.
//! Where it is meant: `allow modality/drift`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

pub const RULE: Rule = Rule {
    id: "modality/drift",
    severity: Severity::Warning,
    summary: "certain or a duty here, only possible there",
    source: include_str!("modality_drift.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Modality, ["this sure here", "this sure there"], outcome);
}
