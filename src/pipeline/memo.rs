//! What was found of stories before. Somebody who asks again after a change of one document (an editor, with every
//! keystroke) is told of the stories that it is not in what was told before: a story's findings hang on nothing else.
//! Which documents tell of one thing is found from those that changed, too.

use super::run::Said;
use crate::claim::Ledger;
use crate::document::Role;
use crate::rules::Outcome;
use crate::story::{Known, Stories};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Each document of a story by its number and role, and which of them are related.
pub type Key = (Vec<(u64, Role)>, Vec<(usize, usize)>);

/// Of one configuration: with another, begin anew.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Memo {
    known: BTreeMap<Key, (Outcome, Said)>,
    /// Of each set of documents, in their order.
    sets: BTreeMap<usize, Known>,
    /// What this run needed.
    #[serde(skip)]
    needed: BTreeMap<Key, (Outcome, Said)>,
}

impl Memo {
    pub fn get(&self, key: &Key) -> Option<(Outcome, Said)> {
        self.known.get(key).or_else(|| self.needed.get(key)).cloned()
    }

    /// What failed is tried again.
    pub fn put(&mut self, key: Key, outcome: &Outcome, said: &Said) {
        if said.problems.is_empty() {
            self.needed.insert(key, (outcome.clone(), said.clone()));
        }
    }

    /// What is known of the documents of a set.
    pub fn of_set(&mut self, set: usize) -> &mut Known {
        self.sets.entry(set).or_default()
    }

    /// The run is over: what it did not need will not come again.
    pub fn close(&mut self) {
        self.known = std::mem::take(&mut self.needed);
    }
}

/// Who waits for a report.
pub struct Waiting<'a> {
    /// Does anybody, still?
    pub goes_on: &'a (dyn Fn() -> bool + Sync),
    pub memo: &'a mut Memo,
    /// A number that no other reading of any document has; none, where nothing is to be remembered.
    pub number: &'a dyn Fn(&Ledger) -> Option<u64>,
}

impl std::fmt::Debug for Waiting<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Waiting").field("memo", &self.memo).finish_non_exhaustive()
    }
}

impl Waiting<'_> {
    /// The number of each; none, if one of them has none.
    pub fn numbers(&self, ledgers: &[Ledger]) -> Option<Vec<u64>> {
        ledgers.iter().map(self.number).collect()
    }

    /// None, if one of the documents has no number.
    pub fn key(&self, ledgers: &[Ledger], stories: &Stories) -> Option<Key> {
        let numbers = ledgers.iter().map(|ledger| Some(((self.number)(ledger)?, ledger.document.role)));
        Some((numbers.collect::<Option<_>>()?, stories.relations().collect()))
    }
}
