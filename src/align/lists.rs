//! Lists of the same thing: they share most of their members.
//!
//! Blocks: each member's key (a name's last word, a common noun's stems). Two lists
//! are weighed when they share at least two blocks; a list is linked to the one
//! list of each other document, and of its own, that fits best.

use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, is_content, stem};
use crate::compare::members;
use crate::value::{List, MemberKind, Value};
use std::collections::{BTreeMap, HashMap};

/// A block that more lists share than this says nothing.
const BLOCK: usize = 60;
/// Lists that share less of the shorter one than this are about different things.
const SHARE: f64 = 0.5;
const THRESHOLD: f64 = 2.0;

const NAME_SHARED: f64 = 1.2;
const NOUN_SHARED: f64 = 1.0;
const AKIN: f64 = 0.6;
const NOT_SHARED: f64 = -0.3;
const SAME_OPENER: f64 = 0.8;

pub fn align(ledgers: &[Ledger], rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    let mut blocks: HashMap<Stem, Vec<ClaimRef>> = HashMap::new();
    let mut shared: BTreeMap<(ClaimRef, ClaimRef), u32> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate().filter(|(_, c)| c.kind == ClaimKind::List) {
            let Some(list) = list_of(ledger, c) else { continue };
            for key in keys(list) {
                blocks.entry(key).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    for block in blocks.values() {
        let block = all.thinned_claims(ledgers, block, BLOCK);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                *shared.entry((*a.min(b), *a.max(b))).or_default() += 1;
            }
        }
    }
    let candidates = shared.into_iter().filter(|(_, n)| *n >= 2).filter_map(|((a, b), _)| weigh(ledgers, rarity, a, b));
    best_per_document(candidates.collect())
}

pub fn list_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a List> {
    match &ledger.mention(claim)?.value {
        Value::List(list) => Some(list),
        _ => None,
    }
}

fn keys(list: &List) -> Vec<Stem> {
    let mut keys: Vec<Stem> = Vec::new();
    for member in &list.members {
        match member.kind {
            MemberKind::Country => keys.push(stem(&member.key)),
            MemberKind::Name => keys.extend(member.key.split([' ', '-']).next_back().map(stem)),
            MemberKind::Common => keys.extend(member.key.split([' ', '-']).filter(|w| is_content(w)).map(stem)),
        }
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

fn weigh(ledgers: &[Ledger], rarity: &Rarity, a: ClaimRef, b: ClaimRef) -> Option<Link> {
    let ((ledger_a, claim_a), (ledger_b, claim_b)) = (a.of(ledgers)?, b.of(ledgers)?);
    if a.document == b.document && claim_a.sentence == claim_b.sentence {
        return None;
    }
    let (list_a, list_b) = (list_of(ledger_a, claim_a)?, list_of(ledger_b, claim_b)?);
    let both = members(&list_a.members, &list_b.members);
    let (same, akin) = (both.same.len(), both.akin.len());
    let shorter = list_a.members.len().min(list_b.members.len());
    if ((same + akin) as f64) < SHARE * shorter as f64 || same + akin < 2 {
        return None;
    }
    let named = list_a.members.first().is_some_and(|m| m.kind != MemberKind::Common);
    let mut evidence = Evidence::default();
    if same > 0 {
        let each = if named { NAME_SHARED } else { NOUN_SHARED };
        evidence.add(each * same as f64, format!("{same} of {shorter} members are the same"));
    }
    if akin > 0 {
        evidence.add(
            AKIN * akin as f64,
            match akin {
                1 => "1 more member is of the same kind".to_owned(),
                _ => format!("{akin} more members are of the same kind"),
            },
        );
    }
    let apart = both.only_a.len() + both.only_b.len();
    if apart > 0 {
        evidence.add(
            NOT_SHARED * apart as f64,
            match apart {
                1 => "1 member stands in one list only".to_owned(),
                _ => format!("{apart} members stand in one list only"),
            },
        );
    }
    let (head_a, head_b) = (&claim_a.subject.head, &claim_b.subject.head);
    if !head_a.is_empty() && stem(head_a) == stem(head_b) {
        evidence.add(SAME_OPENER, format!("“{head_a}” opens both"));
    }
    let member_stems: Vec<Stem> = words(ledger_a, claim_a).chain(words(ledger_b, claim_b)).collect();
    evidence.addends.extend(rarity.shared((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence), &member_stems));
    (evidence.weight() >= THRESHOLD).then_some(Link { a, b, evidence })
}

/// The stems of the words that the list itself is made of.
fn words<'a>(ledger: &'a Ledger, claim: &Claim) -> impl Iterator<Item = Stem> + use<'a> {
    let document = &ledger.document;
    let tokens = document.token_at(claim.span.start)..document.token_at(claim.span.end);
    tokens.map(|i| stem(document.word(i)))
}

/// Of several candidates for a list in one other document only the heaviest stays.
fn best_per_document(candidates: Vec<Link>) -> Vec<Link> {
    let mut best: BTreeMap<(ClaimRef, usize), f64> = BTreeMap::new();
    for link in &candidates {
        for (from, to) in [(link.a, link.b), (link.b, link.a)] {
            let weight = best.entry((from, to.document)).or_insert(f64::MIN);
            *weight = weight.max(link.evidence.weight());
        }
    }
    let heaviest = |link: &Link, from: ClaimRef, to: ClaimRef| {
        best.get(&(from, to.document)).is_some_and(|w| link.evidence.weight() >= *w)
    };
    candidates.into_iter().filter(|l| heaviest(l, l.a, l.b) || heaviest(l, l.b, l.a)).collect()
}
