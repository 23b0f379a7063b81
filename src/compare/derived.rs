//! What a writer may work out from two figures of a source: "$1.7 million more" where it has 6.2 and 4.5.
//!
//! Of many figures some two make nearly any number by chance. So what is worked out from figures of one sentence is
//! believed; what is worked out from neighbours in a table or from figures of one paragraph only where chance alone would
//! seldom make it: the rounder the draft's figure and the more pairs there are, the sooner one of them hits it.

use super::printed::around;
use crate::document::{Document, Seat};
use crate::lexicon::unit::{PERCENT, PERCENTAGE_POINT};
use crate::mention::Mention;
use crate::value::{Amount, AmountKind, Bounds, Unit, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A place with more amounts than this is a table of its own kind: nobody works out its pairs.
const PAIRED: usize = 12;
/// In percent: so often may chance make a figure that is still believed to be worked out.
const BY_CHANCE: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

#[derive(Debug, Default)]
pub struct Derived {
    of_sentences: Vec<Made>,
    of_places: Vec<Made>,
}

/// A figure that two others make, and how far such figures spread.
#[derive(Debug)]
struct Made {
    amount: Amount,
    spread: Decimal,
}

impl Derived {
    pub fn add(&mut self, document: &Document, mentions: &[Mention]) {
        let mut sentences: BTreeMap<usize, Vec<&Amount>> = BTreeMap::new();
        let mut blocks: BTreeMap<usize, Vec<&Amount>> = BTreeMap::new();
        let mut cells: Vec<(Seat, &Amount)> = Vec::new();
        for mention in mentions {
            let Value::Amount(amount) = &mention.value else { continue };
            let sentence = document.sentence_at(mention.span.start);
            sentences.entry(sentence).or_default().push(amount);
            let block = document.sentences.get(sentence).map_or(0, |s| s.block as usize);
            match document.blocks.get(block).and_then(|b| b.seat) {
                Some(seat) => cells.push((seat, amount)),
                None => blocks.entry(block).or_default().push(amount),
            }
        }
        self.of_sentences.extend(sentences.values().flat_map(|amounts| made(amounts)));
        self.of_places.extend(blocks.values().flat_map(|amounts| made(amounts)));
        let side_by_side = |a: &Seat, b: &Seat| a.row == b.row && a.column != b.column;
        let one_above = |a: &Seat, b: &Seat| a.column == b.column && a.row + 1 == b.row;
        for (index, (seat, amount)) in cells.iter().enumerate() {
            let after =
                cells.iter().skip(index + 1).take_while(|(s, _)| s.table == seat.table && s.row <= seat.row + 1);
            for (_, other) in after.filter(|(s, _)| side_by_side(seat, s) || one_above(seat, s)) {
                self.of_places.extend(two(amount, other));
            }
        }
    }

    /// Do two figures make one that carries this one, and not by chance?
    pub fn makes(&self, amount: &Amount, carries: fn(&Amount, &Amount) -> bool) -> bool {
        if self.of_sentences.iter().any(|made| carries(&made.amount, amount)) {
            return true;
        }
        let like = |made: &&Made| made.amount.kind == amount.kind && made.amount.unit == amount.unit;
        let by_chance = || self.of_places.iter().filter(like).map(|made| made.chance(amount)).sum::<Decimal>();
        self.of_places.iter().any(|made| carries(&made.amount, amount)) && by_chance() <= BY_CHANCE
    }
}

impl Made {
    /// In percent, how likely a figure of this spread falls on the amount by chance.
    fn chance(&self, amount: &Amount) -> Decimal {
        if self.spread.saturating_mul(Decimal::TWO) < amount.value {
            return Decimal::ZERO;
        }
        let width = match (amount.bounds.low, amount.bounds.high) {
            (Some(low), Some(high)) => high.saturating_sub(low).max(amount.step),
            _ => return Decimal::ONE_HUNDRED,
        };
        let share = width.checked_mul(Decimal::ONE_HUNDRED).and_then(|w| w.checked_div(self.spread));
        share.unwrap_or(Decimal::ONE_HUNDRED).min(Decimal::ONE_HUNDRED)
    }
}

/// What each two amounts of one sentence make.
pub fn derived(amounts: &[&Amount]) -> impl Iterator<Item = Amount> {
    made(amounts).into_iter().map(|made| made.amount)
}

fn made(amounts: &[&Amount]) -> Vec<Made> {
    let amounts = if amounts.len() > PAIRED { &[] } else { amounts };
    let pairs = amounts.iter().enumerate().flat_map(|(i, a)| amounts.iter().skip(i + 1).map(move |b| (*a, *b)));
    pairs.flat_map(|(a, b)| two(a, b)).collect()
}

/// Sum, difference and change in percent of two amounts of a kind, points between two percentages, and what of a sum or
/// measure falls to one of so many.
fn two(a: &Amount, b: &Amount) -> Vec<Made> {
    if a.kind == AmountKind::Label || b.kind == AmountKind::Label {
        return Vec::new();
    }
    if a.kind == b.kind && a.unit == b.unit {
        let step = a.step.min(b.step);
        let spread = a.value.abs().max(b.value.abs());
        let made = |value: Decimal| {
            let amount = Amount { value, bounds: around(value, step), hedge: None, step, ..a.clone() };
            Made { amount, spread }
        };
        let gap = a.value.checked_sub(b.value).map(|d| made(d.abs()));
        let points = gap.as_ref().filter(|_| a.kind == AmountKind::Percent).map(|gap| Made {
            amount: Amount { unit: Some(Unit::Measure(&PERCENTAGE_POINT)), ..gap.amount.clone() },
            spread,
        });
        let sum = a.value.checked_add(b.value).map(made);
        return [sum, gap, points, change(a, b)].into_iter().flatten().collect();
    }
    each(a, b).or_else(|| each(b, a)).into_iter().collect()
}

/// The change from one amount to the other in percent.
fn change(from: &Amount, to: &Amount) -> Option<Made> {
    let (low, high) = (from.value.min(to.value), from.value.max(to.value));
    let base = if from.value <= to.value { low } else { high };
    let value = high.checked_sub(low)?.checked_div(base)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let slack = Decimal::ONE;
    let bounds = Bounds::between(value.checked_sub(slack)?, value.checked_add(slack)?);
    let unit = Some(Unit::Measure(&PERCENT));
    let amount = Amount { kind: AmountKind::Percent, value, unit, bounds, hedge: None, step: Decimal::ONE };
    Some(Made { amount, spread: Decimal::ONE_HUNDRED })
}

/// A sum or measure shared out among a count: $1.6 million for 520 stops.
fn each(whole: &Amount, among: &Amount) -> Option<Made> {
    let shared = matches!(whole.kind, AmountKind::Money | AmountKind::Measure);
    let counted = among.kind == AmountKind::Number && among.unit.is_none() && among.value > Decimal::ONE;
    if !shared || !counted {
        return None;
    }
    let value = whole.value.checked_div(among.value)?;
    // Writers print such a quotient in two or three digits.
    let slack = value.checked_div(Decimal::ONE_HUNDRED)?;
    let bounds = Bounds::between(value.checked_sub(slack)?, value.checked_add(slack)?);
    Some(Made { amount: Amount { value, bounds, hedge: None, step: slack, ..whole.clone() }, spread: value })
}
