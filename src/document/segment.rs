//! Sentences of a block. Libraries that split by Unicode's rules break after
//! "Dr." and "J."; those that know abbreviations break "5 p.m. Monday" and miss
//! the space that careless copy leaves out ("in May.The"). Claims live and die by
//! the sentence they stand in, so this is our own.

use super::abbreviations::{ALWAYS, BEFORE_NUMBER, OPENERS, SOMETIMES};
use super::token::{Token, tokenize};
use super::{Block, Sentence};
use crate::text::Span;

/// What is about the document (`own`) is no part of a sentence that tells of something.
pub fn segment(text: &str, blocks: &[Block], own: &[Span]) -> (Vec<Sentence>, Vec<Token>) {
    let mut sentences = Vec::new();
    let mut tokens = Vec::with_capacity(text.len() / 5);
    for (index, block) in blocks.iter().enumerate() {
        let words = text.get(block.span.range()).unwrap_or_default();
        let from = block.span.start as usize;
        let first = own.partition_point(|o| o.end <= block.span.start);
        let mut apart = own.iter().skip(first).map(|o| o.range()).map(|o| o.start.saturating_sub(from)..o.end - from);
        let mut next = apart.next();
        // Text that was once cut into tokens has a blank before each comma, and within "70. 5".
        let spaced = words.contains(" , ");
        let mut start = 0;
        while start < words.len() {
            while next.as_ref().is_some_and(|o| o.end <= start) {
                next = apart.next();
            }
            let end = match &next {
                Some(own) if own.start <= start => own.end.min(words.len()),
                Some(own) => sentence_end(words.get(..own.start).unwrap_or(words), start, spaced),
                None => sentence_end(words, start, spaced),
            };
            let piece = words.get(start..end).unwrap_or_default();
            let lead = piece.len() - piece.trim_start().len();
            let body = piece.trim();
            if !body.is_empty() {
                let from = from + start + lead;
                let first = tokens.len() as u32;
                tokenize(body, from, &mut tokens);
                sentences.push(Sentence {
                    span: Span::new(from, from + body.len()),
                    block: index as u32,
                    tokens: first..tokens.len() as u32,
                });
            }
            start = end.max(start + 1);
        }
    }
    (sentences, tokens)
}

/// The byte after the sentence that starts at `start`.
fn sentence_end(text: &str, start: usize, spaced: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'.' | b'?' | b'!' => {
                let end = after_closers(text, at + 1);
                if ends_here(text, start, at, end) && !(spaced && inside_number(text, at)) {
                    return end;
                }
                at = end;
            }
            // An ellipsis character (E2 80 A6) ends a sentence before a capital.
            0xE2 if bytes.get(at..at + 3) == Some(&[0xE2, 0x80, 0xA6]) => {
                let end = after_closers(text, at + 3);
                let mut next = text.get(end..).unwrap_or_default().chars();
                if next.next().is_some_and(char::is_whitespace) && next.find(|c| !c.is_whitespace()).is_some_and(opens)
                {
                    return end;
                }
                at = end;
            }
            _ => at += 1,
        }
    }
    text.len()
}

/// Past further stops, closing quotation marks and brackets.
fn after_closers(text: &str, from: usize) -> usize {
    let mut end = from;
    for c in text.get(from..).unwrap_or_default().chars() {
        match c {
            '.' | '?' | '!' | ')' | ']' | '”' | '’' | '»' => {}
            // A straight mark closes only when no word follows at once.
            '"' | '\'' => {
                let next = text.get(end + 1..).unwrap_or_default().chars().next();
                if next.is_some_and(|n| n.is_alphanumeric() && !n.is_uppercase()) {
                    break;
                }
            }
            _ => break,
        }
        end += c.len_utf8();
    }
    past_notes(text, end)
}

/// Past marks of notes: "It rained.[4][12] The roof held."
fn past_notes(text: &str, from: usize) -> usize {
    const DIGITS: usize = 3;
    let mut end = from;
    while let Some(rest) = text.get(end..).and_then(|t| t.strip_prefix('[')) {
        let mark = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if !(1..=DIGITS).contains(&mark) || !rest.get(mark..).is_some_and(|r| r.starts_with(']')) {
            break;
        }
        end += mark + 2;
    }
    end
}

fn opens(c: char) -> bool {
    c.is_uppercase()
        || c.is_ascii_digit()
        || matches!(c, '“' | '"' | '‘' | '\'' | '(' | '[' | '«' | '–' | '—' | '$' | '£' | '€')
}

/// Does the stop at `stop` (closers up to `end`) end the sentence?
fn ends_here(text: &str, start: usize, stop: usize, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default();
    let Some(next) = rest.chars().next() else { return true };
    let is_dot = text.as_bytes().get(stop) == Some(&b'.');
    if !next.is_whitespace() {
        return missing_space(text, stop, end);
    }
    let Some(opener) = rest.chars().find(|c| !c.is_whitespace()) else { return true };
    if !opens(opener) {
        // A stop that stands by itself ended a token, whatever case follows.
        return text.get(..stop).is_some_and(|b| b.ends_with(' ')) && opener.is_lowercase() && end == stop + 1;
    }
    if !is_dot {
        return true;
    }
    let before = text.get(start..stop).unwrap_or_default();
    let last = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—' | '–'))
        .next()
        .unwrap_or_default();
    let word = last.to_ascii_lowercase();
    let next_word = first_word(rest);
    if opener.is_ascii_digit() && BEFORE_NUMBER.contains(word.as_str()) {
        return false;
    }
    if ALWAYS.contains(word.as_str()) {
        return false;
    }
    let initial = last.chars().count() == 1 && last.chars().all(char::is_uppercase) && last != "I";
    if initial || SOMETIMES.contains(word.as_str()) || is_acronym(last) {
        return OPENERS.contains(next_word.to_ascii_lowercase().as_str());
    }
    true
}

/// "70. 5": a stop with a digit before it and, past one blank, behind it.
fn inside_number(text: &str, stop: usize) -> bool {
    let digit = |at: Option<usize>| at.and_then(|i| text.as_bytes().get(i)).is_some_and(u8::is_ascii_digit);
    digit(stop.checked_sub(1)) && digit(Some(stop + 2))
}

/// How far back the word before a stop is looked at, in bytes.
const LONGEST_WORD: usize = 100;

/// "in May.The next": a lower-case letter, digit or closing quotation mark, a stop, a capitalised word.
fn missing_space(text: &str, stop: usize, end: usize) -> bool {
    let before = text.get(..stop).unwrap_or_default();
    let mut back = before.chars().rev();
    let (last, second) = (back.next(), back.next());
    let mut next = text.get(end..).unwrap_or_default().chars();
    let capital = next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(|c| c.is_lowercase() || c == ' ' || c == '’');
    let worded =
        last.is_some_and(|c| c.is_ascii_digit() || (c.is_lowercase() && second.is_some_and(char::is_alphanumeric)));
    if !capital || !worded {
        return false;
    }
    // "Node.Js" and addresses have more dots or slashes around them. A word is short: no look further back than that.
    let window =
        before.get(before.floor_char_boundary(before.len().saturating_sub(LONGEST_WORD))..).unwrap_or_default();
    let token = window.rsplit(char::is_whitespace).next().unwrap_or_default();
    !token.contains(['.', '/', '@', '_', ':'])
}

/// "U.S", "N.Y": capitals with full stops between them.
fn is_acronym(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|p| p.chars().count() == 1 && p.chars().all(char::is_uppercase))
}

fn first_word(text: &str) -> &str {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    fn split(text: &str) -> Vec<&str> {
        let block = Block {
            kind: crate::document::BlockKind::Paragraph,
            label: None,
            level: 0,
            span: Span::new(0, text.len()),
            seat: None,
        };
        let blocks = [block];
        let own = super::super::own::own(text, &blocks).spans;
        segment(text, &blocks, &own).0.iter().map(|s| &text[s.span.range()]).collect()
    }

    #[test]
    fn ends() {
        assert_eq!(split("It rained. It stopped! Did it? Yes."), ["It rained.", "It stopped!", "Did it?", "Yes."]);
        assert_eq!(split("It rained.[4][12] The roof held."), ["It rained.[4][12]", "The roof held."]);
        assert_eq!(split("It took 3.[a] The roof"), ["It took 3.[a] The roof"]);
        assert_eq!(split("He said “no.” Then he left."), ["He said “no.”", "Then he left."]);
        assert_eq!(split("It ended in May.The next began."), ["It ended in May.", "The next began."]);
        assert_eq!(split("change energy.”Ada is here."), ["change energy.”", "Ada is here."]);
        assert_eq!(split("on September 8.The epicentre lay"), ["on September 8.", "The epicentre lay"]);
    }

    #[test]
    fn text_that_was_cut_into_tokens() {
        assert_eq!(
            split("the boat , 70. 5 m long , sank . it was old ."),
            ["the boat , 70. 5 m long , sank .", "it was old ."]
        );
    }

    #[test]
    fn a_dateline_stands_alone() {
        assert_eq!(split("OSLO (AP) — It rained. It was wet."), ["OSLO (AP) —", "It rained.", "It was wet."]);
    }

    #[test]
    fn no_ends() {
        for whole in [
            "Dr. J. Smith of Acme Inc. Magazine spoke at 5 p.m. Monday in St. Louis.",
            "The U.S. Senate voted 52.5 to 3.",
            "See example.com or Node.js for more",
            "about 1.3 million",
            "“Really?” he asked.",
        ] {
            assert_eq!(split(whole), [whole]);
        }
    }

    #[test]
    fn an_abbreviation_before_an_opener_ends_the_sentence() {
        assert_eq!(split("He lives in the U.S. The rest stay."), ["He lives in the U.S.", "The rest stay."]);
    }
}
