//! The words of a sentence with its code: each piece of code is one word, and so is a flag or a variable written without marks.

use crate::document::Document;
use crate::text::Span;

#[derive(Debug)]
pub struct Word {
    pub text: String,
    pub lower: String,
    pub is_code: bool,
    pub span: Span,
}

impl Word {
    pub fn is(&self, word: &str) -> bool {
        !self.is_code && self.lower == word
    }

    pub fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }
}

pub fn words(document: &Document, span: Span) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let end = document.token_at(span.end);
    let mut at = document.token_at(span.start);
    let mut next = document.code.partition_point(|code| code.end <= span.start);
    while at < end {
        let Some(token) = document.token(at) else { break };
        while document.code.get(next).is_some_and(|code| code.end <= token.span.start) {
            next += 1;
        }
        if let Some(code) = document.code.get(next).filter(|code| code.start <= token.span.start) {
            let printed = document.source_text(document.place(*code));
            out.push(word(printed.trim_matches(['`', ' ']), true, *code));
            at = document.token_at(code.end).max(at + 1);
            continue;
        }
        let last = identifier(document, at, end);
        let span = document.token(last).map_or(token.span, |l| token.span.cover(l.span));
        out.push(word(document.slice(span), last > at, span));
        at = last + 1;
    }
    out
}

fn word(text: &str, is_code: bool, span: Span) -> Word {
    Word { text: text.to_owned(), lower: text.to_lowercase(), is_code, span }
}

/// The last token of `--fail-under` or `FAIL_UNDER`; the same token for what is none.
fn identifier(document: &Document, at: usize, end: usize) -> usize {
    let (mut last, mut under) = (at, false);
    let is_flag = document.word(at) == "-" && document.word(at + 1) == "-" && document.joined(at + 1);
    if !is_flag && !document.token(at).is_some_and(|t| t.is_word()) {
        return at;
    }
    while last + 1 < end && document.joined(last + 1) {
        let next = document.word(last + 1);
        let is_part = document.token(last + 1).is_some_and(|t| t.is_word() || t.is_number());
        under |= next == "_";
        let fits = is_part || next == "_" || is_flag && next == "-";
        if !fits {
            break;
        }
        last += 1;
    }
    if is_flag && last > at + 1 || under { last } else { at }
}
