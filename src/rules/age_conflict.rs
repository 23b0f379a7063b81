//! # age/conflict
//!
//! ## What it reports
//!
//! One person of two ages in two documents: "Captain Ada Roth, 52," here, "Captain Ada Roth, 55,"
//! there; "died aged 92" here, "She was 91" there.
//!
//! ## Why
//!
//! A person has one age on one day, and of the two one is wrong.
//!
//! ## Example
//!
//! > a.txt: Captain Ada Roth, 52, was questioned. b.txt: Captain Ada Roth, 55, has been questioned.
//!
//! ## What it leaves alone
//!
//! Ages one year apart of the living, who may have had a birthday; documents whose days lie most of a
//! year apart; a document that gives two ages itself; ages that stand with another time ("was 19
//! when"); people who have nothing in common but a name.
//!
//! ## How to silence
//!
//! Say of when the age is. Where it is meant: `allow age/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{Named, OnePerson};
use crate::claim::Age;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "age/conflict",
    severity: Severity::Warning,
    summary: "one person has two ages",
    source: include_str!("age_conflict.rs"),
    yields_to: &["age/birthdate-mismatch"],
    check,
};

/// Documents further apart than this are of other years of a life.
const DAYS: i64 = 200;
/// So many places are shown at the most.
const LABELS: usize = 8;

fn check(context: &Context, outcome: &mut Outcome) {
    // What several documents say of one person is one finding.
    let mut found: BTreeMap<(&str, &str), Vec<Apart>> = BTreeMap::new();
    for one in &context.alignment.persons.pairs {
        let Some((x, y)) = context.alignment.persons.of(one) else { continue };
        let (Some(a), Some(b)) = (age(x), age(y)) else { continue };
        let living = !(a.at_death && b.at_death);
        if a.years == b.years || living && (a.years.abs_diff(b.years) == 1 || !same_days(context, x, y)) {
            continue;
        }
        let person = (x.person.surname.as_str(), x.person.given.as_str());
        found.entry(person).or_default().push(Apart { one, first: (x, a), second: (y, b) });
    }
    for places in found.values() {
        if let Some(finding) = report(context, places) {
            outcome.report(finding);
        }
    }
}

/// One person of two ages.
struct Apart<'a> {
    one: &'a OnePerson,
    first: (&'a Named, Age),
    second: (&'a Named, Age),
}

/// The one age that the document gives the person.
fn age(named: &Named) -> Option<Age> {
    let ages = &named.person.ages;
    let first = ages.first().copied()?;
    ages.iter().all(|age| age.years == first.years).then(|| ages.iter().copied().find(|a| a.at_death).unwrap_or(first))
}

fn same_days(context: &Context, x: &Named, y: &Named) -> bool {
    let day = |named: &Named| context.document(named.document).and_then(|d| d.meta.date);
    day(x).zip(day(y)).is_none_or(|(a, b)| (a.duration_until(b).as_hours() / 24).abs() <= DAYS)
}

fn report(context: &Context, places: &[Apart]) -> Option<Finding> {
    let Apart { one, first: (x, a), second: (y, b) } = places.first()?;
    let name = |named: &Named| {
        let (document, span) = named.place();
        context.document(document).map_or("", |d| d.slice(span))
    };
    let (first, second) = (a.years, b.years);
    let mut told = vec![(x.document, a.span)];
    let mut related = Vec::new();
    for (named, age) in places.iter().flat_map(|apart| [apart.first, apart.second]) {
        let place = (named.document, age.span);
        if !told.contains(&place) && told.len() < LABELS {
            told.push(place);
            related.push(Label::related(place.0, place.1, format!("{} here", age.years)));
        }
    }
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, format!("“{}” is {first} here, {second} there", name(x)))
            .turned(format!("“{}” is {second} here, {first} there", name(y)))
            .label(Label::primary(x.document, a.span, format!("{first} here")))
            .labels(related)
            .evidence(one.evidence.addends.iter().cloned())
            .help_here(format!("if {second} is right, correct “{first}”"))
            .help_there(format!("if {first} is right, correct “{second}”")),
    )
}
