//! What the sources carry: every amount they state, the figures nobody read, and what
//! a writer may work out from them, to tell which amounts of a draft stand nowhere.

use super::Verdict;
use super::amount::amounts;
use super::printed::around;
use crate::document::Document;
use crate::mention::Mention;
use crate::value::{Amount, AmountKind, Bounds, Hedge, TimeKind, Value};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

#[derive(Debug, Default)]
pub struct Carried<'a> {
    amounts: Vec<&'a Amount>,
    /// Sums, differences and changes in percent of two amounts of one sentence.
    derived: Vec<Amount>,
    /// Printed figures that no extractor took for anything.
    figures: BTreeSet<Decimal>,
}

/// Sentences with more amounts than this are tables: nobody adds up their pairs.
const PAIRED: usize = 12;

impl<'a> Carried<'a> {
    pub fn add(&mut self, document: &Document, mentions: &'a [Mention]) {
        let mut sentence: (usize, Vec<&Amount>) = (0, Vec::new());
        for mention in mentions {
            let Value::Amount(amount) = &mention.value else { continue };
            self.amounts.push(amount);
            let here = document.sentence_at(mention.span.start);
            if here != sentence.0 {
                self.derive(&sentence.1);
                sentence = (here, Vec::new());
            }
            sentence.1.push(amount);
        }
        self.derive(&sentence.1);
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

    fn derive(&mut self, amounts: &[&Amount]) {
        self.derived.extend(derived(amounts));
    }

    /// Does a source state this amount, in any unit, rounding or form?
    pub fn states(&self, amount: &Amount) -> bool {
        if amount.hedge == Some(Hedge::Range) {
            let ends = [amount.bounds.low, amount.bounds.high];
            return ends.into_iter().flatten().all(|end| self.states_value(&at(amount, end)))
                || self.amounts.iter().any(|s| amounts(amount, s) == Verdict::Agree);
        }
        self.states_value(amount)
    }

    fn states_value(&self, amount: &Amount) -> bool {
        self.figures.contains(&amount.value)
            || self.amounts.iter().any(|source| carries(source, amount))
            || self.derived.iter().any(|source| carries(source, amount))
    }
}

/// Sums, differences and changes in percent of each two amounts of one sentence.
pub fn derived(amounts: &[&Amount]) -> Vec<Amount> {
    let mut found = Vec::new();
    if amounts.len() > PAIRED {
        return found;
    }
    for (index, a) in amounts.iter().enumerate() {
        for b in amounts.iter().skip(index + 1).filter(|b| a.kind == b.kind && a.unit == b.unit) {
            let step = a.step.min(b.step);
            let sums = [a.value.checked_add(b.value), a.value.checked_sub(b.value).map(|d| d.abs())];
            let made = |value| Amount { value, bounds: around(value, step), hedge: None, ..(*a).clone() };
            found.extend(sums.into_iter().flatten().map(made));
            found.extend(change(a, b));
        }
    }
    found
}

/// The change from one amount to the other in percent.
fn change(from: &Amount, to: &Amount) -> Option<Amount> {
    use crate::lexicon::unit::PERCENT;
    let (low, high) = (from.value.min(to.value), from.value.max(to.value));
    let base = if from.value <= to.value { low } else { high };
    let value = high.checked_sub(low)?.checked_div(base)?.checked_mul(Decimal::ONE_HUNDRED)?;
    let slack = Decimal::ONE;
    let bounds = Bounds::between(value.checked_sub(slack)?, value.checked_add(slack)?);
    let unit = Some(crate::value::Unit::Measure(&PERCENT));
    Some(Amount { kind: AmountKind::Percent, value, unit, bounds, hedge: None, step: Decimal::ONE })
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

/// What a writer means by "over 20" or "nearly 20": as far as half of it away.
fn nearby(amount: &Amount) -> Amount {
    let slack = amount.value.abs().checked_div(Decimal::TWO).unwrap_or_default();
    let low = amount.bounds.low.unwrap_or(amount.value.saturating_sub(slack));
    let high = amount.bounds.high.unwrap_or(amount.value.saturating_add(slack));
    Amount { bounds: Bounds { low: Some(low), high: Some(high), ..amount.bounds }, ..amount.clone() }
}
