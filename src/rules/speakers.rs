//! Who is named as the speaker of a quotation, and whether two of them are two.

use crate::claim::{Claim, Ledger, is_content};
use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::dictionary::is_common;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Name, NameKind, Quote, Value};

pub fn quote_of<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<&'a Quote> {
    match &ledger.mention(claim)?.value {
        Value::Quote(quote) => Some(quote),
        _ => None,
    }
}

/// Somebody named as the speaker.
pub struct Speaker<'a> {
    pub name: &'a Name,
    pub span: Span,
    /// "Mr. Roth": no place and no body.
    pub is_titled: bool,
}

/// The one who is named; of two who speak together none is.
pub fn speaker<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<Speaker<'a>> {
    let span = quote_of(ledger, claim)?.speaker?;
    let mut names = names_in(ledger, span);
    let Some((mention, name)) = names.next() else { return meant(ledger, span) };
    let is_titled = is_titled(&ledger.document, mention.span);
    names.next().is_none().then_some(Speaker { name, span: mention.span, is_titled })
}

/// "Mr. Roth".
fn is_titled(document: &Document, name: Span) -> bool {
    let before = |n: usize| document.token_at(name.start).checked_sub(n).map_or("", |i| document.word(i));
    let title = if before(1) == "." { before(2) } else { before(1) };
    matches!(title, "mr" | "mrs" | "ms" | "dr" | "sir" | "dame" | "prof" | "professor")
}

/// Whom "he said" means: the only person whom the sentence before names, outside what is quoted.
fn meant(ledger: &Ledger, pronoun: Span) -> Option<Speaker<'_>> {
    let document = &ledger.document;
    if !matches!(document.slice_lower(pronoun), "he" | "she") {
        return None;
    }
    let own = document.sentence_at(pronoun.start);
    let block = |s: usize| document.sentences.get(s).map(|s| s.block);
    let mut back = (0..own).rev().take_while(|s| block(*s) == block(own));
    // The quotation may be several sentences long.
    let before = back.find_map(|s| document.sentences.get(s).filter(|s| !ledger.is_quoted(s.span)))?;
    let people = names_in(ledger, before.span).filter(|(m, name)| is_person(name) && !ledger.is_quoted(m.span));
    let people: Vec<_> = people.collect();
    let (mention, name) = people.first()?;
    let one = people.iter().all(|(_, other)| last_word(other) == last_word(name));
    one.then_some(Speaker { name, span: mention.span, is_titled: false })
}

pub fn names_in(ledger: &Ledger, span: Span) -> impl Iterator<Item = (&Mention, &Name)> {
    /// Longer than any name.
    const REACH: u32 = 200;
    let from = ledger.mentions.partition_point(|m| m.span.start + REACH < span.start);
    let near = ledger.mentions.iter().skip(from).take_while(move |m| m.span.start < span.end);
    near.filter(move |m| span.overlaps(m.span)).filter_map(|m| match &m.value {
        Value::Name(name) => Some((m, name)),
        _ => None,
    })
}

/// Are both named, and two people or two bodies? A person may speak for a body.
pub fn apart(a: &Speaker, b: &Speaker) -> Option<NameKind> {
    let alike = strsim::osa_distance(last(a), last(b)) <= 1 || related(&a.name.entity, &b.name.entity);
    if alike || a.name.entity.starts_with('?') || b.name.entity.starts_with('?') {
        return None;
    }
    match (a.name.kind, b.name.kind) {
        _ if (is_person(a.name) || a.is_titled) && (is_person(b.name) || b.is_titled) => Some(NameKind::Person),
        (NameKind::Organisation, NameKind::Organisation) => {
            let long = |s: &Speaker| s.name.entity.contains(' ');
            (long(a) && long(b)).then_some(NameKind::Organisation)
        }
        _ => None,
    }
}

/// The last word of the name.
pub fn last<'a>(speaker: &Speaker<'a>) -> &'a str {
    last_word(speaker.name)
}

fn last_word(name: &Name) -> &str {
    name.entity.rsplit(' ').next().unwrap_or_default()
}

/// Who speaks and is no body is a person, whatever else is known of the name; but for a post or a unit ("Harbour Director").
fn is_person(name: &Name) -> bool {
    let words = || name.entity.split(' ');
    name.kind == NameKind::Person
        || name.kind == NameKind::Other
            && (2..=3).contains(&words().count())
            && !words().any(|w| calling(w).is_some())
            && !words().all(is_common)
}

/// Do the two names share a word that tells?
fn related(a: &str, b: &str) -> bool {
    let telling = |w: &&str| w.len() > 2 && is_content(w);
    a.split([' ', '-']).filter(telling).any(|x| b.split([' ', '-']).filter(telling).any(|y| x == y))
}
