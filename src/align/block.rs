//! A block that holds more than can be compared one by one is thinned by what its members say: many
//! witnesses of one value say no more than a few of them, and the one that differs stays. Where
//! even the values are too many, the block is passed over, and the report says so.

use super::ClaimRef;
use crate::claim::Ledger;
use std::collections::BTreeMap;

/// So many members of one value stand for all of them.
const WITNESSES: usize = 3;

/// Blocks as they are compared, and how many were passed over.
#[derive(Debug, Default)]
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

    /// The same for claims, whose value is told by their words.
    pub fn thinned_claims(&mut self, ledgers: &[Ledger], block: &[ClaimRef], most: usize) -> Vec<ClaimRef> {
        self.thinned(block, most, |at| at.of(ledgers).map(|(ledger, claim)| ledger.document.slice_lower(claim.span)))
    }
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
}
