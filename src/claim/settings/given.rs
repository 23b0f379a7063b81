//! What a setting is set to: a switch, an amount, or a word.

use crate::document::{Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::lexicon::en::settings::{NOTHING, SWITCHES};
use crate::mention::{self, digits};
use crate::value::{Amount, AmountKind, Bounds, Value};

/// A longer word is a text.
const LONGEST: usize = 48;

#[derive(Debug, Clone, PartialEq)]
pub enum Given {
    Switch(bool),
    Amount(Amount),
    /// In lower case, without quotation marks.
    Word(String),
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
    let unit = unit.trim_start_matches([' ', '-']);
    if unit.len() > 12 || !unit.starts_with(|c: char| c.is_alphabetic() || c == '%') {
        return None;
    }
    let text = if unit == "%" { format!("{figure}%") } else { format!("{figure} {unit}") };
    let document = Document::read("value", Role::Peer, Format::Text, text.clone().into_bytes());
    let mentions = mention::extract(&document, None, &Aliases::default());
    let [only] = mentions.as_slice() else { return None };
    match &only.value {
        Value::Amount(amount) if only.span.len() == text.len() && amount.hedge.is_none() => Some(amount.clone()),
        Value::Time(time) => time.length_in_seconds().filter(|_| only.span.len() == text.len()),
        _ => None,
    }
}
