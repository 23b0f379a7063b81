//! Columns of shares in a table: whether they fill their whole, and whether each is the share that the amount beside it
//! has in the total.

use super::grid_sums::{column_misfits, column_sum};
use super::grids::{Figure, Grid, Kind, Line};
use rust_decimal::Decimal;

/// Shares that miss their whole by more are of several wholes.
const NEAR: i64 = 15;

/// So many columns of a sort are held against each other.
const MOST_COLUMNS: usize = 8;

/// One share that is not the part which its amount is of the total, as all others are.
#[derive(Debug)]
pub struct OffShare<'a> {
    pub share: &'a Figure,
    pub amount: &'a Figure,
    pub total: &'a Figure,
    /// What the share comes to.
    pub expected: Decimal,
}

fn shares(grid: &Grid) -> impl Iterator<Item = u16> + '_ {
    grid.columns.iter().filter(|(_, kind)| **kind == Kind::Share).map(|(column, _)| *column)
}

/// All shares of a column of which the table says that they fill a whole, if they do not make 100 %.
pub fn unfilled(grid: &Grid) -> Vec<Vec<&Figure>> {
    let off = off_shares(grid);
    let mut out = Vec::new();
    for column in shares(grid) {
        let totals: Vec<&Figure> =
            grid.lines.iter().filter(|l| l.is_total).filter_map(|l| l.figures.get(&column)).collect();
        let whole = matches!(totals.as_slice(), [total] if total.amount.value == Decimal::ONE_HUNDRED);
        let rest = totals.is_empty() && grid.lines.iter().any(|l| l.is_rest && l.figures.contains_key(&column));
        let parts = || grid.lines.iter().filter(|l| !l.is_total);
        let of_parts = parts().any(|l| l.is_part);
        let found: Option<Vec<&Figure>> = parts().map(|l| l.figures.get(&column)).collect();
        let Some(found) = found.filter(|f| (whole || rest) && !of_parts && f.len() > 2) else { continue };
        let sum = found.iter().fold(Decimal::ZERO, |sum, f| sum.saturating_add(f.amount.value));
        let near = sum.saturating_sub(Decimal::ONE_HUNDRED).abs() <= Decimal::from(NEAR);
        let known = off.iter().any(|o| found.iter().any(|f| f.span == o.share.span));
        if near && !known {
            out.push(found);
        }
    }
    out
}

pub fn off_shares(grid: &Grid) -> Vec<OffShare<'_>> {
    // A wrong amount makes a right share look wrong.
    if !column_misfits(grid).is_empty() {
        return Vec::new();
    }
    let plain = |(_, kind): &(&u16, &Kind)| **kind == Kind::Plain;
    let mut out = Vec::new();
    for column in shares(grid).take(MOST_COLUMNS) {
        for (amounts, _) in grid.columns.iter().filter(plain).take(MOST_COLUMNS) {
            let Some(sum) = column_sum(grid, *amounts) else { continue };
            let lines = grid.lines.iter().filter(|l| !l.is_total);
            let found: Vec<OffShare> = lines.filter_map(|l| share_of(l, column, *amounts, sum.total)).collect();
            let (fit, mut off): (Vec<OffShare>, Vec<OffShare>) = found.into_iter().partition(OffShare::fits);
            if fit.len() >= 2 && off.len() == 1 {
                out.append(&mut off);
                break;
            }
        }
    }
    out
}

fn share_of<'a>(line: &'a Line, shares: u16, amounts: u16, total: &'a Figure) -> Option<OffShare<'a>> {
    let (share, amount) = (line.figures.get(&shares)?, line.figures.get(&amounts)?);
    let expected = amount.amount.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total.amount.value)?;
    Some(OffShare { share, amount, total, expected })
}

impl OffShare<'_> {
    /// Rounded or cut off in its last digit.
    fn fits(&self) -> bool {
        self.expected.saturating_sub(self.share.amount.value).abs() <= self.share.amount.step
    }
}
