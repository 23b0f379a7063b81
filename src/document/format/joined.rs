//! The lines of a paragraph as one text, each piece with the bytes it came from: marks of light markup may open on one
//! line and close on the next.

use crate::document::GAP;
use crate::document::reading::Builder;
use std::ops::Range;

/// A line in `Joined::text`, and where it stands in the source.
#[derive(Debug)]
struct Piece {
    at: usize,
    from: Range<usize>,
}

#[derive(Debug, Default)]
pub struct Joined {
    text: String,
    pieces: Vec<Piece>,
}

impl Joined {
    /// The lines with one blank between each two. A range that is not on character bounds adds nothing.
    pub fn of(source: &str, lines: impl IntoIterator<Item = Range<usize>>) -> Joined {
        let mut joined = Joined::default();
        for line in lines {
            let Some(words) = source.get(line.clone()) else { continue };
            let trimmed = words.trim();
            if trimmed.is_empty() {
                continue;
            }
            if !joined.text.is_empty() {
                joined.text.push(' ');
            }
            let start = line.start + (words.len() - words.trim_start().len());
            joined.pieces.push(Piece { at: joined.text.len(), from: start..start + trimmed.len() });
            joined.text.push_str(trimmed);
        }
        joined
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the source from the first to the last of a part.
    fn place(&self, part: &Range<usize>) -> Range<usize> {
        let of = |at: usize| {
            let index = self.pieces.partition_point(|piece| piece.at <= at).saturating_sub(1);
            self.pieces.get(index).map_or(0, |p| (p.from.start + at.saturating_sub(p.at)).min(p.from.end))
        };
        of(part.start)..of(part.end).max(of(part.start))
    }

    /// Takes over a part as it stands.
    pub fn write(&self, reading: &mut Builder, part: Range<usize>) {
        let first = self.pieces.partition_point(|piece| piece.at + piece.from.len() <= part.start);
        let mut last: Option<usize> = None;
        for piece in self.pieces.iter().skip(first).take_while(|piece| piece.at < part.end) {
            let end = piece.at + piece.from.len();
            if let Some(before) = last {
                reading.decoded(" ", before..piece.from.start);
            } else if part.start < piece.at {
                reading.decoded(" ", piece.from.start..piece.from.start);
            }
            let (from, to) = (part.start.max(piece.at) - piece.at, part.end.min(end) - piece.at);
            reading.verbatim(piece.from.start + from..piece.from.start + to);
            last = Some(piece.from.end);
            if part.end > end && self.text.len() == end {
                break;
            }
        }
        // A part that ends with the blank between two lines.
        let ends_between =
            part.end > part.start && self.pieces.binary_search_by_key(&part.end, |piece| piece.at).is_ok();
        if ends_between && let Some(before) = last {
            reading.decoded(" ", before..before);
        }
    }

    /// Holds the place of something that is no prose.
    pub fn gap(&self, reading: &mut Builder, part: Range<usize>) {
        let mut mark = [0; 4];
        reading.decoded(GAP.encode_utf8(&mut mark), self.place(&part));
    }

    /// A word in code is a word of its sentence; a value in code is no claim.
    pub fn code(&self, reading: &mut Builder, words: Range<usize>) {
        let from = reading.text().len();
        let inside = self.text.get(words.clone()).unwrap_or_default();
        let value = inside.contains(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '_' | ' '));
        if value {
            self.gap(reading, words)
        } else {
            self.write(reading, words)
        }
        reading.mark_code(from);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{BlockKind, Reading};

    #[test]
    fn parts_keep_their_places() {
        let source = "  The ferry\n   left at   \nnine.";
        let joined = Joined::of(source, [0..11, 12..25, 26..31]);
        assert_eq!(joined.text(), "The ferry left at nine.");
        let mut reading = Reading::new(source);
        reading.open(BlockKind::Paragraph, None, 0);
        joined.write(&mut reading, 0..10);
        joined.write(&mut reading, 10..23);
        assert_eq!(reading.text(), "The ferry left at nine.");
        let mut reading = Reading::new(source);
        reading.open(BlockKind::Paragraph, None, 0);
        joined.write(&mut reading, 4..14);
        joined.gap(&mut reading, 15..17);
        assert_eq!(reading.text(), "ferry left\u{fffc}");
    }
}
