//! Enumerations: members under canonical keys, and whether the text says that these are all.

use crate::text::Span;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Closedness {
    /// "the 14 countries are: …"
    Closed,
    /// "including", "such as", "among them": missing members are no fault.
    Open,
    /// "…, and Sweden joined": more of a list that stands elsewhere.
    Continuation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MemberKind {
    Country,
    /// A capitalised name of any other kind.
    Name,
    /// Common nouns ("dissidents", "former officials").
    Common,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Member {
    pub span: Span,
    pub kind: MemberKind,
    /// Canonical: `iso:FR` for countries, else the folded words.
    pub key: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct List {
    pub members: Vec<Member>,
    pub closedness: Closedness,
    /// "and 11 others", "and two more": members that are counted, not named.
    pub unnamed: u32,
}
