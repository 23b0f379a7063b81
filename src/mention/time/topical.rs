//! Times that are named by what is spoken of: "the quarter", "the weekend", "the year ended
//! March 31", "now", "the future", "recent years".

use super::line::Line;
use super::numeric::Order;
use super::offset;
use super::shape::{Amount, Count, Found, Reference, Shape};
use crate::lexicon::en::time_words::{TimeWord as W, Unit};

/// "the quarter", "the weekend", "the year ended …", "the future", "the past".
pub fn with_article(line: &Line, at: usize, order: Order) -> Option<Found> {
    if let Some(found) = offset::week_in(line, at).or_else(|| offset::week_of(line, at, order)) {
        return Some(found);
    }
    match line.word(at + 1)? {
        W::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Quarter | Unit::Weekend)) => {
            the_unit(line, at + 1, unit)
        }
        W::Shift(0) if line.text(at + 1) == "latest" && line.text(at + 2) == "period" => {
            Some(Found::new(Shape::TheUnit(Unit::Quarter), at + 1, at + 3))
        }
        W::Shift(0) if line.text(at + 1) == "latest" && line.is(at + 2, W::Unit(Unit::Quarter)) => {
            Some(Found::new(Shape::TheUnit(Unit::Quarter), at + 1, at + 3))
        }
        W::Shift(-1) if line.text(at + 1) == "past" => {
            ends(line, at + 2).then(|| referring(Reference::Past, at + 1, at + 2))
        }
        _ => None,
    }
}

fn the_unit(line: &Line, at: usize, unit: Unit) -> Option<Found> {
    // "the year 2000", "the year-earlier", "the week before", "the year round"
    let next = line.word(at + 1);
    if line.is_dash(at + 1) && line.joined(at + 1)
        || matches!(next, Some(W::Before | W::After | W::Earlier | W::Later | W::Ago | W::Of | W::Shift(_)))
        || line.number(at + 1).is_some()
    {
        return None;
    }
    if unit == Unit::Year && matches!(line.text(at + 1), "ended" | "ending") {
        return Some(Found::new(Shape::Duration(Amount { count: Count::whole(1), unit }), at - 1, at + 1));
    }
    let guided = matches!(
        line.before(at.wrapping_sub(1)),
        Some(W::In | W::For | W::During | W::Of | W::More | W::Within | W::By)
    );
    let owner = line.is_clitic(at + 1) && unit == Unit::Week;
    (guided || owner).then(|| Found::new(Shape::TheUnit(unit), at - 1, at + 1))
}

/// Nothing follows that "the past" or "the future" could be a part of.
fn ends(line: &Line, at: usize) -> bool {
    at >= line.len()
        || line.mark(at).is_some()
        || matches!(line.word(at), Some(W::And | W::Or | W::To | W::By))
        || matches!(line.text(at), "that" | "if" | "is" | "as")
}

fn referring(when: Reference, at: usize, to: usize) -> Found {
    Found::new(Shape::Reference(when), at, to)
}

/// "now", "currently", "recently", "recent years", "the future", "these days".
pub fn reference(line: &Line, at: usize) -> Option<Found> {
    match (line.word(at), line.text(at)) {
        (Some(W::Present), _) => Some(referring(Reference::Present, at, at + 1)),
        (Some(W::Past), "recent") => match line.word(at + 1)? {
            W::Units(_) => Some(referring(Reference::Past, at, at + 2)),
            _ => None,
        },
        (Some(W::Past), _) => Some(referring(Reference::Past, at, at + 1)),
        (Some(W::Future), "future") => {
            if let Some(W::Units(_)) = line.word(at + 1) {
                return Some(referring(Reference::Future, at, at + 2));
            }
            let guided = matches!(line.before(at), Some(W::The))
                || matches!(line.text(at.wrapping_sub(1)), "near" | "foreseeable");
            (guided && ends(line, at + 1)).then(|| referring(Reference::Future, at, at + 1))
        }
        (None, "these") if line.is(at + 1, W::Units(Unit::Day)) => Some(referring(Reference::Present, at, at + 2)),
        _ => None,
    }
}
