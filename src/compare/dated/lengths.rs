//! Lengths of time in minutes: what a duration says, what "nearly four hours" may stand for, and what a writer may
//! reckon from the times of a source.

use crate::document::Document;
use crate::lexicon::en::time_words::Unit;
use crate::mention::Mention;
use crate::value::{Modifier, Precision, Time, TimeKind, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// The length of a unit in minutes; months have 30 days and years 365.
pub fn minutes_of(unit: Unit) -> Option<u32> {
    Some(match unit {
        Unit::Minute => 1,
        Unit::Hour => 60,
        Unit::Day => 1440,
        Unit::Week => 10_080,
        Unit::Month => 43_200,
        Unit::Year => 525_600,
        Unit::Decade => 5_256_000,
        _ => return None,
    })
}

/// `P3M`, `PT6H`, `P1.5Y`, and the length of a range (`(1980,1995,P15Y)`); none for the vague ones (`PXD`) and for mixtures.
pub fn minutes(timex: &str) -> Option<u32> {
    let timex = timex.strip_prefix('(').and_then(|range| range.strip_suffix(')')?.rsplit(',').next()).unwrap_or(timex);
    let body = timex.strip_prefix('P')?;
    let (body, clock) = body.strip_prefix('T').map_or((body, false), |rest| (rest, true));
    let unit = body.chars().last()?;
    let count: f64 = body.strip_suffix(unit)?.parse().ok()?;
    let unit = match (unit, clock) {
        ('M', true) => Unit::Minute,
        ('H', true) => Unit::Hour,
        ('D', false) => Unit::Day,
        ('W', false) => Unit::Week,
        ('M', false) => Unit::Month,
        ('Y', false) => Unit::Year,
        _ => return None,
    };
    let total = count * f64::from(minutes_of(unit)?);
    (total >= 1.0 && total < f64::from(u32::MAX)).then_some(total as u32)
}

/// `13:34` as minutes of the day.
pub fn of_day(clock: &str) -> Option<u16> {
    let (hour, minute) = clock.split_once(':')?;
    let minute = minute.get(..2)?.parse::<u16>().ok()?;
    hour.parse::<u16>().ok()?.checked_mul(60)?.checked_add(minute)
}

/// The lengths that a writer may mean by this one: "nearly four hours" for 3:45, "more than a week" for 9 days.
pub fn meant(minutes: u32, modifier: Option<Modifier>) -> RangeInclusive<u32> {
    let (below, above) = match modifier {
        Some(Modifier::LessThan | Modifier::EqualOrLess) => (7, u32::MAX),
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => (u32::MAX, 3),
        Some(Modifier::Approx) => (7, 7),
        _ => (20, 20),
    };
    minutes.saturating_sub(minutes / below)..=minutes.saturating_add(minutes / above)
}

/// What lies between two hours of one paragraph, how long a range lasts, how long something has gone on "since 1995" when
/// the source appears, and the sums and differences of lengths in one paragraph or row.
pub fn reckoned(document: &Document, mentions: &[Mention]) -> BTreeSet<u32> {
    let mut found = BTreeSet::new();
    let mut places: BTreeMap<(u32, u32), (Vec<u32>, Vec<u32>)> = BTreeMap::new();
    for mention in mentions {
        let Value::Time(time) = &mention.value else { continue };
        found.extend(lasting(document, time));
        found.extend(times(document, mention, time));
        let Some(sentence) = document.sentences.get(document.sentence_at(mention.span.start)) else { continue };
        let seat = document.blocks.get(sentence.block as usize).and_then(|b| b.seat);
        let place = seat.map_or((u32::MAX, sentence.block), |seat| (seat.table, seat.row));
        let (hours, lengths) = places.entry(place).or_default();
        match time.kind {
            TimeKind::Duration => lengths.extend(minutes(&time.timex)),
            TimeKind::Time => {
                hours.extend(time.timex.split_once('T').and_then(|(_, clock)| of_day(clock)).map(u32::from));
            }
            _ => {}
        }
    }
    for (hours, lengths) in places.values() {
        found.extend(pairs(hours).map(|(a, b)| a.abs_diff(b)));
        found.extend(pairs(lengths).flat_map(|(a, b)| [a.abs_diff(b), a.saturating_add(b)]));
    }
    found
}

/// "50 minutes, twice in a day": so long in all.
fn times(document: &Document, mention: &Mention, time: &Time) -> Option<u32> {
    const REACH: usize = 4;
    let behind = document.token_at(mention.span.end);
    let at = (behind..behind + REACH).find(|i| matches!(document.word(*i), "times" | "twice"))?;
    let count = match document.word(at) {
        "twice" => 2,
        _ => super::count(document.word(at.checked_sub(1)?))?,
    };
    minutes(&time.timex).filter(|_| time.kind == TimeKind::Duration)?.checked_mul(count)
}

/// The year since which something has gone on.
pub fn since(time: &Time) -> Option<i16> {
    let since = matches!(time.modifier, Some(Modifier::OnOrAfter | Modifier::After));
    time.stretch.filter(|s| since && s.precision == Precision::Year)?.start.map(|start| start.year())
}

/// How long a range lasts, and how long it is since a year.
fn lasting(document: &Document, time: &Time) -> Option<u32> {
    let since = matches!(time.modifier, Some(Modifier::OnOrAfter | Modifier::After));
    let start = time.stretch.filter(|s| since && s.precision == Precision::Year).and_then(|s| s.start);
    match (time.kind, start, document.meta.date) {
        (TimeKind::Duration, ..) => None,
        (_, Some(start), Some(now)) => u32::try_from(now.year().checked_sub(start.year())?).ok()?.checked_mul(525_600),
        _ => minutes(&time.timex),
    }
}

/// More times than this in one place are a timetable: nobody reckons from each two.
const PAIRED: usize = 12;

fn pairs(values: &[u32]) -> impl Iterator<Item = (u32, u32)> {
    let values = if values.len() > PAIRED { &[] } else { values };
    values.iter().enumerate().flat_map(|(i, a)| values.iter().skip(i + 1).map(move |b| (*a, *b)))
}
