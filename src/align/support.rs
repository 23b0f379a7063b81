//! Where the sources give a draft's amount, and where they give another one for what
//! looks like the same thing: "31 stops" of a draft whose source has 31 of
//! something else and "seven stops".
//!
//! A place of a source is as near to the draft's amount as its sentence, the words around
//! it and what it counts are to the draft's. An amount is out of place when a source's
//! other amount is clearly nearer than every place that carries it.

use super::aged::is_age;
use super::spot::{AROUND_DRAFT, AROUND_SOURCE, Spot, nearness};
use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, stem};
use crate::compare::Verdict;
use crate::compare::amount::amounts;
use crate::compare::carried::carries;
use crate::compare::derived::derived;
use crate::document::Role;
use crate::value::{Amount, AmountKind, Hedge, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What it adds that both count the same thing.
const SAME_HEAD: f64 = 0.6;
/// By how much the other amount's place must be nearer; less is enough where the places that carry the draft's
/// amount speak of nothing that the draft speaks of.
const CLEARLY: f64 = 0.5;
const CLEARLY_THAN_STRANGERS: f64 = 0.38;
const STRANGER: f64 = 0.15;
/// How many mentions around one are looked at, and up to which count chance gives the same twice.
const MENTIONS: usize = 12;
const SMALL: Decimal = Decimal::from_parts(12, 0, 0, false, 0);
/// How near it must be where no place carries the draft's amount at all.
const NEAR: f64 = 0.7;

/// An amount in a source.
#[derive(Debug)]
struct Place<'a> {
    spot: Spot<'a>,
    amount: &'a Amount,
    head: Option<Stem>,
    is_age: bool,
}

/// What each amount of a ledger counts or measures, by the index of its mention.
#[derive(Debug)]
pub struct Heads(BTreeMap<usize, Stem>);

impl Heads {
    pub fn of(ledger: &Ledger) -> Heads {
        let claims = ledger.claims.iter().filter(|c| !c.subject.head.is_empty());
        Heads(claims.filter_map(|c| Some((c.mention?, stem(&c.subject.head)))).collect())
    }
}

/// The amounts of all sources.
#[derive(Debug)]
pub struct Support<'a> {
    rarity: &'a Rarity,
    places: Vec<Place<'a>>,
    /// The places by the words of their sentences.
    by_word: BTreeMap<Stem, Vec<usize>>,
}

impl<'a> Support<'a> {
    pub fn new(ledgers: &'a [Ledger], rarity: &'a Rarity) -> Support<'a> {
        let mut places = Vec::new();
        let mut by_word: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            let heads = Heads::of(ledger);
            for (index, mention) in ledger.mentions.iter().enumerate() {
                let Value::Amount(amount) = &mention.value else { continue };
                let spot = Spot::new(document, ledger, mention.span, AROUND_SOURCE);
                for stem in spot.stems() {
                    by_word.entry(*stem).or_default().push(places.len());
                }
                let is_age = is_age(&ledger.document, mention.span, amount);
                places.push(Place { spot, amount, head: heads.0.get(&index).copied(), is_age });
            }
        }
        Support { rarity, places, by_word }
    }

    /// The place of a source that speaks of the same thing as the draft's mention and gives another amount, if none that
    /// gives the draft's comes near it.
    pub fn rival(&self, draft: &Ledger, heads: &Heads, index: usize) -> Option<(&Spot<'a>, Vec<Addend>)> {
        let mention = draft.mentions.get(index)?;
        let Value::Amount(amount) = &mention.value else { return None };
        if matches!(amount.kind, AmountKind::Ordinal | AmountKind::Label) {
            return None;
        }
        let spot = Spot::new(0, draft, mention.span, AROUND_DRAFT);
        let head = heads.0.get(&index).copied();
        let is_age = is_age(&draft.document, mention.span, amount);
        let same_head = |place: &Place| if head.is_some() && head == place.head { SAME_HEAD } else { 0.0 };
        let near: BTreeSet<usize> =
            spot.stems().iter().filter_map(|s| self.by_word.get(s)).flatten().copied().collect();
        // What stands beside another figure of the draft's sentence is of the same thing.
        let beside = self.beside(draft, index);
        let mut carried: Option<f64> = None;
        let mut best: Option<(f64, &Place)> = None;
        for place in near.iter().filter_map(|index| self.places.get(*index)) {
            let nearness = || nearness(self.rarity, &spot, &place.spot, &[]) + same_head(place);
            if carries(place.amount, amount) {
                if beside.contains(&(place.spot.document, place.spot.sentence)) {
                    return None;
                }
                carried = Some(carried.unwrap_or_default().max(nearness()));
            } else if place.is_age == is_age && differs(place.amount, amount) {
                let nearness = nearness();
                if best.is_none_or(|(other, _)| nearness > other) {
                    best = Some((nearness, place));
                }
            }
        }
        let carried = carried.or_else(|| self.places.iter().any(|p| carries(p.amount, amount)).then_some(0.0));
        let (nearness, place) = best?;
        // What the sources give elsewhere is out of place only where both count or measure the same.
        if carried.is_some() && same_head(place) == 0.0 {
            return None;
        }
        // A writer's own sum of the sentence's figures has no place of its own.
        if carried.is_none() && self.makes(&place.spot, amount) {
            return None;
        }
        let clear = carried.map_or(nearness >= NEAR, |carried| {
            nearness - carried >= if carried <= STRANGER { CLEARLY_THAN_STRANGERS } else { CLEARLY }
        });
        let same = Addend { weight: same_head(place), reason: "both give the number of the same things".to_owned() };
        let words = self.rarity.shared((draft, spot.sentence), (place.spot.ledger, place.spot.sentence), &[]);
        clear.then(|| (&place.spot, Some(same).filter(|a| a.weight > 0.0).into_iter().chain(words).collect()))
    }

    /// The sentences of the sources that give another amount of the draft's sentence.
    fn beside(&self, draft: &Ledger, index: usize) -> BTreeSet<(usize, usize)> {
        let sentence = |at: usize| draft.mentions.get(at).map(|m| draft.document.sentence_at(m.span.start));
        let own = sentence(index);
        let near = index.saturating_sub(MENTIONS)..=index.saturating_add(MENTIONS);
        let others = near.filter(|at| *at != index && sentence(*at) == own).filter_map(|at| draft.mentions.get(at));
        let amounts: Vec<&Amount> = others
            .filter_map(|m| match &m.value {
                Value::Amount(amount) if !amount.is_bound() && amount.value > SMALL => Some(&**amount),
                _ => None,
            })
            .collect();
        let told =
            |place: &&Place| amounts.iter().any(|a| a.kind == place.amount.kind && a.value == place.amount.value);
        self.places.iter().filter(told).map(|p| (p.spot.document, p.spot.sentence)).collect()
    }

    /// Do two figures of the sentence make the amount?
    fn makes(&self, spot: &Spot, amount: &Amount) -> bool {
        let beside = |p: &&Place| p.spot.document == spot.document && p.spot.sentence == spot.sentence;
        let figures: Vec<&Amount> = self.places.iter().filter(beside).map(|p| p.amount).collect();
        derived(&figures).any(|made| carries(&made, amount))
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
