//! Formats that are known and not read: what such a file is, and the way to one that is read. Read as the text it
//! is not, a file would be checked by its markup, or called a damaged file of another kind.

use super::Format;
use super::archive::{self, is_archive};
use crate::document::Encoding;
use std::path::Path;

struct Row {
    /// As its users call it.
    name: &'static str,
    /// File name extensions, in lower case.
    extensions: &'static [&'static str],
    /// Its files are text, so only the name tells. What is named like a binary format and is text is another's.
    is_text: bool,
    way_out: &'static str,
}

const DOCUMENT: &str = "save it as .docx or .html";
const SHEETS: &str = "save it as .xlsx, or its sheets as .csv";
const SLIDES: &str = "convert it to text first";
const MARKUP: &str = "convert it to .html, .docx or .txt first";
const WORDS: &str = "save its text as .txt";
const UNPACK: &str = "unpack it, and name the files in it";
const PICTURE: &str = "have its text recognised (OCR) first";

const ROWS: &[Row] = &[
    binary("an OpenDocument spreadsheet", &["ods", "ots"], SHEETS),
    binary("an OpenDocument presentation", &["odp", "otp"], SLIDES),
    text("a flat OpenDocument file", &["fodt", "fods", "fodp"], DOCUMENT),
    binary("a binary Excel workbook", &["xlsb", "xls"], SHEETS),
    binary("a PowerPoint presentation", &["pptx", "pptm", "ppt"], SLIDES),
    binary("an Office file of the old format, or one with a password", &["doc", "dot"], "save it as .docx without one"),
    binary("an Outlook message", &["msg"], WORDS),
    binary("a Pages document", &["pages"], "export it as .docx"),
    binary("a Numbers spreadsheet", &["numbers"], "export its sheets as .csv"),
    binary("a Keynote presentation", &["key"], SLIDES),
    binary("a Kindle book", &["mobi", "azw", "azw3"], MARKUP),
    text("an RTF document", &["rtf"], "save it as .docx, .html or .txt"),
    text("a LaTeX source", &["tex", "ltx", "latex"], MARKUP),
    text("a mailbox", &["mbox"], "save its e-mails one by one, as .eml"),
    text("a PostScript file", &["ps", "eps"], "convert it to text first"),
    binary("a DjVu file", &["djvu"], PICTURE),
    text("an SVG picture", &["svg"], "name the document that shows it"),
    text("an XML file", &["xml"], MARKUP),
    binary("a picture", &["png", "jpg", "jpeg", "gif", "webp", "tif", "tiff", "bmp", "heic"], PICTURE),
    binary("a ZIP archive", &["zip"], UNPACK),
    binary("a packed archive", &["gz", "tgz", "tar", "7z", "rar", "bz2", "xz", "zst"], UNPACK),
];

const fn binary(name: &'static str, extensions: &'static [&'static str], way_out: &'static str) -> Row {
    Row { name, extensions, is_text: false, way_out }
}

const fn text(name: &'static str, extensions: &'static [&'static str], way_out: &'static str) -> Row {
    Row { name, extensions, is_text: true, way_out }
}

/// First bytes that only one format has, by the extension of its row. They count whatever the file is called.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"\x1f\x8b\x08", "gz"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"%!PS", "ps"),
];

/// What begins a text of a format whose files are text: it counts only where the name tells nothing.
const OPENINGS: &[(&str, &str)] =
    &[("\\documentclass", "tex"), ("\\begin{document}", "tex"), ("<?xml", "xml"), ("<svg", "svg")];

/// What the file is, if it is of a known format that is not read. The end of a sentence that begins with its name.
pub fn unread(path: &Path, bytes: &[u8]) -> Option<String> {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let named = Format::named(path);
    let by_name = || row(&extension).filter(|row| named.is_none() && (row.is_text || Encoding::of(bytes).is_none()));
    let row = match is_archive(bytes) {
        true => by_archive(bytes, &extension, named),
        false => by_signature(bytes).or_else(by_name).or_else(|| by_opening(bytes).filter(|_| named.is_none())),
    }?;
    Some(format!("is {}, which crosscheck does not read; {}", row.name, row.way_out))
}

fn row(extension: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.extensions.contains(&extension))
}

fn by_signature(bytes: &[u8]) -> Option<&'static Row> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).and_then(|(_, extension)| row(extension))
}

/// `None` for one that is read, or whose reader says that it cannot be.
fn by_archive(bytes: &[u8], extension: &str, named: Option<Format>) -> Option<&'static Row> {
    if let Some(kind) = archive::kind(bytes) {
        return row(kind);
    }
    // Any other archive is what it is called, if that is a kind of archive.
    let is_read = matches!(named, Some(Format::Docx | Format::Odt | Format::Epub | Format::Xlsx));
    if is_read { None } else { row(extension).filter(|row| !row.is_text).or_else(|| row("zip")) }
}

fn by_opening(bytes: &[u8]) -> Option<&'static Row> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1 << 10)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.to_ascii_lowercase().contains("<html") {
        return None;
    }
    let extension = OPENINGS.iter().find(|(opening, _)| head.starts_with(opening)).map(|(_, extension)| *extension);
    extension.and_then(row)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::format::archive::packed;

    fn told(name: &str, bytes: &[u8]) -> String {
        let sentence = unread(Path::new(name), bytes).unwrap_or_default();
        sentence
            .strip_prefix("is ")
            .and_then(|s| s.split_once(", which"))
            .map_or(sentence.clone(), |(n, _)| n.to_owned())
    }

    #[test]
    fn archives_are_told_by_what_is_in_them() {
        let ods = packed(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<a/>")]);
        let read = packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]);
        let slides = packed(&[("ppt/presentation.xml", "<a/>")]);
        let other = packed(&[("a.txt", "It rained.")]);
        for name in ["a.odt", "a.docx", "a.txt", "a"] {
            assert_eq!(told(name, &ods), "an OpenDocument spreadsheet", "{name}");
            assert_eq!(told(name, &slides), "a PowerPoint presentation", "{name}");
            assert_eq!(told(name, &read), "", "{name}");
        }
        assert_eq!(told("a.zip", &other), "a ZIP archive");
        assert_eq!(told("a", &other), "a ZIP archive");
        assert_eq!(told("a.pages", &other), "a Pages document");
        assert_eq!(told("a.docx", &other), "", "no DOCX that can be read, which its reader says");
        assert_eq!(told("a.odp", b"PK\x03\x04\0damaged"), "an OpenDocument presentation");
        assert_eq!(told("a.odt", b"PK\x03\x04\0damaged"), "", "its reader says it");
    }

    #[test]
    fn first_bytes_and_names() {
        assert_eq!(told("a.txt", b"{\\rtf1\\ansi It rained.}"), "an RTF document");
        assert_eq!(told("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), row("doc").unwrap().name);
        assert_eq!(told("a.tex", b"It rained."), "a LaTeX source");
        assert_eq!(told("a.mbox", b"From: a@example.org\n\nIt rained."), "a mailbox");
    }

    #[test]
    fn content_tells_where_the_name_does_not() {
        assert_eq!(told("stdin", b"\\documentclass{article}"), "a LaTeX source");
        assert_eq!(told("stdin", b"<?xml version=\"1.0\"?>\n<feed/>"), "an XML file");
        assert_eq!(told("stdin", b"<?xml version=\"1.0\"?>\n<html xmlns=\"x\"/>"), "");
    }

    #[test]
    fn text_is_text_whatever_it_is_called() {
        for name in ["a.doc", "a.key", "answers.numbers", "PK.txt", "a"] {
            assert_eq!(told(name, b"PK is the code of the airline. It rained."), "", "{name}");
        }
        assert_eq!(told("a.md", b"\\documentclass{article} opens a file."), "");
    }
}
