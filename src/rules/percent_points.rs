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
use crate::document::{Document, Role};
use crate::lexicon::en::change::CHANGE;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, Unit, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

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
    told_elsewhere(context, outcome);
}

/// "Rose by 4.5 percent to 31.5 percent", where another text tells from which share: of a draft its sources, of a peer another.
fn told_elsewhere(context: &Context, outcome: &mut Outcome) {
    let mut sentences: BTreeMap<(usize, usize), Vec<(&Mention, &Amount)>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role != Role::Draft) {
        for share in ledger.mentions.iter().filter_map(percent) {
            let sentence = ledger.document.sentence_at(share.0.span.start);
            sentences.entry((index, sentence)).or_default().push(share);
        }
    }
    sentences.retain(|_, shares| shares.len() > 1);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role != Role::Source) {
        let document = &ledger.document;
        let shares: Vec<(&Mention, &Amount)> = ledger.mentions.iter().filter_map(percent).collect();
        for two in shares.windows(2) {
            let [change, new] = two else { continue };
            if !matches!(between(document, change.0, new.0), Some("to" | ", to")) || !changes(document, change.0) {
                continue;
            }
            let others =
                sentences.iter().filter(|((other, _), _)| *other != index && context.comparable(index, *other));
            let found = others.into_iter().find_map(|((source, _), shares)| {
                let then = shares.iter().find(|(_, amount)| amount.value == new.1.value)?;
                let old = shares.iter().find(|old| is_points(change.1, old.1, then.1).is_some())?;
                Some((*source, *old, *then))
            });
            let Some((source, old, then)) = found else { continue };
            let told = context.document(source).zip(is_points(change.1, old.1, then.1));
            outcome.findings.extend(told.map(|(of, (points, relative))| {
                let (from, to) = (of.slice(old.0.span), of.slice(then.0.span));
                let said = document.slice(change.0.span);
                report(said, [from, to], points, relative)
                    .label(Label::primary(index, change.0.span, "percentage points"))
                    .label(Label::related(source, old.0.span, "from"))
                    .label(Label::related(source, then.0.span, "to"))
            }));
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
    let (points, relative) = is_points(change, old, new)?;
    let words = |m: &Mention| document.slice(m.span);
    Some(
        report(words(change_at), [words(old_at), words(new_at)], points, relative)
            .label(Label::primary(index, change_at.span, "percentage points"))
            .label(Label::related(index, old_at.span.cover(new_at.span), "from and to")),
    )
}

/// The points between two shares and the change in percent, where what is said is the points.
fn is_points(change: &Amount, old: &Amount, new: &Amount) -> Option<(Decimal, Decimal)> {
    let points = new.value.checked_sub(old.value)?.abs();
    let relative = points.checked_div(old.value)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let is_points = points.checked_sub(change.value)?.abs() <= change.step.checked_div(Decimal::TWO)?;
    let is_percent = relative.checked_sub(change.value)?.abs() <= change.step.min(Decimal::ONE);
    (is_points && !is_percent && !points.is_zero()).then_some((points, relative))
}

fn report(said: &str, [from, to]: [&str; 2], points: Decimal, relative: Decimal) -> Finding {
    let relative = grouped(relative.round_sf(3).unwrap_or(relative));
    let points = grouped(points);
    let message =
        format!("from {from} to {to} is {points} percentage points, or {relative} percent; the text says {said}");
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .help("write “percentage points”")
        .help(format!("or give the change in percent: {relative}"))
}
