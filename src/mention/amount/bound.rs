//! Words around an amount that bound or widen it: "over", "at least", "nearly",
//! "or more", "some", "15-odd".

use super::dressed::Dressed;
use super::words::Words;
use crate::lexicon::en::hedges::{AFTER, BEFORE, Hedging, SIGNS};
use crate::text::{WordSet, word_set};
use crate::value::{Bounds, Hedge};
use rust_decimal::Decimal;

/// A hedge, and the words it takes before or after.
pub struct Found {
    pub hedging: Hedging,
    /// The first word before the amount or the word after the hedge behind it.
    pub edge: usize,
}

/// The hedge that ends just before `at`.
pub fn before(words: &Words, at: usize) -> Option<Found> {
    let last = at.checked_sub(1)?;
    if let Some(found) = by_sign(words, at) {
        return Some(found);
    }
    let token = words.token(last).filter(|t| t.is_word() && t.span.len() < 14)?;
    if token.span.is_empty() || !CLOSERS.contains(words.lower(last)) {
        return None;
    }
    for count in (1..=5).rev() {
        let Some(from) = at.checked_sub(count).filter(|from| *from >= words.from) else { continue };
        let found = if count == 1 {
            BEFORE.get(words.lower(from))
        } else {
            let (phrase, to) = words.phrase(from, count);
            BEFORE.get(phrase.as_str()).filter(|_| to == at)
        };
        if let Some(hedging) = found {
            return Some(Found { hedging: *hedging, edge: from });
        }
    }
    None
}

/// ">", ">=", "~" directly before.
fn by_sign(words: &Words, at: usize) -> Option<Found> {
    let last = at.checked_sub(1)?;
    let sign = words.lower(last);
    if sign == "=" && words.joined(last) {
        let hedging = match words.lower_before(last, 1) {
            ">" => Hedging::AtLeast,
            "<" => Hedging::AtMost,
            _ => return None,
        };
        return Some(Found { hedging, edge: last - 1 });
    }
    // "=<30" is no comparison we know.
    if words.lower_before(last, 1) == "=" && words.joined(last) {
        return None;
    }
    SIGNS.get(sign).map(|hedging| Found { hedging: *hedging, edge: last })
}

/// The hedge that starts at `at`.
pub fn after(words: &Words, at: usize) -> Option<Found> {
    match words.lower(at) {
        "+" if words.joined(at) && !words.is_number(at + 1) => Some(Found { hedging: Hedging::AtLeast, edge: at + 1 }),
        "-" if words.hyphen(at) => match words.lower(at + 1) {
            "odd" | "ish" => Some(Found { hedging: Hedging::About, edge: at + 2 }),
            "plus" => Some(Found { hedging: Hedging::AtLeast, edge: at + 2 }),
            _ => None,
        },
        "or" | "and" => {
            for count in [3, 2] {
                let (phrase, to) = words.phrase(at, count);
                // "above 10 and below 20", "200 or more than 190": the words belong to what follows.
                let figure_follows = words.is_number(to) || words.numeral(to).is_some();
                if let Some(hedging) = AFTER.get(phrase.as_str()).filter(|_| !figure_follows) {
                    let than = count == 2 && words.lower(to) == "than";
                    return (!than).then_some(Found { hedging: *hedging, edge: to });
                }
            }
            None
        }
        _ => None,
    }
}

/// What the hedge makes of the bounds its figure has.
pub fn apply(value: Decimal, bounds: Bounds, hedging: Hedging) -> (Bounds, Option<Hedge>) {
    let room = room(value);
    let wider = |low: Decimal, high: Decimal| Bounds {
        low: bounds.low.map(|l| l.min(low)),
        high: bounds.high.map(|h| h.max(high)),
        ..bounds
    };
    let from = Bounds { low: Some(value), high: None, low_included: true, high_included: false };
    let until = Bounds { low: None, high: Some(value), low_included: false, high_included: true };
    match hedging {
        Hedging::Over => (Bounds { low_included: false, ..from }, Some(Hedge::AtLeast)),
        Hedging::AtLeast => (from, Some(Hedge::AtLeast)),
        Hedging::Under => (Bounds { high_included: false, ..until }, Some(Hedge::AtMost)),
        Hedging::AtMost => (until, Some(Hedge::AtMost)),
        Hedging::About => (wider(value.saturating_sub(room), value.saturating_add(room)), Some(Hedge::About)),
        Hedging::Nearly => (wider(value.saturating_sub(room), value), Some(Hedge::About)),
        Hedging::JustOver => (wider(value, value.saturating_add(room)), Some(Hedge::About)),
        Hedging::Exactly | Hedging::Equal => (Bounds::exactly(value), None),
    }
}

/// How far from the truth "about" may be: a tenth, and less where more digits are printed than a rough figure
/// has ("about 30" may be 28; "approximately 71.8" is not 77).
fn room(value: Decimal) -> Decimal {
    const ROUGH_DIGITS: usize = 2;
    const STEPS: i64 = 5;
    let tenth = value.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let plain = value.abs().normalize();
    let mut mantissa = plain.mantissa();
    let mut step = Decimal::new(1, plain.scale());
    while mantissa != 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        step = step.saturating_mul(Decimal::TEN);
    }
    if mantissa.to_string().len() <= ROUGH_DIGITS {
        tenth
    } else {
        tenth.min(step.saturating_mul(Decimal::from(STEPS)))
    }
}

/// Do the words belong to the amount's own span? Bounds of bare numbers do ("more than 40"); what
/// only widens does not, and measures and money keep the form their own notations have.
pub fn widens_span(amount: &Dressed, hedging: Hedging) -> bool {
    let bounds = !matches!(hedging, Hedging::About | Hedging::Nearly | Hedging::JustOver | Hedging::Exactly);
    bounds && amount.is_bare()
}

/// The last words of `BEFORE`'s phrases: one look-up rules out most words.
static CLOSERS: WordSet = word_set! {
    "over", "above", "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing", "topping", "than",
    "of", "least", "to", "most", "many", "much", "under", "below", "about", "around", "approximately", "roughly", "some", "circa", "ca",
    "approx", "estimated", "near", "nearly", "almost", "nearing", "exactly", "precisely",
};
