//! What a finding holds against each other is not ticked as alike: a list whose member is spelt two ways, a date within a
//! quotation that was altered.

use super::super::{Agreement, ByPlace, Context, Finding, FindingVerdict, Label, LabelRole, Severity};
use crate::text::Span;
use crate::value::Value;
use std::collections::BTreeSet;

/// A place in a document.
type Place = (usize, Span);

/// The agreements without their places on the side that a finding starts from, where they have the other side too.
pub fn without_contested(context: &Context, findings: &[Finding], agreements: Vec<Agreement>) -> Vec<Agreement> {
    let is_conflict = |f: &&Finding| f.verdict == FindingVerdict::Conflict && f.severity > Severity::Note;
    let sides: Vec<(Vec<Place>, Vec<Place>)> =
        findings.iter().filter(is_conflict).map(|f| places(context, f)).collect();
    let places_of = |(index, others): (usize, &Vec<Place>)| -> Vec<(usize, Span, usize)> {
        others.iter().map(|(document, span)| (*document, *span, index)).collect()
    };
    let held = ByPlace::of(sides.iter().map(|(_, others)| others).enumerate().flat_map(places_of));
    let mut left = agreements;
    for agreement in left.iter_mut().filter(|a| a.kind != "wording") {
        let against: BTreeSet<usize> =
            agreement.labels.iter().flat_map(|l| held.around(l.document, l.span)).map(|(_, side)| *side).collect();
        let places = agreement.labels.len();
        for (own, _) in against.into_iter().filter_map(|side| sides.get(side)) {
            agreement.labels.retain(|l| !stands_in(l, own));
        }
        // What is left alone agrees with nothing, and a working without its outcome is none.
        let least = if agreement.kind == "derived" { places } else { places.min(2) };
        if agreement.labels.len() < least {
            agreement.labels.clear();
        }
    }
    left.retain(|a| !a.labels.is_empty());
    left
}

/// The places that a finding starts from, and those it holds against them.
fn places(context: &Context, finding: &Finding) -> (Vec<Place>, Vec<Place>) {
    let place = |l: &Label| (l.document, whole(context, finding, l));
    let (own, others): (Vec<&Label>, Vec<&Label>) = finding.labels.iter().partition(|l| l.role == LabelRole::Primary);
    (own.into_iter().map(place).collect(), others.into_iter().map(place).collect())
}

/// Of a word within a quotation that was altered, the quotation.
fn whole(context: &Context, finding: &Finding, label: &Label) -> Span {
    let within = |ledger: &crate::claim::Ledger| {
        let behind = ledger.mentions.partition_point(|m| m.span.start <= label.span.start);
        let mut before = ledger.mentions.iter().take(behind).rev();
        before.find(|m| matches!(m.value, Value::Quote(_))).map(|m| m.span).filter(|s| s.contains(label.span))
    };
    let quoted = context.ledgers.get(label.document).filter(|_| finding.rule.starts_with("quote/"));
    quoted.and_then(within).unwrap_or(label.span)
}

fn stands_in(label: &Label, places: &[Place]) -> bool {
    places.iter().any(|(document, span)| *document == label.document && span.overlaps(label.span))
}
