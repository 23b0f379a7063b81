//! Amounts: numbers, ordinals, percentages, money, measures and ages as exact
//! decimals with the bounds their digits and words allow.

use super::Unit;
use crate::text::packed;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AmountKind {
    Number,
    Ordinal,
    Percent,
    Money,
    Measure,
    Age,
    /// A number that names rather than counts: "Boeing 777", "page 14", "No. 3".
    Label,
}

/// What the words around the digits do to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hedge {
    /// "about", "nearly", "roughly".
    About,
    /// "over", "more than", "at least".
    AtLeast,
    /// "under", "fewer than", "up to".
    AtMost,
    /// Two printed ends: "15 to 20", "between 15 and 20".
    Range,
    /// No figure at all: "dozens", "hundreds of".
    Vague,
}

/// What the text allows the amount to be. A missing end is an open one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    #[serde(with = "packed::some_decimal")]
    pub low: Option<Decimal>,
    #[serde(with = "packed::some_decimal")]
    pub high: Option<Decimal>,
    /// "at least 20" includes 20, "over 20" does not.
    pub low_included: bool,
    pub high_included: bool,
}

impl Bounds {
    pub fn exactly(value: Decimal) -> Bounds {
        Bounds::between(value, value)
    }

    /// Both ends included.
    pub fn between(low: Decimal, high: Decimal) -> Bounds {
        Bounds { low: Some(low), high: Some(high), low_included: true, high_included: true }
    }

    /// Is there a value that both allow?
    pub fn meets(&self, other: &Bounds) -> bool {
        let below = |a: &Bounds, b: &Bounds| match (a.high, b.low) {
            (Some(high), Some(low)) => high < low || (high == low && !(a.high_included && b.low_included)),
            _ => false,
        };
        !below(self, other) && !below(other, self)
    }
}

impl Amount {
    /// The value of a plain whole number ("14", "fourteen"), if it is one.
    pub fn count(&self) -> Option<u32> {
        let plain = self.kind == AmountKind::Number && self.bounds.low == self.bounds.high;
        plain.then(|| u32::try_from(self.value).ok()).flatten().filter(|n| Decimal::from(*n) == self.value)
    }

    /// "At least 20", "under 20": one end is open.
    pub fn is_bound(&self) -> bool {
        matches!(self.hedge, Some(Hedge::AtLeast | Hedge::AtMost))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    pub kind: AmountKind,
    /// The printed value in `unit`, exact: "1.3 million" is 1300000. Of a range, the middle.
    #[serde(with = "packed::decimal")]
    pub value: Decimal,
    /// None for bare numbers, ordinals and labels.
    pub unit: Option<Unit>,
    /// What rounding in the printed digits and the words around them allow.
    pub bounds: Bounds,
    pub hedge: Option<Hedge>,
    /// The worth of the last printed digit: "1.3 million" has 100000, "14" has 1.
    #[serde(with = "packed::decimal")]
    pub step: Decimal,
}
