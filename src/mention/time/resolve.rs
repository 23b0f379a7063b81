//! From shapes to values: the parts left out are filled in from the anchors, the
//! calendar does the arithmetic, and what cannot be is marked as a fault.

use super::anchor::Anchor;
use super::arithmetic::{self, add, date};
use super::shape::{Amount, Base, Found, Open, Part, Parts, Reference, Shape, Year};
use super::tense::Tense;
use super::timex;
use crate::value::{Fault, Modifier, Precision, Stretch, Time, TimeKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What stands around a time, and helps to tell which one is meant.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    pub anchor: Anchor,
    pub tense: Tense,
}

/// The value of a shape, without what the words around it do to it.
#[derive(Debug, Clone)]
struct Value {
    kind: TimeKind,
    timex: String,
    stretch: Option<Stretch>,
    weekday: Option<Weekday>,
    absolute: bool,
    unanchored: bool,
    fault: Option<Fault>,
}

impl Value {
    fn new(kind: TimeKind, timex: impl Into<String>) -> Value {
        Value {
            kind,
            timex: timex.into(),
            stretch: None,
            weekday: None,
            absolute: false,
            unanchored: false,
            fault: None,
        }
    }

    fn date(timex: impl Into<String>, stretch: Option<Stretch>) -> Value {
        Value { stretch, ..Value::new(TimeKind::Date, timex) }
    }
}

pub fn resolve(found: &Found, around: Around) -> Time {
    let value = value(&found.shape, around);
    let fault = value.fault.or_else(|| ambiguous(found, value.stretch));
    let modifier = found.modifier.or(found.open.map(|open| match open {
        Open::Since => Modifier::OnOrAfter,
        Open::After => Modifier::After,
        Open::Before => Modifier::Before,
        Open::Until => Modifier::OnOrBefore,
    }));
    Time {
        kind: value.kind,
        timex: value.timex,
        modifier,
        stretch: value.stretch.map(|s| opened(s, found.open)),
        weekday: value.weekday,
        absolute: value.absolute,
        unanchored: value.unanchored,
        fault,
    }
}

fn opened(stretch: Stretch, open: Option<Open>) -> Stretch {
    let Stretch { start, end, precision } = stretch;
    match open {
        None => stretch,
        Some(Open::Since) => Stretch { start, end: None, precision },
        Some(Open::After) => Stretch { start: end, end: None, precision },
        Some(Open::Before) => Stretch { start: None, end: start, precision },
        Some(Open::Until) => Stretch { start: None, end, precision },
    }
}

/// Day and month of a date in figures may have changed places.
fn ambiguous(found: &Found, stretch: Option<Stretch>) -> Option<Fault> {
    let start = stretch?.start.filter(|_| found.ambiguous)?;
    let other = date(i32::from(start.year()), start.day(), start.month())?;
    Some(Fault::Ambiguous { other })
}

fn value(shape: &Shape, around: Around) -> Value {
    match shape {
        Shape::Parts(parts) => of_parts(*parts, around),
        Shape::Decade(year, sure) => {
            Value { absolute: *sure, ..Value::date(timex::decade(*year), arithmetic::decade(*year)) }
        }
        Shape::Century(number) => {
            Value { absolute: true, ..Value::date(timex::century(*number), arithmetic::century(*number)) }
        }
        Shape::Weekday { day, pick, weeks } => weekday(*day, *pick, *weeks, around),
        Shape::Shift { amount, back, base } => shifted(*amount, *back, *base, around),
        Shape::Around { amount, back } => spanning(*amount, *back, around),
        Shape::Reference(Reference::Past) => Value::date("PAST_REF", None),
        Shape::Reference(Reference::Present) => Value::date("PRESENT_REF", None),
        Shape::Reference(Reference::Future) => Value::date("FUTURE_REF", None),
        Shape::Duration(amount) => Value::new(TimeKind::Duration, timex::duration(*amount)),
        Shape::Set { every, on } => {
            let timex =
                on.map_or_else(|| timex::duration(*every), |day| format!("XXXX-WXX-{}", day.to_monday_one_offset()));
            Value { weekday: *on, ..Value::new(TimeKind::Set, timex) }
        }
        Shape::DayPart { day, part } => {
            let day = value(day, around);
            Value { kind: TimeKind::Time, timex: format!("{}{}", day.timex, timex::day_part(*part)), ..day }
        }
        Shape::Clock { hour, minute, zone: _, day } => {
            let day = day
                .as_ref()
                .map(|d| value(d, around))
                .or_else(|| around.anchor.reference.map(|d| Value::date(timex::day(d), arithmetic::day(d))));
            let clock = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            match day {
                Some(day) => {
                    Value { kind: TimeKind::Time, timex: format!("{}{clock}", day.timex), stretch: None, ..day }
                }
                None => Value::new(TimeKind::Time, format!("XXXX-XX-XX{clock}")),
            }
        }
        Shape::Range(first, last) => range(first, last, around),
        Shape::Malformed(suggestion) => Value {
            absolute: true,
            fault: Some(Fault::Malformed { suggestion: suggestion.clone() }),
            ..Value::date("XXXX", None)
        },
    }
}

fn of_parts(parts: Parts, around: Around) -> Value {
    let year = year_of(parts, around);
    let stretch = year.and_then(|y| arithmetic::part(y, parts.part));
    let absolute = matches!(parts.year, Year::Given(_) | Year::Short(_));
    let timex = timex::part(year, parts.part);
    // Without a printed year, the weekday of the document's own year is wrong only near the document's day.
    let sure = absolute || around.anchor.own && is_near(stretch, around.anchor.reference);
    let fault = no_such_day(parts.part, year.filter(|_| absolute)).or_else(|| {
        let day = stretch.filter(|_| sure)?.start?;
        let printed = parts.weekday.filter(|w| *w != day.weekday())?;
        Some(Fault::Weekday { printed, actual: day.weekday() })
    });
    Value { stretch, weekday: parts.weekday, absolute, fault, ..Value::date(timex, None) }
}

/// "June 31", "February 29, 2023".
fn no_such_day(part: Part, year: Option<i32>) -> Option<Fault> {
    let Part::Day(month, day) = part else { return None };
    // Without a year, a leap day may well be.
    let last = date(year.unwrap_or(2000), month, 1)?.days_in_month();
    if day <= last {
        return None;
    }
    let name = MONTHS.get(usize::try_from(month - 1).ok()?)?;
    let explanation = match year {
        Some(year) if month == 2 => format!("{name} {} has {last} days", timex::year(year)),
        _ => format!("{name} has {last} days"),
    };
    Some(Fault::NoSuchDate { explanation })
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn year_of(parts: Parts, around: Around) -> Option<i32> {
    let reference = around.anchor.reference;
    match parts.year {
        Year::Given(year) => Some(year),
        Year::Short(short) => Some(match reference {
            // The century that brings it nearest.
            Some(day) => {
                let year = i32::from(day.year());
                let base = year.div_euclid(100) * 100 + short;
                [base - 100, base, base + 100].into_iter().min_by_key(|y| (y - year).abs())?
            }
            None if short < 40 => 2000 + short,
            None => 1900 + short,
        }),
        Year::Shifted(by) => reference.map(|day| i32::from(day.year()) + by),
        Year::None => match reference {
            Some(day) => nearest_year(parts, day, around.tense),
            None => {
                around.anchor.last.and_then(|s| s.start).map(|d| i32::from(d.year())).filter(|_| parts.pick.is_none())
            }
        },
    }
}

/// How far from the document's day a date without a year is surely that of the nearest year.
const NEAR_DAYS: i64 = 60;

fn is_near(stretch: Option<Stretch>, reference: Option<Date>) -> bool {
    let distance = stretch.and_then(|s| s.start).zip(reference).map(|(a, b)| arithmetic::days_between(a, b).abs());
    distance.is_some_and(|days| days <= NEAR_DAYS)
}

/// The year that a part without one belongs to, seen from `day`.
fn nearest_year(parts: Parts, day: Date, tense: Tense) -> Option<i32> {
    let this = i32::from(day.year());
    let candidates = [this - 1, this, this + 1];
    let of = |year: &i32| arithmetic::part(*year, parts.part);
    let started = |year: &i32| of(year).and_then(|s| s.start).is_some_and(|start| start <= day);
    let over = |year: &i32| of(year).and_then(|s| s.end).is_some_and(|end| end <= day);
    let nearest = || {
        let distance =
            |y: &i32| of(y).and_then(|s| s.start).map_or(i64::MAX, |d| arithmetic::days_between(d, day).abs());
        candidates.into_iter().filter(|y| of(y).is_some()).min_by_key(distance)
    };
    // Far from the document's day a printed weekday chooses, where only one of the years fits it.
    if let Some(weekday) = parts.weekday
        && !nearest().is_some_and(|y| is_near(of(&y), Some(day)))
    {
        let fits = |year: &&i32| of(year).and_then(|s| s.start).is_some_and(|d| d.weekday() == weekday);
        let mut fitting = candidates.iter().filter(fits);
        if let (Some(year), None) = (fitting.next(), fitting.next()) {
            return Some(*year);
        }
    }
    match (parts.pick, parts.part) {
        (Some(-1), _) => candidates.into_iter().rev().find(over),
        (Some(1), _) => candidates.into_iter().find(|y| !started(y)),
        (Some(_), _) => Some(this),
        (None, Part::Day(..) | Part::Holiday(_)) => nearest(),
        (None, Part::Whole) => Some(this),
        _ if tense == Tense::Future => candidates.into_iter().find(|y| !over(y)),
        _ => candidates.into_iter().rev().find(started),
    }
}

fn weekday(day: Weekday, pick: Option<i32>, weeks: Option<i32>, around: Around) -> Value {
    let on = around.anchor.reference.and_then(|reference| match (pick, weeks) {
        (_, Some(weeks)) => arithmetic::weekday_of_week(reference, weeks, day),
        (Some(-1), _) => arithmetic::on_or_before(reference.yesterday().ok()?, day),
        (Some(0), _) => arithmetic::weekday_of_week(reference, 0, day),
        (Some(_), _) => arithmetic::weekday_of_week(reference, 1, day),
        (None, _) if around.tense == Tense::Future => arithmetic::on_or_after(reference, day),
        (None, _) => arithmetic::on_or_before(reference, day),
    });
    let timex = on.map_or_else(|| format!("XXXX-WXX-{}", day.to_monday_one_offset()), timex::day);
    Value { weekday: Some(day), unanchored: on.is_none(), ..Value::date(timex, on.and_then(arithmetic::day)) }
}

fn shifted(amount: Amount, back: bool, base: Base, around: Around) -> Value {
    let unknown = || {
        let undated = if back { "PAST_REF" } else { "FUTURE_REF" };
        let timex = if amount.count == super::shape::Count::whole(0) { "XXXX" } else { undated };
        let counted = base == Base::Reference && amount.count.exact().is_some();
        Value { unanchored: counted && around.anchor.reference.is_none(), ..Value::date(timex, None) }
    };
    let from = match base {
        Base::Reference => around.anchor.reference,
        Base::Anchor => around.anchor.day(),
    };
    let (Some(from), Some(by)) = (from, amount.count.exact()) else { return unknown() };
    let Some(on) = add(from, if back { -by } else { by }, amount.unit) else { return unknown() };
    let Some(stretch) = arithmetic::whole(on, amount.unit) else { return unknown() };
    let timex = timex::whole(&stretch, amount.unit).unwrap_or_default();
    Value::date(timex, Some(stretch))
}

/// "the last three months": up to the reference date, "the next three" from the day after.
fn spanning(amount: Amount, back: bool, around: Around) -> Value {
    let stretch = around.anchor.reference.zip(amount.count.exact()).and_then(|(reference, n)| {
        let from = if back { reference } else { reference.tomorrow().ok()? };
        let other = add(from, if back { -n } else { n }, amount.unit)?;
        let (start, end) = if back { (other, from) } else { (from, other) };
        Some(Stretch { start: Some(start), end: Some(end), precision: Precision::Range })
    });
    Value { stretch, ..Value::new(TimeKind::Duration, timex::duration(amount)) }
}

fn range(first: &Shape, last: &Shape, around: Around) -> Value {
    let (a, b) = (value(first, around), value(last, around));
    let (Some(from), Some(mut to)) = (a.stretch, b.stretch) else {
        let fault = a.fault.or(b.fault);
        return Value { fault, absolute: a.absolute, ..Value::date(format!("({},{})", a.timex, b.timex), None) };
    };
    // "May to March" without years runs into the next one.
    let undated = |s: &Shape| matches!(s, Shape::Parts(Parts { year: Year::None, .. }));
    if to.start < from.start && undated(last) {
        let later = |d: Option<Date>| d.and_then(|d| d.checked_add(1.year()).ok());
        to = Stretch { start: later(to.start), end: later(to.end), ..to };
    }
    let inverted = to.start < from.start;
    let stretch = (!inverted).then_some(Stretch { start: from.start, end: to.end, precision: Precision::Range });
    let ends = timex::range_end(first, &from).zip(timex::range_end(last, &to)).zip(timex::distance(&from, &to));
    let timex = ends
        .map_or_else(|| format!("({},{})", a.timex, b.timex), |((from, to), length)| format!("({from},{to},{length})"));
    let fault = a.fault.or(b.fault).or(inverted.then_some(Fault::Inverted));
    Value { stretch, absolute: a.absolute || b.absolute, fault, ..Value::date(timex, None) }
}
