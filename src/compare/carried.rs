//! What the sources carry: every amount they state, the figures nobody read, and what
//! a writer may work out from them, to tell which amounts of a draft stand nowhere.

use super::Verdict;
use super::amount::amounts;
use super::derived::{Derived, Working};
use super::printed::around;
use crate::document::Document;
use crate::mention::Mention;
use crate::value::{Amount, AmountKind, Bounds, Hedge, TimeKind, Value};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

#[derive(Debug, Default)]
pub struct Carried<'a> {
    amounts: Vec<&'a Amount>,
    derived: Derived,
    /// Printed figures that no extractor took for anything.
    figures: BTreeSet<Decimal>,
}

impl<'a> Carried<'a> {
    pub fn add(&mut self, index: usize, document: &Document, mentions: &'a [Mention]) {
        self.amounts.extend(mentions.iter().filter_map(|m| match &m.value {
            Value::Amount(amount) => Some(&**amount),
            _ => None,
        }));
        self.derived.add((index, document), mentions);
        // "the 50-year-old" is read as a length of time, and a draft's "Ada, 50," says the same.
        let lasts = |m: &&Mention| matches!(&m.value, Value::Time(time) if time.kind == TimeKind::Duration);
        let mut taken = mentions.iter().filter(|m| !lasts(m)).peekable();
        for token in document.tokens.iter().filter(|t| t.is_number()) {
            while taken.next_if(|m| m.span.end <= token.span.start).is_some() {}
            if taken.peek().is_some_and(|m| m.span.overlaps(token.span)) {
                continue;
            }
            let digits = document.slice(token.span).replace([',', '\u{a0}', '\u{202f}'], "");
            self.figures.extend(digits.parse::<Decimal>().ok());
        }
    }

    /// Does a source state this amount, in any unit, rounding or form?
    pub fn states(&self, amount: &Amount) -> bool {
        self.by_ends(amount, |amount| self.states_value(amount))
            || amount.hedge == Some(Hedge::Range) && self.amounts.iter().any(|s| amounts(amount, s) == Verdict::Agree)
    }

    /// The two figures of a source that make it, as a writer may have worked it out.
    pub fn working(&self, amount: &Amount) -> Option<Working> {
        if amount.hedge != Some(Hedge::Range) {
            return self.derived.makes(amount, carries);
        }
        let mut ends = [amount.bounds.low, amount.bounds.high].into_iter().flatten().map(|end| at(amount, end));
        let (low, high) = (ends.next()?, ends.next()?);
        let made = [low, high].map(|end| (self.states_value(&end), self.derived.makes(&end, carries)));
        let holds = made.iter().all(|(states, made)| *states || made.is_some());
        made.into_iter().find_map(|(_, working)| working).filter(|_| holds)
    }

    fn states_value(&self, amount: &Amount) -> bool {
        self.figures.contains(&amount.value) || self.amounts.iter().any(|source| carries(source, amount))
    }

    /// Of a range, both ends have to hold.
    fn by_ends(&self, amount: &Amount, holds: impl Fn(&Amount) -> bool) -> bool {
        if amount.hedge != Some(Hedge::Range) {
            return holds(amount);
        }
        [amount.bounds.low, amount.bounds.high].into_iter().flatten().all(|end| holds(&at(amount, end)))
    }
}

/// The amount with another value: one end of a range.
fn at(amount: &Amount, value: Decimal) -> Amount {
    let bounds = around(value, amount.step);
    Amount { value, bounds, hedge: None, ..amount.clone() }
}

/// Does the source's amount say what the draft's says?
pub fn carries(source: &Amount, draft: &Amount) -> bool {
    if source.kind == AmountKind::Ordinal || draft.kind == AmountKind::Ordinal {
        return source.value == draft.value;
    }
    let ends = [Some(source.value), source.bounds.low, source.bounds.high];
    // A figure without a unit in the source may be of any unit; a count is a count.
    let plain = matches!(source.kind, AmountKind::Number | AmountKind::Label);
    // And a bare figure of the draft may stand for a sum or an age whose sign it lost.
    let bare = matches!(draft.kind, AmountKind::Number | AmountKind::Label) && draft.unit.is_none();
    if (plain || bare) && ends.contains(&Some(draft.value)) {
        return true;
    }
    if source.hedge == Some(Hedge::Range) {
        // "10 to 15" states its two ends, not all that lies between.
        let ends = [source.bounds.low, source.bounds.high];
        return ends.into_iter().flatten().any(|end| carries(&at(source, end), draft));
    }
    if is_share(draft) && source.kind == AmountKind::Percent && !source.is_bound() {
        let apart = draft.value.saturating_mul(Decimal::ONE_HUNDRED).saturating_sub(source.value).abs();
        return apart <= NEAR_SHARE;
    }
    if matches!(amounts(source, draft), Verdict::Conflict | Verdict::Unknown) {
        return false;
    }
    let open = |a: &Amount| a.bounds.low.is_none() || a.bounds.high.is_none();
    match (open(source), open(draft)) {
        (false, false) => true,
        // "over 20" does not state 23.
        (true, false) => amounts(&at(source, source.value), draft) != Verdict::Conflict,
        // "over 20" stands for 21 to 30, not for 500.
        (false, true) => amounts(&nearby(draft), source) != Verdict::Conflict,
        (true, true) => amounts(&at(source, source.value), &at(draft, draft.value)) != Verdict::Conflict,
    }
}

/// "Seven in ten" stands for 71.3 percent: so many points away.
const NEAR_SHARE: Decimal = Decimal::from_parts(25, 0, 0, false, 1);

fn is_share(amount: &Amount) -> bool {
    amount.kind == AmountKind::Number
        && amount.unit.is_none()
        && amount.value > Decimal::ZERO
        && amount.value < Decimal::ONE
}

/// What a writer means by "over 20" or "nearly 20": as far as half of it away.
fn nearby(amount: &Amount) -> Amount {
    let slack = amount.value.abs().checked_div(Decimal::TWO).unwrap_or_default();
    let low = amount.bounds.low.unwrap_or(amount.value.saturating_sub(slack));
    let high = amount.bounds.high.unwrap_or(amount.value.saturating_add(slack));
    Amount { bounds: Bounds { low: Some(low), high: Some(high), ..amount.bounds }, ..amount.clone() }
}
