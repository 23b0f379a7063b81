//! One file a format: each turns a file into a `Reading`. The table below is the
//! only place that knows them all.

mod archive;
mod asciidoc;
mod container;
mod csv;
mod decoding;
mod detect;
mod docx;
mod entity;
mod epub;
mod front_matter;
mod grid;
mod html;
mod joined;
mod json;
mod mail;
mod manifest;
mod markdown;
mod mediawiki;
mod notebook;
mod odt;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "no_pdf.rs"]
mod pdf;
mod plain;
mod rst;
mod subtitles;
mod template;
mod unread;
mod xlsx;
mod xml;

pub use unread::unread;

use super::Reading;
use serde::{Deserialize, Serialize};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Format {
    Text,
    Markdown,
    MediaWiki,
    Rst,
    AsciiDoc,
    Html,
    Docx,
    Odt,
    Epub,
    Xlsx,
    Pdf,
    Subtitles,
    Notebook,
    Mail,
    Json,
    Csv,
    /// What a program says of itself: `package.json`, `LICENSE`.
    Manifest,
    /// The Markdown that another program made of a file: no editor of the file shows it.
    Converted,
}

/// The text read out of a container, and its reading.
type Extracted = (String, Reading);

/// How a format is read.
#[derive(Debug, Clone, Copy)]
enum Reader {
    Text(fn(&str) -> Reading),
    /// Text that must be built in its way. The error is the end of a sentence that begins with the file's name.
    Built(fn(&str) -> Result<Reading, String>),
    /// The file is no text itself.
    Container(fn(&[u8]) -> Result<Extracted, String>),
}

struct Row {
    format: Format,
    name: &'static str,
    /// File name extensions, in lower case.
    extensions: &'static [&'static str],
    reader: Reader,
}

/// Code of programs that build others, under the name of a text.
const OF_BUILDERS: [&str; 2] = ["cmakelists.txt", "meson_options.txt"];

const FORMATS: &[Row] = &[
    Row { format: Format::Text, name: "text", extensions: &["txt", "text"], reader: Reader::Text(plain::read) },
    Row {
        format: Format::Markdown,
        name: "markdown",
        extensions: &["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"],
        reader: Reader::Text(markdown::read),
    },
    Row {
        format: Format::MediaWiki,
        name: "mediawiki",
        extensions: &["wiki", "mediawiki", "wikitext", "mw"],
        reader: Reader::Text(mediawiki::read),
    },
    Row {
        format: Format::Rst,
        name: "restructuredtext",
        extensions: &["rst", "rest"],
        reader: Reader::Text(rst::read),
    },
    Row {
        format: Format::AsciiDoc,
        name: "asciidoc",
        extensions: &["adoc", "asciidoc", "asciidoctor"],
        reader: Reader::Text(asciidoc::read),
    },
    Row { format: Format::Html, name: "html", extensions: &["html", "htm", "xhtml"], reader: Reader::Text(html::read) },
    Row { format: Format::Docx, name: "docx", extensions: &["docx"], reader: Reader::Container(docx::read) },
    Row { format: Format::Odt, name: "odt", extensions: &["odt", "ott"], reader: Reader::Container(odt::read) },
    Row { format: Format::Epub, name: "epub", extensions: &["epub"], reader: Reader::Container(epub::read) },
    Row { format: Format::Pdf, name: "pdf", extensions: &["pdf"], reader: Reader::Container(pdf::read) },
    Row {
        format: Format::Subtitles,
        name: "subtitles",
        extensions: &["srt", "vtt"],
        reader: Reader::Built(subtitles::read),
    },
    Row { format: Format::Notebook, name: "notebook", extensions: &["ipynb"], reader: Reader::Built(notebook::read) },
    Row { format: Format::Mail, name: "mail", extensions: &["eml"], reader: Reader::Built(mail::read) },
    Row { format: Format::Json, name: "json", extensions: &["json"], reader: Reader::Text(json::read) },
    Row { format: Format::Csv, name: "csv", extensions: &["csv", "tsv"], reader: Reader::Text(csv::read) },
    Row { format: Format::Xlsx, name: "xlsx", extensions: &["xlsx", "xlsm"], reader: Reader::Container(xlsx::read) },
    Row { format: Format::Manifest, name: "manifest", extensions: &[], reader: Reader::Text(manifest::read) },
    Row { format: Format::Converted, name: "converted", extensions: &[], reader: Reader::Text(markdown::read) },
];

impl Format {
    /// The format that a file's name tells, among those that this build reads.
    pub fn of(path: &Path) -> Option<Format> {
        Format::named(path).filter(|format| format.is_read())
    }

    /// The format that the parts of an archive tell, else the file's name, else its content.
    pub fn detect(path: &Path, bytes: &[u8]) -> Format {
        let archive = archive::kind(bytes).and_then(Format::of_extension);
        let named = Format::named(path).map(|named| match named {
            // Documentation in reStructuredText is often called `.txt`.
            Format::Text if detect::is_rst(bytes) => Format::Rst,
            named => named,
        });
        archive.or(named).unwrap_or_else(|| detect::by_content(bytes))
    }

    fn named(path: &Path) -> Option<Format> {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_ascii_lowercase();
        if manifest::NAMES.contains(&name.as_str()) {
            return Some(Format::Manifest);
        }
        if OF_BUILDERS.contains(&name.as_str()) {
            return None;
        }
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Format::of_extension(&extension)
    }

    fn of_extension(extension: &str) -> Option<Format> {
        FORMATS.iter().find(|row| row.extensions.contains(&extension)).map(|row| row.format)
    }

    /// Does this build read it?
    fn is_read(self) -> bool {
        self != Format::Pdf || cfg!(feature = "pdf")
    }

    /// Is it read wherever it lies? Data files in a directory are mostly settings, so they are read when they are named.
    pub fn is_prose(self) -> bool {
        !matches!(self, Format::Json | Format::Csv | Format::Xlsx)
    }

    /// Every file name extension that tells a format that this build reads.
    pub fn extensions() -> impl Iterator<Item = &'static str> {
        FORMATS.iter().filter(|row| row.format.is_read()).flat_map(|row| row.extensions).copied()
    }

    pub fn name(self) -> &'static str {
        self.row().map_or("", |row| row.name)
    }

    /// Reads text. What is no text itself is read as what `extract` made of it.
    pub fn read(self, source: &str) -> Reading {
        match self.row().map(|row| row.reader) {
            Some(Reader::Text(read)) => read(source),
            Some(Reader::Built(read)) => read(source).unwrap_or_else(|_| Reading::new(source).finish()),
            _ => plain::read(source),
        }
    }

    /// The same, or what is wrong with the text.
    pub(super) fn try_read(self, source: &str) -> Result<Reading, String> {
        match self.row().map(|row| row.reader) {
            Some(Reader::Built(read)) => read(source),
            _ => Ok(self.read(source)),
        }
    }

    /// What a container holds, as text and its reading; `None` for text.
    pub(super) fn extract(self, bytes: &[u8]) -> Option<Result<Extracted, String>> {
        match self.row()?.reader {
            Reader::Text(_) | Reader::Built(_) => None,
            Reader::Container(read) => Some(read(bytes)),
        }
    }

    fn row(self) -> Option<&'static Row> {
        FORMATS.iter().find(|row| row.format == self)
    }
}

/// What the tests of the readers look at.
#[cfg(test)]
mod shown {
    use crate::document::{Block, BlockKind, Document};

    /// The kind (with level or label) and the words of each block.
    pub fn shown(document: &Document) -> Vec<String> {
        let show = |b: &Block| match (b.kind, &b.label) {
            (BlockKind::Heading, _) => format!("h{}", b.level),
            (BlockKind::ListItem, _) => "-".repeat(b.level as usize),
            (BlockKind::Quote, _) => ">".to_owned(),
            (BlockKind::Caption, _) => "caption".to_owned(),
            (_, Some(label)) => format!("[{label}]"),
            (BlockKind::Cell, _) => "head".to_owned(),
            _ => "p".to_owned(),
        };
        document.blocks.iter().map(|b| format!("{} {}", show(b), document.slice(b.span))).collect()
    }
}
