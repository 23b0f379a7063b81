//! What relative times are counted from: the document's own date, the date given by
//! the caller, and the last date the text named.

use super::arithmetic;
use super::grammar;
use super::line::{Line, Tag};
use super::numeric::Order;
use super::shape::{Part, Parts, Shape, Year};
use crate::document::{BlockKind, Document};
use crate::value::Stretch;
use jiff::civil::Date;

#[derive(Debug, Clone, Copy, Default)]
pub struct Anchor {
    /// The day the document speaks from.
    pub reference: Option<Date>,
    /// The document gives that day itself; else the caller did.
    pub own: bool,
    /// The last date the text named.
    pub last: Option<Stretch>,
    /// The quarter that the text speaks of, as reports of figures do.
    pub quarter: Option<Stretch>,
}

impl Anchor {
    /// The day a time counted from the text is counted from.
    pub fn day(&self) -> Option<Date> {
        self.last.and_then(|s| s.start).or(self.reference)
    }
}

/// How many blocks at the head of a document may hold its date.
const HEAD: usize = 6;

/// The date a document gives itself: in its metadata, its dateline or a line of its own near the top.
pub fn document_date(document: &Document, order: Order) -> Option<Date> {
    document.meta.date.or_else(|| head_date(document, order))
}

fn head_date(document: &Document, order: Order) -> Option<Date> {
    let mut line = Line::new(document);
    let sentences = document.sentences.iter().enumerate().take_while(|(_, s)| (s.block as usize) < HEAD);
    for (index, sentence) in sentences {
        let block = document.blocks.get(sentence.block as usize)?;
        if sentence.span.start != block.span.start
            || !matches!(block.kind, BlockKind::Paragraph | BlockKind::Field | BlockKind::Caption | BlockKind::Heading)
        {
            continue;
        }
        if !line.load(index) {
            continue;
        }
        let alone = sentence.span == block.span && sentence.span.len() <= 90;
        for at in 0..line.len().min(16) {
            if !before_date(&line, at) {
                break;
            }
            let Some(found) = grammar::read(&line, at, order) else { continue };
            if let Some(date) = full_date(&found.shape) {
                let dateline = at > 0 && is_dateline(&line, at, found.to);
                if dateline
                    || alone
                        && (found.to..line.len()).all(|i| frame(&line, i))
                        && (0..found.from).all(|i| frame(&line, i))
                {
                    return Some(date);
                }
            }
            break;
        }
    }
    None
}

/// The day that a shape prints in full.
pub fn full_date(shape: &Shape) -> Option<Date> {
    match shape {
        Shape::Parts(Parts { year: Year::Given(year), part: Part::Day(month, day), .. }) => {
            arithmetic::date(*year, *month, *day)
        }
        _ => None,
    }
}

/// May this token stand before the date of a dateline or of a date line?
fn before_date(line: &Line, at: usize) -> bool {
    (0..at).all(|i| frame(line, i) || line.capital(i) || line.mark(i).is_some())
}

/// Words that stand beside the date of a line of its own.
fn frame(line: &Line, i: usize) -> bool {
    match line.at(i) {
        Tag::Mark(_) | Tag::Number(_) | Tag::Word(_) => true,
        Tag::Figures => false,
        Tag::Other => matches!(
            line.text(i),
            "published"
                | "posted"
                | "updated"
                | "date"
                | "dated"
                | "modified"
                | "created"
                | "issued"
                | "p"
                | "m"
                | "released"
        ),
    }
}

/// "PARIS, July 31, 2025 (Agency) — ...", "WASHINGTON – July 31, 2025 –": capitals, the date, then a bracket or dash.
fn is_dateline(line: &Line, at: usize, to: usize) -> bool {
    let shout =
        line.written(0).chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase) && line.written(0).len() > 2;
    let closed = line.is_mark(to, '(') || line.is_dash(to) || line.is_mark(to, '/') || line.is_mark(to, ':');
    shout && closed && (0..at).all(|i| line.capital(i) || line.mark(i).is_some())
}
