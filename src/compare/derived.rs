//! What a writer may work out from two figures of a source: "$1.7 million more" where it has 6.2 and 4.5.
//!
//! Of many figures some two make nearly any number by chance. So what is worked out from figures of one sentence is
//! believed; what is worked out from neighbours in a table or from figures of one paragraph only where chance alone would
//! seldom make it: the rounder the draft's figure and the more pairs there are, the sooner one of them hits it.

use super::printed::around;
use crate::document::{Document, Seat};
use crate::lexicon::unit::{PERCENT, PERCENTAGE_POINT};
use crate::mention::Mention;
use crate::text::Span;
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
    how: How,
    /// The document and place of each of the two.
    of: [(usize, Span); 2],
}

/// How two figures make a third, the likeliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    Difference,
    Sum,
    Change,
    Each,
}

/// What makes a figure: "the difference of" two places.
#[derive(Debug, Clone, Copy)]
pub struct Working {
    pub how: How,
    pub of: [(usize, Span); 2],
}

/// An amount with the document and place that gives it.
#[derive(Debug, Clone, Copy)]
struct Given<'a> {
    amount: &'a Amount,
    at: (usize, Span),
}

impl Derived {
    pub fn add(&mut self, (index, document): (usize, &Document), mentions: &[Mention]) {
        let mut sentences: BTreeMap<usize, Vec<Given>> = BTreeMap::new();
        let mut blocks: BTreeMap<usize, Vec<Given>> = BTreeMap::new();
        let mut cells: Vec<(Seat, Given)> = Vec::new();
        let mut of_column: BTreeMap<(u32, u16), usize> = BTreeMap::new();
        for mention in mentions {
            let Value::Amount(amount) = &mention.value else { continue };
            let amount = Given { amount, at: (index, mention.span) };
            let sentence = document.sentence_at(mention.span.start);
            sentences.entry(sentence).or_default().push(amount);
            let block = document.sentences.get(sentence).map_or(0, |s| s.block as usize);
            match document.blocks.get(block).and_then(|b| b.seat) {
                Some(seat) => {
                    *of_column.entry((seat.table, seat.column)).or_default() += 1;
                    cells.push((seat, amount));
                }
                None => blocks.entry(block).or_default().push(amount),
            }
        }
        self.of_sentences.extend(sentences.values().flat_map(|amounts| made(amounts)));
        self.of_places.extend(blocks.values().flat_map(|amounts| made(amounts)));
        let side_by_side = |a: &Seat, b: &Seat| a.row == b.row && a.column != b.column;
        // Of a short table a writer holds any two rows against each other.
        let is_short = |a: &Seat| of_column.get(&(a.table, a.column)).is_some_and(|cells| *cells <= PAIRED);
        let one_above = |a: &Seat, b: &Seat| a.column == b.column && (a.row + 1 == b.row || is_short(a));
        for (index, (seat, amount)) in cells.iter().enumerate() {
            let near = |s: &Seat| s.table == seat.table && (s.row <= seat.row + 1 || is_short(seat));
            let after = cells.iter().skip(index + 1).take_while(|(s, _)| near(s));
            for (_, other) in after.filter(|(s, _)| side_by_side(seat, s) || one_above(seat, s)) {
                self.of_places.extend(two(*amount, *other));
            }
        }
    }

    /// The two figures that make one which carries this one, and not by chance.
    pub fn makes(&self, amount: &Amount, carries: fn(&Amount, &Amount) -> bool) -> Option<Working> {
        let working = |made: &Made| Working { how: made.how, of: made.of };
        let is_share = amount.kind == AmountKind::Number && amount.value < Decimal::ONE;
        let like = |made: &&Made| made.amount.kind == amount.kind && made.amount.unit == amount.unit;
        let fits = |made: &&Made| {
            (like(made) || is_share && made.amount.kind == AmountKind::Percent || made.amount.kind == AmountKind::Money)
                && carries(&made.amount, amount)
        };
        if let Some(made) = self.of_sentences.iter().filter(fits).min_by_key(|made| made.how) {
            return Some(working(made));
        }
        let by_chance = || self.of_places.iter().filter(like).map(|made| made.chance(amount)).sum::<Decimal>();
        let made = self.of_places.iter().filter(fits).min_by_key(|made| made.how)?;
        (by_chance() <= BY_CHANCE).then(|| working(made))
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
    let given: Vec<Given> = amounts.iter().map(|amount| Given { amount, at: (0, Span::default()) }).collect();
    made(&given).into_iter().map(|made| made.amount)
}

fn made(amounts: &[Given]) -> Vec<Made> {
    let amounts = if amounts.len() > PAIRED { &[] } else { amounts };
    let pairs = amounts.iter().enumerate().flat_map(|(i, a)| amounts.iter().skip(i + 1).map(move |b| (*a, *b)));
    pairs.flat_map(|(a, b)| two(a, b)).collect()
}

/// Sum, difference and change in percent of two amounts of a kind, points between two percentages, and what of a sum or
/// measure falls to one of so many.
fn two(one: Given, other: Given) -> Vec<Made> {
    let (a, b, of) = (one.amount, other.amount, [one.at, other.at]);
    if a.kind == AmountKind::Label || b.kind == AmountKind::Label {
        return Vec::new();
    }
    if a.kind == b.kind && a.unit == b.unit {
        let step = a.step.min(b.step);
        let spread = a.value.abs().max(b.value.abs());
        let made = |value: Decimal, how: How| {
            let amount = Amount { value, bounds: around(value, step), hedge: None, step, ..a.clone() };
            Made { amount, spread, how, of }
        };
        let gap = a.value.checked_sub(b.value).map(|d| made(d.abs(), How::Difference));
        let points = gap.as_ref().filter(|_| a.kind == AmountKind::Percent).map(|gap| Made {
            amount: Amount { unit: Some(Unit::Measure(&PERCENTAGE_POINT)), ..gap.amount.clone() },
            ..*gap
        });
        let sum = a.value.checked_add(b.value).map(|sum| made(sum, How::Sum));
        return [sum, gap, points, change(one, other)].into_iter().flatten().collect();
    }
    each(one, other).or_else(|| each(other, one)).into_iter().collect()
}

/// The change from one amount to the other in percent.
fn change(from: Given, to: Given) -> Option<Made> {
    let of = [from.at, to.at];
    let (from, to) = (from.amount, to.amount);
    let (low, high) = (from.value.min(to.value), from.value.max(to.value));
    let base = if from.value <= to.value { low } else { high };
    let value = high.checked_sub(low)?.checked_div(base)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let slack = Decimal::ONE;
    let bounds = Bounds::between(value.checked_sub(slack)?, value.checked_add(slack)?);
    let unit = Some(Unit::Measure(&PERCENT));
    let amount = Amount { kind: AmountKind::Percent, value, unit, bounds, hedge: None, step: Decimal::ONE };
    Some(Made { amount, spread: Decimal::ONE_HUNDRED, how: How::Change, of })
}

/// A sum or measure shared out among a count: $1.6 million for 520 stops.
fn each(whole: Given, among: Given) -> Option<Made> {
    let of = [whole.at, among.at];
    let (whole, among) = (whole.amount, among.amount);
    let shared = matches!(whole.kind, AmountKind::Money | AmountKind::Measure);
    let counted = among.kind == AmountKind::Number && among.unit.is_none() && among.value > Decimal::ONE;
    if !shared || !counted {
        return None;
    }
    let value = whole.value.checked_div(among.value)?;
    // Writers print such a quotient in two or three digits.
    let slack = value.checked_div(Decimal::ONE_HUNDRED)?;
    let bounds = Bounds::between(value.checked_sub(slack)?, value.checked_add(slack)?);
    let amount = Amount { value, bounds, hedge: None, step: slack, ..whole.clone() };
    Some(Made { amount, spread: value, how: How::Each, of })
}

impl How {
    /// "the difference of …"
    pub fn words(self) -> &'static str {
        match self {
            How::Sum => "the sum",
            How::Difference => "the difference",
            How::Change => "the change in percent",
            How::Each => "the one for each of the other",
        }
    }
}
