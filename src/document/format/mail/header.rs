//! The headers of a mail or of a part of it: names, values over several lines, and words in other codes (RFC 2047).

use super::code::{Charset, quoted_printable};
use crate::document::format::decoding::Decoding;
use crate::text::base64;
use std::ops::Range;

/// In bytes. A word in a code has no more than 75, says the standard, and some programs write more.
const LONGEST_WORD: usize = 1_000;

/// The place of each value by its name in lower case, in order.
#[derive(Debug, Default)]
pub struct Headers<'s> {
    source: &'s str,
    values: Vec<(String, Range<usize>)>,
}

impl<'s> Headers<'s> {
    /// The headers at the start of `part`, and what stands behind them.
    pub fn of(source: &'s str, part: Range<usize>) -> (Headers<'s>, Range<usize>) {
        let mut headers = Headers { source, values: Vec::new() };
        let mut at = part.start;
        for line in source.get(part.clone()).unwrap_or_default().split_inclusive('\n') {
            let start = at;
            let words = line.trim_end();
            if words.is_empty() {
                return (headers, start + line.len()..part.end);
            }
            let end = start + words.len();
            if words.starts_with([' ', '\t']) {
                if let Some((_, value)) = headers.values.last_mut() {
                    value.end = end;
                }
            } else if let Some((name, _)) = words.split_once(':').filter(|(name, _)| is_name(name)) {
                headers.values.push((name.trim_end().to_ascii_lowercase(), start + name.len() + 1..end));
            } else if start > part.start || !words.starts_with("From ") {
                // A text that begins without the blank line before it.
                return (headers, start..part.end);
            }
            at += line.len();
        }
        (headers, part.end..part.end)
    }

    pub fn get(&self, name: &str) -> Option<Range<usize>> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
    }

    /// A value's first word in lower case, as "text/plain".
    pub fn kind(&self, name: &str) -> Option<String> {
        let value = self.source.get(self.get(name)?)?;
        Some(value.split(';').next()?.trim().to_ascii_lowercase())
    }

    /// What a value says behind its first word, as "boundary".
    pub fn parameter(&self, name: &str, key: &str) -> Option<String> {
        let value = self.source.get(self.get(name)?)?;
        let mut rest = value.split_once(';')?.1;
        loop {
            let (found, behind) = rest.split_once('=')?;
            let behind = behind.trim_start();
            let (word, next) = match behind.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => behind.split_at(behind.find(';').unwrap_or(behind.len())),
            };
            if found.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(key) {
                return Some(word.trim().to_owned());
            }
            rest = next.split_once(';').map_or("", |(_, next)| next);
        }
    }
}

fn is_name(name: &str) -> bool {
    let name = name.trim_end();
    !name.is_empty() && name.len() <= 76 && name.bytes().all(|b| b.is_ascii_graphic())
}

/// Adds the words of a value, those in other codes decoded.
pub fn write_words(page: &mut Decoding, source: &str, value: Range<usize>) {
    let text = source.get(value.clone()).unwrap_or_default();
    let mut at = 0;
    let mut was_coded = false;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start().len();
        let words = rest.get(blank..).unwrap_or_default();
        let coded = coded_word(words);
        let length = coded.as_ref().map_or_else(|| next_word(words), |(length, _)| *length);
        if length == 0 {
            break;
        }
        let start = value.start + at + blank;
        // Between two words in codes a blank is none.
        if blank > 0 && !page.text.is_empty() && !(was_coded && coded.is_some()) {
            page.decoded(" ", value.start + at..start);
        }
        was_coded = coded.is_some();
        match coded {
            Some((length, words)) => page.decoded(&words.replace(['\r', '\n'], " "), start..start + length),
            None => page.verbatim(source, start..start + length),
        }
        at += blank + length;
    }
}

/// No more is looked at of a word at once.
fn window(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST_WORD)).unwrap_or(text)
}

/// The length of the first word, up to one in a code.
fn next_word(words: &str) -> usize {
    let words = window(words);
    let end = words.find(char::is_whitespace).unwrap_or(words.len());
    let first = words.get(..end).unwrap_or_default();
    let behind = first.chars().next().map_or(0, char::len_utf8);
    first.get(behind..).and_then(|rest| rest.find("=?")).map_or(end, |offset| behind + offset)
}

/// "=?utf-8?Q?Caf=C3=A9?=" at the start of `text`: its length and its words.
fn coded_word(text: &str) -> Option<(usize, String)> {
    let text = window(text);
    let inside = text.strip_prefix("=?")?;
    let mut fields = inside.splitn(3, '?');
    let (charset, code) = (fields.next()?, fields.next()?);
    let behind = fields.next()?;
    let end = behind.find("?=")?;
    let words = behind.get(..end)?;
    if charset.len() > 40 || words.contains(['\n', '\r']) {
        return None;
    }
    let bytes = match code {
        "Q" | "q" => quoted_printable(&words.replace('_', " ")),
        "B" | "b" => base64::decode(words),
        _ => return None,
    };
    let length = text.len() - behind.len() + end + 2;
    Some((length, Charset::named(charset.split('*').next().unwrap_or_default()).decode(&bytes)))
}
