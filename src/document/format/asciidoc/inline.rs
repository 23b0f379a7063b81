//! Marks inside a paragraph of AsciiDoc: code, emphasis, links, cross-references, attributes, notes.

use crate::document::format::joined::Joined;
use crate::document::reading::Builder;
use std::ops::Range;

/// What is marked is no longer than this, in bytes.
const LONGEST: usize = 2000;

/// Macros whose words in brackets are shown, and those that show nothing of the sentence.
const SHOWN: [&str; 3] = ["link:", "xref:", "mailto:"];
const KEYS: [&str; 4] = ["kbd:", "btn:", "menu:", "command:"];
const SILENT: [&str; 9] =
    ["footnote:", "footnoteref:", "image:", "icon:", "anchor:", "indexterm:", "indexterm2:", "stem:", "pass:"];
const ADDRESSES: [&str; 4] = ["https://", "http://", "ftp://", "irc://"];

enum What {
    Nothing,
    Gap,
    Code(Range<usize>),
    Words(Range<usize>),
}

pub fn write(joined: &Joined, reading: &mut Builder) {
    part(joined, reading, 0..joined.text().len());
}

fn part(joined: &Joined, reading: &mut Builder, range: Range<usize>) {
    let Some(text) = joined.text().get(..range.end) else { return };
    let (mut plain, mut at) = (range.start, range.start);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let before = text.get(range.start..at).and_then(|t| t.chars().next_back());
        let begins = before.is_none_or(|c| !c.is_alphanumeric());
        let found = match rest.as_bytes().first() {
            Some(b'\\') => Some((at + 1, What::Nothing)),
            Some(b'`' | b'*' | b'_' | b'#' | b'+' | b'^' | b'~') => formatted(text, at, begins),
            Some(b'{') => attribute(rest).map(|end| (at + end, What::Gap)),
            Some(b'<') => between(text, at, "<<", ">>").map(|(end, inside)| (end, reference(text, inside))),
            Some(b'(') => between(text, at, "(((", ")))")
                .map(|(end, _)| (end, What::Nothing))
                .or_else(|| between(text, at, "((", "))").map(|(end, inside)| (end, What::Words(inside)))),
            Some(b'[') => between(text, at, "[[", "]]").map(|(end, _)| (end, What::Nothing)),
            Some(b'a'..=b'z') if begins => named(text, at),
            _ => None,
        };
        let Some((end, what)) = found else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        joined.write(reading, plain..at);
        let escaped = rest.starts_with('\\');
        match what {
            What::Nothing => {}
            What::Gap => joined.gap(reading, at..end),
            What::Code(words) => joined.code(reading, words),
            What::Words(words) => part(joined, reading, words),
        }
        plain = end;
        at = end + if escaped { text.get(end..).and_then(|t| t.chars().next()).map_or(0, char::len_utf8) } else { 0 };
    }
    joined.write(reading, plain..range.end);
}

/// "*bold*", "__in__side", "`code`".
fn formatted(text: &str, at: usize, begins: bool) -> Option<(usize, What)> {
    let rest = text.get(at..)?;
    let mark = rest.chars().next()?;
    let double = rest.chars().nth(1) == Some(mark);
    let width = 1 + usize::from(double);
    if !double && !begins && !matches!(mark, '^' | '~') {
        return None;
    }
    let from = at + width;
    let inside = text.get(from..)?;
    let near = inside.get(..inside.floor_char_boundary(LONGEST))?;
    if near.starts_with(char::is_whitespace) {
        return None;
    }
    let close = rest.get(..width)?;
    let end = near.match_indices(close).map(|(at, _)| at).find(|at| {
        let before = near.get(..*at).and_then(|t| t.chars().next_back());
        let behind = near.get(at + width..).and_then(|t| t.chars().next());
        let ends = double || matches!(mark, '^' | '~') || !behind.is_some_and(|c| c.is_alphanumeric() || c == mark);
        before.is_some_and(|c| !c.is_whitespace()) && ends
    })?;
    // "2^10 and 3^20" is no text between marks, "#12, #13" neither.
    if matches!(mark, '^' | '~' | '#') && near.get(..end)?.contains(' ') {
        return None;
    }
    let mut words = from..from + end;
    let what = match mark {
        '`' => {
            if text.get(words.clone())?.starts_with('+') && text.get(words.clone())?.ends_with('+') && words.len() > 2 {
                words = words.start + 1..words.end - 1;
            }
            What::Code(words)
        }
        '+' => What::Code(words),
        _ => What::Words(words),
    };
    Some((from + end + width, what))
}

/// "{version}".
fn attribute(rest: &str) -> Option<usize> {
    let near = rest.get(1..rest.floor_char_boundary(60))?;
    let end = near.find('}').filter(|end| *end > 0)?;
    let name = near.get(..end)?;
    name.chars().all(|c| c.is_alphanumeric() || "-_:".contains(c)).then_some(end + 2)
}

fn between(text: &str, at: usize, open: &str, close: &str) -> Option<(usize, Range<usize>)> {
    let inside = text.get(at..)?.strip_prefix(open)?;
    let length = inside.get(..inside.floor_char_boundary(LONGEST))?.find(close)?;
    let from = at + open.len();
    Some((from + length + close.len(), from..from + length))
}

/// "<<name,its words>>".
fn reference(text: &str, inside: Range<usize>) -> What {
    match text.get(inside.clone()).and_then(|words| words.find(',')) {
        Some(comma) => What::Words(inside.start + comma + 1..inside.end),
        None => What::Gap,
    }
}

/// "link:a.html[the words]", "https://a.example[the words]", "kbd:[F5]".
fn named(text: &str, at: usize) -> Option<(usize, What)> {
    let rest = text.get(at..)?;
    let starts = |names: &[&str]| names.iter().any(|name| rest.starts_with(name));
    let (shown, keys, silent, address) = (starts(&SHOWN), starts(&KEYS), starts(&SILENT), starts(&ADDRESSES));
    if !(shown || keys || silent || address) {
        return None;
    }
    let near = rest.get(..rest.floor_char_boundary(LONGEST))?;
    let until = near.find(|c: char| c.is_whitespace() || c == '[').unwrap_or(near.len());
    let brackets = near.get(until..)?.starts_with('[');
    if !brackets {
        // The address alone, without the stop of its sentence.
        let length = near.get(..until)?.trim_end_matches(['.', ',', ';', ':', ')', '>', '!', '?']).len();
        return address.then_some((at + length, What::Gap));
    }
    let length = near.get(until + 1..)?.find(']')?;
    let words = at + until + 1..at + until + 1 + length;
    // "[the words,window=_blank]".
    let own = text.get(words.clone())?;
    let kept = own.find(",window=").or_else(|| own.find(",role=")).unwrap_or(own.len());
    let own = own.get(..kept)?.trim_end_matches('^');
    let words = words.start..words.start + own.len();
    let what = match (keys, silent) {
        (true, _) => What::Code(words),
        (_, true) => What::Nothing,
        _ if words.is_empty() => What::Gap,
        _ => What::Words(words),
    };
    Some((at + until + length + 2, what))
}
