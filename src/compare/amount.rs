//! Two amounts of the same thing: units are converted first, then what the printed
//! digits and the words around them allow is compared as intervals.

use super::Verdict;
use crate::lexicon::unit::{PERCENT, Unit as Measure};
use crate::value::{Amount, AmountKind, Bounds, Unit};
use rust_decimal::Decimal;

/// What two amounts say to each other.
pub fn amounts(a: &Amount, b: &Amount) -> Verdict {
    let Some((left, right)) = common(a, b) else { return Verdict::Unknown };
    if left == right && a.hedge == b.hedge {
        return Verdict::Agree;
    }
    if !meet(&left, &right) {
        return other_meaning(a, b);
    }
    match (width(&left), width(&right)) {
        (Some(l), Some(r)) if l == r => Verdict::Compatible,
        (Some(_), Some(_)) => Verdict::Refines,
        _ => Verdict::Compatible,
    }
}

/// Can the two be compared at all: the same kind of amount, of one dimension or currency?
pub fn comparable(a: &Amount, b: &Amount) -> bool {
    common(a, b).is_some()
}

/// One figure of two units that are never converted: "6 million dollars" and "6 million euros", "34.7 kilometres" and
/// "34.7 square kilometres". Of what is measured in two ways round figures are alike by chance.
pub fn other_unit(a: &Amount, b: &Amount) -> bool {
    const TELLING: usize = 3;
    let telling = match (a.unit, b.unit) {
        (Some(Unit::Money(_)), Some(Unit::Money(_))) => true,
        (Some(Unit::Measure(_)), Some(Unit::Measure(_))) => digits_that_matter(a) >= TELLING,
        _ => false,
    };
    telling && a.value == b.value && !comparable(a, b)
}

/// The digits of the value as printed, without the zeros at either end.
pub fn digits_that_matter(amount: &Amount) -> usize {
    amount.value.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').len()
}

/// `value` of one unit in another; none where their dimensions differ.
pub fn convert(value: Decimal, from: &Unit, to: &Unit) -> Option<Decimal> {
    if from.dimension()? != to.dimension()? {
        return None;
    }
    from_base(to_base(value, from)?, to)
}

/// The printed value in base units of its dimension, money in whole units of its currency.
pub fn in_base_units(amount: &Amount) -> Option<Decimal> {
    match amount.unit {
        Some(Unit::Money(currency)) if currency.whole.is_some() => hundredth(amount.value),
        Some(Unit::Money(_)) | None => Some(amount.value),
        Some(unit) => to_base(amount.value, &unit),
    }
}

/// The units that the same name stands for elsewhere ("ton", "gallon"), itself first.
pub fn meanings(unit: &Unit) -> Vec<Unit> {
    let mut out = vec![*unit];
    let Unit::Measure(first) = unit else { return out };
    let mut next = first.rival;
    while let Some(rival) = next.filter(|_| out.len() < 4) {
        out.push(Unit::Measure(rival));
        next = rival.rival;
    }
    out
}

/// Both bounds in one unit.
fn common(a: &Amount, b: &Amount) -> Option<(Bounds, Bounds)> {
    match (a.unit, b.unit) {
        (None, None) => (a.kind == b.kind && a.kind != AmountKind::Label).then_some((a.bounds, b.bounds)),
        (Some(Unit::Money(x)), Some(Unit::Money(y))) => {
            let (whole_x, whole_y) = (x.whole.unwrap_or(x), y.whole.unwrap_or(y));
            let family = |c: &crate::lexicon::currency::Currency| c.family.is_some();
            let same = whole_x.code == whole_y.code
                || (family(whole_x) && dollars(whole_x, whole_y))
                || (family(whole_y) && dollars(whole_y, whole_x));
            let scale = |bounds: Bounds, small: bool| if small { map(bounds, hundredth) } else { Some(bounds) };
            if !same {
                return None;
            }
            Some((scale(a.bounds, x.whole.is_some())?, scale(b.bounds, y.whole.is_some())?))
        }
        (Some(x), Some(y)) => {
            let same_kind = a.kind == b.kind;
            if !same_kind || x.dimension()? != y.dimension()? {
                return None;
            }
            Some((map(a.bounds, |v| to_base(v, &x))?, map(b.bounds, |v| to_base(v, &y))?))
        }
        // "half" and "50%"
        (None, Some(unit)) => Some((map(a.bounds, |v| share(a, &unit, v))?, b.bounds)),
        (Some(unit), None) => Some((a.bounds, map(b.bounds, |v| share(b, &unit, v))?)),
    }
}

/// A sign that names a family ("$") against a member of it ("CAD").
fn dollars(sign: &crate::lexicon::currency::Currency, other: &crate::lexicon::currency::Currency) -> bool {
    other.family == sign.family || (sign.code == "USD" && other.code.ends_with('D'))
}

fn hundredth(value: Decimal) -> Option<Decimal> {
    value.checked_div(Decimal::ONE_HUNDRED)
}

/// A fraction of one as a percentage.
fn share(amount: &Amount, unit: &Unit, value: Decimal) -> Option<Decimal> {
    let percent = matches!(unit, Unit::Measure(m) if m.code == PERCENT.code);
    let fraction = amount.kind == AmountKind::Number && amount.value < Decimal::ONE && amount.value > Decimal::ZERO;
    (percent && fraction).then(|| value.checked_mul(Decimal::ONE_HUNDRED))?
}

/// Before two amounts are said to conflict: do they meet when "ton" means the other ton?
fn other_meaning(a: &Amount, b: &Amount) -> Verdict {
    let (Some(x), Some(y)) = (a.unit, b.unit) else { return Verdict::Conflict };
    // Who writes "miles" twice means one mile.
    if x == y {
        return Verdict::Conflict;
    }
    for left in meanings(&x) {
        for right in meanings(&y) {
            let left = map(a.bounds, |v| to_base(v, &left));
            let right = map(b.bounds, |v| to_base(v, &right));
            if left.zip(right).is_some_and(|(l, r)| meet(&l, &r)) {
                return Verdict::Compatible;
            }
        }
    }
    Verdict::Conflict
}

/// Intervals that touch up to the last digits of a division meet.
fn meet(a: &Bounds, b: &Bounds) -> bool {
    if a.meets(b) {
        return true;
    }
    let near = |high: Option<Decimal>, low: Option<Decimal>, included: bool| match (high, low) {
        (Some(high), Some(low)) if included => {
            let gap = low.saturating_sub(high).abs();
            let size = high.abs().max(low.abs());
            gap.checked_mul(Decimal::from(1_000_000_000_000_i64)).is_some_and(|g| g <= size)
        }
        _ => false,
    };
    near(a.high, b.low, a.high_included && b.low_included) || near(b.high, a.low, b.high_included && a.low_included)
}

fn width(bounds: &Bounds) -> Option<Decimal> {
    bounds.low.zip(bounds.high).and_then(|(low, high)| high.checked_sub(low))
}

fn map(bounds: Bounds, change: impl Fn(Decimal) -> Option<Decimal>) -> Option<Bounds> {
    let end = |value: Option<Decimal>| match value {
        Some(v) => change(v).map(Some),
        None => Some(None),
    };
    Some(Bounds { low: end(bounds.low)?, high: end(bounds.high)?, ..bounds })
}

/// In base units of its dimension.
fn to_base(value: Decimal, unit: &Unit) -> Option<Decimal> {
    let up =
        |value: Decimal, m: &Measure| value.checked_add(m.offset)?.checked_mul(m.numerator)?.checked_div(m.denominator);
    let down = |value: Decimal, m: &Measure| value.checked_mul(m.denominator)?.checked_div(m.numerator);
    match unit {
        Unit::Measure(m) => up(value, m),
        Unit::Rate(m, per) => down(up(value, m)?, per),
        Unit::Money(_) => None,
    }
}

fn from_base(value: Decimal, unit: &Unit) -> Option<Decimal> {
    let down =
        |value: Decimal, m: &Measure| value.checked_mul(m.denominator)?.checked_div(m.numerator)?.checked_sub(m.offset);
    let up = |value: Decimal, m: &Measure| value.checked_mul(m.numerator)?.checked_div(m.denominator);
    match unit {
        Unit::Measure(m) => down(value, m),
        Unit::Rate(m, per) => down(up(value, per)?, m),
        Unit::Money(_) => None,
    }
}
