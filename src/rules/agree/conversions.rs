//! Measures whose conversion beside them is right: "71 km (44 miles)". One tick for a document.

use super::super::quantity_unit_conversion::conversions;
use super::super::{Context, Label, Outcome};
use crate::compare::printed::same_size;

/// How many of them a message names.
const NAMED: usize = 3;

pub fn tick(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let right = conversions(ledger).into_iter().filter(|((_, a), (_, b))| {
            a.unit.zip(b.unit).is_some_and(|(from, to)| from != to) && same_size(a, b) == Some(true)
        });
        let spans: Vec<_> = right.map(|((first, _), (second, _))| (first.span, second.span)).collect();
        if spans.is_empty() {
            continue;
        }
        let words = |(a, b): &(_, _)| format!("{} is {}", ledger.document.slice(*a), ledger.document.slice(*b));
        let named: Vec<String> = spans.iter().take(NAMED).map(words).collect();
        let more = spans.len() - named.len();
        let more = if more > 0 { format!(", and {more} more") } else { String::new() };
        let labels = spans.iter().map(|(a, b)| Label::related(index, a.cover(*b), "")).collect();
        outcome.agree("conversion", format!("{}{more}", named.join(", ")), labels);
    }
}
