//! Sums of money: sign or code before or after the figure, with the scales that only
//! money has ("£5m", "$1.2bn", "30 MUSD"), and small change ("50 cents").

use super::cardinal::pow10;
use super::digits::digits;
use super::dressed::Dressed;
use super::figure::{Figure, Form, figure};
use super::words::Words;
use crate::lexicon::currency::{CENT, Currency, POUND, USD};
use crate::lexicon::en::currencies::{BEFORE_DOLLAR, CODES, NAMES, OPENERS, PHRASES, SIGNS};
use crate::lexicon::en::numerals::{MONEY_SUFFIXES, SUFFIXES};
use crate::text::{WordSet, word_set};
use crate::value::{AmountKind, Unit};
use rust_decimal::Decimal;

type Sign = (&'static Currency, usize);

pub fn money(words: &Words, figure: &Figure) -> Option<Dressed> {
    let mut figure = *figure;
    if let Some((currency, from)) = before(words, figure.from) {
        thousands_set_apart(words, &mut figure);
        scale(words, &mut figure);
        figure.from = from;
        let to = named_again(words, figure.to);
        return Some(dressed(&figure, currency, to));
    }
    let (currency, to, factor) = after(words, &figure)?;
    if let Some(exponent) = factor {
        let scale = pow10(exponent);
        (figure.value, figure.step) = (figure.value.checked_mul(scale)?, figure.step.checked_mul(scale)?);
        figure.scaled = true;
    }
    let out = dressed(&figure, currency, to);
    Some(with_cents(words, &out).unwrap_or(out))
}

fn dressed(figure: &Figure, currency: &'static Currency, to: usize) -> Dressed {
    Dressed::new(figure, AmountKind::Money, Some(Unit::Money(currency)), to)
}

/// "£72, 000": a blank that slipped in behind the comma of the thousands.
fn thousands_set_apart(words: &Words, figure: &mut Figure) {
    while words.lower(figure.to) == "," && words.written(figure.to + 1) == "000" {
        let Some(value) = figure.value.checked_mul(pow10(3)) else { return };
        (figure.value, figure.to) = (value, figure.to + 2);
    }
}

/// The sign or code that ends just before `at`, and where it starts.
fn before(words: &Words, at: usize) -> Option<Sign> {
    let sign = at.checked_sub(1)?;
    let word = words.lower(sign);
    if let Some(currency) = SIGNS.get(word) {
        if word != "$" {
            return Some((currency, sign));
        }
        return Some(dollar(words, sign).unwrap_or((currency, sign)));
    }
    let code = CODES.get(word)?;
    let shouted = words.written(sign).chars().all(char::is_uppercase);
    // "try 5", "cop 3"
    let fits = shouted || !matches!(word, "try" | "cop" | "ron" | "gel" | "lak" | "php");
    (fits && !words.is_number(sign)).then_some((*code, sign))
}

/// "US$", "hk $", "c $", "u.s $".
fn dollar(words: &Words, sign: usize) -> Option<Sign> {
    let at = sign.checked_sub(1)?;
    let word = words.lower(at);
    let joined = words.joined(sign);
    if word == "s" && words.lower_before(at, 1) == "." && words.lower_before(at, 2) == "u" {
        return Some((&USD, at - 2));
    }
    if word == "." && words.lower_before(at, 1) == "s" && words.lower_before(at, 3) == "u" {
        return Some((&USD, at - 3));
    }
    let currency = BEFORE_DOLLAR.get(word)?;
    // "country's $5" has no Singapore in it.
    let fits = joined || word.len() > 1 && word != "ca" && word != "can" || word == "c";
    fits.then_some((*currency, at))
}

/// "£5m", "$10B", "€5 m".
fn scale(words: &Words, figure: &mut Figure) {
    let Some(exponent) = MONEY_SUFFIXES.get(words.written(figure.to)) else { return };
    if figure.scaled || !(words.joined(figure.to) || words.written(figure.to) == "m") {
        return;
    }
    let scale = pow10(*exponent);
    if let (Some(value), Some(step)) = (figure.value.checked_mul(scale), figure.step.checked_mul(scale)) {
        (figure.value, figure.step, figure.scaled) = (value, step, true);
        figure.to += 1;
    }
}

/// "$10 dollars", "$5m USD", "$5 (US)".
fn named_again(words: &Words, at: usize) -> usize {
    let word = words.lower(at);
    let again = matches!(word, "dollar" | "dollars" | "usd" | "euros" | "gbp" | "eur") && !words.is_number(at + 1);
    if again { at + 1 } else { at }
}

/// Currency, end, and a scale hidden in the code ("MUSD").
fn after(words: &Words, figure: &Figure) -> Option<(&'static Currency, usize, Option<u8>)> {
    let at = if words.hyphen(figure.to) { figure.to + 1 } else { figure.to };
    let word = words.lower(at);
    if word.is_empty() || figure.form == Form::Vague && word == "of" {
        return None;
    }
    if let Some(currency) = SIGNS.get(word) {
        // "10 $ 5"? The sign belongs to what follows, unless it touches us.
        let theirs = words.is_number(at + 1) && !words.joined(at);
        let cents = theirs && matches!(words.lower(at + 2), "cent" | "cents");
        return (!theirs || cents).then_some((currency, at + 1, None));
    }
    if !words.is_word(at) {
        return None;
    }
    if OPENERS.contains(word) {
        for count in [3, 2] {
            let (phrase, to) = words.phrase(at, count);
            if let Some(currency) = PHRASES.get(phrase.as_str()) {
                return Some((currency, to, None));
            }
        }
    }
    if let Some(currency) = NAMES.get(word) {
        return fits(words, figure, at).then_some((currency, at + 1, None));
    }
    let touching = words.joined(at) && figure.form == Form::Digits;
    if word == "p" && touching {
        return Some((&crate::lexicon::currency::PENNY, at + 1, None));
    }
    if matches!(word, "pound" | "pounds") {
        return pounds_sterling(words, figure).then_some((&POUND, at + 1, None));
    }
    let written = words.written(at);
    if !written.chars().all(char::is_uppercase) {
        return None;
    }
    if let Some(currency) = CODES.get(word) {
        return Some((currency, at + 1, None));
    }
    let currency = word.strip_prefix('m').and_then(|code| CODES.get(code))?;
    Some((currency, at + 1, Some(6)))
}

/// Names of currencies that are other words too.
fn fits(words: &Words, figure: &Figure, at: usize) -> bool {
    match words.lower(at) {
        // "of the 14 won": only large sums are won.
        "won" => figure.scaled || figure.value >= Decimal::ONE_THOUSAND,
        "bucks" | "buck" | "rand" | "kip" | "dong" | "lari" | "penny" | "crown" => {
            !words.token(at).is_some_and(|t| t.capital)
        }
        _ => true,
    }
}

/// Money or weight? Large sums, and sentences that pay.
fn pounds_sterling(words: &Words, figure: &Figure) -> bool {
    if figure.scaled {
        return true;
    }
    let paying = |i: usize| PAYING.contains(words.lower(i));
    (words.from.max(figure.from.saturating_sub(8))..figure.from).any(paying)
}

static PAYING: WordSet = word_set! {
    "cost", "costs", "costing", "paid", "pay", "pays", "paying", "spent", "spend", "spending", "price", "priced", "worth", "fine",
    "fined", "earn", "earned", "earns", "salary", "fee", "fees", "bill", "bills", "debt", "debts", "tax", "taxes", "raised", "budget",
    "profit", "profits", "loss", "losses", "revenue", "sold", "bought", "loan", "loaned", "grant", "donated", "charged", "deposit",
};

/// May this word be a code that touches its digits?
pub fn is_coded(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.get(3).is_some_and(u8::is_ascii_digit) && bytes.iter().take(3).all(u8::is_ascii_uppercase)
}

/// "USD115", "EUR20m": a code that touches its digits is one word.
pub fn coded(words: &Words, at: usize) -> Option<Dressed> {
    let written = words.written(at);
    let (code, rest) =
        written.split_at_checked(3).filter(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))?;
    let currency = CODES.get(words.lower(at).get(..3)?).filter(|_| code.chars().all(char::is_uppercase))?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, suffix) = rest.split_at_checked(end)?;
    let (mut text, mut to) = (number.to_owned(), at + 1);
    if matches!(words.lower(to), "." | ",") && words.joined(to) && words.joined(to + 1) && words.is_number(to + 1) {
        text.push_str(words.lower(to));
        text.push_str(words.lower(to + 1));
        to += 2;
    }
    let read = digits(&text)?;
    let exponent = if suffix.is_empty() { 0 } else { *MONEY_SUFFIXES.get(suffix).or_else(|| SUFFIXES.get(suffix))? };
    let scale = pow10(exponent);
    let figure = Figure {
        from: at,
        to,
        value: read.value.checked_mul(scale)?,
        step: read.step().checked_mul(scale)?,
        rounded: true,
        form: Form::Digits,
        scaled: exponent > 0,
    };
    Some(dressed(&figure, currency, to))
}

/// "thirteen dollars forty-five cents", "15 dollars and 50".
fn with_cents(words: &Words, whole: &Dressed) -> Option<Dressed> {
    if whole.scaled || whole.value.fract() != Decimal::ZERO {
        return None;
    }
    let at = if matches!(words.lower(whole.to), "and" | ",") { whole.to + 1 } else { whole.to };
    let change = figure(words, at).filter(|f| f.from == at && f.value < Decimal::ONE_HUNDRED && !f.rounded)?;
    if change.form == Form::Fraction || change.form == Form::Ordinal || change.form == Form::Vague {
        return None;
    }
    let named = NAMES.get(words.lower(change.to)).is_some_and(|c| c.code == CENT.code);
    let ends = !words.is_word(change.to) && !words.is_number(change.to);
    let spoken = ends && change.form == Form::Digits && change.value >= Decimal::TEN && words.lower(at - 1) == "and";
    if !(named || spoken) {
        return None;
    }
    let value = whole.value.checked_add(change.value.checked_div(Decimal::ONE_HUNDRED)?)?;
    let bounds = crate::value::Bounds::exactly(value);
    Some(Dressed {
        value,
        bounds,
        step: Decimal::new(1, 2),
        to: if named { change.to + 1 } else { change.to },
        ..*whole
    })
}
