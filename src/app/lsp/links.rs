//! The sources that the head of a document names, as links to their files.

use super::desk::Desk;
use super::position::{Encoding, range};
use super::uri;
use crate::document::Document;
use crate::text::Place;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

pub fn links(desk: &Desk, encoding: Encoding, file: &Path) -> Vec<Value> {
    let document = desk.document(file).and_then(|index| desk.report.ledgers.get(index)).map(|l| &l.document);
    let (Some(document), Some(folder)) = (document, file.parent()) else { return Vec::new() };
    let mut links = Vec::new();
    let mut from = 0;
    for name in &document.meta.sources {
        // They stand in the order in which they were read.
        let Some(place) = find(document, name, from) else { continue };
        from = place.end;
        // Only what is a file; an address of the net is none, nor is a command.
        let target = fs::canonicalize(folder.join(name)).ok().filter(|path| path.is_file());
        links.extend(target.map(|target| {
            json!({
                "range": range(document, place, encoding),
                "target": uri::of_path(&target),
                "tooltip": "Open the source",
            })
        }));
    }
    links
}

fn find(document: &Document, name: &str, from: usize) -> Option<Place> {
    let text = document.source_text(Place { start: from, end: document.bytes.len() });
    let start = from.saturating_add(text.find(name)?);
    Some(Place { start, end: start.saturating_add(name.len()) })
}
