//! One entity per document for all the ways it names a thing.

use super::run::Piece;
use crate::document::Document;
use crate::lexicon::en::countries;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::mention::quote::SAYING;
use crate::value::NameKind;
use std::collections::HashMap;

/// Gives every piece its entity: the folded words of the fullest name that it shortens.
pub fn link(document: &Document, pieces: &mut [Piece]) {
    let full = surnames(document, pieces);
    let acronyms = acronyms(document, pieces);
    for piece in pieces.iter_mut() {
        if !piece.entity.is_empty() {
            continue;
        }
        let folded = folded(document, piece);
        let single = piece.tokens.len() == 1;
        if let Some(found) = full.get(folded.as_str()).filter(|_| single) {
            match found {
                Some(name) => (piece.entity, piece.kind) = (name.clone(), NameKind::Person),
                // Two people of one surname: nobody in particular.
                None => piece.entity = format!("?{folded}"),
            }
        } else if let Some(name) = acronyms.get(folded.as_str()) {
            (piece.entity, piece.kind) = (name.clone(), NameKind::Organisation);
        } else {
            if piece.kind == NameKind::Other
                && (person(document, piece)
                    || last_word(document, piece).is_some_and(|w| full.contains_key(w.as_str()) && !single))
            {
                piece.kind = NameKind::Person;
            }
            if piece.kind == NameKind::Other
                && piece.tokens.start.checked_sub(1).is_some_and(|i| matches!(document.word(i), "in" | "near" | "at"))
            {
                piece.kind = NameKind::Place;
            }
            piece.entity = folded;
        }
    }
}

fn folded(document: &Document, piece: &Piece) -> String {
    document.slice(piece.span).to_lowercase().replace('’', "'")
}

fn last_word(document: &Document, piece: &Piece) -> Option<String> {
    let last = piece.tokens.end.checked_sub(1)?;
    Some(document.written(last).to_lowercase().replace('’', "'"))
}

/// Surnames that later stand alone, with the full name; none where two full names share one.
fn surnames(document: &Document, pieces: &[Piece]) -> HashMap<String, Option<String>> {
    let mut alone: HashMap<String, Option<String>> = HashMap::new();
    for piece in pieces.iter().filter(|p| p.tokens.len() == 1 && p.kind != NameKind::Country && p.entity.is_empty()) {
        alone.insert(folded(document, piece), None);
    }
    let mut full: HashMap<String, Option<String>> = HashMap::new();
    for piece in pieces
        .iter()
        .filter(|p| (2..=5).contains(&p.tokens.len()) && matches!(p.kind, NameKind::Person | NameKind::Other))
        .filter(|p| p.tokens.clone().all(|i| document.word(i) != "of"))
    {
        let Some(last) = last_word(document, piece).filter(|w| alone.contains_key(w)) else { continue };
        let name = folded(document, piece);
        full.entry(last).and_modify(|known| *known = known.take().filter(|k| *k == name)).or_insert(Some(name));
    }
    full
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
