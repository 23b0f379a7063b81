//! Days that several documents give alike, and weekdays that fit their dates: "Friday,
//! September 8" here, "on Friday evening (September 8)" there, "8 September 2023" in a third.
//!
//! Blocks: month and day. The year of one document stands for those that print none.

use super::super::{Context, Label, Outcome};
use super::groups::{groups, thinned};
use crate::align::Rarity;
use crate::claim::{Claim, ClaimKind, Ledger, event_classes};
use crate::compare::calendar::{printed_day, weekday_name};
use crate::document::month_name;
use crate::value::{Precision, Time, Value};
use jiff::civil::{Date, Weekday};
use std::cell::RefCell;
use std::collections::BTreeMap;

const BLOCK: usize = 40;
/// What a pair must weigh: the day alone is not enough.
const SURE: f64 = 3.4;
const SAME_DAY: f64 = 2.4;
const SAME_YEAR: f64 = 0.5;
const SAME_WEEKDAY: f64 = 0.8;
const SAME_EVENT: f64 = 1.0;

struct Place<'a> {
    document: usize,
    ledger: &'a Ledger,
    claim: &'a Claim,
    day: Day,
    weekday: Option<Weekday>,
}

#[derive(Clone, Copy)]
struct Day {
    year: Option<i16>,
    month: i8,
    day: i8,
}

pub fn tick(context: &Context, outcome: &mut Outcome) {
    let mut blocks: BTreeMap<(i8, i8), Vec<Place>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        let dates = ledger.claims.iter().filter(|c| c.kind == ClaimKind::Date);
        for claim in dates {
            let Some(Value::Time(time)) = ledger.mention(claim).map(|m| &m.value) else { continue };
            let in_figures = ledger.words(claim).bytes().any(|b| b.is_ascii_digit());
            let Some(day) = printed(time).filter(|day| day.year.is_some() || in_figures) else { continue };
            let place = Place { document, ledger, claim, day, weekday: time.weekday };
            blocks.entry((day.month, day.day)).or_default().push(place);
        }
    }
    let sentences = Sentences::default();
    for block in blocks.values() {
        let block =
            thinned(&mut outcome.blocks, block, BLOCK, |p| (p.document, p.ledger.document.slice_lower(p.claim.span)));
        let linked = |i: usize, j: usize| {
            let Some((a, b)) = block.get(i).copied().zip(block.get(j).copied()) else { return false };
            let apart = a.document != b.document && context.comparable(a.document, b.document);
            apart && weigh(&context.alignment.rarity, &sentences, a, b).is_some_and(|weight| weight >= SURE)
        };
        for group in groups(block.len(), linked) {
            let places: Vec<&Place> = group.iter().filter_map(|i| block.get(*i).copied()).collect();
            let labels = places.iter().map(|p| Label::related(p.document, p.claim.span, "")).collect();
            outcome.agree("date", message(&places), labels);
        }
    }
    weekdays(context, outcome);
}

/// A day of the calendar as the words print it, with or without its year.
fn printed(time: &Time) -> Option<Day> {
    if time.fault.is_some() || time.unanchored {
        return None;
    }
    let whole = time.stretch.filter(|s| s.precision == Precision::Day).and_then(|s| s.start);
    if let Some(date) = whole.filter(|_| time.absolute) {
        return Some(Day { year: Some(date.year()), month: date.month(), day: date.day() });
    }
    // A year that was worked out is not what the words say.
    if let Some(date) = whole.filter(|_| time.calendar) {
        return Some(Day { year: None, month: date.month(), day: date.day() });
    }
    // "XXXX-09-08": no anchor gives the year.
    let mut parts = time.timex.strip_prefix("XXXX-")?.splitn(2, '-');
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.get(..2)?.parse().ok()?);
    Some(Day { year: None, month, day })
}

/// A document and one of its sentences.
type Sentence = (usize, usize);

/// What two sentences have in common beside their days, by the two. A long one holds many days and is read once.
#[derive(Default)]
struct Sentences(RefCell<BTreeMap<[Sentence; 2], f64>>);

impl Sentences {
    fn weigh(&self, rarity: &Rarity, a: &Place, b: &Place) -> f64 {
        let key = [a, b].map(|p| (p.document, p.claim.sentence));
        if let Some(known) = self.0.borrow().get(&key) {
            return *known;
        }
        let events = |p: &Place| event_classes(&p.ledger.document, p.claim.sentence);
        let (of_a, of_b) = (events(a), events(b));
        let event = if of_a.iter().any(|e| of_b.contains(e)) { SAME_EVENT } else { 0.0 };
        let shared = rarity.shared((a.ledger, a.claim.sentence), (b.ledger, b.claim.sentence), &[]);
        let weight = event + shared.map_or(0.0, |addend| addend.weight);
        self.0.borrow_mut().insert(key, weight);
        weight
    }
}

fn weigh(rarity: &Rarity, sentences: &Sentences, a: &Place, b: &Place) -> Option<f64> {
    let differ = |x: Option<i16>, y: Option<i16>| matches!((x, y), (Some(x), Some(y)) if x != y);
    let other_weekday = matches!((a.weekday, b.weekday), (Some(x), Some(y)) if x != y);
    if differ(a.day.year, b.day.year) || other_weekday {
        return None;
    }
    let mut weight = SAME_DAY;
    if a.day.year.is_some() && b.day.year.is_some() {
        weight += SAME_YEAR;
    }
    if a.weekday.is_some() && b.weekday.is_some() {
        weight += SAME_WEEKDAY;
    }
    Some(weight + sentences.weigh(rarity, a, b))
}

fn message(places: &[&Place]) -> String {
    let Some(first) = places.first() else { return String::new() };
    let year = places.iter().find_map(|p| p.day.year);
    let date = year.and_then(|y| Date::new(y, first.day.month, first.day.day).ok());
    let weekday = places.iter().find_map(|p| p.weekday);
    match (date, weekday) {
        (Some(date), Some(weekday)) if date.weekday() == weekday => {
            format!("the same day: {}, a {}", printed_day(date), weekday_name(weekday))
        }
        (Some(date), _) => format!("the same day: {}", printed_day(date)),
        (None, Some(weekday)) => {
            format!("the same day: {}, {} {}", weekday_name(weekday), first.day.day, month_name(first.day.month))
        }
        (None, None) => format!("the same day: {} {}", first.day.day, month_name(first.day.month)),
    }
}

/// Weekdays printed with a whole date that they fit: one tick for a document.
fn weekdays(context: &Context, outcome: &mut Outcome) {
    let mut found: BTreeMap<usize, (Vec<String>, Vec<Label>)> = BTreeMap::new();
    for (index, document, mention, time) in context.times() {
        let date = time.stretch.filter(|s| s.precision == Precision::Day && time.absolute).and_then(|s| s.start);
        let Some((date, weekday)) = date.zip(time.weekday) else { continue };
        if time.fault.is_none() && date.weekday() == weekday {
            let (words, labels) = found.entry(index).or_default();
            words.push(format!("“{}”", document.slice(mention.span)));
            labels.push(Label::related(index, mention.span, ""));
        }
    }
    for (words, labels) in found.into_values() {
        let subject =
            if labels.len() == 1 { "the weekday fits".to_owned() } else { format!("{} weekdays fit", labels.len()) };
        let first = words.first().cloned().unwrap_or_default();
        let more = if words.len() > 1 { ", …" } else { "" };
        outcome.agree("weekday", format!("{subject}: {first}{more}"), labels);
    }
}
