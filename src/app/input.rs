//! From paths to the files they name, each once, whatever way it was named.

use super::cli::{Stdin, is_stdin};
use super::open::{Opened, open, open_bytes, read_stdin, trouble};
use super::progress::Progress;
use crate::document::{Document, Format, Role};
use ignore::WalkBuilder;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct File {
    /// Sources last; a file named as draft and as source is a source.
    role: Role,
    /// As reports print it: the plainest of the names it was given.
    name: String,
}

/// What was asked for, and a sentence for each path that cannot be had.
#[derive(Debug, Default)]
pub struct Input {
    /// By the file's one true path, so that `./a.txt`, `a.txt` and a link to it are one.
    files: BTreeMap<PathBuf, File>,
    /// Standard input, under the key of the file that it stands for.
    given: Option<(PathBuf, Result<Vec<u8>, String>)>,
    problems: BTreeSet<String>,
    /// The data files met in each directory: facts to hold drafts against, not drafts.
    left_alone: BTreeMap<PathBuf, Vec<PathBuf>>,
}

/// The name of standard input, where none is given.
const STDIN_NAME: &str = "stdin";

impl Input {
    /// Adds what the command line names: paths, and standard input where `-` is one of them.
    pub fn add_named(&mut self, paths: &[PathBuf], stdin: &Stdin, role: Role) {
        let (dashes, paths): (Vec<_>, Vec<_>) = paths.iter().cloned().partition(|path| is_stdin(path));
        if !dashes.is_empty() {
            self.add_stdin(stdin, role);
        }
        self.add(&paths, role);
    }

    /// Adds standard input.
    pub fn add_stdin(&mut self, stdin: &Stdin, role: Role) {
        let path = plain(stdin.stdin_name.as_deref().unwrap_or_else(|| Path::new(STDIN_NAME)));
        let key = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        let file = File { role, name: path.to_string_lossy().replace('\\', "/") };
        let known = self.files.entry(key.clone()).or_insert(file);
        known.role = known.role.max(role);
        self.given = Some((key, read_stdin()));
    }

    /// Peers that the command line names.
    pub fn of(paths: &[PathBuf], stdin: &Stdin) -> Input {
        let mut input = Input::default();
        if stdin.is_implied(paths.iter()) {
            input.add_stdin(stdin, Role::Peer);
        }
        input.add_named(paths, stdin, Role::Peer);
        input
    }

    pub fn add(&mut self, paths: &[PathBuf], role: Role) {
        for path in paths {
            let path = plain(path);
            if path.is_dir() {
                self.add_directory(&path, role);
            } else {
                self.add_file(&path, role);
            }
        }
    }

    fn add_directory(&mut self, directory: &Path, role: Role) {
        let mut found = false;
        for entry in walk(directory).follow_links(true).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| !t.is_dir()) => match Format::of(entry.path()) {
                    Some(format) if !format.is_prose() && role != Role::Source => {
                        self.left_alone.entry(directory.to_owned()).or_default().push(entry.into_path());
                    }
                    Some(_) => {
                        found = true;
                        self.add_file(&plain(entry.path()), role);
                    }
                    None => {}
                },
                Ok(_) => {}
                Err(error) => found |= self.add_walk_error(&error, directory),
            }
        }
        if !found {
            let extensions: Vec<String> = Format::extensions().map(|e| format!(".{e}")).collect();
            self.problem(
                directory,
                &format!("no documents in this directory; crosscheck reads {} files", extensions.join(", ")),
            );
        }
    }

    /// Says what the walk could not enter. A dead link is worth a word only if it is named like a document.
    fn add_walk_error(&mut self, error: &ignore::Error, directory: &Path) -> bool {
        let path = path_of(error).map_or_else(|| directory.to_owned(), plain);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|m| m.is_symlink());
        if is_link && Format::of(&path).is_none() {
            return false;
        }
        let sentence = match error.io_error() {
            Some(error) => trouble(error, &path),
            None => "leads back into itself; remove the link".to_owned(),
        };
        self.problem(&path, &sentence);
        true
    }

    fn add_file(&mut self, path: &Path, role: Role) {
        match fs::canonicalize(path) {
            Ok(true_path) => {
                let file = File { role, name: path.to_string_lossy().replace('\\', "/") };
                let known = self.files.entry(true_path).or_insert_with(|| file.clone());
                known.role = known.role.max(file.role);
                let plainness = |name: &str| (name.starts_with('/'), name.to_owned());
                if plainness(&file.name) < plainness(&known.name) {
                    known.name = file.name;
                }
            }
            Err(error) => self.problem(path, &trouble(&error, path)),
        }
    }

    /// A sentence for each directory with data files that nobody named.
    fn remarks(&self) -> BTreeSet<String> {
        let is_unread = |path: &&PathBuf| fs::canonicalize(path).is_ok_and(|path| !self.files.contains_key(&path));
        let remark = |(directory, files): (&PathBuf, &Vec<PathBuf>)| {
            let files = match files.iter().filter(is_unread).count() {
                0 => return None,
                1 => "1 JSON or CSV file".to_owned(),
                count => format!("{count} JSON and CSV files"),
            };
            let directory = directory.display();
            Some(format!(
                "{directory}: left {files} alone; to have one read, name it, or give it as a source (--against)"
            ))
        };
        self.left_alone.iter().filter_map(remark).collect()
    }

    fn problem(&mut self, path: &Path, sentence: &str) {
        self.problems.insert(format!("{}: {sentence}", path.display()));
    }

    /// The files' true paths.
    pub fn paths(&self) -> impl Iterator<Item = &PathBuf> {
        self.files.keys()
    }

    /// Opens every file and does `work` with its document, on as many threads as there are.
    /// The outcome is in the order of roles and names, whatever order the paths came in.
    pub fn open<T: Send>(self, work: impl Fn(Document) -> T + Sync) -> Opened<T> {
        let remarks = self.remarks();
        let mut files: Vec<(File, PathBuf)> = self.files.into_iter().map(|(path, file)| (file, path)).collect();
        files.sort();
        let given = self.given;
        let bytes = |path: &Path| given.as_ref().filter(|(key, _)| key == path).map(|(_, bytes)| bytes.clone());
        let progress = Progress::new(files.len());
        let read = |(file, path): &(File, PathBuf)| {
            let outcome = match bytes(path) {
                Some(bytes) => open_bytes(&file.name, file.role, || bytes, &work),
                None => open(&file.name, path, file.role, &work),
            };
            progress.step();
            outcome
        };
        let outcomes: Vec<_> = files.par_iter().map(read).collect();
        drop(progress);
        let mut opened =
            Opened { documents: Vec::new(), refused: self.problems.clone(), problems: self.problems, remarks };
        for outcome in outcomes {
            if outcome.document.is_none() {
                opened.refused.extend(outcome.problem.clone());
            }
            opened.documents.extend(outcome.document);
            opened.problems.extend(outcome.problem);
        }
        opened
    }
}

/// A walk that leaves out what git ignores, and what `.ignore` and `.crosscheckignore` files name.
pub fn walk(folder: &Path) -> WalkBuilder {
    let mut walk = WalkBuilder::new(folder);
    walk.add_custom_ignore_filename(".crosscheckignore");
    walk
}

/// The path without its `.` parts: `./a.txt` is `a.txt`.
pub fn plain(path: &Path) -> PathBuf {
    let parts: PathBuf = path.components().filter(|c| *c != Component::CurDir).collect();
    if parts.as_os_str().is_empty() { PathBuf::from(".") } else { parts }
}

/// Where a walk went wrong.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}
