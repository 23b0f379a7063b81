//! Which stretches of each document labels touch.

use super::Label;
use crate::text::Span;

#[derive(Debug)]
pub struct Covered {
    documents: Vec<Touched>,
}

#[derive(Debug, Default)]
struct Touched {
    /// Sorted.
    spans: Vec<Span>,
    /// For each span the furthest end of it and all before it.
    ends: Vec<u32>,
}

impl Covered {
    pub fn new<'a>(documents: usize, labels: impl IntoIterator<Item = &'a Label>) -> Covered {
        let mut documents: Vec<Touched> = (0..documents).map(|_| Touched::default()).collect();
        for label in labels {
            if let Some(touched) = documents.get_mut(label.document) {
                touched.spans.push(label.span);
            }
        }
        for touched in &mut documents {
            touched.spans.sort();
            let furthest = |end: &mut u32, span: &Span| {
                *end = span.end.max(*end);
                Some(*end)
            };
            touched.ends = touched.spans.iter().scan(0, furthest).collect();
        }
        Covered { documents }
    }

    /// Does a label share at least one byte with `span`?
    pub fn covers(&self, document: usize, span: Span) -> bool {
        self.documents.get(document).is_some_and(|touched| {
            let before = touched.spans.partition_point(|s| s.start < span.end);
            let last = before.checked_sub(1).and_then(|i| touched.ends.get(i));
            last.is_some_and(|end| *end > span.start)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_label_covers_what_stands_behind_a_short_one() {
        let label = |start, end| Label::primary(0, Span { start, end }, "");
        let covered = Covered::new(1, &[label(5, 50), label(10, 12), label(60, 61)]);
        let covers = |start, end| covered.covers(0, Span { start, end });
        assert!(covers(40, 45) && covers(0, 6) && covers(60, 70));
        assert!(!covers(0, 5) && !covers(50, 60) && !covers(61, 70));
    }
}
