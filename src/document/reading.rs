//! What a format builds: blocks of text, each piece with the bytes it came from.
//!
//! ```
//! use crosscheck::document::{BlockKind, Reading};
//! let source = "# Fish &amp; chips";
//! let mut reading = Reading::new(source);
//! reading.open(BlockKind::Heading, None, 1);
//! reading.verbatim(2..7);
//! reading.decoded("&", 7..12);
//! reading.verbatim(12..18);
//! reading.close();
//! assert_eq!(reading.text(), "Fish & chips");
//! ```

use super::left_out::{LeftOut, is_note_citation, left_out};
use super::reference::{Dangling, References, Target};
use super::{Block, BlockKind, Map, Meta, Parts, Seat};
use crate::text::{Place, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

#[derive(Debug)]
pub struct Reading {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) dangling: Vec<Dangling>,
    pub(super) map: Map,
    /// Words that are code in a sentence or cell, in order.
    pub(super) code: Vec<Span>,
    /// Blocks of code: behind all that is read, in no block.
    pub(super) fences: Vec<Fence>,
    pub(super) parts: Parts,
    pub meta: Meta,
}

/// A block of code. Its words make no claims of their own; what the text says may be held against them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Fence {
    /// Its words, behind all blocks of the reading.
    pub span: Span,
    /// As its first line names it; often empty.
    pub language: String,
    /// How many blocks stand before it.
    pub after: usize,
}

/// A block of code, until the reading ends.
#[derive(Debug)]
struct Listing {
    lines: Vec<Range<usize>>,
    language: String,
    after: usize,
}

/// A `Reading` under construction over its source.
#[derive(Debug)]
pub struct Builder<'s> {
    source: &'s str,
    reading: Reading,
    references: References,
    open: Option<Block>,
    /// The level of the heading whose section makes no claims, while inside it, and what of it makes none.
    left_out: Option<(u8, LeftOut)>,
    /// Nothing is taken: the open block belongs to such a section.
    mute: bool,
    /// How many tables have begun.
    tables: u32,
    listings: Vec<Listing>,
}

impl Reading {
    #[allow(clippy::new_ret_no_self, reason = "a reading is only ever made by its builder")]
    pub fn new(source: &str) -> Builder<'_> {
        let reading = Reading {
            text: String::with_capacity(source.len()),
            blocks: Vec::new(),
            dangling: Vec::new(),
            map: Map::default(),
            code: Vec::new(),
            fences: Vec::new(),
            parts: Parts::default(),
            meta: Meta::default(),
        };
        Builder {
            source,
            reading,
            references: References::default(),
            open: None,
            left_out: None,
            mute: false,
            tables: 0,
            listings: Vec::new(),
        }
    }
}

impl Reading {
    /// The reading of what was itself read from other bytes, by the map of that.
    pub(super) fn through(mut self, outer: &Map) -> Reading {
        self.map = self.map.through(outer);
        self
    }
}

impl Builder<'_> {
    pub fn source(&self) -> &str {
        self.source
    }

    /// What has been read so far.
    pub fn text(&self) -> &str {
        &self.reading.text
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// The words of the open block so far.
    pub fn open_words(&self) -> &str {
        let start = self.open.as_ref().map_or(self.reading.text.len(), |b| b.span.range().start);
        self.reading.text.get(start..).unwrap_or_default()
    }

    pub fn meta(&mut self) -> &mut Meta {
        &mut self.reading.meta
    }

    /// The parts of the source that its places are known by.
    pub fn parts(&mut self) -> &mut Parts {
        &mut self.reading.parts
    }

    /// What refers to other places of the document, and what may be referred to.
    pub fn references(&mut self) -> &mut References {
        &mut self.references
    }

    /// The words read since `from` refer to something; without any, it is the word before them that does.
    pub fn refer(&mut self, from: usize, kind: Target, target: &str) {
        let text = &self.reading.text;
        let words = text.get(from..).unwrap_or_default();
        let (start, end) = match words.trim() {
            "" => {
                let end = text.trim_end().len();
                let before = text.get(..end).unwrap_or_default();
                (end - before.rsplit(char::is_whitespace).next().map_or(0, str::len), end)
            }
            trimmed => {
                let start = from + (words.len() - words.trim_start().len());
                (start, start + trimmed.len())
            }
        };
        if !self.mute {
            self.references.refer(Span::new(start, end), kind, target);
        }
    }

    /// Starts a block; an open one is closed first.
    pub fn open(&mut self, kind: BlockKind, label: Option<String>, level: u8) {
        self.close();
        if kind == BlockKind::Heading && self.left_out.is_some_and(|(outer, _)| level <= outer) {
            self.left_out = None;
        }
        // The headings of such a section say what is missing.
        self.mute = self.left_out.is_some_and(|(_, what)| what == LeftOut::All) && kind != BlockKind::Heading;
        if !self.mute && !self.reading.text.is_empty() {
            self.reading.text.push('\n');
        }
        let at = self.reading.text.len();
        self.open = Some(Block { kind, label, level, span: Span::new(at, at), seat: None });
    }

    /// Starts a cell; one of a row of heads only has no column in its level.
    pub fn open_cell(&mut self, label: Option<String>, seat: Seat, in_heads: bool) {
        let level = if in_heads { 0 } else { (seat.column + 1).min(255) as u8 };
        self.open(BlockKind::Cell, label, level);
        self.seat(seat);
    }

    /// Says where the open block stands in its table.
    pub fn seat(&mut self, seat: Seat) {
        if let Some(block) = &mut self.open {
            block.seat = Some(seat);
        }
    }

    /// The number of the table that begins here.
    pub fn next_table(&mut self) -> u32 {
        self.tables += 1;
        self.tables
    }

    /// Takes over bytes of the source as they stand. A range that is not on character bounds adds nothing.
    pub fn verbatim(&mut self, range: Range<usize>) {
        let Some(words) = self.source.get(range.clone()) else { return };
        if words.is_empty() || self.mute {
            return;
        }
        let at = self.reading.text.len();
        self.reading.map.push_verbatim(at, Place { start: range.start, end: range.end });
        self.reading.text.push_str(words);
    }

    /// Adds `words` that were decoded from (or stand for) other bytes of the source.
    pub fn decoded(&mut self, words: &str, range: Range<usize>) {
        if words.is_empty() || self.mute {
            return;
        }
        let at = self.reading.text.len();
        self.reading.map.push_decoded(at, Place { start: range.start, end: range.end });
        self.reading.text.push_str(words);
    }

    /// What was read since `from` is code.
    pub fn mark_code(&mut self, from: usize) {
        let to = self.reading.text.len();
        if from < to {
            self.reading.code.push(Span::new(from, to));
        }
    }

    /// Lines of the source that are a block of code.
    pub fn listing(&mut self, lines: Vec<Range<usize>>, language: String) {
        if !self.mute {
            self.listings.push(Listing { lines, language, after: self.reading.blocks.len() });
        }
    }

    /// Ends the open block. Blanks around its words are dropped; one without a letter or digit leaves no trace.
    pub fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        if self.mute {
            return;
        }
        let start = block.span.range().start;
        let words = self.reading.text.get(start..).unwrap_or_default();
        let kept = words.trim_end().len();
        let in_notes = self.left_out.is_some() && block.kind != BlockKind::Heading;
        // A cell that holds nothing but code is a cell all the same: its row would lose a column. A heading parts what stands
        // above it from what stands below.
        let gap = block.kind == BlockKind::Heading && words.contains(super::GAP);
        let code = gap
            || matches!(block.kind, BlockKind::Cell | BlockKind::Heading)
                && self.reading.code.last().is_some_and(|c| c.start >= block.span.start);
        if !(code || words.contains(char::is_alphanumeric)) || in_notes && is_note_citation(words) {
            self.cut(start.saturating_sub(1));
            return;
        }
        // A page that is called "Reference" is one.
        if block.kind == BlockKind::Heading
            && !(block.level == 1 && self.reading.blocks.is_empty())
            && let Some(what) = left_out(words)
        {
            self.left_out = Some((block.level, what));
        }
        block.span.start += (words.len() - words.trim_start().len()) as u32;
        self.cut(start + kept);
        block.span.end = (start + kept) as u32;
        self.reading.blocks.push(block);
    }

    /// Takes back the open block.
    pub fn discard(&mut self) {
        if let Some(block) = self.open.take().filter(|_| !self.mute) {
            self.cut(block.span.range().start.saturating_sub(1));
        }
    }

    fn cut(&mut self, length: usize) {
        self.reading.text.truncate(length);
        self.reading.map.truncate(length);
        self.references.cut(length);
        while self.reading.code.pop_if(|code| code.range().end > length).is_some() {}
    }

    pub fn finish(mut self) -> Reading {
        self.close();
        let first = self.reading.blocks.first().filter(|b| b.kind == BlockKind::Heading && b.level == 1);
        if let Some(block) = first.filter(|_| self.reading.meta.title.is_none()) {
            self.reading.meta.title = self.reading.text.get(block.span.range()).map(str::to_owned);
        }
        self.reading.dangling = std::mem::take(&mut self.references).dangling(&self.reading.text, &self.reading.blocks);
        for listing in std::mem::take(&mut self.listings) {
            self.append(listing);
        }
        self.reading
    }

    fn append(&mut self, listing: Listing) {
        let source = self.source;
        let lines = listing.lines.into_iter().filter_map(|line| Some((source.get(line.clone())?, line)));
        let lines: Vec<(&str, Range<usize>)> = lines.filter(|(words, _)| !words.is_empty()).collect();
        if lines.iter().all(|(words, _)| words.trim().is_empty()) {
            return;
        }
        if !self.reading.text.is_empty() {
            self.reading.text.push('\n');
        }
        let start = self.reading.text.len();
        for (words, line) in lines {
            self.reading.map.push_verbatim(self.reading.text.len(), Place { start: line.start, end: line.end });
            self.reading.text.push_str(words);
        }
        let span = Span::new(start, self.reading.text.len());
        self.reading.fences.push(Fence { span, language: listing.language, after: listing.after });
    }
}
