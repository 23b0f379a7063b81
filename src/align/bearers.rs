//! Who bears a surname. In one report "Greta Kestrell" stands where all others have "Linda Kestrell":
//! where the surname is rare, where each report knows one bearer, and where what they tell of both is
//! the same, one given name is the odd one.

use super::{Evidence, Named, OfSentences, dossiers};
use crate::claim::{Ledger, Person, Stem, stem};
use crate::document::{Document, Role};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::surnames::COMMON_SURNAMES;
use crate::story::{name_information, word_information};
use crate::text::plain;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// So many documents that have one given name make the one that has another the odd one.
const WITNESSES: usize = 2;
/// Of a surname that many have: somebody whom so many documents name is who the story is about.
const WITNESSES_OF_COMMON: usize = 4;
/// A surname that tells less, in tenths of nats, has many bearers.
const RARE: u32 = 40;
/// What the words tell, in tenths of nats, that sentences about one person have in common: two rare ones. Of
/// people of one age it takes one.
const ALIKE: u32 = 150;
const ALIKE_AND_OF_ONE_AGE: u32 = 80;
/// And of people whose whole names are nearly the same.
const ALIKE_IF_SPELT_ALIKE: u32 = 40;
/// How many of a person's sentences are read.
const SENTENCES: usize = 3;

/// Somebody with the document that names them.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub person: &'a Person,
}

/// What the words that two sentences have in common tell, in tenths of nats: all together, and each.
pub type Shared = OfSentences<(u32, BTreeMap<Stem, u32>)>;

/// Which documents name each person in full.
pub struct Known<'a> {
    peers: &'a [(usize, &'a Ledger)],
    all: &'a [Named],
    /// By the last word of a surname, the peers that write it with a capital.
    with: OnceCell<BTreeMap<&'a str, Vec<usize>>>,
    by: Vec<OnceCell<Vec<usize>>>,
}

impl<'a> Known<'a> {
    pub fn of(peers: &'a [(usize, &'a Ledger)], all: &'a [Named]) -> Known<'a> {
        Known { peers, all, with: OnceCell::new(), by: all.iter().map(|_| OnceCell::new()).collect() }
    }

    fn with(&self, word: &str) -> &[usize] {
        let with = self.with.get_or_init(|| {
            let mut with: BTreeMap<&str, Vec<usize>> =
                self.all.iter().map(|one| (last_word(&one.person.surname), Vec::new())).collect();
            for (peer, (_, ledger)) in self.peers.iter().enumerate() {
                for word in ledger.capitals() {
                    if let Some(peers) = with.get_mut(word) {
                        peers.push(peer);
                    }
                }
            }
            with
        });
        with.get(word).map_or(&[], Vec::as_slice)
    }

    /// The peers that name this person, in order.
    pub fn by(&self, person: usize) -> &[usize] {
        let Some((cell, named)) = self.by.get(person).zip(self.all.get(person)) else { return &[] };
        cell.get_or_init(|| {
            let with = self.with(last_word(&named.person.surname)).iter();
            let knows = |peer: &&usize| self.peers.get(**peer).is_some_and(|(_, l)| knows(l, &named.person));
            with.filter(knows).copied().collect()
        })
    }

    /// Does one document name both?
    pub fn knows_both(&self, a: usize, b: usize) -> bool {
        let others = self.by(b);
        self.by(a).iter().any(|peer| others.binary_search(peer).is_ok())
    }
}

/// Are two people of one surname one, although their given names differ? So many documents name each of them.
pub fn odd_one(documents: impl Fn() -> [usize; 2], shared: &mut Shared, x: Told, y: Told) -> Option<Evidence> {
    let surname = x.person.surname.as_str();
    let is_given = |one: Told| is_given_name(&one.person.given);
    let alike = alike(&x.person.given, &y.person.given);
    let are_names = [x, y].into_iter().all(|one| is_given(one) || !is_common(&one.person.given));
    if !are_names || !is_given(x) && !is_given(y) && !alike || called_otherwise(x.person, y.person) {
        return None;
    }
    let years = |one: Told| one.person.ages.iter().map(|a| a.years).collect::<BTreeSet<u8>>();
    let (own, other) = (years(x), years(y));
    let of_one_age = own.intersection(&other).next().is_some();
    if !of_one_age && !own.is_empty() && !other.is_empty() {
        return None;
    }
    if is_rare(surname)
        && let Some(evidence) = dossiers::of_one(x, y)
    {
        return Some(evidence);
    }
    let in_common = told_alike(shared, x, y).max(told_alike(shared, y, x));
    if in_common < if of_one_age { ALIKE_AND_OF_ONE_AGE } else { ALIKE } {
        return None;
    }
    let [one, other] = documents();
    let (few, many) = (one.min(other), one.max(other));
    let is_rare = is_rare(surname);
    let witnesses = match () {
        () if is_rare && alike => 1,
        () if is_rare => WITNESSES,
        () => WITNESSES_OF_COMMON,
    };
    if few != 1 || many < witnesses {
        return None;
    }
    let mut evidence = Evidence::default();
    if is_rare {
        evidence.add(2.0, format!("few are called “{}”", written(x)));
    }
    evidence.add(
        1.5,
        match many {
            1 => "the given names look alike".to_owned(),
            _ => format!("{many} documents give one given name, {few} the other"),
        },
    );
    evidence.add(f64::from(in_common.min(300)) / 100.0, "the sentences about both have rare words in common");
    if of_one_age {
        evidence.add(1.5, "both are of one age");
    }
    Some(evidence)
}

/// Are two people of one given name one, whose surnames are nearly alike?
pub fn one_given(shared: &mut Shared, x: Told, y: Told) -> Option<Evidence> {
    let surnames = [x, y].map(|one| last_word(&one.person.surname));
    if !surnames.iter().all(|name| is_rare(name))
        || !is_nearly(surnames[0], surnames[1])
        || called_otherwise(x.person, y.person)
    {
        return None;
    }
    let in_common = told_alike(shared, x, y).max(told_alike(shared, y, x));
    if in_common < ALIKE_IF_SPELT_ALIKE {
        return None;
    }
    let mut evidence = Evidence::default();
    evidence.add(1.5, format!("both are called “{}”", x.person.given));
    evidence.add(2.0, "the surnames are nearly alike");
    evidence.add(f64::from(in_common.min(300)) / 100.0, "the sentences about both have rare words in common");
    Some(evidence)
}

/// Do few people have this surname?
pub fn is_rare(surname: &str) -> bool {
    !COMMON_SURNAMES.contains(surname) && name_information(stem(last_word(surname))) >= RARE
}

/// Two long names that begin alike and differ in two letters.
fn is_nearly(a: &str, b: &str) -> bool {
    const LETTERS: usize = 6;
    const ALIKE: usize = 2;
    let [a_letters, b_letters] = [a, b].map(|name| name.chars().count());
    let begin = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    a_letters.min(b_letters) >= LETTERS && begin >= ALIKE && strsim::osa_distance(a, b) <= 2
}

/// Two names that one could be taken for the other: "Rodney" is written for "Roderick", for "Ottilie" hardly.
pub fn alike(a: &str, b: &str) -> bool {
    let first = |w: &str| w.chars().next();
    let long = a.chars().count().max(b.chars().count());
    let distance = strsim::osa_distance(a, b);
    distance <= 1 || first(a) == first(b) && (distance * 3 <= long * 2)
}

/// The surname as the document prints it.
fn written<'a>(one: Told<'a>) -> &'a str {
    let name = one.person.places.first().map_or("", |p| one.ledger.document.slice(*p));
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
fn told_alike(shared: &mut Shared, x: Told, y: Told) -> u32 {
    let own: BTreeSet<Stem> = [x.person, y.person]
        .iter()
        .flat_map(|p| p.surname.split([' ', '-']).chain([p.given.as_str()]))
        .map(stem)
        .collect();
    let sentence = |one: Told, token: usize| {
        let document = &one.ledger.document;
        document.token(token).map(|t| document.sentence_at(t.span.start))
    };
    let full = x.person.places.iter().take(SENTENCES).map(|p| x.ledger.document.sentence_at(p.start));
    let full: BTreeSet<usize> = full.collect();
    let any = y.person.places.iter().take(SENTENCES).map(|p| y.ledger.document.sentence_at(p.start));
    let bare = names(y.ledger, &y.person.surname).take(SENTENCES).filter_map(|at| sentence(y, at));
    let any: BTreeSet<usize> = any.chain(bare).collect();
    let mut told = |a: usize, b: usize| {
        let in_common = || {
            let theirs = y.ledger.sentence_stems(b);
            let both = x.ledger.sentence_stems(a).iter().filter(|s| theirs.binary_search(s).is_ok());
            let words: BTreeMap<Stem, u32> =
                both.map(|s| (*s, word_information(*s).min(name_information(*s)))).collect();
            (words.values().sum(), words)
        };
        let (all, words) = shared.entry(((x.document, a), (y.document, b))).or_insert_with(in_common);
        let theirs: u32 = own.iter().filter_map(|s| words.get(s)).sum();
        all.saturating_sub(theirs)
    };
    full.iter().flat_map(|a| any.iter().map(|b| (*a, *b))).map(|(a, b)| told(a, b)).max().unwrap_or(0)
}

/// Does the document name the person in full?
fn knows(ledger: &Ledger, person: &Person) -> bool {
    names(ledger, &person.surname).any(|at| is_full(&ledger.document, at, person))
}

/// Is the name that ends at this token the person's, with or without names and initials between: "Ada Jane Roth"?
pub fn is_full(document: &Document, at: usize, person: &Person) -> bool {
    /// So many tokens between, points of initials too.
    const BETWEEN: usize = 4;
    let Some(before) = at.checked_sub(person.surname.split(' ').count()) else { return false };
    let named = |i: &usize| {
        let token = document.token(*i);
        token.is_some_and(|t| t.is_word() && t.capital) || document.word(*i) == "." && document.joined(*i)
    };
    let back = (before.saturating_sub(BETWEEN)..=before).rev();
    let is_given = |i: usize| {
        let word = document.word(i);
        if word.is_ascii() { word == person.given } else { plain(document.written(i)) == person.given }
    };
    back.take_while(named).any(is_given)
}

/// The tokens that end this name: its last word, capitalised.
pub fn names<'a>(ledger: &'a Ledger, name: &str) -> impl Iterator<Item = usize> + use<'a> {
    ledger.written_with_capital(last_word(name)).iter().copied()
}

fn last_word(name: &str) -> &str {
    name.rsplit([' ', '-']).next().unwrap_or_default()
}

/// The sources of a draft know one bearer of the surname, under another given name than the draft's.
pub fn declared(ledgers: &[Ledger], x: Told, y: Told) -> Option<Evidence> {
    let roles = [x.ledger.document.role, y.ledger.document.role];
    let (draft, source) = match roles {
        [Role::Draft, Role::Source] => (x, y),
        [Role::Source, Role::Draft] => (y, x),
        _ => return None,
    };
    let sources = ledgers.iter().filter(|l| l.document.role == Role::Source);
    // Whoever reads the given name somewhere in the sources may put the two together.
    if sources.clone().any(|l| names(l, &draft.person.given).next().is_some()) {
        return None;
    }
    let mut evidence = Evidence::default();
    evidence.add(4.0, format!("the sources know nobody else called “{}”", written(source)));
    Some(evidence)
}
