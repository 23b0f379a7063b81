//! Foot- and endnotes: parts of their own in the archive, each by the number that its mark in the text has.
//! A note that cites an address is a reference and makes no claim.

use super::body::Body;
use super::{Styles, attribute};
use crate::document::format::container::Part;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// What each note holds.
pub type Notes = BTreeMap<String, Vec<Part>>;

/// What tells an address.
const ADDRESS: [&str; 3] = ["://", "www.", "doi:"];

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
    let cites = |part: &Part| ADDRESS.iter().any(|sign| part.words.contains(sign));
    if body.parts.iter().any(cites) { Vec::new() } else { body.parts }
}
