//! # list/extra-member
//!
//! ## What it reports
//! A list with members that a list of the same thing does not have: in a draft
//! against its source, or against a list whose count says that it is complete. Inside
//! one document it is a note.
//!
//! ## Why
//! A name that slipped into a list claims something of somebody.
//!
//! ## Example
//! > a.txt: The three winners are Ada, Bea and Cleo.
//! > b.txt: Winners Ada, Bea, Cleo and Dora met.
//!
//! b.txt adds "Dora" to a list that is complete by its count.
//!
//! ## What it leaves alone
//! Lists held against one opened by "including"; lists that share too few members;
//! lists whose count is wrong already (`count/list-mismatch` speaks of those); a list that the
//! other document has member for member in some place.
//!
//! ## How to silence
//! Drop the member, or word the list as one about something else.
//! Where it is meant: `allow list/extra-member`.

use super::lists::{Difference, differences};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "list/extra-member",
    severity: Severity::Warning,
    summary: "a list has members that a list of the same thing lacks",
    source: include_str!("list_extra_member.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for difference in differences(context) {
        let sure = difference.across_documents() && difference.is_sure();
        if sure && difference.is_about_extra(context.mode) {
            outcome.report(report(&difference));
        } else if !difference.across_documents() && differs_inside(&difference) {
            outcome.report(report(&difference).at(Severity::Note));
        }
    }
}

/// Two lists of one document that differ, neither of them open or wrongly counted.
fn differs_inside(difference: &Difference) -> bool {
    let Difference { at, other, extra, .. } = difference;
    !(extra.is_empty() || at.open() || other.open() || at.misfit || other.misfit)
}

fn report(difference: &Difference) -> Finding {
    let Difference { at, other, extra, lacking, .. } = difference;
    let words = at.quoted(extra);
    let counterpart =
        if lacking.is_empty() { String::new() } else { format!(", which has {} instead", other.quoted(lacking)) };
    let span = |side: &super::lists::Side| side.ledger.claims.get(side.claim.claim).map(|c| c.span).unwrap_or_default();
    let message = format!("{words} {} not in the other list{counterpart}", if extra.len() == 1 { "is" } else { "are" });
    let (here, there) = match difference.across_documents() {
        true => (at.ledger.document.path.as_str(), other.ledger.document.path.as_str()),
        false => ("this list", "the other list"),
    };
    let turned = if lacking.is_empty() {
        format!("the list leaves out {words}")
    } else {
        format!("the list has {} where the other has {words}", other.quoted(lacking))
    };
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .turned(turned)
        .label(Label::primary(at.claim.document, span(at), format!("names {words}")))
        .label(Label::related(other.claim.document, span(other), format!("does not name {words}")))
        .labels(extra.iter().map(|m| Label::related(at.claim.document, m.span, "only here")))
        .evidence(difference.link.evidence.addends.iter().cloned())
        .help_here(format!("if {there} is right, take {words} out"))
        .help_there(format!(
            "if {here} is right, add {words} to the list that lacks {}",
            if extra.len() == 1 { "it" } else { "them" }
        ))
}
