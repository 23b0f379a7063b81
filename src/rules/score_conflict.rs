//! # score/conflict
//!
//! ## What it reports
//! One match with two scores: "Torp beat Kessel 3-1" in one document, "Torp won 3-2 against Kessel" or "by four goals to two" in another.
//!
//! ## Why
//! A score is the fact of a match that most readers look for, and one wrong figure makes it another match.
//!
//! ## Example
//! > a.txt: Torp beat Kessel 3-1 in the cup on Sunday. b.txt: Kessel lost 3-2 to Torp in the cup.
//!
//! ## What it leaves alone
//! The same score from the other side ("lost 1-3"); halves, sets, series and two matches together; sentences with several
//! scores; other days; a document that gives the other score too.
//!
//! ## How to silence
//! Correct the score, or say of which match it is. Where it is meant: `allow score/conflict`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::claim::{Ledger, Score, Stem, scores};
use crate::story::is_rare_name;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    id: "score/conflict",
    severity: Severity::Warning,
    summary: "one match has two scores",
    source: include_str!("score_conflict.rs"),
    yields_to: &[],
    check,
};

/// Scores beside one name that are held against each other.
const BLOCK: usize = 40;

type At<'a> = (usize, &'a Ledger, &'a Score);

fn check(context: &Context, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let read: Vec<Vec<Score>> = context.ledgers.iter().map(scores).collect();
    let mut by_name: BTreeMap<Stem, Vec<At>> = BTreeMap::new();
    for (document, (ledger, own)) in context.ledgers.iter().zip(&read).enumerate() {
        for score in own {
            // The winner stands in the sentence, or elsewhere in a text that tells of one match.
            let beside = if score.is_alone { ledger.names() } else { &[] };
            let names: BTreeSet<&Stem> = score.names.iter().chain(beside).collect();
            for name in names.into_iter().filter(|n| is_rare_name(**n)) {
                by_name.entry(*name).or_default().push((document, ledger, score));
            }
        }
    }
    let gives = |document: usize, figures: (u32, u32)| {
        read.get(document).is_some_and(|own| own.iter().any(|s| s.figures == figures))
    };
    let mut told: Vec<(usize, usize)> = Vec::new();
    for places in by_name.values() {
        let places = outcome.blocks.thinned(places, BLOCK, |(document, _, score)| (document, score.figures));
        for (i, a) in places.iter().enumerate() {
            for b in places.iter().skip(i + 1) {
                let pair = (a.0, b.0);
                let elsewhere = gives(a.0, b.2.figures) || gives(b.0, a.2.figures);
                if elsewhere || told.contains(&pair) || !one_match(context, *a, *b) {
                    continue;
                }
                told.push(pair);
                outcome.report(finding(*a, *b));
            }
        }
    }
}

fn one_match(context: &Context, (x, own, a): At, (y, other, b): At) -> bool {
    let roles = [own.document.role, other.document.role];
    let only = |x: &[Stem], y: &[Stem]| x.iter().any(|s| !y.contains(s));
    // Each text knows both sides, and neither sentence names one that the other text does not.
    let strange = |score: &Score, ledger: &Ledger| score.names.iter().any(|n| is_rare_name(*n) && !ledger.knows(*n));
    x != y
        && context.comparable(x, y)
        && roles[0].meets(roles[1])
        && a.figures != b.figures
        && alike(a.figures, b.figures)
        && (a.decides || b.decides)
        && name_one_match((own, a), (other, b))
        && !(only(&a.moments, &b.moments) && only(&b.moments, &a.moments))
        && !(strange(a, other) || strange(b, own))
}

/// One name in both sentences; or, "they beat Kessel 5-2" and "Torp took it 4-2", the winner in the one and the loser in the
/// other, of two texts that give no other score.
fn name_one_match((own, a): (&Ledger, &Score), (other, b): (&Ledger, &Score)) -> bool {
    let known = |score: &Score, ledger: &Ledger| score.names.iter().any(|n| is_rare_name(*n) && ledger.knows(*n));
    let alone = a.is_alone && b.is_alone && known(a, other) && known(b, own);
    a.decides && b.decides && a.names.iter().any(|n| b.names.contains(n)) || alone
}

/// Figures of one game: "11-4" and "31-24" are of two.
fn alike(a: (u32, u32), b: (u32, u32)) -> bool {
    let (x, y) = (a.0.saturating_add(a.1), b.0.saturating_add(b.1));
    x.max(y) <= x.min(y).saturating_mul(2).saturating_add(2)
}

fn finding((x, own, a): At, (y, other, b): At) -> Finding {
    let (here, there) = (own.document.slice(a.span), other.document.slice(b.span));
    Finding::new(&RULE, FindingVerdict::Conflict, format!("one match ends {here} here, {there} there"))
        .turned(format!("one match ends {there} here, {here} there"))
        .label(Label::primary(x, a.span, "so here"))
        .label(Label::related(y, b.span, "so there"))
        .help("correct the score that is wrong")
        .help("if they are two matches, say of which each is")
}
