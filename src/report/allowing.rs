//! The comment that silences a finding at one of its places, where a comment may stand.

use super::visible::visible;
use super::ways::is_editable;
use crate::document::{Document, Format};
use crate::text::{Place, Span};
use std::path::Path;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allowing {
    /// The line of the place, from 1.
    pub line: usize,
    /// Where that line ends, in the text of `Document::bytes`.
    pub end: usize,
    /// Does it stand on a line of its own above, not behind the line's text?
    pub is_above: bool,
    pub comment: String,
}

/// None where a comment would be text, or break what it stands in.
pub fn allowing(document: &Document, span: Span, rule: &str, reason: &str) -> Option<Allowing> {
    let line = document.lines_of(span).0;
    let end = document.lines().line_range(&document.bytes, line).end;
    let is_mdx = Path::new(&document.path).extension().is_some_and(|extension| extension == "mdx");
    let (open, close) = match document.format {
        Format::Rst => ("..", ""),
        Format::AsciiDoc => ("//", ""),
        _ if !is_editable(document) || is_front_matter(document, end) || is_in_tag(document, end) => return None,
        _ if is_mdx => ("{/*", " */}"),
        _ => ("<!--", " -->"),
    };
    let comment = format!("{open} crosscheck: allow {rule} -- {}{close}", enclosed(reason));
    Some(Allowing { line, end, is_above: close.is_empty(), comment })
}

/// A reason that ends no comment.
fn enclosed(reason: &str) -> String {
    let line = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    visible(&line).replace("--", "–").replace("*/", "* /")
}

/// Is the line part of the head of a Markdown file? A comment would break it.
fn is_front_matter(document: &Document, end: usize) -> bool {
    let text = document.source_text(Place { start: 0, end: document.bytes.len() });
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(fence) = ["---\n", "---\r\n", "+++\n", "+++\r\n"].iter().find(|fence| text.starts_with(**fence)) else {
        return false;
    };
    let mark = fence.trim_end();
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        if index > 0 && line.trim_end() == mark {
            return document.format == Format::Markdown && end < at;
        }
    }
    false
}

/// Does the line end inside of a tag?
fn is_in_tag(document: &Document, end: usize) -> bool {
    let before = document.source_text(Place { start: 0, end });
    document.format == Format::Html && before.rfind('<') > before.rfind('>')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    fn comment(path: &str, format: Format, text: &str, reason: &str) -> Option<String> {
        let document = Document::read(path, Role::Peer, format, text.as_bytes().to_vec());
        let span = document.blocks.last().map(|block| block.span)?;
        allowing(&document, span, "date/invalid", reason).map(|allowing| allowing.comment)
    }

    #[test]
    fn a_reason_ends_no_comment() {
        let said = comment("a.txt", Format::Text, "On June 31.\n", "so -->\n<script> */} \u{1b}[31m");
        assert_eq!(
            said.as_deref(),
            Some("<!-- crosscheck: allow date/invalid -- so –> <script> * /} \u{241b}[31m -->")
        );
    }

    #[test]
    fn each_format_has_its_own_and_some_have_none() {
        let said = |path, format| comment(path, format, "On June 31.\n", "a joke");
        assert_eq!(
            said("a.mdx", Format::Markdown).as_deref(),
            Some("{/* crosscheck: allow date/invalid -- a joke */}")
        );
        assert_eq!(said("a.rst", Format::Rst).as_deref(), Some(".. crosscheck: allow date/invalid -- a joke"));
        assert_eq!(said("a.adoc", Format::AsciiDoc).as_deref(), Some("// crosscheck: allow date/invalid -- a joke"));
        assert_eq!(said("a.csv", Format::Csv), None);
        assert_eq!(comment("a.md", Format::Markdown, "---\ntitle: On June 31\n---\n", "a joke"), None);
    }
}
