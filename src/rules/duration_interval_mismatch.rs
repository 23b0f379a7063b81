//! # duration/interval-mismatch
//!
//! ## What it reports
//! A length of time that the two dates printed beside it do not make: "for ten years,
//! from 1990 to 1998".
//!
//! ## Why
//! The dates get corrected and the length is forgotten, or the subtraction was never
//! done; every reader can do it.
//!
//! ## Example
//! > The bridge was closed for 130 days, from 24 May 2015 to 10 September 2015.
//!
//! The dates are 109 days apart, 110 with both counted.
//!
//! ## What it leaves alone
//! Lengths with "about", "nearly", "more than" and the like; a difference of one where
//! the first and the last day, month or year may count or not; lengths in coarser
//! units that round to what the dates make; seasons, terms and other lengths that
//! nobody has fixed; a length and dates that do not stand side by side.
//!
//! ## How to silence
//! Correct the length or the date. Where it is meant: `allow duration/interval-mismatch`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::Ledger;
use crate::compare::calendar::days_between;
use crate::mention::Mention;
use crate::value::{Precision, Time, TimeKind, Value};
use jiff::ToSpan;
use jiff::civil::Date;

pub const RULE: Rule = Rule {
    id: "duration/interval-mismatch",
    severity: Severity::Warning,
    summary: "a length of time that the dates beside it do not make",
    source: include_str!("duration_interval_mismatch.rs"),
    yields_to: &[],
    check,
};

/// A unit of the calendar, with its mean length in days.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit {
    name: &'static str,
    days: f64,
}

/// By the letter of ISO 8601.
fn unit(letter: char) -> Option<Unit> {
    let (name, days) = match letter {
        'Y' => ("year", 365.2425),
        'M' => ("month", 30.436_875),
        'W' => ("week", 7.0),
        'D' => ("day", 1.0),
        _ => return None,
    };
    Some(Unit { name, days })
}

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        for pair in ledger.mentions.windows(2) {
            let [first, second] = pair else { continue };
            let (Some(a), Some(b)) = (time(first), time(second)) else { continue };
            let (length, dates) = match (a.kind, b.kind) {
                (TimeKind::Duration, TimeKind::Date) if leads_to_dates(ledger, first, second) => (first, second),
                (TimeKind::Date, TimeKind::Duration) if leads_to_length(ledger, first, second) => (second, first),
                _ => continue,
            };
            outcome.findings.extend(mismatch(index, ledger, length, dates));
        }
    }
}

fn time(mention: &Mention) -> Option<&Time> {
    match &mention.value {
        Value::Time(time) => Some(time),
        _ => None,
    }
}

fn mismatch(index: usize, ledger: &Ledger, length: &Mention, dates: &Mention) -> Option<Finding> {
    let (count, unit_said) = printed_length(time(length)?)?;
    let (low, high, unit_of_dates) = lengths(time(dates)?)?;
    let said = count * unit_said.days;
    // A coarser unit may round; of the same one only the mean length of years and months is inexact.
    let slack = if unit_said == unit_of_dates { unit_said.days / 100.0 } else { unit_said.days * 0.99 };
    if (low - slack..=high + slack).contains(&said) {
        return None;
    }
    let makes = in_units(low, high, if unit_said.days >= unit_of_dates.days { unit_said } else { unit_of_dates });
    let words = |m: &Mention| ledger.document.slice(m.span);
    let message = format!("“{}” does not fit “{}”, which makes {makes}", words(length), words(dates));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, length.span, format!("the dates make {makes}")))
            .label(Label::related(index, dates.span, "the dates"))
            .help(format!("if the dates are right, the length is {makes}"))
            .help("if the length is right, one of the dates is wrong"),
    )
}

/// `P130D` as 130 days; nothing for blurred and mixed lengths.
fn printed_length(time: &Time) -> Option<(f64, Unit)> {
    let body = time.timex.strip_prefix('P').filter(|_| time.modifier.is_none())?;
    let letter = body.chars().last()?;
    let count: f64 = body.strip_suffix(letter)?.parse().ok()?;
    Some((count, unit(letter)?))
}

/// The shortest and the longest stretch, in days, that two dates can mean, and the unit they are printed in:
/// "from 2001 to 2007" is anything from a little more than five to seven years.
fn lengths(time: &Time) -> Option<(f64, f64, Unit)> {
    let stretch = time.stretch.filter(|s| s.precision == Precision::Range && time.absolute && time.fault.is_none())?;
    let (start, end) = (stretch.start?, stretch.end?);
    let unit = unit(time.timex.strip_suffix(')')?.chars().last()?)?;
    let step = match unit.name {
        "year" => 1.year(),
        "month" => 1.month(),
        "day" => 1.day(),
        _ => return None,
    };
    let (first, last): (Date, Date) = (start.checked_add(step).ok()?, end.checked_sub(step).ok()?);
    let shortest = days_between(first, last).checked_add(i64::from(unit.name == "day"))?;
    Some((shortest as f64, days_between(start, end) as f64, unit))
}

/// "109 to 110 days", "8 years".
fn in_units(low: f64, high: f64, unit: Unit) -> String {
    let (low, high) = ((low / unit.days).round(), (high / unit.days).round());
    let plural = if high == 1.0 { "" } else { "s" };
    if low == high { format!("{low} {}{plural}", unit.name) } else { format!("{low} to {high} {}s", unit.name) }
}

/// "eight years, from 1980 to 1988", "the eight-year war (1980–1988)": the same stretch of time.
fn leads_to_dates(ledger: &Ledger, length: &Mention, dates: &Mention) -> bool {
    let document = &ledger.document;
    let (from, to) = (document.token_at(length.span.end), document.token_at(dates.span.start));
    if to < from || !one_sentence(ledger, length, dates) {
        return false;
    }
    let opens = |i: usize| matches!(document.word(i), "from" | "between");
    match to - from {
        0 => opens(to),
        1 => document.word(from) == "(" || document.word(from) == "," && opens(to),
        // One or two words of what lasted: "war", "civil war".
        2 | 3 => document.word(to - 1) == "(" && (from..to - 1).all(|i| !MOVES.contains(&document.word(i))),
        _ => false,
    }
}

/// Words that put another time or thing between a length and the dates in brackets.
const MOVES: &[&str] = &[
    "ago", "after", "before", "later", "earlier", "of", "in", "at", "as", "for", "since", "with", "and", "old",
    "older", "younger", "to", "into", "than", "longer", "contract", "deal", "sentence", ",", ";", ".", ":", "–", "—",
    "(", ")",
];

/// "from 1980 to 1988, eight years in all", "1980–1988 (eight years)".
fn leads_to_length(ledger: &Ledger, dates: &Mention, length: &Mention) -> bool {
    let document = &ledger.document;
    let (from, to) = (document.token_at(dates.span.end), document.token_at(length.span.start));
    let set_off = matches!(document.word(from), "," | "(");
    let filled = (from + 1..to).all(|i| matches!(document.word(i), "a" | "period" | "of" | "total" | "or" | "lasting"));
    let behind = document.word(document.token_at(length.span.end));
    let whole = match document.word(from) {
        "(" => behind == ")",
        _ => to > from + 1 && document.word(to - 1) != "a" || behind == "in" || behind == ".",
    };
    to > from && to - from <= 4 && set_off && filled && whole && one_sentence(ledger, dates, length)
}

fn one_sentence(ledger: &Ledger, a: &Mention, b: &Mention) -> bool {
    ledger.document.sentence_at(a.span.start) == ledger.document.sentence_at(b.span.start)
}
