//! Markdown: CommonMark with tables, footnotes, strikethrough, task lists and front
//! matter. Code, link targets and struck text are left out; what was quoted is a quote,
//! and a picture's words are its caption. Blocks of raw HTML are read as HTML.

mod references;

use super::front_matter;
use super::html;
use super::template::{self, FILL, Hidden};
use crate::document::anchors;
use crate::document::citation::is_citation;
use crate::document::reading::Builder;
use crate::document::{BlockKind, Reading, Seat, Target};
use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use references::{Links, Undefined};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::ops::Range;

pub fn read(source: &str) -> Reading {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let undefined = RefCell::new(VecDeque::new());
    let note = |link: BrokenLink| {
        undefined.borrow_mut().extend(Undefined::of(source, &link));
        None
    };
    let hidden = template::hide_in_markdown(source);
    let mut reader = Markdown::new(source, &hidden);
    for anchor in &hidden.anchors {
        reader.reading.references().define(Target::Place, anchor);
    }
    // The parser would also take what stands between two rules further down for fields.
    let mut body = Cow::Borrowed(&*hidden.source);
    if let Some(range) = front_matter::place(&body) {
        front_matter::read(&mut reader.reading, source, range.clone());
        let blank = |c: char| std::iter::repeat_n(if c == '\n' { c } else { ' ' }, c.len_utf8());
        let blanks: String = body.get(range.clone()).unwrap_or_default().chars().flat_map(blank).collect();
        body.to_mut().replace_range(range, &blanks);
    }
    for (event, range) in Parser::new_with_broken_link_callback(&body, options, Some(note)).into_offset_iter() {
        reader.take(&event, &range);
        let mut undefined = undefined.borrow_mut();
        if let Some(link) = undefined.pop_front_if(|link| link.place.end <= range.end) {
            reader.links.undefined(&mut reader.reading, &link);
        }
    }
    reader.links.finish(&mut reader.reading);
    reader.reading.finish()
}

struct Markdown<'s> {
    source: &'s str,
    /// The source with the tags of templates hidden, as the parser sees it.
    hidden: &'s Hidden<'s>,
    /// The same with blanks in their place, as HTML is read.
    blanked: Cow<'s, str>,
    reading: Builder<'s>,
    /// How deep inside something whose words are left out.
    silent: usize,
    quotes: usize,
    lists: usize,
    /// Inside a link whose words are its own address.
    address: bool,
    /// Inside a picture: its words wait until the block around it ends.
    picture: bool,
    captions: Vec<(String, Range<usize>)>,
    /// Between raw tags that strike their words out.
    struck: bool,
    /// The lines of the block of raw HTML being read, joined where nothing stands between them.
    raw: Vec<Range<usize>>,
    footnote: Option<Footnote>,
    /// All words of the heading being read, those in code as well.
    heading: Option<String>,
    links: Links,
    /// The address of the link being read, and where its words start in the reading.
    link: Option<(String, usize)>,
    table: Table,
    /// The block of code being read, and its language.
    fence: Option<(Vec<Range<usize>>, String)>,
}

/// A footnote being read.
struct Footnote {
    /// It names a source, so it makes no claim.
    is_reference: bool,
}

#[derive(Default)]
struct Table {
    number: u32,
    heads: Vec<String>,
    in_head: bool,
    row: u32,
    column: usize,
}

impl<'s> Markdown<'s> {
    fn new(source: &'s str, hidden: &'s Hidden) -> Markdown<'s> {
        let blanked = match &hidden.source {
            Cow::Borrowed(same) => Cow::Borrowed(*same),
            Cow::Owned(filled) => Cow::Owned(filled.replace(FILL, " ")),
        };
        Markdown {
            source,
            hidden,
            blanked,
            heading: None,
            reading: Reading::new(source),
            silent: 0,
            quotes: 0,
            lists: 0,
            address: false,
            picture: false,
            captions: Vec::new(),
            struck: false,
            raw: Vec::new(),
            footnote: None,
            links: Links::default(),
            link: None,
            table: Table::default(),
            fence: None,
        }
    }

    fn take(&mut self, event: &Event, range: &Range<usize>) {
        let range = range.clone();
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(*tag),
            Event::Text(words) => {
                self.heading.iter_mut().for_each(|heading| heading.push_str(words));
                if let Some((lines, _)) = &mut self.fence {
                    lines.push(range);
                    return;
                }
                self.words(words, range);
                self.links.mark(self.reading.text(), words);
            }
            Event::Code(words) => {
                self.heading.iter_mut().for_each(|heading| heading.push_str(words));
                self.code(words, range);
            }
            Event::SoftBreak | Event::HardBreak => self.words(" ", range),
            Event::InlineHtml(tag) => self.inline_tag(tag, range),
            Event::Html(_) => self.raw_line(range),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open_prose(),
            Tag::Heading { level, id, .. } => {
                if let Some(id) = id {
                    self.reading.references().define(Target::Place, id);
                }
                self.heading = Some(String::new());
                self.reading.open(BlockKind::Heading, None, *level as u8);
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::List(_) => {
                self.close();
                self.lists += 1;
            }
            Tag::Item => self.open_prose(),
            Tag::FootnoteDefinition(_) => {
                self.links.has_notes = true;
                self.footnote = Some(Footnote { is_reference: false });
            }
            Tag::TableHead => {
                self.table = Table { number: self.reading.next_table(), in_head: true, ..Table::default() };
            }
            Tag::TableRow => {
                self.table.row += 1;
                self.table.column = 0;
            }
            Tag::TableCell => self.open_cell(),
            Tag::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(language) => language.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.fence = Some((Vec::new(), language));
            }
            Tag::Strikethrough => self.silent += 1,
            Tag::Image { .. } => self.picture = true,
            Tag::Link { link_type, dest_url, .. } => {
                if dest_url.starts_with('#') {
                    self.link = Some((dest_url.to_string(), self.reading.text().len()));
                }
                if let Some(note) = &mut self.footnote {
                    note.is_reference = true;
                }
                if matches!(link_type, LinkType::Autolink | LinkType::Email) {
                    self.gap(range);
                    self.address = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Item => self.close(),
            TagEnd::Heading(_) => {
                if let Some(words) = self.heading.take() {
                    self.reading.references().define_heading(&words);
                }
                self.close();
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::List(_) => self.lists = self.lists.saturating_sub(1),
            TagEnd::FootnoteDefinition => self.footnote = None,
            TagEnd::TableHead => self.table.in_head = false,
            TagEnd::TableCell => self.close_cell(),
            TagEnd::HtmlBlock => self.raw_html(),
            TagEnd::CodeBlock => {
                if let Some((lines, language)) = self.fence.take().filter(|_| self.silent == 0) {
                    self.reading.listing(lines, language);
                }
            }
            TagEnd::Strikethrough => self.silent = self.silent.saturating_sub(1),
            TagEnd::Image => self.picture = false,
            TagEnd::Link => {
                self.address = false;
                if let Some((address, from)) = self.link.take() {
                    self.links.link(from, self.reading.text().len(), &address);
                }
            }
            _ => {}
        }
    }

    fn open_prose(&mut self) {
        match (self.quotes, self.lists) {
            (0, 0) => self.reading.open(BlockKind::Paragraph, None, 0),
            (0, depth) => self.reading.open(BlockKind::ListItem, None, depth.min(255) as u8),
            _ => self.reading.open(BlockKind::Quote, None, 0),
        }
    }

    fn open_cell(&mut self) {
        let column = self.table.column;
        let label = self.table.heads.get(column).filter(|h| !self.table.in_head && !h.is_empty());
        let Table { number, row, in_head, .. } = self.table;
        let column = u16::try_from(column).unwrap_or(u16::MAX - 1);
        let seat = Seat { table: number, row, column, columns: 1, rows: 1, is_head: in_head };
        self.reading.open_cell(label.cloned(), seat, in_head);
    }

    fn close_cell(&mut self) {
        self.table.column += 1;
        if self.table.in_head {
            let words = self.reading.open_words().trim().to_owned();
            self.table.heads.push(words);
        }
        self.close();
    }

    /// Ends the block, and reads the captions of the pictures in it.
    fn close(&mut self) {
        self.struck = false;
        match &self.footnote {
            Some(note) if note.is_reference || is_citation(self.reading.open_words()) => self.reading.discard(),
            _ => self.reading.close(),
        }
        for (words, range) in std::mem::take(&mut self.captions) {
            self.reading.open(BlockKind::Caption, None, 0);
            self.reading.decoded(&words, range);
            self.reading.close();
        }
    }

    fn words(&mut self, words: &str, range: Range<usize>) {
        if self.silent > 0 || self.address || self.struck {
            return;
        }
        if !self.picture && !self.reading.is_open() {
            self.open_prose();
        }
        if self.picture {
            self.captions.push((words.replace(FILL, ""), range));
        } else if self.has_tags(&range) {
            self.around_tags(words, range);
        } else if self.source.get(range.clone()).is_some_and(|taken| std::ptr::eq(taken, words) || taken == words) {
            self.reading.verbatim(range);
        } else {
            self.reading.decoded(words, range);
        }
    }

    fn has_tags(&self, range: &Range<usize>) -> bool {
        let behind = self.hidden.tags.partition_point(|tag| tag.range.end <= range.start);
        self.hidden.tags.get(behind).is_some_and(|tag| tag.range.start < range.end)
    }

    /// Takes over what stands around the tags of templates; one that shows a value keeps its place.
    fn around_tags(&mut self, words: &str, range: Range<usize>) {
        if self.hidden.source.get(range.clone()) != Some(words) {
            return self.reading.decoded(&words.replace(FILL, ""), range);
        }
        let behind = self.hidden.tags.partition_point(|tag| tag.range.end <= range.start);
        let mut from = range.start;
        for tag in self.hidden.tags.iter().skip(behind).take_while(|tag| tag.range.start < range.end) {
            self.reading.verbatim(from..tag.range.start.max(from));
            from = tag.range.end.min(range.end).max(from);
            if tag.is_value && tag.range.start >= range.start {
                self.reading.decoded("\u{fffc}", tag.range.start..from);
            }
        }
        self.reading.verbatim(from..range.end);
    }

    fn inline_tag(&mut self, tag: &str, range: Range<usize>) {
        let inside = tag.trim_start_matches(['<', '/']);
        let name = inside.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        anchors(tag, |name| self.reading.references().define(Target::Place, name));
        // "## gauge <small>(old)</small>": some builders leave the tag's words out of the anchor.
        if let Some(words) = self.heading.as_deref().filter(|_| !tag.starts_with("</")) {
            self.reading.references().define_heading(words);
        }
        match name.as_str() {
            "br" => self.words(" ", range),
            "s" | "del" | "strike" => self.struck = !tag.starts_with("</"),
            _ => {}
        }
    }

    fn raw_line(&mut self, line: Range<usize>) {
        match self.raw.last_mut() {
            Some(before) if before.end == line.start => before.end = line.end,
            _ => self.raw.push(line),
        }
    }

    /// Reads the block of raw HTML that has ended.
    fn raw_html(&mut self) {
        let around = html::Around::of(self.lists.min(255) as u8, self.quotes > 0);
        self.close();
        for part in std::mem::take(&mut self.raw) {
            html::read_part(&mut self.reading, &self.blanked, part, &around);
        }
    }

    /// A word in code is a word of its sentence; a value in code is no claim.
    fn code(&mut self, words: &str, range: Range<usize>) {
        let from = self.reading.text().len();
        let value = words.contains(|c: char| !c.is_alphabetic() && !matches!(c, '-' | '_' | ' '));
        if value {
            self.gap(range)
        } else {
            self.words(words, range)
        }
        let length = self.reading.open_words().len();
        self.reading.mark_code(from.max(self.reading.text().len() - length));
    }

    /// Holds the place of something that is no prose.
    fn gap(&mut self, range: Range<usize>) {
        self.words("\u{fffc}", range);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::format::shown::shown;
    use crate::document::{Document, Format, Role};

    fn document(text: &str) -> Document {
        Document::read("t.md", Role::Peer, Format::Markdown, text.as_bytes().to_vec())
    }

    fn read(text: &str) -> Vec<String> {
        shown(&document(text))
    }

    #[test]
    fn inline_marks_are_resolved() {
        assert_eq!(
            read(
                "# The *14* signers\n\nSpain &amp; [Sweden](https://a.example/2024)\nsigned **it**.[^1]\n\n[^1]: [Here](b).\n"
            ),
            ["h1 The 14 signers", "p Spain & Sweden signed it."]
        );
    }

    #[test]
    fn code_addresses_and_struck_text_make_no_claims() {
        assert_eq!(
            read(
                "Run `make` with `-j 12` from <https://a.example/9>, not ~~13~~ more.\n\n    let x = 5;\n\n```\n7\n```\n"
            ),
            ["p Run make with \u{fffc} from \u{fffc}, not  more."]
        );
    }

    #[test]
    fn text_between_two_rules_is_no_front_matter() {
        assert_eq!(
            read("---\nLåne: 3\n---\n# Ferry\n\n---\n#### Crew\nIt had 12 men.\n\n---\n#### Sails\n"),
            ["[Låne] 3", "h1 Ferry", "h4 Crew", "p It had 12 men.", "h4 Sails"]
        );
    }

    #[test]
    fn tags_of_templates_are_no_text() {
        assert_eq!(
            read(
                "# {{ title }} of 5\n\n{% include a.html\n  words=\"6 of 7\" %}\n\nThe {{< ref \"8\" >}}ferry {{ ship.name }} sank.{.note}\n\n\
                - [9]({{ site.url }}/9) <Card n={10}/>men\n\n<div>{{ 11 }}</div>\n<Tabs>\n\nAll.\n\n</Tabs>\n"
            ),
            ["h1 \u{fffc} of 5", "p The ferry \u{fffc} sank.", "- 9 men", "p All."]
        );
        let doc = document("Of {{ a }} the {% b %}14 ministers\n");
        let token = doc.tokens.iter().find(|t| doc.slice(t.span) == "14").map(|t| doc.place(t.span));
        assert_eq!(token.map(|place| doc.source_text(place)), Some("14"));
        assert_eq!(doc.fault(), None);
    }

    #[test]
    fn raw_html_is_read_and_its_tags_are_not() {
        assert_eq!(
            read(
                "<div align=center>\n<h1>Ferry</h1>\n12 &amp; more died.\n<!-- 13 --></div>\n\nIt <b>sank</b><br>at <s>nine</s> ten.\n"
            ),
            ["h1 Ferry", "p 12 & more died.", "p It sank at  ten."]
        );
        assert_eq!(
            read("- one\n\n  <p>two</p>\n\n> <p>three\n> four</p>\n\n<script>\n\n5\n</script>\n"),
            ["- one", "- two", "> three", "> four"]
        );
        assert_eq!(
            read("<table><tr><th>Country<th>Dead\n<tr><td>Chad<td>1,204</table>\n"),
            ["head Country", "head Dead", "[Country] Chad", "[Dead] 1,204"]
        );
        assert_eq!(read("An <s>open tag.\n\nNext.\n"), ["p An", "p Next."]);
    }

    #[test]
    fn lists_and_quotes() {
        assert_eq!(
            read("- one\n  - two\n\n    more\n- [x] three\n\n> They *won*.\n> Twice.\n"),
            ["- one", "-- two", "-- more", "- three", "> They won. Twice."]
        );
    }

    #[test]
    fn cells_carry_their_heads() {
        assert_eq!(
            read("| Country | Dead |\n|---|--:|\n| Chad | 1,204 |\n| | 3 |\n"),
            ["head Country", "head Dead", "[Country] Chad", "[Dead] 1,204", "[Dead] 3"]
        );
    }

    #[test]
    fn front_matter_in_both_styles() {
        let yaml = "---\ntitle: \"Ferry: what we know\"\ndate: 2025-07-31T10:00\ntags: [sea]\nsummary: >\n  Twelve people\n  died.\ndeaths: 12 # so far\n---\nText.\n";
        let doc = document(yaml);
        assert_eq!(doc.meta.title.as_deref(), Some("Ferry: what we know"));
        assert_eq!(doc.meta.date.map(|d| d.to_string()).as_deref(), Some("2025-07-31"));
        assert_eq!(read(yaml), ["[summary] Twelve people died.", "[deaths] 12", "p Text."]);
        let toml = document("+++\ntitle = 'Ferry'\ndate = 2025-07-31\ndeaths = 12\n+++\nText.\n");
        assert_eq!((toml.meta.title.as_deref(), toml.blocks.len()), (Some("Ferry"), 2));
    }

    #[test]
    fn pictures_have_captions_and_references_are_left_out() {
        assert_eq!(
            read(
                "![The 14 ministers](a.png)\n\nText.\n\n## See also\n\n- 2024 things\n\n## End\n\nBye.[^a]\n\n[^a]: [Paper](http://a.example), 3 May.\n[^b]: A remark.\n"
            ),
            ["caption The 14 ministers", "p Text.", "h2 See also", "h2 End", "p Bye.", "p A remark."]
        );
    }
}
