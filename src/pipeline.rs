//! The pipeline as two readable functions.

use crate::align::align;
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::mention;
use crate::report::Report;
use crate::rules::{self, Context, Mode, Settings};
use jiff::civil::Date;
use rayon::prelude::*;

/// Reads the claims out of each document. Documents come out sorted by path, whatever order they came in.
pub fn read(mut documents: Vec<Document>, reference: Option<Date>) -> Vec<Ledger> {
    documents.sort_by(|a, b| (a.role, &a.path).cmp(&(b.role, &b.path)));
    documents
        .into_par_iter()
        .map(|document| {
            let mentions = mention::extract(&document, reference);
            Ledger::new(document, mentions)
        })
        .collect()
}

/// Reads, aligns, compares and reports.
pub fn check(documents: Vec<Document>, settings: &Settings) -> Report {
    let ledgers = read(documents, settings.reference_date);
    let alignment = align(&ledgers);
    let against = ledgers.iter().any(|l| l.document.role == Role::Source);
    let mode = if against { Mode::Against } else { Mode::Peers };
    let outcome = rules::run(&Context { ledgers: &ledgers, alignment: &alignment, settings, mode });
    Report::new(ledgers, outcome)
}
