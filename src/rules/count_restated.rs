//! # count/restated
//!
//! ## What it reports
//! A number of the same things that is given differently in another place: "14
//! Western nations" in the lead, "the 15-nation alliance" further down.
//!
//! ## Why
//! A count that was corrected in one place and not in the others leaves a text that
//! contradicts itself.
//!
//! ## Example
//! > 14 Western governments signed. … The 15 governments that signed will meet.
//!
//! ## What it leaves alone
//! Parts and other groups ("three of the 14", "another 14", "the first 14"), vague
//! counts and bounds ("over 20"), counts of other things, tallies (goals, votes, points), people without
//! a word that tells which, counts in one sentence, and counts that a list beside them already proves wrong (`count/list-mismatch`
//! speaks of those); two numbers that each head a list of their own, or that a sentence sets against each other ("three
//! instead of two").
//!
//! ## How to silence
//! Correct one of the places, or say what sets the two groups apart.
//! Where it is meant: `allow count/restated`.

use super::rosters::{count, heads_its_list, misfits};
use super::{Context, Finding, FindingVerdict, Label, Mode, Outcome, Rule, Severity};
use crate::align::{ClaimRef, Group, are_of_other_days};
use crate::claim::{Claim, ClaimKind, Ledger, is_example};
use crate::lexicon::en::classes::class_of;
use crate::lexicon::en::nouns::TALLIES;
use crate::lexicon::en::subsets::{CONTRASTING, DEFINITE};
use crate::story::Topic;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    id: "count/restated",
    severity: Severity::Warning,
    summary: "the same things are counted differently in another place",
    source: include_str!("count_restated.rs"),
    yields_to: &[],
    check,
};

/// What a pair must weigh for a conflict of two lone counts.
const ALONE: f64 = 4.5;
/// A document restates a count in so many ways by mistake; with more numbers it counts different things.
const RESTATED: usize = 2;
/// What each further witness of the majority's number adds.
const CORROBORATION: f64 = 0.8;
/// What more than so many say is said of many things ("two tables").
const CORROBORATED: usize = 2;

fn check(context: &Context, outcome: &mut Outcome) {
    let faulty: Vec<ClaimRef> = misfits(context)
        .iter()
        .flat_map(|m| m.wrong.iter().map(|claim| ClaimRef { document: m.document, claim: *claim }))
        .collect();
    for group in &context.alignment.groups {
        let is_count = |at: &&ClaimRef| context.claim(**at).is_some_and(|(_, c)| c.kind == ClaimKind::Count);
        let mut by_value: BTreeMap<u32, Vec<ClaimRef>> = BTreeMap::new();
        // What an example counts is the example's.
        let in_example = |at: &ClaimRef| context.claim(*at).is_some_and(|(l, c)| is_example(&l.document, c.sentence));
        for at in group.claims.iter().filter(is_count).filter(|at| !faulty.contains(at) && !in_example(at)) {
            if let Some(n) = context.ledgers.get(at.document).and_then(|l| count(l, at.claim)) {
                by_value.entry(n).or_default().push(*at);
            }
        }
        // The number most places give; of two equally common ones the one that comes first in the text.
        let majority =
            by_value.iter().max_by_key(|(_, places)| (places.len(), std::cmp::Reverse(places.first().copied())));
        let Some((value, places)) = majority else { continue };
        if places.len() > 1 {
            agree(context, *value, places, outcome);
        }
        // What a document counts now so and now so is not one group.
        let tallied = |at: &ClaimRef| {
            let own = by_value.values().filter(|p| p.iter().any(|o| o.document == at.document)).count();
            own > RESTATED
        };
        for (other, outliers) in by_value.iter().filter(|(v, _)| *v != value) {
            if outliers.iter().all(tallied)
                || are_two_groups(context, (*value, places), (*other, outliers))
                || places.iter().any(|at| heads_its_list(context, *at))
                    && outliers.iter().any(|at| heads_its_list(context, *at))
            {
                continue;
            }
            report(context, group, (*value, places), (*other, outliers), outcome);
        }
    }
}

fn agree(context: &Context, value: u32, places: &[ClaimRef], outcome: &mut Outcome) {
    let labels: Vec<Label> = places
        .iter()
        .filter_map(|at| context.claim(*at).map(|(_, c)| Label::related(at.document, c.span, "")))
        .collect();
    let words = places.first().and_then(|at| context.claim(*at)).map_or("", |(l, c)| l.words(c));
    outcome.agree("count", format!("{} places give {value} (“{words}”)", labels.len()), labels);
}

fn report(
    context: &Context,
    group: &Group,
    majority: (u32, &[ClaimRef]),
    other: (u32, &[ClaimRef]),
    outcome: &mut Outcome,
) {
    let (value, places) = majority;
    let (_, outliers) = other;
    let links = group.links.iter().filter_map(|i| context.alignment.links.get(*i));
    let across = |a: ClaimRef, b: ClaimRef| {
        let apart = outliers.contains(&a) && places.contains(&b) && context.comparable(a.document, b.document);
        let apart = apart && !written_apart(context, a.document, b.document);
        let meant_again = a.document != b.document || context.claim(a.max(b)).is_some_and(is_definite);
        apart && meant_again && context.claim(a).zip(context.claim(b)).is_some_and(|(a, b)| one_group(a, b))
    };
    let heaviest = links
        .filter(|l| across(l.a, l.b) || across(l.b, l.a))
        .max_by(|x, y| x.evidence.weight().total_cmp(&y.evidence.weight()).then((y.a, y.b).cmp(&(x.a, x.b))));
    let Some(link) = heaviest else { return };
    let mut evidence = link.evidence.addends.clone();
    // One text counts many things alike: a place is a witness if it is another text's, or points back.
    let mut seen: BTreeSet<usize> = BTreeSet::new();
    let tells = |at: &&ClaimRef| seen.insert(at.document) || context.claim(**at).is_some_and(is_pointing);
    let witnesses = places.iter().filter(tells).count();
    if witnesses > 1 {
        evidence.push(crate::align::Addend {
            weight: CORROBORATION * (witnesses - 1).min(CORROBORATED) as f64,
            reason: format!("{witnesses} places agree on {value}"),
        });
    }
    if evidence.iter().map(|a| a.weight).sum::<f64>() < ALONE {
        return;
    }
    let Some((ledger, claim)) = outliers.first().and_then(|at| context.claim(*at)) else { return };
    let Some((other_ledger, other_claim)) = places.first().and_then(|at| context.claim(*at)) else { return };
    let message = format!("“{}” here, “{}” elsewhere", ledger.words(claim), other_ledger.words(other_claim));
    let label = |at: &ClaimRef, primary: bool, note: String| {
        context.claim(*at).map(|(_, c)| match primary {
            true => Label::primary(at.document, c.span, note),
            false => Label::related(at.document, c.span, note),
        })
    };
    let outlying = outliers.iter().enumerate().filter_map(|(i, at)| label(at, i == 0, format!("says {}", other.0)));
    let agreeing = places.iter().filter_map(|at| label(at, false, format!("says {value}")));
    let finding = Finding::new(&RULE, FindingVerdict::Conflict, message)
        .turned(format!("“{}” here, “{}” elsewhere", other_ledger.words(other_claim), ledger.words(claim)))
        .labels(outlying)
        .labels(agreeing)
        .evidence(evidence)
        .help_here(format!("if {value} is right, correct “{}”", ledger.words(claim)))
        .help_there(format!("if {} is right, correct “{}”", other.0, other_ledger.words(other_claim)))
        .help("if these are different groups, say what sets them apart");
    outcome.report(finding);
}

/// Several documents of several days give the one number and several the other, or a sentence sets the one against the other ("two instead
/// of three"): nobody slipped, there are two groups.
fn are_two_groups(context: &Context, one: (u32, &[ClaimRef]), other: (u32, &[ClaimRef])) -> bool {
    /// So many times more documents make the others the odd ones.
    const ODD: usize = 3;
    let documents = |places: &[ClaimRef]| places.iter().map(|at| at.document).collect::<BTreeSet<_>>().len();
    let (most, few) = (documents(one.1), documents(other.1));
    let knows_both = |(_, places): (u32, &[ClaimRef]), number: u32| {
        places.iter().filter_map(|at| context.claim(*at)).any(|(ledger, claim)| {
            let span = ledger.document.sentences.get(claim.sentence).map(|s| s.span).unwrap_or_default();
            let here = ledger.mentions_in(span);
            let mut words = ledger.document.sentence_tokens(claim.sentence).map(|i| ledger.document.word(i));
            words.any(|w| CONTRASTING.contains(w))
                && here.into_iter().any(|m| matches!(&m.value, Value::Amount(a) if a.count() == Some(number)))
        })
    };
    let day = |at: &ClaimRef| context.document(at.document).and_then(|d| d.meta.date);
    let of_other_days = |a: &ClaimRef, b: &ClaimRef| day(a).zip(day(b)).is_some_and(|(x, y)| are_of_other_days(x, y));
    let spread = || one.1.iter().any(|a| other.1.iter().any(|b| of_other_days(a, b)));
    few > 1 && most < few * ODD && spread() || knows_both(one, other.0) || knows_both(other, one.0)
}

/// Texts of other days, headed by other names: each counts what there is then and there.
fn written_apart(context: &Context, a: usize, b: usize) -> bool {
    let day = |index: usize| context.document(index).and_then(|d| d.meta.date);
    let of_other_days = day(a).zip(day(b)).is_some_and(|(x, y)| are_of_other_days(x, y));
    let headed_otherwise = || {
        let ledgers = context.ledgers.get(a).zip(context.ledgers.get(b));
        ledgers.is_some_and(|(x, y)| Topic::of(&x.document).is_headed_otherwise(x, &Topic::of(&y.document), y))
    };
    context.mode == Mode::Peers && of_other_days && headed_otherwise()
}

/// Do the two noun phrases tell one group from others of its kind? "Four people" and "three
/// elderly people" may be any; "14 Western nations" and "the 15 governments" are a group of their own.
fn one_group(a: (&Ledger, &Claim), b: (&Ledger, &Claim)) -> bool {
    let hyphened = |(ledger, claim): (&Ledger, &Claim)| ledger.words(claim).contains('-');
    let class = class_of(&a.1.subject.head);
    let is_state = class == Some("state");
    if !is_state && (hyphened(a) || hyphened(b)) || TALLIES.contains(a.1.subject.head.as_str()) {
        return false;
    }
    let shared = a.1.subject.modifiers.iter().any(|m| b.1.subject.modifiers.contains(m));
    let tells = is_definite(a) || is_definite(b) || is_state && (hyphened(a) || hyphened(b));
    shared || ((class.is_none() || is_state) && tells)
}

/// A definite group, or a hyphened one ("the 14-nation alliance").
fn is_pointing((ledger, claim): (&Ledger, &Claim)) -> bool {
    is_definite((ledger, claim)) || ledger.words(claim).contains('-')
}

/// "The 14 countries", "these 14", "its 14 members": a group that was named before. In one text "four
/// cruisers" without such a word are four others.
fn is_definite((ledger, claim): (&Ledger, &Claim)) -> bool {
    let first = ledger.document.token_at(claim.span.start);
    first.checked_sub(1).is_some_and(|i| DEFINITE.contains(ledger.document.word(i)))
}
