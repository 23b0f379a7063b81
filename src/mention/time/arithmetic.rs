//! Stretches of the calendar from their parts. All arithmetic is jiff's.

use super::shape::Part;
use crate::lexicon::en::time_words::{Season, Unit};
use crate::value::{Precision, Stretch};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// A date, if there is one.
pub fn date(year: i32, month: i8, day: i8) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, month, day).ok()
}

pub fn stretch(start: Date, length: Span, precision: Precision) -> Option<Stretch> {
    Some(Stretch { start: Some(start), end: Some(start.checked_add(length).ok()?), precision })
}

pub fn day(date: Date) -> Option<Stretch> {
    stretch(date, 1.day(), Precision::Day)
}

/// The stretch of a part of `year`.
pub fn part(year: i32, part: Part) -> Option<Stretch> {
    match part {
        Part::Whole => stretch(date(year, 1, 1)?, 1.year(), Precision::Year),
        Part::Month(month) => stretch(date(year, month, 1)?, 1.month(), Precision::Month),
        Part::Day(month, of_month) => day(date(year, month, of_month)?),
        Part::Quarter(n) => stretch(date(year, 3 * n - 2, 1)?, 3.months(), Precision::Quarter),
        Part::Half(n) => stretch(date(year, 6 * n - 5, 1)?, 6.months(), Precision::Half),
        Part::Season(season) => stretch(date(year, season_start(season), 1)?, 3.months(), Precision::Season),
        Part::Week(n) => week_of_stretch(date(year, 1, 1)?, date(year + 1, 1, 1)?, n),
        Part::MonthWeek(month, n) => {
            let first = date(year, month, 1)?;
            week_of_stretch(first, first.checked_add(1.month()).ok()?, n)
        }
        Part::Holiday(holiday) => day(super::holiday::date_of(year, holiday)?),
    }
}

/// The n-th week of a stretch, −1 for the last; as in ISO 8601 a week belongs where its Thursday is.
fn week_of_stretch(start: Date, end: Date, n: i8) -> Option<Stretch> {
    let first = monday(start.checked_add(3.days()).ok()?)?;
    let last = monday(end.checked_sub(4.days()).ok()?)?;
    let from = if n < 0 { last } else { first.checked_add(i64::from(n - 1).weeks()).ok()? };
    stretch(from, 1.week(), Precision::Week)
}

fn season_start(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}

/// The Monday of the week of `date`.
pub fn monday(date: Date) -> Option<Date> {
    date.checked_sub(i64::from(date.weekday().to_monday_zero_offset()).days()).ok()
}

/// `weekday` of the week `weeks` after that of `date`.
pub fn weekday_of_week(date: Date, weeks: i32, weekday: Weekday) -> Option<Date> {
    // "Friday in two million weeks" is further off than a length of time can be.
    let monday = monday(date)?.checked_add(Span::new().try_weeks(i64::from(weeks)).ok()?).ok()?;
    monday.checked_add(i64::from(weekday.to_monday_zero_offset()).days()).ok()
}

/// The last `weekday` on or before `date`.
pub fn on_or_before(date: Date, weekday: Weekday) -> Option<Date> {
    let back = (date.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()).rem_euclid(7);
    date.checked_sub(i64::from(back).days()).ok()
}

/// The first `weekday` on or after `date`.
pub fn on_or_after(date: Date, weekday: Weekday) -> Option<Date> {
    let ahead = (weekday.to_monday_zero_offset() - date.weekday().to_monday_zero_offset()).rem_euclid(7);
    date.checked_add(i64::from(ahead).days()).ok()
}

/// `by` units from `date`.
pub fn add(date: Date, by: i32, unit: Unit) -> Option<Date> {
    let by = i64::from(by);
    let times = |n: i64| by.saturating_mul(n);
    let span = match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => Span::new().try_days(by),
        Unit::Week | Unit::Weekend => Span::new().try_weeks(by),
        Unit::Fortnight => Span::new().try_weeks(times(2)),
        Unit::Month => Span::new().try_months(by),
        Unit::Quarter | Unit::Season => Span::new().try_months(times(3)),
        Unit::Year => Span::new().try_years(by),
        Unit::Decade => Span::new().try_years(times(10)),
        Unit::Century => Span::new().try_years(times(100)),
        Unit::Millennium => Span::new().try_years(times(1000)),
    };
    date.checked_add(span.ok()?).ok()
}

/// The whole unit that holds `date`.
pub fn whole(date_in: Date, unit: Unit) -> Option<Stretch> {
    let year = i32::from(date_in.year());
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => day(date_in),
        Unit::Week => stretch(monday(date_in)?, 1.week(), Precision::Week),
        Unit::Weekend => stretch(weekday_of_week(date_in, 0, Weekday::Saturday)?, 2.days(), Precision::Week),
        Unit::Fortnight => stretch(monday(date_in)?, 2.weeks(), Precision::Week),
        Unit::Month => part(year, Part::Month(date_in.month())),
        Unit::Quarter => part(year, Part::Quarter((date_in.month() + 2) / 3)),
        Unit::Season | Unit::Year => part(year, Part::Whole),
        Unit::Decade => decade(year.div_euclid(10) * 10),
        Unit::Century => century(year.div_euclid(100) + 1),
        Unit::Millennium => stretch(date(year.div_euclid(1000) * 1000, 1, 1)?, 1000.years(), Precision::Century),
    }
}

pub fn decade(year: i32) -> Option<Stretch> {
    stretch(date(year, 1, 1)?, 10.years(), Precision::Decade)
}

/// The 19th century as people say it, 1800 to 1899; whether 1900 belongs to it is never what a text is wrong about.
pub fn century(number: i32) -> Option<Stretch> {
    stretch(date((number - 1) * 100, 1, 1)?, 100.years(), Precision::Century)
}

/// The number of days from `from` to `to`.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}
