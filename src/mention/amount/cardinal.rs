//! Whole numbers in words, or begun in digits and ended in words: "one hundred and
//! three", "twenty-six", "3 million", "two dozen", "three lakh crore".

use super::digits::digits;
use super::words::Words;
use crate::lexicon::en::numerals::Numeral;
use rust_decimal::Decimal;

#[derive(Debug, Clone, Copy)]
pub struct Cardinal {
    pub value: Decimal,
    /// The worth of its last digit or word: of "two million" a million.
    pub step: Decimal,
    /// The word after it.
    pub to: usize,
    /// It ends in "thousand" or more, so its last digits were rounded away.
    pub scaled: bool,
    /// It is a bare "hundred", "million" or "dozen": one is meant, if "a" stands before.
    pub implied: bool,
    /// Its last word is "hundred", "million" or the like.
    pub open: bool,
    /// For "one hundred thirty": 100 and 30, since "thirty" may open a denominator.
    pub tail: Option<(Decimal, Decimal)>,
    /// For "one hundred and three": 100 and 3, since "three" may open a fraction ("three quarters").
    pub and_tail: Option<(Decimal, Decimal)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Digits,
    Small,
    Tens,
    Hundred,
    Scale,
    Group,
}

#[derive(Debug, Clone, Copy)]
struct State {
    /// Closed groups: of "two million three" two million.
    total: Decimal,
    /// The group being read.
    group: Decimal,
    step: Decimal,
    last: Last,
    /// The scale closed last.
    scale: Option<Decimal>,
    to: usize,
    scaled: bool,
    implied: bool,
    tail: Option<(Decimal, Decimal)>,
    and_tail: Option<(Decimal, Decimal)>,
}

pub fn pow10(exponent: u8) -> Decimal {
    let mut value = Decimal::ONE;
    for _ in 0..exponent.min(28) {
        value = value.checked_mul(Decimal::TEN).unwrap_or(value);
    }
    value
}

pub fn cardinal(words: &Words, at: usize) -> Option<Cardinal> {
    let mut state = State {
        total: Decimal::ZERO,
        group: Decimal::ZERO,
        step: Decimal::ONE,
        last: Last::Nothing,
        scale: None,
        to: at,
        scaled: false,
        implied: false,
        tail: None,
        and_tail: None,
    };
    // Where the last scale ended: "five million and six million" goes back there.
    let mut closed = state;
    while let Some(longer) = next(words, &state) {
        if matches!(longer.last, Last::Scale) && state.last != Last::Scale && state.scale.is_some() {
            let grows = longer.scale.zip(state.scale).is_some_and(|(new, old)| new >= old);
            if grows {
                state = closed;
                break;
            }
        }
        state = longer;
        if matches!(state.last, Last::Scale | Last::Hundred) {
            closed = state;
        }
    }
    if state.last == Last::Nothing {
        return None;
    }
    Some(Cardinal {
        value: state.total.checked_add(state.group)?,
        step: state.step,
        to: state.to,
        scaled: state.scaled,
        implied: state.implied,
        open: matches!(state.last, Last::Hundred | Last::Scale),
        tail: state.tail,
        and_tail: state.and_tail,
    })
}

/// `state` and the word after it, if that goes on with the number.
fn next(words: &Words, state: &State) -> Option<State> {
    let at = state.to;
    match state.last {
        Last::Nothing => add(words, state, at, false),
        Last::Group => None,
        Last::Hundred | Last::Scale if words.lower(at) == "and" => add(words, state, at + 1, true),
        Last::Tens if words.lower(at) == "-" && matches!(words.numeral(at + 1), Some(Numeral::Small(_))) => {
            add(words, state, at + 1, false)
        }
        _ if words.hyphen(at) => add(words, state, at + 1, false),
        _ => add(words, state, at, false),
    }
}

fn add(words: &Words, state: &State, at: usize, by_and: bool) -> Option<State> {
    let mut new = *state;
    new.to = at + 1;
    new.and_tail = None;
    if words.is_number(at) {
        return add_digits(words, new, at, by_and);
    }
    match words.numeral(at)? {
        Numeral::Small(n) => {
            let fits = match state.last {
                Last::Nothing => true,
                Last::Hundred | Last::Scale => n > 0,
                Last::Tens => (1..10).contains(&n),
                _ => false,
            };
            if !fits {
                return None;
            }
            let before = state.total.checked_add(state.group)?;
            new.and_tail = Some((before, Decimal::from(n))).filter(|_| by_and);
            new.group = state.group.checked_add(Decimal::from(n))?;
            new.tail = None;
            (new.step, new.last, new.scaled) = (Decimal::ONE, Last::Small, false);
        }
        Numeral::Tens(n) => {
            if !matches!(state.last, Last::Nothing | Last::Hundred | Last::Scale) {
                return None;
            }
            let before = state.total.checked_add(state.group)?;
            new.tail = Some((before, Decimal::from(n))).filter(|_| !by_and && before > Decimal::ZERO);
            new.group = state.group.checked_add(Decimal::from(n))?;
            (new.step, new.last, new.scaled) = (Decimal::ONE, Last::Tens, false);
        }
        Numeral::Hundred => {
            if matches!(state.last, Last::Hundred | Last::Scale) || state.group >= Decimal::ONE_THOUSAND {
                return None;
            }
            new.implied = state.last == Last::Nothing;
            let count = if new.implied { Decimal::ONE } else { state.group };
            new.group = count.checked_mul(Decimal::ONE_HUNDRED)?;
            new.step = state.step.checked_mul(Decimal::ONE_HUNDRED)?;
            new.tail = None;
            new.last = Last::Hundred;
        }
        Numeral::Scale(exponent) => return add_scale(state, new, pow10(exponent)),
        // "3 dozens", "5 millions": a figure stands before.
        Numeral::Vague(base, exponent) if state.last != Last::Nothing => {
            let size = Decimal::from(base).checked_mul(pow10(exponent))?;
            return if exponent >= 3 { add_scale(state, new, size) } else { add_group(state, new, size) };
        }
        Numeral::Group(size) => return add_group(state, new, Decimal::from(size)),
        _ => return None,
    }
    Some(new)
}

fn add_digits(words: &Words, mut new: State, at: usize, by_and: bool) -> Option<State> {
    let read = digits(words.written(at))?;
    let fits = match new.last {
        Last::Nothing => true,
        // "3 hundred and 21", "2 million 300 thousand".
        Last::Hundred | Last::Scale => {
            let smaller = matches!(words.numeral(at + 1), Some(Numeral::Scale(_)));
            let room = if new.last == Last::Hundred { Decimal::ONE_HUNDRED } else { Decimal::ONE_THOUSAND };
            read.decimals == 0 && read.value < room && (by_and || smaller)
        }
        _ => false,
    };
    if !fits {
        return None;
    }
    new.group = new.group.checked_add(read.value)?;
    new.tail = None;
    (new.step, new.last, new.scaled) = (read.step(), Last::Digits, false);
    Some(new)
}

fn add_scale(state: &State, mut new: State, scale: Decimal) -> Option<State> {
    new.scaled = true;
    new.tail = None;
    new.last = Last::Scale;
    // "three lakh crore": the scale of a scale.
    if state.last == Last::Scale {
        new.total = state.total.checked_mul(scale)?;
        new.step = state.step.checked_mul(scale)?;
        new.scale = state.scale.and_then(|s| s.checked_mul(scale));
        return Some(new);
    }
    new.implied = state.last == Last::Nothing;
    let count = if new.implied { Decimal::ONE } else { state.group };
    new.total = state.total.checked_add(count.checked_mul(scale)?)?;
    new.group = Decimal::ZERO;
    new.step = state.step.checked_mul(scale)?;
    new.scale = Some(scale);
    Some(new)
}

fn add_group(state: &State, mut new: State, size: Decimal) -> Option<State> {
    new.implied = state.last == Last::Nothing;
    let count = if new.implied { Decimal::ONE } else { state.total.checked_add(state.group)? };
    new.total = Decimal::ZERO;
    new.group = count.checked_mul(size)?;
    new.tail = None;
    (new.step, new.last) = (Decimal::ONE, Last::Group);
    Some(new)
}
