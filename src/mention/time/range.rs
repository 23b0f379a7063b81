//! Two printed ends: "July 3–5, 2025", "from March to June 2020", "between 2010 and 2015", "2015–19".

use super::count::day;
use super::edge;
use super::grammar::core;
use super::line::{Line, Tag};
use super::month;
use super::numeric::Order;
use super::shape::{Found, Part, Parts, Shape, Year};
use super::year::{era, of_year, year_at};
use crate::lexicon::en::change::CHANGE;
use crate::lexicon::en::time_words::TimeWord as W;

/// "from X to Y", "between X and Y".
pub fn framed(line: &Line, at: usize, order: Order) -> Option<Found> {
    let between = match line.word(at)? {
        W::Between => true,
        W::From => false,
        _ => return None,
    };
    let start = skip_the(line, at + 1);
    let left =
        edge::edge_of(line, start, order).or_else(|| core(line, start, order)).or_else(|| bare_day(line, start))?;
    // The core may have taken the whole range: "from 2014–2018".
    if let Shape::Range(..) = left.shape {
        return Some(Found { from: at, ..left });
    }
    let link = left.to;
    let linked = match line.word(link) {
        Some(W::And) => between,
        Some(W::To | W::Until) => true,
        _ => false,
    };
    if !linked {
        return None;
    }
    let next = skip_the(line, link + 1);
    let right = edge::edge_of(line, next, order).or_else(|| right_end(line, next, &left, order))?;
    // "moved up from May 2029 to December 2021": the day it had and the day it has.
    if !between && backwards(&left.shape, &right.shape) && changes(line, at) {
        return None;
    }
    join(&left, &right, at)
}

/// Is the second end the earlier one, by the years and months printed?
fn backwards(left: &Shape, right: &Shape) -> bool {
    let when = |shape: &Shape| match shape {
        Shape::Parts(Parts { year: Year::Given(year), part, .. }) => Some((*year, month_of(*part))),
        _ => None,
    };
    when(left).zip(when(right)).is_some_and(|(left, right)| right < left)
}

/// Does a word of change stand shortly before?
fn changes(line: &Line, at: usize) -> bool {
    const REACH: usize = 8;
    (at.saturating_sub(REACH)..at).any(|i| CHANGE.contains_key(line.text(i)))
}

fn skip_the(line: &Line, at: usize) -> usize {
    at + usize::from(line.is(at, W::The) || line.is(at, W::On))
}

/// "3" of "between 3 and 12 of September": its month stands in the other end.
fn bare_day(line: &Line, at: usize) -> Option<Found> {
    let (n, to) = day(line, at)?;
    (n <= 31).then(|| Found::new(Shape::Parts(Parts::new(Year::None, Part::Day(0, n))), at, to))
}

fn right_end(line: &Line, at: usize, left: &Found, order: Order) -> Option<Found> {
    if let Some(right) = core(line, at, order).filter(|r| {
        !matches!(
            r.shape,
            Shape::Range(..)
                | Shape::Duration(_)
                | Shape::Lengths(_)
                | Shape::Clock { .. }
                | Shape::Reference(super::shape::Reference::Past)
        )
    }) {
        return Some(right);
    }
    let Shape::Parts(Parts { part: Part::Day(month @ 1.., first), year: Year::None, .. }) = left.shape else {
        return None;
    };
    let (second, next) = day(line, at)?;
    if second > 31 || (second <= first && line.number(at).is_some()) || line.joined(next) && line.is_dash(next) {
        return None;
    }
    let (year, to) = month::year_behind(line, next).unwrap_or((Year::None, next));
    Some(Found::new(Shape::Parts(Parts::new(year, Part::Day(month, second))), at, to))
}

/// Two ends are one range when both are dates and the parts left out can be filled in.
fn join(left: &Found, right: &Found, at: usize) -> Option<Found> {
    let (mut a, mut b) = (left.shape.clone(), right.shape.clone());
    if let (Shape::Parts(first), Shape::Parts(second)) = (&mut a, &mut b) {
        fill(first, second)?;
    } else {
        let dated = |s: &Shape| {
            !matches!(
                s,
                Shape::Duration(_)
                    | Shape::Lengths(_)
                    | Shape::Set { .. }
                    | Shape::Clock { .. }
                    | Shape::Malformed(_)
                    | Shape::Around { .. }
            )
        };
        if !dated(&a) || !dated(&b) {
            return None;
        }
    }
    Some(Found {
        ambiguous: left.ambiguous || right.ambiguous,
        ..Found::new(Shape::Range(Box::new(a), Box::new(b)), at, right.to)
    })
}

fn fill(first: &mut Parts, second: &mut Parts) -> Option<()> {
    if let (Part::Day(0, d), Part::Day(month, _)) = (first.part, second.part) {
        first.part = Part::Day(month, d);
    }
    if matches!(first.part, Part::Day(0, _)) {
        return None;
    }
    // "May to October 2020": one year for both, unless it wraps round the turn of the year.
    if first.year == Year::None && first.pick.is_none() {
        first.year = match second.year {
            Year::Given(year) => {
                Year::Given(if month_of(first.part) > month_of(second.part) { year - 1 } else { year })
            }
            other => other,
        };
    }
    Some(())
}

fn month_of(part: Part) -> i8 {
    match part {
        Part::Month(m) | Part::Day(m, _) => m,
        _ => 0,
    }
}

/// The rest of a range whose first end has been read: "– 5, 2025", "to June", "through May 2018".
pub fn tail(line: &Line, left: Found, order: Order) -> Found {
    let dated = matches!(left.shape, Shape::Parts(_) | Shape::Decade(..) | Shape::Century(_));
    if !dated {
        return left;
    }
    let link = left.to;
    let word = line.is(link, W::To);
    if !(word || line.is_dash(link)) {
        return left;
    }
    // A dash with blanks on both sides more often sets a remark apart than it joins days.
    let loose = !word && !line.joined(link);
    let Some(right) = right_end(line, skip_the(line, link + 1), &left, order) else { return left };
    if word && backwards(&left.shape, &right.shape) && changes(line, left.from) {
        return left;
    }
    if loose && (rank(&left.shape) != rank(&right.shape)) {
        return left;
    }
    // "from 2010 to ..." has been read; "rose in 2014 to 2018 points" is no range.
    if word
        && matches!(left.shape, Shape::Parts(Parts { part: Part::Whole, .. }))
        && !matches!(line.text(link), "through")
    {
        return left;
    }
    if !matches!(
        right.shape,
        Shape::Parts(_) | Shape::Decade(..) | Shape::Century(_) | Shape::Reference(_) | Shape::Shift { .. }
    ) {
        return left;
    }
    join(&left, &right, left.from).unwrap_or(left)
}

fn rank(shape: &Shape) -> u8 {
    match shape {
        Shape::Parts(parts) => match parts.part {
            Part::Day(..) => 0,
            Part::Month(_) => 1,
            _ => 2,
        },
        _ => 3,
    }
}

/// "3–5 July 2025", "30 and 31 July".
pub fn days_then_month(line: &Line, at: usize) -> Option<Found> {
    let (first, link) = day(line, at)?;
    if first > 31 || !(line.is_dash(link) || line.is(link, W::To) || line.is(link, W::And)) {
        return None;
    }
    let right = month::day_first(line, skip_the(line, link + 1))?;
    let Shape::Parts(second) = &right.shape else { return None };
    let Part::Day(month, last) = second.part else { return None };
    if last <= first || line.is(link, W::And) && last != first + 1 {
        return None;
    }
    let left = Parts::new(second.year, Part::Day(month, first));
    Some(Found::new(Shape::Range(Box::new(Shape::Parts(left)), Box::new(right.shape.clone())), at, right.to))
}

/// Up to this year an elided end is a year; behind it, only of a plan no longer than this.
const FORESEEN: i32 = 2030;
const LONG_PLAN: i32 = 15;

/// "2015–2019", "2015-19", "2015/16", "500–400 BC".
pub fn years(line: &Line, at: usize) -> Option<Found> {
    let first = line.number(at).filter(|n| n.digits <= 4)?;
    let link = at + 1;
    let slash = line.is_mark(link, '/');
    if !(line.is_dash(link) || slash) || line.joined(at) && (line.is_dash(at - 1) || line.glued(at, link)) {
        return None;
    }
    let second = line.number(link + 1)?;
    let tight = line.joined(link) && line.joined(link + 1);
    let to = link + 2;
    if line.joined(to) && (line.is_dash(to) || line.mark(to).is_some_and(|m| matches!(m, '/' | '%' | ':')))
        || line.glued(at, to)
    {
        return None;
    }
    if let Some((true, to)) = era(line, to)
        && second.digits <= 4
    {
        let year = |n: u32| of_year(1 - n as i32, at, to).shape;
        return Some(Found::new(Shape::Range(Box::new(year(first.value)), Box::new(year(second.value))), at, to));
    }
    let (start, _) = year_at(line, at)?;
    let end = match second.digits {
        4 => year_at(line, link + 1)?.0,
        2 if tight && second.value > first.value % 100 => start / 100 * 100 + second.value as i32,
        2 if tight && second.value == 0 && first.value % 100 == 99 => start + 1,
        _ => return None,
    };
    let near = (1600..2101).contains(&start) && (1600..2101).contains(&end);
    let guided = matches!(line.before(at), Some(W::From | W::In | W::Of | W::Between | W::During))
        || matches!(line.mark(at.wrapping_sub(1)), Some('(' | ':' | ','));
    let counted = line.at(to) == Tag::Other && !line.capital(to) && line.text(to).ends_with('s');
    // "2015-32" is rather a code than a plan for 17 years to come.
    if second.digits == 2 && line.is_mark(link, '-') && end > FORESEEN && end - start > LONG_PLAN {
        return None;
    }
    if !(near || guided && (start - end).abs() < 1000)
        || counted && !guided && (start % 100 == 0 || end % 100 == 0)
        || slash && end != start + 1
    {
        return None;
    }
    // Backwards it is a range only where words or brackets say that it is one; else a score or a code.
    if end < start && !(guided || line.before(at) == Some(W::The)) {
        return None;
    }
    let year = |n: i32| of_year(n, at, to).shape;
    Some(Found::new(Shape::Range(Box::new(year(start)), Box::new(year(end))), at, to))
}
