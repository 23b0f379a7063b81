//! Numbers that count and measure nothing: by them a part of the text is found.

use crate::document::{BlockKind, Document};
use crate::lexicon::en::ordered::ORDERED;
use crate::lexicon::en::versions::NUMBERED;
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
    ends && (NUMBERED.contains(word) || ORDERED.contains(word))
}
