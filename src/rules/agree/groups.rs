//! Places that pairwise say the same, as groups.

use crate::align::Blocks;
use std::collections::BTreeMap;

/// The places of a block to hold against each other, told by document and words: all of them up to `most`, else a few
/// of the same words. Those of different documents come first, since two places of one document are no agreement.
pub fn thinned<'b, P, W: Ord + Copy>(
    blocks: &mut Blocks,
    block: &'b [P],
    most: usize,
    told: impl Fn(&P) -> (usize, W),
) -> Vec<&'b P> {
    let mut times: BTreeMap<(usize, W), usize> = BTreeMap::new();
    let mut places: Vec<(usize, usize, &P)> = Vec::with_capacity(block.len());
    for (index, place) in block.iter().enumerate() {
        let again = times.entry(told(place)).or_default();
        places.push((*again, index, place));
        *again += 1;
    }
    places.sort_by_key(|(again, index, _)| (*again, *index));
    let mut kept = blocks.thinned(&places, most, |(_, _, place)| told(place).1);
    kept.sort_by_key(|(_, index, _)| *index);
    kept.into_iter().map(|(_, _, place)| place).collect()
}

/// The connected parts of the graph whose edges are `linked`. In order; each has two places or more.
pub fn groups(places: usize, linked: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut part: Vec<usize> = (0..places).collect();
    for i in 0..places {
        for j in i + 1..places {
            if !linked(i, j) {
                continue;
            }
            let (from, to) = (root(&part, i), root(&part, j));
            if let Some(parent) = part.get_mut(from.max(to)) {
                *parent = from.min(to);
            }
        }
    }
    let whole = |first: usize| (first..places).filter(|i| root(&part, *i) == first).collect::<Vec<usize>>();
    (0..places).map(whole).filter(|group| group.len() > 1).collect()
}

fn root(part: &[usize], mut at: usize) -> usize {
    while let Some(parent) = part.get(at).filter(|p| **p != at) {
        at = *parent;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_document_is_kept_before_the_same_words_again() {
        let mut block: Vec<(usize, &str)> = vec![(0, "100 %"); 45];
        block.extend([(1, "100 %"), (1, "101 %")]);
        let mut blocks = Blocks::default();
        let kept = thinned(&mut blocks, &block, 40, |place| *place);
        assert_eq!(kept, [&(0, "100 %"), &(0, "100 %"), &(1, "100 %"), &(1, "101 %")]);
        let words: Vec<String> = (0..41).map(|n| format!("10.{n} %")).collect();
        let block: Vec<(usize, &str)> = words.iter().map(|words| (0, words.as_str())).collect();
        assert!(thinned(&mut blocks, &block, 40, |place| *place).is_empty());
        assert_eq!(blocks.passed_over, 1);
    }
}
