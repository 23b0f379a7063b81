//! Names of several words that differ in one letter of one word: "Academy of Science" in one
//! document, "Academy of Sciences" in another; "Ferdi Kestrel" and "Ferdi Kestrelz".
//!
//! Blocks: the other words of the name. Publishers transcribe names in their own ways: what two
//! transcriptions of one person differ in is no slip.

use super::{Context, Mode};
use crate::compare::naming::{is_doubled, is_slip};
use crate::document::{Document, Role};
use crate::lexicon::en::given_forms::is_transcribed;
use crate::lexicon::en::given_names::is_given_name;
use crate::text::Span;
use crate::value::{NameKind, Value};
use std::collections::BTreeMap;

/// More names than this around the same words are left alone.
const CROWD: usize = 40;
/// So many places of the spelling that more documents have are shown.
const MOST: usize = 4;

/// One spelling of a name.
struct Form {
    words: Vec<String>,
    /// Where it stands first in each document.
    places: BTreeMap<usize, Span>,
}

/// Two spellings: where the one stands that fewer documents have, and where the other does.
pub struct Drift {
    pub rare: (usize, Span),
    pub often: Vec<(usize, Span)>,
    pub shared: String,
}

/// A name of so many words is one name wherever it stands.
const LONG: usize = 3;

/// Of documents that tell of one thing.
pub fn drifts(context: &Context) -> Vec<Drift> {
    between(context, 2, |a, b| context.comparable(a, b))
}

/// Of documents that do not.
pub fn drifts_beyond(context: &Context) -> Vec<Drift> {
    between(context, LONG, |a, b| !context.comparable(a, b))
}

fn between(context: &Context, least: usize, meet: impl Fn(usize, usize) -> bool) -> Vec<Drift> {
    if context.mode != Mode::Peers {
        return Vec::new();
    }
    let forms = forms(context, least);
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
                if (is_slip(x, y, body) || is_lettered(a, b) && is_doubled(x, y)) && !declared(context, a, b) {
                    found.extend(pair(a, b, shared, &meet));
                }
            }
        }
    }
    found
}

/// Is it a person's name that no other script is behind? Then a letter is doubled in one way only.
fn is_lettered(a: &Form, b: &Form) -> bool {
    [a, b].iter().all(|form| {
        form.words.len() == 2 && form.words.first().is_some_and(|given| is_given_name(given) && !is_transcribed(given))
    })
}

/// Does the project say anything of the two names?
fn declared(context: &Context, a: &Form, b: &Form) -> bool {
    context.settings.aliases.one(&a.words.join(" "), &b.words.join(" ")).is_some()
}

fn forms(context: &Context, least: usize) -> Vec<Form> {
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
            if named && words.len() >= least {
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
fn pair(a: &Form, b: &Form, shared: &str, meet: impl Fn(usize, usize) -> bool) -> Option<Drift> {
    let (rare, often) = if a.places.len() <= b.places.len() { (a, b) } else { (b, a) };
    let (here, span) = rare.places.iter().find(|(d, _)| !often.places.contains_key(d))?;
    let only = often.places.iter().filter(|(d, _)| !rare.places.contains_key(d) && meet(*here, **d));
    let there: Vec<(usize, Span)> = only.take(MOST).map(|(d, span)| (*d, *span)).collect();
    (!there.is_empty()).then(|| Drift { rare: (*here, *span), often: there, shared: shared.to_owned() })
}
