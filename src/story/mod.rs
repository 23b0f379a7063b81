//! Which documents tell of one thing. `relation` judges two documents from what stands in
//! these two and from a table of how common words are in English, never from the run. Two that are
//! nearly related are so where a third one surely is to both: two reports of one event may share
//! few names, and both share many with a longer one. A document that is related to neither changes
//! nothing, and one that tells of two things joins no two that are not nearly related by themselves.
//!
//! A story is a connected part of these relations. Documents of different stories are not held
//! against each other.

mod background;
mod bundle;
mod known;
mod marks;
mod relation;
mod topic;
mod translations;
mod weights;

pub use background::{Kind as BackgroundKind, key as background_key};
pub use bundle::{are_apart, is_change_list};
pub use known::Known;
pub use marks::{Marks, is_rare_name, name_information, word_information};
pub use relation::{FEATURES, Features, features, log2, score};
use relation::{Relation, relation};
pub use topic::Topic;
pub use translations::translations;

use crate::claim::Ledger;
use crate::document::Role;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A mark that this many documents of the run share finds no pairs of its own: what they have in common is
/// a site's name, not a story. Reaching it is said (`Stories::crowded`).
const CROWD: usize = 400;
/// Two documents that share this many of their foremost marks are weighed against each other.
const IN_COMMON: usize = 2;
/// A text of fewer tokens has too few marks to share two.
const SHORT: usize = 60;

/// The documents of a run by what they tell of.
#[derive(Debug, Default)]
pub struct Stories {
    /// Indices of documents; each list sorted, the lists by their first.
    pub parts: Vec<Vec<usize>>,
    related: BTreeSet<(usize, usize)>,
    /// By document, those after it that are related, in order: made when somebody asks, for everybody asks often.
    beside: OnceLock<Vec<Vec<usize>>>,
    /// How many marks stand in so many documents that they were passed over.
    pub crowded: usize,
}

impl Stories {
    pub fn of(ledgers: &[Ledger]) -> Stories {
        if ledgers.len() < 2 {
            return Stories::apart(ledgers.len());
        }
        let marks: Vec<Marks> = ledgers.par_iter().map(Marks::of).collect();
        Stories::of_marks(&marks, |index| ledgers.get(index).map(|l| (l.document.role, l.document.path.as_str())))
    }

    /// The same where nothing is held of the documents but their marks; `known` gives a document's role and path.
    pub fn of_marks<'a>(marks: &[Marks], known: impl Fn(usize) -> Option<(Role, &'a str)> + Sync) -> Stories {
        Stories::of_pairs(marks, known, Pairs::default()).0
    }

    /// The same where some pairs were weighed before; with all that are related in any way, and the crowds.
    fn of_pairs<'a>(
        marks: &[Marks],
        known: impl Fn(usize) -> Option<(Role, &'a str)> + Sync,
        before: Pairs,
    ) -> (Stories, Vec<Weighed>, BTreeSet<u32>) {
        let documents = marks.len();
        let role = |index: usize| known(index).map(|(role, _)| role);
        let path = |index: usize| known(index).map(|(_, path)| path);
        let (candidates, mut weighed) = Candidates::of(marks, before);
        let declared = |a: usize, b: usize| role(a) != role(b);
        let weigh = |(a, b): (usize, usize)| {
            let are_apart = path(a).zip(path(b)).is_some_and(|(a, b)| bundle::are_apart(a, b));
            let (one, other) = marks.get(a).zip(marks.get(b)).filter(|_| !are_apart)?;
            Some(((a, b), relation(one, other)?))
        };
        let found =
            (0..documents).into_par_iter().flat_map_iter(|i| candidates.beside(i).into_iter().filter_map(weigh));
        weighed.par_extend(found);
        let crowds = candidates.crowds;
        let mut joined = bridged(&weighed);
        // A draft and its sources are about one thing by declaration.
        let drafts = (0..documents).filter(|i| role(*i) == Some(Role::Draft));
        let declared = &declared;
        joined.extend(
            drafts.flat_map(|a| (0..documents).filter(move |b| declared(a, *b)).map(move |b| (a.min(b), a.max(b)))),
        );
        let parts = parts(documents, &joined);
        (Stories { parts, related: joined, crowded: crowds.len(), ..Stories::default() }, weighed, crowds)
    }

    /// All documents as one story: versions of one text.
    pub fn one(documents: usize) -> Stories {
        let related = (0..documents).flat_map(|a| (a + 1..documents).map(move |b| (a, b))).collect();
        Stories { parts: vec![(0..documents).collect()], related, ..Stories::default() }
    }

    /// Each document for itself.
    pub fn apart(documents: usize) -> Stories {
        Stories { parts: (0..documents).map(|i| vec![i]).collect(), ..Stories::default() }
    }

    /// Takes over what another reading tells of one document.
    pub fn join(&mut self, other: Stories, document: usize) {
        self.related.extend(other.related.into_iter().filter(|(a, b)| *a == document || *b == document));
        self.parts = parts(self.parts.iter().map(Vec::len).sum(), &self.related);
        self.beside = OnceLock::new();
    }

    /// The documents story by story, each with its own relations: they are put in that order where they are, for of many
    /// there is no room to have them twice. Their order within a story stays.
    pub fn split(self, mut ledgers: &mut [Ledger]) -> Vec<(&mut [Ledger], Stories)> {
        let mut seats = vec![(0, 0); ledgers.len()];
        for (part, documents) in self.parts.iter().enumerate() {
            for (seat, document) in documents.iter().enumerate() {
                if let Some(at) = seats.get_mut(*document) {
                    *at = (part, seat);
                }
            }
        }
        // By document, where it goes.
        let mut places = vec![0; ledgers.len()];
        for (place, document) in self.parts.iter().flatten().enumerate() {
            places.get_mut(*document).into_iter().for_each(|at| *at = place);
        }
        for at in 0..ledgers.len() {
            while let Some(place) = places.get(at).copied().filter(|place| *place != at) {
                ledgers.swap(at, place);
                places.swap(at, place);
            }
        }
        let mut found: Vec<(&mut [Ledger], Stories)> = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let (own, others) = std::mem::take(&mut ledgers).split_at_mut(part.len());
            found.push((own, Stories::default()));
            ledgers = others;
        }
        for (a, b) in self.related {
            let (Some((part, a)), Some((_, b))) = (seats.get(a), seats.get(b)) else { continue };
            if let Some((_, stories)) = found.get_mut(*part) {
                stories.related.insert((*a, *b));
            }
        }
        for (ledgers, stories) in &mut found {
            stories.parts = vec![(0..ledgers.len()).collect()];
        }
        found
    }

    /// The pairs that do, in order.
    pub fn relations(&self) -> impl Iterator<Item = (usize, usize)> {
        self.related.iter().copied()
    }

    /// Do the two tell of one thing?
    pub fn related(&self, a: usize, b: usize) -> bool {
        let beside = || {
            let mut beside: Vec<Vec<usize>> = Vec::new();
            for (a, b) in &self.related {
                beside.resize_with(beside.len().max(a + 1), Vec::new);
                beside.last_mut().into_iter().for_each(|beside| beside.push(*b));
            }
            beside
        };
        let behind = || self.beside.get_or_init(beside).get(a.min(b));
        a == b || behind().is_some_and(|behind| behind.binary_search(&a.max(b)).is_ok())
    }
}

/// Pairs that were weighed before.
#[derive(Default)]
struct Pairs {
    known: Vec<Weighed>,
    /// The crowds of that time: with others, other pairs are weighed.
    crowds: BTreeSet<u32>,
    /// By document, was none of its pairs weighed? None: nothing is known.
    fresh: Vec<bool>,
}

/// Two documents that are related in some way.
type Weighed = ((usize, usize), Relation);

/// Finds the pairs of documents that have some of their foremost marks in common and were not weighed before. Of many
/// documents there are so many that they are never held all at once.
struct Candidates<'a> {
    marks: &'a [Marks],
    /// The foremost marks with the documents that have them, sorted.
    index: Vec<(u32, u32)>,
    crowds: BTreeSet<u32>,
    fresh: Vec<bool>,
}

impl<'a> Candidates<'a> {
    /// With the pairs that were weighed before and still count.
    fn of(marks: &'a [Marks], before: Pairs) -> (Candidates<'a>, Vec<Weighed>) {
        // Of many documents it is long, so it gets no more room than it needs.
        let mut index: Vec<(u32, u32)> = Vec::with_capacity(marks.iter().map(|marks| marks.foremost().len()).sum());
        for (document, marks) in (0_u32..).zip(marks) {
            index.extend(marks.foremost().iter().map(|key| (*key, document)));
        }
        index.sort_unstable();
        let same = index.chunk_by(|(a, _), (b, _)| a == b);
        let crowded = same.filter(|with| with.len() > CROWD).filter_map(|with| with.first());
        let crowds: BTreeSet<u32> = crowded.map(|(key, _)| *key).collect();
        let Pairs { known, fresh, .. } = if before.crowds == crowds { before } else { Pairs::default() };
        (Candidates { marks, index, crowds, fresh }, known)
    }

    fn is_fresh(&self, document: usize) -> bool {
        self.fresh.get(document) != Some(&false)
    }

    /// Those of one document, in order.
    fn beside(&self, document: usize) -> Vec<(usize, usize)> {
        let Some(own) = self.marks.get(document).filter(|_| self.is_fresh(document)) else { return Vec::new() };
        let mut shared: Vec<u32> = Vec::with_capacity(own.foremost().len());
        for key in own.foremost().iter().filter(|key| !self.crowds.contains(key)) {
            let from = self.index.partition_point(|(other, _)| other < key);
            let with = self.index.iter().skip(from).take_while(|(other, _)| other == key);
            // Of two that are fresh the first finds the other.
            let found = |other: &u32| {
                let other = *other as usize;
                other > document || other < document && !self.is_fresh(other)
            };
            shared.extend(with.map(|(_, other)| *other).filter(found));
        }
        shared.sort_unstable();
        let short = |index: usize| self.marks.get(index).is_some_and(|m| m.tokens < SHORT);
        let pair = |same: &[u32]| {
            let other = *same.first()? as usize;
            let enough = same.len() >= IN_COMMON || short(document) || short(other);
            enough.then_some((document.min(other), document.max(other)))
        };
        shared.chunk_by(|a, b| a == b).filter_map(pair).collect()
    }
}

/// The pairs that are related, and those that are nearly so where a third document is surely related to both.
fn bridged(weighed: &[((usize, usize), Relation)]) -> BTreeSet<(usize, usize)> {
    let of = |wanted: Relation| weighed.iter().filter(move |(_, relation)| *relation >= wanted).map(|(pair, _)| *pair);
    let mut beside: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (a, b) in of(Relation::Sure) {
        beside.entry(a).or_default().insert(b);
        beside.entry(b).or_default().insert(a);
    }
    let has_bridge = |(a, b): &(usize, usize)| {
        let ends = beside.get(a).zip(beside.get(b));
        ends.is_some_and(|(of_a, of_b)| of_a.intersection(of_b).next().is_some())
    };
    let nearly = of(Relation::Nearly).filter(has_bridge);
    of(Relation::Likely).chain(nearly).collect()
}

/// The connected parts.
fn parts(documents: usize, joined: &BTreeSet<(usize, usize)>) -> Vec<Vec<usize>> {
    let mut leader: Vec<usize> = (0..documents).collect();
    for (a, b) in joined {
        let (a, b) = (top(&mut leader, *a), top(&mut leader, *b));
        if let Some(up) = leader.get_mut(a.max(b)) {
            *up = a.min(b);
        }
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for document in 0..documents {
        found.entry(top(&mut leader, document)).or_default().push(document);
    }
    found.into_values().collect()
}

/// The smallest document of the part, with the way to it made short.
fn top(leader: &mut [usize], of: usize) -> usize {
    let mut at = of;
    while let Some(up) = leader.get(at).copied().filter(|up| *up != at) {
        at = up;
    }
    if let Some(up) = leader.get_mut(of) {
        *up = at;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_surely_related_to_both_joins_two_that_nearly_are() {
        let (near, sure) = (((0, 1), Relation::Nearly), |a, b| ((a, b), Relation::Sure));
        assert_eq!(bridged(&[near, sure(0, 2), sure(1, 2)]), [(0, 1), (0, 2), (1, 2)].into());
        // One that is only likely to tell of it, two that are related to one each, and none at all.
        assert_eq!(bridged(&[near, sure(0, 2), ((1, 2), Relation::Likely)]), [(0, 2), (1, 2)].into());
        assert_eq!(bridged(&[near, sure(0, 2), sure(1, 3)]), [(0, 2), (1, 3)].into());
        assert_eq!(bridged(&[near]), BTreeSet::new());
        // Two that are not even nearly related stay apart.
        assert_eq!(bridged(&[sure(0, 2), sure(1, 2)]), [(0, 2), (1, 2)].into());
    }
}
