//! One finding in the manner of rustc: what is wrong, every place with its words
//! underlined and what it says, why the places were aligned, each way out.

use super::excerpt::{Excerpt, Mark, excerpts};
use super::style::{BOLD, DIM, FRAME, RELATED, level, paint};
use super::{COLUMNS, heading};
use crate::claim::Ledger;
use crate::report::located::located;
use crate::report::visible::{visible, width, wrap};
use crate::rules::{Finding, Label, LabelRole, Severity};

/// What stands left of every excerpt.
const GUTTER: &str = "   | ";
/// How far a long note is moved left of its mark, so that it is not broken into slivers.
const NARROWEST: usize = 50;

pub fn diagnostic(ledgers: &[Ledger], finding: &Finding, id: &str, out: &mut String) {
    heading(level(finding.severity), &format!("{}[{}]", finding.severity.name(), finding.rule), &finding.message, out);
    for (document, labels) in by_document(&finding.labels) {
        places(ledgers, document, &labels, finding.severity, out);
    }
    if !finding.evidence.is_empty() {
        let reasons: Vec<String> =
            finding.evidence.iter().map(|a| format!("{} ({:+.1})", a.reason, a.weight)).collect();
        trailer("aligned because", &reasons.join(", "), out);
    }
    for help in &finding.help {
        trailer("help:", &help.words, out);
    }
    line(&[&paint(FRAME, "   = "), &paint(DIM, &format!("id {id}"))], out);
}

/// Labels by document, in the order in which the documents first appear.
fn by_document(labels: &[Label]) -> Vec<(usize, Vec<&Label>)> {
    let mut documents: Vec<(usize, Vec<&Label>)> = Vec::new();
    for label in labels {
        match documents.iter_mut().find(|(document, _)| *document == label.document) {
            Some((_, found)) => found.push(label),
            None => documents.push((label.document, vec![label])),
        }
    }
    documents
}

fn places(ledgers: &[Ledger], document: usize, labels: &[&Label], severity: Severity, out: &mut String) {
    let Some(document) = ledgers.get(document).map(|l| &l.document) else { return };
    let mut sorted = labels.to_vec();
    sorted.sort_by_key(|l| (l.span, l.role));
    let mut excerpts = excerpts(document, &sorted, COLUMNS - width(GUTTER));
    let primary = |m: &Mark| m.label.role == LabelRole::Primary;
    excerpts.sort_by_key(|e| !e.marks.iter().any(primary));
    for excerpt in &excerpts {
        let Some(first) = excerpt.marks.iter().find(|m| primary(m)).or(excerpt.marks.first()) else { continue };
        let arrow = if primary(first) { "  --> " } else { "  ::: " };
        line(&[&paint(FRAME, arrow), &located(document, first.label.span)], out);
        draw(excerpt, severity, out);
    }
}

/// The excerpt, its underlines, and the notes hung below them.
fn draw(excerpt: &Excerpt, severity: Severity, out: &mut String) {
    gutter(&excerpt.line, out);
    let style = |m: &Mark| if m.label.role == LabelRole::Primary { level(severity) } else { RELATED };
    let mut row = String::new();
    let mut at = 0;
    for mark in &excerpt.marks {
        let sign = if mark.label.role == LabelRole::Primary { "^" } else { "-" };
        row.push_str(&" ".repeat(mark.column.saturating_sub(at)));
        row.push_str(&paint(style(mark), &sign.repeat(mark.width)));
        at = mark.column + mark.width;
    }
    let room = COLUMNS - width(GUTTER);
    let mut waiting = excerpt.marks.as_slice();
    if let Some((last, before)) = waiting.split_last()
        && at + 1 + width(&last.label.note) <= room
    {
        if !last.label.note.is_empty() {
            row.push(' ');
            row.push_str(&paint(style(last), &visible(&last.label.note)));
        }
        waiting = before;
    }
    gutter(&row, out);
    // From the right to the left, so that no note crosses another one's bar.
    while let Some((mark, before)) = waiting.split_last() {
        waiting = before;
        if mark.label.note.is_empty() {
            continue;
        }
        let bars: String = before.iter().filter(|m| !m.label.note.is_empty()).fold(String::new(), |bars, m| {
            let blanks = m.column.saturating_sub(width(&bars));
            format!("{bars}{}|", " ".repeat(blanks))
        });
        let column = if before.is_empty() {
            mark.column.min(room.saturating_sub(width(&mark.label.note).min(NARROWEST)))
        } else {
            mark.column
        };
        for part in wrap(&mark.label.note, room.saturating_sub(column)) {
            let blanks = " ".repeat(column.saturating_sub(width(&bars)));
            gutter(&format!("{}{blanks}{}", paint(RELATED, &bars), paint(style(mark), &part)), out);
        }
    }
}

fn gutter(text: &str, out: &mut String) {
    line(&[&paint(FRAME, GUTTER), text], out);
}

/// `   = name text`, its further lines set in below the text.
fn trailer(name: &str, text: &str, out: &mut String) {
    let before = 6 + width(name);
    for (index, part) in wrap(text, COLUMNS - before).iter().enumerate() {
        if index == 0 {
            line(&[&paint(FRAME, "   = "), &paint(BOLD, name), " ", part], out);
        } else {
            line(&[&" ".repeat(before), part], out);
        }
    }
}

fn line(parts: &[&str], out: &mut String) {
    for part in parts {
        out.push_str(part);
    }
    out.push('\n');
}
