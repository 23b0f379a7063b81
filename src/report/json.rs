//! `--format json`: the machine contract. Fields are only ever added within a
//! `SCHEMA_VERSION`; places are bytes of the file as given, and `text` is exactly
//! the bytes there.

use super::{PassedOver, Report, Silenced, Ticked, View};
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::policy::Cause;
use crate::rules::{Agreement, Finding, Label, LabelRole, Severity};
use crate::text::{Place, Span};
use serde::Serialize;

pub const SCHEMA_VERSION: u32 = 1;

#[derive(Debug, Serialize)]
struct Output<'a> {
    schema_version: u32,
    tool: Tool,
    documents: Vec<DocumentOut<'a>>,
    findings: Vec<FindingOut<'a>>,
    agreements: Vec<AgreementOut<'a>>,
    unverified: Vec<UnverifiedOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<TickedOut<'a>>,
    silenced: Vec<SilencedOut<'a>>,
    refused: &'a [String],
    problems: &'a [String],
    uncompared: &'a [String],
    passed_over: Vec<PassedOverOut<'a>>,
    summary: Summary,
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
    let documents = report.ledgers.iter().map(|l| DocumentOut {
        path: &l.document.path,
        format: l.document.format.name(),
        role: role_name(l.document.role),
        bytes: l.document.bytes.len(),
    });
    let findings = report.findings.iter().zip(&report.ids).map(|(f, id)| finding(report, f, id));
    let agreements = report.agreements.iter().map(|a| agreement(report, a));
    let unverified = report.unverified.iter().map(|u| UnverifiedOut {
        kind: u.kind,
        labels: place_of(&report.ledgers, u.document, u.span)
            .map(|(path, place)| LabelOut { path, role: "primary", place, note: "" })
            .into_iter()
            .collect(),
        reason: u.reason,
    });
    let output = Output {
        schema_version: SCHEMA_VERSION,
        tool: Tool::default(),
        documents: documents.collect(),
        findings: findings.collect(),
        agreements: agreements.collect(),
        unverified: unverified.collect(),
        claims: report.sheet.iter().map(|t| ticked(report, t)).collect(),
        silenced: report.silenced.iter().map(|s| silenced(report, s)).collect(),
        refused: &report.refused,
        problems: &report.problems,
        uncompared: &report.uncompared,
        passed_over: report.passed_over.iter().map(passed_over).collect(),
        summary: Summary {
            error: report.count(Severity::Error),
            warning: report.count(Severity::Warning),
            note: report.count(Severity::Note),
            agreements: report.agreements.len(),
            unverified: report.unverified.len(),
        },
    };
    line(&output)
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
