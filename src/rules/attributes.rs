//! What a text says once and for all of a person or a body: the country of birth, the year
//! of foundation.

use crate::claim::Ledger;
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::text::Span;
use crate::value::{Precision, TimeKind, Value};

/// What one place says.
#[derive(Debug)]
pub struct Fact {
    pub document: usize,
    /// The name and its attribute.
    pub span: Span,
    /// Whom or what it is about, in lower case.
    pub name: String,
    /// Countries of a person; the capital's name; the year.
    pub values: Vec<String>,
}

/// Countries that are no more: who was born there was born in one of several.
const GONE: [&str; 7] = ["soviet", "ussr", "u.s.s.r", "yugoslavia", "czechoslovakia", "ottoman", "prussia"];

/// Parts of the United Kingdom are no other country.
const PARTS: [(&str, &str); 4] = [("ENGLAND", "GB"), ("SCOTLAND", "GB"), ("WALES", "GB"), ("NORTHERN_IRELAND", "GB")];

/// "Ada Roth was born in Leeds, England", "Ada Roth, born in Denmark".
pub fn birth(document: &Document, index: usize, name: Span, entity: &str) -> Option<Fact> {
    let next = document.token_at(name.end);
    let born = match (document.word(next), document.word(next + 1)) {
        ("was", "born") => next + 1,
        (",", "born") => next + 1,
        ("born", _) => next,
        _ => return None,
    };
    let place = born + 2;
    if document.word(born + 1) != "in" {
        return None;
    }
    let town = document.token(place).is_some_and(|t| t.capital);
    let behind = (place + 1..place + 4).find(|i| document.word(*i) == ",").map(|i| i + 1);
    // "born in Paris, Texas": what stands behind the comma decides.
    let (code, end) = match behind.filter(|i| town && document.token(*i).is_some_and(|t| t.capital)) {
        Some(at) => country(document, at)?,
        None => country(document, place)
            .or_else(|| country(document, place + usize::from(document.word(place) == "the")))?,
    };
    let last = document.token(end.checked_sub(1)?)?.span;
    let span = name.cover(last);
    let gone = GONE.iter().any(|g| document.slice_lower(span).contains(g));
    (!gone).then(|| Fact { document: index, span, name: entity.to_owned(), values: vec![code] })
}

fn country(document: &Document, at: usize) -> Option<(String, usize)> {
    if let Some((region, form, tokens)) = countries::find_region(document, at) {
        let part = PARTS.iter().find(|(id, _)| *id == region.id && form == Form::Name)?;
        return Some((part.1.to_owned(), at + tokens));
    }
    let found = countries::find(document, at).filter(|f| f.form != Form::Demonym)?;
    Some((found.country.code.to_owned(), at + found.tokens))
}

/// "Arvex was founded in 2003", "Arvex, established in 2003".
pub fn foundation(ledger: &Ledger, index: usize, name: Span, entity: &str) -> Option<Fact> {
    let document = &ledger.document;
    let next = document.token_at(name.end);
    let verb = match document.word(next) {
        "was" | "," => next + 1,
        _ => return None,
    };
    let founded = matches!(document.word(verb), "founded" | "established" | "incorporated");
    if !founded || document.word(verb + 1) != "in" {
        return None;
    }
    let start = document.token(verb + 2)?.span.start;
    let at = ledger.mentions.partition_point(|m| m.span.start < start);
    let year = ledger.mentions.get(at).filter(|m| m.span.start == start)?;
    let Value::Time(time) = &year.value else { return None };
    let stretch = time.stretch.filter(|s| time.kind == TimeKind::Date && s.precision == Precision::Year)?;
    let values = vec![stretch.start?.year().to_string()];
    (time.absolute && time.modifier.is_none()).then(|| Fact {
        document: index,
        span: name.cover(year.span),
        name: entity.to_owned(),
        values,
    })
}
