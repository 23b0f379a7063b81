//! The figure itself: digits or words with sign, scale, fraction and power, and what
//! its printed form says about rounding. What it counts or is measured in comes later.

use super::cardinal::{Cardinal, cardinal, pow10};
use super::digits::digits;
use super::guard::label;
use super::words::Words;
use super::{fraction, measure, power};
use crate::lexicon::en::change::CHANGE;
use crate::lexicon::en::numerals::{Numeral, SUFFIXES};
use crate::value::Bounds;
use rust_decimal::Decimal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Digits,
    Words,
    Fraction,
    Ordinal,
    /// "dozens": no figure at all.
    Vague,
}

#[derive(Debug, Clone, Copy)]
pub struct Figure {
    /// Words `from..to`.
    pub from: usize,
    pub to: usize,
    pub value: Decimal,
    /// The worth of the last printed digit.
    pub step: Decimal,
    /// Digits below `step` were rounded away ("1.3 million", "18.5"), not absent ("14").
    pub rounded: bool,
    pub form: Form,
    /// Ends in "million", "thousand" and the like.
    pub scaled: bool,
}

impl Figure {
    /// What rounding allows: half a step either way, a tenth of the value at most.
    pub fn rounding(&self) -> Bounds {
        if !self.rounded || self.form == Form::Fraction {
            return Bounds::exactly(self.value);
        }
        rounding(self.value, self.step)
    }
}

/// Half of `step` either way, capped: "$2 billion" is not 1.5 billion.
pub fn rounding(value: Decimal, step: Decimal) -> Bounds {
    let half = step.checked_div(Decimal::TWO).unwrap_or_default();
    let cap = value.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let slack = if value.is_zero() { half } else { half.min(cap) };
    match (value.checked_sub(slack), value.checked_add(slack)) {
        // What is printed as 6.8 is less than 6.85.
        (Some(low), Some(high)) => Bounds { high_included: slack.is_zero(), ..Bounds::between(low, high) },
        _ => Bounds::exactly(value),
    }
}

/// The figure that starts at `at`, with its sign and its "a".
pub fn figure(words: &Words, at: usize) -> Option<Figure> {
    let read = if words.is_number(at) {
        in_digits(words, at)
    } else if words.is_word(at) {
        in_words(words, at)
    } else if words.lower(at) == "." {
        leading_point(words, at)
    } else {
        let value = fraction::vulgar(words.lower(at))?;
        Some(plain(at, at + 1, value, Form::Fraction))
    }?;
    Some(with_sign(words, read))
}

fn plain(from: usize, to: usize, value: Decimal, form: Form) -> Figure {
    Figure { from, to, value, step: Decimal::ONE, rounded: false, form, scaled: false }
}

/// ".08"
fn leading_point(words: &Words, at: usize) -> Option<Figure> {
    if words.joined(at) || !words.joined(at + 1) || !words.is_number(at + 1) {
        return None;
    }
    let after = words.written(at + 1);
    if after.len() > 20 || !after.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let scale = pow10(after.len() as u8);
    let value = after.parse::<Decimal>().ok()?.checked_div(scale)?;
    let step = Decimal::ONE.checked_div(scale)?;
    Some(Figure { step, rounded: true, ..plain(at, at + 2, value, Form::Digits) })
}

fn in_digits(words: &Words, at: usize) -> Option<Figure> {
    if let Some((value, to)) = fraction::slashed(words, at) {
        let value = fraction_of(words, value, to);
        return Some(plain(at, value.1, value.0, Form::Fraction));
    }
    if let Some(figure) = spaced(words, at) {
        return Some(figure);
    }
    let read = digits(words.written(at))?;
    let mut out =
        Figure { step: read.step(), rounded: read.decimals > 0, ..plain(at, at + 1, read.value, Form::Digits) };
    if matches!(words.lower(at + 1), "st" | "nd" | "rd" | "th") && words.joined(at + 1) {
        return Some(Figure { to: at + 2, form: Form::Ordinal, ..out });
    }
    if let Some((factor, to)) = power::factor(words, at + 1) {
        (out.value, out.step) = (out.value.checked_mul(factor)?, out.step.checked_mul(factor)?);
        return Some(Figure { to, ..out });
    }
    if let Some((value, to)) = power::raised(words, read.value, at + 1) {
        return Some(plain(at, to, value, Form::Digits));
    }
    if let Some(exponent) = SUFFIXES.get(words.written(at + 1)) {
        // "5 K" is no thousand, "5K" is.
        if words.joined(at + 1) || words.written(at + 1) != "K" {
            let scale = pow10(*exponent);
            (out.value, out.step) = (out.value.checked_mul(scale)?, out.step.checked_mul(scale)?);
            return Some(Figure { to: at + 2, rounded: true, scaled: true, ..out });
        }
    }
    let read = cardinal(words, at)?;
    Some(finish(words, at, read, Form::Digits))
}

/// "14 500 people", "6 960.8 m": thousands set apart by blanks. Not what is a date or a label before a count ("3 May 200
/// people", "page 9 120").
fn spaced(words: &Words, at: usize) -> Option<Figure> {
    const MOST: usize = 4;
    let first = words.written(at);
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let led = words.token_before(at).is_some_and(|t| t.is_number() || t.is_word() && t.capital && at > words.from + 1);
    if first.len() > 3 || first.starts_with('0') || !all_digits(first) || led {
        return None;
    }
    let group = |i: usize| {
        let (whole, fraction) = words.written(i).split_once('.').unwrap_or((words.written(i), ""));
        words.is_number(i) && words.one_blank(i) && whole.len() == 3 && all_digits(whole) && all_digits(fraction)
    };
    let to = (at + 1..=at + MOST).find(|i| !group(*i))?;
    let whole = |i: usize| all_digits(words.written(i));
    if to == at + 1 || words.is_number(to) && !words.joined(to) || !(at + 1..to - 1).all(whole) {
        return None;
    }
    let read = digits(&(at..to).map(|i| words.written(i)).collect::<String>())?;
    let figure = Figure { step: read.step(), rounded: read.decimals > 0, ..plain(at, to, read.value, Form::Digits) };
    let alone = plain(at, at + 1, digits(first)?.value, Form::Digits);
    (!label(words, &alone) && !label(words, &figure)).then_some(figure)
}

fn in_words(words: &Words, at: usize) -> Option<Figure> {
    match words.numeral(at)? {
        Numeral::Small(_) | Numeral::Tens(_) => {
            if let Some(figure) = decimal_words(words, at) {
                return Some(figure);
            }
            let read = cardinal(words, at)?;
            Some(finish(words, at, read, Form::Words))
        }
        Numeral::Hundred | Numeral::Scale(_) | Numeral::Group(_) => {
            let read = cardinal(words, at)?;
            let figure = finish(words, at, read, Form::Words);
            with_article(words, figure)
        }
        Numeral::Ordinal(n) => ordinal_or_part(words, at, Decimal::from(n), n > 2),
        Numeral::ScaleOrdinal(exponent) => ordinal_or_part(words, at, pow10(exponent), true),
        Numeral::Half => half(words, at, Decimal::TWO),
        Numeral::Quarter => half(words, at, Decimal::from(4)),
        Numeral::Vague(base, exponent) => vague(words, at, base, exponent),
        Numeral::Parts(_) | Numeral::ScaleParts(_) => None,
    }
}

/// A whole number and what may follow it: ordinal, denominator, fraction, "in five".
fn finish(words: &Words, from: usize, read: Cardinal, form: Form) -> Figure {
    let rounded = read.scaled || read.step < Decimal::ONE;
    let whole = Figure { step: read.step, rounded, scaled: read.scaled, ..plain(from, read.to, read.value, form) };
    if let Some(figure) = ordinal_after(words, &whole, &read) {
        return figure;
    }
    if let Some((before, small)) = read.and_tail
        && let Some(part) = fraction::and_part(words, small, read.to)
    {
        let scaled = before >= Decimal::ONE_THOUSAND;
        let whole = Figure { value: before, step: before, scaled, ..whole };
        return add_part(words, whole, part).unwrap_or(whole);
    }
    if let Some((value, to)) = fraction::over_words(words, read.value, read.tail, read.to) {
        let (value, to) = fraction_of(words, value, to);
        return plain(from, to, value, Form::Fraction);
    }
    if let Some((value, to)) = fraction::in_or_over(words, read.value, read.to) {
        return plain(from, to, value, Form::Fraction);
    }
    with_fraction(words, whole).unwrap_or(whole)
}

/// "twenty-fifth", "one hundred twenty-fifth", "two hundredth".
fn ordinal_after(words: &Words, whole: &Figure, read: &Cardinal) -> Option<Figure> {
    let next = if words.hyphen(read.to) { read.to + 1 } else { read.to };
    let tens = read.value.checked_rem(Decimal::ONE_HUNDRED)?;
    let value = match words.numeral(next)? {
        Numeral::Ordinal(n) if whole.form == Form::Words => {
            let fits =
                if n < 10 { tens >= Decimal::from(20) && tens.checked_rem(Decimal::TEN)?.is_zero() } else { read.open };
            let fits = fits || (read.open && read.value >= Decimal::ONE_HUNDRED);
            read.value.checked_add(Decimal::from(n)).filter(|_| fits)?
        }
        Numeral::ScaleOrdinal(exponent) if read.value > Decimal::ONE => read.value.checked_mul(pow10(exponent))?,
        _ => return None,
    };
    Some(Figure { to: next + 1, value, form: Form::Ordinal, rounded: false, ..*whole })
}

/// "five and a half million", "one million and a half", "2 1/4", "2½".
fn with_fraction(words: &Words, whole: Figure) -> Option<Figure> {
    add_part(words, whole, fraction::after_whole(words, whole.to)?)
}

fn add_part(words: &Words, whole: Figure, (part, to): fraction::Part) -> Option<Figure> {
    let half_step = |step: Decimal| step.checked_div(Decimal::TWO).unwrap_or(step);
    if let Some(Numeral::Scale(exponent)) = words.numeral(to) {
        let scale = pow10(exponent);
        let (value, step) = if whole.scaled && whole.step > scale {
            // "one billion and a half million"
            (whole.value.checked_add(part.checked_mul(scale)?)?, scale)
        } else {
            (whole.value.checked_add(part)?.checked_mul(scale)?, half_step(scale))
        };
        return Some(Figure { to: to + 1, value, step, rounded: true, scaled: true, ..whole });
    }
    // "one million and a half" is one and a half million.
    let unit = if whole.scaled { whole.step } else { Decimal::ONE };
    let value = whole.value.checked_add(part.checked_mul(unit)?)?;
    Some(Figure { to, value, step: half_step(unit), rounded: whole.scaled, form: Form::Fraction, ..whole })
}

/// "two thirds of a million", "three quarters million", "two thirds of a mile".
fn fraction_of(words: &Words, value: Decimal, to: usize) -> (Decimal, usize) {
    let of_one = words.lower(to) == "of" && is_article(words, to + 1);
    let next = if of_one { to + 2 } else { to };
    match words.numeral(next) {
        Some(Numeral::Scale(exponent)) => (value.checked_mul(pow10(exponent)).unwrap_or(value), next + 1),
        _ if of_one && is_divided(words, next) => (value, next),
        _ => (value, to),
    }
}

fn is_article(words: &Words, at: usize) -> bool {
    matches!(words.lower(at), "a" | "an")
}

/// Does a unit stand there that parts are told of: "half a mile", "half a percent"?
fn is_divided(words: &Words, at: usize) -> bool {
    measure::is_unit(words, at)
        || matches!(words.lower(at), "percent" | "percentage")
        || words.lower(at) == "per" && words.lower(at + 1) == "cent"
}

/// "nought point eleven", "two point five million".
fn decimal_words(words: &Words, at: usize) -> Option<Figure> {
    let whole = cardinal(words, at)?;
    if words.lower(whole.to) != "point" {
        return None;
    }
    let mut text = String::from("0.");
    let mut to = whole.to + 1;
    while let Some(Numeral::Small(n) | Numeral::Tens(n)) = words.numeral(to).filter(|_| text.len() < 20) {
        text.push_str(&n.to_string());
        to += 1;
    }
    let decimals = text.len().checked_sub(2).filter(|n| *n > 0)?;
    let value = whole.value.checked_add(text.parse().ok()?)?;
    let step = Decimal::ONE.checked_div(pow10(decimals as u8))?;
    let figure = Figure { step, rounded: true, ..plain(at, to, value, Form::Words) };
    let Some(Numeral::Scale(exponent)) = words.numeral(to) else { return Some(figure) };
    let scale = pow10(exponent);
    let (value, step) = (value.checked_mul(scale)?, step.checked_mul(scale)?);
    Some(Figure { to: to + 1, value, step, scaled: true, ..figure })
}

/// "a hundred", "half a million": a bare "million" is no number.
fn with_article(words: &Words, figure: Figure) -> Option<Figure> {
    let at = figure.from;
    match words.lower_before(at, 1) {
        "a" | "an" => Some(Figure { from: at - 1, ..figure }),
        _ => None,
    }
}

/// "first"; but "a third of", "a fifth" at the end of a clause.
fn ordinal_or_part(words: &Words, at: usize, value: Decimal, part: bool) -> Option<Figure> {
    let article = words.lower_before(at, 1) == "a";
    let next = words.lower(at + 1);
    if article && part && (next == "of" || !words.is_word(at + 1) && is_share(words, at - 1)) {
        return Some(plain(at - 1, at + 1, Decimal::ONE.checked_div(value)?, Form::Fraction));
    }
    // "a second", "per second", "split second"
    let time = value == Decimal::TWO
        && (matches!(words.lower_before(at, 1), "per" | "split" | "/" | "every")
            || (article && (next == "of" || !words.is_word(at + 1))));
    (!time).then(|| plain(at, at + 1, value, Form::Ordinal))
}

/// Is "a third" before a mark a share, and not one more after two? "by a third", "rose a third", "nearly a third".
fn is_share(words: &Words, article: usize) -> bool {
    let before = words.lower_before(article, 1);
    before.is_empty() || before == "by" || CHANGE.contains_key(before) || super::bound::before(words, article).is_some()
}

/// "half a million", "half of", "a half", "a quarter of", "a quarter million".
fn half(words: &Words, at: usize, denominator: Decimal) -> Option<Figure> {
    let part = Decimal::ONE.checked_div(denominator)?;
    let before = words.lower_before(at, 1);
    let from = if matches!(before, "a" | "one") { at - 1 } else { at };
    let next = match words.lower(at + 1) {
        // "half a million", "a quarter of a million", "a half-dozen"
        "a" | "an" => at + 2,
        "of" if is_article(words, at + 2) => at + 3,
        "-" if words.hyphen(at + 1) => at + 2,
        _ => at + 1,
    };
    match words.numeral(next) {
        Some(Numeral::Scale(exponent)) => {
            let scale = pow10(exponent);
            let step = scale.checked_div(Decimal::TEN)?;
            let value = part.checked_mul(scale)?;
            return Some(Figure { step, rounded: true, scaled: true, ..plain(from, next + 1, value, Form::Words) });
        }
        Some(Numeral::Group(size)) => {
            return Some(plain(from, next + 1, part.checked_mul(Decimal::from(size))?, Form::Words));
        }
        _ if is_article(words, next - 1) && next > at + 1 && is_divided(words, next) => {
            return Some(plain(from, next, part, Form::Fraction));
        }
        _ => {}
    }
    let of = words.lower(at + 1) == "of";
    let free = from < at && !words.is_word(at + 1);
    // "half the voters", but not "the first half of".
    let bare =
        denominator == Decimal::TWO && !matches!(before, "the" | "other" | "one" | "-") && !is_ordinal(words, at);
    let spoken =
        (from < at && (of || free)) || (bare && (of || matches!(words.lower(at + 1), "the" | "its" | "their")));
    spoken.then(|| plain(from, at + 1, part, Form::Fraction))
}

fn is_ordinal(words: &Words, before: usize) -> bool {
    let numeral = before.checked_sub(1).and_then(|i| words.numeral(i));
    matches!(numeral, Some(Numeral::Ordinal(_))) || words.lower_before(before, 1) == "latter"
}

/// "dozens of", "hundreds": at least two dozen, some hundreds.
fn vague(words: &Words, at: usize, base: u8, exponent: u8) -> Option<Figure> {
    let of = words.lower(at + 1) == "of";
    if !of && (base == 20 || matches!(words.lower_before(at, 1), "the" | "its" | "their" | "in")) {
        return None;
    }
    let value = Decimal::from(base).checked_mul(pow10(exponent))?;
    Some(plain(at, at + 1, value, Form::Vague))
}

/// "-5", "minus five", "negative 5".
fn with_sign(words: &Words, figure: Figure) -> Figure {
    let before = words.lower_before(figure.from, 1);
    let spoken = matches!(before, "minus" | "negative");
    let printed = matches!(before, "-" | "−") && words.joined(figure.from) && {
        let sign = figure.from - 1;
        !words.joined(sign) || matches!(words.lower_before(sign, 1), "$" | "(" | "<" | ">" | "=" | "€" | "£")
    };
    if !(spoken || printed) || figure.form == Form::Ordinal {
        return figure;
    }
    // "- 5" at the start of a line is a bullet; it never touches its figure.
    Figure { from: figure.from - 1, value: -figure.value, ..figure }
}
