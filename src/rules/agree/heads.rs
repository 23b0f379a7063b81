//! A list's count in documents that name its members without listing them: "the three
//! winners" in a text that names all three of another text's "three physicists: A, B and C".

use super::super::{Context, Label, Outcome};
use crate::align::count_of;
use crate::claim::{Claim, Ledger, Roster};
use crate::document::Document;
use crate::text::Span;
use crate::value::{Member, MemberKind, Value};
use std::collections::{BTreeMap, HashSet};

/// A list of fewer is no group.
const FEWEST: usize = 3;

/// What a document says of people, looked up once.
struct People {
    /// The last words of its names.
    last_words: HashSet<String>,
    /// The first group that it counts, by size.
    groups: BTreeMap<u32, Span>,
}

impl People {
    fn of(ledger: &Ledger) -> People {
        let names = ledger.mentions.iter().filter(|m| matches!(m.value, Value::Name(_)));
        let mut groups = BTreeMap::new();
        for (size, span) in ledger.claims.iter().filter_map(|c| group(ledger, c)) {
            groups.entry(size).or_insert(span);
        }
        People { last_words: names.map(|m| last_word(&ledger.document, m.span)).collect(), groups }
    }
}

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let people: Vec<People> = context.ledgers.iter().map(People::of).collect();
    let mut seen: HashSet<Vec<String>> = HashSet::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for roster in &ledger.rosters {
            let Some(members) = named(roster) else { continue };
            let mut names: Vec<String> = members.iter().map(|m| last_word(&ledger.document, m.span)).collect();
            names.sort();
            let size = names.len() as u32;
            if !seen.insert(names.clone()) {
                continue;
            }
            let counted = people.iter().enumerate().filter(|(_, p)| names.iter().all(|n| p.last_words.contains(n)));
            let labels: Vec<Label> = counted
                .filter_map(|(other, p)| p.groups.get(&size).map(|span| (other, *span)))
                .filter(|(other, _)| context.comparable(index, *other))
                .map(|(other, span)| Label::related(other, span, "counts them"))
                .collect();
            if labels.len() > 1 {
                let named = members.iter().map(|m| ledger.document.slice(m.span)).collect::<Vec<_>>().join(", ");
                outcome.agree("count-list", format!("{size} in each, who are all named: {named}"), labels);
            }
        }
    }
}

/// The members of a list of names that stands whole in one place.
fn named(roster: &Roster) -> Option<&[Member]> {
    let whole = roster.parts.len() == 1 && roster.unnamed == 0 && roster.members.len() >= FEWEST;
    (whole && roster.members.iter().all(|m| m.kind == MemberKind::Name)).then_some(&roster.members)
}

fn last_word(document: &Document, span: Span) -> String {
    document.slice(span).rsplit(' ').next().unwrap_or_default().to_lowercase().replace('’', "'")
}

/// "the three winners": a claim that counts a group of people, and how many.
fn group(ledger: &Ledger, claim: &Claim) -> Option<(u32, Span)> {
    let size = count_of(ledger, claim).filter(|_| is_people(&claim.subject.head))?;
    let document = &ledger.document;
    let first = document.token_at(claim.span.start);
    let before = first.checked_sub(1).map_or("", |i| document.word(i));
    let listed = document.word(document.token_at(claim.span.end));
    let definite = matches!(before, "the" | "these" | "all") || matches!(listed, ":" | "-" | "–" | "—");
    definite.then_some((size, claim.span))
}

/// By the endings of words for people; "people" themselves are mostly others.
fn is_people(noun: &str) -> bool {
    ["ists", "ers", "ors", "ates", "ians", "men", "women"]
        .iter()
        .any(|end| noun.len() > end.len() + 1 && noun.ends_with(end))
        || matches!(noun, "friends" | "girls" | "boys" | "siblings" | "brothers" | "sisters" | "suspects" | "victims")
}
