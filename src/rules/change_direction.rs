//! # change/direction
//!
//! ## What it reports
//! A verb of rising or falling that its own figures contradict: "rose from 10 to 8".
//!
//! ## Why
//! Either the verb or one of the figures is wrong, and the sentence says the opposite of what happened.
//!
//! ## Example
//! > Membership rose from 4,800 to 4,200.
//!
//! 4,200 is less than 4,800.
//!
//! ## What it leaves alone
//! Falls and climbs in space (metres), places in a table, dates, ranges, sentences with a rising and
//! a falling word before the figures ("the decline rose from"), and negative numbers.
//!
//! ## How to silence
//! Correct the verb or the figures.
//! Where it is meant: `allow change/direction`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::compare::Verdict;
use crate::compare::amount::{amounts, convert};
use crate::document::Document;
use crate::lexicon::en::change::{CHANGE, Direction, RANKS};
use crate::lexicon::unit::Dimension;
use crate::mention::Mention;
use crate::text::Span;
use crate::value::{Amount, AmountKind, Value};

pub const RULE: Rule = Rule {
    id: "change/direction",
    severity: Severity::Error,
    summary: "a verb of rising or falling contradicts its figures",
    source: include_str!("change_direction.rs"),
    yields_to: &[],
    check,
};

/// How many words before "from" the verb may stand.
const REACH: usize = 8;

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        for pair in ledger.mentions.windows(2) {
            let [first, second] = pair else { continue };
            if let Some(finding) = contradiction(index, document, first, second) {
                outcome.report(finding);
            }
        }
    }
}

fn amount(mention: &Mention) -> Option<&Amount> {
    match &mention.value {
        Value::Amount(a) if !matches!(a.kind, AmountKind::Ordinal | AmountKind::Label | AmountKind::Age) => Some(a),
        _ => None,
    }
}

fn contradiction(index: usize, document: &Document, first: &Mention, second: &Mention) -> Option<Finding> {
    let (a, b) = (amount(first)?, amount(second)?);
    let at = document.token_at(first.span.start);
    let gap = document.slice_lower(Span { start: first.span.end, end: second.span.start }).trim();
    let before = at.checked_sub(1).map_or("", |i| document.word(i));
    // "from 10 to 8", "to 8 from 10"
    let (old, new) = match (before, gap) {
        ("from", "to") => (a, b),
        ("to", "from") => (b, a),
        _ => return None,
    };
    if amounts(old, new) != Verdict::Conflict || old.value.is_sign_negative() || new.value.is_sign_negative() {
        return None;
    }
    let length = |x: &Amount| x.unit.and_then(|u| u.dimension()) == Some(Dimension::LENGTH);
    if length(old) || ranked(document, first) {
        return None;
    }
    let (verb, direction) = verb(document, at)?;
    let new_value = match (old.unit, new.unit) {
        (Some(from), Some(to)) if from != to => convert(new.value, &to, &from)?,
        _ => new.value,
    };
    let rises = new_value > old.value;
    let wrong = (direction == Direction::Up && !rises) || (direction == Direction::Down && rises);
    if !wrong {
        return None;
    }
    let word = document.word(verb);
    let comparison = if rises { "more" } else { "less" };
    let (old_words, new_words) = if before == "from" { (first, second) } else { (second, first) };
    let (old_words, new_words) = (document.slice(old_words.span), document.slice(new_words.span));
    // "From 2.1 million to 1.9": millions too.
    let scale = old_words.trim_start_matches(|c: char| !c.is_alphabetic());
    let is_bare = |words: &str| !words.contains(char::is_alphabetic);
    let new_words = if is_bare(new_words) { format!("{new_words} {scale}") } else { new_words.to_owned() };
    let new_words = new_words.trim_end();
    let verb_span = document.token(verb)?.span;
    let message = format!("“{word}” from {old_words} to {new_words}: {new_words} is {comparison} than {old_words}");
    // "It would jump from 7 to 3": bare numbers of a program may be lines, steps and places.
    let bare = [old, new].iter().all(|x| x.unit.is_none()) && is_bare(old_words);
    let level = if bare && document.is_technical() { Severity::Note } else { RULE.severity };
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .at(level)
            .label(Label::primary(index, first.span.cover(second.span), format!("{new_words} is {comparison}")))
            .label(Label::related(index, verb_span, "says the opposite"))
            .help(format!("if the figures are right, “{word}” is the wrong word"))
            .help("if the word is right, one of the figures is wrong, or they are exchanged"),
    )
}

/// The only word of change before "from", or none if they point both ways.
fn verb(document: &Document, at: usize) -> Option<(usize, Direction)> {
    let start = document.sentence_tokens(document.sentence_at(document.token(at)?.span.start)).start;
    let from = at.saturating_sub(REACH + 1).max(start);
    let mut found: Option<(usize, Direction)> = None;
    for index in (from..at).rev() {
        let word = document.word(index);
        if matches!(word, ";" | "not" | "never" | "n't" | "slowed" | "slower" | "less" | "loss" | "deficit") {
            return None;
        }
        let Some(direction) = CHANGE.get(word).copied().filter(|d| *d != Direction::Open) else { continue };
        match found {
            Some((_, other)) if other != direction => return None,
            Some(_) => {}
            None => found = Some((index, direction)),
        }
    }
    found
}

/// Places in a table rise as their numbers fall.
fn ranked(document: &Document, mention: &Mention) -> bool {
    let words = document.sentence_tokens(document.sentence_at(mention.span.start));
    words.into_iter().any(|i| RANKS.contains(document.word(i)))
}
