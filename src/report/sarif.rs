//! SARIF 2.1.0, for code scanning and editors: every other side of a finding is a
//! related location, and each rule comes with its manual.

use super::json::line;
use super::spot::{Spot, because, said, spots};
use super::{Report, View};
use crate::rules::{Finding, LabelRole, Manual, RULES};
use serde_json::{Value, json};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let used: Vec<&str> = {
        let mut rules: Vec<&str> = report.findings.iter().map(|f| f.rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    let results: Vec<Value> =
        report.findings.iter().zip(&report.ids).map(|(f, id)| result(report, f, id, &used)).collect();
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
            "columnKind": "utf16CodeUnits",
            "artifacts": artifacts,
            "results": results,
        }],
    }))
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
            "help": finding.help,
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
