//! Who bears a surname. In one report "Greta Kestrell" stands where all others have "Linda Kestrell":
//! where the surname is rare, where each report knows one bearer, and where what they tell of both is
//! the same, one given name is the odd one.

use super::Evidence;
use crate::claim::{Ledger, Person, Stem, stem};
use crate::document::Document;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::surnames::COMMON_SURNAMES;
use crate::story::{name_information, word_information};
use crate::text::plain;
use std::collections::BTreeSet;

/// So many documents that have one given name make the one that has another the odd one.
const WITNESSES: usize = 2;
/// A surname that tells less, in tenths of nats, has many bearers.
const RARE: u32 = 40;
/// What the words tell, in tenths of nats, that sentences about one person have in common: two rare ones. Of
/// people of one age it takes one.
const ALIKE: u32 = 150;
const ALIKE_AND_OF_ONE_AGE: u32 = 80;
/// How many of a person's sentences are read.
const SENTENCES: usize = 3;

/// Somebody of one document, and the document.
type Bearer<'a> = (&'a Ledger, &'a Person);

/// Are two people of one surname one, although their given names differ?
pub fn odd_one(peers: &[(usize, &Ledger)], x: Bearer, y: Bearer) -> Option<Evidence> {
    let surname = x.1.surname.as_str();
    let last = surname.rsplit([' ', '-']).next().unwrap_or_default();
    let is_given = |one: Bearer, other: Bearer| {
        is_given_name(&one.1.given) && (is_given_name(&other.1.given) || !is_common(&other.1.given))
    };
    let known = is_given(x, y) || is_given(y, x);
    if !known || COMMON_SURNAMES.contains(surname) || name_information(stem(last)) < RARE || called_otherwise(x.1, y.1)
    {
        return None;
    }
    let years = |one: Bearer| one.1.ages.iter().map(|a| a.years).collect::<BTreeSet<u8>>();
    let (own, other) = (years(x), years(y));
    let of_one_age = own.intersection(&other).next().is_some();
    if !of_one_age && !own.is_empty() && !other.is_empty() {
        return None;
    }
    let in_common = alike(x, y).max(alike(y, x));
    if in_common < if of_one_age { ALIKE_AND_OF_ONE_AGE } else { ALIKE } {
        return None;
    }
    let with = |one: Bearer| peers.iter().filter(|(_, ledger)| knows(ledger, one.1)).count();
    let (few, many) = (with(x).min(with(y)), with(x).max(with(y)));
    if few != 1 || many < WITNESSES {
        return None;
    }
    let mut evidence = Evidence::default();
    evidence.add(2.0, format!("few are called “{}”", written(x)));
    evidence.add(1.5, format!("{many} documents give one given name, {few} the other"));
    evidence.add(f64::from(in_common.min(300)) / 100.0, "the sentences about both have rare words in common");
    if of_one_age {
        evidence.add(1.5, "both are of one age");
    }
    Some(evidence)
}

/// The surname as the document prints it.
fn written<'a>(one: Bearer<'a>) -> &'a str {
    let name = one.1.places.first().map_or("", |p| one.0.document.slice(*p));
    name.split_once(char::is_whitespace).map_or(name, |(_, surname)| surname)
}

/// The same calling of different bodies, or of one who holds it and one who held it.
fn called_otherwise(x: &Person, y: &Person) -> bool {
    let same = x.callings.iter().flat_map(|one| y.callings.iter().map(move |other| (one, other)));
    let mut same = same.filter(|(one, other)| one.known_as == other.known_as).peekable();
    same.peek().is_some()
        && same.all(|(one, other)| {
            let apart = !one.of.is_empty() && !other.of.is_empty() && !one.of.iter().any(|s| other.of.contains(s));
            apart || one.standing != other.standing
        })
}

/// What the sentences that name `x` in full have in common with those that name `y`, in full or by surname.
fn alike(x: Bearer, y: Bearer) -> u32 {
    let own: Vec<Stem> =
        [x.1, y.1].iter().flat_map(|p| p.surname.split([' ', '-']).chain([p.given.as_str()])).map(stem).collect();
    let sentence = |one: Bearer, token: usize| {
        let document = &one.0.document;
        document.token(token).map(|t| document.sentence_at(t.span.start))
    };
    let full = x.1.places.iter().take(SENTENCES).map(|p| x.0.document.sentence_at(p.start));
    let full: BTreeSet<usize> = full.collect();
    let any = y.1.places.iter().take(SENTENCES).map(|p| y.0.document.sentence_at(p.start));
    let bare = names(&y.0.document, &y.1.surname).take(SENTENCES).filter_map(|at| sentence(y, at));
    let any: BTreeSet<usize> = any.chain(bare).collect();
    let shared = |a: usize, b: usize| -> u32 {
        let theirs = y.0.sentence_stems(b);
        let both = x.0.sentence_stems(a).iter().filter(|s| theirs.binary_search(s).is_ok() && !own.contains(s));
        both.map(|s| word_information(*s).min(name_information(*s))).sum()
    };
    full.iter().flat_map(|a| any.iter().map(|b| shared(*a, *b))).max().unwrap_or(0)
}

/// Does the document name the person in full?
pub fn knows(ledger: &Ledger, person: &Person) -> bool {
    let document = &ledger.document;
    names(document, &person.surname).any(|at| {
        let words = person.surname.split(' ').count();
        at.checked_sub(words).is_some_and(|i| plain(document.written(i)) == person.given)
    })
}

/// The tokens that end this name: its last word, capitalised.
pub fn names<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = usize> {
    let last = name.rsplit([' ', '-']).next().unwrap_or_default();
    let length = last.chars().count();
    document.tokens.iter().enumerate().filter(|(_, t)| t.is_word() && t.capital).map(|(i, _)| i).filter(move |i| {
        let written = document.written(*i);
        written.chars().count() == length && plain(written) == last
    })
}
