//! Claims that nothing was compared with. Silence would look like approval.

use crate::claim::{Claim, ClaimKind, Ledger};
use crate::document::BlockKind;
use crate::rules::{Agreement, Covered, Finding};
use crate::text::Span;

#[derive(Debug, Clone)]
pub struct Unverified {
    pub kind: ClaimKind,
    pub document: usize,
    pub span: Span,
}

impl Unverified {
    pub fn reason(&self) -> &'static str {
        match self.kind {
            ClaimKind::Statement => "no other place was found that speaks of this",
            _ => "no other place was found that gives this value",
        }
    }
}

pub fn list(ledgers: &[Ledger], findings: &[Finding], agreements: &[Agreement]) -> Vec<Unverified> {
    let labels = findings.iter().flat_map(|f| &f.labels).chain(agreements.iter().flat_map(|a| &a.labels));
    let compared = Covered::new(ledgers.len(), labels);
    let mut unverified = Vec::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        let listed: Vec<&Claim> = ledger.claims.iter().filter(|c| !compared.covers(document, c.span)).collect();
        for claim in &listed {
            if claim.kind == ClaimKind::Statement && (fragment(ledger, claim) || finer(&listed, claim)) {
                continue;
            }
            unverified.push(Unverified { kind: claim.kind, document, span: claim.span });
        }
    }
    unverified
}

/// Fewer words without a full stop are a title or an entry, and state nothing.
const FEWEST_WORDS: usize = 8;

pub fn fragment(ledger: &Ledger, statement: &Claim) -> bool {
    let document = &ledger.document;
    let heading = document.block_of(statement.sentence).is_some_and(|b| b.kind == BlockKind::Heading);
    let open = !ledger.words(statement).trim_end_matches(['”', '"', '’', ')']).ends_with(['.', '!', '?']);
    heading || open && document.sentence_tokens(statement.sentence).len() < FEWEST_WORDS
}

/// Does the list name a claim inside the statement? Then the statement is not named again.
pub fn finer(listed: &[&Claim], statement: &Claim) -> bool {
    let from = listed.partition_point(|c| c.span.start < statement.span.start);
    let inside = listed.iter().skip(from).take_while(|c| c.span.start < statement.span.end);
    inside.into_iter().any(|c| c.kind != ClaimKind::Statement)
}
