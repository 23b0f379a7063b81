//! The months' names: what every layer reads and prints them by.

const MONTHS: [&str; 12] = [
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

/// "June" for 6; nothing for a number that is no month's.
pub fn month_name(month: i8) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|m| MONTHS.get(m)).copied().unwrap_or_default()
}

/// 7 for "July", "jul" or "JULY".
pub fn month_number(word: &str) -> Option<i8> {
    let names = |month: &&str| {
        let begins = word.len() >= 3 && month.get(..word.len()).is_some_and(|m| m.eq_ignore_ascii_case(word));
        begins && (word.len() <= 4 || word.len() == month.len())
    };
    MONTHS.iter().position(names).map(|i| i as i8 + 1)
}
