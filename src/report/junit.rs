//! JUnit XML: a suite for each document, a failed case for each error or warning in
//! it, and a passed one for each note.

use super::spot::{because, said, spots};
use super::visible::visible;
use super::{Report, View};
use crate::rules::{Finding, Severity};

pub fn write(report: &Report, _: &View) -> Result<String, String> {
    let failed = |findings: &[(&Finding, &String)]| findings.iter().filter(|(f, _)| fails(f)).count();
    let all: Vec<(&Finding, &String)> = report.findings.iter().zip(&report.ids).collect();
    let suites: Vec<Vec<(&Finding, &String)>> = (0..report.ledgers.len())
        .map(|document| {
            let at = |f: &Finding| f.labels.first().is_some_and(|l| l.document == document);
            let from = all.partition_point(|(f, _)| f.labels.first().is_some_and(|l| l.document < document));
            all.iter().skip(from).take_while(|(f, _)| at(f)).copied().collect()
        })
        .collect();
    let gaps = report.gaps().count();
    let tests: usize = suites.iter().map(|suite| suite.len().max(1)).sum::<usize>() + gaps + report.uncompared.len();
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!(
        "<testsuites name=\"crosscheck\" tests=\"{tests}\" failures=\"{}\" errors=\"{gaps}\">\n",
        failed(&all)
    ));
    for how in ["not read", "not checked"] {
        lacking(report, how, &mut out);
    }
    uncompared(report, &mut out);
    for (ledger, findings) in report.ledgers.iter().zip(&suites) {
        let path = escaped(&ledger.document.path);
        out.push_str(&format!(
            "  <testsuite name=\"{path}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
            findings.len().max(1),
            failed(findings)
        ));
        if findings.is_empty() {
            out.push_str(&format!("    <testcase name=\"nothing disagrees\" classname=\"{path}\"/>\n"));
        }
        for (finding, id) in findings {
            case(report, finding, id, &path, &mut out);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    Ok(out)
}

/// What could not be read, or checked: a suite of errors.
fn lacking(report: &Report, how: &str, out: &mut String) {
    let sentences = || report.gaps().filter(|(gap, _)| *gap == how).map(|(_, sentence)| escaped(sentence));
    let count = sentences().count();
    if count == 0 {
        return;
    }
    out.push_str(&format!("  <testsuite name=\"{how}\" tests=\"{count}\" failures=\"0\" errors=\"{count}\">\n"));
    for sentence in sentences() {
        out.push_str(&format!("    <testcase name=\"{sentence}\" classname=\"{how}\">\n"));
        out.push_str(&format!("      <error type=\"{how}\" message=\"{sentence}\"/>\n    </testcase>\n"));
    }
    out.push_str("  </testsuite>\n");
}

/// What was too much to be compared breaks no build: a suite of skipped cases.
fn uncompared(report: &Report, out: &mut String) {
    let count = report.uncompared.len();
    if count == 0 {
        return;
    }
    out.push_str(&format!(
        "  <testsuite name=\"not compared\" tests=\"{count}\" failures=\"0\" errors=\"0\" skipped=\"{count}\">\n"
    ));
    for sentence in report.uncompared.iter().map(|sentence| escaped(sentence)) {
        out.push_str(&format!("    <testcase name=\"{sentence}\" classname=\"not compared\">\n"));
        out.push_str(&format!("      <skipped message=\"{sentence}\"/>\n    </testcase>\n"));
    }
    out.push_str("  </testsuite>\n");
}

fn fails(finding: &Finding) -> bool {
    finding.severity > Severity::Note
}

fn case(report: &Report, finding: &Finding, id: &str, path: &str, out: &mut String) {
    let name = format!("{} {id}", finding.rule);
    let spots = spots(report, finding);
    out.push_str(&format!("    <testcase name=\"{}\" classname=\"{path}\">\n", escaped(&name)));
    let message = escaped(&finding.message);
    let mut body: Vec<String> = spots.iter().map(|spot| format!("{} {}", spot.name(), said(spot))).collect();
    body.extend(Some(because(finding)).filter(|because| !because.is_empty()));
    body.extend(finding.help.iter().map(|help| format!("help: {}", help.words)));
    let body = body.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n");
    if fails(finding) {
        let level = finding.severity.name();
        out.push_str(&format!("      <failure type=\"{level}\" message=\"{message}\">{body}</failure>\n"));
    } else {
        out.push_str(&format!("      <system-out>{message}\n{body}</system-out>\n"));
    }
    out.push_str("    </testcase>\n");
}

/// Text for an element or attribute: XML has no place for control characters at all.
fn escaped(text: &str) -> String {
    let text = visible(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
