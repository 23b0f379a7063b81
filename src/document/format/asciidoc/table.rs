//! Tables of AsciiDoc: `|` before each cell, a line or several to a row.

use super::inline;
use crate::document::Seat;
use crate::document::format::joined::Joined;
use crate::document::reading::Builder;
use std::ops::Range;

/// More columns than any table a person reads.
const WIDEST: usize = 100;

/// What the attributes above a table say of it.
#[derive(Debug, Default, Clone)]
pub struct Format {
    columns: Option<usize>,
    has_heads: bool,
    /// Its cells are parted otherwise.
    is_foreign: bool,
}

impl Format {
    pub fn read(&mut self, attributes: &str) {
        self.has_heads |= attributes.contains("%header") || attributes.contains("options=\"header");
        self.is_foreign |= attributes.contains("format=") || attributes.contains("separator=");
        if let Some(rest) = attributes.split("cols=").nth(1) {
            let quoted = rest.strip_prefix('"').and_then(|rest| rest.split('"').next());
            let columns = quoted.unwrap_or_else(|| rest.split(',').next().unwrap_or_default());
            let of = |part: &str| {
                let times = part.trim().split_once('*').and_then(|(times, _)| times.parse::<usize>().ok());
                times.unwrap_or(1).min(WIDEST)
            };
            self.columns = Some(columns.split(',').map(of).sum::<usize>().clamp(1, WIDEST));
        }
    }
}

struct Cell {
    lines: Vec<Range<usize>>,
    columns: usize,
}

/// `lines` are those between the marks.
pub fn write(reading: &mut Builder, source: &str, lines: &[Range<usize>], format: &Format) {
    if format.is_foreign {
        return;
    }
    let mut cells: Vec<Cell> = Vec::new();
    let mut first_line = 0;
    let mut blank_behind = false;
    for (index, line) in lines.iter().enumerate() {
        let words = source.get(line.clone()).unwrap_or_default().trim_end();
        if words.is_empty() {
            blank_behind |= first_line > 0 && cells.len() == first_line;
            continue;
        }
        let before = cells.len();
        split(words, line.start, &mut cells);
        if first_line == 0 && (before == 0 || index == 0) {
            first_line = cells.iter().map(|c| c.columns).sum();
        }
    }
    let columns = format.columns.unwrap_or(first_line).clamp(1, WIDEST);
    let has_heads = format.has_heads || blank_behind && columns == first_line;
    let table = reading.next_table();
    let mut labels: Vec<String> = Vec::new();
    let (mut row, mut column) = (0_u32, 0_usize);
    for cell in &cells {
        let in_heads = has_heads && row == 0;
        let place = u16::try_from(column).unwrap_or(0);
        let width = u16::try_from(cell.columns).unwrap_or(1);
        let seat = Seat { table, row, column: place, columns: width, rows: 1, is_head: in_heads };
        let label = labels.get(column).filter(|l| !in_heads && !l.is_empty()).cloned();
        reading.open_cell(label, seat, in_heads);
        inline::write(&Joined::of(source, cell.lines.iter().cloned()), reading);
        if in_heads {
            labels.push(reading.open_words().trim().to_owned());
            labels.extend((1..cell.columns).map(|_| String::new()));
        }
        reading.close();
        column += cell.columns;
        if column >= columns {
            (row, column) = (row.saturating_add(1), 0);
        }
    }
}

/// The cells that a line opens; what stands before the first of them belongs to the last one open.
fn split(words: &str, start: usize, cells: &mut Vec<Cell>) {
    let mut bars: Vec<usize> = words.match_indices('|').map(|(at, _)| at).collect();
    bars.retain(|at| !words.get(..*at).is_some_and(|before| before.ends_with('\\')));
    let spec = |at: usize| {
        let from = words.get(..at).and_then(|w| w.rfind([' ', '|'])).map_or(0, |i| i + 1);
        let spec = words.get(from..at).unwrap_or_default();
        let valid = !spec.is_empty()
            && spec.chars().all(|c| c.is_ascii_digit() || "+.*<^>adehlmsv".contains(c))
            && (spec.contains(['+', '*', '<', '^', '>', '.'])
                || spec.chars().count() == 1 && !spec.contains(char::is_numeric));
        if valid { spec } else { "" }
    };
    let head = bars.first().map_or(words.len(), |at| at - spec(*at).len());
    if let Some(open) = cells.last_mut().filter(|_| head > 0) {
        open.lines.push(start..start + head);
    }
    for (index, at) in bars.iter().enumerate() {
        let end = bars.get(index + 1).map_or(words.len(), |next| next - spec(*next).len()).max(at + 1);
        let columns = spec(*at).split_once('+').and_then(|(n, _)| n.parse().ok()).unwrap_or(1);
        cells.push(Cell {
            lines: std::iter::once(start + at + 1..start + end).collect(),
            columns: usize::clamp(columns, 1, WIDEST),
        });
    }
}
