//! Lines of reStructuredText, and what the shape of one says.

use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Line<'s> {
    /// Without the blanks around it.
    pub words: &'s str,
    /// Where `words` starts in the source.
    pub start: usize,
    /// How many blanks stand before it. Of a line whose marker was taken off, the column where the rest starts.
    pub indent: usize,
}

pub const TAB: usize = 8;

pub fn split(source: &str) -> Vec<Line<'_>> {
    let mut at = 0;
    let mut lines = Vec::new();
    for line in source.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start().len();
        let indent = line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { TAB } else { 1 }).sum();
        lines.push(Line { words: line.trim(), start: at + blanks, indent });
        at += line.len();
    }
    lines
}

impl<'s> Line<'s> {
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    /// Its words as a range of the source.
    pub fn all(&self) -> Range<usize> {
        self.start..self.start + self.words.len()
    }

    /// The line without its first `bytes`, and without the blanks behind them.
    pub fn after(&self, bytes: usize) -> Line<'s> {
        let rest = self.words.get(bytes..).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start().len();
        Line { words: rest.trim(), start: self.start + bytes + blanks, indent: self.indent + bytes + blanks }
    }

    /// A line of one mark only, as it underlines a title: the mark.
    pub fn row(&self) -> Option<char> {
        let mark = self.words.chars().next().filter(char::is_ascii_punctuation)?;
        (self.words.len() > 2 && self.words.chars().all(|c| c == mark)).then_some(mark)
    }

    /// In characters.
    pub fn width(&self) -> usize {
        self.words.chars().count()
    }

    /// "- one", "* one", "• one": the bytes of the marker.
    pub fn bullet(&self) -> Option<usize> {
        let mark = self.words.chars().next().filter(|c| matches!(c, '-' | '*' | '+' | '•' | '‣'))?;
        let rest = self.words.get(mark.len_utf8()..)?;
        rest.starts_with([' ', '\t']).then(|| mark.len_utf8() + 1)
    }

    /// "1. one", "(a) one", "#. one": the bytes of the marker.
    pub fn numbered(&self) -> Option<usize> {
        let open = usize::from(self.words.starts_with('('));
        let rest = self.words.get(open..)?;
        let length = rest.find(['.', ')'])?;
        let number = rest.get(..length)?;
        let counts = !number.is_empty() && number.len() < 4 && number.bytes().all(|b| b.is_ascii_digit());
        let letter = number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic());
        let end = open + length + 1;
        let behind = self.words.get(end..)?;
        ((counts || letter || number == "#") && behind.starts_with(' ')).then_some(end + 1)
    }

    /// ":name: value": the name, and where the value starts.
    pub fn field(&self) -> Option<(&'s str, usize)> {
        let rest = self.words.strip_prefix(':')?;
        let end = rest.find(':').filter(|end| *end > 0)?;
        let (name, behind) = (rest.get(..end)?, rest.get(end + 1..)?);
        let plain = !name.starts_with(' ') && !name.contains('`');
        (plain && (behind.is_empty() || behind.starts_with(' '))).then_some((name, end + 2))
    }
}

/// How many of the lines belong to what opens before them: those that are set in further than `indent`, and blank ones
/// between them.
pub fn body(lines: &[Line], indent: usize) -> usize {
    let length = lines.iter().take_while(|l| l.is_blank() || l.indent > indent).count();
    let blank = lines.iter().take(length).rev().take_while(|l| l.is_blank()).count();
    length - blank
}
