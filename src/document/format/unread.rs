//! Formats that are known and not read: what such a file is, and the way to one that is read. Read as the text it
//! is not, a file would be checked by its markup, or called a damaged file of another kind.

use super::Format;
use crate::document::Encoding;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

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
const SHEETS: &str = "save its sheets as .csv";
const SLIDES: &str = "convert it to text first";
const MARKUP: &str = "convert it to .html, .docx or .txt first";
const WORDS: &str = "save its text as .txt";
const UNPACK: &str = "unpack it, and name the files in it";
const PICTURE: &str = "have its text recognised (OCR) first";

const ROWS: &[Row] = &[
    binary("an OpenDocument text", &["odt", "ott"], DOCUMENT),
    binary("an OpenDocument spreadsheet", &["ods", "ots"], SHEETS),
    binary("an OpenDocument presentation", &["odp", "otp"], SLIDES),
    text("a flat OpenDocument file", &["fodt", "fods", "fodp"], DOCUMENT),
    binary("an EPUB book", &["epub"], MARKUP),
    binary("an Excel workbook", &["xlsx", "xlsm", "xlsb", "xls"], SHEETS),
    binary("a PowerPoint presentation", &["pptx", "pptm", "ppt"], SLIDES),
    binary("an Office file of the old format, or one with a password", &["doc", "dot"], "save it as .docx without one"),
    binary("an Outlook message", &["msg"], WORDS),
    binary("a Pages document", &["pages"], "export it as .docx"),
    binary("a Numbers spreadsheet", &["numbers"], "export its sheets as .csv"),
    binary("a Keynote presentation", &["key"], SLIDES),
    binary("a Kindle book", &["mobi", "azw", "azw3"], MARKUP),
    text("an RTF document", &["rtf"], "save it as .docx, .html or .txt"),
    text("a LaTeX source", &["tex", "ltx", "latex"], MARKUP),
    text("a file of subtitles", &["srt", "vtt"], WORDS),
    text("an e-mail with its headers and codes", &["eml", "mbox"], "save its text as .txt or .html"),
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
    &[("\\documentclass", "tex"), ("\\begin{document}", "tex"), ("WEBVTT", "vtt"), ("<?xml", "xml"), ("<svg", "svg")];

/// The kinds of ZIP archives by their `mimetype`, which stands first in them.
const MIMETYPES: &[(&str, &str)] = &[
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
    ("application/epub+zip", "epub"),
];

/// The kinds of ZIP archives by a part that only they have. A DOCX is none of them.
const PARTS: &[(&str, &str)] = &[
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("ppt/presentation.xml", "pptx"),
    ("META-INF/container.xml", "epub"),
    ("Index/Document.iwa", "pages"),
];

/// What the file is, if it is of a known format that is not read. The end of a sentence that begins with its name.
pub fn unread(path: &Path, bytes: &[u8]) -> Option<String> {
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    let named = Format::named(path);
    let by_name = || row(&extension).filter(|row| named.is_none() && (row.is_text || Encoding::of(bytes).is_none()));
    let archive = bytes.starts_with(b"PK").then(|| ZipArchive::new(Cursor::new(bytes)).ok()).flatten();
    let row = match archive {
        Some(archive) => by_archive(archive, &extension, named),
        None => by_signature(bytes).or_else(by_name).or_else(|| by_opening(bytes).filter(|_| named.is_none())),
    }?;
    Some(format!("is {}, which crosscheck does not read; {}", row.name, row.way_out))
}

fn row(extension: &str) -> Option<&'static Row> {
    ROWS.iter().find(|row| row.extensions.contains(&extension))
}

fn by_signature(bytes: &[u8]) -> Option<&'static Row> {
    SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).and_then(|(_, extension)| row(extension))
}

/// `None` for a DOCX.
fn by_archive(mut archive: ZipArchive<Cursor<&[u8]>>, extension: &str, named: Option<Format>) -> Option<&'static Row> {
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let _ = part.take(100).read_to_string(&mut mimetype);
    }
    let by_mimetype = MIMETYPES.iter().find(|(start, _)| mimetype.starts_with(start));
    let by_part = || PARTS.iter().find(|(part, _)| archive.index_for_name(part).is_some());
    if let Some((_, kind)) = by_mimetype.or_else(by_part) {
        return row(kind);
    }
    // Any other archive is what it is called, if that is a kind of archive.
    let is_docx = named == Some(Format::Docx) || archive.index_for_name("word/document.xml").is_some();
    if is_docx { None } else { row(extension).filter(|row| !row.is_text).or_else(|| row("zip")) }
}

fn by_opening(bytes: &[u8]) -> Option<&'static Row> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(1 << 10)).unwrap_or_default());
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.to_ascii_lowercase().contains("<html") {
        return None;
    }
    let extension = OPENINGS.iter().find(|(opening, _)| head.starts_with(opening)).map(|(_, extension)| *extension);
    let extension = extension.or_else(|| is_subtitles(head).then_some("srt"));
    extension.or_else(|| is_message(head).then_some("eml")).and_then(row)
}

/// Does a line of the head tell what only programs of mail write? A memo has a sender and a subject, too.
fn is_message(head: &str) -> bool {
    let mut lines = head.lines().take_while(|line| !line.is_empty()).map(str::to_ascii_lowercase);
    lines.any(|line| line.starts_with("mime-version:") || line.starts_with("message-id:"))
}

/// A number, and below it two times with an arrow between them.
fn is_subtitles(head: &str) -> bool {
    let mut lines = head.lines();
    let is_number = lines.next().is_some_and(|line| line.trim().parse::<u32>().is_ok());
    is_number && lines.next().is_some_and(|line| line.contains(" --> "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn told(name: &str, bytes: &[u8]) -> String {
        let sentence = unread(Path::new(name), bytes).unwrap_or_default();
        sentence
            .strip_prefix("is ")
            .and_then(|s| s.split_once(", which"))
            .map_or(sentence.clone(), |(n, _)| n.to_owned())
    }

    fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
            archive.write_all(content.as_bytes()).expect("its content");
        }
        archive.finish().expect("an archive").into_inner()
    }

    #[test]
    fn archives_are_told_by_what_is_in_them() {
        let odt = archive(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<a/>")]);
        let epub = archive(&[("mimetype", "application/epub+zip")]);
        let xlsx = archive(&[("xl/workbook.xml", "<a/>")]);
        let docx = archive(&[("word/document.xml", "<a/>")]);
        let other = archive(&[("a.txt", "It rained.")]);
        for name in ["a.odt", "a.docx", "a.txt", "a"] {
            assert_eq!(told(name, &odt), "an OpenDocument text", "{name}");
            assert_eq!(told(name, &epub), "an EPUB book", "{name}");
            assert_eq!(told(name, &xlsx), "an Excel workbook", "{name}");
            assert_eq!(told(name, &docx), "", "{name}");
        }
        assert_eq!(told("a.zip", &other), "a ZIP archive");
        assert_eq!(told("a", &other), "a ZIP archive");
        assert_eq!(told("a.pages", &other), "a Pages document");
        assert_eq!(told("a.docx", &other), "", "no DOCX that can be read, which its reader says");
        assert_eq!(told("a.odt", b"PK\x03\x04\0damaged"), "an OpenDocument text");
    }

    #[test]
    fn first_bytes_and_names() {
        assert_eq!(told("a.txt", b"{\\rtf1\\ansi It rained.}"), "an RTF document");
        assert_eq!(told("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0"), ROWS[7].name);
        assert_eq!(told("a.tex", b"It rained."), "a LaTeX source");
        assert_eq!(told("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nIt rained."), "a file of subtitles");
        assert_eq!(told("a.eml", b"From: a@example.org\n\nIt rained."), "an e-mail with its headers and codes");
    }

    #[test]
    fn content_tells_where_the_name_does_not() {
        assert_eq!(told("stdin", b"\\documentclass{article}"), "a LaTeX source");
        assert_eq!(told("stdin", b"1\r\n00:00:01,000 --> 00:00:02,000\r\nIt rained."), "a file of subtitles");
        assert_eq!(told("stdin", b"<?xml version=\"1.0\"?>\n<feed/>"), "an XML file");
        let mail = b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nIt rained.";
        assert_eq!(told("stdin", mail), "an e-mail with its headers and codes");
        assert_eq!(told("stdin", b"<?xml version=\"1.0\"?>\n<html xmlns=\"x\"/>"), "");
    }

    #[test]
    fn text_is_text_whatever_it_is_called() {
        for name in ["a.doc", "a.key", "answers.numbers", "PK.txt", "a"] {
            assert_eq!(told(name, b"PK is the code of the airline. It rained."), "", "{name}");
        }
        assert_eq!(told("a.md", b"\\documentclass{article} opens a file."), "");
        assert_eq!(told("stdin", b"From: the mayor\nTo: the council\n\nIt rained."), "");
    }
}
