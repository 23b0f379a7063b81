//! What opens a list: the word that says what its members are or what is done with them, and whose they are.
//!
//! Two lists are the same list only if the text says so around them: many lists of a folder share members
//! ("flights, hotels and cars" that one books, and that one may change).

use super::{Claim, Ledger, Stem, is_content, stem};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::people::is_person;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{List, Member, MemberKind, Value};
use std::ops::Range;

/// How far before a list the word stands that opens it.
const REACH: usize = 5;

#[derive(Debug, Default, Clone)]
pub struct Opening {
    /// The nearest content word before the list, or behind one that opens its sentence.
    pub head: Option<Stem>,
    /// Nothing but an article stands between the two: "to target bakers, millers and brewers".
    pub is_object: bool,
    /// Sorted, without doubles: the content words around the list, and the names among them.
    pub words: Vec<Stem>,
    pub names: Vec<Stem>,
    /// "The goals of this course are:" is said of every course by its own page.
    pub of_its_page: bool,
    /// The tokens before and behind the list in its sentence; of bullets, of the line that introduces them.
    around: [Range<usize>; 2],
}

impl Opening {
    /// "Besides Norway, the fund has Peru, Chile and Kenya": is the member named right outside the list? `words`
    /// are what the other list writes.
    pub fn names(&self, ledger: &Ledger, member: &Member, words: &str) -> bool {
        let document = &ledger.document;
        let words: Vec<&str> = words.split([' ', '\n']).collect();
        self.around.iter().any(|range| {
            let (from, to) = (document.token(range.start), document.token(range.end.saturating_sub(1)));
            let Some((from, to)) = from.zip(to).filter(|_| !range.is_empty()) else { return false };
            let first = ledger.mentions.partition_point(|m| m.span.start < from.span.start);
            let mut mentions = ledger.mentions.iter().skip(first).take_while(|m| m.span.start <= to.span.start);
            let written = |at: usize| words.iter().zip(at..).all(|(w, i)| document.word(i).eq_ignore_ascii_case(w));
            let entity = |m: &Mention| matches!(&m.value, Value::Name(name) if name.entity == member.key);
            mentions.any(entity) || range.clone().take((range.len() + 1).saturating_sub(words.len())).any(written)
        })
    }
}

/// What stands around a list.
pub fn opening(ledger: &Ledger, claim: &Claim) -> Opening {
    let document = &ledger.document;
    let around = document.sentence_tokens(claim.sentence);
    let (first, end) = (document.token_at(claim.span.start), document.token_at(claim.span.end));
    let (before, behind) = match introduced_by(document, claim) {
        Some(line) => (line, 0..0),
        None => (around.start..first, end.min(around.end)..around.end),
    };
    let mut opening = Opening::default();
    let is_head = |i: &usize| is_word(document, *i) && !matches!(document.word(*i), "following" | "follows" | "below");
    let label = document.block_of(claim.sentence).and_then(|b| b.label.as_deref()).unwrap_or_default().to_lowercase();
    let labelled = label.split(' ').filter(|w| is_content(w)).map(stem);
    let near = before.clone().rev().take(REACH).take_while(|i| !ends_clause(document, *i)).find(is_head);
    let head = near.or_else(|| behind.clone().take(REACH).find(is_head).filter(|_| before.is_empty()));
    opening.head = head.map(|i| stem(document.word(i))).or_else(|| labelled.clone().next_back());
    opening.is_object = near.is_some_and(|i| (i + 1..before.end).all(|k| is_article(document.word(k))));
    opening.words = before
        .clone()
        .chain(behind.clone())
        .filter(|i| is_word(document, *i))
        .map(|i| stem(document.word(i)))
        .collect();
    opening.words.extend(labelled);
    let named = |i: &usize| {
        let word = document.word(*i);
        *i != around.start
            && document.token(*i).is_some_and(|t| t.capital)
            && is_word(document, *i)
            && !CALENDAR.contains(word)
    };
    opening.names = before.clone().chain(behind.clone()).filter(named).map(|i| stem(document.word(i))).collect();
    opening.of_its_page = is_of_its_page(document, before.clone());
    opening.around = [before, behind];
    for stems in [&mut opening.words, &mut opening.names] {
        stems.sort_unstable();
        stems.dedup();
    }
    opening
}

/// Of bullets: the last sentence of the block before them.
fn introduced_by(document: &Document, claim: &Claim) -> Option<Range<usize>> {
    let block = document.sentences.get(claim.sentence)?.block as usize;
    let bullets = document.blocks.get(block).is_some_and(|b| b.kind == BlockKind::ListItem)
        && document.sentence_at(claim.span.end.saturating_sub(1)) != claim.sentence;
    let before = document.blocks.get(block.checked_sub(1)?).filter(|_| bullets)?;
    Some(document.sentence_tokens(document.sentence_at(before.span.end.saturating_sub(1))))
}

fn is_word(document: &Document, index: usize) -> bool {
    document.token(index).is_some_and(|t| t.is_word()) && is_content(document.word(index))
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "their" | "his" | "her" | "all")
}

fn ends_clause(document: &Document, index: usize) -> bool {
    matches!(document.word(index), ";" | "." | "(" | ")")
}

/// "this assignment", "on this page": what is said of it holds for the page it stands on.
fn is_of_its_page(document: &Document, mut before: Range<usize>) -> bool {
    before.any(|i| document.word(i) == "this" && is_word(document, i + 1) && !CALENDAR.contains(document.word(i + 1)))
}

/// Are most of the members people?
pub fn is_of_people(document: &Document, list: &List) -> bool {
    let last = |span: Span| document.word(document.token_at(span.end).saturating_sub(1));
    let people = list.members.iter().filter(|m| m.kind == MemberKind::Common && is_person(last(m.span))).count();
    people * 2 > list.members.len()
}
