//! Files that are no text themselves: what is read out of them becomes the text
//! that places count in, each block a line of it.

use crate::document::{BlockKind, Meta, Reading};

/// One block of a container.
#[derive(Debug)]
pub struct Part {
    pub kind: BlockKind,
    pub label: Option<String>,
    pub level: u8,
    pub words: String,
}

/// What was read out of a container.
#[derive(Debug, Default)]
pub struct Extract {
    pub parts: Vec<Part>,
    pub meta: Meta,
}

impl Extract {
    /// The text, and its reading.
    pub fn into_reading(self) -> (String, Reading) {
        let mut text = String::new();
        let mut lines = Vec::new();
        for mut part in self.parts {
            let words = std::mem::take(&mut part.words);
            let words: Vec<&str> = words.split_whitespace().collect();
            if words.is_empty() {
                continue;
            }
            let start = text.len();
            text.push_str(&words.join(" "));
            lines.push((part, start..text.len()));
            text.push('\n');
        }
        let mut reading = Reading::new(&text);
        *reading.meta() = self.meta;
        for (part, line) in lines {
            reading.open(part.kind, part.label, part.level);
            reading.verbatim(line);
        }
        let reading = reading.finish();
        (text, reading)
    }
}
