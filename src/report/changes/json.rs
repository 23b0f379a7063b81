//! `crosscheck diff --format json`: the contract is `crosscheck schema diff`.

use super::told::ledger;
use crate::change::{Change, Changes, Nature, Pair};
use crate::claim::Ledger;
use crate::report::json::{PlaceOut, SCHEMA_VERSION, Tool, line, place};
use crate::text::Span;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Output<'a> {
    schema_version: u32,
    tool: Tool,
    documents: Vec<DocumentOut<'a>>,
    summary: Summary,
}

#[derive(Debug, Serialize)]
struct DocumentOut<'a> {
    old: Option<&'a str>,
    new: Option<&'a str>,
    renamed_from: Option<&'a str>,
    changes: Vec<ChangeOut<'a>>,
}

#[derive(Debug, Serialize)]
struct ChangeOut<'a> {
    nature: &'static str,
    kind: &'static str,
    about: &'a str,
    exactness: Option<&'static str>,
    old: Option<PlaceOut<'a>>,
    new: Option<PlaceOut<'a>>,
    before: Vec<PlaceOut<'a>>,
    after: Vec<PlaceOut<'a>>,
}

#[derive(Debug, Serialize)]
struct Summary {
    added: usize,
    dropped: usize,
    altered: usize,
    unchanged_documents: usize,
}

pub fn write(changes: &Changes, unchanged: usize) -> Result<String, String> {
    line(&Output {
        schema_version: SCHEMA_VERSION,
        tool: Tool::default(),
        documents: changes.pairs.iter().map(|pair| document(changes, pair)).collect(),
        summary: Summary {
            added: changes.count(Nature::Added),
            dropped: changes.count(Nature::Dropped),
            altered: changes.count(Nature::Altered),
            unchanged_documents: unchanged,
        },
    })
}

fn document<'a>(changes: &'a Changes, pair: &'a Pair) -> DocumentOut<'a> {
    let (old, new) = (ledger(changes, pair.old), ledger(changes, pair.new));
    DocumentOut {
        old: old.map(|l| l.document.path.as_str()),
        new: new.map(|l| l.document.path.as_str()),
        renamed_from: pair.renamed_from.as_deref(),
        changes: pair.changes.iter().map(|change| out(old, new, change)).collect(),
    }
}

fn out<'a>(old: Option<&'a Ledger>, new: Option<&'a Ledger>, change: &'a Change) -> ChangeOut<'a> {
    let at = |ledger: Option<&'a Ledger>, span: Span| ledger.map(|l| place(&l.document, span));
    let all = |ledger: Option<&'a Ledger>, spans: &[Span]| spans.iter().filter_map(|s| at(ledger, *s)).collect();
    ChangeOut {
        nature: change.nature.name(),
        kind: change.kind.name(),
        about: &change.about,
        exactness: change.exactness.map(|e| e.name()),
        old: change.old.and_then(|span| at(old, span)),
        new: change.new.and_then(|span| at(new, span)),
        before: all(old, &change.before),
        after: all(new, &change.after),
    }
}
