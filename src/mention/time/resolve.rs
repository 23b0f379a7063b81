//! From shapes to values: the parts left out are filled in from the anchors, the
//! calendar does the arithmetic, and what cannot be is marked as a fault.

use super::anchor::Anchor;
use super::arithmetic::{self, date};
use super::shape::{Found, Open, Part, Parts, Reference, Shape, Year};
use super::tense::Tense;
use super::{counted, timex, which_year};
use crate::document::month_name;
use crate::value::{Fault, Modifier, Precision, Stretch, Time, TimeKind};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What stands around a time, and helps to tell which one is meant.
#[derive(Debug, Clone, Copy)]
pub struct Around {
    pub anchor: Anchor,
    pub tense: Tense,
    /// The only day that the head of the document prints in full.
    pub head: Option<Date>,
}

/// The value of a shape, without what the words around it do to it.
#[derive(Debug, Clone)]
pub struct Value {
    pub kind: TimeKind,
    pub timex: String,
    pub stretch: Option<Stretch>,
    pub weekday: Option<Weekday>,
    pub absolute: bool,
    pub calendar: bool,
    pub unanchored: bool,
    pub fault: Option<Fault>,
}

impl Value {
    pub fn new(kind: TimeKind, timex: impl Into<String>) -> Value {
        Value {
            kind,
            timex: timex.into(),
            stretch: None,
            weekday: None,
            absolute: false,
            calendar: false,
            unanchored: false,
            fault: None,
        }
    }

    pub fn date(timex: impl Into<String>, stretch: Option<Stretch>) -> Value {
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
        stretch: value.stretch.map(|s| opened(s, found.open, found.modifier)),
        weekday: value.weekday,
        absolute: value.absolute,
        calendar: value.calendar,
        unanchored: value.unanchored,
        fault,
    }
}

fn opened(stretch: Stretch, open: Option<Open>, edge: Option<Modifier>) -> Stretch {
    let Stretch { start, end, precision } = stretch;
    match (open, edge) {
        (None, _) => stretch,
        // "before the end of May" is up to its end, "after the beginning of May" from its start.
        (Some(Open::Before), Some(Modifier::End)) => Stretch { start: None, end, precision },
        (Some(Open::After), Some(Modifier::Start)) => Stretch { start, end: None, precision },
        (Some(Open::Since), _) => Stretch { start, end: None, precision },
        (Some(Open::After), _) => Stretch { start: end, end: None, precision },
        (Some(Open::Before), _) => Stretch { start: None, end: start, precision },
        (Some(Open::Until), _) => Stretch { start: None, end, precision },
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
        Shape::Weekday { day, pick, weeks } => counted::weekday(*day, *pick, *weeks, around),
        Shape::Shift { amount, back, base } => counted::shifted(*amount, *back, *base, around),
        Shape::Offset { amount, back, from } => counted::offset(*amount, *back, &value(from, around)),
        Shape::WeekOf(day) => counted::week_of(&value(day, around)),
        Shape::DayOf { month, day } => counted::day_of(&value(month, around), *day),
        Shape::WeekdayOfMonth { weekday, day } => counted::weekday_of_month(*weekday, *day, around),
        Shape::TheUnit(unit) => counted::the_unit(*unit, around),
        Shape::Around { amount, back } => counted::spanning(*amount, *back, around),
        Shape::Reference(Reference::Past) => Value::date("PAST_REF", None),
        Shape::Reference(Reference::Present) => Value::date("PRESENT_REF", None),
        Shape::Reference(Reference::Future) => Value::date("FUTURE_REF", None),
        Shape::Duration(amount) => Value::new(TimeKind::Duration, timex::duration(*amount)),
        Shape::Lengths(amounts) => Value::new(TimeKind::Duration, timex::durations(amounts)),
        Shape::Set { every, on } => {
            let timex =
                on.map_or_else(|| timex::duration(*every), |day| format!("XXXX-WXX-{}", day.to_monday_one_offset()));
            Value { weekday: *on, ..Value::new(TimeKind::Set, timex) }
        }
        Shape::EveryMonth(month) => Value::new(TimeKind::Set, timex::part(None, Part::Month(*month))),
        Shape::DayPart { day, part } => {
            let day = value(day, around);
            Value { kind: TimeKind::Time, timex: format!("{}{}", day.timex, timex::day_part(*part)), ..day }
        }
        Shape::Clock { hour, minute, day } => {
            let day = day
                .as_ref()
                .map(|d| value(d, around))
                .or_else(|| around.anchor.reference.map(|d| Value::date(timex::day(d), arithmetic::day(d))));
            let clock = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            match day {
                Some(day) => Value { kind: TimeKind::Time, timex: format!("{}{clock}", day.timex), ..day },
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
    let year = which_year::year_of(parts, around);
    let stretch = year.and_then(|y| arithmetic::part(y, parts.part));
    let absolute = matches!(parts.year, Year::Given(_) | Year::Short(_));
    let timex = timex::part(year, parts.part);
    let sure = absolute || stretch.is_some_and(|s| which_year::is_sure(s, around));
    let fault = no_such_day(parts.part, year.filter(|_| absolute)).or_else(|| {
        let day = stretch.filter(|_| sure)?.start?;
        let printed = parts.weekday.filter(|w| *w != day.weekday())?;
        Some(Fault::Weekday { printed, day })
    });
    let calendar = matches!(parts.part, Part::Day(..) | Part::Month(_) | Part::Holiday(_));
    Value { stretch, weekday: parts.weekday, absolute, calendar, fault, ..Value::date(timex, None) }
}

/// "June 31", "February 29, 2023".
fn no_such_day(part: Part, year: Option<i32>) -> Option<Fault> {
    let Part::Day(month, day) = part else { return None };
    // Without a year, a leap day may well be.
    let last = date(year.unwrap_or(2000), month, 1)?.days_in_month();
    if day <= last {
        return None;
    }
    let name = month_name(month);
    let explanation = match year {
        Some(year) if month == 2 => format!("{name} {} has {last} days", timex::year(year)),
        _ => format!("{name} has {last} days"),
    };
    Some(Fault::NoSuchDate { explanation })
}

/// "between now and May": now is the reference date; "the end of May" is its last day.
fn range_end(shape: &Shape, around: Around) -> Value {
    match (shape, around.anchor.reference) {
        (Shape::Reference(Reference::Present), Some(day)) => Value::date(timex::day(day), arithmetic::day(day)),
        _ => value(shape, around),
    }
}

fn range(first: &Shape, last: &Shape, around: Around) -> Value {
    let (a, b) = (range_end(first, around), range_end(last, around));
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
    // "from Monday to Friday", whatever today is.
    if to.start < from.start && matches!(last, Shape::Weekday { .. }) {
        let later = |d: Option<Date>| d.and_then(|d| d.checked_add(1.week()).ok());
        to = Stretch { start: later(to.start), end: later(to.end), ..to };
    }
    let inverted = to.start < from.start;
    let stretch = (!inverted).then_some(Stretch { start: from.start, end: to.end, precision: Precision::Range });
    let ends = timex::range_end(first, &from).zip(timex::range_end(last, &to)).zip(timex::distance(&from, &to));
    let timex = ends
        .map_or_else(|| format!("({},{})", a.timex, b.timex), |((from, to), length)| format!("({from},{to},{length})"));
    let fault = a.fault.or(b.fault).or((inverted && a.absolute && b.absolute).then_some(Fault::Inverted));
    Value { stretch, absolute: a.absolute || b.absolute, fault, ..Value::date(timex, None) }
}
