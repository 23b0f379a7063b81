//! # setting/conflict
//!
//! ## What it reports
//! An option, key or variable that documentation gives two defaults, two kinds, or two limits, or calls required in one
//! place and optional in another. A default port that is a digit off, where other sentences give another.
//!
//! ## Why
//! Somebody changed the program and one of the pages. Whoever reads the other page waits for a build to fail that never
//! will, or leaves out a key that must be there.
//!
//! ## Example
//! > | `--fail-under` | `80` |
//! >
//! > Builds fail when coverage is low; `fail_under` is 90 by default.
//!
//! The table gives 80 as the default, the sentence 90.
//!
//! ## What it leaves alone
//! Options of one common word in lists that have nothing else in common: `timeout` of two functions; options under the
//! headings of two functions; neighbouring ports of two services; values that an
//! example sets, that hold under a condition or on one system, that were once so; old versions, changelogs and guides for
//! upgrading; `true` and `on`, `30` and `30s`, `--fail-under` and `FAIL_UNDER`, which are the same.
//!
//! ## How to silence
//! Correct the place that is behind, or say under which condition its value holds.
//! Where it is meant: `allow setting/conflict`.

use super::odd_ports::odd_ports;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::{Pair, SettingRef, settings};
use crate::claim::{Aspect, Form, Setting};
use crate::compare::Verdict;
use crate::compare::slips::is_misprint;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

pub const RULE: Rule = Rule {
    id: "setting/conflict",
    severity: Severity::Warning,
    summary: "an option is given two defaults, kinds or limits",
    source: include_str!("setting_conflict.rs"),
    yields_to: &[],
    check,
};

/// How many places a finding shows.
const SHOWN: usize = 6;

fn check(context: &Context, outcome: &mut Outcome) {
    conflicts(context, outcome, |a, b| context.comparable(a, b));
}

/// One option may be named by documents that tell of different things.
pub fn beyond(context: &Context, outcome: &mut Outcome) {
    conflicts(context, outcome, |a, b| a != b && !context.comparable(a, b));
    for odd in odd_ports(context).into_iter().filter(|odd| !outcome.has_told(odd.at.0, odd.at.1)).collect::<Vec<_>>() {
        let words =
            |(document, span): (usize, Span)| context.document(document).map(|d| d.slice(span)).unwrap_or_default();
        let (mine, theirs) = (words(odd.at), odd.others.first().copied().map_or("", words));
        let message = format!("the default port is {mine} here, {theirs} in {} other places", odd.others.len());
        let others = odd.others.iter().take(SHOWN).map(|(document, span)| Label::related(*document, *span, ""));
        outcome.report(
            Finding::new(&RULE, FindingVerdict::Conflict, message)
                .label(Label::primary(odd.at.0, odd.at.1, "the default port"))
                .labels(others)
                .help_here(format!("if {theirs} is right, correct “{mine}”"))
                .help("if it is the port of something else, name that"),
        );
    }
}

fn conflicts(context: &Context, outcome: &mut Outcome, meet: impl Fn(usize, usize) -> bool) {
    let mut pairs = settings(context.ledgers, meet);
    pairs.retain(|pair| pair.a.of(context.ledgers).is_some_and(|s| s.aspect != Aspect::Least));
    let mut told: BTreeMap<SettingRef, BTreeSet<SettingRef>> = BTreeMap::new();
    for pair in pairs.iter().filter(|p| p.verdict == Verdict::Conflict) {
        told.entry(pair.a).or_default().insert(pair.b);
        told.entry(pair.b).or_default().insert(pair.a);
    }
    for pair in pairs.iter().filter(|p| p.verdict == Verdict::Agree && p.a.document != p.b.document) {
        let (Some(a), Some(b)) = (pair.a.of(context.ledgers), pair.b.of(context.ledgers)) else { continue };
        let labels = vec![Label::related(pair.a.document, a.span, ""), Label::related(pair.b.document, b.span, "")];
        outcome.agree("setting", format!("{} of “{}”", aspect(a), words(context, pair.a.document, a.named)), labels);
    }
    // The place that most others differ from is the one to look at first; what it has told, those need not repeat.
    let mut order: Vec<(usize, SettingRef)> = told.iter().map(|(at, against)| (against.len(), *at)).collect();
    order.sort_by_key(|(against, at)| (std::cmp::Reverse(*against), std::cmp::Reverse(*at)));
    let mut done: BTreeSet<(SettingRef, SettingRef)> = BTreeSet::new();
    for (_, at) in order {
        let against: Vec<SettingRef> =
            told.get(&at).into_iter().flatten().copied().filter(|other| !done.contains(&(at, *other))).collect();
        done.extend(against.iter().flat_map(|other| [(at, *other), (*other, at)]));
        if are_of_many(context, at, told.get(&at)) {
            continue;
        }
        if let Some(finding) = report(context, at, &against, &pairs) {
            outcome.report(finding);
        }
    }
}

/// An option of three values or more on as many pages is one of each of the commands that these describe.
fn are_of_many(context: &Context, at: SettingRef, against: Option<&BTreeSet<SettingRef>>) -> bool {
    const VALUES: usize = 3;
    let places = || against.into_iter().flatten().chain([&at]);
    let documents: BTreeSet<usize> = places().map(|place| place.document).collect();
    let values: BTreeSet<String> = places()
        .filter_map(|place| place.of(context.ledgers).map(|s| words(context, place.document, s.span).to_lowercase()))
        .collect();
    documents.len() >= VALUES && values.len() >= VALUES
}

/// A port that the code goes to and a default are one port of one program only where a digit is off: else another program
/// listens there.
fn is_slip_of(a: &str, b: &str) -> bool {
    a.len() == b.len() && is_misprint(a.as_bytes(), b.as_bytes())
}

fn words(context: &Context, document: usize, span: crate::text::Span) -> String {
    context.document(document).map(|d| d.printed(span).trim_matches('`').to_owned()).unwrap_or_default()
}

fn aspect(setting: &Setting) -> &'static str {
    match setting.aspect {
        Aspect::Default => "the default",
        Aspect::Type => "the type",
        Aspect::Required => "whether it is required",
        Aspect::Most => "the limit",
        Aspect::Port => "the port",
        Aspect::Unit => "the unit",
        Aspect::Least => "the least version",
    }
}

fn report(context: &Context, at: SettingRef, against: &[SettingRef], pairs: &[Pair]) -> Option<Finding> {
    let first = against.first()?;
    let (here, there) = (at.of(context.ledgers)?, first.of(context.ledgers)?);
    let (mine, theirs) = (words(context, at.document, here.span), words(context, first.document, there.span));
    let name = words(context, at.document, here.named);
    let what = aspect(here);
    let (message, turned) = match here.aspect {
        Aspect::Required => {
            let told = |one: &str, other: &str| format!("whether “{name}” is required: “{one}” here, “{other}” there");
            (told(&mine, &theirs), told(&theirs, &mine))
        }
        Aspect::Unit if mine == name || theirs == name => {
            let told = if mine == name { &theirs } else { &mine };
            let message = format!("“{name}” names its unit, but is told in “{told}”");
            (message.clone(), message)
        }
        Aspect::Unit => {
            let told = |one: &str, other: &str| format!("“{name}” is in {one} here, in {other} there");
            (told(&mine, &theirs), told(&theirs, &mine))
        }
        Aspect::Port => {
            let message = format!("“{name}” is called the default port, the code goes to another");
            (message.clone(), message)
        }
        _ => {
            let told = |one: &str, other: &str| format!("{what} of “{name}” is “{one}” here, “{other}” there");
            (told(&mine, &theirs), told(&theirs, &mine))
        }
    };
    let of = |place: SettingRef| {
        let setting = place.of(context.ledgers)?;
        let form = if setting.form == Form::Entry { "told in its entry" } else { "told in a sentence" };
        Some(Label::related(
            place.document,
            setting.span,
            format!("{}, {form}", words(context, place.document, setting.named)),
        ))
    };
    let strange = here.aspect == Aspect::Port && !is_slip_of(&mine, &theirs);
    let evidence =
        pairs.iter().find(|p| (p.a, p.b) == (at, *first) || (p.b, p.a) == (at, *first)).map(|p| p.why.clone());
    Some(
        Finding::new(&RULE, FindingVerdict::Conflict, message)
            .at(if strange { Severity::Note } else { RULE.severity })
            .turned(turned)
            .label(Label::primary(at.document, here.span, format!("{what} of {name}")))
            .labels(against.iter().take(SHOWN).filter_map(|place| of(*place)))
            .evidence(evidence)
            .help_here(if here.aspect == Aspect::Unit && (mine == name || theirs == name) {
                format!("if the other place is right, mend “{mine}”")
            } else {
                format!("if the other place is right, say {theirs} here")
            })
            .help("if both hold, say under which condition each does"),
    )
}
