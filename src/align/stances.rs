//! Stances of one holder towards one thing.

use super::{Blocks, ClaimRef, Evidence, Link, Rarity};
use crate::claim::Ledger;
use crate::lexicon::en::countries::country;
use std::collections::BTreeMap;

/// More stances than this of one holder towards one thing are not compared.
const BLOCK: usize = 40;
const SAME_HOLDER: f64 = 2.0;
const SAME_OBJECT: f64 = 2.0;

pub fn align(ledgers: &[Ledger], rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    let mut blocks: BTreeMap<(&str, &str), Vec<ClaimRef>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for (claim, c) in ledger.claims.iter().enumerate() {
            if let Some(key) = c.stance() {
                blocks.entry(key).or_default().push(ClaimRef { document, claim });
            }
        }
    }
    let mut links = Vec::new();
    for ((holder, object), block) in &blocks {
        let block = all.thinned_claims(ledgers, block, BLOCK);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                let (Some((ledger_a, claim_a)), Some((ledger_b, claim_b))) = (a.of(ledgers), b.of(ledgers)) else {
                    continue;
                };
                let mut evidence = Evidence::default();
                let name = holder.strip_prefix("iso:").and_then(country).map_or(*holder, |c| c.name);
                evidence.add(SAME_HOLDER, format!("both are stances of “{name}”"));
                evidence.add(SAME_OBJECT, format!("both towards the “{object}”"));
                evidence.addends.extend(rarity.shared((ledger_a, claim_a.sentence), (ledger_b, claim_b.sentence), &[]));
                links.push(Link { a: *a, b: *b, evidence });
            }
        }
    }
    links
}
