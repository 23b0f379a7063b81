//! ZIP archives, as DOCX, ODT, EPUB and XLSX are: their parts by name. Nothing of them is written anywhere, so a name may
//! be any; what they unpack to is limited, all parts together.

use crate::document::Encoding;
use crate::document::encoding::Decoded;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The most that the parts that are read may unpack to.
pub const LIMIT: u64 = 64 << 20;

/// The kinds of archives by their `mimetype`, which stands first in them; by the extension of their names.
const MIMETYPES: &[(&str, &str)] = &[
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
    ("application/epub+zip", "epub"),
];

/// The same by a part that only they have.
const PARTS: &[(&str, &str)] = &[
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
    ("META-INF/container.xml", "epub"),
    ("Index/Document.iwa", "pages"),
];

pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") && ZipArchive::new(Cursor::new(bytes)).is_ok()
}

/// What kind of archive the bytes are, if they are one of a known kind: the extension of its names.
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    let mut archive = bytes.starts_with(b"PK").then(|| ZipArchive::new(Cursor::new(bytes)).ok()).flatten()?;
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        let _ = part.take(100).read_to_string(&mut mimetype);
    }
    let by_mimetype = MIMETYPES.iter().find(|(start, _)| mimetype.starts_with(start));
    let by_part = || PARTS.iter().find(|(part, _)| archive.index_for_name(part).is_some());
    by_mimetype.or_else(by_part).map(|(_, kind)| *kind)
}

#[derive(Debug)]
pub struct Archive<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// What may still be unpacked.
    left: u64,
    /// What is said of a damaged one: the end of a sentence that begins with the file's name.
    damaged: &'static str,
}

impl<'b> Archive<'b> {
    pub fn open(bytes: &'b [u8], damaged: &'static str) -> Result<Archive<'b>, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.to_owned())?;
        Ok(Archive { archive, left: LIMIT, damaged })
    }

    /// A part of the archive, where it has such a one.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, String> {
        let Ok(packed) = self.archive.by_name(name) else { return Ok(None) };
        let mut bytes = Vec::new();
        packed.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| self.damaged.to_owned())?;
        let length = bytes.len() as u64;
        if length > self.left {
            return Err(format!("unpacks to more than {} MiB; split it into parts", LIMIT >> 20));
        }
        self.left = self.left.saturating_sub(length);
        Ok(Some(bytes))
    }

    /// The same as text, which is UTF-8 in nearly every archive.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        Ok(Some(match Encoding::of(&bytes) {
            Some(Encoding::Utf16Le | Encoding::Utf16Be) => Decoded::new(bytes).map(|d| d.text).unwrap_or_default(),
            _ => String::from_utf8_lossy(&bytes).into_owned(),
        }))
    }

    /// The part that must be there.
    pub fn required(&mut self, name: &str) -> Result<String, String> {
        self.text(name)?.ok_or_else(|| self.damaged.to_owned())
    }
}

/// An archive of these parts, for tests.
#[cfg(test)]
pub fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
