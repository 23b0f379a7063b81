//! # date/unanchored
//!
//! ## What it reports
//! Times counted from the day of the document ("Thursday", "yesterday", "last
//! week") in a document that does not say which day that is. One note a document.
//!
//! ## Why
//! Copied, archived or forwarded, the text no longer says when anything happened,
//! and none of these times could be checked.
//!
//! ## Example
//! > The statement was released Thursday.
//!
//! ## What it leaves alone
//! Documents with a date in their metadata, file name, dateline or a line of its own, runs with
//! a reference date, habits ("on Fridays"), and weekdays that another document's
//! date settles.
//!
//! ## How to silence
//! Give the date, add a dateline, or check with `--reference-date`.
//! Where it is meant: `allow date/unanchored`.

use super::date_weekday_vs_source::settled;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "date/unanchored",
    severity: Severity::Note,
    summary: "a time counted from a day that the document does not give",
    source: include_str!("date_unanchored.rs"),
    yields_to: &[],
    check,
};

/// How many of a document's times one note shows.
const SHOWN: usize = 5;

fn check(context: &Context, outcome: &mut Outcome) {
    let settled = settled(context);
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let unanchored = context
            .times_of(index)
            .filter(|(_, _, mention, time)| time.unanchored && !settled.contains(&(index, mention.span)));
        let mut places = unanchored.map(|(_, _, mention, _)| mention.span);
        let Some(first) = places.next() else { continue };
        let words = ledger.document.slice(first);
        let rest: Vec<Label> = places.take(SHOWN - 1).map(|span| Label::related(index, span, "so is this")).collect();
        outcome.report(
            Finding::new(
                &RULE,
                FindingVerdict::Style,
                format!("“{words}” is counted from a day that this document does not give"),
            )
            .label(Label::primary(index, first, "which day is this?"))
            .labels(rest)
            .help("give the date, or add a dateline"),
        );
    }
}
