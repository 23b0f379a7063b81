//! The day on which a version came out, as the changelog's heading gives it and as a sentence tells it.

use super::releases::{Release, numbers, only_day, releases};
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::are_nested;
use crate::claim::{Ledger, is_past_path};
use crate::document::BlockKind;
use crate::lexicon::en::versions::{RELEASED, UNRELEASED};
use crate::text::Span;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The fewest headings of a changelog.
const LEAST: usize = 2;

/// What a sentence tells.
struct Told {
    numbers: Vec<u32>,
    day: Date,
    span: Span,
}

pub fn release_days(
    rule: &'static Rule,
    context: &Context,
    outcome: &mut Outcome,
    meet: impl Fn(usize, usize) -> bool,
) {
    let mut known: BTreeMap<Vec<u32>, Vec<(usize, Release)>> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate().filter(|(_, l)| is_past_path(&l.document.path)) {
        let headings: Vec<Release> = releases(ledger).into_iter().filter(|r| !r.numbers.is_empty()).collect();
        if headings.len() >= LEAST {
            headings.into_iter().for_each(|r| known.entry(r.numbers.clone()).or_default().push((document, r)));
        }
    }
    if known.is_empty() {
        return;
    }
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for told in told(ledger) {
            // Two changelogs with one version are of two programs.
            let Some([(log, release)]) = known.get(&told.numbers).map(Vec::as_slice) else { continue };
            let Some(heading) = context.document(*log) else { continue };
            let near = are_nested(&heading.path, &ledger.document.path);
            if release.day == told.day || !near || !meet(document, *log) {
                continue;
            }
            let (here, there) = (ledger.document.slice(told.span), heading.slice(release.span));
            outcome.report(
                Finding::new(
                    rule,
                    FindingVerdict::Conflict,
                    format!("released on {here} here, {there} in the changelog"),
                )
                .at(Severity::Warning)
                .label(Label::primary(document, told.span, "told of that version"))
                .label(Label::related(*log, release.whole, "its heading"))
                .help_here(format!("if the changelog is right, write {there} here"))
                .help("if the sentence is right, correct the heading"),
            );
        }
    }
}

/// Sentences that name one version and one day, and say that it came out.
fn told(ledger: &Ledger) -> Vec<Told> {
    let document = &ledger.document;
    let mut found = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let block = document.blocks.get(sentence.block as usize).map(|b| b.kind);
        let tokens = document.sentence_tokens(number);
        let says = |i: usize| RELEASED.contains(document.word(i));
        if !matches!(block, Some(BlockKind::Paragraph | BlockKind::ListItem)) || !tokens.clone().any(says) {
            continue;
        }
        if tokens.clone().any(|i| UNRELEASED.contains(document.word(i))) {
            continue;
        }
        let Some((day, span)) = only_day(ledger, sentence.span) else { continue };
        let mut versions: Vec<Vec<u32>> = tokens
            .clone()
            .filter(|i| document.token(*i).is_some_and(|t| !t.span.overlaps(span)))
            .filter(|i| i.checked_sub(1).is_some_and(|b| matches!(document.word(b), "version" | "release" | "v")))
            .filter_map(|i| numbers(document.word(i), document.word(i + 1), document.word(i + 2)))
            .collect();
        versions.dedup();
        if let [numbers] = versions.as_slice() {
            found.push(Told { numbers: numbers.clone(), day, span });
        }
    }
    found
}
