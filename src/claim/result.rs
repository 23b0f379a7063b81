//! How a match ended, by sentences that tell who beat whom and give one score: "Torp beat Kessel 3-1".

use super::{Ledger, Stem, is_content, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::forms::{irregular, regular};
use crate::lexicon::en::matches::{COUNTED, DECIDING, LEADING, OCCASIONS, OTHERS};
use crate::lexicon::en::numerals::{NUMERALS, Numeral};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::text::Span;
use std::ops::Range;

#[derive(Debug, Clone)]
pub struct Score {
    pub sentence: usize,
    /// The greater figure first: both sides of a match tell it in their own order.
    pub figures: (u32, u32),
    pub span: Span,
    /// The names of the sentence, sorted.
    pub names: Vec<Stem>,
    /// Its words of time, and those for which match it is.
    pub moments: Vec<Stem>,
    /// A verb of winning or losing stands in the sentence.
    pub decides: bool,
    /// No other score stands in the text.
    pub is_alone: bool,
}

/// No side of a match has more.
const MOST: u32 = 250;
/// The sentences of prose with one score and a verb of winning or losing, or with the only score of the text.
pub fn scores(ledger: &Ledger) -> Vec<Score> {
    let document = &ledger.document;
    let mut found: Vec<Score> = Vec::new();
    let (mut at, mut told) = (0, 0);
    while let Some(next) = (at..document.tokens.len()).find(|i| figures(ledger, *i).is_some()) {
        let tokens =
            document.token(next).map_or(0..0, |t| document.sentence_tokens(document.sentence_at(t.span.start)));
        at = tokens.end.max(next + 1);
        let mut all = tokens.clone().filter_map(|i| figures(ledger, i));
        told += 1;
        let (Some((figures, span)), None) = (all.next(), all.next()) else { continue };
        let sentence = document.sentence_at(span.start);
        let prose = document.block_of(sentence).is_some_and(|b| b.kind == BlockKind::Paragraph);
        let decides = tokens.clone().any(|i| decides(document.word(i)));
        // "The last match" may be this one, and so is one that was lost "at first"; "last season" is not.
        let before = |i: usize| i.checked_sub(1).map_or("", |i| document.word(i));
        let definite = |i: usize| matches!(document.word(i), "first" | "last") && matches!(before(i), "the" | "at");
        let other = tokens.clone().any(|i| OTHERS.contains(document.word(i)) && !definite(i));
        let at_first = document.token_at(span.start);
        let leads = (at_first.saturating_sub(3)..at_first).any(|i| LEADING.contains(document.word(i)));
        if !prose || other || leads || ledger.is_quoted(span) {
            continue;
        }
        let words = || tokens.clone().filter(|i| document.token(*i).is_some_and(|t| t.is_word()));
        let capital = |i: &usize| document.token(*i).is_some_and(|t| t.capital) && is_content(document.word(*i));
        let of = |wanted: &dyn Fn(&usize) -> bool| {
            let mut stems: Vec<Stem> = words().filter(|i| wanted(i)).map(|i| stem(document.word(i))).collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        };
        let names = of(&|i| capital(i) && !CALENDAR.contains(document.word(*i)));
        found.push(Score {
            sentence,
            figures,
            span,
            names,
            decides,
            is_alone: false,
            moments: {
                let clause = clause(document, &tokens, at_first);
                let of_time = |word: &str| CALENDAR.contains(word) || OCCASIONS.contains(word);
                of(&|i| clause.contains(i) && of_time(document.word(*i)))
            },
        });
    }
    if let ([one], 1) = (&mut found[..], told) {
        one.is_alone = true;
    }
    found.retain(|score| score.decides || score.is_alone);
    found
}

/// The words around a token up to the next joint on both sides: "beat Kessel 3-1 on Sunday, and meet Torp on Monday".
fn clause(document: &Document, sentence: &Range<usize>, at: usize) -> Range<usize> {
    let ends = |i: &usize| matches!(document.word(*i), ";" | "and" | "but" | "who" | "which");
    let start = (sentence.start..at).rev().find(ends).map_or(sentence.start, |i| i + 1);
    start..(at..sentence.end).find(ends).unwrap_or(sentence.end)
}

/// "3-1", "88 to 79", "four goals to two", at this token.
fn figures(ledger: &Ledger, at: usize) -> Option<((u32, u32), Span)> {
    let document = &ledger.document;
    let number = |i: usize| {
        let word = document.word(i);
        let digits = || word.parse::<u32>().ok().filter(|_| word.len() == 1 || !word.starts_with('0'));
        digits().or_else(|| spelled(word)).filter(|n| *n <= MOST)
    };
    let first = number(at)?;
    let counted = usize::from(COUNTED.contains(document.word(at + 1)) && document.word(at + 2) == "to");
    let (joint, last) = (at + 1 + counted, at + 2 + counted);
    let second = number(last)?;
    let joined = matches!(document.word(joint), "-" | "–" | "to");
    let before = at.checked_sub(1).map_or("", |i| document.word(i));
    let after = document.word(last + 1);
    let more = |word: &str| matches!(word, "-" | "–" | "/" | "." | ":" | "from");
    let span = document.token(at)?.span.cover(document.token(last)?.span);
    // "3-1-2", "from 3 to 1" and what counts a thing are no scores; "." ends a sentence.
    let counts = document.word(joint) == "to"
        && counted == 0
        && document.token(last + 1).is_some_and(|t| t.is_word())
        && !matches!(after, "in" | "on" | "at" | "against" | "and");
    // "Improved to 11-4", "Torp (3-1)": how many matches were won and lost.
    let record = document.word(joint) != "to" && matches!(before, "to" | "(" | "are" | "is" | "now" | "at" | "went");
    let free = !more(before) && !record && !counts;
    let alone = after == "." || !more(after);
    (joined && free && alone).then_some(((first.max(second), first.min(second)), span))
}

fn spelled(word: &str) -> Option<u32> {
    match NUMERALS.get(word)? {
        Numeral::Small(n) => Some(u32::from(*n)),
        _ => None,
    }
}

fn decides(word: &str) -> bool {
    DECIDING.contains(word)
        || irregular(word).any(|(_, base)| DECIDING.contains(base))
        || regular(word).any(|(_, base)| DECIDING.contains(base.as_str()))
}
