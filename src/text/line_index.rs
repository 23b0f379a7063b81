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
}

impl LineIndex {
    pub fn new(bytes: &[u8]) -> LineIndex {
        let newlines = bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(i, _)| i + 1);
        LineIndex { starts: std::iter::once(0).chain(newlines).collect() }
    }

    /// The line that holds `byte`.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).max(1)
    }

    /// The position of `byte` in the file this index was made of.
    pub fn position(&self, bytes: &[u8], byte: usize) -> Position {
        let line = self.line(byte);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = bytes.get(start..byte.min(bytes.len())).unwrap_or_default();
        let text = String::from_utf8_lossy(before);
        Position { line, column: text.chars().count() + 1, column_utf16: text.encode_utf16().count() + 1 }
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
    fn a_place_past_the_end_is_the_last_line() {
        let index = LineIndex::new(b"a\nb");
        assert_eq!(index.position(b"a\nb", 99).line, 2);
    }
}
