//! The names of all sources, each with every place that has it.

use super::spot::{AROUND_SOURCE, Spot, neighbours};
use crate::claim::{Ledger, Stem, is_content};
use crate::document::{Document, Role};
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::names::BEFORE_PLACES;
use crate::text::{Span, is_acronym};
use crate::value::{NameKind, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Shorter words make no name.
const LEAST_LETTERS: usize = 4;
/// A word that stands with more names than this finds none of them; a place with no other word is said to be passed over.
const MOST_NAMES: usize = 200;

/// What kind of thing a name stands for: "Danish" can stand where no "Denmark" can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Named(NameKind),
    Demonym,
}

/// A name where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    pub span: Span,
    entity: &'a str,
    kind: NameKind,
}

impl Named<'_> {
    /// Written without a capital; that a country is meant is sure all the same.
    pub fn is_small(&self, ledger: &Ledger) -> bool {
        self.kind != NameKind::Country && !ledger.document.slice(self.span).contains(char::is_uppercase)
    }
}

/// All that the sources call one thing.
#[derive(Debug, Default)]
pub struct Known<'a> {
    pub words: Vec<String>,
    kinds: BTreeMap<Kind, usize>,
    at_places: usize,
    pub spots: Vec<Spot<'a>>,
    pub before: BTreeSet<&'a str>,
    pub behind: BTreeSet<&'a str>,
}

impl Known<'_> {
    /// The kind most places give it; where none does, a place if it stands as one.
    pub fn kind(&self) -> Kind {
        let told = self.kinds.iter().filter(|(kind, _)| **kind != Kind::Named(NameKind::Other));
        match told.max_by_key(|(_, times)| **times) {
            Some((kind, _)) => *kind,
            None if self.at_places * 2 >= self.spots.len() => Kind::Named(NameKind::Place),
            None => Kind::Named(NameKind::Other),
        }
    }

    /// "Scotland" and "Scottish", "Holm" and "Holm's": words that begin alike are one name
    /// here, and so are "NHB" and "North Harbour Bank".
    pub fn shares_a_word(&self, words: &[String]) -> bool {
        let initials = || self.words.iter().filter_map(|w| w.chars().next()).collect::<String>();
        words.iter().any(|x| self.words.iter().any(|y| beginning(x) == beginning(y)) || *x == initials())
    }
}

/// The names of all sources, and those that each word of a source stands in a sentence with.
#[derive(Debug, Default)]
pub struct Names<'a> {
    pub known: Vec<Known<'a>>,
    with: HashMap<Stem, Vec<usize>>,
    by_id: HashMap<&'a str, usize>,
    by_beginning: HashMap<String, usize>,
    /// Words that a source writes without a capital.
    small: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    pub fn of_sources(ledgers: &'a [Ledger]) -> Names<'a> {
        let mut names = Names::default();
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            for name in named(ledger) {
                names.add(document, ledger, &name);
            }
            let small = ledger.document.tokens.iter().filter(|t| t.is_word() && !t.capital);
            names.small.extend(small.map(|t| ledger.document.slice_lower(t.span)));
        }
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            for name in names.opening(ledger) {
                names.add(document, ledger, &name);
            }
        }
        names
    }

    /// All names of a draft that the sources may know.
    pub fn of_draft(&self, draft: &'a Ledger) -> Vec<Named<'a>> {
        named(draft).chain(self.opening(draft)).collect()
    }

    /// Names where a capital tells nothing: words that open a sentence, and all words of a
    /// sentence without capitals, if the sources use them as names and never write them small.
    fn opening<'l>(&self, ledger: &'l Ledger) -> Vec<Named<'l>> {
        let document = &ledger.document;
        let capital = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital);
        let mut found: Vec<Named> = Vec::new();
        for sentence in 0..document.sentences.len() {
            let tokens = document.sentence_tokens(sentence);
            let caseless = !tokens.clone().any(capital);
            let until = if caseless { tokens.end } else { tokens.end.min(tokens.start + 1) };
            for index in tokens.start..until {
                let (word, Some(token)) = (document.word(index), document.token(index)) else { continue };
                let read = ledger.mentions.binary_search_by_key(&token.span.start, |m| m.span.start).is_ok();
                if read || !token.is_word() || !(token.capital || caseless) || !self.is_name(word) {
                    continue;
                }
                match found.last_mut() {
                    // Words of one name in a row.
                    Some(last)
                        if self.by_beginning.get(beginning(last.entity)) == self.by_beginning.get(beginning(word))
                            && document.token_at(last.span.end) == index =>
                    {
                        last.span = last.span.cover(token.span)
                    }
                    _ => found.push(Named { span: token.span, entity: word, kind: NameKind::Other }),
                }
            }
        }
        found
    }

    fn is_name(&self, word: &str) -> bool {
        if self.small.contains(word) {
            return false;
        }
        let known = self.by_beginning.get(beginning(word)).and_then(|i| self.known.get(*i));
        known.is_some_and(|k| k.words.iter().any(|w| w == word))
    }

    fn add(&mut self, document: usize, ledger: &'a Ledger, name: &Named<'a>) {
        let span = name.span;
        let words = words(&ledger.document, span);
        if words.is_empty() {
            return;
        }
        let country = name.kind == NameKind::Country;
        let index = if country { self.by_id.get(name.entity).copied() } else { self.meant(name, &words).next() };
        let index = index.unwrap_or(self.known.len());
        self.by_id.insert(name.entity, index);
        if !country {
            for word in &words {
                self.by_beginning.entry(beginning(word).to_owned()).or_insert(index);
            }
        }
        if index == self.known.len() {
            self.known.push(Known::default());
        }
        let Some(known) = self.known.get_mut(index) else { return };
        let spot = Spot::new(document, ledger, span, AROUND_SOURCE);
        for stem in spot.stems() {
            let names = self.with.entry(*stem).or_default();
            if names.last() != Some(&index) {
                names.push(index);
            }
        }
        let (before, behind) = neighbours(&ledger.document, span);
        known.words.extend(words);
        *known.kinds.entry(kind(&ledger.document, name)).or_default() += 1;
        known.at_places += usize::from(BEFORE_PLACES.contains(before) || matches!(before, "from" | "to"));
        known.before.insert(before);
        known.behind.insert(behind);
        known.spots.push(spot);
    }

    /// What the sources mean by these words: a country's name may be part of another's ("Cuba Street").
    pub fn meant<'n>(&'n self, name: &Named, words: &'n [String]) -> impl Iterator<Item = usize> + 'n {
        let by_word = words.iter().filter_map(|w| self.by_beginning.get(beginning(w)));
        self.by_id.get(name.entity).into_iter().chain(by_word).copied()
    }

    /// The names that stand in a sentence with one of these words; none where each of the words stands with too many.
    pub fn beside(&self, stems: &[Stem]) -> Option<BTreeSet<usize>> {
        let with: Vec<&Vec<usize>> = stems.iter().filter_map(|s| self.with.get(s)).collect();
        let few = with.iter().copied().filter(|names| names.len() <= MOST_NAMES);
        let crowded = !with.is_empty() && few.clone().next().is_none();
        (!crowded).then(|| few.flatten().copied().collect())
    }
}

fn named(ledger: &Ledger) -> impl Iterator<Item = Named<'_>> {
    ledger.mentions.iter().filter_map(|mention| match &mention.value {
        Value::Name(name) => Some(Named { span: mention.span, entity: &name.entity, kind: name.kind }),
        _ => None,
    })
}

fn kind(document: &Document, name: &Named) -> Kind {
    let demonym = |found: countries::Found| found.form == Form::Demonym;
    match name.kind {
        NameKind::Country if countries::find(document, document.token_at(name.span.start)).is_some_and(demonym) => {
            Kind::Demonym
        }
        kind => Kind::Named(kind),
    }
}

/// The words of a name that can tell it from others, in lower case.
pub fn words(document: &Document, span: Span) -> Vec<String> {
    let tokens = document.token_at(span.start)..document.token_at(span.end);
    let tells = |i: &usize| {
        let word = document.word(*i);
        word.len() >= LEAST_LETTERS && is_content(word) || is_acronym(document.written(*i))
    };
    let words = tokens.filter(|i| document.token(*i).is_some_and(|t| t.is_word())).filter(tells);
    words.map(|i| document.word(i).to_owned()).collect()
}

fn beginning(word: &str) -> &str {
    let end = word.char_indices().nth(LEAST_LETTERS).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}
