//! One file a format: each turns source text into a `Reading`.

mod plain;

use super::Reading;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Text,
}

impl Format {
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
