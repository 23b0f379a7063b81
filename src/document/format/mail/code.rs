//! How mail writes what is not plain ASCII: quoted-printable and base64, and the character sets of their bytes.

use crate::document::encoding::windows_1252;
use crate::document::format::decoding::Decoding;
use crate::text::base64;
use std::ops::Range;

/// How a part's bytes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transfer {
    Plain,
    QuotedPrintable,
    Base64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    Utf8,
    Windows1252,
    /// Latin-9, which is Latin-1 with the sign of the euro.
    Latin9,
    /// One of which only the letters are known that are ASCII.
    Other,
}

impl Charset {
    pub fn named(name: &str) -> Charset {
        match name.trim().to_ascii_lowercase().as_str() {
            "" | "utf-8" | "utf8" | "us-ascii" | "ascii" => Charset::Utf8,
            "iso-8859-1" | "latin1" | "windows-1252" | "cp1252" | "iso8859-1" => Charset::Windows1252,
            "iso-8859-15" | "latin-9" | "iso8859-15" => Charset::Latin9,
            _ => Charset::Other,
        }
    }

    pub fn decode(self, bytes: &[u8]) -> String {
        let other = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER };
        match self {
            Charset::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Charset::Windows1252 => bytes.iter().map(|byte| windows_1252(*byte)).collect(),
            Charset::Latin9 => bytes.iter().map(|b| if *b == 0xA4 { '€' } else { windows_1252(*b) }).collect(),
            Charset::Other => bytes.iter().map(other).collect(),
        }
    }

    /// How many of the bytes are whole characters: the last one may go on.
    fn whole(self, bytes: &[u8]) -> usize {
        match (self, std::str::from_utf8(bytes)) {
            (Charset::Utf8, Err(error)) if error.error_len().is_none() => error.valid_up_to(),
            _ => bytes.len(),
        }
    }
}

/// Adds a part's text. What the file's text says as it stands is in no other character set any more.
pub fn write(page: &mut Decoding, source: &str, body: Range<usize>, transfer: Transfer, charset: Charset) {
    match transfer {
        Transfer::Plain => page.verbatim(source, body),
        Transfer::QuotedPrintable => write_quoted_printable(page, source, body, charset),
        Transfer::Base64 => write_base64(page, source, body, charset),
    }
}

fn write_quoted_printable(page: &mut Decoding, source: &str, body: Range<usize>, charset: Charset) {
    let (mut at, mut from) = (body.start, body.start);
    while let Some(offset) = source.get(at..body.end).and_then(|rest| rest.find('=')) {
        at += offset;
        let rest = source.get(at..body.end).unwrap_or_default();
        let (length, bytes) = run(rest);
        if length == 0 {
            at += 1;
            continue;
        }
        page.verbatim(source, from..at);
        page.decoded(&charset.decode(&bytes), at..at + length);
        at += length;
        from = at;
    }
    page.verbatim(source, from..body.end);
}

/// The codes at the start of `text`, "=C3=A9" and breaks of lines that are none, and the bytes that they stand for.
fn run(text: &str) -> (usize, Vec<u8>) {
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).and_then(|rest| rest.strip_prefix('=')) {
        if let Some(byte) = rest.get(..2).and_then(hex) {
            bytes.push(byte);
            at += 3;
            continue;
        }
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t', '\r']).len();
        match rest.get(blanks..) {
            Some("") => at += 1 + blanks,
            Some(next) if next.starts_with('\n') => at += 1 + blanks + 1,
            _ => break,
        }
    }
    (at, bytes)
}

fn hex(digits: &str) -> Option<u8> {
    u8::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))
}

pub fn quoted_printable(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('=') {
        bytes.extend_from_slice(rest.get(..at).unwrap_or_default().as_bytes());
        let code = rest.get(at + 1..at + 3).and_then(hex);
        bytes.push(code.unwrap_or(b'='));
        rest = rest.get(at + if code.is_some() { 3 } else { 1 }..).unwrap_or_default();
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

/// A piece for each line: where in it a word stands says nothing to anybody.
fn write_base64(page: &mut Decoding, source: &str, body: Range<usize>, charset: Charset) {
    let mut state = base64::Decoder::default();
    let mut bytes = Vec::new();
    let mut at = body.start;
    let lines = source.get(body.clone()).unwrap_or_default().split_inclusive('\n');
    for line in lines {
        state.read(line, &mut bytes);
        let rest = bytes.split_off(charset.whole(&bytes));
        page.decoded(&charset.decode(&bytes), at..at + line.trim_end().len());
        bytes = rest;
        at += line.len();
    }
    page.decoded(&charset.decode(&bytes), body.end..body.end);
}
