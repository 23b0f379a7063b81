//! Figures of two documents that stand at the same place of what both tell, whatever they
//! say: "bought back 1.2 million shares for $46 million" of the one and "the buyback of 1.2
//! million shares cost $64 million" of the other.
//!
//! Two figures are counterparts when the words around them, the near ones more than the
//! far ones, are more alike than those of any other figure of either document. What the figures
//! say is no part of that: it is what is compared.
//!
//! Blocks: the stems of the words around. A stem beside too many figures finds no pairs.

use super::figures::{Figure, Kind, Reading, figures};
use super::strangers::strangers;
use super::{Addend, Blocks, Evidence, Rarity};
use crate::claim::{Ledger, Stem};
use crate::compare::Verdict;
use crate::compare::amount::amounts;
use crate::document::Role;
use crate::story::Stories;
use std::collections::{BTreeMap, BTreeSet};

/// A word beside more figures than this finds no pairs.
const BLOCK: usize = 48;
/// Only words as close as this find pairs.
const CLOSE: f64 = 0.5;
/// What a shared word's information is worth right beside both figures, and what all may weigh together.
const SHARE: f64 = 0.5;
const CAP: f64 = 5.0;
/// That nothing else stands around them.
const ALIKE: f64 = 2.0;
const SAME_HEAD: f64 = 1.0;
const OTHER_HEAD: f64 = -1.5;
/// Each other figure that both sentences give alike, and at the most.
const SAME_FIGURE: f64 = 0.8;
const SAME_FIGURES: f64 = 1.6;
/// A sentence of more figures than this is a row of them.
const ROW: usize = 24;
/// Pairs below this are not kept.
const THRESHOLD: f64 = 1.5;
/// How far the best partner must be ahead of the next one.
const AHEAD: f64 = 0.4;
/// How many of the shared words a reason names.
const NAMED: usize = 4;

/// A mention of one document of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionRef {
    pub document: usize,
    pub mention: usize,
}

/// Two figures at the same place, and why we think so.
#[derive(Debug)]
pub struct Counterparts {
    pub a: MentionRef,
    pub b: MentionRef,
    pub evidence: Evidence,
}

pub fn counterparts(ledgers: &[Ledger], stories: &Stories, rarity: &Rarity, blocks: &mut Blocks) -> Vec<Counterparts> {
    let peers = ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Peer);
    // A text alone has no counterpart.
    if peers.clone().count() < 2 {
        return Vec::new();
    }
    let all: Vec<Figure> = peers.flat_map(|(document, ledger)| figures(document, ledger)).collect();
    let beside = sentences(&all);
    let mut apart: BTreeMap<_, Option<Addend>> = BTreeMap::new();
    let mut pairs: Vec<(usize, usize, Weighed)> = Vec::new();
    for (a, b) in candidates(&all, blocks) {
        let (Some(x), Some(y)) = (all.get(a), all.get(b)) else { continue };
        if !stories.related(x.document, y.document) {
            continue;
        }
        // A bare number is of what it counts or ranks.
        if matches!(x.kind, Kind::Number | Kind::Ordinal) && (x.head.is_none() || x.head != y.head) {
            continue;
        }
        if x.kind == Kind::Age && (x.whose.is_none() || x.whose != y.whose) {
            continue;
        }
        let mut weighed = weigh(&all, &beside, rarity, (a, x), (b, y));
        if weighed.total() >= THRESHOLD {
            let key = ((x.document, x.sentence), (y.document, y.sentence));
            let held = || strangers((x.ledger, x.sentence), (y.ledger, y.sentence));
            weighed.strangers = apart.entry(key).or_insert_with(held).clone();
        }
        if weighed.total() >= THRESHOLD {
            pairs.push((a, b, weighed));
        }
    }
    best(&all, pairs)
}

/// Pairs of figures of different documents that share a word which is close to both and beside few.
fn candidates(all: &[Figure], thin: &mut Blocks) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<(Stem, Kind), Vec<usize>> = BTreeMap::new();
    for (index, figure) in all.iter().enumerate() {
        let close = figure.around.iter().filter(|(_, closeness)| *closeness >= CLOSE);
        close.for_each(|(stem, _)| blocks.entry((*stem, figure.kind)).or_default().push(index));
    }
    let mut pairs = BTreeSet::new();
    let words = |index: usize| all.get(index).and_then(Figure::words);
    for block in blocks.values() {
        let block = thin.thinned(block, BLOCK, words);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                let (Some(x), Some(y)) = (all.get(*a), all.get(*b)) else { continue };
                if x.document != y.document && x.meets(y) {
                    pairs.insert((*a, *b));
                }
            }
        }
    }
    pairs
}

/// The figures of each sentence.
fn sentences(all: &[Figure]) -> BTreeMap<(usize, usize), Vec<usize>> {
    let mut found: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (index, figure) in all.iter().enumerate() {
        found.entry((figure.document, figure.sentence)).or_default().push(index);
    }
    found
}

/// What speaks for and against two figures, before it is put into words: most pairs are not kept.
struct Weighed {
    head: f64,
    /// The words beside both, the weightiest first.
    shared: Vec<Stem>,
    words: f64,
    /// Which part of what stands around them is the same.
    part: f64,
    figures: f64,
    strangers: Option<Addend>,
}

impl Weighed {
    fn total(&self) -> f64 {
        let strangers = self.strangers.as_ref().map_or(0.0, |s| s.weight);
        self.head + self.words + ALIKE * self.part + self.figures + strangers
    }

    fn evidence(&self, x: &Figure) -> Evidence {
        let mut evidence = Evidence::default();
        if self.head > 0.0 {
            evidence.add(self.head, "both are of the same thing");
        } else if self.head < 0.0 {
            evidence.add(self.head, "they are of different things");
        }
        if self.words > 0.0 {
            evidence.add(self.words, format!("both stand beside {}", x.spell(&self.shared)));
            let part = format!("{:.0} % of what stands around them is the same", self.part * 100.0);
            evidence.add(ALIKE * self.part, part);
        }
        if self.figures > 0.0 {
            evidence.add(self.figures, "both sentences give another figure alike");
        }
        evidence.addends.extend(self.strangers.clone());
        evidence
    }
}

fn weigh(
    all: &[Figure],
    beside: &BTreeMap<(usize, usize), Vec<usize>>,
    rarity: &Rarity,
    (a, x): (usize, &Figure),
    (b, y): (usize, &Figure),
) -> Weighed {
    let head = match (x.head, y.head) {
        (Some(one), Some(other)) if one == other => SAME_HEAD,
        (Some(one), Some(other)) if !x.stands_beside(other) && !y.stands_beside(one) => OTHER_HEAD,
        _ => 0.0,
    };
    let mut shared: Vec<(f64, Stem)> = Vec::new();
    for (stem, closeness) in &x.around {
        let Ok(at) = y.around.binary_search_by(|(other, _)| other.cmp(stem)) else { continue };
        let near = y.around.get(at).map_or(0.0, |(_, other)| closeness.min(*other));
        shared.push((rarity.information(*stem) * near * SHARE, *stem));
    }
    let told: f64 = shared.iter().map(|(weight, _)| weight).sum();
    shared.sort_by(|p, q| q.0.total_cmp(&p.0).then(p.1.cmp(&q.1)));
    let around = |f: &Figure| f.around.iter().map(|(s, near)| rarity.information(*s) * near * SHARE).sum::<f64>();
    let part = if told > 0.0 { told / (around(x) + around(y) - told).max(told) } else { 0.0 };
    let figures = |f: &Figure| beside.get(&(f.document, f.sentence)).map_or(&[][..], Vec::as_slice);
    let (own, others) = (figures(x), figures(y));
    // Of a long row of figures some are alike by chance.
    let same = if own.len().max(others.len()) > ROW {
        0
    } else {
        let alike = |i: &&usize| **i != a && others.iter().any(|o| *o != b && agree(all.get(**i), all.get(*o)));
        own.iter().filter(alike).count()
    };
    Weighed {
        head,
        shared: shared.into_iter().take(NAMED).map(|(_, stem)| stem).collect(),
        words: told.min(CAP),
        part,
        figures: (SAME_FIGURE * same as f64).min(SAME_FIGURES),
        strangers: None,
    }
}

fn agree(a: Option<&Figure>, b: Option<&Figure>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return false };
    a.kind == b.kind
        && match (&a.reading, &b.reading) {
            (Reading::Amount(x), Reading::Amount(y)) => matches!(amounts(x, y), Verdict::Agree | Verdict::Refines),
            (Reading::Date(x), Reading::Date(y)) => x == y,
            (Reading::Month { year: p, month: m }, Reading::Month { year: q, month: n }) => {
                m == n && (p == q || p.is_none() || q.is_none())
            }
            (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
                (m, d) == (n, e) && (p == q || p.is_none() || q.is_none())
            }
            (Reading::Clock(x), Reading::Clock(y)) => x == y,
            _ => false,
        }
}

/// Of several partners in one other document the best one only, where both think so and no other comes near it.
fn best(all: &[Figure], pairs: Vec<(usize, usize, Weighed)>) -> Vec<Counterparts> {
    let document = |index: usize| all.get(index).map(|f| f.document).unwrap_or_default();
    // Of each figure in each other document: the best weight and the next one.
    let mut ranks: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
    for (a, b, weighed) in &pairs {
        for key in [(*a, document(*b)), (*b, document(*a))] {
            let (first, second) = ranks.entry(key).or_insert((f64::MIN, f64::MIN));
            let weight = weighed.total();
            if weight > *first {
                (*first, *second) = (weight, *first);
            } else if weight > *second {
                *second = weight;
            }
        }
    }
    let leads = |index: usize, other: usize, weight: f64| {
        ranks.get(&(index, document(other))).is_some_and(|(first, second)| weight >= *first && weight >= second + AHEAD)
    };
    let reference = |index: usize| {
        all.get(index)
            .map_or(MentionRef { document: 0, mention: 0 }, |f| MentionRef { document: f.document, mention: f.mention })
    };
    let mut found: Vec<Counterparts> = pairs
        .into_iter()
        .filter(|(a, b, weighed)| leads(*a, *b, weighed.total()) && leads(*b, *a, weighed.total()))
        .filter_map(|(a, b, weighed)| {
            Some(Counterparts { a: reference(a), b: reference(b), evidence: weighed.evidence(all.get(a)?) })
        })
        .collect();
    found.sort_by_key(|c| (c.a, c.b));
    found
}
