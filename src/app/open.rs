//! From a file to its document. What goes wrong is said in one sentence that names
//! the file, the place in it and the way out; the rest is still read.

use super::guard::guard;
use crate::document::{Document, Encoding, LIMIT, Role};
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
}

/// What came of one file: a document, or a problem, or (damaged text) both.
#[derive(Debug)]
pub struct Outcome<T> {
    pub document: Option<T>,
    pub problem: Option<String>,
}

pub fn open<T>(name: &str, path: &Path, role: Role, work: impl Fn(Document) -> T) -> Outcome<T> {
    open_bytes(name, role, || read(path).and_then(not_empty), work)
}

/// The same for bytes that come from elsewhere.
pub fn open_bytes<T>(
    name: &str,
    role: Role,
    bytes: impl FnOnce() -> Result<Vec<u8>, String>,
    work: impl Fn(Document) -> T,
) -> Outcome<T> {
    let outcome = guard(|| {
        let bytes = bytes()?;
        let fault = std::str::from_utf8(&bytes).err().map(|e| place(&bytes, e.valid_up_to()));
        let document = Document::open(name, role, bytes)?;
        let damage = fault.and_then(|place| damage(document.encoding(), &place));
        Ok::<_, String>((work(document), damage))
    });
    let (document, problem) = match outcome.and_then(|inner| inner) {
        Ok((document, damage)) => (Some(document), damage),
        Err(sentence) => (None, Some(sentence)),
    };
    Outcome { document, problem: problem.map(|sentence| format!("{name}: {sentence}")) }
}

/// A file's bytes. The error is the end of a sentence that begins with the file's name.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    let trouble = |error: io::Error| trouble(&error, path);
    let about = fs::metadata(path).map_err(trouble)?;
    if !about.is_file() {
        return Err("is a pipe, socket or device, not a file; save its text to a file first".to_owned());
    }
    if about.len() > LIMIT as u64 {
        return Err(too_long(about.len()));
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // A file may grow while it is read.
    File::open(path).and_then(|file| file.take((LIMIT + 1) as u64).read_to_end(&mut bytes)).map_err(trouble)?;
    if bytes.len() > LIMIT { Err(too_long(bytes.len() as u64)) } else { Ok(bytes) }
}

/// All that comes on standard input, which can be read only once and is asked for by each set of documents.
pub fn read_stdin() -> Result<Vec<u8>, String> {
    static GIVEN: OnceLock<Result<Vec<u8>, String>> = OnceLock::new();
    let read = || {
        let mut bytes = Vec::new();
        let read = io::stdin().lock().take((LIMIT + 1) as u64).read_to_end(&mut bytes);
        read.map_err(|error| format!("cannot be read from standard input: {error}"))?;
        if bytes.len() > LIMIT { Err(too_long(bytes.len() as u64)) } else { not_empty(bytes) }
    };
    GIVEN.get_or_init(read).clone()
}

fn not_empty(bytes: Vec<u8>) -> Result<Vec<u8>, String> {
    if bytes.is_empty() { Err("is empty; there is nothing to check in it".to_owned()) } else { Ok(bytes) }
}

fn too_long(length: u64) -> String {
    let mebibytes = length as f64 / f64::from(1 << 20);
    format!("is {mebibytes:.1} MiB long, and files over {} MiB are not read; split it into parts", LIMIT >> 20)
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

/// What is to be said of text that is not UTF-8 as it should be.
fn damage(encoding: Encoding, place: &str) -> Option<String> {
    match encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => None,
        Encoding::DamagedUtf8 => {
            Some(format!("is damaged: {place} is not UTF-8; the rest was read, so mend that place and save as UTF-8"))
        }
        Encoding::Windows1252 => Some(format!(
            "is not UTF-8: {place}; it was read as Windows-1252, which is a guess, so save it as UTF-8 to be sure"
        )),
    }
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
