//! # name/unsupported
//!
//! ## What it reports
//!
//! A name of a draft that stands in none of its sources (`--against`); one that is a
//! place in the draft where the sources know a person of that name; one that the sources
//! number otherwise ("Heron 9" for "Heron 12"); and one that the source has in another
//! connection, with another name where the draft has this one.
//!
//! ## Why
//!
//! A name that no source carries was mixed up, misremembered, or made up.
//!
//! ## Example
//!
//! > Draft: The dam was built by Ada Roth. Source: The dam was built by Max Lind.
//!
//! No source carries "Ada Roth". What the sources have nearest to it is shown: "Max Lind".
//!
//! ## What it leaves alone
//!
//! Given names beside a surname that the sources carry; countries, which writers infer;
//! other forms of a word of the sources; in a text without capitals every word that a
//! dictionary knows; one of several names in a row; a name in another connection, unless
//! another name of the same kind, or behind the same word ("in", "minister"), fits the
//! place clearly better by the words that the source has around it.
//!
//! ## How to silence
//!
//! Correct the name, or add the source that carries it.
//! Where it is meant: `allow name/unsupported`.

use super::nearest::Beside;
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::{Addend, Renamed, Spot};
use crate::claim::Ledger;
use crate::compare::numbered::Numbered;
use crate::document::{Document, Role};
use crate::lexicon::en::countries;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::names::{BEFORE_PLACES, NO_NAMES, TITLES};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Name, NameKind, Value};
use std::collections::HashSet;

pub const RULE: Rule = Rule {
    id: "name/unsupported",
    severity: Severity::Warning,
    summary: "a name of the draft stands in no source",
    source: include_str!("name_unsupported.rs"),
    yields_to: &[],
    check,
};

/// Shorter words are no evidence.
const LEAST_LETTERS: usize = 4;

/// What the sources print.
#[derive(Default)]
struct Known {
    words: HashSet<String>,
    /// Beginnings of words: other forms of a word begin alike.
    stems: HashSet<String>,
    /// Names of several words that look like no person's.
    whole: HashSet<String>,
    /// Last words of names of people.
    people: HashSet<String>,
    /// Words that stand after a preposition of place.
    places: HashSet<String>,
}

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode != Mode::Against {
        return;
    }
    let beside = Beside::default();
    let mut known = Known::default();
    let mut numbers = Numbered::default();
    for ledger in context.ledgers.iter().filter(|l| l.document.role == Role::Source) {
        known.add(ledger);
        numbers.add(&ledger.document, &ledger.mentions);
    }
    let rarity = &context.alignment.rarity;
    let renamed = Renamed::new(context.ledgers, rarity);
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Draft) {
        for (span, other) in numbers.renumbered(&ledger.document, &ledger.mentions) {
            let words = ledger.document.slice(span);
            let message = format!("No source carries the name “{words}”: they give it other numbers, such as {other}");
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Unsupported, message)
                    .label(Label::primary(index, span, format!("{other} in the sources")))
                    .help("Correct the number, or add the source that carries it"),
            );
        }
        let absent = names(ledger, &known);
        for (span, place, evidence) in renamed.of_draft(ledger) {
            if absent.iter().all(|(other, _)| !other.overlaps(span)) {
                let words = ledger.document.slice(span);
                outcome.report(out_of_place(words, Label::primary(index, span, ""), place, evidence));
            }
        }
        for (span, why) in absent {
            let words = ledger.document.slice(span);
            let (message, note) = match why {
                Fault::Absent => (format!("No source carries the name “{words}”"), "in no source"),
                Fault::Place => (
                    format!("“{words}” is a place here and a person in the sources"),
                    "a place here, a person in the sources",
                ),
            };
            let finding = Finding::new(&RULE, FindingVerdict::Unsupported, message)
                .label(Label::primary(index, span, note))
                .help("Correct the name, or add the source that carries it");
            outcome.report(beside.show(context, finding, index, span));
        }
    }
    renamed.tell(&mut outcome.blocks);
}

fn out_of_place(words: &str, draft: Label, place: &Spot, evidence: Vec<Addend>) -> Finding {
    let theirs = place.words();
    let message = format!("The source has “{theirs}” rather than “{words}” among words like these");
    Finding::new(&RULE, FindingVerdict::Unsupported, message)
        .label(Label { note: format!("“{theirs}” in the source?"), ..draft })
        .label(Label::related(place.document, place.span, "among words like the draft's"))
        .evidence(evidence)
        .help("Correct the name, or say what it has to do with this")
}

enum Fault {
    Absent,
    Place,
}

fn names(ledger: &Ledger, known: &Known) -> Vec<(Span, Fault)> {
    let document = &ledger.document;
    let mut found = Vec::new();
    for mention in &ledger.mentions {
        let Value::Name(name) = &mention.value else { continue };
        if !matches!(name.kind, NameKind::Country) && !name.entity.starts_with("region:") {
            found.extend(known.fault(document, mention).map(|fault| (mention.span, fault)));
        }
    }
    for (number, sentence) in document.sentences.iter().enumerate() {
        let mut tokens = document.sentence_tokens(number);
        if tokens.clone().all(|i| document.token(i).is_some_and(|t| !t.capital)) {
            let unknown = tokens.find(|i| known.is_strange(document, *i, sentence.tokens.end as usize));
            found.extend(unknown.and_then(|i| document.token(i)).map(|t| (t.span, Fault::Absent)));
        }
    }
    found.sort_by_key(|(span, _)| *span);
    found
}

impl Known {
    fn add(&mut self, ledger: &Ledger) {
        let document = &ledger.document;
        for (index, token) in document.tokens.iter().enumerate().filter(|(_, t)| t.is_word()) {
            let word = fold(document.slice(token.span));
            self.stems.extend(stems(&word).map(str::to_owned));
            if token.capital
                && matches!(
                    document.word(index.saturating_sub(1)),
                    "in" | "at" | "near" | "from" | "of" | "to" | "the" | "outside"
                )
            {
                self.places.insert(word.clone());
            }
            // "O'Sullivan" is "Sullivan" too.
            self.words.extend(word.split_once('\'').map(|(_, rest)| rest.to_owned()));
            self.words.insert(word);
        }
        for mention in &ledger.mentions {
            let Value::Name(name) = &mention.value else { continue };
            if name.kind != NameKind::Person {
                self.whole.insert(fold(document.slice(mention.span)));
            }
            if name.kind == NameKind::Person || acts_as_person(document, mention, name) {
                self.people.extend(document.slice(mention.span).rsplit(' ').next().map(fold));
            }
        }
    }

    fn has(&self, word: &str) -> bool {
        let singular = word.strip_suffix('s').is_some_and(|w| self.words.contains(w));
        singular || self.words.contains(word) || stems(word).any(|s| self.stems.contains(s))
    }

    fn fault(&self, document: &Document, mention: &Mention) -> Option<Fault> {
        let tokens = document.token_at(mention.span.start)..document.token_at(mention.span.end);
        let last = fold(document.written(tokens.end.checked_sub(1)?));
        let opens = document
            .sentences
            .get(document.sentence_at(mention.span.start))
            .is_some_and(|s| s.tokens.start as usize == tokens.start);
        let telling = |word: &str| {
            word.chars().count() >= LEAST_LETTERS
                && !STOP_WORDS.contains(word)
                && !NO_NAMES.contains(word)
                && !TITLES.contains(word)
        };
        let absent = |i: usize| {
            let word = fold(document.written(i));
            document.token(i).is_some_and(|t| t.is_word() && t.capital) && telling(&word) && !self.has(&word)
        };
        let alone = tokens.len() == 1;
        if absent(tokens.end - 1)
            && tokens.clone().all(|i| absent(i) || !telling(&fold(document.written(i))))
            && !(is_common(&last) && (alone || opens))
        {
            return Some(Fault::Absent);
        }
        let before = tokens.start.checked_sub(1).map_or("", |i| document.word(i));
        let next = document.word(tokens.end);
        let ends = STOP_WORDS.contains(next) && !next.ends_with("'s") && !next.ends_with("’s")
            || matches!(next, "" | "." | ";" | "?" | "!")
            // "New voices in Jon Roth, Ada Lind and a boy of nine" is a list.
            || next == "," && document.token(tokens.end + 1).is_none_or(|t| !t.capital);
        // A whole name that the sources print is that one, whatever its last word is in another.
        let whole = tokens.len() > 1 && self.whole.contains(&fold(document.slice(mention.span)));
        let person = !whole && self.people.contains(&last) && !self.places.contains(&last);
        let at_place = BEFORE_PLACES.contains(before);
        let meant = tokens.start.checked_sub(2).map_or("", |i| document.word(i));
        (at_place && ends && person && !ABOUT_PEOPLE.contains(&meant)).then_some(Fault::Place)
    }

    /// In a text without capitals: a word that neither a dictionary nor a source knows.
    fn is_strange(&self, document: &Document, index: usize, until: usize) -> bool {
        let Some(token) = document.token(index).filter(|t| t.is_word()) else { return false };
        let word = document.slice_lower(token.span);
        let plain = word.len() >= LEAST_LETTERS && word.bytes().all(|b| b.is_ascii_lowercase());
        if !plain || self.has(word) || is_common(word) || STOP_WORDS.contains(word) || NO_NAMES.contains(word) {
            return false;
        }
        if index.checked_sub(1).is_some_and(|_| document.joined(index))
            || document.joined(index + 1) && document.word(index + 1) == "-"
        {
            return false;
        }
        // A given name before a surname that the sources carry.
        let next = document.word(index + 1);
        let surname = index + 1 < until && self.words.contains(next) && !is_common(next) && !STOP_WORDS.contains(next);
        !surname && countries::find(document, index).is_none() && !in_region(document, index)
    }
}

/// Part of the name of a region ("south america")?
fn in_region(document: &Document, index: usize) -> bool {
    (index.saturating_sub(2)..=index)
        .any(|i| countries::find_region(document, i).is_some_and(|(.., tokens)| i + tokens > index))
}

/// "Mr Lind", "Halvorsen said": a name that no list knows, but that does what only people do.
fn acts_as_person(document: &Document, mention: &Mention, name: &Name) -> bool {
    let before = document.token_at(mention.span.start).checked_sub(1).map_or("", |i| document.word(i));
    let next = document.word(document.token_at(mention.span.end));
    !matches!(name.kind, NameKind::Country | NameKind::Organisation)
        && (matches!(before, "mr" | "mrs" | "ms" | "dr" | "sir" | "dame") || SAYS.contains(&next))
}

/// "Interested in Halvorsen", "shouted at Lind": the word before "in" and "at" that makes no place of what follows.
const ABOUT_PEOPLE: &[&str] = &[
    "interested",
    "interest",
    "faith",
    "believe",
    "believes",
    "confidence",
    "confident",
    "trust",
    "shouted",
    "looked",
    "aimed",
    "angry",
    "laughed",
    "directed",
    "invested",
    "disappointed",
];

/// What a person does behind a name.
const SAYS: &[&str] = &["said", "says", "told", "added", "explained", "insisted", "tweeted", "joked", "recalled"];

fn fold(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

/// The beginnings that the forms of a word share: all of it, and without its last letters.
fn stems(word: &str) -> impl Iterator<Item = &str> {
    let letters = word.chars().count();
    let ends = (0..=2).map(move |cut| letters.saturating_sub(cut)).filter(|keep| *keep >= LEAST_LETTERS);
    ends.filter_map(|keep| word.get(..word.char_indices().nth(keep).map_or(word.len(), |(i, _)| i)))
}
