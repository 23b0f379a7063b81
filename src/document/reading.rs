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

use super::{Block, BlockKind, Map, Meta};
use crate::text::{Place, Span};
use std::ops::Range;

#[derive(Debug)]
pub struct Reading {
    pub(super) text: String,
    pub(super) blocks: Vec<Block>,
    pub(super) map: Map,
    pub meta: Meta,
}

/// A `Reading` under construction over its source.
#[derive(Debug)]
pub struct Builder<'s> {
    source: &'s str,
    reading: Reading,
    open: Option<Block>,
}

impl Reading {
    #[allow(clippy::new_ret_no_self, reason = "a reading is only ever made by its builder")]
    pub fn new(source: &str) -> Builder<'_> {
        let reading = Reading {
            text: String::with_capacity(source.len()),
            blocks: Vec::new(),
            map: Map::default(),
            meta: Meta::default(),
        };
        Builder { source, reading, open: None }
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

    pub fn meta(&mut self) -> &mut Meta {
        &mut self.reading.meta
    }

    /// Starts a block; an open one is closed first.
    pub fn open(&mut self, kind: BlockKind, label: Option<String>, level: u8) {
        self.close();
        if !self.reading.text.is_empty() {
            self.reading.text.push('\n');
        }
        let at = self.reading.text.len();
        self.open = Some(Block { kind, label, level, span: Span::new(at, at) });
    }

    /// Takes over bytes of the source as they stand. A range that is not on character bounds adds nothing.
    pub fn verbatim(&mut self, range: Range<usize>) {
        let Some(words) = self.source.get(range.clone()) else { return };
        if words.is_empty() {
            return;
        }
        let at = self.reading.text.len();
        self.reading.map.push_verbatim(at, Place { start: range.start, end: range.end });
        self.reading.text.push_str(words);
    }

    /// Adds `words` that were decoded from (or stand for) other bytes of the source.
    pub fn decoded(&mut self, words: &str, range: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let at = self.reading.text.len();
        self.reading.map.push_decoded(at, Place { start: range.start, end: range.end });
        self.reading.text.push_str(words);
    }

    /// Ends the open block; one without text leaves no trace.
    pub fn close(&mut self) {
        let Some(mut block) = self.open.take() else { return };
        block.span.end = self.reading.text.len() as u32;
        if block.span.is_empty() {
            let cut = self.reading.text.len().saturating_sub(1);
            if self.reading.text.as_bytes().get(cut) == Some(&b'\n') {
                self.reading.text.truncate(cut);
            }
            return;
        }
        self.reading.blocks.push(block);
    }

    pub fn finish(mut self) -> Reading {
        self.close();
        self.reading
    }
}
