//! Lists inside a sentence. The coordinator before the last member is the anchor:
//! what stands before it is walked back comma by comma.

use super::super::{Mention, Scope};
use super::{announced, cues, item, mention};
use crate::document::Document;
use crate::lexicon::en::nouns::is_plural;
use crate::text::Span;
use crate::value::{Closedness, Member, MemberKind};
use std::ops::Range;

/// How many tokens a list after a colon may take up to its last member, so that the cost stays linear.
const LONGEST: usize = 200;

pub fn find(scope: &Scope, sentence: usize, out: &mut Vec<Mention>) {
    let document = scope.document;
    let range = document.sentence_tokens(sentence);
    // One pass over the marks tells whether there is anything to look at.
    let mut clause = range.start;
    let mut done = range.start;
    for at in range.clone() {
        match document.word(at) {
            word @ (":" | ";" | "(" | ")" | "[" | "]" | "“" | "”" | "\"" | "—" | "–" | "…") => {
                clause = at + 1;
                let read = match word {
                    ":" | "—" | "–" if at >= done => {
                        announced::after(scope, range.clone(), at).or_else(|| after_colon(scope, clause..range.end))
                    }
                    "(" if at >= done => announced::after(scope, range.clone(), at),
                    _ => None,
                };
                if let Some((found, end)) = read {
                    out.push(found);
                    done = end;
                }
            }
            "and" | "or" | "&" if at >= done => {
                if let Some((found, end)) = coordinated(scope, range.start, clause, at, range.end) {
                    out.push(found);
                    done = end;
                }
            }
            _ => {}
        }
    }
}

/// The list whose last member follows the coordinator at `at`, and where it ends.
fn coordinated(scope: &Scope, sentence: usize, clause: usize, at: usize, end: usize) -> Option<(Mention, usize)> {
    let document = scope.document;
    let before = if at > clause && document.word(at - 1) == "," { at - 1 } else { at };
    let (last, unnamed) = match unnamed(scope, at + 1) {
        Some(count) => (None, count),
        None => (Some(item::head(scope, at + 1..end)?), 0),
    };
    let mut members: Vec<Member> = all_after_colon(scope, clause, before).unwrap_or_default();
    let mut stop = if members.is_empty() { before } else { clause };
    while stop > clause {
        let comma = (clause..stop).rev().find(|i| document.word(*i) == ",");
        let start = comma.map_or(clause, |c| c + 1);
        if comma.is_some()
            && let Some(member) = item::whole(scope, start..stop).filter(|m| fits(m, last.as_ref(), &members))
        {
            members.push(member);
            stop = start - 1;
            continue;
        }
        if let Some(member) = item::tail(scope, start..stop).filter(|m| fits(m, last.as_ref(), &members)) {
            members.push(member);
        }
        break;
    }
    members.sort_by_key(|m| m.span.start);
    members.extend(last);
    let first = document.token_at(members.first()?.span.start);
    let after = document.token_at(members.last()?.span.end);
    let closedness = match unnamed {
        0 if is_any_of(document, at, clause..first) => Closedness::Open,
        0 => cues::closedness(document, sentence, first, after, end),
        _ => Closedness::Closed,
    };
    // Any two nouns are coordinated; a pair is a list only where the text presents it as one.
    let goes_on = matches!(document.word(after), "and" | "or");
    let presented = closedness == Closedness::Open || (introduced(scope, sentence, first) && !goes_on);
    if members.len() + (unnamed as usize) < 3 && !(members.len() == 2 && presented) {
        return None;
    }
    mention(members, closedness, unnamed).map(|m| (m, after.max(at + 1)))
}

/// "If you book trains, boats or beds", "no trains, boats or beds": any of them, and of what is like them.
fn is_any_of(document: &Document, coordinator: usize, before: Range<usize>) -> bool {
    let opens = |word: &str| {
        matches!(word, "if" | "unless" | "whether" | "without" | "not" | "never")
            || word.ends_with("n't")
            || word.ends_with("n’t")
    };
    // "No trains or boats", but not "no longer".
    let right_before = before.end.checked_sub(1).is_some_and(|i| matches!(document.word(i), "no" | "any"));
    document.word(coordinator) == "or" && (right_before || before.into_iter().any(|i| opens(document.word(i))))
}

/// The items between a colon and the last comma or coordinator, if there are two or more
/// and they are all there is: only a colon says that names and nouns make one list ("local folders, SFTP and S3").
fn all_after_colon(scope: &Scope, clause: usize, before: usize) -> Option<Vec<Member>> {
    let document = scope.document;
    clause.checked_sub(1).filter(|i| document.word(*i) == ":" && before - clause <= LONGEST)?;
    let mut members = Vec::new();
    let mut start = clause;
    for at in clause..=before {
        if at == before || document.word(at) == "," {
            members.push(item::whole(scope, start..at)?);
            start = at + 1;
        }
    }
    (members.len() >= 2 && !item::describes(&members)).then_some(members)
}

/// "are: A, B, C" with no coordinator before the last member.
fn after_colon(scope: &Scope, range: Range<usize>) -> Option<(Mention, usize)> {
    let document = scope.document;
    let stop = range
        .clone()
        .find(|i| matches!(document.word(*i), "." | ";" | ":" | "(" | "—" | "and" | "or" | "&"))
        .unwrap_or(range.end);
    if stop < range.end && document.word(stop) != "." {
        return None;
    }
    let mut members: Vec<Member> = Vec::new();
    let mut start = range.start;
    for at in range.start..=stop {
        if at == stop || document.word(at) == "," {
            let member = item::whole(scope, start..at).filter(|m| fits(m, None, &members))?;
            members.push(member);
            start = at + 1;
        }
    }
    (members.len() >= 3).then(|| mention(members, Closedness::Closed, 0)).flatten().map(|m| (m, stop))
}

/// "and 11 others", "and two more": how many members are counted only.
fn unnamed(scope: &Scope, at: usize) -> Option<u32> {
    let token = scope.document.token(at)?;
    let count = scope.whole_numbers(token.span).next()?;
    matches!(scope.document.word(at + 1), "others" | "more" | "other").then_some(count)
}

/// All members are of one kind; a country may stand among names.
fn fits(member: &Member, last: Option<&Member>, members: &[Member]) -> bool {
    let common = |m: &Member| m.kind == MemberKind::Common;
    last.into_iter().chain(members.first()).all(|other| common(other) == common(member))
}

/// A pair counts as a list only behind a counted noun and a mark: "two sons, Anselm and Ottmar".
fn introduced(scope: &Scope, sentence: usize, first: usize) -> bool {
    let document = scope.document;
    let Some(mark) = first.checked_sub(1).filter(|i| *i > sentence) else { return false };
    let (Some(from), Some(to)) = (document.token(mark.saturating_sub(5).max(sentence)), document.token(mark)) else {
        return false;
    };
    matches!(document.word(mark), "," | ":" | "—" | "–")
        && is_plural(document.word(mark - 1))
        && scope.whole_numbers(Span { start: from.span.start, end: to.span.start }).next().is_some()
}
