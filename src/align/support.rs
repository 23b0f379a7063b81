//! Where the sources give a draft's figure or date, and where they give another one for
//! what looks like the same thing: "66 councillors" of a draft whose source has 66 of
//! something else and "four councillors".
//!
//! A place of a source is as near to the draft's as its sentence, the words around it and
//! what it counts or dates are. A value is out of place when a source's other value is
//! clearly nearer than every place that carries it.

use super::spot::{AROUND_DRAFT, AROUND_SOURCE, Spot, nearness};
use super::{Addend, Rarity};
use crate::claim::{Ledger, Stem, stem};
use crate::compare::carried::{carries, derived};
use crate::compare::said::{Said, said};
use crate::document::Role;
use crate::value::{Amount, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What it adds that both count or date the same thing.
const SAME_HEAD: f64 = 0.6;
/// By how much the other value's place must be nearer; less is enough where the places that carry the draft's
/// value speak of nothing that the draft speaks of.
const CLEARLY: f64 = 0.5;
const CLEARLY_THAN_STRANGERS: f64 = 0.38;
const STRANGER: f64 = 0.15;
/// How near it must be where no place carries the draft's value at all.
const NEAR: f64 = 0.7;

/// An amount or a time in a source.
#[derive(Debug)]
struct Place<'a> {
    spot: Spot<'a>,
    value: &'a Value,
    head: Option<Stem>,
}

/// What each mention of a ledger counts, measures or dates, by its index.
#[derive(Debug)]
pub struct Heads(BTreeMap<usize, Stem>);

impl Heads {
    pub fn of(ledger: &Ledger) -> Heads {
        let claims = ledger.claims.iter().filter(|c| !c.subject.head.is_empty());
        Heads(claims.filter_map(|c| Some((c.mention?, stem(&c.subject.head)))).collect())
    }
}

/// The amounts and times of all sources.
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
                if !matches!(mention.value, Value::Amount(_) | Value::Time(_)) {
                    continue;
                }
                let spot = Spot::new(document, ledger, mention.span, AROUND_SOURCE);
                for stem in spot.stems() {
                    by_word.entry(*stem).or_default().push(places.len());
                }
                places.push(Place { spot, value: &mention.value, head: heads.0.get(&index).copied() });
            }
        }
        Support { rarity, places, by_word }
    }

    /// The place of a source that speaks of the same thing as the draft's mention and gives another value, if none that
    /// gives the draft's comes near it.
    pub fn rival(&self, draft: &Ledger, heads: &Heads, index: usize) -> Option<(&Spot<'a>, Vec<Addend>)> {
        let mention = draft.mentions.get(index)?;
        let spot = Spot::new(0, draft, mention.span, AROUND_DRAFT);
        let head = heads.0.get(&index).copied();
        let same_head = |place: &Place| if head.is_some() && head == place.head { SAME_HEAD } else { 0.0 };
        let near: BTreeSet<usize> =
            spot.stems().iter().filter_map(|s| self.by_word.get(s)).flatten().copied().collect();
        let mut carried: Option<f64> = None;
        let mut best: Option<(f64, &Place)> = None;
        for place in near.iter().filter_map(|index| self.places.get(*index)) {
            let nearness = || nearness(self.rarity, &spot, &place.spot, &[]) + same_head(place);
            match said(place.value, &mention.value) {
                Said::Same => carried = Some(carried.unwrap_or_default().max(nearness())),
                Said::Other => {
                    let nearness = nearness();
                    if best.is_none_or(|(other, _)| nearness > other) {
                        best = Some((nearness, place));
                    }
                }
                Said::Nothing => {}
            }
        }
        let elsewhere = || self.places.iter().any(|p| said(p.value, &mention.value) == Said::Same);
        let carried = carried.or_else(|| elsewhere().then_some(0.0));
        let (nearness, place) = best?;
        // A writer's own sum of the sentence's figures has no place of its own.
        if carried.is_none() && self.makes(&place.spot, &mention.value) {
            return None;
        }
        let clear = carried.map_or(nearness >= NEAR, |carried| {
            nearness - carried >= if carried <= STRANGER { CLEARLY_THAN_STRANGERS } else { CLEARLY }
        });
        let same = Addend { weight: same_head(place), reason: "both say it of the same thing".to_owned() };
        let words = self.rarity.shared((draft, spot.sentence), (place.spot.ledger, place.spot.sentence), &[]);
        clear.then(|| (&place.spot, Some(same).filter(|a| a.weight > 0.0).into_iter().chain(words).collect()))
    }

    /// Do two figures of the sentence make the draft's?
    fn makes(&self, spot: &Spot, draft: &Value) -> bool {
        let Value::Amount(amount) = draft else { return false };
        let beside = |p: &&Place| p.spot.document == spot.document && p.spot.sentence == spot.sentence;
        let figures = self.places.iter().filter(beside).filter_map(|p| match p.value {
            Value::Amount(figure) => Some(figure),
            _ => None,
        });
        let figures: Vec<&Amount> = figures.collect();
        derived(&figures).iter().any(|made| carries(made, amount))
    }
}
