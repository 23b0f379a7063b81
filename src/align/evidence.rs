//! The addends of a match weight. No weight is ever shown without them.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Addend {
    pub weight: f64,
    /// A short clause that completes "aligned because …".
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Evidence {
    pub addends: Vec<Addend>,
}

impl Evidence {
    pub fn add(&mut self, weight: f64, reason: impl Into<String>) {
        self.addends.push(Addend { weight, reason: reason.into() });
    }

    /// The match weight.
    pub fn weight(&self) -> f64 {
        self.addends.iter().map(|a| a.weight).sum()
    }
}
