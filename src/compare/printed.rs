//! How exactly an amount is printed, for pairs that say the same thing twice ("20
//! miles (32 km)") and for sums: half of its last digit, and of its last digit that
//! is no zero as far as a tenth of the value.

use super::amount::{convert, meanings};
use super::slips::is_slip_of_figures;
use crate::lexicon::unit::{CELSIUS, Dimension, FAHRENHEIT};
use crate::value::{Amount, Bounds, Hedge, Unit};
use rust_decimal::Decimal;

/// How far the true value may lie from the printed one.
pub fn slack(amount: &Amount) -> Decimal {
    slack_of(amount.value, amount.step, amount.hedge == Some(Hedge::About))
}

fn slack_of(value: Decimal, step: Decimal, about: bool) -> Decimal {
    let half = step.checked_div(Decimal::TWO).unwrap_or_default();
    let tenth = value.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let round = round_step(value, step).checked_div(Decimal::TWO).unwrap_or_default().min(tenth);
    // Speeds and distances are often rounded to fives: "135 km/h (85 mph)".
    let five = step.checked_mul(Decimal::from(5)).unwrap_or_default();
    let fives =
        value.checked_rem(five).is_some_and(|rest| rest.is_zero()) && value.abs() >= five.saturating_mul(Decimal::TEN);
    let by_fives = if fives { five.checked_div(Decimal::TWO).unwrap_or_default() } else { Decimal::ZERO };
    let least = half.max(round).max(by_fives);
    if about { least.max(tenth) } else { least }
}

/// The worth of the last digit that is no zero: of 13,100 a hundred.
pub fn round_step(value: Decimal, step: Decimal) -> Decimal {
    let mut round = step;
    if value.is_zero() {
        return step;
    }
    while let Some(next) = round.checked_mul(Decimal::TEN).filter(|n| *n <= value.abs()) {
        if value.checked_rem(next).is_none_or(|rest| !rest.is_zero()) {
            break;
        }
        round = next;
    }
    round
}

/// "Over 4,180" and "over 4,810": two bounds may both hold, but where one slip of the pen makes one of the other
/// only one was meant. Not where one is the other rounded to its own side ("over 4,000").
pub fn bounds_apart(a: &Amount, b: &Amount) -> bool {
    if a.unit != b.unit || a.hedge != b.hedge || !is_slip_of_figures(a.value, b.value) {
        return false;
    }
    let [x, y] = [a, b].map(|amount| (amount.value, round_step(amount.value, amount.step)));
    let ((coarse, step), (fine, _)) = if x.1 >= y.1 { (x, y) } else { (y, x) };
    let steps = fine.checked_div(step);
    let rounded = match a.hedge {
        Some(Hedge::AtLeast) => steps.map(|steps| steps.floor()),
        Some(Hedge::AtMost) => steps.map(|steps| steps.ceil()),
        _ => return false,
    };
    rounded.and_then(|steps| steps.checked_mul(step)).is_some_and(|rounded| rounded != coarse)
}

/// A value as a sentence of ours prints it: "1,266", "0.5", "27.2 million".
pub fn grouped(value: Decimal) -> String {
    let value = value.normalize();
    for (scale, name) in [(1_000_000_000_000_i64, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")] {
        let scaled = value.checked_div(Decimal::from(scale)).filter(|s| s.abs() >= Decimal::ONE);
        if let Some(scaled) = scaled.map(|s| s.normalize()).filter(|s| s.scale() <= 3) {
            return format!("{scaled} {name}");
        }
    }
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = String::with_capacity(text.len() + 4);
    let digits = whole.trim_start_matches('-').len();
    for (index, c) in whole.trim_start_matches('-').chars().enumerate() {
        if index > 0 && (digits - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    let sign = if value.is_sign_negative() { "-" } else { "" };
    fraction.map_or_else(|| format!("{sign}{out}"), |f| format!("{sign}{out}.{f}"))
}

/// The digits are the same and the scale is not: how many zeros lie between ("$200 million", "$2 billion": 1).
pub fn power_of_ten(a: &Amount, b: &Amount) -> Option<usize> {
    if a.unit != b.unit || a.value.is_zero() || b.value.is_zero() {
        return None;
    }
    let (small, large) = (a.value.abs().min(b.value.abs()), a.value.abs().max(b.value.abs()));
    // Two round numbers ten times apart are no slip of scale; "2" for "2 million" is.
    let mut scaled = small;
    for zeros in 1..=9 {
        scaled = scaled.checked_mul(Decimal::TEN)?;
        if scaled == large {
            let by_name = zeros % 3 == 0 || large >= Decimal::from(1_000_000);
            return by_name.then_some(zeros);
        }
    }
    None
}

/// Do two printed amounts in different units give one size?
pub fn same_size(a: &Amount, b: &Amount) -> Option<bool> {
    let (from, to) = (a.unit?, b.unit?);
    let ranges = a.hedge == Some(Hedge::Range) && b.hedge == Some(Hedge::Range);
    let pairs: Vec<(Decimal, Decimal)> = if ranges {
        [(a.bounds.low, b.bounds.low), (a.bounds.high, b.bounds.high)]
            .into_iter()
            .filter_map(|(x, y)| x.zip(y))
            .collect()
    } else if a.hedge == Some(Hedge::Range) || b.hedge == Some(Hedge::Range) {
        return None;
    } else {
        vec![(a.value, b.value)]
    };
    let about = a.hedge == Some(Hedge::About) || b.hedge == Some(Hedge::About);
    let mut comparable = false;
    for from in meanings(&from) {
        for to in meanings(&to) {
            let fits = |(x, y): &(Decimal, Decimal)| {
                let left = (*x, slack_of(*x, a.step, about));
                let right = (*y, slack_of(*y, b.step, about));
                one_fits(left, &from, right, &to)
            };
            let all: Option<Vec<bool>> = pairs.iter().map(fits).collect();
            comparable |= all.is_some();
            if all.is_some_and(|all| all.into_iter().all(|fit| fit)) {
                return Some(true);
            }
        }
    }
    comparable.then_some(false)
}

fn one_fits(
    (x, x_slack): (Decimal, Decimal),
    from: &Unit,
    (y, y_slack): (Decimal, Decimal),
    to: &Unit,
) -> Option<bool> {
    let low = convert(x.checked_sub(x_slack)?, from, to)?;
    let high = convert(x.checked_add(x_slack)?, from, to)?;
    let meets = |low: Decimal, high: Decimal| low <= y.saturating_add(y_slack) && high >= y.saturating_sub(y_slack);
    if meets(low.min(high), low.max(high)) {
        return Some(true);
    }
    // "warmed by one degree Fahrenheit (0.6 °C)": a difference, no place on the scale.
    if from.dimension()? == Dimension::TEMPERATURE {
        let ratio = degrees(from)?.checked_div(degrees(to)?)?;
        let (low, high) =
            (x.saturating_sub(x_slack).checked_mul(ratio)?, x.saturating_add(x_slack).checked_mul(ratio)?);
        return Some(meets(low.min(high), low.max(high)));
    }
    Some(false)
}

/// How many ninths of a kelvin one degree is.
fn degrees(unit: &Unit) -> Option<Decimal> {
    match unit {
        Unit::Measure(m) if m.code == FAHRENHEIT.code => Some(Decimal::from(5)),
        Unit::Measure(m) if m.code == CELSIUS.code || m.dimension == Dimension::TEMPERATURE => Some(Decimal::from(9)),
        _ => None,
    }
}

/// Half a step either way, a tenth of the value at most.
pub fn around(value: Decimal, step: Decimal) -> Bounds {
    let half = step.checked_div(Decimal::TWO).unwrap_or_default();
    let slack = half.min(value.abs().checked_div(Decimal::TEN).unwrap_or_default());
    let bounds = Bounds::between(value.saturating_sub(slack), value.saturating_add(slack));
    // What is printed as 6.8 is less than 6.85.
    Bounds { high_included: slack.is_zero(), ..bounds }
}
