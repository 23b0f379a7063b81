//! Times: dates, durations, sets and times of day, read in three steps.
//!
//! 1. `line` tags a sentence's tokens; a sentence without a seed is passed over.
//! 2. `grammar` and the files it names find the longest form at a token: a `Shape`
//!    that has what is printed and nothing else.
//! 3. `resolve` fills in what is not printed from the anchors (`anchor`), gives the
//!    value and stretch, and marks what cannot be.
//!
//! A form belongs to the file of its idea: `month` (dates with a month's name), `numeric`
//! (in figures), `year` (years, decades, centuries), `section` (quarters, seasons, fiscal
//! years, holidays), `weekday`, `relative`, `duration`, `set`, `clock`, `range`, and `edge`
//! for the words before a time that open, narrow or blur it.

mod anchor;
mod arithmetic;
mod clock;
mod count;
mod counted;
mod duration;
mod edge;
mod fault;
mod grammar;
mod holiday;
mod line;
mod month;
mod numeric;
mod offset;
mod range;
mod relative;
mod resolve;
mod section;
mod set;
mod shape;
mod spoken;
mod tense;
#[cfg(test)]
mod tests;
mod timex;
mod topical;
mod weekday;
mod which_year;
mod year;

use super::{Mention, Scope};
use crate::document::Document;
use crate::text::Span;
use crate::value::{Precision, TimeKind, Value};
use anchor::Anchor;
use jiff::civil::Date;
use line::Line;
use numeric::Order;
use resolve::Around;
use shape::Found;
use tense::Tense;

/// For how many sentences a quarter stays the one that is spoken of.
const QUARTER_REACH: usize = 8;

/// All times of a document.
pub fn extract(scope: &Scope) -> Vec<Mention> {
    let document = scope.document;
    let order = numeric::order(document);
    let printed = printed(document, order);
    let head = date_of_head(document, &printed);
    let own = document.meta.date;
    let mut anchor = Anchor { reference: own.or(scope.reference), own: own.is_some(), ..Anchor::default() };
    let mut quarter_since = 0;
    let mut mentions = Vec::with_capacity(printed.len());
    for Printed { sentence, span, tense, found } in printed {
        let time = resolve::resolve(&found, Around { anchor, tense, head });
        if time.kind == TimeKind::Date && time.modifier.is_none() && found.names_a_date() && !document.is_own(span) {
            anchor.last = time.stretch.or(anchor.last);
        }
        if let Some(quarter) = time.stretch.filter(|s| s.precision == Precision::Quarter) {
            anchor.quarter = anchor.quarter.filter(|_| !found.names_a_date()).or(Some(quarter));
            quarter_since = sentence;
        } else if sentence > quarter_since + QUARTER_REACH {
            anchor.quarter = None;
        }
        if !scope.taken(span) {
            mentions.push(Mention { span, value: Value::Time(Box::new(time)) });
        }
    }
    mentions
}

/// A time as printed, before it is resolved.
struct Printed {
    sentence: usize,
    span: Span,
    tense: Tense,
    found: Found,
}

fn printed(document: &Document, order: Order) -> Vec<Printed> {
    let mut line = Line::new(document);
    let mut all = Vec::new();
    for sentence in 0..document.sentences.len() {
        if !line.load(sentence) {
            continue;
        }
        let mut at = 0;
        while at < line.len() {
            let Some(found) = grammar::read(&line, at, order) else {
                at += 1;
                continue;
            };
            at = found.to.max(at + 1);
            all.push(Printed {
                sentence,
                span: line.span(found.from, found.to),
                tense: tense::of(&line, &found),
                found,
            });
        }
    }
    all
}

/// How many blocks are the head of a document.
const HEAD: u32 = 4;

/// The day that the head of the document prints in full, if it is one.
fn date_of_head(document: &Document, printed: &[Printed]) -> Option<Date> {
    let in_head = |p: &&Printed| document.sentences.get(p.sentence).is_some_and(|s| s.block < HEAD);
    let mut days = printed.iter().take_while(in_head).filter_map(|p| anchor::full_date(&p.found.shape));
    let first = days.next()?;
    days.all(|other| other == first).then_some(first)
}
