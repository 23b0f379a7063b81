//! The words of the clause around a value, as a reader would point at it where no noun names it:
//! "Claims must be submitted within …", "default timeout", "Longer boats pay … a night".

use super::facts::{Fact, FactKind};
use crate::claim::{Ledger, is_content};
use crate::document::{BlockKind, Document};
use crate::text::Span;
use crate::value::Value;
use std::ops::Range;

/// The most words before the value, and behind it.
const LEFT: usize = 6;
const RIGHT: usize = 4;
/// So many words that tell something say what a value is about.
const ENOUGH: usize = 2;
/// How far up a heading is looked for, in blocks.
const ABOVE: usize = 60;

/// Words of one side of a value: token ranges that leave out other values.
type Pieces = Vec<Range<usize>>;

/// The phrase around words that are no fact.
pub fn phrase_at(ledger: &Ledger, value: Span, sentence: usize) -> Option<String> {
    let kind = FactKind::Quantity;
    phrase(ledger, &Fact { kind, span: value, value, sentence, mention: usize::MAX, claim: None, roster: None })
}

pub fn phrase(ledger: &Ledger, fact: &Fact) -> Option<String> {
    let document = &ledger.document;
    let sentence = document.sentence_tokens(fact.sentence);
    let (from, to) = (document.token_at(fact.value.start), document.token_at(fact.value.end));
    if let Some(label) = from.checked_sub(1).filter(|i| matches!(document.word(*i), "=" | ":") && sentence.contains(i))
        && let Some(name) = label.checked_sub(1).filter(|last| *last >= sentence.start).and_then(|last| {
            noun_phrase(document, sentence.start, last).or_else(|| Some(document.written(last).to_owned()))
        })
    {
        return Some(name);
    }
    let mut left = before(ledger, sentence.start, from, false);
    let right = behind(ledger, to, sentence.end);
    if content(document, &left) == 0 && right.iter().map(ExactSizeIterator::len).sum::<usize>() < ENOUGH {
        left = before(ledger, sentence.start, from, true);
    }
    if let Some(name) = named(ledger, &left, fact) {
        return Some(name);
    }
    let (mut left, told) = (slice(document, &left), content(document, &left));
    let next = document.word(to);
    let wanted = told < ENOUGH || matches!(next, "per" | "a" | "an" | "each" | "every" | "more");
    let right = if wanted { right } else { Pieces::new() };
    let (right, more) = (slice(document, &right), content(document, &right));
    if told == 0 && more > 0 && !matches!(next, "from" | "than") {
        left.clear();
    }
    let words = match (left.is_empty(), right.is_empty()) {
        (true, true) => return beside(ledger, fact, sentence.start, from).or_else(|| heading(document, fact.sentence)),
        (true, false) => right,
        (false, true) if told == 1 && !left.contains(' ') => left,
        (false, true) => format!("{left} …"),
        (false, false) => format!("{left} … {right}"),
    };
    let above = (told + more < ENOUGH).then(|| heading(document, fact.sentence)).flatten();
    Some(match above {
        Some(heading) if heading.ends_with(|c: char| c.is_ascii_punctuation()) => format!("{heading} {words}"),
        Some(heading) => format!("{heading} – {words}"),
        None => words,
    })
}

/// "2.4.1 (4 March 2025)": the date of 2.4.1.
fn beside(ledger: &Ledger, fact: &Fact, start: usize, from: usize) -> Option<String> {
    let document = &ledger.document;
    let other = document.token(start).filter(|t| start < from && t.is_number())?;
    let whole = value_at(ledger, start).unwrap_or(other.span);
    Some(format!("{} of {}", fact.kind.name(), document.slice(whole)))
}

/// The noun phrase that the words before a value end in, where they name it: "default timeout is now", "surplus of", "Ubuntu".
fn named(ledger: &Ledger, left: &Pieces, fact: &Fact) -> Option<String> {
    let document = &ledger.document;
    let [only] = left.as_slice() else { return None };
    let last = only.end.checked_sub(1)?;
    if document.word(last) == "of" {
        return noun_phrase(document, only.start, last.checked_sub(1)?);
    }
    let mut end = only.end;
    while let Some(i) = end.checked_sub(1).filter(|i| only.contains(i) && is_copula(document.word(*i))) {
        end = i;
    }
    let name = noun_phrase(document, only.start, end.checked_sub(1)?)?;
    // "to hire 60" names nothing, "on port 8080" does.
    if written(document, only.start, end).strip_suffix(&name).is_some_and(|before| before.trim_end().ends_with("to")) {
        return None;
    }
    let bare = matches!(fact.of(ledger), Some(Value::Version(_))) || document.slice(fact.value).parse::<f64>().is_ok();
    let whole = written(document, only.start, end);
    let is_all = whole.trim_start_matches("The ").trim_start_matches("the ") == name;
    (if end == only.end { bare } else { is_all }).then_some(name)
}

fn is_copula(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "were"
            | "now"
            | "currently"
            | "about"
            | "only"
            | "roughly"
            | "approximately"
            | "some"
            | "nearly"
    )
}

/// The words that tell something up to token `last`, without a gap between them.
fn noun_phrase(document: &Document, start: usize, last: usize) -> Option<String> {
    const LONGEST: usize = 4;
    let fits = |i: usize| {
        let inner = document.joined(i) && document.joined(i + 1) && !document.word(i).contains([':', '=', '(']);
        is_told(document, i) || (inner && i < last)
    };
    let first = (start..=last).rev().take(LONGEST * 2).take_while(|i| fits(*i)).last()?;
    Some(written(document, first, last + 1))
}

/// The words of the clause before token `from`, or further back, without other values and what leads to them.
fn before(ledger: &Ledger, start: usize, from: usize, further: bool) -> Pieces {
    let document = &ledger.document;
    let mut kept: Vec<usize> = Vec::new();
    let mut at = from;
    let (mut words, mut told) = (0, 0);
    while let Some(i) = at.checked_sub(1).filter(|i| *i >= start && words < LEFT) {
        if let Some(value) = value_at(ledger, i) {
            at = document.token_at(value.start);
            while let Some(before) = at.checked_sub(1).filter(|i| *i >= start && is_leading(document, *i)) {
                at = before;
            }
            continue;
        }
        if document.word(i) == "times" && i.checked_sub(1).is_some_and(|i| value_at(ledger, i).is_some()) {
            at = i;
            continue;
        }
        if ends_clause(document, i) && (told > 0 || !further) {
            break;
        }
        if is_conjunction(document.word(i)) {
            kept.clear();
            at = i;
            continue;
        }
        if document.token(i).is_some_and(|t| t.is_word()) {
            words += 1;
            told += usize::from(is_told(document, i));
        }
        kept.push(i);
        at = i;
    }
    kept.reverse();
    let cut = words == LEFT && at > start;
    let opens = |i: &usize| {
        let word = document.word(*i);
        let mark = !document.token(*i).is_some_and(|t| t.is_word());
        mark || matches!(word, "the" | "a" | "an") || (cut && !is_content(word))
    };
    let first = kept.iter().position(|i| !opens(i)).unwrap_or(kept.len());
    runs(document, kept.get(first..).unwrap_or_default())
}

fn behind(ledger: &Ledger, to: usize, end: usize) -> Pieces {
    let document = &ledger.document;
    // "$85 per day": the measure of the value belongs to it.
    let first = document.token(to).map_or(0, |t| t.span.start);
    let stops = |i: usize| value_at(ledger, i).is_some_and(|v| v.start > first) || ends_clause(document, i);
    let mut kept: Vec<usize> = (to..end).take_while(|i| !stops(*i)).take(RIGHT).collect();
    while kept.last().is_some_and(|i| !is_told(document, *i)) {
        kept.pop();
    }
    runs(document, &kept)
}

/// A word that only leads to a value: "at", "on".
fn is_leading(document: &Document, i: usize) -> bool {
    document.token(i).is_some_and(|t| t.is_word()) && !is_content(document.word(i)) && !is_copula(document.word(i))
}

fn ends_clause(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    let mark = document.token(i).is_some_and(|t| !t.is_word() && !t.is_number());
    let inner = document.joined(i) && document.joined(i + 1) && !matches!(word, "—" | "(" | ":");
    let quiet = matches!(word, "$" | "€" | "£" | "%" | "'" | "’" | "`" | "*" | "_" | "#" | "/" | "-" | "&");
    (mark && !inner && !quiet)
        || is_conjunction(word)
        || matches!(word, "that" | "which" | "who" | "where" | "when" | "because" | "while" | "if" | "although")
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "and" | "or" | "but" | "nor")
}

fn is_told(document: &Document, i: usize) -> bool {
    document.token(i).is_some_and(|t| t.is_word()) && is_content(document.word(i))
}

fn content(document: &Document, pieces: &Pieces) -> usize {
    pieces.iter().cloned().flatten().filter(|i| is_told(document, *i)).count()
}

/// Another value that token `i` is part of.
fn value_at(ledger: &Ledger, i: usize) -> Option<Span> {
    const NEAR: usize = 8;
    let span = ledger.document.token(i)?.span;
    let until = ledger.mentions.partition_point(|m| m.span.start < span.end);
    let near = ledger.mentions.iter().take(until).rev().take(NEAR).filter(|m| m.span.overlaps(span));
    near.filter(|m| matches!(m.value, Value::Time(_) | Value::Amount(_) | Value::Version(_))).map(|m| m.span).next()
}

/// Words that follow each other, together, without the marks at their ends.
fn runs(document: &Document, tokens: &[usize]) -> Pieces {
    let word = |i: &&usize| document.token(**i).is_some_and(|t| t.is_word() || t.is_number());
    let run = |run: &[usize]| Some(*run.iter().find(word)?..run.iter().rev().find(word)? + 1);
    tokens.chunk_by(|a, b| a + 1 == *b).filter_map(run).collect()
}

fn slice(document: &Document, pieces: &Pieces) -> String {
    pieces.iter().map(|piece| written(document, piece.start, piece.end)).collect::<Vec<_>>().join(" ")
}

/// The words from one token to before another, in one line.
fn written(document: &Document, start: usize, end: usize) -> String {
    let ends = document.token(start).zip(end.checked_sub(1).and_then(|last| document.token(last)));
    let words = ends.map_or("", |(first, last)| document.slice(first.span.cover(last.span)));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The heading that a sentence stands under, if it is not the document's title.
fn heading(document: &Document, sentence: usize) -> Option<String> {
    let block = document.sentences.get(sentence)?.block as usize;
    if document.blocks.get(block)?.kind == BlockKind::Heading {
        return None;
    }
    let above = document.blocks.get(..block)?.iter().rev().take(ABOVE).find(|b| b.kind == BlockKind::Heading)?;
    (above.level > 1).then(|| document.slice(above.span).trim().to_owned())
}
