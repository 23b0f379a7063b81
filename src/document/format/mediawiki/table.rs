//! Wiki tables: every cell with its column's head as label, spans of rows and
//! columns counted, so that a label is never one column off.

use super::Page;
use super::scan::Node;
use crate::document::{BlockKind, Seat};
use std::ops::Range;

#[derive(Debug)]
struct Cell {
    range: Range<usize>,
    is_head: bool,
    columns: usize,
    rows: usize,
}

/// More columns than any table a person reads.
const WIDEST: usize = 200;

/// What is known of a table while its rows are read.
#[derive(Debug, Default)]
struct Columns {
    table: u32,
    rows: u32,
    /// The row before is one of heads: what comes below goes on from them.
    after_heads: bool,
    /// A row of values has been read.
    has_values: bool,
    heads: Vec<String>,
    /// For each column, how many more rows a cell above still fills.
    filled: Vec<usize>,
}

impl Columns {
    /// The column that the next cell takes from `column` on.
    fn free(&self, mut column: usize) -> usize {
        while self.filled.get(column).is_some_and(|rows| *rows > 0) {
            column += 1;
        }
        column
    }

    fn fill(&mut self, column: usize, cell: &Cell) {
        let end = (column + cell.columns).min(WIDEST);
        if self.filled.len() < end {
            self.filled.resize(end, 0);
        }
        for rows in self.filled.iter_mut().take(end).skip(column) {
            *rows = cell.rows;
        }
    }

    fn set_head(&mut self, column: usize, columns: usize, words: &str) {
        let end = (column + columns).min(WIDEST);
        if self.heads.len() < end {
            self.heads.resize(end, String::new());
        }
        for head in self.heads.iter_mut().take(end).skip(column) {
            if self.after_heads && !head.is_empty() && !words.is_empty() && head != words {
                head.push(' ');
                head.push_str(words);
            } else if !self.after_heads || !words.is_empty() {
                words.clone_into(head);
            }
        }
    }

    fn end_row(&mut self) {
        for rows in &mut self.filled {
            *rows = rows.saturating_sub(1);
        }
    }
}

impl Page<'_> {
    pub(super) fn table(&mut self, node: &Node) {
        if self.depth > super::inline::DEEPEST {
            return;
        }
        self.depth += 1;
        let (start, end) = node.inner;
        let mut at = self.find(start..end, |b| b == b'\n') + 1;
        let mut columns = Columns { table: self.reading.next_table(), ..Columns::default() };
        let mut row: Vec<Cell> = Vec::new();
        while at < end {
            at += self.text(&(at..end)).bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
            match (self.byte(at), self.byte(at + 1)) {
                (Some(b'|'), Some(b'-')) => {
                    self.row(&mut columns, std::mem::take(&mut row));
                    at = self.find(at..end, |b| b == b'\n') + 1;
                }
                (Some(b'|'), Some(b'+')) => {
                    let close = self.cell_end(at + 2..end, false).0;
                    self.reading.open(BlockKind::Caption, None, 0);
                    let words = self.content(at + 2..close).range;
                    self.inline(words);
                    self.end_block();
                    at = close + 1;
                }
                (Some(mark @ (b'|' | b'!')), _) => {
                    let is_head = mark == b'!';
                    let mut from = at + 1;
                    loop {
                        let (close, more) = self.cell_end(from..end, is_head);
                        row.push(Cell { is_head, ..self.content(from..close) });
                        from = close + 2;
                        at = close + 1;
                        if !more {
                            break;
                        }
                    }
                }
                _ => at = self.find(at..end, |b| b == b'\n') + 1,
            }
        }
        self.row(&mut columns, row);
        self.depth -= 1;
    }

    /// Where the cell ends, and whether another follows on its line.
    fn cell_end(&self, range: Range<usize>, is_head: bool) -> (usize, bool) {
        let mut at = range.start;
        loop {
            at = self.find(at..range.end, |b| matches!(b, b'|' | b'!' | b'\n'));
            let (Some(byte), true) = (self.byte(at), at < range.end) else { return (range.end, false) };
            let next = self.byte(at + 1);
            match byte {
                b'\n' => {
                    let rest = self.text(&(at + 1..range.end));
                    if rest.trim_start_matches([' ', '\t']).starts_with(['|', '!']) {
                        return (at, false);
                    }
                }
                b'|' if next == Some(b'|') => return (at, true),
                b'!' if is_head && next == Some(b'!') => return (at, true),
                _ => {}
            }
            at += 1;
        }
    }

    /// A cell's words, past its attributes.
    fn content(&self, range: Range<usize>) -> Cell {
        let bar = self.find(range.clone(), |b| b == b'|');
        let attributes = self.text(&(range.start..bar));
        let has_attributes = bar < range.end && (attributes.contains('=') || attributes.trim().is_empty());
        let span = |name: &str| {
            let (_, value) = attributes.split_once(name)?;
            let digits: String =
                value.trim_start_matches([' ', '=', '"', '\'']).chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok().filter(|n| (1..=WIDEST).contains(n))
        };
        if !has_attributes {
            return Cell { range: self.trim(range), is_head: false, columns: 1, rows: 1 };
        }
        let (columns, rows) = (span("colspan").unwrap_or(1), span("rowspan").unwrap_or(1));
        Cell { range: self.trim(bar + 1..range.end), is_head: false, columns, rows }
    }

    /// A row below others that is set like heads, but holds figures: the total.
    fn is_sum(&self, columns: &Columns, cells: &[Cell]) -> bool {
        let figures = |c: &Cell| {
            let words = self.text(&c.range).trim_matches('\'');
            !words.contains(char::is_alphabetic) && !columns.heads.iter().any(|h| h == words)
        };
        columns.has_values && cells.len() > 1 && cells.iter().skip(1).all(figures)
    }

    fn row(&mut self, columns: &mut Columns, cells: Vec<Cell>) {
        if cells.is_empty() {
            return;
        }
        let heads_only = cells.iter().all(|c| c.is_head) && !self.is_sum(columns, &cells);
        // One head over a whole row is a title inside the table, not a column's.
        let is_head_row = heads_only && (cells.len() > 1 || cells.iter().all(|c| c.columns == 1));
        let mut column = 0;
        for cell in cells {
            column = columns.free(column);
            let label = columns.heads.get(column).filter(|h| !heads_only && !h.is_empty()).cloned();
            let seat = Seat {
                table: columns.table,
                row: columns.rows,
                column: column.min(WIDEST) as u16,
                columns: cell.columns as u16,
                rows: cell.rows as u16,
                is_head: cell.is_head,
            };
            self.reading.open_cell(label, seat, heads_only);
            self.value(cell.range.clone());
            if is_head_row {
                let words = self.reading.open_words().trim().to_owned();
                columns.set_head(column, cell.columns, &words);
            }
            self.end_block();
            columns.fill(column, &cell);
            column += cell.columns;
        }
        columns.after_heads = is_head_row;
        columns.has_values |= !heads_only;
        columns.rows += 1;
        columns.end_row();
    }
}
