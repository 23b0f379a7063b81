//! Numbers with stops behind a name: the version of a program, or which of several rules.

use crate::document::Document;
use crate::lexicon::en::versions::NUMBERED;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{AmountKind, Value, Version};

/// "Rule 4100.2": behind a name a number with a stop that stands alone says which of several.
pub fn names_by_number(document: &Document, span: Span) -> bool {
    let at = document.token_at(span.start);
    let start = document.sentence_tokens(document.sentence_at(span.start)).start;
    let capital = |i: usize| i > start && document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let printed = document.slice(span);
    let numbered = printed.contains('.') && printed.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    numbered && at.checked_sub(1).is_some_and(capital)
}

/// "Since Kit 2.6", "version 0.9", "1.4.2": the version of a program that stands behind its name.
pub fn version(document: &Document, mention: &Mention) -> Option<Version> {
    /// "Rule 4100.2" is the number of a rule.
    const HIGH: u32 = 1000;
    const NUMBERED_REACH: usize = 6;
    if let Value::Version(version) = &mention.value {
        return Some(version.clone());
    }
    let Value::Amount(amount) = &mention.value else { return None };
    if amount.unit.is_some() || !matches!(amount.kind, AmountKind::Label | AmountKind::Number) {
        return None;
    }
    let printed = document.slice(mention.span);
    let numbers: Option<Vec<u32>> = printed.split('.').map(|part| part.parse().ok()).collect();
    let numbers = numbers.filter(|n| n.len() > 1 && n.first().is_some_and(|first| *first < HIGH))?;
    let before = document.token_at(mention.span.start).checked_sub(1)?;
    let start = document.sentence_tokens(document.sentence_at(mention.span.start)).start;
    let named = before > start && document.token(before).is_some_and(|t| t.is_word() && t.capital);
    let says = matches!(document.word(before), "version" | "versions" | "release");
    // "Chapter 7, Sheet 7.3" points into a text.
    let points = |i: usize| NUMBERED.contains(document.word(i));
    if (before.saturating_sub(NUMBERED_REACH).max(start)..=before).any(points) {
        return None;
    }
    (named || says).then_some(Version { numbers, suffixed: false })
}
