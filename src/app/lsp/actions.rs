//! What can be done about a finding: its ways out as edits, silence in place, the baseline, and a look at the other side.
//! Every edit is the editor's to make; none is offered in a file outside of the project's folder.

use super::buffers::Buffers;
use super::commands::{BASELINE, OPEN};
use super::desk::Desk;
use super::diagnostics::{diagnostic, shown_at};
use super::position::{Encoding, Range, range};
use super::uri;
use crate::report::allowing::{Allowing, allowing};
use crate::report::spot::spot;
use crate::report::visible;
use crate::report::ways::ways;
use crate::rules::{Finding, Label};
use crate::text::Place;
use serde_json::{Value, json};
use std::path::Path;

/// What the editor can do.
#[derive(Debug, Clone, Copy)]
pub struct Able {
    pub encoding: Encoding,
    /// Edits that name the version of a text.
    pub versions: bool,
    /// Show a place that the server names.
    pub show: bool,
}

pub fn actions(desk: &Desk, buffers: &Buffers, able: Able, file: &Path, asked: Range) -> Vec<Value> {
    let Some(document) = desk.document(file) else { return Vec::new() };
    let mut all = Vec::new();
    for (finding, id) in desk.report.findings.iter().zip(&desk.report.ids) {
        let here = shown_at(desk, finding).into_iter().find(|label| label.document == document);
        let Some(here) = here.filter(|label| place(desk, able.encoding, label).is_some_and(|r| r.meets(&asked))) else {
            continue;
        };
        let mark = diagnostic(desk, able.encoding, finding, id, here);
        let action = |title: String, what: &str, value: Value| {
            let mut action = json!({ "title": visible(&title), "kind": "quickfix", "diagnostics": [mark] });
            if let Some(fields) = action.as_object_mut() {
                fields.insert(what.to_owned(), value);
            }
            action
        };
        for way in ways(&desk.report, finding) {
            if let Some(edit) = edit(desk, buffers, able, (way.document, way.place), &way.text) {
                all.push(action(way.title, "edit", edit));
            }
        }
        if let Some(edit) = silence(desk, buffers, able, finding, here) {
            all.push(action(format!("Allow {} here, with a reason", finding.rule), "edit", edit));
        }
        let title = format!("Accept this {} for now, in the baseline", finding.rule);
        let command = json!({ "title": title, "command": BASELINE, "arguments": [id] });
        all.push(action(title, "command", command));
        if able.show {
            all.extend(finding.labels.iter().filter(|label| !std::ptr::eq(*label, here)).filter_map(|label| {
                let (title, command) = open(desk, able.encoding, label)?;
                Some(action(title, "command", command))
            }));
        }
    }
    all
}

fn place(desk: &Desk, encoding: Encoding, label: &Label) -> Option<Range> {
    let document = &desk.report.ledgers.get(label.document)?.document;
    Some(range(document, document.place(label.span), encoding))
}

fn open(desk: &Desk, encoding: Encoding, label: &Label) -> Option<(String, Value)> {
    let spot = spot(&desk.report, label)?;
    let file = desk.file(&desk.report.ledgers.get(label.document)?.document.path)?;
    let title = format!("Open {}", spot.name());
    let arguments = json!([uri::of_key(file), place(desk, encoding, label)?]);
    Some((title.clone(), json!({ "title": title, "command": OPEN, "arguments": arguments })))
}

/// A change of one document, as the editor takes it.
fn edit(desk: &Desk, buffers: &Buffers, able: Able, (document, place): (usize, Place), text: &str) -> Option<Value> {
    let document = &desk.report.ledgers.get(document)?.document;
    let file = desk.file(&document.path)?;
    let buffer = buffers.get(file);
    // A link may lead out of the folder; what is open there is the writer's own choice.
    if buffer.is_none() && !desk.root().is_some_and(|root| file.starts_with(root)) {
        return None;
    }
    let uri = buffer.map_or_else(|| uri::of_key(file), |buffer| buffer.uri.clone());
    let edits = json!([{ "range": range(document, place, able.encoding), "newText": text }]);
    if able.versions {
        let version = buffer.map(|buffer| buffer.version);
        return Some(
            json!({ "documentChanges": [{ "textDocument": { "uri": uri, "version": version }, "edits": edits }] }),
        );
    }
    Some(json!({ "changes": { uri: edits } }))
}

/// A comment behind the line, where a comment may stand.
fn silence(desk: &Desk, buffers: &Buffers, able: Able, finding: &Finding, here: &Label) -> Option<Value> {
    let document = &desk.report.ledgers.get(here.document)?.document;
    let Allowing { end, comment, .. } =
        allowing(document, here.span, finding.rule, "looked at, and meant so").filter(|allowing| !allowing.is_above)?;
    edit(desk, buffers, able, (here.document, Place { start: end, end }), &format!(" {comment}"))
}
