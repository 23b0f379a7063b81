//! What a text tells of somebody: the sentences that name them, and those right behind that go on with "he" or "she". Two
//! texts that tell much of the same of a bearer of one rare surname mean one person, whatever given name each prints.

use super::Evidence;
use super::bearers::{Told, names};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::kin::KIN;
use crate::story::{name_information, word_information};
use std::collections::BTreeSet;

/// What both must tell, in tenths of nats, and the share of the shorter, in thousandths.
const LEAST: u32 = 200;
const SHARE: u32 = 450;
/// So many sentences of a text are read.
const SENTENCES: usize = 8;

/// Both texts tell so much of the same of the two, and neither tells of relatives.
pub fn of_one(x: Told, y: Told) -> Option<Evidence> {
    let (own, others) = (sentences(x), sentences(y));
    if [(x, &own), (y, &others)].iter().any(|(one, of)| of.iter().any(|s| tells_of_kin(&one.ledger.document, *s))) {
        return None;
    }
    let (own, others) = (stems(x, &own), stems(y, &others));
    let named: BTreeSet<Stem> = [x, y].iter().flat_map(|one| called(one.person)).collect();
    let worth = |stems: &BTreeSet<Stem>| -> u32 {
        let told = stems.iter().filter(|s| !named.contains(s));
        told.map(|s| word_information(*s).min(name_information(*s))).sum()
    };
    let shared = worth(&own.intersection(&others).copied().collect());
    if shared < LEAST || shared.saturating_mul(1000) < SHARE.saturating_mul(worth(&own).min(worth(&others))) {
        return None;
    }
    let mut evidence = Evidence::default();
    evidence.add(4.0, "both texts tell the same of whom they call so");
    Some(evidence)
}

fn called(person: &crate::claim::Person) -> impl Iterator<Item = Stem> {
    person.surname.split([' ', '-']).chain([person.given.as_str()]).map(stem)
}

/// Where the person is named, and what goes on with a pronoun behind.
fn sentences(one: Told) -> BTreeSet<usize> {
    let document = &one.ledger.document;
    let surname = names(one.ledger, &one.person.surname).filter_map(|at| document.token(at).map(|t| t.span.start));
    let places = one.person.places.iter().map(|p| p.start).chain(surname);
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for place in places {
        let first = document.sentence_at(place);
        let block = document.sentences.get(first).map(|s| s.block);
        let goes_on = |s: &usize| {
            document.sentences.get(*s).map(|s| s.block) == block && goes_on(one.ledger, *s, &one.person.surname)
        };
        found.extend((first..first + 1).chain((first + 1..first + SENTENCES).take_while(goes_on)));
    }
    found.into_iter().take(SENTENCES).collect()
}

/// Does the sentence tell of "him" or "her", and name nobody else?
fn goes_on(ledger: &Ledger, sentence: usize, surname: &str) -> bool {
    let document = &ledger.document;
    let tokens = document.sentence_tokens(sentence);
    let mut words = tokens.clone().map(|i| document.word(i));
    let pronoun = words.any(|w| matches!(w, "he" | "she" | "his" | "her" | "him"));
    let other = tokens.into_iter().any(|i| {
        let full = [i, i + 1].iter().all(|i| document.token(*i).is_some_and(|t| t.is_word() && t.capital));
        full && is_given_name(document.word(i)) && document.word(i + 1) != surname
    });
    pronoun && !other
}

fn stems(one: Told, sentences: &BTreeSet<usize>) -> BTreeSet<Stem> {
    sentences.iter().flat_map(|s| one.ledger.sentence_stems(*s)).copied().collect()
}

fn tells_of_kin(document: &Document, sentence: usize) -> bool {
    document.sentence_tokens(sentence).any(|i| is_content(document.word(i)) && KIN.contains(document.word(i)))
}
