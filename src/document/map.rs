//! The way back from a reading to its file, as runs of text that were taken over
//! byte for byte and pieces that were decoded from other bytes.

use crate::text::{Place, Span};
use serde::{Deserialize, Serialize};

/// A file is at most `LIMIT` bytes long, so its places are kept in half the room.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
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

    /// The way from this map's reading to what its source was itself read from, by that source's own map.
    pub fn through(&self, outer: &Map) -> Map {
        let mut whole = Map::default();
        for piece in &self.pieces {
            let Place { start, end } = piece.place();
            let reading = piece.reading as usize;
            if !piece.verbatim {
                whole.push_decoded(reading, outer.place(Span::new(start, end)));
                continue;
            }
            let first = outer.pieces.partition_point(|p| p.reading <= piece.start).saturating_sub(1);
            let within = outer.pieces.iter().skip(first).take_while(|p| p.reading < piece.end);
            for (index, part) in within.enumerate() {
                let next = outer.pieces.get(first + index + 1).map_or(u32::MAX, |p| p.reading);
                let (from, to) = (part.reading.max(piece.start), next.min(piece.end));
                let at = reading + (from - piece.start) as usize;
                if part.verbatim {
                    let start = (part.start + (from - part.reading)).min(part.end);
                    let end = (part.start + (to - part.reading)).min(part.end);
                    whole.push_verbatim(at, Place { start: start as usize, end: end as usize });
                } else {
                    whole.push_decoded(at, part.place());
                }
            }
        }
        whole
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
                let next = self.pieces.get(index + 1).map(|next| next.reading as usize);
                let decoded = text.get(at..next.unwrap_or(text.len())).unwrap_or_default();
                covered = at + decoded.strip_suffix('\n').filter(|_| next.is_some()).unwrap_or(decoded).len();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ways_are_one() {
        // "ab\u00e9cd" is read as "abécd", and that as "bé c".
        let source = "ab\\u00e9cd";
        let mut outer = Map::default();
        outer.push_verbatim(0, Place { start: 0, end: 2 });
        outer.push_decoded(2, Place { start: 2, end: 8 });
        outer.push_verbatim(4, Place { start: 8, end: 10 });
        let mut inner = Map::default();
        inner.push_verbatim(0, Place { start: 1, end: 4 });
        inner.push_decoded(3, Place { start: 4, end: 4 });
        inner.push_verbatim(4, Place { start: 4, end: 5 });
        let whole = inner.through(&outer);
        assert_eq!(whole.fault("bé c", source), None);
        let words = |span: Span| source.get(whole.place(span).start..whole.place(span).end).unwrap_or_default();
        assert_eq!([words(Span::new(0, 1)), words(Span::new(1, 3)), words(Span::new(4, 5))], ["b", "\\u00e9", "c"]);
        assert_eq!(words(Span::new(0, 5)), "b\\u00e9c");
    }
}
