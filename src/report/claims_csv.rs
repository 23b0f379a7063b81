//! `crosscheck claims --format csv`: the ledger for a spreadsheet, one claim a line.

use super::claim_words::{amount, polarity, property, qualifiers, subject, value};
use super::visible::visible;
use crate::claim::Ledger;
use crate::text::Place;

const HEADS: [&str; 18] = [
    "path", "line", "column", "start", "end", "id", "kind", "text", "subject", "value", "polarity", "hedge", "speaker",
    "as_of", "sentence", "property", "amount", "unit",
];

pub fn write(ledgers: &[Ledger]) -> Result<String, String> {
    let mut out = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| error.to_string();
    out.write_record(HEADS).map_err(failed)?;
    for ledger in ledgers {
        let document = &ledger.document;
        for claim in &ledger.claims {
            let place = document.place(claim.span);
            let position = document.position(place);
            let Place { start, end } = document.in_file(place);
            let set = qualifiers(ledger, claim);
            let qualifier = |name| set.iter().find(|(n, _)| *n == name).map_or(String::new(), |(_, w)| harmless(w));
            let (amount, unit) = amount(ledger, claim);
            let sentence = document.sentences.get(claim.sentence).map_or("", |s| document.slice(s.span));
            out.write_record([
                harmless(&document.path),
                position.line.to_string(),
                position.column.to_string(),
                start.to_string(),
                end.to_string(),
                ledger.claim_id(claim),
                claim.kind.name().to_owned(),
                harmless(ledger.words(claim)),
                harmless(&subject(ledger, claim)),
                harmless(&value(ledger, claim)),
                polarity(claim).to_owned(),
                qualifier("hedge"),
                qualifier("speaker"),
                qualifier("as of"),
                harmless(sentence),
                harmless(property(ledger, claim).unwrap_or_default()),
                // A number below zero is no formula.
                amount.unwrap_or_default(),
                harmless(&unit.unwrap_or_default()),
            ])
            .map_err(failed)?;
        }
    }
    let bytes = out.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

/// The cell as a terminal may show it, too: `start` and `end` tell where the exact bytes are. A spreadsheet runs a
/// cell that starts like a formula; an apostrophe makes it text.
fn harmless(cell: &str) -> String {
    let cell = visible(cell);
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}
