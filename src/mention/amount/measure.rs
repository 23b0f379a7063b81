//! Measures: "3-inch", "188 miles an hour", "4 km²", "5 ft 2 in", "40 °C".

use super::cardinal::pow10;
use super::digits::digits;
use super::dressed::Dressed;
use super::figure::{Figure, Form};
use super::words::Words;
use crate::lexicon::en::units::{NAMES, Name, OPENERS, PHRASES, SYMBOLS, power};
use crate::lexicon::unit::{
    ARCMINUTE, ARCSECOND, CELSIUS, DEGREE, FAHRENHEIT, FOOT, INCH, OUNCE, POUND, STONE, Unit as Measure,
};
use crate::text::{WordSet, word_set};
use crate::value::{AmountKind, Unit};
use rust_decimal::Decimal;

pub fn measure(words: &Words, figure: &Figure) -> Option<Dressed> {
    if figure.form == Form::Vague && words.lower(figure.to) == "of" {
        return None;
    }
    let hyphen = words.hyphen(figure.to);
    let at = if hyphen { figure.to + 1 } else { figure.to };
    if let Some(found) = millions_of_people(words, figure) {
        return Some(found);
    }
    let (name, to) = unit(words, figure, at)?;
    let whole = Dressed::new(figure, AmountKind::Measure, Some(as_unit(name)), to);
    Some(with_smaller(words, &whole, name.unit).unwrap_or(whole))
}

/// Is it the name of a unit, as "half a" and "a quarter of a" have it behind them?
pub fn is_unit(words: &Words, at: usize) -> bool {
    NAMES.contains_key(words.lower(at)) && is_measured(words, at)
}

fn as_unit(name: Name) -> Unit {
    match name.per {
        Some(per) => Unit::Rate(name.unit, per),
        None => Unit::Measure(name.unit),
    }
}

const fn one(unit: &'static Measure) -> Name {
    Name { unit, per: None }
}

/// "5m people": a bare "m" before something countable is a million.
fn millions_of_people(words: &Words, figure: &Figure) -> Option<Dressed> {
    let m = words.lower(figure.to) == "m" && words.joined(figure.to) && figure.form == Form::Digits && !figure.scaled;
    if !m || !super::guard::counts(words, figure.to + 1) || RACES.contains(words.lower(figure.to + 1)) {
        return None;
    }
    let scale = pow10(6);
    let (value, step) = (figure.value.checked_mul(scale)?, figure.step.checked_mul(scale)?);
    let scaled = Figure { value, step, scaled: true, rounded: true, to: figure.to + 1, ..*figure };
    Some(Dressed::new(&scaled, AmountKind::Number, None, scaled.to))
}

/// What is so many metres.
static RACES: WordSet =
    word_set! { "hurdles", "relays", "races", "sprints", "heats", "towards", "across", "heights", "was", "is" };

/// The unit whose name starts at `at`, and the word after it.
fn unit(words: &Words, figure: &Figure, at: usize) -> Option<(Name, usize)> {
    if let Some(found) = by_mark(words, at) {
        return Some(found);
    }
    if !words.is_word(at) {
        return None;
    }
    let (mut name, mut to) = by_name(words, figure, at)?;
    if let Some((raised, next)) = raised(words, name.unit, to) {
        (name.unit, to) = (raised, next);
    }
    if name.per.is_none()
        && let Some((per, next)) = per(words, to)
    {
        return Some((Name { per: Some(per), ..name }, next));
    }
    Some((name, to))
}

/// Degrees, feet and inches by their marks.
fn by_mark(words: &Words, at: usize) -> Option<(Name, usize)> {
    let joined = words.joined(at);
    match words.lower(at) {
        "°" | "º" | "˚" => {
            let (unit, to) = match words.lower(at + 1) {
                "c" | "celsius" => (&CELSIUS, at + 2),
                "f" | "fahrenheit" => (&FAHRENHEIT, at + 2),
                _ => (&DEGREE, at + 1),
            };
            Some((one(unit), to))
        }
        "℃" => Some((one(&CELSIUS), at + 1)),
        "℉" => Some((one(&FAHRENHEIT), at + 1)),
        "\"" | "″" if joined && !inside_quotes(words, at) => Some((one(&INCH), at + 1)),
        "\"" if matches!(words.lower(at + 1), "long" | "wide" | "tall" | "deep" | "high" | "thick") => {
            Some((one(&INCH), at + 1))
        }
        "″" => Some((one(&ARCSECOND), at + 1)),
        "′" if joined => {
            let feet = words.is_number(at + 1) && words.joined(at + 1);
            Some((one(if feet { &FOOT } else { &ARCMINUTE }), at + 1))
        }
        "'" if joined && words.is_number(at + 1) && words.joined(at + 1) => Some((one(&FOOT), at + 1)),
        _ => None,
    }
}

/// Does a straight quotation mark at `at` close a quotation?
fn inside_quotes(words: &Words, at: usize) -> bool {
    (words.from..at).filter(|i| words.lower(*i) == "\"").count() % 2 == 1
}

fn by_name(words: &Words, figure: &Figure, at: usize) -> Option<(Name, usize)> {
    let lower = words.lower(at);
    if OPENERS.contains(lower) {
        for count in [4, 3, 2] {
            let (phrase, to) = words.phrase(at, count);
            if let Some(name) = PHRASES.get(phrase.as_str()) {
                return Some((*name, to));
            }
        }
    }
    if let Some(name) = NAMES.get(lower) {
        return is_measured(words, at).then_some((*name, at + 1));
    }
    if matches!(lower, "pound" | "pounds") {
        return Some((one(&POUND), at + 1));
    }
    let name = SYMBOLS.get(words.written(at)).filter(|_| symbol_fits(words, figure, at))?;
    Some((*name, at + 1))
}

/// Names of units that are other things too.
fn is_measured(words: &Words, at: usize) -> bool {
    let next = words.lower(at + 1);
    match words.lower(at) {
        // "two cups of", but "three World Cups", "six cups and medals"
        "cup" | "cups" => next == "of",
        "stones" | "moles" | "knots" | "bits" | "grays" | "yards" if words.token(at).is_some_and(|t| t.capital) => {
            false
        }
        "stones" | "mole" | "moles" | "gray" | "grays" | "atmosphere" | "atmospheres" | "carat" | "degree"
        | "degrees" => !matches!(next, "in" | "from" | "for") || next == "in" && matches!(words.lower(at), "carat"),
        // "two second chances", "the 10 second-place finishes"
        "second" => !words.hyphen(at + 1),
        _ => true,
    }
}

/// Symbols of one letter, and "in": only where nothing else fits.
fn symbol_fits(words: &Words, figure: &Figure, at: usize) -> bool {
    let symbol = words.written(at);
    let joined = words.joined(at) || words.hyphen(at.saturating_sub(1));
    if figure.form == Form::Words
        && !matches!(symbol, "km" | "kg" | "cm" | "mm" | "kb" | "mi" | "mb" | "MB" | "GB" | "kW" | "MW")
    {
        return false;
    }
    match symbol {
        "in" => {
            joined
                || matches!(words.lower(at + 1), ")" | "(" | ";" | "thick" | "long" | "tall" | "wide" | "high" | "deep")
        }
        // "30C" is how papers write it, "777F" is a plane.
        "C" if joined => figure.value.abs() <= Decimal::from(60) && words.lower(at + 1) != "/",
        "F" | "C" => {
            !joined && figure.value.abs() < Decimal::from(200) && !words.joined(at + 1) | !words.is_word(at + 1)
        }
        "A" | "N" | "h" | "t" | "b" | "B" | "s" | "K" | "J" => joined || !words.is_word(at + 1),
        "min" | "bar" | "bars" | "ha" | "cal" | "mb" | "MP" | "kn" | "pm" | "ms" | "ly" => {
            // "2 pm" is a time, "2.1 pm" and "5 pm thick" are not.
            symbol != "pm" || (figure.rounded && !joined)
        }
        // "24703 L-202"
        _ => symbol.len() > 1 || joined || !words.hyphen(at + 1),
    }
}

/// "²", "^2", "squared", "cubed" behind a unit of length.
fn raised(words: &Words, unit: &'static Measure, at: usize) -> Option<(&'static Measure, usize)> {
    let (exponent, to) = match words.lower(at) {
        "²" if words.joined(at) => (2, at + 1),
        "³" if words.joined(at) => (3, at + 1),
        "^" if words.joined(at) && words.joined(at + 1) => match words.lower(at + 1) {
            "2" => (2, at + 2),
            "3" => (3, at + 2),
            _ => return None,
        },
        "squared" => (2, at + 1),
        "cubed" => (3, at + 1),
        _ => return None,
    };
    Some((power(unit, exponent)?, to))
}

/// "/h", "per second", "an hour".
fn per(words: &Words, at: usize) -> Option<(&'static Measure, usize)> {
    let plain = |at: usize| {
        let name = NAMES.get(words.lower(at)).or_else(|| SYMBOLS.get(words.written(at)))?;
        let (unit, to) = raised(words, name.unit, at + 1).unwrap_or((name.unit, at + 1));
        name.per.is_none().then_some((unit, to))
    };
    match words.lower(at) {
        "/" => plain(at + 1),
        "per" | "-per-" => {
            if OPENERS.contains(words.lower(at + 1)) {
                let (phrase, to) = words.phrase(at + 1, 2);
                return PHRASES.get(phrase.as_str()).map(|name| (name.unit, to));
            }
            plain(at + 1).filter(|_| words.is_word(at + 1))
        }
        "a" | "an" => match words.lower(at + 1) {
            "second" | "minute" | "hour" | "day" | "week" | "month" | "year" => plain(at + 1),
            _ => None,
        },
        "-" if words.hyphen(at) && words.lower(at + 1) == "per" && words.hyphen(at + 2) => plain(at + 3),
        _ => None,
    }
}

/// "5 ft 2 in", "5 feet and 2 inches", "6-foot-2", "10 st 4 lb", "5'11".
fn with_smaller(words: &Words, whole: &Dressed, unit: &'static Measure) -> Option<Dressed> {
    let row = SMALLER.iter().find(|row| std::ptr::eq(row.0, unit))?;
    if whole.value.fract() != Decimal::ZERO {
        return None;
    }
    let at = if matches!(words.lower(whole.to), "and" | "," | "-") { whole.to + 1 } else { whole.to };
    let printed = digits(words.written(at)).map(|d| (d.value, d.step(), at + 1));
    let spelled = || super::cardinal::cardinal(words, at).map(|c| (c.value, c.step, c.to));
    let (value, step, behind) = printed.or_else(spelled).filter(|(value, ..)| *value < Decimal::from(row.2))?;
    let next = if words.hyphen(behind) { behind + 1 } else { behind };
    let named = NAMES.get(words.lower(next)).or_else(|| SYMBOLS.get(words.written(next)));
    let mark = matches!(words.lower(next), "\"" | "″" | "”") && words.joined(next);
    let to = if mark || named.is_some_and(|n| std::ptr::eq(n.unit, row.1)) {
        next + 1
    } else if (words.hyphen(whole.to) || words.lower_before(whole.to, 1) == "'") && std::ptr::eq(unit, &raw const FOOT)
    {
        behind
    } else {
        return None;
    };
    let value = whole.value.checked_add(value.checked_div(Decimal::from(row.2))?)?;
    let step = step.checked_div(Decimal::from(row.2))?;
    Some(Dressed { value, step, bounds: super::figure::rounding(value, step), to, ..*whole })
}

/// A unit, its smaller companion, and how many of it there are.
static SMALLER: &[(&Measure, &Measure, u32)] = &[(&FOOT, &INCH, 12), (&STONE, &POUND, 14), (&POUND, &OUNCE, 16)];
