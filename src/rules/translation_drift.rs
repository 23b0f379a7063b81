//! # translation/drift
//!
//! ## What it reports
//! A page and its translation, of which the one gives a figure, date or version where the other gives another: "port
//! 6420" and "Port 6430". As a note, that they do not have the same headings, or not as many items in a list.
//!
//! ## Why
//! The page was changed and its translation was not. Who reads the translation follows what held a year ago.
//!
//! ## Example
//! > docs/setup.md: The gauge listens on port 6420.
//! >
//! > docs/setup.de.md: Der Pegel lauscht auf Port 6430.
//!
//! ## What it leaves alone
//! All words. Figures in pages whose headings and paragraphs do not stand in the same order; measures, which other
//! countries give in other units; hours; small numbers that the other language writes in words; thousands that are parted
//! otherwise ("1,200", "1.200"). Pages are translations of each other by their paths (`page.md` and `page.fr.md` or
//! `fr/page.md`, `README_ja.md`) and where they are plainly not in the same language.
//!
//! ## How to silence
//! Bring the translation up to date.
//! Where it is meant: `allow translation/drift`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::Ledger;
use crate::document::{Block, BlockKind};
use crate::lexicon::unit::Dimension;
use crate::story::translations;
use crate::text::Span;
use crate::value::{TimeKind, Unit, Value};
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "translation/drift",
    severity: Severity::Warning,
    summary: "a page and its translation give different figures",
    source: include_str!("translation_drift.rs"),
    yields_to: &[],
    check,
};

/// So many places of one pair of pages are shown.
const SHOWN: usize = 6;
/// Below this a number may be written in words.
const IN_WORDS: usize = 2;

fn check(context: &Context, outcome: &mut Outcome) {
    pairs(context, outcome, |a, b| context.comparable(a, b));
}

/// A page and its translation share few words: they need not be known to tell of one thing.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    pairs(context, outcome, |a, b| !context.comparable(a, b));
}

fn pairs(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    let paths: Vec<&str> = context.ledgers.iter().map(|l| l.document.path.as_str()).collect();
    for pages in translations(&paths) {
        let Some((first, others)) = pages.split_first() else { continue };
        for other in others.iter().filter(|other| meet(*first, **other)) {
            let Some((a, b)) = context.ledgers.get(*first).zip(context.ledgers.get(*other)) else { continue };
            if a.document.foreign() != b.document.foreign() && a.document.role.meets(b.document.role) {
                compare((*first, a), (*other, b), outcome);
            }
        }
    }
}

/// Holds a page against its translation.
fn compare(a: (usize, &Ledger), b: (usize, &Ledger), outcome: &mut Outcome) {
    let (own, other) = (parts(a.1), parts(b.1));
    let levels = |parts: &[Part]| parts.iter().map(|p| p.level).collect::<Vec<_>>();
    if levels(&own) != levels(&other) {
        if let Some((x, y)) = first_heading(a, "the page").zip(first_heading(b, "its translation")) {
            let count = |parts: &[Part]| parts.len().saturating_sub(1);
            let (here, there) = (count(&own), count(&other));
            let message = match here == there {
                true => "the headings of this page and of its translation are not of the same levels".to_owned(),
                false => format!("this page has {here} headings, its translation {there}"),
            };
            let help = "bring the translation up to date";
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Incomplete, message)
                    .at(Severity::Note)
                    .label(x)
                    .label(Label { role: super::LabelRole::Related, ..y })
                    .help(help),
            );
        }
        return;
    }
    let mut apart: Vec<(Span, Span)> = Vec::new();
    for (x, y) in own.iter().zip(&other) {
        let kinds =
            |ledger: &Ledger, part: &Part| -> Vec<BlockKind> { blocks(ledger, part).map(|block| block.kind).collect() };
        if kinds(a.1, x) == kinds(b.1, y) {
            for (one, two) in blocks(a.1, x).zip(blocks(b.1, y)) {
                apart.extend(differ(figures(a.1, one), figures(b.1, two)));
            }
        } else {
            items(a, b, x, y, outcome);
        }
    }
    let Some(((x, y), rest)) = apart.split_first() else { return };
    let words = |ledger: &Ledger, span: Span| ledger.document.slice(span).to_owned();
    let (here, there) = (words(a.1, *x), words(b.1, *y));
    let mut finding =
        Finding::new(&RULE, FindingVerdict::Conflict, format!("“{here}” on this page, “{there}” in its translation"))
            .turned(format!("“{there}” in this translation, “{here}” on its page"))
            .label(Label::primary(a.0, *x, "the page"))
            .label(Label::related(b.0, *y, "its translation"));
    for (x, y) in rest.iter().take(SHOWN) {
        finding = finding.label(Label::related(a.0, *x, "here too")).label(Label::related(b.0, *y, "its translation"));
    }
    outcome.report(
        finding.help_there(format!("if {here} is right, correct “{there}”")).help("bring the translation up to date"),
    );
}

fn first_heading((document, ledger): (usize, &Ledger), what: &str) -> Option<Label> {
    let heading = ledger.document.blocks.iter().find(|b| b.kind == BlockKind::Heading)?;
    Some(Label::primary(document, heading.span, what))
}

/// A list that has not as many items in the translation.
fn items(a: (usize, &Ledger), b: (usize, &Ledger), x: &Part, y: &Part, outcome: &mut Outcome) {
    let of = |ledger: &Ledger, part: &Part| -> Vec<Span> {
        blocks(ledger, part).filter(|b| b.kind == BlockKind::ListItem).map(|b| b.span).collect()
    };
    let (own, other) = (of(a.1, x), of(b.1, y));
    let rest = |ledger: &Ledger, part: &Part| blocks(ledger, part).filter(|b| b.kind != BlockKind::ListItem).count();
    let (Some(first), Some(there)) = (own.first(), other.first()) else { return };
    if own.len() == other.len() || rest(a.1, x) != rest(b.1, y) {
        return;
    }
    let message = format!("{} items here, {} in the translation", own.len(), other.len());
    outcome.report(
        Finding::new(&RULE, FindingVerdict::Incomplete, message)
            .at(Severity::Note)
            .label(Label::primary(a.0, *first, "the first of them"))
            .label(Label::related(b.0, *there, "the first in the translation"))
            .help("bring the translation up to date"),
    );
}

/// A heading and the blocks under it; what stands above the first heading is of none.
struct Part {
    level: u8,
    blocks: Range<usize>,
}

fn parts(ledger: &Ledger) -> Vec<Part> {
    let blocks = &ledger.document.blocks;
    let mut parts = vec![Part { level: 0, blocks: 0..0 }];
    for (index, block) in blocks.iter().enumerate() {
        if block.kind == BlockKind::Heading {
            parts.push(Part { level: block.level, blocks: index..index });
        }
        if let Some(part) = parts.last_mut() {
            part.blocks.end = index + 1;
        }
    }
    parts
}

fn blocks<'a>(ledger: &'a Ledger, part: &Part) -> impl Iterator<Item = &'a Block> {
    ledger.document.blocks.iter().take(part.blocks.end).skip(part.blocks.start)
}

/// A number of a block, with its digits as both languages may print them.
struct Figure {
    span: Span,
    digits: String,
    /// The other page may have it otherwise, and be right.
    may_differ: bool,
}

fn figures(ledger: &Ledger, block: &Block) -> Vec<Figure> {
    let document = &ledger.document;
    let (from, until) = (document.token_at(block.span.start), document.token_at(block.span.end));
    let numbers = (from..until).filter_map(|i| Some((i, document.token(i).filter(|t| t.is_number())?.span)));
    let figure = |(index, span): (usize, Span)| Figure {
        span,
        digits: digits(document.slice(span)),
        may_differ: document.is_own(span) || is_measured(ledger, span) || is_hour(ledger, index),
    };
    numbers.map(figure).collect()
}

/// "1,200" and "1.200" are one, "3.9" is no 39.
fn digits(words: &str) -> String {
    let groups: Vec<&str> = words.split([',', '.', '’', '\'', '\u{a0}']).collect();
    let thousands = groups.len() > 1 && groups.iter().skip(1).all(|group| group.len() == 3);
    groups.join(if thousands { "" } else { "." })
}

/// "5:30", "5 pm", "17 Uhr": other languages count the hours otherwise.
fn is_hour(ledger: &Ledger, at: usize) -> bool {
    let document = &ledger.document;
    let colon = |i: Option<usize>| i.is_some_and(|i| document.word(i) == ":");
    let next = document.word(at + 1);
    let of_clock = ledger.mentions.iter().any(|m| {
        let at_it = document.token(at).is_some_and(|t| m.span.contains(t.span));
        at_it && matches!(&m.value, Value::Time(time) if time.kind == TimeKind::Time)
    });
    of_clock || colon(at.checked_sub(1)) || next == ":" || matches!(next, "uhr" | "h" | "am" | "pm")
}

/// Of a length, a weight or a temperature, which may be given in another unit.
fn is_measured(ledger: &Ledger, span: Span) -> bool {
    let from = ledger.mentions.partition_point(|m| m.span.end <= span.start);
    ledger.mentions.get(from).filter(|m| m.span.contains(span)).is_some_and(|m| match &m.value {
        Value::Amount(amount) => match amount.unit {
            Some(unit @ Unit::Measure(_)) => unit.dimension() != Some(Dimension::TIME),
            Some(Unit::Money(_)) => true,
            _ => false,
        },
        _ => false,
    })
}

/// The one figure of each that the other has not.
fn differ(a: Vec<Figure>, b: Vec<Figure>) -> Option<(Span, Span)> {
    let lone = |of: &[Figure], other: &[Figure]| -> Vec<(Span, usize)> {
        let mut left: Vec<&str> = other.iter().map(|f| f.digits.as_str()).collect();
        let mut lone = Vec::new();
        for figure in of {
            match left.iter().position(|d| *d == figure.digits) {
                Some(at) => drop(left.swap_remove(at)),
                None if figure.may_differ => {}
                None => lone.push((figure.span, figure.digits.len())),
            }
        }
        lone
    };
    let (x, y) = (lone(&a, &b), lone(&b, &a));
    match (&x[..], &y[..]) {
        ([(x, long)], [(y, wide)]) if *long >= IN_WORDS && *wide >= IN_WORDS => Some((*x, *y)),
        _ => None,
    }
}
