//! Dates of the same event: "released Thursday", "issued on July 31, 2025".
//!
//! Blocks: the class of what happens. Only whole days and weekdays meet here: of months
//! and years too many are true of one thing. Far days are other events; near days, and days
//! that a slip of one part makes of each other, may be the same.

use super::{ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, event_classes, stem};
use crate::lexicon::en::events::{EVENTS, OTHER_EVENT};
use crate::value::{Precision, Time, Value};
use jiff::civil::{Date, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// A block that holds more dates than this is not compared.
const BLOCK: usize = 60;
const THRESHOLD: f64 = 2.5;

const SAME_VERB: f64 = 1.5;
const SAME_CLASS: f64 = 1.0;
const CLASS_IN_BOTH: f64 = 0.5;
const SAME_DAY: f64 = 1.5;
const SLIP: f64 = 0.8;
const SAME_WEEKDAY: f64 = 0.5;
const FAR: f64 = -4.0;
const OTHER: f64 = -1.5;
const ONE_SENTENCE: f64 = -4.0;

/// What a date claim says, as far as it can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    Day(Date),
    /// A weekday alone; the day it was resolved to depends on what the caller said.
    Weekday(Weekday),
}

pub fn dated(ledger: &Ledger, claim: &Claim) -> Option<Dated> {
    let time = time_of(ledger, claim)?;
    let in_figures = ledger.words(claim).bytes().any(|b| b.is_ascii_digit());
    if let (Some(weekday), false) = (time.weekday, in_figures) {
        return Some(Dated::Weekday(weekday));
    }
    let stretch = time.stretch.filter(|s| s.precision == Precision::Day && in_figures)?;
    stretch.start.filter(|_| stretch.end.is_some()).map(Dated::Day)
}

fn time_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Time> {
    match &ledger.mention(claim).filter(|_| claim.kind == ClaimKind::Date)?.value {
        Value::Time(time) => Some(time),
        _ => None,
    }
}

pub fn align(ledgers: &[Ledger], rarity: &Rarity) -> Vec<Link> {
    let mut blocks: BTreeMap<&'static str, Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate() {
            if dated(ledger, c).is_none() || class_of(c).is_none() {
                continue;
            }
            for class in event_classes(&ledger.document, c.sentence) {
                blocks.entry(class).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    let mut pairs: BTreeSet<(ClaimRef, ClaimRef)> = BTreeSet::new();
    for block in blocks.values().filter(|b| b.len() <= BLOCK) {
        for (i, a) in block.iter().enumerate() {
            pairs.extend(block.iter().skip(i + 1).map(|b| (*a, *b)));
        }
    }
    pairs.into_iter().filter_map(|(a, b)| weigh(ledgers, rarity, a, b)).collect()
}

fn class_of(claim: &Claim) -> Option<&'static str> {
    EVENTS.get(claim.subject.head.as_str()).copied()
}

fn weigh(ledgers: &[Ledger], rarity: &Rarity, a: ClaimRef, b: ClaimRef) -> Option<Link> {
    let ((ledger_a, claim_a), (ledger_b, claim_b)) = (a.of(ledgers)?, b.of(ledgers)?);
    let (head_a, head_b) = (&claim_a.subject.head, &claim_b.subject.head);
    let mut evidence = Evidence::default();
    if head_a == head_b {
        evidence.add(SAME_VERB, format!("both say when something was “{head_a}”"));
    } else if class_of(claim_a) == class_of(claim_b) {
        evidence.add(SAME_CLASS, format!("“{head_a}” and “{head_b}” can be the same event"));
    } else {
        evidence.add(CLASS_IN_BOTH, "both sentences tell of the same kind of event");
    }
    values(&mut evidence, dated(ledger_a, claim_a)?, dated(ledger_b, claim_b)?);
    if a.document == b.document && claim_a.sentence == claim_b.sentence {
        evidence.add(ONE_SENTENCE, "one sentence dates two events");
    }
    for (ledger, claim) in [(ledger_a, claim_a), (ledger_b, claim_b)] {
        let mut words = ledger.document.sentence_tokens(claim.sentence).map(|i| ledger.document.word(i));
        if let Some(word) = words.find(|w| OTHER_EVENT.contains(*w)) {
            evidence.add(OTHER, format!("“{word}” may make it another event"));
        }
    }
    // A weekday is what is compared, and half of all texts have a Monday: it is no shared subject.
    let mut weighed = vec![stem(head_a), stem(head_b)];
    for (ledger, claim) in [(ledger_a, claim_a), (ledger_b, claim_b)] {
        if matches!(dated(ledger, claim), Some(Dated::Weekday(_))) {
            let document = &ledger.document;
            let tokens = document.token_at(claim.span.start)..document.token_at(claim.span.end);
            weighed.extend(tokens.map(|i| stem(document.word(i))));
        }
    }
    evidence.addends.extend(rarity.shared((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence), &weighed));
    (evidence.weight() >= THRESHOLD).then_some(Link { a, b, evidence })
}

fn values(evidence: &mut Evidence, a: Dated, b: Dated) {
    match (a, b) {
        (Dated::Day(x), Dated::Day(y)) if x == y => evidence.add(SAME_DAY, "the day is the same"),
        (Dated::Day(x), Dated::Day(y)) if is_slip(x, y) => evidence.add(SLIP, "one slip makes one day of the other"),
        (Dated::Day(_), Dated::Day(_)) => evidence.add(FAR, "the days lie apart"),
        (Dated::Weekday(x), Dated::Weekday(y)) if x == y => evidence.add(SAME_WEEKDAY, "the weekday is the same"),
        (Dated::Weekday(_), Dated::Weekday(_)) => evidence.add(FAR, "the weekdays differ"),
        (Dated::Day(day), Dated::Weekday(weekday)) | (Dated::Weekday(weekday), Dated::Day(day)) => {
            if day.weekday() == weekday {
                evidence.add(SAME_WEEKDAY, "the weekday fits the day");
            }
        }
    }
}

/// Could a slip have made one day of the other: a near day, another month, another year, or day figures swapped?
fn is_slip(x: Date, y: Date) -> bool {
    const NEAR_HOURS: i64 = 48;
    let near = x.duration_until(y).as_hours().abs() <= NEAR_HOURS;
    let month = x.day() == y.day() && x.year() == y.year();
    let year = x.day() == y.day() && x.month() == y.month();
    let swapped =
        x.day() / 10 == y.day() % 10 && x.day() % 10 == y.day() / 10 && x.month() == y.month() && x.year() == y.year();
    near || month || year || swapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn slips() {
        let day = date(2023, 10, 3);
        for other in [date(2023, 10, 2), date(2023, 9, 3), date(2013, 10, 3)] {
            assert!(is_slip(day, other), "{other}");
        }
        assert!(is_slip(date(2023, 10, 12), date(2023, 10, 21)));
        for other in [date(2023, 10, 9), date(2022, 9, 3), date(2023, 11, 4)] {
            assert!(!is_slip(day, other), "{other}");
        }
    }
}
