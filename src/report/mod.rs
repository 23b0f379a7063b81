//! A run's outcome in a fixed order, and one file for each way to write it.

pub mod claims_json;
pub mod json;
pub mod read_json;
pub mod read_text;
mod unverified;

pub use unverified::Unverified;

use crate::claim::Ledger;
use crate::rules::{Agreement, Finding, Outcome, Severity};
use crate::text::StableHash;
use std::collections::BTreeMap;

/// Everything an output may show. Findings are sorted by place, then rule.
#[derive(Debug)]
pub struct Report {
    pub ledgers: Vec<Ledger>,
    pub findings: Vec<Finding>,
    /// The findings' fingerprints, index for index.
    pub ids: Vec<String>,
    pub agreements: Vec<Agreement>,
    pub unverified: Vec<Unverified>,
}

impl Report {
    pub fn new(ledgers: Vec<Ledger>, outcome: Outcome) -> Report {
        let Outcome { mut findings, mut agreements } = outcome;
        for finding in &mut findings {
            finding.labels.sort_by_key(|l| l.role);
        }
        let place = |f: &Finding| f.labels.first().map(|l| (l.document, l.span));
        findings.sort_by(|a, b| (place(a), a.rule, &a.message).cmp(&(place(b), b.rule, &b.message)));
        let first = |a: &Agreement| a.labels.first().map(|l| (l.document, l.span));
        agreements.sort_by(|a, b| (first(a), a.kind, &a.message).cmp(&(first(b), b.kind, &b.message)));
        let unverified = unverified::list(&ledgers, &findings, &agreements);
        let ids = fingerprints(&ledgers, &findings);
        Report { ledgers, findings, ids, agreements, unverified }
    }

    /// How many findings there are at exactly this level.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}

/// Made of the rule and of each label's path and words, so that edits elsewhere in
/// the files change nothing. Findings alike in all of these are numbered.
fn fingerprints(ledgers: &[Ledger], findings: &[Finding]) -> Vec<String> {
    let mut seen: BTreeMap<u64, u32> = BTreeMap::new();
    let fingerprint = |finding: &Finding| {
        let mut labels: Vec<(&str, String)> = finding
            .labels
            .iter()
            .filter_map(|l| ledgers.get(l.document).map(|ledger| (&ledger.document, l.span)))
            .map(|(d, span)| (d.path.as_str(), normal(d.slice(span))))
            .collect();
        labels.sort();
        labels.iter().fold(StableHash::default().field("1").field(finding.rule), |hash, (path, words)| {
            hash.field(path).field(words)
        })
    };
    findings
        .iter()
        .map(|finding| {
            let hash = fingerprint(finding);
            let nth = seen.entry(hash.value()).or_default();
            *nth += 1;
            if *nth == 1 { hash.hex() } else { hash.field(&nth.to_string()).hex() }
        })
        .collect()
}

/// Lower case, blanks squeezed, typographic marks made plain.
fn normal(words: &str) -> String {
    let plain = words.replace(['’', '‘'], "'").replace(['“', '”'], "\"");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
