//! # count/plus-others
//!
//! ## What it reports
//! A total that its parts, one of them counted only, do not make: "the 14 signatories (twelve members of
//! the league plus Austria)"; "Peru, Chile and 10 other nations signed" where the text says that 14 nations signed.
//!
//! ## Why
//! "Plus" and "others" hide a sum that readers do and writers do not.
//!
//! ## Example
//! > The 14 signatories, twelve league members plus Austria, met in Bern.
//!
//! 12 + 1 = 13, the text says 14.
//!
//! ## What it leaves alone
//! Parts that the text does not tie to the total (by brackets, a comma or dash before them, or "They are"), open
//! counts ("over 12", "at least"), other groups, parts of the total ("among them"), and sums that fit.
//!
//! ## How to silence
//! Correct the total or a part.
//! Where it is meant: `allow count/plus-others`.

use super::rosters::count;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{list_of, subset_word};
use crate::claim::{Claim, ClaimKind, Ledger, Stem, stem};
use crate::document::Document;
use crate::lexicon::en::classes::class_of;
use crate::text::Span;
use crate::value::Value;

pub const RULE: Rule = Rule {
    id: "count/plus-others",
    severity: Severity::Error,
    summary: "a total is not the sum of those named and those counted",
    source: include_str!("count_plus_others.rs"),
    yields_to: &[],
    check,
};

/// How many tokens may stand between a total and the sum that explains it.
const REACH: usize = 8;
/// How far apart two sentences may stand that count one group.
const SENTENCES: usize = 2;
/// How many words besides the counted noun two such sentences must share.
const SHARED: usize = 2;

/// A sum of members.
struct Sum {
    words: String,
    value: u32,
    spans: Vec<Span>,
}

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        let counts: Vec<(usize, &Claim, u32)> = ledger
            .claims
            .iter()
            .enumerate()
            .filter(|(_, c)| c.kind == ClaimKind::Count)
            .filter_map(|(i, c)| count(ledger, i).map(|n| (i, c, n)))
            .collect();
        for (at, (_, part, n)) in counts.iter().enumerate() {
            let Some(sum) = plus(ledger, part, *n) else { continue };
            let total = at.checked_sub(1).and_then(|i| counts.get(i));
            let tied = total.filter(|(_, total, _)| explains(&ledger.document, total, part));
            outcome.findings.extend(tied.and_then(|(_, total, n)| report(index, ledger, (total, *n), &sum)));
        }
        for claim in ledger.claims.iter().filter(|c| c.kind == ClaimKind::List) {
            let Some((sum, head)) = others(ledger, claim) else { continue };
            let from = counts.partition_point(|(_, c, _)| c.sentence + SENTENCES < claim.sentence);
            let near = counts.iter().skip(from).take_while(|(_, c, _)| c.sentence <= claim.sentence + SENTENCES);
            let total = near
                .filter(|(_, c, _)| c.sentence != claim.sentence && subset_word(ledger, c).is_none())
                .find(|(_, c, _)| same_group(ledger, c, claim, &head));
            outcome.findings.extend(total.and_then(|(_, total, n)| report(index, ledger, (total, *n), &sum)));
        }
    }
}

/// "twelve members plus Austria", "twelve members plus two partners".
fn plus(ledger: &Ledger, part: &Claim, n: u32) -> Option<Sum> {
    let document = &ledger.document;
    let after = document.token_at(part.span.end);
    let at = (after..after + 2).find(|i| document.word(*i) == "plus")?;
    let next = document.token(at + 1)?.span.start;
    let article = document.token(at + 2).map_or(next, |t| t.span.start);
    let starts = |span: Span| span.start == next || (span.start == article && document.word(at + 1) == "the");
    let near = |span: Span| span.start <= article;
    let mut named: Option<(u32, Span)> = None;
    let from = ledger.claims.partition_point(|c| c.span.start < next);
    let claims = ledger.claims.iter().enumerate().skip(from).take_while(|(_, c)| near(c.span));
    for (i, claim) in claims.filter(|(_, c)| starts(c.span)) {
        named = match claim.kind {
            ClaimKind::List => list_of(ledger, claim)
                .and_then(|l| Some(((l.members.len() as u32).checked_add(l.unnamed)?, claim.span))),
            ClaimKind::Count => count(ledger, i).map(|n| (n, claim.span)),
            _ => None,
        }
        .or(named);
    }
    let from = ledger.mentions.partition_point(|m| m.span.start < next);
    let mut mentions = ledger.mentions.iter().skip(from).take_while(|m| near(m.span));
    let name = mentions.find(|m| starts(m.span) && matches!(m.value, Value::Name(_)));
    let (k, span) = named.or(name.map(|m| (1, m.span)))?;
    let goes_on = matches!(document.word(document.token_at(span.end)), "and" | "," | "plus" | "or");
    if named.is_none() && goes_on && document.word(document.token_at(span.end)) != "," {
        return None;
    }
    Some(Sum { words: format!("{n} + {k}"), value: n.checked_add(k)?, spans: vec![part.span, span] })
}

/// Only marks and words that say "these are" stand between the total and the sum.
fn explains(document: &Document, total: &Claim, part: &Claim) -> bool {
    const WORDS: [&str; 20] = [
        ",",
        "(",
        "—",
        "–",
        "-",
        ":",
        ".",
        "are",
        "were",
        "they",
        "these",
        "those",
        "comprise",
        "comprising",
        "namely",
        "consist",
        "consisting",
        "of",
        "all",
        "the",
    ];
    let range = document.token_at(total.span.end)..document.token_at(part.span.start);
    let ties = |word: &str| {
        matches!(word, "," | "(" | "—" | "–" | ":" | "are" | "were" | "comprise" | "comprising" | "namely")
    };
    !range.is_empty()
        && range.len() <= REACH
        && range.clone().all(|i| WORDS.contains(&document.word(i)))
        && range.clone().any(|i| ties(document.word(i)))
        && part.sentence - total.sentence <= 1
}

/// "Peru, Chile and 10 other nations": the sum and the noun of those that are not named.
fn others(ledger: &Ledger, claim: &Claim) -> Option<(Sum, String)> {
    let list = list_of(ledger, claim).filter(|l| l.unnamed > 0)?;
    let document = &ledger.document;
    let after = document.token_at(claim.span.end);
    let other = (after..after + 5).find(|i| document.word(*i) == "other")?;
    let head = document.word(other + 1).to_owned();
    let value = (list.members.len() as u32).checked_add(list.unnamed)?;
    let end = document.token(other + 1)?.span.end;
    let words = format!("{} + {}", list.members.len(), list.unnamed);
    Some((Sum { words, value, spans: vec![Span { start: claim.span.start, end }] }, head))
}

/// The total counts what the others are, and both sentences say the same of them.
fn same_group(ledger: &Ledger, total: &Claim, list: &Claim, head: &str) -> bool {
    let class = |word: &str| class_of(word).map_or_else(|| stem(word), stem);
    let (of_total, of_list) = (ledger.sentence_stems(total.sentence), ledger.sentence_stems(list.sentence));
    let shared = of_total.iter().filter(|s| of_list.contains(s) && **s != stem(head)).count();
    let other_modifier = total.subject.modifiers.iter().map(|m| stem(m)).any(|m: Stem| !of_list.contains(&m));
    class(&total.subject.head) == class(head) && shared >= SHARED && !other_modifier
}

fn report(index: usize, ledger: &Ledger, (total, n): (&Claim, u32), sum: &Sum) -> Option<Finding> {
    if n == sum.value {
        return None;
    }
    let said = format!("{} = {}", sum.words, sum.value);
    let parts = sum.spans.iter().map(|span| Label::related(index, *span, said.clone()));
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, format!("{said}, the text says “{}”", ledger.words(total)))
            .label(Label::primary(index, total.span, format!("says {n}")))
            .labels(parts)
            .help(format!("if the parts are right, say {}", sum.value))
            .help("if the total is right, mend the parts or name those that are missing"),
    )
}
