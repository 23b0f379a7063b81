//! What is not shown and why, and which side is declared to be right: levels of rules first, for a rule that is off says
//! nothing; then comments in the documents, the baseline of accepted findings, and the filter for changed lines. Pure:
//! files and git are `app`'s to read.

mod baseline;
mod changed;
mod comment;
mod fingerprint;
mod levels;
mod selector;
mod truth;

pub use baseline::{Baseline, Entry};
pub use changed::Changed;
use comment::Comment;
pub use fingerprint::{Identity, identities};
pub use levels::{Choice, Level, Levels};
pub use selector::{Selector, no_rule, suggestion};
pub use truth::Truth;

use crate::claim::Ledger;
use crate::rules::{Finding, Severity};
use std::collections::BTreeMap;

/// Why a finding is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// Its rule is off for this path.
    Off,
    /// A comment in a document, with the reason it gives.
    Comment { reason: String },
    /// It was accepted before.
    Baseline,
    /// None of its places changed.
    Unchanged,
}

impl Cause {
    pub fn name(&self) -> &'static str {
        match self {
            Cause::Off => "off",
            Cause::Comment { .. } => "comment",
            Cause::Baseline => "baseline",
            Cause::Unchanged => "unchanged",
        }
    }
}

#[derive(Debug, Default)]
pub struct Policy {
    pub levels: Levels,
    pub truth: Truth,
    pub baseline: Option<Baseline>,
    pub changed: Option<Changed>,
    /// Paths as reports print them, with the names that last: from the configuration's folder.
    pub names: BTreeMap<String, String>,
}

/// What came of a policy.
#[derive(Debug)]
pub struct Judgement {
    /// Finding for finding: why it is not shown, if it is not.
    pub causes: Vec<Option<Cause>>,
    /// Sentences about comments that silence nothing.
    pub remarks: Vec<String>,
    /// Sentences about comments that cannot be understood.
    pub problems: Vec<String>,
}

impl Policy {
    /// A path by its lasting name.
    pub fn name<'a>(&'a self, path: &'a str) -> &'a str {
        self.names.get(path).map_or(path, String::as_str)
    }

    /// Sets the findings' levels, and says of each whether its rule is off.
    pub fn set_levels(&self, ledgers: &[Ledger], findings: &mut [Finding]) -> Vec<bool> {
        let mut off = Vec::with_capacity(findings.len());
        for finding in findings {
            let path = finding.labels.first().and_then(|l| ledgers.get(l.document)).map(|l| l.document.path.as_str());
            let set = self.levels.of(finding.rule, self.name(path.unwrap_or_default()));
            if let Some(Level::At(severity)) = set.map(|set| set.level) {
                finding.severity = severity;
            }
            // A level that is set for the source's own path asks for more.
            if truth::is_slip_of_a_source(ledgers, finding) && !set.is_some_and(|set| set.for_path) {
                finding.severity = Severity::Note;
            }
            off.push(set.is_some_and(|set| set.level == Level::Off));
        }
        off
    }

    /// Is the rule off in each of these documents?
    pub fn is_off(&self, rule: &str, ledgers: &[Ledger]) -> bool {
        let off = |l: &Ledger| self.levels.of(rule, self.name(&l.document.path)).is_some_and(|s| s.level == Level::Off);
        !ledgers.is_empty() && ledgers.iter().all(off)
    }

    /// Says which findings are not shown, given those whose rule is off.
    pub fn judge(&self, ledgers: &[Ledger], findings: &[Finding], off: &[bool], identities: &[Identity]) -> Judgement {
        let mut comments: Vec<Vec<Comment>> = Vec::with_capacity(ledgers.len());
        let mut problems = Vec::new();
        for ledger in ledgers {
            let (found, faults) = comment::comments(&ledger.document);
            comments.push(found);
            problems.extend(faults);
        }
        let accepted = self.baseline.as_ref().map(|b| b.matches(identities)).unwrap_or_default();
        let mut causes = Vec::with_capacity(findings.len());
        for (index, finding) in findings.iter().enumerate() {
            if off.get(index) == Some(&true) {
                causes.push(Some(Cause::Off));
                continue;
            }
            let cause = comment::silences(&mut comments, ledgers, finding)
                .map(|reason| Cause::Comment { reason })
                .or_else(|| accepted.get(index).filter(|a| **a).map(|_| Cause::Baseline))
                .or_else(|| self.changed.as_ref().filter(|c| !c.touches(ledgers, finding)).map(|_| Cause::Unchanged));
            causes.push(cause);
        }
        let unused = |(ledger, comments): (&Ledger, &Vec<Comment>)| {
            let path = ledger.document.path.clone();
            let is_idle = |c: &&Comment| !c.used && c.rules.iter().any(|rule| self.levels.choice().has_any(rule));
            comments.iter().filter(is_idle).map(move |c| c.unused(&path)).collect::<Vec<_>>()
        };
        let remarks = ledgers.iter().zip(&comments).flat_map(unused).collect();
        Judgement { causes, remarks, problems }
    }
}
