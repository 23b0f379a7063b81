//! A post that its head, its file's name and its dateline date differently, by one part of the date.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule};
use crate::compare::slips::is_misprint;
use crate::document::{Dates, Document, Role};
use jiff::civil::Date;

/// A day more or less is the hour of another zone.
const ZONE: i32 = 1;

pub fn dated_twice(rule: &'static Rule, context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        if document.role == Role::Source {
            continue;
        }
        let Dates { head, text, name } = document.meta.dates;
        let (by_head, by_text, by_name) = (("its head", head), ("its text", text), ("its file’s name", name));
        let pairs = [(by_head, by_name), (by_head, by_text), (by_text, by_name)];
        let apart = pairs.into_iter().find_map(|((one, a), (other, b))| {
            let (a, b) = a.zip(b)?;
            differ(a, b).then_some((one, a, other, b))
        });
        let (Some((one, a, other, b)), Some(span)) = (apart, place(document)) else { continue };
        outcome.report(
            Finding::new(rule, FindingVerdict::Conflict, format!("{one} dates this {a}, {other} {b}"))
                .at(super::Severity::Warning)
                .label(Label::primary(index, span, format!("dated {a} and {b}")))
                .help("correct the date that is wrong"),
        );
    }
}

/// Where it is shown: the head itself is not read, so it is the first sentence, which a dateline is.
fn place(document: &Document) -> Option<crate::text::Span> {
    document.sentences.first().map(|sentence| sentence.span)
}

/// Two days that are alike but for the day, the month or the year: others are two days of one post, written and posted.
fn differ(a: Date, b: Date) -> bool {
    let parts = [a.year() != b.year(), a.month() != b.month(), a.day() != b.day()];
    let far = (a.duration_until(b).as_hours() / 24).abs() > i64::from(ZONE);
    let of_day = parts == [false, false, true];
    let slip = || is_misprint(&digits(a), &digits(b));
    far && parts.iter().filter(|part| **part).count() == 1 && (!of_day || slip())
}

fn digits(day: Date) -> Vec<u8> {
    format!("{:02}", day.day()).into_bytes()
}
