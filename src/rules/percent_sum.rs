//! # percent/sum
//!
//! ## What it reports
//! Three shares or more of one whole that do not make 100 %: "40% walk, 35% cycle and the remaining 20% drive";
//! a breakdown whose lines add up to 108 %; a column of a table with a row of 100 % or of what remains.
//!
//! ## Why
//! One share was corrected and the others were not, or a part is missing.
//!
//! ## Example
//! > Of the crew, 40% are islanders, 35% are mainlanders and the remaining 20% are from abroad.
//!
//! 40 + 35 + 20 = 95.
//!
//! ## What it leaves alone
//! Rounding (half of the last digit of each share); shares that need not fill a whole, which is all of them unless
//! the words say so ("the remaining", "breakdown", "divided"); answers of which several may be given;
//! shares of different wholes ("of men", "of women"); shares in brackets that make up one before them;
//! changes and comparisons; vague shares.
//!
//! ## How to silence
//! Correct a share, or say what the rest is.
//! Where it is meant: `allow percent/sum`.

use super::grid_shares::unfilled;
use super::grids::{Grid, grids};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Ledger, stem};
use crate::compare::printed::grouped;
use crate::document::{BlockKind, Document};
use crate::lexicon::en::shares::{COMPARED, OVERLAPS, SHIFTS, WHOLE};
use crate::mention::Mention;
use crate::text::{Span, WordSet};
use crate::value::{Amount, AmountKind, Hedge, Unit, Value};
use rust_decimal::Decimal;
use std::ops::Range;

pub const RULE: Rule = Rule {
    id: "percent/sum",
    severity: Severity::Warning,
    summary: "the shares of one whole do not make 100 %",
    source: include_str!("percent_sum.rs"),
    yields_to: &[],
    check,
};

const LEAST: usize = 3;

type Share<'a> = (Span, &'a Amount);

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let document = &ledger.document;
        let shares: Vec<Share> = ledger.mentions.iter().filter_map(share).collect();
        let sentence = |s: &Share| document.sentence_at(s.0.start);
        for group in shares.chunk_by(|a, b| sentence(a) == sentence(b)).filter(|g| g.len() >= LEAST) {
            let tokens = group.first().map_or(0..0, |s| document.sentence_tokens(sentence(s)));
            let first = group.first().map_or(tokens.start, |s| document.token_at(s.0.start));
            if fills(document, tokens.clone(), first) && one_whole(document, group, &tokens) {
                outcome.findings.extend(compare(index, document, &unnested(document, group, tokens.start)));
            }
        }
        for grid in grids(ledger).iter().filter(|g| !overlap(document, g)) {
            let columns = unfilled(grid).into_iter();
            let columns = columns.map(|c| c.into_iter().map(|f| (f.span, &f.amount)).collect::<Vec<_>>());
            outcome.findings.extend(columns.filter_map(|c| compare(index, document, &c)));
        }
        outcome.findings.extend(bullets(ledger, &shares).into_iter().filter_map(|g| compare(index, document, &g)));
    }
}

fn share(mention: &Mention) -> Option<Share<'_>> {
    match &mention.value {
        Value::Amount(a) if a.kind == AmountKind::Percent => {
            let percent = matches!(a.unit, Some(Unit::Measure(u)) if u.code == "%");
            percent.then_some((mention.span, a))
        }
        _ => None,
    }
}

/// Do the words say that the shares fill a whole, and nothing that they overlap or compare? "The remaining boats take 20 %,
/// 20 % and 35 %" before the first share speaks of what is left by others.
fn fills(document: &Document, tokens: Range<usize>, first: usize) -> bool {
    let any = |set: &WordSet| tokens.clone().any(|i| set.contains(document.word(i)));
    let is_left = |i: usize| matches!(document.word(i), "remaining" | "rest" | "remainder") && i < first;
    let whole = tokens.clone().any(|i| WHOLE.contains(document.word(i)) && !is_left(i));
    whole && !any(&OVERLAPS) && !any(&COMPARED)
}

/// Do the titles of a table say that several answers may be given?
fn overlap(document: &Document, grid: &Grid) -> bool {
    let titles = grid.titles.iter().filter_map(|t| document.blocks.get(*t));
    let mut tokens = titles.flat_map(|b| document.token_at(b.span.start)..document.token_at(b.span.end));
    tokens.any(|i| matches!(document.word(i), "multiple" | "several" | "allowed" | "overlap" | "overlapping"))
}

/// All shares are of the same, or of nothing that is named.
fn one_whole(document: &Document, shares: &[Share], tokens: &Range<usize>) -> bool {
    let of = |(span, _): &Share| {
        let mut at = document.token_at(span.end);
        if document.word(at) != "of" {
            return None;
        }
        at += 1;
        while matches!(document.word(at), "the" | "all" | "its" | "their" | "our") && at < tokens.end {
            at += 1;
        }
        Some(stem(document.word(at)))
    };
    let shifted = |(span, _): &Share| {
        let before = document.token_at(span.start).checked_sub(1).map_or("", |i| document.word(i));
        SHIFTS.contains(before)
    };
    let mut named: Vec<_> = shares.iter().filter_map(of).collect();
    named.dedup();
    named.len() <= 1 && !shares.iter().any(shifted)
}

/// "70% are oaks and 30% pines (22% old ones and 8% young ones)": what brackets make of one share is no further part of the
/// whole.
fn unnested<'a>(document: &Document, shares: &[Share<'a>], start: usize) -> Vec<Share<'a>> {
    let in_brackets = |share: &Share| {
        let mut before = (start..document.token_at(share.0.start)).rev().map(|i| document.word(i));
        before.find(|w| matches!(*w, "(" | ")")) == Some("(")
    };
    let (inside, outside): (Vec<Share>, Vec<Share>) = shares.iter().copied().partition(in_brackets);
    let sum: Option<Decimal> = inside.iter().try_fold(Decimal::ZERO, |sum, (_, a)| sum.checked_add(a.value));
    let divides_one = inside.len() > 1 && outside.iter().any(|(_, a)| Some(a.value) == sum);
    if divides_one { outside } else { shares.to_vec() }
}

/// A list each line of which opens or ends with its one share, under a line that says it is a whole.
fn bullets<'a>(ledger: &Ledger, shares: &[Share<'a>]) -> Vec<Vec<Share<'a>>> {
    let document = &ledger.document;
    let block_of = |s: &Share| document.sentences.get(document.sentence_at(s.0.start)).map_or(0, |s| s.block as usize);
    let is_item = |block: usize| document.blocks.get(block).is_some_and(|b| b.kind == BlockKind::ListItem);
    let in_items: Vec<Share> = shares.iter().copied().filter(|s| is_item(block_of(s))).collect();
    let mut found = Vec::new();
    for group in in_items.chunk_by(|a, b| block_of(b) <= block_of(a) + 1).filter(|g| g.len() >= LEAST) {
        let (Some(first), Some(last)) = (group.first().map(block_of), group.last().map(block_of)) else { continue };
        let Some(introduction) = first.checked_sub(1).filter(|b| !is_item(*b)) else { continue };
        let each_once = last + 1 - first == group.len() && !is_item(last + 1);
        let at_edge = |share: &Share| {
            let span = share.0;
            let block = document.blocks.get(block_of(share)).map(|b| b.span);
            block.is_some_and(|b| {
                let words = document.slice(b).trim_end_matches(['.', ';', ',', ')']);
                b.start == span.start || b.start + words.len() as u32 == span.end
            })
        };
        let tokens = document
            .blocks
            .get(introduction)
            .map_or(0..0, |b| document.token_at(b.span.start)..document.token_at(b.span.end));
        if each_once && group.iter().all(at_edge) && fills(document, tokens, 0) {
            found.push(group.to_vec());
        }
    }
    found
}

fn compare(index: usize, document: &Document, shares: &[Share]) -> Option<Finding> {
    let mut sum = Decimal::ZERO;
    let mut room = Decimal::ZERO;
    for (_, amount) in shares {
        let about = match amount.hedge {
            None => amount.step.checked_div(Decimal::TWO)?,
            Some(Hedge::About) => Decimal::TWO,
            Some(_) => return None,
        };
        sum = sum.checked_add(amount.value)?;
        room = room.checked_add(about)?;
    }
    if sum.checked_sub(Decimal::ONE_HUNDRED)?.abs() <= room {
        return None;
    }
    let added: Vec<String> = shares.iter().map(|(_, a)| grouped(a.value)).collect();
    let message = format!("{} = {} %, not 100 %", added.join(" + "), grouped(sum));
    let mut labels = shares.iter().map(|(span, _)| *span);
    let first = labels.next()?;
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .label(Label::primary(index, first, format!("of {} shares, the first", shares.len())))
            .labels(labels.map(|span| Label::related(index, span, document.slice(span))))
            .help("correct the share that is wrong, or say what the rest is"),
    )
}
