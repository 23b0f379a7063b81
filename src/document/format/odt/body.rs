//! The body of an ODT: its elements as blocks. What a person does not see is left out.

use super::styles::Styles;
use crate::document::BlockKind;
use crate::document::citation::is_citation;
use crate::document::format::container::Part;
use crate::document::format::grid::Grid;
use crate::document::format::xml::{attribute, characters};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements whose text no reader sees, or that repeat what stands elsewhere. A table's cell below another it is joined
/// with is one of them.
const UNSEEN: [&str; 19] = [
    "office:annotation",
    "office:forms",
    "office:scripts",
    "text:tracked-changes",
    "text:note-citation",
    "text:table-of-content",
    "text:alphabetical-index",
    "text:illustration-index",
    "text:table-index",
    "text:object-index",
    "text:user-index",
    "text:bibliography",
    "text:bibliography-mark",
    "text:hidden-text",
    "text:ruby-text",
    "text:script",
    "svg:title",
    "svg:desc",
    "table:covered-table-cell",
];

#[derive(Debug, Default)]
pub struct Body {
    styles: Styles,
    pub parts: Vec<Part>,
    /// The names of bookmarks.
    pub places: Vec<String>,
    is_text: bool,
    /// How deep inside unseen elements.
    unseen: usize,
    /// The paragraphs being read: the last one may stand in a text box or a note of the one before.
    open: Vec<Paragraph>,
    /// What stands around the note that is being read.
    around: Vec<Around>,
    /// Notes whose marks have been met since the last part.
    marked: Vec<Part>,
    lists: u8,
    /// The list item being read has a paragraph already.
    is_begun: bool,
    tables: Vec<Table>,
    /// How many tables have begun.
    begun: u32,
}

#[derive(Debug, Default)]
struct Around {
    parts: Vec<Part>,
    tables: Vec<Table>,
    lists: u8,
}

#[derive(Debug)]
struct Paragraph {
    kind: BlockKind,
    level: u8,
    words: String,
    /// Whether each span around the words is hidden or struck out, the paragraph itself first; and how many are.
    spans: Vec<bool>,
    hidden: usize,
    links: Vec<(Range<usize>, String)>,
    /// Where the link being read starts, and the bookmark it leads to.
    link: Option<(usize, String)>,
}

#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    /// In the rows that are marked as heads.
    in_heads: bool,
    has_heads: bool,
    cell: String,
    /// The columns and rows that the cell being read fills, and how often it is repeated.
    size: (usize, usize, usize),
    /// How many columns the last cells reach over: a covered cell stands for each of them.
    over: usize,
}

impl Body {
    pub fn new(styles: Styles) -> Body {
        Body { styles, ..Body::default() }
    }

    /// Is there a text?
    pub fn read(&mut self, xml: &str) -> bool {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) => self.start(&start),
                Ok(Event::Empty(start)) => self.empty(&start),
                Ok(Event::End(end)) => self.end(end.name().as_ref()),
                Ok(Event::Eof) | Err(_) => break,
                Ok(event) => self.push_words(&characters(&event)),
            }
        }
        while !self.open.is_empty() {
            self.end_paragraph();
        }
        while !self.around.is_empty() {
            self.end_note();
        }
        self.parts.append(&mut self.marked);
        self.is_text
    }

    fn push_words(&mut self, words: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && self.unseen == 0
            && paragraph.hidden == 0
        {
            paragraph.words.push_str(words);
        }
    }

    fn start(&mut self, start: &BytesStart) {
        let name = start.name();
        let name = name.as_ref();
        if self.unseen == 0 && name == "table:covered-table-cell" {
            self.empty(start);
        }
        if self.unseen > 0 || UNSEEN.contains(&name) {
            self.unseen += 1;
            return;
        }
        let value = |name| attribute(start, name);
        match name {
            "office:text" => self.is_text = true,
            "text:section" if value("text:display").is_some_and(|display| display == "none") => self.unseen += 1,
            "text:p" | "text:h" => self.begin_paragraph(start, name == "text:h"),
            "text:span" => {
                let hidden = value("text:style-name").is_some_and(|style| self.styles.is_hidden("text", &style));
                if let Some(paragraph) = self.open.last_mut() {
                    paragraph.spans.push(hidden);
                    paragraph.hidden += usize::from(hidden);
                }
            }
            "text:a" => {
                let target = value("xlink:href").and_then(|href| Some(href.strip_prefix('#')?.to_owned()));
                if let Some(paragraph) = self.open.last_mut() {
                    // "#The ferry|outline" is written by a program that finds it again by its own rules.
                    paragraph.link =
                        target.filter(|target| !target.contains('|')).map(|target| (paragraph.words.len(), target));
                }
            }
            "text:note-body" => {
                let (parts, tables) = (std::mem::take(&mut self.parts), std::mem::take(&mut self.tables));
                self.around.push(Around { parts, tables, lists: std::mem::take(&mut self.lists) });
            }
            "text:list" => self.lists = self.lists.saturating_add(1),
            "text:list-item" | "text:list-header" => self.is_begun = false,
            "table:table" => {
                self.begun += 1;
                self.tables.push(Table { grid: Grid::new(self.begun), ..Table::default() });
            }
            "table:table-header-rows" => self.in_table(|table| (table.in_heads, table.has_heads) = (true, true)),
            "table:table-row" => self.in_table(|table| {
                table.grid.begin_row();
                table.over = 0;
            }),
            "table:table-cell" => self.begin_cell(start),
            _ => self.empty(start),
        }
    }

    fn empty(&mut self, start: &BytesStart) {
        if self.unseen > 0 {
            return;
        }
        match start.name().as_ref() {
            "text:s" | "text:tab" | "text:line-break" => self.push_words(" "),
            "text:bookmark" | "text:bookmark-start" | "text:reference-mark" | "text:reference-mark-start" => {
                self.places.extend(attribute(start, "text:name"));
            }
            "table:covered-table-cell" => {
                let repeated = number(start, "table:number-columns-repeated");
                self.in_table(|table| {
                    let under = repeated.min(table.over);
                    table.over -= under;
                    table.grid.skip(repeated - under);
                });
            }
            "table:table-cell" => {
                self.begin_cell(start);
                self.end_cell();
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "text:p" | "text:h" => self.end_paragraph(),
            "text:span" => {
                // The first one is the paragraph's own.
                if let Some(paragraph) = self.open.last_mut().filter(|paragraph| paragraph.spans.len() > 1) {
                    paragraph.hidden -= usize::from(paragraph.spans.pop() == Some(true));
                }
            }
            "text:a" => {
                if let Some(paragraph) = self.open.last_mut()
                    && let Some((start, target)) = paragraph.link.take()
                {
                    paragraph.links.push((start..paragraph.words.len(), target));
                }
            }
            "text:note-body" => self.end_note(),
            "text:list" => self.lists = self.lists.saturating_sub(1),
            "table:table-cell" => self.end_cell(),
            "table:table-row" => self.in_table(|table| table.grid.end_row()),
            "table:table-header-rows" => self.in_table(|table| table.in_heads = false),
            "table:table" => drop(self.tables.pop()),
            _ => {}
        }
    }

    /// Does something to the table being read, if there is one.
    fn in_table(&mut self, change: impl FnOnce(&mut Table)) {
        self.tables.last_mut().map(change);
    }

    fn begin_paragraph(&mut self, start: &BytesStart, is_heading: bool) {
        let style = attribute(start, "text:style-name").unwrap_or_default();
        let names = self.styles.names("paragraph", &style);
        let heading = |name: &String| name.strip_prefix("heading")?.trim().parse::<u8>().ok();
        let is = |known: &str| names.iter().any(|name| name == known);
        let (kind, level) = if is_heading {
            let level = attribute(start, "text:outline-level").and_then(|level| level.parse::<u8>().ok());
            (BlockKind::Heading, level.unwrap_or(1).clamp(1, 9))
        } else if let Some(level) = names.iter().find_map(heading) {
            (BlockKind::Heading, level.clamp(1, 9))
        } else if is("title") {
            (BlockKind::Heading, 1)
        } else if names.iter().any(|name| name.contains("quot")) {
            (BlockKind::Quote, 0)
        } else if is("caption") {
            (BlockKind::Caption, 0)
        } else if self.lists > 0 {
            // A further paragraph of an item is no further item.
            (BlockKind::ListItem, self.lists.saturating_add(u8::from(self.is_begun)))
        } else {
            (BlockKind::Paragraph, 0)
        };
        self.is_begun = true;
        let is_hidden = self.styles.is_hidden("paragraph", &style);
        let (spans, hidden) = (vec![is_hidden], usize::from(is_hidden));
        self.open.push(Paragraph { kind, level, words: String::new(), spans, hidden, links: Vec::new(), link: None });
    }

    fn end_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else { return };
        if let Some(table) = self.tables.last_mut() {
            table.cell.push(' ');
            table.cell.push_str(&paragraph.words);
            return;
        }
        let Paragraph { kind, level, words, links, .. } = paragraph;
        self.push(Part { kind, label: None, level, words, links, seat: None, name: None });
    }

    fn push(&mut self, part: Part) {
        self.parts.push(part);
        // The notes of a paragraph in a note wait for the one that has that note's mark.
        if self.around.is_empty() {
            self.parts.append(&mut self.marked);
        }
    }

    /// A note that names a source and no more makes no claim.
    fn end_note(&mut self) {
        let Some(Around { parts, tables, lists }) = self.around.pop() else { return };
        let note = std::mem::replace(&mut self.parts, parts);
        self.tables = tables;
        self.lists = lists;
        let words: Vec<&str> = note.iter().map(|part| part.words.as_str()).collect();
        if !is_citation(&words.join(" ")) {
            self.marked.extend(note);
        }
    }

    fn begin_cell(&mut self, start: &BytesStart) {
        let size = |name| number(start, name);
        let columns = (size("table:number-columns-spanned"), size("table:number-columns-repeated"));
        let rows = size("table:number-rows-spanned");
        self.in_table(|table| table.size = (columns.0, rows, columns.1));
    }

    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let (columns, rows, repeated) = table.size;
        let is_head = table.in_heads || !table.has_heads && table.grid.is_first_row();
        let cell = table.grid.cell(std::mem::take(&mut table.cell), columns, rows, is_head);
        table.grid.skip(repeated.saturating_sub(1));
        table.over = table.over.saturating_add(columns.saturating_sub(1));
        self.push(cell);
    }
}

/// A count that an attribute gives, else 1.
fn number(start: &BytesStart, name: &str) -> usize {
    attribute(start, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}
