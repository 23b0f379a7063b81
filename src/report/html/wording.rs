//! Two quotations of the same words as one text: what only the one has is struck through, what only the other has is
//! underlined. The one is the source's where the other is a draft's, for that is what was said.

use crate::claim::Ledger;
use crate::compare::wording::{Change, every_change, stretches};
use crate::document::{Document, Role};
use crate::mention::quote::{Word, words};
use crate::report::Report;
use crate::report::visible::{head, shortened, tail, visible};
use crate::rules::Label;
use crate::text::Span;
use crate::value::Value;
use serde::Serialize;
use std::ops::Range;

/// So many mentions before a place are looked through for the quotation around it: a quotation is compared up to as many words.
const NEAR: usize = 600;
/// Of so few words a quotation is held against another whole.
const SHORT: usize = 4;
/// So many columns of what both have stand on each side of what differs.
const AROUND: usize = 120;
/// So many columns of what only one has.
const CHANGED: usize = 240;

#[derive(Debug, Serialize)]
pub struct Wording {
    /// The documents, as they are named.
    first: String,
    second: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Serialize)]
struct Piece {
    /// `both`, `first` or `second`: who has it.
    of: &'static str,
    text: String,
}

/// One document's quotation.
struct Side<'a> {
    at: usize,
    document: &'a Document,
    words: Vec<Word>,
}

impl Side<'_> {
    fn part(&self, range: &Range<usize>) -> &[Word] {
        self.words.get(range.clone()).unwrap_or_default()
    }

    fn start(&self, word: usize) -> Option<u32> {
        self.words.get(word).map(|word| word.span.start)
    }

    /// From the first letter of these words to their last.
    fn span(&self, range: &Range<usize>) -> Option<Span> {
        self.part(range).iter().map(|word| word.span).reduce(Span::cover)
    }

    fn is_told(&self, range: &Range<usize>, labels: &[Label]) -> bool {
        let around = range.start.saturating_sub(1)..range.end + 1;
        let span = self.span(if range.is_empty() { &around } else { range });
        span.is_some_and(|span| labels.iter().any(|l| l.document == self.at && l.span.overlaps(span)))
    }
}

/// How the quotations that the labels stand in differ; none where they stand in none, or tell of something else.
pub fn wording(report: &Report, labels: &[Label]) -> Option<Wording> {
    let one = quotation(report, labels.first()?)?;
    let other = labels.iter().filter(|label| label.document != one.at).find_map(|label| quotation(report, label))?;
    let is_told_by = one.document.role == Role::Draft && other.document.role == Role::Source;
    let (a, b) = if is_told_by { (other, one) } else { (one, other) };
    let is_told = |change: &Change| a.is_told(&change.a, labels) || b.is_told(&change.b, labels);
    let found = stretches(&a.words, &b.words).into_iter().filter(|stretch| stretch.changes.iter().any(is_told));
    let mut common: Vec<(Range<usize>, Range<usize>)> = found.map(|stretch| (stretch.a, stretch.b)).collect();
    if common.is_empty() && a.words.len().min(b.words.len()) <= SHORT {
        common.push((0..a.words.len(), 0..b.words.len()));
    }
    common.sort_by_key(|(of_a, _)| of_a.start);
    let mut pieces: Vec<Piece> = Vec::new();
    for (of_a, of_b) in common {
        if !pieces.is_empty() {
            push(&mut pieces, "both", " … ");
        }
        merge(&a, &of_a, &b, &of_b, &mut pieces);
    }
    pieces.iter().any(|piece| piece.of != "both").then(|| Wording {
        first: visible(&a.document.path),
        second: visible(&b.document.path),
        pieces: cut(pieces),
    })
}

/// The quotation that a label stands in.
fn quotation<'a>(report: &'a Report, label: &Label) -> Option<Side<'a>> {
    let ledger: &Ledger = report.ledgers.get(label.document)?;
    let before = ledger.mentions.partition_point(|mention| mention.span.start < label.span.end);
    let near = ledger.mentions.iter().take(before).rev().take(NEAR);
    let mut quotes =
        near.filter(|mention| mention.span.overlaps(label.span)).filter_map(|mention| match &mention.value {
            Value::Quote(quote) => Some(quote),
            _ => None,
        });
    let words = words(&ledger.document, &quotes.next()?.parts);
    Some(Side { at: label.document, document: &ledger.document, words })
}

/// The words of `of_a` as they are printed, with those of `of_b` put in where they differ.
fn merge(a: &Side, of_a: &Range<usize>, b: &Side, of_b: &Range<usize>, pieces: &mut Vec<Piece>) {
    let (Some(whole), Some(_)) = (a.span(of_a), b.span(of_b)) else { return };
    let printed =
        |side: &Side, from: u32, to: u32| side.document.printed(Span { start: from, end: to.max(from) }).into_owned();
    let mut from = whole.start;
    for change in every_change(a.part(of_a), b.part(of_b)) {
        let (old, new) = (moved(&change.a, of_a.start), moved(&change.b, of_b.start));
        let (lost, put_in) = (a.span(&old), b.span(&new));
        let at = a.start(old.start).filter(|_| old.start < of_a.end).unwrap_or(whole.end);
        push(pieces, "both", &printed(a, from, at));
        from = at;
        if let Some(lost) = lost {
            push(pieces, "first", &printed(a, lost.start, lost.end));
            from = lost.end;
        }
        if let Some(put_in) = put_in {
            if lost.is_some() || at == whole.end {
                push(pieces, "both", " ");
            }
            push(pieces, "second", &printed(b, put_in.start, put_in.end));
            if lost.is_none() && at < whole.end {
                push(pieces, "both", " ");
            }
        }
    }
    push(pieces, "both", &printed(a, from, whole.end));
}

fn moved(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}

fn push(pieces: &mut Vec<Piece>, of: &'static str, text: &str) {
    match pieces.last_mut().filter(|last| last.of == of) {
        Some(last) => last.text.push_str(text),
        None if text.is_empty() => {}
        None => pieces.push(Piece { of, text: text.to_owned() }),
    }
}

/// What both have, only so far as it stands around what differs.
fn cut(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let last = pieces.len().saturating_sub(1);
    for (index, piece) in pieces.iter_mut().enumerate() {
        let text = &piece.text;
        piece.text = match (piece.of, index) {
            ("both", _) if head(text, 2 * AROUND).len() == text.len() => visible(text),
            ("both", 0) => format!("… {}", visible(tail(text, AROUND))),
            ("both", at) if at == last => format!("{} …", visible(head(text, AROUND))),
            ("both", _) => format!("{} … {}", visible(head(text, AROUND)), visible(tail(text, AROUND))),
            _ => shortened(text, CHANGED),
        };
    }
    pieces
}
