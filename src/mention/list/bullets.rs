//! Bullets under a line that introduces them: one that ends in a colon. Bullets
//! without such a line (a see-also section) list nothing in particular.

use super::super::Mention;
use super::mention;
use crate::document::{Block, BlockKind, Document, Format};
use crate::text::Span;
use crate::value::{Closedness, Member, MemberKind};

pub fn find(document: &Document, out: &mut Vec<Mention>) {
    let mut at = 0;
    while let Some(block) = document.blocks.get(at) {
        at += 1;
        let introduces = block.kind != BlockKind::ListItem && document.slice(block.span).trim_end().ends_with(':');
        let Some(first) = document.blocks.get(at).filter(|b| introduces && b.kind == BlockKind::ListItem) else {
            continue;
        };
        let items = document.blocks.iter().skip(at).take_while(|b| b.kind == BlockKind::ListItem);
        // Another mark at the same depth is another list, of which an item of this one speaks.
        let mark = mark(document, first.span);
        let own = items
            .filter(|b| b.level == first.level && !goes_on(document, b.span) && self::mark(document, b.span) == mark);
        let own = up_to_the_next(document, own);
        let members: Vec<Member> = own.iter().map(|b| member(document, b.span)).collect();
        if members.len() >= 2 && !has_unread_items(document, block, &own) {
            let several =
                members.iter().any(|m| stands_for_several(document, m.span)) || goes_further(document, at, first);
            out.extend(mention(members, if several { Closedness::Open } else { Closedness::Closed }, 0));
        }
        while document.blocks.get(at).is_some_and(|b| b.kind == BlockKind::ListItem) {
            at += 1;
        }
    }
}

/// Does the list hold lists of its own, whose items may be counted as well, or do its numbers go on behind a quotation or code?
fn goes_further(document: &Document, at: usize, first: &Block) -> bool {
    const NEAR: usize = 8;
    let items = || document.blocks.iter().skip(at).take_while(|b| b.kind == BlockKind::ListItem);
    let last = items().filter_map(|b| number(document, b.span)).last();
    let behind = document.blocks.iter().skip(at.saturating_add(items().count()));
    let mut near = behind.take(NEAR).take_while(|b| b.kind != BlockKind::Heading);
    let next =
        |b: &Block| number(document, b.span).is_some_and(|n| last.is_some_and(|last| n == last.saturating_add(1)));
    items().any(|b| b.level > first.level) || near.any(|b| b.kind == BlockKind::ListItem && next(b))
}

/// An item of nothing but code that makes no claim is none of the blocks: `- valve=(new)`, `1. `valve --open``.
fn has_unread_items(document: &Document, above: &Block, own: &[&Block]) -> bool {
    let Some(first) = own.first().filter(|_| has_marks(document)) else { return false };
    let indent = |line: &[u8]| line.len() - line.trim_ascii_start().len();
    let read: Vec<usize> = own.iter().map(|b| document.lines_of(b.span).0).collect();
    let of_line =
        |line: usize| document.bytes.get(document.lines().line_range(&document.bytes, line)).unwrap_or_default();
    let deepest = indent(of_line(document.lines_of(first.span).0));
    let is_item = |line: usize| {
        let words = of_line(line);
        let marked = words.trim_ascii_start();
        let marker =
            marked.iter().take_while(|b| b.is_ascii_digit() || matches!(b, b'-' | b'*' | b'+' | b'.' | b')')).count();
        let rest = marked.get(marker..).unwrap_or_default();
        marker > 0
            && indent(words) <= deepest
            && rest.starts_with(b" ")
            && matches!(rest.trim_ascii_start().first(), Some(b'`' | b'['))
    };
    let last = read.last().copied().unwrap_or_default();
    (document.lines_of(above.span).1 + 1..=last + 1).any(|line| !read.contains(&line) && is_item(line))
}

fn number(document: &Document, item: Span) -> Option<u32> {
    document.marker(item).trim().trim_start_matches('(').trim_end_matches(['.', ')']).parse().ok()
}

/// An item that ends with a colon introduces what follows it on its own level: another list, which its reader did not set
/// apart.
fn up_to_the_next<'a>(document: &Document, items: impl Iterator<Item = &'a Block>) -> Vec<&'a Block> {
    let mut own: Vec<&Block> = Vec::new();
    let mut items = items.peekable();
    while let Some(item) = items.next() {
        own.push(item);
        let introduces = document.slice(item.span).trim_end().ends_with(':');
        // Code between the two is what it introduces.
        let is_next = |next: &&Block| document.lines_of(next.span).0 <= document.lines_of(item.span).1 + 1;
        if items.peek().is_some_and(|next| introduces && is_next(next) || is_directive_between(document, item, next)) {
            break;
        }
    }
    own
}

/// ".. seealso::" ends the list above it, whatever stands below.
fn is_directive_between(document: &Document, item: &Block, next: &Block) -> bool {
    let lines = document.lines_of(item.span).1 + 1..document.lines_of(next.span).0;
    let marker = document.marker(item.span);
    let indent = marker.len() - marker.trim_start().len();
    // What is set in further belongs to the item.
    let is_directive = |line: usize| {
        let words = document.bytes.get(document.lines().line_range(&document.bytes, line)).unwrap_or_default();
        let rest = words.trim_ascii_start();
        rest.starts_with(b".. ") && words.len() - rest.len() <= indent
    };
    document.format == Format::Rst && lines.into_iter().any(is_directive)
}

/// What Markdown tells lists apart by, and reStructuredText: the bullet, or that there is a number.
fn mark(document: &Document, item: Span) -> Option<char> {
    let first = document.marker(item).trim_start().chars().next().filter(|_| has_marks(document))?;
    Some(if first.is_ascii_digit() { '1' } else { first })
}

fn has_marks(document: &Document) -> bool {
    matches!(document.format, Format::Markdown | Format::Rst)
}

/// A second paragraph of the same item: no mark stands before it.
fn goes_on(document: &Document, block: Span) -> bool {
    let marker = document.marker(block);
    let bullet = ["- ", "* ", "+ ", "-\t", "*\t", "+\t"].iter().any(|mark| marker.contains(mark));
    let number = marker.contains(['.', ')']) && marker.contains(|c: char| c.is_ascii_digit() || c == '#');
    // Below the "+" of AsciiDoc a line goes on from its start.
    let below = document.format == Format::AsciiDoc && marker.is_empty();
    below || has_marks(document) && !bullet && !number
}

/// "Two counters of threads", "(`try_`)transmute", "Bread and rolls, …": such an item names more than one thing.
fn stands_for_several(document: &Document, item: Span) -> bool {
    let at = document.token_at(item.start);
    document.token(at).is_some_and(|t| t.is_word()) && matches!(document.word(at + 1), "and" | "&" | "/")
        || document.word(at) == "up" && document.word(at + 1) == "to"
        || matches!(
            document.word(at),
            "(" | "two" | "three" | "four" | "five" | "six" | "several" | "some" | "various" | "other" | "others"
        )
}

/// A bullet is a member by what stands before its first colon or dash, else as a whole.
fn member(document: &Document, block: Span) -> Member {
    let words = document.slice(block);
    let cut = [": ", " — ", " – ", " - "].iter().filter_map(|mark| words.find(mark)).min().unwrap_or(words.len());
    let is_end = |c: char| matches!(c, '.' | ',' | ';') || c.is_whitespace();
    let head =
        Some(words.get(..cut).unwrap_or(words).trim_end_matches(is_end)).filter(|h| !h.is_empty()).unwrap_or(words);
    let span = Span::new(block.start as usize, block.start as usize + head.len());
    let kind = if head.starts_with(char::is_uppercase) { MemberKind::Name } else { MemberKind::Common };
    Member { span, kind, key: document.printed(span).to_lowercase() }
}
