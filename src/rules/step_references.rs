//! References to a numbered part that the document does not have: "repeat step 7" where the steps go to 6.

use super::order_sequence::{Row, rows};
use crate::claim::Ledger;
use crate::document::{BlockKind, Document, Format};
use crate::text::Span;
use std::collections::BTreeMap;

/// So many parts make a row.
const LEAST: usize = 3;
/// A number further off is of another text's row.
const FURTHEST: u32 = 10;

pub struct Missing<'a> {
    /// "Step 7".
    pub span: Span,
    pub label: &'a str,
    pub number: u32,
    /// The last part that there is.
    pub last: (u32, Span),
}

/// Of the rows of one name the longest tells which numbers there are.
pub fn missing(ledger: &Ledger) -> Vec<Missing<'_>> {
    let document = &ledger.document;
    let rows = rows(document);
    let mut last: BTreeMap<&str, (u32, Span)> = BTreeMap::new();
    for row in rows.iter().filter(|row| is_whole(row)) {
        let Some(end) = row.numbers.last() else { continue };
        let known = last.entry(row.label).or_insert(*end);
        *known = if end.0 > known.0 { *end } else { *known };
    }
    // A row that begins elsewhere, or has a gap, may hold what is missed in the others.
    for row in rows.iter().filter(|row| !is_whole(row)) {
        last.remove(row.label);
    }
    if last.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        let Some(block) = document.blocks.get(sentence.block as usize) else { continue };
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) || is_of_others(document, sentence.span) {
            continue;
        }
        let tokens = document.sentence_tokens(index);
        for at in tokens.clone().filter(|at| *at > tokens.start || block.span.start != sentence.span.start) {
            let Some((last_number, last_span)) = last.get(document.word(at)).copied() else { continue };
            let Some(number) = whole(document, at + 1) else { continue };
            let beyond = number > last_number && number - last_number <= FURTHEST;
            if beyond && !goes_elsewhere(document, tokens.start, at) {
                let Some((word, count)) = document.token(at).zip(document.token(at + 1)) else { continue };
                let span = word.span.cover(count.span);
                found.push(Missing { span, label: document.word(at), number, last: (last_number, last_span) });
            }
        }
    }
    found
}

/// From 1 on, without a gap.
fn is_whole(row: &Row) -> bool {
    !row.label.is_empty()
        && row.numbers.len() >= LEAST
        && row.numbers.iter().zip(1..).all(|((number, _), due)| *number == due)
}

/// "7", and not the 7 of "7.2" or "7a".
fn whole(document: &Document, at: usize) -> Option<u32> {
    let token = document.token(at).filter(|t| t.is_number())?;
    let next = document.joined(at + 1) && matches!(document.word(at + 1), "." | "-" | "–" | "/");
    let goes_on =
        next && document.joined(at + 2) && document.token(at + 2).is_some_and(|t| t.is_number() || t.is_word());
    document.slice(token.span).parse::<u32>().ok().filter(|_| !goes_on)
}

/// "Step 7 of the guide", "the guide's step 7": a part of something else.
fn goes_elsewhere(document: &Document, start: usize, at: usize) -> bool {
    let behind = matches!(document.word(at + 2), "of" | "in" | "from" | "on");
    let before = (start..at).next_back();
    let owned = before.is_some_and(|i| {
        let word = document.word(i);
        word.ends_with("'s") || word.ends_with("’s") || matches!(word, "s" | "that" | "those" | "their" | "its")
    });
    let named = before.is_some_and(|i| i > start && document.token(i).is_some_and(|t| t.is_word() && t.capital));
    behind || owned || named
}

/// Does the sentence link to another page?
fn is_of_others(document: &Document, span: Span) -> bool {
    let source = document.source_text(document.place(span));
    match document.format {
        Format::Markdown => source.contains("](") && !source.contains("](#"),
        Format::Html => source.contains("href"),
        Format::Rst => source.contains(['`']) && source.contains(['_', '<']),
        Format::AsciiDoc => source.contains("xref:") || source.contains("link:") || source.contains("://"),
        _ => false,
    }
}
