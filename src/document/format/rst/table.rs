//! Tables of reStructuredText: drawn with `+---+`, underlined with `===`, written as lists or with commas.

use super::line::{Line, TAB, body};
use super::{Context, inline};
use crate::document::Seat;
use crate::document::format::joined::Joined;
use crate::document::reading::Builder;
use std::ops::Range;

/// More columns than any table a person reads.
const WIDEST: usize = 100;
/// A table that goes on for longer is none.
const LONGEST: usize = 2000;

/// The lines of a cell.
type Cell = Vec<Range<usize>>;

/// Rows of cells, the first `heads` of them heads of columns.
pub fn write(reading: &mut Builder, source: &str, rows: &[Vec<Cell>], heads: usize, context: &Context) {
    let table = reading.next_table();
    let mut labels: Vec<String> = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        let in_heads = index < heads;
        for (column, cell) in row.iter().enumerate().take(WIDEST) {
            let label = labels.get(column).filter(|l| !in_heads && !l.is_empty()).cloned();
            let number = u32::try_from(index).unwrap_or(u32::MAX);
            let place = u16::try_from(column).unwrap_or(0);
            let seat = Seat { table, row: number, column: place, columns: 1, rows: 1, is_head: in_heads };
            reading.open_cell(label, seat, in_heads);
            let joined = Joined::of(source, cell.iter().cloned());
            inline::write(&joined, reading, context.refers);
            if in_heads {
                let words = reading.open_words().trim().to_owned();
                match labels.get_mut(column) {
                    Some(label) => *label = format!("{label} {words}").trim().to_owned(),
                    None => labels.push(words),
                }
            }
            reading.close();
        }
    }
}

/// "=====  ===": the columns that it underlines, in characters.
pub fn simple_border(line: &Line) -> Option<Vec<Range<usize>>> {
    let marks = line.words.chars().all(|c| c == '=' || c == ' ');
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, mark) in line.words.chars().enumerate() {
        match columns.last_mut() {
            Some(last) if mark == '=' && last.end == at => last.end = at + 1,
            _ if mark == '=' => columns.push(at..at + 1),
            _ => {}
        }
    }
    (marks && columns.len() > 1).then_some(columns)
}

/// The lines from a border on: how many belong to the table, its rows, and how many of them are heads.
pub fn simple(lines: &[Line]) -> Option<(usize, Vec<Vec<Cell>>, usize)> {
    let columns = simple_border(lines.first()?)?;
    let lines = lines.get(..lines.len().min(LONGEST))?;
    let base = lines.first()?.indent;
    let is_border = |l: &&Line| simple_border(l).is_some();
    let mut borders = lines.iter().enumerate().skip(1).filter(|(_, l)| is_border(l)).map(|(i, _)| i);
    let first = borders.next()?;
    // A border that a blank line follows ends the table.
    let ends = |at: usize| lines.get(at + 1).is_none_or(Line::is_blank);
    let last = if ends(first) { first } else { borders.find(|at| ends(*at))? };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut heads = 0;
    for (index, line) in lines.iter().enumerate().take(last).skip(1) {
        if index == first {
            heads = rows.len();
            continue;
        }
        let spanned = line.row() == Some('-') || line.words.chars().all(|c| c == '-' || c == ' ');
        if line.is_blank() || spanned {
            continue;
        }
        let cells: Vec<Range<usize>> = columns
            .iter()
            .enumerate()
            .map(|(i, column)| {
                let end = columns.get(i + 1).map_or(usize::MAX, |next| next.start);
                cut(line, base, column.start..end)
            })
            .collect();
        // A row whose first column is empty goes on with the one before it.
        let goes_on = cells.first().is_some_and(Range::is_empty);
        match rows.last_mut().filter(|_| goes_on) {
            Some(row) => row.iter_mut().zip(cells).for_each(|(cell, more)| cell.push(more)),
            None => rows.push(cells.into_iter().map(|cell| vec![cell]).collect()),
        }
    }
    (!rows.is_empty()).then_some((last + 1, rows, heads))
}

/// The bytes of the source that stand in a column.
fn cut(line: &Line, base: usize, column: Range<usize>) -> Range<usize> {
    let of = |at: usize| {
        let mut column = line.indent;
        let mut letters = line.words.char_indices();
        let byte = letters.find_map(|(byte, c)| {
            let here = column.saturating_sub(base);
            column =
                if c == '\t' { (column / TAB).saturating_add(1).saturating_mul(TAB) } else { column.saturating_add(1) };
            (here >= at).then_some(byte)
        });
        byte.unwrap_or(line.words.len())
    };
    let (from, to) = (of(column.start), of(column.end));
    let words = line.words.get(from..to).unwrap_or_default();
    let start = line.start + from + (words.len() - words.trim_start().len());
    start..start + words.trim().len()
}

/// A drawn table.
pub fn grid(lines: &[Line]) -> Option<(usize, Vec<Vec<Cell>>, usize)> {
    let first = lines.first().filter(|l| l.words.starts_with("+-") && l.words.ends_with('+'))?;
    let base = first.indent;
    let edges: Vec<usize> = first.words.chars().enumerate().filter(|(_, c)| *c == '+').map(|(at, _)| at).collect();
    let length = lines.iter().take(LONGEST).take_while(|l| l.words.starts_with(['+', '|'])).count();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let (mut open, mut heads) = (false, 0);
    for line in lines.iter().take(length).skip(1) {
        if line.words.starts_with('+') {
            open = false;
            if line.words.contains('=') {
                heads = rows.len();
            }
            continue;
        }
        let is_wall = |at: usize| matches!(line.words.chars().nth(at), Some('|' | '+'));
        let mut cells: Vec<Range<usize>> = Vec::new();
        let mut from = edges.first().copied()?;
        for edge in edges.iter().skip(1) {
            // A cell that spans columns holds the first of them.
            if is_wall(*edge) {
                cells.push(cut(line, base, from + 1..*edge));
                from = *edge;
            } else {
                cells.push(0..0);
            }
        }
        match rows.last_mut().filter(|_| open) {
            Some(row) => row.iter_mut().zip(cells).for_each(|(cell, more)| cell.push(more)),
            None => rows.push(cells.into_iter().map(|cell| vec![cell]).collect()),
        }
        open = true;
    }
    (!rows.is_empty()).then_some((length, rows, heads))
}

/// "* - a" with "  - b" under it: the rows of a `list-table`.
pub fn of_list(lines: &[Line]) -> Vec<Vec<Cell>> {
    let cells = |row: &[Line]| items(row).iter().map(|cell| cell.iter().map(Line::all).collect()).collect();
    items(lines).iter().map(|row| cells(row)).collect()
}

/// The items of a bulleted list, each without its marker.
fn items<'s>(lines: &[Line<'s>]) -> Vec<Vec<Line<'s>>> {
    let mut items = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let rest = lines.get(at + 1..).unwrap_or_default();
        let Some(marker) = line.bullet().or((line.words.len() == 1).then_some(1)) else {
            at += 1;
            continue;
        };
        let length = body(rest, line.indent);
        let inside = rest.get(..length).unwrap_or_default();
        items.push(std::iter::once(line.after(marker)).chain(inside.iter().cloned()).collect());
        at += 1 + length;
    }
    items
}

/// Rows with commas, quotes around cells that have some.
pub fn of_commas(lines: &[Line]) -> Vec<Vec<Cell>> {
    let row = |line: &Line| {
        commas(line.words)
            .into_iter()
            .map(|r| std::iter::once(line.start + r.start..line.start + r.end).collect())
            .collect()
    };
    lines.iter().filter(|l| !l.is_blank()).map(row).collect()
}

pub fn commas(words: &str) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let (mut from, mut quoted) = (0, false);
    for (at, mark) in words.char_indices().chain([(words.len(), ',')]) {
        match mark {
            '"' => quoted = !quoted,
            ',' if !quoted || at == words.len() => {
                let cell = words.get(from..at).unwrap_or_default();
                let bare = cell.trim().trim_matches('"');
                let start = from + cell.find(bare).unwrap_or(0);
                cells.push(start..start + bare.len());
                from = at + 1;
            }
            _ => {}
        }
    }
    cells
}
