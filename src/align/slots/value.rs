//! What two figures say beside each other: one value, two that one slip makes of each other, or two that lie apart.

#![allow(clippy::arithmetic_side_effects, reason = "years, days and digits, far from the ends of their types")]

use super::weights;
use crate::align::figures::{Figure, Kind, Reading};
use crate::compare::Verdict;
use crate::compare::amount::{amounts, digits_that_matter, in_base_units, other_unit};
use crate::compare::printed::{bounds_apart, power_of_ten};
use crate::compare::slips::{in_another_order, is_misprint};
use crate::lexicon::unit::Dimension;
use crate::value::{Amount, Stretch, Unit};
use jiff::civil::Date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::mem::discriminant;

/// Can the two not both be right of one thing?
pub fn differ(a: &Reading, b: &Reading) -> bool {
    match (a, b) {
        // "Over 4,100" and "4,100" are one printed figure.
        (Reading::Amount(x), Reading::Amount(y)) if x.value == y.value && x.unit == y.unit => false,
        (Reading::Amount(x), Reading::Amount(y)) => {
            amounts(x, y) == Verdict::Conflict || bounds_apart(x, y) || other_unit(x, y)
        }
        (Reading::Date(x), Reading::Date(y)) => !x.overlaps(y),
        (Reading::Month { year: p, month: m }, Reading::Month { year: q, month: n }) => {
            m != n || matches!((p, q), (Some(p), Some(q)) if p != q)
        }
        (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
            (m, d) != (n, e) || matches!((p, q), (Some(p), Some(q)) if p != q)
        }
        (Reading::Clock(_, about, _), Reading::Clock(_, too, _)) => minutes_apart(a, b) > *about.max(too),
        (Reading::Weekday(x), Reading::Weekday(y)) => x != y,
        (Reading::Version(x), Reading::Version(y)) => !x.covers(y),
        (Reading::Range(x), Reading::Range(y)) => x.iter().zip(y.iter()).any(|(x, y)| differ(x, y)),
        _ => false,
    }
}

/// How far apart two hours are; half a day says nothing where one does not tell which half is meant.
fn minutes_apart(a: &Reading, b: &Reading) -> u16 {
    const HALF_DAY: u16 = 12 * 60;
    let (Reading::Clock(x, _, told), Reading::Clock(y, _, too)) = (a, b) else { return 0 };
    let apart = x.abs_diff(*y);
    if *told && *too {
        return apart;
    }
    let within = apart.checked_rem(HALF_DAY).unwrap_or_default();
    within.min(HALF_DAY.saturating_sub(within))
}

/// Does only the sign differ?
pub fn only_sign(a: &Reading, b: &Reading) -> bool {
    matches!((a, b), (Reading::Amount(x), Reading::Amount(y)) if x.unit == y.unit && x.value == -y.value)
}

/// Years that fit so well (thousandths) are of one event, however far apart: of 197 dates of all kinds that did in unchanged
/// reports, copies left out, 193 were equal. Days are of two, such as a yearly one.
const OF_ONE_EVENT: i64 = 8000;

/// Amounts that lie apart are of two things where their nouns differ; days that do are of two events, unless one slip
/// makes one of the other, and so are years but where all that stands around them is of one.
pub fn lie_apart(a: &Figure, b: &Figure, fit: i64) -> bool {
    let told = features(a, b);
    let two_things = a.head.is_some() && b.head.is_some() && a.head != b.head;
    let of_dates = !matches!(a.reading, Reading::Amount(_));
    let of_one = a.kind == Kind::Year && fit >= OF_ONE_EVENT;
    told[FURTHER] > 0 && (two_things || of_dates && told[SLIP] == 0 && !of_one)
}

/// Are they the same digits in another order? By chance two figures seldom are.
pub fn exchange_digits(a: &Figure, b: &Figure) -> bool {
    in_another_order(&digits(a), &digits(b))
}

/// Do at most twice the amount, two months or ten years lie between?
pub fn are_close(a: &Figure, b: &Figure) -> bool {
    let told = features(a, b);
    told[FAR] == 0 && told[FURTHER] == 0
}

/// Could one be meant where the other stands? Up to four times, two months or ten years lie between.
pub fn are_near(a: &Figure, b: &Figure) -> bool {
    features(a, b)[FURTHER] == 0
}

/// Do the two say the same, as far as they can be compared?
pub fn agree(a: &Reading, b: &Reading) -> bool {
    match (a, b) {
        (Reading::Amount(x), Reading::Amount(y)) => {
            let lengths = x.unit.is_some_and(|u| u.dimension() == Some(Dimension::TIME));
            if x.value == y.value && x.unit == y.unit {
                return true;
            }
            // "Over 90" and "70,000" do not exclude each other, but say nothing of one thing.
            (!lengths || x.unit == y.unit)
                && matches!(amounts(x, y), Verdict::Agree | Verdict::Refines | Verdict::Compatible)
                && !bounds_apart(x, y)
                && (!x.is_bound() && !y.is_bound() || times(x, y) <= NEIGHBOURS)
        }
        _ => discriminant(a) == discriminant(b) && !differ(a, b),
    }
}

/// Is it the same value as printed? "Over 50" and "over 55" may both hold, and are two.
pub fn say_the_same(a: &Reading, b: &Reading) -> bool {
    match (a, b) {
        (Reading::Amount(x), Reading::Amount(y)) if x.hedge.is_some() || y.hedge.is_some() => {
            x.value == y.value && x.unit == y.unit && x.is_bound() == y.is_bound()
        }
        // "The 1990s" and "1995" may both be right.
        (Reading::Date(x), Reading::Date(y)) => x == y,
        _ => agree(a, b),
    }
}

pub const FEATURES: [&str; 13] = [
    "one slip makes one of the other",
    "next to each other: up to 1.1 times, a day, a year, an hour",
    "close: up to 1.3 times, a week, two years, months of one year",
    "apart: up to twice, 60 days, ten years",
    "far apart: up to four times",
    "further apart",
    "only the scale differs",
    "digits that matter, of the one with fewer",
    "bare numbers",
    "measures",
    "dates",
    "one has a fraction, the other none",
    "the digits are the same, the unit or the scale is not",
];
pub const SLIP: usize = 0;
const NEXT: usize = 1;
const CLOSE: usize = 2;
const APART: usize = 3;
const FAR: usize = 4;
const FURTHER: usize = 5;
const SCALE: usize = 6;
const DIGITS: usize = 7;
const NUMBERS: usize = 8;
const MEASURES: usize = 9;
const DATES: usize = 10;
const FRACTION: usize = 11;
pub const UNIT: usize = 12;

pub type Features = [i64; FEATURES.len()];

pub fn features(a: &Figure, b: &Figure) -> Features {
    let (x, y) = (digits(a), digits(b));
    let mut told = steps((&a.reading, &x), (&b.reading, &y));
    match a.kind {
        Kind::Number => told.push(NUMBERS),
        Kind::Measure => told.push(MEASURES),
        _ if !matches!(a.reading, Reading::Amount(_)) => told.push(DATES),
        _ => {}
    }
    let mut out = [0; FEATURES.len()];
    for (index, value) in out.iter_mut().enumerate() {
        *value = i64::from(told.contains(&index)) * 1000;
    }
    let matter = |d: &[u8]| d.iter().rposition(|d| *d != b'0').map_or(0, |i| i + 1) as i64;
    out[DIGITS] = matter(&x).min(matter(&y)).min(5) * 1000;
    out
}

/// A bound that a value keeps is near to it.
const NEIGHBOURS: f64 = 1.5;

/// How many times the larger of two amounts is the smaller.
fn times(a: &Amount, b: &Amount) -> f64 {
    let of = |amount| in_base_units(amount).and_then(|v| v.abs().to_f64()).unwrap_or(0.0).max(1e-9);
    of(a).max(of(b)) / of(a).min(of(b))
}

/// The log-odds (thousandths) that the nearness of two values adds.
pub fn nearness(a: &Figure, b: &Figure) -> i64 {
    // Whatever a slip made of a value, the value itself is nearer.
    if say_the_same(&a.reading, &b.reading) {
        return near_weight(SLIP) + near_weight(CLOSE).max(near_weight(NEXT));
    }
    let told = steps((&a.reading, &digits(a)), (&b.reading, &digits(b)));
    // Equal digits of another scale tell of a slip, not which of two figures is meant.
    let near = told.into_iter().filter(|index| *index != UNIT);
    near.map(near_weight).sum()
}

fn near_weight(index: usize) -> i64 {
    weights::PAIRS.get(super::PAIR.len() + index).copied().unwrap_or_default()
}

/// The year of days without one.
const LEAP: i16 = 2000;

/// What two readings tell, with their digits as printed.
fn steps((a, x): (&Reading, &[u8]), (b, y): (&Reading, &[u8])) -> Vec<usize> {
    let mut told: Vec<usize> = Vec::new();
    match (a, b) {
        (Reading::Amount(p), Reading::Amount(q)) => {
            let scale = power_of_ten(p, q).is_some();
            let whole = |a: &Amount| a.unit.is_none() && a.step >= Decimal::ONE;
            told.extend((whole(p) != whole(q) && p.unit.is_none()).then_some(FRACTION));
            let other_unit = p.value == q.value && p.unit != q.unit;
            told.extend((scale || other_unit || is_misprint(x, y)).then_some(SLIP));
            // "$3.5 million" and "$3.5 billion": a digit alone is the same by chance, and a sum may be told in two currencies.
            let telling = digits_that_matter(p).min(digits_that_matter(q)) > 1
                && (scale || !matches!(p.unit, Some(Unit::Money(_))));
            told.extend((telling && (scale || other_unit)).then_some(UNIT));
            told.extend(scale.then_some(SCALE));
            // "9,000 feet", "9,000 metres": how far apart the two are says nothing where a wrong unit made one of the other.
            if p.value != q.value || p.unit == q.unit {
                told.push(step(times(p, q), [1.1, 1.3, 2.0, 4.0]));
            }
        }
        (Reading::Clock(..), Reading::Clock(..)) => {
            told.extend(is_misprint(x, y).then_some(SLIP));
            told.push(step(f64::from(minutes_apart(a, b)), [60.0, 60.0, 180.0, 360.0]));
        }
        (Reading::Date(p), Reading::Date(q)) => {
            // Two decades or centuries are as far apart as two years, but none is next to another, nor a slip of it: each
            // is told loosely.
            let widest = width(p).max(width(q)).max(1);
            let (loose, apart) = (widest > 1, years(p, q));
            // The last digit alone makes years that are close.
            let slip = in_another_order(x, y) || one_digit(x, y) && apart >= 10;
            told.extend((slip && !loose).then_some(SLIP));
            let ends = if loose { [0.0, 1.0, 2.0, 10.0] } else { [1.0, 2.0, 10.0, 10.0] };
            told.push(step(f64::from(apart) / f64::from(widest), ends));
        }
        (Reading::Month { year: p, month: m }, Reading::Month { year: q, month: n }) => {
            let apart = p.zip(*q).map_or(0, |(p, q)| (p - q).abs());
            told.extend((m == n && in_another_order(x, y)).then_some(SLIP));
            told.push(step(f64::from(apart), [-1.0, 0.0, 2.0, 10.0]));
        }
        (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
            let year = p.or(*q).unwrap_or(LEAP);
            let days = Date::new(p.unwrap_or(year), *m, *d).ok().zip(Date::new(q.unwrap_or(year), *n, *e).ok());
            let days = days.map_or(0, |(one, other)| (one.duration_until(other).as_hours() / 24).abs());
            told.push(step(days as f64, [1.0, 7.0, 60.0, 60.0]));
            // "9 May" and "19 May", "3 June" and "30 June": the tens are another, or a digit was left out.
            let (early, late) = (d.min(e), d.max(e));
            let one_digit = m == n && d != e && (d % 10 == e % 10 || late / 10 == *early);
            let part = (m, d) == (n, e) || (d == e && p == q) || one_digit;
            told.extend((part || in_another_order(x, y)).then_some(SLIP));
        }
        (Reading::Weekday(p), Reading::Weekday(q)) => {
            let apart = p.to_monday_zero_offset().abs_diff(q.to_monday_zero_offset());
            told.push(step(f64::from(apart.min(7 - apart)), [1.0, 2.0, 3.0, 3.0]));
        }
        (Reading::Range(p), Reading::Range(q)) => {
            // Of ranges that differ at one end, that end tells.
            let ends = p.iter().zip(q.iter()).filter(|(p, q)| differ(p, q));
            let ends: Vec<Vec<usize>> = ends.map(|(p, q)| steps((p, &[]), (q, &[]))).collect();
            told.extend(if let [end] = &ends[..] { end.clone() } else { vec![FURTHER] });
        }
        _ => {}
    }
    told
}

/// How far apart two values are, by the steps' upper ends.
fn step(apart: f64, ends: [f64; 4]) -> usize {
    let at = ends.iter().position(|end| apart <= *end);
    at.and_then(|at| [NEXT, CLOSE, APART, FAR].get(at).copied()).unwrap_or(FURTHER)
}

/// Counts up to a dozen may be of anything.
pub fn are_small(a: &Figure, b: &Figure) -> bool {
    let small = |f: &Figure| matches!(&f.reading, Reading::Amount(a) if a.unit.is_none() && a.value.abs() <= SMALL);
    small(a) && small(b)
}

/// A day, an hour, a sum, or a number of two digits and more: it is seldom met by chance.
pub fn is_telling(figure: &Figure) -> bool {
    match &figure.reading {
        Reading::Amount(a) => a.value.abs() > SMALL || a.unit.is_some() && a.value.fract() != Decimal::ZERO,
        _ => true,
    }
}

const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

fn years(a: &Stretch, b: &Stretch) -> i16 {
    a.start.zip(b.start).map_or(0, |(a, b)| (a.year() - b.year()).abs())
}

/// How many years it lasts.
fn width(of: &Stretch) -> i16 {
    of.start.zip(of.end).map_or(1, |(start, end)| end.year() - start.year())
}

fn one_digit(x: &[u8], y: &[u8]) -> bool {
    x.len() == y.len() && x.iter().zip(y).filter(|(a, b)| a != b).count() == 1
}

/// The digits as printed, up to the first blank.
fn digits(figure: &Figure) -> Vec<u8> {
    let ledger = figure.ledger;
    let words = ledger.mentions.get(figure.mention).map_or("", |m| ledger.document.slice(m.span));
    // Of "2:31:07" the hours: all who ran a race have as many digits.
    let ends = |c: char| matches!(c, ' ' | '-' | '\u{a0}') || c == ':' && figure.kind == Kind::Measure;
    let until = words.find(ends).filter(|end| words.as_bytes().first().is_some_and(u8::is_ascii_digit) && *end > 0);
    words.get(..until.unwrap_or(words.len())).unwrap_or_default().bytes().filter(u8::is_ascii_digit).collect()
}
