//! # order/sequence
//!
//! ## What it reports
//! A gap or a repeat in the numbers of headings, steps or the lines of a list: "Phase 1", "Phase 2",
//! "Phase 3", "Phase 5". A count of such parts that the numbers do not make: "the six phases" over
//! Phase 1 to Phase 5.
//!
//! ## Why
//! A part was added, dropped or moved, and the numbers or the count were not. Readers look for the
//! part that is not there.
//!
//! ## Example
//! > Step 1: Moor. Step 2: Unload. Step 3: Load. Step 5: Cast off.
//!
//! Step 4 is missing.
//!
//! ## What it leaves alone
//! Sequences that do not start at 1 or have fewer than four numbers, countdowns, numbers with more than one
//! fault (they follow another plan), restarts, and lists in Markdown, whose numbers nobody sees.
//!
//! ## How to silence
//! Number the parts anew.
//! Where it is meant: `allow order/sequence`.

use super::counted_items::{Counted, counted_items};
use super::rosters::count;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::subset_word;
use crate::claim::{ClaimKind, Ledger, stem};
use crate::document::{Block, BlockKind, Document, Format};
use crate::lexicon::en::ordered::ORDERED;
use crate::text::Span;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "order/sequence",
    severity: Severity::Warning,
    summary: "a number is missing or repeated in a numbered row",
    source: include_str!("order_sequence.rs"),
    yields_to: &["count/list-mismatch"],
    check,
};

/// The fewest numbers of a row, and how much more than one may be missing between two.
const LEAST: usize = 4;
const WIDEST_GAP: u32 = 3;
/// How many tokens of an item are shown where its number stands outside the reading.
const SHOWN: usize = 8;

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let rows = rows(&ledger.document);
        outcome.findings.extend(rows.iter().filter_map(|row| fault(index, &ledger.document, row)));
        let mut by_label: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
        for row in rows.iter().filter(|r| !r.label.is_empty()) {
            by_label.entry(row.label).or_default().push(row);
        }
        // Of several rows of one name, none is the one that a count means.
        let only = by_label.values().filter_map(|rows| rows.first().filter(|_| rows.len() == 1));
        outcome.findings.extend(only.filter_map(|row| counted_otherwise(index, ledger, row)));
        let counted = counted_items(ledger);
        outcome.findings.extend(counted.iter().filter_map(|counted| list_otherwise(index, ledger, counted)));
    }
}

/// Numbered parts of one sort.
#[derive(Debug, PartialEq)]
pub(super) struct Row<'a> {
    kind: BlockKind,
    level: u8,
    /// "phase"; empty where only a number stands.
    pub(super) label: &'a str,
    pub(super) numbers: Vec<(u32, Span)>,
}

/// The rows of a document. A heading ends the rows of what stands below its level; a 1 opens a new row.
pub(super) fn rows(document: &Document) -> Vec<Row<'_>> {
    let (mut open, mut done): (Vec<Row>, Vec<Row>) = (Vec::new(), Vec::new());
    for (index, block) in document.blocks.iter().enumerate() {
        if block.kind == BlockKind::Heading {
            let ended = |row: &mut Row| row.kind != BlockKind::Heading || row.level > block.level;
            done.extend(open.extract_if(.., ended));
        }
        let Some((label, number, span)) = numbered(document, index, block) else { continue };
        let alike = |row: &&mut Row| row.kind == block.kind && row.level == block.level && row.label == label;
        match open.iter_mut().find(alike) {
            Some(row) if number > 1 => row.numbers.push((number, span)),
            Some(row) => {
                let next = Row { kind: block.kind, level: block.level, label, numbers: vec![(number, span)] };
                done.push(std::mem::replace(row, next));
            }
            None => open.push(Row { kind: block.kind, level: block.level, label, numbers: vec![(number, span)] }),
        }
    }
    done.extend(open);
    done
}

/// The label, number and place of a block that opens with a number: "Phase 3: Launch", "3. Launch".
fn numbered<'a>(document: &'a Document, index: usize, block: &Block) -> Option<(&'a str, u32, Span)> {
    let sentence = document.sentences.partition_point(|s| (s.block as usize) < index);
    let tokens = document.sentences.get(sentence).filter(|s| s.block as usize == index).map(|s| s.tokens.clone())?;
    let (first, end) = (tokens.start as usize, tokens.end as usize);
    let whole = |at: usize| {
        let token = document.token(at).filter(|t| t.is_number() && at < end)?;
        document.slice(token.span).parse::<u32>().ok().filter(|n| (1..100).contains(n))
    };
    let label = document.word(first);
    let ends = |at: usize| at >= end || matches!(document.word(at), ":" | "." | ")" | "—" | "–" | "-");
    if ORDERED.contains(label) && document.token(first)?.capital && ends(first + 2) {
        let span = document.token(first)?.span.cover(document.token(first + 1)?.span);
        return whole(first + 1).map(|number| (label, number, span));
    }
    if matches!(block.kind, BlockKind::Heading | BlockKind::ListItem) {
        let marked = matches!(document.word(first + 1), "." | ")") && document.joined(first + 1);
        if block.kind == BlockKind::Heading && marked && !document.token(first + 2)?.is_number() {
            return whole(first).map(|number| ("", number, block.span));
        }
        let shown = document.token((first + SHOWN).min(end).checked_sub(1)?)?.span;
        let marker = document.marker(block.span).trim();
        let number = marker.strip_suffix(['.', ')']).filter(|_| document.format == Format::Text)?;
        let number = number.trim_start_matches('(').parse::<u32>().ok().filter(|n| (1..100).contains(n))?;
        return Some(("", number, document.token(first)?.span.cover(shown)));
    }
    None
}

/// The one place where a row from 1 on leaves a number out or has one twice.
fn fault(index: usize, document: &Document, row: &Row) -> Option<Finding> {
    if row.numbers.len() < LEAST || row.numbers.first()?.0 != 1 {
        return None;
    }
    let mut found: Option<(usize, u32, u32)> = None;
    let mut expected = 1;
    for (at, (number, _)) in row.numbers.iter().enumerate() {
        if *number != expected {
            if found.is_some() || *number + 1 < expected || *number > expected + WIDEST_GAP {
                return None;
            }
            found = Some((at, *number, expected));
        }
        // After "2, 2" the row may go on with 3 or, where the second should read 3, with 4.
        let mistyped =
            *number + 1 == expected && row.numbers.get(at + 1).is_some_and(|(next, _)| *next == expected + 1);
        expected = if mistyped { expected + 1 } else { *number + 1 };
    }
    let (at, number, expected) = found?;
    let (before, here) = (row.numbers.get(at.checked_sub(1)?)?, row.numbers.get(at)?);
    if number > expected && stands_between(document, before.1, here.1, expected) {
        return None;
    }
    let named = |n: u32| format!("{} {n}", if row.label.is_empty() { "number" } else { row.label });
    let (message, verdict) = match number < expected {
        true => (format!("{} stands twice", named(number)), FindingVerdict::Conflict),
        false => (format!("{} is missing: {number} follows {}", named(expected), before.0), FindingVerdict::Incomplete),
    };
    Some(
        Finding::new(&RULE, verdict, message)
            .label(Label::primary(index, here.1, format!("number {number}")))
            .label(Label::related(index, before.1, format!("number {}", before.0)))
            .help("number the parts anew, or put back the one that is gone"),
    )
}

/// "3." on a line of its own, or "* 3. Closing" in a frame: the part is there, and is no item or heading of the reading.
fn stands_between(document: &Document, before: Span, here: Span, number: u32) -> bool {
    let between = document.place(before).end..document.place(here).start;
    let between = document.bytes.get(between).map(String::from_utf8_lossy).unwrap_or_default();
    let opening = |line: &str| {
        let line = line.trim_start_matches(|c: char| !c.is_ascii_digit());
        let (digits, rest) = line.split_at(line.bytes().take_while(u8::is_ascii_digit).count());
        rest.starts_with(['.', ')']).then(|| digits.parse::<u32>().ok())?
    };
    between.lines().filter_map(opening).any(|n| n == number)
}

/// "the six phases" over Phase 1 to Phase 5: the only count and the only row of that name.
fn counted_otherwise(index: usize, ledger: &Ledger, row: &Row) -> Option<Finding> {
    let size = u32::try_from(row.numbers.len()).ok()?;
    let whole = row.numbers.iter().zip(1..).all(|((number, _), due)| *number == due);
    if !whole || row.numbers.len() + 1 < LEAST {
        return None;
    }
    let counts = ledger.claims.iter().enumerate().filter(|(_, c)| {
        c.kind == ClaimKind::Count && stem(&c.subject.head) == stem(row.label) && c.subject.modifiers.is_empty()
    });
    let counts: Vec<(u32, Span)> = counts
        .filter(|(_, c)| subset_word(ledger, c).is_none())
        .filter_map(|(i, c)| count(ledger, i).map(|n| (n, c.span)))
        .collect();
    let (number, span) = *counts.first()?;
    if number == size || number < 3 || counts.iter().any(|(n, _)| *n != number) {
        return None;
    }
    let (first, last) = (row.numbers.first()?, row.numbers.last()?);
    let message = format!("“{}”, but the numbers go to {size}", ledger.document.slice(span));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, span, format!("says {number}")))
            .label(Label::related(index, first.1, "the first"))
            .label(Label::related(index, last.1, "the last"))
            .help(format!("if all are there, say {size}")),
    )
}

/// "five steps" over a list of four.
fn list_otherwise(index: usize, ledger: &Ledger, counted: &Counted) -> Option<Finding> {
    let size = u32::try_from(counted.items.len()).ok()?;
    let (first, last) = (counted.items.first()?, counted.items.last()?);
    let message = format!("“{}”, but the list below has {size}", ledger.document.slice(counted.span));
    (counted.number != size).then(|| {
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, counted.span, format!("says {}", counted.number)))
            .label(Label::related(index, *first, "the first"))
            .label(Label::related(index, *last, "the last"))
            .help(format!("if all are there, say {size}"))
    })
}
