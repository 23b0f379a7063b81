//! Lists that a counted noun announces: "three parts: frame, motor and lamp",
//! "two languages (English and Spanish)". Count and mark say that a list follows and
//! where it ends, so its items need not look alike, and a pair will do. What could be
//! cut in more than one way is not read here.

use super::super::{Mention, Scope};
use super::{item, mention};
use crate::document::Document;
use crate::lexicon::en::lists::{CLAUSE_WORDS, NAME_TAILS, NOT_NOUNS, PREPOSITIONS};
use crate::lexicon::en::nouns::is_plural;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::text::Span;
use crate::value::{Closedness, Member};
use std::ops::Range;

/// The longest announced list and its longest item, in tokens.
const LONGEST: usize = 120;
const LONGEST_ITEM: usize = 9;
/// How many words may stand between the count and the mark.
const REACH: usize = 7;

/// The list behind the mark at token `mark`, and the token at which it ends.
pub fn after(scope: &Scope, sentence: Range<usize>, mark: usize) -> Option<(Mention, usize)> {
    if !is_announced(scope, sentence.start, mark) {
        return None;
    }
    let document = scope.document;
    let end = closing(document, mark, sentence.end)?;
    if is_example(document, mark) {
        return None;
    }
    let items = items(document, mark + 1..end)?;
    // "three gates: one for boats, and one for rafts"
    if items.iter().any(|item| matches!(document.word(item.start), "one" | "two" | "three")) {
        return None;
    }
    let members = items.into_iter().map(|range| member(scope, range)).collect::<Option<Vec<Member>>>()?;
    if item::describes(&members) {
        return None;
    }
    // "four files: the north pages/index and the south pages/index": a stroke names two in one.
    let in_pairs = members.iter().all(|m| document.slice(m.span).contains('/'));
    mention(members, if in_pairs { Closedness::Open } else { Closedness::Closed }, 0).map(|list| (list, end))
}

/// "(e.g. north and south)"
fn is_example(document: &Document, mark: usize) -> bool {
    let word = |i: usize| document.word(i);
    let abbreviated = word(mark + 1) == "e" && word(mark + 3) == "g";
    word(mark) == "(" && (matches!(word(mark + 1), "e.g" | "e.g.") || abbreviated)
}

/// Does a count with its plural noun stand before the mark: "four areas:", "four kinds of work:"?
fn is_announced(scope: &Scope, start: usize, mark: usize) -> bool {
    let document = scope.document;
    let mut plural = false;
    for at in (start..mark).rev().take(REACH) {
        let Some(token) = document.token(at) else { return false };
        let word = document.slice_lower(token.span);
        let counts = plural && scope.whole_numbers(token.span).next().is_some();
        if counts {
            return true;
        }
        let links = at + 1 < mark && matches!(word, "of" | "for" | "to" | "the" | "-" | "/");
        if !links && (!token.is_word() || STOP_WORDS.contains(word) || NOT_NOUNS.contains(word)) {
            return false;
        }
        plural |= is_plural(word);
    }
    false
}

/// The token that ends the list: the bracket or dash that answers the mark, or the sentence's end.
fn closing(document: &Document, mark: usize, sentence: usize) -> Option<usize> {
    let opened = document.word(mark);
    for at in (mark + 1..sentence).take(LONGEST) {
        match document.word(at) {
            ")" if opened != "—" && opened != "–" => return Some(at),
            "—" | "–" if matches!(opened, "—" | "–") => return Some(at),
            ";" | ":" | "(" | "[" | "“" | "—" | "–" | ")" => return None,
            "." | "!" | "?" | "”" | "\""
                if (at + 1..sentence).all(|i| matches!(document.word(i), "." | "”" | "\"")) =>
            {
                return (opened != "(").then_some(at);
            }
            "\"" | "?" | "!" => return None,
            _ => {}
        }
    }
    (opened != "(" && sentence - mark <= LONGEST).then_some(sentence)
}

/// Cut at the commas and at the one coordinator, which stands before or in what follows the last comma.
fn items(document: &Document, range: Range<usize>) -> Option<Vec<Range<usize>>> {
    let find = |word: &str| range.clone().filter(|i| document.word(*i) == word).collect::<Vec<usize>>();
    let (ands, ors, commas) = (find("and"), find("or"), find(","));
    let coordinator = match (ands.as_slice(), ors.as_slice()) {
        ([and], []) => *and,
        ([and], _) if !commas.is_empty() => *and,
        ([], [or]) => *or,
        _ => return None,
    };
    if commas.last().is_some_and(|comma| *comma > coordinator) {
        return None;
    }
    let mut items: Vec<Range<usize>> = Vec::new();
    let mut start = range.start;
    for stop in commas.into_iter().chain([coordinator, range.end]) {
        let tail = items.last_mut().filter(|_| NAME_TAILS.contains(document.word(start)));
        match tail {
            // "Otto Lind, Jr., and Ada Lind" are two.
            Some(name) if stop - start <= 2 => name.end = stop,
            _ if start < stop => items.push(start..stop),
            _ => {}
        }
        start = stop + 1;
    }
    // "in York, in Bath and in Hull", but not "for example, a house and a barn".
    let opens = |item: &&Range<usize>| {
        document.token(item.start).is_some_and(|t| !t.capital) && PREPOSITIONS.contains(document.word(item.start))
    };
    let opened = items.iter().filter(opens).count();
    (items.len() >= 2 && (opened == 0 || opened == items.len())).then_some(items)
}

/// Words that make a clause of an item, or a count of it, make it no member.
fn member(scope: &Scope, range: Range<usize>) -> Option<Member> {
    let document = scope.document;
    let range = item::skip_article(document, range);
    let first = document.token(range.start)?;
    let last = document.token(range.end.checked_sub(1)?)?;
    let span: Span = first.span.cover(last.span);
    let is_clause = |i: usize| {
        let lower = document.token(i).is_some_and(|t| !t.capital);
        let word = document.word(i);
        lower && (CLAUSE_WORDS.contains(word) || NOT_NOUNS.contains(word))
    };
    if range.is_empty() || range.len() > LONGEST_ITEM || !first.is_word() || range.clone().any(is_clause) {
        return None;
    }
    if scope.taken(span) {
        return None;
    }
    if first.capital { item::named(scope, range) } else { item::common(scope, range) }
}
