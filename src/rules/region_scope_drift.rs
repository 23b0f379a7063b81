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
use std::collections::{BTreeMap, BTreeSet};

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
    span: Span,
    /// Region ids or ISO codes, in the text's order.
    ids: Ids,
    dates: Dates,
}

type Ids = [&'static str; 2];

/// The dates of a sentence, by their number among all that stand in one; without any it fits to all.
type Dates = Option<usize>;

/// What pairs of the same regions in one document with the same dates have in common.
type Kind = (Ids, usize, Dates);

/// The pairs, by their numbers in the order of the text.
#[derive(Debug, Default)]
struct Kinds(BTreeMap<Ids, BTreeMap<usize, BTreeMap<Dates, Vec<usize>>>>);

impl Kinds {
    fn of(pairs: &[Pair]) -> Kinds {
        let mut kinds = Kinds::default();
        for (index, pair) in pairs.iter().enumerate() {
            let of_ids = kinds.0.entry(pair.ids).or_default();
            of_ids.entry(pair.document).or_default().entry(pair.dates).or_default().push(index);
        }
        kinds
    }

    fn alike(&self, ids: Ids) -> usize {
        self.0.get(&ids).map_or(0, |of_ids| of_ids.values().flat_map(BTreeMap::values).map(Vec::len).sum())
    }

    /// The pairs that drift from this kind: those of each document and date in the order of the text.
    fn against<'k>(
        &'k self,
        context: &'k Context,
        (ids, document, dates): Kind,
    ) -> impl Iterator<Item = &'k [usize]> + 'k {
        let drifting = self.0.iter().filter(move |(other, _)| drift(ids, **other).is_some());
        let there = drifting.flat_map(|(_, of_ids)| of_ids).filter(move |(d, _)| context.comparable(document, **d));
        there.flat_map(move |(_, of_dates)| {
            let (from, to) = if dates.is_none() { (Some(0), Some(usize::MAX)) } else { (dates, dates) };
            of_dates.get(&None).into_iter().chain(of_dates.range(from..=to).map(|(_, v)| v)).map(Vec::as_slice)
        })
    }
}

fn check(context: &Context, outcome: &mut Outcome) {
    let pairs: Vec<Pair> = pairs(context);
    let kinds = Kinds::of(&pairs);
    let mut outnumbered: BTreeMap<Kind, bool> = BTreeMap::new();
    let mut drifted: BTreeSet<Ids> = BTreeSet::new();
    for pair in &pairs {
        let kind = (pair.ids, pair.document, pair.dates);
        // The rarer wording is spoken of; of two equally rare ones the one that is narrower.
        let rarer = *outnumbered.entry(kind).or_insert_with(|| {
            let alike = kinds.alike(pair.ids);
            let others: usize = kinds.against(context, kind).map(<[usize]>::len).sum();
            let first = || kinds.against(context, kind).filter_map(|of| of.first()).min().and_then(|i| pairs.get(*i));
            alike < others || alike == others && first().is_some_and(|o| is_narrower(pair.ids, o.ids))
        });
        if rarer && drifted.insert(pair.ids) {
            let mut others: Vec<usize> = kinds.against(context, kind).flatten().copied().collect();
            others.sort_unstable();
            let others: Vec<&Pair> = others.into_iter().filter_map(|i| pairs.get(i)).collect();
            outcome.report(report(context, pair, &others));
        }
    }
    agreements(&pairs, outcome);
}

fn pairs<'a>(context: &Context<'a>) -> Vec<Pair<'a>> {
    let mut found = Vec::new();
    let mut known: BTreeMap<Vec<&str>, usize> = BTreeMap::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        let text = &ledger.document;
        for (sentence, s) in text.sentences.iter().enumerate() {
            let mut dates: Option<Dates> = None;
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
                // Once for a sentence, however many pairs it has.
                let dates = *dates.get_or_insert_with(|| number(&mut known, dates_of(ledger, sentence)));
                found.push(Pair { document, ledger, span: from.span.cover(to.span), ids: [first, second], dates });
            }
        }
    }
    found
}

fn number<'a>(known: &mut BTreeMap<Vec<&'a str>, usize>, dates: Vec<&'a str>) -> Dates {
    let next = known.len();
    (!dates.is_empty()).then(|| *known.entry(dates).or_insert(next))
}

fn dates_of(ledger: &Ledger, sentence: usize) -> Vec<&str> {
    let first = ledger.claims.partition_point(|c| c.sentence < sentence);
    let own = ledger.claims.iter().skip(first).take_while(|c| c.sentence == sentence);
    own.filter(|c| c.kind == ClaimKind::Date).map(|c| ledger.words(c)).collect()
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
fn drift([a1, a2]: Ids, [b1, b2]: Ids) -> Option<(&'static str, &'static str)> {
    let (x, y) = match (a1 == b1, a2 == b2, a1 == b2, a2 == b1) {
        (true, false, ..) => (a2, b2),
        (false, true, ..) => (a1, b1),
        (_, _, true, false) => (a2, b1),
        (_, _, false, true) => (a1, b2),
        _ => return None,
    };
    let whole = countries::region(x).is_some() && countries::region(y).is_some();
    (whole && countries::confused(x, y)).then_some((x, y))
}

fn is_narrower(a: Ids, b: Ids) -> bool {
    let Some((x, y)) = drift(a, b) else { return false };
    matches!((countries::region(x), countries::region(y)), (Some(x), Some(y)) if y.contains(x))
}

fn report(context: &Context, pair: &Pair, others: &[&Pair]) -> Finding {
    let words = pair.ledger.document.slice(pair.span);
    let other = others.first().map_or("", |o| o.ledger.document.slice(o.span));
    let mut evidence = vec![Addend { weight: 2.0, reason: "the other region of the pair is the same".to_owned() }];
    let ids = others.first().and_then(|o| drift(pair.ids, o.ids));
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
    let mut alike: BTreeMap<Ids, Vec<&Pair>> = BTreeMap::new();
    for pair in pairs {
        alike.entry(pair.ids).or_default().push(pair);
    }
    let mut seen: BTreeSet<Ids> = BTreeSet::new();
    for pair in pairs.iter().filter(|pair| seen.insert(pair.ids)) {
        let alike = alike.get(&pair.ids).map_or(&[][..], Vec::as_slice);
        if alike.iter().all(|p| p.document == pair.document) {
            continue;
        }
        let labels = alike.iter().map(|p| Label::related(p.document, p.span, "the same regions")).collect();
        outcome.agree("region", format!("both speak of “{}”", pair.ledger.document.slice(pair.span)), labels);
    }
}
