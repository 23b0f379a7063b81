//! Where a value stands that has a label: the head of its column or its key, and what its row is about.

use crate::document::{Block, BlockKind, Document};

/// In a row of more cells the first one is not looked for.
const WIDEST: usize = 64;
/// A longer first cell is no name.
const LONGEST: usize = 48;

/// The label of a field or cell.
pub fn field_label(document: &Document, sentence: usize) -> Option<&str> {
    let block = document.block_of(sentence).filter(|b| matches!(b.kind, BlockKind::Field | BlockKind::Cell))?;
    block.label.as_deref().map(str::trim).filter(|label| !label.is_empty())
}

/// What tells a cell's row from others: the first cell, itself included.
pub fn row(document: &Document, sentence: usize) -> Option<&str> {
    let block = document.block_of(sentence)?;
    let first = block.kind == BlockKind::Cell && block.seat.is_some_and(|seat| seat.column == 0);
    if first { Some(document.slice(block.span).trim()) } else { row_name(document, sentence) }
}

/// The first cell of the row that a cell stands in, if it has words and is another.
pub fn row_name(document: &Document, sentence: usize) -> Option<&str> {
    let at = document.sentences.get(sentence)?.block as usize;
    let seat = document.blocks.get(at)?.seat.filter(|seat| seat.column > 0)?;
    let same_row = |b: &&Block| b.seat.is_some_and(|s| (s.table, s.row) == (seat.table, seat.row));
    let first = document.blocks.get(..at)?.iter().rev().take(WIDEST).take_while(same_row).last()?;
    let name = document.slice(first.span).trim();
    let is_name = first.seat.is_some_and(|s| s.column == 0) && name.contains(char::is_alphabetic);
    (is_name && name.chars().count() <= LONGEST).then_some(name)
}
