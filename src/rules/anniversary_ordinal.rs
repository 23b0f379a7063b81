//! # anniversary/ordinal
//!
//! ## What it reports
//! The number of an anniversary that its two years do not make: "in 2015 for the 25th
//! anniversary of the 1985 album"; and more yearly editions than years have passed since
//! the first.
//!
//! ## Why
//! The number is worked out by hand, or left over from last year's text.
//!
//! ## Example
//! > In 2019 the town marked the 40th anniversary of the flood of 1969.
//!
//! The years make 50.
//!
//! ## What it leaves alone
//! Two years of which neither is said to be the start; a difference of one (the first
//! year counts or not); editions that are fewer than the
//! years (some years had none); an anniversary of a date that stands elsewhere; a
//! document without a day of its own, where only one year is printed.
//!
//! ## How to silence
//! Correct the number or the year. Where it is meant: `allow anniversary/ordinal`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::Ledger;
use crate::document::Document;
use crate::mention::Mention;
use crate::value::{AmountKind, Precision, Time, TimeKind, Value};
use rust_decimal::prelude::ToPrimitive;

pub const RULE: Rule = Rule {
    id: "anniversary/ordinal",
    severity: Severity::Note,
    summary: "an anniversary's number that the years do not make",
    source: include_str!("anniversary_ordinal.rs"),
    yields_to: &[],
    check,
};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// "the 50th anniversary"
    Years,
    /// "the 10th annual fair"
    Editions,
}

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        for (at, mention) in ledger.mentions.iter().enumerate() {
            let Some(ordinal) = ordinal(mention) else { continue };
            if let Some(counted) = counted(&ledger.document, mention) {
                outcome.findings.extend(mismatch(index, ledger, (at, ordinal), counted));
            }
        }
    }
}

fn mismatch(index: usize, ledger: &Ledger, (at, ordinal): (usize, i64), counted: Counted) -> Option<Finding> {
    let mention = ledger.mentions.get(at)?;
    let sentence = ledger.document.sentence_at(mention.span.start);
    let in_sentence = |m: &&Mention| ledger.document.sentence_at(m.span.start) == sentence;
    let first = ledger.mentions.partition_point(|m| ledger.document.sentence_at(m.span.start) < sentence);
    let here: Vec<&Mention> = ledger.mentions.iter().skip(first).take_while(in_sentence).collect();
    let years: Vec<(i64, &Mention)> = here.iter().filter_map(|m| Some((year(m)?, *m))).collect();
    // "10th anniversary" twice, or a third date: whose years are whose cannot be told.
    if here.iter().filter(|m| ordinal_of_anniversary(ledger, m)).count() > 1 {
        return None;
    }
    let words = |m: &Mention| ledger.document.slice(m.span).to_owned();
    let (start, now, end) = match years.as_slice() {
        [(a, first), (b, second)] if a != b => {
            let (early, late) = if a < b { ((*a, *first), (*b, *second)) } else { ((*b, *second), (*a, *first)) };
            starts(&ledger.document, mention, early.1).then_some((early, late.0, Some(late.1)))?
        }
        [(year, only)] if starts(&ledger.document, mention, only) && is_now(&ledger.document, sentence) => {
            ((*year, *only), i64::from(ledger.document.meta.date?.year()), None)
        }
        _ => return None,
    };
    let passed = now.checked_sub(start.0)?;
    let fits = match counted {
        Counted::Years => passed.abs_diff(ordinal) <= 1,
        Counted::Editions => ordinal.saturating_sub(passed) <= 2,
    };
    if fits || passed <= 0 {
        return None;
    }
    let until = end.map_or_else(|| format!("the document's year, {now}"), |m| format!("“{}”", words(m)));
    let message = format!("“{}” does not fit “{}” and {until}: {passed} years", words(mention), words(start.1));
    let mut finding = Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(index, mention.span, format!("{passed} years have passed")))
        .label(Label::related(index, start.1.span, "the start"));
    finding.labels.extend(end.map(|m| Label::related(index, m.span, "the occasion")));
    Some(finding.help("correct the number or the year"))
}

fn ordinal(mention: &Mention) -> Option<i64> {
    match &mention.value {
        Value::Amount(amount) if amount.kind == AmountKind::Ordinal => amount.value.to_i64().filter(|n| *n > 1),
        _ => None,
    }
}

fn ordinal_of_anniversary(ledger: &Ledger, mention: &Mention) -> bool {
    ordinal(mention).is_some() && counted(&ledger.document, mention).is_some()
}

/// "50th anniversary", "50th wedding anniversary", "10th annual fair".
fn counted(document: &Document, mention: &Mention) -> Option<Counted> {
    let next = document.token_at(mention.span.end);
    match (document.word(next), document.word(next + 1)) {
        ("anniversary", _) | (_, "anniversary") => Some(Counted::Years),
        ("annual", _) => Some(Counted::Editions),
        _ => None,
    }
}

/// The year of a date that is printed with one.
fn year(mention: &Mention) -> Option<i64> {
    let Value::Time(time) = &mention.value else { return None };
    let Time { kind: TimeKind::Date, absolute: true, modifier: None, stretch: Some(stretch), .. } = &**time else {
        return None;
    };
    let fine = matches!(stretch.precision, Precision::Year | Precision::Month | Precision::Day);
    stretch.start.filter(|_| fine && stretch.end.is_some()).map(|d| i64::from(d.year()))
}

/// "founded in 1974", "first held in 2014", "anniversary of the 1969 flood".
fn starts(document: &Document, ordinal: &Mention, date: &Mention) -> bool {
    let at = document.token_at(date.span.start);
    let named = (1..=3).filter_map(|n| at.checked_sub(n)).any(|i| STARTS.contains(&document.word(i)));
    let behind = document.token_at(ordinal.span.end)..at;
    named || behind.into_iter().any(|i| document.word(i) == "of")
}

const STARTS: &[&str] = &["founded", "established", "opened", "began", "started", "held", "launched", "built", "born"];

/// Does the sentence speak of its own day?
fn is_now(document: &Document, sentence: usize) -> bool {
    document.sentence_tokens(sentence).any(|i| {
        matches!(
            document.word(i),
            "marks" | "celebrates" | "today" | "will" | "is" | "opens" | "this" | "celebrating" | "marking"
        )
    })
}
