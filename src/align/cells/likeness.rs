//! A stated value and one of prose: the same but for rounding, apart by what a slip of the pen does, or far apart.

use super::super::when::{is_slip, is_slip_of_year};
use crate::claim::Stated;
use crate::compare::Verdict;
use crate::compare::amount::{amounts, in_base_units};
use crate::compare::printed::{round_step, same_size};
use crate::compare::slips::is_slip_of_figures;
use crate::value::{Amount, AmountKind, Precision, Stretch, Unit};
use rust_decimal::Decimal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Same,
    /// Figures changed places, one is another, or the scale is.
    Slip,
    /// Of one size.
    Near,
    Far,
}

/// None where the two cannot be compared.
pub fn likeness(cell: &Stated, said: &Stated) -> Option<Likeness> {
    match (cell, said) {
        (Stated::Amount(cell), Stated::Amount(said)) => of_amounts(cell, said),
        (Stated::Time(cell), Stated::Time(said)) => Some(of_times(cell, said)),
        _ => None,
    }
}

fn of_times(cell: &Stretch, said: &Stretch) -> Likeness {
    if cell.overlaps(said) {
        return Likeness::Same;
    }
    let day = |s: &Stretch| s.start.filter(|_| s.precision == Precision::Day);
    let slip = match (day(cell), day(said)) {
        (Some(a), Some(b)) => is_slip(a, b),
        _ => is_slip_of_year(cell, said),
    };
    let years = |s: &Stretch| s.start.map_or(0, |d| d.year());
    match (slip, (years(cell) - years(said)).abs()) {
        (true, _) => Likeness::Slip,
        (false, 0..=40) => Likeness::Near,
        _ => Likeness::Far,
    }
}

fn of_amounts(cell: &Amount, said: &Amount) -> Option<Likeness> {
    let same_unit = cell.unit == said.unit && cell.kind == said.kind;
    match amounts(cell, said) {
        Verdict::Unknown => return None,
        Verdict::Conflict => {}
        _ => return Some(Likeness::Same),
    }
    if same_unit && rounds(cell, said) || !same_unit && same_size(cell, said) == Some(true) {
        return Some(Likeness::Same);
    }
    if !same_unit && !matches!((cell.unit, said.unit), (Some(Unit::Money(_)), Some(Unit::Money(_)))) {
        // What was converted may have been rounded on the way.
        let (a, b) = (in_base_units(cell)?, in_base_units(said)?);
        let apart = a.saturating_sub(b).abs();
        let fiftieth = a.abs().checked_div(Decimal::from(50))?;
        return Some(if apart <= fiftieth { Likeness::Same } else { size(a, b) });
    }
    let (a, b) = (cell.value.abs().normalize(), said.value.abs().normalize());
    Some(if is_slip_of_figures(a, b) { Likeness::Slip } else { size(a, b) })
}

fn size(a: Decimal, b: Decimal) -> Likeness {
    let (small, large) = (a.min(b), a.max(b));
    if small.saturating_mul(Decimal::TWO) >= large { Likeness::Near } else { Likeness::Far }
}

/// Is the one the other, rounded or cut off at a digit? Small counts are printed as they are.
fn rounds(a: &Amount, b: &Amount) -> bool {
    let step = |x: &Amount| {
        let exact = x.kind == AmountKind::Number && x.value.abs() < Decimal::ONE_HUNDRED;
        let tenth = x.value.abs().checked_div(Decimal::TEN).unwrap_or_default();
        if exact { x.step } else { round_step(x.value, x.step).min(tenth).max(x.step) }
    };
    let (step_a, step_b) = (step(a), step(b));
    let (fine, coarse, step) = if step_a <= step_b { (a, b, step_b) } else { (b, a, step_a) };
    let apart = fine.value.abs().saturating_sub(coarse.value.abs());
    let cut_off = apart >= Decimal::ZERO && apart < step;
    let half = step.checked_div(Decimal::TWO).unwrap_or_default();
    if step_a == step_b && step <= Decimal::ONE {
        return apart.is_zero();
    }
    cut_off || apart.abs() <= half
}
