//! The qualifiers under which something is said: affirmed or denied, hedged, by
//! whom, as of when.

use crate::text::{Blank, Span};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Polarity {
    #[default]
    Affirmed,
    Denied,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Qualifiers {
    pub polarity: Polarity,
    /// The hedging word ("alleged", "mainly").
    pub hedge: Option<Span>,
    pub speaker: Option<Span>,
    /// The time the claim is bound to ("since 2022", "as of December 2025").
    pub as_of: Option<Span>,
}

impl Blank for Qualifiers {
    const BLANK: &'static Qualifiers =
        &Qualifiers { polarity: Polarity::Affirmed, hedge: None, speaker: None, as_of: None };
}
