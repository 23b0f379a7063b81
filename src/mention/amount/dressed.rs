//! A figure with what it is measured in, before ranges and hedges are read.

use super::figure::{Figure, Form, rounding};
use super::words::Words;
use super::{age, guard, measure, money, percent};
use crate::value::{AmountKind, Bounds, Unit};
use rust_decimal::Decimal;

#[derive(Debug, Clone, Copy)]
pub struct Dressed {
    pub kind: AmountKind,
    /// Words `from..to`, signs and unit included.
    pub from: usize,
    pub to: usize,
    pub value: Decimal,
    pub step: Decimal,
    pub unit: Option<Unit>,
    /// What the printed digits allow.
    pub bounds: Bounds,
    pub form: Form,
    pub scaled: bool,
}

impl Dressed {
    pub fn new(figure: &Figure, kind: AmountKind, unit: Option<Unit>, to: usize) -> Dressed {
        // Counts are exact as printed; what is measured was rounded to its last digit.
        let measured = matches!(kind, AmountKind::Percent | AmountKind::Money | AmountKind::Measure);
        let exact = matches!(figure.form, Form::Fraction) || !measured;
        let bounds = if exact { figure.rounding() } else { rounding(figure.value, figure.step) };
        Dressed {
            kind,
            from: figure.from,
            to,
            value: figure.value,
            step: figure.step,
            unit,
            bounds,
            form: figure.form,
            scaled: figure.scaled,
        }
    }

    pub fn is_bare(&self) -> bool {
        matches!(self.kind, AmountKind::Number)
    }
}

/// The amount whose figure is `figure`.
pub fn dress(words: &Words, figure: &Figure) -> Option<Dressed> {
    if figure.form == Form::Ordinal {
        return Some(Dressed::new(figure, AmountKind::Ordinal, None, figure.to));
    }
    let read = percent::percent(words, figure)
        .or_else(|| money::money(words, figure))
        .or_else(|| age::age(words, figure))
        .or_else(|| measure::measure(words, figure));
    if read.is_some() {
        return read;
    }
    // "747s", "3D", "24703L202": letters that touch the digits and mean nothing to us.
    if words.joined(figure.to) && words.is_word(figure.to) && figure.form == Form::Digits {
        return None;
    }
    if figure.form == Form::Digits && guard::compound(words, figure.to) {
        return None;
    }
    let kind = if guard::label(words, figure) { AmountKind::Label } else { AmountKind::Number };
    Some(Dressed::new(figure, kind, None, figure.to))
}
