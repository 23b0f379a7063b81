//! What a walk through a folder passes over: files whose names tell no format that is read. Each is counted, since
//! the document that somebody misses may be among them.

use super::project::{BASELINE, FILE};
use crate::report::PassedOver;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The files that were passed over, by their paths, each with the folder whose walk met it.
#[derive(Debug, Clone, Default)]
pub struct PassedOverFiles(BTreeMap<PathBuf, Folder>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Folder {
    true_path: PathBuf,
    /// As it was named.
    name: String,
    /// Does it hold documents? A folder without any is complained of already.
    has_documents: bool,
}

/// The most kinds of files that a sentence counts one by one.
const MOST: usize = 8;

impl PassedOverFiles {
    /// Adds what the walk of `folder` passed over. Of two folders, one in the other, the inner one has the file.
    pub fn add(&mut self, folder: &Path, true_path: &Path, files: Vec<PathBuf>, has_documents: bool) {
        let name = folder.to_string_lossy().replace('\\', "/");
        let folder = Folder { true_path: true_path.to_owned(), name, has_documents };
        let own = |file: &PathBuf| file.file_name().is_some_and(|name| name == FILE || name == BASELINE);
        for file in files.into_iter().filter(|file| !own(file)) {
            let known = self.0.entry(file).or_insert_with(|| folder.clone());
            if folder.true_path.starts_with(&known.true_path) {
                *known = folder.clone();
            }
        }
    }

    /// Drops what was read all the same, because it was named.
    pub fn forget(&mut self, is_read: impl Fn(&Path) -> bool) {
        self.0.retain(|file, _| !is_read(file));
    }

    /// By folder and extension.
    pub fn counts(&self) -> Vec<PassedOver> {
        let mut counts: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for (file, folder) in &self.0 {
            let extension = file.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
            let count = counts.entry((&folder.name, extension)).or_default();
            *count = count.saturating_add(1);
        }
        let counts = counts.into_iter();
        counts.map(|((folder, extension), files)| PassedOver { folder: folder.to_owned(), extension, files }).collect()
    }

    /// One sentence for each folder.
    pub fn sentences(&self) -> Vec<String> {
        let bare: BTreeSet<&str> = self.0.values().filter(|f| !f.has_documents).map(|f| f.name.as_str()).collect();
        let mut counts = self.counts();
        counts.retain(|kind| !bare.contains(kind.folder.as_str()));
        let folders = counts.chunk_by(|a, b| a.folder == b.folder);
        folders.filter_map(|kinds| Some(sentence(&kinds.first()?.folder, kinds))).collect()
    }
}

/// "docs: passed over 4 files of formats that are not read: 2 .odt, 1 .eml, 1 without extension".
fn sentence(folder: &str, kinds: &[PassedOver]) -> String {
    let mut kinds: Vec<&PassedOver> = kinds.iter().collect();
    // Stable: kinds with as many files stay in the order of their names.
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.files));
    let count = |kinds: &[&PassedOver]| kinds.iter().map(|kind| kind.files).sum::<usize>();
    let (shown, rest) = kinds.split_at_checked(MOST).unwrap_or((&kinds, &[]));
    let mut told: Vec<String> = shown.iter().map(|kind| told(kind)).collect();
    match rest {
        [] => {}
        [kind] => told.push(self::told(kind)),
        _ => told.push(format!("{} of other kinds", count(rest))),
    }
    let files = match count(&kinds) {
        1 => "1 file of a format that is not read".to_owned(),
        all => format!("{all} files of formats that are not read"),
    };
    format!("{folder}: passed over {files}: {}", told.join(", "))
}

fn told(kind: &PassedOver) -> String {
    match kind.extension.as_str() {
        "" => format!("{} without extension", kind.files),
        extension => format!("{} .{extension}", kind.files),
    }
}
