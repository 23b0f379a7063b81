//! One file a format: each turns a file into a `Reading`. The table below is the
//! only place that knows them all.

mod entity;
mod front_matter;
mod html;
mod markdown;
mod mediawiki;
mod plain;

use super::Reading;
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Text,
    Markdown,
    MediaWiki,
    Html,
}

struct Row {
    format: Format,
    name: &'static str,
    /// File name extensions, in lower case.
    extensions: &'static [&'static str],
    read: fn(&str) -> Reading,
}

const FORMATS: &[Row] = &[
    Row { format: Format::Text, name: "text", extensions: &["txt", "text"], read: plain::read },
    Row {
        format: Format::Markdown,
        name: "markdown",
        extensions: &["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"],
        read: markdown::read,
    },
    Row {
        format: Format::MediaWiki,
        name: "mediawiki",
        extensions: &["wiki", "mediawiki", "wikitext", "mw"],
        read: mediawiki::read,
    },
    Row { format: Format::Html, name: "html", extensions: &["html", "htm", "xhtml"], read: html::read },
];

impl Format {
    /// The format that a file's name tells.
    pub fn of(path: &Path) -> Option<Format> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        FORMATS.iter().find(|row| row.extensions.contains(&extension.as_str())).map(|row| row.format)
    }

    /// Every file name extension that tells a format.
    pub fn extensions() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().flat_map(|row| row.extensions).copied()
    }

    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    pub(super) fn read(self, source: &str) -> Reading {
        self.row().map_or_else(|| plain::read(source), |row| (row.read)(source))
    }

    fn row(self) -> Option<&'static Row> {
        FORMATS.iter().find(|row| row.format == self)
    }
}
