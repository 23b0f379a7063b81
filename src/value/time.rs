//! Times: a TIMEX3 value for machines, and, where it is definite, a stretch of the
//! calendar to compare by.

use crate::text::packed;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// How fine a stretch was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Precision {
    Century,
    Decade,
    Year,
    Half,
    Season,
    Quarter,
    Month,
    Week,
    Day,
    /// Two printed ends ("July 3–5").
    Range,
}

/// A stretch of the calendar, `end` exclusive. A missing end is an open one ("since 2022").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stretch {
    #[serde(with = "packed::some_date")]
    pub start: Option<Date>,
    #[serde(with = "packed::some_date")]
    pub end: Option<Date>,
    pub precision: Precision,
}

impl Stretch {
    /// Do the two share at least one day?
    pub fn overlaps(&self, other: &Stretch) -> bool {
        let before = |end: Option<Date>, start: Option<Date>| matches!((end, start), (Some(e), Some(s)) if e <= s);
        !before(self.end, other.start) && !before(other.end, self.start)
    }

    /// Does `other` lie wholly inside?
    pub fn contains(&self, other: &Stretch) -> bool {
        let starts = self.start.is_none_or(|s| other.start.is_some_and(|o| s <= o));
        let ends = self.end.is_none_or(|e| other.end.is_some_and(|o| o <= e));
        starts && ends
    }
}

/// TIMEX3's `mod`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Modifier {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

/// What is wrong with a time in itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// No such day: "June 31".
    NoSuchDate { explanation: String },
    /// A year or decade of a wrong length, beside a good one: "the 2010s and 202s".
    Malformed { suggestion: String },
    /// The printed weekday is not that day's.
    Weekday {
        #[serde(with = "packed::weekday")]
        printed: Weekday,
        #[serde(with = "packed::date")]
        day: Date,
    },
    /// The range ends before it starts: "2015–2010".
    Inverted,
    /// Day-first or month-first cannot be told.
    Ambiguous {
        #[serde(with = "packed::date")]
        other: Date,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Time {
    pub kind: TimeKind,
    /// ISO-TimeML: `2025-07-31`, `2025-07`, `202`, `P3D`, `PRESENT_REF`, `2025-W31`, ...
    pub timex: String,
    pub modifier: Option<Modifier>,
    /// Where the value is a definite stretch of the calendar.
    pub stretch: Option<Stretch>,
    /// The weekday as printed ("Thursday", "Thursday, July 31").
    #[serde(with = "packed::some_weekday")]
    pub weekday: Option<Weekday>,
    /// Printed in full (a year stands in the words), not worked out from an anchor.
    pub absolute: bool,
    /// A month stands in the words, with its day where it has one ("May 12", "Christmas Day"): only the
    /// year may have been worked out.
    pub calendar: bool,
    /// Counted from the document's day ("Thursday", "yesterday"), which nothing tells.
    pub unanchored: bool,
    pub fault: Option<Fault>,
}
