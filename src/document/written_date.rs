//! The day in what a file says about itself: "2025-07-31T08:00:00Z", "July 31, 2025",
//! "Published 31 July 2025". Only whole days; dates that prose speaks of are the
//! business of `mention/`.

use jiff::civil::Date;

/// How much of the text is looked at.
const WINDOW: usize = 80;

pub const MONTHS: [&str; 12] = [
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

/// The first whole day in `text`.
pub fn written_date(text: &str) -> Option<Date> {
    let window = text.char_indices().nth(WINDOW).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let words: Vec<&str> = window.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    words.windows(3).find_map(|three| match three {
        [a, b, c] => year_first(a, b, c).or_else(|| month_first(a, b, c)).or_else(|| month_first(b, a, c)),
        _ => None,
    })
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

/// 7 for "July", "jul" or "JULY".
fn month_number(word: &str) -> Option<i8> {
    let names = |month: &&str| {
        let begins = word.len() >= 3 && month.get(..word.len()).is_some_and(|m| m.eq_ignore_ascii_case(word));
        begins && (word.len() <= 4 || word.len() == month.len())
    };
    MONTHS.iter().position(names).map(|i| i as i8 + 1)
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
            "Updated 4:07 p.m. ET, Thu July 31, 2025",
        ] {
            assert_eq!(written_date(text).map(|d| d.to_string()).as_deref(), Some("2025-07-31"), "{text}");
        }
    }

    #[test]
    fn no_days() {
        for text in
            ["July 2025", "31 July", "2025-13-31", "Mayor 3, 2025", "Decimal 5 2025", "10-11-12", "", "версия 2025 5 é"]
        {
            assert_eq!(written_date(text), None, "{text}");
        }
    }
}
