//! Shares as they are spoken: "two thirds of the members", "three in four". They are meant roughly, and held against percentages.

use crate::document::Document;
use crate::lexicon::unit::PERCENT;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Bounds, Unit};
use rust_decimal::Decimal;

/// A half is told too loosely to be held against anything, and nobody speaks of smaller parts than a twentieth.
const LARGEST: u32 = 3;
const SMALLEST: u32 = 20;
/// What a spoken share allows either way is this part of its own part: a third is told of what lies between 29 and 37 percent.
const ALLOWED: u32 = 8;

/// The share in percent.
pub fn spoken_share(document: &Document, span: Span, amount: &Amount) -> Option<Amount> {
    let is_part = amount.kind == AmountKind::Number && amount.value > Decimal::ZERO && amount.value < Decimal::ONE;
    let words = || document.slice_lower(span);
    if !is_part || words().contains('.') {
        return None;
    }
    let behind = document.token_at(span.end);
    // "One half of one percent" is no share.
    let is_of = document.word(behind) == "of"
        && !document.token(behind + 1).is_some_and(|t| t.is_number())
        && document.word(behind + 1) != "one";
    if !is_of && !words().contains(" in ") {
        return None;
    }
    let is_whole = |parts: &u32| {
        let many = amount.value.checked_mul(Decimal::from(*parts));
        many.is_some_and(|many| many.checked_sub(many.round()).is_some_and(|rest| rest.abs() < Decimal::new(1, 3)))
    };
    let parts = (2..=SMALLEST).find(is_whole).filter(|parts| *parts >= LARGEST)?;
    let slack = Decimal::ONE_HUNDRED.checked_div(Decimal::from(parts.checked_mul(ALLOWED)?))?;
    let percent = |value: Decimal| value.checked_mul(Decimal::ONE_HUNDRED);
    let bounds = Bounds {
        low: amount.bounds.low.and_then(percent).and_then(|low| low.checked_sub(slack)),
        high: amount.bounds.high.and_then(percent).and_then(|high| high.checked_add(slack)),
        ..amount.bounds
    };
    Some(Amount {
        kind: AmountKind::Percent,
        value: percent(amount.value)?,
        unit: Some(Unit::Measure(&PERCENT)),
        bounds,
        step: Decimal::ONE,
        hedge: amount.hedge,
    })
}
