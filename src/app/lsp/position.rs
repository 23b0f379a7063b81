//! Positions as an editor counts them: lines from 0, and in a line bytes or units of UTF-16, as was agreed.

use crate::document::{Document, Format};
use crate::text::Place;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
}

impl Encoding {
    /// Bytes, if the editor can count them; else what every editor can.
    pub fn of(offered: &[String]) -> Encoding {
        if offered.iter().any(|name| name == Encoding::Utf8.name()) { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16 => "utf-16",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    pub line: usize,
    pub character: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Range {
    pub start: Position,
    pub end: Position,
}

impl Range {
    /// Do the two touch?
    pub fn meets(&self, other: &Range) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// The byte order mark, which editors do not show.
const MARK: &[u8] = "\u{feff}".as_bytes();

pub fn position(document: &Document, byte: usize, encoding: Encoding) -> Position {
    let found = document.lines().position(&document.bytes, byte);
    let line = found.line.saturating_sub(1);
    let character = match encoding {
        Encoding::Utf16 => found.column_utf16.saturating_sub(1),
        Encoding::Utf8 => {
            let start = document.lines().line_range(&document.bytes, found.line).start;
            let mark = if line == 0 && document.bytes.starts_with(MARK) { MARK.len() } else { 0 };
            byte.saturating_sub(start + mark)
        }
    };
    Position { line, character }
}

/// Of a document that was converted the head of its file: no place of the converted text is one of it.
pub fn range(document: &Document, place: Place, encoding: Encoding) -> Range {
    if document.format == Format::Converted {
        let start = Position { line: 0, character: 0 };
        return Range { start, end: start };
    }
    Range { start: position(document, place.start, encoding), end: position(document, place.end, encoding) }
}

/// The byte at a position; the end of the line for one behind it.
pub fn byte(document: &Document, position: Position, encoding: Encoding) -> usize {
    let line = document.lines().line_range(&document.bytes, position.line.saturating_add(1));
    let mark = if position.line == 0 && document.bytes.starts_with(MARK) { MARK.len() } else { 0 };
    let start = line.start.saturating_add(mark).min(line.end);
    let text = document.source_text(Place { start, end: line.end });
    let mut seen: usize = 0;
    for (at, c) in text.char_indices() {
        if seen >= position.character {
            return start.saturating_add(at);
        }
        seen = seen.saturating_add(match encoding {
            Encoding::Utf8 => c.len_utf8(),
            Encoding::Utf16 => c.len_utf16(),
        });
    }
    line.end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};

    #[test]
    fn there_and_back() {
        for text in ["a\nbé😀c\r\nd", "\u{feff}a😀b\n"] {
            let document = Document::read("a.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
            for encoding in [Encoding::Utf8, Encoding::Utf16] {
                for (at, _) in text.char_indices().filter(|(_, c)| !"\u{feff}\r\n".contains(*c)) {
                    assert_eq!(byte(&document, position(&document, at, encoding), encoding), at, "{text:?} {at}");
                }
            }
        }
        let document = Document::read("a.txt", Role::Peer, Format::Text, "é😀c".as_bytes().to_vec());
        let at = |encoding| position(&document, 6, encoding).character;
        assert_eq!((at(Encoding::Utf8), at(Encoding::Utf16)), (6, 3));
        let behind = Position { line: 9, character: 9 };
        assert_eq!(byte(&document, behind, Encoding::Utf8), 7);
    }
}
