//! Counts of the same thing: "14 Western nations", "the 14 governments".
//!
//! Blocks: the head noun's class, or its stem. The counted value itself is only
//! weak evidence (a slip is near the truth): what is compared must not decide
//! what is compared with what. Between documents noun and number alone say nothing:
//! "employs 7,400 people in 14 countries" does not count the 14 countries of another text.

use super::strangers::strangers;
use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, stem};
use crate::document::BlockKind;
use crate::lexicon::en::classes::class_of;
use crate::lexicon::en::subsets::{SUBSET_AFTER, SUBSET_BEFORE};
use crate::value::Value;
use std::collections::BTreeMap;

/// A block that holds more counts than this is not compared.
const BLOCK: usize = 60;
const THRESHOLD: f64 = 2.5;

const SAME_HEAD: f64 = 2.0;
const SAME_CLASS: f64 = 1.5;
const SAME_MODIFIER: f64 = 1.2;
const OTHER_MODIFIER: f64 = -1.2;
const SAME_VALUE: f64 = 1.0;
const NEAR_VALUE: f64 = 0.6;
/// A slip is seldom as large as that; a part of the group is.
const FAR_VALUE: f64 = -0.6;
/// Counts so many times apart are of two things.
const NO_SLIP: u32 = 200;
const SUBSET: f64 = -4.0;
const ONE_SENTENCE: f64 = -4.0;
const OTHER_ITEM: f64 = -4.0;
const ALL: f64 = 2.5;
/// "All three" are those of which the text just spoke.
const MANY: u32 = 10;
/// What the words around two counts in different documents must say for them: a word that is not
/// all over the text, a rare one where even the nouns differ.
const CONTEXT_SAME_HEAD: f64 = 0.7;
const CONTEXT_SAME_CLASS: f64 = 1.0;

pub fn align(ledgers: &[Ledger], rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    let mut blocks: BTreeMap<Stem, Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate() {
            if count_of(ledger, c).is_some() {
                blocks.entry(block_key(c)).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    let mut links = Vec::new();
    for block in blocks.values() {
        let block = all.thinned_claims(ledgers, block, BLOCK);
        for (i, a) in block.iter().enumerate() {
            links.extend(block.iter().skip(i + 1).filter_map(|b| weigh(ledgers, rarity, *a, *b)));
        }
    }
    links
}

/// The exact number that a count claim gives.
pub fn count_of(ledger: &Ledger, claim: &Claim) -> Option<u32> {
    match &ledger.mention(claim).filter(|_| claim.kind == ClaimKind::Count)?.value {
        Value::Amount(amount) => amount.count(),
        _ => None,
    }
}

fn block_key(claim: &Claim) -> Stem {
    stem(class_of(&claim.subject.head).unwrap_or(&claim.subject.head))
}

fn weigh(ledgers: &[Ledger], rarity: &Rarity, a: ClaimRef, b: ClaimRef) -> Option<Link> {
    let ((ledger_a, claim_a), (ledger_b, claim_b)) = (a.of(ledgers)?, b.of(ledgers)?);
    let (value_a, value_b) = (count_of(ledger_a, claim_a)?, count_of(ledger_b, claim_b)?);
    let (head_a, head_b) = (&claim_a.subject.head, &claim_b.subject.head);
    // "316145 crash of the viewer" in a list of reports numbers one of them.
    if value_a.max(value_b) / value_a.min(value_b).max(1) > NO_SLIP {
        return None;
    }
    let mut evidence = Evidence::default();
    let same_head = stem(head_a) == stem(head_b);
    if same_head {
        evidence.add(SAME_HEAD, format!("both count “{head_b}”"));
    } else {
        evidence.add(SAME_CLASS, format!("“{head_a}” and “{head_b}” can be the same parties"));
    }
    modifiers(&mut evidence, claim_a, claim_b);
    if value_a == value_b {
        evidence.add(SAME_VALUE, "the number is the same");
    } else if value_a.abs_diff(value_b) <= 1.max(value_a.max(value_b) / 10) {
        evidence.add(NEAR_VALUE, "the numbers are close");
    } else if value_a.max(value_b) > 2 * value_a.min(value_b) {
        evidence.add(FAR_VALUE, "the numbers are far apart");
    }
    for (ledger, claim) in [(ledger_a, claim_a), (ledger_b, claim_b)] {
        if let Some(word) = subset_word(ledger, claim) {
            evidence.add(SUBSET, format!("“{word}” makes it another group"));
        }
    }
    if a.document == b.document && claim_a.sentence == claim_b.sentence {
        evidence.add(ONE_SENTENCE, "one sentence counts two groups");
    }
    // "all 21 tools" are all there are, and so are the "39 tools" that nothing tells from others.
    let of_all = |ledger: &Ledger, claim: &Claim| {
        let before = ledger.document.token_at(claim.span.start).checked_sub(1);
        before.is_some_and(|i| ledger.document.word(i) == "all")
    };
    let all_a = of_all(ledger_a, claim_a);
    let many = value_a.min(value_b) >= MANY;
    if same_head && many && a.document == b.document && all_a != of_all(ledger_b, claim_b) {
        let (whole, other) = if all_a { (claim_a, claim_b) } else { (claim_b, claim_a) };
        match (whole.subject.modifiers.is_empty(), other.subject.modifiers.is_empty()) {
            (true, true) => evidence.add(ALL, "one is all that there are"),
            (true, false) => evidence.add(-ALL, "one is all that there are, the other a part"),
            _ => {}
        }
    }
    let in_item = |ledger: &Ledger, claim: &Claim| {
        ledger.document.block_of(claim.sentence).is_some_and(|b| b.kind == BlockKind::ListItem)
    };
    if a.document == b.document && in_item(ledger_a, claim_a) && in_item(ledger_b, claim_b) {
        evidence.add(OTHER_ITEM, "each item of a list speaks of something else");
    }
    let heads = [stem(head_a), stem(head_b)];
    let shared = rarity.shared((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence), &heads);
    let context = shared.as_ref().map_or(0.0, |addend| addend.weight);
    let needed = if same_head { CONTEXT_SAME_HEAD } else { CONTEXT_SAME_CLASS };
    if a.document != b.document && context < needed && !share_modifiers(claim_a, claim_b) {
        return None;
    }
    evidence.addends.extend(shared);
    if a.document != b.document {
        evidence.addends.extend(strangers((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence)));
    }
    (evidence.weight() >= THRESHOLD).then_some(Link { a, b, evidence })
}

fn share_modifiers(a: &Claim, b: &Claim) -> bool {
    a.subject.modifiers.iter().any(|m| b.subject.modifiers.contains(m))
}

fn modifiers(evidence: &mut Evidence, a: &Claim, b: &Claim) {
    let (of_a, of_b) = (&a.subject.modifiers, &b.subject.modifiers);
    let shared: Vec<&str> = of_a.iter().filter(|m| of_b.contains(m)).map(String::as_str).collect();
    if !shared.is_empty() {
        evidence.add(SAME_MODIFIER, format!("both are “{}”", shared.join(" ")));
    } else if let (Some(x), Some(y)) = (of_a.first(), of_b.first()) {
        evidence.add(OTHER_MODIFIER, format!("one is “{x}”, the other “{y}”"));
    }
}

/// A word that makes the counted group a part of another one or a different one: "another 14 nations", "14 of the nations".
pub fn subset_word<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a str> {
    let document = &ledger.document;
    let first = document.token_at(claim.span.start);
    let before = first.checked_sub(1).map_or("", |i| document.word(i));
    if SUBSET_BEFORE.contains(before) {
        return Some(before);
    }
    let inside = first..document.token_at(claim.span.end);
    inside.map(|i| document.word(i)).find(|w| SUBSET_AFTER.contains(w))
}
