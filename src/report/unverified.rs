//! Claims that nothing was compared with. Silence would look like approval.

use crate::claim::{ClaimKind, Ledger};
use crate::rules::{Agreement, Finding};
use crate::text::Span;

#[derive(Debug, Clone)]
pub struct Unverified {
    pub kind: &'static str,
    pub document: usize,
    pub span: Span,
    pub reason: &'static str,
}

pub fn list(ledgers: &[Ledger], findings: &[Finding], agreements: &[Agreement]) -> Vec<Unverified> {
    let labels = findings.iter().flat_map(|f| &f.labels).chain(agreements.iter().flat_map(|a| &a.labels));
    let mut touched: Vec<Vec<Span>> = vec![Vec::new(); ledgers.len()];
    for label in labels {
        if let Some(spans) = touched.get_mut(label.document) {
            spans.push(label.span);
        }
    }
    let mut unverified = Vec::new();
    for (document, (ledger, spans)) in ledgers.iter().zip(&mut touched).enumerate() {
        spans.sort();
        let mut ends = spans
            .iter()
            .scan(0, |furthest, s| {
                *furthest = s.end.max(*furthest);
                Some(*furthest)
            })
            .collect::<Vec<_>>();
        ends.insert(0, 0);
        // The furthest end of all spans that start before the claim ends.
        let compared = |span: Span| {
            let before = spans.partition_point(|s| s.start < span.end);
            ends.get(before).is_some_and(|end| *end > span.start)
        };
        for claim in ledger.claims.iter().filter(|c| !compared(c.span)) {
            let reason = match claim.kind {
                ClaimKind::Statement => "no other place was found that speaks of this",
                _ => "no other place was found that gives this value",
            };
            unverified.push(Unverified { kind: claim.kind.name(), document, span: claim.span, reason });
        }
    }
    unverified
}
