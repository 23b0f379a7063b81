//! A pair of facts, or one that has no partner, as the change that is told of it.

use super::facts::{self, Fact, FactKind, membership, verdict};
use super::topic::topic;
use super::{Change, Exactness, Nature};
use crate::claim::Ledger;
use crate::compare::Verdict;
use crate::compare::calendar::days_between;
use crate::lexicon::en::hedges::{AFTER, BEFORE};
use crate::mention::quote::words as quoted_words;
use crate::text::Span;
use crate::value::{Bounds, Quote, Time, Value};
use std::collections::BTreeSet;
use std::ops::Range;

pub fn one_sided(ledger: &Ledger, fact: &Fact, nature: Nature) -> Change {
    let (old, new) = if nature == Nature::Added { (None, Some(fact.span)) } else { (Some(fact.span), None) };
    let mut change = Change {
        nature,
        kind: fact.kind,
        about: topic(ledger, fact),
        old,
        new,
        before: Vec::new(),
        after: Vec::new(),
        exactness: None,
    };
    let words = match fact.roster.and_then(|r| ledger.rosters.get(r)) {
        Some(roster) => roster.members.iter().map(|m| m.span).collect(),
        None => vec![fact.value],
    };
    if nature == Nature::Added {
        change.after = words;
    } else {
        change.before = words;
    }
    change
}

/// The change from one value to another; none where only the form differs.
pub fn altered_fact(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> Option<Change> {
    let (before, after) = match (old.1.of(old.0), new.1.of(new.0)) {
        (Some(Value::List(_)), Some(Value::List(_))) => members(old, new)?,
        (Some(Value::Quote(a)), Some(Value::Quote(b))) => words((old.0, a), (new.0, b)),
        (Some(Value::Amount(a)), Some(Value::Amount(b))) if a.hedge != b.hedge => {
            (vec![with_bound(old)], vec![with_bound(new)])
        }
        _ => (vec![old.1.value], vec![new.1.value]),
    };
    // "Today" under another dateline is told with that.
    let written = |(ledger, spans): (&Ledger, &[Span])| -> Vec<String> {
        spans.iter().map(|span| ledger.document.slice_lower(*span).to_owned()).collect()
    };
    if new.1.kind != FactKind::List && written((old.0, &before)) == written((new.0, &after)) {
        return None;
    }
    if before.is_empty() && after.is_empty() {
        return None;
    }
    Some(Change {
        nature: Nature::Altered,
        kind: new.1.kind,
        about: topic(new.0, new.1),
        old: Some(old.1.span),
        new: Some(new.1.span),
        before,
        after,
        exactness: exactness(old, new),
    })
}

/// An amount with the words that bound it: "about 20", "20 or more".
fn with_bound((ledger, fact): (&Ledger, &Fact)) -> Span {
    const LONGEST: usize = 4;
    let document = &ledger.document;
    let (first, behind) = (document.token_at(fact.value.start), document.token_at(fact.value.end));
    let phrase = |tokens: Range<usize>| tokens.map(|i| document.word(i)).collect::<Vec<_>>().join(" ");
    let before = (1..=LONGEST.min(first)).rev().find(|n| BEFORE.contains_key(phrase(first - n..first).as_str()));
    let after = (1..=LONGEST).rev().find(|n| AFTER.contains_key(phrase(behind..behind + n).as_str()));
    let start = before.and_then(|n| document.token(first - n)).map_or(fact.value, |t| t.span.cover(fact.value));
    after.and_then(|n| document.token(behind + n - 1)).map_or(start, |t| start.cover(t.span))
}

/// The members that only one side names; a narrower one on the one side is told with the wider one on the other.
fn members(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> Option<(Vec<Span>, Vec<Span>)> {
    let both = membership(old, new)?;
    let spans = |(ledger, fact): (&Ledger, &Fact), indices: BTreeSet<usize>| -> Vec<Span> {
        let roster = fact.roster.and_then(|r| ledger.rosters.get(r));
        indices.into_iter().filter_map(|i| roster?.members.get(i)).map(|m| m.span).collect()
    };
    let only_old = both.only_a.iter().copied().chain(both.akin.iter().map(|(a, _)| *a)).collect();
    let only_new = both.only_b.iter().copied().chain(both.akin.iter().map(|(_, b)| *b)).collect();
    Some((spans(old, only_old), spans(new, only_new)))
}

/// The words of a quotation that differ.
fn words(old: (&Ledger, &Quote), new: (&Ledger, &Quote)) -> (Vec<Span>, Vec<Span>) {
    let differences = facts::wording(old, new).changes;
    let spans = |(ledger, quote): (&Ledger, &Quote), ranges: Vec<Range<usize>>| -> Vec<Span> {
        let words = quoted_words(&ledger.document, &quote.parts);
        let span = |range: Range<usize>| {
            let inside = words.get(range)?;
            Some(inside.first()?.span.cover(inside.last()?.span))
        };
        ranges.into_iter().filter_map(span).collect()
    };
    let (a, b) = differences.into_iter().map(|change| (change.a, change.b)).unzip();
    (spans(old, a), spans(new, b))
}

/// Is the new value a finer or a looser form of the old one?
fn exactness(old: (&Ledger, &Fact), new: (&Ledger, &Fact)) -> Option<Exactness> {
    if !matches!(verdict(old, new), Verdict::Refines | Verdict::Compatible) {
        return None;
    }
    let finer = match (old.1.of(old.0)?, new.1.of(new.0)?) {
        (Value::Amount(a), Value::Amount(b)) => {
            // "180" → "nearly 200", "2–3" → "3–4": another figure, however wide both are.
            if a.value != b.value && (verdict(old, new) != Verdict::Refines || a.hedge.is_some() || b.hedge.is_some()) {
                return None;
            }
            let width = |bounds: &Bounds| bounds.low.zip(bounds.high).map(|(low, high)| high.saturating_sub(low));
            match (width(&a.bounds), width(&b.bounds)) {
                (Some(x), Some(y)) => y < x,
                // "up to 75", "up to 85": another bound, not a finer one.
                (None, None) => return None,
                (x, _) => x.is_none(),
            }
        }
        (Value::Time(a), Value::Time(b)) => {
            if is_range(old) || is_range(new) {
                return None;
            }
            let length = |time: &Time| {
                let stretch = time.stretch?;
                Some(days_between(stretch.start?, stretch.end?))
            };
            let clock = |time: &Time| time.timex.contains('T');
            match (length(a), length(b)) {
                (Some(x), Some(y)) if x == y => clock(b),
                (Some(x), Some(y)) => y < x,
                // "since 1902" → "since 1904".
                (None, None) => return None,
                (x, _) => x.is_none(),
            }
        }
        _ => return None,
    };
    Some(if finer { Exactness::Finer } else { Exactness::Looser })
}

/// "from 3 to 21 June", "between 1846 and 1849", "since 1902": the ends are what is told, and not how exactly.
fn is_range((ledger, fact): (&Ledger, &Fact)) -> bool {
    let document = &ledger.document;
    let (first, behind) = (document.token_at(fact.value.start), document.token_at(fact.value.end));
    let opens =
        |word: &str| matches!(word, "from" | "between" | "since" | "until" | "by" | "before" | "after" | "till");
    let inside = (first..behind).any(|i| matches!(document.word(i), "to" | "and" | "until" | "–" | "—" | "through"));
    opens(document.word(first)) || first.checked_sub(1).is_some_and(|i| opens(document.word(i))) || inside
}
