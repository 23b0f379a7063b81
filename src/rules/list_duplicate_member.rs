//! # list/duplicate-member
//!
//! ## What it reports
//! A member that one enumeration names twice, under the same name or another: "the United Kingdom,
//! Spain, Malta and Britain". Also the two halves of a split list that share a member: "six
//! nations, including Peru and Chile … . Kenya, Malta, Peru and Spain joined".
//!
//! ## Why
//! The list looks complete and is one short, or its count is one too high; mostly another member
//! was meant.
//!
//! ## Example
//! > The pact was signed by Peru, Chile, Kenya, Spain and Peru.
//!
//! ## What it leaves alone
//! Two like words side by side ("New York, New York"), surnames and other single words that may be
//! two people, stations of a route or a sequence ("from Rome to Bern, then Rome"), and lists in
//! which several members come again: those are tables.
//!
//! ## How to silence
//! Take one of the two out. Where it is meant: `allow list/duplicate-member`.

use super::rosters::quoted;
use super::{Context, Finding, FindingVerdict, Label, Outcome, Rule, Severity};
use crate::align::list_of;
use crate::claim::{Claim, Ledger, is_past_path};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::stop_words::STOP_WORDS;
use crate::value::{Closedness, List, Member, MemberKind};
use std::collections::BTreeMap;

pub const RULE: Rule = Rule {
    id: "list/duplicate-member",
    severity: Severity::Warning,
    summary: "one enumeration names a member twice",
    source: include_str!("list_duplicate_member.rs"),
    yields_to: &[],
    check,
};

/// A shorter list repeats a word for effect.
const SHORTEST: usize = 3;
/// Common nouns come again in a short list by right.
const SHORTEST_COMMON: usize = 4;
/// How many sentences may lie between the halves of a split list.
const SPLIT_REACH: usize = 3;

fn check(context: &Context, outcome: &mut Outcome) {
    for (index, ledger) in context.ledgers.iter().enumerate().filter(|(i, _)| context.comparable(*i, *i)) {
        // Two entries of a list of changes may tell of one report.
        if is_past_path(&ledger.document.path) {
            continue;
        }
        let lists: Vec<(&Claim, &List)> =
            ledger.claims.iter().filter_map(|c| list_of(ledger, c).map(|l| (c, l))).collect();
        for (at, (claim, list)) in lists.iter().enumerate() {
            if let [(first, again)] = twice(&ledger.document, claim, list)[..] {
                outcome.report(report(index, ledger, first, again));
            }
            let halves = lists.iter().take(at).rev().take_while(|(c, _)| claim.sentence - c.sentence <= SPLIT_REACH);
            for (first, again) in halves.filter_map(|(_, open)| shared(open, list)) {
                outcome.report(report(index, ledger, first, again));
            }
        }
    }
}

/// The members of one list that stand in it twice, apart from each other.
fn twice<'a>(document: &Document, claim: &Claim, list: &'a List) -> Vec<(&'a Member, &'a Member)> {
    if list.members.len() < SHORTEST || is_route(document, claim) || are_steps(document, list) {
        return Vec::new();
    }
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    list.members.iter().enumerate().for_each(|(i, m)| places.entry(&m.key).or_default().push(i));
    let mut found = Vec::new();
    for (i, member) in list.members.iter().enumerate() {
        let same = places.get(member.key.as_str()).map_or(&[][..], Vec::as_slice);
        let again = same.get(same.partition_point(|j| *j < i + 2)).and_then(|j| list.members.get(*j));
        let one = |m: &&Member| {
            is_one(document, member, list)
                && !are_of_two_cases(document, member, m)
                && !is_joined(document, m)
                && !is_joined(document, member)
                && !are_of_two_kinds(document, member, m)
                && (is_code(document, member) || !are_heads(document, member, m))
                && !is_remark(document, m)
        };
        found.extend(again.filter(one).map(|m| (member, m)));
    }
    found
}

/// "pro: simple", "con: slow", "pro: cheap", or "Then send:" over blocks of code: items that say more than their first words,
/// and not the same.
fn are_heads(document: &Document, first: &Member, again: &Member) -> bool {
    let item = |m: &Member| {
        let block = document.block_of(document.sentence_at(m.span.start));
        block.filter(|b| b.kind == BlockKind::ListItem && b.span.start == m.span.start).map(|b| b.span)
    };
    let Some((one, other)) = item(first).zip(item(again)) else { return false };
    let words = document.slice(one).trim_end();
    words.ends_with(':') || words != document.slice(other).trim_end()
}

/// "`m`" for minutes and "`M`" for months.
fn are_of_two_cases(document: &Document, first: &Member, again: &Member) -> bool {
    is_code(document, first) && is_code(document, again) && document.slice(first.span) != document.slice(again.span)
}

/// "plain, firm and firm+plain": one of the two is a part of another name.
fn is_joined(document: &Document, member: &Member) -> bool {
    let before = document.text.get(..member.span.start as usize).and_then(|t| t.chars().next_back());
    let behind = document.text.get(member.span.end as usize..).and_then(|t| t.chars().next());
    // "tern,hull-2": the mark behind parts no items.
    let rest = document.text.get(member.span.end as usize..).unwrap_or_default();
    let is_part = rest.strip_prefix(',').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
    is_part || [before, behind].iter().flatten().any(|c| matches!(c, '+' | '/' | '&' | '='))
}

/// "Block size, offset and size": the size of a block, and that of all.
fn are_of_two_kinds(document: &Document, first: &Member, again: &Member) -> bool {
    let describes = |m: &Member| {
        let at = document.token_at(m.span.start).checked_sub(1)?;
        let in_sentence = document.sentence_tokens(document.sentence_at(m.span.start)).contains(&at);
        let word = document.token(at).filter(|t| in_sentence && t.is_word()).map(|_| document.word(at))?;
        // What stands before it in its own item, and no verb before the first.
        let opens = at.checked_sub(1).is_some_and(|i| matches!(document.word(i), "(" | "," | ":" | "and" | "or"));
        (opens && !STOP_WORDS.contains(word)).then_some(word)
    };
    describes(first) != describes(again)
}

/// The name of an option stands once.
fn is_code(document: &Document, member: &Member) -> bool {
    document.code.iter().any(|code| code.contains(member.span))
}

/// Behind each field of a list a whole sentence on it may come again.
fn is_remark(document: &Document, member: &Member) -> bool {
    const LONG: usize = 10;
    document.token_at(member.span.end).saturating_sub(document.token_at(member.span.start)) > LONG
}

/// Does the same name twice mean the same thing twice?
fn is_one(document: &Document, member: &Member, list: &List) -> bool {
    match member.kind {
        MemberKind::Country => true,
        MemberKind::Name => document.slice(member.span).contains(' '),
        MemberKind::Common => list.members.len() >= SHORTEST_COMMON,
    }
}

/// Places one after the other, results, turns, towns with their states in a field: what comes again there comes again.
fn is_route(document: &Document, claim: &Claim) -> bool {
    if document.block_of(claim.sentence).is_some_and(|b| b.kind == BlockKind::Field) {
        return true;
    }
    let mut words = document.sentence_tokens(claim.sentence).map(|i| document.word(i));
    words.any(|w| {
        matches!(w, "then" | "via" | "again" | "twice" | "respectively" | "versus" | "vs" | "beat" | "defeated")
    })
}

/// Numbered items are steps, or fields by their places: "1. Width", "2. Metres", "3. Height", "4. Metres".
fn are_steps(document: &Document, list: &List) -> bool {
    list.members.iter().all(|m| {
        let block = document.block_of(document.sentence_at(m.span.start));
        let item = block.filter(|b| b.kind == BlockKind::ListItem && b.span.start == m.span.start);
        item.is_some_and(|b| document.marker(b.span).trim_start().starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// The one member that both halves of a split list name.
fn shared<'a>(open: &'a List, list: &'a List) -> Option<(&'a Member, &'a Member)> {
    if open.closedness != Closedness::Open || list.closedness != Closedness::Continuation {
        return None;
    }
    let mut known: BTreeMap<&str, &Member> = BTreeMap::new();
    list.members.iter().for_each(|m| _ = known.entry(&m.key).or_insert(m));
    let mut both = open.members.iter().filter_map(|m| known.get(m.key.as_str()).map(|other| (m, *other)));
    let pair = both.next().filter(|(m, _)| m.kind == MemberKind::Country)?;
    (both.next().is_none() && open.members.len() > 1 && list.members.len() >= SHORTEST).then_some(pair)
}

fn report(index: usize, ledger: &Ledger, first: &Member, again: &Member) -> Finding {
    let document = &ledger.document;
    let (here, before) = (document.printed(again.span), document.printed(first.span));
    let other = if here == before { String::new() } else { format!(" (as {})", quoted(document, &[first])) };
    // Steps and fields of documentation come again: "run the tests", "`name`: the name".
    let is_item =
        document.block_of(document.sentence_at(first.span.start)).is_some_and(|b| b.kind == BlockKind::ListItem);
    let again_by_right =
        is_item && first.kind == MemberKind::Common && !is_code(document, first) && document.is_technical();
    Finding::new(&RULE, FindingVerdict::Conflict, format!("“{here}” stands in the list twice{other}"))
        .at(if again_by_right { Severity::Note } else { RULE.severity })
        .label(Label::primary(index, again.span, "named again"))
        .label(Label::related(index, first.span, "named here already"))
        .help("take one of the two out, and look at the count")
        .help("if another member is meant, name that one")
}
