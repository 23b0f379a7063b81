//! Numbers in digits, with the separators of English and of its neighbours:
//! "1,266", "18.5", "1 234 567" (no-break spaces), "12,34,567" (lakhs), "5,00".

use rust_decimal::Decimal;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    pub value: Decimal,
    /// Digits after the decimal mark.
    pub decimals: u32,
    /// Thousands are marked off: no year, no serial number.
    pub grouped: bool,
}

impl Digits {
    /// The worth of the last digit.
    pub fn step(&self) -> Decimal {
        Decimal::try_new(1, self.decimals).unwrap_or(Decimal::ONE)
    }
}

/// Reads one number token. None for what only looks like a number: "1.2.3", "007", "22,24,26".
pub fn digits(text: &str) -> Option<Digits> {
    if text.bytes().all(|b| b.is_ascii_digit()) {
        let serial = text.len() > 1 && text.starts_with('0');
        return (!serial).then_some(Digits { value: parse(text)?, decimals: 0, grouped: false });
    }
    let (whole, fraction) = split_decimals(text)?;
    let mut plain = String::with_capacity(text.len());
    let grouped = push_groups(whole, &mut plain)?;
    if plain.len() > 1 && plain.starts_with('0') {
        return None;
    }
    if !fraction.is_empty() {
        plain.push('.');
        plain.push_str(fraction);
    }
    Some(Digits { value: parse(&plain)?, decimals: fraction.len() as u32, grouped })
}

/// 28 digits is what a decimal holds exactly.
fn parse(text: &str) -> Option<Decimal> {
    if text.len() > 28 { None } else { text.parse().ok() }
}

fn is_separator(c: char) -> bool {
    matches!(c, ',' | '.' | '\u{a0}' | '\u{202f}')
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The whole part with its separators, and the digits after the decimal mark.
fn split_decimals(text: &str) -> Option<(&str, &str)> {
    let points = text.matches('.').count();
    let commas = text.matches(',').count();
    match (points, commas) {
        (1, _) => {
            let (whole, fraction) = text.split_once('.')?;
            if !fraction.contains(',') {
                return Some((whole, fraction)).filter(|(_, f)| all_digits(f));
            }
            // "1.234,56": the comma is the decimal mark.
            let (whole, fraction) = text.split_once(',')?;
            Some((whole, fraction)).filter(|(_, f)| f.len() < 3 && all_digits(f))
        }
        (0, 1) => {
            let (whole, fraction) = text.split_once(',')?;
            if fraction.len() <= 2 && all_digits(whole) { Some((whole, fraction)) } else { Some((text, "")) }
        }
        (0, _) => Some((text, "")),
        // "1.234.567": points mark thousands, or it is a version.
        _ => Some((text, "")).filter(|_| text.split('.').skip(1).all(|group| group.len() == 3)),
    }
}

/// Appends the digits of `whole` if its separators stand where thousands (or lakhs) do. Were there any?
fn push_groups(whole: &str, out: &mut String) -> Option<bool> {
    if all_digits(whole) {
        out.push_str(whole);
        return Some(false);
    }
    let groups: Vec<&str> = whole.split(is_separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, inner) = rest.split_last()?;
    let even = inner.iter().all(|g| g.len() == 3) || inner.iter().all(|g| g.len() == 2);
    if !even || first.len() > 3 || last.len() != 3 || !groups.iter().all(|g| all_digits(g)) {
        return None;
    }
    groups.iter().for_each(|g| out.push_str(g));
    Some(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_of_several_countries() {
        for (text, value) in [
            ("14", "14"),
            ("1,266", "1266"),
            ("1,674,200.5", "1674200.5"),
            ("18.5", "18.5"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("12,34,567.89", "1234567.89"),
            ("1.234.567", "1234567"),
            ("1.234,56", "1234.56"),
            ("5,00", "5.00"),
            ("0.5", "0.5"),
        ] {
            assert_eq!(digits(text).map(|d| d.value.to_string()).as_deref(), Some(value), "{text}");
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["1.2.3", "007", "22,24,26,31", "1,23,4", "10.10.2024", "192.168.0.1", "00.5"] {
            assert_eq!(digits(text), None, "{text}");
        }
    }
}
