//! One entity per document for all the ways it names a thing.

use super::run::Piece;
use crate::document::Document;
use crate::lexicon::en::countries;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::names::PLACES;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::mention::quote::SAYING;
use crate::value::NameKind;
use std::collections::HashMap;

/// Gives every piece its entity: the folded words of the fullest name that it shortens.
pub fn link(document: &Document, pieces: &mut [Piece]) {
    let short = surnames(document, pieces);
    let acronyms = acronyms(document, pieces);
    for piece in pieces.iter_mut() {
        if !piece.entity.is_empty() {
            continue;
        }
        let folded = folded(document, piece);
        let single = piece.tokens.len() == 1;
        if let Some(found) = short.get(folded.as_str()).filter(|_| single) {
            // Two people of one surname: nobody in particular.
            piece.entity = found.full.clone().unwrap_or_else(|| format!("?{folded}"));
            piece.kind = found.kind;
        } else if let Some(name) = acronyms.get(folded.as_str()) {
            (piece.entity, piece.kind) = (name.clone(), NameKind::Organisation);
        } else {
            if piece.kind == NameKind::Other {
                piece.kind = kind(document, piece, &short);
            }
            piece.entity = folded;
        }
    }
}

/// What the words of a name and around it say of its kind.
fn kind(document: &Document, piece: &Piece, short: &HashMap<String, Short>) -> NameKind {
    let long = piece.tokens.len() > 1;
    let last = last_word(document, piece).filter(|_| long).unwrap_or_default();
    let surname = short.get(&last).is_some_and(|s| s.kind == NameKind::Person);
    if person(document, piece) || surname {
        return NameKind::Person;
    }
    let before = before(document, piece);
    let at_place = matches!(before, "in" | "near" | "at");
    let given = is_given_name(document.word(piece.tokens.start));
    match PLACES.contains(last.as_str()) {
        _ if at_place && !(given && long) => NameKind::Place,
        // "Jon Hill" won the prize; the prize was found on "Jon Hill".
        true if given && !at_place && before != "on" => NameKind::Person,
        true => NameKind::Place,
        false if given => NameKind::Person,
        false => NameKind::Other,
    }
}

fn folded(document: &Document, piece: &Piece) -> String {
    document.slice(piece.span).to_lowercase().replace('’', "'")
}

fn last_word(document: &Document, piece: &Piece) -> Option<String> {
    let last = piece.tokens.end.checked_sub(1)?;
    Some(document.written(last).to_lowercase().replace('’', "'"))
}

/// The last word of a longer name, as it stands alone.
struct Short {
    /// None where two longer names end in it.
    full: Option<String>,
    kind: NameKind,
}

/// Surnames that later stand alone; what stands only behind "the" ("the Herons") is no person.
fn surnames(document: &Document, pieces: &[Piece]) -> HashMap<String, Short> {
    let mut alone: HashMap<String, NameKind> = HashMap::new();
    for piece in pieces.iter().filter(|p| p.tokens.len() == 1 && p.kind != NameKind::Country && p.entity.is_empty()) {
        let kind = if before(document, piece) == "the" { NameKind::Other } else { NameKind::Person };
        alone.entry(folded(document, piece)).and_modify(|k| *k = kind.min(*k)).or_insert(kind);
    }
    let mut found: HashMap<String, Short> = HashMap::new();
    for piece in pieces
        .iter()
        .filter(|p| (2..=5).contains(&p.tokens.len()) && matches!(p.kind, NameKind::Person | NameKind::Other))
        .filter(|p| p.tokens.clone().all(|i| document.word(i) != "of"))
    {
        let Some(last) = last_word(document, piece) else { continue };
        let Some(kind) = alone.get(&last).copied() else { continue };
        let name = folded(document, piece);
        let short = found.entry(last).or_insert_with(|| Short { full: Some(name.clone()), kind });
        short.full = short.full.take().filter(|known| *known == name);
    }
    found
}

fn before<'a>(document: &'a Document, piece: &Piece) -> &'a str {
    piece.tokens.start.checked_sub(1).map_or("", |i| document.word(i))
}

/// Signs of a person around a name: a title, an age, a verb of saying, "who".
fn person(document: &Document, piece: &Piece) -> bool {
    let next = piece.tokens.end;
    let age = document.word(next) == ","
        && document.token(next + 1).is_some_and(|t| t.is_number() && t.span.len() == 2)
        && document.word(next + 2) == ",";
    let who = document.word(next) == "," && document.word(next + 1) == "who" || document.word(next) == "who";
    let says = SAYING.contains(document.word(next)) && piece.tokens.len() > 1;
    piece.titled || age || who || says
}

/// "World Health Organization (WHO)": the acronyms that the text itself defines, with the full name.
fn acronyms(document: &Document, pieces: &[Piece]) -> HashMap<String, String> {
    let mut found = HashMap::new();
    for piece in pieces.iter().filter(|p| p.tokens.len() > 1) {
        let next = piece.tokens.end;
        if document.word(next) != "(" || document.word(next + 2) != ")" {
            continue;
        }
        let short = document.written(next + 1);
        if initials(document, piece) == short && countries::country(short).is_none() {
            found.insert(short.to_lowercase(), folded(document, piece));
        }
    }
    found
}

fn initials(document: &Document, piece: &Piece) -> String {
    let words = piece
        .tokens
        .clone()
        .filter(|i| document.token(*i).is_some_and(|t| t.is_word()) && !STOP_WORDS.contains(document.word(*i)));
    words.filter_map(|i| document.written(i).chars().next()).flat_map(char::to_uppercase).collect()
}
