//! The words of a quotation as they are compared: case, marks, contractions and
//! number words folded away, and the places remembered where something was left
//! out openly ("…", "[the firm]") or may have been (between two parts).

use crate::document::Document;
use crate::text::Span;
use std::borrow::Cow;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// What is compared.
    pub folded: String,
    pub span: Span,
    /// Words may be missing before this one: an ellipsis, a bracket, the next part.
    pub gap: bool,
    /// It stands in round brackets: said, or put in by an editor.
    pub aside: bool,
    /// A sentence ends with this word.
    pub ends: bool,
}

/// Longer quotations are compared up to here.
const LIMIT: usize = 600;

/// An editor's bracket holds at most this many tokens.
const BRACKET: usize = 16;

/// The words of a quotation's parts.
pub fn words(document: &Document, parts: &[Span]) -> Vec<Word> {
    up_to(LIMIT, document, parts)
}

/// The words of whole blocks, as a quotation's are.
pub fn every_word(document: &Document, blocks: &[Span]) -> Vec<Word> {
    up_to(usize::MAX, document, blocks)
}

fn up_to(limit: usize, document: &Document, parts: &[Span]) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    let (mut gap, mut aside) = (false, false);
    for part in parts {
        gap |= !out.is_empty();
        let end = document.token_at(part.end);
        let mut at = document.token_at(part.start);
        while at < end && out.len() < limit {
            let Some(token) = document.token(at) else { break };
            if let Some(after) = left_out(document, at, end) {
                gap = true;
                at = after;
                continue;
            }
            if token.is_word() || token.is_number() {
                fold(document, at, Word { folded: String::new(), span: token.span, gap, aside, ends: false }, &mut out);
                gap = false;
            } else if let Some(last) = out.last_mut() {
                aside = (aside || document.word(at) == "(") && document.word(at) != ")";
                last.ends |= matches!(document.word(at), "." | "?" | "!" | ";" | ":");
            }
            at += 1;
        }
    }
    out
}

/// The token after an ellipsis or an editor's bracket that starts at `at`.
fn left_out(document: &Document, at: usize, end: usize) -> Option<usize> {
    let close = match document.word(at) {
        "…" => return Some(at + 1),
        "." if document.word(at + 1) == "." && document.word(at + 2) == "." => {
            return (at + 3..=end).find(|i| document.word(*i) != ".");
        }
        "[" => "]",
        _ => return None,
    };
    let reach = (at + 1 + BRACKET).min(end);
    (at + 1..reach).find(|i| document.word(*i) == close).map(|i| i + 1)
}

fn fold(document: &Document, at: usize, bare: Word, out: &mut Vec<Word>) {
    let lower = document.word(at);
    let plain: Cow<str> = if lower.is_ascii() { lower.into() } else { lower.to_lowercase().replace('’', "'").into() };
    if plain == "n't" {
        // Tokenised text writes "ca n't".
        let stem = out.last_mut().map(|w| &mut w.folded);
        match stem.as_ref().map_or("", |s| s.as_str()) {
            "ca" => stem.into_iter().for_each(|s| "can".clone_into(s)),
            "wo" => stem.into_iter().for_each(|s| "will".clone_into(s)),
            _ => {}
        }
        out.push(Word { folded: "not".to_owned(), ..bare });
    } else if let Some((first, second)) = contraction(&plain) {
        let second = Word { folded: second.to_owned(), gap: false, ..bare.clone() };
        out.push(Word { folded: first.to_owned(), ..bare });
        out.push(second);
    } else {
        out.push(Word { folded: single(&plain).to_owned(), ..bare });
    }
}

/// Two words written as one.
fn contraction(word: &str) -> Option<(&str, &str)> {
    match word {
        "can't" | "cannot" => Some(("can", "not")),
        "won't" => Some(("will", "not")),
        "shan't" => Some(("shall", "not")),
        "ain't" => Some(("is", "not")),
        "gonna" => Some(("going", "to")),
        "wanna" => Some(("want", "to")),
        _ => word.strip_suffix("n't").map(|verb| (verb, "not")),
    }
}

/// One word in its plainest form.
fn single(word: &str) -> &str {
    match word {
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'m" => "am",
        "'s" => "is",
        "&" => "and",
        "one" => "1",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};

    fn folded(text: &str) -> String {
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let whole = Span::new(0, document.text.len());
        let show = |w: Word| format!("{}{}{}", if w.gap { "~" } else { "" }, w.folded, if w.ends { "." } else { "" });
        words(&document, &[whole]).into_iter().map(show).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn case_marks_and_contractions_fold() {
        assert_eq!(folded("We DON’T, we won't!"), "we do not we will not.");
        assert_eq!(folded("we wo n't , we do n't"), "we will not we do not");
        assert_eq!(folded("It’s AI-based… two things"), "it is ai based ~2 things");
        assert_eq!(folded("He [the mayor] saw it . . . then left."), "he ~saw it ~then left.");
    }
}
