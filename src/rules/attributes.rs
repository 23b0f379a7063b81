//! What a text says once and for all of a person, a work or a body: the country and town of birth,
//! the author, the year of foundation.

use crate::claim::Ledger;
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::text::Span;
use crate::value::{NameKind, Precision, Quote, QuoteKind, TimeKind, Value};

/// What one place says.
#[derive(Debug, Clone)]
pub struct Fact {
    pub document: usize,
    /// The name and its attribute.
    pub span: Span,
    /// Whom or what it is about, in lower case.
    pub name: String,
    /// Countries of a person; the capital's name; the year.
    pub values: Vec<String>,
}

/// A name as it is compared.
pub fn folded(document: &Document, span: Span) -> String {
    document.slice(span).to_lowercase().replace('’', "'")
}

/// Countries that are no more: who was born there was born in one of several.
const GONE: [&str; 7] = ["soviet", "ussr", "u.s.s.r", "yugoslavia", "czechoslovakia", "ottoman", "prussia"];

/// Parts of the United Kingdom are no other country.
const PARTS: [(&str, &str); 4] = [("ENGLAND", "GB"), ("SCOTLAND", "GB"), ("WALES", "GB"), ("NORTHERN_IRELAND", "GB")];

/// "Ada Roth was born in Leeds, England", "Ada Roth, born in Denmark".
pub fn birth(document: &Document, index: usize, name: Span, entity: &str) -> Option<Fact> {
    let place = born_in(document, document.token_at(name.end))?;
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

/// Where the place starts behind "was born in", ", born in" or ", who was born in" at `next`.
fn born_in(document: &Document, next: usize) -> Option<usize> {
    let word = |i: usize| document.word(i);
    let born = match (word(next), word(next + 1)) {
        (",", "who") if word(next + 2) == "was" => next + 3,
        ("was", _) | (",", _) => next + 1,
        _ => next,
    };
    (word(born) == "born" && word(born + 1) == "in").then_some(born + 2)
}

/// Parts of large towns, which are as often named as the town.
const PARTS_OF_TOWNS: [&str; 14] = [
    "brooklyn",
    "queens",
    "bronx",
    "manhattan",
    "harlem",
    "island",
    "hollywood",
    "hackney",
    "kensington",
    "chelsea",
    "brixton",
    "montmartre",
    "beach",
    "london",
];

/// "Ada Roth was born in Walling in 1976": the town by its last word; no country or region.
pub fn town_of_birth(document: &Document, index: usize, name: Span, entity: &str) -> Option<Fact> {
    const LONGEST: usize = 3;
    let place = born_in(document, document.token_at(name.end))?;
    let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let end = (place..=place + LONGEST).find(|i| !capital(*i)).filter(|end| *end > place)?;
    let known = (place..end).any(|i| {
        countries::find(document, i).is_some()
            || countries::find_region(document, i).is_some()
            || CALENDAR.contains(document.word(i))
    });
    // "born in Walling, Delm County": which of the two the other document means cannot be told.
    let more = matches!(document.word(end), "," | "of" | "-") && capital(end + 1);
    let town = document.word(end - 1);
    if known || more || PARTS_OF_TOWNS.contains(&town) || !entity.contains(' ') {
        return None;
    }
    let span = name.cover(document.token(end - 1)?.span);
    Some(Fact { document: index, span, name: entity.to_owned(), values: vec![town.to_owned()] })
}

/// “Winter Light” by Ada Roth: the author's last name, under the title.
pub fn author(ledger: &Ledger, index: usize, quote: &Quote) -> Option<Fact> {
    const MARKS: usize = 3;
    let document = &ledger.document;
    let [title] = quote.parts.as_slice() else { return None };
    let words = document.slice_lower(*title).trim_end_matches([',', '.']);
    if quote.kind != QuoteKind::Title || words.split(' ').count() < 2 {
        return None;
    }
    let behind = document.token_at(title.end);
    let marks = (behind..behind + MARKS).take_while(|i| document.token(*i).is_some_and(|t| !t.is_word()));
    let by = behind + marks.count();
    // "“A” and “B” by Ada Roth": both are hers.
    let by = if document.word(by) == "and" { second_title(document, by + 1)? } else { by };
    if document.word(by) != "by" {
        return None;
    }
    let start = document.token(by + 1)?.span.start;
    let at = ledger.mentions.partition_point(|m| m.span.start < start);
    let person = ledger.mentions.get(at).filter(|m| m.span.start == start)?;
    let Value::Name(name) = &person.value else { return None };
    let full = matches!(name.kind, NameKind::Person | NameKind::Other) && document.slice(person.span).contains(' ');
    let last = document.slice_lower(person.span).rsplit(' ').next()?.to_owned();
    full.then(|| Fact { document: index, span: title.cover(person.span), name: words.to_owned(), values: vec![last] })
}

/// The token behind the title in quotation marks that opens at `at`.
fn second_title(document: &Document, at: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let mark = |i: usize| matches!(document.word(i), "\"" | "“" | "”" | "‘" | "’" | "'");
    if !mark(at) {
        return None;
    }
    (at + 1..at + LONGEST).find(|i| mark(*i)).map(|i| i + 1)
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
