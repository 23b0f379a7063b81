//! What rules say: findings and agreements, as data.

use super::Rule;
use crate::align::{Addend, Blocks};
use crate::text::{Span, packed};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    Note,
    Warning,
    Error,
}

impl Severity {
    pub fn name(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// In which way something is wrong (`docs/reports.md`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FindingVerdict {
    /// Both cannot be true.
    Conflict,
    /// A list or count leaves something out.
    Incomplete,
    /// No source carries it.
    Unsupported,
    /// Impossible or misspelt in itself.
    Malformed,
    /// The values differ, and so do the time, place, speaker or bound they hold for. Never above note.
    Scope,
    Style,
}

impl FindingVerdict {
    pub fn name(self) -> &'static str {
        match self {
            FindingVerdict::Conflict => "conflict",
            FindingVerdict::Incomplete => "incomplete",
            FindingVerdict::Unsupported => "unsupported",
            FindingVerdict::Malformed => "malformed",
            FindingVerdict::Scope => "scope",
            FindingVerdict::Style => "style",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LabelRole {
    Primary,
    Related,
}

/// A place with exact words, and what it says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Label {
    /// Index of the document in the run.
    pub document: usize,
    pub span: Span,
    pub role: LabelRole,
    pub note: String,
}

impl Label {
    pub fn primary(document: usize, span: Span, note: impl Into<String>) -> Label {
        Label { document, span, role: LabelRole::Primary, note: note.into() }
    }

    pub fn related(document: usize, span: Span, note: impl Into<String>) -> Label {
        Label { document, span, role: LabelRole::Related, note: note.into() }
    }
}

/// A way out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Help {
    pub words: String,
    /// The side that it changes, if that is one of the two: the first place, or the others.
    pub mends: Option<LabelRole>,
    /// What an editor can do of it.
    pub edit: Option<Edit>,
}

/// What a way out puts into a document.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Edit {
    /// Where: its span is replaced, or is the list that grows.
    pub at: Label,
    pub puts: Puts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Puts {
    /// These words in place of those that stand there.
    Words(String),
    /// These members into the list.
    Members(Vec<String>),
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Finding {
    #[serde(with = "packed::words")]
    pub rule: packed::Words,
    pub severity: Severity,
    pub verdict: FindingVerdict,
    /// One sentence that names the difference in the documents' own words.
    pub message: String,
    /// The same as seen from the other side, where the message has a side.
    pub turned: Option<String>,
    /// The primary one first.
    pub labels: Vec<Label>,
    /// Why these places speak of the same thing.
    pub evidence: Vec<Addend>,
    /// Each possible way out.
    pub help: Vec<Help>,
}

impl Finding {
    pub fn new(rule: &Rule, verdict: FindingVerdict, message: impl Into<String>) -> Finding {
        Finding {
            rule: rule.id,
            severity: rule.severity,
            verdict,
            message: message.into(),
            turned: None,
            labels: Vec::new(),
            evidence: Vec::new(),
            help: Vec::new(),
        }
    }

    pub fn at(mut self, severity: Severity) -> Finding {
        self.severity = severity;
        self
    }

    /// The level that the alignment earns: of conflicts whose places are aligned by less, or with something said
    /// against it, hardly any was true on folders that nobody had tuned a rule for.
    pub fn as_sure_as_aligned(mut self) -> Finding {
        const SURE: f64 = 4.0;
        let weight: f64 = self.evidence.iter().map(|addend| addend.weight).sum();
        let doubted = self.evidence.iter().any(|addend| addend.weight < 0.0);
        if weight < SURE || doubted {
            self.severity = self.severity.min(Severity::Warning);
        }
        self
    }

    pub fn label(mut self, label: Label) -> Finding {
        self.labels.push(label);
        self
    }

    pub fn labels(mut self, labels: impl IntoIterator<Item = Label>) -> Finding {
        self.labels.extend(labels);
        self
    }

    pub fn evidence(mut self, addends: impl IntoIterator<Item = Addend>) -> Finding {
        self.evidence.extend(addends);
        self
    }

    /// The message as it reads when the first place and the others change sides.
    pub fn turned(mut self, message: impl Into<String>) -> Finding {
        self.turned = Some(message.into());
        self
    }

    /// A way out that changes either side, or both.
    pub fn help(self, words: impl Into<String>) -> Finding {
        self.way_out(words, None)
    }

    /// A way out that changes the first place.
    pub fn help_here(self, words: impl Into<String>) -> Finding {
        self.way_out(words, Some(LabelRole::Primary))
    }

    /// A way out that changes the other places.
    pub fn help_there(self, words: impl Into<String>) -> Finding {
        self.way_out(words, Some(LabelRole::Related))
    }

    fn way_out(mut self, words: impl Into<String>, mends: Option<LabelRole>) -> Finding {
        self.help.push(Help { words: words.into(), mends, edit: None });
        self
    }

    /// What the last way out puts at the first place, or at the one that is given.
    pub fn putting(mut self, at: Option<Label>, puts: Puts) -> Finding {
        let at = at.or_else(|| self.labels.first().cloned());
        if let (Some(help), Some(at)) = (self.help.last_mut(), at) {
            help.edit = Some(Edit { at, puts });
        }
        self
    }
}

/// Claims that were compared and say the same.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Agreement {
    #[serde(with = "packed::words")]
    pub kind: packed::Words,
    pub message: String,
    pub labels: Vec<Label>,
}

/// What a rule, or all of them, said of a run.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Outcome {
    pub findings: Vec<Finding>,
    pub agreements: Vec<Agreement>,
    /// What there was too much of to be held against each other. It is told story by story, and never joined.
    pub blocks: Blocks,
}

impl Outcome {
    pub fn report(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    /// Has the rule itself underlined these very words already?
    pub fn has_told(&self, document: usize, span: Span) -> bool {
        self.findings.iter().flat_map(|f| &f.labels).any(|l| l.document == document && l.span.overlaps(span))
    }

    pub fn agree(&mut self, kind: &'static str, message: impl Into<String>, labels: Vec<Label>) {
        self.agreements.push(Agreement { kind, message: message.into(), labels });
    }

    /// Every label of it.
    pub fn labels_mut(&mut self) -> impl Iterator<Item = &mut Label> {
        fn all(finding: &mut Finding) -> impl Iterator<Item = &mut Label> {
            let edits = finding.help.iter_mut().filter_map(|help| help.edit.as_mut());
            finding.labels.iter_mut().chain(edits.map(|edit| &mut edit.at))
        }
        let findings = self.findings.iter_mut().flat_map(all);
        findings.chain(self.agreements.iter_mut().flat_map(|a| &mut a.labels))
    }

    /// All that was said of several sets of documents; what two of them say is said once.
    pub fn joined(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
        let places = |labels: &[Label]| labels.iter().map(|l| (l.document, l.span)).collect::<Vec<_>>();
        let finding = |f: &Finding| (f.rule, f.message.clone(), places(&f.labels));
        let agreement = |a: &Agreement| (a.kind, a.message.clone(), places(&a.labels));
        let mut all = Outcome::default();
        let (mut findings, mut agreements) = (BTreeSet::new(), BTreeSet::new());
        for mut more in outcomes {
            more.findings.retain(|f| !findings.contains(&finding(f)));
            findings.extend(more.findings.iter().map(finding));
            all.findings.append(&mut more.findings);
            more.agreements.retain(|a| !agreements.contains(&agreement(a)));
            agreements.extend(more.agreements.iter().map(agreement));
            all.agreements.append(&mut more.agreements);
        }
        all
    }
}
