//! The figures of a table by line and column, for the rules that add them up.

use crate::claim::{Columns, Ledger, Stated, Table, stated, tables};
use crate::document::BlockKind;
use crate::lexicon::en::properties::{NOT_ADDED, RESTS, TOTALS};
use crate::lexicon::unit::PERCENT;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Unit};
use std::collections::BTreeMap;

#[derive(Debug)]
pub struct Figure {
    pub span: Span,
    pub amount: Amount,
}

#[derive(Debug, Default)]
pub struct Line {
    /// By column.
    pub figures: BTreeMap<u16, Figure>,
    /// It sums up the others.
    pub is_total: bool,
    /// It holds what is in no other.
    pub is_rest: bool,
    /// It names a part of another line: "of which".
    pub is_part: bool,
}

/// What the figures of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// May be added up.
    Plain,
    /// The sum of others in its line.
    Total,
    Share,
    Odd,
}

#[derive(Debug)]
pub struct Grid {
    pub lines: Vec<Line>,
    pub columns: BTreeMap<u16, Kind>,
    /// The blocks that name the table.
    pub titles: Vec<usize>,
}

/// The tables of a document that hold figures.
pub fn grids(ledger: &Ledger) -> Vec<Grid> {
    let mut columns = Columns::default();
    let found = tables(&ledger.document, &mut columns);
    found.into_iter().filter_map(|table| grid(ledger, table, &mut columns)).collect()
}

fn grid(ledger: &Ledger, table: Table, columns: &mut Columns) -> Option<Grid> {
    let document = &ledger.document;
    let mut kinds: BTreeMap<u16, Kind> = BTreeMap::new();
    let mut lines = Vec::new();
    // What stands below the total is no part of it: a turnout, a note.
    let end = table.rows.iter().position(|r| r.is_total).filter(|at| *at > 0).map_or(table.rows.len(), |at| at + 1);
    for row in table.rows.iter().take(end) {
        let name = row.name.and_then(|n| document.blocks.get(n)).map(|b| document.slice_lower(b.span));
        let name = name.unwrap_or_default().trim_matches([':', '*', ' ']);
        let part = ["of which", "including", "incl.", "thereof", "- ", "– "].iter().any(|p| name.starts_with(p));
        let mut line = Line { is_total: row.is_total, is_rest: RESTS.contains(name), is_part: part, ..Line::default() };
        for index in row.cells.iter().filter(|i| Some(**i) != row.name) {
            let Some(block) = document.blocks.get(*index).filter(|b| b.kind == BlockKind::Cell) else { continue };
            let (Some(seat), label) = (block.seat, block.label.as_deref().unwrap_or_default()) else { continue };
            let column = columns.of(label);
            let Some((Stated::Amount(amount), span)) = stated(ledger, block, column) else { continue };
            let kind = kind(label, &amount);
            kinds.entry(seat.column).and_modify(|k| *k = if *k == kind { kind } else { Kind::Odd }).or_insert(kind);
            line.figures.insert(seat.column, Figure { span, amount });
        }
        lines.push(line);
    }
    (!kinds.is_empty()).then_some(Grid { lines, columns: kinds, titles: table.titles })
}

fn kind(label: &str, amount: &Amount) -> Kind {
    let lower = label.to_lowercase();
    let percent = matches!(amount.unit, Some(Unit::Measure(u)) if u.code == PERCENT.code);
    if percent {
        return Kind::Share;
    }
    let plain = matches!(amount.kind, AmountKind::Number | AmountKind::Money | AmountKind::Measure);
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    if !plain || amount.hedge.is_some() || words.any(|w| NOT_ADDED.contains(w)) {
        return Kind::Odd;
    }
    if TOTALS.contains(lower.trim()) { Kind::Total } else { Kind::Plain }
}
