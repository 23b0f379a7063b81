//! # fact/pinned
//!
//! ## What it reports
//! A place that states another value than the one the project pins for the subject (`[pinned]` in
//! `crosscheck.toml`).
//!
//! ## Why
//! A pinned fact is settled; no document may tell it otherwise.
//!
//! ## Example
//! > crosscheck.toml: [pinned] "signatory countries" = "14"
//! > a.txt: The treaty has 13 signatory countries.
//!
//! ## What it leaves alone
//! Sentences that lack a word of the subject, that state the pinned value as well, or that give several
//! values of the kind, of which nobody can tell whose they are; roundings, bounds and finer or coarser
//! dates that fit the pinned value.
//!
//! ## How to silence
//! Correct the place, or the pinned value if it has changed.
//! Where it is meant: `allow fact/pinned`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::Addend;
use crate::claim::{Claim, ClaimKind, Ledger, Pinned};
use crate::compare::{Verdict, amount, calendar};
use crate::value::Value;

pub const RULE: Rule = Rule {
    id: "fact/pinned",
    severity: Severity::Error,
    summary: "a value is not the one that the project pins",
    source: include_str!("fact_pinned.rs"),
    yields_to: &[],
    check,
};

/// What the words of the subject say for it, all of them being there.
const WORDS: f64 = 3.0;

fn check(context: &Context, outcome: &mut Outcome) {
    for pinned in &context.settings.pinned {
        for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
            for claim in &ledger.claims {
                match judged(pinned, ledger, claim) {
                    Some(Verdict::Agree | Verdict::Refines) => {
                        let message = format!("“{}” is pinned for “{}”", pinned.written, pinned.subject);
                        outcome.agree("pinned", message, vec![Label::primary(index, claim.span, "")]);
                    }
                    Some(Verdict::Conflict) if alone(pinned, ledger, claim) => {
                        outcome.report(finding(pinned, index, ledger, claim));
                    }
                    _ => {}
                }
            }
        }
    }
}

/// What the claim says to the pinned value; none where it is about something else.
fn judged(pinned: &Pinned, ledger: &Ledger, claim: &Claim) -> Option<Verdict> {
    if !matches!(claim.kind, ClaimKind::Date | ClaimKind::Count | ClaimKind::Quantity) {
        return None;
    }
    verdict(pinned, &ledger.mention(claim)?.value).filter(|_| pinned.is_about(ledger, claim))
}

fn verdict(pinned: &Pinned, value: &Value) -> Option<Verdict> {
    match (&pinned.value, value) {
        (Value::Amount(a), Value::Amount(b)) => {
            Some(amount::amounts(a, b)).filter(|v| *v != Verdict::Unknown && a.kind == b.kind)
        }
        (Value::Time(a), Value::Time(b)) if b.stretch.is_some() => Some(calendar::compare(a, b)),
        _ => None,
    }
}

/// Is no other value of the kind in the sentence?
fn alone(pinned: &Pinned, ledger: &Ledger, claim: &Claim) -> bool {
    let from = ledger.claims.partition_point(|c| c.sentence < claim.sentence && c.span.end <= claim.span.start);
    let near = ledger.claims.iter().skip(from.saturating_sub(NEAR)).take(2 * NEAR);
    let rivals = near.filter(|c| c.sentence == claim.sentence && c.mention.is_some() && c.mention != claim.mention);
    let of_the_kind = rivals.filter_map(|c| ledger.mention(c)).filter(|m| verdict(pinned, &m.value).is_some());
    // What is counted stands beside its number and needs no more.
    claim.kind == ClaimKind::Count || of_the_kind.count() == 0
}

/// How many claims around one are looked at for others of its sentence.
const NEAR: usize = 24;

fn finding(pinned: &Pinned, index: usize, ledger: &Ledger, claim: &Claim) -> Finding {
    let words = ledger.mention(claim).map(|m| ledger.document.slice(m.span)).unwrap_or_default();
    let Pinned { subject, written, .. } = pinned;
    let reason = format!("the words of “{subject}” stand in the sentence");
    Finding::new(&RULE, FindingVerdict::Conflict, format!("“{words}” here, but “{written}” is pinned for “{subject}”"))
        .label(Label::primary(index, claim.span, format!("not {written}")))
        .evidence([Addend { weight: WORDS, reason }])
        .help(format!("if the pinned value is right, write {written}"))
        .help("if it is not, change it in crosscheck.toml")
}
