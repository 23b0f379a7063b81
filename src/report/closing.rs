//! What a report comes to, in the words that every output for people shares: how many
//! documents were read, and how many findings there are, or in which sense there are none.
//! "Nothing disagrees" is said only of documents that were looked at.

use super::{Report, not_understood};
use crate::claim::Ledger;
use crate::document::Role;
use crate::policy::Cause;
use crate::rules::Severity;

/// "3 documents, 1 of them not understood, 1 path not read, 12 files passed over".
pub fn documents(report: &Report) -> String {
    let mut words = match report.ledgers.len() {
        0 => "no document".to_owned(),
        n => counted(n, "document"),
    };
    let foreign = report.ledgers.iter().filter(|l| not_understood(l).is_some()).count();
    let empty = report.ledgers.iter().filter(|l| is_empty(l)).count();
    for (some, told) in [(foreign, "not understood"), (empty, "empty")] {
        match (some, report.ledgers.len()) {
            (0, _) => {}
            (some, all) if some == all => words.push_str(&format!(", {told}")),
            (some, _) => words.push_str(&format!(", {some} of them {told}")),
        }
    }
    let passed_over = report.passed_over.iter().fold(0_usize, |sum, kind| sum.saturating_add(kind.files));
    for (count, noun, told) in [(report.refused.len(), "path", "not read"), (passed_over, "file", "passed over")] {
        if count > 0 {
            words.push_str(&format!(", {} {told}", counted(count, noun)));
        }
    }
    if !report.problems.is_empty() {
        words.push_str(&format!(", {}", counted(report.problems.len(), "problem")));
    }
    words
}

/// Is there not a byte in it?
fn is_empty(ledger: &Ledger) -> bool {
    ledger.document.bytes.is_empty()
}

/// The levels that findings have, the gravest first, each with their number.
pub fn levels(report: &Report) -> impl Iterator<Item = (Severity, usize)> {
    let levels = [Severity::Error, Severity::Warning, Severity::Note];
    levels.into_iter().map(|level| (level, report.count(level))).filter(|(_, count)| *count > 0)
}

/// "2 errors, 1 note", or what is to be said where there is no finding.
pub fn found(report: &Report) -> String {
    let counts: Vec<String> = levels(report).map(|(level, count)| counted(count, level.name())).collect();
    if counts.is_empty() { nothing(report).to_owned() } else { counts.join(", ") }
}

/// In which sense there is no finding.
pub fn nothing(report: &Report) -> &'static str {
    let has = |role: Role| report.ledgers.iter().any(|l| l.document.role == role && !is_empty(l));
    if !has(Role::Peer) && !has(Role::Draft) {
        return "nothing was checked";
    }
    let held = |l: &&Ledger| l.document.role != Role::Source && not_understood(l).is_none();
    if report.ledgers.iter().filter(held).all(|l| l.claims.is_empty()) {
        return "no claim was read, so nothing was compared";
    }
    if has(Role::Draft) && !has(Role::Source) {
        return "no source was read to hold it against";
    }
    // Rules that are off are no news.
    if report.silenced.iter().any(|s| s.cause != Cause::Off) {
        return "nothing else disagrees";
    }
    if report.ledgers.len() == 1 { "nothing in it disagrees" } else { "nothing disagrees" }
}

/// Was all that was asked for looked at, and nothing found?
pub fn is_good(report: &Report) -> bool {
    let read = report.gaps().next().is_none() && !report.ledgers.iter().any(|l| not_understood(l).is_some());
    read && report.uncompared.is_empty()
        && report.findings.is_empty()
        && report.ledgers.iter().any(|l| !l.claims.is_empty())
}

pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
