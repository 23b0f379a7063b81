//! What a setting is set to: a switch, an amount, or a word.

use crate::lexicon::en::settings::{NOTHING, SWITCHES};
use crate::lexicon::en::units::{NAMES, SYMBOLS};
use crate::lexicon::unit::PERCENT;
use crate::mention::digits;
use crate::value::{Amount, AmountKind, Bounds, Unit, Version};
use rust_decimal::Decimal;

/// A longer word is a text.
const LONGEST: usize = 48;

#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Switch(bool),
    Amount(Amount),
    /// In lower case, without quotation marks.
    Word(String),
    Version(Version),
}

impl Given {
    /// What code, or a cell, gives; none where that is nothing, or no single value.
    pub fn of(printed: &str) -> Option<Given> {
        let bare = printed.trim().trim_matches(['`', '"', '\'', '“', '”', ' ']);
        let lower = bare.to_lowercase();
        if bare.is_empty() || bare.len() > LONGEST || NOTHING.contains(lower.as_str()) {
            return None;
        }
        if let Some(switch) = SWITCHES.get(lower.as_str()) {
            return Some(Given::Switch(*switch));
        }
        if bare.starts_with(|c: char| c.is_ascii_digit()) {
            return amount(bare).map(Given::Amount);
        }
        let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':' | '/' | '~' | '@');
        bare.chars().all(fits).then_some(Given::Word(lower))
    }
}

/// "20", "15s", "4 MB", "10,000", "80.0", "50%".
fn amount(bare: &str) -> Option<Amount> {
    if let Some(read) = digits(bare) {
        let value = read.value.normalize();
        let (kind, bounds) = (AmountKind::Number, Bounds::exactly(value));
        return Some(Amount { kind, value, unit: None, bounds, hedge: None, step: read.step() });
    }
    let end = bare.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    let (figure, unit) = bare.split_at_checked(end)?;
    let unit = unit.trim_start_matches([' ', '-', '\u{a0}']);
    let value = digits(figure)?.value.normalize();
    let (kind, unit) = match SYMBOLS.get(unit).or_else(|| NAMES.get(unit.to_lowercase().as_str())) {
        _ if unit == "%" => (AmountKind::Percent, &PERCENT),
        Some(name) if name.per.is_none() => (AmountKind::Measure, name.unit),
        _ => return None,
    };
    let bounds = Bounds::exactly(value);
    Some(Amount { kind, value, unit: Some(Unit::Measure(unit)), bounds, hedge: None, step: Decimal::ONE })
}

#[cfg(test)]
mod tests {
    use super::Given;

    fn read(printed: &str) -> String {
        match Given::of(printed) {
            None => "-".to_owned(),
            Some(Given::Switch(on)) => on.to_string(),
            Some(Given::Word(word)) => word,
            Some(Given::Version(version)) => format!("{version:?}"),
            Some(Given::Amount(a)) => format!("{}{}", a.value, a.unit.map(|u| format!(" {u}")).unwrap_or_default()),
        }
    }

    #[test]
    fn values() {
        for (printed, given) in [
            ("True", "true"),
            ("`off`", "false"),
            ("80.0", "80"),
            ("15s", "15 s"),
            ("4 MB", "4 MBy"),
            ("'change'", "change"),
            ("10,000", "10000"),
            ("50%", "50 %"),
            ("null", "-"),
            ("", "-"),
            ("5 or 6", "-"),
            ("1.2.3", "-"),
            ("30 minutes", "30 min"),
        ] {
            assert_eq!(read(printed), given, "{printed}");
        }
    }
}
