//! A document's text in segments, each with the keys of all places that hold it.

use crate::document::{Block, Document};
use crate::report::read_json::block_kind;
use crate::report::visible::visible;
use crate::text::Span;
use serde::Serialize;

/// How many places one segment names at most, so that places piled on each other
/// cannot make the page grow with their square.
const MOST: usize = 32;

/// A place to be marked. Graver classes come first where places share words.
#[derive(Debug)]
pub struct Place {
    pub span: Span,
    pub key: String,
    pub class: &'static str,
    pub rank: u8,
}

#[derive(Debug, Serialize)]
pub struct BlockOut {
    kind: &'static str,
    pub label: Option<String>,
    segments: Vec<Segment>,
}

#[cfg(test)]
impl BlockOut {
    pub fn words(&self) -> String {
        self.segments.iter().map(|segment| segment.text.as_str()).collect()
    }
}

#[derive(Debug, Serialize)]
struct Segment {
    text: String,
    keys: String,
    class: &'static str,
}

/// The blocks of a document with its places, which need not be sorted.
pub fn blocks(document: &Document, places: &mut [Place]) -> Vec<BlockOut> {
    places.sort_by(|a, b| (a.span, a.rank, &a.key).cmp(&(b.span, b.rank, &b.key)));
    let mut waiting = places.iter().peekable();
    let mut open: Vec<&Place> = Vec::new();
    let mut out = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let mut here: Vec<&Place> = std::mem::take(&mut open);
        while let Some(place) = waiting.next_if(|p| p.span.start < block.span.end) {
            here.push(place);
        }
        here.retain(|p| p.span.end > block.span.start);
        out.push(BlockOut {
            kind: block_kind(block.kind),
            label: block.label.as_deref().map(visible),
            segments: segments(document, block, &here),
        });
        // A place over several blocks goes on in the next.
        open = here.into_iter().filter(|p| p.span.end > block.span.end).collect();
    }
    out
}

fn segments(document: &Document, block: &Block, places: &[&Place]) -> Vec<Segment> {
    let Span { start, end } = block.span;
    let mut cuts: Vec<u32> = places.iter().flat_map(|p| [p.span.start, p.span.end]).collect();
    cuts.retain(|cut| *cut > start && *cut < end);
    cuts.extend([start, end]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut next = 0;
    let mut open: Vec<&Place> = Vec::new();
    let pairs = cuts.iter().zip(cuts.iter().skip(1));
    pairs
        .map(|(from, to)| {
            open.retain(|p| p.span.end > *from);
            while let Some(place) = places.get(next).filter(|p| p.span.start <= *from) {
                open.push(place);
                next += 1;
            }
            let keys: Vec<&str> = open.iter().take(MOST).map(|p| p.key.as_str()).collect();
            let class = open.iter().min_by_key(|p| p.rank).map_or("", |p| p.class);
            let text = visible(&document.printed(Span { start: *from, end: *to }));
            Segment { text, keys: keys.join(" "), class }
        })
        .collect()
}
