//! Tables as rows of cells again, from the blocks that formats make of them: what names each row, what stands over
//! the table, and what the head of each column asks.

use super::columns::{Column, Columns};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::en::properties::TOTALS;
use crate::lexicon::en::versions::VERSIONED;
use std::collections::BTreeMap;
use std::ops::Range;

/// A name of a row is no longer than this many words.
const LONGEST_NAME: usize = 8;
/// What is left of a name without its first words still says which row it is.
const LONG_NAME: usize = 3;
/// So many blocks above a table are asked for its caption.
const ABOVE: usize = 3;
/// A line above a table that is longer is no title of it.
const LONGEST_TITLE: usize = 120;

#[derive(Debug)]
pub struct Table {
    pub rows: Vec<Row>,
    /// The blocks that name the table: its caption, the line and the heading above it.
    pub titles: Vec<usize>,
}

#[derive(Debug, Default)]
pub struct Row {
    /// Its cells, or a record's fields: indices into the blocks, without heads of columns.
    pub cells: Vec<usize>,
    /// The cell that names it.
    pub name: Option<usize>,
    /// The year that stands for its name, or beside it.
    pub year: Option<i16>,
    /// It sums up the others.
    pub is_total: bool,
}

/// The blocks of each row, by its number.
type Cells = BTreeMap<u32, Vec<usize>>;

/// The tables of a document in the order in which they begin; `columns` is asked what the heads say.
pub fn tables(document: &Document, columns: &mut Columns) -> Vec<Table> {
    let mut found: BTreeMap<u32, (Vec<usize>, Cells)> = BTreeMap::new();
    let mut heading = None;
    for (index, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Heading {
            heading = Some(index);
        }
        let Some(seat) = block.seat else { continue };
        let (_, rows) = found.entry(seat.table).or_insert_with(|| (titles(document, index, heading), BTreeMap::new()));
        let is_head_row = block.kind == BlockKind::Cell && block.level == 0;
        if !is_head_row {
            rows.entry(seat.row).or_default().push(index);
        }
    }
    let rows =
        |rows: Cells, columns: &mut Columns| rows.into_values().map(|cells| row(document, cells, columns)).collect();
    found.into_values().map(|(titles, cells)| Table { rows: rows(cells, columns), titles }).collect()
}

/// The name of a row is the cell that is marked as its head, or else the first that holds words and no value.
fn row(document: &Document, cells: Vec<usize>, columns: &mut Columns) -> Row {
    let block = |index: &usize| document.blocks.get(*index);
    let is_name = |index: &&usize| block(index).is_some_and(|b| is_name(document, b));
    let marked = cells.iter().find(|i| is_name(i) && block(i).and_then(|b| b.seat).is_some_and(|s| s.is_head));
    let version = cells.first().filter(|i| block(i).is_some_and(|b| is_version(document, b)));
    let name = version.or(marked).or_else(|| cells.iter().find(is_name)).copied();
    let words = |index: usize| document.blocks.get(index).map(|b| document.slice(b.span)).unwrap_or_default();
    let mut dated = |index: &usize| {
        let label = block(index).and_then(|b| b.label.as_deref()).unwrap_or_default();
        matches!(columns.of(label), Column { is_year: true, .. }) || label.is_empty()
    };
    let year = cells.first().filter(|i| Some(**i) != name && dated(i)).and_then(|i| year(words(*i)));
    let lower = name.map(|i| words(i).trim_matches([':', '*', ' ']).to_lowercase()).unwrap_or_default();
    let is_total = TOTALS.contains(lower.as_str()) || lower.starts_with("total ");
    Row { cells, name, year, is_total }
}

fn is_name(document: &Document, block: &Block) -> bool {
    let words = document.slice(block.span);
    let tokens = tokens(document, block);
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let figures = words.chars().filter(char::is_ascii_digit).count();
    letters >= 2 && letters > figures && (1..=LONGEST_NAME + 4).contains(&tokens.len())
}

/// "2.4.1", or the series "4.x".
pub fn is_version_number(words: &str) -> bool {
    let digits = words.strip_suffix(".x").unwrap_or(words);
    words.contains('.') && digits.split('.').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

/// A version under a head such as "Release": it names its row.
fn is_version(document: &Document, block: &Block) -> bool {
    let head = block.label.as_deref().unwrap_or_default().to_lowercase();
    is_version_number(document.slice(block.span).trim_start_matches('v'))
        && head.split(|c: char| !c.is_alphanumeric()).any(|word| VERSIONED.contains(word))
}

/// The tokens of a name that prose would repeat: brackets, notes and a leading article are left out.
pub fn name_tokens(document: &Document, block: usize) -> Vec<usize> {
    let Some(block) = document.blocks.get(block) else { return Vec::new() };
    let mut out = Vec::new();
    for index in tokens(document, block) {
        match document.word(index) {
            "(" | "[" | "*" | "†" | "‡" | ":" if !out.is_empty() => break,
            "the" if out.is_empty() => {}
            _ if document.token(index).is_some_and(|t| t.is_word() || t.is_number()) => out.push(index),
            _ => {}
        }
    }
    // "All other rooms not named here" is named without the words that set it against the other rows.
    let set_apart = out.iter().take_while(|i| matches!(document.word(**i), "all" | "any" | "other")).count();
    if out.len() >= set_apart + LONG_NAME {
        out.drain(..set_apart);
    }
    if out.len() > LONGEST_NAME { Vec::new() } else { out }
}

fn tokens(document: &Document, block: &Block) -> Range<usize> {
    document.token_at(block.span.start)..document.token_at(block.span.end)
}

/// The caption, a short line that ends in a colon or opens with "Table", and the heading above.
fn titles(document: &Document, first: usize, heading: Option<usize>) -> Vec<usize> {
    let above = document.blocks.get(..first).unwrap_or_default();
    let mut found = Vec::new();
    for (index, block) in above.iter().enumerate().rev().take(ABOVE) {
        let words = document.slice(block.span);
        let is_line = block.kind == BlockKind::Paragraph
            && block.span.len() <= LONGEST_TITLE
            && (words.ends_with(':') || words.starts_with("Table"));
        if block.kind == BlockKind::Caption || is_line {
            found.push(index);
        } else if block.seat.is_some() || block.kind == BlockKind::Heading {
            break;
        }
    }
    found.extend(heading);
    found
}

/// A year that stands alone, or opens a season ("2019–20").
pub fn year(words: &str) -> Option<i16> {
    let (digits, rest) = words.split_at_checked(4)?;
    let alone = rest.is_empty() || rest.starts_with(['[', ' ', '*']) && !rest.contains(char::is_alphanumeric);
    digits.parse().ok().filter(|y| alone && (1000..2200).contains(y))
}
