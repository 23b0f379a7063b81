//! Jupyter notebooks (`.ipynb`): the cells of Markdown, read as one document. Cells of code and what they put out are
//! left out, as blocks of code are. A place is that of the file, which is JSON, and of its cell.

use super::decoding::Decoding;
use super::json::{Piece, decode};
use super::markdown;
use crate::document::Reading;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::ops::Range;

const DAMAGED: &str = "is no Jupyter notebook that can be read; open it in Jupyter and save it again";

/// Ends what a cell leaves open, so that a list of one cell does not go on in the next.
const BETWEEN: &str = "\n\n<!-- -->\n\n";

#[derive(Deserialize)]
struct Notebook<'a> {
    #[serde(borrow, default)]
    cells: Vec<Cell<'a>>,
    /// Where notebooks of format 3 have their cells.
    #[serde(borrow, default)]
    worksheets: Vec<Worksheet<'a>>,
    nbformat: u32,
}

#[derive(Deserialize)]
struct Worksheet<'a> {
    #[serde(borrow, default)]
    cells: Vec<Cell<'a>>,
}

#[derive(Deserialize)]
struct Cell<'a> {
    cell_type: String,
    /// A string, or one for each line.
    #[serde(borrow)]
    source: Option<&'a RawValue>,
    /// Of a heading of format 3.
    level: Option<u8>,
}

pub fn read(source: &str) -> Result<Reading, String> {
    let notebook: Notebook = serde_json::from_str(source).map_err(|_| DAMAGED.to_owned())?;
    if !(1..=9).contains(&notebook.nbformat) {
        return Err(DAMAGED.to_owned());
    }
    let mut page = Decoding::default();
    let mut cells = Vec::new();
    let sheets = notebook.worksheets.iter().flat_map(|sheet| &sheet.cells);
    for (index, cell) in notebook.cells.iter().chain(sheets).enumerate() {
        let Some(lines) = cell.source.and_then(|raw| strings(source, raw)) else { continue };
        let is_matter = index == 0 && cell.cell_type == "raw";
        if is_matter || matches!(cell.cell_type.as_str(), "markdown" | "heading") {
            take(&mut page, source, cell, &lines, is_matter);
            cells.extend(lines.first().map(|line| (line.start, format!("cell {}", index + 1))));
        }
    }
    let mut reading = markdown::read(&page.text).through(&page.map);
    for (at, name) in cells {
        reading.parts.begin(at, name);
    }
    Ok(reading)
}

/// The insides of the strings of a cell, as places of `source`.
fn strings(source: &str, raw: &RawValue) -> Option<Vec<Range<usize>>> {
    let inside = |raw: &RawValue| {
        let start = (raw.get().as_ptr() as usize).checked_sub(source.as_ptr() as usize)?;
        raw.get().starts_with('"').then(|| start + 1..start + raw.get().len().saturating_sub(1))
    };
    if raw.get().starts_with('[') {
        let lines: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
        return lines.into_iter().map(inside).collect();
    }
    inside(raw).map(|whole| vec![whole])
}

/// Adds the Markdown of a cell to that of all.
fn take(page: &mut Decoding, source: &str, cell: &Cell, lines: &[Range<usize>], is_matter: bool) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let before = page.text.len();
    if let Some(level) = cell.level.filter(|level| (1..=6).contains(level)) {
        page.decoded(&format!("{} ", "#".repeat(usize::from(level))), first.start..first.start);
    }
    for line in lines {
        decode(source, line.clone(), |piece| match piece {
            Piece::Verbatim(place) => page.verbatim(source, place),
            Piece::Escape(words, place) => page.decoded(&words, place),
        });
    }
    let words = page.text.get(before..).unwrap_or_default();
    // Only what stands at the head of the page can be its front matter.
    if is_matter && !words.starts_with("---") {
        return page.cut(before);
    }
    if let Some(fence) = open_fence(words) {
        page.decoded(&format!("\n{fence}"), last.end..last.end);
    }
    page.decoded(if is_matter { "\n\n" } else { BETWEEN }, last.end..last.end);
}

/// The mark of the block of code that a cell does not close.
fn open_fence(words: &str) -> Option<&'static str> {
    let mut open: Option<&'static str> = None;
    for line in words.lines().map(str::trim_start) {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.starts_with(mark));
        open = match (open, mark) {
            (None, found) => found,
            (Some(fence), Some(mark)) if fence == mark && line.trim_end().chars().all(|c| mark.contains(c)) => None,
            (still, _) => still,
        };
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::shown::shown;
    use crate::document::{Document, Role};

    fn document(cells: &str) -> Document {
        let text = format!(
            "{{\n \"cells\": [\n{cells}\n ],\n \"metadata\": {{}},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}}\n"
        );
        Document::open("a.ipynb", Role::Peer, text.into_bytes()).unwrap()
    }

    #[test]
    fn cells_of_markdown_are_read_where_they_stand() {
        let document = document(
            r##"  {"cell_type": "markdown", "metadata": {}, "source": [
   "# The ferry\n",
   "\n",
   "The \"Arrow\" carried **40 cars** caf\u00e9 &amp; bar.\n",
   "- one"]},
  {"cell_type": "code", "source": ["cars = 41"], "outputs": [{"text": "42 cars"}]},
  {"cell_type": "markdown", "source": "- two, see [it](#the-ferry)\n```py\ncars = 43"},
  {"cell_type": "raw", "source": "44 cars"},
  {"cell_type": "markdown", "source": ["It sank in 2004."]}"##,
        );
        assert_eq!(document.fault(), None);
        assert_eq!(
            shown(&document),
            [
                "h1 The ferry",
                "p The \"Arrow\" carried 40 cars café & bar.",
                "- one",
                "- two, see it",
                "p It sank in 2004."
            ]
        );
        assert!(document.dangling.is_empty());
        let at = |words: &str| {
            let token = document.tokens.iter().find(|t| document.slice(t.span) == words).unwrap();
            let place = document.place(token.span);
            let position = document.position(place);
            (position.line, position.column, document.source_text(place), document.part(place))
        };
        assert_eq!(at("40"), (6, 29, "40", Some("cell 1")));
        assert_eq!(at("café"), (6, 39, "caf\\u00e9", Some("cell 1")));
        assert_eq!(at("2004"), (11, 52, "2004", Some("cell 5")));
    }

    #[test]
    fn front_matter_and_old_notebooks() {
        let raw = r#"{"cell_type": "raw", "source": ["---\n", "title: Ferries\n", "date: 2024-10-04\n", "---"]}"#;
        let page = document(&format!("{raw},\n{{\"cell_type\": \"markdown\", \"source\": \"It sank.\"}}"));
        assert_eq!(page.meta.title.as_deref(), Some("Ferries"));
        assert_eq!(page.meta.date.map(|d| d.to_string()).as_deref(), Some("2024-10-04"));
        let old = r#"{"nbformat": 3, "worksheets": [{"cells": [{"cell_type": "heading", "level": 2, "source": ["Ferries"]}]}]}"#;
        let old = Document::open("a.ipynb", Role::Peer, old.as_bytes().to_vec()).unwrap();
        assert_eq!(shown(&old), ["h2 Ferries"]);
    }

    #[test]
    fn what_is_no_notebook() {
        for text in ["{\"cells\": [", "{\"cells\": []}", "[]", "It rained.", "{\"nbformat\": 4, \"cells\": 5}"] {
            assert_eq!(read(text).unwrap_err(), DAMAGED, "{text}");
        }
        let deep = format!("{{\"nbformat\": 4, \"metadata\": {}{}}}", "[".repeat(200_000), "]".repeat(200_000));
        assert!(read(&deep).is_ok());
    }
}
