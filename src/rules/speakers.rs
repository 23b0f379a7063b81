//! Who is named as the speaker of a quotation, and whether two of them are two.

use crate::claim::{Claim, Ledger, is_content};
use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::stop_words::STOP_WORDS;
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
    /// "He said", and the sentence before names him.
    pub is_meant: bool,
}

/// The one who is named; of two who speak together none is.
pub fn speaker<'a>(ledger: &'a Ledger, claim: &Claim) -> Option<Speaker<'a>> {
    let span = quote_of(ledger, claim)?.speaker?;
    let mut names = foremost(ledger, span);
    let Some((mention, name)) = names.next() else { return meant(ledger, span).or_else(|| behind(ledger, span)) };
    let is_titled = is_titled(&ledger.document, mention.span);
    names.next().is_none().then_some(Speaker { name, span: mention.span, is_titled, is_meant: false })
}

/// The names but those that only tell whose or where: "Ada Roth of the Harbour Board", "the minister of Fisheries".
fn foremost(ledger: &Ledger, span: Span) -> impl Iterator<Item = (&Mention, &Name)> {
    let document = &ledger.document;
    let told = move |m: &Mention| {
        let first = document.token_at(m.span.start);
        let word = |n: usize| first.checked_sub(n).map_or("", |i| document.word(i));
        let before = if word(1) == "the" { word(2) } else { word(1) };
        !matches!(before, "of" | "at" | "for" | "from" | "in")
    };
    // "Harbour Council Member Ada Roth": nothing but capitals stands between the body and its member.
    let body = move |m: &Mention, name: &Name| {
        let capital = |i: &usize| document.token(*i).is_some_and(|t| t.is_word() && t.capital);
        let behind = (document.token_at(m.span.end)..).take_while(capital).count();
        let end = document.token(document.token_at(m.span.end) + behind).map_or(span.end, |t| t.span.start);
        let next = |(other, who): (&Mention, &Name)| {
            other.span.start >= m.span.end && other.span.start < end && who.kind == NameKind::Person
        };
        name.kind == NameKind::Organisation && names_in(ledger, span).any(next)
    };
    names_in(ledger, span).filter(move |(m, name)| (m.span.start == span.start || told(m)) && !body(m, name))
}

/// "The minister of Fisheries, Ada Roth".
fn behind(ledger: &Ledger, span: Span) -> Option<Speaker<'_>> {
    let document = &ledger.document;
    let end = document.token_at(span.end);
    let at = document.token(end + 1).filter(|_| document.word(end) == ",")?.span;
    let (mention, name) = names_in(ledger, at).find(|(m, name)| m.span.start == at.start && is_person(name))?;
    Some(Speaker { name, span: mention.span, is_titled: false, is_meant: false })
}

/// "Mr. Roth".
fn is_titled(document: &Document, name: Span) -> bool {
    let before = |n: usize| document.token_at(name.start).checked_sub(n).map_or("", |i| document.word(i));
    let before_title = if before(1) == "." { before(2) } else { before(1) };
    let own = document.word(document.token_at(name.start));
    let title = |word: &str| is_title(word.trim_end_matches('.'));
    title(before_title) || title(own)
}

fn is_title(word: &str) -> bool {
    matches!(word, "mr" | "mrs" | "ms" | "dr" | "sir" | "dame" | "prof" | "professor")
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
    let people = foremost(ledger, before.span).filter(|(m, name)| is_person(name) && !ledger.is_quoted(m.span));
    let people: Vec<_> = people.collect();
    let (mention, name) = people.first()?;
    // "He is as old as Jon Lind": somebody else is spoken of.
    let (start, first) = (document.token_at(before.span.start), document.token_at(mention.span.start));
    if (start..first).any(|i| matches!(document.word(i), "he" | "she" | "his" | "her")) {
        return None;
    }
    let one = people.iter().all(|(_, other)| last_word(other) == last_word(name));
    one.then_some(Speaker { name, span: mention.span, is_titled: false, is_meant: true })
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
    let alike = strsim::osa_distance(last(a), last(b)) <= 1 || a_body_of(a.name, b.name) || a_body_of(b.name, a.name);
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
    own_words(name).rsplit(' ').next().unwrap_or_default()
}

/// The words of a person's name, without a post before it.
pub fn full_name<'a>(speaker: &Speaker<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    without_post(own_words(speaker.name))
}

/// "Council Member Ada Roth", "Council Member Grant Roth": behind what she is called, or behind plain words.
fn without_post(name: &str) -> impl Iterator<Item = &str> {
    let called = name.split(' ').enumerate().filter(|(_, w)| calling(w).is_some()).last().map(|(at, _)| at + 1);
    // A given name may be a word too.
    let last_two = name.split(' ').count().saturating_sub(2);
    let plain = || name.split(' ').position(|w| !is_common(w)).map(|at| at.min(last_two));
    name.split(' ').skip(called.or_else(plain).unwrap_or_default())
}

/// The name without what it is of: "ada roth of the harbour board".
fn own_words(name: &Name) -> &str {
    let tails = [" of ", " at ", " for ", " from "];
    let end = tails.iter().filter_map(|tail| name.entity.find(tail)).min();
    let own = end.and_then(|end| name.entity.get(..end)).filter(|own| own.contains(' '));
    own.unwrap_or(&name.entity)
}

/// Who speaks and is no body is a person, whatever else is known of the name; but for a post or a unit ("Harbour Director").
fn is_person(name: &Name) -> bool {
    let words = || without_post(own_words(name));
    name.kind == NameKind::Person
        || name.kind == NameKind::Other
            && (2..=3).contains(&words().count())
            && !words().any(|w| calling(w).is_some())
            && !words().all(|w| is_common(w) || STOP_WORDS.contains(w))
}

/// Is the one named by a word of the other, or of what that is of?
fn a_body_of(name: &Name, other: &Name) -> bool {
    related(own_words(name), &other.entity)
}

/// Do the two names share a word that tells?
fn related(a: &str, b: &str) -> bool {
    let telling = |w: &&str| w.len() > 2 && is_content(w);
    a.split([' ', '-']).filter(telling).any(|x| b.split([' ', '-']).filter(telling).any(|y| x == y))
}
