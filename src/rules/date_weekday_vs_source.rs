//! # date/weekday-vs-source
//!
//! ## What it reports
//! A weekday for an event that another place dates with a day that was no such
//! weekday: "released Thursday" against "issued on July 30, 2025", a Wednesday.
//!
//! ## Why
//! News gives the weekday, everything written later the date. Where the two do not fit, one
//! of them is wrong, and nobody sees it without a calendar.
//!
//! ## Example
//! > a.txt: The verdict was announced in The Hague on Friday.
//! > b.txt: The verdict, announced in The Hague on 12 May 2014, surprised many.
//!
//! 12 May 2014 was a Monday.
//!
//! ## What it leaves alone
//! Weekdays of other events. A weekday that fits is no proof (one day in seven does): it is
//! shown as a weak agreement.
//!
//! ## How to silence
//! Correct the weekday or the date. Where it is meant: `allow date/weekday-vs-source`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{ClaimRef, Dated, Day, Link, dated};
use crate::compare::calendar::weekday_name;
use crate::text::Span;
use jiff::civil::Weekday;

pub const RULE: Rule = Rule {
    id: "date/weekday-vs-source",
    severity: Severity::Error,
    summary: "a weekday that does not fit the day another place gives",
    source: include_str!("date_weekday_vs_source.rs"),
    yields_to: &[],
    check,
};

/// What a pair must weigh before a weekday is called wrong.
const SURE: f64 = 3.2;
/// In one document: its days follow each other, so its weekdays are more often another day's.
const SURE_INSIDE: f64 = 3.7;

fn check(context: &Context, outcome: &mut Outcome) {
    let mut said: Vec<ClaimRef> = Vec::new();
    for link in &context.alignment.links {
        let Some(Pair { at, weekday, span, other, day, actual, day_span }) = pair(context, link) else { continue };
        if !context.comparable(link.a.document, link.b.document) || said.contains(&at) {
            continue;
        }
        let (printed, name) = (day.printed(), weekday_name(weekday));
        let places =
            [Label::primary(at.document, span, name), Label::related(other.document, day_span, printed.clone())];
        if actual == weekday {
            said.push(at);
            let message = format!("{printed} was a {name}: consistent, though one day in seven is");
            outcome.agree("date", message, places.into());
        } else if link.evidence.weight() >= if at.document == other.document { SURE_INSIDE } else { SURE } {
            said.push(at);
            let actual = weekday_name(actual);
            outcome.report(
                Finding::new(
                    &RULE,
                    FindingVerdict::Conflict,
                    format!("the same event is put on a {name} and on {printed}, a {actual}"),
                )
                .labels(places)
                .evidence(link.evidence.addends.clone())
                .help_here(format!("if {printed} is right, the weekday is {actual}"))
                .help_there(format!("if {name} is right, the date is wrong")),
            );
        }
    }
}

/// A weekday and the day it is held against.
struct Pair {
    at: ClaimRef,
    weekday: Weekday,
    span: Span,
    other: ClaimRef,
    day: Day,
    /// The weekday that it was.
    actual: Weekday,
    day_span: Span,
}

fn pair(context: &Context, link: &Link) -> Option<Pair> {
    let ((ledger_a, a), (ledger_b, b)) = (context.claim(link.a)?, context.claim(link.b)?);
    match (dated(ledger_a, a)?, dated(ledger_b, b)?) {
        (Dated::Weekday(weekday), Dated::Day(day)) => Some(Pair {
            at: link.a,
            weekday,
            span: a.span,
            other: link.b,
            day,
            actual: day.weekday()?,
            day_span: b.span,
        }),
        (Dated::Day(day), Dated::Weekday(weekday)) => Some(Pair {
            at: link.b,
            weekday,
            span: b.span,
            other: link.a,
            day,
            actual: day.weekday()?,
            day_span: a.span,
        }),
        _ => None,
    }
}

/// The weekdays that another place's date settles.
pub fn settled(context: &Context) -> Vec<(usize, Span)> {
    context.alignment.links.iter().filter_map(|link| pair(context, link)).map(|p| (p.at.document, p.span)).collect()
}
