//! # name/both-sides
//!
//! ## What it reports
//!
//! One name on both sides of what takes two: a match, a meeting, a marriage, a merger, a
//! succession.
//!
//! ## Why
//!
//! Of two names that a writer held apart, one was written twice.
//!
//! ## Example
//!
//! > Harwick lost 2-1 to Harwick on Saturday.
//!
//! Harwick cannot have lost to Harwick.
//!
//! ## What it leaves alone
//!
//! A name that goes on ("Harwick Ladies") or owns what follows ("Harwick's reserves"), a
//! surname that two people of the document bear, anything with another name, a comma or
//! a second clause between the two.
//!
//! ## How to silence
//!
//! Put the other name back, or name both in full.
//! Where it is meant: `allow name/both-sides`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::document::Document;
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::lexicon::en::two_sided::{DEEDS, TOWARDS};
use crate::text::Span;
use crate::value::{Name, NameKind, Value};
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "name/both-sides",
    severity: Severity::Warning,
    summary: "one name on both sides of what takes two",
    source: include_str!("name_both_sides.rs"),
    yields_to: &[],
    check,
};

/// How many tokens may stand between the two.
const FARTHEST: usize = 16;

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let names: Vec<(Span, &Name)> = ledger
            .mentions
            .iter()
            .filter_map(|m| if let Value::Name(name) = &m.value { Some((m.span, name)) } else { None })
            .collect();
        for pair in names.windows(2) {
            let [(first, a), (second, b)] = *pair else { continue };
            if is_one(&ledger.document, (first, a), (second, b))
                && let Some(deed) = deed(&ledger.document, first, second)
            {
                outcome.report(finding(index, &ledger.document, first, second, deed));
            }
        }
    }
}

fn finding(index: usize, document: &Document, first: Span, second: Span, deed: &str) -> Finding {
    let (name, other) = (document.slice(first), document.slice(second));
    let message = format!("“{name}” stands on both sides of “{deed}”");
    Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(index, second, format!("“{other}” again")))
        .label(Label::related(index, first, "one side"))
        .help("One of the two was meant to be another name")
}

/// Do both say the same of the same thing ("Molnar", "Rika Molnar")? "Danish" is not the "Denmark" it plays.
fn is_one(document: &Document, (first, a): (Span, &Name), (second, b): (Span, &Name)) -> bool {
    let (first, second) = (document.slice_lower(first), document.slice_lower(second));
    let same = first == second || a.kind == NameKind::Person && (first.ends_with(second) || second.ends_with(first));
    same && a.entity == b.entity && !a.entity.starts_with('?')
}

/// The word that takes two, where the names are its two sides.
fn deed(document: &Document, first: Span, second: Span) -> Option<&str> {
    let sentence = document.sentence_tokens(document.sentence_at(first.start));
    let subject = document.token_at(first.start)..document.token_at(first.end);
    let object = document.token_at(second.start)..document.token_at(second.end);
    let between = subject.end..object.start;
    // "--gate=NAME replaces --lock=NAME": what stands for a value.
    let is_value =
        |span: Span| document.text.get(..span.start as usize).is_some_and(|before| before.ends_with(['=', '<', '$']));
    if is_value(first) || is_value(second) {
        return None;
    }
    if are_told_apart(document, &sentence, subject.start, object.start) {
        return None;
    }
    let far = between.is_empty() || between.len() > FARTHEST || !sentence.contains(&object.start);
    if far || !acts(document, &sentence, subject.start) || !ends(document, &sentence, object.end) {
        return None;
    }
    if between.clone().any(|i| breaks(document.word(i))) {
        return None;
    }
    between.clone().map(|i| document.word(i)).enumerate().find_map(|(at, word)| {
        let next = between.start + at + 1;
        let deed = DEEDS.contains(word) && modifiers(document, next..object.start);
        let towards = TOWARDS.get(word).is_some_and(|small| leads(document, small, next..object.start));
        (deed || towards).then_some(word)
    })
}

/// "The old NATO accused the new NATO": each with a word of its own before it.
fn are_told_apart(document: &Document, sentence: &Range<usize>, first: usize, second: usize) -> bool {
    let word = |at: usize| {
        let before = at.checked_sub(1).filter(|i| sentence.contains(i))?;
        let small = document.token(before).is_some_and(|t| t.is_word() && !t.capital);
        Some(document.word(before)).filter(|w| small && !STOP_WORDS.contains(w))
    };
    word(first).zip(word(second)).is_some_and(|(x, y)| x != y)
}

/// Does the name open a clause, as one that acts?
fn acts(document: &Document, sentence: &Range<usize>, start: usize) -> bool {
    let before = start.checked_sub(1).filter(|i| sentence.contains(i)).map_or("", |i| document.word(i));
    matches!(before, "" | "," | "and" | "but" | "the" | "that" | ":" | "“" | "\"") || !STOP_WORDS.contains(before)
}

/// Does the name end there, and own nothing?
fn ends(document: &Document, sentence: &Range<usize>, end: usize) -> bool {
    let next = if sentence.contains(&end) { document.word(end) } else { "" };
    // "SAILS.txt" and "Sail.reef" go on.
    if next == "."
        && document.joined(end)
        && document.joined(end + 1)
        && document.token(end + 1).is_some_and(|t| t.is_word())
    {
        return false;
    }
    matches!(next, "" | "." | "," | ";" | "?" | "!" | ")" | "”" | "\"")
        || STOP_WORDS.contains(next) && !next.ends_with("'s") && !next.ends_with("’s") && !matches!(next, "of" | "or")
}

/// A second clause, another party, words in passing.
fn breaks(word: &str) -> bool {
    matches!(
        word,
        "," | ";"
            | ":"
            | "("
            | ")"
            | "“"
            | "”"
            | "\""
            | "–"
            | "—"
            | "and"
            | "or"
            | "but"
            | "that"
            | "who"
            | "which"
            | "whose"
            | "when"
            | "while"
            | "where"
            | "after"
            | "before"
            | "as"
            | "because"
            | "since"
            | "if"
            | "than"
            | "not"
            | "'s"
            | "’s"
    ) || word.ends_with("'s")
        || word.ends_with("’s")
}

/// Only words that go with the name: "by", "opposition head", "the Italian".
fn modifiers(document: &Document, tokens: Range<usize>) -> bool {
    tokens.len() <= 4
        && tokens.enumerate().all(|(at, i)| at == 0 && document.word(i) == "by" || !is_small(document.word(i)))
}

/// One of the small words and then only what goes with the name; a score may stand before it.
fn leads(document: &Document, small: &[&str], mut tokens: Range<usize>) -> bool {
    let found = tokens.by_ref().take(6).position(|i| small.contains(&document.word(i)));
    found.is_some() && modifiers(document, tokens)
}

fn is_small(word: &str) -> bool {
    STOP_WORDS.contains(word) && !matches!(word, "the" | "a" | "an" | "old" | "former")
}
