//! Numbers that count and measure nothing: by them a part of the text is found.

use crate::document::{BlockKind, Document};
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::numerals::{NUMERALS, Numeral};
use crate::lexicon::en::ordered::ORDERED;
use crate::lexicon::en::versions::{NUMBERED, VERSIONED};
use crate::text::Span;

/// "461 – The bridge falls": the number that opens an item is what the item is found by.
pub fn is_key(document: &Document, span: Span) -> bool {
    let behind = document.token_at(span.end);
    let is_dash = matches!(document.word(behind), "–" | "—" | "-") && !document.joined(behind + 1);
    let block = document.block_of(document.sentence_at(span.start));
    is_dash && block.is_some_and(|b| b.kind == BlockKind::ListItem && b.span.start == span.start)
}

/// "Example 2: To start it again", "Step 3. Open it": which of several parts of the text this is.
pub fn is_numbering(document: &Document, span: Span) -> bool {
    let at = document.token_at(span.start);
    let start = document.sentence_tokens(document.sentence_at(span.start)).start;
    let word = at.checked_sub(1).filter(|i| *i == start).map_or("", |i| document.word(i));
    let ends = matches!(document.word(document.token_at(span.end)), ":" | "." | ")" | "–" | "—");
    // "First example" over the one page, "Second example" over the next.
    let heads = document
        .block_of(document.sentence_at(span.start))
        .is_some_and(|b| b.kind == BlockKind::Heading && b.span.start == span.start);
    if heads && matches!(NUMERALS.get(document.slice_lower(span)), Some(Numeral::Ordinal(_))) {
        return true;
    }
    ends && (NUMBERED.contains(word) || ORDERED.contains(word))
}

/// "section 6.3", "tidelog-2.8", "tide_version < 3.10", "the 2.4 series": a part of a text or a version, whatever it stands
/// with.
pub fn is_stopped_number(document: &Document, span: Span) -> bool {
    let printed = document.slice(span);
    if !printed.contains('.') || !printed.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return false;
    }
    let at = document.token_at(span.start);
    let before = |back: usize| at.checked_sub(back).map_or("", |i| document.word(i));
    // What is cut off a word by a hyphen is a part of a name.
    let is_part = before(1) == "-" && document.joined(at) && document.joined(at.saturating_sub(1));
    let word = at.checked_sub(2).and_then(|i| document.token(i)).is_some_and(|t| t.is_word()) && !is_common(before(2));
    let sign = |word: &str| matches!(word, "<" | ">" | "=" | "~");
    let compared = sign(before(1)) || matches!(before(1), "\"" | "'") && sign(before(2));
    let named = NUMBERED.contains(before(1)) || VERSIONED.contains(before(1));
    let series = VERSIONED.contains(document.word(document.token_at(span.end)));
    is_part && word || compared || named || series
}
