//! Quantities of the same thing: "a depth of 12 km" in one document, "at a depth of
//! 17.5 km" in another; "over 20 plots" and "over 15 plots".
//!
//! Blocks: what is measured (the head's stem) and the kind of unit. Exact counts are
//! `counts`' business; a count with a bound comes here.

use super::counts::{count_of, subset_word};
use super::numbering::is_stopped_number;
use super::side_by_side::side_by_side;
use super::strangers::strangers;
use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, stem};
use crate::mention::Mention;
use crate::value::{Amount, AmountKind, Hedge, Unit, Value};
use std::collections::BTreeMap;

/// A block that holds more quantities than this is not compared.
const BLOCK: usize = 40;
const THRESHOLD: f64 = 2.5;

const SAME_HEAD: f64 = 2.0;
const SAME_MODIFIER: f64 = 1.0;
const OTHER_MODIFIER: f64 = -1.0;
const SUBSET: f64 = -4.0;
const ONE_SENTENCE: f64 = -4.0;
const SIDE_BY_SIDE: f64 = -4.0;
const SHARE: f64 = -4.0;
/// What the words around must say for amounts in different documents: a word that is not all over the text.
const CONTEXT: f64 = 0.8;

pub fn align(ledgers: &[Ledger], rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    let mut blocks: BTreeMap<(Stem, String), Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate() {
            if let Some(amount) = quantity_of(ledger, c) {
                let key = (stem(&c.subject.head), unit_class(amount));
                blocks.entry(key).or_default().push(ClaimRef { document, claim });
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

/// The amount of a quantity with a known subject, or of a count that gives bounds only.
pub fn quantity_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Amount> {
    let mention = ledger.mention(claim)?;
    let Value::Amount(amount) = &mention.value else { return None };
    let fits = match claim.kind {
        ClaimKind::Quantity => !matches!(amount.kind, AmountKind::Label | AmountKind::Ordinal),
        ClaimKind::Count => count_of(ledger, claim).is_none(),
        _ => false,
    };
    // "The 3.1 release": which one it is.
    let names = || is_stopped_number(&ledger.document, mention.span);
    let whole = fits && !claim.subject.head.is_empty() && amount.hedge != Some(Hedge::Vague);
    (whole && !names()).then_some(amount)
}

/// "42% of the voters", where "42% of the votes" may be anybody's.
fn is_share(ledger: &Ledger, claim: &Claim) -> bool {
    let behind = ledger.document.token_at(claim.span.end);
    let percent = |m: &Mention| matches!(&m.value, Value::Amount(a) if a.kind == AmountKind::Percent);
    ledger.mention(claim).is_some_and(percent) && ledger.document.word(behind) == "of"
}

/// The same word, or one name in two spellings.
fn alike(a: &str, b: &str) -> bool {
    a == b || (a.len().min(b.len()) >= 7 && strsim::osa_distance(a, b) <= 1)
}

fn unit_class(amount: &Amount) -> String {
    match amount.unit {
        None => "number".to_owned(),
        Some(Unit::Money(_)) => "money".to_owned(),
        Some(unit) => format!("{:?}", unit.dimension()),
    }
}

fn weigh(ledgers: &[Ledger], rarity: &Rarity, a: ClaimRef, b: ClaimRef) -> Option<Link> {
    let ((ledger_a, claim_a), (ledger_b, claim_b)) = (a.of(ledgers)?, b.of(ledgers)?);
    let mut evidence = Evidence::default();
    evidence.add(SAME_HEAD, format!("both give the “{}”", claim_b.subject.head));
    let (of_a, of_b) = (&claim_a.subject.modifiers, &claim_b.subject.modifiers);
    let shared: Vec<&str> = of_a.iter().filter(|m| of_b.iter().any(|o| alike(m, o))).map(String::as_str).collect();
    if !shared.is_empty() {
        evidence.add(SAME_MODIFIER, format!("both of “{}”", shared.join(" ")));
    } else if let (Some(x), Some(y)) = (of_a.first(), of_b.first()) {
        evidence.add(OTHER_MODIFIER, format!("one of “{x}”, the other of “{y}”"));
    }
    for (ledger, claim) in [(ledger_a, claim_a), (ledger_b, claim_b)] {
        if claim.kind == ClaimKind::Count
            && let Some(word) =
                subset_word(ledger, claim).filter(|w| matches!(*w, "other" | "others" | "more" | "another"))
        {
            evidence.add(SUBSET, format!("“{word}” makes it another group"));
        }
    }
    let token = |ledger: &Ledger, claim: &Claim| (claim.sentence, ledger.document.token_at(claim.span.start));
    if a.document == b.document && claim_a.sentence == claim_b.sentence {
        evidence.add(ONE_SENTENCE, "one sentence gives two amounts");
    } else if a.document == b.document && side_by_side(ledger_a, token(ledger_a, claim_a), token(ledger_b, claim_b)) {
        evidence.add(SIDE_BY_SIDE, "they stand side by side, each with words of its own");
    }
    if a.document == b.document && [(ledger_a, claim_a), (ledger_b, claim_b)].iter().any(|(l, c)| is_share(l, c)) {
        evidence.add(SHARE, "a share's noun is the whole, not what has the share");
    }
    let head = [stem(&claim_a.subject.head)];
    let common = rarity.shared((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence), &head);
    let context = common.as_ref().map_or(0.0, |addend| addend.weight);
    if a.document != b.document && shared.is_empty() && context < CONTEXT {
        return None;
    }
    evidence.addends.extend(common);
    if a.document != b.document {
        evidence.addends.extend(strangers((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence)));
    }
    (evidence.weight() >= THRESHOLD).then_some(Link { a, b, evidence })
}
