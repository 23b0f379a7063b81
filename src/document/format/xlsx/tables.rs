//! The tables of a sheet: rows without an empty one between them. A row of one cell above them is their title, and the
//! first of the others their heads, where it is made of words or years. A table of two columns is a list of facts: the
//! first one names what the second one says.

use super::sheet::{Cell, Row, Sheet, reference};
use crate::document::BlockKind;
use crate::document::format::container::Part;
use crate::document::format::csv::says_value;
use crate::document::format::grid::{Grid, LONGEST_LABEL};

/// What programs call a sheet that nobody has named.
const UNNAMED: [&str; 9] = ["sheet", "tabelle", "feuil", "feuille", "hoja", "foglio", "blad", "ark", "planilha"];

/// Adds the sheet's tables to `parts`; `tables` were met before.
pub fn write(name: &str, sheet: Sheet, tables: &mut u32, parts: &mut Vec<Part>) {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_lowercase();
    let of_cell = |row: u32, column: u32| format!("{}!{}", quoted(name), reference(row, column));
    if !UNNAMED.contains(&bare.as_str()) && !sheet.rows.is_empty() {
        parts.push(block(BlockKind::Heading, 2, name.to_owned(), quoted(name)));
    }
    let mut writer = Writer { sheet: &sheet, of_cell: &of_cell, parts };
    for rows in sheet.rows.chunk_by(|above, below| above.number + 1 == below.number) {
        let titles = rows.iter().take_while(|row| row.cells.len() == 1).count();
        // A column of its own is no run of titles.
        let titles = if titles < rows.len() && titles <= 3 { titles } else { 0 };
        let (above, table) = rows.split_at(titles);
        for row in above {
            writer.title(row);
        }
        *tables += 1;
        writer.table(table, *tables);
    }
}

struct Writer<'a> {
    sheet: &'a Sheet,
    of_cell: &'a dyn Fn(u32, u32) -> String,
    parts: &'a mut Vec<Part>,
}

impl Writer<'_> {
    fn title(&mut self, row: &Row) {
        for cell in &row.cells {
            let is_sentence = cell.words.trim_end().ends_with(['.', '!', '?']) || cell.words.len() > 100;
            let (kind, level) = if is_sentence { (BlockKind::Paragraph, 0) } else { (BlockKind::Heading, 3) };
            self.parts.push(block(kind, level, cell.words.clone(), (self.of_cell)(row.number, cell.column)));
        }
    }

    fn table(&mut self, rows: &[Row], number: u32) {
        let first = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).min().unwrap_or(1);
        let last = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.column).max().unwrap_or(1);
        let heads = rows.first().filter(|row| rows.len() > 1 && is_heads(row));
        if first == last {
            return self.column(rows);
        }
        if last - first == 1 && rows.iter().all(|row| self.joined(row.number, first).0 == 1) {
            return self.facts(rows, heads, first);
        }
        let mut grid = Grid::new(number);
        for row in rows {
            grid.begin_row();
            let mut next = first;
            for cell in &row.cells {
                grid.skip(cell.column.saturating_sub(next) as usize);
                let (columns, height) = self.joined(row.number, cell.column);
                let is_head = heads.is_some_and(|heads| heads.number == row.number);
                let mut part = grid.cell(cell.words.clone(), columns, height, is_head);
                part.name = Some((self.of_cell)(row.number, cell.column));
                self.parts.push(part);
                next = cell.column + columns as u32;
            }
            grid.end_row();
        }
    }

    /// Words below each other.
    fn column(&mut self, rows: &[Row]) {
        for (row, cell) in rows.iter().flat_map(|row| row.cells.iter().map(move |cell| (row, cell))) {
            let kind = if cell.words.trim_end().ends_with(['.', '!', '?']) {
                BlockKind::Paragraph
            } else {
                BlockKind::ListItem
            };
            let level = u8::from(kind == BlockKind::ListItem);
            self.parts.push(block(kind, level, cell.words.clone(), (self.of_cell)(row.number, cell.column)));
        }
    }

    fn facts(&mut self, rows: &[Row], heads: Option<&Row>, first: u32) {
        // Where not all below is numbers, the first row may be a fact like the others.
        let mut values = rows.iter().skip(1).filter_map(|row| row.cells.get(1));
        let is_measured = rows.len() > 2 && values.all(|cell| !cell.is_text);
        let head = heads.and_then(|row| row.cells.get(1)).map(|cell| cell.words.trim());
        let head = head.filter(|head| (is_measured || says_value(head)) && head.len() <= LONGEST_LABEL);
        for row in rows.iter().skip(usize::from(head.is_some())) {
            match row.cells.as_slice() {
                [name, value] => {
                    let name = name.words.split_whitespace().collect::<Vec<_>>().join(" ");
                    let label = match head {
                        Some(head) if !says_value(head) => format!("{name} {head}"),
                        _ => name.trim_end_matches(':').to_owned(),
                    };
                    let place = (self.of_cell)(row.number, value.column);
                    let field = block(BlockKind::Field, 0, value.words.clone(), place);
                    self.parts.push(Part { label: Some(label), ..field });
                }
                [cell] if cell.column == first => self.title(row),
                _ => {}
            }
        }
    }

    fn joined(&self, row: u32, column: u32) -> (usize, usize) {
        self.sheet.joined.get(&(row, column)).copied().unwrap_or((1, 1))
    }
}

/// Words, or years that columns are of.
fn is_heads(row: &Row) -> bool {
    let is_year = |cell: &Cell| cell.words.parse::<u32>().is_ok_and(|year| (1_800..2_200).contains(&year));
    let begins_with_digit = |cell: &Cell| cell.words.trim_start().starts_with(|c: char| c.is_ascii_digit());
    row.cells.len() > 1
        && row.cells.iter().all(|cell| is_year(cell) || cell.is_text && !begins_with_digit(cell))
        && row.cells.iter().any(|cell| cell.is_text)
}

/// `Budget`, or `'Budget 2024'`, as formulas name a sheet.
fn quoted(name: &str) -> String {
    if name.chars().all(|c| c.is_alphanumeric() || c == '_') {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "''"))
    }
}

fn block(kind: BlockKind, level: u8, words: String, name: String) -> Part {
    Part { kind, label: None, level, words, links: Vec::new(), seat: None, name: Some(name) }
}
