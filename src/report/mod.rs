//! A run's outcome in a fixed order, and one file for each way to write it.

mod claim_words;
pub mod claims_csv;
pub mod claims_json;
pub mod claims_table;
pub mod explain;
mod fingerprint;
mod json;
pub mod read_json;
pub mod read_text;
mod schema;
mod terminal;
mod unverified;
mod visible;

pub use schema::SCHEMAS;
pub use unverified::Unverified;

use crate::claim::Ledger;
use crate::rules::{Agreement, Finding, Outcome, Severity};

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
        let ids = fingerprint::fingerprints(&ledgers, &findings);
        Report { ledgers, findings, ids, agreements, unverified }
    }

    /// How many findings there are at exactly this level.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}

/// Which parts of a report are shown. Formats for machines always hold all of them.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub findings: bool,
    pub agreements: bool,
    pub unverified: bool,
}

/// One way to write a report.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// As `--format` takes it.
    pub name: &'static str,
    pub summary: &'static str,
    /// Written with colours, which are for terminals only.
    pub coloured: bool,
    /// Ends with a line break. An error is the end of a sentence.
    pub write: fn(&Report, &View) -> Result<String, String>,
}

/// One file an output, one row each.
pub const OUTPUTS: &[Output] = &[
    Output { name: "text", summary: "For people, in a terminal", coloured: true, write: terminal::write },
    Output { name: "json", summary: "The machine contract", coloured: false, write: json::write },
];
