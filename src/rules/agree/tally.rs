//! One list of all agreements: those that share a place are one, the telling kinds come
//! first, and shared wording that other ticks hold already is left out.

use super::super::{Agreement, Context, Label};
use std::collections::BTreeMap;

/// What an editor ticks first.
const ORDER: [&str; 13] = [
    "date",
    "weekday",
    "table",
    "quantity",
    "count",
    "count-list",
    "conversion",
    "rank",
    "post",
    "list",
    "quote",
    "region",
    "wording",
];
/// Of shared wording, the most that is listed: the phrases that the most documents share, longest first.
const MOST_WORDING: usize = 12;

/// Places that start further apart than this are not one.
const LONGEST: u32 = 2000;

pub fn sum_up(context: &Context, agreements: Vec<Agreement>) -> Vec<Agreement> {
    let mut merged: Vec<Agreement> = Vec::new();
    // Where the agreements of a family stand in a document: from where to where, and which one it is.
    let mut at: BTreeMap<(&'static str, usize, u32), (u32, usize)> = BTreeMap::new();
    for agreement in agreements {
        let family = family(agreement.kind);
        let near = |l: &Label| {
            let from = (family, l.document, l.span.start.saturating_sub(LONGEST));
            let around = at.range(from..(family, l.document, l.span.end));
            around.filter(|(_, (end, _))| *end > l.span.start).map(|(_, (_, index))| *index).min()
        };
        // Phrases are single facts, conversions stand in one document, and what is worked out is so for itself: none grows.
        let grows = !matches!(agreement.kind, "wording" | "conversion" | "derived");
        let known = if grows { agreement.labels.iter().filter_map(near).min() } else { None };
        let index = known.unwrap_or(merged.len());
        for label in agreement.labels.iter().filter(|_| grows) {
            at.entry((family, label.document, label.span.start)).or_insert((label.span.end, index));
        }
        match merged.get_mut(index) {
            Some(first) => join(first, agreement),
            None => merged.push(agreement),
        }
    }
    let rank = |a: &Agreement| ORDER.iter().position(|k| *k == a.kind).unwrap_or(ORDER.len());
    let (wording, mut telling): (Vec<_>, Vec<_>) = merged.into_iter().partition(|a| a.kind == "wording");
    let mut wording: Vec<Agreement> = wording;
    wording.sort_by_key(|a| std::cmp::Reverse((documents(a), length(context, a))));
    let wording: Vec<Agreement> = wording.into_iter().filter(|w| !held(w, &telling)).take(MOST_WORDING).collect();
    telling.extend(wording);
    telling.sort_by_key(rank);
    telling
}

/// A count is a quantity too: whoever found the place, it is ticked once.
fn family(kind: &'static str) -> &'static str {
    if matches!(kind, "count" | "table") { "quantity" } else { kind }
}

fn join(first: &mut Agreement, other: Agreement) {
    // Only of a date another message can say more: its weekday.
    let says = other.message.rsplit(": ").next().unwrap_or_default();
    let bare = other.message.starts_with("both give");
    if first.kind == "date" && !bare && !first.message.contains(says) && !other.message.contains(&first.message) {
        first.message = format!("{}; {}", first.message, other.message);
    }
    for label in other.labels {
        let known = first.labels.iter().any(|l| l.document == label.document && l.span.overlaps(label.span));
        if !known {
            first.labels.push(label);
        }
    }
    first.labels.sort_by_key(|l| (l.document, l.span));
}

/// Do other ticks hold the phrase in every one of its places?
fn held(phrase: &Agreement, telling: &[Agreement]) -> bool {
    telling.iter().any(|t| {
        phrase.labels.iter().all(|w| t.labels.iter().any(|l| l.document == w.document && l.span.contains(w.span)))
    })
}

fn documents(agreement: &Agreement) -> usize {
    let mut documents: Vec<usize> = agreement.labels.iter().map(|l| l.document).collect();
    documents.sort_unstable();
    documents.dedup();
    documents.len()
}

fn length(context: &Context, agreement: &Agreement) -> u32 {
    let of = |l: &Label| context.document(l.document).map_or(0, |d| d.slice(l.span).split(' ').count() as u32);
    agreement.labels.iter().map(of).max().unwrap_or(0)
}
