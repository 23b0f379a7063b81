//! Names: what kind of thing is named, and the entity it is an alias of.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NameKind {
    Person,
    Organisation,
    /// A country or its government, by any of its names, demonyms or (acting) capitals.
    Country,
    Place,
    Other,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    pub kind: NameKind,
    /// One id for all variants inside a document; `iso:FR` for countries everywhere.
    pub entity: String,
}
