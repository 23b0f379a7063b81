//! # contact/drift
//!
//! ## What it reports
//! Two telephone numbers or e-mail addresses of one site of which one slip makes one of the other: digits that changed
//! places, a letter left out.
//!
//! ## Why
//! Whoever calls or writes to the wrong one reaches nobody, and nobody learns of it.
//!
//! ## Example
//! > Call the help desk at (555) 018-4432.
//! >
//! > The help desk can be reached at (555) 018-4423.
//!
//! ## What it leaves alone
//! Lines of one office that count on (018-4432, 018-4433, 018-4434), addresses that differ in a digit, numbers and addresses in code or in
//! tables that list many, and two that one sentence names side by side.
//!
//! ## How to silence
//! Correct the one that is wrong.
//! Where both are right: `allow contact/drift`.

use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::compare::slips::in_another_order;
use crate::document::{BlockKind, Document};
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub const RULE: Rule = Rule {
    id: "contact/drift",
    severity: Severity::Warning,
    summary: "two telephone numbers or addresses that differ by a slip",
    source: include_str!("contact_drift.rs"),
    yields_to: &[],
    check,
};

/// More of one kind are a directory.
const MOST: usize = 60;
/// A shorter number or name is too near to many others.
const DIGITS: usize = 9;
const LETTERS: usize = 5;
/// What stands so many times is no slip of the pen.
const ESTABLISHED: usize = 3;
/// So many further places are shown.
const SHOWN: usize = 6;

/// A number with a sign, brackets or marks between its groups.
static TELEPHONE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:\+\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\b\d{2,5})(?:[ .-]\d{2,5}){1,4}\b").ok());
static MAIL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\b[A-Za-z][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\b").ok());

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Telephone,
    Mail,
}

type Place = (usize, Span);

fn check(context: &Context, outcome: &mut Outcome) {
    if context.mode == Mode::Against {
        beyond(context, outcome);
    }
}

/// Every page of a site may name whom to ask.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    let mut known: BTreeMap<(Kind, String), Vec<Place>> = BTreeMap::new();
    for (index, ledger) in context.ledgers.iter().enumerate() {
        for (kind, key, span) in contacts(&ledger.document) {
            known.entry((kind, key)).or_default().push((index, span));
        }
    }
    for kind in [Kind::Telephone, Kind::Mail] {
        let of_kind: Vec<(&String, &Vec<Place>)> =
            known.iter().filter(|((k, _), _)| *k == kind).map(|((_, key), places)| (key, places)).collect();
        if of_kind.len() > MOST {
            continue;
        }
        for (at, (a, here)) in of_kind.iter().enumerate() {
            let near =
                of_kind.iter().skip(at + 1).filter(|(b, there)| is_slip(kind, a, b) && !meet(context, here, there));
            for (_, there) in near {
                // The one that stands more often is the one that is meant.
                let (rare, usual) = if here.len() < there.len() { (here, there) } else { (there, here) };
                // Who uses both again and again has both.
                if rare.len() >= ESTABLISHED {
                    continue;
                }
                outcome.findings.extend(report(context, kind, rare, usual));
            }
        }
    }
}

fn contacts(document: &Document) -> Vec<(Kind, String, Span)> {
    let mut found = Vec::new();
    for block in &document.blocks {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Field | BlockKind::Heading) {
            continue;
        }
        let words = document.slice(block.span);
        let mut take = |kind: Kind, pattern: &LazyLock<Option<Regex>>| {
            for hit in pattern.as_ref().into_iter().flat_map(|p| p.find_iter(words)) {
                let start = block.span.start as usize;
                let span = Span::new(start + hit.start(), start + hit.end());
                // "TIDE-2031-40021": the end of a label.
                let labelled = words.get(..hit.start()).is_some_and(|before| before.ends_with(['-', '_', '/']));
                if kind == Kind::Telephone && labelled {
                    continue;
                }
                found.extend(key(kind, hit.as_str()).map(|key| (kind, key, span)));
            }
        };
        if words.contains('@') {
            take(Kind::Mail, &MAIL);
        }
        if words.bytes().filter(u8::is_ascii_digit).count() >= DIGITS {
            take(Kind::Telephone, &TELEPHONE);
        }
    }
    found
}

/// What two writings of one number or address have in common; none for a year, a range or a version.
fn key(kind: Kind, printed: &str) -> Option<String> {
    match kind {
        Kind::Mail => Some(printed.to_lowercase()),
        Kind::Telephone => {
            let digits: String = printed.chars().filter(char::is_ascii_digit).collect();
            let marked = printed.starts_with(['+', '(']) || printed.contains('-') && !printed.contains('.');
            // "2.0.12 2021-04-01" is a version and its day.
            let is_day = printed.split([' ', '.']).any(|part| part.split('-').map(str::len).eq([4, 2, 2]));
            ((DIGITS..=15).contains(&digits.len()) && marked && !is_day).then_some(digits)
        }
    }
}

fn is_slip(kind: Kind, a: &str, b: &str) -> bool {
    if kind == Kind::Telephone {
        // A digit that differs is the line of the next desk.
        return a.len() == b.len() && in_another_order(a.as_bytes(), b.as_bytes()) && apart(a, b) == 2;
    }
    let (Some((name, host)), Some((other_name, other_host))) = (a.split_once('@'), b.split_once('@')) else {
        return false;
    };
    let slip = |x: &str, y: &str| {
        let letters = |s: &str| s.bytes().all(|c| c.is_ascii_alphabetic() || matches!(c, b'.' | b'-' | b'_'));
        x.len().min(y.len()) >= LETTERS && letters(x) && letters(y) && strsim::osa_distance(x, y) == 1
    };
    host == other_host && slip(name, other_name) || name == other_name && slip(host, other_host)
}

fn apart(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count()
}

/// Does one block name both?
fn meet(context: &Context, here: &[Place], there: &[Place]) -> bool {
    let block = |(document, span): &Place| {
        let text = context.document(*document)?;
        Some((*document, text.sentences.get(text.sentence_at(span.start))?.block))
    };
    here.iter().any(|a| there.iter().any(|b| block(a) == block(b)))
}

fn report(context: &Context, kind: Kind, rare: &[Place], usual: &[Place]) -> Option<Finding> {
    let (first, rest) = rare.split_first()?;
    let words = |(document, span): &Place| context.document(*document).map(|d| d.slice(*span).to_owned());
    let (here, there) = (words(first)?, words(usual.first()?)?);
    let what = if kind == Kind::Mail { "address" } else { "number" };
    let related = |places: &[Place], note: &'static str| -> Vec<Label> {
        places.iter().take(SHOWN).map(|(document, span)| Label::related(*document, *span, note)).collect()
    };
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, format!("“{here}” here, “{there}” there: one slip apart"))
            .turned(format!("“{there}” here, “{here}” there: one slip apart"))
            .label(Label::primary(first.0, first.1, format!("this {what}")))
            .labels(related(rest, "and here"))
            .labels(related(usual, "the other"))
            .help_here(format!("if that is meant, write {there} here"))
            .help(format!("if both are right, say whose each {what} is")),
    )
}
