//! The ledger's rows: every claim, what became of it, and where it is marked in its document.

use super::text::Place;
use crate::claim::{Claim, ClaimKind, Ledger};
use crate::report::Report;
use crate::report::claim_words::{qualifiers, subject, value};
use crate::report::located::written;
use crate::report::visible::{shortened, visible};
use crate::rules::{ByPlace, Covered};
use crate::text::Span;
use serde::Serialize;

pub const HEADS: [&str; 8] = ["document", "place", "kind", "words", "subject", "value", "qualifiers", "outcome"];
const WORDS: usize = 160;
/// A row knows so many of the entries that stand at its words.
const ENTRIES: usize = 16;
/// Of many at one place so many are looked at.
const NEAR: usize = 64;

#[derive(Debug, Serialize)]
pub struct Row {
    id: String,
    /// The key that its words are marked by, and their document's.
    spot: String,
    document: String,
    /// The keys of the findings and agreements at its words, and of itself among the claims of a draft.
    entries: String,
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

/// Marks the words of those rows that no entry stands at: `places` are those of the entries.
pub fn rows(report: &Report, places: &mut [Vec<Place>]) -> Vec<Row> {
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
    let marked = places
        .iter()
        .enumerate()
        .flat_map(|(document, places)| places.iter().map(move |place| (document, place.span, place.key.clone())));
    let marked = ByPlace::of(marked.collect::<Vec<_>>());
    let mut rows = Vec::new();
    for (document, ledger) in report.ledgers.iter().enumerate() {
        for claim in &ledger.claims {
            let id = format!("l{}", rows.len());
            let at = At::of(&marked, document, claim.span);
            let spot = at.spot.unwrap_or_else(|| {
                let key = format!("{id}-0");
                let place = Place { span: claim.span, key: key.clone(), class: "row", rank: u8::MAX };
                if let Some(places) = places.get_mut(document) {
                    places.push(place);
                }
                key
            });
            let entries = at.entries.join(" ");
            rows.push(Row { id, spot, entries, ..row(document, ledger, claim, outcome(document, claim)) });
        }
    }
    rows
}

/// What stands at the words of a row.
#[derive(Default)]
struct At {
    /// The key of an entry's mark at just these words.
    spot: Option<String>,
    entries: Vec<String>,
}

impl At {
    fn of(marked: &ByPlace<String>, document: usize, span: Span) -> At {
        let mut at = At::default();
        for (place, key) in marked.around(document, span).take(NEAR) {
            let entry = key.split('-').next().unwrap_or_default();
            let counts = entry.starts_with(['f', 'a']) || entry.starts_with('c') && *place == span;
            if counts && at.entries.len() < ENTRIES && !at.entries.iter().any(|known| known == entry) {
                at.entries.push(entry.to_owned());
            }
            if *place == span && at.spot.is_none() {
                at.spot = Some(key.clone());
            }
        }
        at
    }
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
        id: String::new(),
        spot: String::new(),
        document: format!("d{document}"),
        entries: String::new(),
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
