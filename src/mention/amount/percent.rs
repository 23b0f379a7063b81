//! Percentages ("14%", "14 per cent"); percentage points and basis points, which are
//! another unit.

use super::dressed::Dressed;
use super::figure::Figure;
use super::words::Words;
use crate::lexicon::unit::{BASIS_POINT, PERCENT, PERCENTAGE_POINT};
use crate::value::{AmountKind, Unit};

pub fn percent(words: &Words, figure: &Figure) -> Option<Dressed> {
    let hyphen = words.hyphen(figure.to);
    let at = if hyphen { figure.to + 1 } else { figure.to };
    let point = |i: usize| matches!(words.lower(i), "point" | "points");
    let (unit, to) = match words.lower(at) {
        "%" | "pct" | "percent" | "percentage" | "per-cent" => {
            // "a two-percentage-point rise"
            let next = if words.hyphen(at + 1) { at + 2 } else { at + 1 };
            if point(next) { (&PERCENTAGE_POINT, next + 1) } else { (&PERCENT, at + 1) }
        }
        "per" if words.lower(at + 1) == "cent" => (&PERCENT, at + 2),
        "basis" if point(at + 1) => (&BASIS_POINT, at + 2),
        "bps" => (&BASIS_POINT, at + 1),
        "pp" | "ppt" | "ppts" => (&PERCENTAGE_POINT, at + 1),
        _ => return None,
    };
    Some(Dressed::new(figure, AmountKind::Percent, Some(Unit::Measure(unit)), to))
}
