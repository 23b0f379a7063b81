//! Ages as printed, and the ages that two dates allow: what the rule on ages reckons with.

use crate::claim::Ledger;
use crate::compare::calendar::years_between;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{AmountKind, Stretch, Value};
use rust_decimal::prelude::ToPrimitive;

/// The ages in whole years that are possible on `day` after a birth at `birth`; none if the dates are out of order.
pub fn possible_ages(birth: &Stretch, day: &Stretch) -> Option<(i32, i32)> {
    let (born_first, born_last) = (birth.start?, birth.end?.yesterday().ok()?);
    let (first, last) = (day.start?, day.end?.yesterday().ok()?);
    (born_last <= first).then(|| (years_between(born_last, first).max(0), years_between(born_first, last)))
}

/// "61", or "60 or 61".
pub fn printed_ages((low, high): (i32, i32)) -> String {
    if low == high { low.to_string() } else { format!("{low} or {high}") }
}

/// An exact age in whole years.
pub fn age_in_years(mention: &Mention) -> Option<i32> {
    let Value::Amount(amount) = &mention.value else { return None };
    let years = amount.unit.is_some_and(|u| u.to_string() == "a");
    (amount.kind == AmountKind::Age && years && amount.hedge.is_none() && amount.value.fract().is_zero())
        .then(|| amount.value.to_i32())?
}

/// The age with the "aged" before it.
pub fn with_cue(ledger: &Ledger, age: &Mention) -> Span {
    let before = ledger.document.token_at(age.span.start).checked_sub(1);
    let cue = before.filter(|i| matches!(ledger.document.word(*i), "aged" | "age"));
    cue.and_then(|i| ledger.document.token(i)).map_or(age.span, |token| token.span.cover(age.span))
}
