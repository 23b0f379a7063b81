//! # region/scope-drift
//!
//! ## What it reports
//! A part of the world that is named once as one thing and once as another that is
//! easily taken for it: "EU and North American soil" against "Europe and North
//! America". The two places must pair it with the same second region.
//!
//! ## Why
//! The European Union is not Europe: Norway, Serbia and the United Kingdom lie in
//! the one and not in the other.
//!
//! ## Example
//! > Raids across Europe and North America were condemned. … plots on EU and North
//! > American soil
//!
//! ## What it leaves alone
//! A region that stands alone; regions of different countries that nobody takes for
//! one another; sentences that are dated differently.
//!
//! ## How to silence
//! Use the same name, or name the region alone where only it is meant.
//! Where it is meant: `allow region/scope-drift`.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::Addend;
use crate::claim::{ClaimKind, Ledger};
use crate::document::Document;
use crate::lexicon::en::countries::{self, Form};
use crate::text::Span;
use crate::value::{MemberKind, Value};

pub const RULE: Rule = Rule {
    id: "region/scope-drift",
    severity: Severity::Warning,
    summary: "a region is named as another that is easily taken for it",
    source: include_str!("region_scope_drift.rs"),
    yields_to: &[],
    check,
};

/// Two coordinated regions.
#[derive(Debug)]
struct Pair<'a> {
    document: usize,
    ledger: &'a Ledger,
    sentence: usize,
    span: Span,
    /// Region ids or ISO codes, in the text's order.
    ids: [&'static str; 2],
}

fn check(context: &Context, outcome: &mut Outcome) {
    let pairs: Vec<Pair> = context.ledgers.iter().enumerate().flat_map(|(i, l)| pairs(i, l)).collect();
    let mut drifted: Vec<usize> = Vec::new();
    for (index, pair) in pairs.iter().enumerate() {
        let against = |other: &Pair| drift(pair, other).is_some() && context.comparable(pair.document, other.document);
        let others: Vec<&Pair> = pairs.iter().filter(|other| against(other)).collect();
        // The rarer wording is spoken of; of two equally rare ones the one that is narrower.
        let alike = pairs.iter().filter(|p| p.ids == pair.ids).count();
        let outnumbered =
            alike < others.len() || (alike == others.len() && others.first().is_some_and(|o| is_narrower(pair, o)));
        if outnumbered && !drifted.iter().any(|i| pairs.get(*i).is_some_and(|p| p.ids == pair.ids)) {
            drifted.push(index);
            outcome.report(report(context, pair, &others));
        }
    }
    agreements(&pairs, outcome);
}

fn pairs(document: usize, ledger: &Ledger) -> Vec<Pair<'_>> {
    let text = &ledger.document;
    let mut found = Vec::new();
    for (sentence, s) in text.sentences.iter().enumerate() {
        for and in s.tokens.clone().map(|t| t as usize).filter(|i| text.word(*i) == "and") {
            let before = (1..=3)
                .filter_map(|n| and.checked_sub(n))
                .find_map(|i| region(text, i).filter(|(_, end)| *end == and).map(|r| (i, r)));
            let after_article = if text.word(and + 1) == "the" { and + 2 } else { and + 1 };
            let (Some((start, (first, _))), Some((second, end))) = (before, region(text, after_article)) else {
                continue;
            };
            let (Some(from), Some(to)) = (text.token(start), end.checked_sub(1).and_then(|i| text.token(i))) else {
                continue;
            };
            found.push(Pair { document, ledger, sentence, span: from.span.cover(to.span), ids: [first, second] });
        }
    }
    found
}

/// The region (or country) that starts at token `index`: its id and the token behind it.
fn region(document: &Document, index: usize) -> Option<(&'static str, usize)> {
    if let Some((region, _, tokens)) = countries::find_region(document, index) {
        return Some((region.id, index + tokens));
    }
    let found = countries::find(document, index).filter(|f| f.form != Form::Seat)?;
    Some((found.country.code, index + found.tokens))
}

/// The two ids that drift apart while the other half is the same.
fn drift(a: &Pair, b: &Pair) -> Option<(&'static str, &'static str)> {
    let [a1, a2] = a.ids;
    let [b1, b2] = b.ids;
    let (x, y) = match (a1 == b1, a2 == b2, a1 == b2, a2 == b1) {
        (true, false, ..) => (a2, b2),
        (false, true, ..) => (a1, b1),
        (_, _, true, false) => (a2, b1),
        (_, _, false, true) => (a1, b2),
        _ => return None,
    };
    let same_time = dates(a) == dates(b) || dates(a).is_empty() || dates(b).is_empty();
    let whole = countries::region(x).is_some() && countries::region(y).is_some();
    (whole && same_time && countries::confused(x, y)).then_some((x, y))
}

fn dates<'a>(pair: &Pair<'a>) -> Vec<&'a str> {
    let of = pair.ledger.claims.iter().filter(|c| c.sentence == pair.sentence && c.kind == ClaimKind::Date);
    of.map(|c| pair.ledger.words(c)).collect()
}

fn is_narrower(a: &Pair, b: &Pair) -> bool {
    let Some((x, y)) = drift(a, b) else { return false };
    matches!((countries::region(x), countries::region(y)), (Some(x), Some(y)) if y.contains(x))
}

fn report(context: &Context, pair: &Pair, others: &[&Pair]) -> Finding {
    let words = pair.ledger.document.slice(pair.span);
    let other = others.first().map_or("", |o| o.ledger.document.slice(o.span));
    let mut evidence = vec![Addend { weight: 2.0, reason: "the other region of the pair is the same".to_owned() }];
    let ids = others.first().and_then(|o| drift(pair, o));
    if let Some((x, y)) = ids {
        let name = |id| countries::region(id).map_or(id, |r| r.name);
        evidence
            .push(Addend { weight: 1.5, reason: format!("“{}” is easily taken for “{}”", name(x), name(y)) });
    }
    let outside = ids.map(|(x, y)| outside(context, x, y)).unwrap_or_default();
    let proof = match outside.split_last() {
        None => String::new(),
        Some((one, [])) => format!("; {one} lies in the one and not in the other"),
        Some((last, others)) => format!("; {} and {last} lie in the one and not in the other", others.join(", ")),
    };
    let mut finding =
        Finding::new(&RULE, FindingVerdict::Conflict, format!("“{words}” here, “{other}” elsewhere{proof}"))
            .turned(format!("“{other}” here, “{words}” elsewhere{proof}"))
            .label(Label::primary(pair.document, pair.span, "named so here"));
    finding = finding.labels(others.iter().map(|o| Label::related(o.document, o.span, "named so here")));
    finding
        .evidence(evidence)
        .help("use one name for the region in all places")
        .help("if another region is meant, say which countries")
}

/// Countries that the documents list and that lie in one of the two regions only.
fn outside(context: &Context, x: &str, y: &str) -> Vec<String> {
    let (Some(x), Some(y)) = (countries::region(x), countries::region(y)) else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for ledger in context.ledgers {
        let members = ledger.mentions.iter().filter_map(|m| match &m.value {
            Value::List(list) => Some(&list.members),
            _ => None,
        });
        for member in members.flatten().filter(|m| m.kind == MemberKind::Country) {
            let Some(country) = member.key.strip_prefix("iso:").and_then(countries::country) else { continue };
            let name = country.name.to_owned();
            if x.holds(country.code) != y.holds(country.code) && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.sort();
    names
}

fn agreements(pairs: &[Pair], outcome: &mut Outcome) {
    let mut seen: Vec<[&str; 2]> = Vec::new();
    for pair in pairs {
        let alike: Vec<&Pair> = pairs.iter().filter(|p| p.ids == pair.ids).collect();
        if seen.contains(&pair.ids) || !alike.iter().any(|p| p.document != pair.document) {
            continue;
        }
        seen.push(pair.ids);
        let labels = alike.iter().map(|p| Label::related(p.document, p.span, "the same regions")).collect();
        outcome.agree("region", format!("both speak of “{}”", pair.ledger.document.slice(pair.span)), labels);
    }
}
