//! # polarity/negated
//!
//! ## What it reports
//! One holder who denies something in one place and confirms it in another: "Iran
//! denied the accusations" and "Iran confirmed the charges".
//!
//! ## Why
//! A lost "not" or the wrong verb turns a statement into its opposite.
//!
//! ## Example
//! > a.txt: Peru denied the claims.
//! > b.txt: Peru has confirmed the accusations.
//!
//! ## What it leaves alone
//! Other holders, other things denied, and texts that tell of a change of mind
//! ("first denied, later confirmed").
//!
//! ## How to silence
//! Say when each was said.
//! Where it is meant: `allow polarity/negated`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::ClaimRef;
use crate::claim::{Claim, Ledger, Polarity};
use crate::lexicon::en::degree::CHANGES_OF_MIND;

pub const RULE: Rule = Rule {
    id: "polarity/negated",
    severity: Severity::Warning,
    summary: "something is denied in one place and confirmed in another",
    source: include_str!("polarity_negated.rs"),
    yields_to: &[],
    check,
};

fn check(context: &Context, outcome: &mut Outcome) {
    for group in &context.alignment.groups {
        let of = |polarity: Polarity| -> Vec<ClaimRef> {
            let holds = |at: &&ClaimRef| {
                context
                    .claim(**at)
                    .is_some_and(|(l, c)| c.stance().is_some() && c.qualifiers.polarity == polarity && settled(l, c))
            };
            group.claims.iter().filter(holds).copied().collect()
        };
        let (denied, affirmed) = (of(Polarity::Denied), of(Polarity::Affirmed));
        // The rarer stance is the one to look at first.
        let (odd, others) = if denied.len() < affirmed.len() { (denied, affirmed) } else { (affirmed, denied) };
        let (Some(first), Some(other)) = (odd.first(), others.first()) else {
            agree(context, &others, outcome);
            continue;
        };
        let (Some((ledger, claim)), Some((other_ledger, other_claim))) = (context.claim(*first), context.claim(*other))
        else {
            continue;
        };
        let links = group.links.iter().filter_map(|i| context.alignment.links.get(*i));
        let evidence =
            links.filter(|l| odd.contains(&l.a) != odd.contains(&l.b)).map(|l| l.evidence.addends.clone()).next();
        let message = format!("“{}” here, “{}” elsewhere", ledger.words(claim), other_ledger.words(other_claim));
        let label = |at: &ClaimRef, primary: bool| {
            context.claim(*at).map(|(_, c)| match primary {
                true => Label::primary(at.document, c.span, "one stance"),
                false => Label::related(at.document, c.span, if odd.contains(at) { "one stance" } else { "the other" }),
            })
        };
        let finding = Finding::new(&RULE, FindingVerdict::Conflict, message)
            .turned(format!("“{}” here, “{}” elsewhere", other_ledger.words(other_claim), ledger.words(claim)))
            .labels(odd.iter().enumerate().filter_map(|(i, at)| label(at, i == 0)))
            .labels(others.iter().filter_map(|at| label(at, false)))
            .evidence(evidence.unwrap_or_default())
            .help("correct the place that has it wrong")
            .help("if both were said, say when");
        outcome.report(finding);
    }
}

fn agree(context: &Context, places: &[ClaimRef], outcome: &mut Outcome) {
    if places.len() < 2 {
        return;
    }
    let claims: Vec<_> = places.iter().filter_map(|at| context.claim(*at).map(|(l, c)| (*at, l, c))).collect();
    let words: Vec<String> = claims.iter().map(|(_, l, c)| format!("“{}”", l.words(c))).collect();
    let labels = claims.iter().map(|(at, _, c)| Label::related(at.document, c.span, "the same stance")).collect();
    outcome.agree("stance", words.join(", "), labels);
}

/// Is nothing said of an earlier or a later stance?
fn settled(ledger: &Ledger, claim: &Claim) -> bool {
    let tokens = ledger.document.sentence_tokens(claim.sentence);
    !tokens.into_iter().any(|i| CHANGES_OF_MIND.contains(ledger.document.word(i)))
}
