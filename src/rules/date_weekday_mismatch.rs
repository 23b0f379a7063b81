//! # date/weekday-mismatch
//!
//! ## What it reports
//! A weekday printed with a date that fell on another day: "Thursday, 27 June 2017".
//!
//! ## Why
//! One of the two is wrong, and readers plan by either. Which one is wrong the text
//! cannot tell, so both ways out are shown.
//!
//! ## Example
//! > The hearing is on Thursday, 27 June 2017.
//!
//! 27 June 2017 was a Tuesday.
//!
//! ## What it leaves alone
//! Dates without a year, unless the document gives its own date and the day lies
//! within two months of it; weekdays that belong to another date.
//!
//! ## How to silence
//! Correct the weekday or the date.
//! Where it is meant: `allow date/weekday-mismatch`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::calendar::{nearby, printed_day, weekday_name};
use crate::value::Fault;

pub const RULE: Rule = Rule {
    id: "date/weekday-mismatch",
    severity: Severity::Error,
    summary: "the weekday and the date printed with it do not fit",
    source: include_str!("date_weekday_mismatch.rs"),
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, document, mention, time) in context.times() {
        let (Some(Fault::Weekday { printed, actual }), Some(day)) = (&time.fault, time.stretch.and_then(|s| s.start))
        else {
            continue;
        };
        let words = document.slice(mention.span);
        let date = printed_day(day);
        let message = format!("“{words}”: {date} is a {}, not a {}", weekday_name(*actual), weekday_name(*printed));
        let mut finding = Finding::new(&RULE, FindingVerdict::Malformed, message)
            .label(Label::primary(index, mention.span, format!("{date} is a {}", weekday_name(*actual))))
            .help(format!("if the date is right, write “{}”", weekday_name(*actual)));
        if let Some((before, after)) = nearby(day, *printed) {
            let name = weekday_name(*printed);
            finding = finding.help(format!(
                "if the {name} is right, the nearest are {} and {}",
                printed_day(before),
                printed_day(after)
            ));
        }
        outcome.report(finding);
    }
}
