//! Who says a quotation: the subject of the clause that reports it. That clause leads to
//! the words (`Roth said: "…"`, `Roth said that the dam "…"`), or hangs on them by a comma
//! behind the closing mark (`"…," Roth said`). A sentence that begins there is another's.

use super::doubt::ADJUNCTS;
use super::subject::{after_verb, ahead_of, opening};
use crate::document::Document;
use crate::text::{Span, WordSet, word_set};
use std::ops::Range;

/// Verbs that report speech.
pub const SAYING: WordSet = word_set! {
    "said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "adding", "wrote", "writes", "tweeted", "posted", "explained", "explains",
    "recalled", "recalls", "stated", "states", "noted", "notes", "replied", "replies", "asked", "asks", "insisted", "insists", "argued", "argues", "declared",
    "announced", "concluded", "continued", "continues", "commented", "warned", "warns", "joked", "quipped", "admitted", "claimed", "claims", "shouted", "called",
    "calls", "described", "describes", "remarked", "remembered", "observed", "observes", "reported", "reports", "testified", "vowed", "urged", "urges",
    "whispered", "cried", "exclaimed", "answered", "responded", "boasted", "complained", "confirmed", "denied", "emphasized", "emphasised", "stressed", "read",
    "reads", "sings", "sang", "thinks", "believes", "reveals", "revealed", "points", "pointed", "put", "puts", "acknowledged", "lamented", "predicted", "agreed",
};

/// How many tokens around a quotation are looked at.
const REACH: usize = 14;
/// So near stands the verb that leads to a quotation.
const NEAR: usize = 8;

/// The words in question: the tokens of the quotation with its marks, and how it ends.
pub struct Quoted<'a> {
    pub tokens: Range<usize>,
    /// The last part inside the marks.
    pub said: &'a str,
    /// The tokens of its block.
    pub block: Range<usize>,
}

pub fn speaker(document: &Document, quoted: &Quoted) -> Option<Span> {
    let range = leading(document, quoted, true)
        .or_else(|| hanging(document, quoted))
        .or_else(|| leading(document, quoted, false))?;
    let first = document.token(range.start)?.span;
    Some(range.end.checked_sub(1).and_then(|i| document.token(i)).map_or(first, |t| first.cover(t.span)))
}

/// "…," said Ada Roth / Ada Roth said / she said / the minister, aged 50, said.
fn hanging(document: &Document, quoted: &Quoted) -> Option<Range<usize>> {
    let comma = document.word(quoted.tokens.end) == ",";
    let from = quoted.tokens.end + usize::from(comma);
    let first = document.token(from).filter(|_| quoted.block.contains(&from))?;
    let end = quoted.said.trim_end().chars().next_back()?;
    let hangs = comma || !first.capital || !matches!(end, '.' | '…' | '?' | '!');
    if !hangs && !matches!(end, '?' | '!') {
        return None;
    }
    let until = document.sentence_tokens(document.sentence_at(first.span.start)).end.min(quoted.block.end);
    if SAYING.contains(document.word(from)) {
        return after_verb(document, from + 1..until.min(from + 1 + REACH));
    }
    if document.word(from) == "according" && document.word(from + 1) == "to" {
        return after_verb(document, from + 2..until.min(from + 2 + REACH));
    }
    let mut ahead = (from..until.min(from + 2 * REACH)).take_while(|i| !stops(document, *i));
    let verb = ahead.find(|i| says(document, *i))?;
    // `"We won!" Roth said on Sunday.`, but not `"We won!" Roth said that it had been close.`
    let complete = || {
        let next = document.token(verb + 1).filter(|_| verb + 1 < until);
        let word = document.word(verb + 1);
        next.is_none_or(|t| t.capital || ADJUNCTS.contains(word) || matches!(word, "." | "," | ";"))
    };
    if hangs || complete() { opening(document, from..verb) } else { None }
}

/// Ada Roth said: "…" / Roth told reporters that "…" / according to Roth, "…". Where `close`, nothing but a colon or
/// comma stands between.
fn leading(document: &Document, quoted: &Quoted, close: bool) -> Option<Range<usize>> {
    let end = quoted.tokens.start;
    let last = end.checked_sub(1)?;
    let colon = document.word(last) == ":";
    let own = colon || quoted.block.contains(&last);
    let sentence = document.sentence_tokens(document.sentence_at(document.token(last)?.span.start));
    let floor = sentence.start.max(end.saturating_sub(NEAR));
    let named = |i: &usize| says(document, *i) || document.word(*i) == "according";
    let verb = (floor..end).rev().find(named).filter(|_| own)?;
    if (verb + 1..last).any(|i| stops(document, i)) || matches!(document.word(last), "." | ";" | "”" | "\"" | "''") {
        return None;
    }
    let adjoining = colon || verb == last || (verb + 1 == last && document.word(last) == ",");
    if close && !adjoining {
        return None;
    }
    if document.word(verb) == "according" {
        return after_verb(document, verb + 2..end);
    }
    ahead_of(document, sentence.start, reporting(document, sentence.start, verb)?)
}

/// The verb that has the subject: of "Roth said it was over, adding: …" the first one.
fn reporting(document: &Document, start: usize, verb: usize) -> Option<usize> {
    const BACK: usize = 60;
    let before = verb.checked_sub(1).map_or("", |i| document.word(i));
    if !(document.word(verb).ends_with("ing") || matches!(before, "and" | "but")) {
        return Some(verb);
    }
    let finite = |i: &usize| says(document, *i) && !document.word(*i).ends_with("ing");
    (start.max(verb.saturating_sub(BACK))..verb).rev().find(finite)
}

/// A verb of saying; "so-called" is none.
fn says(document: &Document, at: usize) -> bool {
    SAYING.contains(document.word(at)) && !document.joined(at)
}

/// A mark that a clause does not go over.
fn stops(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "." | ";" | ":" | "”" | "“" | "\"" | "''" | "``" | "?" | "!") && !initial(document, at)
}

/// The stop of "J." or "Dr."
fn initial(document: &Document, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| document.token(i));
    document.word(at) == "." && document.joined(at) && before.is_some_and(|t| t.capital && t.span.len() <= 4)
}
