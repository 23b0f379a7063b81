//! One line of plain text, and what its shape says.

use std::ops::Range;

#[derive(Debug)]
pub struct Line<'s> {
    /// Without the blanks around it.
    pub words: &'s str,
    /// Where `words` starts in the source.
    start: usize,
    /// How many blanks stand before it.
    indent: usize,
}

/// The lines of a part of `source`.
pub fn split(source: &str, part: Range<usize>) -> Vec<Line<'_>> {
    let mut at = part.start;
    let mut lines = Vec::new();
    for line in source.get(part).unwrap_or_default().split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        lines.push(Line { words: line.trim(), start: at + indent, indent });
        at += line.len();
    }
    lines
}

impl Line<'_> {
    pub fn is_blank(&self) -> bool {
        self.words.is_empty()
    }

    pub fn indent(&self) -> usize {
        self.indent
    }

    /// In characters.
    pub fn width(&self) -> usize {
        self.words.chars().count()
    }

    /// Its words as a range of the source.
    pub fn all(&self) -> Range<usize> {
        self.at(0..self.words.len())
    }

    /// A part of its words as a range of the source.
    pub fn at(&self, part: Range<usize>) -> Range<usize> {
        self.start + part.start..self.start + part.end
    }

    pub fn ends_sentence(&self) -> bool {
        self.words.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', '!', '?', ':', '…'])
    }

    /// Too full for the first word of `next`, had it been wrapped at `width`?
    pub fn fills(&self, width: usize, next: &Line) -> bool {
        let word = next.words.split_whitespace().next().unwrap_or_default();
        self.width() + 1 + word.chars().count() > width
    }

    /// Is `next` set in under this item, so that it belongs to it?
    pub fn holds(&self, next: &Line) -> bool {
        next.indent >= self.indent + 2
    }

    /// Cut in the middle of a sentence that `next` goes on with.
    pub fn runs_on(&self, next: &Line) -> bool {
        let goes_on = |c: char| c.is_lowercase() || c.is_ascii_digit();
        (50..=100).contains(&self.width()) && !self.ends_sentence() && next.words.starts_with(goes_on)
    }
}

pub fn words_in(line: &str) -> usize {
    line.split_whitespace().count()
}

/// `== Title ==`, `= = Title = =` or `## Title`: its depth and the range of the title in the line.
pub fn heading(line: &str) -> Option<(u8, Range<usize>)> {
    let mark = line.chars().next().filter(|c| matches!(c, '=' | '#'))?;
    let is_mark = |c: char| c == mark || (mark == '=' && c == ' ');
    let open = line.len() - line.trim_start_matches(is_mark).len();
    let depth = line.get(..open)?.chars().filter(|c| *c == mark).count();
    let title = line.get(open..)?;
    let inner = title.trim_end_matches(is_mark).len();
    let closing = title.get(inner..)?.contains(mark);
    let set_apart = match mark {
        '=' => closing,
        _ => title.starts_with(' '),
    };
    if depth > 6 || !set_apart {
        return None;
    }
    let words = title.get(..inner)?;
    let lead = words.len() - words.trim_start().len();
    let start = open + lead;
    (!words.trim().is_empty()).then(|| (depth as u8, start..start + words.trim().len()))
}

/// The level that a line of `=====` or `-----` gives to the line above it.
pub fn underline(line: &str) -> Option<u8> {
    let all = |mark: char| line.chars().count() >= 3 && line.chars().all(|c| c == mark);
    if all('=') {
        return Some(1);
    }
    all('-').then_some(2)
}

/// The level of "1. Scope" or "2.1 Method", and where its words start.
pub fn numbered(line: &str) -> Option<(u8, usize)> {
    let (number, title_words) = line.split_once(' ')?;
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let digits = parts.iter().all(|p| (1..=2).contains(&p.len()) && p.chars().all(|c| c.is_ascii_digit()));
    let marked = number.contains('.') && parts.len() <= 4;
    (digits && marked && title(title_words.trim_start()))
        .then(|| (1 + parts.len() as u8, line.len() - title_words.trim_start().len()))
}

/// The same below a row of marks, where tags may stand behind the title.
pub fn numbered_after_ruler(line: &str) -> Option<(u8, usize)> {
    numbered(line.split('\t').next().unwrap_or_default().trim_end())
}

/// Could these words be a title: short, begun like one, not ended like a sentence?
pub fn title(words: &str) -> bool {
    let begins =
        words.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '"' | '‘'));
    begins
        && words_in(words) <= 16
        && words.chars().count() <= 100
        && words.contains(char::is_alphabetic)
        && !words.trim_end_matches(['”', '"', '’', '\'', ')']).ends_with(['.', ':', ';', ',', '…'])
}

/// The range up to which a list marker and the blanks after it reach.
pub fn bullet(line: &str) -> Option<usize> {
    let mark = line.chars().next()?;
    let after = match mark {
        '-' | '*' | '•' | '–' | '·' | '‣' | '◦' | '▪' => mark.len_utf8(),
        _ => enumerator(line)?,
    };
    let rest = line.get(after..)?;
    let blanks = rest.len() - rest.trim_start().len();
    (blanks > 0).then_some(after + blanks)
}

/// The length of "1.", "12)", "(3)", "a)" or "(b)".
fn enumerator(line: &str) -> Option<usize> {
    let open = usize::from(line.starts_with('('));
    let inner = line.get(open..)?;
    let digits = inner.chars().take_while(char::is_ascii_digit).count();
    let letter = usize::from(digits == 0 && inner.starts_with(|c: char| c.is_ascii_lowercase()));
    let close = inner.get(digits + letter..)?.chars().next()?;
    let fits = close == ')' || (close == '.' && open == 0 && letter == 0);
    (digits <= 2 && digits + letter > 0 && fits).then_some(open + digits + letter + 1)
}
