//! # list/missing-member
//!
//! ## What it reports
//! A list that leaves out (or exchanges) members which a list of the same thing in another document
//! names. Where the text splits its list, the finding says which of the missing are
//! named in the other part and what the parts make together.
//!
//! ## Why
//! A reader of the list alone takes it for the whole: the country, company or group
//! that was left out is the one that writes in.
//!
//! ## Example
//! > a.txt: They pursue bakers, millers and former brewers.
//! > b.txt: They target bakers, millers, tanners and brewers.
//!
//! a.txt leaves out "tanners".
//!
//! ## What it leaves alone
//! Lists opened by "including", "such as", "among" and the like; lists that share too
//! few members to be about the same thing, and lists that the texts open in other words
//! ("to book flights, hotels and cars", "to change flights, trains, hotels and cars"), say of
//! others, or say of the page they stand on ("the goals of this course"); members named
//! right outside the list ("Besides Norway, …") or under other names (Czechia, the
//! Czech Republic); lists whose count is wrong already (`count/list-mismatch`);
//! a list that the other document has member for member in some place.
//!
//! ## How to silence
//! Open the shorter list with "including" if it is meant as a choice.
//! Where it is meant: `allow list/missing-member`.

use super::lists::{Difference, Side, agreements, differences, gathered};
use super::rosters::count;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Puts, Rule, Severity};
use crate::align::list_of;
use crate::claim::{Claim, Ledger};
use crate::compare::{Likeness, likeness, members};
use crate::document::Document;
use crate::value::Member;

pub const RULE: Rule = Rule {
    id: "list/missing-member",
    severity: Severity::Warning,
    summary: "a list leaves out members that another document's list names",
    source: include_str!("list_missing_member.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    let speaks = |d: &Difference| {
        let lacks = d.across_documents() && !d.lacking.is_empty() && !d.at.open();
        lacks && !d.is_about_extra(context.mode) && d.is_sure()
    };
    for (difference, more) in gathered(differences(context).into_iter().filter(speaks)) {
        let again = member_for_member(context, &difference.other);
        outcome.report(report(&difference).labels(more.iter().flat_map(|d| too(&difference, d))).labels(again));
    }
    agreements(context, outcome);
}

/// Where other documents have the list that this one is held against, member for member.
fn member_for_member(context: &Context, other: &Side) -> Vec<Label> {
    const SHOWN: usize = 3;
    let ends = context.alignment.links.iter().flat_map(|l| [(l.a, l.b), (l.b, l.a)]);
    let theirs =
        ends.filter(|(at, there)| *at == other.claim && there.document != at.document).filter_map(|(_, there)| {
            let (ledger, claim) = context.claim(there)?;
            let both = members(&other.list.members, &list_of(ledger, claim)?.members);
            let alike = both.only_a.is_empty() && both.only_b.is_empty() && both.akin.is_empty();
            alike.then(|| Label::related(there.document, claim.span, "has the same members as the other list"))
        });
    theirs.take(SHOWN).collect()
}

/// The lists of another difference than the one that is spoken of.
fn too(first: &Difference, more: &Difference) -> Vec<Label> {
    let label = |side: &Side, note: String| Label::related(side.claim.document, side.span(), note);
    let words = more.other.quoted(&more.lacking);
    let count = |side: &Side| side.list.members.len();
    let mut labels = Vec::new();
    if more.at.claim != first.at.claim {
        labels.push(label(&more.at, format!("{} members; not {words} either", count(&more.at))));
    }
    if more.other.claim != first.other.claim {
        labels.push(label(&more.other, format!("{} members; {words} among them", count(&more.other))));
    }
    labels
}

fn report(difference: &Difference) -> Finding {
    let Difference { at, other, lacking, .. } = difference;
    let words = other.quoted(lacking);
    let missing_here: Vec<&Member> = lacking.iter().copied().filter(|m| at.named_elsewhere(m).is_none()).collect();
    let split = split_half(difference, &missing_here);
    let message = format!("the list leaves out {words}{}", split.as_ref().map_or(String::new(), |s| format!("; {s}")));
    let mut finding = Finding::new(&RULE, FindingVerdict::Incomplete, message)
        .turned(format!("{words} {} not in the other list", if lacking.len() == 1 { "is" } else { "are" }))
        .label(Label::primary(at.claim.document, at.span(), format!("{} members; not {words}", at.list.members.len())))
        .labels(lacking.iter().map(|m| Label::related(other.claim.document, m.span, "named here")))
        .label(Label::related(other.claim.document, other.span(), format!("{} members", other.list.members.len())))
        .labels(
            lacking
                .iter()
                .filter_map(|m| at.named_elsewhere(m))
                .map(|(_, m)| Label::related(at.claim.document, m.span, "named here, in the other part of the list")),
        )
        .evidence(difference.link.evidence.addends.iter().cloned());
    if !difference.extra.is_empty() && !other.misfit {
        let extra = at.quoted(&difference.extra);
        finding =
            finding.help(format!("{extra} {} here only", if difference.extra.len() == 1 { "stands" } else { "stand" }));
    }
    for (here, there) in &difference.akin {
        finding = finding.help(akin(&at.ledger.document, here, &other.ledger.document, there));
    }
    let path = &other.ledger.document.path;
    let words_of = |member: &Member| other.ledger.document.slice(member.span).to_owned();
    if missing_here.is_empty() {
        return finding.help_here(format!("name {words} in this list too, or open it with “other” or “including”"));
    }
    finding
        .help_here(format!("if {path} is right, add {}", other.quoted(&missing_here)))
        .putting(None, Puts::Members(missing_here.iter().map(|m| words_of(m)).collect()))
        .help_here("if the list is a choice, open it with “including”")
}

/// “former officials” is narrower than “officials”.
fn akin(here: &Document, a: &Member, there: &Document, b: &Member) -> String {
    let relation = if likeness(a, b) == Likeness::Narrower { "narrower" } else { "wider" };
    format!("“{}” is {relation} than “{}” there", here.slice(a.span), there.slice(b.span))
}

/// Where the text splits its list: where the missing are named, and what the parts make together.
fn split_half(difference: &Difference, missing_here: &[&Member]) -> Option<String> {
    let Difference { at, other, lacking, .. } = difference;
    let (part, _) = lacking.iter().find_map(|m| at.named_elsewhere(m))?;
    let earlier = distance(at.ledger, part, at.claim.claim)?;
    let who = if missing_here.is_empty() {
        match lacking.len() {
            1 => "it is".to_owned(),
            2 => "both are".to_owned(),
            n => format!("these {n} are"),
        }
    } else {
        let elsewhere: Vec<&Member> = lacking.iter().copied().filter(|m| at.named_elsewhere(m).is_some()).collect();
        format!("{} {}", other.quoted(&elsewhere), if elsewhere.len() == 1 { "is" } else { "are" })
    };
    let size = at.roster.size();
    let declared = at.roster.declared.iter().find_map(|(claim, _)| count(at.ledger, *claim));
    let total = declared.map_or(format!("{size}"), |n| format!("{size} of the declared {n}"));
    let rest =
        if missing_here.is_empty() { String::new() } else { format!("; nowhere in it {}", other.quoted(missing_here)) };
    Some(format!("{who} named {earlier}, and the lists together make {total}{rest}"))
}

/// How far the part with the missing members stands from the list.
fn distance(ledger: &Ledger, part: usize, list: usize) -> Option<String> {
    let sentence = |claim: usize| ledger.claims.get(claim).map(|c: &Claim| c.sentence);
    let (from, to) = (sentence(part)?, sentence(list)?);
    Some(match (from.abs_diff(to), from < to) {
        (0, _) => "in the same sentence".to_owned(),
        (1, true) => "one sentence earlier".to_owned(),
        (1, false) => "one sentence later".to_owned(),
        (n, true) => format!("{n} sentences earlier"),
        (n, false) => format!("{n} sentences later"),
    })
}
