//! Lines and columns of a table that do not add up, where others of the table show that they should.

use super::grids::{Figure, Grid, Kind};
use crate::compare::printed::round_step;
use crate::compare::slips::{changed_places, is_slip_of_figures};
use crate::text::Span;
use rust_decimal::Decimal;

/// A table with more misfits is no table of sums.
const MOST_MISFITS: usize = 3;
/// So many columns may be summed up in another.
const WIDEST: usize = 10;
/// A total and its parts that lie further apart than this part of the total are of different things.
const NEAR: i64 = 5;

/// A total and the parts that do not make it.
#[derive(Debug)]
pub struct Sum<'a> {
    pub total: &'a Figure,
    pub parts: Vec<&'a Figure>,
    pub sum: Decimal,
}

impl Sum<'_> {
    fn new<'a>(total: &'a Figure, parts: Vec<&'a Figure>) -> Option<Sum<'a>> {
        let mut sum = Decimal::ZERO;
        for part in &parts {
            if part.amount.unit != total.amount.unit || part.amount.kind != total.amount.kind {
                return None;
            }
            sum = sum.checked_add(part.amount.value)?;
        }
        (parts.len() > 1).then_some(Sum { total, parts, sum })
    }

    fn gap(&self) -> Decimal {
        self.sum.saturating_sub(self.total.amount.value)
    }

    /// Whole counts are exact; of others each may be rounded in its last digit, or all to one round figure.
    fn fits(&self) -> bool {
        let figures = || self.parts.iter().copied().chain([self.total]);
        let of_all = figures().map(|f| round_step(f.amount.value, f.amount.step)).min().unwrap_or_default();
        let printed = figures().map(|f| f.amount.step).max().unwrap_or_default();
        let step = printed.max(of_all);
        let exact = step == Decimal::ONE && self.total.amount.unit.is_none();
        let room = if exact { Decimal::ZERO } else { step.saturating_mul(Decimal::from(self.parts.len() as u64)) };
        self.gap().abs() <= room
    }

    fn is_near(&self) -> bool {
        self.gap().abs().saturating_mul(Decimal::from(NEAR)) <= self.total.amount.value.abs()
    }

    /// Does a slip in the total or in one part make it wrong?
    fn is_slip(&self) -> bool {
        let total = self.total.amount.value;
        let gap = self.gap();
        let mut parts = self.parts.iter().map(|p| p.amount.value);
        let part_of_part = parts.clone().any(|v| v == gap.abs());
        let swapped = parts.any(|v| changed_places(v, v.saturating_sub(gap)));
        !part_of_part && (swapped || is_slip_of_figures(total.abs(), self.sum.abs()))
    }

    /// What the figure at `span` must change by for the sum to fit.
    fn change(&self, span: Span) -> Option<Decimal> {
        if self.total.span == span {
            return Some(self.gap());
        }
        self.parts.iter().any(|p| p.span == span).then(|| -self.gap())
    }
}

/// Sums of a grid that do not fit; where a line and a column cross at one wrong figure, with its place.
pub fn misfits(grid: &Grid) -> Vec<(Sum<'_>, Option<(Span, Sum<'_>)>)> {
    let mut lines = line_misfits(grid);
    let columns = column_misfits(grid);
    if lines.len() + columns.len() > MOST_MISFITS {
        return Vec::new();
    }
    let mut out = Vec::new();
    for column in columns {
        let cross = |line: &Sum| {
            let figures = line.parts.iter().copied().chain([line.total]);
            figures.map(|f| f.span).find(|span| {
                let change = column.change(*span);
                change.is_some() && change == line.change(*span)
            })
        };
        let at = lines.iter().enumerate().find_map(|(i, line)| cross(line).map(|span| (i, span)));
        let crossed = at.map(|(i, span)| (span, lines.remove(i)));
        out.push((column, crossed));
    }
    out.extend(lines.into_iter().map(|line| (line, None)));
    out
}

/// Columns whose total row is not the sum of the rows above (or below, where it stands first).
pub fn column_misfits(grid: &Grid) -> Vec<Sum<'_>> {
    let mut sums = Vec::new();
    for (column, kind) in &grid.columns {
        if matches!(kind, Kind::Plain | Kind::Total) {
            sums.extend(column_sum(grid, *column));
        }
    }
    let fitting = sums.iter().filter(|s| s.fits()).count();
    sums.retain(|s| !s.fits() && s.is_near() && (fitting > 0 || s.is_slip()));
    sums
}

/// None where a line lacks the figure, names a part of another, or several lines sum up.
pub fn column_sum(grid: &Grid, column: u16) -> Option<Sum<'_>> {
    let mut totals = grid.lines.iter().enumerate().filter(|(_, l)| l.is_total);
    let (at, line) = totals.next()?;
    if totals.next().is_some() {
        return None;
    }
    let range = if at == 0 { 1..grid.lines.len() } else { 0..at };
    let parts = grid.lines.get(range)?.iter().map(|l| l.figures.get(&column).filter(|_| !l.is_part));
    Sum::new(line.figures.get(&column)?, parts.collect::<Option<Vec<_>>>()?)
}

/// Lines in which a column of totals is not the sum of the columns beside it, as it is in most lines.
fn line_misfits(grid: &Grid) -> Vec<Sum<'_>> {
    let mut totals = grid.columns.iter().filter(|(_, k)| **k == Kind::Total).map(|(c, _)| *c);
    let (Some(total), None) = (totals.next(), totals.next()) else { return Vec::new() };
    let plain = |c: &u16| grid.columns.get(c) == Some(&Kind::Plain);
    let left: Vec<u16> = (0..total).rev().take_while(plain).take(WIDEST).collect();
    let right: Vec<u16> = (total + 1..).take_while(plain).take(WIDEST).collect();
    let runs = |side: Vec<u16>| (2..=side.len()).filter_map(move |n| side.get(..n).map(<[u16]>::to_vec));
    let best = runs(left).chain(runs(right)).map(|run| {
        let sums = line_sums(grid, total, &run);
        let fitting = sums.iter().filter(|s| s.fits() && s.total.amount.value > Decimal::ZERO).count();
        (fitting, sums)
    });
    let Some((fitting, mut sums)) = best.max_by_key(|(fitting, _)| *fitting) else { return Vec::new() };
    sums.retain(|s| !s.fits());
    let sure = fitting >= 2 && sums.len() * 3 <= fitting;
    if sure { sums } else { Vec::new() }
}

fn line_sums<'a>(grid: &'a Grid, total: u16, run: &[u16]) -> Vec<Sum<'a>> {
    let sum = |line: &'a super::grids::Line| {
        let parts = run.iter().rev().map(|c| line.figures.get(c)).collect::<Option<Vec<_>>>()?;
        Sum::new(line.figures.get(&total)?, parts)
    };
    grid.lines.iter().filter_map(sum).collect()
}
