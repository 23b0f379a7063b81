//! Distances that two documents measure from one place to one thing, in directions that cannot
//! both be right.
//!
//! Blocks: the words of what is measured from.

use super::{Blocks, Evidence, Rarity};
use crate::claim::{Bearing, Ledger, Stem, bearings, stem};
use crate::compare::Verdict;
use crate::compare::amount::amounts;
use crate::lexicon::en::directions::angle;
use crate::story::Stories;
use crate::text::Span;
use std::collections::BTreeMap;

const SAME_DISTANCE: f64 = 2.5;
/// From one place of a name, and from what is only called the same ("the crater").
const SAME_NAME: f64 = 2.0;
const SAME_WORD: f64 = 1.0;
/// Pairs below this are not kept.
const THRESHOLD: f64 = 5.0;
/// Directions of a smaller angle may be one, told more or less finely.
const APART: u16 = 90;
/// Bearings from one place that are held against each other.
const CROWD: usize = 40;

/// Two bearings that cannot both be right, where each stands.
#[derive(Debug)]
pub struct Diverging {
    pub a: (usize, Span),
    pub b: (usize, Span),
    pub evidence: Evidence,
}

pub fn diverging(ledgers: &[Ledger], stories: &Stories, rarity: &Rarity, thin: &mut Blocks) -> Vec<Diverging> {
    let mut blocks: BTreeMap<Stem, Vec<(usize, &Ledger, Bearing)>> = BTreeMap::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        for bearing in bearings(&ledger.document, &ledger.mentions) {
            let Some(first) = bearing.from.first().copied() else { continue };
            blocks.entry(first).or_default().push((document, ledger, bearing));
        }
    }
    let mut found = Vec::new();
    for block in blocks.values() {
        let all: Vec<&(usize, &Ledger, Bearing)> = block.iter().collect();
        let few = thin.thinned(&all, CROWD, |(_, ledger, bearing)| ledger.document.slice_lower(bearing.span));
        for (i, (document, ledger, a)) in few.iter().copied().enumerate() {
            for (other, peer, b) in few.iter().copied().skip(i + 1).filter(|(d, ..)| d != document) {
                // A document that looks the other way too speaks of two things.
                let both = block.iter().any(|(d, _, c)| {
                    d == document && angle(c.degrees, b.degrees) < APART
                        || d == other && angle(c.degrees, a.degrees) < APART
                });
                let meet = ledger.document.role.meets(peer.document.role) && stories.related(*document, *other);
                if both || angle(a.degrees, b.degrees) < APART || !meet {
                    continue;
                }
                if let Some(evidence) = weigh(rarity, (ledger, a), (peer, b)) {
                    found.push(Diverging { a: (*document, a.span), b: (*other, b.span), evidence });
                }
            }
        }
    }
    found
}

fn weigh(rarity: &Rarity, (ledger, a): (&Ledger, &Bearing), (peer, b): (&Ledger, &Bearing)) -> Option<Evidence> {
    let same = |x: &[Stem], y: &[Stem]| x.iter().all(|s| y.contains(s));
    let one_place = a.named == b.named && (same(&a.from, &b.from) || same(&b.from, &a.from));
    if !one_place || !matches!(amounts(a.distance, b.distance), Verdict::Agree | Verdict::Refines) {
        return None;
    }
    let another = |ledger: &Ledger, sentence: usize| {
        let document = &ledger.document;
        let mut words = document.sentence_tokens(sentence).map(|i| document.word(i));
        words.any(|w| matches!(w, "another" | "other" | "second" | "third"))
    };
    if another(ledger, a.sentence) || another(peer, b.sentence) {
        return None;
    }
    let mut evidence = Evidence::default();
    evidence.add(SAME_DISTANCE, "both give the same distance");
    let document = &ledger.document;
    if a.named {
        evidence.add(SAME_NAME, "from a place of the same name");
    } else {
        evidence.add(SAME_WORD, "from what is called the same");
    }
    let mut except: Vec<Stem> = Vec::new();
    for (text, span) in [(document, a.span), (&peer.document, b.span)] {
        except.extend((text.token_at(span.start)..text.token_at(span.end)).map(|i| stem(text.word(i))));
    }
    evidence.addends.extend(rarity.shared((ledger, a.sentence), (peer, b.sentence), &except));
    (evidence.weight() >= THRESHOLD).then_some(evidence)
}
