//! The tick-off sheet of a draft: each of its claims in the order of the text, what its sources say to it, and where.

use super::unverified::{finer, fragment};
use crate::claim::{ClaimKind, Ledger};
use crate::document::Role;
use crate::rules::{Agreement, ByPlace, Finding, FindingVerdict, Label, Severity};
use crate::text::Span;
use crate::value::Value;
use std::collections::BTreeMap;

/// What becomes of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// A source says something else.
    Contradicted,
    /// No source carries it; the nearest words of a source may be shown.
    Unsupported,
    /// Figures of a source make it.
    Derivable,
    /// A source says the same.
    Supported,
    /// Nothing was found to hold it against.
    NotCompared,
}

impl State {
    pub fn name(self) -> &'static str {
        match self {
            State::Supported => "supported",
            State::Contradicted => "contradicted",
            State::Derivable => "derivable",
            State::Unsupported => "unsupported",
            State::NotCompared => "not-compared",
        }
    }
}

/// A claim of a draft with its state.
#[derive(Debug, Clone)]
pub struct Ticked {
    pub kind: &'static str,
    pub document: usize,
    pub span: Span,
    pub state: State,
    /// The places of the sources that tell.
    pub sources: Vec<(usize, Span)>,
    pub note: String,
}

/// What was said of a place of a draft.
struct Said<'a> {
    state: State,
    note: &'a str,
    labels: &'a [Label],
}

pub fn sheet(ledgers: &[Ledger], findings: &[Finding], agreements: &[Agreement]) -> Vec<Ticked> {
    let drafts: Vec<usize> = (0..ledgers.len()).filter(|i| role(ledgers, *i) == Some(Role::Draft)).collect();
    if drafts.is_empty() {
        return Vec::new();
    }
    let told = told(ledgers, findings, agreements);
    let known = names(ledgers);
    let mut sheet = Vec::new();
    for document in drafts {
        let Some(ledger) = ledgers.get(document) else { continue };
        let mut places: Vec<(Span, &'static str)> = Vec::new();
        let claims: Vec<_> = ledger.claims.iter().collect();
        for claim in &ledger.claims {
            let statement = claim.kind == ClaimKind::Statement;
            if !statement || !fragment(ledger, claim) && !finer(&claims, claim) {
                places.push((claim.span, claim.kind.name()));
            }
        }
        let named = |m: &&crate::mention::Mention| matches!(m.value, Value::Name(_));
        places.extend(ledger.mentions.iter().filter(named).map(|m| (m.span, "name")));
        places.retain(|(span, _)| !ledger.document.is_wholly_own(*span));
        places.sort_by_key(|(span, kind)| (span.start, std::cmp::Reverse(span.end), *kind));
        for (span, kind) in places {
            let mut ticked = judged(ledgers, &told, (document, span, kind));
            if ticked.state == State::NotCompared && kind == "name" {
                let there = known.get(ledger.document.slice_lower(span));
                ticked.sources.extend(there);
                ticked.state = if there.is_some() { State::Supported } else { State::NotCompared };
            }
            sheet.push(ticked);
        }
    }
    sheet
}

fn role(ledgers: &[Ledger], document: usize) -> Option<Role> {
    ledgers.get(document).map(|l| l.document.role)
}

/// The names of the sources, each with its first place.
fn names(ledgers: &[Ledger]) -> BTreeMap<&str, (usize, Span)> {
    let mut known = BTreeMap::new();
    for (index, ledger) in ledgers.iter().enumerate().filter(|(i, _)| role(ledgers, *i) == Some(Role::Source)) {
        for mention in ledger.mentions.iter().filter(|m| matches!(m.value, Value::Name(_))) {
            known.entry(ledger.document.slice_lower(mention.span)).or_insert((index, mention.span));
        }
    }
    known
}

/// What was said of the places of the drafts.
fn told<'a>(ledgers: &[Ledger], findings: &'a [Finding], agreements: &'a [Agreement]) -> ByPlace<Said<'a>> {
    let mut found: Vec<(usize, Span, Said)> = Vec::new();
    let mut tell = |state: State, note: &'a str, labels: &'a [Label]| {
        let own = labels.iter().filter(|l| role(ledgers, l.document) == Some(Role::Draft));
        found.extend(own.map(|l| (l.document, l.span, Said { state, note, labels })));
    };
    let from_source = |labels: &[Label]| labels.iter().any(|l| role(ledgers, l.document) == Some(Role::Source));
    for finding in findings.iter().filter(|f| f.severity >= Severity::Warning) {
        let state = match finding.verdict {
            FindingVerdict::Unsupported => State::Unsupported,
            FindingVerdict::Conflict | FindingVerdict::Incomplete | FindingVerdict::Malformed => State::Contradicted,
            _ => continue,
        };
        tell(state, &finding.message, &finding.labels);
    }
    for agreement in agreements.iter().filter(|a| from_source(&a.labels)) {
        let state = if agreement.kind == "derived" { State::Derivable } else { State::Supported };
        tell(state, &agreement.message, &agreement.labels);
    }
    ByPlace::of(found)
}

fn judged(ledgers: &[Ledger], told: &ByPlace<Said>, (document, span, kind): (usize, Span, &'static str)) -> Ticked {
    // What says that words are the same says it of all that they hold; a fault is of the words that it underlines.
    let touches =
        |(place, said): &&(Span, Said)| said.state != State::Supported || place.contains(span) || span.contains(*place);
    let here = told.around(document, span).filter(touches).map(|(_, said)| said);
    let first = here.min_by_key(|said| said.state);
    let Some(first) = first else {
        return Ticked { kind, document, span, state: State::NotCompared, sources: Vec::new(), note: String::new() };
    };
    let sources = first.labels.iter().filter(|l| role(ledgers, l.document) == Some(Role::Source));
    let sources = sources.map(|l| (l.document, l.span)).collect();
    Ticked { kind, document, span, state: first.state, sources, note: first.note.to_owned() }
}
