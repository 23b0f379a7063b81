//! Statements of two related documents that say the same of the same, but for one thing: a "not", an opposite word, who did it
//! to whom, how many, how sure.
//!
//! Blocks: two of the weightiest words of a sentence. Sentences that share enough are read, and their statements held against
//! each other by who and what they name (`fit`); what is contrary is masked, for it is what is compared (`contrast`). A
//! statement whose like the other text has too is settled.

#![allow(clippy::arithmetic_side_effects, reason = "thousandths of nats of words of single sentences")]

mod contrast;
mod deeds;
mod fit;
mod gap;
mod nearly;
mod nobody;
mod rank;
mod referent;
mod roles;
mod series;

pub use crate::lexicon::en::deeds::Part as DeedPart;
pub use contrast::Contrast;
use deeds::OfDeeds;
use roles::Held;

use super::rarity::OfStems;
use super::{Blocks, Evidence, Rarity};
use crate::claim::{Ledger, Moment, Statement, Stem, is_of_itself, statements, stem};
use crate::document::{Document, Role};
use crate::lexicon::en::forms::{irregular, regular};
use crate::lexicon::en::stances::{ACCUSATION, ACCUSATIONS};
use crate::lexicon::en::statements::{CONDITIONS, OCCASIONS, STANCES};
use crate::story::{Stories, word_information};
use crate::syntax::{Reader, Syntax};
use crate::text::{Span, StableHash};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// So many of a sentence's words find its like, the weightiest first.
const WEIGHTIEST: usize = 8;
/// A pair of words in more sentences than this finds none.
const BLOCK: usize = 24;
/// What two sentences must share to be read, in tenths of nats.
const SHARED: u32 = 40;
/// What fits by this much of it, in thousandths, fits nearly as well.
const NEARLY: i64 = 700;

/// A statement's place: the words that are contrary, and all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stand {
    pub document: usize,
    pub sentence: usize,
    pub words: Span,
    pub whole: Span,
}

/// Two statements that cannot both be right.
#[derive(Debug)]
pub struct Contrary {
    pub a: Stand,
    pub b: Stand,
    pub contrast: Contrast,
    pub evidence: Evidence,
}

/// A document's sentence.
type Place = (usize, usize);
/// A statement of the run: document, sentence, its number there.
type At = (usize, usize, usize);

struct Pair {
    a: At,
    b: At,
    fit: i64,
    contrast: Option<(Contrast, Span, Span)>,
    at_once: bool,
}

/// All sentences with their syntax and statements, each read when it is asked for.
struct Told<'a> {
    ledgers: &'a [Ledger],
    /// By document and sentence.
    read: Vec<Vec<Read<'a>>>,
    /// Of sentences in the same words the syntax that was read first: reports of one thing share many.
    first: RefCell<HashMap<&'a str, Place>>,
}

#[derive(Default)]
struct Read<'a> {
    syntax: OnceCell<Option<Rc<Syntax<'a>>>>,
    statements: OnceCell<Vec<Statement>>,
}

impl<'a> Told<'a> {
    fn of(ledgers: &'a [Ledger]) -> Told<'a> {
        let unread = |l: &Ledger| l.document.sentences.iter().map(|_| Read::default()).collect();
        Told { ledgers, read: ledgers.iter().map(unread).collect(), first: RefCell::default() }
    }

    fn cell(&self, (document, sentence): Place) -> Option<&Read<'a>> {
        self.read.get(document)?.get(sentence)
    }

    /// The settled syntax of a sentence.
    fn syntax(&self, at: Place) -> Option<&Syntax<'a>> {
        self.cell(at)?.syntax.get_or_init(|| self.read_syntax(at)).as_deref()
    }

    fn read_syntax(&self, at: Place) -> Option<Rc<Syntax<'a>>> {
        let document = &self.ledgers.get(at.0)?.document;
        let place = document.sentences.get(at.1)?;
        let first = *self.first.borrow_mut().entry(document.slice(place.span)).or_insert(at);
        let known = || Some(Rc::clone(self.cell(first)?.syntax.get()?.as_ref()?));
        known()
            .filter(|_| first != at && self.are_cut_alike(first, at))
            .or_else(|| Some(Rc::new(Reader::new(document).settled(place))))
    }

    /// The same words are the same tokens, but for what stands around them.
    fn are_cut_alike(&self, a: Place, b: Place) -> bool {
        let cut = |(document, sentence): Place| {
            let document = &self.ledgers.get(document)?.document;
            let (place, range) = (document.sentences.get(sentence)?, document.sentence_tokens(sentence));
            let from = place.span.start;
            let tokens = document.tokens.get(range)?.iter();
            Some(
                tokens
                    .map(move |t| (t.span.start.wrapping_sub(from), t.span.end.wrapping_sub(from), t.kind, t.capital)),
            )
        };
        cut(a).zip(cut(b)).is_some_and(|(a, b)| a.eq(b))
    }

    fn at(&self, (document, sentence): Place) -> &[Statement] {
        let at = (document, sentence);
        let Some((ledger, cell)) = self.ledgers.get(document).zip(self.cell(at)) else { return &[] };
        cell.statements.get_or_init(|| {
            let told = statements(ledger, sentence, || self.syntax(at));
            // "This page was moved" is said of each page for itself.
            if is_of_itself(&ledger.document, sentence) {
                return Vec::new();
            }
            told.into_iter().filter(|s| !is_supposed(&ledger.document, s)).collect()
        })
    }
}

/// "If the lock is open", "when the extensions are available": it may be so or not. "When the bridge fell" it did.
fn is_supposed(document: &Document, statement: &Statement) -> bool {
    let first = document.token_at(statement.span.start);
    let start = document.sentence_tokens(statement.sentence).start;
    let before = first.checked_sub(1).filter(|i| *i >= start).map_or("", |i| document.word(i));
    CONDITIONS.contains(before) || OCCASIONS.contains(before) && statement.moment == Moment::Present
}

pub fn contraries(ledgers: &[Ledger], stories: &Stories, rarity: &Rarity, thin: &mut Blocks) -> Vec<Contrary> {
    let read = Told::of(ledgers);
    let mut pairs: Vec<Pair> = Vec::new();
    let mut series = series::Known::default();
    let mut lines = gap::Lines::default();
    let of_deeds = deeds::by_deed(ledgers, stories, &read, thin);
    let sharing = sharing(ledgers, stories, thin);
    let all: BTreeSet<(Place, Place)> = sharing.union(&of_deeds.pairs).copied().collect();
    for (a, b) in all {
        let (own, others) = (read.at(a), read.at(b));
        if own.is_empty() || others.is_empty() {
            continue;
        }
        let is_whole = sharing.contains(&(a, b));
        for (i, x) in own.iter().enumerate() {
            for (j, y) in others.iter().enumerate() {
                let (one, other) = (((a.0, a.1, i), x), ((b.0, b.1, j), y));
                let held = by_parts(ledgers, &of_deeds, one, other);
                // What shares no more than a deed is held against each other as that alone.
                let whole = || is_whole.then(|| as_wholes(ledgers, one, other)).flatten();
                pairs.extend(held.or_else(whole));
            }
        }
    }
    // What a statement finds in another document that says the same.
    let mut alike: BTreeMap<(At, usize), i64> = BTreeMap::new();
    for pair in pairs.iter().filter(|p| p.contrast.is_none()) {
        for key in [(pair.a, pair.b.0), (pair.b, pair.a.0)] {
            let best = alike.entry(key).or_insert(pair.fit);
            *best = pair.fit.max(*best);
        }
    }
    let settled =
        |of: At, other: usize, fit: i64| alike.get(&(of, other)).is_some_and(|best| *best * 1000 >= fit * NEARLY);
    let mut told: BTreeSet<((usize, usize), (usize, usize))> = BTreeSet::new();
    let mut found = Vec::new();
    pairs.sort_by(|x, y| y.fit.cmp(&x.fit).then((x.a, x.b).cmp(&(y.a, y.b))));
    for pair in &pairs {
        let Some((contrast, first, second)) = pair.contrast.filter(|_| pair.at_once) else { continue };
        if settled(pair.a, pair.b.0, pair.fit) || settled(pair.b, pair.a.0, pair.fit) {
            continue;
        }
        let stand = |at: At, words: Span| {
            let statement = read.at((at.0, at.1)).get(at.2)?;
            Some(Stand { document: at.0, sentence: at.1, words, whole: statement.span.cover(words) })
        };
        let (Some(a), Some(b)) = (stand(pair.a, first), stand(pair.b, second)) else { continue };
        let Some((a, b)) = unlike(ledgers, a, b) else { continue };
        // One sentence against another is one fault.
        if told.insert(((a.document, a.sentence), (b.document, b.sentence))) {
            found.push(Contrary { a, b, contrast, evidence: evidence(ledgers, rarity, a, b, pair.fit) });
        }
    }
    let text = |at: &Place| {
        let document = &ledgers.get(at.0)?.document;
        Some(document.slice_lower(document.sentences.get(at.1)?.span))
    };
    for (a, b) in sharing.iter().filter(|(a, b)| a.0 != b.0 && !told.contains(&(*a, *b))) {
        // What is told in the same words is the same.
        if text(a) == text(b) {
            continue;
        }
        let held = series::held(&read, &mut series, *a, *b).or_else(|| {
            // What shares less has no room for a gap.
            share_enough(ledgers, *a, *b, gap::LEAST).then(|| gap::held(&read, &mut lines, *a, *b)).flatten()
        });
        let Some((contrast, first, second)) = held else { continue };
        let stand = |(document, sentence): Place, [words, whole]: [Span; 2]| Stand { document, sentence, words, whole };
        let (a, b) = (stand(*a, first), stand(*b, second));
        found.push(Contrary { a, b, contrast, evidence: evidence(ledgers, rarity, a, b, nearly::LEAST) });
    }
    found.extend(nobody::denied(ledgers, stories, rarity, &told));
    found.sort_by_key(|c| (c.a, c.b));
    found
}

/// Two statements of one deed, or the same but for one part, and what is contrary in them.
fn by_parts(
    ledgers: &[Ledger],
    of_deeds: &OfDeeds,
    (a, x): (At, &Statement),
    (b, y): (At, &Statement),
) -> Option<Pair> {
    if a.0 == b.0 {
        return None;
    }
    let told = of_deeds.about(ledgers, a, x).zip(of_deeds.about(ledgers, b, y));
    if let Some((one, other)) = told
        && let Some(held) = roles::held(one, other)
    {
        let contrast = match held {
            Held::Same => None,
            Held::Apart(contrast, first, second) => Some((contrast, first, second)),
        };
        return Some(Pair { a, b, fit: roles::weight(one, other), contrast, at_once: true });
    }
    let nearly = nearly::nearly(ledgers, (a.0, x), (b.0, y))?;
    Some(Pair { a, b, fit: nearly::LEAST, contrast: Some(nearly), at_once: true })
}

/// Two statements that fit as wholes, and what is contrary in them.
fn as_wholes(ledgers: &[Ledger], (a, x): (At, &Statement), (b, y): (At, &Statement)) -> Option<Pair> {
    let (x, y) = fit::in_one_shape(x, y);
    let fit = fit::fit(ledgers, (a.0, x.as_ref()), (b.0, y.as_ref()))?;
    let contrast = contrast::contrast(x.as_ref(), y.as_ref(), fit.swapped);
    Some(Pair { a, b, fit: fit.weight, contrast, at_once: fit.at_once })
}

/// The two so that their words differ: a reader who is shown the same twice learns nothing.
fn unlike(ledgers: &[Ledger], mut a: Stand, mut b: Stand) -> Option<(Stand, Stand)> {
    let alike = |a: &Stand, b: &Stand| {
        let words = |s: &Stand| ledgers.get(s.document).map(|l| l.document.slice_lower(s.words));
        words(a) == words(b)
    };
    if alike(&a, &b) {
        (a.words, b.words) = (a.whole, b.whole);
    }
    (!alike(&a, &b)).then_some((a, b))
}

fn evidence(ledgers: &[Ledger], rarity: &Rarity, a: Stand, b: Stand, fit: i64) -> Evidence {
    let mut evidence = Evidence::default();
    let (Some(x), Some(y)) = (ledgers.get(a.document), ledgers.get(b.document)) else { return evidence };
    evidence.addends.extend(rarity.shared((x, a.sentence), (y, b.sentence), &[]));
    evidence.add((fit / 100) as f64 / 50.0, "both say it of the same");
    evidence
}

/// Sentences of documents that may be held against each other and share two of their weightiest words.
pub fn sharing(ledgers: &[Ledger], stories: &Stories, thin: &mut Blocks) -> BTreeSet<((usize, usize), (usize, usize))> {
    let accusation = stem(ACCUSATION);
    let mut accusations: Vec<Stem> = ACCUSATIONS.iter().map(|w| stem(w)).collect();
    accusations.sort_unstable();
    let of_stances: Vec<Vec<bool>> = ledgers.iter().map(|l| tell_stances(&l.document)).collect();
    let tells_stance = |(document, sentence): Place| {
        of_stances.get(document).and_then(|d: &Vec<bool>| d.get(sentence)).copied().unwrap_or_default()
    };
    let places: Vec<Place> = ledgers
        .iter()
        .enumerate()
        .flat_map(|(document, l)| (0..l.document.sentences.len()).map(move |sentence| (document, sentence)))
        .collect();
    let texts = texts(ledgers, &places);
    // The hash of two words, and the number of a sentence that has both.
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut words: Vec<(u32, Stem)> = Vec::new();
    for (number, (document, sentence)) in (0_u32..).zip(&places) {
        // A text alone holds no more than its stances against each other.
        if ledgers.len() == 1 && !tells_stance((*document, *sentence)) {
            continue;
        }
        let one_sense = |s: &Stem| if accusations.binary_search(s).is_ok() { accusation } else { *s };
        let stems = ledgers.get(*document).map_or(&[][..], |l| l.sentence_stems(*sentence));
        words.clear();
        words.extend(stems.iter().map(one_sense).map(|s| (word_information(s), s)));
        words.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
        words.truncate(WEIGHTIEST);
        for (i, (_, one)) in words.iter().enumerate() {
            let both = |other: &Stem| {
                let (low, high) = (one.value().min(other.value()), one.value().max(other.value()));
                StableHash::default().write(&low.to_le_bytes()).write(&high.to_le_bytes()).value()
            };
            keys.extend(words.iter().skip(i + 1).map(|(_, other)| (both(other), number)));
        }
    }
    keys.sort_unstable();
    let role = |document: usize| ledgers.get(document).map(|l| l.document.role);
    let on_one_side = |a: usize, b: usize| a != b && role(a) == role(b) && role(a) != Some(Role::Peer);
    let place = |number: u32| places.get(number as usize).copied().unwrap_or_default();
    let mut found = BTreeSet::new();
    // Two sentences meet under many pairs of words.
    let mut met: HashSet<u64, OfStems> = HashSet::default();
    let (mut compared, mut left) = (vec![false; places.len()], vec![false; places.len()]);
    for block in keys.chunk_by(|x, y| x.0 == y.0).filter(|block| block.len() > 1) {
        let mut one = Blocks::default();
        let few = one.thinned(block, BLOCK, |(_, number)| texts.get(number as usize));
        let all = if one.passed_over > 0 { &mut left } else { &mut compared };
        for (_, number) in block {
            all.get_mut(*number as usize).into_iter().for_each(|had| *had = true);
        }
        for (i, (_, m)) in few.iter().enumerate() {
            for (_, n) in few.iter().skip(i + 1) {
                let (a, b) = (place(*m), place(*n));
                // Inside one document only stances are held against each other (`fit`).
                let inside = || role(a.0) != Some(Role::Source) && tells_stance(a) && tells_stance(b);
                let apart = a != b && (a.0 != b.0 || inside()) && stories.related(a.0, b.0) && !on_one_side(a.0, b.0);
                if apart && met.insert(mixed(*m, *n)) && share_enough(ledgers, a, b, SHARED) {
                    found.insert((a, b));
                }
            }
        }
    }
    // Only sentences that no other two words could find were passed over.
    thin.passed_over += usize::from(left.iter().zip(&compared).any(|(left, compared)| *left && !compared));
    found
}

/// A number of two that no other two have, spread over all its bits.
fn mixed(m: u32, n: u32) -> u64 {
    (u64::from(m) << u32::BITS | u64::from(n)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(u32::BITS)
}

/// Of each sentence the first that has the same text.
fn texts(ledgers: &[Ledger], places: &[Place]) -> Vec<u32> {
    let text = |(document, sentence): &Place| {
        let document = &ledgers.get(*document)?.document;
        document.sentences.get(*sentence).map(|s| document.slice_lower(s.span))
    };
    let mut first: HashMap<Option<&str>, u32> = HashMap::with_capacity(places.len());
    (0_u32..).zip(places).map(|(number, place)| *first.entry(text(place)).or_insert(number)).collect()
}

/// Which sentences have a verb of a stance.
fn tell_stances(document: &Document) -> Vec<bool> {
    let is_stance = |word: &str| {
        STANCES.contains(word)
            || irregular(word).any(|(_, base)| STANCES.contains(base))
            // Other forms of a verb begin as it does.
            || STANCES.iter().any(|stance| stance.as_bytes().get(..2) == word.as_bytes().get(..2))
                && regular(word).any(|(_, base)| STANCES.contains(base.as_str()))
    };
    let forms = document.per_form(is_stance);
    let has = |token: usize| document.form(token).and_then(|form| forms.get(form)).copied().unwrap_or_default();
    (0..document.sentences.len()).map(|s| document.sentence_tokens(s).any(has)).collect()
}

/// Do the words of both tell so much, in tenths of nats?
fn share_enough(ledgers: &[Ledger], a: (usize, usize), b: (usize, usize), least: u32) -> bool {
    let (Some(x), Some(y)) = (ledgers.get(a.0), ledgers.get(b.0)) else { return false };
    let mut others = y.sentence_stems(b.1).iter().peekable();
    let mut shared = 0;
    for stem in x.sentence_stems(a.1) {
        while others.next_if(|other| *other < stem).is_some() {}
        if others.peek() == Some(&stem) {
            shared += word_information(*stem);
        }
        if shared >= least {
            return true;
        }
    }
    false
}
