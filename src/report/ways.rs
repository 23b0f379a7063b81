//! The ways out of a finding that an editor can walk by itself: words of the file to replace, or to put in. Each keeps
//! to what the finding shows, and none is offered that could be taken for markup.

use super::Report;
use super::visible::visible;
use crate::claim::Ledger;
use crate::document::{Document, Format};
use crate::mention::Mention;
use crate::rules::{Edit, Finding, FindingVerdict, Label, LabelRole, Puts};
use crate::text::{Place, Span};
use crate::value::Value;

/// More words than these are no value to take over.
const FEW: usize = 60;

/// One change of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What it does, as a menu shows it.
    pub title: String,
    pub document: usize,
    /// What is replaced, in the text of `Document::bytes`; empty where words are only put in.
    pub place: Place,
    pub text: String,
}

/// What can be done of the ways out, in their order.
pub fn ways(report: &Report, finding: &Finding) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for help in &finding.help {
        let way = match &help.edit {
            Some(edit) => put(report, edit),
            None => help.mends.and_then(|side| take_over(report, finding, side)),
        };
        ways.extend(way.filter(|way| !ways.contains(way)));
    }
    ways
}

fn put(report: &Report, Edit { at, puts }: &Edit) -> Option<Way> {
    let ledger = report.ledgers.get(at.document)?;
    match puts {
        Puts::Words(words) => replace(&ledger.document, at.document, at.span, words, None),
        Puts::Members(members) => add(ledger, at, members),
    }
}

/// The other side's value in place of this one's, where each side is one short value of the same kind.
fn take_over(report: &Report, finding: &Finding, side: LabelRole) -> Option<Way> {
    let [first, second, rest @ ..] = finding.labels.as_slice() else { return None };
    // With more places than two it is not told which of them is meant.
    if finding.verdict != FindingVerdict::Conflict || rest.iter().any(|label| label.document != second.document) {
        return None;
    }
    let (here, there) = match side {
        LabelRole::Primary => (first, second),
        LabelRole::Related => (second, first),
    };
    let (mine, theirs) = (report.ledgers.get(here.document)?, report.ledgers.get(there.document)?);
    let (own, other) = match (value_in(mine, here.span), value_in(theirs, there.span)) {
        (Some(own), Some(other)) if kind(own) == kind(other) => (own.span, other.span),
        (None, None) => (here.span, there.span),
        _ => return None,
    };
    let place = theirs.document.position(theirs.document.place(other));
    let whence = format!("{}:{}", theirs.document.path, place.line);
    replace(&mine.document, here.document, own, &theirs.document.printed(other), Some(&whence))
}

/// The only value of the words at `span`.
fn value_in(ledger: &Ledger, span: Span) -> Option<&Mention> {
    let from = ledger.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = ledger.mentions.iter().skip(from).take_while(|mention| mention.span.start < span.end);
    let is_value = |m: &&Mention| matches!(m.value, Value::Time(_) | Value::Amount(_) | Value::Version(_));
    let mut values = inside.filter(|mention| span.contains(mention.span)).filter(is_value);
    values.next().filter(|_| values.next().is_none())
}

fn kind(mention: &Mention) -> std::mem::Discriminant<Value> {
    std::mem::discriminant(&mention.value)
}

fn replace(document: &Document, index: usize, span: Span, words: &str, whence: Option<&str>) -> Option<Way> {
    let place = document.place(span);
    let written = document.source_text(place);
    let is_short = |text: &str| !text.is_empty() && text.chars().count() <= FEW && is_plain(text);
    if !is_editable(document) || written == words || !is_short(words) || !is_short(written) {
        return None;
    }
    let is_capital = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let mut letters = words.chars();
    let text = match letters.next() {
        // At the head of a sentence.
        Some(first) if whence.is_none() && is_capital(written) => first.to_uppercase().chain(letters).collect(),
        _ => words.to_owned(),
    };
    let whence = whence.map_or_else(String::new, |whence| format!(", as in {}", visible(whence)));
    Some(Way { title: format!("Write “{text}” for “{written}”{whence}"), document: index, place, text })
}

/// Puts members before the last one of the list, with what stands between members there.
fn add(ledger: &Ledger, at: &Label, members: &[String]) -> Option<Way> {
    let document = &ledger.document;
    let list = ledger.mentions.iter().find_map(|mention| match &mention.value {
        Value::List(list) if at.span.contains(mention.span) => Some(list),
        _ => None,
    })?;
    let [.., before, last] = list.members.as_slice() else { return None };
    let (end, start) = (document.place(before.span).end, document.place(last.span).start);
    let between = document.source_text(Place { start: end, end: start });
    let fit = is_editable(document) && members.iter().all(|member| is_plain(member) && !member.contains('\n'));
    if !fit || members.is_empty() {
        return None;
    }
    let text: String = if between.contains('\n') {
        // One a line: the new ones stand on lines of their own, behind the same marks.
        members.iter().map(|member| format!("{between}{member}")).collect()
    } else {
        members.iter().map(|member| format!(", {member}")).collect()
    };
    let shown: Vec<String> = members.iter().map(|member| format!("“{member}”")).collect();
    let title = format!("Add {} to the list", shown.join(", "));
    Some(Way { title, document: at.document, place: Place { start: end, end }, text })
}

/// Does an editor show the text as it was read here?
pub fn is_editable(document: &Document) -> bool {
    matches!(document.format, Format::Text | Format::Markdown | Format::MediaWiki | Format::Html)
}

/// Words that mean themselves in every format, and nothing to an editor's menu.
fn is_plain(words: &str) -> bool {
    !words.contains(['<', '>', '[', ']', '{', '}', '|', '\\', '`', '*', '&', '"', '#']) && visible(words) == words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_could_be_markup_are_not_taken_over() {
        assert!(is_plain("12 May 2014") && is_plain("São Tomé’s 3.5 %"));
        for words in ["a](command:x)", "<b>", "`x`", "a|b", "{{x}}", "&lt;", "a\u{202e}b", "a\nb", "# a"] {
            assert!(!is_plain(words), "{words:?}");
        }
    }
}
