//! # stale/as-of
//!
//! ## What it reports
//! "As of December 2025" and the like, when that day lies further back than the
//! limit from the reference date (90 days unless configured).
//!
//! ## Why
//! The writer said that the statement holds for a moment; the moment has passed.
//!
//! ## Example
//! > As of December 2025, no successor has been named.
//!
//! Checked with the reference date 2026-06-01, this is 152 days old.
//!
//! ## What it leaves alone
//! Runs without a reference date; statements about the past ("as of 1 March 1998,
//! the firm was ...").
//!
//! ## How to silence
//! Renew the statement and its date, or put it into the past tense.
//! Where it is meant: `allow stale/as-of`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::calendar::days_between;
use crate::document::Document;
use crate::mention::Mention;
use crate::text::Span;

pub const RULE: Rule = Rule {
    id: "stale/as-of",
    severity: Severity::Note,
    summary: "a statement bound to a day that is long past",
    source: include_str!("stale_as_of.rs"),
    yields_to: &[],
    check,
};

/// The limit in days where none is configured.
const LIMIT: i32 = 90;

fn check(context: &Context, outcome: &mut Outcome) {
    let Some(today) = context.settings.reference_date else { return };
    let limit = i64::from(context.settings.stale_after_days.unwrap_or(LIMIT));
    for (index, document, mention, time) in context.times() {
        let Some(end) = time.stretch.and_then(|s| s.end).filter(|_| time.absolute) else { continue };
        let Some(cue) = as_of(document, mention) else { continue };
        // The last day of the stretch is the one before its end.
        let age = days_between(end, today).saturating_add(1);
        if age <= limit || in_the_past(document, mention) {
            continue;
        }
        let span = cue.cover(mention.span);
        let message = format!("“{}” is {age} days before the reference date {today}", document.slice(span));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Style, message)
                .label(Label::primary(index, span, format!("{age} days old")))
                .help("check whether it still holds, and renew the date"),
        );
    }
}

/// The "as of" before the time.
fn as_of(document: &Document, mention: &Mention) -> Option<Span> {
    let at = document.token_at(mention.span.start);
    let (first, second) = (at.checked_sub(2)?, at.checked_sub(1)?);
    let cue = document.word(first) == "as" && matches!(document.word(second), "of" | "at");
    cue.then(|| document.token(first).map(|t| t.span))?
}

/// Does the sentence speak of what was, and of nothing that is?
fn in_the_past(document: &Document, mention: &Mention) -> bool {
    let words = || document.sentence_tokens(document.sentence_at(mention.span.start)).map(|i| document.word(i));
    words().any(|w| matches!(w, "was" | "were" | "had")) && !words().any(|w| matches!(w, "is" | "are" | "has" | "have"))
}
