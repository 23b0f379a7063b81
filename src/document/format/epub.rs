//! EPUB: the chapters of a book in the order of its spine, each read as HTML. Its table of contents is left out. A place
//! is that of the text read out of it, each block a line, and names the chapter's file.

mod package;

use super::archive::Archive;
use super::container::{Extract, Part};
use super::html;
use super::xml::text_of;
use crate::document::written_date::written_date;
use crate::document::{Reading, Seat};
use package::{Package, root, well_formed};
use std::collections::BTreeSet;

const DAMAGED: &str = "is no EPUB that can be read; open it in a program that writes books and save it again";
const LOCKED: &str = "is an EPUB with copy protection; convert an open copy to .html or .txt";

pub fn read(bytes: &[u8]) -> Result<(String, Reading), String> {
    let mut archive = Archive::open(bytes, DAMAGED)?;
    let root = root(&archive.required("META-INF/container.xml")?).ok_or_else(|| DAMAGED.to_owned())?;
    let xml = archive.required(&root)?;
    let package = Package::of(&xml, &root);
    if package.chapters.is_empty() {
        return Err(DAMAGED.to_owned());
    }
    let locked = archive.text("META-INF/encryption.xml")?.unwrap_or_default();
    let locked: BTreeSet<&str> = locked.split(['"', '\'']).collect();
    let mut extract = Extract::default();
    let mut read = BTreeSet::new();
    let mut tables = 0;
    for chapter in package.chapters {
        if !read.insert(chapter.clone()) {
            continue;
        }
        // Fonts are locked in open books, too.
        if locked.contains(chapter.as_str()) {
            return Err(LOCKED.to_owned());
        }
        let text = archive.text(&chapter)?;
        let text = text.ok_or_else(|| format!("is an EPUB that lacks its chapter {chapter}; build it again"))?;
        let mut parts = blocks(&text, &mut tables);
        parts.iter_mut().take(1).for_each(|first| first.name = Some(chapter.clone()));
        extract.parts.append(&mut parts);
    }
    extract.meta.title = text_of(&xml, "dc:title");
    extract.meta.language = text_of(&xml, "dc:language");
    extract.meta.date = text_of(&xml, "dc:date").and_then(|d| written_date(&d));
    extract.into_reading()
}

/// The blocks of a chapter; `tables` were met before it.
fn blocks(text: &str, tables: &mut u32) -> Vec<Part> {
    let page = well_formed(text);
    let mut reading = Reading::new(&page);
    html::read_part(&mut reading, &page, 0..page.len(), &html::Around::default());
    let before = *tables;
    *tables += reading.next_table();
    let reading = reading.finish();
    let words = |block: &crate::document::Block| reading.text.get(block.span.range()).unwrap_or_default().to_owned();
    let part = |block: &crate::document::Block| Part {
        kind: block.kind,
        label: block.label.clone(),
        level: block.level,
        words: words(block),
        links: Vec::new(),
        seat: block.seat.map(|seat| Seat { table: seat.table + before, ..seat }),
        name: None,
    };
    reading.blocks.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::archive::packed;
    use crate::document::format::shown::shown;
    use crate::document::{Document, Role};

    const CONTAINER: &str =
        "<container><rootfiles><rootfile full-path='OEBPS/book.opf' media-type='x'/></rootfiles></container>";
    const BOOK: &str = "<package><metadata><dc:title>Ferries</dc:title><dc:date>2024-10-04</dc:date></metadata><manifest>\
        <item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/>\
        <item id='b' href='Text/two%20b.xhtml#top' media-type='application/xhtml+xml'/>\
        <item id='a' href='./Text/../one.xhtml' media-type='application/xhtml+xml'/>\
        <item id='c' href='cover.svg' media-type='image/svg+xml'/></manifest>\
        <spine><itemref idref='n'/><itemref idref='c'/><itemref idref='a'/><itemref idref='b'/><itemref idref='a'/><itemref idref='?'/></spine></package>";
    const ONE: &str = "<?xml version='1.0'?><html><head><title/><script src='a.js'/></head><body><h1>The Arrow</h1>\
        <p>It carried<br/> <b>40</b> cars<a href='#n' epub:type=\"noteref\">1</a> &amp; <a id='x'/>more.</p><table><tr><th>Boat</th></tr><tr><td>Arrow</td></tr></table></body></html>";
    const TWO: &str = "<html><body><ul><li>It sank in 2004.</li></ul><table><tr><th>Cars</th></tr><tr><td>36</td></tr></table></body></html>";

    fn book(more: &[(&str, &str)]) -> Vec<u8> {
        let parts = [("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER)];
        packed(&[&parts, more].concat())
    }

    #[test]
    fn chapters_in_the_order_of_the_spine() {
        let bytes = book(&[("OEBPS/book.opf", BOOK), ("OEBPS/one.xhtml", ONE), ("OEBPS/Text/two b.xhtml", TWO)]);
        let document = Document::open("a.epub", Role::Peer, bytes).unwrap();
        assert_eq!(
            shown(&document),
            [
                "h1 The Arrow",
                "p It carried 40 cars & more.",
                "head Boat",
                "[Boat] Arrow",
                "- It sank in 2004.",
                "head Cars",
                "[Cars] 36"
            ]
        );
        assert_eq!(document.meta.title.as_deref(), Some("Ferries"));
        assert_eq!(document.meta.date.map(|d| d.to_string()).as_deref(), Some("2024-10-04"));
        let seats: Vec<u32> = document.blocks.iter().filter_map(|b| b.seat).map(|seat| seat.table).collect();
        assert_eq!(seats, [1, 1, 3, 3]);
        let token = document.tokens.iter().find(|t| document.slice(t.span) == "2004").unwrap();
        let place = document.place(token.span);
        assert_eq!((document.position(place).line, document.part(place)), (5, Some("OEBPS/Text/two b.xhtml")));
    }

    #[test]
    fn what_cannot_be_read() {
        let lacking = read(&book(&[("OEBPS/book.opf", BOOK), ("OEBPS/one.xhtml", ONE)])).unwrap_err();
        assert_eq!(lacking, "is an EPUB that lacks its chapter OEBPS/Text/two b.xhtml; build it again");
        let lock = ("META-INF/encryption.xml", "<enc:CipherReference URI=\"OEBPS/one.xhtml\"/>");
        assert_eq!(read(&book(&[("OEBPS/book.opf", BOOK), lock])).unwrap_err(), LOCKED);
        for parts in [&[] as &[(&str, &str)], &[("OEBPS/book.opf", "<package/>")], &[("OEBPS/book.opf", "\u{0}")]] {
            assert_eq!(read(&book(parts)).unwrap_err(), DAMAGED);
        }
        // A name that leads out of the archive is a name like any other: nothing of that name is in it.
        let out = BOOK.replace("./Text/../one.xhtml", "../../../../etc/passwd");
        let told = read(&book(&[("OEBPS/book.opf", &out)])).unwrap_err();
        assert_eq!(told, "is an EPUB that lacks its chapter etc/passwd; build it again");
    }
}
