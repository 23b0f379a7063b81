//! What an amount is measured in: a unit of measure, one unit per another, or a
//! currency.

use crate::lexicon::currency::Currency;
use crate::lexicon::en::units::SPELLED;
use crate::lexicon::unit::{Dimension, Unit as Measure};
use std::fmt;

#[derive(Debug, Clone, Copy)]
pub enum Unit {
    Measure(&'static Measure),
    /// "km/h": the one per one of the other.
    Rate(&'static Measure, &'static Measure),
    Money(&'static Currency),
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
