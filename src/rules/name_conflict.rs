//! # name/conflict
//!
//! ## What it reports
//!
//! One person under two given names, or two surnames, in two documents: "Transport Minister Ivo
//! Roth" here, "Ivan Roth, the transport minister," there. So too where one document gives a rare surname
//! another given name than several do, and their sentences tell the same, where two texts tell
//! the same of whom each gives a given name, and where a
//! draft gives somebody a given name that its sources do not know. Also one work under two titles that differ in a
//! word: the ballet “Winter Gate” and the ballet “Winter Garden”.
//!
//! ## Why
//!
//! Whoever looks the person up, thanks or sues them needs the right name, and of the two one is wrong.
//!
//! ## Example
//!
//! > a.txt: Transport minister Pavel Lind called for talks. b.txt: Karel Lind, the transport
//! > minister, called for talks.
//!
//! ## What it leaves alone
//!
//! People of one surname of whom one document names both, or has another relative; people of a common surname whom few name, or
//! of whom the documents tell other things; short forms and
//! forms of other languages and scripts ("Bob" and "Robert", "Ivan" and "John", "Sergey" and
//! "Serhii"); initials and second given names; surnames that marriage or another script changes;
//! people who are called something that many are, unless the given names look alike or both say the
//! same.
//!
//! ## How to silence
//!
//! Name both people in one place, or declare the two names to be one (`[aliases]`).
//! Where it is meant: `allow name/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity, contraries, titles};
use crate::align::{Contrast, Named, OnePerson};
use crate::claim::Ledger;
use crate::compare::naming::Naming;
use crate::text::Span;
use crate::value::Value;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "name/conflict",
    severity: Severity::Warning,
    summary: "one person has two names, or one work two titles",
    source: include_str!("name_conflict.rs"),
    yields_to: &[],
    check,
};

/// So many places are shown of each name.
const LABELS: usize = 4;

fn check(context: &Context, outcome: &mut Outcome) {
    contraries::report(context, &RULE, Contrast::Name, ["named so here", "named so there"], outcome);
    titles::report(context, &RULE, outcome);
    // Two names, whatever documents print them, are one finding.
    let mut pairs: BTreeMap<(String, String), &OnePerson> = BTreeMap::new();
    for one in context.alignment.persons.pairs.iter().filter(|p| is_conflict(p)) {
        let Some((a, b)) = context.alignment.persons.of(one).map(|(x, y)| (words(context, x), words(context, y)))
        else {
            continue;
        };
        if context.settings.aliases.one(&a, &b).is_some() {
            continue;
        }
        let known = pairs.entry((a.clone().min(b.clone()), a.max(b))).or_insert(one);
        if one.evidence.weight() > known.evidence.weight() {
            *known = one;
        }
    }
    for ((a, b), one) in &pairs {
        outcome.report(report(context, [a, b], one));
    }
}

fn is_conflict(one: &OnePerson) -> bool {
    matches!((one.given, one.surname), (Naming::Other, Naming::Same) | (Naming::Same, Naming::Other))
}

fn words(context: &Context, named: &Named) -> String {
    let (document, span) = named.place();
    context.document(document).map_or("", |d| d.slice_lower(span)).to_owned()
}

fn report(context: &Context, names: [&String; 2], one: &OnePerson) -> Finding {
    let [one_name, other_name] = names.map(|name| places(context, name));
    // The name that fewer documents print is looked at.
    let (few, many) = if one_name.len() <= other_name.len() { (one_name, other_name) } else { (other_name, one_name) };
    let text = |places: &[(usize, Span)]| -> String {
        let at = places.first().and_then(|(document, span)| context.document(*document).map(|d| d.slice(*span)));
        at.unwrap_or_default().to_owned()
    };
    let (here, there) = (text(&few), text(&many));
    let mut labels = few.iter().take(LABELS).chain(many.iter().take(LABELS));
    let first = labels.next().map(|(document, span)| Label::primary(*document, *span, "named so here"));
    let message = format!("one person has two names: “{here}” here, “{there}” there");
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .turned(format!("one person has two names: “{there}” here, “{here}” there"))
        .labels(first)
        .labels(labels.map(|(document, span)| Label::related(*document, *span, "named so here")))
        .evidence(one.evidence.addends.iter().cloned())
        .help_here(format!("if “{there}” is right, correct “{here}”"))
        .help_there(format!("if “{here}” is right, correct “{there}”"))
        .help("if they are two people, say so where one of them is named")
}

/// Where each document first has the name (in lower case).
fn places(context: &Context, name: &str) -> Vec<(usize, Span)> {
    let first = |(index, ledger): (usize, &Ledger)| {
        let span = ledger.mentions.iter().filter(|m| matches!(m.value, Value::Name(_))).find_map(|m| {
            let start = m.span.end.checked_sub(u32::try_from(name.len()).ok()?)?;
            let span = Span { start, end: m.span.end };
            (start >= m.span.start && ledger.document.slice_lower(span) == name).then_some(span)
        })?;
        Some((index, span))
    };
    context.ledgers.iter().enumerate().filter_map(first).collect()
}
