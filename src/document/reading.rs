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
use super::{Block, BlockKind, Map, Meta, Seat};
use crate::text::{Place, Span};
use std::ops::Range;

#[derive(Debug)]
pub struct Reading {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) dangling: Vec<Dangling>,
    pub(super) map: Map,
    pub meta: Meta,
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
}

impl Reading {
    #[allow(clippy::new_ret_no_self, reason = "a reading is only ever made by its builder")]
    pub fn new(source: &str) -> Builder<'_> {
        let reading = Reading {
            text: String::with_capacity(source.len()),
            blocks: Vec::new(),
            dangling: Vec::new(),
            map: Map::default(),
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
        }
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
        if !words.contains(char::is_alphanumeric) || in_notes && is_note_citation(words) {
            self.cut(start.saturating_sub(1));
            return;
        }
        if block.kind == BlockKind::Heading
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
    }

    pub fn finish(mut self) -> Reading {
        self.close();
        let first = self.reading.blocks.first().filter(|b| b.kind == BlockKind::Heading && b.level == 1);
        if let Some(block) = first.filter(|_| self.reading.meta.title.is_none()) {
            self.reading.meta.title = self.reading.text.get(block.span.range()).map(str::to_owned);
        }
        self.reading.dangling = self.references.dangling(&self.reading.text, &self.reading.blocks);
        self.reading
    }
}
