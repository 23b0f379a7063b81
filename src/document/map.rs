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
