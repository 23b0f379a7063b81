//! `--format json`: the machine contract. Fields are only ever added within a
//! `SCHEMA_VERSION`; places are bytes of the file as given, and `text` is exactly
//! the bytes there.

use super::{PassedOver, Report, Silenced, Ticked, Unverified, View};
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::policy::Cause;
use crate::rules::{Agreement, Finding, Label, LabelRole, Severity};
use crate::text::{Place, Span};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use std::io::{self, Write};

pub const SCHEMA_VERSION: u32 = 1;

/// The report as JSON. Its lists are made entry by entry while they are written: all at once they take more room than the
/// documents.
struct Output<'a>(&'a Report);

impl Serialize for Output<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let report = self.0;
        let findings = || report.findings.iter().zip(&report.ids).map(|(f, id)| finding(report, f, id));
        let summary = Summary {
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            note: report.count(Severity::Note),
            agreements: report.agreements.len(),
            unverified: report.unverified.len(),
        };
        let mut fields = to.serialize_map(None)?;
        fields.serialize_entry("schema_version", &SCHEMA_VERSION)?;
        fields.serialize_entry("tool", &Tool::default())?;
        fields.serialize_entry("documents", &Each(|| report.ledgers.iter().map(|l| document(&l.document))))?;
        fields.serialize_entry("findings", &Each(findings))?;
        fields.serialize_entry("agreements", &Each(|| report.agreements.iter().map(|a| agreement(report, a))))?;
        fields.serialize_entry("unverified", &Each(|| report.unverified.iter().map(|u| unverified(report, u))))?;
        if !report.sheet.is_empty() {
            fields.serialize_entry("claims", &Each(|| report.sheet.iter().map(|t| ticked(report, t))))?;
        }
        fields.serialize_entry("silenced", &Each(|| report.silenced.iter().map(|s| silenced(report, s))))?;
        fields.serialize_entry("refused", &report.refused)?;
        fields.serialize_entry("problems", &report.problems)?;
        fields.serialize_entry("uncompared", &report.uncompared)?;
        fields.serialize_entry("passed_over", &Each(|| report.passed_over.iter().map(passed_over)))?;
        fields.serialize_entry("summary", &summary)?;
        fields.end()
    }
}

/// A list, from what makes its entries.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}

#[derive(Debug, Serialize)]
pub struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Default for Tool {
    fn default() -> Tool {
        Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
    }
}

#[derive(Debug, Serialize)]
struct DocumentOut<'a> {
    path: &'a str,
    format: &'static str,
    role: &'static str,
    bytes: usize,
}

#[derive(Debug, Serialize)]
struct FindingOut<'a> {
    id: &'a str,
    rule: &'static str,
    severity: &'static str,
    verdict: &'static str,
    message: &'a str,
    labels: Vec<LabelOut<'a>>,
    evidence: Vec<EvidenceOut<'a>>,
    help: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct LabelOut<'a> {
    path: &'a str,
    role: &'static str,
    #[serde(flatten)]
    place: PlaceOut<'a>,
    note: &'a str,
}

#[derive(Debug, Serialize)]
pub struct PlaceOut<'a> {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
}

#[derive(Debug, Serialize)]
struct EvidenceOut<'a> {
    weight: f64,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct AgreementOut<'a> {
    kind: &'static str,
    message: &'a str,
    labels: Vec<LabelOut<'a>>,
}

#[derive(Debug, Serialize)]
struct UnverifiedOut<'a> {
    kind: &'static str,
    labels: Vec<LabelOut<'a>>,
    reason: &'static str,
}

/// A claim of a draft, and what its sources say to it.
#[derive(Debug, Serialize)]
struct TickedOut<'a> {
    kind: &'static str,
    state: &'static str,
    labels: Vec<LabelOut<'a>>,
    note: &'a str,
}

/// A finding that is kept back, and why.
#[derive(Debug, Serialize)]
struct SilencedOut<'a> {
    cause: &'static str,
    reason: Option<&'a str>,
    finding: FindingOut<'a>,
}

#[derive(Debug, Serialize)]
struct PassedOverOut<'a> {
    folder: &'a str,
    extension: &'a str,
    files: usize,
}

#[derive(Debug, Serialize)]
struct Summary {
    error: usize,
    warning: usize,
    note: usize,
    agreements: usize,
    unverified: usize,
}

pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Peer => "peer",
        Role::Draft => "draft",
        Role::Source => "source",
    }
}

/// The report as one line of JSON.
pub fn write(report: &Report, _: &View) -> Result<String, String> {
    line(&Output(report))
}

/// The same where it need not be held as a whole.
pub fn stream(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Output(report))?;
    out.write_all(b"\n")
}

fn document(document: &Document) -> DocumentOut<'_> {
    let Document { path, format, role, bytes, .. } = document;
    DocumentOut { path, format: format.name(), role: role_name(*role), bytes: bytes.len() }
}

fn unverified<'a>(report: &'a Report, unverified: &'a Unverified) -> UnverifiedOut<'a> {
    let place = place_of(&report.ledgers, unverified.document, unverified.span);
    let label = place.map(|(path, place)| LabelOut { path, role: "primary", place, note: "" });
    UnverifiedOut { kind: unverified.kind.name(), labels: label.into_iter().collect(), reason: unverified.reason() }
}

fn ticked<'a>(report: &'a Report, ticked: &'a Ticked) -> TickedOut<'a> {
    let place = |role: &'static str, (document, span): (usize, Span)| {
        let (path, place) = place_of(&report.ledgers, document, span)?;
        Some(LabelOut { path, role, place, note: "" })
    };
    let own = place("primary", (ticked.document, ticked.span));
    let sources = ticked.sources.iter().filter_map(|at| place("related", *at));
    let labels = own.into_iter().chain(sources).collect();
    TickedOut { kind: ticked.kind, state: ticked.state.name(), labels, note: &ticked.note }
}

fn passed_over(kind: &PassedOver) -> PassedOverOut<'_> {
    PassedOverOut { folder: &kind.folder, extension: &kind.extension, files: kind.files }
}

fn finding<'a>(report: &'a Report, finding: &'a Finding, id: &'a str) -> FindingOut<'a> {
    FindingOut {
        id,
        rule: finding.rule,
        severity: finding.severity.name(),
        verdict: finding.verdict.name(),
        message: &finding.message,
        labels: labels(report, &finding.labels),
        evidence: finding
            .evidence
            .iter()
            .map(|a| EvidenceOut { weight: rounded(a.weight), reason: &a.reason })
            .collect(),
        help: finding.help.iter().map(|help| help.words.as_str()).collect(),
    }
}

fn silenced<'a>(report: &'a Report, silenced: &'a Silenced) -> SilencedOut<'a> {
    let reason = match &silenced.cause {
        Cause::Comment { reason } => Some(reason.as_str()),
        Cause::Off | Cause::Baseline | Cause::Unchanged => None,
    };
    let finding = finding(report, &silenced.finding, &silenced.identity.id);
    SilencedOut { cause: silenced.cause.name(), reason, finding }
}

fn agreement<'a>(report: &'a Report, agreement: &'a Agreement) -> AgreementOut<'a> {
    AgreementOut { kind: agreement.kind, message: &agreement.message, labels: labels(report, &agreement.labels) }
}

fn labels<'a>(report: &'a Report, labels: &'a [Label]) -> Vec<LabelOut<'a>> {
    let label = |l: &'a Label| {
        let (path, place) = place_of(&report.ledgers, l.document, l.span)?;
        let role = if l.role == LabelRole::Primary { "primary" } else { "related" };
        Some(LabelOut { path, role, place, note: &l.note })
    };
    labels.iter().filter_map(label).collect()
}

fn place_of(ledgers: &[Ledger], document: usize, span: Span) -> Option<(&str, PlaceOut<'_>)> {
    let document = ledgers.get(document).map(|l| &l.document)?;
    Some((&document.path, place(document, span)))
}

pub fn place(document: &Document, span: Span) -> PlaceOut<'_> {
    let place = document.place(span);
    let position = document.position(place);
    let text = document.source_text(place);
    let Place { start, end } = document.in_file(place);
    PlaceOut { start, end, line: position.line, column: position.column, text, part: document.part(place) }
}

/// Two decimals: enough to read, and the same on every machine.
pub fn rounded(weight: f64) -> f64 {
    (weight * 100.0).round() / 100.0
}

/// A value as one line of JSON.
pub fn line(value: &impl Serialize) -> Result<String, String> {
    line_of(value, 0)
}

/// The same, with room for `capacity` bytes from the start.
pub fn line_of(value: &impl Serialize, capacity: usize) -> Result<String, String> {
    let mut json = Vec::with_capacity(capacity);
    serde_json::to_writer(&mut json, value).map_err(|error| error.to_string())?;
    json.push(b'\n');
    String::from_utf8(json).map_err(|error| error.to_string())
}
