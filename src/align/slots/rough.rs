//! Amounts that cannot agree, seen at a glance: to hold two against each other in full takes its time, and of the many in two
//! texts hardly any two agree.

use super::Slots;
use crate::align::figures::Reading;
use crate::value::Unit;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An amount in whole thousandths, as far as is needed to see at once that two say nothing of one value.
#[derive(Debug, Clone, Copy)]
pub struct Rough {
    /// The number of its unit among those of the run.
    unit: usize,
    value: i64,
    low: i64,
    high: i64,
}

impl Rough {
    /// `units` are those met before. None of what is no amount or has an open end.
    pub fn of(reading: &Reading, units: &mut Vec<Option<Unit>>) -> Option<Rough> {
        let Reading::Amount(amount) = reading else { return None };
        let thousandths = |value: Decimal| value.checked_mul(Decimal::ONE_THOUSAND);
        let floor = |value: Decimal| thousandths(value)?.floor().to_i64();
        let (value, low) = (floor(amount.value)?, floor(amount.bounds.low?)?);
        let high = thousandths(amount.bounds.high?)?.ceil().to_i64()?;
        let unit = units.iter().position(|unit| *unit == amount.unit).unwrap_or_else(|| {
            units.push(amount.unit);
            units.len() - 1
        });
        Some(Rough { unit, value, low, high })
    }

    /// Two of one unit between which there is more than the last digits of a division: they cannot agree.
    pub fn lie_apart(&self, other: &Rough) -> bool {
        const LAST_DIGITS: i128 = 1_000_000_000_000;
        let gap = i128::from(self.low.max(other.low)) - i128::from(self.high.min(other.high));
        let ends = [self.low, self.high, other.low, other.high].map(i64::unsigned_abs);
        let size = ends.into_iter().max().map_or(0, |end| i128::from(end) + 1);
        self.unit == other.unit && self.value.abs_diff(other.value) > 1 && gap > 0 && gap * LAST_DIGITS > size
    }
}

impl Slots<'_> {
    /// Can it be seen at once that the two do not agree?
    pub(super) fn lie_apart(&self, a: usize, b: usize) -> bool {
        let rough = |index: usize| self.rough.get(index).and_then(Option::as_ref);
        rough(a).zip(rough(b)).is_some_and(|(a, b)| a.lie_apart(b))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rough(low: i64, value: i64, high: i64) -> Rough {
        Rough { unit: 0, value, low, high }
    }

    #[test]
    fn what_lies_apart_and_what_may_meet() {
        let five = rough(5_000, 5_000, 5_000);
        assert!(five.lie_apart(&rough(7_000, 7_000, 7_000)) && rough(7_000, 7_000, 7_000).lie_apart(&five));
        assert!(!five.lie_apart(&rough(4_000, 5_500, 6_000)));
        // The last digits of a division, and the value itself beside its bounds.
        assert!(!rough(i64::MAX - 2, i64::MAX - 2, i64::MAX - 2).lie_apart(&rough(i64::MAX, i64::MAX, i64::MAX)));
        assert!(!five.lie_apart(&rough(6_000, 5_000, 6_000)));
        assert!(!five.lie_apart(&Rough { unit: 1, ..rough(7_000, 7_000, 7_000) }));
    }
}
