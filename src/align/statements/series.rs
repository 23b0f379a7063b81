//! Two sentences that tell of several things, each with what is its own: "the oars are of ash, the mast is of fir and the
//! hull is of larch" and "a mast of fir, oars of ash and a hull of elm". Where they say the same of all but one, what they
//! say of that one is held against each other. Figures have their own rows (`align::slots::rows`).

use super::fit::opens_elsewhere;
use super::{Contrast, Place, Told};
use crate::align::strangers::strangers_beside;
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::BlockKind;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::given_names::is_given_name;
use crate::lexicon::en::kinds::are_siblings;
use crate::lexicon::en::opposites::are_opposite;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::syntax::Upos;
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// Of so many things both must say the same.
const AGREEING: usize = 2;
/// So many names that are the same tell that one more is of one person.
const NAMES: usize = 3;
/// So many words of a thing are the same: its name and what is said of it.
const TOLD: usize = 2;
/// Nothing is told of one thing of a series in more words than these.
const WIDEST: usize = 4;
/// Words as alike as this are one in two spellings or forms.
const ALIKE: f64 = 0.7;

/// Words that part the things of a series.
const BETWEEN: [&str; 8] = [",", ";", "and", "but", "while", "whereas", "or", ":"];
/// What is denied of a thing, or said of it as one of several, is not what is said of it.
const OPEN: [&str; 10] = ["not", "no", "never", "without", "neither", "nor", "including", "among", "such", "like"];

/// A word that tells of a thing.
#[derive(Debug, Clone, Copy)]
struct Word {
    token: usize,
    stem: Stem,
    sort: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Name,
    Noun,
    Figure,
    How,
    Verb,
}

/// One thing with what is said of it.
type Item = Vec<Word>;

/// A word of a thing.
type At<'a> = (&'a Item, &'a Word);

/// The things of sentences, by their places: each meets many others.
#[derive(Default)]
pub struct Known {
    of: HashMap<Place, Option<Vec<Item>>>,
}

impl Known {
    fn read(&mut self, told: &Told, at: Place) -> bool {
        self.of.entry(at).or_insert_with(|| items(told, at)).is_some()
    }

    fn at(&self, at: Place) -> Option<&[Item]> {
        self.of.get(&at)?.as_deref()
    }
}

/// The two things that differ, each with the word that does.
pub fn held(told: &Told, known: &mut Known, a: Place, b: Place) -> Option<(Contrast, [Span; 2], [Span; 2])> {
    let (x, y) = (told.ledgers.get(a.0)?, told.ledgers.get(b.0)?);
    if ![a, b].into_iter().all(|at| known.read(told, at)) {
        return None;
    }
    let (own, others) = (known.at(a)?, known.at(b)?);
    let in_row = left(own, others);
    let [(one, first), (other, second)] = in_row.or_else(|| among_names(own, others))?;
    if y.knows(first.stem) || x.knows(second.stem) || is_topic(x, first.token) && is_topic(y, second.token) {
        return None;
    }
    // Pages of one kind say of their own thing, in the same words, what they do not name again.
    let held = [Some(first.stem), Some(second.stem)];
    let of_two = in_row.is_some() && opens_elsewhere(x, y, held[0]) && opens_elsewhere(y, x, held[1]);
    if of_two || strangers_beside((x, a.1), (y, b.1), [&[first.stem], &[second.stem]]).is_some() {
        return None;
    }
    let contrast = contrast(x, first, y, second)?;
    if in_row.is_none() && contrast != Contrast::Name {
        return None;
    }
    let whole = |l: &Ledger, item: &Item| {
        let (from, to) = (item.first()?, item.last()?);
        Some(l.document.token(from.token)?.span.cover(l.document.token(to.token)?.span))
    };
    let place = |l: &Ledger, word: &Word| Some(l.document.token(word.token)?.span);
    Some((contrast, [place(x, first)?, whole(x, one)?], [place(y, second)?, whole(y, other)?]))
}

/// The one thing of a row of which the two do not say the same.
fn left<'a>(own: &'a [Item], others: &'a [Item]) -> Option<[At<'a>; 2]> {
    let mut left: Option<(&Item, &Item)> = None;
    let mut agreeing = 0;
    for (i, j) in partners(own, others) {
        let (one, other) = (own.get(i)?, others.get(j)?);
        if one.len().max(other.len()) > WIDEST {
            continue;
        }
        match meet(one, other) {
            Meet::Same => agreeing += 1,
            Meet::Open => {}
            // Two things of which they say something else: two tables.
            Meet::Apart if left.is_some() => return None,
            Meet::Apart => left = Some((one, other)),
        }
    }
    let (one, other) = left.filter(|_| agreeing >= AGREEING)?;
    Some([(one, only(one, other)?), (other, only(other, one)?)])
}

/// "Thomas Brill" and "Tobias Brill" among the same others: the one name that each sentence has alone.
fn among_names<'a>(own: &'a [Item], others: &'a [Item]) -> Option<[At<'a>; 2]> {
    let names = |of: &'a [Item]| -> BTreeMap<Stem, At<'a>> {
        let of_item = |item: &'a Item| item.iter().filter(|w| w.sort == Kind::Name).map(move |w| (w.stem, (item, w)));
        of.iter().flat_map(of_item).collect()
    };
    let (own, others) = (names(own), names(others));
    let only = |x: &BTreeMap<Stem, At<'a>>, y: &BTreeMap<Stem, At<'a>>| {
        let mut only = x.iter().filter(|(name, _)| !y.contains_key(name)).map(|(_, at)| *at);
        only.next().filter(|_| only.next().is_none())
    };
    let shared = own.keys().filter(|name| others.contains_key(name)).count();
    (shared >= NAMES).then(|| Some([only(&own, &others)?, only(&others, &own)?])).flatten()
}

/// A page on it: its file or a heading has its name.
pub fn is_topic(ledger: &Ledger, token: usize) -> bool {
    let document = &ledger.document;
    let is_heading = |s: &usize| document.block_of(*s).is_some_and(|b| b.kind == BlockKind::Heading);
    let mut headed = (0..document.sentences.len()).filter(is_heading).map(|s| ledger.sentence_stems(s));
    let word = document.word(token);
    document.path.to_lowercase().contains(word) || headed.any(|stems| stems.binary_search(&stem(word)).is_ok())
}

/// The things of a sentence.
fn items(told: &Told, (document, sentence): Place) -> Option<Vec<Item>> {
    let ledger = told.ledgers.get(document)?;
    let text = &ledger.document;
    let tokens = text.sentence_tokens(sentence);
    // A row of three has two that part it.
    if tokens.clone().filter(|i| BETWEEN.contains(&text.word(*i))).count() < AGREEING
        || tokens.clone().any(|i| OPEN.contains(&text.word(i)))
    {
        return None;
    }
    let syntax = told.syntax((document, sentence))?;
    let mut found: Vec<Item> = vec![Vec::new()];
    for (i, tag) in tokens.clone().zip(&syntax.tags) {
        let word = text.word(i);
        if BETWEEN.contains(&word) {
            found.push(Vec::new());
            continue;
        }
        let capital = text.token(i).is_some_and(|t| t.is_word() && t.capital);
        let figure = word.bytes().next().is_some_and(|b| b.is_ascii_digit());
        if !figure && !is_content(word) && !CALENDAR.contains(word) {
            continue;
        }
        let stem = stem(word);
        let named = capital && (i > tokens.start || !is_common(word)) && ledger.names().binary_search(&stem).is_ok();
        let sort = match tag.upos {
            _ if figure => Kind::Figure,
            _ if named || capital && i > tokens.start => Kind::Name,
            Upos::Noun | Upos::Propn => Kind::Noun,
            Upos::Num => Kind::Figure,
            Upos::Adj => Kind::How,
            Upos::Verb | Upos::Aux => Kind::Verb,
            _ => continue,
        };
        if let Some(item) = found.last_mut() {
            item.push(Word { token: i, stem, sort });
        }
    }
    found.retain(|item| !item.is_empty());
    Some(found)
}

/// Things of the two that share most with each other.
fn partners(own: &[Item], others: &[Item]) -> Vec<(usize, usize)> {
    let shared = |x: &Item, y: &Item| x.iter().filter(|w| y.iter().any(|o| o.stem == w.stem)).count();
    let best = |item: &Item, among: &[Item]| {
        let mut fits: Vec<(usize, usize)> = among.iter().map(|o| shared(item, o)).enumerate().collect();
        fits.sort_by_key(|(_, shared)| Reverse(*shared));
        let (first, most) = fits.first().copied().filter(|(_, most)| *most > 0)?;
        fits.get(1).is_none_or(|(_, next)| *next < most).then_some(first)
    };
    let of_own = own.iter().enumerate().filter_map(|(i, item)| Some((i, best(item, others)?)));
    of_own.filter(|(i, j)| others.get(*j).and_then(|item| best(item, own)) == Some(*i)).collect()
}

enum Meet {
    Same,
    Open,
    Apart,
}

fn meet(one: &Item, other: &Item) -> Meet {
    let telling =
        |x: &Item, y: &Item| x.iter().filter(|w| w.sort != Kind::Verb && y.iter().all(|o| o.stem != w.stem)).count();
    let shared = one.iter().filter(|w| w.sort != Kind::Verb && other.iter().any(|o| o.stem == w.stem)).count();
    match (telling(one, other), telling(other, one)) {
        (0, _) | (_, 0) if shared >= TOLD => Meet::Same,
        (0, _) | (_, 0) => Meet::Open,
        _ => Meet::Apart,
    }
}

/// The one word that the other does not have of the thing.
fn only<'a>(item: &'a Item, other: &Item) -> Option<&'a Word> {
    let mut left = item.iter().filter(|w| w.sort != Kind::Verb && other.iter().all(|o| o.stem != w.stem));
    left.next().filter(|_| left.next().is_none())
}

fn contrast(x: &Ledger, first: &Word, y: &Ledger, second: &Word) -> Option<Contrast> {
    let words = [x.document.word(first.token), y.document.word(second.token)];
    if strsim::normalized_levenshtein(words[0], words[1]) >= ALIKE {
        return None;
    }
    match (first.sort, second.sort) {
        (Kind::Name, Kind::Name) => {
            // "Thomas Brill", "Tobias Brill".
            let surname = |l: &Ledger, w: &Word| {
                let next = w.token.saturating_add(1);
                l.document.token(next).filter(|t| t.is_word() && t.capital).map(|_| stem(l.document.word(next)))
            };
            let (own, other) = (surname(x, first), surname(y, second));
            let given = words.iter().all(|w| is_given_name(w));
            match (own, other) {
                (Some(own), Some(other)) if own == other => given.then_some(Contrast::Name),
                (None, None) => Some(Contrast::Other),
                _ => None,
            }
        }
        (Kind::Noun, Kind::Noun) => {
            (are_siblings(words[0], words[1]) && !are_opposite(words[0], words[1])).then_some(Contrast::Other)
        }
        (Kind::How, Kind::How) => are_opposite(words[0], words[1]).then_some(Contrast::Opposite),
        _ => None,
    }
}
