//! From paths to documents. What cannot be read is said in a sentence that names
//! the file and the way out; the rest is still read.

use crate::document::{Document, Format, LIMIT, Role};
use ignore::WalkBuilder;
use std::fs;
use std::path::{Path, PathBuf};

/// The documents that could be read, and a sentence for each path that could not.
#[derive(Debug, Default)]
pub struct Input {
    pub documents: Vec<Document>,
    pub problems: Vec<String>,
}

impl Input {
    pub fn add(&mut self, paths: &[PathBuf], role: Role) {
        for path in paths {
            if path.is_dir() {
                self.add_directory(path, role);
            } else {
                self.add_file(path, role);
            }
        }
    }

    fn add_directory(&mut self, directory: &Path, role: Role) {
        let mut files: Vec<PathBuf> = Vec::new();
        for entry in WalkBuilder::new(directory).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) && Format::of(entry.path()).is_some() => {
                    files.push(entry.into_path());
                }
                Ok(_) => {}
                Err(error) => self.problems.push(format!("{}: cannot be read: {error}", directory.display())),
            }
        }
        files.sort();
        if files.is_empty() {
            self.problems.push(format!(
                "{}: no documents in this directory; crosscheck reads {} files",
                directory.display(),
                Format::extensions().map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ")
            ));
        }
        for file in files {
            self.add_file(&file, role);
        }
    }

    fn add_file(&mut self, path: &Path, role: Role) {
        let name = path.to_string_lossy().replace('\\', "/");
        if self.documents.iter().any(|d| d.path == name && d.role == role) {
            return;
        }
        match read(path).and_then(|bytes| Document::open(&name, role, bytes)) {
            Ok(document) => self.documents.push(document),
            Err(problem) => self.problems.push(format!("{}: {problem}", path.display())),
        }
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let size = fs::metadata(path).map_err(|error| sentence(&error))?.len();
    if size > LIMIT as u64 {
        return Err(format!(
            "is {:.1} MiB long, and files over {} MiB are not read; split it into parts",
            size as f64 / f64::from(1 << 20),
            LIMIT >> 20
        ));
    }
    let bytes = fs::read(path).map_err(|error| sentence(&error))?;
    if bytes.is_empty() {
        return Err("is empty; there is nothing to check in it".to_owned());
    }
    Ok(bytes)
}

/// The operating system's error as the end of a sentence.
fn sentence(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "does not exist; check the path".to_owned(),
        std::io::ErrorKind::PermissionDenied => "may not be read; check its permissions".to_owned(),
        _ => format!("cannot be read: {error}"),
    }
}
