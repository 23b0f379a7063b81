//! Names of several words that differ in one letter of one word: "Academy of Science" in one
//! document, "Academy of Sciences" in another; "Ferdi Kestrel" and "Ferdi Kestrelz".
//!
//! Blocks: the other words of the name. Publishers transcribe names in their own ways: what two
//! transcriptions of one person differ in is no slip.

use super::{Context, Mode};
use crate::document::{Document, Role};
use crate::text::Span;
use crate::value::{NameKind, Value};
use std::collections::BTreeMap;

/// Shorter words differ by a letter too easily.
const LEAST_LETTERS: usize = 5;
/// More names than this around the same words are left alone.
const CROWD: usize = 40;

/// One spelling of a name.
struct Form {
    words: Vec<String>,
    /// Where it stands first in each document.
    places: BTreeMap<usize, Span>,
}

/// Two spellings: the one that fewer documents have, and where each stands.
pub struct Drift {
    pub rare: (usize, Span),
    pub often: (usize, Span),
    pub shared: String,
}

pub fn drifts(context: &Context) -> Vec<Drift> {
    if context.mode != Mode::Peers {
        return Vec::new();
    }
    let forms = forms(context);
    let mut blocks: BTreeMap<(usize, String), Vec<&Form>> = BTreeMap::new();
    for form in &forms {
        // A person's given name is often cut or written in another way: only surnames are compared.
        let first = if form.words.len() == 2 { 1 } else { 0 };
        for varied in first..form.words.len() {
            let others = form.words.iter().enumerate().filter(|(i, _)| *i != varied).map(|(_, w)| w.as_str());
            blocks.entry((varied, others.collect::<Vec<_>>().join(" "))).or_default().push(form);
        }
    }
    let mut found = Vec::new();
    for ((varied, shared), block) in blocks.iter().filter(|(_, b)| b.len() > 1 && b.len() <= CROWD) {
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                let (Some(x), Some(y)) = (a.words.get(*varied), b.words.get(*varied)) else { continue };
                let body = a.words.len() > 2;
                if is_slip(x, y, body) && !declared(context, a, b) {
                    found.extend(pair(context, a, b, shared));
                }
            }
        }
    }
    found
}

/// Does the project say anything of the two names?
fn declared(context: &Context, a: &Form, b: &Form) -> bool {
    context.settings.aliases.one(&a.words.join(" "), &b.words.join(" ")).is_some()
}

fn forms(context: &Context) -> Vec<Form> {
    let mut found: BTreeMap<Vec<String>, BTreeMap<usize, Span>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let document = &ledger.document;
        if document.role == Role::Source || document.foreign().is_some() {
            continue;
        }
        for mention in &ledger.mentions {
            let Value::Name(name) = &mention.value else { continue };
            let words = words(document, mention.span);
            let named = matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Other);
            if named && words.len() >= 2 {
                found.entry(words).or_default().entry(index).or_insert(mention.span);
            }
        }
    }
    found.into_iter().map(|(words, places)| Form { words, places }).collect()
}

fn words(document: &Document, span: Span) -> Vec<String> {
    document.slice(span).to_lowercase().replace('’', "'").split_whitespace().map(str::to_owned).collect()
}

/// A document has one spelling and not the other, and another one has the other.
fn pair(context: &Context, a: &Form, b: &Form, shared: &str) -> Option<Drift> {
    let (rare, often) = if a.places.len() <= b.places.len() { (a, b) } else { (b, a) };
    let (here, span) = rare.places.iter().find(|(d, _)| !often.places.contains_key(d))?;
    let only = often.places.iter().filter(|(d, _)| !rare.places.contains_key(d));
    let (there, other) = only.into_iter().find(|(d, _)| context.comparable(*here, **d))?;
    Some(Drift { rare: (*here, *span), often: (*there, *other), shared: shared.to_owned() })
}

/// One letter more, less, swapped or changed, and no other way of writing the same sound.
fn is_slip(x: &str, y: &str, body: bool) -> bool {
    let letters = |w: &str| w.chars().count() >= LEAST_LETTERS && w.chars().all(|c| c.is_ascii_lowercase());
    if !letters(x) || !letters(y) || strsim::osa_distance(x, y) != 1 {
        return false;
    }
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let at = short.bytes().zip(long.bytes()).position(|(a, b)| a != b).unwrap_or(short.len());
    let letter = |w: &str, i: usize| w.as_bytes().get(i).copied().unwrap_or(b' ');
    let vowel = |c: u8| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    if short.len() < long.len() {
        let more = letter(long, at);
        let doubled = at > 0 && letter(long, at - 1) == more || letter(long, at + 1) == more;
        // "colour" and "color", "Mohamed" and "Mohammed", "Gaddafi" and "Ghaddafi".
        return if body {
            !(doubled || more == b'u' || more == b'e')
        } else {
            !(doubled || vowel(more) || more == b'h')
        };
    }
    let (c, d) = (letter(short, at), letter(long, at));
    let swapped = letter(short, at + 1) == d && letter(long, at + 1) == c;
    let sounds = |pair: &str| pair.bytes().any(|p| p == c) && pair.bytes().any(|p| p == d);
    if swapped {
        // "theatre" and "theater".
        return !sounds("re");
    }
    let same_sound = ["sz", "cs", "ck", "kq", "ijy", "vwf", "bp", "dt", "gk", "cq", "jg"].iter().any(|p| sounds(p));
    !(same_sound || vowel(c) && vowel(d) && !body)
}
