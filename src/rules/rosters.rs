//! What several rules ask of rosters: where a declared count and the named members
//! disagree, and how members read in a sentence.

use super::Context;
use crate::align::ClaimRef;
use crate::claim::{Claim, ClaimKind, Declared, Ledger, Roster, is_content};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::lists::PREPOSITIONS;
use crate::text::Span;
use crate::value::{Member, Value};

/// A roster whose counts do not fit its members.
#[derive(Debug)]
pub struct Misfit<'a> {
    pub document: usize,
    pub ledger: &'a Ledger,
    pub roster: &'a Roster,
    /// The claims that count wrongly, or whose list does.
    pub wrong: Vec<usize>,
    /// The claims whose count fits.
    pub right: Vec<usize>,
}

/// The exact number a claim of this ledger counts.
pub fn count(ledger: &Ledger, claim: usize) -> Option<u32> {
    ledger.claims.get(claim).and_then(|c| crate::align::count_of(ledger, c))
}

/// A split list may name more than its open half promised, never fewer than it declares exactly.
fn fits(declared: u32, how: Declared, size: u32) -> bool {
    match how {
        Declared::Exactly | Declared::Heading => declared == size,
        Declared::AtLeast => declared >= size,
    }
}

pub fn misfits<'a>(context: &Context<'a>) -> Vec<Misfit<'a>> {
    let mut found = Vec::new();
    for (document, ledger) in context.ledgers.iter().enumerate() {
        for roster in &ledger.rosters {
            let (mut wrong, mut right) = (Vec::new(), Vec::new());
            for (claim, how) in &roster.declared {
                let Some(n) = count(ledger, *claim).filter(|n| *n > 1 && !is_numbered(ledger, *claim)) else {
                    continue;
                };
                match fits(n, *how, roster.size()) {
                    true => right.push(*claim),
                    false if stands_apart(ledger, *claim, n, roster) => {}
                    false => wrong.push(*claim),
                }
            }
            if !wrong.is_empty() {
                found.push(Misfit { document, ledger, roster, wrong, right });
            }
        }
    }
    found
}

/// Does a count head a list of its own that has as many members?
pub fn heads_its_list(context: &Context, at: ClaimRef) -> bool {
    let Some(ledger) = context.ledgers.get(at.document) else { return false };
    let number = count(ledger, at.claim);
    let declares = |r: &Roster| r.declared.iter().any(|(claim, _)| *claim == at.claim) && number == Some(r.size());
    ledger.rosters.iter().any(declares)
}

/// The count is not the list's alone: "three districts and two agencies" over five items, or "184 members, the islands
/// and the bank" with three behind.
fn stands_apart(ledger: &Ledger, claim: usize, count: u32, roster: &Roster) -> bool {
    const MANY: u32 = 50;
    const TIMES: u32 = 3;
    let size = roster.size();
    let is_but_a_remark = count.saturating_add(1) == size && ends_in_a_remark(&ledger.document, roster);
    if count >= MANY && count > size.saturating_mul(TIMES)
        || is_whole_of(ledger, claim, size)
        || is_but_a_remark
        || is_of_each_of(ledger, claim, count, size)
        || is_of_what_is_known(ledger, claim, roster)
        || named_in_items(&ledger.document, roster) == Some(count)
    {
        return true;
    }
    // The counts that this one is the last of, with nothing but a comma or an "and" between each two.
    let document = &ledger.document;
    let before = ledger.claims.iter().enumerate().take(claim).rev().filter(|(_, c)| c.kind == ClaimKind::Count);
    let Some(mut start) = ledger.claims.get(claim).map(|c| document.token_at(c.span.start)) else { return false };
    let mut sum = count;
    for (index, other) in before {
        let between = document.token_at(other.span.end)..start;
        if between.is_empty() || between.len() > 2 || !between.clone().all(|i| matches!(document.word(i), "," | "and"))
        {
            return false;
        }
        sum = sum.saturating_add(self::count(ledger, index).unwrap_or(0));
        if sum == size {
            return true;
        }
        start = document.token_at(other.span.start);
    }
    false
}

/// "Settings for the two masts:", "ways of reading the three gauges:" over more items: what is listed is another thing.
fn is_of_what_is_known(ledger: &Ledger, claim: usize, roster: &Roster) -> bool {
    let document = &ledger.document;
    let Some(claim) = ledger.claims.get(claim) else { return false };
    let first = document.token_at(claim.span.start);
    let before = |back: usize| first.checked_sub(back).map_or("", |i| document.word(i));
    let verb = before(2).len() > 4 && before(2).ends_with("ing");
    let is_item = |m: &Member| {
        document.block_of(document.sentence_at(m.span.start)).is_some_and(|b| b.kind == BlockKind::ListItem)
    };
    before(1) == "the" && (before(2) == "for" || verb) && roster.members.iter().all(is_item)
}

/// "Each of the two hulls has two forms:" over four.
fn is_of_each_of(ledger: &Ledger, claim: usize, count: u32, size: u32) -> bool {
    let Some(claim) = ledger.claims.get(claim) else { return false };
    let document = &ledger.document;
    let tokens = document.sentence_tokens(claim.sentence).start..document.token_at(claim.span.start);
    let each = |i: usize| matches!(document.word(i), "each" | "every") && document.word(i + 1) == "of";
    size > count && size.checked_rem(count) == Some(0) && tokens.into_iter().any(each)
}

/// "- the log, - the chart, table and map of the coast": how many things the items name that open with a list of their own.
fn named_in_items(document: &Document, roster: &Roster) -> Option<u32> {
    const LONGEST: usize = 16;
    let named = |member: &Member| {
        let block = document.block_of(document.sentence_at(member.span.start))?;
        (block.kind == BlockKind::ListItem).then_some(())?;
        let first = document.token_at(block.span.start);
        let ends = |i: &usize| {
            let word = document.word(*i);
            PREPOSITIONS.contains(word) || matches!(word, "of" | ":" | "." | ";" | "–" | "—" | "")
        };
        let behind = document.token_at(block.span.end).min(first + LONGEST);
        let end = (first..behind).find(ends).unwrap_or(behind);
        let joins = (first..end).any(|i| matches!(document.word(i), "and" | "&"));
        let commas = (first..end).filter(|i| document.word(*i) == "," && document.word(i + 1) != "and").count();
        Some(if joins { u32::try_from(commas).unwrap_or(u32::MAX).saturating_add(2) } else { 1 })
    };
    roster.members.iter().map(named).sum::<Option<u32>>()
}

/// "- `gauge:read` reads, - `gauge:write` writes, - writing implies reading": the last item is of another shape than all
/// others, or speaks of them.
fn ends_in_a_remark(document: &Document, roster: &Roster) -> bool {
    let shape = |member: &Member| {
        let block = document.block_of(document.sentence_at(member.span.start))?;
        let first = document.code.partition_point(|c| c.end <= block.span.start);
        let in_code = document.code.get(first).is_some_and(|c| c.start == block.span.start);
        let capital = document.slice(block.span).starts_with(char::is_uppercase);
        // "term: what it is" is cut behind its term.
        let rest = document.slice(Span { start: member.span.end, end: block.span.end }).trim_start();
        let is_term = rest.starts_with([':', '-', '–', '—']);
        (block.kind == BlockKind::ListItem).then_some((in_code, capital, is_term))
    };
    let Some((last, others)) = roster.members.split_last() else { return false };
    let Some(of_last) = shape(last) else { return false };
    let speaks_of_them = matches!(document.word(document.token_at(last.span.start)), "both" | "all" | "these" | "they");
    let of_others = others.first().and_then(shape);
    let apart = others.len() > 1
        && others.iter().all(|m| shape(m) == of_others)
        && of_others.is_some_and(|shape| shape != of_last && !(shape.2 && of_last.2));
    speaks_of_them || apart
}

/// "three of his eight children" over three names: the count is of all, and the list tells a part of them.
fn is_whole_of(ledger: &Ledger, claim: usize, size: u32) -> bool {
    /// Between "of" and the count: "his", "the town's".
    const OWNER: usize = 3;
    let document = &ledger.document;
    let Some(claim) = ledger.claims.get(claim) else { return false };
    let (first, start) = (document.sentence_tokens(claim.sentence).start, document.token_at(claim.span.start));
    let near = start.saturating_sub(OWNER + 1).max(first)..start;
    let Some(part) = near.rev().find(|i| document.word(*i) == "of").and_then(|of| document.token(of.checked_sub(1)?))
    else {
        return false;
    };
    let from = ledger.mentions.partition_point(|m| m.span.start < part.span.start);
    let mut counted = ledger.mentions.iter().skip(from).take_while(|m| m.span.start == part.span.start);
    counted.any(|m| matches!(&m.value, Value::Amount(amount) if m.span == part.span && amount.value == size.into()))
}

/// "Tier 3 platforms": the number is a name's.
fn is_numbered(ledger: &Ledger, claim: usize) -> bool {
    let document = &ledger.document;
    let Some(claim) = ledger.claims.get(claim) else { return false };
    let first = document.sentence_tokens(claim.sentence).start;
    // "Fixed 3 faults:" opens with a word, "FreeBSD 3 limits:" with a name.
    let is_word = |i: usize| i == first && is_common(document.word(i));
    let before = document.token_at(claim.span.start).checked_sub(1).filter(|i| *i >= first && !is_word(*i));
    let in_figures = ledger.words(claim).starts_with(|c: char| c.is_ascii_digit());
    let name = |i: usize| document.token(i).is_some_and(|t| t.is_word() && t.capital) && is_content(document.word(i));
    in_figures && before.is_some_and(name)
}

/// The roster that a list claim belongs to.
pub fn roster_of(ledger: &Ledger, claim: usize) -> Option<&Roster> {
    ledger.rosters.iter().find(|r| r.parts.contains(&claim))
}

/// From the first part's start to its end, part by part.
pub fn part_spans<'a>(ledger: &'a Ledger, roster: &'a Roster) -> impl Iterator<Item = (usize, Span)> + 'a {
    roster.parts.iter().filter_map(|p| ledger.claims.get(*p).map(|c: &Claim| (*p, c.span)))
}

/// “France”, “the United Kingdom” and “the United States”.
pub fn quoted(document: &Document, members: &[&Member]) -> String {
    let words: Vec<String> = members.iter().map(|m| format!("“{}”", document.printed(m.span))).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}
