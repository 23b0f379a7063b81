//! Plain text: each line is a block (a wrapped paragraph's lines are joined), with
//! headings in `= wiki =` or `# hash` style and bulleted or numbered items.

use crate::document::{BlockKind, Reading};
use std::ops::Range;

pub fn read(source: &str) -> Reading {
    let mut reading = Reading::new(source);
    let mut at = 0;
    let mut previous: Option<Range<usize>> = None;
    for line in source.split_inclusive('\n') {
        let words = line.trim();
        let start = at + (line.len() - line.trim_start().len());
        at += line.len();
        if words.is_empty() {
            previous = None;
            continue;
        }
        let range = start..start + words.len();
        if let Some((level, inner)) = heading(words) {
            let from = start + inner.start;
            reading.open(BlockKind::Heading, None, level);
            reading.verbatim(from..start + inner.end);
            previous = None;
        } else if let Some(marker) = bullet(words) {
            reading.open(BlockKind::ListItem, None, 1);
            reading.verbatim(start + marker..range.end);
            previous = Some(range);
        } else if let Some(before) = previous.clone().filter(|p| wrapped(source, p, words)) {
            reading.decoded(" ", before.end..range.start);
            reading.verbatim(range.clone());
            previous = Some(range);
        } else {
            reading.open(BlockKind::Paragraph, None, 0);
            reading.verbatim(range.clone());
            previous = Some(range);
        }
    }
    reading.finish()
}

/// `== Title ==` or `## Title`: its depth and the range of the title in the line.
fn heading(line: &str) -> Option<(u8, Range<usize>)> {
    for mark in ['=', '#'] {
        let depth = line.chars().take_while(|c| *c == mark).count();
        if depth == 0 || depth > 6 {
            continue;
        }
        let closed = line.get(depth..)?.trim_end_matches(mark);
        if mark == '=' && closed.len() + depth == line.len() {
            continue;
        }
        if mark == '#' && !closed.starts_with(' ') {
            continue;
        }
        let title = closed.trim();
        let start = depth + (closed.len() - closed.trim_start().len());
        if !title.is_empty() {
            return Some((depth as u8, start..start + title.len()));
        }
    }
    None
}

/// The length of a list marker and the blanks after it.
fn bullet(line: &str) -> Option<usize> {
    let mark = line.chars().next()?;
    let after = match mark {
        '-' | '*' | '•' | '–' | '·' => mark.len_utf8(),
        '1'..='9' => {
            let digits = line.chars().take_while(char::is_ascii_digit).count();
            if digits > 2 || !line.get(digits..)?.starts_with(['.', ')']) {
                return None;
            }
            digits + 1
        }
        _ => return None,
    };
    let rest = line.get(after..)?;
    let blanks = rest.len() - rest.trim_start().len();
    (blanks > 0).then_some(after + blanks)
}

/// Is this line the rest of the one before? Only where that one was cut by a
/// wrapping editor: of wrapping length, and not at the end of a sentence.
fn wrapped(source: &str, before: &Range<usize>, line: &str) -> bool {
    let width = source.get(before.clone()).unwrap_or_default().chars().count();
    let ends = source.get(before.clone()).unwrap_or_default().ends_with(['.', '!', '?', ':', '”', '"']);
    let continues = line.chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit() || c.is_uppercase());
    (50..=100).contains(&width) && continues && (!ends || line.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Format, Role};

    fn blocks(text: &str) -> Vec<(BlockKind, String, String)> {
        let doc = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        doc.blocks
            .iter()
            .map(|b| (b.kind, doc.slice(b.span).to_owned(), doc.source_text(doc.place(b.span)).to_owned()))
            .collect()
    }

    #[test]
    fn lines_headings_and_bullets() {
        let read = blocks("\u{feff}== 14 signatures ==\r\nThey are: Spain,Sweden.\r\n\r\n- 2024 plot\n1. one\n");
        let kinds: Vec<_> = read.iter().map(|b| (b.0, b.1.as_str())).collect();
        assert_eq!(
            kinds,
            [
                (BlockKind::Heading, "14 signatures"),
                (BlockKind::Paragraph, "They are: Spain,Sweden."),
                (BlockKind::ListItem, "2024 plot"),
                (BlockKind::ListItem, "one"),
            ]
        );
        assert!(read.iter().all(|b| b.1 == b.2));
    }

    #[test]
    fn a_wrapped_line_is_joined() {
        let read = blocks("This line was cut by an editor that wraps at sixty or so\ncharacters.\nNext.");
        assert_eq!(read[0].1, "This line was cut by an editor that wraps at sixty or so characters.");
        assert_eq!(read[1].1, "Next.");
    }
}
