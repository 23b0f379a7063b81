//! What an amount is measured in: a unit of measure, one unit per another, or a
//! currency.

use crate::lexicon::currency::{CURRENCIES, Currency};
use crate::lexicon::en::units::SPELLED;
use crate::lexicon::unit::{Dimension, UNITS, Unit as Measure};
use crate::text::packed::row;
use serde::{Deserialize, Serialize};
use std::fmt;

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Unit {
    Measure(#[serde(with = "measure")] &'static Measure),
    /// "km/h": the one per one of the other.
    Rate(#[serde(with = "measure")] &'static Measure, #[serde(with = "measure")] &'static Measure),
    Money(#[serde(with = "currency")] &'static Currency),
}

mod measure {
    use super::*;
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(unit: &&'static Measure, to: S) -> Result<S::Ok, S::Error> {
        row::serialize(UNITS, unit, to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<&'static Measure, D::Error> {
        row::deserialize(UNITS, from)
    }
}

mod currency {
    use super::*;
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(currency: &&'static Currency, to: S) -> Result<S::Ok, S::Error> {
        row::serialize(CURRENCIES, currency, to)
    }

    pub fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<&'static Currency, D::Error> {
        row::deserialize(CURRENCIES, from)
    }
}

impl Unit {
    /// What is measured; money has none.
    pub fn dimension(&self) -> Option<Dimension> {
        match self {
            Unit::Measure(unit) => Some(unit.dimension),
            Unit::Rate(unit, per) => Some(unit.dimension.per(per.dimension)),
            Unit::Money(_) => None,
        }
    }

    /// As a sentence writes it: "miles", "km/h", "EUR".
    pub fn spelled(&self) -> String {
        let code = self.to_string();
        SPELLED.get(code.as_str()).map_or(code, |name| (*name).to_owned())
    }
}

/// UCUM for measures, ISO 4217 for money.
impl fmt::Display for Unit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unit::Measure(unit) => out.write_str(unit.code),
            Unit::Rate(unit, per) => write!(out, "{}/{}", unit.code, per.code),
            Unit::Money(currency) => out.write_str(currency.code),
        }
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Unit) -> bool {
        match (self, other) {
            (Unit::Measure(a), Unit::Measure(b)) => a.code == b.code,
            (Unit::Rate(a, per), Unit::Rate(b, other)) => a.code == b.code && per.code == other.code,
            (Unit::Money(a), Unit::Money(b)) => a.code == b.code,
            _ => false,
        }
    }
}
