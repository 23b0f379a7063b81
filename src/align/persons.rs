//! People of two documents who are one person, whatever name each gives: "Transport Minister Ivo
//! Roth" of the one and "Ivan Roth, the transport minister," of the other.
//!
//! One part of the name is the same, and something else says that both are one: what they are
//! called, what they say, what the sentences around them tell. Neither document knows the other's
//! name, or anybody else of theirs.
//!
//! Blocks: the surname, and the given name.

use super::bearers::{Known, Shared, Told, alike, declared, is_full, is_rare, names, odd_one, one_given};
use super::rarity::InCommon;
use super::{Blocks, Evidence, Link, OfSentences, Rarity};
use crate::claim::{Calling, ClaimKind, Ledger, Person, people, stem};
use crate::compare::naming::{Naming, given, surnames};
use crate::lexicon::en::callings::{calling, is_of_one};
use crate::lexicon::en::kin::KIN;
use crate::lexicon::en::names::{OPENERS, TITLES};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::lexicon::en::surnames::COMMON_SURNAMES;
use crate::story::Stories;
use crate::text::{Span, plain};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A name in more places than this finds nobody.
const BLOCK: usize = 40;
/// A calling that one person has at a time, the same as far as either tells, and one that many have.
const OF_ONE: f64 = 3.0;
const OF_ONE_UNTOLD: f64 = 2.0;
const OF_MANY: f64 = 1.5;
const SAME_OF: f64 = 1.5;
const OTHER_OF: f64 = -4.0;
const SAME_WORDS_SAID: f64 = 4.0;
const ONE_NAME: f64 = 3.0;
const OF_FEW: f64 = 0.5;
/// Of two who share their surname besides.
const ONE_MIDDLE_NAME: f64 = 4.5;
const ONE_COMPANY: f64 = 4.5;
/// So many others of one list in both documents make the last one the same too.
const COMPANY: usize = 2;
/// A sentence that names more people is a register.
const REGISTER: usize = 40;
/// What is left of the names: one letter apart, alike, or unlike; brothers are often called the same.
const A_SLIP: f64 = 2.0;
const BEGIN_ALIKE: f64 = 1.5;
const ALIKE: f64 = 1.0;
const UNLIKE: f64 = -0.5;
const UNLIKE_AND_UNTOLD: f64 = -4.0;
const COMMON: f64 = -2.0;
/// Pairs below this are not kept.
const THRESHOLD: f64 = 3.5;
/// How many of a person's sentences are read.
const SENTENCES: usize = 3;

/// Somebody of one document.
#[derive(Debug)]
pub struct Named {
    pub document: usize,
    pub person: Person,
}

/// One person in two documents, by their numbers.
#[derive(Debug)]
pub struct OnePerson {
    a: usize,
    b: usize,
    pub given: Naming,
    pub surname: Naming,
    pub evidence: Evidence,
}

/// All people, and who is one in two documents.
#[derive(Debug, Default)]
pub struct Persons {
    all: Vec<Named>,
    pub pairs: Vec<OnePerson>,
}

impl Persons {
    pub fn of(&self, one: &OnePerson) -> Option<(&Named, &Named)> {
        self.all.get(one.a).zip(self.all.get(one.b))
    }
}

impl Named {
    /// Where the full name stands first.
    pub fn place(&self) -> (usize, Span) {
        (self.document, self.person.places.first().copied().unwrap_or_default())
    }
}

/// What two sentences have in common.
type Common = OfSentences<InCommon>;

/// By two documents, the names of whom they let say the same words.
type Said = BTreeMap<(usize, usize), Vec<(Span, Span)>>;

pub fn persons(ledgers: &[Ledger], stories: &Stories, links: &[Link], rarity: &Rarity, blocks: &mut Blocks) -> Persons {
    let readable = |l: &Ledger| l.document.foreign().is_none();
    let peers: Vec<(usize, &Ledger)> = ledgers.iter().enumerate().filter(|(_, l)| readable(l)).collect();
    if peers.len() < 2 {
        return Persons::default();
    }
    let of = |(document, ledger)| people(ledger).into_iter().map(move |person| Named { document, person });
    let all: Vec<Named> = peers.iter().copied().flat_map(of).collect();
    let said = said(ledgers, links);
    let told = |index: usize| {
        let Named { document, person } = all.get(index)?;
        Some(Told { document: *document, ledger: ledgers.get(*document)?, person })
    };
    let (mut common, mut shared) = (Common::new(), Shared::new());
    let companies = Companies::of(ledgers, &all);
    let known = Known::of(&peers, &all);
    let mut pairs = Vec::new();
    for (a, b) in candidates(&all, blocks) {
        let Some((x, y)) = told(a).zip(told(b)) else { continue };
        let (own, other) = (x.ledger.document.role, y.ledger.document.role);
        if !own.meets(other) || !stories.related(x.document, y.document) {
            continue;
        }
        let (of_given, of_surname) =
            (given(&x.person.given, &y.person.given), surnames(&x.person.surname, &y.person.surname, true));
        let company = companies.shared(&all, a, b);
        let evidence = weigh(rarity, &mut common, &said, (x, y), (of_given, of_surname), company);
        let one_name = (of_given, of_surname) == (Naming::Same, Naming::Same);
        let in_doubt = || known.knows_both(a, b) || has_others(x, y) || has_others(y, x);
        let told = evidence.weight() >= THRESHOLD;
        let renamed = (of_given, of_surname) == (Naming::Other, Naming::Same);
        let resurnamed = (of_given, of_surname) == (Naming::Same, Naming::Other);
        let mut by_surname = || odd_one(|| [a, b].map(|one| known.by(one).len()), &mut shared, x, y);
        let evidence = match (told, renamed) {
            (true, _) => Some(evidence),
            (false, true) => by_surname().or_else(|| declared(ledgers, x, y)),
            (false, false) => resurnamed.then(|| one_given(&mut shared, x, y)).flatten(),
        };
        if let Some(evidence) = evidence.filter(|_| one_name || !in_doubt()) {
            pairs.push(OnePerson { a, b, given: of_given, surname: of_surname, evidence });
        }
    }
    Persons { all, pairs }
}

/// Who is named in one sentence with whom.
struct Companies {
    /// By document and sentence.
    named: BTreeMap<(usize, usize), Vec<usize>>,
    /// Of each person.
    sentences: Vec<Vec<(usize, usize)>>,
}

impl Companies {
    fn of(ledgers: &[Ledger], all: &[Named]) -> Companies {
        let mut named: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        let mut sentences = Vec::new();
        for (index, one) in all.iter().enumerate() {
            let sentence =
                |span: &Span| Some((one.document, ledgers.get(one.document)?.document.sentence_at(span.start)));
            let own: Vec<(usize, usize)> = one.person.places.iter().take(SENTENCES).filter_map(sentence).collect();
            own.iter().for_each(|at| named.entry(*at).or_default().push(index));
            sentences.push(own);
        }
        Companies { named, sentences }
    }

    /// How many others of a sentence with the one a sentence with the other names too, where there are most.
    fn shared(&self, all: &[Named], a: usize, b: usize) -> usize {
        let of = |index: usize| self.sentences.get(index).into_iter().flatten();
        let others = |at: &(usize, usize)| self.named.get(at).filter(|all| all.len() <= REGISTER).into_iter().flatten();
        let name = |index: &usize| all.get(*index).map(|one| (&one.person.given, &one.person.surname));
        let pairs = of(a).flat_map(|x| of(b).map(move |y| (x, y)));
        let shared = pairs.map(|(x, y)| {
            let theirs: BTreeSet<_> = others(y).filter_map(name).collect();
            others(x).filter_map(name).filter(|one| theirs.contains(one)).count()
        });
        shared.max().unwrap_or_default()
    }
}

/// Pairs of different documents with one part of the name in common.
fn candidates(all: &[Named], thin: &mut Blocks) -> BTreeSet<(usize, usize)> {
    let mut blocks: BTreeMap<(bool, &str), Vec<usize>> = BTreeMap::new();
    for (index, named) in all.iter().enumerate() {
        blocks.entry((false, &named.person.given)).or_default().push(index);
        blocks.entry((true, &named.person.surname)).or_default().push(index);
    }
    let mut pairs = BTreeSet::new();
    let name = |index: usize| all.get(index).map(|n| (&n.person.given, &n.person.surname));
    for block in blocks.values() {
        let block = thin.thinned(block, BLOCK, name);
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                let (Some(x), Some(y)) = (all.get(*a), all.get(*b)) else { continue };
                if x.document != y.document {
                    pairs.insert((*a.min(b), *a.max(b)));
                }
            }
        }
    }
    pairs
}

/// Who says the same words in two documents.
fn said(ledgers: &[Ledger], links: &[Link]) -> Said {
    const SURE: f64 = 2.8;
    let speaker = |at: super::ClaimRef| {
        let (ledger, claim) = at.of(ledgers).filter(|(_, c)| c.kind == ClaimKind::Quote)?;
        match &ledger.mention(claim)?.value {
            Value::Quote(quote) => quote.speaker,
            _ => None,
        }
    };
    let mut said = Said::new();
    for link in links.iter().filter(|l| l.evidence.weight() >= SURE) {
        let Some((one, other)) = speaker(link.a).zip(speaker(link.b)) else { continue };
        said.entry((link.a.document, link.b.document)).or_default().push((one, other));
    }
    said
}

/// Does each of the two say what the other says?
fn speak(said: &Said, x: &Told, y: &Told) -> bool {
    let of = |a: &Told, b: &Told| {
        let mut said = said.get(&(a.document, b.document)).into_iter().flatten();
        said.any(|(one, other)| speaks(a, *one) && speaks(b, *other))
    };
    of(x, y) || of(y, x)
}

fn weigh(
    rarity: &Rarity,
    common: &mut Common,
    said: &Said,
    (x, y): (Told, Told),
    (of_given, of_surname): (Naming, Naming),
    company: usize,
) -> Evidence {
    let mut evidence = Evidence::default();
    let mut same: Option<(f64, f64, &Calling)> = None;
    for one in &x.person.callings {
        for other in y.person.callings.iter().filter(|o| o.known_as == one.known_as && o.standing == one.standing) {
            let told = one.of.iter().any(|s| other.of.contains(s));
            let of = match () {
                () if told => SAME_OF,
                () if !one.of.is_empty() && !other.of.is_empty() => OTHER_OF,
                () => 0.0,
            };
            let calling = match is_of_one(one.known_as, told) {
                true if told => OF_ONE,
                true => OF_ONE_UNTOLD,
                false => OF_MANY,
            };
            if same.is_none_or(|(c, o, _)| calling + of > c + o) {
                same = Some((calling, of, one));
            }
        }
    }
    if let Some((calling, of, one)) = same {
        evidence.add(calling, format!("both are called “{}”", x.ledger.document.slice(one.span)));
        match of {
            SAME_OF => evidence.add(of, "of the same thing or body"),
            OTHER_OF => evidence.add(of, "of different things or bodies"),
            _ => {}
        }
    }
    let speak = speak(said, &x, &y);
    if speak {
        evidence.add(SAME_WORDS_SAID, "both say the same words");
    }
    let middle = (of_given, of_surname) == (Naming::Other, Naming::Same)
        && x.person.middle.intersection(&y.person.middle).next().is_some();
    if middle {
        evidence.add(ONE_MIDDLE_NAME, "both have one middle name");
    }
    let listed = (of_given, of_surname) == (Naming::Other, Naming::Same) && company >= COMPANY;
    if listed {
        evidence.add(ONE_COMPANY, format!("both stand beside {company} people of the same names"));
    }
    let linked = !evidence.addends.is_empty();
    if (of_given, of_surname) == (Naming::Same, Naming::Same) {
        evidence.add(ONE_NAME, "both have the same name");
        if is_rare(&x.person.surname) {
            evidence.add(OF_FEW, "few are called so");
        }
        evidence.addends.extend(sentences(rarity, common, x, y));
        return evidence;
    }
    // Without a calling or words in common the sentences may tell of anybody.
    if !linked {
        return evidence;
    }
    let (one, other, part) = if of_given == Naming::Same {
        (&x.person.surname, &y.person.surname, &x.person.given)
    } else {
        (&x.person.given, &y.person.given, &x.person.surname)
    };
    let told = speak || middle || listed || same.is_some_and(|(calling, ..)| calling == OF_ONE);
    let (weight, how) = match () {
        () if of_surname == Naming::Slip => (A_SLIP, "are one letter apart"),
        () if of_given == Naming::Same && begin_alike(one, other) => (BEGIN_ALIKE, "begin alike"),
        () if alike(one, other) => (ALIKE, "look alike"),
        () if told => (UNLIKE, "do not look alike"),
        () => (UNLIKE_AND_UNTOLD, "do not look alike"),
    };
    evidence.add(weight, format!("“{one}” and “{other}” {how}"));
    if COMMON_SURNAMES.contains(part.as_str()) {
        evidence.add(COMMON, format!("many are called “{part}”"));
    }
    evidence.addends.extend(sentences(rarity, common, x, y));
    evidence
}

/// Two surnames that a writer who remembers how one begins could mix up ("Falkgren", "Falkberg").
fn begin_alike(a: &str, b: &str) -> bool {
    const LETTERS: usize = 4;
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count() >= LETTERS
}

/// Is the speaker named here in the document of the person this person?
fn speaks(named: &Told, span: Span) -> bool {
    let text = &named.ledger.document;
    let last = || text.slice(span).rsplit(' ').next().map(plain);
    named.person.places.iter().any(|p| p.overlaps(span)) || last().is_some_and(|w| w == named.person.surname)
}

/// What the sentences that name them have in common but the names and callings.
fn sentences(rarity: &Rarity, common: &mut Common, x: Told, y: Told) -> Option<super::Addend> {
    let mut except = Vec::new();
    for named in [x, y] {
        let document = &named.ledger.document;
        let spans = named.person.places.iter().copied().chain(named.person.callings.iter().map(|c| c.span));
        for span in spans {
            except.extend((document.token_at(span.start)..document.token_at(span.end)).map(|i| stem(document.word(i))));
        }
    }
    except.sort_unstable();
    except.dedup();
    let places = |named: Told| -> BTreeSet<usize> {
        named.person.places.iter().take(SENTENCES).map(|p| named.ledger.document.sentence_at(p.start)).collect()
    };
    let theirs = places(y);
    let pairs = places(x).into_iter().flat_map(|a| theirs.iter().map(move |b| (a, *b)));
    let shared = pairs.filter_map(|(a, b)| {
        let words = || rarity.in_common((x.ledger, a), (y.ledger, b));
        let common = common.entry(((x.document, a), (y.document, b))).or_insert_with(words);
        common.but((x.ledger, a), |stem| except.binary_search(&stem).is_ok())
    });
    shared.max_by(|a, b| a.weight.total_cmp(&b.weight))
}

/// Does the document of `x` name somebody else with a part of the name, or use the other's part?
fn has_others(x: Told, y: Told) -> bool {
    const NEAR: usize = 5;
    let document = &x.ledger.document;
    if x.person.given == y.person.given {
        // Another one with this given name, or the other's surname.
        let last = x.person.surname.rsplit([' ', '-']).next().unwrap_or_default();
        let other = names(x.ledger, &x.person.given).any(|i| {
            let next = (i + 1..i + 5).find(|n| document.token(*n).is_some_and(|t| t.is_word() && t.capital));
            let word =
                next.filter(|n| (i + 1..*n).all(|m| !document.token(m).is_none_or(|t| t.is_word() && t.capital)));
            document.token(i + 1).is_some_and(|t| t.is_word() && t.capital)
                && word.is_some_and(|n| {
                    !plain(document.written(n)).starts_with(last)
                        && !x.person.surname.starts_with(&plain(document.written(n)))
                })
        });
        return other || names(x.ledger, &y.person.surname).next().is_some();
    }
    let another = names(x.ledger, &x.person.surname).any(|i| {
        let words = x.person.surname.split([' ', '-']).count();
        let Some(before) = i.checked_sub(words) else { return false };
        let named = document.token(before).is_some_and(|t| t.is_word() && t.capital);
        let full = is_full(document, i, x.person);
        let name = named && !full && !is_title(document.word(before));
        // "Her brother, Jon Lind, told Roth": somebody else's kin.
        let capital = |k: usize| document.token(k).is_some_and(|t| t.is_word() && t.capital);
        let is_of = |k: usize| !(k.min(i) + 1..before.max(k)).any(capital);
        let kin = (before.saturating_sub(NEAR)..i + NEAR).any(|k| KIN.contains(document.word(k)) && is_of(k));
        name || kin
    });
    another || names(x.ledger, &y.person.given).next().is_some()
}

fn is_title(word: &str) -> bool {
    TITLES.contains(word) || calling(word).is_some() || OPENERS.contains(word) || STOP_WORDS.contains(word)
}
