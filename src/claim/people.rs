//! The people that a document names in full, with what it calls them beside the name: "Transport
//! Minister Ada Roth", "her lawyer, Jon Lind", "Ada Roth, 34, a nurse from Delm".
//!
//! `post` reads who holds which post at which body, for what is held and held no more; this tells
//! people by whatever they are called.

use super::ages::{Age, Loose, ages, loose};
use super::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::kin::KIN;
use crate::lexicon::en::names::{PARTICLES, TITLES};
use crate::mention::quote::SAYING;
use crate::text::{Span, WordMap, plain, word_map};
use crate::value::{NameKind, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What somebody is called, as one place gives it.
#[derive(Debug, Clone)]
pub struct Calling {
    pub known_as: &'static str,
    /// What the calling is of ("transport", "union"), and its body; sorted, without doubles.
    pub of: Vec<Stem>,
    /// "former", "deputy", "acting": not quite the same.
    pub standing: Option<&'static str>,
    pub span: Span,
}

#[derive(Debug)]
pub struct Person {
    /// In lower case, without accents.
    pub given: String,
    pub surname: String,
    /// The names between the two, without initials.
    pub middle: BTreeSet<String>,
    /// The full names, in the order of the text.
    pub places: Vec<Span>,
    pub callings: Vec<Calling>,
    pub ages: Vec<Age>,
}

/// Words before a calling that make it another one.
static STANDINGS: WordMap<&str> = word_map! {
    "former" => "former", "ex" => "former", "late" => "former", "then" => "former", "outgoing" => "former", "retired" => "former",
    "acting" => "acting", "interim" => "acting",
    "deputy" => "deputy", "vice" => "deputy", "assistant" => "deputy", "associate" => "deputy", "shadow" => "shadow",
};

/// How many words before a calling may say what it is of.
const KINDS: usize = 3;
/// How far behind a name its calling may stand.
const BEHIND: usize = 9;
/// How far before a name in commas its calling may stand.
const BEFORE: usize = 8;

/// The people of a document, sorted by surname and given name.
pub fn people(ledger: &Ledger) -> Vec<Person> {
    let document = &ledger.document;
    let mut found: BTreeMap<(String, String), Person> = BTreeMap::new();
    for mention in &ledger.mentions {
        let Value::Name(name) = &mention.value else { continue };
        if matches!(name.kind, NameKind::Country | NameKind::Place) {
            continue;
        }
        let tokens = own_tokens(document, mention.span);
        let Some(FullName { given, middle, surname, span }) =
            full_name(document, tokens.clone(), name.kind == NameKind::Person)
        else {
            continue;
        };
        let reader = Reader { document };
        let callings = reader.before(tokens.start).into_iter().chain(reader.behind(tokens.end));
        let callings: Vec<Calling> = callings.collect();
        if name.kind == NameKind::Organisation && callings.is_empty() {
            continue;
        }
        let person = found.entry((surname.clone(), given.clone())).or_insert_with(|| Person {
            given,
            surname,
            middle: BTreeSet::new(),
            places: Vec::new(),
            callings: Vec::new(),
            ages: Vec::new(),
        });
        person.places.push(span);
        person.middle.extend(middle);
        person.callings.extend(callings);
        person.ages.extend(ages(document, tokens));
    }
    let mut people: Vec<Person> = found.into_values().collect();
    for Loose { age, surname } in loose(document) {
        if let Some(person) = whose(ledger, &people, age.span, surname).and_then(|index| people.get_mut(index))
            && !person.ages.iter().any(|known| known.span == age.span)
        {
            person.ages.push(age);
        }
    }
    people
}

/// The one person with this surname, or the one whom the sentence names before this place; if it names nobody, the one of
/// the sentence before.
fn whose(ledger: &Ledger, people: &[Person], at: Span, surname: Option<usize>) -> Option<usize> {
    /// So many sentences back.
    const BACK: usize = 1;
    let document = &ledger.document;
    let called = |word: &str| {
        let name = plain(word);
        let mut all = people.iter().enumerate().filter(|(_, p)| p.surname == name).map(|(index, _)| index);
        all.next().filter(|_| all.next().is_none())
    };
    if let Some(token) = surname {
        return called(document.written(token));
    }
    let sentence = document.sentence_at(at.start);
    let block = document.sentences.get(sentence).map(|s| s.block);
    let same_block = |s: &usize| document.sentences.get(*s).map(|s| s.block) == block;
    for sentence in (sentence.saturating_sub(BACK)..=sentence).rev().take_while(same_block) {
        let tokens =
            document.sentence_tokens(sentence).filter(|i| document.token(*i).is_some_and(|t| t.span.end <= at.start));
        let words: Vec<usize> = tokens.collect();
        let named: BTreeSet<usize> = words.iter().filter_map(|i| called(document.written(*i))).collect();
        // "Roth's wife, who is 52".
        if words.iter().any(|i| KIN.contains(document.word(*i))) || named.len() > 1 {
            return None;
        }
        if let Some(person) = named.first() {
            return Some(*person);
        }
    }
    None
}

/// The tokens of a name behind the titles and callings that it was read with ("Transport Minister Ada Roth").
fn own_tokens(document: &Document, span: Span) -> Range<usize> {
    let tokens = document.token_at(span.start)..document.token_at(span.end);
    let titled = |i: &usize| {
        let word = document.word(*i);
        TITLES.contains(word) || calling(word).is_some() || matches!(word, "'s" | "’s")
    };
    // "Minister of Transport Ada Roth", of which "Transport Ada Roth" was read as the name.
    let before = |n: usize| tokens.start.checked_sub(n).map_or("", |i| document.word(i));
    if before(1) == "of" && calling(before(2)).is_some() && tokens.len() > 2 {
        return tokens.end - 2..tokens.end;
    }
    let last = tokens.clone().rev().skip(2).find(titled);
    let start = last.map_or(tokens.start, |i| i + 1);
    // "Minister of Transport Ada Roth": what the post is of is no part of the name.
    if document.word(start) == "of" && last.is_some() && tokens.end >= start + 4 {
        return tokens.end - 2..tokens.end;
    }
    start + usize::from(document.word(start) == ".")..tokens.end
}

#[derive(Debug)]
struct FullName {
    given: String,
    middle: Vec<String>,
    surname: String,
    /// Where it stands.
    span: Span,
}

/// "Ada Roth", "Jan van der Moe", "Anne-Marie Holm", "Ada Jane Roth", "Ada J. Roth".
fn full_name(document: &Document, tokens: Range<usize>, is_person: bool) -> Option<FullName> {
    const LONGEST: usize = 8;
    if tokens.len() < 2 || tokens.len() > LONGEST {
        return None;
    }
    let (first, last) = (document.token(tokens.start)?, document.token(tokens.end.checked_sub(1)?)?);
    let span = first.span.cover(last.span);
    let words: Vec<&str> = document.slice(span).split_whitespace().collect();
    let named = |word: &str, least: usize| {
        let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
        let mixed = word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase);
        letters && mixed && word.chars().count() >= least
    };
    let (given, rest) = words.split_first().filter(|(word, _)| named(word, 2))?;
    let (last, between) = rest.split_last().filter(|(word, _)| named(word, 3))?;
    // "van der Moe" is the surname.
    let particle = |word: &&str| PARTICLES.contains(word.to_lowercase().as_str()) && !matches!(*word, "of" | "the");
    let particles = between.iter().rev().take_while(|word| particle(word)).count();
    let (middle, particles) = between.split_at(between.len().saturating_sub(particles));
    let is_initial = |word: &str| word.trim_end_matches('.').chars().count() == 1;
    let all_named = middle.iter().all(|word| named(word, 2) || is_initial(word) && named_by_letter(word));
    // Of three words only the first one tells that they are of a person: not "Lien Harbour Board".
    let first = plain(given);
    let is_given = is_given_name(&first) || is_person && !is_common(&first);
    let of_person = middle.is_empty() || is_given && all_named;
    let surname: Vec<&str> = particles.iter().chain([last]).copied().collect();
    let middle = middle.iter().filter(|word| !is_initial(word)).map(|word| plain(word)).collect();
    of_person.then(|| FullName { given: plain(given), middle, surname: plain(&surname.join(" ")), span })
}

/// "J." and "J".
fn named_by_letter(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

struct Reader<'a> {
    document: &'a Document,
}

impl Reader<'_> {
    /// "union leader Ada Roth", "her lawyer, Ada Roth", "the chair of the jury, Ada Roth".
    fn before(&self, name: usize) -> Option<Calling> {
        let document = self.document;
        let sentence = document.sentence_tokens(document.sentence_at(document.token(name)?.span.start));
        let last = name.checked_sub(1).filter(|i| *i >= sentence.start)?;
        if calling(document.word(last)).is_some() {
            return self.calling(last, sentence.start, last + 1);
        }
        if document.word(last) != "," {
            return self.led(last, sentence.start);
        }
        let from = last.saturating_sub(BEFORE).max(sentence.start);
        let noun = (from..last)
            .rev()
            .take_while(|i| document.token(*i).is_some_and(|t| t.is_word()) && !SAYING.contains(document.word(*i)))
            .find(|i| calling(document.word(*i)).is_some())?;
        // What stands behind the noun says of what or whom it is.
        let of = noun + 1 == last || matches!(document.word(noun + 1), "of" | "for" | "at");
        let determined =
            (noun.saturating_sub(KINDS + 1).max(sentence.start)..noun).any(|i| is_determiner(document.word(i)));
        (of && determined).then(|| self.calling(noun, sentence.start, last))?
    }

    /// "deputy minister of transport Ada Roth": the noun, what it is of, and the name without a comma.
    fn led(&self, last: usize, floor: usize) -> Option<Calling> {
        let document = self.document;
        let small = |i: &usize| document.token(*i).is_some_and(|t| t.is_word()) && !SAYING.contains(document.word(*i));
        let of = (floor.max(last.saturating_sub(KINDS))..=last)
            .rev()
            .take_while(small)
            .find(|i| document.word(*i) == "of")?;
        let noun = of.checked_sub(1).filter(|n| *n >= floor && calling(document.word(*n)).is_some())?;
        self.calling(noun, floor, last + 1)
    }

    /// "Ada Roth, 34, a nurse from Delm", "Ada Roth, chief executive of Arvex".
    fn behind(&self, next: usize) -> Option<Calling> {
        let document = self.document;
        let start = document.token(next.checked_sub(1)?)?.span.start;
        let sentence = document.sentence_tokens(document.sentence_at(start));
        if document.word(next) != "," || next >= sentence.end {
            return None;
        }
        let aged = document.token(next + 1).is_some_and(|t| t.is_number()) && document.word(next + 2) == ",";
        let from = if aged { next + 3 } else { next + 1 };
        let stops = |i: &usize| {
            let word = document.word(*i);
            SAYING.contains(word)
                || matches!(
                    word,
                    "," | ";" | "(" | ")" | "." | "who" | "which" | "was" | "is" | "of" | "and" | "”" | "\"" | "“"
                )
        };
        let noun = (from..(from + BEHIND).min(sentence.end))
            .take_while(|i| !stops(i))
            .find(|i| calling(document.word(*i)).is_some())?;
        // "Roth, mayor Jon Lind and": the next one's.
        let next_name = document.token(noun + 1).is_some_and(|t| t.is_word() && t.capital);
        let compound =
            document.token(noun + 1).is_some_and(|t| t.is_word()) && calling(document.word(noun + 1)).is_some();
        let noun = if compound { noun + 1 } else { noun };
        let (first, until) = (from, self.phrase_end(noun + 1, sentence.end));
        (!next_name || compound).then(|| self.calling(noun, first, until))?
    }

    /// Where the words end that say at which body a calling behind a name is.
    fn phrase_end(&self, from: usize, until: usize) -> usize {
        const WORDS: usize = 6;
        let document = self.document;
        if !matches!(document.word(from), "of" | "for" | "at") {
            return from;
        }
        (from..(from + WORDS).min(until))
            .find(|i| {
                document.token(*i).is_none_or(|t| !t.is_word())
                    || SAYING.contains(document.word(*i))
                    || matches!(document.word(*i), "who" | "which" | "and" | "in" | "on")
            })
            .unwrap_or((from + WORDS).min(until))
    }

    /// The calling whose noun stands at `noun`, with the words between `floor` and `until` that belong to it.
    fn calling(&self, noun: usize, floor: usize, until: usize) -> Option<Calling> {
        let document = self.document;
        let known_as = chief(document, noun).or_else(|| calling(document.word(noun)))?;
        let mut first = noun;
        let mut standing = None;
        let mut of: Vec<Stem> = Vec::new();
        while first > floor && noun - first < KINDS + 2 {
            let word = document.word(first - 1);
            let token = document.token(first - 1)?;
            if let Some(kind) = STANDINGS.get(word) {
                standing = Some(*kind);
            } else if matches!(word, "'s" | "’s" | "-" | "chief" | "executive")
                || chief(document, noun).is_some() && matches!(word, "financial" | "operating")
            {
                // "the union's leader", "chief executive officer".
            } else if !token.is_word()
                || word == "old"
                || !is_content(word)
                || SAYING.contains(word)
                || word.ends_with("ed")
            {
                break;
            } else {
                of.push(stem(word));
            }
            first -= 1;
        }
        let behind = (noun + 1..until).map(|i| document.word(i)).filter(|w| is_content(w));
        of.extend(behind.map(stem));
        of.sort_unstable();
        of.dedup();
        let last = until.checked_sub(1).filter(|i| *i > noun).unwrap_or(noun);
        let span = document.token(first)?.span.cover(document.token(last)?.span);
        Some(Calling { known_as, of, standing, span })
    }
}

/// "chief financial officer": the middle word tells which of the chiefs.
fn chief(document: &Document, noun: usize) -> Option<&'static str> {
    let before = |n: usize| noun.checked_sub(n).map_or("", |i| document.word(i));
    match (before(2), before(1), document.word(noun)) {
        ("chief", "financial", "officer") => Some("finance chief"),
        ("chief", "operating", "officer") => Some("operations chief"),
        _ => None,
    }
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "his" | "her" | "its" | "their" | "our" | "my" | "'s" | "’s")
}
