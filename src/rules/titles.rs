//! One work under two titles: the ballet "Winter Gate" of one document and the ballet "Winter Garden" of the other, in
//! sentences that tell the same.

use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule};
use crate::claim::{Ledger, Stem, Titled, titles};
use crate::story::word_information;
use std::collections::BTreeMap;

/// What the two sentences must share beside the titles, in tenths of nats.
const SHARED: u32 = 50;
/// Works of one kind with one word that are held against each other.
const BLOCK: usize = 40;

type At<'a> = (usize, &'a Ledger, &'a Titled);

pub fn report(context: &Context, rule: &Rule, outcome: &mut Outcome) {
    if context.ledgers.len() < 2 {
        return;
    }
    let read: Vec<Vec<Titled>> = context.ledgers.iter().map(titles).collect();
    let mut blocks: BTreeMap<(&str, Stem), Vec<At>> = BTreeMap::new();
    for (document, (ledger, own)) in context.ledgers.iter().zip(&read).enumerate() {
        for titled in own {
            for word in &titled.words {
                blocks.entry((titled.kind, *word)).or_default().push((document, ledger, titled));
            }
        }
    }
    let mut told: Vec<(usize, usize)> = Vec::new();
    for places in blocks.values() {
        let places = outcome.blocks.thinned(places, BLOCK, |(document, _, titled)| (document, &titled.words));
        for (i, a) in places.iter().enumerate() {
            for b in places.iter().skip(i + 1) {
                if !told.contains(&(a.0, b.0)) && one_work(context, *a, *b) {
                    told.push((a.0, b.0));
                    outcome.report(finding(rule, *a, *b));
                }
            }
        }
    }
}

fn one_work(context: &Context, (x, own, a): At, (y, other, b): At) -> bool {
    let roles = [own.document.role, other.document.role];
    let only =
        |a: &Titled, b: &Titled| -> Vec<Stem> { a.words.iter().filter(|s| !b.words.contains(s)).copied().collect() };
    let (mine, theirs) = (only(a, b), only(b, a));
    let apart = mine.len() == 1 && theirs.len() == 1 && a.words.len() == b.words.len();
    let unknown = || mine.iter().all(|s| !other.knows(*s)) && theirs.iter().all(|s| !own.knows(*s));
    let others = other.sentence_stems(b.sentence);
    let shared = || -> u32 {
        let both = own.sentence_stems(a.sentence).iter().filter(|s| others.binary_search(s).is_ok());
        both.filter(|s| !a.words.contains(s)).map(|s| word_information(*s)).sum()
    };
    x != y && roles[0].meets(roles[1]) && apart && context.comparable(x, y) && unknown() && shared() >= SHARED
}

fn finding(rule: &Rule, (x, own, a): At, (y, other, b): At) -> Finding {
    let (here, there) = (own.document.slice(a.span), other.document.slice(b.span));
    Finding::new(
        rule,
        FindingVerdict::Conflict,
        format!("one {} has two titles: “{here}” here, “{there}” there", a.kind),
    )
    .turned(format!("one {} has two titles: “{there}” here, “{here}” there", a.kind))
    .label(Label::primary(x, a.span, "titled so here"))
    .label(Label::related(y, b.span, "titled so there"))
    .help_here(format!("if “{there}” is right, correct “{here}”"))
    .help_there(format!("if “{here}” is right, correct “{there}”"))
}
