//! What a date claim says, as far as it can be compared, and whether a slip of the pen can
//! have made one date of another.

use crate::claim::{Claim, ClaimKind, Ledger};
use crate::compare::calendar::{printed_day, printed_stretch, weekday_name};
use crate::document::month_name;
use crate::lexicon::en::events::ONCE;
use crate::value::{Precision, Stretch, Time, Value};
use jiff::civil::{Date, Weekday};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    Day(Day),
    /// A weekday alone; the day it was resolved to depends on what the caller said.
    Weekday(Weekday),
    /// A month or a year, of what happens once only.
    Coarse(Stretch),
}

/// A day of the calendar. Its year may not be known, or only worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    pub year: Option<i16>,
    /// The year is as good as printed: it stands in the words, or the day is counted from the document's own.
    pub is_sure: bool,
    pub month: i8,
    pub day: i8,
    /// The weekday that the words print beside it.
    pub weekday: Option<Weekday>,
}

impl Day {
    /// The day, where its year is known.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year?, self.month, self.day).ok()
    }

    /// The weekday it was, as the calendar or else the words say.
    pub fn weekday(self) -> Option<Weekday> {
        self.weekday.filter(|_| !self.is_sure).or_else(|| self.date().map(Date::weekday))
    }

    /// "12 May 2014", "12 May".
    pub fn printed(self) -> String {
        self.date().map_or_else(|| format!("{} {}", self.day, month_name(self.month)), printed_day)
    }
}

/// Two days in years in which they can be held against each other. A year that is not known is the other's, and
/// where the words print the same day and month, a year that was worked out tells nothing.
fn side_by_side(a: Day, b: Day) -> Option<(Date, Date)> {
    let same = (a.month, a.day) == (b.month, b.day) && !(a.is_sure && b.is_sure);
    let (x, y) = match (a.year, b.year) {
        (Some(x), Some(_)) if same => (x, x),
        (Some(x), Some(y)) => (x, y),
        (one, other) => {
            let year = one.or(other).unwrap_or(LEAP);
            (year, year)
        }
    };
    Some((Date::new(x, a.month, a.day).ok()?, Date::new(y, b.month, b.day).ok()?))
}

/// The year of days without one.
const LEAP: i16 = 2000;

impl Dated {
    /// The days that two can be, in years in which they can be compared; none for a bare weekday.
    pub fn stretches(self, other: Dated) -> Option<(Stretch, Stretch)> {
        let whole =
            |day: Date| Some(Stretch { start: Some(day), end: Some(day.tomorrow().ok()?), precision: Precision::Day });
        match (self, other) {
            (Dated::Day(a), Dated::Day(b)) => {
                let (a, b) = side_by_side(a, b)?;
                Some((whole(a)?, whole(b)?))
            }
            (Dated::Day(day), Dated::Coarse(stretch)) => Some((whole(day.date()?)?, stretch)),
            (Dated::Coarse(stretch), Dated::Day(day)) => Some((stretch, whole(day.date()?)?)),
            (Dated::Coarse(a), Dated::Coarse(b)) => Some((a, b)),
            (Dated::Weekday(_), _) | (_, Dated::Weekday(_)) => None,
        }
    }

    /// Could a slip of the pen have made one of two days of the other?
    pub fn is_slip_of(self, other: Dated) -> bool {
        let (Dated::Day(a), Dated::Day(b)) = (self, other) else { return false };
        let known = a.year.is_some() || b.year.is_some();
        side_by_side(a, b).is_some_and(|(x, y)| if known { is_slip(x, y) } else { is_slip_of_day(x, y) })
    }

    /// As people write it.
    pub fn printed(self) -> String {
        match self {
            Dated::Day(day) => day.printed(),
            Dated::Coarse(stretch) => printed_stretch(&stretch),
            Dated::Weekday(weekday) => weekday_name(weekday).to_owned(),
        }
    }
}

pub fn dated(ledger: &Ledger, claim: &Claim) -> Option<Dated> {
    let time = time_of(ledger, claim)?;
    let in_figures = ledger.words(claim).bytes().any(|b| b.is_ascii_digit());
    if let (Some(weekday), false) = (time.weekday, in_figures) {
        return Some(Dated::Weekday(weekday));
    }
    if time.stretch.is_none() && in_figures {
        return without_year(time).map(Dated::Day);
    }
    let stretch = time.stretch.filter(|s| s.end.is_some() && in_figures)?;
    match stretch.precision {
        Precision::Day => stretch.start.map(|day| {
            let is_sure = time.absolute || !time.calendar;
            Dated::Day(Day {
                year: Some(day.year()),
                is_sure,
                month: day.month(),
                day: day.day(),
                weekday: time.weekday,
            })
        }),
        Precision::Month | Precision::Year
            if ONCE.contains(claim.subject.head.as_str()) && time.absolute && time.modifier.is_none() =>
        {
            Some(Dated::Coarse(stretch)).filter(|_| stretch.start.is_some())
        }
        _ => None,
    }
}

/// `XXXX-05-12`.
fn without_year(time: &Time) -> Option<Day> {
    let (month, day) = time.timex.strip_prefix("XXXX-").filter(|_| time.calendar)?.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.get(..2)?.parse().ok()?);
    Date::new(LEAP, month, day).ok().map(|_| Day { year: None, is_sure: false, month, day, weekday: time.weekday })
}

fn time_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Time> {
    match &ledger.mention(claim).filter(|_| claim.kind == ClaimKind::Date)?.value {
        Value::Time(time) => Some(time),
        _ => None,
    }
}

/// Could a slip have made one day of the other: a near day, another month, another year, or day figures swapped?
pub fn is_slip(x: Date, y: Date) -> bool {
    let month = x.day() == y.day() && x.year() == y.year();
    let year = x.day() == y.day() && x.month() == y.month();
    is_slip_of_day(x, y) || month || year
}

/// The same of days of which neither has a year: another month may be of another year, and of another thing.
pub fn is_slip_of_day(x: Date, y: Date) -> bool {
    const NEAR_HOURS: i64 = 48;
    let near = x.duration_until(y).as_hours().abs() <= NEAR_HOURS;
    let swapped = x.day() / 10 == y.day() % 10 && x.day() % 10 == y.day() / 10;
    near || swapped && x.month() == y.month() && x.year() == y.year()
}

/// Could a slip have made one of two disjoint months or years of the other: a year or two off, one figure of the
/// year, two figures swapped, or another month of the same year?
pub fn is_slip_of_year(x: &Stretch, y: &Stretch) -> bool {
    let (Some(a), Some(b)) = (x.start.map(Date::year), y.start.map(Date::year)) else { return false };
    const NEAR_YEARS: i16 = 2;
    let figures = |year: i16| [year / 1000, year / 100 % 10, year / 10 % 10, year % 10];
    let wrong = figures(a).iter().zip(figures(b)).filter(|(m, n)| **m != *n).count();
    let swapped = matches!((figures(a), figures(b)), ([p, q, r, s], [w, x, y, z])
        if [p, q] == [w, x] && [r, s] == [z, y] || [p, s] == [w, z] && [q, r] == [y, x]);
    (a - b).abs() <= NEAR_YEARS || wrong <= 1 || swapped
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn slips() {
        let day = date(2023, 10, 3);
        for other in [date(2023, 10, 2), date(2023, 9, 3), date(2013, 10, 3)] {
            assert!(is_slip(day, other), "{other}");
        }
        assert!(is_slip(date(2023, 10, 12), date(2023, 10, 21)));
        for other in [date(2023, 10, 9), date(2022, 9, 3), date(2023, 11, 4)] {
            assert!(!is_slip(day, other), "{other}");
        }
        assert!(is_slip_of_day(day, date(2023, 10, 2)) && !is_slip_of_day(day, date(2023, 9, 3)));
    }
}
