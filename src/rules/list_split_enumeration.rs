//! # list/split-enumeration
//!
//! ## What it reports
//! A list whose declared number is reached only by adding up two enumerations: "14 nations,
//! including A, B and C … . D, … and N joined": 3 here, 11 there.
//!
//! ## Why
//! Whoever quotes the longer half alone, or counts only it, finds members missing. A reader has to
//! put the halves together.
//!
//! ## Example
//! > Six nations, including Peru and Chile, signed. Kenya, Malta, Spain and Japan joined them.
//!
//! ## What it leaves alone
//! Lists in one place, halves that do not make up the number (`count/list-mismatch` speaks of
//! those), and lists that nothing counts.
//!
//! ## How to silence
//! Name all of them in one place. Where it is meant: `allow list/split-enumeration`.

use super::rosters::{count, part_spans};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::list_of;

pub const RULE: Rule = Rule {
    id: "list/split-enumeration",
    severity: Severity::Note,
    summary: "a declared number is reached only by two lists together",
    source: include_str!("list_split_enumeration.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        for roster in ledger.rosters.iter().filter(|r| r.parts.len() > 1 && r.unnamed == 0) {
            let fits = roster.declared.iter().find(|(c, _)| count(ledger, *c) == Some(roster.size()));
            let Some(declared) = fits.and_then(|(c, _)| ledger.claims.get(*c)) else { continue };
            let size = |part: usize| {
                ledger.claims.get(part).and_then(|c| list_of(ledger, c)).map_or(0, |list| list.members.len())
            };
            let sizes: Vec<String> = roster.parts.iter().map(|p| size(*p).to_string()).collect();
            let message =
                format!("“{}” are named in {} places: {}", ledger.words(declared), sizes.len(), sizes.join(" and "));
            let parts = part_spans(ledger, roster)
                .map(|(part, span)| Label::related(index, span, format!("{} named here", size(part))));
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Style, message)
                    .label(Label::primary(index, declared.span, "the number"))
                    .labels(parts)
                    .help("name all of them in one place"),
            );
        }
    }
}
