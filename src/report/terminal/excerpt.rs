//! One line of a document around one or more of a finding's places. A paragraph of
//! prose is one long line, so what is far from the places is cut to an ellipsis,
//! and what is printed is the reading (markup resolved), as the editor knows it.

use crate::document::{Document, LIMIT};
use crate::report::visible::{head, shortened, tail, visible, width};
use crate::rules::Label;
use crate::text::Span;
use std::borrow::Cow;

/// How many columns of a place's own words are shown before its middle is cut, where
/// it shares its line with another place and where it stands alone.
const SHARED: usize = 62;
const ALONE: usize = 84;
/// How many columns of context are tried on each side of a place.
const CONTEXT: [usize; 3] = [30, 18, 8];
const CUT: &str = "…";

/// A line to print and the places underlined in it.
#[derive(Debug)]
pub struct Excerpt<'a> {
    pub line: String,
    pub marks: Vec<Mark<'a>>,
}

#[derive(Debug)]
pub struct Mark<'a> {
    pub label: &'a Label,
    /// Columns from the start of the line, and how many of them.
    pub column: usize,
    pub width: usize,
}

impl Mark<'_> {
    /// The note, if it fits below the mark on one line.
    fn fits(&self, room: usize) -> bool {
        self.column + width(&self.label.note) <= room
    }
}

/// The excerpts of one document's labels, each at most `room` columns wide. The
/// labels are sorted by place; neighbours share a line where that stays readable.
pub fn excerpts<'a>(document: &Document, labels: &[&'a Label], room: usize) -> Vec<Excerpt<'a>> {
    let mut excerpts: Vec<Excerpt> = Vec::new();
    let mut open: Vec<&Label> = Vec::new();
    for label in labels {
        let shared: Vec<&Label> = open.iter().copied().chain([*label]).collect();
        if let Some(excerpt) = together(document, &shared, room) {
            excerpts.pop();
            excerpts.push(excerpt);
            open = shared;
            continue;
        }
        excerpts.push(alone(document, label, room));
        open = vec![label];
    }
    excerpts
}

/// All labels on one line, or none: they must stand apart in one block, and every
/// note but the last must fit below its mark.
fn together<'a>(document: &Document, labels: &[&'a Label], room: usize) -> Option<Excerpt<'a>> {
    let (first, last) = (labels.first()?, labels.last()?);
    let frame = frame(document, first.span);
    let apart = labels.iter().zip(labels.iter().skip(1)).all(|(a, b)| a.span.end <= b.span.start);
    if labels.len() < 2 || !apart || !frame.contains(last.span) {
        return None;
    }
    CONTEXT.iter().map(|context| draw(document, labels, SHARED, *context, *context)).find(|excerpt| {
        let notes = excerpt.marks.iter().all(|m| m.fits(room));
        notes && width(&excerpt.line) <= room
    })
}

fn alone<'a>(document: &Document, label: &'a Label, room: usize) -> Excerpt<'a> {
    let words = width(&shortened(&document.printed(label.span), ALONE));
    let [widest, ..] = CONTEXT;
    let context = widest.min(room.saturating_sub(words + 2));
    // What the context before does not use goes to the context after.
    let used = words + width(tail(&before_of(document, label.span), context));
    draw(document, &[label], ALONE, context, room.saturating_sub(used + 2))
}

/// At most `longest` columns of each label, `context` before each, `after` behind the last.
fn draw<'a>(document: &Document, labels: &[&'a Label], longest: usize, context: usize, after: usize) -> Excerpt<'a> {
    let mut line = String::new();
    let mut marks = Vec::with_capacity(labels.len());
    for (index, label) in labels.iter().enumerate() {
        match index.checked_sub(1).and_then(|i| labels.get(i)) {
            None => line.push_str(&around(document, label.span, context).0),
            Some(previous) => {
                let between = document.printed(Span { start: previous.span.end, end: label.span.start });
                line.push_str(&gap(&between, context));
            }
        }
        let words = shortened(&document.printed(label.span), longest);
        let column = width(&line);
        line.push_str(&words);
        marks.push(Mark { label, column, width: width(&words).max(1) });
    }
    if let Some(last) = labels.last() {
        line.push_str(&around(document, last.span, after).1);
    }
    Excerpt { line, marks }
}

/// At most `room` columns of what stands in the same block before `span`, and after it.
pub fn around(document: &Document, span: Span, room: usize) -> (String, String) {
    let before = before_of(document, span);
    let after = after_of(document, span);
    let (end, start) = (tail(&before, room), head(&after, room));
    let cut = |part: &str, whole: &str| if part.len() < whole.len() { CUT } else { "" };
    (format!("{}{}", cut(end, &before), visible(end)), format!("{}{}", visible(start), cut(start, &after)))
}

/// What stands between two places: whole, or both its ends.
fn gap(between: &str, context: usize) -> String {
    if head(between, 2 * context).len() == between.len() {
        return visible(between);
    }
    let (start, end) = (head(between, context / 2), tail(between, context));
    format!("{} {CUT} {}", visible(start.trim_end()), visible(end.trim_start()))
}

/// Many times what is shown at the most: of a line without end no more is looked at.
const LOOKED_AT: u32 = 4_000;

fn before_of(document: &Document, span: Span) -> Cow<'_, str> {
    let from = document.text.floor_char_boundary(span.start.saturating_sub(LOOKED_AT) as usize) as u32;
    document.printed(Span { start: frame(document, span).start.max(from), end: span.start })
}

fn after_of(document: &Document, span: Span) -> Cow<'_, str> {
    let to = document.text.floor_char_boundary(span.end.saturating_add(LOOKED_AT) as usize) as u32;
    document.printed(Span { start: span.end, end: frame(document, span).end.min(to) })
}

/// The block or blocks that hold `span`.
fn frame(document: &Document, span: Span) -> Span {
    let block = |offset: u32| {
        let after = document.blocks.partition_point(|b| b.span.start <= offset);
        after.checked_sub(1).and_then(|i| document.blocks.get(i)).map(|b| b.span)
    };
    let end = block(span.end.saturating_sub(1)).map_or(span.end, |b| b.end.max(span.end));
    Span { start: block(span.start).map_or(span.start, |b| b.start.min(span.start)), end: end.min(LIMIT as u32) }
}
