//! Foot- and endnotes: parts of their own in the archive, each by the number that its mark in the text has.
//! A note that names a source and no more makes no claim.

use super::Styles;
use super::body::Body;
use crate::document::citation::is_citation;
use crate::document::format::container::Part;
use crate::document::format::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// What each note holds.
pub type Notes = BTreeMap<String, Vec<Part>>;

pub fn read(xml: &str, styles: &Styles) -> Notes {
    let mut reader = Reader::from_str(xml);
    let mut notes = Notes::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) if matches!(start.name().as_ref(), "w:footnote" | "w:endnote") => {
                // The lines between text and notes are notes with a type.
                let id = attribute(&start, "w:id").filter(|_| attribute(&start, "w:type").is_none());
                let Ok(inside) = reader.read_to_end(start.name()) else { return notes };
                let inside = xml.get(inside.start as usize..inside.end as usize).unwrap_or_default();
                if let Some(id) = id {
                    notes.insert(id, note(inside, styles));
                }
            }
            Ok(Event::Eof) | Err(_) => return notes,
            Ok(_) => {}
        }
    }
}

fn note(xml: &str, styles: &Styles) -> Vec<Part> {
    let mut body = Body::new(styles.clone(), Notes::new(), Notes::new());
    body.read(xml);
    let words: Vec<&str> = body.parts.iter().map(|part| part.words.as_str()).collect();
    if is_citation(&words.join(" ")) { Vec::new() } else { body.parts }
}
