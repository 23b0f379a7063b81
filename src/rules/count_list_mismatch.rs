//! # count/list-mismatch
//!
//! ## What it reports
//! A count that does not fit the list it declares: "The 15 countries are:" over 14
//! names, a heading "14 signatures" over a list of 13, "three sons, Anselm and
//! Ottmar", a table of five schools under "The six schools". Lists that a text splits ("including A and B … . C and D joined") are
//! united first.
//!
//! ## Why
//! A member added or dropped in one place and a number left in another is the most
//! common slip of edited text, and readers count.
//!
//! ## Example
//! > The kit comes in four parts: a frame, a motor and a lamp.
//!
//! "four parts" stands before a list of 3.
//!
//! ## What it leaves alone
//! Lists opened by "including", "such as" or "among" that name fewer members than
//! the count; vague counts ("about five", "over 20"); members that are counted only
//! ("and 11 others" is added up); lists that may go on past what was read, or that could be cut in
//! more than one way ("oil and gas and coal"); bullets whose line counts two things ("1,200 words
//! in five languages:").
//!
//! ## How to silence
//! Correct the count or the list. Where the text means something else by the
//! number, put another word between the two.
//! Where it is meant: `allow count/list-mismatch`.

use super::rosters::{Misfit, count, misfits, part_spans, quoted, roster_of};
use super::row_counts::{RowCount, row_counts};
use super::{Context, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::list_of;
use crate::claim::Ledger;
use crate::compare::members;
use crate::value::Member;

pub const RULE: Rule = Rule {
    id: "count/list-mismatch",
    severity: Severity::Error,
    summary: "a count does not fit the list it declares",
    source: include_str!("count_list_mismatch.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for misfit in misfits(context) {
        report(context, &misfit, outcome);
    }
    agreements(context, outcome);
    for (document, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        for counted in row_counts(ledger) {
            over_table(document, ledger, &counted, outcome);
        }
    }
}

/// A title that counts the rows of its table.
fn over_table(document: usize, ledger: &Ledger, counted: &RowCount, outcome: &mut Outcome) {
    let words = ledger.document.slice(counted.span);
    let rows = counted.rows.len();
    let labels = counted.rows.iter().map(|span| Label::related(document, *span, ""));
    let count = Label::primary(document, counted.span, format!("says {}", counted.count));
    if counted.count as usize == rows {
        outcome.agree("count-list", format!("“{words}”: {rows} rows"), [count].into_iter().chain(labels).collect());
        return;
    }
    let message = format!("“{words}”, but the table has {rows} rows");
    outcome.report(
        super::Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(count)
            .labels(labels)
            .help(format!("if the table is right, say {rows}"))
            .help(format!("if “{words}” is right, mend the table")),
    );
}

fn report(context: &Context, misfit: &Misfit, outcome: &mut Outcome) {
    let Misfit { document, ledger, roster, wrong, right } = misfit;
    let Some(first) = wrong.first().and_then(|c| ledger.claims.get(*c)) else { return };
    let size = roster.size();
    let words = ledger.words(first);
    let message = format!("“{words}”, but the list names {size}");
    let other_counts =
        wrong.iter().skip(1).map(|c| (c, "counts the same list")).chain(right.iter().map(|c| (c, "fits the list")));
    let mut finding = super::Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(
            *document,
            first.span,
            format!("says {}", wrong.first().and_then(|c| count(ledger, *c)).unwrap_or(0)),
        ))
        .labels(part_spans(ledger, roster).map(|(part, span)| {
            let named = ledger.claims.get(part).and_then(|c| list_of(ledger, c)).map_or(0, |l| l.members.len());
            Label::related(*document, span, format!("{named} named here"))
        }))
        .labels(
            other_counts.filter_map(|(c, note)| ledger.claims.get(*c).map(|c| Label::related(*document, c.span, note))),
        );
    for (other, label, missing) in named_elsewhere(context, misfit) {
        finding = finding.label(label).help(format!("{other} also names {missing}"));
    }
    outcome.report(
        finding.help(format!("if the list is right, say {size}")).help(format!("if “{words}” is right, mend the list")),
    );
}

/// Members that a list of the same thing in another document has and this one lacks.
fn named_elsewhere<'a>(context: &Context<'a>, misfit: &Misfit<'a>) -> Vec<(&'a str, Label, String)> {
    let mut found = Vec::new();
    for link in &context.alignment.links {
        for (here, there) in [(link.a, link.b), (link.b, link.a)] {
            if here.document != misfit.document
                || there.document == misfit.document
                || !misfit.roster.parts.contains(&here.claim)
            {
                continue;
            }
            let Some((ledger, claim)) = context.claim(there) else { continue };
            let Some(other) = roster_of(ledger, there.claim) else { continue };
            let both = members(&misfit.roster.members, &other.members);
            let missing: Vec<&Member> = both.only_b.iter().filter_map(|i| other.members.get(*i)).collect();
            if !missing.is_empty() {
                let words = quoted(&ledger.document, &missing);
                let label = Label::related(there.document, claim.span, format!("names {words} too"));
                found.push((ledger.document.path.as_str(), label, words));
            }
        }
    }
    found
}

fn agreements(context: &Context, outcome: &mut Outcome) {
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for roster in &ledger.rosters {
            let fitting: Vec<usize> =
                roster.declared.iter().map(|(c, _)| *c).filter(|c| count(ledger, *c) == Some(roster.size())).collect();
            let Some(first) = fitting.first().and_then(|c| ledger.claims.get(*c)) else { continue };
            let mut parts: Vec<u32> = roster
                .parts
                .iter()
                .filter_map(|p| ledger.claims.get(*p).and_then(|c| list_of(ledger, c)))
                .map(|l| (l.members.len() as u32).saturating_add(l.unnamed))
                .collect();
            if parts.len() == 1 && roster.unnamed > 0 {
                parts = vec![roster.members.len() as u32, roster.unnamed];
            }
            let sum = parts.iter().map(u32::to_string).collect::<Vec<_>>().join(" + ");
            let message = if parts.len() > 1 {
                format!("“{}”: {sum} = {}", ledger.words(first), roster.size())
            } else {
                format!("“{}”: {sum} are named", ledger.words(first))
            };
            let counts = fitting
                .iter()
                .filter_map(|c| ledger.claims.get(*c))
                .map(|c| Label::related(document, c.span, "the count"));
            let lists = part_spans(ledger, roster).map(|(_, span)| Label::related(document, span, "the list"));
            outcome.agree("count-list", message, counts.chain(lists).collect());
        }
    }
}
