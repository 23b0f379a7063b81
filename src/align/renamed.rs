//! Names of a draft that a source knows, but gives another name in their place: "a flute
//! dug up in Ostrava" of a draft whose source has the flute dug up in Vardo and a
//! bandmaster who studied in Ostrava.
//!
//! Every name of the sources is weighed for the draft's place, the draft's own among
//! them. A name is out of place when another that could stand there fits clearly better,
//! and not only because the sources name it more often.

use super::fit::{Fit, Place};
use super::known::{Kind, Known, Named, Names, words};
use super::{Addend, Blocks, Rarity, Spot};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::text::Span;
use crate::value::NameKind;
use std::cell::Cell;

/// By how much another name must fit better: in all, or by the words around alone.
struct Lead {
    fit: f64,
    words: f64,
}

/// One of the same kind; a kind that nothing tells is the same only as far as all signs go.
const OF_SAME_KIND: Lead = Lead { fit: 3.0, words: 1.8 };
const OF_UNTOLD_KIND: Lead = Lead { fit: 2.5, words: f64::INFINITY };
/// One that only the word before it makes likely.
const BEHIND_SAME_WORD: Lead = Lead { fit: 5.0, words: 1.5 };
const PLACE_FOR_PERSON: Lead = Lead { fit: 1.0, words: f64::INFINITY };
/// One person for another where no capitals tell what is a name.
const IN_SMALL_LETTERS: Lead = Lead { fit: 4.0, words: f64::INFINITY };

#[derive(Debug)]
pub struct Renamed<'a> {
    rarity: &'a Rarity,
    names: Names<'a>,
    /// How many places of drafts have only words that stand with too many names.
    passed_over: Cell<usize>,
}

impl<'a> Renamed<'a> {
    pub fn new(ledgers: &'a [Ledger], rarity: &'a Rarity) -> Renamed<'a> {
        Renamed { rarity, names: Names::of_sources(ledgers), passed_over: Cell::new(0) }
    }

    /// Adds what was too much to be looked at.
    pub fn tell(&self, blocks: &mut Blocks) {
        blocks.passed_over += self.passed_over.get();
    }

    /// The names of a draft that the sources have elsewhere, each with the place that has another where the draft has it.
    pub fn of_draft(&self, draft: &'a Ledger) -> impl Iterator<Item = (Span, &Spot<'a>, Vec<Addend>)> {
        let names = self.names.of_draft(draft).into_iter();
        names.filter_map(|name| self.rival(draft, &name).map(|(place, evidence)| (name.span, place, evidence)))
    }

    fn rival(&self, draft: &Ledger, name: &Named) -> Option<(&Spot<'a>, Vec<Addend>)> {
        let words = words(&draft.document, name.span);
        let place = Place::new(draft, name.span, &words);
        let small = name.is_small(draft);
        if place.listed {
            return None;
        }
        let fit = |known| Fit::new(self.rarity, &place, known);
        let meant =
            self.names.meant(name, &words).filter_map(|i| self.names.known.get(i)).map(|known| (known, fit(known)));
        let (own, ours) = meant.max_by(|(_, a), (_, b)| a.sum().total_cmp(&b.sum()))?;
        // "Born in Basra" here and there, whatever else the sentence names.
        let said = led(&draft.document, name.span);
        if said.is_some() && own.spots.iter().any(|spot| led(&spot.ledger.document, spot.span) == said) {
            return None;
        }
        let mut best: Option<(f64, &Known, Fit)> = None;
        let Some(beside) = self.names.beside(place.spot.stems()) else {
            self.passed_over.set(self.passed_over.get() + 1);
            return None;
        };
        for other in beside.into_iter().filter_map(|i| self.names.known.get(i)) {
            if std::ptr::eq(own, other) || other.shares_a_word(&words) || names(draft, other) {
                continue;
            }
            let theirs = fit(other);
            let behind_same_word = theirs.before > ours.before;
            let lead = if small { among_people(own, other) } else { lead(own, other, &place, behind_same_word) };
            let Some(lead) = lead else { continue };
            let words = theirs.words() - ours.words();
            let ahead = (theirs.sum() - ours.sum() - lead.fit).max(words - lead.words);
            if ahead > 0.0 && words > 0.0 && best.as_ref().is_none_or(|(most, ..)| ahead > *most) {
                best = Some((ahead, other, theirs));
            }
        }
        let (_, other, theirs) = best?;
        Some((place.nearest(self.rarity, other)?, ours.against(&theirs)))
    }
}

/// The two words before a name, where the first of them tells: "born in".
fn led(document: &Document, name: Span) -> Option<(&str, &str)> {
    let tokens = document.sentence_tokens(document.sentence_at(name.start));
    let first = document.token_at(name.start);
    let word = |n: usize| first.checked_sub(n).filter(|i| tokens.contains(i)).map(|i| document.word(i));
    let (before, two_before) = (word(1)?, word(2)?);
    (is_content(two_before) && !is_content(before)).then_some((two_before, before))
}

/// What `other` needs to stand where `own` does; nothing is enough between kinds that never do.
fn lead(own: &Known, other: &Known, place: &Place, behind_same_word: bool) -> Option<Lead> {
    use NameKind::{Country, Other, Person, Place as Site};
    let countries = |known: &Known| known.kind() == Kind::Named(Country);
    match (own.kind(), other.kind()) {
        (_, Kind::Named(Person)) if !place.is_for_person() => None,
        _ if behind_same_word && countries(own) == countries(other) => Some(BEHIND_SAME_WORD),
        (Kind::Named(Other), Kind::Named(Other)) => Some(OF_UNTOLD_KIND),
        (a, b) if a == b => Some(OF_SAME_KIND),
        (Kind::Named(Person), Kind::Named(Site | Country)) if place.is_open() => Some(PLACE_FOR_PERSON),
        _ => None,
    }
}

fn among_people(own: &Known, other: &Known) -> Option<Lead> {
    let person = |known: &Known| known.kind() == Kind::Named(NameKind::Person);
    (person(own) && person(other)).then_some(IN_SMALL_LETTERS)
}

/// Does the draft use the name too?
fn names(draft: &Ledger, known: &Known) -> bool {
    let has = |stem: &Stem| [draft.names(), draft.words_used()].iter().any(|all| all.binary_search(stem).is_ok());
    known.words.iter().any(|w| has(&stem(w)))
}
