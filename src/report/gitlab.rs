//! GitLab's code quality report.

use super::json::line;
use super::spot::{because, said, spots};
use super::{Report, View};
use crate::rules::{Finding, Severity};
use serde_json::{Value, json};

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let issues = report.findings.iter().zip(&report.ids).filter_map(|(finding, id)| issue(report, finding, id));
    line(&issues.collect::<Vec<Value>>())
}

fn issue(report: &Report, finding: &Finding, id: &str) -> Option<Value> {
    let spots = spots(report, finding);
    let (first, others) = spots.split_first()?;
    let severity = match finding.severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Note => "info",
    };
    let place = |spot: &super::spot::Spot| json!({ "path": spot.path, "lines": { "begin": spot.start.line, "end": spot.end.line } });
    let lines = spots.iter().map(|spot| format!("{} {}", spot.name(), said(spot)));
    let because = Some(because(finding)).filter(|because| !because.is_empty());
    let help = finding.help.iter().map(|help| format!("help: {}", help.words));
    let body: Vec<String> = lines.chain(because).chain(help).collect();
    Some(json!({
        "type": "issue",
        "check_name": finding.rule,
        "description": finding.message,
        "content": { "body": body.join("\n\n") },
        "categories": ["Bug Risk"],
        "fingerprint": id,
        "severity": severity,
        "location": place(first),
        "other_locations": others.iter().map(place).collect::<Vec<_>>(),
    }))
}
