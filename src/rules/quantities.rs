//! What the rules on quantities across places share: linked pairs whose values
//! differ, and whether time, speaker or bound tells them apart.

use super::Context;
use crate::align::{ClaimRef, Link, quantity_of};
use crate::claim::{Claim, Ledger};
use crate::compare::Verdict;
use crate::compare::amount::amounts;
use crate::lexicon::en::measured::{ATTRIBUTED, SHIFTED};
use crate::value::{Amount, TimeKind, Value};

/// How many words around an amount may tell of another moment or case.
const NEAR: usize = 6;

/// Two linked claims whose amounts are not the same.
pub struct Pair<'a> {
    pub link: &'a Link,
    pub first: Side<'a>,
    pub second: Side<'a>,
    pub verdict: Verdict,
}

#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub at: ClaimRef,
    pub ledger: &'a Ledger,
    pub claim: &'a Claim,
    pub amount: &'a Amount,
}

impl<'a> Side<'a> {
    fn of(context: &Context<'a>, at: ClaimRef) -> Option<Side<'a>> {
        let (ledger, claim) = context.claim(at)?;
        Some(Side { at, ledger, claim, amount: quantity_of(ledger, claim)? })
    }

    pub fn words(&self) -> &'a str {
        self.ledger.words(self.claim)
    }

    fn sentence_words(&self) -> impl Iterator<Item = &'a str> {
        let document = &self.ledger.document;
        document.sentence_tokens(self.claim.sentence).map(move |i| document.word(i))
    }

    /// Somebody is named who gives the figure.
    fn attributed(&self) -> bool {
        self.sentence_words().any(|w| ATTRIBUTED.contains(w))
    }

    fn shifted(&self) -> bool {
        let document = &self.ledger.document;
        let sentence = document.sentence_tokens(self.claim.sentence);
        let (first, next) = (document.token_at(self.claim.span.start), document.token_at(self.claim.span.end));
        let from = first.saturating_sub(NEAR).max(sentence.start);
        (from..(next + NEAR).min(sentence.end)).any(|i| SHIFTED.contains(document.word(i)))
    }

    fn dates(&self) -> impl Iterator<Item = crate::value::Stretch> {
        let document = &self.ledger.document;
        let sentence = document.sentences.get(self.claim.sentence).map(|s| s.span);
        self.ledger.mentions.iter().filter_map(move |m| match &m.value {
            Value::Time(t) if t.kind == TimeKind::Date && sentence.is_some_and(|s| s.contains(m.span)) => t.stretch,
            _ => None,
        })
    }
}

/// Pairs of comparable documents, each pair of places once.
pub fn pairs<'a>(context: &Context<'a>) -> Vec<Pair<'a>> {
    let alignment = context.alignment;
    let links = alignment.links.iter().filter(|l| context.comparable(l.a.document, l.b.document));
    links
        .filter_map(|link| {
            let (first, second) = (Side::of(context, link.a)?, Side::of(context, link.b)?);
            let verdict = amounts(first.amount, second.amount);
            Some(Pair { link, first, second, verdict })
        })
        .collect()
}

/// Why two different amounts may both be right; none where nothing tells them apart.
pub fn scope(pair: &Pair) -> Option<&'static str> {
    let (a, b) = (&pair.first, &pair.second);
    if a.amount.is_bound() || b.amount.is_bound() {
        return Some("at least one of them is a bound");
    }
    if a.attributed() || b.attributed() {
        return Some("the figures have speakers of their own");
    }
    if a.shifted() || b.shifted() {
        return Some("they speak of another moment or case");
    }
    let apart = a.dates().any(|x| b.dates().any(|y| !x.overlaps(&y)));
    apart.then_some("they are of different dates")
}

/// Does another place of the second document say what the first side says?
pub fn said_elsewhere(context: &Context, pair: &Pair) -> bool {
    let carries = |side: &Side, document: usize| {
        context.ledgers.get(document).is_some_and(|ledger| {
            ledger.mentions.iter().any(|m| match &m.value {
                Value::Amount(other) => !matches!(amounts(side.amount, other), Verdict::Conflict | Verdict::Unknown),
                _ => false,
            })
        })
    };
    let across = pair.first.at.document != pair.second.at.document;
    across && (carries(&pair.first, pair.second.at.document) || carries(&pair.second, pair.first.at.document))
}
