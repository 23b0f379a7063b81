//! The cells of a container's table, each with its column's head.

use super::container::Part;
use crate::document::{BlockKind, Seat};

/// More columns than any table a person reads.
pub const WIDEST: usize = 200;

/// The longest head that is a label, in bytes: each cell below it has a copy.
pub const LONGEST_LABEL: usize = 300;

#[derive(Debug, Default)]
pub struct Grid {
    number: u32,
    heads: Vec<String>,
    row: usize,
    column: usize,
}

impl Grid {
    /// The table of this number in its document.
    pub fn new(number: u32) -> Grid {
        Grid { number, ..Grid::default() }
    }

    pub fn is_first_row(&self) -> bool {
        self.row == 0
    }

    pub fn begin_row(&mut self) {
        self.column = 0;
    }

    pub fn end_row(&mut self) {
        self.row += 1;
    }

    /// Passes over columns that a cell of another row reaches into, or that hold nothing.
    pub fn skip(&mut self, columns: usize) {
        self.column = (self.column + columns.min(WIDEST)).min(WIDEST);
    }

    /// The next cell of the row, which fills so many columns and rows.
    pub fn cell(&mut self, words: String, columns: usize, rows: usize, is_head: bool) -> Part {
        let (columns, column) = (columns.clamp(1, WIDEST), self.column);
        self.skip(columns);
        let label = if is_head {
            self.add_head(words.trim(), column, columns);
            None
        } else {
            self.heads.get(column).filter(|h| !h.is_empty() && h.len() <= LONGEST_LABEL).cloned()
        };
        let seat = Seat {
            table: self.number,
            row: self.row as u32,
            column: column as u16,
            columns: columns as u16,
            rows: rows.clamp(1, usize::from(u16::MAX)) as u16,
            is_head,
        };
        let level = if is_head { 0 } else { (column + 1).min(255) as u8 };
        Part { kind: BlockKind::Cell, label, level, words, links: Vec::new(), seat: Some(seat), name: None }
    }

    /// A head of a further row of heads is part of the one above.
    fn add_head(&mut self, words: &str, column: usize, columns: usize) {
        let end = (column + columns).min(WIDEST);
        self.heads.resize(self.heads.len().max(end), String::new());
        for head in self.heads.iter_mut().take(end).skip(column).filter(|head| *head != words) {
            if !head.is_empty() && !words.is_empty() {
                head.push(' ');
            }
            head.push_str(words);
        }
    }
}
