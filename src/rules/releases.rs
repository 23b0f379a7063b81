//! The headings of a changelog: a version, its day, or both.

use super::Context;
use crate::claim::{Ledger, is_past_path};
use crate::document::BlockKind;
use crate::text::Span;
use crate::value::{Precision, TimeKind, Value};
use jiff::civil::Date;

/// The fewest headings of a row, and the fewest where the file's name does not say that it is a changelog.
const LEAST: usize = 3;
const UNNAMED: usize = 4;

#[derive(Debug)]
pub struct Release {
    pub numbers: Vec<u32>,
    pub day: Date,
    /// The day's words.
    pub span: Span,
    /// The heading.
    pub whole: Span,
}

/// Two headings whose days run against their order: the one that is wrong first.
#[derive(Debug)]
pub struct Inversion {
    pub document: usize,
    pub wrong: Release,
    pub other: Release,
}

pub fn inversions(context: &Context) -> Vec<Inversion> {
    let mut found = Vec::new();
    for (document, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let mut releases = releases(ledger);
        let least = if is_past_path(&ledger.document.path) { LEAST } else { UNNAMED };
        if releases.len() < least || !is_falling(&releases) {
            continue;
        }
        let inverted: Vec<(usize, usize)> = (0..releases.len())
            .flat_map(|later| (later + 1..releases.len()).map(move |earlier| (later, earlier)))
            .filter(|(later, earlier)| {
                releases.get(*later).zip(releases.get(*earlier)).is_some_and(|(a, b)| is_inverted(a, b))
            })
            .collect();
        // The heading that stands against the most others is the wrong one; two that stand against each other alone
        // are told by the year that the first one's neighbour above has.
        let against = |at: usize| inverted.iter().filter(|(a, b)| *a == at || *b == at).count();
        let Some(wrong) = (0..releases.len()).max_by_key(|at| (against(*at), std::cmp::Reverse(*at))) else { continue };
        let explains = inverted.iter().all(|(a, b)| *a == wrong || *b == wrong);
        if inverted.is_empty() || !explains {
            continue;
        }
        let Some((a, b)) = inverted.first().copied() else { continue };
        let other = if a == wrong { b } else { a };
        let (high, low) = (wrong.max(other), wrong.min(other));
        let (second, first) = (releases.remove(high), releases.remove(low));
        let (wrong, other) = if low == wrong { (first, second) } else { (second, first) };
        found.push(Inversion { document, wrong, other });
    }
    found
}

/// Headings of one level that have a day.
pub fn releases(ledger: &Ledger) -> Vec<Release> {
    let document = &ledger.document;
    let mut found: Vec<(u8, Release)> = Vec::new();
    for block in document.blocks.iter().filter(|b| b.kind == BlockKind::Heading && b.level > 1) {
        // Whoever is named with an address made one change, and changes of several people come in any order.
        let Some((day, span)) =
            only_day(ledger, block.span).filter(|_| !document.source_text(document.place(block.span)).contains('@'))
        else {
            continue;
        };
        let tokens = document.token_at(block.span.start)..document.token_at(block.span.end);
        let outside = |i: &usize| document.token(*i).is_some_and(|t| !t.span.overlaps(span));
        let numbers =
            tokens.filter(outside).find_map(|i| numbers(document.word(i), document.word(i + 1), document.word(i + 2)));
        found.push((block.level, Release { numbers: numbers.unwrap_or_default(), day, span, whole: block.span }));
    }
    let level = found.first().map_or(0, |(level, _)| *level);
    found.retain(|(other, _)| *other == level);
    found.into_iter().map(|(_, release)| release).collect()
}

/// The one day that stands in a span, and its words.
pub fn only_day(ledger: &Ledger, span: Span) -> Option<(Date, Span)> {
    let mut days = ledger.mentions_in(span).filter_map(|m| match &m.value {
        Value::Time(time) if time.kind == TimeKind::Date && time.absolute => {
            let stretch = time.stretch.filter(|s| s.precision == Precision::Day)?;
            Some((stretch.start?, m.span))
        }
        _ => None,
    });
    days.next().filter(|_| days.next().is_none())
}

/// "1.10", or "v1", ".", "10".
pub fn numbers(word: &str, next: &str, after: &str) -> Option<Vec<u32>> {
    let joined = match word.strip_prefix('v') {
        Some(rest) if next == "." => format!("{rest}.{after}"),
        _ => word.to_owned(),
    };
    let parts: Option<Vec<u32>> = joined.split('.').map(|p| p.parse().ok()).collect();
    parts.filter(|p| (2..=4).contains(&p.len()))
}

/// Newest first, and all with versions or none.
fn is_falling(releases: &[Release]) -> bool {
    let with = releases.iter().filter(|r| !r.numbers.is_empty()).count();
    let falls = |pair: &[Release]| matches!(pair, [a, b] if a.numbers > b.numbers);
    let days_fall = releases.windows(2).filter(|pair| matches!(pair, [a, b] if a.day >= b.day)).count();
    match with {
        0 => days_fall + 1 >= releases.len().saturating_sub(1) && releases.len() >= LEAST,
        all => all == releases.len() && releases.windows(2).all(falls),
    }
}

/// Does the upper heading have the earlier day? A repair of an older series may well be younger.
fn is_inverted(upper: &Release, lower: &Release) -> bool {
    let series = |r: &Release| r.numbers.iter().take(2).copied().collect::<Vec<_>>();
    let repair = lower.numbers.get(2).is_some_and(|patch| *patch > 0) && series(upper) != series(lower);
    upper.day < lower.day && !repair
}
