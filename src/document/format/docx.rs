//! DOCX: the paragraphs of `word/document.xml`, its lists and tables. Deleted
//! revisions, hidden and struck text, field codes and tables of contents are left out. A DOCX is no text, so its
//! places are those of the text read out of it: each block a line.

use super::container::{Extract, Part};
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading, Seat};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::ops::Range;
use zip::ZipArchive;

/// The most that one part of the archive may unpack to.
const LIMIT: u64 = 64 << 20;

/// More columns than any table a person reads.
const WIDEST: usize = 200;

/// Elements whose text no reader sees: deleted or moved away, codes, and the second copy of a drawing.
const UNSEEN: [&str; 6] = ["w:del", "w:moveFrom", "w:instrText", "mc:Fallback", "w:footnotePr", "w:tblGrid"];

pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let damaged = "is no DOCX that can be read; open it in a word processor and save it again";
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.to_owned())?;
    let document = part(&mut archive, "word/document.xml").ok_or_else(|| damaged.to_owned())?;
    let styles = part(&mut archive, "word/styles.xml").map(|xml| styles(&xml)).unwrap_or_default();
    let core = part(&mut archive, "docProps/core.xml").unwrap_or_default();
    let mut body = Body { styles, ..Body::default() };
    body.read(&document);
    let mut extract = Extract { parts: body.parts, places: body.places, ..Extract::default() };
    extract.meta.title = text_of(&core, "dc:title");
    extract.meta.language = text_of(&core, "dc:language");
    extract.meta.date = text_of(&core, "dcterms:created").and_then(|d| written_date(&d));
    Ok(extract.into_reading())
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    archive.by_name(name).ok()?.take(LIMIT).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// The text of the first element of this name.
fn text_of(xml: &str, name: &str) -> Option<String> {
    let mut reader = Reader::from_str(xml);
    let mut inside = false;
    let mut words = String::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if start.name().as_ref() == name => inside = true,
            Ok(Event::End(end)) if end.name().as_ref() == name => break,
            Ok(Event::Eof) | Err(_) => break,
            Ok(event) if inside => words.push_str(&characters(&event)),
            Ok(_) => {}
        }
    }
    Some(words.trim().to_owned()).filter(|w| !w.is_empty())
}

/// The characters of a text event or of a reference between two.
fn characters(event: &Event) -> String {
    match event {
        Event::Text(text) => text.to_string(),
        Event::GeneralRef(name) => {
            let whole = format!("&{};", &**name);
            super::entity::entity(&whole).map(|(_, words)| words.into_owned()).unwrap_or_default()
        }
        _ => String::new(),
    }
}

fn attribute(start: &BytesStart, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|a| a.key.as_ref() == name)?;
    Some(found.value.into_owned())
}

/// The name of each style by its id, in lower case: ids are in the writer's language, names are not.
fn styles(xml: &str) -> BTreeMap<String, String> {
    let mut reader = Reader::from_str(xml);
    let mut styles = BTreeMap::new();
    let mut id = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if start.name().as_ref() == "w:style" => id = attribute(&start, "w:styleId"),
            Ok(Event::Empty(start)) if start.name().as_ref() == "w:name" => {
                if let Some((id, name)) = id.take().zip(attribute(&start, "w:val")) {
                    styles.insert(id, name.to_lowercase());
                }
            }
            Ok(Event::Eof) | Err(_) => return styles,
            Ok(_) => {}
        }
    }
}

#[derive(Debug, Default)]
struct Body {
    styles: BTreeMap<String, String>,
    parts: Vec<Part>,
    /// The names of bookmarks.
    places: Vec<String>,
    /// How deep inside unseen elements.
    unseen: usize,
    paragraph: Paragraph,
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
    links: Vec<(Range<usize>, String)>,
    /// Where the link being read starts, and the bookmark it leads to.
    link: Option<(usize, String)>,
}

#[derive(Debug, Default)]
struct Table {
    number: u32,
    heads: Vec<String>,
    rows: usize,
    column: usize,
    /// How many columns the cell being read spans.
    span: usize,
    cell: String,
}

impl Body {
    fn read(&mut self, xml: &str) {
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
    }

    fn start(&mut self, start_tag: &BytesStart) {
        let name = start_tag.name();
        let name = name.as_ref();
        if self.unseen > 0 || UNSEEN.contains(&name) {
            self.unseen += 1;
            return;
        }
        match name {
            "w:p" => self.paragraph = Paragraph::default(),
            "w:hyperlink" => {
                let start = self.paragraph.words.len();
                self.paragraph.link = attribute(start_tag, "w:anchor").map(|bookmark| (start, bookmark));
            }
            "w:r" => self.paragraph.hidden = false,
            "w:t" => self.in_text = true,
            "w:tbl" => {
                self.begun += 1;
                self.tables.push(Table { number: self.begun, ..Table::default() });
            }
            "w:tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.column = 0;
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
            "w:p" => self.end_paragraph(),
            "w:hyperlink" => {
                let end = self.paragraph.words.len();
                let link = self.paragraph.link.take().map(|(start, bookmark)| (start..end, bookmark));
                self.paragraph.links.extend(link);
            }
            "w:tc" => self.end_cell(),
            "w:tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.rows += 1;
                }
            }
            "w:tbl" => drop(self.tables.pop()),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
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
        self.parts.push(Part { kind, label: None, level, words: paragraph.words, links: paragraph.links, seat: None });
    }

    /// The cells of the first row are the heads of their columns.
    fn end_cell(&mut self) {
        let Some(table) = self.tables.last_mut() else { return };
        let words = std::mem::take(&mut table.cell);
        let (column, is_head) = (table.column, table.rows == 0);
        let span = std::mem::take(&mut table.span).clamp(1, WIDEST);
        table.column += span;
        let label = if is_head {
            table.heads.extend(std::iter::repeat_n(words.trim().to_owned(), span));
            None
        } else {
            table.heads.get(column).filter(|h| !h.is_empty()).cloned()
        };
        let level = if is_head { 0 } else { (column + 1).min(255) as u8 };
        let seat = Seat {
            table: table.number,
            row: table.rows as u32,
            column: column.min(WIDEST) as u16,
            columns: span as u16,
            rows: 1,
            is_head,
        };
        self.parts.push(Part { kind: BlockKind::Cell, label, level, words, links: Vec::new(), seat: Some(seat) });
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
