//! Notices of copyright: "Copyright (C) 1994-2021 The Kest Foundation". Their years tell of the file, not of what it tells.

use super::Block;
use crate::text::Span;

/// From the word to the end of its sentence.
pub fn notices(lower: &str, blocks: &[Block]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for block in blocks {
        let words = lower.get(block.span.range()).unwrap_or_default();
        let from = block.span.start as usize;
        let mut until = 0;
        for (at, word) in words.match_indices("copyright") {
            let Some(behind) = words.get(at.saturating_add(word.len())..).map(str::trim_start) else { continue };
            let is_notice = ["(c)", "©", "notice"].iter().any(|mark| behind.starts_with(mark))
                || behind.starts_with(|c: char| c.is_ascii_digit());
            if at < until || !is_notice {
                continue;
            }
            let length = words.get(at..).and_then(|rest| rest.find(". "));
            until = length.map_or(words.len(), |length| at.saturating_add(length));
            found.push(Span::new(from.saturating_add(at), from.saturating_add(until)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Role};

    #[test]
    fn the_years_of_a_notice() {
        let text = "Copyright (C) 1994-2021 The Kest Foundation\n\nThe copyright of 1904 fell in 1974.\n";
        let document = Document::open("a.txt", Role::Peer, text.as_bytes().to_vec()).unwrap();
        let found: Vec<&str> = notices(&document.lower, &document.blocks).iter().map(|s| document.slice(*s)).collect();
        assert_eq!(found, ["Copyright (C) 1994-2021 The Kest Foundation"]);
    }
}
