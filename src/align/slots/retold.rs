//! Two texts that tell the same, each in its own words: what of one kind the one gives and the other does not is of one
//! thing, however differently it is put ("the well goes 57 metres deep", "water was met 75 metres below").

use super::Slots;
use super::value::{agree, are_near, exchange_digits};
use crate::align::figures::{Figure, Kind};
use crate::claim::{Ledger, Stem};
use crate::document::Role;
use crate::story::{Stories, name_information, word_information};
use std::collections::BTreeSet;

/// Thousandths of what a text tells that the other has to tell as well, both ways.
const MOST: u64 = 500;
/// Where so many texts tell of one event, words find enough.
const CROWD: usize = 24;
/// A text with more figures is no short report, and of its figures many lack their like.
const FIGURES: usize = 60;

/// Of so many figures of the text with fewer the other gives one at least.
const COMMON: usize = 3;

/// So many pairs of one kind are few.
const FEW: usize = 30;

/// Pairs of figures that are left over.
pub fn left_over(slots: &Slots, ledgers: &[Ledger], stories: &Stories) -> BTreeSet<(usize, usize)> {
    let related = crowds(ledgers.len(), stories);
    let in_crowd = |document: usize| related.get(document).is_none_or(|count| *count > CROWD);
    let mut found = BTreeSet::new();
    for (a, b) in stories.relations().filter(|(a, b)| !in_crowd(*a) && !in_crowd(*b)) {
        let (Some(x), Some(y)) = (ledgers.get(a), ledgers.get(b)) else { continue };
        let (own, others) = (slots.of_document(a), slots.of_document(b));
        let on_one_side = x.document.role == y.document.role && x.document.role != Role::Peer;
        if on_one_side || own.len().max(others.len()) > FIGURES || !tell_the_same(x, y) {
            continue;
        }
        let figures = |indices: &[usize]| -> Vec<(usize, &Figure)> {
            indices.iter().filter_map(|i| Some((*i, slots.figures.get(*i)?))).collect()
        };
        let (own, others) = (figures(own), figures(others));
        let settled = |f: &Figure, among: &[(usize, &Figure)]| {
            among.iter().any(|(_, o)| f.meets(o) && agree(&f.reading, &o.reading))
        };
        let left = |of: &[(usize, &Figure)], among: &[(usize, &Figure)]| -> Vec<(usize, Kind)> {
            of.iter().filter(|(_, f)| !settled(f, among)).map(|(i, f)| (*i, f.kind)).collect()
        };
        let (left_own, left_others) = (left(&own, &others), left(&others, &own));
        // Texts that have few figures in common may tell of two things of one kind, or each of things of its own.
        let in_common = |own: &[(usize, &Figure)], left: &[(usize, Kind)]| own.len().saturating_sub(left.len());
        let shared = in_common(&own, &left_own).min(in_common(&others, &left_others));
        if shared == 0 || shared.saturating_mul(COMMON) < own.len().min(others.len()) {
            continue;
        }
        found.extend(slots.alone(&left_own, &left_others));
    }
    found
}

/// Pairs of figures of kinds of which both texts give few: there are not many that one could be of, whatever the words.
pub fn few(slots: &Slots, ledgers: &[Ledger], stories: &Stories) -> BTreeSet<(usize, usize)> {
    let related = crowds(ledgers.len(), stories);
    let in_crowd = |document: usize| related.get(document).is_none_or(|count| *count > CROWD);
    let mut found = BTreeSet::new();
    for (a, b) in stories.relations().filter(|(a, b)| !in_crowd(*a) && !in_crowd(*b)) {
        let (Some(x), Some(y)) = (ledgers.get(a), ledgers.get(b)) else { continue };
        if x.document.role != Role::Peer || y.document.role != Role::Peer {
            continue;
        }
        for kind in
            [Kind::Number, Kind::Money, Kind::Percent, Kind::Measure, Kind::Often, Kind::Clock, Kind::Day, Kind::Age]
        {
            let (own, others) = (slots.of_kind(a, kind), slots.of_kind(b, kind));
            if own.len().saturating_mul(others.len()) > FEW {
                continue;
            }
            for i in own {
                let meets =
                    |j: &&usize| slots.figures.get(*i).zip(slots.figures.get(**j)).is_some_and(|(x, y)| x.meets(y));
                found.extend(others.iter().filter(meets).map(|j| (*i.min(j), *i.max(j))));
            }
        }
    }
    found
}

/// How many documents each is related to.
fn crowds(documents: usize, stories: &Stories) -> Vec<usize> {
    let mut related: Vec<usize> = vec![0; documents];
    for document in stories.relations().flat_map(|(a, b)| [a, b]) {
        if let Some(count) = related.get_mut(document) {
            *count = count.saturating_add(1);
        }
    }
    related
}

/// Does each tell most of what the other does?
fn tell_the_same(a: &Ledger, b: &Ledger) -> bool {
    let share = |own: &[Stem], others: &[Stem], worth: fn(Stem) -> u32| {
        let (mut told, mut all) = (0, 0);
        for stem in own {
            let worth = u64::from(worth(*stem));
            all += worth;
            told += if others.binary_search(stem).is_ok() { worth } else { 0 };
        }
        (told, all)
    };
    let most = |a: &Ledger, b: &Ledger| {
        let words = share(a.words_used(), b.words_used(), word_information);
        let names = share(a.names(), b.names(), name_information);
        (words.0 + names.0) * 1000 >= MOST * (words.1 + names.1).max(1)
    };
    most(a, b) && most(b, a)
}

impl Slots<'_> {
    /// Of what is left of two texts: two figures that could be of one thing, each with no other such partner.
    fn alone(&self, own: &[(usize, Kind)], others: &[(usize, Kind)]) -> Vec<(usize, usize)> {
        let partners = |of: usize, among: &[(usize, Kind)]| -> Vec<usize> {
            let Some(figure) = self.figures.get(of) else { return Vec::new() };
            let alike = |i: &usize| self.figures.get(*i).is_some_and(|other| figure.meets(other));
            among.iter().map(|(i, _)| *i).filter(alike).collect()
        };
        let mut found = Vec::new();
        for (of, kind) in own {
            // Reports are of several weekdays, rank several things, and tell how long many a thing lasts.
            let lasts = self.figures.get(*of).is_some_and(Figure::is_length_of_time);
            if lasts || matches!(kind, Kind::Weekday | Kind::Ordinal | Kind::Version) {
                continue;
            }
            let [other] = partners(*of, others)[..] else { continue };
            // A bare number is told by what it counts, and so are all other figures by their unit.
            let untold = |x: &Figure, y: &Figure| (x.head.is_none() || y.head.is_none()) && exchange_digits(x, y);
            let counted = |x: &Figure, y: &Figure| x.kind != Kind::Number || x.head == y.head || untold(x, y);
            let ends = self.figures.get(*of).zip(self.figures.get(other));
            let near = ends.is_some_and(|(x, y)| are_near(x, y) && counted(x, y));
            if near && partners(other, own) == [*of] {
                found.push((*of, other));
            }
        }
        found
    }

    /// The figures of a kind of a document.
    fn of_kind(&self, document: usize, kind: Kind) -> &[usize] {
        self.of_kind.get(&(document, kind)).map_or(&[], Vec::as_slice)
    }

    /// The figures of a document.
    fn of_document(&self, document: usize) -> &[usize] {
        self.of_document.get(document).map_or(&[], Vec::as_slice)
    }
}
