//! The value that a cell or field states: an amount in the unit of its column, or a time.

use super::Ledger;
use super::columns::Column;
use super::tables::year;
use crate::document::Block;
use crate::mention::{Mention, digits};
use crate::text::Span;
use crate::value::{Amount, AmountKind, Bounds, Hedge, Precision, Stretch, Time, TimeKind, Unit, Value};
use jiff::civil::date;
use rust_decimal::Decimal;

#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    Amount(Amount),
    Time(Stretch),
}

/// What the block states, and where the value stands in it.
pub fn stated(ledger: &Ledger, block: &Block, column: &Column) -> Option<(Stated, Span)> {
    let document = &ledger.document;
    if column.is_odd || block.seat.is_some_and(|s| s.columns > 1 || s.rows > 1) {
        return None;
    }
    let words = without_note(document.slice(block.span));
    let span = Span { start: block.span.start, end: block.span.start + words.len() as u32 };
    if column.is_dated
        && let Some(start) = year(words).and_then(whole_year)
    {
        return Some((Stated::Time(start), span));
    }
    if let Some(amount) = plain(words, column) {
        return Some((Stated::Amount(amount), span));
    }
    let at = ledger.mentions.partition_point(|m| m.span.start < block.span.start);
    let first = ledger.mentions.get(at).filter(|m| m.span.start == block.span.start)?;
    let rest = document.slice(Span { start: first.span.end, end: block.span.end }).trim_start();
    let alone = rest.is_empty() || rest.starts_with(['(', '[', '*', '†', '‡', ';', ',']) || {
        // "412 m 1,352 ft": the same again in another unit.
        let next = ledger.mentions.get(at + 1).filter(|m| m.span.end <= block.span.end);
        next.is_some_and(|n| document.slice(Span { start: first.span.end, end: n.span.start }).trim().is_empty())
    };
    if !alone {
        return None;
    }
    Some((value_of(first, column)?, first.span))
}

fn value_of(mention: &Mention, column: &Column) -> Option<Stated> {
    match &mention.value {
        Value::Amount(a) => {
            let exact = matches!(a.hedge, None | Some(Hedge::About));
            let figure = !matches!(a.kind, AmountKind::Label | AmountKind::Ordinal);
            // A bare figure of a field that asks for another unit is in that unit.
            let is_bare = a.unit.is_none() && a.kind == AmountKind::Number;
            let a = (**a).clone();
            let amount = if is_bare { dressed(a, column)? } else { a };
            (exact && figure).then_some(Stated::Amount(amount))
        }
        Value::Time(t) => definite(t).map(Stated::Time),
        _ => None,
    }
}

/// The stretch of a time that is printed in full: a day, a month or a year.
pub fn definite(time: &Time) -> Option<Stretch> {
    let fine = |s: &Stretch| {
        s.start.is_some()
            && s.end.is_some()
            && matches!(s.precision, Precision::Year | Precision::Month | Precision::Day)
    };
    let printed = time.kind == TimeKind::Date && time.absolute && time.modifier.is_none();
    time.stretch.filter(|s| printed && fine(s))
}

fn whole_year(year: i16) -> Option<Stretch> {
    Some(Stretch {
        start: Some(date(year, 1, 1)),
        end: Some(date(year.checked_add(1)?, 1, 1)),
        precision: Precision::Year,
    })
}

/// "1,195[a]" and "1,195 *" without what refers to a note.
fn without_note(words: &str) -> &str {
    let cut = words.find('[').map_or(words, |at| words.get(..at).unwrap_or_default());
    cut.trim_end_matches(['*', '†', '‡', '§', ' '])
}

/// A bare figure: "1,195", "41.7", "−3".
pub fn plain(words: &str, column: &Column) -> Option<Amount> {
    let unsigned = words.trim_start_matches(['-', '−', '–', '+']);
    let negative = unsigned.len() < words.len() && !words.starts_with('+');
    if unsigned.len() + 4 < words.len() {
        return None;
    }
    let read = digits(unsigned)?;
    let value = if negative { -read.value } else { read.value };
    let amount = Amount {
        kind: AmountKind::Number,
        value,
        unit: None,
        bounds: Bounds::exactly(value),
        hedge: None,
        step: read.step(),
    };
    dressed(amount, column)
}

/// In the unit and scale of the column.
fn dressed(amount: Amount, column: &Column) -> Option<Amount> {
    let Some(scale) = column.scale else { return Some(amount) };
    let value = amount.value.checked_mul(scale)?;
    let step = amount.step.checked_mul(scale)?;
    let half =
        if step > Decimal::ONE || column.unit.is_some() { step.checked_div(Decimal::TWO)? } else { Decimal::ZERO };
    let kind = match column.unit {
        None => amount.kind,
        Some(Unit::Money(_)) => AmountKind::Money,
        Some(Unit::Measure(unit)) if unit.code == "%" => AmountKind::Percent,
        Some(_) => AmountKind::Measure,
    };
    let bounds = Bounds::between(value.checked_sub(half)?, value.checked_add(half)?);
    Some(Amount { kind, value, unit: column.unit, bounds, step, ..amount })
}
