//! A run's outcome in a fixed order, and one file for each way to write it.

pub mod allowing;
mod changes;
mod claim_words;
pub mod claims_csv;
pub mod claims_json;
pub mod claims_jsonl;
pub mod claims_table;
mod closing;
pub mod explain;
mod github;
mod gitlab;
pub mod hover;
mod html;
mod json;
mod junit;
mod located;
mod markdown;
mod rdjson;
pub mod read_json;
pub mod read_text;
mod sarif;
mod schema;
mod sheet;
pub mod spot;
pub mod statistics;
mod terminal;
mod unverified;
mod verbatim;
mod visible;
pub mod ways;

pub use changes::{CHANGE_OUTPUTS, ChangeOutput};
pub use html::MARKS_VERSION;
pub use schema::SCHEMAS;
pub use sheet::{State, Ticked};
pub use unverified::Unverified;
pub use visible::visible;

use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::policy::{Baseline, Cause, Entry, Identity, Policy, identities};
use crate::rules::{
    Agreement, Finding, Outcome, Severity, forget_references_of_parts, lower_in_documentation, yielding,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io;

/// Everything an output may show. Findings are sorted by place, then rule.
#[derive(Debug)]
pub struct Report {
    pub ledgers: Vec<Ledger>,
    pub findings: Vec<Finding>,
    /// The findings' fingerprints, index for index.
    pub ids: Vec<String>,
    /// The same without the paths in them.
    pub contents: Vec<String>,
    /// Findings that the policy keeps back.
    pub silenced: Vec<Silenced>,
    /// Where there is a baseline, what it accepts and is found no more.
    pub mended: Option<Vec<Entry>>,
    /// Sentences about documents in other languages, and silencing comments that silence nothing.
    pub remarks: Vec<String>,
    /// Sentences about what was not checked: silencing comments that cannot be understood, faults of our own.
    pub problems: Vec<String>,
    /// Sentences about what was too much to be held against each other.
    pub uncompared: Vec<String>,
    pub agreements: Vec<Agreement>,
    pub unverified: Vec<Unverified>,
    /// The claims of drafts in the order of the text, each with what the sources say to it.
    pub sheet: Vec<Ticked>,
    /// Sentences about what was asked for and could not be read. `app` knows them.
    pub refused: Vec<String>,
    /// What folders hold that was not looked at, since it is of no format that is read. `app` knows that, too.
    pub passed_over: Vec<PassedOver>,
}

/// How many files of a folder with one extension were passed over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PassedOver {
    /// As it was named.
    pub folder: String,
    /// In lower case; empty for files that have none.
    pub extension: String,
    pub files: usize,
}

impl Report {
    pub fn new(ledgers: Vec<Ledger>, outcome: Outcome, policy: &Policy) -> Report {
        let Outcome { mut findings, agreements, .. } = outcome;
        for finding in &mut findings {
            finding.labels.sort_by_key(|l| l.role);
        }
        forget_references_of_parts(&ledgers, &mut findings);
        policy.truth.decide(&ledgers, &mut findings, |path| policy.name(path));
        let place = |f: &Finding| f.labels.first().map(|l| (l.document, l.span));
        findings.sort_by(|a, b| (place(a), a.rule, &a.message).cmp(&(place(b), b.rule, &b.message)));
        // Before any is left out: what a finding is called does not hang on which others are told.
        let identities = identities(&ledgers, &findings, |path| policy.name(path));
        lower_in_documentation(&ledgers, &mut findings);
        let off = policy.set_levels(&ledgers, &mut findings);
        let yields = yielding(ledgers.len(), &findings, |index| off.get(index) != Some(&true));
        let told = findings.into_iter().zip(identities).zip(off).zip(yields).filter(|(_, yields)| !yields);
        let ((findings, identities), off): ((Vec<_>, Vec<_>), Vec<_>) = told.map(|(told, _)| told).unzip();
        let unverified = unverified::list(&ledgers, &findings, &agreements);
        let judgement = policy.judge(&ledgers, &findings, &off, &identities);
        let remarks = ledgers.iter().filter_map(not_understood).chain(judgement.remarks).collect();
        let read: BTreeSet<&str> = ledgers.iter().map(|l| policy.name(&l.document.path)).collect();
        // A rule that was not asked for has mended nothing.
        let looked_for = |entry: &&Entry| policy.levels.choice().has(&entry.rule);
        let mended = |b: &Baseline| b.mended(&identities, &read).into_iter().filter(looked_for).cloned().collect();
        let mended = policy.baseline.as_ref().map(mended);
        let mut report = Report {
            ledgers,
            findings: Vec::new(),
            ids: Vec::new(),
            contents: Vec::new(),
            silenced: Vec::new(),
            mended,
            remarks,
            problems: judgement.problems,
            uncompared: Vec::new(),
            agreements,
            unverified,
            sheet: Vec::new(),
            refused: Vec::new(),
            passed_over: Vec::new(),
        };
        for ((finding, identity), cause) in findings.into_iter().zip(identities).zip(judgement.causes) {
            match cause {
                Some(cause) => report.silenced.push(Silenced { finding, identity, cause }),
                None => {
                    report.findings.push(finding);
                    report.ids.push(identity.id);
                    report.contents.push(identity.content);
                }
            }
        }
        report.sheet = sheet::sheet(&report.ledgers, &report.findings, &report.agreements);
        report
    }

    /// What the report lacks, each as a sentence, and in which way: a path was not read, or something not checked.
    pub fn gaps(&self) -> impl Iterator<Item = (&'static str, &str)> + Clone {
        let unread = self.refused.iter().map(|sentence| ("not read", sentence.as_str()));
        unread.chain(self.problems.iter().map(|sentence| ("not checked", sentence.as_str())))
    }

    /// All that a reader must know of what was not done: what the report lacks, and what was too much to be compared.
    pub fn not_done(&self) -> impl Iterator<Item = (&'static str, &str)> + Clone {
        self.gaps().chain(self.uncompared.iter().map(|sentence| ("not compared", sentence.as_str())))
    }

    /// How many findings there are at exactly this level.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }
}

/// A sentence about a document that is not in English: silence would look like approval.
pub fn not_understood(ledger: &Ledger) -> Option<String> {
    let Document { path, role, .. } = &ledger.document;
    let language = ledger.document.foreign().filter(|_| *role != Role::Source)?;
    Some(format!("{path}: seems to be in {language}; only English is understood, so no claims were taken from it"))
}

/// A finding that is not shown, and why.
#[derive(Debug)]
pub struct Silenced {
    pub finding: Finding,
    pub identity: Identity,
    pub cause: Cause,
}

/// Which parts of a report are shown. Formats for machines always hold all of them.
#[derive(Debug, Clone, Copy)]
pub struct View {
    pub findings: bool,
    pub agreements: bool,
    /// Those too that stand in sentences that documents share word for word, one by one.
    pub verbatim: bool,
    pub unverified: bool,
    /// The claims of drafts, each with its state.
    pub claims: bool,
}

/// Writes a report piece by piece.
pub type StreamTo = fn(&Report, &mut dyn io::Write) -> io::Result<()>;

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
    /// The same written piece by piece, where it may be too long to be held.
    pub stream: Option<StreamTo>,
}

/// One file an output, one row each.
pub const OUTPUTS: &[Output] = &[
    Output { name: "text", summary: "For people, in a terminal", coloured: true, write: terminal::write, stream: None },
    Output {
        name: "html",
        summary: "For people, as one page with the documents",
        coloured: false,
        write: html::write,
        stream: None,
    },
    Output {
        name: "markdown",
        summary: "For people, as a text to paste",
        coloured: false,
        write: markdown::write,
        stream: None,
    },
    Output {
        name: "json",
        summary: "For programs: see `crosscheck schema check`",
        coloured: false,
        write: json::write,
        stream: Some(json::stream),
    },
    Output {
        name: "sarif",
        summary: "SARIF 2.1.0, for code scanning",
        coloured: false,
        write: sarif::write,
        stream: None,
    },
    Output {
        name: "github",
        summary: "Annotations of a GitHub workflow",
        coloured: false,
        write: github::write,
        stream: None,
    },
    Output {
        name: "github-summary",
        summary: "For $GITHUB_STEP_SUMMARY, or a comment: Markdown no longer than it may be",
        coloured: false,
        write: markdown::write_short,
        stream: None,
    },
    Output { name: "gitlab", summary: "GitLab code quality", coloured: false, write: gitlab::write, stream: None },
    Output { name: "junit", summary: "JUnit XML", coloured: false, write: junit::write, stream: None },
    Output { name: "rdjson", summary: "Reviewdog's diagnostics", coloured: false, write: rdjson::write, stream: None },
];
