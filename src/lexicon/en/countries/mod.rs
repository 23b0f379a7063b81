//! Countries by all their names: short, long, former and everyday ones, demonyms,
//! and seats of government. A name that is something else as often as it is a
//! country ("Jordan", "Turkey", "Georgia", "Chad") is found only where the words
//! around it say so (`context`); one that is two countries' ("Congo", "Dominican")
//! is not found at all.
//!
//! The tables in `../data/` are generated from CLDR (Unicode-3.0), i18n-iso-countries
//! (MIT) and keshvar (BSD-3-Clause), and from `own.tsv`; see `NOTICE`.

mod context;
mod phrase;
mod region;

pub use region::{Region, confused, find_region, region};

use crate::document::Document;
use crate::text::{WordMap, word_map};
use phrase::Phrase;

/// A country or territory of ISO 3166 (and Kosovo, as XK).
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-2.
    pub code: &'static str,
    pub alpha3: &'static str,
    pub name: &'static str,
    pub continent: &'static str,
    /// The United Nations' subregion.
    pub subregion: &'static str,
    /// Is it a member of the United Nations?
    pub un: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// "France", "the U.S.", "Burma".
    Name,
    /// "French", "Frenchmen", "Americans".
    Demonym,
    /// The seat of a government: a town, unless `acts_as_government`.
    Seat,
}

#[derive(Debug, Clone, Copy)]
pub struct Found {
    pub country: &'static Country,
    pub form: Form,
    /// How many tokens the name covers.
    pub tokens: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Organisation {
    Eu,
    Nato,
    G7,
}

#[derive(Debug)]
struct Membership {
    organisation: Organisation,
    country: &'static str,
    from: i16,
    /// The first year in which it was no member.
    until: i16,
}

include!(concat!(env!("OUT_DIR"), "/countries.rs"));

/// The longest name of a country that starts at token `index`.
pub fn find(document: &Document, index: usize) -> Option<Found> {
    let (target, form, tokens) = phrase::longest(&NAMES, document, index, |_| true)?;
    let country = COUNTRIES.get(usize::from(target))?;
    let found = Found { country, form, tokens };
    context::allows(document, index, &found).then_some(found)
}

/// The country with this ISO 3166 alpha-2 code.
pub fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.binary_search_by(|c| c.code.cmp(code)).ok().and_then(|i| COUNTRIES.get(i))
}

/// Was the country a member in `year` (none: is it now)?
pub fn member(code: &str, organisation: Organisation, year: Option<i16>) -> bool {
    let year = year.unwrap_or(i16::MAX - 1);
    MEMBERSHIPS.iter().any(|m| m.organisation == organisation && m.country == code && m.from <= year && year < m.until)
}

/// Does the seat of government at `index` stand for the government ("Tehran denied",
/// "called on Washington to", "Moscow's ambassador"), not for the town?
pub fn acts_as_government(document: &Document, index: usize, tokens: usize) -> bool {
    context::acts(document, index, tokens)
}

#[cfg(test)]
mod tests;
