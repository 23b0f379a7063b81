//! Where a distance is measured from, and in which direction: "two kilometres north of Walling".

use super::{Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::directions::direction;
use crate::lexicon::unit::Dimension;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, Unit, Value};

#[derive(Debug)]
pub struct Bearing<'a> {
    pub distance: &'a Amount,
    /// Degrees from north.
    pub degrees: u16,
    /// The words of what it is measured from.
    pub from: Vec<Stem>,
    /// They are a name.
    pub named: bool,
    /// From the distance to the last word of what it is measured from.
    pub span: Span,
    pub sentence: usize,
}

pub fn bearings<'a>(document: &Document, mentions: &'a [Mention]) -> Vec<Bearing<'a>> {
    mentions.iter().filter_map(|mention| bearing(document, mention)).collect()
}

fn bearing<'a>(document: &Document, mention: &'a Mention) -> Option<Bearing<'a>> {
    const LONGEST: usize = 4;
    let Value::Amount(distance) = &mention.value else { return None };
    let length = matches!(distance.unit, Some(unit @ Unit::Measure(_)) if unit.dimension() == Some(Dimension::LENGTH));
    if !length {
        return None;
    }
    let behind = document.token_at(mention.span.end);
    let at = behind + if document.word(behind) == "to" && document.word(behind + 1) == "the" { 2 } else { 0 };
    let (degrees, tokens) = direction(document, at)?;
    let of = at + tokens;
    if !matches!(document.word(of), "of" | "from") {
        return None;
    }
    let first = of + 1 + usize::from(matches!(document.word(of + 1), "the" | "its"));
    let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let named = capital(first);
    let end =
        if named { (first..first + LONGEST).find(|i| !capital(*i)).unwrap_or(first + LONGEST) } else { first + 1 };
    let words = (first..end).map(|i| document.word(i)).filter(|w| is_content(w));
    let from: Vec<Stem> = words.map(stem).collect();
    let last = document.token(end.checked_sub(1)?).filter(|t| t.is_word())?;
    let sentence = document.sentence_at(mention.span.start);
    (!from.is_empty()).then(|| Bearing {
        distance,
        degrees,
        from,
        named,
        span: mention.span.cover(last.span),
        sentence,
    })
}
