//! What a new version of documents says otherwise than the old one: the facts that it
//! adds, drops or alters. Moves and rewordings that leave the facts alone say nothing.
//!
//! Documents are paired by name or likeness, sentences by their words, and facts (times,
//! amounts, lists, quotations, names) first where they say the same, then where one
//! took the other's place. What stands anywhere in the other version is neither new nor gone.

mod altered;
mod documents;
mod facts;
mod names;
mod pairing;
mod phrase;
mod seat;
mod sentences;
mod topic;
mod wording;

pub use facts::FactKind;

use crate::claim::Ledger;
use crate::text::Span;

/// A document of one version.
#[derive(Debug)]
pub struct Version {
    /// Pairs it with the document of the same key in the other version.
    pub key: String,
    /// Its own name inside its version.
    pub name: String,
    pub ledger: Ledger,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    Added,
    Dropped,
    Altered,
}

impl Nature {
    pub fn name(self) -> &'static str {
        match self {
            Nature::Added => "added",
            Nature::Dropped => "dropped",
            Nature::Altered => "altered",
        }
    }
}

/// How a new value that does not contradict the old one stands to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exactness {
    /// "July 2025" → "July 31, 2025".
    Finer,
    Looser,
}

impl Exactness {
    pub fn name(self) -> &'static str {
        match self {
            Exactness::Finer => "more exact",
            Exactness::Looser => "less exact",
        }
    }
}

/// A fact that differs between the versions.
#[derive(Debug, Clone)]
pub struct Change {
    pub nature: Nature,
    pub kind: FactKind,
    /// What the fact is about: "date of the statement".
    pub about: String,
    /// The whole claim in each version that has it.
    pub old: Option<Span>,
    pub new: Option<Span>,
    /// The words that differ: values, the members of lists, the words of quotations.
    pub before: Vec<Span>,
    pub after: Vec<Span>,
    /// Set where both values can be true.
    pub exactness: Option<Exactness>,
}

/// A document's two versions, as indices into `Changes::ledgers`, and what differs.
#[derive(Debug)]
pub struct Pair {
    pub old: Option<usize>,
    pub new: Option<usize>,
    /// Its name in the old version, if that was another.
    pub renamed_from: Option<String>,
    pub changes: Vec<Change>,
}

#[derive(Debug)]
pub struct Changes {
    pub ledgers: Vec<Ledger>,
    /// By the new document's path, those that are gone by the old one's.
    pub pairs: Vec<Pair>,
}

impl Changes {
    pub fn all(&self) -> impl Iterator<Item = &Change> {
        self.pairs.iter().flat_map(|pair| &pair.changes)
    }

    pub fn count(&self, nature: Nature) -> usize {
        self.all().filter(|change| change.nature == nature).count()
    }
}

/// The order in which the versions' documents come is of no matter.
pub fn changes(old: Vec<Version>, new: Vec<Version>) -> Changes {
    let (ledgers, mut pairs) = documents::paired(old, new);
    let sides: Vec<_> = pairs.iter().map(|pair| (pair.old, pair.new)).collect();
    for (pair, changes) in pairs.iter_mut().zip(pairing::changes(&ledgers, &sides)) {
        pair.changes = changes;
    }
    Changes { ledgers, pairs }
}
