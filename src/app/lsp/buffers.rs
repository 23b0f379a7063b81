//! What the editor holds: texts that stand before those on the disk, saved or not.

use super::uri;
use crate::document::Format;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, Clone)]
pub struct Buffer {
    /// As the editor names it.
    pub uri: String,
    /// The editor's number of this text.
    pub version: i64,
    /// Ours, which no other text of this run has.
    pub serial: u64,
    pub text: Arc<str>,
    /// Is it prose, by its name or by the editor's word?
    pub is_prose: bool,
}

/// By the true path of the file, or the address of what is no file.
#[derive(Debug, Clone, Default)]
pub struct Buffers {
    open: BTreeMap<PathBuf, Buffer>,
    serial: u64,
}

/// What editors call the formats that are prose.
const LANGUAGES: [&str; 10] =
    ["markdown", "plaintext", "text", "html", "mdx", "quarto", "rmd", "mediawiki", "restructuredtext", "asciidoc"];

impl Buffers {
    pub fn put(&mut self, uri: &str, language: Option<&str>, version: i64, text: String) {
        self.serial = self.serial.saturating_add(1);
        let key = key(uri);
        let known = self.open.get(&key).is_some_and(|buffer| buffer.is_prose);
        let by_name = Format::of(&key).map(Format::is_prose);
        let is_prose = by_name.unwrap_or_else(|| known || language.is_some_and(|name| LANGUAGES.contains(&name)));
        let buffer = Buffer { uri: uri.to_owned(), version, serial: self.serial, text: text.into(), is_prose };
        self.open.insert(key, buffer);
    }

    pub fn close(&mut self, uri: &str) {
        self.open.remove(&key(uri));
    }

    pub fn get(&self, key: &Path) -> Option<&Buffer> {
        self.open.get(key)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&PathBuf, &Buffer)> {
        self.open.iter()
    }
}

/// Under which path a text is known.
pub fn key(uri: &str) -> PathBuf {
    match uri::to_path(uri) {
        Some(path) => true_path(&path),
        None => PathBuf::from(uri),
    }
}

/// Of a file that is not there yet, the true path that it will have.
pub fn true_path(path: &Path) -> PathBuf {
    let folder = || Some(fs::canonicalize(path.parent()?).ok()?.join(path.file_name()?));
    fs::canonicalize(path).ok().or_else(folder).unwrap_or_else(|| path.to_owned())
}
