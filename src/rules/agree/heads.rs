//! A list's count in documents that name its members without listing them: "the three
//! winners" in a text that names all three of another text's "three physicists: A, B and C".

use super::super::rosters::roster_of;
use super::super::{Context, Label, Outcome};
use crate::align::{ClaimRef, count_of};
use crate::claim::{ClaimKind, Ledger};
use crate::document::Document;
use crate::text::Span;
use crate::value::{Member, MemberKind, Value};

/// A list of fewer is no group.
const FEWEST: usize = 3;

pub fn tick(context: &Context, outcome: &mut Outcome) {
    let mut seen: Vec<Vec<String>> = Vec::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for (claim, _) in ledger.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::List) {
            let at = ClaimRef { document: index, claim };
            let Some(members) = people(ledger, at.claim) else { continue };
            let mut names: Vec<String> = members.iter().map(|m| last_word(&ledger.document, m.span)).collect();
            names.sort();
            if seen.contains(&names) {
                continue;
            }
            let size = names.len() as u32;
            let labels: Vec<Label> = context
                .ledgers
                .iter()
                .enumerate()
                .filter(|(other, l)| context.comparable(index, *other) && names_all(l, &names))
                .filter_map(|(other, l)| group(l, size).map(|span| Label::related(other, span, "counts them")))
                .collect();
            if labels.len() > 1 {
                let named = members.iter().map(|m| ledger.document.slice(m.span)).collect::<Vec<_>>().join(", ");
                outcome.agree("count-list", format!("{size} in each, who are all named: {named}"), labels);
            }
            seen.push(names);
        }
    }
}

/// The members of a list of names that stands whole in one place.
fn people(ledger: &Ledger, claim: usize) -> Option<Vec<&Member>> {
    let roster = roster_of(ledger, claim)?;
    let whole = roster.parts.len() == 1 && roster.unnamed == 0 && roster.members.len() >= FEWEST;
    let named = roster.members.iter().all(|m| m.kind == MemberKind::Name);
    (whole && named).then(|| roster.members.iter().collect())
}

fn last_word(document: &Document, span: Span) -> String {
    document.slice(span).rsplit(' ').next().unwrap_or_default().to_lowercase().replace('’', "'")
}

fn names_all(ledger: &Ledger, names: &[String]) -> bool {
    let mut left: Vec<&String> = names.iter().collect();
    for mention in ledger.mentions.iter().filter(|m| matches!(m.value, Value::Name(_))) {
        let last = last_word(&ledger.document, mention.span);
        left.retain(|name| **name != last);
    }
    left.is_empty()
}

/// "the three winners": the first place that counts as many of a group of people.
fn group(ledger: &Ledger, size: u32) -> Option<Span> {
    let document = &ledger.document;
    let claims = ledger.claims.iter().filter(|c| count_of(ledger, c) == Some(size) && is_people(&c.subject.head));
    let mut definite = claims.filter(|c| {
        let first = document.token_at(c.span.start);
        let before = first.checked_sub(1).map_or("", |i| document.word(i));
        let listed = document.word(document.token_at(c.span.end));
        matches!(before, "the" | "these" | "all") || matches!(listed, ":" | "-" | "–" | "—")
    });
    definite.next().map(|c| c.span)
}

/// By the endings of words for people; "people" themselves are mostly others.
fn is_people(noun: &str) -> bool {
    ["ists", "ers", "ors", "ates", "ians", "men", "women"]
        .iter()
        .any(|end| noun.len() > end.len() + 1 && noun.ends_with(end))
        || matches!(noun, "friends" | "girls" | "boys" | "siblings" | "brothers" | "sisters" | "suspects" | "victims")
}
