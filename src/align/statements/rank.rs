//! "It is the deepest lake of the province" and "Ferrow is the second-deepest lake of the province": one rank too many.

use super::Contrast;
use super::roles::{About, Held, one_thing, told_alike};
use crate::claim::{Ledger, Party, Stem, stem};
use crate::lexicon::en::numerals::{NUMERALS, Numeral};
use crate::lexicon::en::superlatives::{NO_RANK, SUPERLATIVES};
use crate::text::Span;

/// The rank that a noun phrase gives: how manieth, and by what.
fn rank(ledger: &Ledger, role: &Party) -> Option<(u8, &'static str, Span)> {
    let document = &ledger.document;
    let tokens = document.token_at(role.span.start)..document.token_at(role.place.end);
    let at = tokens.clone().find(|i| SUPERLATIVES.contains_key(document.word(*i)))?;
    let class = SUPERLATIVES.get(document.word(at))?;
    let hyphen = usize::from(at.checked_sub(1).is_some_and(|b| document.word(b) == "-"));
    let before = at.checked_sub(1 + hyphen).filter(|b| tokens.contains(b));
    let number = before.and_then(|b| match NUMERALS.get(document.word(b)) {
        Some(Numeral::Ordinal(number)) => Some(*number),
        _ => None,
    });
    let sentence = document.sentence_tokens(document.sentence_at(role.span.start));
    let plain = !sentence.clone().any(|i| NO_RANK.contains(document.word(i)));
    let first = before.filter(|_| number.is_some()).unwrap_or(at);
    let span = document.token(first)?.span.cover(role.place);
    (plain && document.word(tokens.start) == "the").then_some((number.unwrap_or(1), class, span))
}

/// "Ferrow is the deepest lake of the province" and "the deepest lake of the province is Lunn": only one can be.
fn held_by_two(a: About, b: About) -> Option<Held> {
    let read = |at: About| {
        let (subject, equal) = (at.statement.agent.as_ref()?, at.statement.equal.as_ref()?);
        let ((number, by, _), ranked, holder) = match rank(at.ledger, equal) {
            Some(rank) => (rank, equal.clone(), subject.clone()),
            None => (rank(at.ledger, subject)?, subject.clone(), equal.clone()),
        };
        let beside = at.statement.beside.iter().filter(|(small, _)| matches!(small.as_str(), "in" | "on" | "of"));
        let mut among: Vec<Stem> = beside.flat_map(|(_, role)| role.words.iter().copied()).collect();
        let document = &at.ledger.document;
        let superlative = (document.token_at(ranked.span.start)..document.token_at(ranked.span.end))
            .map(|i| document.word(i))
            .find(|w| SUPERLATIVES.contains_key(w))
            .map(stem)?;
        among.extend(ranked.words.iter().filter(|w| **w != ranked.head && **w != superlative));
        among.sort_unstable();
        among.dedup();
        (holder.names.contains(&holder.head) && !holder.is_several).then_some((number, by, ranked.head, among, holder))
    };
    let (x, y) = (read(a)?, read(b)?);
    let apart = (x.0, x.1, x.2) == (y.0, y.1, y.2) && x.3 == y.3 && !x.3.is_empty();
    let two = !x.4.names.iter().any(|n| y.4.names.contains(n));
    let known = a.ledger.knows(y.4.head) || b.ledger.knows(x.4.head);
    (apart && two && !known && told_alike(a.statement, b.statement)).then_some(Held::Apart(
        Contrast::Other,
        x.4.span,
        y.4.span,
    ))
}

pub fn held(a: About, b: About) -> Option<Held> {
    if let Some(held) = held_by_two(a, b) {
        return Some(held);
    }
    let (x, y) = (a.statement.equal.as_ref()?, b.statement.equal.as_ref()?);
    let ((number, by, first), (other, also_by, second)) = (rank(a.ledger, x)?, rank(b.ledger, y)?);
    if by != also_by || x.head != y.head || !told_alike(a.statement, b.statement) || !one_thing(a, b) {
        return None;
    }
    // Among which others: both must say the same.
    let among = |at: About| -> Vec<Stem> {
        let beside = at.statement.beside.iter().filter(|(small, _)| matches!(small.as_str(), "in" | "on" | "of"));
        let mut words: Vec<Stem> = beside.flat_map(|(_, role)| role.words.iter().copied()).collect();
        words.sort_unstable();
        words
    };
    let alike = among(a) == among(b) && !among(a).is_empty();
    alike.then_some(if number == other { Held::Same } else { Held::Apart(Contrast::Rank, first, second) })
}
