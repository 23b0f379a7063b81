//! What is known of the words at one place, for an editor that asks: what they were read as, what agrees with them, what
//! does not, and whether anything was compared with them at all. Plain text: no word of a document is markup in it.

use super::claim_words::{qualifiers, subject, value};
use super::spot::{said, spot};
use super::visible::visible;
use super::{Report, Unverified};
use crate::claim::{Claim, ClaimKind, Ledger};
use crate::rules::Label;
use crate::text::{Place, Span};

/// So many places of one finding or agreement are named, and so many of these.
const SHOWN: usize = 6;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hover {
    /// What it is about, in the text of `Document::bytes`.
    pub place: Place,
    pub text: String,
}

/// `byte` counts in the text of the document's bytes.
pub fn hover(report: &Report, document: usize, byte: usize) -> Option<Hover> {
    let ledger = report.ledgers.get(document)?;
    let holds = |span: Span| {
        let place = ledger.document.place(span);
        place.start <= byte && byte < place.end.max(place.start + 1)
    };
    // The shortest claim is the closest; a sentence as a whole comes last.
    let claims = ledger.claims.iter().filter(|claim| holds(claim.span));
    let claim = claims.min_by_key(|claim| (claim.kind == ClaimKind::Statement, claim.span.len()));
    let labels = report.findings.iter().flat_map(|f| &f.labels).chain(report.agreements.iter().flat_map(|a| &a.labels));
    let told = labels.filter(|label| label.document == document && holds(label.span)).map(|label| label.span);
    let span = claim.map(|claim| claim.span).or_else(|| told.min_by_key(|span| span.len()))?;
    let lines = lines(report, ledger, (document, span), claim);
    let text = lines.iter().map(|line| visible(line)).collect::<Vec<_>>().join("\n");
    Some(Hover { place: ledger.document.place(span), text })
}

fn lines(report: &Report, ledger: &Ledger, (document, span): (usize, Span), claim: Option<&Claim>) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(claim) = claim {
        lines.push(read_as(ledger, claim));
        let subject = subject(ledger, claim);
        if !subject.is_empty() && claim.kind != ClaimKind::Statement {
            lines.push(format!("of: {subject}"));
        }
        lines.extend(qualifiers(ledger, claim).iter().map(|(name, words)| format!("{name}: {words}")));
    }
    let here = |labels: &[Label]| labels.iter().any(|l| l.document == document && l.span.overlaps(span));
    let before = lines.len();
    for finding in report.findings.iter().filter(|finding| here(&finding.labels)).take(SHOWN) {
        lines.push(format!("{}[{}]: {}", finding.severity.name(), finding.rule, finding.message));
        lines.extend(others(report, &finding.labels, (document, span)));
    }
    for agreement in report.agreements.iter().filter(|agreement| here(&agreement.labels)).take(SHOWN) {
        lines.push(format!("agrees: {}", agreement.message));
        lines.extend(others(report, &agreement.labels, (document, span)));
    }
    if lines.len() == before {
        let unverified = report.unverified.iter().find(|u| u.document == document && u.span == span);
        let reason = unverified.map_or("nothing was found to hold it against", Unverified::reason);
        lines.push(format!("not compared: {reason}"));
    }
    lines
}

/// "date: “31 July 2025”, read as 2025-07-31".
fn read_as(ledger: &Ledger, claim: &Claim) -> String {
    let (kind, words) = (claim.kind.name(), ledger.words(claim));
    match (claim.kind, value(ledger, claim)) {
        (ClaimKind::Statement, _) => kind.to_owned(),
        (_, value) if value.is_empty() || value == words => format!("{kind}: “{words}”"),
        (_, value) => format!("{kind}: “{words}”, read as {value}"),
    }
}

/// The places but this one.
fn others(report: &Report, labels: &[Label], (document, span): (usize, Span)) -> Vec<String> {
    let other = labels.iter().filter(|l| l.document != document || !l.span.overlaps(span));
    let spots = other.filter_map(|label| spot(report, label)).take(SHOWN);
    spots.map(|spot| format!("  {} {}", spot.name(), said(&spot))).collect()
}
