//! Runs of capitalised words, cut into names.

use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::names::{MID_TITLES, NO_NAMES, OPENERS, ORGANISATIONS, PARTICLES, TITLES};
use crate::lexicon::en::people::is_person;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::mention::Scope;
use crate::text::{Span, is_acronym};
use crate::value::{NameKind, Value};
use std::ops::Range;

/// A name with the tokens it covers.
#[derive(Debug, Clone)]
pub struct Piece {
    pub tokens: Range<usize>,
    pub span: Span,
    pub kind: NameKind,
    /// Filled by `entity`.
    pub entity: String,
    /// A title stands before it.
    pub titled: bool,
}

/// A run is at most this long; a headline in capitals is no name.
const LONGEST: usize = 9;

pub fn pieces(scope: &Scope) -> Vec<Piece> {
    let document = scope.document;
    let inside = Inside::of(document);
    let mut out = Vec::new();
    for sentence in 0..document.sentences.len() {
        let tokens = document.sentence_tokens(sentence);
        let mut at = tokens.start;
        let caseless = tokens.clone().all(|i| !is_capital(document, i));
        while at < tokens.end {
            if !is_capital(document, at) {
                at += if caseless { lower_case_country(document, at, &mut out).max(1) } else { 1 };
                continue;
            }
            let end = run_end(document, at, tokens.end);
            let opens =
                at == tokens.start || matches!(document.word(at.saturating_sub(1)), "“" | "\"" | "‘" | "'" | ":" | "•");
            let start = if opens { skip_opener(document, at, &inside) } else { at };
            if end - at <= LONGEST {
                cut(document, start..end, &mut out);
            }
            at = end.max(at + 1);
        }
    }
    out.retain(|p| p.kind == NameKind::Country || !counted(scope, p.span));
    out
}

/// Names that the project declares, whatever their case, in the place of what was read there.
pub fn declared(scope: &Scope, pieces: &mut Vec<Piece>) {
    let document = scope.document;
    let mut at = 0;
    while at < document.tokens.len() {
        let Some(alias) = scope.aliases.find(document, at) else {
            at += 1;
            continue;
        };
        let tokens = at..at + alias.tokens.max(1);
        at = tokens.end;
        let overlaps = |p: &Piece| p.tokens.start < tokens.end && tokens.start < p.tokens.end;
        // A longer name that was read there is another one: "Roth Street".
        if pieces.iter().any(|p| overlaps(p) && p.tokens.len() > tokens.len()) {
            continue;
        }
        let kind = pieces.iter().find(|p| overlaps(p)).map_or(NameKind::Other, |p| p.kind);
        pieces.retain(|p| !overlaps(p));
        let named = Piece { entity: alias.entity.to_owned(), ..piece(document, tokens, kind, false) };
        let place = pieces.partition_point(|p| p.span.start < named.span.start);
        pieces.insert(place, named);
    }
}

/// Part of a date or an amount ("May", "Q3")? Members of a list are names all the same.
fn counted(scope: &Scope, span: Span) -> bool {
    let until = scope.found.partition_point(|m| m.span.start < span.end);
    let near = scope.found.iter().take(until).rev().take(8);
    near.filter(|m| matches!(m.value, Value::Time(_) | Value::Amount(_))).any(|m| m.span.overlaps(span))
}

fn is_capital(document: &Document, index: usize) -> bool {
    document.token(index).is_some_and(|t| t.is_word() && t.capital)
}

/// Words that stand capitalised inside a sentence somewhere: such a word is a name at a sentence's start too.
struct Inside {
    /// For each word form: with one capital at its start, and in another way ("US", "macOS").
    forms: Vec<(bool, bool)>,
}

impl Inside {
    fn of(document: &Document) -> Inside {
        let mut forms = document.per_form(|_| (false, false));
        for sentence in &document.sentences {
            for index in sentence.tokens.start as usize + 1..sentence.tokens.end as usize {
                if !is_capital(document, index) {
                    continue;
                }
                let Some((plain, other)) = document.form(index).and_then(|form| forms.get_mut(form)) else { continue };
                let seen = if has_one_capital(document.written(index)) { plain } else { other };
                // Behind another capital it is part of a longer name ("New York Times"), unless English has no such word.
                *seen = *seen || !is_capital(document, index - 1) || !is_common(document.word(index));
            }
        }
        Inside { forms }
    }

    fn has(&self, document: &Document, index: usize) -> bool {
        let (plain, other) = document.form(index).and_then(|form| self.forms.get(form)).copied().unwrap_or_default();
        if has_one_capital(document.written(index)) { plain } else { other }
    }
}

fn has_one_capital(written: &str) -> bool {
    !written.bytes().skip(1).any(|b| b.is_ascii_uppercase())
}

/// The end of the run of capitals that starts at `at`: small words and hyphens may stand between.
fn run_end(document: &Document, at: usize, until: usize) -> usize {
    let small = |word: &str| PARTICLES.contains(word) && !matches!(word, "and" | "the" | "for");
    let mut end = at + 1;
    while end < until {
        let next = |i: usize| i < until && is_capital(document, i);
        let word = document.word(end);
        if next(end) {
            end += 1;
        } else if small(word) && next(end + 1) {
            end += 2;
        } else if (small(word) && small(document.word(end + 1)) || word == "of" && document.word(end + 1) == "the")
            && next(end + 2)
        {
            end += 3;
        } else if next(end + 1) && (hyphen(document, end) || (word == "." && document.word(end - 1).len() == 1)) {
            end += 2;
        } else {
            break;
        }
    }
    end
}

fn hyphen(document: &Document, at: usize) -> bool {
    document.word(at) == "-" && document.joined(at) && document.joined(at + 1)
}

/// Where the name starts in a run that opens a sentence.
fn skip_opener(document: &Document, at: usize, inside: &Inside) -> usize {
    let word = document.word(at);
    let named = || inside.has(document, at) || TITLES.contains(word) || ORGANISATIONS.contains(word);
    let common = STOP_WORDS.contains(word)
        || OPENERS.contains(word)
        || (!is_capital(document, at + 1) && !named() && countries::find(document, at).is_none());
    if common { at + 1 } else { at }
}

/// Cuts a run into names.
fn cut(document: &Document, run: Range<usize>, out: &mut Vec<Piece>) {
    let mut at = run.start;
    while at < run.end
        && (STOP_WORDS.contains(document.word(at)) || NO_NAMES.contains(document.word(at)))
        && !is_acronym(document.written(at))
        && place(document, at).is_none()
    {
        at += 1;
    }
    if at >= run.end {
        return;
    }
    let organisation = (at..run.end).any(|i| ORGANISATIONS.contains(document.word(i))) && run.end - at > 1;
    let mut titled = false;
    if organisation && countries::find(document, at).is_none_or(|f| at + f.tokens < run.end) {
        let office = office(document, at..run.end);
        out.push(piece(document, at..office.unwrap_or(run.end), NameKind::Organisation, false));
        let Some(office) = office else { return };
        (at, titled) = (office + 1, true);
    }
    while at < run.end {
        if let Some((tokens, kind, entity)) = place(document, at) {
            let mut found = piece(document, at..at + tokens, kind, false);
            found.entity = entity;
            out.push(found);
            at += tokens;
        } else if TITLES.contains(document.word(at)) && run.end - at > 1 {
            titled = true;
            at += if document.word(at + 1) == "." { 2 } else { 1 };
        } else if matches!(document.word(at), "-" | "." | "of" | "the") || NO_NAMES.contains(document.word(at)) {
            at += 1;
        } else {
            // "Arvex CEO Jon Lind" are two names.
            let office = |i: usize| MID_TITLES.contains(document.word(i)) && i + 1 < run.end;
            let end = (at + 1..run.end)
                .find(|i| place(document, *i).is_some() && document.word(i - 1) != "-" || office(*i))
                .unwrap_or(run.end);
            let end = if document.word(end - 1) == "of" { end - 1 } else { end };
            let kind = match () {
                () if titled => NameKind::Person,
                () if end == at + 1 && is_acronym(document.written(at)) => NameKind::Organisation,
                () => NameKind::Other,
            };
            out.push(piece(document, at..end.max(at + 1), kind, titled));
            at = end.max(at + 1);
        }
    }
}

/// Where the name of a body gives way to somebody's office there: "Harbour Council Member Ada Roth".
fn office(document: &Document, run: Range<usize>) -> Option<usize> {
    let is_body = |i: usize| ORGANISATIONS.contains(document.word(i));
    let body = run.clone().find(|i| is_body(*i))?;
    let is_office = |i: &usize| {
        let word = document.word(*i);
        is_person(word) && !word.ends_with('s')
    };
    let office = (body + 1..run.end).find(is_office)?;
    let named = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital) && !is_body(i);
    (office + 1 < run.end && (office + 1..run.end).all(named)).then_some(office)
}

fn piece(document: &Document, tokens: Range<usize>, kind: NameKind, titled: bool) -> Piece {
    let first = document.token(tokens.start).map_or(Span::default(), |t| t.span);
    let last = tokens.end.checked_sub(1).and_then(|i| document.token(i)).map_or(first, |t| t.span);
    Piece { span: first.cover(last), tokens, kind, entity: String::new(), titled }
}

/// A country or region at `at`: its tokens, kind and entity.
fn place(document: &Document, at: usize) -> Option<(usize, NameKind, String)> {
    if let Some(found) = countries::find(document, at) {
        let acts = found.form != Form::Seat || countries::acts_as_government(document, at, found.tokens);
        let entity = || format!("iso:{}", found.country.code);
        return Some(if acts {
            (found.tokens, NameKind::Country, entity())
        } else {
            (found.tokens, NameKind::Place, String::new())
        });
    }
    countries::find_region(document, at)
        .map(|(region, _, tokens)| (tokens, NameKind::Place, format!("region:{}", region.id)))
}

/// A country written without a capital, in a text that has none: the number of its tokens.
fn lower_case_country(document: &Document, at: usize, out: &mut Vec<Piece>) -> usize {
    let Some(found) = countries::find(document, at).filter(|f| f.form != Form::Seat) else { return 0 };
    let mut name = piece(document, at..at + found.tokens, NameKind::Country, false);
    name.entity = format!("iso:{}", found.country.code);
    out.push(name);
    found.tokens
}
