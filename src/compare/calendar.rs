//! Days and stretches of the calendar held against each other, and how they are
//! printed for people.

use super::Verdict;
use crate::document::month_name;
use crate::value::{Precision, Stretch, Time};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What two times say to each other if they date the same thing.
pub fn compare(a: &Time, b: &Time) -> Verdict {
    let (Some(first), Some(second)) = (&a.stretch, &b.stretch) else {
        return weekdays(a, b);
    };
    if first == second {
        return Verdict::Agree;
    }
    if !first.overlaps(second) {
        return Verdict::Conflict;
    }
    if is_closed(first) && is_closed(second) && (first.contains(second) || second.contains(first)) {
        return Verdict::Refines;
    }
    Verdict::Compatible
}

/// One of the two is a weekday that no date settles: it fits the other's day one time in seven.
fn weekdays(a: &Time, b: &Time) -> Verdict {
    let bare = |t: &Time| t.weekday.filter(|_| t.stretch.is_none());
    let day = |t: &Time| {
        t.stretch.as_ref().filter(|s| s.precision == Precision::Day).and_then(|s| s.start).map(Date::weekday)
    };
    match (bare(a), bare(b)) {
        (Some(first), Some(second)) if first == second => Verdict::Compatible,
        (Some(_), Some(_)) => Verdict::Unknown,
        (Some(weekday), None) => fits(weekday, day(b)),
        (None, Some(weekday)) => fits(weekday, day(a)),
        (None, None) => Verdict::Unknown,
    }
}

fn fits(weekday: Weekday, day: Option<Weekday>) -> Verdict {
    match day {
        Some(day) if day == weekday => Verdict::Compatible,
        Some(_) => Verdict::Conflict,
        None => Verdict::Unknown,
    }
}

fn is_closed(stretch: &Stretch) -> bool {
    stretch.start.is_some() && stretch.end.is_some()
}

/// Days from `from` to `to`.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The whole years from `birth` to `day`: an age.
pub fn years_between(birth: Date, day: Date) -> i32 {
    let full = i32::from(day.year()) - i32::from(birth.year());
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    full - i32::from(before_birthday)
}

/// The last `weekday` before `day` and the first behind it.
pub fn nearby(day: Date, weekday: Weekday) -> Option<(Date, Date)> {
    let ahead = (weekday.to_monday_zero_offset() - day.weekday().to_monday_zero_offset()).rem_euclid(7);
    let after = day.checked_add(i64::from(ahead).days()).ok()?;
    Some((after.checked_sub(7.days()).ok()?, after))
}

pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// "27 June 2017".
pub fn printed_day(day: Date) -> String {
    let month = month_name(day.month());
    let year = i32::from(day.year());
    if year <= 0 { format!("{} {month} {} BC", day.day(), 1 - year) } else { format!("{} {month} {year}", day.day()) }
}

/// A day, month or year as people write it; other stretches by their first day.
pub fn printed_stretch(stretch: &Stretch) -> String {
    let Some(start) = stretch.start else { return String::new() };
    match stretch.precision {
        Precision::Year => start.year().to_string(),
        Precision::Month => format!("{} {}", month_name(start.month()), start.year()),
        _ => printed_day(start),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TimeKind;
    use jiff::civil::date;

    fn time(start: Date, end: Date, precision: Precision) -> Time {
        Time {
            kind: TimeKind::Date,
            timex: String::new(),
            modifier: None,
            stretch: Some(Stretch { start: Some(start), end: Some(end), precision }),
            weekday: None,
            absolute: true,
            calendar: true,
            unanchored: false,
            fault: None,
        }
    }

    fn day(day: Date) -> Time {
        time(day, day.tomorrow().unwrap(), Precision::Day)
    }

    fn weekday(weekday: Weekday) -> Time {
        Time { stretch: None, weekday: Some(weekday), ..day(date(2025, 1, 1)) }
    }

    #[test]
    fn finer_forms_refine_and_others_conflict() {
        let july = time(date(2025, 7, 1), date(2025, 8, 1), Precision::Month);
        let last = day(date(2025, 7, 31));
        assert_eq!(compare(&july, &last), Verdict::Refines);
        assert_eq!(compare(&last, &july), Verdict::Refines);
        assert_eq!(compare(&last, &last), Verdict::Agree);
        assert_eq!(compare(&last, &day(date(2025, 7, 30))), Verdict::Conflict);
        assert_eq!(compare(&july, &day(date(2025, 8, 1))), Verdict::Conflict);
    }

    #[test]
    fn an_open_end_is_compatible_with_all_behind_it() {
        let since = Time {
            stretch: Some(Stretch { start: Some(date(2022, 1, 1)), end: None, precision: Precision::Year }),
            ..day(date(2022, 1, 1))
        };
        assert_eq!(compare(&since, &day(date(2025, 7, 31))), Verdict::Compatible);
        assert_eq!(compare(&since, &day(date(2021, 7, 31))), Verdict::Conflict);
    }

    #[test]
    fn a_weekday_fits_its_days_only() {
        let thursday = day(date(2025, 7, 31));
        assert_eq!(compare(&weekday(Weekday::Thursday), &thursday), Verdict::Compatible);
        assert_eq!(compare(&thursday, &weekday(Weekday::Friday)), Verdict::Conflict);
        assert_eq!(compare(&weekday(Weekday::Friday), &weekday(Weekday::Monday)), Verdict::Unknown);
    }

    #[test]
    fn ages_and_weekdays() {
        assert_eq!(years_between(date(1940, 4, 7), date(1952, 4, 5)), 11);
        assert_eq!(years_between(date(1940, 4, 5), date(1952, 4, 5)), 12);
        assert_eq!(nearby(date(2017, 6, 27), Weekday::Thursday), Some((date(2017, 6, 22), date(2017, 6, 29))));
    }
}
