//! XLSX: the cells of each sheet as a person sees them, in tables with the heads of their columns. Numbers and days are
//! written by the formats of their cells; hidden sheets, rows and columns are left out. A place is that of the text read
//! out of it, each cell a line, and names the cell: `Budget!B4`.

mod book;
mod numeral;
mod sheet;
mod tables;

use super::archive::Archive;
use super::container::Extract;
use super::xml::text_of;
use crate::document::Reading;
use crate::document::written_date::written_date;
use book::Book;

const DAMAGED: &str = "is no XLSX that can be read; open it in a spreadsheet program and save it again";

pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let mut archive = Archive::open(bytes, DAMAGED)?;
    let book = Book::of(&mut archive)?;
    if book.sheets.is_empty() {
        return Err(DAMAGED.to_owned());
    }
    let mut extract = Extract::default();
    let mut tables = 0;
    for (name, part) in &book.sheets {
        if let Some(xml) = archive.text(part)? {
            let sheet = sheet::read(&xml, &book)?;
            tables::write(name, sheet, &mut tables, &mut extract.parts);
        }
    }
    let core = archive.text("docProps/core.xml")?.unwrap_or_default();
    extract.meta.title = text_of(&core, "dc:title");
    extract.meta.language = text_of(&core, "dc:language");
    extract.meta.date = text_of(&core, "dcterms:created").and_then(|d| written_date(&d));
    extract.into_reading()
}

#[cfg(test)]
mod tests;
