//! Parts of the world and what they hold: continents, blocs and the parts of a
//! country that are taken for it ("England" for the United Kingdom).

use super::{CONFUSIONS, Form, REGION_NAMES, REGIONS, phrase};
use crate::document::Document;

#[derive(Debug, PartialEq, Eq)]
pub struct Region {
    pub id: &'static str,
    pub name: &'static str,
    /// ISO codes, sorted.
    pub countries: &'static [&'static str],
}

impl Region {
    pub fn holds(&self, code: &str) -> bool {
        self.countries.binary_search(&code).is_ok()
    }

    /// Does every country of `other` lie in this region?
    pub fn contains(&self, other: &Region) -> bool {
        !other.countries.is_empty() && other.countries.iter().all(|c| self.holds(c))
    }
}

/// The longest name or adjective of a region that starts at token `index`: region, form, number of tokens.
pub fn find_region(document: &Document, index: usize) -> Option<(&'static Region, Form, usize)> {
    let (target, form, tokens) = phrase::longest(&REGION_NAMES, document, index, |_| true)?;
    REGIONS.get(usize::from(target)).map(|r| (r, form, tokens))
}

/// The region with this id.
pub fn region(id: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|r| r.id == id)
}

/// Are the two (region ids or ISO codes) often taken for one another ("EU" and "Europe")?
pub fn confused(a: &str, b: &str) -> bool {
    CONFUSIONS.iter().any(|(x, y)| (*x == a && *y == b) || (*x == b && *y == a))
}
