//! `crosscheck read`: what was read, block by block, as a person scans it: the line,
//! the kind of block with its label, and the words.

use super::read_json::block_kind;
use super::visible::visible;
use crate::document::{Document, Encoding};
use std::fmt::Write;

/// How far the words are indented: past the line number and the kind.
const KIND_WIDTH: usize = 10;

pub fn write(documents: &[Document]) -> String {
    let mut out = String::new();
    for document in documents {
        if !out.is_empty() {
            out.push('\n');
        }
        // Writing into a string cannot fail.
        let _ = head(&mut out, document);
        for block in &document.blocks {
            let place = document.place(block.span);
            let line = document.position(place).line;
            let part = document.part(place).map(|part| format!("({}) ", visible(part))).unwrap_or_default();
            let label = block.label.as_ref().map(|l| format!("{}: ", visible(l))).unwrap_or_default();
            let kind = block_kind(block.kind);
            let words = visible(document.slice(block.span));
            let _ = writeln!(out, "{line:>6}  {kind:<KIND_WIDTH$} {part}{label}{words}");
        }
    }
    out
}

fn head(out: &mut String, document: &Document) -> std::fmt::Result {
    write!(out, "{} ({}", visible(&document.path), document.format.name())?;
    if document.encoding() != Encoding::Utf8 {
        write!(out, ", {}", document.encoding().name())?;
    }
    writeln!(out, ")")?;
    if let Some(title) = &document.meta.title {
        writeln!(out, "        {:<KIND_WIDTH$} {}", "title", visible(title))?;
    }
    if let Some(date) = document.meta.date {
        writeln!(out, "        {:<KIND_WIDTH$} {date}", "date")?;
    }
    Ok(())
}
