//! The body of a DOCX, or of a note of it: its elements as blocks. What a person does not see is left out; what a
//! change adds is kept, what it deletes is not.

use super::Styles;
use super::notes::Notes;
use crate::document::BlockKind;
use crate::document::format::container::Part;
use crate::document::format::grid::Grid;
use crate::document::format::xml::{attribute, characters};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::ops::Range;

/// Elements whose text no reader sees: deleted or moved away, codes, what a reading aid says, the second copy of a
/// drawing, and what a property was before it was changed.
const UNSEEN: [&str; 10] = [
    "w:del",
    "w:moveFrom",
    "w:instrText",
    "mc:Fallback",
    "w:footnotePr",
    "w:tblGrid",
    "w:rt",
    "w:pPrChange",
    "w:rPrChange",
    "w:tcPrChange",
];

#[derive(Debug, Default)]
pub struct Body {
    styles: Styles,
    footnotes: Notes,
    endnotes: Notes,
    pub parts: Vec<Part>,
    /// The names of bookmarks.
    pub places: Vec<String>,
    /// How deep inside unseen elements.
    unseen: usize,
    paragraph: Paragraph,
    /// The paragraphs around that one, which stands in a text box of theirs.
    around: Vec<Paragraph>,
    /// The words of a paragraph whose end is deleted: the next one begins with them.
    carried: String,
    /// Notes whose marks have been met since the last part.
    marked: Vec<Part>,
    /// The field being read asks for words, and none were filled in.
    is_empty_field: bool,
    in_text: bool,
    tables: Vec<Table>,
    /// How many tables have begun.
    begun: u32,
}

#[derive(Debug, Default)]
struct Paragraph {
    words: String,
    style: String,
    /// The nesting of its list, from 1.
    list: Option<u8>,
    /// The run being read is hidden or struck out.
    hidden: bool,
    /// Its end is a deleted revision.
    end_deleted: bool,
    links: Vec<(Range<usize>, String)>,
    /// Where the link being read starts, and the bookmark it leads to.
    link: Option<(usize, String)>,
}

#[derive(Debug, Default)]
struct Table {
    grid: Grid,
    /// How many columns the cell being read spans.
    span: usize,
    cell: String,
}

impl Body {
    pub fn new(styles: Styles, footnotes: Notes, endnotes: Notes) -> Body {
        Body { styles, footnotes, endnotes, ..Body::default() }
    }

    pub fn read(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) => self.start(&start),
                Ok(Event::Empty(start)) => self.empty(&start),
                Ok(Event::End(end)) => self.end(end.name().as_ref()),
                Ok(Event::Eof) | Err(_) => break,
                Ok(event) => {
                    if self.in_text && self.unseen == 0 && !self.paragraph.hidden {
                        self.paragraph.words.push_str(&characters(&event));
                    }
                }
            }
        }
        self.end_paragraph();
        self.paragraph.words = std::mem::take(&mut self.carried);
        self.end_paragraph();
    }

    fn start(&mut self, start_tag: &BytesStart) {
        let name = start_tag.name();
        let name = name.as_ref();
        if self.unseen > 0 || UNSEEN.contains(&name) {
            self.unseen += 1;
            return;
        }
        match name {
            "w:p" => {
                let words = std::mem::take(&mut self.carried);
                let around = std::mem::replace(&mut self.paragraph, Paragraph { words, ..Paragraph::default() });
                self.around.push(around);
            }
            "w:sdt" => self.is_empty_field = false,
            "w:sdtContent" if self.is_empty_field => self.unseen += 1,
            "w:hyperlink" => {
                let start = self.paragraph.words.len();
                self.paragraph.link = attribute(start_tag, "w:anchor").map(|bookmark| (start, bookmark));
            }
            "w:r" => self.paragraph.hidden = false,
            "w:t" => self.in_text = true,
            "w:tbl" => {
                self.begun += 1;
                self.tables.push(Table { grid: Grid::new(self.begun), ..Table::default() });
            }
            "w:tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.grid.begin_row();
                }
            }
            _ => self.empty(start_tag),
        }
    }

    fn empty(&mut self, start: &BytesStart) {
        if self.unseen > 0 {
            return;
        }
        let value = || attribute(start, "w:val");
        match start.name().as_ref() {
            "w:pStyle" => {
                let id = value().unwrap_or_default();
                self.paragraph.style = self.styles.get(&id).cloned().unwrap_or(id).to_lowercase();
            }
            "w:ilvl" => {
                self.paragraph.list = value().and_then(|v| v.parse::<u8>().ok()).map(|level| level.saturating_add(1))
            }
            "w:numId" if value().as_deref() == Some("0") => self.paragraph.list = None,
            "w:numId" => self.paragraph.list = self.paragraph.list.or(Some(1)),
            "w:showingPlcHdr" => self.is_empty_field = true,
            "w:del" => self.paragraph.end_deleted = true,
            "w:footnoteReference" => self.mark(start, |body| &mut body.footnotes),
            "w:endnoteReference" => self.mark(start, |body| &mut body.endnotes),
            "w:vanish" | "w:strike" | "w:dstrike" => {
                self.paragraph.hidden |= value().is_none_or(|v| v != "0" && v != "false");
            }
            "w:gridSpan" => {
                if let Some(table) = self.tables.last_mut() {
                    table.span = value().and_then(|v| v.parse().ok()).unwrap_or(1);
                }
            }
            "w:bookmarkStart" => self.places.extend(attribute(start, "w:name")),
            "w:tab" | "w:br" | "w:cr" => self.paragraph.words.push(' '),
            "w:noBreakHyphen" => self.paragraph.words.push('-'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen > 0 {
            self.unseen -= 1;
            return;
        }
        match name {
            "w:t" => self.in_text = false,
            "w:p" => {
                self.end_paragraph();
                self.paragraph = self.around.pop().unwrap_or_default();
            }
            "w:hyperlink" => {
                let end = self.paragraph.words.len();
                let link = self.paragraph.link.take().map(|(start, bookmark)| (start..end, bookmark));
                self.paragraph.links.extend(link);
            }
            "w:tc" => self.end_cell(),
            "w:tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.grid.end_row();
                }
            }
            "w:tbl" => drop(self.tables.pop()),
            _ => {}
        }
    }

    /// The note that a mark leads to. One that is led to twice is read once.
    fn mark(&mut self, mark: &BytesStart, notes: fn(&mut Body) -> &mut Notes) {
        let note = attribute(mark, "w:id").and_then(|id| notes(self).remove(&id));
        self.marked.extend(note.into_iter().flatten());
    }

    fn push(&mut self, part: Part) {
        self.parts.push(part);
        self.parts.append(&mut self.marked);
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if paragraph.end_deleted {
            self.carried = paragraph.words;
            return;
        }
        if let Some(table) = self.tables.last_mut() {
            if !table.cell.is_empty() {
                table.cell.push(' ');
            }
            table.cell.push_str(&paragraph.words);
            return;
        }
        if paragraph.style.starts_with("toc ") {
            return;
        }
        let (kind, level) = kind(&paragraph);
        self.push(Part {
            kind,
            label: None,
            level,
            words: paragraph.words,
            links: paragraph.links,
            seat: None,
            name: None,
        });
    }

    /// The cells of the first row are the heads of their columns.
    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let (words, span) = (std::mem::take(&mut table.cell), std::mem::take(&mut table.span));
        let is_head = table.grid.is_first_row();
        let cell = table.grid.cell(words, span, 1, is_head);
        self.push(cell);
    }
}

/// What a paragraph is, by its style's name and its list.
fn kind(paragraph: &Paragraph) -> (BlockKind, u8) {
    let style = paragraph.style.as_str();
    let heading = style.strip_prefix("heading").and_then(|rest| rest.trim().parse::<u8>().ok());
    match (heading, paragraph.list) {
        (Some(level), _) => (BlockKind::Heading, level.clamp(1, 9)),
        _ if style == "title" => (BlockKind::Heading, 1),
        _ if style.contains("quot") => (BlockKind::Quote, 0),
        _ if style == "caption" => (BlockKind::Caption, 0),
        (_, Some(level)) => (BlockKind::ListItem, level),
        _ if style.starts_with("list") => (BlockKind::ListItem, 1),
        _ => (BlockKind::Paragraph, 0),
    }
}
