//! # date/conflict
//!
//! ## What it reports
//! Two different days for the same event: "struck on Friday, September 9" and "struck
//! on September 8, 2023".
//!
//! ## Why
//! An event has one day. One of the places is wrong, and whoever quotes it spreads it.
//!
//! ## Example
//! > a.txt: The treaty was signed in Bern on 12 May 2014.
//! > b.txt: The treaty, signed in Bern on 21 May 2014, ends the dispute.
//!
//! ## What it leaves alone
//! Dates of different events, also of the same kind (aftershocks, editions, second
//! meetings); days that lie far apart and differ in more than one part; months and
//! years; dates in one sentence; a finer form of the same date.
//!
//! ## How to silence
//! Correct one of the dates, or say what sets the events apart. Where it is meant:
//! `allow date/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{Dated, Link, dated};
use crate::compare::calendar::printed_day;

pub const RULE: Rule = Rule {
    id: "date/conflict",
    severity: Severity::Error,
    summary: "two different days for the same event",
    source: include_str!("date_conflict.rs"),
    check,
};

/// What a pair must weigh before two days are called a conflict.
const SURE: f64 = 3.5;

fn check(context: &Context, outcome: &mut Outcome) {
    let mut said: Vec<crate::align::ClaimRef> = Vec::new();
    for link in context.alignment.links.iter().filter(|l| context.comparable(l.a.document, l.b.document)) {
        let Some([(first, label_a), (second, label_b)]) = days(context, link) else { continue };
        if first == second {
            if link.a.document != link.b.document {
                let event = context.claim(link.a).map_or("", |(_, c)| c.subject.head.as_str());
                let message = format!("both places give {} (“{event}”)", printed_day(first));
                outcome.agree("date", message, vec![label_a, label_b]);
            }
            continue;
        }
        // One finding for each date that stands out, however many others it disagrees with.
        if link.evidence.weight() < SURE || said.contains(&link.a) || said.contains(&link.b) {
            continue;
        }
        said.extend([link.a, link.b]);
        let message = format!("the same event is dated {} and {}", printed_day(first), printed_day(second));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(label_a)
                .label(Label { role: super::LabelRole::Related, ..label_b })
                .evidence(link.evidence.addends.clone())
                .help(format!("if {} is right, correct the other place", printed_day(first)))
                .help(format!("if {} is right, correct this place", printed_day(second))),
        );
    }
}

/// The days of the two ends of a link, with their places.
fn days(context: &Context, link: &Link) -> Option<[(jiff::civil::Date, Label); 2]> {
    let end = |at: crate::align::ClaimRef| {
        let (ledger, claim) = context.claim(at)?;
        let Dated::Day(day) = dated(ledger, claim)? else { return None };
        Some((day, Label::primary(at.document, claim.span, printed_day(day))))
    };
    Some([end(link.a)?, end(link.b)?])
}
