//! # date/unsupported
//!
//! ## What it reports
//! A year, quarter, day, weekday, hour or duration of a draft that stands in none of its
//! sources (`--against`); also how long ago or how much later something was.
//!
//! ## Why
//! Dates are the figures most easily mistyped, and the ones that readers act on.
//!
//! ## Example
//! > Draft: The museum is closed on 27 June. Source: The ferry Marsk calls at the pier since 3 May.
//!
//! No source has 27 June. The date that stands nearest in the sources is shown.
//!
//! ## What it leaves alone
//! Kinds of time of which the sources say nothing at all (but not a length counted by a
//! number that no source has); what a writer may reckon from two dates, two hours or a range, and
//! "nearly four hours" for 3 hours 45 minutes, "for three years" for "since 2022", "two hours a
//! week" for "30 minutes, four times"; "shortly after noon" for 12:10; the same length in another unit ("two
//! weeks" for 14 days); the weekday of a date that a source gives; "last year", "recently"; a day in whose place
//! the source clearly has another one: that is `date/conflict`.
//!
//! ## How to silence
//! Correct the date, or add the source that carries it.
//! Where it is meant: `allow date/unsupported`.

use super::nearest::Beside;
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::compare::dated::{Dated, Part};
use crate::document::{Role, month_name};

pub const RULE: Rule = Rule {
    id: "date/unsupported",
    severity: Severity::Warning,
    summary: "a date, hour or duration of the draft stands in no source",
    source: include_str!("date_unsupported.rs"),
    yields_to: &["date/conflict"],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let beside = Beside::default();
    let mut dated = Dated::default();
    for ledger in context.ledgers.iter().filter(|l| l.document.role == Role::Source) {
        dated.add(&ledger.document, &ledger.mentions);
    }
    for (index, document, mention, time) in context.times().filter(|(_, d, ..)| d.role == Role::Draft) {
        // When the draft itself was written is its own business.
        if document.is_own(mention.span) {
            continue;
        }
        let Some(part) = dated.missing(document, mention.span, time) else { continue };
        let words = document.slice(mention.span);
        let message = format!("No source carries “{words}”: {}", why(part));
        let finding = Finding::new(&RULE, FindingVerdict::Unsupported, message)
            .label(Label::primary(index, mention.span, "in no source"))
            .help("Correct the date, or add the source that carries it");
        outcome.report(beside.show(context, finding, index, mention.span));
    }
}

fn why(part: Part) -> String {
    match part {
        Part::Year(year) => format!("none names the year {year}"),
        Part::Day(month, day) => format!("none names {day} {}", month_name(month)),
        Part::Month(month) => format!("none names {}", month_name(month)),
        Part::Quarter(quarter) => format!("they name other quarters than {quarter}"),
        Part::QuarterOf(year, quarter) => format!("none names quarter {quarter} of {year}"),
        Part::Weekday(_) => "they name other weekdays".to_owned(),
        Part::Clock(_) => "they name other hours".to_owned(),
        Part::Length(_) => "they name other lengths of time".to_owned(),
    }
}
