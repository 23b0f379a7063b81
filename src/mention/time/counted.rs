//! Times counted from an anchor: weekdays, "two weeks ago", "the last three months", "the quarter".

use super::arithmetic::{self, add};
use super::resolve::{Around, Value};
use super::shape::{Amount, Base, Count};
use super::tense::Tense;
use super::timex;
use crate::lexicon::en::time_words::Unit;
use crate::value::{Precision, Stretch, TimeKind};
use jiff::ToSpan;
use jiff::civil::Weekday;

/// The pick of "this coming Friday".
pub const UPCOMING: i32 = 2;

pub fn weekday(day: Weekday, pick: Option<i32>, weeks: Option<i32>, around: Around) -> Value {
    let on = around.anchor.reference.and_then(|reference| match (pick, weeks) {
        (_, Some(weeks)) => arithmetic::weekday_of_week(reference, weeks, day),
        (Some(-1), _) => arithmetic::on_or_before(reference.yesterday().ok()?, day),
        (Some(0), _) => arithmetic::weekday_of_week(reference, 0, day),
        (Some(UPCOMING), _) => arithmetic::on_or_after(reference.tomorrow().ok()?, day),
        (Some(_), _) => arithmetic::weekday_of_week(reference, 1, day),
        (None, _) if around.tense == Tense::Future => arithmetic::on_or_after(reference, day),
        (None, _) => arithmetic::on_or_before(reference, day),
    });
    let timex = on.map_or_else(|| format!("XXXX-WXX-{}", day.to_monday_one_offset()), timex::day);
    Value { weekday: Some(day), unanchored: on.is_none(), ..Value::date(timex, on.and_then(arithmetic::day)) }
}

/// "three days after January 12th": the day itself; longer units are as precise as the words.
pub fn offset(amount: Amount, back: bool, from: &Value) -> Value {
    let on = from
        .stretch
        .and_then(|s| s.start)
        .zip(amount.count.exact())
        .and_then(|(start, n)| add(start, if back { -n } else { n }, amount.unit));
    let Some(on) = on else {
        return Value {
            unanchored: from.unanchored,
            ..Value::date(if back { "PAST_REF" } else { "FUTURE_REF" }, None)
        };
    };
    let stretch = if amount.unit <= Unit::Fortnight { arithmetic::day(on) } else { arithmetic::whole(on, amount.unit) };
    Value { absolute: from.absolute && amount.unit <= Unit::Fortnight, ..Value::date(timex::day(on), stretch) }
}

/// "the week of April 10th".
pub fn week_of(day: &Value) -> Value {
    let stretch = day.stretch.and_then(|s| s.start).and_then(|start| arithmetic::whole(start, Unit::Week));
    let timex = stretch.and_then(|s| timex::whole(&s, Unit::Week)).unwrap_or_else(|| "XXXX-WXX".to_owned());
    Value { absolute: day.absolute, ..Value::date(timex, stretch) }
}

/// "the 15th day of next month".
pub fn day_of(month: &Value, day: i8) -> Value {
    let on = month.stretch.and_then(|s| s.start).and_then(|start| start.checked_add(i64::from(day - 1).days()).ok());
    Value::date(on.map_or_else(|| format!("XXXX-XX-{day:02}"), timex::day), on.and_then(arithmetic::day))
}

/// "Friday the 13th": the last one up to the reference date.
pub fn weekday_of_month(weekday: Weekday, day: i8, around: Around) -> Value {
    const MONTHS_BACK: i64 = 36;
    let on = around.anchor.reference.and_then(|reference| {
        let of_month = |back: i64| {
            reference
                .checked_sub(back.months())
                .ok()
                .and_then(|d| arithmetic::date(i32::from(d.year()), d.month(), day))
        };
        (0..MONTHS_BACK).filter_map(of_month).find(|d| *d <= reference && d.weekday() == weekday)
    });
    let timex = on.map_or_else(|| format!("XXXX-WXX-{}", weekday.to_monday_one_offset()), timex::day);
    Value { weekday: Some(weekday), unanchored: on.is_none(), ..Value::date(timex, on.and_then(arithmetic::day)) }
}

pub fn shifted(amount: Amount, back: bool, base: Base, around: Around) -> Value {
    let unknown = || {
        let undated = if back { "PAST_REF" } else { "FUTURE_REF" };
        let timex = if amount.count == Count::whole(0) { "XXXX" } else { undated };
        let counted = matches!(base, Base::Reference | Base::Ago) && amount.count.exact().is_some();
        Value { unanchored: counted && around.anchor.reference.is_none(), ..Value::date(timex, None) }
    };
    if matches!(base, Base::Ago | Base::Earlier)
        && let Some(quarter) = around.anchor.quarter
        && let Some(found) = year_before(quarter)
    {
        return found;
    }
    let from = match base {
        Base::Reference | Base::Ago => around.anchor.reference,
        Base::Anchor | Base::Earlier => around.anchor.day(amount.unit),
    };
    let (Some(from), Some(by)) = (from, amount.count.exact()) else { return unknown() };
    let Some(on) = add(from, if back { -by } else { by }, amount.unit) else { return unknown() };
    let Some(stretch) = arithmetic::whole(on, amount.unit) else { return unknown() };
    let timex = timex::whole(&stretch, amount.unit).unwrap_or_default();
    Value::date(timex, Some(stretch))
}

/// Beside a quarter's figures "a year ago" is the same quarter of the year before.
fn year_before(quarter: Stretch) -> Option<Value> {
    let stretch = arithmetic::whole(add(quarter.start?, -1, Unit::Year)?, Unit::Quarter)?;
    Some(Value::date(timex::whole(&stretch, Unit::Quarter)?, Some(stretch)))
}

/// "the quarter", "the weekend", "the week": the one that is spoken of.
pub fn the_unit(unit: Unit, around: Around) -> Value {
    let reference = around.anchor.reference;
    let stretch = match unit {
        // Figures are given for the quarter named before, else for the last one that is over.
        Unit::Quarter => around.anchor.quarter.or_else(|| arithmetic::whole(add(reference?, -1, unit)?, unit)),
        Unit::Weekend if around.tense != Tense::Future => reference
            .and_then(|day| arithmetic::on_or_before(day, Weekday::Saturday))
            .and_then(|saturday| arithmetic::whole(saturday, unit)),
        _ => reference.and_then(|day| arithmetic::whole(day, unit)),
    };
    let timex = stretch.and_then(|s| timex::whole(&s, unit)).unwrap_or_else(|| "XXXX".to_owned());
    Value::date(timex, stretch)
}

/// "the last three months": up to the reference date, "the next three" from the day after.
pub fn spanning(amount: Amount, back: bool, around: Around) -> Value {
    if amount.count == Count::Vague {
        return Value::date(if back { "PAST_REF" } else { "FUTURE_REF" }, None);
    }
    let stretch = around.anchor.reference.zip(amount.count.exact()).and_then(|(reference, n)| {
        // Quarters are counted whole.
        let current = || arithmetic::whole(reference, amount.unit).and_then(|s| if back { s.start } else { s.end });
        let from = match (amount.unit, back) {
            (Unit::Quarter, _) => current()?,
            (_, true) => reference,
            (_, false) => reference.tomorrow().ok()?,
        };
        let other = add(from, if back { -n } else { n }, amount.unit)?;
        let (start, end) = if back { (other, from) } else { (from, other) };
        Some(Stretch { start: Some(start), end: Some(end), precision: Precision::Range })
    });
    Value { stretch, ..Value::new(TimeKind::Duration, timex::duration(amount)) }
}
