//! What a date claim says, as far as it can be compared, and whether a slip of the pen can
//! have made one date of another.

use crate::claim::{Claim, ClaimKind, Ledger};
use crate::lexicon::en::events::ONCE;
use crate::value::{Precision, Stretch, Time, Value};
use jiff::civil::{Date, Weekday};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated {
    Day(Date),
    /// A weekday alone; the day it was resolved to depends on what the caller said.
    Weekday(Weekday),
    /// A month or a year, of what happens once only.
    Coarse(Stretch),
}

impl Dated {
    /// The days it can be; none for a bare weekday.
    pub fn stretch(self) -> Option<Stretch> {
        match self {
            Dated::Day(day) => {
                Some(Stretch { start: Some(day), end: Some(day.tomorrow().ok()?), precision: Precision::Day })
            }
            Dated::Coarse(stretch) => Some(stretch),
            Dated::Weekday(_) => None,
        }
    }
}

pub fn dated(ledger: &Ledger, claim: &Claim) -> Option<Dated> {
    let time = time_of(ledger, claim)?;
    let in_figures = ledger.words(claim).bytes().any(|b| b.is_ascii_digit());
    if let (Some(weekday), false) = (time.weekday, in_figures) {
        return Some(Dated::Weekday(weekday));
    }
    let stretch = time.stretch.filter(|s| s.end.is_some() && in_figures)?;
    match stretch.precision {
        Precision::Day => stretch.start.map(Dated::Day),
        Precision::Month | Precision::Year
            if ONCE.contains(claim.subject.head.as_str()) && time.absolute && time.modifier.is_none() =>
        {
            Some(Dated::Coarse(stretch)).filter(|_| stretch.start.is_some())
        }
        _ => None,
    }
}

fn time_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Time> {
    match &ledger.mention(claim).filter(|_| claim.kind == ClaimKind::Date)?.value {
        Value::Time(time) => Some(time),
        _ => None,
    }
}

/// Could a slip have made one day of the other: a near day, another month, another year, or day figures swapped?
pub fn is_slip(x: Date, y: Date) -> bool {
    const NEAR_HOURS: i64 = 48;
    let near = x.duration_until(y).as_hours().abs() <= NEAR_HOURS;
    let month = x.day() == y.day() && x.year() == y.year();
    let year = x.day() == y.day() && x.month() == y.month();
    let swapped =
        x.day() / 10 == y.day() % 10 && x.day() % 10 == y.day() / 10 && x.month() == y.month() && x.year() == y.year();
    near || month || year || swapped
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
    }
}
