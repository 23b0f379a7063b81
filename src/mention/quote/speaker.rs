//! Who says a quotation: a name, noun phrase or pronoun beside a verb of saying,
//! right before or right after the quoted words, or after "according to".

use crate::document::Document;
use crate::lexicon::en::callings::calling;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::Span;
use std::ops::Range;

/// Verbs that report speech.
pub const SAYING: phf::Set<&str> = phf::phf_set! {
    "said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "adding", "wrote", "writes", "tweeted", "posted", "explained", "explains",
    "recalled", "recalls", "stated", "states", "noted", "notes", "replied", "replies", "asked", "asks", "insisted", "insists", "argued", "argues", "declared",
    "announced", "concluded", "continued", "continues", "commented", "warned", "warns", "joked", "quipped", "admitted", "claimed", "claims", "shouted", "called",
    "calls", "described", "describes", "remarked", "remembered", "observed", "observes", "reported", "reports", "testified", "vowed", "urged", "urges",
    "whispered", "cried", "exclaimed", "answered", "responded", "boasted", "complained", "confirmed", "denied", "emphasized", "emphasised", "stressed", "read",
    "reads", "sings", "sang", "thinks", "believes", "reveals", "revealed", "points", "pointed", "put", "puts", "acknowledged", "lamented", "predicted", "agreed",
};

const PRONOUNS: phf::Set<&str> = phf::phf_set! { "he", "she", "they", "it", "we", "i", "who", "you" };

/// Small words inside a name ("Ursula von der Leyen").
const PARTICLES: phf::Set<&str> = phf::phf_set! { "von", "van", "der", "den", "de", "da", "di", "bin", "al", "el", "la", "le", "of", "the", "for", "dos", "du" };

/// Words that may stand between a speaker and the verb or the quotation.
const LIGHT: phf::Set<&str> = phf::phf_set! { "also", "later", "then", "once", "recently", "has", "had", "have", "as", "that", "on", "in", "previously", "today", "yesterday" };

/// How many tokens around a quotation are looked at.
const REACH: usize = 14;

/// The speaker of the words that stand between tokens `quote` (marks included).
pub fn speaker(document: &Document, quote: Range<usize>) -> Option<Span> {
    after(document, quote.end).or_else(|| before(document, quote.start))
}

/// "…," said Ada Roth / Ada Roth said / she said / the minister, aged 50, said.
fn after(document: &Document, from: usize) -> Option<Span> {
    let from = if document.word(from) == "," { from + 1 } else { from };
    if SAYING.contains(document.word(from)) {
        return named(document, from + 1, from + 1 + REACH).map(|r| cover(document, r));
    }
    if document.word(from) == "according" && document.word(from + 1) == "to" {
        return named(document, from + 2, from + 2 + REACH).map(|r| cover(document, r));
    }
    let name = named(document, from, from + REACH)?;
    // "finance chief Ada Roth said".
    let called = || {
        let noun = name.start.checked_sub(1).is_some_and(|i| calling(document.word(i)).is_some());
        let plain = |i: usize| document.token(i).is_some_and(|t| t.is_word() && !t.capital);
        noun && (from..name.start).all(|i| plain(i) && !STOP_WORDS.contains(document.word(i)))
    };
    let article = name.start == from + 1 && document.word(from) == "the";
    if name.start != from && !article && !called() {
        return None;
    }
    let mut at = name.end;
    // An apposition: "Roth, 54, a lawyer, said".
    if document.word(at) == "," {
        at = (at + 1..at + REACH).find(|i| document.word(*i) == ",")? + 1;
    }
    (at..at + 3)
        .take_while(|i| *i == at || LIGHT.contains(document.word(i - 1)))
        .find(|i| SAYING.contains(document.word(*i)))?;
    Some(cover(document, name))
}

/// Ada Roth said: "…" / Roth told reporters that "…" / according to Roth, "…".
fn before(document: &Document, end: usize) -> Option<Span> {
    let floor = end.saturating_sub(REACH);
    let start = document.sentence_at(document.token(end.checked_sub(1)?)?.span.start);
    let floor = floor.max(document.sentence_tokens(start).start);
    let verb =
        (floor..end).rev().take(8).find(|i| SAYING.contains(document.word(*i)) || document.word(*i) == "according")?;
    if (verb + 1..end).any(|i| matches!(document.word(i), "." | ";" | "”" | "\"")) {
        return None;
    }
    if document.word(verb) == "according" {
        return named(document, verb + 2, end).map(|r| cover(document, r));
    }
    // The name ends right before the verb, light words or an apposition aside.
    let mut last = verb.checked_sub(1)?;
    while last > floor && LIGHT.contains(document.word(last)) {
        last -= 1;
    }
    if document.word(last) == "," {
        let comma = (floor..last).rev().find(|i| document.word(*i) == ",")?;
        last = comma.checked_sub(1)?;
    }
    ending(document, floor, last).map(|r| cover(document, r))
}

fn cover(document: &Document, range: Range<usize>) -> Span {
    let first = document.token(range.start).map_or(Span::default(), |t| t.span);
    range.end.checked_sub(1).and_then(|i| document.token(i)).map_or(first, |t| first.cover(t.span))
}

fn is_name(document: &Document, index: usize) -> bool {
    document.token(index).is_some_and(|t| t.is_word() && t.capital) && !matches!(document.word(index), "’s" | "'s")
}

/// The first noun phrase that could speak, from `from` on: a pronoun, "the minister", or a run of capitals with its title.
fn named(document: &Document, from: usize, until: usize) -> Option<Range<usize>> {
    let sentence = document.sentence_at(document.token(from)?.span.start);
    let until = until.min(document.sentence_tokens(sentence).end);
    if PRONOUNS.contains(document.word(from)) {
        return Some(from..from + 1);
    }
    let mut at = from;
    while at < until && !is_name(document, at) {
        // Titles and determiners may come first ("said the mayor, Ada Roth").
        if at - from > 4 || !document.token(at)?.is_word() || SAYING.contains(document.word(at)) {
            break;
        }
        at += 1;
    }
    if is_name(document, at) && at < until {
        let mut end = at + 1;
        while end < until
            && (is_name(document, end)
                || (PARTICLES.contains(document.word(end)) && is_name(document, end + 1))
                || (matches!(document.word(end), "-" | ".") && document.joined(end) && is_name(document, end + 1)))
        {
            end += 1;
        }
        return Some(at..end);
    }
    matches!(document.word(from), "the" | "a" | "an" | "his" | "her" | "their" | "one").then(|| {
        let end = (from + 1..until.min(from + 5))
            .find(|i| SAYING.contains(document.word(*i)) || !document.token(*i).is_some_and(|t| t.is_word()));
        from..end.unwrap_or(from + 2)
    })
}

/// The name that ends at token `last`.
fn ending(document: &Document, floor: usize, last: usize) -> Option<Range<usize>> {
    if PRONOUNS.contains(document.word(last)) {
        return Some(last..last + 1);
    }
    let mut start = last + 1;
    while start > floor {
        let i = start - 1;
        let particle = |i: usize| i >= floor && PARTICLES.contains(document.word(i));
        let named = |i: Option<usize>| i.is_some_and(|i| i >= floor && is_name(document, i));
        let linked = start <= last
            && particle(i)
            && (named(i.checked_sub(1)) || (i > 0 && particle(i - 1) && named(i.checked_sub(2))));
        if !is_name(document, i) && !linked {
            break;
        }
        start = i;
    }
    if start <= last {
        return Some(start..last + 1);
    }
    let the = (floor..last).rev().take(4).find(|i| matches!(document.word(*i), "the" | "a" | "his" | "her"))?;
    let worded = (the..last + 1).all(|i| document.token(i).is_some_and(|t| t.is_word()));
    worded.then_some(the..last + 1)
}
