//! A change in words, as every output for people tells it.

use crate::change::{Change, Changes, FactKind, Nature, Pair};
use crate::claim::Ledger;
use crate::report::visible::{shortened, visible};
use crate::text::Span;
use std::collections::BTreeMap;

/// The most columns that a value takes.
const WIDEST: usize = 90;

/// What differs of one fact, side by side.
#[derive(Debug)]
struct Told {
    before: Vec<String>,
    after: Vec<String>,
}

/// One line of a report for people: a change, or the same change in several places.
#[derive(Debug)]
pub struct Line<'a> {
    pub nature: Nature,
    /// "date of the statement: July 31 → July 30", in two parts.
    pub about: String,
    pub difference: String,
    pub places: Vec<(&'a Ledger, Span)>,
}

/// The changes of a document, each told once however often it was made.
pub fn lines<'a>(changes: &'a Changes, pair: &Pair) -> Vec<Line<'a>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut known: BTreeMap<(Nature, String, String), usize> = BTreeMap::new();
    for change in &pair.changes {
        let (index, span) = if change.new.is_some() { (pair.new, change.new) } else { (pair.old, change.old) };
        let place = ledger(changes, index).zip(span);
        let (about, difference) = (visible(&change.about), difference(change, &told(changes, pair, change)));
        let next = lines.len();
        let at = *known.entry((change.nature, about.clone(), difference.clone())).or_insert(next);
        if at == next {
            lines.push(Line { nature: change.nature, about, difference, places: Vec::new() });
        }
        if let Some(line) = lines.get_mut(at) {
            line.places.extend(place);
        }
    }
    lines
}

pub fn ledger(changes: &Changes, index: Option<usize>) -> Option<&Ledger> {
    changes.ledgers.get(index?)
}

fn told(changes: &Changes, pair: &Pair, change: &Change) -> Told {
    let words = |index: Option<usize>, spans: &[Span]| -> Vec<String> {
        let Some(ledger) = ledger(changes, index) else { return Vec::new() };
        spans.iter().map(|span| shortened(ledger.document.slice(*span), WIDEST)).collect()
    };
    Told { before: words(pair.old, &change.before), after: words(pair.new, &change.after) }
}

/// "July 31 → July 30", "− France, + Spain", "14".
fn difference(change: &Change, told: &Told) -> String {
    let join = |words: &[String]| words.join(", ");
    let difference = match (change.nature, change.kind) {
        (Nature::Added, FactKind::Quote) => format!("“{}”", join(&told.after)),
        (Nature::Dropped, FactKind::Quote) => format!("“{}”", join(&told.before)),
        (Nature::Added, _) => join(&told.after),
        (Nature::Dropped, _) => join(&told.before),
        (Nature::Altered, FactKind::List) => signed(told, ""),
        (Nature::Altered, FactKind::Quote) if told.before.is_empty() || told.after.is_empty() => signed(told, "…"),
        (Nature::Altered, FactKind::Quote) => format!("“{}” → “{}”", told.before.join(" … "), told.after.join(" … ")),
        (Nature::Altered, _) => format!("{} → {}", join(&told.before), join(&told.after)),
    };
    match change.exactness {
        Some(exactness) => format!("{difference} ({})", exactness.name()),
        None => difference,
    }
}

/// What is gone and what has come, each with its sign.
fn signed(told: &Told, around: &str) -> String {
    let sign = |sign: &str, words: &String| format!("{sign} {around}{words}{around}");
    let gone = told.before.iter().map(|words| sign("−", words));
    gone.chain(told.after.iter().map(|words| sign("+", words))).collect::<Vec<_>>().join(", ")
}

/// The document's heading: its path, and where it came from or went.
pub fn heading(changes: &Changes, pair: &Pair) -> (String, &'static str) {
    let path = |index| ledger(changes, index).map(|l| visible(&l.document.path)).unwrap_or_default();
    match (pair.old, pair.new) {
        (_, None) => (path(pair.old), "gone"),
        (None, _) => (path(pair.new), "new"),
        _ => (path(pair.new), ""),
    }
}

/// "1 fact added, 2 altered".
pub fn summary(changes: &Changes) -> String {
    let counts = [Nature::Added, Nature::Dropped, Nature::Altered].map(|nature| (changes.count(nature), nature.name()));
    let mut told: Vec<String> = Vec::new();
    for (count, name) in counts.into_iter().filter(|(count, _)| *count > 0) {
        let noun = match (told.is_empty(), count) {
            (true, 1) => " fact",
            (true, _) => " facts",
            _ => "",
        };
        told.push(format!("{count}{noun} {name}"));
    }
    if told.is_empty() { "no fact changed".to_owned() } else { told.join(", ") }
}
