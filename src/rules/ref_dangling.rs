//! # ref/dangling
//!
//! ## What it reports
//! A reference that leads nowhere: a link to a heading or anchor that the document does
//! not have, a footnote mark or named note that is defined nowhere, the message that
//! a word processor leaves in the text when it has lost what a reference led to, and a step, phase or
//! chapter that is named by a number which the document's own do not reach ("repeat step 7" of six).
//!
//! ## Why
//! A heading was reworded, a section or note was cut, and what pointed to it stayed. The
//! reader clicks and nothing happens, or the claim has lost its source.
//!
//! ## Example
//! > See [the results](#results). (No heading or anchor is named "results".)
//!
//! ## What it leaves alone
//! Links to other documents, links that differ from a heading only in marks, case, accents
//! or a number before it, anchors that tags, lists of attributes (`{#id}`) and templates make,
//! anchors made of code (`#pkg.module.Class`), notes that several documents refer to and none defines: the builder of the
//! pages does, `[sic]` and other brackets that are no links; steps of something else ("step 7 of the guide"), and steps of
//! documents in which no row of them goes from 1 on without a gap.
//!
//! ## How to silence
//! Mend the name or take the reference out.
//! Where another program makes the anchor: `allow ref/dangling`.

use super::step_references::missing;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::document::{Dangling, Role, Target};
use crate::text::Span;
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "ref/dangling",
    severity: Severity::Warning,
    summary: "a link, footnote mark or cross-reference leads nowhere in its document",
    source: include_str!("ref_dangling.rs"),
    yields_to: &[],
    check,
};

/// So many further places are shown.
const SHOWN: usize = 8;

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate() {
        let document = &ledger.document;
        if document.role == Role::Source {
            continue;
        }
        for step in missing(ledger) {
            let message = format!("this refers to {} {}, and they go to {}", step.label, step.number, step.last.0);
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Malformed, message)
                    .label(Label::primary(index, step.span, "refers to it"))
                    .label(Label::related(index, step.last.1, "the last"))
                    .help(format!("name a {} that is there", step.label)),
            );
        }
        // What offends in several places is told once, with the places.
        let mut by_target: BTreeMap<(Target, &str), Vec<Span>> = BTreeMap::new();
        let mut order: Vec<(Target, &str)> = Vec::new();
        let left = |d: &&Dangling| !is_of_the_builder(d) && !missing_elsewhere(context, index, d);
        for Dangling { span, kind, target } in document.dangling.iter().filter(left) {
            let places = by_target.entry((*kind, target.as_str())).or_default();
            if places.is_empty() {
                order.push((*kind, target.as_str()));
            }
            places.push(*span);
        }
        for (kind, target) in order {
            let Some((first, rest)) = by_target.get(&(kind, target)).and_then(|places| places.split_first()) else {
                continue;
            };
            let (message, note, help) = match kind {
                Target::Place => (
                    format!("this links to “#{target}”, and the document has no such heading or anchor"),
                    format!("leads to “#{target}”"),
                    format!("name a heading that is there, or give one the anchor “{target}”"),
                ),
                Target::Note => (
                    format!("this refers to “{target}”, which the document defines nowhere"),
                    format!("refers to “{target}”"),
                    format!("define “{target}”, or refer to a note that is there"),
                ),
                Target::Lost => (
                    "a word processor lost what this reference led to, and left its message in the text".to_owned(),
                    "the message".to_owned(),
                    "write what is meant here, or make the reference anew".to_owned(),
                ),
            };
            outcome.report(
                Finding::new(&RULE, FindingVerdict::Malformed, message)
                    .label(Label::primary(index, *first, note))
                    .labels(rest.iter().take(SHOWN).map(|span| Label::related(index, *span, "and here")))
                    .help(help)
                    .help("take the reference out"),
            );
        }
    }
}

/// "#gauge.reader.Reader.close": an anchor that a builder makes of the code.
fn is_of_the_builder(dangling: &Dangling) -> bool {
    const PARTS: usize = 3;
    dangling.kind == Target::Place && dangling.target.split('.').filter(|part| !part.is_empty()).count() >= PARTS
}

/// What no page of several defines that refer to it, the builder of the pages defines.
fn missing_elsewhere(context: &Context, index: usize, dangling: &Dangling) -> bool {
    let same = |d: &Dangling| d.kind == Target::Note && d.target == dangling.target;
    let mut others = context.ledgers.iter().enumerate().filter(|(i, _)| *i != index);
    same(dangling) && others.any(|(_, l)| l.document.dangling.iter().any(same))
}
