//! Silence in place: `<!-- crosscheck: allow date/invalid -- the 31st of June is a joke -->`.
//!
//! A comment beside text covers its own line; one on a line of its own covers the next
//! line that has text. `allow-block` covers from there to the next blank line,
//! `allow-file` the whole document. Rules or groups are separated by commas; the
//! reason after ` -- ` is required. A finding is silenced from any of its places.

use super::Selector;
use crate::claim::Ledger;
use crate::document::{Document, Format};
use crate::rules::Finding;

/// How comments open, in the formats that have them, and how they close.
const FORMS: [(&str, &str); 4] = [("<!--", "-->"), ("{/*", "*/}"), ("[//]: # (", ")"), ("%%", "%%")];

/// Those that end with their line.
const OF_RST: [(&str, &str); 1] = [("..", "")];
const OF_ASCIIDOC: [(&str, &str); 1] = [("//", "")];

const MARK: &str = "crosscheck:";

/// The most bytes of a directive, so that a line of nothing but marks costs no more than another.
const LONGEST: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// Where the comment stands (from 1).
    pub line: usize,
    /// The lines it covers, both ends in.
    pub covers: (usize, usize),
    pub rules: Vec<Selector>,
    pub reason: String,
    pub used: bool,
}

impl Comment {
    /// What is said of a comment that silences nothing.
    pub fn unused(&self, path: &str) -> String {
        let rules: Vec<&str> = self.rules.iter().map(Selector::name).collect();
        format!("{path}:{}: nothing of {} is said here any more; remove the comment", self.line, rules.join(", "))
    }
}

enum Reach {
    Line,
    Block,
    File,
}

/// The comments of a document, and a sentence for each that cannot be understood.
pub fn comments(document: &Document) -> (Vec<Comment>, Vec<String>) {
    let text = std::str::from_utf8(&document.bytes).unwrap_or_default();
    let (mut found, mut faults) = (Vec::new(), Vec::new());
    if !text.contains(MARK) {
        return (found, faults);
    }
    let lines: Vec<&str> = text.lines().collect();
    // A page that shows how a comment is written silences nothing.
    let is_markdown = document.format == Format::Markdown;
    let mut fence = None;
    for (index, line) in lines.iter().enumerate() {
        if is_markdown && is_in_fence(line, &mut fence) {
            continue;
        }
        for (directive, whole) in directives(line, document.format) {
            match directive.ok_or("this comment does not end on its line".to_owned()).and_then(parse) {
                Ok((reach, rules, reason)) => {
                    let alone = line.trim() == whole;
                    let covers = covered(&lines, index, alone, &reach);
                    found.push(Comment { line: index + 1, covers, rules, reason, used: false });
                }
                Err(fault) => faults.push(format!("{}:{}: {fault}", document.path, index + 1)),
            }
        }
    }
    (found, faults)
}

/// Does the line belong to a fenced block of code? `fence` is that of the open block.
fn is_in_fence<'l>(line: &'l str, fence: &mut Option<&'l str>) -> bool {
    let line = line.trim();
    let mark = |c: char| line.get(..line.len() - line.trim_start_matches(c).len()).filter(|mark| mark.len() > 2);
    match (*fence, mark('`').or_else(|| mark('~'))) {
        (None, Some(mark)) if !line.trim_start_matches(mark).contains('`') => *fence = Some(mark),
        (None, _) => return false,
        (Some(open), _) if line.starts_with(open) && line.trim_matches(['`', '~']).is_empty() => *fence = None,
        _ => {}
    }
    true
}

/// The directives of a line, each with the whole of its comment. A comment that does not end is none, and in Markdown
/// one in a span of code.
fn directives(line: &str, format: Format) -> impl Iterator<Item = (Option<&str>, &str)> {
    let (mut seen, mut is_code) = (0, false);
    let is_markdown = format == Format::Markdown;
    let forms: &[(&str, &str)] = match format {
        Format::Rst => &OF_RST,
        Format::AsciiDoc => &OF_ASCIIDOC,
        _ => &FORMS,
    };
    line.match_indices(MARK).filter_map(move |(at, _)| {
        let before = line.get(..at)?.trim_end();
        let (open, close) = forms.iter().find(|(open, _)| before.ends_with(open))?;
        // Each run of backticks opens a span or closes it.
        let new = line.get(seen..before.len())?;
        is_code ^= new.split(|c| c != '`').filter(|run| !run.is_empty()).count() % 2 == 1;
        seen = before.len();
        if is_markdown && is_code {
            return None;
        }
        let rest = line.get(at + MARK.len()..)?;
        let near = rest.get(..rest.floor_char_boundary(LONGEST))?;
        let end = if close.is_empty() { Some(near.len()) } else { near.find(close) };
        let whole = line.get(before.len() - open.len()..at + MARK.len() + end.unwrap_or(0) + close.len())?;
        Some((end.and_then(|end| near.get(..end)), whole))
    })
}

fn parse(directive: &str) -> Result<(Reach, Vec<Selector>, String), String> {
    let form = "write `crosscheck: allow RULE -- REASON`";
    let (what, reason) = directive.split_once(" -- ").ok_or(format!("this comment gives no reason; {form}"))?;
    let (verb, rules) = what.trim().split_once(' ').ok_or(format!("this comment names no rule; {form}"))?;
    let reach = match verb {
        "allow" => Reach::Line,
        "allow-block" => Reach::Block,
        "allow-file" => Reach::File,
        _ => return Err(format!("`{verb}` is none of `allow`, `allow-block`, `allow-file`; {form}")),
    };
    let rules = rules.split(',').map(|name| Selector::new(name.trim())).collect::<Result<Vec<_>, _>>()?;
    match reason.trim() {
        "" => Err(format!("this comment gives no reason; {form}")),
        reason => Ok((reach, rules, reason.to_owned())),
    }
}

/// The lines that a comment on line `index` covers, counted from 1.
fn covered(lines: &[&str], index: usize, alone: bool, reach: &Reach) -> (usize, usize) {
    let blank = |i: usize| lines.get(i).is_none_or(|l| l.trim().is_empty());
    let mut first = index;
    if alone {
        first += 1;
        while first < lines.len() && blank(first) {
            first += 1;
        }
    }
    match reach {
        Reach::Line => (first + 1, first + 1),
        Reach::File => (1, lines.len()),
        Reach::Block => {
            let end = (first..lines.len()).find(|i| blank(*i)).unwrap_or(lines.len());
            (first + 1, end.max(first + 1))
        }
    }
}

/// The reason of the first comment that covers a place of the finding; all that do are used.
pub fn silences(comments: &mut [Vec<Comment>], ledgers: &[Ledger], finding: &Finding) -> Option<String> {
    let mut reason = None;
    for label in &finding.labels {
        let (Some(ledger), Some(comments)) = (ledgers.get(label.document), comments.get_mut(label.document)) else {
            continue;
        };
        if comments.is_empty() {
            continue;
        }
        let (first, last) = ledger.document.lines_of(label.span);
        let here = |c: &&mut Comment| {
            c.covers.0 <= last && first <= c.covers.1 && c.rules.iter().any(|rule| rule.covers(finding.rule))
        };
        for comment in comments.iter_mut().filter(here) {
            comment.used = true;
            reason.get_or_insert_with(|| comment.reason.clone());
        }
    }
    reason
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Role;

    fn read(text: &str) -> (Vec<Comment>, Vec<String>) {
        comments(&Document::read("a.txt", Role::Peer, Format::Text, text.as_bytes().to_vec()))
    }

    #[test]
    fn what_a_comment_covers() {
        for (text, covers) in [
            ("One. <!-- crosscheck: allow date -- why -->\nTwo.", (1, 1)),
            ("<!-- crosscheck: allow date -- why --> One.\nTwo.", (1, 1)),
            ("<!-- crosscheck: allow date -- why -->\n\nOne.\nTwo.", (3, 3)),
            ("{/* crosscheck: allow-block date -- why */}\nOne.\nTwo.\n\nThree.", (2, 3)),
            ("One. <!-- crosscheck: allow-block date -- why -->\nTwo.\n\nThree.", (1, 2)),
            ("One.\n\n[//]: # (crosscheck: allow-file date, quote -- why)\n", (1, 3)),
        ] {
            let (found, faults) = read(text);
            assert_eq!((found.len(), faults.as_slice()), (1, &[] as &[String]), "{text}");
            assert_eq!(found[0].covers, covers, "{text}");
            assert_eq!(found[0].reason, "why");
        }
    }

    #[test]
    fn what_cannot_be_understood_is_said() {
        for (text, fault) in [
            ("<!-- crosscheck: allow date -->", "a.txt:1: this comment gives no reason;"),
            ("<!-- crosscheck: allow date", "a.txt:1: this comment does not end on its line"),
            ("<!-- crosscheck: allow -- why -->", "a.txt:1: this comment names no rule;"),
            ("\n<!-- crosscheck: alow date -- why -->", "a.txt:2: `alow` is none of"),
            ("<!-- crosscheck: allow date/invalud -- why -->", "a.txt:1: there is no rule `date/invalud`, perhaps"),
        ] {
            let (found, faults) = read(text);
            assert!(found.is_empty() && faults.len() == 1 && faults[0].starts_with(fault), "{faults:?}");
        }
    }

    #[test]
    fn code_that_shows_a_comment_is_none() {
        let lines = |text: &str| {
            let document = Document::read("a.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec());
            let (found, faults) = comments(&document);
            assert!(faults.is_empty(), "{faults:?}");
            found.iter().map(|c| c.line).collect::<Vec<_>>()
        };
        let comment = "<!-- crosscheck: allow date -- why -->";
        assert_eq!(
            lines(&format!("It is `<!-- crosscheck: allow RULE -- REASON -->`, as `{comment}`. {comment}")),
            [1]
        );
        assert_eq!(lines(&format!("```html\n{comment}\n~~~\n{comment}\n```\n{comment}\n")), [6]);
        assert_eq!(lines(&format!("~~~~\n~~~\n{comment}\n~~~~\n{comment}\n")), [5]);
        assert_eq!(lines(&format!("```a``` {comment}\n{comment}")), [1, 2]);
    }

    #[test]
    fn words_outside_comments_are_words() {
        assert_eq!(read("Run crosscheck: allow date -- it said.\n<!-- a -->"), (Vec::new(), Vec::new()));
    }
}
