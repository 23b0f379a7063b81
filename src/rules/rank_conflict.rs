//! # rank/conflict
//!
//! ## What it reports
//! Two ranks of one thing among the same others: "Aldermere is the second-largest port in Norway" and
//! "Aldermere is the third-largest port in Norway". Two things of one rank are a note.
//!
//! ## Why
//! A rank is copied from text to text and seldom checked again.
//!
//! ## Example
//! > Aldermere is the second-largest port in Norway. … Aldermere, the third-largest port in Norway, is closed.
//!
//! It cannot be both.
//!
//! ## What it leaves alone
//! Ranks among other things, in other places or by another measure; ranks of the past; "one of the largest";
//! shared ranks; sentences that speak of different years.
//!
//! ## How to silence
//! Correct one of the ranks, or say by what or when it holds.
//! Where it is meant: `allow rank/conflict`.

use super::ranks::{Key, Place, ranks};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity, contraries};
use crate::align::Contrast;
use crate::claim::{Ledger, Stem, stem};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::lexicon::en::superlatives::NO_RANK;
use crate::mention::Mention;
use crate::value::{TimeKind, Value};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "rank/conflict",
    severity: Severity::Warning,
    summary: "one thing has two ranks among the same others",
    source: include_str!("rank_conflict.rs"),
    yields_to: &[],
    check,
};

/// Ranks of one kind in one place that are held against each other.
const BLOCK: usize = 40;

/// What is ranked among which others.
struct Ranked<'a> {
    place: Place<'a>,
    number: u32,
    /// The entity, and its words.
    subject: String,
    words: &'a str,
}

/// The measure, the kind of thing with its modifiers, where, and by what.
type Field = (&'static str, Stem, Vec<Stem>, String, Option<Stem>);

fn check(context: &Context, outcome: &mut Outcome) {
    let mut fields: BTreeMap<Field, Vec<Ranked>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for (key, place) in ranks(document, ledger) {
            if let Some((field, ranked)) = ranked(ledger, key, place) {
                fields.entry(field).or_default().push(ranked);
            }
        }
    }
    for block in fields.values() {
        let all: Vec<&Ranked> = block.iter().collect();
        let told = |r: &Ranked| (r.subject.clone(), r.number, years(&r.place));
        let block = outcome.blocks.thinned(&all, BLOCK, told);
        for (at, a) in block.iter().enumerate() {
            let other = block.iter().skip(at + 1).find_map(|b| compare(context, a, b));
            outcome.findings.extend(other);
        }
    }
    contraries::report(context, &RULE, Contrast::Rank, ["this rank", "another rank"], outcome);
}

/// "[Aldermere] is the third-largest port in [Norway]", "[Aldermere], [Norway]'s third-largest port,".
fn ranked<'a>(ledger: &'a Ledger, key: Key, place: Place<'a>) -> Option<(Field, Ranked<'a>)> {
    let (number, measure, kind) = key;
    let document = &ledger.document;
    let tokens = document.sentence_tokens(place.sentence);
    if measure.is_empty() || tokens.clone().any(|i| NO_RANK.contains(document.word(i))) {
        return None;
    }
    let mut at = document.token_at(place.span.start).checked_sub(1).filter(|i| *i > tokens.start)?;
    let mut among: Option<String> = None;
    match document.word(at) {
        "'s" | "’s" => {
            let owner = name_ending(ledger, document.token(at)?.span.start)
                .or_else(|| name_ending(ledger, document.token(at)?.span.end))?;
            among = Some(entity(owner)?);
            at = document.token_at(owner.span.start).checked_sub(1)?;
        }
        "the" => at = at.checked_sub(1)?,
        _ => return None,
    }
    let next = document.token_at(place.span.end);
    if among.is_none() && matches!(document.word(next), "in" | "of" | "on") {
        let from = next + 1 + usize::from(document.word(next + 1) == "the");
        let name =
            ledger.mentions.partition_point(|m| m.span.start < document.token(from).map_or(u32::MAX, |t| t.span.start));
        let named =
            ledger.mentions.get(name).filter(|m| document.token(from).is_some_and(|t| t.span.start == m.span.start));
        among = named.and_then(entity).or_else(|| (document.word(from) == "world").then(|| "world".to_owned()));
    }
    if !matches!(document.word(at), "is" | "remains" | "," | "as") {
        return None;
    }
    let (subject, words) = subject(ledger, tokens.start, at)?;
    let by = tokens
        .clone()
        .skip_while(|i| *i < next)
        .find(|i| document.word(*i) == "by")
        .map(|i| stem(document.word(i + 1)));
    let field = (measure, kind, place.modifiers.clone(), among?, by);
    Some((field, Ranked { place, number, subject, words }))
}

/// The name that ends before token `at`; at a sentence's start, where a lone capital is no name yet, the capitals.
fn subject(ledger: &Ledger, start: usize, at: usize) -> Option<(String, &str)> {
    let document = &ledger.document;
    let name = name_ending(ledger, document.token(at.checked_sub(1)?)?.span.end);
    if let Some(name) = name.filter(|m| document.token(start).is_some_and(|t| t.span.start <= m.span.start)) {
        return entity(name).map(|entity| (entity, document.slice(name.span)));
    }
    let capital = |i: usize| document.token(i).is_some_and(|t| t.capital) && !STOP_WORDS.contains(document.word(i));
    let span = document.token(start)?.span.cover(document.token(at - 1)?.span);
    (start < at && (start..at).all(capital)).then(|| (document.slice_lower(span).to_owned(), document.slice(span)))
}

/// The name that ends at `end`.
fn name_ending(ledger: &Ledger, end: u32) -> Option<&Mention> {
    let until = ledger.mentions.partition_point(|m| m.span.start < end);
    let mut near = ledger.mentions.iter().take(until).rev().take(8);
    near.find(|m| m.span.end == end && matches!(m.value, Value::Name(_)))
}

fn entity(mention: &Mention) -> Option<String> {
    match &mention.value {
        Value::Name(name) => Some(name.entity.to_lowercase()),
        _ => None,
    }
}

fn compare(context: &Context, a: &Ranked, b: &Ranked) -> Option<Finding> {
    let same = a.subject == b.subject;
    let apart = a.place.document == b.place.document && a.place.sentence == b.place.sentence;
    let linked = context.comparable(a.place.document, b.place.document);
    if apart || !linked || same == (a.number == b.number) || (!same && akin(&a.subject, &b.subject)) {
        return None;
    }
    let (of_a, of_b) = (years(&a.place), years(&b.place));
    if of_a != of_b {
        return None;
    }
    let words = |place: &Place| place.ledger.document.slice(place.span).to_owned();
    let (here, there) = (words(&b.place), words(&a.place));
    let message = match same {
        true => format!("“{here}” here, “{there}” elsewhere"),
        false => format!("“{here}” is said of two: {} and {}", b.words, a.words),
    };
    let finding = Finding::new(&RULE, FindingVerdict::Conflict, message)
        .label(Label::primary(b.place.document, b.place.span, format!("said of {}", b.words)))
        .label(Label::related(a.place.document, a.place.span, format!("said of {}", a.words)))
        .help("correct one of the ranks, or say by what measure or when it holds");
    Some(if same { finding } else { finding.at(Severity::Note) })
}

/// May two names be one thing: a word in common, or the letters of an acronym?
fn akin(a: &str, b: &str) -> bool {
    let words = |name: &str| name.split([' ', '-', ':']).map(str::to_owned).collect::<Vec<String>>();
    let (of_a, of_b) = (words(a), words(b));
    let initials = |words: &[String]| words.iter().filter_map(|w| w.chars().next()).collect::<String>();
    of_a.iter().any(|w| of_b.contains(w)) || initials(&of_a) == b || initials(&of_b) == a
}

/// The years that the sentence names.
fn years(place: &Place) -> Vec<String> {
    let document = &place.ledger.document;
    let Some(sentence) = document.sentences.get(place.sentence).map(|s| s.span) else { return Vec::new() };
    let inside = place.ledger.mentions_in(sentence);
    inside
        .filter_map(|m| match &m.value {
            Value::Time(time) if time.kind == TimeKind::Date => time.timex.get(..4).map(str::to_owned),
            _ => None,
        })
        .collect()
}
