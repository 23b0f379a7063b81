//! # date/unsupported
//!
//! ## What it reports
//! A year, day, weekday, hour or duration of a draft that stands in none of its sources
//! (`--against`).
//!
//! ## Why
//! Dates are the figures most easily mistyped, and the ones that readers act on.
//!
//! ## Example
//! > Draft: The train leaves at 2:34 pm on 27 June. Source: The train leaves at 1:34 pm on 26 June.
//!
//! No source has 2:34, and none has 27 June.
//!
//! ## What it leaves alone
//! Kinds of time of which the sources say nothing at all; the same length in another unit ("two
//! weeks" for 14 days); the weekday of a date that a source gives; "last year", "recently".
//!
//! ## How to silence
//! Correct the date, or add the source that carries it.
//! Where it is meant: `allow date/unsupported`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::{Addend, Heads, Rarity, Spot, Support};
use crate::compare::dated::{Dated, Part};
use crate::document::{Role, month_name};
use crate::value::Value;

pub const RULE: Rule = Rule {
    id: "date/unsupported",
    severity: Severity::Warning,
    summary: "a date, hour or duration of the draft stands in no source",
    source: include_str!("date_unsupported.rs"),
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let mut dated = Dated::default();
    for ledger in context.ledgers.iter().filter(|l| l.document.role == Role::Source) {
        dated.add(&ledger.document, &ledger.mentions);
    }
    let rarity = Rarity::new(context.ledgers);
    let support = Support::new(context.ledgers, &rarity);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        let heads = Heads::of(ledger);
        for (at, mention) in ledger.mentions.iter().enumerate() {
            let Value::Time(time) = &mention.value else { continue };
            let words = ledger.document.slice(mention.span);
            let draft = Label::primary(index, mention.span, "in no source");
            if let Some(part) = dated.missing(&ledger.document, mention.span, time) {
                let message = format!("No source carries “{words}”: {}", why(part));
                outcome.report(
                    Finding::new(&RULE, FindingVerdict::Unsupported, message)
                        .label(draft)
                        .help("Correct the date, or add the source that carries it"),
                );
            } else if let Some((place, evidence)) = support.rival(ledger, &heads, at)
                && !outcome.speaks_of(index, mention.span)
            {
                outcome.report(out_of_place(words, draft, place, evidence));
            }
        }
    }
}

fn out_of_place(words: &str, draft: Label, place: &Spot, evidence: Vec<Addend>) -> Finding {
    let theirs = place.words();
    let message = format!("For “{words}” the source has “{theirs}”, and “{words}” for something else");
    Finding::new(&RULE, FindingVerdict::Unsupported, message)
        .label(Label { note: format!("the source has “{theirs}” here"), ..draft })
        .label(Label::related(place.document, place.span, "the source's date"))
        .evidence(evidence)
        .help("Correct the date, or say what else happened then")
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
        Part::Hours(_) => "they name other lengths of time".to_owned(),
    }
}
