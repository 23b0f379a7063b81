//! What relative times are counted from: the document's own date, the date given by
//! the caller, and the last date the text named.

use super::arithmetic;
use super::shape::{Part, Parts, Shape, Year};
use crate::value::Stretch;
use jiff::civil::Date;

#[derive(Debug, Clone, Copy, Default)]
pub struct Anchor {
    /// The day the document speaks from.
    pub reference: Option<Date>,
    /// The document gives that day itself; else the caller did.
    pub own: bool,
    /// The last date the text named.
    pub last: Option<Stretch>,
    /// The quarter that the text speaks of, as reports of figures do.
    pub quarter: Option<Stretch>,
}

impl Anchor {
    /// The day a time counted from the text is counted from.
    pub fn day(&self) -> Option<Date> {
        self.last.and_then(|s| s.start).or(self.reference)
    }
}

/// The day that a shape prints in full.
pub fn full_date(shape: &Shape) -> Option<Date> {
    match shape {
        Shape::Parts(Parts { year: Year::Given(year), part: Part::Day(month, day), .. }) => {
            arithmetic::date(*year, *month, *day)
        }
        _ => None,
    }
}
