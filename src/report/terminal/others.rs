//! What agrees, and what nothing was compared with: short lists, a place a line.

use super::excerpt::around;
use super::style::{BOLD, DIM, GOOD, paint};
use super::{COLUMNS, heading};
use crate::report::located::located;
use crate::report::verbatim::apart;
use crate::report::visible::{shortened, width, wrap};
use crate::report::{Report, State};
use crate::text::Span;

/// How many columns of a place's words are shown.
const WORDS: usize = 56;

pub fn agreements(report: &Report, all: bool, out: &mut String) {
    let (own, copied) = apart(report);
    for agreement in own.into_iter().chain(copied.iter().copied().filter(|_| all)) {
        heading(GOOD, &format!("agrees[{}]", agreement.kind), &agreement.message, out);
        for label in &agreement.labels {
            out.push_str(&format!("  {}\n", place(report, label.document, label.span)));
            for part in wrap(&label.note, COLUMNS - 6).iter().filter(|part| !part.is_empty()) {
                out.push_str(&format!("      {part}\n"));
            }
        }
        out.push('\n');
    }
    if !all && !copied.is_empty() {
        let message = format!("{} facts stand in sentences that the documents share word for word", copied.len());
        heading(GOOD, "agrees", &message, out);
        out.push_str(&paint(DIM, "      (--show findings,verbatim lists them)"));
        out.push_str("\n\n");
    }
}

pub fn unverified(report: &Report, out: &mut String) {
    let mut reasons: Vec<&str> = Vec::new();
    for claim in &report.unverified {
        if !reasons.contains(&claim.reason()) {
            reasons.push(claim.reason());
        }
    }
    for reason in reasons {
        out.push_str(&format!("{}: {reason}\n", paint(BOLD, "not compared")));
        for claim in report.unverified.iter().filter(|c| c.reason() == reason) {
            let kind = paint(DIM, claim.kind.name());
            out.push_str(&format!("  {} {kind}\n", place(report, claim.document, claim.span)));
        }
        out.push('\n');
    }
}

/// The claims of drafts one by one, with the places of the sources that tell.
pub fn claims(report: &Report, out: &mut String) {
    for ticked in &report.sheet {
        let style = match ticked.state {
            State::Contradicted | State::Unsupported => BOLD,
            State::Supported | State::Derivable => GOOD,
            State::NotCompared => DIM,
        };
        let state = paint(style, &format!("{:<13}", ticked.state.name()));
        out.push_str(&format!("{state} {}\n", place(report, ticked.document, ticked.span)));
        for (document, span) in &ticked.sources {
            out.push_str(&format!("                {}\n", place(report, *document, *span)));
        }
    }
    if !report.sheet.is_empty() {
        out.push('\n');
    }
}

/// `path:line:column`, and the words in marks between a few of those around them.
fn place(report: &Report, document: usize, span: Span) -> String {
    let Some(document) = report.ledgers.get(document).map(|l| &l.document) else { return String::new() };
    let words = shortened(&document.printed(span), WORDS);
    let room = WORDS.saturating_sub(width(&words)) / 2;
    let (before, after) = around(document, span, room);
    format!("{} {before}‹{words}›{after}", located(document, span))
}
