//! Ranks that several documents give alike: "the fifth woman to win" here and there; "its
//! largest acquisition" and "its biggest-ever deal".

use super::super::ranks::{Key, Place, ranks};
use super::super::{Context, Label, Outcome};
use super::groups::{groups, thinned};
use crate::align::Rarity;
use std::collections::BTreeMap;

const BLOCK: usize = 40;
/// What a pair must weigh.
const SURE: f64 = 3.4;
/// The same rank by the same measure of the same kind of thing.
const SAME_RANK: f64 = 2.0;
/// Both rank among what is somebody's: "its largest", "Cisco's biggest".
const BOTH_OWNED: f64 = 1.0;
const ONE_OWNED: f64 = -1.5;
/// "biggest technology deal" is not yet "biggest deal".
const OTHER_MODIFIERS: f64 = -1.5;

pub fn tick(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let mut blocks: BTreeMap<Key, Vec<Place>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for (key, place) in ranks(document, ledger) {
            blocks.entry(key).or_default().push(place);
        }
    }
    for block in blocks.values() {
        let block = thinned(&mut outcome.blocks, block, BLOCK, |p| (p.document, p.ledger.document.slice_lower(p.span)));
        let linked = |i: usize, j: usize| {
            let Some((a, b)) = block.get(i).copied().zip(block.get(j).copied()) else { return false };
            let apart = a.document != b.document && context.comparable(a.document, b.document);
            apart && weigh(&context.alignment.rarity, a, b) >= SURE
        };
        for group in groups(block.len(), linked) {
            let places: Vec<&Place> = group.iter().filter_map(|i| block.get(*i).copied()).collect();
            let words = places.first().map_or("", |p| p.ledger.document.slice(p.span));
            let labels = places.iter().map(|p| Label::related(p.document, p.span, "")).collect();
            outcome.agree("rank", format!("the same rank: {words}"), labels);
        }
    }
}

fn weigh(rarity: &Rarity, a: &Place, b: &Place) -> f64 {
    let owned = match (a.owned, b.owned) {
        (true, true) => BOTH_OWNED,
        (false, false) => 0.0,
        _ => ONE_OWNED,
    };
    let modifiers = if a.modifiers == b.modifiers { 0.0 } else { OTHER_MODIFIERS };
    let shared = rarity.shared((a.ledger, a.sentence), (b.ledger, b.sentence), &[]);
    SAME_RANK + owned + modifiers + shared.map_or(0.0, |addend| addend.weight)
}
