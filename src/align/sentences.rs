//! Sentences of two documents that tell one thing, whatever they say of it: they share much of what both tell, and each is the
//! other's best. What the ledger groups; no rule asks.
//!
//! Blocks: two of the weightiest words, as for statements.

use super::statements::sharing;
use super::strangers::strangers;
use super::{Blocks, ClaimRef, Evidence, Link, OfSentences, Rarity};
use crate::claim::{Claim, ClaimKind, Ledger, Stem};
use crate::story::{Stories, name_information, word_information};
use std::collections::BTreeMap;

/// What both must tell, in tenths of nats, and the share of what the one tells that says more, in thousandths: of pairs of
/// news sentences that tell one event and pairs of two like ones, six of seven that come so far tell one
/// (`docs/precision.md`).
const LEAST: u32 = 100;
const SHARE: u32 = 400;

/// A document's sentence.
type Place = (usize, usize);

pub fn align(ledgers: &[Ledger], stories: &Stories, rarity: &Rarity, all: &mut Blocks) -> Vec<Link> {
    let pairs = sharing(ledgers, stories, all);
    let mut told: OfSentences<u32> = OfSentences::new();
    // How much the best in a document shares with a sentence of another.
    let mut best: BTreeMap<(Place, usize), u32> = BTreeMap::new();
    for (a, b) in pairs.into_iter().filter(|(a, b)| a.0 != b.0) {
        let Some(share) = ledgers.get(a.0).zip(ledgers.get(b.0)).and_then(|(x, y)| share((x, a.1), (y, b.1))) else {
            continue;
        };
        for key in [(a, b.0), (b, a.0)] {
            let most = best.entry(key).or_default();
            *most = share.max(*most);
        }
        told.insert((a, b), share);
    }
    let is_best =
        |(a, b): (Place, Place), share: u32| [(a, b.0), (b, a.0)].iter().all(|key| best.get(key) == Some(&share));
    let links = told.into_iter().filter(|(pair, share)| is_best(*pair, *share));
    links.filter_map(|((a, b), share)| link(ledgers, rarity, a, b, share)).collect()
}

/// How much of what the longer tells the other tells too, in thousandths.
fn share((x, a): (&Ledger, usize), (y, b): (&Ledger, usize)) -> Option<u32> {
    let is_name = |stem: &Stem| [x, y].iter().any(|l| l.names().binary_search(stem).is_ok());
    let worth = |stem: &Stem| if is_name(stem) { name_information(*stem) } else { word_information(*stem) };
    let (own, others) = (x.sentence_stems(a), y.sentence_stems(b));
    let all = |stems: &[Stem]| stems.iter().map(worth).sum::<u32>();
    let shared: u32 = own.iter().filter(|s| others.binary_search(s).is_ok()).map(worth).sum();
    let share = shared.saturating_mul(1000).checked_div(all(own).max(all(others)))?;
    // "The church of Lien", "the church of Delm": alike as two of one kind are.
    (shared >= LEAST && share >= SHARE && strangers((x, a), (y, b)).is_none()).then_some(share)
}

fn link(ledgers: &[Ledger], rarity: &Rarity, a: Place, b: Place, share: u32) -> Option<Link> {
    let (x, y) = ledgers.get(a.0).zip(ledgers.get(b.0))?;
    let statement = |ledger: &Ledger, (document, sentence): Place| {
        let is_told = |c: &Claim| c.kind == ClaimKind::Statement && c.sentence == sentence;
        ledger.claims.iter().position(is_told).map(|claim| ClaimRef { document, claim })
    };
    let mut evidence = Evidence::default();
    evidence.addends.extend(rarity.shared((x, a.1), (y, b.1), &[]));
    evidence.add(f64::from(share) / 250.0, format!("{} % of what they tell is the same", share.checked_div(10)?));
    Some(Link { a: statement(x, a)?, b: statement(y, b)?, evidence })
}
