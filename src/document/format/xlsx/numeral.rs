//! Formats of numbers: how a cell's number is shown, as a number, a share, an amount of money, a day or a time.

use crate::document::month_name;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Format {
    #[default]
    General,
    Number(Number),
    Time(Time),
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Number {
    before: String,
    after: String,
    /// Decimals at most, and at least.
    most: u32,
    least: u32,
    has_groups: bool,
    is_share: bool,
    /// How many times a thousand it is shown smaller.
    thousands: u32,
}

/// Which parts of a day are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Time {
    year: bool,
    month: bool,
    day: bool,
    clock: bool,
    /// Hours are counted on over the end of a day.
    is_length: bool,
}

/// The most characters of a format that are heeded: as many as programs let anybody write.
const LONGEST: usize = 255;

/// Digits that a program of spreadsheets counts by.
const DIGITS: u32 = 15;

/// The first section of a format, for numbers that are not negative.
fn first_section(code: &str) -> &str {
    let mut quoted = false;
    let end = code.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == ';' && !quoted
    });
    code.get(..end.map_or(code.len(), |(at, _)| at)).unwrap_or(code)
}

impl Format {
    /// Those that have a number and no code.
    pub fn built_in(id: &str) -> Format {
        let code = match id.parse::<u32>().unwrap_or_default() {
            1 => "0",
            2 => "0.00",
            3 => "#,##0",
            4 => "#,##0.00",
            9 => "0%",
            10 => "0.00%",
            14..=16 | 27..=31 | 36 | 50..=54 | 57..=58 => "yyyy-mm-dd",
            17 => "mmm-yy",
            18..=21 | 32..=35 | 45 | 47 | 55..=56 => "h:mm",
            22 => "yyyy-mm-dd h:mm",
            37..=38 => "#,##0",
            39..=40 => "#,##0.00",
            46 => "[h]:mm",
            _ => return Format::General,
        };
        Format::of_code(code)
    }

    pub fn of_code(code: &str) -> Format {
        let mut number = Number::default();
        let mut time = Time::default();
        let (mut digits, mut in_decimals, mut has_decimals) = (false, false, 0);
        let mut rest = first_section(code).chars().take(LONGEST).peekable();
        while let Some(c) = rest.next() {
            let mut literal = String::new();
            match c {
                '"' => literal.extend(rest.by_ref().take_while(|c| *c != '"')),
                '\\' => literal.extend(rest.next()),
                '_' | '*' => drop(rest.next()),
                '[' => {
                    let inside: String = rest.by_ref().take_while(|c| *c != ']').collect();
                    if let Some(money) = inside.strip_prefix('$') {
                        literal.push_str(money.split('-').next().unwrap_or_default());
                    } else if inside.chars().all(|c| matches!(c, 'h' | 'H' | 'm' | 'M' | 's' | 'S')) {
                        (time.clock, time.is_length) = (true, true);
                    }
                }
                '0' | '#' | '?' => {
                    digits = true;
                    has_decimals += u32::from(in_decimals);
                    number.least = if in_decimals && c == '0' { has_decimals } else { number.least };
                    number.thousands = 0;
                }
                '.' if digits => in_decimals = true,
                ',' if digits => {
                    number.has_groups |= !in_decimals && matches!(rest.peek(), Some('0' | '#' | '?'));
                    number.thousands += 1;
                }
                '%' => number.is_share = true,
                'y' | 'Y' => time.year = true,
                'd' | 'D' => time.day = true,
                'm' | 'M' if rest.peek() != Some(&'/') => time.month = true,
                'h' | 'H' | 's' | 'S' => time.clock = true,
                'A' | 'a' if rest.peek().is_some_and(|next| matches!(next, 'M' | 'm' | '/')) => {
                    // "AM/PM", "A/P"
                    while rest.next_if(|c| matches!(c, 'M' | 'm' | '/' | 'P' | 'p')).is_some() {}
                }
                'E' if digits => return Format::General,
                '@' | 'G' | 'g' => return Format::General,
                '/' if digits => return Format::General,
                '$' | '€' | '£' | '¥' => literal.push(c),
                ' ' if digits => literal.push(' '),
                _ => {}
            }
            if digits { &mut number.after } else { &mut number.before }.push_str(&literal);
        }
        if time.year || time.day || time.clock || time.month && !digits {
            // "h:mm" has minutes and no month.
            time.month &= time.year || time.day || !time.clock;
            return Format::Time(time);
        }
        number.most = has_decimals;
        if digits { Format::Number(number) } else { Format::General }
    }

    /// How the number is shown; as it stands, where it cannot be.
    pub fn shown(&self, written: &str, is_of_1904: bool) -> String {
        let Some(value) = decimal(written) else { return written.to_owned() };
        let shown = match self {
            Format::General => None,
            Format::Number(number) => number.shown(value),
            Format::Time(time) => time.shown(value, is_of_1904),
        };
        shown.unwrap_or_else(|| value.to_string())
    }
}

/// A number as a program of spreadsheets knows it: 0.30000000000000004 is 0.3.
fn decimal(written: &str) -> Option<Decimal> {
    let written = written.trim();
    let value = if written.contains(['e', 'E']) {
        Decimal::from_scientific(written).ok()?
    } else {
        written.parse::<Decimal>().ok()?
    };
    Some(value.round_sf(DIGITS).unwrap_or(value).normalize())
}

impl Number {
    fn shown(&self, value: Decimal) -> Option<String> {
        let mut value = value;
        if self.is_share {
            value = value.checked_mul(Decimal::ONE_HUNDRED)?;
        }
        for _ in 0..self.thousands.min(6) {
            value = value.checked_div(Decimal::ONE_THOUSAND)?;
        }
        let mut rounded = value.round_dp(self.most.min(15)).normalize();
        if rounded.scale() < self.least {
            rounded.rescale(self.least.min(15));
        }
        let digits = rounded.abs().to_string();
        let digits = if self.has_groups { grouped(&digits) } else { digits };
        let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "-" } else { "" };
        let share = if self.is_share { "%" } else { "" };
        Some(format!("{sign}{}{digits}{}{share}", self.before, self.after.trim_end()))
    }
}

fn grouped(digits: &str) -> String {
    let (whole, rest) = digits.split_at(digits.find('.').unwrap_or(digits.len()));
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

impl Time {
    fn shown(self, value: Decimal, is_of_1904: bool) -> Option<String> {
        // Days before 1900 are counted by some programs, and shown by no other.
        if value.is_sign_negative() && !value.fract().is_zero() {
            return None;
        }
        let days = i64::try_from(value.trunc()).ok()?;
        let seconds = value.fract().checked_mul(Decimal::from(86_400))?.round();
        let minutes = i32::try_from(seconds).ok()? / 60;
        if self.is_length || !(self.year || self.month || self.day) {
            let whole = if self.is_length { i32::try_from(days).ok()?.checked_mul(24)? } else { 0 };
            return Some(format!("{:02}:{:02}", whole.checked_add(minutes / 60)?, minutes % 60));
        }
        let day = day(days, is_of_1904)?;
        let (year, month) = (day.year(), day.month());
        Some(match (self.month || self.day, self.day, self.clock) {
            (false, ..) => year.to_string(),
            (_, false, _) if self.year => format!("{} {year}", month_name(month)),
            (.., true) => format!("{day} {:02}:{:02}", minutes / 60, minutes % 60),
            _ => day.to_string(),
        })
    }
}

/// The day of a number. There was no 29 February 1900, and the programs count it.
fn day(days: i64, is_of_1904: bool) -> Option<Date> {
    let start = match days {
        _ if is_of_1904 => date(1904, 1, 1),
        0..60 => date(1899, 12, 31),
        _ => date(1899, 12, 30),
    };
    if days.abs() > 3_000_000 {
        return None;
    }
    start.checked_add(days.days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_they_are_shown() {
        for (code, written, shown) in [
            ("General", "0.30000000000000004", "0.3"),
            ("General", "1.204E3", "1204"),
            ("General", "1E300", "1E300"),
            ("0", "12.6", "13"),
            ("#,##0", "1204000", "1,204,000"),
            ("#,##0.00", "-1204.5", "-1,204.50"),
            ("0.0%", "0.125", "12.5%"),
            ("0%", "0.4", "40%"),
            ("0.0#", "2", "2.0"),
            ("\"$\"#,##0_);(\"$\"#,##0)", "1500", "$1,500"),
            ("#,##0.00 [$€-407]", "3.5", "3.50 €"),
            ("[$£-809]#,##0", "4700000", "£4,700,000"),
            ("0.0,,\" million\"", "4700000", "4.7 million"),
            ("0 \"km\"", "38", "38 km"),
            ("# ?/?", "0.5", "0.5"),
            ("@", "007", "7"),
        ] {
            assert_eq!(Format::of_code(code).shown(written, false), shown, "{code}");
        }
    }

    #[test]
    fn days_and_times() {
        for (code, written, shown) in [
            ("yyyy-mm-dd", "45569", "2024-10-04"),
            ("d/m/yy", "45569.5", "2024-10-04"),
            ("[$-409]d mmmm yyyy;@", "45569", "2024-10-04"),
            ("dd.mm.yyyy hh:mm", "45569.395833333336", "2024-10-04 09:30"),
            ("mmm-yy", "45569", "October 2024"),
            ("yyyy", "45569", "2024"),
            ("h:mm AM/PM", "0.75", "18:00"),
            ("[h]:mm", "1.0625", "25:30"),
            ("yyyy-mm-dd", "1", "1900-01-01"),
            ("yyyy-mm-dd", "60", "1900-02-28"),
            ("yyyy-mm-dd", "61", "1900-03-01"),
            ("yyyy-mm-dd", "-9948", "1872-10-04"),
            ("h:mm", "-0.5", "-0.5"),
            ("yyyy-mm-dd", "99999999999", "99999999999"),
        ] {
            assert_eq!(Format::of_code(code).shown(written, false), shown, "{code} {written}");
        }
        assert_eq!(Format::built_in("14").shown("44107", true), "2024-10-04");
        assert_eq!(Format::built_in("49").shown("12", false), "12");
    }
}
