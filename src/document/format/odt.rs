//! ODT: the headings, paragraphs, lists, tables and text boxes of `content.xml`, and its notes, each behind the paragraph
//! that its mark stands in. Deleted revisions, comments, hidden and struck text, indexes, and the heads and feet of pages
//! are left out. An ODT is no text, so its places are those of the text read out of it: each block a line.

mod body;
mod styles;

use super::archive::Archive;
use super::container::Extract;
use super::xml::text_of;
use crate::document::Reading;
use crate::document::written_date::written_date;
use body::Body;
use styles::Styles;

const DAMAGED: &str = "is no ODT that can be read; open it in a word processor and save it again";
const LOCKED: &str = "is an OpenDocument text with a password; save a copy without one";

pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let mut archive = Archive::open(bytes, DAMAGED)?;
    if archive.text("META-INF/manifest.xml")?.is_some_and(|manifest| manifest.contains("encryption-data")) {
        return Err(LOCKED.to_owned());
    }
    let content = archive.required("content.xml")?;
    let mut styles = Styles::default();
    styles.add(&archive.text("styles.xml")?.unwrap_or_default());
    styles.add(&content);
    let meta = archive.text("meta.xml")?.unwrap_or_default();
    let mut body = Body::new(styles);
    if !body.read(&content) {
        return Err(DAMAGED.to_owned());
    }
    let mut extract = Extract { parts: body.parts, places: body.places, ..Extract::default() };
    extract.meta.title = text_of(&meta, "dc:title");
    extract.meta.language = text_of(&meta, "dc:language");
    extract.meta.date = text_of(&meta, "meta:creation-date").and_then(|d| written_date(&d));
    extract.into_reading()
}

#[cfg(test)]
mod tests;
