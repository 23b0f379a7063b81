//! A block that holds more than can be compared one by one is thinned by what its members say: many
//! witnesses of one value say no more than a few of them, and the one that differs stays. Where
//! even the values are too many, the block is passed over, and the report says so.

use super::ClaimRef;
use crate::claim::Ledger;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// So many members of one value stand for all of them.
const WITNESSES: usize = 3;

/// Blocks as they are compared, and how many were passed over.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Blocks {
    pub passed_over: usize,
}

impl Blocks {
    /// The members to compare: all of them up to `most`, else a few of each value. The order stays.
    pub fn thinned<T: Copy, V: Ord>(&mut self, block: &[T], most: usize, value: impl Fn(T) -> V) -> Vec<T> {
        if block.len() <= most {
            return block.to_vec();
        }
        let mut told: BTreeMap<V, usize> = BTreeMap::new();
        let mut kept: Vec<T> = Vec::new();
        for member in block {
            let times = told.entry(value(*member)).or_default();
            *times += 1;
            if *times <= WITNESSES {
                kept.push(*member);
            }
        }
        if kept.len() > most {
            self.passed_over += 1;
            kept.clear();
        }
        kept
    }

    /// Pairs of a block's members whose words may be so many letters apart (1 or 2): all where they are no more than
    /// `most`, else those that are the same without so many letters of either. The smaller index comes first.
    pub fn spelt_alike(&mut self, block: &[(usize, &str)], most: usize, apart: usize) -> BTreeSet<(usize, usize)> {
        if block.len() <= most {
            return all_pairs(&block.iter().map(|(index, _)| *index).collect());
        }
        let mut under: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for (index, word) in block {
            let mut keys: BTreeSet<String> = [(*word).to_owned()].into();
            for _ in 0..apart {
                let shorter: Vec<String> = keys.iter().flat_map(|key| without_a_letter(key)).collect();
                keys.extend(shorter);
            }
            for key in keys {
                under.entry(key).or_default().insert(*index);
            }
        }
        self.passed_over += under.values().filter(|few| few.len() > most).count();
        under.values().filter(|few| few.len() <= most).flat_map(all_pairs).collect()
    }

    /// The same for claims, whose value is told by their words.
    pub fn thinned_claims(&mut self, ledgers: &[Ledger], block: &[ClaimRef], most: usize) -> Vec<ClaimRef> {
        self.thinned(block, most, |at| at.of(ledgers).map(|(ledger, claim)| ledger.document.slice_lower(claim.span)))
    }
}

/// The word without one of its letters, in every way.
pub fn without_a_letter(word: &str) -> impl Iterator<Item = String> {
    word.char_indices().map(move |(i, c)| {
        let (head, tail) = word.split_at_checked(i).unwrap_or((word, ""));
        format!("{head}{}", tail.get(c.len_utf8()..).unwrap_or_default())
    })
}

fn all_pairs(members: &BTreeSet<usize>) -> BTreeSet<(usize, usize)> {
    members.iter().flat_map(|a| members.range(a + 1..).map(move |b| (*a, *b))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_odd_one_out_stays() {
        let block: Vec<(usize, u8)> = (0..50).map(|i| (i, if i == 40 { 17 } else { 14 })).collect();
        let mut blocks = Blocks::default();
        assert_eq!(blocks.thinned(&block, 48, |(_, value)| value), [(0, 14), (1, 14), (2, 14), (40, 17)]);
        assert_eq!(blocks.thinned(&block, 60, |(_, value)| value), block);
        assert_eq!(blocks.passed_over, 0);
        assert!(blocks.thinned(&block, 48, |(index, _)| index).is_empty());
        assert_eq!(blocks.passed_over, 1);
    }

    #[test]
    fn a_crowd_of_names_does_not_hide_the_two_that_are_spelt_alike() {
        let crowd: Vec<String> = (0..60u8).map(|i| format!("{0}{0}{0}{0}rik", char::from(b'A' + i))).collect();
        let words = || crowd.iter().map(String::as_str).chain(["kestrom", "kestron", "lestrron"]);
        let block: Vec<(usize, &str)> = words().enumerate().collect();
        let mut blocks = Blocks::default();
        assert_eq!(blocks.spelt_alike(&block, 40, 1), [(60, 61)].into());
        assert_eq!(blocks.spelt_alike(&block, 40, 2), [(60, 61), (61, 62)].into());
        assert_eq!(blocks.passed_over, 0);
        // Names that all differ in one letter at one place cannot be told apart by letters.
        let alike: Vec<String> = (0..60u8).map(|i| format!("kest{}on", char::from(b'A' + i))).collect();
        let block: Vec<(usize, &str)> = alike.iter().map(String::as_str).enumerate().collect();
        assert!(blocks.spelt_alike(&block, 40, 1).is_empty());
        assert_eq!(blocks.passed_over, 1);
    }
}
