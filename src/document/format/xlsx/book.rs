//! What all sheets of a workbook share: which of them there are, the texts that many cells have, and the formats of
//! numbers.

use super::DAMAGED;
use super::numeral::Format;
use crate::document::format::archive::Archive;
use crate::document::format::xml::{attribute, characters};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// In bytes: programs let nobody write more than 31 characters.
const LONGEST_NAME: usize = 200;

#[derive(Debug, Default)]
pub struct Book {
    /// The sheets that are seen: their names, and those of their parts.
    pub sheets: Vec<(String, String)>,
    /// By their numbers.
    pub texts: Vec<String>,
    /// By the numbers of the styles of cells.
    pub formats: Vec<Format>,
    /// Its days are counted from 1904.
    pub is_of_1904: bool,
}

impl Book {
    pub fn of(archive: &mut Archive) -> Result<Book, String> {
        let mut book = Book::default();
        let workbook = archive.required("xl/workbook.xml")?;
        let targets = targets(&archive.text("xl/_rels/workbook.xml.rels")?.unwrap_or_default());
        each(&workbook, |start| match start.local_name().as_ref() {
            "workbookPr" => {
                book.is_of_1904 = attribute(start, "date1904").is_some_and(|value| value == "1" || value == "true");
            }
            "sheet" => {
                let id = start
                    .attributes()
                    .flatten()
                    .find(|a| a.key.local_name().as_ref() == "id" && a.key.prefix().is_some());
                let target = id.and_then(|id| targets.get(id.value.as_ref()));
                let is_seen = attribute(start, "state").is_none_or(|state| state == "visible");
                let name = attribute(start, "name").filter(|name| name.len() <= LONGEST_NAME);
                book.sheets.extend(name.zip(target.cloned()).filter(|_| is_seen));
            }
            _ => {}
        });
        if book.sheets.is_empty() && !workbook.contains("sheet") {
            return Err(DAMAGED.to_owned());
        }
        book.texts = texts(&archive.text("xl/sharedStrings.xml")?.unwrap_or_default());
        book.formats = formats(&archive.text("xl/styles.xml")?.unwrap_or_default());
        Ok(book)
    }
}

/// Shows each element as it begins.
fn each(xml: &str, mut show: impl FnMut(&BytesStart)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) => show(&start),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The names of parts by what the workbook calls them.
fn targets(rels: &str) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    each(rels, |start| {
        if let Some((id, target)) = attribute(start, "Id").zip(attribute(start, "Target")) {
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, part);
        }
    });
    targets
}

/// The shared texts. How they are pronounced is no part of them.
fn texts(xml: &str) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut reader = Reader::from_str(xml);
    let (mut in_text, mut in_sound) = (false, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => match start.local_name().as_ref() {
                "si" => texts.push(String::new()),
                "t" => in_text = true,
                "rPh" => in_sound = true,
                _ => {}
            },
            Ok(Event::Empty(start)) if start.local_name().as_ref() == "si" => texts.push(String::new()),
            Ok(Event::End(end)) => match end.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_sound = false,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return texts,
            Ok(event) => {
                if let Some(text) = texts.last_mut().filter(|_| in_text && !in_sound) {
                    text.push_str(&characters(&event));
                }
            }
        }
    }
}

/// The formats of numbers by the numbers of the styles of cells.
fn formats(xml: &str) -> Vec<Format> {
    let mut own: BTreeMap<String, Format> = BTreeMap::new();
    let mut formats = Vec::new();
    let mut in_cells = false;
    each(xml, |start| match start.local_name().as_ref() {
        "numFmt" => own.extend(
            attribute(start, "numFmtId").zip(attribute(start, "formatCode").map(|code| Format::of_code(&code))),
        ),
        "cellXfs" => in_cells = true,
        "cellStyles" | "dxfs" => in_cells = false,
        "xf" if in_cells => {
            let id = attribute(start, "numFmtId").unwrap_or_default();
            formats.push(own.get(&id).cloned().unwrap_or_else(|| Format::built_in(&id)));
        }
        _ => {}
    });
    formats
}
