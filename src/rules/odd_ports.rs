//! The port that a program listens on by default, which the pages of its documentation give again and again: one that is a
//! digit off ("port 6378 by default" where the others say 6379) has a slip.

use super::Context;
use crate::claim::{Ledger, Stem, default_ports, is_content, stem};
use crate::compare::slips::is_misprint;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// So many places give a port before another can be off.
const GIVEN: usize = 2;

type Place = (usize, Span);

/// The place whose port is off, and those that give the other.
pub struct OddPort {
    pub at: Place,
    pub others: Vec<Place>,
}

pub fn odd_ports(context: &Context) -> Vec<OddPort> {
    let mut by_port: BTreeMap<u32, Vec<Place>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for (port, span) in default_ports(&ledger.document) {
            by_port.entry(port).or_default().push((document, span));
        }
    }
    let digits = |port: u32| port.to_string().into_bytes();
    let mut found = Vec::new();
    for (port, places) in &by_port {
        let [at] = places[..] else { continue };
        let near =
            |other: &u32| digits(*other).len() == digits(*port).len() && is_misprint(&digits(*port), &digits(*other));
        let others = by_port.iter().filter(|(other, given)| near(other) && given.len() >= GIVEN);
        let of_one = |other: &Place| named(context, *other).intersection(&named(context, at)).next().is_some();
        for (_, given) in others.filter(|(_, given)| given.iter().any(of_one)) {
            found.push(OddPort { at, others: given.clone() });
        }
    }
    found
}

/// The names in the sentence of a place: each service has a port of its own.
fn named(context: &Context, (document, span): Place) -> BTreeSet<Stem> {
    let Some(Ledger { document, .. }) = context.ledgers.get(document) else { return BTreeSet::new() };
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let capital = |i: &usize| document.token(*i).is_some_and(|t| t.is_word() && t.capital);
    let names = tokens.clone().filter(capital).map(|i| document.word(i));
    names.filter(|w| is_content(w) && !CALENDAR.contains(w)).map(stem).collect()
}
