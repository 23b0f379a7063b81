//! What a file is, where its name does not tell.

use super::Format;
use super::mail::is_message;
use super::subtitles::is_subtitles;

/// How much of the file is looked at, in bytes.
const SAMPLE: usize = 16 << 10;

/// The format that the content shows; plain text when it shows none.
pub fn by_content(bytes: &[u8]) -> Format {
    let sample = bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default();
    if sample.starts_with(b"PK\x03\x04") {
        return Format::Docx;
    }
    if sample.starts_with(b"%PDF-") {
        return Format::Pdf;
    }
    let text = String::from_utf8_lossy(sample);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let head = text.get(..text.len().min(400)).unwrap_or(text).to_ascii_lowercase();
    let has = |mark: &str| text.contains(mark);
    let tells: [(Format, bool); 6] = [
        (Format::Subtitles, is_subtitles(text)),
        (Format::Mail, is_message(text)),
        (Format::Html, head.starts_with("<!doctype html") || head.contains("<html") || head.contains("<body")),
        (Format::Json, text.starts_with("{\"") || text.starts_with("[{") || is_json_object(text)),
        (Format::MediaWiki, has("[[") && (has("{{") || has("\n==") || has("'''"))),
        (Format::Markdown, is_markdown(text)),
    ];
    tells.iter().find(|(_, told)| *told).map_or(Format::Text, |(format, _)| *format)
}

/// Are there directives or targets at the start of lines: ".. note::", ".. _tides:"?
pub fn is_rst(bytes: &[u8]) -> bool {
    let sample = String::from_utf8_lossy(bytes.get(..SAMPLE.min(bytes.len())).unwrap_or_default());
    let is_mark = |line: &&str| {
        let Some(rest) = line.strip_prefix(".. ") else { return false };
        let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.');
        let (first, end) = (rest.split(' ').next().unwrap_or_default(), rest.trim_end().ends_with(':'));
        first.ends_with("::") && first.chars().all(name) || rest.starts_with('_') && end
    };
    // One alone, where its options or its body are set in below it.
    let with_body = || {
        let mut below = sample.lines().skip_while(|line| !is_mark(line));
        let mark = below.next().is_some_and(|line| line.trim_end().contains("::"));
        mark && below.find(|line| !line.trim().is_empty()).is_some_and(|line| line.starts_with("   "))
    };
    sample.lines().filter(is_mark).count() >= 2 || with_body()
}

fn is_json_object(text: &str) -> bool {
    text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with('"'))
}

fn is_markdown(text: &str) -> bool {
    let front_matter =
        ["---\n", "+++\n"].iter().any(|fence| text.starts_with(fence) && text.matches(fence).count() > 1);
    let link = text.contains("](http") || text.contains("](#") || text.contains("](./");
    let fence = text.lines().any(|line| line.starts_with("```") || line.starts_with("~~~"));
    front_matter || link || fence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn restructuredtext_in_a_text_file() {
        for text in [".. toctree::\n   :maxdepth: 2\n\n   tides\n", "Type:\n\n.. code-block:: console\n\n   $ tide\n"] {
            assert!(is_rst(text.as_bytes()), "{text}");
        }
        for text in ["It rained.\n", ".. and so on\n", "He said::\n\n   no\n", ".. note:: no body\nText\n"] {
            assert!(!is_rst(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn contents() {
        for (text, format) in [
            ("It rained.", Format::Text),
            ("= Title =\n\nIt rained in 2024.", Format::Text),
            ("\u{feff}<!DOCTYPE HTML>\n<title>x</title>", Format::Html),
            ("{\n  \"a\": 1}", Format::Json),
            ("[{\"a\": 1}]", Format::Json),
            ("[1] A note.", Format::Text),
            ("1\n00:00:01,000 --> 00:00:02,000\nIt rained.", Format::Subtitles),
            ("WEBVTT\n\n", Format::Subtitles),
            ("From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nIt rained.", Format::Mail),
            ("From: the mayor\nTo: the council\n\nIt rained.", Format::Text),
            ("---\ntitle: x\n---\nText", Format::Markdown),
            ("See [it](https://a.example).", Format::Markdown),
            ("%PDF-1.4\n1 0 obj", Format::Pdf),
            ("'''A''' is a [[b]].", Format::MediaWiki),
        ] {
            assert_eq!(by_content(text.as_bytes()), format, "{text}");
        }
    }
}
