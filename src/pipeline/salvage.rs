//! What is left of a piece of work that panics: the documents that make it panic are found, one or two of many,
//! and it is done for the others. A fault in one document, or between two, costs what it would have said of those.

use super::net::caught;
use crate::claim::Ledger;
use crate::document::{Document, Format};
use std::collections::BTreeSet;

/// More faults of one piece of work than this, and what is left of it is given up.
const MOST_FAULTS: usize = 8;

/// What comes of work over documents.
pub trait Yield: Default {
    /// Takes over what `other` says of this document.
    fn take_over(&mut self, other: Self, document: usize);
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Those that only together make the work panic. None, where it panics whatever they are, or all too often.
    pub documents: Vec<usize>,
    /// What the panic said.
    pub what: String,
}

/// Does the work, and where it panics as much of it as can be done.
pub fn salvage<T: Yield>(ledgers: &mut [Ledger], work: &dyn Fn(&[Ledger]) -> T) -> (T, Vec<Fault>) {
    match caught(|| work(ledgers)) {
        Ok(done) => (done, Vec::new()),
        Err(what) => wreck(ledgers, work, what),
    }
}

/// The same of work that is known to panic, and what that said.
pub fn wreck<T: Yield>(ledgers: &mut [Ledger], work: &dyn Fn(&[Ledger]) -> T, what: String) -> (T, Vec<Fault>) {
    let all: BTreeSet<usize> = (0..ledgers.len()).collect();
    let mut wreck = Wreck { blanks: ledgers.iter().map(blank).collect(), ledgers, work, faults: Vec::new() };
    let left = wreck.without_culprits(&all, what);
    (left, wreck.faults)
}

/// A document of the same name that says nothing: the others keep their numbers.
fn blank(ledger: &Ledger) -> Ledger {
    let Document { path, role, .. } = &ledger.document;
    Ledger::new(Document::read(path, *role, Format::Text, Vec::new()), Vec::new())
}

struct Wreck<'a, T> {
    ledgers: &'a mut [Ledger],
    blanks: Vec<Ledger>,
    work: &'a dyn Fn(&[Ledger]) -> T,
    faults: Vec<Fault>,
}

impl<T: Yield> Wreck<'_, T> {
    /// The work over these documents alone.
    fn of(&mut self, kept: &BTreeSet<usize>) -> Result<T, String> {
        self.change_places(kept);
        let done = caught(|| (self.work)(self.ledgers));
        self.change_places(kept);
        done
    }

    /// Puts blanks in the place of all others; done again, it puts those back.
    fn change_places(&mut self, kept: &BTreeSet<usize>) {
        for (index, (ledger, blank)) in self.ledgers.iter_mut().zip(&mut self.blanks).enumerate() {
            if !kept.contains(&index) {
                std::mem::swap(ledger, blank);
            }
        }
    }

    fn rest(&mut self, kept: &BTreeSet<usize>) -> T {
        match self.of(kept) {
            Ok(done) => done,
            Err(what) => self.without_culprits(kept, what),
        }
    }

    /// What is left of the work over documents that make it panic.
    fn without_culprits(&mut self, kept: &BTreeSet<usize>, what: String) -> T {
        let culprits = if self.faults.len() < MOST_FAULTS { self.culprits(kept) } else { Vec::new() };
        let fault = Fault { documents: culprits.clone(), what };
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
        let without = |document: &usize| kept.iter().copied().filter(|d| d != document).collect::<BTreeSet<_>>();
        match culprits.as_slice() {
            [] => T::default(),
            [one] => self.rest(&without(one)),
            // Each of them is held against all but the other.
            [first, .., last] => {
                let mut done = self.rest(&without(last));
                let more = self.rest(&without(first));
                done.take_over(more, *last);
                done
            }
        }
    }

    /// The fewest documents that make the work panic, found by halving.
    fn culprits(&mut self, kept: &BTreeSet<usize>) -> Vec<usize> {
        let mut others: Vec<usize> = kept.iter().copied().collect();
        let mut needed: BTreeSet<usize> = BTreeSet::new();
        while self.of(&needed).is_ok() {
            // With none of the others it does not panic, with all of them it does.
            let (mut too_few, mut enough) = (0, others.len());
            while enough - too_few > 1 {
                let half = usize::midpoint(too_few, enough);
                let tried = needed.iter().chain(others.iter().take(half)).copied().collect();
                if self.of(&tried).is_ok() { too_few = half } else { enough = half }
            }
            let Some(one) = others.get(too_few).copied() else { break };
            needed.insert(one);
            others.truncate(too_few);
        }
        needed.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    #[derive(Debug, Default, PartialEq)]
    struct Pairs(BTreeSet<(usize, usize)>);

    impl Yield for Pairs {
        fn take_over(&mut self, other: Pairs, document: usize) {
            self.0.extend(other.0.into_iter().filter(|(a, b)| *a == document || *b == document));
        }
    }

    fn ledgers(words: &[&str]) -> Vec<Ledger> {
        let read = |(index, text): (usize, &&str)| {
            let document = Document::read(&format!("{index}.txt"), Role::Peer, Format::Text, text.as_bytes().to_vec());
            Ledger::new(document, Vec::new())
        };
        words.iter().enumerate().map(read).collect()
    }

    /// All pairs of documents with words; it panics where a 'bad' document is, and where 'salt' meets 'sugar'.
    fn pairs(ledgers: &[Ledger]) -> Pairs {
        let told = |i: usize| ledgers[i].document.text.trim();
        let mut found = BTreeSet::new();
        for a in 0..ledgers.len() {
            assert!(told(a) != "bad", "bad");
            for b in a..ledgers.len() {
                assert!((told(a), told(b)) != ("salt", "sugar"), "mixed");
                if !told(a).is_empty() && !told(b).is_empty() {
                    found.insert((a, b));
                }
            }
        }
        Pairs(found)
    }

    #[test]
    fn only_what_panics_is_lost() {
        let mut all = ledgers(&["one", "salt", "two", "bad", "sugar", "three", "bad"]);
        let (left, faults) = salvage(&mut all, &pairs);
        let documents: Vec<&[usize]> = faults.iter().map(|f| f.documents.as_slice()).collect();
        assert_eq!(documents, [&[3][..], &[1, 4], &[6]]);
        let due = |a: usize, b: usize| a <= b && ![a, b].iter().any(|d| [3, 6].contains(d)) && (a, b) != (1, 4);
        let due = (0..7).flat_map(|a| (0..7).map(move |b| (a, b))).filter(|(a, b)| due(*a, *b)).collect();
        assert_eq!(left, Pairs(due));
        assert_eq!(all[4].document.text.trim(), "sugar");
    }

    #[test]
    fn work_that_always_panics_ends() {
        let mut all = ledgers(&["one", "two"]);
        let (left, faults) = salvage(&mut all, &|_| -> Pairs { panic!("always") });
        assert_eq!(left, Pairs::default());
        assert_eq!(faults, [Fault { documents: Vec::new(), what: faults[0].what.clone() }]);
        let mut all = ledgers(&["bad"; 20]);
        let (_, faults) = salvage(&mut all, &pairs);
        assert_eq!(faults.len(), MOST_FAULTS + 1);
        assert!(faults[MOST_FAULTS].documents.is_empty());
    }
}
