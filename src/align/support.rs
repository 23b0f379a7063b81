//! Where the sources give a draft's amount, and where they give another one for what
//! looks like the same thing: "66 councillors" of a draft whose source has 66 of
//! something else and "four councillors".
//!
//! A place of a source is as near to the draft's amount as its sentence, the words around
//! it and what it counts are to the draft's. An amount is out of place when a source's
//! other amount is clearly nearer than every place that carries it.

use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::compare::Verdict;
use crate::compare::amount::amounts;
use crate::compare::carried::carries;
use crate::document::Role;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Hedge, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What it adds that both count the same thing.
const SAME_HEAD: f64 = 0.6;
/// What it adds that all words around the draft's amount stand around the source's.
const SAME_WORDS_AROUND: f64 = 0.5;
/// By how much the other amount's place must be nearer; less is enough where the places that carry the draft's
/// amount speak of nothing that the draft speaks of.
const CLEARLY: f64 = 0.5;
const CLEARLY_THAN_STRANGERS: f64 = 0.38;
const STRANGER: f64 = 0.15;
/// How near it must be where no place carries the draft's amount at all.
const NEAR: f64 = 0.7;
/// How many tokens on either side are the words around: a source puts more between.
const AROUND_DRAFT: usize = 5;
const AROUND_SOURCE: usize = 7;

/// An amount in a source.
#[derive(Debug)]
pub struct Place<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub span: Span,
    amount: &'a Amount,
    sentence: usize,
    head: Option<Stem>,
    around: Vec<Stem>,
}

/// The amounts of all sources.
#[derive(Debug)]
pub struct Support<'a> {
    rarity: Rarity,
    places: Vec<Place<'a>>,
    /// The places by the words of their sentences.
    by_word: BTreeMap<Stem, Vec<usize>>,
}

/// An amount of a draft, as it is held against the places.
struct Asked<'a> {
    ledger: &'a Ledger,
    sentence: usize,
    around: Vec<Stem>,
    head: Option<Stem>,
    /// The information in the sentence and in the words around.
    of_sentence: f64,
    of_around: f64,
}

impl<'a> Support<'a> {
    pub fn new(ledgers: &'a [Ledger]) -> Support<'a> {
        let mut places = Vec::new();
        let mut by_word: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            let heads = heads(ledger);
            for (index, mention) in ledger.mentions.iter().enumerate() {
                let Value::Amount(amount) = &mention.value else { continue };
                let sentence = ledger.document.sentence_at(mention.span.start);
                for stem in ledger.sentence_stems(sentence) {
                    by_word.entry(*stem).or_default().push(places.len());
                }
                let around = around(ledger, mention.span, AROUND_SOURCE);
                let head = heads.get(&index).copied();
                places.push(Place { document, ledger, span: mention.span, amount, sentence, head, around });
            }
        }
        Support { rarity: Rarity::new(ledgers), places, by_word }
    }

    /// The place of a source that speaks of the same thing as the draft's mention and gives another amount, if none that
    /// gives the draft's comes near it.
    pub fn rival(&self, draft: &Ledger, mention: &Mention, amount: &Amount) -> Option<(&Place<'a>, Vec<Addend>)> {
        if matches!(amount.kind, AmountKind::Ordinal | AmountKind::Label) {
            return None;
        }
        let asked = self.asked(draft, mention);
        let stems = draft.sentence_stems(asked.sentence);
        let near: BTreeSet<usize> = stems.iter().filter_map(|s| self.by_word.get(s)).flatten().copied().collect();
        let mut carried: Option<f64> = None;
        let mut best: Option<(f64, &Place)> = None;
        for place in near.iter().filter_map(|index| self.places.get(*index)) {
            if carries(place.amount, amount) {
                carried = Some(carried.unwrap_or_default().max(self.nearness(&asked, place)));
            } else if differs(place.amount, amount) {
                let nearness = self.nearness(&asked, place);
                if best.is_none_or(|(other, _)| nearness > other) {
                    best = Some((nearness, place));
                }
            }
        }
        let carried = carried.or_else(|| self.places.iter().any(|p| carries(p.amount, amount)).then_some(0.0));
        let (nearness, place) = best?;
        let clear = carried.map_or(nearness >= NEAR, |carried| {
            nearness - carried >= if carried <= STRANGER { CLEARLY_THAN_STRANGERS } else { CLEARLY }
        });
        clear.then(|| (place, self.reasons(&asked, place)))
    }

    fn asked<'d>(&self, ledger: &'d Ledger, mention: &Mention) -> Asked<'d> {
        let sentence = ledger.document.sentence_at(mention.span.start);
        let around = around(ledger, mention.span, AROUND_DRAFT);
        let head = ledger.mentions.iter().position(|m| std::ptr::eq(m, mention));
        let head = head.and_then(|index| heads(ledger).get(&index).copied());
        let (of_sentence, of_around) = (self.information(ledger.sentence_stems(sentence)), self.information(&around));
        Asked { ledger, sentence, around, head, of_sentence, of_around }
    }

    fn information(&self, stems: &[Stem]) -> f64 {
        stems.iter().map(|s| self.rarity.information(*s)).sum()
    }

    fn nearness(&self, asked: &Asked, place: &Place) -> f64 {
        self.of_sentence(asked, place) + SAME_WORDS_AROUND * self.of_around(asked, place) + of_head(asked, place)
    }

    /// Which part of what the draft's sentence says the place's sentence says too.
    fn of_sentence(&self, asked: &Asked, place: &Place) -> f64 {
        let other = place.ledger.sentence_stems(place.sentence);
        let mine = asked.ledger.sentence_stems(asked.sentence).iter();
        let shared: f64 =
            mine.filter(|s| other.binary_search(s).is_ok()).map(|s| self.rarity.information(*s)).sum();
        shared / asked.of_sentence.max(f64::MIN_POSITIVE)
    }

    fn of_around(&self, asked: &Asked, place: &Place) -> f64 {
        let shared = asked.around.iter().filter(|s| place.around.contains(s));
        shared.map(|s| self.rarity.information(*s)).sum::<f64>() / asked.of_around.max(f64::MIN_POSITIVE)
    }

    fn reasons(&self, asked: &Asked, place: &Place) -> Vec<Addend> {
        let head = of_head(asked, place);
        let same = Addend { weight: head, reason: "both give the number of the same things".to_owned() };
        let words = self.rarity.shared((asked.ledger, asked.sentence), (place.ledger, place.sentence), &[]);
        let around = SAME_WORDS_AROUND * self.of_around(asked, place);
        let around = Addend { weight: around, reason: "some of the same words stand around both".to_owned() };
        [same, around].into_iter().filter(|a| a.weight > 0.0).chain(words).collect()
    }
}

/// Are the two different figures for one thing, if they speak of one? "At least two" does not say 22, though 22 is more.
fn differs(place: &Amount, draft: &Amount) -> bool {
    let open = |a: &Amount| a.bounds.low.is_none() || a.bounds.high.is_none();
    match amounts(place, draft) {
        Verdict::Conflict => true,
        Verdict::Unknown => false,
        _ if draft.hedge == Some(Hedge::Vague) => false,
        _ if open(draft) && open(place) => draft.hedge == place.hedge && draft.value != place.value,
        _ => open(draft),
    }
}

fn of_head(asked: &Asked, place: &Place) -> f64 {
    if asked.head.is_some() && asked.head == place.head { SAME_HEAD } else { 0.0 }
}

/// What each amount counts or measures, by the index of its mention.
fn heads(ledger: &Ledger) -> BTreeMap<usize, Stem> {
    let claims = ledger.claims.iter().filter(|c| !c.subject.head.is_empty());
    claims.filter_map(|c| Some((c.mention?, stem(&c.subject.head)))).collect()
}

/// The content words of the sentence that stand close to `span`.
fn around(ledger: &Ledger, span: Span, reach: usize) -> Vec<Stem> {
    let document = &ledger.document;
    let sentence = document.sentence_tokens(document.sentence_at(span.start));
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let before = first.saturating_sub(reach).max(sentence.start)..first;
    let after = behind..(behind + reach).min(sentence.end);
    before.chain(after).map(|i| document.word(i)).filter(|w| is_content(w)).map(stem).collect()
}
