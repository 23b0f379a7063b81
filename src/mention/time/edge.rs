//! Words before a time that narrow, open or blur it: "early", "the end of", "since", "until", "about".

use super::grammar::core;
use super::line::Line;
use super::numeric::Order;
use super::relative;
use super::shape::{Found, Open, Part, Parts, Shape, Year};
use crate::lexicon::en::time_words::{Edge, TimeWord as W, Unit};
use crate::value::Modifier;

fn modifier(edge: Edge) -> Modifier {
    match edge {
        Edge::Start => Modifier::Start,
        Edge::Middle => Modifier::Mid,
        Edge::End => Modifier::End,
    }
}

/// "early 2015", "mid-March", "late last year", "earlier this month", "later in the week".
pub fn hinted(line: &Line, at: usize, order: Order) -> Option<Found> {
    let (edge, exact) = match line.word(at)? {
        W::Hint(edge) => (Some(edge), true),
        W::Earlier | W::Later => (None, false),
        _ => return None,
    };
    let mut next = at + 1;
    if line.is_dash(next) && line.joined(next) {
        next += 1;
    }
    let inside = line.is(next, W::In) || line.is(next, W::On);
    next += usize::from(inside) + usize::from(line.is(next + usize::from(inside), W::The));
    let found = if let (true, Some(W::Unit(unit))) = (inside && next > at + 2, line.word(next)) {
        Some(Found::new(relative::shift(unit, 0, super::shape::Base::Reference), next, next + 1))
            .filter(|_| unit >= Unit::Day)
    } else {
        core(line, next, order)
    }?;
    let fits = matches!(
        found.shape,
        Shape::Parts(_)
            | Shape::Decade(..)
            | Shape::Century(_)
            | Shape::Weekday { .. }
            | Shape::DayPart { .. }
            | Shape::Shift { .. }
    );
    // "earlier 2015" is two things; "earlier this year" one.
    if !fits || !exact && !matches!(found.shape, Shape::Shift { .. } | Shape::DayPart { .. } | Shape::Weekday { .. }) {
        return None;
    }
    if found.modifier.is_some() {
        return None;
    }
    Some(Found { modifier: edge.map(modifier), from: at, ..found })
}

/// "the end of June", "beginning of the year", "mid of 2015"; `at` is the edge's word.
pub fn edge_of(line: &Line, at: usize, order: Order) -> Option<Found> {
    let W::Edge(edge) = line.word(at)? else { return None };
    if !line.is(at + 1, W::Of) {
        return None;
    }
    let the = line.is(at + 2, W::The);
    let next = at + 2 + usize::from(the);
    let found = match line.word(next) {
        Some(W::Unit(
            unit @ (Unit::Month | Unit::Year | Unit::Week | Unit::Quarter | Unit::Decade | Unit::Century),
        )) if edge != Edge::Middle || the => {
            Found::new(relative::shift(unit, 0, super::shape::Base::Reference), next, next + 1)
        }
        _ => core(line, next, order)?,
    };
    let fits = matches!(found.shape, Shape::Parts(_) | Shape::Decade(..) | Shape::Century(_) | Shape::Shift { .. });
    (fits && found.modifier.is_none()).then(|| Found { modifier: Some(modifier(edge)), from: at, ..found })
}

/// "since 2022", "after May", "before Friday", "until the end of June".
pub fn opened(line: &Line, at: usize, order: Order) -> Option<Found> {
    let open = match line.word(at)? {
        W::Since => Open::Since,
        W::After => Open::After,
        W::Before => Open::Before,
        W::Until | W::By => Open::Until,
        W::From => Open::Since,
        _ => return None,
    };
    let mut next = at + 1;
    next += usize::from(line.is(next, W::The));
    let found = blurred(line, next, order)
        .or_else(|| hinted(line, next, order))
        .or_else(|| edge_of(line, next, order))
        .or_else(|| core(line, next, order))?;
    let dated = match &found.shape {
        Shape::Parts(_) | Shape::Decade(..) | Shape::Century(_) | Shape::Weekday { .. } => true,
        Shape::WeekOf(_) | Shape::DayOf { .. } => true,
        Shape::Shift { .. } if found.modifier.is_some() => true,
        Shape::Shift { .. } => {
            !matches!(line.word(at), Some(W::After | W::Before))
                || matches!(line.word(next), Some(W::Day(_) | W::Shift(_)))
        }
        _ => false,
    };
    if !dated || found.open.is_some() {
        return None;
    }
    // "from 2015" opens only with "on" or "onwards" behind it; else it names an origin.
    if line.is(at, W::From) {
        let onward = matches!(line.text(found.to), "onward" | "onwards")
            || line.text(found.to) == "on" && line.mark(found.to + 1).is_some();
        return Some(if onward { Found { open: Some(open), from: at, to: found.to + 1, ..found } } else { found });
    }
    let from = if line.is(at, W::By) { found.from } else { at };
    Some(Found { open: Some(open), from, ..found })
}

/// "2018 or later", "1/1/2016 and after", "May onwards".
pub fn open_behind(line: &Line, found: Found) -> Found {
    if found.open.is_some() || !matches!(found.shape, Shape::Parts(_) | Shape::Decade(..)) {
        return found;
    }
    let to = found.to;
    let joined = matches!(line.word(to), Some(W::Or | W::And));
    let ends = to + 2 >= line.len() || line.mark(to + 2).is_some();
    match (joined, line.text(to + 1)) {
        (true, "later" | "after" | "onwards" | "onward") if ends => {
            Found { open: Some(Open::Since), to: to + 2, ..found }
        }
        (true, "earlier" | "before") if ends && line.is(to, W::Or) => {
            Found { open: Some(Open::Until), to: to + 2, ..found }
        }
        _ if matches!(line.text(to), "onward" | "onwards") => Found { open: Some(Open::Since), to: to + 1, ..found },
        _ => found,
    }
}

/// "about 1815", "c. 1815", "nearly 20 years", "more than four hours", "at least three days".
pub fn blurred(line: &Line, at: usize, order: Order) -> Option<Found> {
    // "How about Friday?", "w/c May 3"
    if line.is(at, W::About) && (line.joined(at) || matches!(line.text(at.wrapping_sub(1)), "how" | "what")) {
        return None;
    }
    let (modifier, next) = match line.word(at)? {
        W::About => (Modifier::Approx, at + 1 + usize::from(line.is_mark(at + 1, '.'))),
        W::Less if line.is(at + 1, W::Than) => (Modifier::LessThan, at + 2),
        W::Less => (Modifier::EqualOrLess, at + 1),
        W::More if line.is(at + 1, W::Than) => (Modifier::MoreThan, at + 2),
        W::More if line.text(at) == "over" => (Modifier::MoreThan, at + 1),
        W::At if line.is(at + 1, W::Least) => (Modifier::EqualOrMore, at + 2),
        W::At if line.is(at + 1, W::Most) => (Modifier::EqualOrLess, at + 2),
        _ => return None,
    };
    let found = core(line, next, order)?;
    let length = matches!(found.shape, Shape::Duration(_) | Shape::Lengths(_));
    let dated = modifier == Modifier::Approx
        && match &found.shape {
            Shape::Parts(Parts { part, year, .. }) => *part != Part::Whole || *year != Year::None,
            Shape::Decade(..) | Shape::Century(_) | Shape::Clock { .. } => true,
            _ => false,
        };
    let ago = matches!(found.shape, Shape::Shift { .. } | Shape::Offset { .. }) && line.text(at) != "over";
    if found.modifier.is_some() || !(length || dated || ago) {
        return None;
    }
    Some(Found { modifier: Some(modifier), from: at, ..found })
}
