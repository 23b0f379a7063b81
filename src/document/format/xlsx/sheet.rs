//! One sheet: its cells by row and column, and which of them are joined.

use super::book::Book;
use super::numeral::Format;
use crate::document::LIMIT;
use crate::document::format::xml::{attribute, characters};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// The last column that there is.
const LAST_COLUMN: u32 = 16_384;

/// The most joined cells that are heeded.
const MOST_JOINED: usize = 10_000;

#[derive(Debug, Default)]
pub struct Sheet {
    pub rows: Vec<Row>,
    /// How many columns and rows the cell at a row and column fills.
    pub joined: BTreeMap<(u32, u32), (usize, usize)>,
}

#[derive(Debug, Default)]
pub struct Row {
    /// From 1.
    pub number: u32,
    pub cells: Vec<Cell>,
}

#[derive(Debug)]
pub struct Cell {
    /// From 1.
    pub column: u32,
    pub words: String,
    pub is_text: bool,
}

/// The cell being read.
#[derive(Debug, Default)]
struct Open {
    column: u32,
    kind: String,
    style: usize,
    words: String,
}

/// The cells that are seen. The error is the end of a sentence that begins with the file's name.
pub fn read(xml: &str, book: &Book) -> Result<Sheet, String> {
    let mut sheet = Sheet::default();
    let mut hidden = vec![false; LAST_COLUMN as usize + 1];
    let mut told = 0;
    let mut reader = Reader::from_str(xml);
    let (mut row, mut row_is_hidden, mut is_value) = (0, false, false);
    let mut open: Option<Open> = None;
    let mut column = 0;
    let mut length = 0;
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return Ok(sheet),
            Ok(event) => event,
        };
        match &event {
            Event::Start(start) | Event::Empty(start) => match start.local_name().as_ref() {
                "col" if is_set(start, "hidden") && told < LAST_COLUMN => {
                    told += 1;
                    let (min, max) = (number(start, "min").unwrap_or(1), number(start, "max").unwrap_or_default());
                    let columns = hidden.iter_mut().take(max.min(LAST_COLUMN) as usize + 1).skip(min as usize);
                    columns.for_each(|column| *column = true);
                }
                "row" => {
                    row = number(start, "r").unwrap_or(row + 1).min(u32::MAX - 1);
                    row_is_hidden = is_set(start, "hidden");
                    column = 0;
                }
                "c" => {
                    let reference = attribute(start, "r");
                    column = reference.as_deref().map_or(Some(column + 1), column_of).unwrap_or(LAST_COLUMN);
                    open = Some(Open {
                        column,
                        kind: attribute(start, "t").unwrap_or_default(),
                        style: number(start, "s").unwrap_or_default() as usize,
                        words: String::new(),
                    });
                }
                "v" | "t" => is_value = matches!(event, Event::Start(_)),
                "rPh" => is_value = false,
                "mergeCell" if sheet.joined.len() < MOST_JOINED => {
                    sheet.joined.extend(attribute(start, "ref").and_then(|area| joined(&area)));
                }
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "v" | "t" => is_value = false,
                "c" => {
                    let is_seen = !row_is_hidden && hidden.get(column as usize) == Some(&false);
                    let cell = open.take().filter(|_| is_seen).and_then(|open| open.shown(book));
                    if let Some(cell) = cell {
                        length += cell.words.len();
                        if length > LIMIT {
                            return Err(format!("holds more than {} MiB of text; split it into parts", LIMIT >> 20));
                        }
                        sheet.push(row, cell);
                    }
                }
                _ => {}
            },
            event if is_value => {
                if let Some(open) = &mut open {
                    open.words.push_str(&characters(event));
                }
            }
            _ => {}
        }
    }
}

impl Sheet {
    fn push(&mut self, number: u32, cell: Cell) {
        match self.rows.last_mut() {
            Some(row) if row.number == number => row.cells.push(cell),
            _ => self.rows.push(Row { number, cells: vec![cell] }),
        }
    }
}

impl Open {
    /// What a person sees in the cell; nothing in an empty one, or one with a fault.
    fn shown(self, book: &Book) -> Option<Cell> {
        let (words, is_text) = match self.kind.as_str() {
            "s" => (book.texts.get(self.words.trim().parse::<usize>().ok()?)?.clone(), true),
            "str" | "inlineStr" => (self.words, true),
            "b" => (if self.words.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(), true),
            "e" => return None,
            "d" => (self.words.split('T').next().unwrap_or_default().to_owned(), false),
            _ => {
                let format = book.formats.get(self.style).unwrap_or(&Format::General);
                (format.shown(&self.words, book.is_of_1904), false)
            }
        };
        let is_blank = words.trim().is_empty();
        (!is_blank).then_some(Cell { column: self.column, words, is_text })
    }
}

fn is_set(start: &BytesStart, name: &str) -> bool {
    attribute(start, name).is_some_and(|value| value == "1" || value == "true")
}

fn number(start: &BytesStart, name: &str) -> Option<u32> {
    attribute(start, name)?.parse().ok()
}

/// The column of "B4", from 1.
fn column_of(reference: &str) -> Option<u32> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic);
    let column =
        letters.take(4).fold(0, |sum: u32, letter| sum * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    (1..=LAST_COLUMN).contains(&column).then_some(column)
}

/// "B4:C5": where it begins, and how many columns and rows it has.
fn joined(area: &str) -> Option<((u32, u32), (usize, usize))> {
    let cell = |reference: &str| {
        let row: u32 = reference.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
        Some((row, column_of(reference)?))
    };
    let (from, to) = area.split_once(':')?;
    let (from, to) = (cell(from)?, cell(to)?);
    let size = |from: u32, to: u32| Some(to.checked_sub(from)? as usize + 1);
    Some((from, (size(from.1, to.1)?, size(from.0, to.0)?)))
}

/// "B4" of a row and a column.
pub fn reference(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_of_cells() {
        for (words, row, column) in [("A1", 1, 1), ("Z9", 9, 26), ("AA10", 10, 27), ("XFD1048576", 1_048_576, 16_384)] {
            assert_eq!(column_of(words), Some(column));
            assert_eq!(reference(row, column), words);
        }
        for words in ["", "7", "XFE1", "AAAAAAAAAA1", "é1"] {
            assert_eq!(column_of(words), None, "{words}");
        }
        assert_eq!(joined("B4:D5"), Some(((4, 2), (3, 2))));
        assert_eq!(joined("D5:B4"), None);
    }
}
