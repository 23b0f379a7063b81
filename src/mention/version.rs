//! Versions of software: "0.6.0", "v2.1", "1.4.0-beta.1". Three numbers are one unless something else claims
//! them (a date, a section); two only behind a "v". "Version 2.5" stays a number that names.

use super::{Mention, Scope};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::versions::NUMBERED;
use crate::text::Span;
use crate::value::{Value, Version};

/// No part of a version is longer.
const DIGITS: usize = 6;

pub fn extract(scope: &Scope) -> Vec<Mention> {
    let document = scope.document;
    let mut found = Vec::new();
    for at in 0..document.tokens.len() {
        let Some((numbers, mut end)) = plain(document, at).or_else(|| lettered(document, at)) else { continue };
        let suffix = suffix(document, end);
        let suffixed = suffix > end;
        end = suffix;
        let (Some(first), Some(last)) = (document.token(at), document.token(end - 1)) else { continue };
        let span: Span = first.span.cover(last.span);
        if !scope.taken(span) {
            found.push(Mention { span, value: Value::Version(Version { numbers, suffixed }) });
        }
    }
    found
}

/// "0.6.0", and the token behind it.
fn plain(document: &Document, at: usize) -> Option<(Vec<u32>, usize)> {
    let token = document.token(at).filter(|t| t.is_number())?;
    let numbers = numbers(document.slice(token.span)).filter(|n| n.len() == 3)?;
    let before = at.checked_sub(1).map_or("", |i| document.word(i));
    let heads_a_section = || {
        let block = document.block_of(document.sentence_at(token.span.start));
        block.is_some_and(|b| b.kind == BlockKind::Heading && b.span.start == token.span.start)
    };
    let goes_on =
        matches!(document.word(at + 1), "." | "/" | "%") && document.joined(at + 1) && document.joined(at + 2);
    (!NUMBERED.contains(before) && !goes_on && !heads_a_section()).then_some((numbers, at + 1))
}

/// "v2.1": a word, a full stop and a number that touch.
fn lettered(document: &Document, at: usize) -> Option<(Vec<u32>, usize)> {
    let first = document.word(at).strip_prefix('v').filter(|d| !d.is_empty() && d.len() <= DIGITS)?;
    let first = first.parse::<u32>().ok()?;
    let touches = document.word(at + 1) == "." && document.joined(at + 1) && document.joined(at + 2);
    let rest = document.token(at + 2).filter(|t| touches && t.is_number())?;
    let mut all = vec![first];
    all.extend(numbers(document.slice(rest.span))?);
    (all.len() <= 3).then_some((all, at + 3))
}

/// The parts between full stops; none where they may be thousands ("1.500.000") or are too long.
fn numbers(text: &str) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split('.').collect();
    let thousands = parts.len() > 2 && parts.iter().skip(1).all(|p| p.len() == 3);
    let fits = |part: &&str| part.len() <= DIGITS && !part.is_empty();
    if thousands || !parts.iter().all(fits) {
        return None;
    }
    parts.iter().map(|p| p.parse::<u32>().ok()).collect()
}

/// The token behind "-beta.1" or "+build" that touches the numbers.
fn suffix(document: &Document, end: usize) -> usize {
    let opens = matches!(document.word(end), "-" | "+") && document.joined(end) && document.joined(end + 1);
    if !opens || document.token(end + 1).is_none_or(|t| !t.is_word()) {
        return end;
    }
    let dotted = document.word(end + 2) == "." && document.joined(end + 2) && document.joined(end + 3);
    if dotted && document.token(end + 3).is_some_and(|t| t.is_number()) { end + 4 } else { end + 2 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Role};
    use crate::lexicon::declared::Aliases;

    fn versions(text: &str) -> Vec<String> {
        let document = Document::read("t.txt", Role::Peer, Format::Text, text.as_bytes().to_vec());
        let found = crate::mention::extract(&document, None, &Aliases::default());
        found
            .iter()
            .filter(|m| matches!(m.value, Value::Version(_)))
            .map(|m| document.slice(m.span).to_owned())
            .collect()
    }

    #[test]
    fn versions_and_what_looks_like_one() {
        for (text, expected) in [
            ("The current version is 0.6.0.", vec!["0.6.0"]),
            ("Install kit@1.4.0-beta.1 now.", vec!["1.4.0-beta.1"]),
            ("It runs v2.1 and v0.6.0.", vec!["v2.1", "v0.6.0"]),
            ("It opened on 31.07.2025.", vec![]),
            ("It cost 1.500.000 euros.", vec![]),
            ("See section 2.3.1 and 192.168.0.1.", vec![]),
            ("It is 2.5 km long and 3.4 wide.", vec![]),
            ("The v formation flew.", vec![]),
        ] {
            assert_eq!(versions(text), expected, "{text}");
        }
    }
}
