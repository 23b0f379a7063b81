//! Lengths of time as amounts, so that "27 minutes" and "72 minutes" are held against
//! each other as any two measures are.

use crate::lexicon::unit::{DAY, HOUR, MINUTE, MONTH, SECOND, Unit as Measure, WEEK, YEAR};
use crate::value::{Amount, AmountKind, Bounds, Hedge, Modifier, Time, TimeKind, Unit};
use rust_decimal::Decimal;

/// The amount of a counted length ("P3D", "P4Y8M"); none for vague ones.
pub fn amount_of(time: &Time) -> Option<Amount> {
    length(time).filter(|_| time.kind == TimeKind::Duration)
}

/// What lies between one time and the next: "every two weeks"; none where it is one of a unit, for much is done every day.
pub fn interval_of(time: &Time) -> Option<Amount> {
    length(time).filter(|amount| time.kind == TimeKind::Set && amount.value > Decimal::ONE)
}

fn length(time: &Time) -> Option<Amount> {
    let body = time.timex.strip_prefix('P')?;
    let (body, clock) = body.strip_prefix('T').map_or((body, false), |rest| (rest, true));
    let (mut value, mut unit, mut rest) = field(body, clock)?;
    // "four years and eight months", "2 hours, 25 minutes and 45 seconds": counted in the smallest unit.
    while !rest.is_empty() {
        let (next, smaller, left) = field(rest, clock)?;
        value = value.checked_mul(Decimal::from(ratio(unit, smaller)?))?.checked_add(next)?;
        (unit, rest) = (smaller, left);
    }
    // A length is rounded to its last digit: "11 weeks" may be 80 days.
    let step = Decimal::new(1, value.normalize().scale());
    let half = step.checked_div(Decimal::TWO)?;
    let (low, high) = (value.checked_sub(half)?, value.checked_add(half)?);
    let (bounds, hedge) = match time.modifier {
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => {
            let included = time.modifier == Some(Modifier::EqualOrMore);
            let bounds = Bounds { low: Some(value), high: None, low_included: included, high_included: false };
            (bounds, Some(Hedge::AtLeast))
        }
        Some(Modifier::LessThan | Modifier::EqualOrLess) => {
            let included = time.modifier == Some(Modifier::EqualOrLess);
            let bounds = Bounds { low: None, high: Some(value), low_included: false, high_included: included };
            (bounds, Some(Hedge::AtMost))
        }
        Some(_) => {
            let tenth = value.checked_div(Decimal::TEN)?.max(half);
            (Bounds::between(value.checked_sub(tenth)?, value.checked_add(tenth)?), Some(Hedge::About))
        }
        None => (Bounds { low: Some(low), high: Some(high), low_included: true, high_included: false }, None),
    };
    Some(Amount { kind: AmountKind::Measure, value, unit: Some(Unit::Measure(unit)), bounds, hedge, step })
}

/// The first count of "4Y8M" with its unit, and what is left.
fn field(body: &str, clock: bool) -> Option<(Decimal, &'static Measure, &str)> {
    let end = body.find(|c: char| c.is_ascii_uppercase())?;
    let (count, rest) = body.split_at_checked(end)?;
    let unit = match (rest.chars().next()?, clock) {
        ('S', true) => &SECOND,
        ('M', true) => &MINUTE,
        ('H', true) => &HOUR,
        ('D', false) => &DAY,
        ('W', false) => &WEEK,
        ('M', false) => &MONTH,
        ('Y', false) => &YEAR,
        _ => return None,
    };
    Some((count.parse().ok()?, unit, rest.get(1..)?))
}

/// How many of the smaller unit the larger one has.
fn ratio(large: &Measure, small: &Measure) -> Option<u32> {
    match (large.code, small.code) {
        ("a", "mo") => Some(12),
        ("h", "min") | ("min", "s") => Some(60),
        ("wk", "d") => Some(7),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Verdict;
    use crate::compare::amount::amounts;

    fn length(timex: &str, modifier: Option<Modifier>) -> Amount {
        let time = Time {
            kind: TimeKind::Duration,
            timex: timex.to_owned(),
            modifier,
            stretch: None,
            weekday: None,
            absolute: false,
            calendar: false,
            unanchored: false,
            fault: None,
        };
        amount_of(&time).unwrap()
    }

    #[test]
    fn lengths_are_compared_across_units() {
        let said = |a: &str, b: &str| amounts(&length(a, None), &length(b, None));
        assert_eq!(said("PT27M", "PT72M"), Verdict::Conflict);
        assert_eq!(said("P2W", "P4W"), Verdict::Conflict);
        assert_ne!(said("P14D", "P2W"), Verdict::Conflict);
        assert_ne!(said("P18M", "P1Y6M"), Verdict::Conflict);
        assert_ne!(said("P12M", "P1Y"), Verdict::Conflict);
    }

    #[test]
    fn a_bound_is_kept() {
        assert_eq!(amounts(&length("P6Y", Some(Modifier::MoreThan)), &length("P4Y8M", None)), Verdict::Conflict);
        assert_ne!(amounts(&length("P4Y", Some(Modifier::MoreThan)), &length("P4Y8M", None)), Verdict::Conflict);
    }
}
