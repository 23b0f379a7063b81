//! Dates of the same event: "released Thursday", "issued on July 31, 2025".
//!
//! Blocks: the class of what happens. Far days are other events; near days, and days
//! that a slip of one part makes of each other, may be the same. Months and years, of
//! which too many are true of one thing, meet only where the same name does what is done
//! but once ("the Kestrel Club was founded in 1974").

use super::side_by_side::are_of_two;
use super::strangers::strangers;
use super::version::version;
use super::when::{Dated, dated, is_slip_of_year};
use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, Ledger, event_classes, stem};
use crate::lexicon::en::events::{EVENTS, OTHER_EVENT};
use crate::story::Topic;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A block that holds more dates than this is not compared.
const BLOCK: usize = 60;
const THRESHOLD: f64 = 2.5;

const SAME_VERB: f64 = 1.5;
const SAME_CLASS: f64 = 1.0;
const CLASS_IN_BOTH: f64 = 0.5;
const SAME_NAME: f64 = 1.5;
const SAME_DAY: f64 = 1.5;
const SLIP: f64 = 0.8;
const SAME_WEEKDAY: f64 = 0.5;
const FAR: f64 = -4.0;
const OTHER: f64 = -1.5;
const ONE_SENTENCE: f64 = -4.0;
const OTHER_NAME: f64 = -4.0;

pub fn align(ledgers: &[Ledger], rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
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
    for block in blocks.values() {
        let block = all.thinned_claims(ledgers, block, BLOCK);
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
    let (when_a, when_b) = (dated(ledger_a, claim_a)?, dated(ledger_b, claim_b)?);
    if matches!(when_a, Dated::Coarse(_)) || matches!(when_b, Dated::Coarse(_)) {
        let (name_a, name_b) = (agent(ledger_a, claim_a)?, agent(ledger_b, claim_b)?);
        if class_of(claim_a) != class_of(claim_b) || !same_name(name_a, name_b) {
            return None;
        }
        evidence.add(SAME_NAME, format!("both say it of “{name_a}”"));
    }
    values(&mut evidence, when_a, when_b);
    if a.document == b.document && claim_a.sentence == claim_b.sentence {
        evidence.add(ONE_SENTENCE, "one sentence dates two events");
    }
    let verb = |ledger: &Ledger, claim: &Claim| (claim.sentence, ledger.document.token_at(claim.subject.span.start));
    if a.document == b.document && are_of_two(ledger_a, verb(ledger_a, claim_a), verb(ledger_b, claim_b)) {
        evidence.add(OTHER_NAME, "each sentence opens with another name");
    }
    if a.document != b.document
        && Topic::of(&ledger_a.document).is_another(ledger_a, &Topic::of(&ledger_b.document), ledger_b)
    {
        evidence.add(OTHER_NAME, "each text is about a thing of its own");
    }
    if a.document != b.document
        && let (Some(one), Some(other)) = (agent(ledger_a, claim_a), agent(ledger_b, claim_b))
        && !same_name(one, other)
    {
        evidence.add(OTHER_NAME, format!("the one says it of “{one}”, the other of “{other}”"));
    }
    for (ledger, claim) in [(ledger_a, claim_a), (ledger_b, claim_b)] {
        let mut words = ledger.document.sentence_tokens(claim.sentence).map(|i| ledger.document.word(i));
        if let Some(word) = words.find(|w| OTHER_EVENT.contains(w)) {
            evidence.add(OTHER, format!("“{word}” may make it another event"));
        }
    }
    // "Release 3.1.0 (3 August)" and "release 2.4.1 (1 August)".
    let versions = [(ledger_a, claim_a), (ledger_b, claim_b)].map(|(ledger, claim)| versions(ledger, claim.sentence));
    let [own, others] = &versions;
    if !own.is_empty() && !others.is_empty() && !own.iter().any(|v| others.contains(v)) {
        evidence.add(OTHER_NAME, "each sentence names another version");
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
    if a.document != b.document {
        evidence.addends.extend(strangers((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence)));
    }
    (evidence.weight() >= THRESHOLD).then_some(Link { a, b, evidence })
}

/// The versions that a sentence names.
fn versions(ledger: &Ledger, sentence: usize) -> Vec<Vec<u32>> {
    let span = ledger.document.sentences.get(sentence).map(|s| s.span).unwrap_or_default();
    ledger.mentions_in(span).filter_map(|m| version(&ledger.document, m)).map(|version| version.numbers).collect()
}

fn values(evidence: &mut Evidence, a: Dated, b: Dated) {
    match (a, b) {
        (Dated::Weekday(x), Dated::Weekday(y)) if x == y => evidence.add(SAME_WEEKDAY, "the weekday is the same"),
        (Dated::Weekday(_), Dated::Weekday(_)) => evidence.add(FAR, "the weekdays differ"),
        (Dated::Coarse(_), Dated::Weekday(_)) | (Dated::Weekday(_), Dated::Coarse(_)) => {}
        (Dated::Day(_), Dated::Day(_)) => {
            let days = a.stretches(b).and_then(|(x, y)| x.start.zip(y.start));
            match days {
                Some((x, y)) if x == y => evidence.add(SAME_DAY, "the day is the same"),
                Some(_) if a.is_slip_of(b) => evidence.add(SLIP, "one slip makes one day of the other"),
                _ => evidence.add(FAR, "the days lie apart"),
            }
        }
        (Dated::Coarse(_), _) | (_, Dated::Coarse(_)) => match a.stretches(b) {
            Some((x, y)) if x.overlaps(&y) => evidence.add(SAME_DAY, "the dates fit"),
            Some((x, y)) if is_slip_of_year(&x, &y) => evidence.add(SLIP, "one slip makes one date of the other"),
            _ => evidence.add(FAR, "the dates lie apart"),
        },
        (Dated::Day(day), Dated::Weekday(weekday)) | (Dated::Weekday(weekday), Dated::Day(day)) => {
            if day.weekday() == Some(weekday) {
                evidence.add(SAME_WEEKDAY, "the weekday fits the day");
            }
        }
    }
}

/// How many words may stand between a name and the verb it does.
const BETWEEN: usize = 4;

/// Who or what the verb of a date claim is said of: "the Kestrel Club, which was founded".
fn agent<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a str> {
    let document = &ledger.document;
    let verb = claim.subject.span.start;
    let before = ledger.mentions.partition_point(|m| m.span.start < verb);
    let name = ledger.mentions.iter().take(before).rev().find(|m| matches!(m.value, Value::Name(_)))?;
    let between = document.token_at(name.span.end)..document.token_at(verb);
    let near = between.len() <= BETWEEN && document.sentence_at(name.span.start) == claim.sentence;
    (near && between.into_iter().all(|i| LINKS.contains(&document.word(i)))).then(|| document.slice(name.span))
}

const LINKS: &[&str] =
    &["was", "were", "is", ",", "(", "which", "who", "that", "had", "been", "first", "himself", "herself"];

/// "the Kestrel Club" and "Kestrel Club", "Ada Moe" and "Moe".
fn same_name(a: &str, b: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let lower = name.to_lowercase();
        lower.split_whitespace().filter(|w| *w != "the").map(str::to_owned).collect()
    };
    // A man and his wife have one name.
    let of_a_woman = |name: &[String]| name.first().is_some_and(|w| matches!(w.as_str(), "lady" | "mrs" | "miss"));
    let (a, b) = (words(a), words(b));
    !a.is_empty() && of_a_woman(&a) == of_a_woman(&b) && (a.ends_with(&b) || b.ends_with(&a)) && !b.is_empty()
}
