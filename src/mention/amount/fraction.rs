//! Parts of one: "two thirds", "½", "1/4", "one in five", "half a million", and the
//! tails that go with a whole number ("five and a quarter", "2 1/2").

use super::cardinal::{cardinal, pow10};
use super::digits::digits;
use super::words::Words;
use crate::lexicon::en::numerals::Numeral;
use rust_decimal::Decimal;

/// A value and the word after it.
pub type Part = (Decimal, usize);

/// "½" and its like.
pub fn vulgar(mark: &str) -> Option<Decimal> {
    let (numerator, denominator) = match mark {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Decimal::from(numerator).checked_div(Decimal::from(denominator))
}

/// "1/4" from its first number on. Days and months were read before; "24/7" and "9/11" are names.
pub fn slashed(words: &Words, at: usize) -> Option<Part> {
    let shape = words.is_number(at)
        && matches!(words.lower(at + 1), "/" | "⁄")
        && words.is_number(at + 2)
        && words.joined(at + 1)
        && words.joined(at + 2);
    if !shape || words.lower(at + 3) == "/" && words.joined(at + 3) {
        return None;
    }
    let (top, bottom) = (digits(words.written(at))?, digits(words.written(at + 2))?);
    let named = (words.lower(at) == "9" && words.lower(at + 2) == "11") || words.lower(at + 2) == "7";
    let small = bottom.value <= Decimal::ONE_THOUSAND && bottom.value > Decimal::ONE && top.value < bottom.value;
    if !small || named || bottom.decimals > 0 || top.decimals > 0 {
        return None;
    }
    Some((top.value.checked_div(bottom.value)?, at + 3))
}

/// The denominator that starts at `at`: "fifths", "hundredths", "twenty-fifths"; singular
/// forms ("fifth", "quarter") only under `singular`.
fn denominator(words: &Words, at: usize, singular: bool) -> Option<Part> {
    let value = match words.numeral(at)? {
        Numeral::Parts(n) => Decimal::from(n),
        Numeral::ScaleParts(exponent) => pow10(exponent),
        Numeral::Half if singular => Decimal::TWO,
        Numeral::Quarter if singular => Decimal::from(4),
        Numeral::Ordinal(n) if singular && n > 2 => Decimal::from(n),
        Numeral::ScaleOrdinal(exponent) if singular => pow10(exponent),
        Numeral::Tens(tens) => {
            let next = if words.hyphen(at + 1) { at + 2 } else { at + 1 };
            match words.numeral(next)? {
                Numeral::Parts(n) if n < 10 => return Some((Decimal::from(tens + n), next + 1)),
                _ => return None,
            }
        }
        _ => return None,
    };
    Some((value, at + 1))
}

/// What goes on from a whole number `count` that ended at `at`: "thirds" after "two".
pub fn over_words(words: &Words, count: Decimal, tail: Option<(Decimal, Decimal)>, at: usize) -> Option<Part> {
    let joined = words.lower(at) == "-";
    let from = if joined { at + 1 } else { at };
    // "one hundred thirty fifths" is a hundred thirty-fifths.
    if let (Some((count, tens)), Some(Numeral::Parts(n))) = (tail, words.numeral(from))
        && n < 10
    {
        return Some((count.checked_div(tens.checked_add(Decimal::from(n))?)?, from + 1));
    }
    let (value, to) = denominator(words, from, count == Decimal::ONE)?;
    Some((count.checked_div(value)?, to))
}

/// "three quarters" of "one hundred and three quarters": the three belongs to the fraction.
pub fn and_part(words: &Words, small: Decimal, at: usize) -> Option<Part> {
    let from = if words.hyphen(at) { at + 1 } else { at };
    let (value, to) = denominator(words, from, false)?;
    if small < value { Some((small.checked_div(value)?, to)) } else { None }
}

/// "and a half", "and three quarters", "½", " 1/2" after a whole number.
pub fn after_whole(words: &Words, at: usize) -> Option<Part> {
    if let Some(value) = vulgar(words.lower(at)) {
        return Some((value, at + 1));
    }
    if let Some(found) = slashed(words, at).filter(|_| !words.joined(at)) {
        return Some(found);
    }
    if words.lower(at) != "and" {
        return None;
    }
    let at = at + 1;
    if matches!(words.lower(at), "a" | "an") {
        let (value, to) = denominator(words, at + 1, true)?;
        // "and a second", "and a third man" are no fractions of this number.
        let ordinal = matches!(words.numeral(at + 1), Some(Numeral::Ordinal(_)));
        if ordinal && words.is_word(to) && words.lower(to) != "of" && words.numeral(to).is_none() {
            return None;
        }
        return Some((Decimal::ONE.checked_div(value)?, to));
    }
    if matches!(words.numeral(at), Some(Numeral::Half)) {
        return Some((Decimal::ONE.checked_div(Decimal::TWO)?, at + 1));
    }
    let count = cardinal(words, at).filter(|c| !c.implied && !c.scaled)?;
    let (value, to) = over_words(words, count.value, count.tail, count.to)?;
    (value < Decimal::ONE).then_some((value, to))
}

/// "1 in 5", "one over three", after the number `count` that ended at `at`.
pub fn in_or_over(words: &Words, count: Decimal, at: usize) -> Option<Part> {
    let word = words.lower(at);
    if !matches!(word, "in" | "over") || count.fract() != Decimal::ZERO {
        return None;
    }
    let bottom = cardinal(words, at + 1).filter(|c| !c.implied && c.step >= Decimal::ONE)?;
    let year = bottom.value >= Decimal::from(1100) && words.is_number(at + 1) && bottom.to == at + 2;
    if bottom.value <= Decimal::ONE || year {
        return None;
    }
    let free = !words.is_word(bottom.to) || matches!(words.lower(bottom.to), "or" | "of" | "and");
    let fits = match word {
        // "2000 over 3", but not "120 over 80 patients".
        "over" => free,
        // "one in five people", but not "one in ten minutes".
        _ => count < bottom.value && (free || count <= Decimal::TEN) && !starts_measure(words.lower(bottom.to)),
    };
    if !fits {
        return None;
    }
    Some((count.checked_div(bottom.value)?, bottom.to))
}

fn starts_measure(word: &str) -> bool {
    crate::lexicon::en::units::NAMES.contains_key(word)
}
