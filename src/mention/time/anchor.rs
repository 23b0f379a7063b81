//! What relative times are counted from: the document's own date, the date given by
//! the caller, and the last date the text named.

use super::arithmetic;
use super::shape::{Part, Parts, Shape, Year};
use crate::lexicon::en::time_words::Unit;
use crate::value::{Precision, Stretch};
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
    /// The day that a time counted from the text ("that day", "the following year") is counted from. What the
    /// text named last must be as fine as what is counted: no day is that of a year.
    pub fn day(&self, unit: Unit) -> Option<Date> {
        let Some(last) = self.last else { return self.reference };
        let fine = match last.precision {
            Precision::Day => true,
            Precision::Week | Precision::Range => unit >= Unit::Week,
            Precision::Month => unit >= Unit::Month,
            Precision::Quarter | Precision::Season | Precision::Half => unit >= Unit::Quarter,
            Precision::Year => unit >= Unit::Year,
            Precision::Decade | Precision::Century => unit > Unit::Year,
        };
        last.start.filter(|_| fine)
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
