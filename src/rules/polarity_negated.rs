//! # polarity/negated
//!
//! ## What it reports
//! A statement of one document that another denies: "the board has approved the terminal" and "the
//! board has not approved the terminal", "found guilty" and "found not guilty", "passengers were hurt"
//! and "no passengers were hurt". One holder who denies an accusation in one place and confirms it in
//! another, also in one document: "Iran denied the accusations" and "Iran confirmed the charges".
//!
//! ## Why
//! A lost "not" turns a statement into its opposite, and no figure tells.
//!
//! ## Example
//! > a.txt: The board has approved the terminal at Lunden.
//! > b.txt: The board has not approved the terminal at Lunden.
//!
//! ## What it leaves alone
//! Another subject, object or moment ("had not yet", "on Tuesday" against "on Friday"); conditions,
//! questions and guesses; what somebody with a name says or thinks, and quotations; half a "not" ("not
//! only", "not all"); what is said of some, or with regard to other people ("in adults", "in children");
//! a text that tells both; headlines; one document by itself, but for accusations.
//!
//! ## How to silence
//! Say when each holds.
//! Where it is meant: `allow polarity/negated`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity, contraries};
use crate::align::{ClaimRef, Contrast, Stand};
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
    contraries::report(context, &RULE, Contrast::Negated, ["this here", "the contrary there"], outcome);
    stances(context, outcome);
}

/// Does a statement that is denied elsewhere stand at this claim?
fn is_told(context: &Context, at: ClaimRef) -> bool {
    let Some((_, claim)) = context.claim(at) else { return false };
    let there = |s: &Stand| s.document == at.document && s.words.overlaps(claim.span);
    let denied = context.alignment.contraries.iter().filter(|c| c.contrast == Contrast::Negated);
    denied.into_iter().any(|c| there(&c.a) || there(&c.b))
}

/// Stances on one thing, also where no clause could be read.
fn stances(context: &Context, outcome: &mut Outcome) {
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
        if is_told(context, *first) && is_told(context, *other) {
            continue;
        }
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
