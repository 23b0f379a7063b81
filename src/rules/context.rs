//! What a rule may look at.

use crate::align::{Alignment, ClaimRef};
use crate::claim::{Claim, Ledger, Pinned};
use crate::document::{Document, Role};
use crate::lexicon::declared::{Aliases, Terms};
use crate::mention::Mention;
use crate::story::Stories;
use crate::value::{Time, Value};
use jiff::civil::Date;

/// What the caller decides.
#[derive(Debug, Default)]
pub struct Settings {
    /// The day that counts as today. There is no clock: without it, nothing is stale.
    pub reference_date: Option<Date>,
    /// How many days an "as of" may be old before `stale/as-of` speaks.
    pub stale_after_days: Option<i32>,
    /// What the project declares of names.
    pub aliases: Aliases,
    /// What the project declares of terms.
    pub terms: Terms,
    /// Facts that the project declares to be settled.
    pub pinned: Vec<Pinned>,
}

/// Are all documents peers, or drafts held against sources?
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Peers,
    Against,
}

#[derive(Debug)]
pub struct Context<'a> {
    pub ledgers: &'a [Ledger],
    /// Which of them tell of one thing.
    pub stories: &'a Stories,
    pub alignment: &'a Alignment,
    pub settings: &'a Settings,
    pub mode: Mode,
}

impl<'a> Context<'a> {
    pub fn document(&self, index: usize) -> Option<&'a Document> {
        self.ledgers.get(index).map(|l| &l.document)
    }

    /// Every mention with its document's index, in order.
    pub fn mentions(&self) -> impl Iterator<Item = (usize, &'a Document, &'a Mention)> + use<'a> {
        let ledgers = self.ledgers;
        ledgers.iter().enumerate().flat_map(|(i, l)| l.mentions.iter().map(move |m| (i, &l.document, m)))
    }

    /// The times of the documents that are under check in themselves: sources are not.
    pub fn times(&self) -> impl Iterator<Item = (usize, &'a Document, &'a Mention, &'a Time)> {
        (0..self.ledgers.len()).flat_map(|index| self.times_of(index))
    }

    /// Those of one document.
    pub fn times_of(
        &self,
        index: usize,
    ) -> impl Iterator<Item = (usize, &'a Document, &'a Mention, &'a Time)> + use<'a> {
        let ledger = self.ledgers.get(index).filter(|_| self.comparable(index, index));
        ledger.into_iter().flat_map(move |ledger| {
            ledger.mentions.iter().filter_map(move |mention| match &mention.value {
                Value::Time(time) => Some((index, &ledger.document, mention, &**time)),
                _ => None,
            })
        })
    }

    pub fn claim(&self, at: ClaimRef) -> Option<(&'a Ledger, &'a Claim)> {
        at.of(self.ledgers)
    }

    /// Drafts are held against sources, never against each other; peers against those that tell of the same thing.
    pub fn comparable(&self, a: usize, b: usize) -> bool {
        let role = |i| self.document(i).map(|d| d.role);
        match self.mode {
            Mode::Peers => self.stories.related(a, b),
            Mode::Against => a == b && role(a) == Some(Role::Draft) || role(a) != role(b),
        }
    }
}
