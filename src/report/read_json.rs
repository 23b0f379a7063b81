//! `crosscheck read --format json`: what was read of each document before any claim
//! is made.

use super::json::{SCHEMA_VERSION, line};
use crate::document::{Block, BlockKind, Document};
use crate::text::Place;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Output<'a> {
    schema_version: u32,
    documents: Vec<DocumentOut<'a>>,
}

#[derive(Debug, Serialize)]
struct DocumentOut<'a> {
    path: &'a str,
    format: &'static str,
    encoding: &'static str,
    title: Option<&'a str>,
    date: Option<String>,
    language: Option<&'a str>,
    blocks: Vec<BlockOut<'a>>,
}

#[derive(Debug, Serialize)]
struct BlockOut<'a> {
    kind: &'static str,
    label: Option<&'a str>,
    level: u8,
    start: usize,
    end: usize,
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    text: &'a str,
}

/// The kind of a block, in the contract's words.
pub fn block_kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListItem => "list-item",
        BlockKind::Quote => "quote",
        BlockKind::Cell => "cell",
        BlockKind::Field => "field",
        BlockKind::Caption => "caption",
    }
}

pub fn write(documents: &[Document]) -> Result<String, String> {
    let documents = documents.iter().map(|document| DocumentOut {
        path: &document.path,
        format: document.format.name(),
        encoding: document.encoding().name(),
        title: document.meta.title.as_deref(),
        date: document.meta.date.map(|d| d.to_string()),
        language: document.meta.language.as_deref(),
        blocks: document.blocks.iter().map(|b| block(document, b)).collect(),
    });
    line(&Output { schema_version: SCHEMA_VERSION, documents: documents.collect() })
}

fn block<'a>(document: &'a Document, block: &'a Block) -> BlockOut<'a> {
    let place = document.place(block.span);
    let Place { start, end } = document.in_file(place);
    BlockOut {
        kind: block_kind(block.kind),
        label: block.label.as_deref(),
        level: block.level,
        start,
        end,
        line: document.position(place).line,
        part: document.part(place),
        text: document.slice(block.span),
    }
}
