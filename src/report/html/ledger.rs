//! The ledger's rows: every claim, and what became of it.

use crate::claim::{Claim, ClaimKind, Ledger};
use crate::report::Report;
use crate::report::claim_words::{qualifiers, subject, value};
use crate::report::located::written;
use crate::report::visible::{shortened, visible};
use crate::rules::Covered;
use serde::Serialize;

pub const HEADS: [&str; 8] = ["document", "place", "kind", "words", "subject", "value", "qualifiers", "outcome"];
const WORDS: usize = 160;

#[derive(Debug, Serialize)]
pub struct Row {
    path: String,
    place: String,
    /// Sorts places within and across documents.
    order: String,
    kind: &'static str,
    words: String,
    subject: String,
    value: String,
    qualifiers: String,
    state: &'static str,
    said: &'static str,
}

pub fn rows(report: &Report) -> Vec<Row> {
    let labels = |of: Vec<&crate::rules::Label>| Covered::new(report.ledgers.len(), of);
    let findings = labels(report.findings.iter().flat_map(|f| &f.labels).collect());
    let agreements = labels(report.agreements.iter().flat_map(|a| &a.labels).collect());
    let outcome = |document: usize, claim: &Claim| {
        if findings.covers(document, claim.span) {
            ("error", "in a finding")
        } else if agreements.covers(document, claim.span) {
            ("agrees", "agrees")
        } else {
            ("alone", "not compared")
        }
    };
    let ledgers = report.ledgers.iter().enumerate();
    ledgers
        .flat_map(|(document, ledger)| ledger.claims.iter().map(move |claim| (document, ledger, claim)))
        .map(|(document, ledger, claim)| row(document, ledger, claim, outcome(document, claim)))
        .collect()
}

fn row(document: usize, ledger: &Ledger, claim: &Claim, (state, said): (&'static str, &'static str)) -> Row {
    let place = ledger.document.place(claim.span);
    let position = ledger.document.position(place);
    let value = match claim.kind {
        ClaimKind::Statement | ClaimKind::Quote => String::new(),
        _ => visible(&value(ledger, claim)),
    };
    let qualifiers: Vec<String> =
        qualifiers(ledger, claim).iter().map(|(name, words)| format!("{name}: {}", visible(words))).collect();
    Row {
        path: visible(&ledger.document.path),
        place: written(position, ledger.document.part(place)),
        order: format!("{document}.{:08}.{:08}", position.line, position.column),
        kind: claim.kind.name(),
        words: shortened(ledger.words(claim), WORDS),
        subject: visible(&subject(ledger, claim)),
        value,
        qualifiers: qualifiers.join(", "),
        state,
        said,
    }
}
