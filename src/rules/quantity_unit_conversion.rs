//! # quantity/unit-conversion
//!
//! ## What it reports
//!
//! A measure and its conversion beside it that cannot both be right: "20 miles (50 km)". The
//! printed digits decide how exact each side is; "about" widens it.
//!
//! ## Why
//!
//! Conversions are typed by hand and never read again; acres become square miles, feet become
//! metres without the figure, and one of the two readers gets a wrong number.
//!
//! ## Example
//!
//! ```text
//! The camp lies 20 miles (50 km) north of the river.
//! error[quantity/unit-conversion]: 20 miles is about 32 km, but "50 km" is printed beside it
//! ```
//!
//! ## What it leaves alone
//!
//! Roundings ("50 miles (80 km)"), differences of temperature ("one degree Fahrenheit (0.6 °C)"), the
//! other country's ton, gallon or mile, calculations ("12 GB / 2 kB * 4"), and sums of money: exchange
//! rates are not known here.
//!
//! ## How to silence
//!
//! `allow quantity/unit-conversion` in an ignore comment or in the configuration.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::Ledger;
use crate::compare::amount::convert;
use crate::compare::printed::{grouped, same_size};
use crate::document::Document;
use crate::mention::Mention;
use crate::value::{Amount, AmountKind, Unit, Value};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    id: "quantity/unit-conversion",
    severity: Severity::Error,
    summary: "a measure and its conversion beside it disagree",
    source: include_str!("quantity_unit_conversion.rs"),
    yields_to: &[],
    check,
};

/// Bytes between a measure and its conversion, at most.
const GAP: u32 = 24;

/// A measure as it stands in the text.
type Printed<'a> = (&'a Mention, &'a Amount);

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let findings = conversions(ledger).into_iter().filter_map(|(a, b)| compare(index, &ledger.document, a, b));
        outcome.findings.extend(findings);
    }
}

/// Every measure with its conversion beside it.
pub fn conversions(ledger: &Ledger) -> Vec<(Printed<'_>, Printed<'_>)> {
    let measures: Vec<Printed> = ledger.mentions.iter().filter_map(measure).collect();
    let mut found = Vec::new();
    // The measure that an open bracket converts: "(1,001 ft; 333 yd)" is held against it part by part.
    let mut converted: Option<Printed> = None;
    for pair in measures.windows(2) {
        let [first, second] = pair else { continue };
        converted = match link(&ledger.document, first.0, second.0) {
            Some(Link::Opens) => Some(*first),
            Some(Link::Continues) => converted,
            None => None,
        };
        found.extend(converted.map(|base| (base, *second)));
    }
    found
}

fn measure(mention: &Mention) -> Option<(&Mention, &Amount)> {
    match &mention.value {
        Value::Amount(amount) if amount.kind == AmountKind::Measure => Some((mention, amount)),
        _ => None,
    }
}

enum Link {
    /// "20 miles (32 km", "20 miles, or 32 km", "20 miles / 32 km".
    Opens,
    /// "; 35 yd" inside the bracket.
    Continues,
}

/// Do the words between two measures make the second a conversion of the first?
fn link(document: &Document, first: &Mention, second: &Mention) -> Option<Link> {
    let gap = second.span.start.checked_sub(first.span.end).filter(|gap| *gap <= GAP)?;
    if gap == 0 {
        return None;
    }
    let span = crate::text::Span { start: first.span.end, end: second.span.start };
    let text = document.slice_lower(span);
    let (mark, rest) = if let Some(rest) = text.trim_start().strip_prefix('(') {
        (Link::Opens, rest)
    } else if let Some(rest) = text.trim_start().strip_prefix('/') {
        (Link::Opens, rest)
    } else if let Some(rest) = text.trim_start().strip_prefix(';') {
        (Link::Continues, rest)
    } else {
        let rest = text.trim_start().trim_start_matches(',').trim_start().strip_prefix("or ")?;
        (Link::Opens, rest)
    };
    let converts = !is_calculated(document, second)
        && !describes(document, second)
        && rest.split_whitespace().all(|word| BETWEEN.contains(&word));
    converts.then_some(mark)
}

/// "12 GB / 2 kB * 4 = 24 MB": what is calculated with converts nothing.
fn is_calculated(document: &Document, measure: &Mention) -> bool {
    let behind = document.token_at(measure.span.end);
    let taken_off = document.slice_lower(measure.span).starts_with("minus");
    taken_off || matches!(document.word(behind), "*" | "×" | "·" | "=" | "+" | "÷")
}

/// "2 GB (32bit builds only)": written as one word, it says of what kind the noun behind it is.
fn describes(document: &Document, measure: &Mention) -> bool {
    let behind = document.token_at(measure.span.end);
    let one_word = !document.slice(measure.span).contains(char::is_whitespace);
    one_word && !document.joined(behind) && document.token(behind).is_some_and(|t| t.is_word())
}

/// Words that may stand before the converted figure.
const BETWEEN: [&str; 18] = [
    "about",
    "around",
    "approximately",
    "approx",
    "approx.",
    "roughly",
    "nearly",
    "almost",
    "just",
    "over",
    "under",
    "some",
    "or",
    "equivalent",
    "to",
    "equal",
    "ca.",
    "~",
];

fn compare(index: usize, document: &Document, (first, a): Printed, (second, b): Printed) -> Option<Finding> {
    let (from, to) = (a.unit?, b.unit?);
    if from == to || same_size(a, b)? {
        return None;
    }
    let expected = convert(a.value, &from, &to)?;
    // "3 bytes (20 bits)": what they hold may need fewer bits than they have.
    let of_bits = to.to_string() == "bit" && from.to_string() == "By";
    if of_bits && b.value < expected {
        return None;
    }
    // "aligned to 4 MiB / 2 GiB": two sizes of bytes with a stroke between them are a choice.
    let between = document.slice(crate::text::Span { start: first.span.end, end: second.span.start });
    let of_bytes = |unit: &Unit| unit.to_string().ends_with("By");
    if of_bytes(&from) && of_bytes(&to) && between.trim() == "/" {
        return None;
    }
    // "2 GiB / 64 bytes" divides.
    let far = |x: Decimal, y: Decimal| y.abs().checked_mul(Decimal::ONE_THOUSAND).is_some_and(|most| x.abs() > most);
    if far(expected, b.value) || far(b.value, expected) {
        return None;
    }
    let (left, right) = (document.slice(first.span), document.slice(second.span));
    let message = format!("{left} is about {} {}, but “{right}” is printed beside it", printed(expected), to.spelled());
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, second.span, format!("printed as the same as {left}")))
            .label(Label::related(index, first.span, format!("is about {} {}", printed(expected), to.spelled())))
            .help(format!("if “{left}” is right, the conversion is about {} {}", printed(expected), to.spelled()))
            .help(back(b, &to, &from, right)),
    )
}

fn back(b: &Amount, to: &Unit, from: &Unit, right: &str) -> String {
    match convert(b.value, to, from) {
        Some(value) => {
            format!("if “{right}” is right, the first figure is about {} {}", printed(value), from.spelled())
        }
        None => "Look up the measure".to_owned(),
    }
}

/// Three digits that matter, thousands marked off.
fn printed(value: Decimal) -> String {
    grouped(value.round_sf(3).unwrap_or(value))
}
