//! A sentence that counts the steps of the numbered list right below it: "Moving takes five steps." over items 1 to 4.

use super::rosters::count;
use crate::align::subset_word;
use crate::claim::{ClaimKind, Ledger, stem};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::en::ordered::ORDERED;
use crate::text::Span;

/// So few items are told at a glance.
const LEAST: usize = 3;

/// A count and the items of the list below it.
pub struct Counted {
    pub number: u32,
    pub span: Span,
    pub items: Vec<Span>,
}

pub fn counted_items(ledger: &Ledger) -> Vec<Counted> {
    let document = &ledger.document;
    let mut found = Vec::new();
    for (index, block) in document.blocks.iter().enumerate().filter(|(_, b)| b.kind == BlockKind::ListItem) {
        let Some(above) = index.checked_sub(1).and_then(|i| document.blocks.get(i)) else { continue };
        if !matches!(above.kind, BlockKind::Paragraph | BlockKind::Heading) || number(document, block) != Some(1) {
            continue;
        }
        // What stands before a block of code announces the code.
        if document.fences.iter().any(|fence| fence.after == index) {
            continue;
        }
        let Some((number, span)) = announced(ledger, above) else { continue };
        found.extend(items(document, index).map(|items| Counted { number, span, items }));
    }
    found
}

/// The only count of the block, of parts that lists number.
fn announced(ledger: &Ledger, above: &Block) -> Option<(u32, Span)> {
    let from = ledger.claims.partition_point(|c| c.span.start < above.span.start);
    let inside = ledger.claims.iter().enumerate().skip(from).take_while(|(_, c)| c.span.end <= above.span.end);
    let mut counts = inside.filter(|(_, c)| c.kind == ClaimKind::Count);
    let ((index, claim), None) = (counts.next()?, counts.next()) else { return None };
    // "The old one had five steps. Here are fewer:" speaks of others.
    let text = &ledger.document;
    let last = text.sentence_at(above.span.end.saturating_sub(1));
    let head = stem(&claim.subject.head);
    let is_part = ORDERED.iter().any(|word| stem(word) == head);
    let whole = is_part && claim.subject.modifiers.is_empty() && subset_word(ledger, claim).is_none();
    // "1 Steps of the lock" is the first heading.
    count(ledger, index).filter(|n| *n > 1 && whole && claim.sentence == last).map(|number| (number, claim.span))
}

/// The items of one list: numbered on from 1, or each with the same number, as some write them.
fn items(document: &Document, first: usize) -> Option<Vec<Span>> {
    let level = document.blocks.get(first)?.level;
    let mut numbers: Vec<(u32, Span)> = Vec::new();
    for block in document.blocks.get(first..)? {
        match block.kind {
            BlockKind::ListItem if block.level > level => {}
            BlockKind::ListItem if block.level == level => match number(document, block) {
                Some(number) => numbers.push((number, block.span)),
                // A further paragraph of an item has no mark.
                None if document.marker(block.span).trim().is_empty() => {}
                None => break,
            },
            // What an item says in a paragraph of its own; the next item shows whether the list goes on.
            BlockKind::Paragraph | BlockKind::Caption | BlockKind::Quote => {}
            _ => break,
        }
    }
    let rises = numbers.iter().zip(1..).take_while(|((number, _), due)| number == due).count();
    let (all, same) = (numbers.len(), numbers.iter().all(|(number, _)| *number == 1));
    let items = |count: usize| numbers.iter().take(count).map(|(_, span)| *span).collect();
    // A second list that begins again at 1 may be a part of the count.
    (all >= LEAST && (rises == all || same)).then(|| items(all))
}

fn number(document: &Document, block: &Block) -> Option<u32> {
    let marker = document.marker(block.span).trim();
    marker.strip_suffix(['.', ')'])?.trim_start_matches('(').parse().ok()
}
