//! From a byte of a file to the line and column a person or an editor counts.
//! Built once for a file, so that no report rescans it for each finding.

/// Lines and columns start at 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    pub line: usize,
    /// In Unicode code points.
    pub column: usize,
    /// In UTF-16 code units, as SARIF and editors may ask.
    pub column_utf16: usize,
}

#[derive(Debug, Clone)]
pub struct LineIndex {
    /// The byte at which each line starts.
    starts: Vec<usize>,
    /// Columns counted in advance, every `STEP` bytes of a longer line, so that many places on one
    /// enormous line do not each count it from its start.
    milestones: Vec<Milestone>,
}

const STEP: usize = 1024;

/// The byte order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// How many characters of its line stand before a byte.
#[derive(Debug, Clone, Copy)]
struct Milestone {
    byte: usize,
    characters: Characters,
}

#[derive(Debug, Clone, Copy, Default)]
struct Characters {
    code_points: usize,
    utf16: usize,
}

impl Characters {
    /// Those that start in `bytes`.
    fn of(bytes: &[u8]) -> Characters {
        let starts = |byte: &&u8| **byte & 0xc0 != 0x80;
        let code_points = bytes.iter().filter(starts).count();
        // Four bytes in UTF-8 are two units in UTF-16.
        Characters { code_points, utf16: code_points + bytes.iter().filter(|byte| **byte >= 0xf0).count() }
    }

    fn and(self, more: Characters) -> Characters {
        Characters { code_points: self.code_points + more.code_points, utf16: self.utf16 + more.utf16 }
    }
}

impl LineIndex {
    pub fn new(bytes: &[u8]) -> LineIndex {
        let mut starts = vec![0];
        let mut end = 0;
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            end += line.len();
            starts.extend(line.ends_with(b"\n").then_some(end));
        }
        let mut milestones = Vec::new();
        let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
        for (start, end) in starts.iter().zip(ends).filter(|(start, end)| end - *start > STEP) {
            let (mut byte, mut characters) = (*start, Characters::default());
            for chunk in bytes.get(*start..end).unwrap_or_default().chunks(STEP) {
                milestones.push(Milestone { byte, characters });
                byte += chunk.len();
                characters = characters.and(Characters::of(chunk));
            }
        }
        LineIndex { starts, milestones }
    }

    /// The line that holds `byte`.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).max(1)
    }

    /// The position of `byte` in the file this index was made of.
    pub fn position(&self, bytes: &[u8], byte: usize) -> Position {
        let line = self.line(byte);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let near = self.milestones.partition_point(|m| m.byte <= byte).checked_sub(1);
        let near = near.and_then(|i| self.milestones.get(i)).filter(|m| m.byte >= start);
        let (from, before) = near.map_or((start, Characters::default()), |m| (m.byte, m.characters));
        let rest = bytes.get(from..byte.min(bytes.len())).unwrap_or_default();
        let Characters { code_points, utf16 } = before.and(Characters::of(rest));
        // Nobody sees the mark that some files begin with, and no editor counts it.
        let mark = usize::from(line == 1 && byte >= MARK.len() && bytes.starts_with(MARK));
        Position { line, column: code_points + 1 - mark, column_utf16: utf16 + 1 - mark }
    }

    /// The bytes of line `line` (from 1), without its line break.
    pub fn line_range(&self, bytes: &[u8], line: usize) -> std::ops::Range<usize> {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(bytes.len());
        let mut end = self.starts.get(line).map_or(bytes.len(), |next| next - 1);
        if end > start && bytes.get(end - 1) == Some(&b'\r') {
            end -= 1;
        }
        start..end.max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "one\r\n“two” 𝄞 three\n".as_bytes();
        let index = LineIndex::new(text);
        let byte = text.windows(5).position(|w| w == b"three").unwrap();
        assert_eq!(index.position(text, byte), Position { line: 2, column: 9, column_utf16: 10 });
        assert_eq!(index.line_range(text, 1), 0..3);
    }

    #[test]
    fn the_byte_order_mark_is_no_column() {
        let text = "\u{feff}ab\nab".as_bytes();
        let column = |byte| LineIndex::new(text).position(text, byte).column;
        assert_eq!([column(0), column(3), column(4), column(7)], [1, 1, 2, 2]);
    }

    #[test]
    fn a_long_line_is_counted_as_a_short_one() {
        let text = format!("a\n{}\nb", "é𝄞x".repeat(1000));
        let index = LineIndex::new(text.as_bytes());
        let counted = |byte: usize| {
            let before = &text[text[..byte].rfind('\n').map_or(0, |i| i + 1)..byte];
            (before.chars().count() + 1, before.encode_utf16().count() + 1)
        };
        for (byte, _) in text.char_indices() {
            let position = index.position(text.as_bytes(), byte);
            assert_eq!((position.column, position.column_utf16), counted(byte), "byte {byte}");
        }
    }

    #[test]
    fn a_place_past_the_end_is_the_last_line() {
        let index = LineIndex::new(b"a\nb");
        assert_eq!(index.position(b"a\nb", 99).line, 2);
    }
}
