//! The pipeline as three readable functions.

use crate::align::align;
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::mention;
use crate::policy::Policy;
use crate::report::Report;
use crate::rules::{self, Context, Mode, Settings};
use rayon::prelude::*;

/// Reads the claims out of one document. Only English is understood: words of another language make no claims,
/// though a source in one may still carry a draft's names and figures.
pub fn read(document: Document, settings: &Settings) -> Ledger {
    let mentions = match document.foreign() {
        Some(_) if document.role != Role::Source => Vec::new(),
        _ => mention::extract(&document, settings.reference_date, &settings.aliases),
    };
    Ledger::new(document, mentions)
}

/// Aligns and compares the claims of documents, and reports. The order in which the ledgers come is of no matter.
pub fn reconcile(mut ledgers: Vec<Ledger>, settings: &Settings, policy: &Policy) -> Report {
    ledgers.sort_by(|a, b| (a.document.role, &a.document.path).cmp(&(b.document.role, &b.document.path)));
    let alignment = align(&ledgers);
    let against = ledgers.iter().any(|l| l.document.role == Role::Source);
    let mode = if against { Mode::Against } else { Mode::Peers };
    let outcome = rules::run(&Context { ledgers: &ledgers, alignment: &alignment, settings, mode });
    Report::new(ledgers, outcome, policy)
}

/// Both for documents in memory.
pub fn check(documents: Vec<Document>, settings: &Settings) -> Report {
    let ledgers = documents.into_par_iter().map(|d| read(d, settings)).collect();
    reconcile(ledgers, settings, &Policy::default())
}
