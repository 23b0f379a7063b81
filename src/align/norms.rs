//! Limits that a text sets: "a password must have at least twelve characters". Two rules that set two limits for one thing do
//! not both hold, as two reports of "at least 12" and "at least 15" may.

use crate::document::Document;
use crate::lexicon::en::norms::NORMS;
use crate::syntax::{Form, Reader, Upos};
use crate::text::Span;
use crate::value::{Amount, Bounds, Hedge};

/// So far before the figure stands what asks for it.
const REACH: usize = 12;

/// Which end a rule limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    Least,
    Most,
}

/// The limit that a bound sets, as an exact figure; none where it tells of what is known so far.
pub fn limit(document: &Document, span: Span, amount: &Amount) -> Option<(Limit, Amount)> {
    let limit = match amount.hedge? {
        Hedge::AtLeast => Limit::Least,
        Hedge::AtMost => Limit::Most,
        _ => return None,
    };
    let bounds = Bounds::exactly(amount.value);
    is_set(document, span).then(|| (limit, Amount { hedge: None, bounds, ..amount.clone() }))
}

fn is_set(document: &Document, span: Span) -> bool {
    let number = document.sentence_at(span.start);
    let tokens = document.sentence_tokens(number);
    let first = document.token_at(span.start);
    let near = first.saturating_sub(REACH).max(tokens.start)..first;
    // "It must have killed at least 12": what is concluded.
    let asks = |i: usize| {
        let concluded = document.word(i) == "must" && matches!(document.word(i + 1), "have" | "has");
        NORMS.contains(document.word(i)) && !(concluded && document.word(i + 2).ends_with("ed"))
    };
    near.into_iter().any(asks) || is_told_to_do(document, number)
}

/// "Choose a password of at least ten characters."
fn is_told_to_do(document: &Document, number: usize) -> bool {
    let Some(sentence) = document.sentences.get(number) else { return false };
    let is_polite = |i: &usize| matches!(document.word(*i), "please" | "then" | "always");
    let start = document.sentence_tokens(number).start;
    let polite = (start..).take_while(is_polite).count();
    let tag = Reader::new(document).tag(sentence, polite);
    tag.is_some_and(|tag| tag.is(Upos::Verb) && tag.form == Some(Form::Base))
}
