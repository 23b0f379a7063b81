//! CSV and TSV fact sheets: each cell with its column's head as label. A sheet of
//! two columns is a list of facts: the first column names what the second says. A
//! scanner of our own, because places matter and the dialect is guessed anyway.

use crate::document::reading::Builder;
use crate::document::{BlockKind, Reading, Seat};
use std::ops::Range;

/// Heads of a second column that say no more than that it holds values.
const VALUE_HEADS: [&str; 5] = ["value", "fact", "answer", "amount", "figure"];

pub fn read(source: &str) -> Reading {
    let mut reading = Reading::new(source);
    let mark = delimiter(source);
    let mut heads: Option<Vec<String>> = None;
    let (mut at, mut row) = (0, 0);
    while at < source.len() {
        row += 1;
        let (cells, next) = record(source, at, mark);
        at = next;
        let words: Vec<String> =
            cells.iter().map(|c| source.get(c.clone()).unwrap_or_default().trim().to_owned()).collect();
        if words.iter().all(String::is_empty) {
            continue;
        }
        let Some(heads) = &heads else {
            heads = Some(words);
            continue;
        };
        if heads.len() == 2 && cells.len() == 2 {
            pair(&mut reading, source, heads, &words, cells.get(1));
            continue;
        }
        for (column, cell) in cells.iter().enumerate() {
            let label = heads.get(column).filter(|h| !h.is_empty()).cloned();
            let column = u16::try_from(column).unwrap_or(u16::MAX - 1);
            let seat = Seat { table: 1, row, column, columns: 1, rows: 1, is_head: false };
            reading.open_cell(label, seat, false);
            take(&mut reading, source, cell.clone());
        }
    }
    reading.finish()
}

/// Does the head of a second column say no more than that it holds values?
pub fn says_value(head: &str) -> bool {
    VALUE_HEADS.iter().any(|known| known.eq_ignore_ascii_case(head))
}

/// A row of two: a field named by its first cell.
fn pair(reading: &mut Builder, source: &str, heads: &[String], words: &[String], value: Option<&Range<usize>>) {
    let (Some(name), Some(head), Some(value)) = (words.first(), heads.get(1), value) else { return };
    let label = if says_value(head) { name.clone() } else { format!("{name} {head}") };
    reading.open(BlockKind::Field, Some(label), 0);
    take(reading, source, value.clone());
}

/// Takes over a cell; a doubled quotation mark in it is one.
fn take(reading: &mut Builder, source: &str, cell: Range<usize>) {
    let mut from = cell.start;
    while let Some(at) = source.get(from..cell.end).and_then(|rest| rest.find("\"\"")) {
        reading.verbatim(from..from + at + 1);
        from += at + 2;
    }
    reading.verbatim(from..cell.end);
    reading.close();
}

/// The mark that the first line has most of.
fn delimiter(source: &str) -> u8 {
    let line = source.lines().next().unwrap_or_default();
    let count = |mark: &u8| line.bytes().filter(|b| b == mark).count();
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|mark| count(mark)).unwrap_or(b',')
}

/// The cells of the record at `start`, quotes taken off, and where the next begins.
fn record(source: &str, start: usize, mark: u8) -> (Vec<Range<usize>>, usize) {
    let bytes = source.as_bytes();
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let cell = if bytes.get(at) == Some(&b'"') {
            let end = closing_quote(bytes, at + 1);
            let cell = at + 1..end;
            at = (end + 1).min(bytes.len());
            // What stands between the quote and the next mark belongs to no cell.
            at += bytes.iter().skip(at).take_while(|b| **b != mark && **b != b'\n').count();
            cell
        } else {
            let length = bytes.iter().skip(at).take_while(|b| **b != mark && **b != b'\n').count();
            let cell = at..at + length;
            at += length;
            cell
        };
        let words = source.get(cell.clone()).unwrap_or_default();
        let lead = words.len() - words.trim_start().len();
        cells.push(cell.start + lead..cell.start + lead + words.trim().len());
        if bytes.get(at) != Some(&mark) {
            return (cells, at + 1);
        }
        at += 1;
    }
}

/// The quotation mark that ends the cell; one that stands twice is part of it.
fn closing_quote(bytes: &[u8], mut at: usize) -> usize {
    while let Some(byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn read(text: &str) -> Vec<String> {
        let doc = Document::read("t.csv", Role::Source, Format::Csv, text.as_bytes().to_vec());
        doc.blocks.iter().map(|b| format!("{}: {}", b.label.as_deref().unwrap_or("-"), doc.slice(b.span))).collect()
    }

    #[test]
    fn cells_carry_their_heads() {
        assert_eq!(
            read("ship;built;notes\r\nAlma;2004;\"the \"\"old\"\";\none\"\r\nBris;;\n"),
            ["ship: Alma", "built: 2004", "notes: the \"old\";\none", "ship: Bris"]
        );
    }

    #[test]
    fn two_columns_are_names_and_values() {
        assert_eq!(read("fact,value\nsigners,14\n"), ["signers: 14"]);
        assert_eq!(read("country\tpopulation\nChad\t18.3 million\n"), ["Chad population: 18.3 million"]);
    }

    #[test]
    fn damage_is_read_as_it_stands() {
        assert_eq!(read("a,b,c\n1,\"never closed"), ["a: 1", "b: never closed"]);
    }
}
