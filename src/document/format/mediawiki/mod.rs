//! MediaWiki pages, in time linear in the page: headings, lists, paragraphs, quotes,
//! tables, infobox fields as labelled values, captions. References, comments,
//! formulas and navigation are left out; a template that is not understood leaves a
//! gap (U+FFFC) in its sentence, so that nothing is lost silently.

mod infobox;
mod inline;
mod references;
mod scan;
mod table;
mod template;

use crate::document::reading::Builder;
use crate::document::{BlockKind, Reading};
use scan::{Kind, Node};
use std::ops::Range;

pub fn read(source: &str) -> Reading {
    let mut page = Page {
        source,
        nodes: scan::scan(source),
        reading: Reading::new(source),
        aside: Vec::new(),
        depth: 0,
        in_value: false,
        quoted: false,
    };
    page.blocks(0..source.len());
    references::define(&mut page.reading, source);
    page.reading.finish()
}

/// Something met inside a block that is read when the block has ended.
#[derive(Debug, Clone)]
enum Aside {
    Caption(Range<usize>),
    Table(Node),
    Infobox(Node),
}

struct Page<'s> {
    source: &'s str,
    nodes: Vec<Node>,
    reading: Builder<'s>,
    aside: Vec<Aside>,
    /// How deep inside templates, links and tables.
    depth: usize,
    /// Inside a field or cell, whose line breaks part its values.
    in_value: bool,
    /// Inside `<blockquote>`.
    quoted: bool,
}

impl<'s> Page<'s> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.source.as_bytes().get(at).copied()
    }

    fn text(&self, range: &Range<usize>) -> &'s str {
        self.source.get(range.clone()).unwrap_or_default()
    }

    /// `range` without the blanks at its ends.
    fn trim(&self, range: Range<usize>) -> Range<usize> {
        let words = self.text(&range);
        let start = range.start + (words.len() - words.trim_start().len());
        start..(start + words.trim().len())
    }

    /// The outermost node that starts at `at` and ends by `end`.
    fn node_at(&self, at: usize, end: usize) -> Option<Node> {
        let index = self.nodes.partition_point(|n| n.start < at);
        self.nodes.get(index..)?.iter().take_while(|n| n.start == at).find(|n| n.end <= end).copied()
    }

    /// The first byte from `range.start` on, outside of nodes, for which `stop` holds; else the end.
    fn find(&self, range: Range<usize>, stop: impl Fn(u8) -> bool) -> usize {
        let mut at = range.start;
        while at < range.end {
            let Some(byte) = self.byte(at) else { break };
            if stop(byte) {
                return at;
            }
            let node = if matches!(byte, b'{' | b'[' | b'<') { self.node_at(at, range.end) } else { None };
            at = node.map_or(at + 1, |n| n.end);
        }
        range.end
    }

    /// The parts of `range` between `|`s that stand outside of nodes.
    fn arguments(&self, range: Range<usize>) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut start = range.start;
        loop {
            let end = self.find(start..range.end, |b| b == b'|');
            parts.push(start..end);
            if end >= range.end {
                return parts;
            }
            start = end + 1;
        }
    }

    /// Reads the lines of `range` as blocks.
    fn blocks(&mut self, range: Range<usize>) {
        let mut at = range.start;
        let mut in_paragraph = false;
        while at < range.end {
            at += self.text(&(at..range.end)).bytes().take_while(|b| *b == b' ').count();
            if let Some(node) = self.node_at(at, range.end)
                && self.block_node(&node)
            {
                in_paragraph &= node.kind == Kind::Hidden;
                at = node.end;
                continue;
            }
            let end = self.find(at..range.end, |b| b == b'\n');
            let line = self.trim(at..end);
            at = end + 1;
            if line.is_empty() {
                self.end_block();
                in_paragraph = false;
                continue;
            }
            in_paragraph = self.line(line, in_paragraph);
        }
        self.end_block();
    }

    /// Reads a node that stands at the start of a line, if it is a block of its own.
    fn block_node(&mut self, node: &Node) -> bool {
        match node.kind {
            Kind::Hidden => true,
            Kind::Table => {
                self.end_block();
                self.table(node);
                true
            }
            Kind::Template if self.is_infobox(node) => {
                self.end_block();
                self.infobox(node);
                true
            }
            Kind::Template if self.quote_template(node) => true,
            Kind::Gallery => {
                self.end_block();
                self.gallery(node);
                true
            }
            _ => false,
        }
    }

    /// Reads one line; tells whether a paragraph is open after it.
    fn line(&mut self, line: Range<usize>, in_paragraph: bool) -> bool {
        let words = self.text(&line);
        if let Some((level, title)) = heading(words) {
            self.open(BlockKind::Heading, level);
            let title = self.trim(line.start + title.start..line.start + title.end);
            self.inline(title);
            self.end_block();
            return false;
        }
        self.quoted |= words.starts_with("<blockquote");
        let marks = words.bytes().take_while(|b| matches!(b, b'*' | b'#' | b':' | b';')).count();
        let is_redirect = marks == 1 && words.get(1..9).is_some_and(|w| w.eq_ignore_ascii_case("redirect"));
        if words.starts_with("----") || is_redirect {
            self.end_block();
            return false;
        }
        if marks > 0 {
            let indented = words.bytes().take(marks).all(|b| b == b':');
            let kind = if indented { self.prose() } else { BlockKind::ListItem };
            self.open(kind, if indented { 0 } else { marks.min(255) as u8 });
            self.inline(line.start + marks..line.end);
            self.end_block();
            return false;
        }
        if in_paragraph {
            self.reading.decoded(" ", line.start..line.start);
        } else {
            self.open(self.prose(), 0);
        }
        self.inline(line);
        if words.ends_with("</blockquote>") {
            self.end_block();
            self.quoted = false;
            return false;
        }
        true
    }

    fn prose(&self) -> BlockKind {
        if self.quoted { BlockKind::Quote } else { BlockKind::Paragraph }
    }

    fn open(&mut self, kind: BlockKind, level: u8) {
        self.end_block();
        self.reading.open(kind, None, level);
    }

    /// Ends the open block and reads what was met inside it.
    fn end_block(&mut self) {
        self.reading.close();
        if self.depth > inline::DEEPEST {
            self.aside.clear();
        }
        for aside in std::mem::take(&mut self.aside) {
            match aside {
                Aside::Caption(range) => {
                    self.reading.open(BlockKind::Caption, None, 0);
                    self.inline(range);
                    self.reading.close();
                }
                Aside::Table(node) => self.table(&node),
                Aside::Infobox(node) => self.infobox(&node),
            }
        }
    }

    /// `File:name.jpg|caption`, one a line.
    fn gallery(&mut self, node: &Node) {
        let (mut at, end) = node.inner;
        while at < end {
            let line_end = self.find(at..end, |b| b == b'\n');
            if let Some(bar) = Some(self.find(at..line_end, |b| b == b'|')).filter(|bar| *bar < line_end) {
                self.open(BlockKind::Caption, 0);
                self.inline(self.trim(bar + 1..line_end));
            }
            at = line_end + 1;
        }
        self.end_block();
    }
}

/// `== Title ==`: its level and the range of the title in the line.
fn heading(line: &str) -> Option<(u8, Range<usize>)> {
    // A comment may follow the closing marks.
    let line = line.find("<!--").map_or(line, |i| line.get(..i).unwrap_or_default()).trim_end();
    let open = line.bytes().take_while(|b| *b == b'=').count();
    let close = line.bytes().rev().take_while(|b| *b == b'=').count();
    let level = open.min(close).min(6);
    (level > 0 && line.len() > 2 * level).then(|| (level as u8, level..line.len() - level))
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    /// The words of each block, its label before them.
    fn read(text: &str) -> Vec<String> {
        let doc = Document::read("t.wiki", Role::Peer, Format::MediaWiki, text.as_bytes().to_vec());
        let label = |l: &Option<String>| l.as_ref().map(|l| format!("{l}: ")).unwrap_or_default();
        doc.blocks.iter().map(|b| label(&b.label) + doc.slice(b.span)).collect()
    }

    #[test]
    fn words_of_links_emphasis_and_templates() {
        for (text, words) in [
            ("The '''[[Port of Osthaven|port]]''' of [[Osthaven]]s", "The port of Osthavens"),
            ("It''s'' 5&nbsp;{{nowrap|km}}.<ref>2 May</ref>", "Its 5\u{a0}km."),
            ("Born {{birth date|1968|7|21|df=y}} in [[:fr:Lyon]]", "Born July 21, 1968 in fr:Lyon"),
            ("About {{convert|10|to|20|km|mi}} [http://a.example/9 away]", "About 10 to 20 km away"),
            ("A {{mystery|1}} b {{cn|date=May 2009}}c", "A \u{fffc} b c"),
            ("{{lang|de|Hafen}} and {{lang-fr|port}}", "Hafen and port"),
            ("a [[File:X.jpg|thumb|no]] b<!-- c -->", "a  b"),
            ("5 < 6 and [[unclosed {{too", "5 < 6 and unclosed too"),
        ] {
            assert_eq!(read(text).first().map(String::as_str), Some(words), "{text}");
        }
    }

    #[test]
    fn damage_costs_nothing_but_itself() {
        assert_eq!(read("{{lost\n\nOne [[two]].\n\n== Three ==\n"), ["lost", "One two.", "Three"]);
        assert_eq!(read("{|\n! A\n|-\n| 1\n"), ["A", "A: 1"]);
        assert_eq!(read("<!-- never closed\nwords"), ["!-- never closed words".to_owned()].map(|w| format!("<{w}")));
    }

    #[test]
    fn spans_of_cells_are_counted() {
        let table = "{|\n! A !! B !! C\n|-\n| rowspan=2 | 1 || colspan=\"2\" | 2\n|-\n| 3 || 4\n|}";
        assert_eq!(read(table), ["A", "B", "C", "A: 1", "B: 2", "B: 3", "C: 4"]);
    }
}
