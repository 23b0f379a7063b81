//! What is said of places of documents, found again by a place.

use crate::text::Span;
use std::collections::BTreeMap;

/// Whoever stands here longer than this is a paragraph: few are, and they are looked through one by one.
const LONGEST: u32 = 2_000;

#[derive(Debug)]
pub struct ByPlace<T> {
    documents: BTreeMap<usize, Told<T>>,
}

#[derive(Debug)]
struct Told<T> {
    /// Sorted by where they start.
    short: Vec<(Span, T)>,
    long: Vec<(Span, T)>,
    /// The length of the longest of the short ones.
    reach: u32,
}

impl<T> ByPlace<T> {
    /// Of documents, places and what is said there.
    pub fn of(all: impl IntoIterator<Item = (usize, Span, T)>) -> ByPlace<T> {
        let mut documents: BTreeMap<usize, Told<T>> = BTreeMap::new();
        for (document, span, told) in all {
            let fresh = || Told { short: Vec::new(), long: Vec::new(), reach: 0 };
            let at = documents.entry(document).or_insert_with(fresh);
            let length = span.end.saturating_sub(span.start);
            if length > LONGEST {
                at.long.push((span, told));
            } else {
                at.reach = at.reach.max(length);
                at.short.push((span, told));
            }
        }
        documents.values_mut().for_each(|told| told.short.sort_by_key(|(span, _)| span.start));
        ByPlace { documents }
    }

    /// All that share at least one byte with `span`, with their places.
    pub fn around(&self, document: usize, span: Span) -> impl Iterator<Item = &(Span, T)> {
        self.documents.get(&document).into_iter().flat_map(move |told| {
            let from = told.short.partition_point(|(s, _)| s.start < span.start.saturating_sub(told.reach));
            let near = told.short.iter().skip(from).take_while(move |(s, _)| s.start < span.end);
            near.chain(&told.long).filter(move |(s, _)| s.overlaps(span))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_finds_all_that_touch_it() {
        let span = |start, end| Span { start, end };
        let all = [(0, span(5, 50), 'a'), (0, span(10, 12), 'b'), (0, span(0, 9_000), 'c'), (1, span(5, 50), 'd')];
        let told = ByPlace::of(all);
        let around = |start, end| told.around(0, span(start, end)).map(|(_, c)| *c).collect::<String>();
        assert_eq!(around(40, 45), "ac");
        assert_eq!(around(11, 20), "abc");
        assert_eq!(around(8_000, 8_001), "c");
        assert_eq!(around(9_000, 9_001), "");
    }
}
