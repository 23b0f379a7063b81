//! Powers: "1e10", "6.23x10^-4", "2.48×10−5", "1.1^23".

use super::cardinal::pow10;
use super::digits::digits;
use super::words::Words;
use rust_decimal::Decimal;

/// The factor that stands after a number ending at `at`, and the word after it.
pub fn factor(words: &Words, at: usize) -> Option<(Decimal, usize)> {
    let word = words.lower(at);
    if !words.joined(at) {
        return None;
    }
    // "1e10"
    if let Some(exponent) = word.strip_prefix('e').and_then(|e| e.parse::<i32>().ok()) {
        return Some((power(Decimal::TEN, exponent)?, at + 1));
    }
    // "6.23x10^-4" is read as "6.23", "x10", "^", ...; "2.48×10−5" as "2.48", "×", "10", "−", "5".
    let (base, after) = match word.strip_prefix('x') {
        Some(base) if !base.is_empty() => (base, at + 1),
        _ if matches!(word, "×" | "*" | "·") && words.joined(at + 1) => (words.lower(at + 1), at + 2),
        _ => return None,
    };
    if !matches!(base, "10" | "2") {
        return None;
    }
    let (exponent, to) = exponent(words, after)?;
    Some((power(base.parse().ok()?, exponent)?, to))
}

/// "^23" after a base that ended at `at`.
pub fn raised(words: &Words, base: Decimal, at: usize) -> Option<(Decimal, usize)> {
    if words.lower(at) != "^" || !words.joined(at) {
        return None;
    }
    let (exponent, to) = exponent(words, at)?;
    Some((power(base, exponent)?, to))
}

/// "^-4", "−5": an exponent that follows without a gap.
fn exponent(words: &Words, at: usize) -> Option<(i32, usize)> {
    let mut next = at;
    let raised = words.lower(next) == "^";
    if raised {
        next += 1;
    }
    let negative = matches!(words.lower(next), "-" | "−");
    if negative {
        next += 1;
    }
    if !(raised || negative) || !(at..=next).all(|i| words.joined(i)) {
        return None;
    }
    let size = digits(words.lower(next)).filter(|d| d.decimals == 0)?.value;
    let size: i32 = size.try_into().ok().filter(|n| *n <= 96)?;
    Some((if negative { -size } else { size }, next + 1))
}

fn power(base: Decimal, exponent: i32) -> Option<Decimal> {
    if base == Decimal::TEN && (0..=28).contains(&exponent) {
        return Some(pow10(exponent as u8));
    }
    let mut value = Decimal::ONE;
    for _ in 0..exponent.unsigned_abs() {
        value = value.checked_mul(base)?;
    }
    if exponent < 0 { Decimal::ONE.checked_div(value) } else { Some(value) }
}
