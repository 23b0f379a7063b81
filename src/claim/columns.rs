//! What the head of a column or the name of a field says of its values: which property they are of, in what unit, of
//! which year.

use super::{Stem, is_content, stem};
use crate::document::{Document, Format, Role};
use crate::lexicon::declared::Aliases;
use crate::lexicon::en::properties::{DATED, GENERIC, PROPERTIES, WHEN};
use crate::mention;
use crate::value::{AmountKind, Unit, Value};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// The words of a label are no more than this.
const LONGEST: usize = 12;

#[derive(Debug, Clone, Default)]
pub struct Column {
    /// The senses of its words, without units, years and words that say nothing; in their order.
    pub words: Vec<Stem>,
    /// The year that its values are of.
    pub year: Option<i16>,
    pub unit: Option<Unit>,
    /// What a printed 1 is worth: "($ million)".
    pub scale: Option<Decimal>,
    /// Its values are dates.
    pub is_dated: bool,
    /// Its values are years, of nothing that it names.
    pub is_year: bool,
    /// One unit per another, or a rank: its values are no plain amounts.
    pub is_odd: bool,
}

/// Each label is read once.
#[derive(Debug, Default)]
pub struct Columns {
    known: HashMap<String, Column>,
    units: HashMap<String, Option<(Option<Unit>, Decimal)>>,
}

/// The sense of a word: the property it names, or itself.
pub fn sense(word: &str) -> Stem {
    stem(PROPERTIES.get(word).copied().unwrap_or(word))
}

impl Columns {
    pub fn of(&mut self, label: &str) -> &Column {
        if !self.known.contains_key(label) {
            let column = self.read(&label.to_lowercase());
            self.known.insert(label.to_owned(), column);
        }
        self.known.entry(label.to_owned()).or_default()
    }

    fn read(&mut self, label: &str) -> Column {
        let mut column = Column::default();
        let words: Vec<&str> = label.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        if words.len() > LONGEST {
            return Column { is_odd: true, ..column };
        }
        // "Requests per minute" counts what its first word says; "$ per head" is no plain amount.
        let counted = matches!(words.as_slice(), [what, "per", _] if is_content(what));
        let (asked, unit_words) = match label.split_once(" per ") {
            Some((what, _)) if counted => (what, ""),
            _ => self.split_unit(label, &mut column),
        };
        column.is_odd |= words.contains(&"per") && !counted;
        column.is_odd |= words.iter().any(|w| matches!(*w, "rank" | "change" | "ref" | "notes" | "density"))
            || (label.contains('/') && column.unit.is_none())
            || label.starts_with(['+', '#', '±']);
        let mut dated = false;
        for word in asked.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
            if word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) {
                column.is_odd |= column.year.is_some();
                column.year = word.parse().ok();
                continue;
            }
            dated |= PROPERTIES.get(word).is_some_and(|p| DATED.contains(p)) || WHEN.contains(word);
            let telling = is_content(word) && !GENERIC.contains(word) && !word.bytes().all(|b| b.is_ascii_digit());
            if telling && !column.words.contains(&sense(word)) {
                column.words.push(sense(word));
            }
        }
        let says_year = words.iter().any(|w| matches!(*w, "year" | "date" | "season"));
        column.is_dated = column.unit.is_none() && (dated || says_year) && unit_words.is_empty();
        column.is_year = says_year && column.words.is_empty();
        column
    }

    /// The label without its unit, and the unit's words: "(km²)", "in km", "capacity mw", "%".
    fn split_unit<'l>(&mut self, label: &'l str, column: &mut Column) -> (&'l str, &'l str) {
        let bracket = label.rsplit_once('(').and_then(|(before, rest)| Some((before, rest.split_once(')')?.0)));
        let after_in = label.rsplit_once(" in ");
        let last = label.rsplit_once(' ');
        let comma = label.rsplit_once(", ");
        for (before, words) in [bracket, comma, after_in, last, Some(("", label))].into_iter().flatten() {
            if let Some((unit, scale)) = self.unit(words.trim()) {
                column.unit = unit;
                column.scale = Some(scale);
                return (before, words);
            }
        }
        (label, "")
    }

    /// What the words are a unit or a scale of, if they are nothing else.
    fn unit(&mut self, words: &str) -> Option<(Option<Unit>, Decimal)> {
        if words.is_empty() || words.len() > 24 || words.bytes().any(|b| b.is_ascii_digit()) && words.len() > 4 {
            return None;
        }
        if let Some(known) = self.units.get(words) {
            return *known;
        }
        let found = read_unit(words);
        self.units.insert(words.to_owned(), found);
        found
    }
}

fn read_unit(words: &str) -> Option<(Option<Unit>, Decimal)> {
    const PROBE: i64 = 5;
    let singular = match words {
        "thousands" | "'000" | "000s" | "’000" => "thousand",
        "millions" => "million",
        "billions" => "billion",
        "ha" | "hectares" => "hectares",
        "mw" => "MW",
        "gw" => "GW",
        "kw" => "kW",
        other => other,
    };
    let sign = singular.chars().next().filter(|c| matches!(c, '$' | '€' | '£' | '¥'));
    let text = match sign.map(|s| singular.split_at(s.len_utf8())) {
        Some((sign, rest)) => {
            let rest = rest.trim().trim_end_matches('s');
            let scale = match rest {
                "m" | "mn" => "million",
                "bn" | "b" => "billion",
                "k" | "000" => "thousand",
                other => other,
            };
            format!("{sign}{PROBE} {scale}")
        }
        None => format!("{PROBE} {singular}"),
    };
    let text = text.trim_end();
    let document = Document::read("label", Role::Peer, Format::Text, text.as_bytes().to_vec());
    let mentions = mention::extract(&document, None, &Aliases::default());
    let [only] = mentions.as_slice() else { return None };
    let Value::Amount(amount) = &only.value else { return None };
    let whole = only.span.len() == text.len();
    let scale = amount.value.checked_div(Decimal::from(PROBE))?;
    let says = amount.unit.is_some() || scale > Decimal::ONE;
    let plain = !matches!(amount.kind, AmountKind::Age | AmountKind::Label | AmountKind::Ordinal);
    (whole && says && plain && amount.hedge.is_none()).then_some((amount.unit, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(label: &str) -> (String, Option<i16>, String) {
        let mut columns = Columns::default();
        let column = columns.of(label).clone();
        let known = ["area", "people", "long", "vote", "total", "budget", "visitor", "capacity", "gold"];
        let words: Vec<&str> = known.into_iter().filter(|w| column.words.contains(&stem(w))).collect();
        let unit = column.unit.map(|u| u.to_string()).unwrap_or_default();
        let scale = column.scale.filter(|s| *s != Decimal::ONE).map(|s| format!("{s} ")).unwrap_or_default();
        (words.join(" "), column.year, format!("{scale}{unit}"))
    }

    #[test]
    fn labels() {
        let reads = |label: &str, words: &str, year: Option<i16>, unit: &str| {
            assert_eq!(read(label), (words.to_owned(), year, unit.to_owned()), "{label}");
        };
        reads("Area (km²)", "area", None, "km2");
        reads("Population (2021)", "people", Some(2021), "");
        reads("population total", "people total", None, "");
        reads("area total km2", "area total", None, "km2");
        reads("capacity mw", "capacity", None, "MW");
        reads("Budget ($ million)", "budget", None, "1000000 USD");
        reads("Visitors (thousands)", "visitor", None, "1000 ");
        reads("2023", "", Some(2023), "");
        reads("%", "", None, "%");
        reads("Gold", "gold", None, "");
    }
}
