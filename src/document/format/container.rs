//! Files that are no text themselves: what is read out of them becomes the text
//! that places count in, each block a line of it.

use crate::document::{BlockKind, LIMIT, Meta, Reading, Seat, Target};
use crate::text::Span;
use std::ops::Range;

/// One block of a container.
#[derive(Debug)]
pub struct Part {
    pub kind: BlockKind,
    pub label: Option<String>,
    pub level: u8,
    pub words: String,
    /// Parts of the words that are links to places of this document, by the places' names.
    pub links: Vec<(Range<usize>, String)>,
    /// Of a cell.
    pub seat: Option<Seat>,
    /// What it is known by in its container, where that changes with it.
    pub name: Option<String>,
}

/// What was read out of a container.
#[derive(Debug, Default)]
pub struct Extract {
    pub parts: Vec<Part>,
    /// The names of places that may be linked to.
    pub places: Vec<String>,
    pub meta: Meta,
}

impl Extract {
    /// The text, and its reading.
    pub fn into_reading(self) -> Result<(String, Reading), String> {
        let mut text = String::new();
        let mut lines = Vec::new();
        for part in self.parts {
            let words = squeezed(&part.words);
            if words.is_empty() {
                continue;
            }
            let start = text.len();
            text.push_str(&words);
            lines.push((part, start..text.len()));
            text.push('\n');
            if text.len() > LIMIT {
                return Err(format!("holds more than {} MiB of text; split it into parts", LIMIT >> 20));
            }
        }
        let mut reading = Reading::new(&text);
        *reading.meta() = self.meta;
        for place in &self.places {
            reading.references().define(Target::Place, place);
        }
        for (part, line) in lines {
            if let Some(name) = part.name {
                reading.parts().begin(line.start, name);
            }
            reading.open(part.kind, part.label, part.level);
            if let Some(seat) = part.seat {
                reading.seat(seat);
            }
            let start = reading.text().len();
            reading.verbatim(line);
            for (link, target) in part.links {
                let before = squeezed(part.words.get(..link.start).unwrap_or_default());
                let words = squeezed(part.words.get(link.clone()).unwrap_or_default());
                let blank = part.words.get(..link.start).is_some_and(|w| w.ends_with(char::is_whitespace));
                let from = start + before.len() + usize::from(blank && !before.is_empty());
                reading.references().refer(Span::new(from, from + words.len()), Target::Place, &target);
            }
        }
        let reading = reading.finish();
        Ok((text, reading))
    }
}

/// One blank between each two words.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
