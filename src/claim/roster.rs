//! Rosters: who belongs to something, after split enumerations have been united
//! ("14 nations, including A, B and C, … . D, E and 9 others joined") and with the
//! counts that declare how many there are. Nothing is compared before this.

use super::{Claim, ClaimKind};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::lists::PREPOSITIONS;
use crate::lexicon::en::numerals::NUMERALS;
use crate::mention::Mention;
use crate::text::{WordSet, word_set};
use crate::value::{Closedness, List, Member, MemberKind, Value};
use serde::{Deserialize, Serialize};

/// How strictly a count declares a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Declared {
    /// "The 14 countries are: …", "three sons, A, B and C": exactly these.
    Exactly,
    /// "14 nations, including …": these and perhaps more.
    AtLeast,
    /// A heading over the list.
    Heading,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Roster {
    /// The lists it is made of: indices into the claims, in order.
    pub parts: Vec<usize>,
    pub members: Vec<Member>,
    /// Members that are counted, not named.
    pub unnamed: u32,
    /// Count claims that say how many there are.
    pub declared: Vec<(usize, Declared)>,
}

impl Roster {
    pub fn size(&self) -> u32 {
        (self.members.len() as u32).saturating_add(self.unnamed)
    }
}

/// How many sentences may lie between the parts of a split list.
const SPLIT_REACH: usize = 3;
/// "The two sheds hold:", "each of the three has:" announce what these have.
const HOLDING: WordSet = word_set! { "contain", "contains", "have", "has", "hold", "holds", "provide", "provides", "offer", "need", "require", "run", "share" };
/// What a verb of another clause opens with.
const FINITE: WordSet = word_set! { "will", "would", "can", "could", "may", "must", "should", "is", "has" };
/// How many tokens may lie between a count and the list it declares.
const DECLARED_REACH: usize = 14;

pub fn rosters(document: &Document, mentions: &[Mention], claims: &[Claim]) -> Vec<Roster> {
    let list_of = |claim: &Claim| match &mentions.get(claim.mention?)?.value {
        Value::List(list) => Some(list),
        _ => None,
    };
    let lists: Vec<(usize, &Claim, &List)> =
        claims.iter().enumerate().filter_map(|(i, c)| list_of(c).map(|l| (i, c, l))).collect();
    let mut rosters: Vec<(Roster, Closedness, usize)> = Vec::new();
    for (index, claim, list) in lists {
        let declared = declarations(document, claims, claim, list);
        let opened =
            rosters.iter_mut().rev().take_while(|(.., at)| claim.sentence - at <= SPLIT_REACH).find(
                |(open, closedness, _)| *closedness == Closedness::Open && disjoint(&open.members, &list.members),
            );
        if list.closedness == Closedness::Continuation
            && let Some((open, closedness, _)) = opened
        {
            open.parts.push(index);
            open.members.extend(list.members.iter().cloned());
            open.unnamed = open.unnamed.saturating_add(list.unnamed);
            *closedness = Closedness::Closed;
            continue;
        }
        let roster = Roster { parts: vec![index], members: list.members.clone(), unnamed: list.unnamed, declared };
        rosters.push((roster, list.closedness, claim.sentence));
    }
    rosters.into_iter().map(|(roster, ..)| roster).collect()
}

/// Of one kind, without a common member.
fn disjoint(a: &[Member], b: &[Member]) -> bool {
    let kind = |m: &[Member]| m.first().map(|m| m.kind);
    kind(a) == kind(b) && !a.iter().any(|x| b.iter().any(|y| x.key == y.key))
}

/// The counts that say how many members `list` has.
fn declarations(document: &Document, claims: &[Claim], claim: &Claim, list: &List) -> Vec<(usize, Declared)> {
    let first = document.token_at(claim.span.start);
    let from_byte = |byte: u32| claims.partition_point(|c| c.span.start < byte);
    let mut found: Vec<(usize, Declared)> = Vec::new();
    let block = document.sentences.get(claim.sentence).map_or(0, |s| s.block as usize);
    // The nearest count before the list in its sentence (for bullets: in the line above).
    let until = from_byte(claim.span.start);
    let before = claims.iter().enumerate().take(until).rev().take_while(|(_, c)| c.sentence + 1 >= claim.sentence);
    let mut counts = before
        .filter(|(_, c)| c.kind == ClaimKind::Count && c.span.end <= claim.span.start)
        .filter(|(_, c)| same_line(document, c.sentence, claim.sentence, block));
    let near = counts.next();
    // "1,200 words in five languages:" announces words.
    let of_another = |count: &Claim| {
        let before = document.token_at(count.span.start).checked_sub(1).map_or("", |i| document.word(i));
        is_item(document, block) && PREPOSITIONS.contains(before)
    };
    // "In none of the other two:", "with a mast of 9 m and 4 sails:".
    let of_none = |count: &Claim| {
        let before = document.token_at(count.span.start).checked_sub(1).map_or("", |i| document.word(i));
        let joined = before == "and" && is_item(document, block) && counts_before(document, claims, count);
        matches!(before, "other" | "remaining" | "further") || joined
    };
    // "(at least) two arguments:"
    let at_least = |count: &Claim| {
        let at = document.token_at(count.span.start);
        (1..=2).any(|back| at.checked_sub(back).is_some_and(|i| document.word(i) == "least"))
    };
    let near = near.filter(|(_, c)| !of_none(c) && !at_least(c) && !is_of_a_kind(document, c));
    // "Two further gates:" may name the first ones too, where there are more.
    let is_more = |c: &Claim| {
        let mut words = (document.token_at(c.span.start)..document.token_at(c.span.end)).map(|i| document.word(i));
        words.any(|word| matches!(word, "additional" | "extra"))
    };
    let near = near.filter(|(_, c)| !is_more(c));
    if let Some((index, count)) = near.filter(|(_, c)| !of_another(c) || counts.next().is_none()) {
        let from = document.token_at(count.span.end);
        if first.saturating_sub(from) <= DECLARED_REACH
            && let Some(how) = declares(document, from, first, claim, list)
        {
            found.push((index, how));
        }
    }
    // A heading right over the block that holds the list, with nothing but the count in it.
    let heading = block.checked_sub(1).and_then(|b| document.blocks.get(b).filter(|b| b.kind == BlockKind::Heading));
    let introduced =
        !found.is_empty() || (first.saturating_sub(2)..first).any(|i| matches!(document.word(i), ":" | "are"));
    if let Some(heading) = heading.filter(|_| list.closedness == Closedness::Closed && introduced) {
        let inside = claims
            .iter()
            .enumerate()
            .skip(from_byte(heading.span.start))
            .take_while(|(_, c)| c.span.start < heading.span.end);
        found.extend(inside.filter(|(_, c)| c.kind == ClaimKind::Count).map(|(i, _)| (i, Declared::Heading)));
    }
    found
}

/// "A two-stage lock has these parts:", "all four-letter commands:", "two pages later:", "used by the two gates:", "the
/// following gates have two names:": the number is of the noun's kind, of a way, of who does it, or of what each has.
fn is_of_a_kind(document: &Document, count: &Claim) -> bool {
    let (first, behind) = (document.token_at(count.span.start), document.token_at(count.span.end));
    let before = |back: usize| first.checked_sub(back).map_or("", |i| document.word(i));
    let number = document.slice_lower(count.span).split_whitespace().next().unwrap_or_default();
    let attributive = number.split_once('-').is_some_and(|(_, noun)| !NUMERALS.contains_key(noun));
    let way = matches!(document.word(behind), "later" | "ago" | "earlier" | "above" | "below" | "apart" | "away");
    let has_verb = matches!(document.word(behind), "is" | "are" | "has" | "have");
    let agent = before(1) == "the"
        && (matches!(before(2), "by" | "between") || has_verb && PREPOSITIONS.contains(before(2)))
        || matches!(before(1), "these" | "those") && PREPOSITIONS.contains(before(2));
    let start = document.sentence_tokens(count.sentence).start;
    let is_noun = |i: usize| !matches!(document.word(i), "is" | "are" | "were" | "was");
    let of_each = before(1) != "the"
        && !PREPOSITIONS.contains(before(1))
        && (start..first.saturating_sub(1)).any(|i| document.word(i) == "following" && is_noun(i + 1));
    let each = (1..=3).any(|back| matches!(before(back), "each" | "every" | "per"));
    attributive || way || agent || of_each || each
}

/// Does the sentence give another amount before this count?
fn counts_before(document: &Document, claims: &[Claim], count: &Claim) -> bool {
    let start = document.sentences.get(count.sentence).map_or(0, |s| s.span.start);
    let amount = |c: &Claim| matches!(c.kind, ClaimKind::Count | ClaimKind::Quantity);
    claims.iter().any(|c| amount(c) && c.span.start >= start && c.span.end <= count.span.start)
}

/// Is the count's sentence the list's own, or, for bullets, the one that introduces them?
fn same_line(document: &Document, count: usize, list: usize, block: usize) -> bool {
    count == list || (is_item(document, block) && count + 1 == list && !is_code_between(document, count, list))
}

/// What stands before a block of code announces the code.
fn is_code_between(document: &Document, count: usize, list: usize) -> bool {
    let start = |sentence: usize| document.sentences.get(sentence).map_or(0, |s| s.span.start);
    document.fences.iter().any(|f| (start(count)..start(list)).contains(&f.span.start))
}

fn is_item(document: &Document, block: usize) -> bool {
    document.blocks.get(block).is_some_and(|b| b.kind == BlockKind::ListItem)
}

/// What the words between the count (ending before token `from`) and the list (from token `first`) make of them.
fn declares(document: &Document, from: usize, first: usize, claim: &Claim, list: &List) -> Option<Declared> {
    if list.closedness == Closedness::Open {
        return Some(Declared::AtLeast);
    }
    if list.closedness == Closedness::Continuation {
        return None;
    }
    if (from..first).any(|i| announces_others(document, i))
        || HOLDING.contains(document.word(from)) && list_is_below(document, claim)
        || document.word(from) == "," && list_is_below(document, claim)
    {
        return None;
    }
    let mut mark = first.checked_sub(1)?;
    while mark > from && matches!(document.word(mark), "the" | "a" | "an") {
        mark -= 1;
    }
    let after = document.token_at(claim.span.end);
    let ends = matches!(document.word(after), "." | "," | ";" | "—" | "–" | ")" | "" | "!" | "?")
        || document
            .token(after)
            .is_none_or(|t| document.sentence_at(t.span.start) != document.sentence_at(claim.span.start));
    let all_named = list.members.iter().all(|m| m.kind != MemberKind::Common);
    let exactly = match document.word(mark) {
        ":" => ends && document.word(after) != ",",
        "(" => ends && mark == from && !is_choice(document, first),
        "—" | "–" => ends && mark == from,
        "," => ends && mark == from && all_named,
        "are" | "were" => ends && all_named,
        // Bullets: the introducing line ends in a colon somewhere before the first bullet's text.
        _ => (from..first).any(|i| document.word(i) == ":") && list_is_below(document, claim),
    };
    exactly.then_some(Declared::Exactly)
}

/// "(A, B or C, D)", "(A, B and C, D respectively)": what stands in the brackets is a choice, or two lists.
fn is_choice(document: &Document, first: usize) -> bool {
    const LONGEST: usize = 40;
    let inside = || (first..first + LONGEST).map(|i| document.word(i)).take_while(|word| !matches!(*word, ")" | ""));
    let has = |wanted: &str| inside().any(|word| word == wanted);
    // "(all going up and down)", "(length and width) of each": what every one of them does or has.
    let end = (first..first + LONGEST).find(|i| document.word(*i) == ")").unwrap_or(first);
    let of_each = matches!(document.word(first), "all" | "both" | "each")
        || matches!(document.word(end + 1), "for" | "of") && matches!(document.word(end + 2), "each" | "every");
    has("respectively") || has("or") && !has("and") || of_each
}

/// Bullets: more than one sentence.
fn list_is_below(document: &Document, list: &Claim) -> bool {
    document.sentence_at(list.span.start) != document.sentence_at(list.span.end)
}

/// "Two arrays meet by these rules:", "three nodes: type the following commands:", "is something like this:" announce
/// other things than what is counted before.
fn announces_others(document: &Document, index: usize) -> bool {
    let next = document.word(index + 1);
    match document.word(index) {
        "these" | "following" => next.chars().all(char::is_alphabetic) && !next.is_empty(),
        "like" => next == "this" || next == "these",
        // "These two are alike, and will do:" tells of another thing behind the comma.
        "," => matches!(next, "and" | "but" | "so") && FINITE.contains(document.word(index + 2)),
        // "It needs two gates, and may have several more: …"
        "more" | "others" => next == ":",
        // "the first four fields, followed by the name: …"
        "followed" => next == "by",
        "plus" | "except" => true,
        _ => false,
    }
}
