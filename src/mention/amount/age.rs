//! Ages: "aged 14", "14-year-old", "ten months old", "87 years of age", and the bare
//! number between commas behind a person's name ("Ann Lee, 37, said").

use super::dressed::Dressed;
use super::figure::{Figure, Form};
use super::words::Words;
use crate::lexicon::unit::{DAY, MONTH, Unit as Measure, WEEK, YEAR};
use crate::value::{AmountKind, Unit};
use rust_decimal::Decimal;

pub fn age(words: &Words, figure: &Figure) -> Option<Dressed> {
    if let Some((unit, to)) = old(words, figure) {
        return Some(dressed(figure, unit, to));
    }
    let plain = figure.form != Form::Fraction && !figure.scaled && figure.value < Decimal::from(120);
    if !plain || figure.value <= Decimal::ZERO {
        return None;
    }
    let at = figure.from;
    let named = match words.lower_before(at, 1) {
        "aged" => Some(at),
        "age" => Some(at - 1),
        "of" if words.lower_before(at, 2) == "age" && words.lower_before(at, 3) == "the" => Some(at),
        _ => None,
    };
    if let Some(from) = named {
        // "aged 14 months"
        let unit = time_unit(words, figure.to).map_or((&YEAR, figure.to), |unit| (unit, figure.to + 1));
        return Some(dressed(&Figure { from, ..*figure }, unit.0, unit.1));
    }
    apposition(words, figure).then(|| dressed(figure, &YEAR, figure.to))
}

fn dressed(figure: &Figure, unit: &'static Measure, to: usize) -> Dressed {
    Dressed::new(figure, AmountKind::Age, Some(Unit::Measure(unit)), to)
}

fn time_unit(words: &Words, at: usize) -> Option<&'static Measure> {
    match words.lower(at) {
        "year" | "years" | "yr" | "yrs" => Some(&YEAR),
        "month" | "months" => Some(&MONTH),
        "week" | "weeks" => Some(&WEEK),
        "day" | "days" => Some(&DAY),
        _ => None,
    }
}

/// "-year-old", " years old", " months of age", " yo".
fn old(words: &Words, figure: &Figure) -> Option<(&'static Measure, usize)> {
    let skip = |at: usize| if matches!(words.lower(at), "-" | "‑" | "–") { at + 1 } else { at };
    let at = skip(figure.to);
    if words.lower(at) == "yo" || (words.lower(at) == "y" && words.lower(at + 1) == "/" && words.lower(at + 2) == "o") {
        let to = if words.lower(at) == "yo" { at + 1 } else { at + 3 };
        return Some((&YEAR, to));
    }
    let unit = time_unit(words, at)?;
    let next = skip(at + 1);
    if matches!(words.lower(next), "old" | "olds") {
        return Some((unit, next + 1));
    }
    (words.lower(at + 1) == "of" && words.lower(at + 2) == "age").then_some((unit, at + 3))
}

/// "Ann Lee, 37, said": a name of two words or more, commas on both sides.
fn apposition(words: &Words, figure: &Figure) -> bool {
    let at = figure.from;
    let whole = figure.form == Form::Digits && !figure.rounded && figure.value >= Decimal::ONE;
    let closed = matches!(words.lower(figure.to), "," | ".") || figure.to == words.to;
    if !whole || !closed || words.lower_before(at, 1) != "," || at < words.from + 3 {
        return false;
    }
    let capital = |i: usize| words.token(i).is_some_and(|t| t.is_word() && t.capital);
    let comma = words.lower(figure.to) == ",";
    comma && capital(at - 2) && capital(at - 3) && words.joined(at - 1)
}
