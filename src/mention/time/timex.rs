//! Values as ISO-TimeML prints them (TIMEX3's `value`). A range with two printed ends
//! has no value there; it is written `(first,last,length)`, the notation of
//! Recognizers-Text, with X for what is not printed.

use super::shape::{Amount, Count, Part, Parts, Shape, Year};
use crate::lexicon::en::time_words::{DayPart, Season, Unit};
use crate::value::{Precision, Stretch};
use jiff::civil::Date;

pub fn year(year: i32) -> String {
    if year <= 0 { format!("BC{:04}", 1 - year) } else { format!("{year:04}") }
}

pub fn day(date: Date) -> String {
    format!("{}-{:02}-{:02}", year(i32::from(date.year())), date.month(), date.day())
}

fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

pub fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Noon => "T12:00",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
        DayPart::Midnight => "T24:00",
    }
}

/// A part of a year; `None` is a year that is not known.
pub fn part(of: Option<i32>, part: Part) -> String {
    let y = of.map_or_else(|| "XXXX".to_owned(), year);
    match part {
        Part::Whole => y,
        Part::Month(month) => format!("{y}-{month:02}"),
        Part::Day(month, day) => format!("{y}-{month:02}-{day:02}"),
        Part::Week(n) | Part::MonthWeek(_, n) if n < 0 => {
            let start = of.and_then(|year| super::arithmetic::part(year, part)).and_then(|s| s.start);
            start.map_or_else(|| "XXXX-WXX".to_owned(), week)
        }
        Part::Week(week) => format!("{y}-W{week:02}"),
        Part::MonthWeek(month, n) => format!("{y}-{month:02}-W{n:02}"),
        Part::Quarter(n) => format!("{y}-Q{n}"),
        Part::Half(n) => format!("{y}-H{n}"),
        Part::Season(s) => format!("{y}-{}", season(s)),
        Part::Holiday(holiday) => {
            let printed = of.and_then(|year| super::holiday::date_of(year, holiday)).map(day);
            let fixed = super::holiday::date_of(2001, holiday);
            printed.unwrap_or_else(|| fixed.map_or(y, |d| format!("XXXX-{:02}-{:02}", d.month(), d.day())))
        }
    }
}

/// A whole unit of the calendar.
pub fn whole(stretch: &Stretch, unit: Unit) -> Option<String> {
    let start = stretch.start?;
    let y = i32::from(start.year());
    Some(match unit {
        Unit::Day | Unit::Hour | Unit::Minute | Unit::Second => day(start),
        Unit::Week | Unit::Fortnight => week(start),
        Unit::Weekend => format!("{}-WE", week(start)),
        Unit::Month => part(Some(y), Part::Month(start.month())),
        Unit::Quarter => part(Some(y), Part::Quarter((start.month() + 2) / 3)),
        Unit::Season | Unit::Year => year(y),
        Unit::Decade => decade(y),
        Unit::Century => century(y.div_euclid(100) + 1),
        Unit::Millennium => year(y).chars().take(1).collect(),
    })
}

pub fn week(date: Date) -> String {
    let iso = date.iso_week_date();
    format!("{}-W{:02}", year(i32::from(iso.year())), iso.week())
}

pub fn decade(start: i32) -> String {
    let printed = year(start);
    printed.get(..printed.len() - 1).unwrap_or_default().to_owned()
}

pub fn century(number: i32) -> String {
    if number <= 0 { format!("BC{:02}", -number) } else { format!("{:02}", number - 1) }
}

/// The letter of a unit, with `T` before those of the clock, and how many of them one is.
fn letter(unit: Unit) -> (&'static str, u32, &'static str) {
    match unit {
        Unit::Second => ("T", 1, "S"),
        Unit::Minute => ("T", 1, "M"),
        Unit::Hour => ("T", 1, "H"),
        Unit::Day => ("", 1, "D"),
        Unit::Weekend => ("", 1, "WE"),
        Unit::Week => ("", 1, "W"),
        Unit::Fortnight => ("", 2, "W"),
        Unit::Month => ("", 1, "M"),
        Unit::Quarter => ("", 1, "Q"),
        Unit::Season => ("", 1, "SX"),
        Unit::Year => ("", 1, "Y"),
        Unit::Decade => ("", 10, "Y"),
        Unit::Century => ("", 100, "Y"),
        Unit::Millennium => ("", 1000, "Y"),
    }
}

/// `P3D`, `PT1H30M`, `P2Y6M`, `PXW`.
pub fn duration(amount: Amount) -> String {
    let (clock, times, unit) = letter(amount.unit);
    let hundredths = match amount.count {
        Count::Vague => {
            return match amount.unit {
                Unit::Decade => "PXDE".to_owned(),
                Unit::Century => "PXCE".to_owned(),
                _ => format!("P{clock}X{unit}"),
            };
        }
        Count::Hundredths(n) => n.saturating_mul(times),
    };
    let (n, rest) = (hundredths / 100, hundredths % 100);
    match (rest, amount.unit) {
        (0, _) => format!("P{clock}{n}{unit}"),
        (50 | 25 | 75, Unit::Year) => match n {
            0 => format!("P{}M", rest * 12 / 100),
            _ => format!("P{n}Y{}M", rest * 12 / 100),
        },
        (50 | 25 | 75, Unit::Hour) => match n {
            0 => format!("PT{}M", rest * 60 / 100),
            _ => format!("PT{n}H{}M", rest * 60 / 100),
        },
        _ if rest % 10 == 0 => format!("P{clock}{n}.{}{unit}", rest / 10),
        _ => format!("P{clock}{n}.{rest:02}{unit}"),
    }
}

/// `PT12M31S`, `P2Y3M`.
pub fn durations(amounts: &[Amount]) -> String {
    let mut out = String::from("P");
    for amount in amounts {
        let one = duration(*amount);
        let field = one.get(1..).unwrap_or_default();
        // The clock is opened once.
        out.push_str(if out.contains('T') { field.trim_start_matches('T') } else { field });
    }
    out
}

/// One end of a range, with X for a year that is not printed; `found` is what it was resolved to.
pub fn range_end(shape: &Shape, found: &Stretch) -> Option<String> {
    let start = found.start?;
    let printed = match shape {
        Shape::Parts(Parts { year: Year::None, pick: None, part, .. })
            if !matches!(part, Part::Whole | Part::Week(_)) =>
        {
            None
        }
        _ => Some(i32::from(start.year())),
    };
    Some(part(printed, Part::Day(start.month(), start.day())))
}

/// How far it is from `from` to `to` in the finest unit of the two.
pub fn distance(from: &Stretch, to: &Stretch) -> Option<String> {
    let (a, b) = (from.start?, to.start?);
    let finest = from.precision.max(to.precision);
    let years = i32::from(b.year()) - i32::from(a.year());
    Some(match finest {
        Precision::Century | Precision::Decade | Precision::Year => format!("P{years}Y"),
        Precision::Half | Precision::Season | Precision::Quarter | Precision::Month => {
            format!("P{}M", years * 12 + i32::from(b.month()) - i32::from(a.month()))
        }
        Precision::Week | Precision::Day | Precision::Range => format!("P{}D", super::arithmetic::days_between(a, b)),
    })
}
