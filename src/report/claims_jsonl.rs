//! `crosscheck claims --format jsonl`: the ledger as a table for other programs, one claim a line. A line tells of itself
//! which document it is of and by which schema it is written, so that lines of many runs may stand in one file.

use super::claim_words::{amount, property, subject, value};
use super::claims_json::{QualifiersOut, qualifiers};
use super::json::{PlaceOut, SCHEMA_VERSION, place};
use crate::claim::{Claim, Ledger};
use serde::Serialize;

#[derive(Debug, Serialize)]
struct RowOut<'a> {
    schema_version: u32,
    path: &'a str,
    id: String,
    kind: &'static str,
    #[serde(flatten)]
    place: PlaceOut<'a>,
    subject: String,
    property: Option<&'a str>,
    value: String,
    amount: Option<String>,
    unit: Option<String>,
    qualifiers: QualifiersOut<'a>,
    sentence: &'a str,
}

/// The claims of one document, each with its line break.
pub fn write(ledger: &Ledger) -> Result<String, String> {
    let mut lines = Vec::new();
    for claim in &ledger.claims {
        serde_json::to_writer(&mut lines, &row(ledger, claim)).map_err(|error| error.to_string())?;
        lines.push(b'\n');
    }
    String::from_utf8(lines).map_err(|error| error.to_string())
}

fn row<'a>(ledger: &'a Ledger, claim: &'a Claim) -> RowOut<'a> {
    let document = &ledger.document;
    let (amount, unit) = amount(ledger, claim);
    RowOut {
        schema_version: SCHEMA_VERSION,
        path: &document.path,
        id: ledger.claim_id(claim),
        kind: claim.kind.name(),
        place: place(document, claim.span),
        subject: subject(ledger, claim),
        property: property(ledger, claim),
        value: value(ledger, claim),
        amount,
        unit,
        qualifiers: qualifiers(ledger, claim),
        sentence: document.sentences.get(claim.sentence).map_or("", |s| document.slice(s.span)),
    }
}
