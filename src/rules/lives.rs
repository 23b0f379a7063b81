//! Whose dates are whose: the birth and death that belong together, for the rules on ages
//! and the order of dates. A document that gives one birth is about one person; of
//! several births the last one before counts, if it stands close.

use crate::claim::{Ledger, LifeDate, LifeEvent, life_dates};

#[derive(Debug)]
pub struct Lives {
    dates: Vec<LifeDate>,
}

/// How many blocks may lie between a birth and what is said of the same person.
const CLOSE: u32 = 3;

impl Lives {
    pub fn of(ledger: &Ledger) -> Lives {
        Lives { dates: life_dates(&ledger.document, &ledger.mentions) }
    }

    pub fn deaths(&self) -> impl Iterator<Item = &LifeDate> {
        self.dates.iter().filter(|d| d.event == LifeEvent::Death)
    }

    pub fn births(&self) -> impl DoubleEndedIterator<Item = &LifeDate> {
        self.dates.iter().filter(|d| d.event == LifeEvent::Birth)
    }

    /// The birth of the person whose death it is.
    pub fn birth_before(&self, ledger: &Ledger, death: &LifeDate) -> Option<&LifeDate> {
        self.nearest(ledger, death.sentence).filter(|birth| !of_two(ledger, birth, death))
    }

    /// The birth of the person that sentence `sentence` speaks of.
    fn nearest(&self, ledger: &Ledger, sentence: usize) -> Option<&LifeDate> {
        let first = self.births().next()?;
        let block = |sentence: usize| ledger.document.sentences.get(sentence).map_or(0, |s| s.block);
        let alone = self.births().all(|b| b.when == first.when) && self.deaths().count() <= 1;
        if alone {
            return Some(first);
        }
        let before = self.births().rev().find(|b| b.sentence <= sentence)?;
        (block(sentence).saturating_sub(block(before.sentence)) <= CLOSE).then_some(before)
    }
}

/// Do the two sentences name two people? Those of one share a word of their names.
fn of_two(ledger: &Ledger, birth: &LifeDate, death: &LifeDate) -> bool {
    let name = |date: &LifeDate| date.of.and_then(|of| ledger.mentions.get(of)).map(|m| m.span);
    let Some((born, died)) = name(birth).zip(name(death)) else { return false };
    let words = |span| ledger.document.slice_lower(span).split(|c: char| !c.is_alphanumeric());
    !words(born).any(|word| word.len() > 1 && words(died).any(|other| other == word))
}
