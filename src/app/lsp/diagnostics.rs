//! A report as marks in an editor: each finding at its first place, and once more in every other document that it could
//! be mended in, each time with all its other places.

use super::desk::Desk;
use super::position::{Encoding, range};
use super::uri;
use crate::document::{Format, Role};
use crate::report::spot::{because, said, spot};
use crate::report::visible;
use crate::rules::{Finding, Label, Severity};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// By the files' true paths. Documents without a mark are there, too.
pub fn diagnostics(desk: &Desk, encoding: Encoding) -> BTreeMap<PathBuf, Vec<Value>> {
    let mut all: BTreeMap<PathBuf, Vec<Value>> = BTreeMap::new();
    for ledger in &desk.report.ledgers {
        if let Some(file) = desk.file(&ledger.document.path) {
            all.entry(file.to_owned()).or_default();
        }
    }
    for (finding, id) in desk.report.findings.iter().zip(&desk.report.ids) {
        for label in shown_at(desk, finding) {
            let file = desk.report.ledgers.get(label.document).and_then(|l| desk.file(&l.document.path));
            let mark = diagnostic(desk, encoding, finding, id, label);
            if let (Some(file), Some(mark)) = (file, mark) {
                all.entry(file.to_owned()).or_default().push(mark);
            }
        }
    }
    all
}

/// Where a finding is marked: its first place, and the first in each other document but the sources, which are not
/// mended after a draft.
pub fn shown_at<'a>(desk: &Desk, finding: &'a Finding) -> Vec<&'a Label> {
    let role = |label: &Label| desk.report.ledgers.get(label.document).map(|l| l.document.role);
    let mut shown: Vec<&Label> = Vec::new();
    for label in &finding.labels {
        let is_other = shown.iter().all(|known| known.document != label.document);
        if shown.is_empty() || is_other && role(label) != Some(Role::Source) {
            shown.push(label);
        }
    }
    shown
}

pub fn diagnostic(desk: &Desk, encoding: Encoding, finding: &Finding, id: &str, at: &Label) -> Option<Value> {
    let document = &desk.report.ledgers.get(at.document)?.document;
    let is_first = finding.labels.first().is_some_and(|first| std::ptr::eq(first, at));
    let message = if is_first { &finding.message } else { finding.turned.as_ref().unwrap_or(&finding.message) };
    let helps = finding.help.iter().map(|help| format!("help: {}", help.words));
    let because = Some(because(finding)).filter(|because| !because.is_empty());
    // The mark stands at the head of such a file.
    let words = || spot(&desk.report, at).map(|spot| format!("at {}, {}", spot.name(), said(&spot)));
    let converted = Some(document).filter(|d| d.format == Format::Converted).and_then(|_| words());
    let converted = converted.map(|words| format!("{words}, in the text that was made of this file"));
    let lines = [message.clone()].into_iter().chain(converted).chain(because).chain(helps);
    let message: Vec<String> = lines.map(|line| visible(&line)).collect();
    let others = finding.labels.iter().filter(|label| !std::ptr::eq(*label, at));
    let related: Vec<Value> = others.filter_map(|label| related(desk, encoding, label)).collect();
    Some(json!({
        "range": range(document, document.place(at.span), encoding),
        "severity": severity(finding.severity),
        "code": finding.rule,
        "source": "crosscheck",
        "message": message.join("\n"),
        "relatedInformation": related,
        "data": { "id": id },
    }))
}

fn related(desk: &Desk, encoding: Encoding, label: &Label) -> Option<Value> {
    let document = &desk.report.ledgers.get(label.document)?.document;
    let words = document.printed(label.span);
    let message =
        if label.note.is_empty() { format!("“{words}”") } else { format!("“{words}”: {}", label.note) };
    Some(json!({
        "location": {
            "uri": uri::of_key(desk.file(&document.path)?),
            "range": range(document, document.place(label.span), encoding),
        },
        "message": visible(&message),
    }))
}

fn severity(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 1,
        Severity::Warning => 2,
        Severity::Note => 3,
    }
}
