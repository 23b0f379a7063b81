//! Ranges: "between 10 and 20", "15-20", "$5-10 million", "from 1,000 to 1,500",
//! "three or four". "Rose from 8 to 10" is no range: those are two amounts.

use super::cardinal::pow10;
use super::dressed::{Dressed, dress};
use super::figure::{Form, figure};
use super::guard;
use super::words::Words;
use crate::text::{WordSet, word_set};
use crate::value::{AmountKind, Bounds};
use rust_decimal::Decimal;

/// The range that `low` opens.
pub fn range(words: &Words, low: &Dressed) -> Option<Dressed> {
    if low.form == Form::Vague || matches!(low.kind, AmountKind::Label | AmountKind::Age) {
        return None;
    }
    let before = words.lower_before(low.from, 1);
    let connector = words.lower(low.to);
    let (from, at) = match connector {
        "and" if before == "between" => (low.from - 1, low.to + 1),
        "to" if before == "from" => (low.from - 1, low.to + 1),
        "to" | "~" => (low.from, low.to + 1),
        "-" | "–" | "—" | "‑" | "−" => (low.from, low.to + 1),
        "or" if low.kind == AmountKind::Number && low.form == Form::Words => (low.from, low.to + 1),
        _ => return None,
    };
    let skip = if connector == "and" && words.lower(at) == "the" { at + 1 } else { at };
    // A currency sign may stand before the figure: "$1.30 to US$1.40".
    let high = (skip..skip + 3).find_map(|at| figure(words, at)).and_then(|f| dress(words, &f))?;
    if high.from != skip || high.form == Form::Vague {
        return None;
    }
    if connector == "to" && (changes(words, low.from) || contest(words, low.from)) {
        return None;
    }
    let dash = !matches!(connector, "and" | "to" | "or");
    if dash && !dash_fits(words, low, &high) {
        return None;
    }
    let low = unify(low, &high)?;
    if low.value >= high.value
        || (connector == "or" && high.value > low.value.saturating_add(low.value).saturating_add(Decimal::ONE))
    {
        return None;
    }
    let sum = low.value.checked_add(high.value)?;
    let value = sum.checked_div(Decimal::TWO)?;
    Some(Dressed { from, value, bounds: Bounds::between(low.value, high.value), ..high })
}

/// The low end in the high end's unit and scale: "5-10 million", "50 to 80%".
fn unify(low: &Dressed, high: &Dressed) -> Option<Dressed> {
    let mut low = *low;
    if low.is_bare() && high.unit.is_some() {
        (low.kind, low.unit) = (high.kind, high.unit);
    }
    // "$5-10 million" and "$5 to $10 million": the scale belongs to both, unless the low end would outgrow the high one.
    if high.scaled && !low.scaled {
        let scale = high.step.max(Decimal::ONE_THOUSAND);
        let scale = scale_of(scale);
        let grown = low.value.checked_mul(scale)?;
        if grown < high.value {
            low.value = grown;
        }
    }
    let same = low.unit == high.unit && (low.kind == high.kind);
    same.then_some(low)
}

/// The thousand, million or billion of which `step` is a part.
fn scale_of(step: Decimal) -> Decimal {
    let mut scale = Decimal::ONE_THOUSAND;
    for next in [6u8, 9, 12] {
        let larger = pow10(next);
        // A step of 100,000 ("1.3 million") is a part of a million.
        if step.checked_mul(Decimal::ONE_HUNDRED).is_some_and(|s| s > larger) || step >= larger {
            scale = larger;
        }
    }
    scale
}

/// A dash makes a range of a number pair only where no score, date or identifier fits.
fn dash_fits(words: &Words, low: &Dressed, high: &Dressed) -> bool {
    let touching = words.joined(low.to) && words.joined(low.to + 1);
    let spaced = !words.joined(low.to) && !words.joined(low.to + 1) && words.lower(low.to) != "-";
    if !(touching || spaced)
        || matches!(words.lower(high.to), "-" | "–") && words.joined(high.to) && words.is_number(high.to + 1)
    {
        return false;
    }
    let hyphen = words.lower(low.to) == "-";
    let plain = low.is_bare() && high.is_bare() && !low.scaled && !high.scaled;
    // "3-5" alone may be a score; "3-5 people" is none.
    !(hyphen && plain) || guard::counts(words, high.to) || guard::counts(words, high.to + 1)
}

/// "rose from 8 to 10": a verb or noun of change stands shortly before.
fn changes(words: &Words, at: usize) -> bool {
    let from = words.from.max(at.saturating_sub(9));
    (from..at).any(|i| crate::lexicon::en::change::CHANGE.contains_key(words.lower(i)))
}

/// "won 3 to 1", "voted 52 to 48"
fn contest(words: &Words, at: usize) -> bool {
    let from = words.from.max(at.saturating_sub(4));
    (from..at).any(|i| CONTEST.contains(words.lower(i)))
}

static CONTEST: WordSet = word_set! {
    "won", "win", "beat", "lost", "lose", "defeated", "voted", "vote", "votes", "score", "scored", "lead", "led", "leading", "tied", "drew",
};
