//! DOCX: the paragraphs of `word/document.xml`, its lists, tables and text boxes, and its notes (`docx/notes.rs`),
//! each behind the paragraph that its mark stands in. Deleted revisions, hidden and struck text, field codes, tables of
//! contents, comments, and the heads and feet of pages are left out. A DOCX is no text, so its places are those of the
//! text read out of it: each block a line.

mod body;
mod notes;

use super::archive::Archive;
use super::container::Extract;
use super::xml::{attribute, text_of};
use crate::document::Reading;
use crate::document::written_date::written_date;
use body::Body;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;

const DAMAGED: &str = "is no DOCX that can be read; open it in a word processor and save it again";

/// The name of each style by its id, in lower case: ids are in the writer's language, names are not.
type Styles = BTreeMap<String, String>;

pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let mut archive = Archive::open(bytes, DAMAGED)?;
    let document = archive.required("word/document.xml")?;
    let mut part = |name| archive.text(name);
    let styles = part("word/styles.xml")?.map(|xml| styles(&xml)).unwrap_or_default();
    let core = part("docProps/core.xml")?.unwrap_or_default();
    let footnotes = part("word/footnotes.xml")?.map(|xml| notes::read(&xml, &styles)).unwrap_or_default();
    let endnotes = part("word/endnotes.xml")?.map(|xml| notes::read(&xml, &styles)).unwrap_or_default();
    let mut body = Body::new(styles, footnotes, endnotes);
    body.read(&document);
    let mut extract = Extract { parts: body.parts, places: body.places, ..Extract::default() };
    extract.meta.title = text_of(&core, "dc:title");
    extract.meta.language = text_of(&core, "dc:language");
    extract.meta.date = text_of(&core, "dcterms:created").and_then(|d| written_date(&d));
    extract.into_reading()
}

fn styles(xml: &str) -> Styles {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::archive::{LIMIT, packed};

    /// The lines that are read of a body.
    fn lines(body: &str) -> Vec<String> {
        let note = "<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>\
            <w:footnote w:id='2'><w:p><w:r><w:t>Counted twice.</w:t></w:r></w:p></w:footnote>\
            <w:footnote w:id='3'><w:p><w:r><w:t>Ann Lee, A History of Piers, 1999, p. 3.</w:t></w:r></w:p></w:footnote>";
        let document = format!("<w:document><w:body>{body}</w:body></w:document>");
        let file =
            packed(&[("word/document.xml", &document), ("word/footnotes.xml", note), ("word/endnotes.xml", note)]);
        read(&file).unwrap().0.lines().map(str::to_owned).collect()
    }

    #[test]
    fn notes_stand_behind_their_paragraph() {
        let mark = |kind: &str, id: u8| format!("<w:r><w:{kind}Reference w:id='{id}'/></w:r>");
        let text = |words: &str, more: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r>{more}</w:p>");
        let body = text("Twelve came.", &mark("footnote", 2)) + &text("Two left.", &mark("footnote", 3));
        assert_eq!(lines(&body), ["Twelve came.", "Counted twice.", "Two left."]);
        let twice = text("Twelve came.", &(mark("endnote", 2) + &mark("endnote", 2))) + &text("Two left.", "");
        assert_eq!(lines(&twice), ["Twelve came.", "Counted twice.", "Two left."]);
    }

    #[test]
    fn boxes_revisions_and_fields() {
        let inside = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
        let boxed = format!(
            "<w:p><w:r><w:t>Before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{inside}</mc:Choice>\
             <mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t> and after.</w:t></w:r></w:p>"
        );
        assert_eq!(lines(&boxed), ["In a box.", "Before and after."]);
        let revised = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:ins><w:r><w:t>It sails</w:t></w:r></w:ins>\
            <w:del><w:r><w:delText> never</w:delText></w:r></w:del></w:p><w:p><w:r><w:t> at nine.</w:t></w:r></w:p>";
        assert_eq!(lines(revised), ["It sails at nine."]);
        let before = "<w:p><w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>Kept.</w:t></w:r></w:p>";
        assert_eq!(lines(before), ["Kept."]);
        let field = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here.</w:t></w:r></w:p>\
            </w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:p><w:r><w:t>3 May 2025</w:t></w:r></w:p></w:sdtContent></w:sdt>";
        assert_eq!(lines(field), ["3 May 2025"]);
    }

    #[test]
    fn an_archive_that_unpacks_without_end() {
        let blanks = " ".repeat(LIMIT as usize + 1);
        let bomb = packed(&[("word/document.xml", &blanks)]);
        assert!(bomb.len() < 100_000);
        assert_eq!(read(&bomb).unwrap_err(), "unpacks to more than 64 MiB; split it into parts");
        assert_eq!(read(&packed(&[("word/styles.xml", "")])).unwrap_err(), DAMAGED);
    }
}
