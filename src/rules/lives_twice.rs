//! A life whose days a page gives twice: in brackets behind the name that opens it, and where the text tells of the birth
//! or the death.

use super::{Context, Label};
use crate::align::is_slip;
use crate::claim::{Ledger, LifeDate, LifeEvent, life_dates};
use crate::document::BlockKind;
use crate::text::Span;
use crate::value::Precision;

/// Two places of one document that cannot both be right of one person.
pub struct Twice {
    pub document: usize,
    pub event: LifeEvent,
    /// In brackets at the top, and in the text.
    pub places: [Span; 2],
}

/// The days of birth or death that a slip sets apart. Others are of two people: a family has one surname.
pub fn lives_twice(context: &Context) -> Vec<Twice> {
    let own = |index: &usize| context.comparable(*index, *index);
    let documents = context.ledgers.iter().enumerate().filter(|(index, _)| own(index));
    documents.flat_map(|(index, ledger)| of(index, ledger)).collect()
}

fn of(document: usize, ledger: &Ledger) -> Vec<Twice> {
    let dates = life_dates(&ledger.document, &ledger.mentions);
    let both = |d: &LifeDate| dates.iter().any(|o| o.mention == d.mention && o.event != d.event);
    let in_brackets = |d: &&LifeDate| both(d) || is_born_in_brackets(ledger, d);
    let tops: Vec<&LifeDate> = dates.iter().filter(in_brackets).collect();
    let span = |d: &LifeDate| ledger.mentions.get(d.mention).map(|m| m.span).unwrap_or_default();
    let mut found = Vec::new();
    for top in tops {
        let is_day = |d: &LifeDate| d.when.precision == Precision::Day;
        let told = dates.iter().filter(|d| d.event == top.event && d.mention != top.mention && is_day(d));
        for other in told.filter(|d| is_day(top) && is_of(ledger, top, d)) {
            let Some((x, y)) = top.when.start.zip(other.when.start) else { continue };
            let slip = is_slip(x, y) || x.month() == y.month() && x.year() == y.year();
            if x != y && slip {
                found.push(Twice { document, event: top.event, places: [span(top), span(other)] });
            }
        }
    }
    found
}

/// "Ada Moe (born 3 May 1951) is": who lives has one day in brackets, in the sentence that opens the page.
fn is_born_in_brackets(ledger: &Ledger, date: &LifeDate) -> bool {
    let document = &ledger.document;
    let opening = document
        .sentences
        .iter()
        .position(|s| document.blocks.get(s.block as usize).is_some_and(|b| b.kind == BlockKind::Paragraph));
    let at = ledger.mentions.get(date.mention).map_or(0, |m| document.token_at(m.span.start));
    let before = |back: usize| at.checked_sub(back).map_or("", |i| document.word(i));
    date.event == LifeEvent::Birth
        && opening == Some(date.sentence)
        && before(1) == "born"
        && matches!(before(2), "(" | ";")
}

/// Does the sentence give whom it tells of a name of whom the brackets stand behind, or "he" or "she"?
fn is_of(ledger: &Ledger, top: &LifeDate, other: &LifeDate) -> bool {
    let document = &ledger.document;
    let opening = document.sentence_tokens(top.sentence);
    let bracket = ledger.mentions.get(top.mention).map_or(opening.start, |m| document.token_at(m.span.start));
    let named: Vec<&str> = (opening.start..bracket).map(|i| document.word(i)).collect();
    match other.of.and_then(|of| ledger.mentions.get(of)) {
        Some(name) => {
            let mut words = document.slice_lower(name.span).split(|c: char| !c.is_alphanumeric());
            let last = words.rfind(|w| w.len() > 1);
            last.is_some_and(|w| named.contains(&w))
        }
        None => document.sentence_tokens(other.sentence).take(2).any(|i| matches!(document.word(i), "he" | "she")),
    }
}

impl Twice {
    pub fn labels(&self) -> [Label; 2] {
        let [top, told] = self.places;
        let what = if self.event == LifeEvent::Birth { "born" } else { "died" };
        [Label::primary(self.document, told, what), Label::related(self.document, top, "the dates at the top")]
    }
}
