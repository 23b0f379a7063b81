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
//! Lists held against one opened by "including"; lists that share too few members, or that
//! the texts open in other words; members named right outside the other list;
//! lists whose count is wrong already (`count/list-mismatch` speaks of those); a list that the
//! other document has member for member in some place.
//!
//! ## How to silence
//! Drop the member, or word the list as one about something else.
//! Where it is meant: `allow list/extra-member`.

use super::lists::{Difference, Side, differences, gathered};
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
    let (across, inside): (Vec<_>, Vec<_>) = differences(context).into_iter().partition(Difference::across_documents);
    let speaks = |d: &Difference| d.is_about_extra(context.mode) && d.is_sure();
    for (difference, more) in gathered(across.into_iter().filter(speaks)) {
        outcome.report(report(&difference).labels(more.iter().flat_map(|d| too(&difference, d))));
    }
    for difference in inside.iter().filter(|d| differs_inside(d)) {
        outcome.report(report(difference).at(Severity::Note));
    }
}

/// Two lists of one document that differ, neither of them open or wrongly counted.
fn differs_inside(difference: &Difference) -> bool {
    let Difference { at, other, extra, .. } = difference;
    !(extra.is_empty() || at.open() || other.open() || at.misfit || other.misfit)
}

/// The lists of another difference than the one that is spoken of.
fn too(first: &Difference, more: &Difference) -> Vec<Label> {
    let label = |side: &Side, note: String| Label::related(side.claim.document, side.span(), note);
    let words = more.at.quoted(&more.extra);
    let mut labels = Vec::new();
    if more.at.claim != first.at.claim {
        labels.push(label(&more.at, format!("names {words} too")));
    }
    if more.other.claim != first.other.claim {
        labels.push(label(&more.other, format!("does not name {words} either")));
    }
    labels
}

fn report(difference: &Difference) -> Finding {
    let Difference { at, other, extra, lacking, .. } = difference;
    let words = at.quoted(extra);
    let counterpart =
        if lacking.is_empty() { String::new() } else { format!(", which has {} instead", other.quoted(lacking)) };
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
        .label(Label::primary(at.claim.document, at.span(), format!("names {words}")))
        .label(Label::related(other.claim.document, other.span(), format!("does not name {words}")))
        .labels(extra.iter().map(|m| Label::related(at.claim.document, m.span, "only here")))
        .evidence(difference.link.evidence.addends.iter().cloned())
        .help_here(format!("if {there} is right, take {words} out"))
        .help_there(format!(
            "if {here} is right, add {words} to the list that lacks {}",
            if extra.len() == 1 { "it" } else { "them" }
        ))
}
