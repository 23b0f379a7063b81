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

use super::{Context, Finding, FindingVerdict, Label, Outcome, Puts, Rule, Severity};
use crate::compare::calendar::{nearby, printed_day, weekday_name};
use crate::document::Document;
use crate::text::Span;
use crate::value::Fault;
use jiff::civil::Date;

pub const RULE: Rule = Rule {
    id: "date/weekday-mismatch",
    severity: Severity::Error,
    summary: "the weekday and the date printed with it do not fit",
    source: include_str!("date_weekday_mismatch.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, document, mention, time) in context.times() {
        let Some(Fault::Weekday { printed, day }) = time.fault else { continue };
        if !time.absolute && names_another_year(document, mention.span, day) {
            continue;
        }
        let words = document.slice(mention.span);
        let date = printed_day(day);
        let (right, wrong) = (weekday_name(day.weekday()), weekday_name(printed));
        let message = format!("“{words}”: {date} is a {right}, not a {wrong}");
        let mut finding = Finding::new(&RULE, FindingVerdict::Malformed, message)
            .label(Label::primary(index, mention.span, format!("{date} is a {right}")))
            .help(format!("if the date is right, write “{right}”"));
        if words.matches(wrong).count() == 1 {
            finding = finding.putting(None, Puts::Words(words.replace(wrong, right)));
        }
        if let Some((before, after)) = nearby(day, printed) {
            let days = format!("{} and {}", printed_day(before), printed_day(after));
            finding = finding.help(format!("if the {wrong} is right, the nearest are {days}"));
        }
        outcome.report(finding);
    }
}

/// "2015's change was on Friday, April 24": the day may be of the year that the sentence names.
fn names_another_year(document: &Document, span: Span, day: Date) -> bool {
    let year = |i: usize| {
        let token = document.token(i).filter(|t| t.is_number() && t.span.len() == 4 && !span.contains(t.span))?;
        document.slice(token.span).parse::<i16>().ok().filter(|year| (1900..2100).contains(year))
    };
    document.sentence_tokens(document.sentence_at(span.start)).filter_map(year).any(|year| year != day.year())
}
