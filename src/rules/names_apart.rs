//! Names of several words that differ in one letter of one word: "Academy of Science" in one
//! document, "Academy of Sciences" in another; "Ferdi Kestrel" and "Ferdi Kestrelz".
//!
//! Blocks: the other words of the name. Publishers transcribe names in their own ways: what two
//! transcriptions of one person differ in is no slip.

use super::Context;
use crate::align::Blocks;
use crate::compare::naming::{is_doubled, is_slip};
use crate::compare::spelt::is_plural_of_other;
use crate::document::Document;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_forms::is_transcribed;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::names::ORGANISATIONS;
use crate::lexicon::en::nouns::COUNTING;
use crate::story::are_apart;
use crate::text::Span;
use crate::value::{NameKind, Value};
use std::collections::BTreeMap;

/// More names than this around the same words are held against each other only where they are spelt alike.
const CROWD: usize = 40;
/// So many places of the spelling that more documents have are shown.
const MOST: usize = 4;

/// One spelling of a name.
struct Form {
    words: Vec<String>,
    is_person: bool,
    /// Where it stands first in each document.
    places: BTreeMap<usize, Span>,
    /// "an Award", "three Awards": there are many.
    is_counted: bool,
    /// The end of a longer name: "Institute of Walls and Inner Walls".
    is_end: bool,
    in_capitals: bool,
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
pub fn drifts(context: &Context, blocks: &mut Blocks) -> Vec<Drift> {
    between(context, blocks, 2, |a, b| context.comparable(a, b))
}

/// Of documents that do not.
pub fn drifts_beyond(context: &Context, blocks: &mut Blocks) -> Vec<Drift> {
    let path = |document: usize| context.document(document).map_or("", |d| d.path.as_str());
    between(context, blocks, LONG, |a, b| !context.comparable(a, b) && !are_apart(path(a), path(b)))
}

fn between(context: &Context, thin: &mut Blocks, least: usize, meet: impl Fn(usize, usize) -> bool) -> Vec<Drift> {
    if context.ledgers.len() < 2 {
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
    for ((varied, shared), block) in &blocks {
        let words: Vec<(usize, &str)> =
            block.iter().map(|form| form.words.get(*varied).map_or("", String::as_str)).enumerate().collect();
        for (i, k) in thin.spelt_alike(&words, CROWD, 1) {
            let (Some(a), Some(b)) = (block.get(i), block.get(k)) else { continue };
            let (Some(x), Some(y)) = (a.words.get(*varied), b.words.get(*varied)) else { continue };
            let body = a.words.len() > 2;
            let slip = is_slip(x, y, body) || is_lettered(a, b) && is_doubled(x, y);
            if slip && !are_two(context, (a, x), (b, y), *varied) && !declared(context, a, b) {
                found.extend(pair(a, b, shared, &meet));
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

/// Do the words tell two names, or one thing and many of it, rather than two spellings?
fn are_two(context: &Context, (a, x): (&Form, &str), (b, y): (&Form, &str), varied: usize) -> bool {
    if a.in_capitals && b.in_capitals || is_marked_by_a_capital(context, a, b, varied) {
        return true;
    }
    let is_joined = x.contains('-') && y.contains('-');
    if is_joined && !a.is_person && !b.is_person && x.chars().next() != y.chars().next() {
        return true;
    }
    // "Opens Both Gates" and "Open Both Gates": what a line begins with is a verb.
    if varied == 0 && is_plural_of_other(x, y) && is_common(x) && is_common(y) && opens(context, a) && opens(context, b)
    {
        return true;
    }
    if !is_plural_of_other(x, y) {
        return is_common(x) && is_common(y);
    }
    // What there are many of is told by the name's head; its other words only describe it.
    let head = a.words.iter().position(|w| w == "of").unwrap_or(a.words.len()).checked_sub(1);
    let is_body =
        [a, b].iter().any(|f| head.and_then(|i| f.words.get(i)).is_some_and(|w| ORGANISATIONS.contains(w.as_str())));
    let is_end = a.is_end && b.is_end;
    let many = [a, b].iter().any(|form| form.is_person || form.is_counted || is_small(context, form));
    // "Storm Georg" and "Storm Georgs": what is no noun is not counted.
    let small = |form: &Form, word: &str| {
        let is_lower = |d: &Document| {
            let mut places = d.text.match_indices(word);
            places.any(|(at, _)| {
                let behind = d.text.get(at + word.len()..).unwrap_or_default();
                d.text.get(..at).is_some_and(|before| before.ends_with(' '))
                    && !behind.starts_with(char::is_alphanumeric)
            })
        };
        form.places.keys().filter_map(|d| context.document(*d)).any(is_lower)
    };
    let is_noun = is_common(x) || is_common(y) || small(a, x) || small(b, y);
    many || head == Some(varied) && is_noun && !is_body && !is_end
}

/// Does the name open a sentence wherever it stands first?
fn opens(context: &Context, form: &Form) -> bool {
    form.places.iter().all(|(document, span)| {
        context.document(*document).is_some_and(|d| {
            d.sentences.get(d.sentence_at(span.start)).is_some_and(|sentence| sentence.span.start == span.start)
        })
    })
}

/// "Solo" and "SoloX": a capital behind a word makes another name of it.
fn is_marked_by_a_capital(context: &Context, a: &Form, b: &Form, varied: usize) -> bool {
    let printed = |form: &Form| {
        let (document, span) = form.places.first_key_value()?;
        context.document(*document)?.slice(*span).split_whitespace().nth(varied)
    };
    let Some((x, y)) = printed(a).zip(printed(b)) else { return false };
    let marked = |x: &str, y: &str| {
        y.strip_prefix(x).is_some_and(|rest| rest.len() == 1 && rest.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    (marked(x, y) || marked(y, x)) && x.contains(char::is_lowercase)
}

/// Does a document that has the name write it without capitals too? Then it is a noun like others.
fn is_small(context: &Context, form: &Form) -> bool {
    // "the harbour networks of Delm": what the name is of is no part of the noun.
    let noun = form.words.iter().position(|w| w == "of").filter(|n| *n > 1).unwrap_or(form.words.len());
    let phrase = form.words.iter().take(noun).cloned().collect::<Vec<_>>().join(" ");
    let in_small = |document: &Document| {
        let mut places = document.lower.match_indices(&phrase);
        places
            .any(|(at, words)| document.text.get(at..at + words.len()).is_some_and(|w| !w.contains(char::is_uppercase)))
    };
    form.places.keys().filter_map(|d| context.document(*d)).any(in_small)
}

fn forms(context: &Context, least: usize) -> Vec<Form> {
    let mut found: BTreeMap<Vec<String>, Form> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let document = &ledger.document;
        if document.foreign().is_some() {
            continue;
        }
        for mention in &ledger.mentions {
            let Value::Name(name) = &mention.value else { continue };
            let named = matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Other);
            if named && document.slice(mention.span).split_whitespace().nth(least - 1).is_some() {
                let words = words(document, mention.span);
                let form = found.entry(words.clone()).or_insert_with(|| Form {
                    words,
                    is_person: false,
                    places: BTreeMap::new(),
                    is_counted: false,
                    is_end: true,
                    in_capitals: true,
                });
                form.is_person |= name.kind == NameKind::Person;
                form.is_counted |= is_counted(document, mention.span);
                form.is_end &= is_end(document, mention.span);
                form.in_capitals &= !document.slice(mention.span).contains(char::is_lowercase);
                form.places.entry(index).or_insert(mention.span);
            }
        }
    }
    found.into_values().collect()
}

/// Does a word stand before the name that only one of many takes, or several do?
fn is_counted(document: &Document, name: Span) -> bool {
    let first = document.token_at(name.start);
    let Some(before) =
        first.checked_sub(1).filter(|i| document.sentence_tokens(document.sentence_at(name.start)).contains(i))
    else {
        return false;
    };
    document.token(before).is_some_and(|t| t.is_number()) || COUNTING.contains(document.word(before))
}

/// "… of Walls and" before it: the name is the end of a longer one.
fn is_end(document: &Document, name: Span) -> bool {
    let first = document.token_at(name.start);
    let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
    let joins = |i: usize| matches!(document.word(i), "and" | "&" | "of");
    first.checked_sub(1).is_some_and(joins) && first.checked_sub(2).is_some_and(capital)
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
