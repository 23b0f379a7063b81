//! The names of all sources, each with every place that has it.

use super::spot::{AROUND_SOURCE, Spot, neighbours};
use crate::claim::{Ledger, Stem, is_content};
use crate::document::{Document, Role};
use crate::lexicon::en::countries::{self, Form};
use crate::lexicon::en::names::BEFORE_PLACES;
use crate::text::Span;
use crate::value::{Name, NameKind, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Shorter words make no name.
const LEAST_LETTERS: usize = 4;
/// A word that stands with more names than this finds none of them.
const MOST_NAMES: usize = 200;

/// What kind of thing a name stands for: "Danish" can stand where no "Denmark" can.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Named(NameKind),
    Demonym,
}

/// All that the sources call one thing.
#[derive(Debug, Default)]
pub struct Known<'a> {
    ids: BTreeSet<&'a str>,
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

    /// "Scotland" and "Scottish", "Holm" and "Holm's": words that begin alike are one name here.
    pub fn shares_a_word(&self, words: &[String]) -> bool {
        words.iter().any(|x| self.words.iter().any(|y| beginning(x) == beginning(y)))
    }
}

/// The names of all sources, and those that each word of a source stands in a sentence with.
#[derive(Debug, Default)]
pub struct Names<'a> {
    pub known: Vec<Known<'a>>,
    with: HashMap<Stem, Vec<usize>>,
    by_id: HashMap<&'a str, usize>,
    by_beginning: HashMap<String, usize>,
}

impl<'a> Names<'a> {
    pub fn of_sources(ledgers: &'a [Ledger]) -> Names<'a> {
        let mut names = Names::default();
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            for mention in &ledger.mentions {
                if let Value::Name(name) = &mention.value {
                    names.add(document, ledger, mention.span, name);
                }
            }
        }
        names
    }

    fn add(&mut self, document: usize, ledger: &'a Ledger, span: Span, name: &'a Name) {
        let words = words(&ledger.document, span);
        if words.is_empty() {
            return;
        }
        let country = name.kind == NameKind::Country;
        let index =
            if country { self.by_id.get(name.entity.as_str()).copied() } else { self.meant(name, &words).next() };
        let index = index.unwrap_or(self.known.len());
        self.by_id.insert(&name.entity, index);
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
        known.ids.insert(&name.entity);
        known.words.extend(words);
        *known.kinds.entry(kind(&ledger.document, span, name)).or_default() += 1;
        known.at_places += usize::from(BEFORE_PLACES.contains(before) || matches!(before, "from" | "to"));
        known.before.insert(before);
        known.behind.insert(behind);
        known.spots.push(spot);
    }

    /// What the sources mean by these words: a country's name may be part of another's ("Cuba Street").
    pub fn meant<'n>(&'n self, name: &Name, words: &'n [String]) -> impl Iterator<Item = usize> + 'n {
        let by_word = words.iter().filter_map(|w| self.by_beginning.get(beginning(w)));
        self.by_id.get(name.entity.as_str()).into_iter().chain(by_word).copied()
    }

    /// The names that stand in a sentence with one of these words.
    pub fn beside(&self, stems: &[Stem]) -> BTreeSet<usize> {
        stems
            .iter()
            .filter_map(|s| self.with.get(s))
            .filter(|names| names.len() <= MOST_NAMES)
            .flatten()
            .copied()
            .collect()
    }
}

fn kind(document: &Document, span: Span, name: &Name) -> Kind {
    let demonym = |found: countries::Found| found.form == Form::Demonym;
    match name.kind {
        NameKind::Country if countries::find(document, document.token_at(span.start)).is_some_and(demonym) => {
            Kind::Demonym
        }
        kind => Kind::Named(kind),
    }
}

/// The words of a name that can tell it from others, in lower case.
pub fn words(document: &Document, span: Span) -> Vec<String> {
    let tokens = document.token_at(span.start)..document.token_at(span.end);
    let words = tokens.filter(|i| document.token(*i).is_some_and(|t| t.is_word())).map(|i| document.word(i));
    words.filter(|w| w.len() >= LEAST_LETTERS && is_content(w)).map(str::to_owned).collect()
}

fn beginning(word: &str) -> &str {
    let end = word.char_indices().nth(LEAST_LETTERS).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}
