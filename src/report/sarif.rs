//! SARIF 2.1.0, for code scanning and editors: every other side of a finding is a
//! related location, and each rule comes with its manual. What a comment or the
//! baseline keeps back is there as suppressed; with a baseline every result says how it
//! stands to it.

use super::json::line;
use super::spot::{Spot, because, said, spots};
use super::{Report, Silenced, View};
use crate::policy::{Cause, Entry};
use crate::rules::{Finding, LabelRole, Manual, RULES};
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let used: Vec<&str> = {
        let silenced = kept_back(report).map(|s| s.finding.rule);
        let mended = report.mended.iter().flatten().map(|entry| entry.rule.as_str());
        let mut rules: Vec<&str> = report.findings.iter().map(|f| f.rule).chain(silenced).chain(mended).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    let new = report.findings.iter().zip(&report.ids).map(|(f, id)| {
        let state = report.mended.is_some().then_some("new");
        with(result(report, f, id, &used), state.map(|state| ("baselineState", json!(state))))
    });
    let silenced = kept_back(report).map(|s| {
        let result = result(report, &s.finding, &s.identity.id, &used);
        with(result, [("suppressions", json!([suppression(&s.cause)]))].into_iter().chain(state(report, &s.cause)))
    });
    let mended = report.mended.iter().flatten().map(|entry| absent(entry, &used));
    let results: Vec<Value> = new.chain(silenced).chain(mended).collect();
    let artifacts: Vec<Value> = report
        .ledgers
        .iter()
        .map(|l| json!({ "location": location(&l.document.path), "length": l.document.bytes.len(), "roles": ["analysisTarget"] }))
        .collect();
    line(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": used.iter().map(|id| descriptor(id)).collect::<Vec<_>>(),
            }},
            "invocations": [invocation(report)],
            "columnKind": "utf16CodeUnits",
            "artifacts": artifacts,
            "results": results,
        }],
    }))
}

/// What could not be read or checked is an error of the run, no result; what was too much to be compared, a warning.
fn invocation(report: &Report) -> Value {
    let notification = |level, sentence| json!({ "level": level, "message": { "text": plain(sentence) } });
    let gaps = report.gaps().map(|(_, sentence)| notification("error", sentence));
    let uncompared = report.uncompared.iter().map(|sentence| notification("warning", sentence));
    let told: Vec<Value> = gaps.chain(uncompared).collect();
    let mut run = json!({ "executionSuccessful": report.gaps().next().is_none() });
    if let Some(fields) = run.as_object_mut().filter(|_| !told.is_empty()) {
        fields.insert("toolExecutionNotifications".to_owned(), told.into());
    }
    run
}

/// Findings that somebody decided to keep back. Those of rules that are off, or that did not change, are not spoken of.
fn kept_back(report: &Report) -> impl Iterator<Item = &Silenced> {
    report.silenced.iter().filter(|s| matches!(s.cause, Cause::Comment { .. } | Cause::Baseline))
}

fn suppression(cause: &Cause) -> Value {
    match cause {
        Cause::Comment { reason } => json!({ "kind": "inSource", "justification": plain(reason) }),
        Cause::Baseline | Cause::Off | Cause::Unchanged => {
            json!({ "kind": "external", "justification": "accepted in the baseline" })
        }
    }
}

/// How a suppressed finding stands to the baseline, if there is one.
fn state(report: &Report, cause: &Cause) -> Option<(&'static str, Value)> {
    let state = if *cause == Cause::Baseline { "unchanged" } else { "new" };
    report.mended.is_some().then(|| ("baselineState", json!(state)))
}

/// What the baseline accepts and is found no more.
fn absent(entry: &Entry, used: &[&str]) -> Value {
    let places = entry.paths.iter().map(|p| json!({ "physicalLocation": { "artifactLocation": location(p) } }));
    let mut result = json!({
        "ruleId": entry.rule,
        "level": "none",
        "kind": "pass",
        "message": { "text": plain(&format!("“{}” was accepted and is found no more", entry.words)) },
        "locations": places.take(1).collect::<Vec<_>>(),
        "partialFingerprints": { "crosscheck/v1": entry.id },
        "baselineState": "absent",
    });
    if let (Some(fields), Some(index)) = (result.as_object_mut(), used.iter().position(|rule| *rule == entry.rule)) {
        fields.insert("ruleIndex".to_owned(), json!(index));
    }
    result
}

fn with(mut result: Value, fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    if let Some(object) = result.as_object_mut() {
        object.extend(fields.into_iter().map(|(name, value)| (name.to_owned(), value)));
    }
    result
}

fn descriptor(id: &str) -> Value {
    let Some(rule) = RULES.iter().find(|rule| rule.id == id) else { return json!({ "id": id }) };
    let manual = Manual::of(rule).text;
    json!({
        "id": id,
        "shortDescription": { "text": plain(rule.summary) },
        "help": { "text": plain(&manual), "markdown": plain(&manual) },
        "defaultConfiguration": { "level": rule.severity.name() },
    })
}

fn result(report: &Report, finding: &Finding, id: &str, used: &[&str]) -> Value {
    let spots = spots(report, finding);
    let (primary, related): (Vec<&Spot>, Vec<&Spot>) = spots.iter().partition(|s| s.label.role == LabelRole::Primary);
    let mut result = json!({
        "ruleId": finding.rule,
        "level": finding.severity.name(),
        "message": { "text": plain(&finding.message) },
        "locations": primary.iter().map(|s| place(s)).collect::<Vec<_>>(),
        "partialFingerprints": { "crosscheck/v1": id },
        "properties": {
            "verdict": finding.verdict.name(),
            "aligned": because(finding),
            "help": finding.help.iter().map(|help| help.words.as_str()).collect::<Vec<_>>(),
        },
    });
    if let Some(fields) = result.as_object_mut() {
        if let Some(index) = used.iter().position(|rule| *rule == finding.rule) {
            fields.insert("ruleIndex".to_owned(), json!(index));
        }
        if !related.is_empty() {
            let related = related.iter().enumerate().map(|(index, spot)| {
                let mut place = place(spot);
                if let Some(fields) = place.as_object_mut() {
                    fields.insert("id".to_owned(), json!(index + 1));
                }
                place
            });
            fields.insert("relatedLocations".to_owned(), related.collect());
        }
    }
    result
}

fn place(spot: &Spot) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": location(spot.path),
            "region": {
                "startLine": spot.start.line,
                "startColumn": spot.start.column_utf16,
                "endLine": spot.end.line,
                "endColumn": spot.end.column_utf16,
                "snippet": { "text": spot.words },
            },
        },
        "message": { "text": plain(&said(spot)) },
    })
}

/// Relative to the directory of the run, unless the path is absolute.
fn location(path: &str) -> Value {
    let path = path.strip_prefix("./").unwrap_or(path);
    if path.starts_with('/') {
        json!({ "uri": format!("file://{}", uri(path)) })
    } else {
        json!({ "uri": uri(path), "uriBaseId": "%SRCROOT%" })
    }
}

/// A path as part of a URI.
fn uri(path: &str) -> String {
    path.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// A message that holds no placeholder and no link.
fn plain(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}").replace("](", "] (")
}
