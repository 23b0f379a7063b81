//! # table/text-mismatch
//!
//! ## What it reports
//! A value in a table, an infobox or a sheet of facts, and a sentence that speaks of the same row and property and
//! gives another one.
//!
//! ## Why
//! Tables and text are corrected at different times, and readers see both on one page.
//!
//! ## Example
//! > | Museum | 2022 | 2023 |
//! > | Halle House | 3,900 | 4,200 |
//! >
//! > The Halle House had 4,020 visitors in 2023.
//!
//! The table gives 4,200 for “Halle House” (2023), the text 4,020.
//!
//! ## What it leaves alone
//! Roundings, bounds and estimates; sentences of other years than the table's, or of several rows of which nobody
//! can tell whose the figure is; sums and differences of the table's figures; cells that fill several columns or rows; what is
//! counted under another name than the column's.
//!
//! ## How to silence
//! Correct the table or the sentence, or say of what or of when each is.
//! Where it is meant: `allow table/text-mismatch`.

use super::{Context, Finding, FindingVerdict, Label, LabelRole, Outcome, Rule, Severity};
use crate::align::{Told, told};
use crate::document::{BlockKind, Document, Role};

pub const RULE: Rule = Rule {
    id: "table/text-mismatch",
    severity: Severity::Error,
    summary: "a table and the text give different values for the same thing",
    source: include_str!("table_text_mismatch.rs"),
    yields_to: &[
        "attribute/conflict",
        "count/list-mismatch",
        "count/restated",
        "date/conflict",
        "fact/pinned",
        "quantity/conflict",
        "quantity/magnitude",
        "rank/conflict",
        "role/conflict",
    ],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    compared(context, outcome, |a, b| context.comparable(a, b), |_| true);
}

/// A row whose long name, or version, stands whole in a sentence of another document.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    compared(
        context,
        outcome,
        |a, b| a != b && !context.comparable(a, b),
        |told| told.is_named_in_full && !told.agrees,
    );
}

fn compared(
    context: &Context,
    outcome: &mut Outcome,
    meet: impl Fn(usize, usize) -> bool,
    fits: impl Fn(&Told) -> bool,
) {
    for told in told(context.ledgers, meet).into_iter().filter(fits) {
        let Some(cell) = context.document(told.datum.document) else { continue };
        let Some(prose) = context.document(told.document) else { continue };
        let (given, words, of) = (cell.slice(told.datum.span), prose.slice(told.span), subject(cell, &told));
        let cell_label = Label::primary(told.datum.document, told.datum.span, of.clone());
        if told.agrees {
            let labels = vec![cell_label, Label::related(told.document, told.span, "")];
            outcome.agree("table", format!("table and text give {words} for {of}"), labels);
            continue;
        }
        let is_field = cell.blocks.get(told.datum.block).is_some_and(|b| b.kind == BlockKind::Field);
        let place = if is_field { "field" } else { "table" };
        let mut labels = [Label::primary(told.document, told.span, format!("not {given}")), cell_label];
        // What is to be corrected is the draft, whichever of the two it holds.
        if prose.role == Role::Source && cell.role != Role::Source {
            labels.reverse();
        }
        labels.iter_mut().skip(1).for_each(|l| l.role = LabelRole::Related);
        let message = format!("the {place} gives {given} for {of}, the text {words}");
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .labels(labels)
                .evidence(told.evidence.addends)
                .help(format!("if the {place} is right, write {given} in the text"))
                .help(format!("if the text is right, write {words} in the {place}")),
        );
    }
}

/// “Halle House” (2023)
fn subject(document: &Document, told: &Told) -> String {
    let words = |block: usize| document.blocks.get(block).map(|b| document.slice(b.span)).unwrap_or_default();
    let label = document.blocks.get(told.datum.block).and_then(|b| b.label.as_deref()).unwrap_or_default();
    match (told.name == told.datum.block, label) {
        (true, _) => format!("“{label}”"),
        (false, "") => format!("“{}”", words(told.name)),
        (false, _) => format!("“{}” ({label})", words(told.name)),
    }
}
