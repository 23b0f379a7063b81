//! Reviewdog's diagnostic format. Its columns count bytes of UTF-8.

use super::json::line;
use super::spot::{Spot, said, spots};
use super::{Report, View};
use crate::rules::{Finding, Severity};
use serde_json::{Value, json};

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let diagnostics: Vec<Value> = report.findings.iter().filter_map(|finding| diagnostic(report, finding)).collect();
    line(&json!({ "source": { "name": env!("CARGO_PKG_NAME") }, "severity": "WARNING", "diagnostics": diagnostics }))
}

fn diagnostic(report: &Report, finding: &Finding) -> Option<Value> {
    let spots = spots(report, finding);
    let (first, others) = spots.split_first()?;
    let severity = match finding.severity {
        Severity::Error => "ERROR",
        Severity::Warning => "WARNING",
        Severity::Note => "INFO",
    };
    let mut message = vec![finding.message.clone()];
    message.extend(others.iter().map(|spot| format!("{} {}", spot.name(), said(spot))));
    message.extend(finding.help.iter().map(|help| format!("help: {}", help.words)));
    let related = others.iter().map(|spot| json!({ "message": said(spot), "location": location(spot) }));
    Some(json!({
        "message": message.join("\n"),
        "location": location(first),
        "severity": severity,
        "code": { "value": finding.rule },
        "related_locations": related.collect::<Vec<_>>(),
    }))
}

fn location(spot: &Spot) -> Value {
    let (start, end) = spot.byte_columns;
    json!({
        "path": spot.path,
        "range": {
            "start": { "line": spot.start.line, "column": start },
            "end": { "line": spot.end.line, "column": end },
        },
    })
}
