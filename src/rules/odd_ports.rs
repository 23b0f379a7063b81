//! The port that a program listens on by default, which the pages of its documentation give again and again: one that is a
//! digit off ("port 6430 by default" where the others say 6420) has a slip.

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
    let mut found: Vec<OddPort> = Vec::new();
    for (port, places) in &by_port {
        let [at] = places[..] else { continue };
        if found.iter().any(|odd| odd.others.contains(&at)) {
            continue;
        }
        let near =
            |other: &u32| digits(*other).len() == digits(*port).len() && is_misprint(&digits(*port), &digits(*other));
        for (other, given) in by_port.iter().filter(|(other, _)| near(other)) {
            // Two sentences of one page tell of one port as well as three pages do.
            let enough = given.len() >= GIVEN || given.iter().any(|place| place.0 == at.0);
            if enough && may_be_one(context, at, given, port.abs_diff(*other)) {
                found.push(OddPort { at, others: given.clone() });
            }
        }
    }
    found
}

/// Each service has a port of its own, and two of a program often have neighbours: these need a name in common.
fn may_be_one(context: &Context, at: Place, given: &[Place], apart: u32) -> bool {
    let own = named(context, at);
    let meets = |other: &Place| named(context, *other).intersection(&own).next().is_some();
    let strange = |other: &Place| !own.is_empty() && !named(context, *other).is_empty() && !meets(other);
    if apart == 1 { given.iter().any(meets) } else { !given.iter().all(strange) }
}

/// The names in the sentence of a place: each service has a port of its own.
fn named(context: &Context, (document, span): Place) -> BTreeSet<Stem> {
    let Some(Ledger { document, .. }) = context.ledgers.get(document) else { return BTreeSet::new() };
    let tokens = document.sentence_tokens(document.sentence_at(span.start));
    let capital = |i: &usize| document.token(*i).is_some_and(|t| t.is_word() && t.capital);
    // "kestrel-cli" is of Kestrel.
    let parts = |i: usize| document.word(i).split(['-', '_']).filter(|part| part.len() > 2);
    let code = tokens.clone().filter(|i| document.word(*i).contains(['-', '_'])).flat_map(parts);
    let names = tokens.clone().filter(capital).map(|i| document.word(i)).chain(code);
    names.filter(|w| is_content(w) && !CALENDAR.contains(w)).map(stem).collect()
}
