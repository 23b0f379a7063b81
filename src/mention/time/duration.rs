//! How long: "three days", "a two-hour meeting", "2 1/2 years", "for decades".

use super::count::{and_a_half, count};
use super::line::{Line, Number};
use super::shape::{Amount, Count, Found, Shape};
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// A count and a unit.
pub fn read(line: &Line, at: usize) -> Option<Found> {
    if let Some(found) = by_colons(line, at) {
        return Some(found);
    }
    let (how_many, next) = upper(line, count(line, at)?);
    if line.glued(at, at + 1) || at > 0 && line.joined(at) && line.is_dash(at - 1) && line.number(at).is_some() {
        return None;
    }
    let dash = line.is_dash(next) && line.joined(next);
    let mut unit_at = next + usize::from(dash);
    // "eight trading days", "ten more years"
    if matches!(
        line.text(unit_at),
        "trading"
            | "business"
            | "working"
            | "more"
            | "consecutive"
            | "straight"
            | "full"
            | "long"
            | "additional"
            | "whole"
    ) {
        unit_at += 1;
    }
    let unit = match line.word(unit_at)? {
        W::Unit(unit) | W::Units(unit) | W::UnitShort(unit) => unit,
        _ => return None,
    };
    // "an hour and a half"
    if let Some(to) = and_a_half(line, unit_at + 1).filter(|_| is_whole(how_many) && unit > Unit::Second)
        && let Count::Hundredths(hundredths) = how_many
        && !is_age(line, to)
    {
        let count = Count::Hundredths(hundredths.saturating_add(50));
        return Some(Found::new(Shape::Duration(Amount { count, unit }), at, to));
    }
    if is_age(line, unit_at + 1) || !is_length(line, at, unit_at, unit, how_many) {
        return None;
    }
    let first = Amount { count: how_many, unit };
    Some(smaller(line, first, at, unit_at + 1).unwrap_or(Found::new(Shape::Duration(first), at, unit_at + 1)))
}

/// "2:31:07", as races are timed; an hour of the day stands behind "at" or before its half.
fn by_colons(line: &Line, at: usize) -> Option<Found> {
    let part = |i: usize, digits: u8, most: u32| line.number(i).filter(|n| n.digits == digits && n.value < most);
    let colon = |i: usize| line.is_mark(i, ':') && line.joined(i) && line.joined(i + 1);
    let (hours, minutes, seconds) = (part(at, 1, 10)?, part(at + 2, 2, 60)?, part(at + 4, 2, 60)?);
    let is_date = |word: W| matches!(word, W::At | W::By | W::From | W::Until | W::Since | W::Before | W::After);
    let of_day = line.before(at).is_some_and(is_date)
        || matches!(line.word(at + 5), Some(W::Am | W::Pm | W::Zone))
        || matches!(line.text(at + 5), "a" | "p");
    if of_day
        || !colon(at + 1)
        || !colon(at + 3)
        || at > 0 && line.joined(at)
        || line.joined(at + 5) && line.is_mark(at + 5, ':')
    {
        return None;
    }
    let amount = |number: Number, unit| Amount { count: Count::whole(number.value), unit };
    let all = vec![amount(hours, Unit::Hour), amount(minutes, Unit::Minute), amount(seconds, Unit::Second)];
    Some(Found::new(Shape::Lengths(all), at, at + 5))
}

/// What is left over is told in smaller units: "12 minutes, 31 seconds", "two years and three months".
fn smaller(line: &Line, first: Amount, at: usize, behind: usize) -> Option<Found> {
    let (mut all, mut to) = (vec![first], behind);
    while let Some(last) = all.last().filter(|last| is_whole(last.count)) {
        let comma = to + usize::from(line.is_mark(to, ','));
        let next = comma + usize::from(line.is(comma, W::And));
        let Some((count, unit_at)) = count(line, next).filter(|(count, _)| is_whole(*count)) else { break };
        let unit = match line.word(unit_at) {
            Some(W::Unit(unit) | W::Units(unit) | W::UnitShort(unit)) => unit,
            _ => break,
        };
        let most = match (last.unit, unit) {
            (Unit::Year, Unit::Month) => 12,
            (Unit::Week, Unit::Day) => 7,
            (Unit::Hour, Unit::Minute) | (Unit::Minute, Unit::Second) => 60,
            _ => break,
        };
        let article = line.is(next, W::A);
        let less = matches!(count, Count::Hundredths(n) if n < most * 100);
        if article || !less || is_age(line, unit_at + 1) {
            break;
        }
        all.push(Amount { count, unit });
        to = unit_at + 1;
    }
    (all.len() > 1).then(|| Found::new(Shape::Lengths(all), at, to))
}

fn is_whole(count: Count) -> bool {
    matches!(count, Count::Hundredths(n) if n % 100 == 0)
}

/// "two to three weeks", "12 or 18 months": the first number with the words of both.
fn upper(line: &Line, (how_many, next): (Count, usize)) -> (Count, usize) {
    if !matches!(line.word(next), Some(W::To | W::Or)) || matches!(how_many, Count::Vague) {
        return (how_many, next);
    }
    match count(line, next + 1) {
        Some((Count::Hundredths(_), after)) if !line.is(next + 1, W::A) => (how_many, after),
        _ => (how_many, next),
    }
}

/// "44-year-old", "30 years old", "years of age".
fn is_age(line: &Line, after: usize) -> bool {
    let old = after + usize::from(line.is_dash(after));
    line.is(old, W::Old) || line.text(old) == "olds" || line.is(old, W::Of) && line.text(old + 1) == "age"
}

fn is_length(line: &Line, at: usize, unit_at: usize, unit: Unit, how_many: Count) -> bool {
    let bare_article = line.is(at, W::A) && unit_at == at + 1;
    if !bare_article {
        let one = how_many == Count::whole(1);
        let singular = matches!(line.word(unit_at), Some(W::Unit(_)));
        return match unit {
            // "one second" is a length, "1988 second" and "three second" are none.
            Unit::Second => !singular || one || line.is_dash(unit_at - 1),
            // "three-quarters of" is a fraction.
            Unit::Quarter => !singular && !line.is_dash(unit_at - 1) && !line.is(unit_at + 1, W::Of),
            _ => how_many != Count::Vague || line.text(at) != "some" || !singular,
        };
    }
    // "a year" is a length behind these; else it is a rate or a topic.
    unit >= Unit::Hour
        && !matches!(unit, Unit::Quarter | Unit::Season | Unit::Century | Unit::Millennium)
        && !line.is_dash(unit_at + 1)
        && matches!(
            line.before(at),
            Some(W::For | W::In | W::Within | W::During | W::Less | W::About | W::Than | W::Half | W::More)
        )
}

/// "all day", "the whole month".
pub fn whole(line: &Line, at: usize) -> Option<Found> {
    let W::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = line.word(at + 1)? else { return None };
    let end = at + 2 >= line.len() || line.mark(at + 2).is_some_and(|m| m != '-' && m != '’' && m != '\'');
    end.then(|| Found::new(Shape::Duration(Amount { count: Count::whole(1), unit }), at, at + 2))
}

/// "for years", "over the years", "for decades", "weeks of": a length nobody counted.
pub fn uncounted(line: &Line, at: usize) -> Option<Found> {
    let W::Units(unit) = line.word(at)? else { return None };
    let guided = matches!(
        line.before(at),
        Some(
            W::For
                | W::In
                | W::Within
                | W::During
                | W::After
                | W::More
                | W::Or
                | W::Than
                | W::Shift(_)
                | W::By
                | W::Whole
                | W::Long
        )
    );
    let of_work = line.is(at + 1, W::Of) && at == 0;
    if unit < Unit::Minute || !(guided || of_work) || unit == Unit::Quarter {
        return None;
    }
    Some(Found::new(Shape::Duration(Amount { count: Count::Vague, unit }), at, at + 1))
}
