//! From a file to its document. What goes wrong is said in one sentence that names
//! the file, the place in it and the way out; the rest is still read.

use super::convert::{self, Content};
use super::guard::guard;
use crate::document::{Document, Encoding, Format, LIMIT, Role};
use crate::report::PassedOver;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::OnceLock;

/// What came of all files.
#[derive(Debug)]
pub struct Opened<T> {
    pub documents: Vec<T>,
    /// Each a whole sentence. One or more: not everything could be checked.
    pub problems: BTreeSet<String>,
    /// Those of them about paths of which nothing was read.
    pub refused: BTreeSet<String>,
    /// What was done otherwise than one may expect. Nothing is wrong with it.
    pub remarks: BTreeSet<String>,
    /// What folders hold and was not opened, counted.
    pub passed_over: Vec<PassedOver>,
}

impl<T> Default for Opened<T> {
    fn default() -> Opened<T> {
        Opened {
            documents: Vec::new(),
            problems: BTreeSet::new(),
            refused: BTreeSet::new(),
            remarks: BTreeSet::new(),
            passed_over: Vec::new(),
        }
    }
}

impl<T> Opened<T> {
    /// Takes in what came of other files.
    pub fn join(&mut self, other: Opened<T>) {
        self.documents.extend(other.documents);
        self.problems.extend(other.problems);
        self.refused.extend(other.refused);
        self.remarks.extend(other.remarks);
        self.passed_over.extend(other.passed_over);
    }
}

/// What came of one file: a document, or a problem, or (damaged text) both; a remark where nothing is lost.
#[derive(Debug)]
pub struct Outcome<T> {
    pub document: Option<T>,
    pub problem: Option<String>,
    pub remark: Option<String>,
}

/// Reads a file's bytes. The error is the end of a sentence that begins with the file's name.
pub type Bytes<'a> = dyn Fn() -> Result<Content, String> + Sync + 'a;

/// A document of a file's name in reports and of its bytes, wherever they come from.
pub fn open_bytes<T>(
    name: &str,
    role: Role,
    content: impl FnOnce() -> Result<Content, String>,
    work: impl Fn(Document) -> T,
) -> Outcome<T> {
    let outcome = guard(|| {
        let Content { bytes, is_converted } = content()?;
        let fault = std::str::from_utf8(&bytes).err().map(|e| place(&bytes, e.valid_up_to()));
        let is_mixed = fault.is_some() && bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
        let document = match is_converted {
            true => Document::read(name, role, Format::Converted, bytes),
            false => Document::open(name, role, bytes)?,
        };
        let damage = fault.as_ref().and_then(|place| damage(document.encoding(), place, is_mixed));
        let remark = remark(&document, fault.as_deref().unwrap_or_default()).filter(|_| damage.is_none());
        Ok::<_, String>((work(document), damage, remark))
    });
    let (document, problem, remark) = match outcome.and_then(|inner| inner) {
        Ok((document, damage, remark)) => (Some(document), damage, remark),
        Err(sentence) => (None, Some(sentence), None),
    };
    let named = |sentence: String| format!("{name}: {sentence}");
    Outcome { document, problem: problem.map(named), remark: remark.map(named) }
}

/// A file's bytes. The error is the end of a sentence that begins with the file's name.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let trouble = |error: io::Error| trouble(&error, path);
    let about = fs::metadata(path).map_err(trouble)?;
    if !about.is_file() {
        return Err("is a pipe, socket or device, not a file; save its text to a file first".to_owned());
    }
    within_limit(about.len())?;
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // A file may grow while it is read.
    File::open(path).and_then(|file| file.take((LIMIT + 1) as u64).read_to_end(&mut bytes)).map_err(trouble)?;
    within_limit(bytes.len() as u64).map(|()| bytes)
}

/// All that comes on standard input, which can be read only once and is asked for by each set of documents.
pub fn read_stdin() -> Result<Vec<u8>, String> {
    static GIVEN: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let read = || {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take((LIMIT + 1) as u64).read_to_end(&mut bytes);
        read.map_err(|error| format!("cannot be read from standard input: {error}"))?;
        within_limit(bytes.len() as u64).map(|()| bytes)
    };
    GIVEN.get_or_init(read).clone()
}

/// Is a file of this length read? The error is the end of a sentence that begins with its name.
pub fn within_limit(length: u64) -> Result<(), String> {
    if length <= LIMIT as u64 {
        return Ok(());
    }
    let mebibytes = length as f64 / f64::from(1 << 20);
    Err(format!("is {mebibytes:.1} MiB long, and files over {} MiB are not read; split it into parts", LIMIT >> 20))
}

/// Line and column (in characters) of a byte, and the byte itself.
fn place(bytes: &[u8], at: usize) -> String {
    let before = bytes.get(..at).unwrap_or_default();
    let line = before.iter().filter(|b| **b == b'\n').count() + 1;
    let start = before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1);
    let column = String::from_utf8_lossy(before.get(start..).unwrap_or_default()).chars().count() + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    format!("byte 0x{byte:02X} at line {line}, column {column}")
}

/// What is to be said of text of which a part was lost. `is_mixed`: letters of UTF-8 stand in it beside other bytes.
fn damage(encoding: Encoding, place: &str, is_mixed: bool) -> Option<String> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
        Encoding::Windows1252 if !is_mixed => None,
        Encoding::Windows1252 => Some(format!(
            "is a mixture: {place} is not UTF-8, and other letters are; it was read as Windows-1252, so those are wrong; \
             save it as UTF-8"
        )),
        Encoding::DamagedUtf8 => {
            Some(format!("is damaged: {place} is not UTF-8; the rest was read, so mend that place and save as UTF-8"))
        }
    }
}

/// What is to be said of a document that was read, all of it, but perhaps not as its writer thinks.
fn remark(document: &Document, place: &str) -> Option<String> {
    if document.bytes.is_empty() {
        return Some("is empty; there is nothing to check in it".to_owned());
    }
    if document.encoding() == Encoding::Windows1252 {
        return Some(format!(
            "is not UTF-8: {place}; it was read as Windows-1252, which is a guess, so save it as UTF-8 to be sure"
        ));
    }
    let path = Path::new(&document.path);
    if document.format == Format::Converted {
        return Some(convert::remark(path));
    }
    let extension = path.extension().filter(|_| document.format == Format::Text && Format::of(path).is_none())?;
    let extension = extension.to_string_lossy();
    Some(format!(
        "was read as plain text, since .{extension} is no format that crosscheck knows; its markup counts as words"
    ))
}

/// The operating system's error as the end of a sentence that begins with the path.
pub fn trouble(error: &io::Error, path: &Path) -> String {
    let is_link = fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if is_link => "is a link to nothing; mend or remove it".to_owned(),
        io::ErrorKind::NotFound => "does not exist; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        _ => format!("cannot be read: {error}; check the disk and the path"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters() {
        assert_eq!(place("é\ncafé ".as_bytes(), 3), "byte 0x63 at line 2, column 1");
        assert_eq!(place(b"\xc3\xa9\xe9", 2), "byte 0xE9 at line 1, column 2");
    }
}
