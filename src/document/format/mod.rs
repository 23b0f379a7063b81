//! One file a format: each turns source text into a `Reading`.

mod plain;

use super::Reading;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Text,
}

impl Format {
    /// File name extensions, in lower case.
    pub const EXTENSIONS: &'static [(&'static str, Format)] = &[("txt", Format::Text), ("text", Format::Text)];

    /// The format that a file's name tells.
    pub fn of(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Format::EXTENSIONS.iter().find(|(e, _)| *e == extension).map(|(_, format)| *format)
    }

    pub fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
        }
    }

    pub(super) fn read(self, source: &str) -> Reading {
        match self {
            Format::Text => plain::read(source),
        }
    }
}
