//! Annotations in a pull request, by GitHub's workflow commands. GitHub shows ten of a
//! level for a step and drops the rest without a word, so the gravest ten are written
//! and the rest is counted aloud.

use super::closing;
use super::spot::{because, said, spots};
use super::visible::visible;
use super::{Report, View};
use crate::rules::{Finding, Severity};
use std::cmp::Reverse;

const MOST: usize = 10;

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let mut gravest: Vec<&Finding> = report.findings.iter().collect();
    gravest.sort_by_key(|f| Reverse(f.severity));
    // What could not be read or checked comes first: it is the gravest, and counts among the ten errors.
    let gaps = report.gaps().take(MOST);
    let mut out: String =
        gaps.map(|(how, sentence)| format!("::error title=crosscheck%3A {how}::{}\n", data(sentence))).collect();
    let room = MOST.saturating_sub(report.not_done().count());
    let uncompared = report.uncompared.iter().take(MOST);
    out.extend(uncompared.map(|sentence| format!("::warning title=crosscheck%3A not compared::{}\n", data(sentence))));
    let annotations: String = gravest.iter().take(room).map(|finding| annotation(report, finding)).collect();
    out.push_str(&annotations);
    let more = gravest.len().saturating_sub(room);
    if more > 0 {
        out.push_str(&format!("::notice title=crosscheck::{more} more findings are not annotated; see the log or the summary of this step\n"));
    }
    if out.is_empty() {
        out.push_str(&format!("crosscheck: {}\n", closing::nothing(report)));
    }
    Ok(out)
}

fn annotation(report: &Report, finding: &Finding) -> String {
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let spots = spots(report, finding);
    let mut properties = format!("title={}", property(&format!("crosscheck {}", finding.rule)));
    if let Some(spot) = spots.first() {
        properties =
            format!("file={},line={},endLine={},{properties}", property(spot.path), spot.start.line, spot.end.line);
        // GitHub takes columns only inside one line.
        if spot.start.line == spot.end.line {
            properties.push_str(&format!(",col={},endColumn={}", spot.start.column, spot.end.column));
        }
    }
    let mut lines = vec![finding.message.clone()];
    lines.extend(spots.iter().map(|spot| format!("{} {}", spot.name(), said(spot))));
    lines.extend(Some(because(finding)).filter(|because| !because.is_empty()));
    lines.extend(finding.help.iter().map(|help| format!("help: {}", help.words)));
    let message: Vec<String> = lines.iter().map(|line| data(line)).collect();
    format!("::{command} {properties}::{}\n", message.join("%0A"))
}

/// A line of a command's message.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25")
}

/// The value of a command's property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
