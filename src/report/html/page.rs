//! What the page's template is filled with.

use super::bars::{Bar, bars};
use super::ledger::{HEADS, Row, rows};
use super::text::{BlockOut, Place, blocks};
use super::{SCRIPT, SCRIPT_HASH, STYLE, STYLE_HASH};
use crate::report::json::role_name;
use crate::report::spot::spot;
use crate::report::visible::{shortened, visible};
use crate::report::{Report, View};
use crate::rules::{Label, Severity};
use serde::Serialize;
use std::collections::BTreeMap;

/// How many columns of a place's words stand in the list.
const WORDS: usize = 140;

#[derive(Debug, Serialize)]
pub struct Page {
    style: &'static str,
    script: &'static str,
    style_hash: &'static str,
    script_hash: &'static str,
    version: &'static str,
    closing: String,
    parts: Vec<Part>,
    levels: Vec<Counted>,
    rules: Vec<Counted>,
    findings: Vec<FindingOut>,
    agreements: Vec<AgreementOut>,
    unverified: Vec<UnverifiedOut>,
    documents: Vec<DocumentOut>,
    ledger: Vec<Row>,
    ledger_heads: [&'static str; 8],
}

#[derive(Debug, Serialize)]
struct Part {
    name: &'static str,
    title: &'static str,
    count: usize,
    shown: bool,
}

#[derive(Debug, Serialize)]
struct Counted {
    name: &'static str,
    count: usize,
}

#[derive(Debug, Serialize)]
struct Spot {
    key: String,
    document: String,
    place: String,
    words: String,
    note: String,
}

#[derive(Debug, Serialize)]
struct FindingOut {
    key: String,
    id: String,
    severity: &'static str,
    rule: &'static str,
    verdict: &'static str,
    message: String,
    spots: Vec<Spot>,
    help: Vec<String>,
    bars: Vec<Bar>,
    total: String,
}

#[derive(Debug, Serialize)]
struct AgreementOut {
    key: String,
    kind: &'static str,
    message: String,
    spots: Vec<Spot>,
}

#[derive(Debug, Serialize)]
struct UnverifiedOut {
    key: String,
    kind: &'static str,
    reason: &'static str,
    spots: Vec<Spot>,
}

#[derive(Debug, Serialize)]
struct DocumentOut {
    key: String,
    path: String,
    role: &'static str,
    blocks: Vec<BlockOut>,
}

pub fn page(report: &Report, view: &View) -> Page {
    let mut places: Vec<Vec<Place>> = report.ledgers.iter().map(|_| Vec::new()).collect();
    let mut spots = |owner: &str, labels: &[Label], class: &'static str, rank: u8| -> Vec<Spot> {
        let mut spots = Vec::with_capacity(labels.len());
        for (index, label) in labels.iter().enumerate() {
            let key = format!("{owner}-{index}");
            if let (Some(places), Some(spot)) = (places.get_mut(label.document), spot(report, label)) {
                places.push(Place { span: label.span, key: key.clone(), class, rank });
                spots.push(Spot {
                    key,
                    document: format!("d{}", label.document),
                    place: spot.name(),
                    words: shortened(spot.words, WORDS),
                    note: visible(&label.note),
                });
            }
        }
        spots
    };
    let mut findings = Vec::with_capacity(report.findings.len());
    for (index, (finding, id)) in report.findings.iter().zip(&report.ids).enumerate() {
        let key = format!("f{index}");
        let rank = 2 - finding.severity as u8;
        findings.push(FindingOut {
            id: id.clone(),
            severity: finding.severity.name(),
            rule: finding.rule,
            verdict: finding.verdict.name(),
            message: visible(&finding.message),
            spots: spots(&key, &finding.labels, finding.severity.name(), rank),
            help: finding.help.iter().map(|help| visible(help)).collect(),
            total: format!("{:+.2}", finding.evidence.iter().map(|a| a.weight).sum::<f64>()),
            bars: bars(&finding.evidence),
            key,
        });
    }
    let mut agreements = Vec::with_capacity(report.agreements.len());
    for (index, agreement) in report.agreements.iter().enumerate() {
        let key = format!("a{index}");
        agreements.push(AgreementOut {
            kind: agreement.kind,
            message: visible(&agreement.message),
            spots: spots(&key, &agreement.labels, "agrees", 3),
            key,
        });
    }
    let mut unverified = Vec::with_capacity(report.unverified.len());
    for (index, claim) in report.unverified.iter().enumerate() {
        let key = format!("u{index}");
        let label = Label::primary(claim.document, claim.span, "");
        unverified.push(UnverifiedOut {
            kind: claim.kind,
            reason: claim.reason,
            spots: spots(&key, &[label], "alone", 4),
            key,
        });
    }
    let documents = report.ledgers.iter().zip(&mut places).enumerate().map(|(index, (ledger, places))| DocumentOut {
        key: format!("d{index}"),
        path: visible(&ledger.document.path),
        role: role_name(ledger.document.role),
        blocks: blocks(&ledger.document, places),
    });
    let part = |name, title, count, shown| Part { name, title, count, shown };
    let ledger = rows(report);
    Page {
        style: STYLE,
        script: SCRIPT,
        style_hash: STYLE_HASH,
        script_hash: SCRIPT_HASH,
        version: env!("CARGO_PKG_VERSION"),
        closing: closing(report),
        parts: vec![
            part("findings", "findings", findings.len(), view.findings),
            part("agreements", "agreements", agreements.len(), view.agreements),
            part("unverified", "not compared", unverified.len(), view.unverified),
            part("ledger", "ledger", ledger.len(), true),
        ],
        levels: [Severity::Error, Severity::Warning, Severity::Note]
            .map(|level| Counted { name: level.name(), count: report.count(level) })
            .into(),
        rules: counted_rules(report),
        findings,
        agreements,
        unverified,
        documents: documents.collect(),
        ledger,
        ledger_heads: HEADS,
    }
}

fn closing(report: &Report) -> String {
    let levels = [Severity::Error, Severity::Warning, Severity::Note].map(|level| (report.count(level), level.name()));
    let found: Vec<String> = levels
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, name)| format!("{count} {name}{}", if *count == 1 { "" } else { "s" }))
        .collect();
    if found.is_empty() { "nothing disagrees".to_owned() } else { found.join(", ") }
}

fn counted_rules(report: &Report) -> Vec<Counted> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for finding in &report.findings {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts.into_iter().map(|(name, count)| Counted { name, count }).collect()
}
