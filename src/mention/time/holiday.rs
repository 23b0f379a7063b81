//! The days of the holidays that the calendar fixes.

use super::arithmetic::date;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// The day of holiday number `holiday` (see the lexicon and `section`) in `year`.
pub fn date_of(year: i32, holiday: u8) -> Option<Date> {
    let nth = |month, nth, weekday| date(year, month, 1)?.nth_weekday_of_month(nth, weekday).ok();
    match holiday {
        0 => date(year, 12, 25),
        1 => nth(11, 4, Weekday::Thursday),
        2 => date(year, 10, 31),
        3 => easter(year),
        4 => date(year, 12, 24),
        5 => date(year, 12, 31),
        6 => date(year, 1, 1),
        7 => date(year, 2, 14),
        8 => date(year, 7, 4),
        9 => nth(11, 4, Weekday::Thursday)?.tomorrow().ok(),
        10 => date(year, 4, 22),
        11 => nth(9, 1, Weekday::Monday),
        12 => nth(5, -1, Weekday::Monday),
        13 => date(year, 11, 11),
        14 => easter(year)?.checked_sub(2.days()).ok(),
        15 => date(year, 12, 26),
        16 => date(year, 3, 17),
        17 => date(year, 5, 1),
        _ => None,
    }
}

/// Western Easter, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<Date> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    date(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_of_some_years() {
        for (year, month, day) in [(1961, 4, 2), (2000, 4, 23), (2016, 3, 27), (2024, 3, 31), (2025, 4, 20)] {
            assert_eq!(date_of(year, 3), date(year, month, day));
        }
    }

    #[test]
    fn movable_days() {
        assert_eq!(date_of(2023, 1), date(2023, 11, 23));
        assert_eq!(date_of(2010, 9), date(2010, 11, 26));
    }
}
