//! The way back from a reading to its file, as runs of text that were taken over
//! byte for byte and pieces that were decoded from other bytes.

use crate::text::{Place, Span};

/// A file is at most `LIMIT` bytes long, so its places are kept in half the room.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where the piece starts in the reading.
    reading: u32,
    start: u32,
    end: u32,
    /// Taken over byte for byte, so that offsets inside it carry over.
    verbatim: bool,
}

impl Piece {
    fn new(reading: usize, source: Place, verbatim: bool) -> Piece {
        Piece { reading: reading as u32, start: source.start as u32, end: source.end as u32, verbatim }
    }

    fn place(self) -> Place {
        Place { start: self.start as usize, end: self.end as usize }
    }
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
            && last.end as usize == source.start
            && (last.reading + (last.end - last.start)) as usize == reading
        {
            last.end = source.end as u32;
            return;
        }
        self.pieces.push(Piece::new(reading, source, true));
    }

    pub fn push_decoded(&mut self, reading: usize, source: Place) {
        self.pieces.push(Piece::new(reading, source, false));
    }

    /// Forgets the pieces that start at or after `reading`, and the end of one that reaches past it.
    pub fn truncate(&mut self, reading: usize) {
        while self.pieces.last().is_some_and(|p| p.reading as usize >= reading) {
            self.pieces.pop();
        }
        if let Some(last) = self.pieces.last_mut().filter(|p| p.verbatim) {
            last.end = last.end.min(last.start + (reading as u32 - last.reading));
        }
    }

    /// Moves all places by a mark that was left out before reading.
    pub fn shift(&mut self, by: usize) {
        if by == 0 {
            return;
        }
        for piece in &mut self.pieces {
            piece.start += by as u32;
            piece.end += by as u32;
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
        let mut covered = 0;
        for (index, piece) in self.pieces.iter().enumerate() {
            let Place { start, end } = piece.place();
            let at = piece.reading as usize;
            // What belongs to no piece parts two blocks.
            if at < covered || !matches!(text.get(covered..at), Some("" | "\n")) {
                return Some(format!("a piece at {at} of the reading, after {covered}"));
            }
            let Some(words) = source.get(start..end) else {
                return Some(format!("{start}..{end} is no place of the source"));
            };
            if piece.verbatim {
                if text.get(at..at + words.len()) != Some(words) {
                    return Some(format!("{start}..{end} was not taken over as it stands"));
                }
                covered = at + words.len();
            } else {
                let next = self.pieces.get(index + 1).map_or(text.len(), |next| next.reading as usize);
                let decoded = text.get(at..next).unwrap_or_default();
                covered = at + decoded.strip_suffix('\n').unwrap_or(decoded).len();
            }
        }
        (covered < text.len()).then(|| format!("from {covered} on, the reading came from nowhere"))
    }

    /// The bytes that byte `offset` of the reading came from.
    fn locate(&self, offset: u32) -> Place {
        let index = self.pieces.partition_point(|p| p.reading <= offset).saturating_sub(1);
        let Some(piece) = self.pieces.get(index) else { return Place { start: 0, end: 0 } };
        if !piece.verbatim {
            return piece.place();
        }
        let start = (piece.start + offset.saturating_sub(piece.reading)).min(piece.end);
        Piece { start, end: (start + 1).min(piece.end), ..*piece }.place()
    }
}
