//! Archives of the formats that are one, of parts that a test writes.

#![allow(dead_code, reason = "each test binary uses its part")]

use std::io::{Cursor, Write as _};

/// A part's name in the archive, and what it holds.
pub type Parts = Vec<(&'static str, Vec<u8>)>;

pub fn archive(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        archive.start_file(*name, options).expect("a file in memory");
        archive.write_all(content).expect("a file in memory");
    }
    archive.finish().expect("a file in memory").into_inner()
}

fn parts(parts: &[(&'static str, &str)]) -> Parts {
    parts.iter().map(|(name, content)| (*name, content.as_bytes().to_vec())).collect()
}

/// The parts of an ODT with this body.
pub fn odt(body: &str) -> Parts {
    let spaces = "xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:xlink='x'";
    let content = format!(
        "<?xml version='1.0'?><office:document-content {spaces}><office:automatic-styles>\
         <style:style style:name='T1' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>\
         </office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    parts(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

/// The parts of an EPUB with these chapters, of two at the most.
pub fn epub(chapters: &[&str]) -> Parts {
    const NAMES: [&str; 2] = ["OEBPS/one.xhtml", "OEBPS/two.xhtml"];
    let container = "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";
    let mut book = parts(&[("mimetype", "application/epub+zip"), ("META-INF/container.xml", container)]);
    let (mut items, mut spine) = (String::new(), String::new());
    for (name, chapter) in NAMES.iter().zip(chapters) {
        let href = name.trim_start_matches("OEBPS/");
        items.push_str(&format!("<item id='{href}' href='{href}' media-type='application/xhtml+xml'/>"));
        spine.push_str(&format!("<itemref idref='{href}'/>"));
        let page = format!("<?xml version='1.0'?><html xmlns='h'><head><title/></head><body>{chapter}</body></html>");
        book.push((name, page.into_bytes()));
    }
    let package = format!("<package><metadata/><manifest>{items}</manifest><spine>{spine}</spine></package>");
    book.push(("OEBPS/book.opf", package.into_bytes()));
    book
}

/// The parts of a workbook with one sheet, whose rows hold words, and numbers where these can be read as such.
pub fn xlsx(name: &str, rows: &[&[&str]]) -> Parts {
    let mut data = String::new();
    for (row, cells) in rows.iter().enumerate() {
        data.push_str(&format!("<row r='{}'>", row + 1));
        for (column, words) in cells.iter().enumerate() {
            let reference = format!("{}{}", char::from(b'A' + column as u8), row + 1);
            let cell = match words.parse::<f64>() {
                Ok(_) => format!("<c r='{reference}'><v>{words}</v></c>"),
                Err(_) => format!("<c r='{reference}' t='inlineStr'><is><t>{words}</t></is></c>"),
            };
            data.push_str(&cell);
        }
        data.push_str("</row>");
    }
    parts(&[
        (
            "xl/workbook.xml",
            &format!("<workbook xmlns:r='r'><sheets><sheet name='{name}' sheetId='1' r:id='r1'/></sheets></workbook>"),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>",
        ),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{data}</sheetData></worksheet>")),
    ])
}
