//! Two figures of one thing that may both be right for what their circumstances say: "over 20 plots" and "over 15
//! plots", a figure with a source of its own.

use super::odds::weight;
use super::row::{ELSEWHERE, PAIR, Row};
use super::{SURE, scope, value, weights};
use crate::align::figures::{Figure, Reading};
use crate::value::Hedge;

/// The circumstance that leaves both right; none where the words do not say that the two are of one thing, where a text
/// gives both, or where nothing tells them apart.
pub fn told_by(x: &Figure, y: &Figure, row: &Row) -> Option<&'static str> {
    let circumstances = PAIR.len() + value::FEATURES.len();
    let mut bare = *row;
    bare.iter_mut().skip(circumstances).for_each(|held| *held = 0);
    let held_elsewhere = row.get(ELSEWHERE).is_some_and(|held| *held > 0);
    if weight(&bare) < SURE || held_elsewhere {
        return None;
    }
    if are_two_bounds(&x.reading, &y.reading) {
        return Some("both are bounds");
    }
    if !value::differ(&x.reading, &y.reading) || weight(row) >= SURE {
        return None;
    }
    let told = (circumstances..).zip(row.iter().zip(weights::PAIRS).skip(circumstances));
    let against = told.filter(|(_, (held, weight))| **held > 0 && *weight < 0);
    let (heaviest, _) = against.min_by_key(|(_, (_, weight))| *weight)?;
    scope::FEATURES.get(heaviest.checked_sub(circumstances)?).copied()
}

/// "Over 20" and "over 15": both hold where the larger one does.
fn are_two_bounds(x: &Reading, y: &Reading) -> bool {
    let (Reading::Amount(a), Reading::Amount(b)) = (x, y) else { return false };
    let bound = matches!(a.hedge, Some(Hedge::AtLeast | Hedge::AtMost));
    bound && a.hedge == b.hedge && a.unit == b.unit && a.value != b.value && !value::differ(x, y)
}
