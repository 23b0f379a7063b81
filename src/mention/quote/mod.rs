//! Quotations: the words between quotation marks and in block quotes, with their
//! speaker. Speech that a reporting clause splits ("…," he said, "…") or that runs
//! over paragraphs is one quotation of several parts.

mod doubt;
mod marks;
mod speaker;
mod subject;
mod words;

use super::{Mention, Scope};
use crate::document::{BlockKind, Document};
use crate::text::Span;
use crate::value::{Quote, QuoteKind, Value};
use marks::Piece;
use speaker::Quoted;
pub use words::{Word, every_word, words};

pub use speaker::SAYING;

/// Speech of fewer words needs a speaker beside it.
const SPEECH_WORDS: usize = 6;
/// A reporting clause between two parts is at most this long.
const BETWEEN_BYTES: u32 = 160;

pub fn extract(scope: &Scope) -> Vec<Mention> {
    let document = scope.document;
    let mut pieces = Vec::new();
    for (index, block) in document.blocks.iter().enumerate() {
        let from = pieces.len();
        marks::pieces(&document.text, block, index, &mut pieces);
        if block.kind == BlockKind::Quote {
            pieces.truncate(from);
            if is_note(document, block.span) {
                continue;
            }
            pieces.push(Piece {
                words: said(document, block.span),
                whole: block.span,
                closed: true,
                single: false,
                block: index,
            });
        }
    }
    let is_code = |p: &Piece| is_code(document.slice(p.words));
    pieces.retain(|p| !p.words.is_empty() && !is_code(p) && (p.closed || continued(document, p)));
    let mut mentions: Vec<Mention> = Vec::new();
    let mut before: Option<(Piece, Option<Span>)> = None;
    let mut at = 0;
    while let Some(first) = pieces.get(at) {
        let mut parts = vec![first.words];
        let mut last = *first;
        while let Some(next) = pieces.get(at + 1).filter(|next| goes_on(document, &last, next)) {
            parts.push(next.words);
            last = *next;
            at += 1;
        }
        at += 1;
        let own = speaker_of(document, first, &last);
        let speaker = own
            .or_else(|| before.and_then(|(piece, speaker)| speaker.filter(|s| resumes(document, &piece, first, *s))));
        before = Some((last, speaker));
        let kind = kind(document, &parts, speaker.is_some(), first);
        mentions
            .push(Mention { span: first.words.cover(last.words), value: Value::Quote(Quote { kind, parts, speaker }) });
    }
    mentions
}

/// "> Note: the lock is shut", "> Stability: 1": a block that opens with a label is a note of the page itself.
fn is_note(document: &Document, block: Span) -> bool {
    // "⚠️ Warning:" is labelled as well.
    let pictures = |i: &usize| document.token(*i).is_some_and(|t| !document.slice(t.span).is_ascii() && !t.is_word());
    let start = document.token_at(block.start);
    let first = start + (start..document.token_at(block.end)).take_while(pictures).count();
    let labelled = document.token(first).is_some_and(|t| t.is_word() && t.capital);
    labelled && document.word(first + 1) == ":" && document.joined(first + 1)
}

/// The words of a block quote without its own marks.
fn said(document: &Document, block: Span) -> Span {
    let text = document.slice(block);
    let inner = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"'));
    let start = block.start as usize + text.find(inner).unwrap_or(0);
    Span::new(start, start + inner.len())
}

/// "'mail_path = /var/mail'", "'core.conf'": what is quoted is to be typed, and nobody's words.
fn is_code(words: &str) -> bool {
    let inner = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.contains(['/', '_', '=', '\\', '{', '}', '<', '>', ':']) || bare.split('.').nth(1).is_some()
    };
    let is_plain = |word: &str| word.contains(char::is_alphabetic) && !inner(word);
    words.split_whitespace().any(inner) && !words.split_whitespace().any(is_plain)
}

/// An unclosed piece counts only where the next paragraph opens with a mark again.
fn continued(document: &Document, piece: &Piece) -> bool {
    let rest = document.text.get(piece.whole.end as usize..).unwrap_or_default().trim_start();
    rest.starts_with(['“', '"', '„', '«']) || rest.starts_with("``")
}

/// Is `next` more of the speech that `last` is part of?
fn goes_on(document: &Document, last: &Piece, next: &Piece) -> bool {
    if last.single != next.single {
        return false;
    }
    if !last.closed {
        return next.block <= last.block + 1;
    }
    let (from, to) = (last.whole.end, next.whole.start);
    if last.block != next.block || to - from > BETWEEN_BYTES {
        return false;
    }
    let between = document.slice(Span { start: from, end: to }).trim();
    let said = document.slice(last.words).trim_end();
    if !said.ends_with(',') && !between.starts_with(',') && !between.ends_with(',')
        || between.contains(['.', ';', ':', '?', '!'])
    {
        return false;
    }
    let tokens = document.token_at(from)..document.token_at(to);
    let mut reporting = tokens.clone().filter(|i| SAYING.contains(document.word(*i)));
    reporting.next().is_some()
        && reporting.next().is_none()
        && said.ends_with([',', '.', '?', '!', '-', '—'])
        && between.ends_with(',')
}

fn speaker_of(document: &Document, first: &Piece, last: &Piece) -> Option<Span> {
    let tokens = |piece: Span| document.token_at(piece.start)..document.token_at(piece.end);
    let of = |to: &Piece| Quoted {
        tokens: tokens(first.whole.cover(to.whole)),
        said: document.slice(to.words),
        block: document.blocks.get(to.block).map_or(0..0, |block| tokens(block.span)),
    };
    speaker::speaker(document, &of(first)).or_else(|| speaker::speaker(document, &of(last)))
}

/// Does `next` go on where `last` and its reporting clause ended ("…," she said. "…")? The clause names its `speaker`.
fn resumes(document: &Document, last: &Piece, next: &Piece, speaker: Span) -> bool {
    let (from, to) = (last.whole.end, next.whole.start);
    last.block == next.block && to.saturating_sub(from) <= BETWEEN_BYTES && {
        let clause = Span { start: from, end: to };
        let between = document.slice(clause).trim();
        between.is_empty() || (between.ends_with('.') && between.matches(". ").count() == 0 && clause.contains(speaker))
    }
}

fn kind(document: &Document, parts: &[Span], spoken: bool, first: &Piece) -> QuoteKind {
    let block = document.blocks.get(first.block).is_some_and(|b| b.kind == BlockKind::Quote);
    let words = parts.iter().flat_map(|p| document.token_at(p.start)..document.token_at(p.end));
    let (mut count, mut capital, mut content) = (0, 0, 0);
    for i in words {
        let Some(token) = document.token(i).filter(|t| t.is_word()) else { continue };
        count += 1;
        if document.word(i).len() > 3 {
            content += 1;
            capital += usize::from(token.capital);
        }
    }
    let stops = parts.last().is_some_and(|p| document.slice(*p).ends_with(['.', ',', '?', '!', '…']));
    match () {
        () if block || parts.len() > 1 => QuoteKind::Speech,
        () if content > 0 && capital == content && count <= 10 && !(spoken && stops) => QuoteKind::Title,
        () if count >= SPEECH_WORDS || (spoken && (stops || count > 3)) => QuoteKind::Speech,
        () => QuoteKind::Words,
    }
}

#[cfg(test)]
mod tests;
