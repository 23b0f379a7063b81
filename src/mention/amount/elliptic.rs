//! Amounts whose unit or scale only their neighbour prints: "fell from $2.1 million to 1.8", "rose from 12 to 15 euros", "rose to
//! 15 euros from 12", "50 by 25 metres".

use super::cardinal::pow10;
use super::dressed::{Dressed, dress};
use super::figure::{Form, figure, rounding};
use super::words::Words;
use crate::lexicon::en::numerals::Numeral;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::lexicon::unit::Dimension;
use crate::value::AmountKind;
use rust_decimal::Decimal;

/// So many words may the neighbour take.
const REACH: usize = 6;

/// The amount in the unit and scale of the one that it is told with.
pub fn as_beside(words: &Words, read: &Dressed) -> Option<Dressed> {
    let may_be = read.is_bare() || read.kind == AmountKind::Money;
    // What it counts would stand behind it.
    let counts = words.is_word(read.to) && !STOP_WORDS.contains(words.lower(read.to));
    if !may_be || counts || !matches!(read.form, Form::Digits | Form::Words) {
        return None;
    }
    let before = words.lower_before(read.from, 1);
    let beside = match before {
        "to" => before_it(words, read.from - 1).filter(|low| words.lower_before(low.from, 1) == "from"),
        "from" => {
            let high = (words.lower(read.to) == "to").then(|| behind_it(words, read.to + 1)).flatten();
            let led = |high: &Dressed| words.lower_before(high.from, 1) == "to";
            high.or_else(|| before_it(words, read.from - 1).filter(led))
        }
        _ => None,
    };
    if let Some(beside) = beside {
        return scaled_as(words, read, &beside).or_else(|| measured_as(read, &beside));
    }
    // "50 by 25 metres", "50 metres by 25".
    let is_by = |at: usize| matches!(words.lower(at), "by" | "x" | "×");
    let other = match () {
        () if is_by(read.to) => behind_it(words, read.to + 1),
        () if read.from > words.from && is_by(read.from - 1) => before_it(words, read.from - 1),
        () => None,
    };
    let is_side = |other: &Dressed| other.unit.and_then(|u| u.dimension()) == Some(Dimension::LENGTH);
    measured_as(read, &other.filter(is_side)?)
}

/// The amount that ends right before a word.
fn before_it(words: &Words, at: usize) -> Option<Dressed> {
    let from = at.saturating_sub(REACH).max(words.from);
    (from..at).find_map(|i| figure(words, i).and_then(|f| dress(words, &f)).filter(|read| read.to == at))
}

/// The amount that begins there, its sign before it.
fn behind_it(words: &Words, at: usize) -> Option<Dressed> {
    (at..at + 2).find_map(|i| figure(words, i).and_then(|f| dress(words, &f))).filter(|read| read.from == at)
}

fn are_near(a: Decimal, b: Decimal) -> bool {
    let less = |a: Decimal, b: Decimal| b.checked_mul(Decimal::TEN).is_some_and(|most| a < most);
    less(a, b) && less(b, a)
}

fn scaled_as(words: &Words, read: &Dressed, beside: &Dressed) -> Option<Dressed> {
    let one_unit = read.is_bare() || read.unit == beside.unit;
    if read.scaled || !beside.scaled || read.form != Form::Digits || beside.form != Form::Digits || !one_unit {
        return None;
    }
    let scale = (beside.from..beside.to).rev().find_map(|at| match words.numeral(at)? {
        Numeral::Scale(exponent) => Some(pow10(exponent)),
        _ => None,
    })?;
    // "From 2 million to 900": 900 million is not meant.
    let value = read.value.checked_mul(scale).filter(|value| are_near(*value, beside.value))?;
    let step = read.step.checked_mul(scale)?;
    let (kind, unit) = (beside.kind, beside.unit);
    Some(Dressed { value, step, kind, unit, bounds: rounding(value, step), scaled: true, ..*read })
}

fn measured_as(read: &Dressed, beside: &Dressed) -> Option<Dressed> {
    let measured = matches!(beside.kind, AmountKind::Percent | AmountKind::Money | AmountKind::Measure);
    if !read.is_bare() || !measured || !are_near(read.value, beside.value) {
        return None;
    }
    Some(Dressed { kind: beside.kind, unit: beside.unit, bounds: rounding(read.value, read.step), ..*read })
}
