//! # date/ambiguous-format
//!
//! ## What it reports
//! Dates in figures written day first in one place and month first in another
//! ("21/04/2014" beside "04/21/2014"), and dates in figures that could be either in
//! a document that shows no habit. One note a document.
//!
//! ## Why
//! "04/05/2014" is the fourth of May to some readers and the fifth of April to others.
//!
//! ## Example
//! > Opened 21/04/2014, closed 05/06/2014 and reopened 07/30/2014.
//!
//! ## What it leaves alone
//! ISO dates, dates with a month's name, and documents that write all their dates
//! one way.
//!
//! ## How to silence
//! Write the month as a word, or year first.
//! Where it is meant: `allow date/ambiguous-format`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::calendar::printed_day;
use crate::value::{Fault, Time};

pub const RULE: Rule = Rule {
    id: "date/ambiguous-format",
    severity: Severity::Note,
    summary: "day and month of a date in figures could change places",
    source: include_str!("date_ambiguous_format.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for index in 0..context.ledgers.len() {
        let times = || context.times_of(index);
        let first_with = |form: Form| {
            times().find(|(_, document, mention, time)| form_of(document.slice(mention.span), time) == Some(form))
        };
        let ambiguous = times().find(|(.., time)| matches!(time.fault, Some(Fault::Ambiguous { .. })));
        let mixed = first_with(Form::DayFirst).zip(first_with(Form::MonthFirst));
        if let Some(((_, document, day_first, _), (_, _, month_first, _))) = mixed {
            let words = |span| document.slice(span);
            let message =
                format!("“{}” is written day first, “{}” month first", words(day_first.span), words(month_first.span));
            let finding = Finding::new(&RULE, FindingVerdict::Style, message)
                .label(Label::primary(index, day_first.span, "day first"))
                .label(Label::related(index, month_first.span, "month first"))
                .labels(ambiguous.map(|(_, _, mention, _)| Label::related(index, mention.span, "could be either")));
            outcome.report(finding.help("write all dates one way, or months as words"));
        } else if let Some((_, document, mention, time)) = ambiguous
            && let (Some(Fault::Ambiguous { other }), Some(day)) = (&time.fault, time.stretch.and_then(|s| s.start))
        {
            let readings = format!("{} or {}", printed_day(day), printed_day(*other));
            let message = format!("“{}” could be {readings}", document.slice(mention.span));
            let finding = Finding::new(&RULE, FindingVerdict::Style, message);
            outcome
                .report(finding.label(Label::primary(index, mention.span, readings)).help("write the month as a word"));
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    DayFirst,
    MonthFirst,
}

/// How a date in figures is surely written: one of its first two numbers is above 12.
fn form_of(words: &str, time: &Time) -> Option<Form> {
    let mut numbers = words.split(['/', '-']);
    let (first, second) = (numbers.next()?.parse::<i8>().ok()?, numbers.next()?.parse::<i8>().ok()?);
    let day = time.stretch?.start?.day();
    match (first > 12, second > 12) {
        (true, false) if first == day => Some(Form::DayFirst),
        (false, true) if second == day => Some(Form::MonthFirst),
        _ => None,
    }
}
