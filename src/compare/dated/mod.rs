//! What the sources date: every year, day, weekday, hour and duration they name, to
//! tell which times of a draft stand nowhere. Times are held apart by their parts,
//! since a draft may put together what a source says in two places.

mod lengths;

use crate::document::Document;
use crate::lexicon::en::time_words::{TIME_WORDS, TimeWord, Unit};
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Modifier, Precision, Time, TimeKind, Value};
use jiff::civil::Weekday;
use std::collections::BTreeSet;

/// One thing that a time says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Year(i16),
    /// Month and day.
    Day(i8, i8),
    Month(i8),
    /// Of any year: "Q3", "the third quarter".
    Quarter(u8),
    /// Of a year: "Q3 2020".
    QuarterOf(i16, u8),
    /// Counted from Monday.
    Weekday(i8),
    /// Minutes after midnight or noon: morning and afternoon are often left out.
    Clock(u16),
    /// A length in minutes; months have 30 days and years 365.
    Length(u32),
}

#[derive(Debug, Default)]
pub struct Dated {
    parts: BTreeSet<Part>,
    /// The lengths in minutes that a writer may reckon from two of the sources' times.
    reckoned: BTreeSet<u32>,
    /// The years since which something has gone on.
    since: BTreeSet<i16>,
    /// The quarters that stand somewhere without a year.
    bare_quarters: BTreeSet<u8>,
    /// How many of anything the sources count, in figures or words.
    counts: BTreeSet<u32>,
    /// The numbers of four digits, which may be years that were read as something else.
    figures: BTreeSet<i16>,
}

impl Dated {
    pub fn add(&mut self, document: &Document, mentions: &[Mention]) {
        for mention in mentions {
            if let Value::Time(time) = &mention.value {
                self.since.extend(lengths::since(time));
                let mut parts = parts(time);
                if document.is_own(mention.span) {
                    // The hour at which a source was posted is no hour of what it tells.
                    parts.retain(|part| !matches!(part, Part::Clock(_)));
                }
                let of_a_year = parts.iter().any(|p| matches!(p, Part::QuarterOf(..)));
                let quarter = parts.iter().find_map(|p| if let Part::Quarter(q) = p { Some(*q) } else { None });
                self.bare_quarters.extend(quarter.filter(|_| !of_a_year));
                self.parts.extend(parts);
                self.parts.extend(implied(time));
                self.parts.extend(distance(document, mention.span));
                self.parts.extend(one_back(document, mention.span));
            }
        }
        self.reckoned.extend(lengths::reckoned(document, mentions));
        if let Some(date) = document.meta.date {
            self.parts.extend([
                Part::Year(date.year()),
                Part::Month(date.month()),
                Part::Day(date.month(), date.day()),
            ]);
            self.parts.insert(Part::Weekday(date.weekday().to_monday_zero_offset()));
        }
        self.counts.extend((0..document.tokens.len()).filter_map(|i| count(document.word(i))));
        let numbers = document.tokens.iter().filter(|t| t.is_number() && t.span.len() == 4);
        self.figures.extend(numbers.filter_map(|t| document.slice(t.span).parse::<i16>().ok()));
    }

    /// The first part of the draft's time that stands in no source, if the sources speak of such parts at all.
    pub fn missing(&self, document: &Document, span: Span, time: &Time) -> Option<Part> {
        let absent = |part: &Part| {
            !self.has(*part, time.modifier)
                && self.speaks_of(*part)
                && !self.has_gone_on(document, *part)
                && !self.has_near(document, span, *part)
        };
        // "20 years ago" may be reckoned from a date; it is only asked where the sources count such lengths.
        let away = distance(document, span)
            .filter(|part| time.kind == TimeKind::Date && self.counts_like(*part) && !self.has_day_of(time));
        let unheard = || length(document, span, time).filter(|part| self.is_unheard_of(document, span, *part));
        let away = away.filter(|part| !self.has(*part, time.modifier));
        parts(time).into_iter().filter(is_asked).find(absent).or(away).or_else(unheard)
    }

    /// "Shortly after noon" for 12:10.
    fn has_near(&self, document: &Document, span: Span, part: Part) -> bool {
        const SHORTLY: u16 = 45;
        let Part::Clock(minutes) = part else { return false };
        let first = document.token_at(span.start);
        let word = |n: usize| first.checked_sub(n).map_or("", |i| document.word(i));
        if !matches!(word(2), "shortly" | "just" | "soon" | "right") {
            return false;
        }
        match word(1) {
            "after" => (0..=SHORTLY).any(|m| self.has_clock(minutes.saturating_add(m))),
            "before" => (0..=SHORTLY).any(|m| self.has_clock(minutes.saturating_add(HALF_DAY).saturating_sub(m))),
            _ => false,
        }
    }

    fn has_clock(&self, minutes: u16) -> bool {
        self.parts.contains(&Part::Clock(minutes % HALF_DAY))
    }

    /// "For three years" of a draft of 2025, "since 2022" of a source.
    fn has_gone_on(&self, draft: &Document, part: Part) -> bool {
        let (Part::Length(minutes), Some(now)) = (part, draft.meta.date) else { return false };
        let years =
            lengths::minutes_of(Unit::Year).filter(|year| minutes.is_multiple_of(*year)).map(|year| minutes / year);
        let start = years.and_then(|years| now.year().checked_sub(i16::try_from(years).ok()?));
        start.is_some_and(|start| self.since.contains(&start))
    }

    /// Do the sources name the year, month or day that "six years ago" is?
    fn has_day_of(&self, time: &Time) -> bool {
        let Some((start, precision)) = time.stretch.and_then(|s| Some((s.start?, s.precision))) else { return false };
        match precision {
            Precision::Year => self.parts.contains(&Part::Year(start.year())),
            Precision::Day => self.parts.contains(&Part::Day(start.month(), start.day())),
            _ => false,
        }
    }

    /// Is the length counted by a number that no source has, and is there nothing to reckon it from?
    fn is_unheard_of(&self, document: &Document, span: Span, length: Part) -> bool {
        let known = count(document.word(document.token_at(span.start)))
            .is_none_or(|n| n <= COUNTED_BY_WRITERS || self.counts.contains(&n));
        let dates = self.parts.iter().filter(|p| matches!(p, Part::Year(_) | Part::Day(..))).count();
        !known && dates < 2 && !self.has(length, None)
    }

    /// Do the sources name a length that is not half as long and not twice as long?
    fn counts_like(&self, part: Part) -> bool {
        let Part::Length(minutes) = part else { return false };
        let range = Part::Length(minutes / 2)..=Part::Length(minutes.saturating_mul(2));
        self.parts.range(range).next().is_some()
    }

    fn has(&self, part: Part, modifier: Option<Modifier>) -> bool {
        if self.parts.contains(&part) {
            return true;
        }
        match part {
            // Where a source leaves the year out, it may be any.
            Part::QuarterOf(_, quarter) => self.bare_quarters.contains(&quarter),
            Part::Year(year) => self.figures.contains(&year),
            // "a year" for twelve months; but 21 years are not 20.
            Part::Length(minutes) => {
                let means = lengths::meant(minutes, modifier);
                let stated = self.parts.range(Part::Length(*means.start())..=Part::Length(*means.end()));
                let lengths = stated.filter_map(|part| if let Part::Length(m) = part { Some(m) } else { None });
                let mut near = lengths.chain(self.reckoned.range(means));
                near.any(|near| modifier.is_some() || *near == minutes || !counted_alike(minutes, *near))
            }
            _ => false,
        }
    }

    /// A source that names no weekday at all contradicts none.
    fn speaks_of(&self, part: Part) -> bool {
        if let Part::QuarterOf(_, quarter) = part {
            return self.parts.iter().any(|other| matches!(other, Part::QuarterOf(_, q) if *q == quarter));
        }
        let same = |other: &Part| std::mem::discriminant(other) == std::mem::discriminant(&part);
        self.parts.iter().any(same)
    }
}

/// What the words of a time say.
fn parts(time: &Time) -> Vec<Part> {
    let mut out = Vec::new();
    match time.kind {
        TimeKind::Duration => out.extend(lengths::minutes(&time.timex).map(Part::Length)),
        TimeKind::Set => {}
        TimeKind::Date | TimeKind::Time => {
            let (date, clock) = time.timex.split_once('T').unwrap_or((time.timex.as_str(), ""));
            out.extend(half_day(clock).map(Part::Clock));
            out.extend(time.weekday.map(|w| Part::Weekday(offset(w))));
            let printed = time.absolute || time.calendar || date.starts_with("XXXX-");
            if printed {
                out.extend(calendar(date, time));
            }
        }
    }
    out
}

/// Year, month and day of `2025-07-31`, `XXXX-06-26`, `2025-07`.
fn calendar(date: &str, time: &Time) -> Vec<Part> {
    let mut fields = date.split('-');
    let year = fields.next().filter(|y| y.len() == 4).and_then(|y| y.parse::<i16>().ok());
    if let Some(quarter) = date.split_once("-Q").and_then(|(_, q)| q.parse::<u8>().ok()) {
        let year = year.filter(|_| time.absolute);
        let of_year = year.into_iter().flat_map(|y| [Part::Year(y), Part::QuarterOf(y, quarter)]);
        return of_year.chain([Part::Quarter(quarter)]).collect();
    }
    let month = fields.next().and_then(|m| m.parse::<i8>().ok());
    let day = fields.next().and_then(|d| d.parse::<i8>().ok());
    let mut out = Vec::new();
    out.extend(year.filter(|_| time.absolute).map(Part::Year));
    match (month, day) {
        (Some(month), Some(day)) => out.push(Part::Day(month, day)),
        (Some(month), None) => out.push(Part::Month(month)),
        _ => {}
    }
    out
}

/// The minutes of half a day.
const HALF_DAY: u16 = 720;
/// Up to this, writers count themselves.
const COUNTED_BY_WRITERS: u32 = 3;

/// The length that a duration or a distance names.
fn length(document: &Document, span: Span, time: &Time) -> Option<Part> {
    match time.kind {
        TimeKind::Duration => lengths::minutes(&time.timex).map(Part::Length),
        TimeKind::Date => distance(document, span),
        TimeKind::Time | TimeKind::Set => None,
    }
}

/// A number in figures or as one word.
fn count(word: &str) -> Option<u32> {
    match TIME_WORDS.get(word) {
        Some(TimeWord::Cardinal(n)) => Some(u32::from(*n)),
        _ => word.parse().ok(),
    }
}

/// Are both whole years, whole months or whole weeks? Then they are the same only if they are equal.
fn counted_alike(a: u32, b: u32) -> bool {
    let mut units = [Unit::Year, Unit::Month, Unit::Week].into_iter().filter_map(lengths::minutes_of);
    units.any(|unit| a.is_multiple_of(unit) && b.is_multiple_of(unit))
}

/// Shorter lengths than an hour are counted by writers.
fn is_asked(part: &Part) -> bool {
    !matches!(part, Part::Length(minutes) if *minutes < 60)
}

/// "last year", "the previous quarter": one unit away.
fn one_back(document: &Document, span: Span) -> Option<Part> {
    let first = document.token_at(span.start);
    let at = first + usize::from(document.word(first) == "the");
    let back = matches!(document.word(at), "last" | "previous" | "prior" | "preceding");
    let unit = back.then(|| TIME_WORDS.get(document.word(at + 1)))??;
    let TimeWord::Unit(unit) = unit else { return None };
    lengths::minutes_of(*unit).map(Part::Length)
}

/// How far away "20 years ago", "two weeks later" is.
fn distance(document: &Document, span: Span) -> Option<Part> {
    let first = document.token_at(span.start);
    let word = document.word(first);
    let count = if TIME_WORDS.get(word) == Some(&TimeWord::A) { 1 } else { count(word)? };
    let each = match TIME_WORDS.get(document.word(first + 1))? {
        TimeWord::Unit(unit) | TimeWord::Units(unit) => lengths::minutes_of(*unit)?,
        _ => return None,
    };
    count.checked_mul(each).map(Part::Length)
}

/// What else a source's time carries: the weekday and month of a full date, every year of a stretch.
fn implied(time: &Time) -> Vec<Part> {
    let mut out = Vec::new();
    if let Some(Part::Day(month, _)) = parts(time).iter().find(|p| matches!(p, Part::Day(..))) {
        out.push(Part::Month(*month));
    }
    let Some(stretch) = time.stretch else { return out };
    if let Some(start) = stretch.start {
        out.extend([Part::Year(start.year()), Part::Month(start.month())]);
        if stretch.precision == Precision::Day {
            out.extend([Part::Day(start.month(), start.day()), Part::Weekday(offset(start.weekday()))]);
        }
        if let Some(end) = stretch.end {
            let last = end.yesterday().unwrap_or(end);
            out.extend([Part::Year(last.year()), Part::Month(last.month()), Part::Day(last.month(), last.day())]);
            // A decade carries its years.
            if last.year() - start.year() < 12 {
                out.extend((start.year()..=last.year()).map(Part::Year));
            }
        }
    }
    out
}

fn offset(weekday: Weekday) -> i8 {
    weekday.to_monday_zero_offset()
}

/// `13:34` as minutes of a half day.
fn half_day(clock: &str) -> Option<u16> {
    lengths::of_day(clock).map(|minutes| minutes % HALF_DAY)
}
