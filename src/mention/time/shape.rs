//! What the words say, before anything outside them is asked: a shape has the parts
//! that are printed and nothing else. `resolve` turns it into a value.

use crate::lexicon::en::time_words::{DayPart, Season, Unit};
use crate::value::Modifier;
use jiff::civil::Weekday;

/// The year as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Year {
    None,
    /// 0 is 1 BC.
    Given(i32),
    /// "'87": the century is not printed.
    Short(i32),
    /// "last year", "this year" beside a month.
    Shifted(i32),
}

/// A part of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    Month(i8),
    Day(i8, i8),
    Week(i8),
    Quarter(i8),
    Half(i8),
    Season(Season),
    Holiday(u8),
    /// The n-th week of a month; −1 is the last.
    MonthWeek(i8, i8),
}

/// A printed date, whole or partial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    pub year: Year,
    pub part: Part,
    pub weekday: Option<Weekday>,
    /// "last June" is −1, "next June" 1, "this June" 0.
    pub pick: Option<i32>,
    pub fiscal: bool,
}

impl Parts {
    pub fn new(year: Year, part: Part) -> Parts {
        Parts { year, part, weekday: None, pick: None, fiscal: false }
    }
}

/// Where a relative time is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// The day of the document.
    Reference,
    /// The last date of the text.
    Anchor,
    /// "a year ago": the reference date, or the quarter that is spoken of.
    Ago,
    /// "a year earlier": the last date, or the quarter that is spoken of.
    Earlier,
}

/// How many of a unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Count {
    /// In hundredths: "2.5" is 250.
    Hundredths(u32),
    /// "several", or no number at all.
    Vague,
}

impl Count {
    pub fn whole(n: u32) -> Count {
        Count::Hundredths(n.saturating_mul(100))
    }

    /// The count as a whole number.
    pub fn exact(self) -> Option<i32> {
        match self {
            Count::Hundredths(h) if h % 100 == 0 => i32::try_from(h / 100).ok(),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Amount {
    pub count: Count,
    pub unit: Unit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Past,
    Present,
    Future,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Parts(Parts),
    /// Starts with this year; `false`: "the nineties", whose century is not printed.
    Decade(i32, bool),
    /// 19 is the years 1801–1900; 0 and below before Christ.
    Century(i32),
    Weekday {
        day: Weekday,
        pick: Option<i32>,
        weeks: Option<i32>,
    },
    /// `by` units from the base; the value is that unit's stretch.
    Shift {
        amount: Amount,
        back: bool,
        base: Base,
    },
    /// "three days after January 12th", "in two weeks".
    Offset {
        amount: Amount,
        back: bool,
        from: Box<Shape>,
    },
    /// "the week of April 10th".
    WeekOf(Box<Shape>),
    /// "the 15th day of next month".
    DayOf {
        month: Box<Shape>,
        day: i8,
    },
    /// "Friday the 13th": the nearest such day that is not to come.
    WeekdayOfMonth {
        weekday: Weekday,
        day: i8,
    },
    /// "the quarter", "the weekend": the one that is spoken of.
    TheUnit(Unit),
    /// "the last three months": the stretch up to, or from, the reference date.
    Around {
        amount: Amount,
        back: bool,
    },
    Reference(Reference),
    Duration(Amount),
    /// "12 minutes, 31 seconds".
    Lengths(Vec<Amount>),
    Set {
        every: Amount,
        on: Option<Weekday>,
    },
    /// "each July".
    EveryMonth(i8),
    /// A part of a day ("Friday evening", "last night").
    DayPart {
        day: Box<Shape>,
        part: DayPart,
    },
    /// Hour and minute, of a day if one is printed.
    Clock {
        hour: i8,
        minute: Option<i8>,
        day: Option<Box<Shape>>,
    },
    Range(Box<Shape>, Box<Shape>),
    /// What is printed cannot be a time; what was meant perhaps.
    Malformed(String),
}

/// Which side of a date is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// "since 2022", "from May on": from its start.
    Since,
    /// "after 2022": from its end.
    After,
    /// "before 2022": up to its start.
    Before,
    /// "until 2022": up to its end.
    Until,
}

/// A shape and the tokens it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub shape: Shape,
    pub from: usize,
    /// The token behind the last.
    pub to: usize,
    pub modifier: Option<Modifier>,
    pub open: Option<Open>,
    /// Month and day could be the other way round.
    pub ambiguous: bool,
}

impl Found {
    pub fn new(shape: Shape, from: usize, to: usize) -> Found {
        Found { shape, from, to, modifier: None, open: None, ambiguous: false }
    }
}

impl Found {
    /// Is it a date of its own, not one counted from another ("a year earlier")?
    pub fn names_a_date(&self) -> bool {
        !matches!(self.shape, Shape::Shift { .. } | Shape::TheUnit(_))
    }
}
