//! Links inside a Markdown document: to its headings and anchors, to its footnotes, and
//! to addresses that are given elsewhere in it (`[text][name]`).

use crate::document::Target;
use crate::document::reading::Builder;
use crate::text::Span;
use pulldown_cmark::{BrokenLink, LinkType};
use std::ops::Range;

/// Marks of templates, whose output may hold any anchor.
const TEMPLATES: [&str; 3] = ["{%", "{{", "```{"];

/// `[text][name]` or `[name][]` without a definition of the name.
#[derive(Debug)]
pub struct Undefined {
    pub place: Range<usize>,
    name: String,
}

impl Undefined {
    pub fn of(source: &str, link: &BrokenLink) -> Option<Undefined> {
        // `[sic]` by itself is no link.
        if !matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            return None;
        }
        // Neither is `row[i][j]` or `[0][1]`.
        let joined = source.get(..link.span.start)?.ends_with(char::is_alphanumeric);
        let text = source.get(link.span.clone())?.split(']').next()?;
        // "[tab][tab]": who means a link need not write its name twice, so the same is pressed twice.
        let twice = link.link_type == LinkType::Reference && text.strip_prefix('[') == Some(&*link.reference);
        let is_link = !joined
            && !twice
            && text.contains(char::is_alphabetic)
            && !is_row_of_tags(source, &link.span)
            && !is_defined_in_a_paragraph(source, &link.reference);
        is_link.then(|| Undefined { place: link.span.clone(), name: link.reference.to_string() })
    }
}

/// "- [win][arm] Mend it": what opens an item, and is followed by its first word, sorts it.
fn is_row_of_tags(source: &str, link: &Range<usize>) -> bool {
    let line = source.get(..link.start).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    let opens_item = matches!(line.trim(), "-" | "*" | "+");
    let goes_on = source.get(link.end..).and_then(|rest| rest.strip_prefix(' '));
    opens_item && goes_on.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// "[name]: address" right below a line of text: strict renderers take it for more of that text, others for what it is meant to be.
fn is_defined_in_a_paragraph(source: &str, name: &str) -> bool {
    let defines = |line: &str| {
        let rest = line.trim_start().strip_prefix('[').and_then(|rest| rest.get(name.len()..)?.strip_prefix("]:"));
        rest.is_some_and(|address| !address.trim().is_empty())
            && line.trim_start().get(1..=name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name))
    };
    source.lines().any(defines)
}

/// What has been met of them so far.
#[derive(Debug, Default)]
pub struct Links {
    /// The words of links to `#name`, in the reading.
    places: Vec<(Span, String)>,
    /// `[^name]` without a note of this name.
    marks: Vec<(Span, String)>,
    /// The document has footnotes.
    pub has_notes: bool,
}

impl Links {
    /// The words from `from` to `to` of the reading are a link to `address`.
    pub fn link(&mut self, from: usize, to: usize, address: &str) {
        if let Some(name) = address.strip_prefix('#').filter(|_| from < to) {
            self.places.push((Span::new(from, to), name.to_owned()));
        }
    }

    /// The words that have just been read may be the inside of `[^name]`.
    pub fn mark(&mut self, text: &str, words: &str) {
        let Some(name) = words.strip_prefix('^').filter(|n| !n.is_empty()) else { return };
        let is_name = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let start = text.len() - words.len().min(text.len());
        if is_name && text.get(..start).is_some_and(|before| before.ends_with('[')) {
            self.marks.push((Span::new(start - 1, text.len() + 1), name.to_owned()));
        }
    }

    /// The link that has just been read leads to no address.
    pub fn undefined(&mut self, reading: &mut Builder, link: &Undefined) {
        if is_path_of_code(&link.name) {
            return;
        }
        let words = reading.source().get(link.place.clone()).unwrap_or_default();
        if let Some(before) = reading.text().strip_suffix(words) {
            let span = Span::new(before.len(), reading.text().len());
            reading.references().refer(span, Target::Note, &link.name);
        }
    }

    /// Hands over what leads somewhere, or should.
    pub fn finish(self, reading: &mut Builder) {
        let made_by_template = || TEMPLATES.iter().any(|mark| reading.source().contains(mark));
        let places = if self.places.is_empty() || made_by_template() { Vec::new() } else { self.places };
        for (span, name) in places {
            reading.references().refer(span, Target::Place, &name);
        }
        // `[^abc]` may be a set of letters where nobody writes footnotes.
        let is_mark = |name: &str| self.has_notes || name.bytes().all(|b| b.is_ascii_digit());
        for (span, name) in self.marks.into_iter().filter(|(_, name)| is_mark(name)) {
            reading.references().refer(span, Target::Note, &name);
        }
    }
}

/// "gauge.reader.Reader.open": what builds the site finds it among the names of the code.
fn is_path_of_code(name: &str) -> bool {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_alphabetic() || c == '_')
            && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    name.matches('.').count() > 1 && name.split('.').all(is_part)
}
