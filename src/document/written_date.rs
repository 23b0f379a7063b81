//! The day in what a file says about itself: "2025-07-31T08:00:00Z", "July 31, 2025",
//! "Published 31 July 2025", "31/07/2025". Only whole days; dates that prose speaks of
//! are the business of `mention/`.

use super::months::month_number;
use jiff::civil::Date;
use std::ops::Range;

/// How many characters of the text are looked at.
const WINDOW: usize = 80;

/// The first whole day in `text`.
pub fn written_date(text: &str) -> Option<Date> {
    find_date(text).map(|(day, _)| day)
}

/// The same, and where it stands.
pub fn find_date(text: &str) -> Option<(Date, Range<usize>)> {
    let window = text.char_indices().nth(WINDOW).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let words = words(window);
    words.windows(3).find_map(|three| match three {
        [(from, a), (_, b), (last, c)] => {
            let day = year_first(a, b, c)
                .or_else(|| month_first(a, b, c))
                .or_else(|| month_first(b, a, c))
                .or_else(|| in_figures(a, b, c))?;
            Some((day, *from..last + c.len()))
        }
        _ => None,
    })
}

/// Letters and digits in a row, each with its place.
fn words(text: &str) -> Vec<(usize, &str)> {
    let mut from = 0;
    text.split_inclusive(|c: char| !c.is_ascii_alphanumeric())
        .map(|piece| {
            let start = from;
            from += piece.len();
            (start, piece.trim_end_matches(|c: char| !c.is_ascii_alphanumeric()))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect()
}

/// "2025", "07", "31T08".
fn year_first(year: &str, month: &str, day: &str) -> Option<Date> {
    let day: String = day.chars().take_while(char::is_ascii_digit).collect();
    if month.len() > 2 {
        return None;
    }
    date(year, month.parse().ok()?, &day)
}

/// "July", "31st", "2025".
fn month_first(month: &str, day: &str, year: &str) -> Option<Date> {
    let digits = day.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if !matches!(day.get(digits.len()..), Some("" | "st" | "nd" | "rd" | "th")) {
        return None;
    }
    date(year, month_number(month)?, digits)
}

/// "31", "07", "2025" in either order, where the figures tell the day from the month.
fn in_figures(first: &str, second: &str, year: &str) -> Option<Date> {
    let (a, b): (i8, i8) = (first.parse().ok()?, second.parse().ok()?);
    if a <= 12 && b <= 12 && a != b || first.len() > 2 || second.len() > 2 {
        return None;
    }
    date(year, b, first).or_else(|| date(year, a, second))
}

fn date(year: &str, month: i8, day: &str) -> Option<Date> {
    if year.len() != 4 || day.len() > 2 {
        return None;
    }
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        for text in [
            "2025-07-31T08:00:00.000Z",
            "Thursday, July 31, 2025",
            "Published: 31 July 2025 10:04",
            "31st Jul 2025",
            "2025/7/31",
            "31/07/2025",
            "7/31/2025",
            "Updated 4:07 p.m. ET, Thu July 31, 2025",
        ] {
            assert_eq!(written_date(text).map(|d| d.to_string()).as_deref(), Some("2025-07-31"), "{text}");
        }
        assert_eq!(find_date("Oslo – 31 July 2025, noon").map(|(_, place)| place), Some(7 + 2..7 + 2 + 12));
    }

    #[test]
    fn no_days() {
        for text in [
            "July 2025",
            "31 July",
            "2025-13-31",
            "Mayor 3, 2025",
            "Decimal 5 2025",
            "10-11-12",
            "5/4/2025",
            "",
            "версия 2025 5 é",
        ] {
            assert_eq!(written_date(text), None, "{text}");
        }
    }
}
