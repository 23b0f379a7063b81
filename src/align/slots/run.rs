//! How far the words run alike around two figures, from each of them outwards and in their order: "grafts that the keepers
//! had sheltered for 12 winters" and "grafts that the keepers had sheltered for 40 winters".

#![allow(clippy::arithmetic_side_effects, reason = "places and sums within one sentence")]

use crate::align::figures::Figure;
use crate::claim::{is_content, stem};
use crate::document::Document;
use crate::story::word_information;

/// So many tenths of nats seldom run alike around two things: of 263 pairs of figures in unchanged reports around which they
/// did, copies of one sentence left out, 258 said the same.
const LONG: u32 = 150;
/// No run is followed further.
const REACH: usize = 40;

/// Do they run alike so far that they seldom tell of two things?
pub fn run_alike(a: &Figure, b: &Figure) -> bool {
    let sides = Sides::of(a).zip(Sides::of(b));
    sides.is_some_and(|(a, b)| worth(a.before(), b.before()) + worth(a.behind(), b.behind()) >= LONG)
}

/// Where the words before and behind a figure stand.
struct Sides<'a> {
    document: &'a Document,
    before: std::ops::Range<usize>,
    behind: std::ops::Range<usize>,
}

impl<'a> Sides<'a> {
    fn of(figure: &Figure<'a>) -> Option<Sides<'a>> {
        let document = &figure.ledger.document;
        let span = figure.ledger.mentions.get(figure.mention)?.span;
        let (tokens, first) = (document.sentence_tokens(figure.sentence), document.token_at(span.start));
        let behind = document.token_at(span.end);
        Some(Sides { document, before: tokens.start.min(first)..first, behind: behind..tokens.end.max(behind) })
    }

    fn before(&self) -> impl Iterator<Item = &'a str> {
        words(self.document, self.before.clone().rev())
    }

    fn behind(&self) -> impl Iterator<Item = &'a str> {
        words(self.document, self.behind.clone())
    }
}

fn words(document: &Document, tokens: impl Iterator<Item = usize>) -> impl Iterator<Item = &str> {
    let is_word = |i: &usize| document.token(*i).is_some_and(|t| t.is_word() || is_figure(document.word(*i)));
    tokens.take(REACH).filter(is_word).map(|i| document.word(i))
}

fn worth<'a>(own: impl Iterator<Item = &'a str>, other: impl Iterator<Item = &'a str>) -> u32 {
    let alike = own.zip(other).take_while(|(a, b)| a == b || is_figure(a) && is_figure(b));
    let telling = alike.filter(|(word, _)| is_content(word) && !is_figure(word));
    telling.map(|(word, _)| word_information(stem(word))).sum()
}

/// What another figure beside them says is masked as well.
fn is_figure(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}
