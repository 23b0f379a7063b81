//! One name in two spellings across documents of one story: "Ada Kestrom" in one report and
//! "Ada Kestron" in four; "Asteria Towers" and "Astria Towers".
//!
//! No list has to know the name. A capitalised word that English hardly knows and that another
//! document lacks meets one of that document that the first one lacks, few letters apart; that both mean
//! one thing is what stands around them: the word beside them, and rare words near them.
//!
//! Blocks: the word without one letter, and the word beside it.

use super::Context;
use crate::align::{Addend, Blocks, without_a_letter};
use crate::claim::{is_content, stem};
use crate::compare::naming::is_slip;
use crate::compare::spelt::{is_other_ending, is_plural_of_other};
use crate::document::Document;
use crate::lexicon::en::countries;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_forms::{is_transcribed, one_name};
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::known_names::is_known_name;
use crate::lexicon::en::names::{NO_NAMES, TITLES};
use crate::lexicon::en::stop_words::{CALENDAR, STOP_WORDS};
use crate::story::{is_rare_name, name_information, word_information};
use crate::text::{Span, plain};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Shorter words differ by a letter too easily.
const LEAST_LETTERS: usize = 4;
/// Two letters may differ in words of so many.
const LONG: usize = 8;
/// More words than this under one key are held against each other only where they are spelt alike.
const CROWD: usize = 40;
/// So many places of a spelling in a document are looked at.
const PLACES: usize = 4;
/// So many tokens to each side are what stands around a name.
const AROUND: usize = 10;
/// So many places of each spelling are shown.
const MOST: usize = 4;
/// So many documents that write a name in one way make the one that does not the odd one.
const WITNESSES: usize = 2;
/// What the words around tell, in tenths of nats: one word that many texts have; a rare one; a rare one and
/// another; two rare ones; three.
const LITTLE: u32 = 30;
const SOME: u32 = 80;
const MORE: u32 = 100;
const MUCH: u32 = 140;
const MUCH_MORE: u32 = 240;
const CAP: u32 = 250;
/// So many of the words around are named.
const NAMED: usize = 3;

/// Where a word stands: its first token and the one behind its last.
type Place = Range<usize>;

/// One spelling, without accents, apostrophes and hyphens.
#[derive(Debug)]
struct Spelling {
    word: String,
    /// The places in each document.
    places: BTreeMap<usize, Vec<Place>>,
    /// Stands somewhere in small letters.
    in_small: bool,
}

/// Two spellings: where the one stands that fewer documents have, and where the other does, the closest places first.
pub struct Across {
    pub rare: Vec<(usize, Span)>,
    pub often: Vec<(usize, Span)>,
    pub why: Vec<Addend>,
}

pub fn drifts_across(context: &Context, blocks: &mut Blocks) -> Vec<Across> {
    if context.ledgers.len() < 2 {
        return Vec::new();
    }
    let spellings = spellings(context);
    let mut found = Vec::new();
    for (a, b) in candidates(context, &spellings, blocks) {
        let (Some(a), Some(b)) = (spellings.get(a), spellings.get(b)) else { continue };
        found.extend(drift(context, a, b));
    }
    found
}

fn spellings(context: &Context) -> Vec<Spelling> {
    let mut found: Vec<Option<Spelling>> = Vec::new();
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let mut small: BTreeSet<String> = BTreeSet::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let document = &ledger.document;
        if document.foreign().is_some() {
            continue;
        }
        // Of a word that stands by itself each form tells the same.
        let mut told = document.per_form(|_| false);
        let mut known: Vec<Option<usize>> = document.per_form(|_| None);
        for sentence in 0..document.sentences.len() {
            let tokens = document.sentence_tokens(sentence);
            let mut next = tokens.start;
            while next < tokens.end {
                let place = whole(document, next, tokens.end);
                next = place.end;
                let Some(token) = document.token(place.start).filter(|t| t.is_word()) else { continue };
                if !token.capital {
                    let told = document.form(place.start).and_then(|form| told.get_mut(form));
                    if place.len() > 1 || told.is_some_and(|told| !std::mem::replace(told, true)) {
                        small.insert(folded(document, &place));
                    }
                } else if is_name(document, &place) {
                    let known = document.form(place.start).filter(|_| place.len() == 1).and_then(|f| known.get_mut(f));
                    let number = known.as_ref().and_then(|known| **known).unwrap_or_else(|| {
                        let fresh = |word: &String| {
                            found.push(Some(Spelling { word: word.clone(), places: BTreeMap::new(), in_small: false }));
                            found.len() - 1
                        };
                        *numbers.entry(folded(document, &place)).or_insert_with_key(fresh)
                    });
                    if let Some(known) = known {
                        *known = Some(number);
                    }
                    if let Some(Some(spelling)) = found.get_mut(number) {
                        spelling.places.entry(index).or_default().push(place);
                    }
                }
            }
        }
    }
    let in_order = numbers.into_values().filter_map(|number| found.get_mut(number)?.take());
    in_order.map(|spelling| Spelling { in_small: small.contains(&spelling.word), ..spelling }).collect()
}

/// The word at a token with what hyphens join to it ("Kestre-ela").
fn whole(document: &Document, at: usize, end: usize) -> Place {
    let mut until = at + 1;
    while document.word(until) == "-"
        && document.joined(until)
        && document.joined(until + 1)
        && until + 1 < end
        && document.token(until + 1).is_some_and(|t| t.is_word())
    {
        until += 2;
    }
    at..until
}

fn span(document: &Document, place: &Place) -> Span {
    let last = place.end.checked_sub(1).and_then(|i| document.token(i));
    let first = document.token(place.start);
    first.zip(last).map_or_else(Span::default, |(a, b)| a.span.cover(b.span))
}

fn folded(document: &Document, place: &Place) -> String {
    plain(document.slice(span(document, place))).replace(['\'', '-', '‘', 'ʻ', 'ʼ'], "")
}

/// A capitalised word of letters that no calendar, country or list of common openers explains.
fn is_name(document: &Document, place: &Place) -> bool {
    let word = document.slice(span(document, place));
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | '‘' | 'ʻ' | 'ʼ'));
    let lower = document.word(place.start);
    letters
        && word.chars().count() >= LEAST_LETTERS
        && word.chars().any(char::is_lowercase)
        && !CALENDAR.contains(lower)
        && !NO_NAMES.contains(lower)
        && !STOP_WORDS.contains(lower)
        && countries::find(document, place.start).is_none()
}

/// Spellings few letters apart: those one letter apart wherever they stand, others where a word beside them is the same.
fn candidates(context: &Context, spellings: &[Spelling], thin: &mut Blocks) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (index, spelling) in spellings.iter().enumerate() {
        if !is_rare_name(stem(&spelling.word)) {
            continue;
        }
        let word = spelling.word.as_str();
        let beside = spelling.places.iter().flat_map(|(document, places)| {
            let document = context.document(*document);
            places.iter().flat_map(move |p| document.map_or([None, None], |d| beside(d, p)))
        });
        let beside = beside.flatten().filter(|_| word.chars().count() >= LONG).map(|(side, n)| format!("{side} {n}"));
        for key in without_a_letter(word).chain([word.to_owned()]).chain(beside) {
            blocks.entry(key).or_default().insert(index);
        }
    }
    let word = |index: usize| spellings.get(index).map_or("", |s| s.word.as_str());
    let mut pairs = BTreeSet::new();
    for block in blocks.values() {
        let words: Vec<(usize, &str)> = block.iter().map(|index| (*index, word(*index))).collect();
        pairs.extend(thin.spelt_alike(&words, CROWD, 2));
    }
    pairs
}

/// The capitalised words right before and right behind a name.
fn beside(document: &Document, place: &Place) -> [Option<(char, String)>; 2] {
    let sentence =
        document.token(place.start).map_or(0..0, |t| document.sentence_tokens(document.sentence_at(t.span.start)));
    let named = |i: usize| {
        let word = document.word(i);
        let fits = sentence.contains(&i)
            && document.token(i).is_some_and(|t| t.is_word() && t.capital)
            && word.len() > 1
            && !TITLES.contains(word)
            && !NO_NAMES.contains(word)
            && !STOP_WORDS.contains(word);
        fits.then(|| plain(document.written(i)))
    };
    let before = place.start.checked_sub(1).and_then(named).map(|w| ('<', w));
    [before, named(place.end).map(|w| ('>', w))]
}

/// What both places have around them.
#[derive(Debug, Default, Clone)]
struct Around {
    beside: Option<(char, String)>,
    /// What the other words around tell that are the same, in tenths of nats; those words, the rarest first.
    near: u32,
    words: Vec<String>,
}

fn around(a: (&Document, &Place), b: (&Document, &Place), except: [&str; 2]) -> Around {
    let window = |(document, place): (&Document, &Place)| -> BTreeMap<String, (u32, String)> {
        let Some(token) = document.token(place.start) else { return BTreeMap::new() };
        let sentence = document.sentence_tokens(document.sentence_at(token.span.start));
        let from = place.start.saturating_sub(AROUND).max(sentence.start);
        let until = (place.end + AROUND).min(sentence.end);
        let words = (from..place.start).chain(place.end..until);
        let content =
            words.filter(|i| document.token(*i).is_some_and(|t| t.is_word()) && is_content(document.word(*i)));
        content
            .filter_map(|i| {
                let word = plain(document.written(i));
                let key = stem(&word);
                let named = document.token(i).is_some_and(|t| t.capital);
                let information = if named { name_information(key) } else { word_information(key) };
                let written = document.written(i).to_owned();
                (!except.contains(&word.as_str())).then_some((word, (information, written)))
            })
            .collect()
    };
    let (x, y) = (window(a), window(b));
    let both = x.iter().filter_map(|(word, (n, written))| y.get(word).map(|(m, _)| (word, (*n).min(*m), written)));
    let (left, right) = (beside(a.0, a.1), beside(b.0, b.1));
    let same = left.into_iter().flatten().find(|n| right.iter().flatten().any(|m| m == n));
    let mut both: Vec<(&String, u32, &String)> =
        both.filter(|(word, ..)| same.as_ref().is_none_or(|n| n.1 != **word)).collect();
    both.sort_by(|l, r| r.1.cmp(&l.1).then(l.0.cmp(r.0)));
    Around {
        beside: same,
        near: both.iter().map(|(_, n, _)| n).sum(),
        words: both.into_iter().map(|(_, _, written)| written.clone()).collect(),
    }
}

/// The places of the two spellings that have most in common.
struct Closest {
    here: (usize, Place),
    there: (usize, Place),
    around: Around,
}

fn closest(context: &Context, rare: &Spelling, often: &Spelling) -> Option<Closest> {
    let mut best: Option<Closest> = None;
    let only = |s: &Spelling, other: &Spelling| -> Vec<(usize, Place)> {
        let own = s.places.iter().filter(|(d, _)| !other.places.contains_key(d));
        own.flat_map(|(d, places)| places.iter().take(PLACES).map(|p| (*d, p.clone()))).collect()
    };
    let others = only(often, rare);
    for (here, p) in only(rare, often) {
        for (there, q) in others.iter().filter(|(there, _)| context.comparable(here, *there)) {
            let (Some(d), Some(e)) = (context.document(here), context.document(*there)) else { continue };
            let found = around((d, &p), (e, q), [&rare.word, &often.word]);
            let weight = |a: &Around| (a.beside.is_some(), a.near);
            if best.as_ref().is_none_or(|b| weight(&b.around) < weight(&found)) {
                best = Some(Closest { here: (here, p.clone()), there: (*there, q.clone()), around: found });
            }
        }
    }
    best
}

fn drift(context: &Context, a: &Spelling, b: &Spelling) -> Option<Across> {
    let (x, y) = (a.word.as_str(), b.word.as_str());
    let long = x.chars().count().min(y.chars().count()) >= LONG;
    let apart = strsim::osa_distance(x, y);
    if apart > 1 + usize::from(long) || are_two(a, b) || context.settings.aliases.one(x, y).is_some() {
        return None;
    }
    // Of two that stand as often, the one that is no word is misspelt.
    let count = |s: &Spelling| (s.places.len(), s.places.values().map(Vec::len).sum::<usize>(), is_common(&s.word));
    let (rare, often) = if count(a) <= count(b) { (a, b) } else { (b, a) };
    let closest = closest(context, rare, often)?;
    let witnesses = often.places.keys().filter(|d| !rare.places.contains_key(d)).count();
    let is_single = rare.places.len() == 1;
    let is_odd = is_single && witnesses >= WITNESSES;
    // "MiKest" and "LiKest": made of parts, of which one is another.
    let is_made = |(document, place): &(usize, Place)| {
        let word = context.document(*document).map_or("", |d| d.slice(span(d, place)));
        word.chars().skip(1).any(char::is_uppercase)
    };
    if closest.around.beside.is_none() && (is_made(&closest.here) || is_made(&closest.there)) {
        return None;
    }
    if !is_one((x, y), apart, (is_single, is_odd), &closest.around) {
        return None;
    }
    let side = closest.around.beside.as_ref().map(|(side, _)| *side);
    let label = |document: usize, place: &Place| {
        let text = context.document(document)?;
        let word = span(text, place);
        let neighbour = match side {
            Some('<') => place.start.checked_sub(1).and_then(|i| text.token(i)),
            Some(_) => text.token(place.end),
            None => None,
        };
        // Only the places with the same word beside them are labelled with it.
        let same = side.is_some_and(|s| {
            beside(text, place).iter().flatten().any(|n| n.0 == s && Some(n) == closest.around.beside.as_ref())
        });
        Some((document, neighbour.filter(|_| same).map_or(word, |n| word.cover(n.span))))
    };
    let first = label(closest.here.0, &closest.here.1)?;
    let rest = rare.places.iter().filter(|(d, _)| **d != closest.here.0);
    let rest = rest.filter_map(|(d, places)| label(*d, places.first()?));
    let foremost = label(closest.there.0, &closest.there.1);
    let others = often.places.iter().filter(|(d, _)| **d != closest.there.0 && !rare.places.contains_key(d));
    let others = others.filter_map(|(d, places)| label(*d, places.first()?));
    Some(Across {
        rare: [first].into_iter().chain(rest).take(MOST).collect(),
        often: foremost.into_iter().chain(others).take(MOST).collect(),
        why: why(&closest.around, apart, (rare.places.len(), often.places.len())),
    })
}

/// Do the words themselves tell that there are two: one and many, a place and its people, two given names, two
/// words of the language, one name as two languages print it?
fn are_two(a: &Spelling, b: &Spelling) -> bool {
    let (x, y) = (a.word.as_str(), b.word.as_str());
    let foreign = || x.chars().zip(y.chars()).all(|(c, d)| c == d || !c.is_ascii() || !d.is_ascii());
    a.in_small
        || b.in_small
        || is_plural_of_other(x, y)
        || is_other_ending(x, y)
        || is_given_name(x) && is_given_name(y)
        || one_name(x, y)
        || x.chars().count() == y.chars().count() && foreign()
        || without_marks(x) == without_marks(y)
        || is_other_script(x, y)
}

/// "Toryak" and "Torjak": one letter of another script in two ways.
fn is_other_script(x: &str, y: &str) -> bool {
    let letter = |c: char| matches!(c, 'g' | 'i' | 'j' | 'y');
    x.chars().count() == y.chars().count() && x.chars().zip(y.chars()).all(|(c, d)| c == d || letter(c) && letter(d))
}

/// "Mueller" is how one writes "Müller" without the letter.
fn without_marks(word: &str) -> String {
    word.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// Is the one word the other, misspelt, by what stands around?
fn is_one((x, y): (&str, &str), apart: usize, (is_single, is_odd): (bool, bool), around: &Around) -> bool {
    let slip = is_slip(x, y, false);
    let Some((_, neighbour)) = &around.beside else {
        let enough = if is_common(x) && is_common(y) { MUCH_MORE } else { MUCH };
        return apart == 1 && is_odd && around.near >= enough;
    };
    // Each publisher has its own way to write a name of another script.
    if !slip && [x, y, neighbour].into_iter().any(is_transcribed) {
        return false;
    }
    match () {
        () if apart > 1 => is_odd && around.near >= SOME,
        () if is_known_name(x) && is_known_name(y) => is_odd && around.near >= SOME,
        () if slip => is_odd || around.near >= LITTLE,
        // Each of two documents may have its way to write a name; a word of the language has one.
        () => is_odd || is_single && around.near >= MORE && (is_common(x) || is_common(y)),
    }
}

fn why(around: &Around, apart: usize, (few, many): (usize, usize)) -> Vec<Addend> {
    let letters = if apart == 1 { "one letter apart" } else { "two letters apart" };
    let mut why = vec![Addend { weight: 3.0, reason: format!("the names are {letters}") }];
    if around.beside.is_some() {
        why.push(Addend { weight: 3.0, reason: "the word beside both is the same".to_owned() });
    }
    if let Some(words) = (!around.words.is_empty()).then(|| around.words.iter().take(NAMED).map(|w| format!("“{w}”")))
    {
        let words = words.collect::<Vec<_>>().join(", ");
        why.push(Addend {
            weight: f64::from(around.near.min(CAP)) / 100.0,
            reason: format!("{words} stand near both"),
        });
    }
    if many > few {
        why.push(Addend { weight: 2.0, reason: format!("{many} documents write the one, {few} the other") });
    }
    why
}
