//! # percent/points
//!
//! ## What it reports
//! A change between two percentages that is called percent and is percentage points: "rose 2 percent,
//! from 4 percent to 6 percent".
//!
//! ## Why
//! From 4 to 6 percent is two percentage points, and fifty percent.
//!
//! ## Example
//! > The rate rose by 2 percent, from 4 percent to 6 percent.
//!
//! ## What it leaves alone
//! Changes said in points; changes that are right in percent; figures that only stand close by.
//!
//! ## How to silence
//! Write "percentage points", or the change in percent.
//! Where it is meant: `allow percent/points`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::printed::grouped;
use crate::document::Document;
use crate::lexicon::en::change::CHANGE;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, Unit, Value};
use rust_decimal::Decimal;

pub const RULE: Rule = Rule {
    id: "percent/points",
    severity: Severity::Warning,
    summary: "percentage points are called percent",
    source: include_str!("percent_points.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        let shares: Vec<(&Mention, &Amount)> = ledger.mentions.iter().filter_map(percent).collect();
        for three in shares.windows(3) {
            let [a, b, c] = three else { continue };
            // "rose 2 percent, from 4 percent to 6 percent"; "from 4 percent to 6 percent, a rise of 2 percent"
            let ahead = between(document, b.0, c.0) == Some("to") && starts(document, b.0, "from");
            let behind = between(document, a.0, b.0) == Some("to") && starts(document, a.0, "from");
            let (change, old, new) = match (ahead, behind) {
                (true, _) if close(document, a.0, b.0) => (a, b, c),
                (_, true) if close(document, b.0, c.0) => (c, a, b),
                _ => continue,
            };
            if changes(document, change.0) {
                outcome.findings.extend(compare(index, document, *change, *old, *new));
            }
        }
    }
}

fn percent(mention: &Mention) -> Option<(&Mention, &Amount)> {
    match &mention.value {
        Value::Amount(a) if matches!(a.unit, Some(Unit::Measure(u)) if u.code == "%") => Some((mention, a)),
        _ => None,
    }
}

fn between<'a>(document: &'a Document, first: &Mention, second: &Mention) -> Option<&'a str> {
    (second.span.start >= first.span.end)
        .then(|| document.slice_lower(Span { start: first.span.end, end: second.span.start }).trim())
}

fn close(document: &Document, first: &Mention, second: &Mention) -> bool {
    let words = between(document, first, second).unwrap_or_default();
    words.len() < 24 && !words.contains(['.', ';'])
}

fn starts(document: &Document, mention: &Mention, word: &str) -> bool {
    document.token_at(mention.span.start).checked_sub(1).is_some_and(|i| document.word(i) == word)
}

/// A word of change stands right before: "rose 2 percent", "a rise of 2 percent", "up by 2 percent".
fn changes(document: &Document, mention: &Mention) -> bool {
    let at = document.token_at(mention.span.start);
    (at.saturating_sub(3)..at).any(|i| CHANGE.contains_key(document.word(i)))
}

fn compare(
    index: usize,
    document: &Document,
    (change_at, change): (&Mention, &Amount),
    (old_at, old): (&Mention, &Amount),
    (new_at, new): (&Mention, &Amount),
) -> Option<Finding> {
    let points = new.value.checked_sub(old.value)?.abs();
    let relative = points.checked_div(old.value)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let is_points = points.checked_sub(change.value)?.abs() <= change.step.checked_div(Decimal::TWO)?;
    let is_percent = relative.checked_sub(change.value)?.abs() <= Decimal::ONE;
    if !is_points || is_percent || points.is_zero() {
        return None;
    }
    let words = |m: &Mention| document.slice(m.span);
    let relative = grouped(relative.round_sf(3)?);
    let message = format!(
        "from {} to {} is {} percentage points, or {relative} percent; the text says {}",
        words(old_at),
        words(new_at),
        grouped(points),
        words(change_at)
    );
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, change_at.span, "percentage points"))
            .label(Label::related(index, old_at.span.cover(new_at.span), "from and to"))
            .help("write “percentage points”")
            .help(format!("or give the change in percent: {relative}")),
    )
}
