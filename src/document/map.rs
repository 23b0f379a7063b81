//! The way back from a reading to its file, as runs of text that were taken over
//! byte for byte and pieces that were decoded from other bytes.

use crate::text::{Place, Span};

#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where the piece starts in the reading.
    reading: u32,
    source: Place,
    /// Taken over byte for byte, so that offsets inside it carry over.
    verbatim: bool,
}

/// Pieces in reading order; the gaps between them (block breaks) belong to no byte.
#[derive(Debug, Clone, Default)]
pub struct Map {
    pieces: Vec<Piece>,
}

impl Map {
    pub fn push_verbatim(&mut self, reading: usize, source: Place) {
        if let Some(last) = self.pieces.last_mut()
            && last.verbatim
            && last.source.end == source.start
            && last.reading as usize + (last.source.end - last.source.start) == reading
        {
            last.source.end = source.end;
            return;
        }
        self.pieces.push(Piece { reading: reading as u32, source, verbatim: true });
    }

    pub fn push_decoded(&mut self, reading: usize, source: Place) {
        self.pieces.push(Piece { reading: reading as u32, source, verbatim: false });
    }

    /// Forgets the pieces that start at or after `reading`, and the end of one that reaches past it.
    pub fn truncate(&mut self, reading: usize) {
        while self.pieces.last().is_some_and(|p| p.reading as usize >= reading) {
            self.pieces.pop();
        }
        if let Some(last) = self.pieces.last_mut().filter(|p| p.verbatim) {
            last.source.end = last.source.end.min(last.source.start + (reading - last.reading as usize));
        }
    }

    /// Moves all places by a mark that was left out before reading.
    pub fn shift(&mut self, by: usize) {
        if by == 0 {
            return;
        }
        for piece in &mut self.pieces {
            piece.source.start += by;
            piece.source.end += by;
        }
    }

    /// Where `span` stands in the file: from its first byte's piece to its last one's.
    pub fn place(&self, span: Span) -> Place {
        let start = self.locate(span.start);
        if span.is_empty() {
            return Place { start: start.start, end: start.start };
        }
        let last = self.locate(span.end - 1);
        Place { start: start.start, end: last.end.max(start.start) }
    }

    /// Says what is wrong with the map of `text` into `source`, if anything is.
    pub fn fault(&self, text: &str, source: &str) -> Option<String> {
        let mut before = 0;
        for piece in &self.pieces {
            let Place { start, end } = piece.source;
            let at = piece.reading as usize;
            if at < before || !text.is_char_boundary(at) {
                return Some(format!("a piece at {at} of the reading, after {before}"));
            }
            before = at;
            let Some(words) = source.get(start..end) else {
                return Some(format!("{start}..{end} is no place of the source"));
            };
            if piece.verbatim && text.get(at..at + words.len()) != Some(words) {
                return Some(format!("{start}..{end} was not taken over as it stands"));
            }
        }
        None
    }

    /// The bytes that byte `offset` of the reading came from.
    fn locate(&self, offset: u32) -> Place {
        let index = self.pieces.partition_point(|p| p.reading <= offset).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return Place { start: 0, end: 0 } };
        if !piece.verbatim {
            return piece.source;
        }
        let start = (piece.source.start + offset.saturating_sub(piece.reading) as usize).min(piece.source.end);
        Place { start, end: (start + 1).min(piece.source.end) }
    }
}
