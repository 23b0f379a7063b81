//! # roles/swapped
//!
//! ## What it reports
//! A deed of which two documents name the same two sides, the other way round: "Kelvia acquired Brandt
//! Tools" and "Brandt Tools acquired Kelvia", "Brill beat Vasko" and "Brill lost to Vasko".
//!
//! ## Why
//! Both names are right and spelt right; only who did it is wrong.
//!
//! ## Example
//! > a.txt: Kelvia acquired Brandt Tools for 30 million euros.
//! > b.txt: Brandt Tools acquired Kelvia for 30 million euros.
//!
//! ## What it leaves alone
//! The same told from the other side ("sold to", "bought from"; "beat", "lost to") or by a passive; what
//! goes both ways (to meet, to marry, to praise); other moments; a text that tells both; conditions,
//! questions, quotations and the views of people with a name.
//!
//! ## How to silence
//! Correct the side that is wrong, or tell the two occasions apart.
//! Where it is meant: `allow roles/swapped`.

use super::{Context, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;

pub const RULE: Rule = Rule {
    id: "roles/swapped",
    severity: Severity::Warning,
    summary: "who did it and to whom have changed places",
    source: include_str!("roles_swapped.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Swapped, ["this way here", "the other way there"], outcome);
}
