//! From paths to the files they name, each once, whatever way it was named.

use super::cli::{Conversion, Stdin, Via, is_stdin};
use super::closeness::Closeness;
use super::convert::{content, converts};
use super::fixtures::Fixtures;
use super::open::{Bytes, Opened, Outcome, open_bytes, read, read_stdin, trouble};
use super::passed_over::PassedOverFiles;
use super::patterns::{expand, is_pattern};
use super::progress::Progress;
use super::walk::{address, path_of, plain, twin, walk};
use crate::document::{Document, Format, Role};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
struct File {
    /// As reports print it: the plainest of the names it was given.
    name: String,
    /// As what it is checked, peer or draft, and how closely it was named as that.
    checked: Option<(Role, Closeness)>,
    source: Option<Closeness>,
}

impl File {
    fn new(name: &Path, role: Role, closeness: Closeness) -> File {
        let name = name.to_string_lossy().replace('\\', "/");
        match role {
            Role::Source => File { name, checked: None, source: Some(closeness) },
            Role::Peer | Role::Draft => File { name, checked: Some((role, closeness)), source: None },
        }
    }

    /// A draft is never a source of itself: the closer of two names tells which of both it is, and of names that are
    /// alike the one that has it checked.
    fn role(&self) -> Role {
        match self.checked {
            Some((role, closeness)) if self.source.is_none_or(|source| source <= closeness) => role,
            _ => Role::Source,
        }
    }

    /// Takes in another naming of the same file.
    fn join(&mut self, other: File) {
        self.checked = self.checked.max(other.checked);
        self.source = self.source.max(other.source);
        let plainness = |name: &str| (name.starts_with('/'), name.to_owned());
        if plainness(&other.name) < plainness(&self.name) {
            self.name = other.name;
        }
    }
}

/// The true path of a file, and what the system knows of it.
fn found(file: &Path) -> io::Result<(PathBuf, fs::Metadata)> {
    let true_path = fs::canonicalize(file)?;
    let about = fs::metadata(&true_path)?;
    Ok((true_path, about))
}

/// The same of one that a walk found, and has by its true name. The way to its folder is gone once for all files of
/// it: `folders` has what was found.
fn found_in(folders: &mut BTreeMap<PathBuf, Option<PathBuf>>, file: &Path) -> io::Result<(PathBuf, fs::Metadata)> {
    let about = fs::symlink_metadata(file)?;
    if let (Some(folder), Some(name)) = (file.parent(), file.file_name())
        && !about.is_symlink()
    {
        if !folders.contains_key(folder) {
            folders.insert(folder.to_owned(), fs::canonicalize(folder).ok());
        }
        if let Some(Some(folder)) = folders.get(folder) {
            return Ok((folder.join(name), about));
        }
    }
    found(file)
}

/// What was asked for, and a sentence for each path that cannot be had.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// By the file's one true path, so that `./a.txt`, `a.txt` and a link to it are one.
    files: BTreeMap<PathBuf, File>,
    /// The true paths of files with several names in the file system, by what tells that they are one.
    twins: BTreeMap<(u64, u64), PathBuf>,
    /// Standard input, under the key of the file that it stands for.
    given: Option<(PathBuf, Result<Vec<u8>, String>)>,
    problems: BTreeSet<String>,
    remarks: BTreeSet<String>,
    /// The data files met in each directory: facts to hold drafts against, not drafts.
    left_alone: BTreeMap<PathBuf, Vec<PathBuf>>,
    passed_over: PassedOverFiles,
    fixtures: Fixtures,
    /// What converts files that are not read.
    via: Option<Via>,
}

/// What a set of drafts and sources is without, although both were named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Draft,
    Source,
}

/// So many files are held at once where what comes of each is handed on.
const AT_ONCE: usize = 256;

/// The name of standard input, where none is given.
const STDIN_NAME: &str = "stdin";

impl Input {
    /// One that has files converted, if that is asked for.
    pub fn converting(conversion: &Conversion) -> Input {
        Input { via: conversion.via, ..Input::default() }
    }

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
        self.take(key.clone(), File::new(&path, role, Closeness::EXACT));
        self.given = Some((key, read_stdin()));
    }

    /// Adds what an editor holds, which need not be on the disk.
    pub fn add_buffer(&mut self, key: &Path, name: &Path, role: Role) {
        self.take(key.to_owned(), File::new(name, role, Closeness::EXACT));
    }

    /// Peers that the command line names.
    pub fn of(paths: &[PathBuf], stdin: &Stdin, conversion: &Conversion) -> Input {
        let mut input = Input::converting(conversion);
        if stdin.is_implied(paths.iter()) {
            input.add_stdin(stdin, Role::Peer);
        }
        input.add_named(paths, stdin, Role::Peer);
        input
    }

    pub fn add(&mut self, paths: &[PathBuf], role: Role) {
        for path in paths {
            // Parts of an address are lost in a plain path.
            if let Some(sentence) = Some(path).filter(|path| !path.exists()).and_then(|path| address(path)) {
                self.problem(path, sentence);
                continue;
            }
            if is_pattern(&path.to_string_lossy()) && !path.exists() {
                self.add_pattern(path, role);
                continue;
            }
            let path = plain(path);
            if path.is_dir() {
                self.add_directory(&path, role);
            } else {
                self.add_file(&path, role, Closeness::EXACT);
            }
        }
    }

    /// Adds what a pattern matches that no shell has expanded.
    fn add_pattern(&mut self, pattern: &Path, role: Role) {
        let mut expanded = match expand(pattern) {
            Ok(expanded) => expanded,
            Err(sentence) => return self.problem(pattern, &sentence),
        };
        let (converted, passed_over) = expanded.passed_over.into_iter().partition(|path| converts(self.via, path));
        expanded.passed_over = passed_over;
        expanded.files.extend::<Vec<PathBuf>>(converted);
        let true_folder = fs::canonicalize(&expanded.folder).unwrap_or_else(|_| expanded.folder.clone());
        let closeness = Closeness::of_pattern(&fs::canonicalize(".").unwrap_or_default(), &pattern.to_string_lossy());
        expanded.files.iter().for_each(|file| self.add_file(file, role, closeness));
        for error in &expanded.errors {
            let _ = self.add_walk_error(error, &expanded.folder, role);
        }
        let below = |file: &PathBuf| true_folder.join(file.strip_prefix(&expanded.folder).unwrap_or(file));
        let passed_over = expanded.passed_over.iter().map(below).collect();
        self.passed_over.add(&expanded.folder, &true_folder, passed_over, true);
    }

    fn add_directory(&mut self, directory: &Path, role: Role) {
        let mut found = false;
        let true_directory = fs::canonicalize(directory).unwrap_or_else(|_| directory.to_owned());
        let closeness = Closeness::of_folder(&true_directory);
        let mut passed_over = Vec::new();
        let (mut documents, mut others) = (Vec::new(), Vec::new());
        for entry in walk(directory).follow_links(true).build() {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| !t.is_dir()) => match Format::of(entry.path()) {
                    Some(format) if !format.is_prose() && role != Role::Source => {
                        self.left_alone.entry(directory.to_owned()).or_default().push(entry.into_path());
                    }
                    None if !converts(self.via, entry.path()) => {
                        let below = entry.path().strip_prefix(directory).unwrap_or(entry.path());
                        passed_over.push(true_directory.join(below));
                        others.push(entry.into_path());
                    }
                    _ => documents.push(entry.into_path()),
                },
                Ok(_) => {}
                Err(error) => found |= self.add_walk_error(&error, directory, role),
            }
        }
        found |= !documents.is_empty();
        // A source is what its owner names.
        if role != Role::Source {
            documents = self.fixtures.take(directory, documents, &others);
        }
        let mut folders = BTreeMap::new();
        for file in documents {
            let found = found_in(&mut folders, &file);
            self.add_by(&plain(&file), found, role, closeness);
        }
        self.passed_over.add(directory, &true_directory, passed_over, found);
        if !found {
            let extensions: Vec<String> = Format::extensions().map(|e| format!(".{e}")).collect();
            self.problem(
                directory,
                &format!("no documents in this directory; crosscheck reads {} files", extensions.join(", ")),
            );
        }
    }

    /// Says what the walk could not enter. A dead link is worth a word only if it is named like a document.
    fn add_walk_error(&mut self, error: &ignore::Error, directory: &Path, role: Role) -> bool {
        let path = path_of(error).map_or_else(|| directory.to_owned(), plain);
        let is_link = fs::symlink_metadata(&path).is_ok_and(|m| m.is_symlink());
        let format = Format::of(&path);
        if is_link && format.is_none() {
            return false;
        }
        let sentence = match error.io_error() {
            Some(error) => trouble(error, &path),
            None => "leads back into itself; remove the link".to_owned(),
        };
        // Nothing is lost with what would have been left alone.
        if is_link && role != Role::Source && format.is_some_and(|format| !format.is_prose()) {
            self.remarks.insert(format!("{}: {sentence}", path.display()));
            return false;
        }
        self.problem(&path, &sentence);
        true
    }

    /// Adds a file that was named as closely as this.
    pub fn add_file(&mut self, path: &Path, role: Role, closeness: Closeness) {
        self.add_by(path, found(path), role, closeness);
    }

    fn add_by(&mut self, path: &Path, found: io::Result<(PathBuf, fs::Metadata)>, role: Role, closeness: Closeness) {
        match found {
            Ok((true_path, about)) => {
                let key = match twin(&about) {
                    Some(identity) => self.twins.entry(identity).or_insert(true_path).clone(),
                    None => true_path,
                };
                self.take(key, File::new(path, role, closeness));
            }
            Err(error) => self.problem(path, &trouble(&error, path)),
        }
    }

    fn take(&mut self, key: PathBuf, file: File) {
        match self.files.get_mut(&key) {
            Some(known) => known.join(file),
            None => drop(self.files.insert(key, file)),
        }
    }

    /// Leaves out the file at this path, by whatever name it was added. Was it there?
    pub fn leave_out(&mut self, path: &Path) -> bool {
        let key = fs::canonicalize(path).unwrap_or_else(|_| plain(path));
        let about = fs::metadata(&key).ok();
        let key =
            about.and_then(|about| twin(&about)).and_then(|identity| self.twins.get(&identity).cloned()).unwrap_or(key);
        self.files.remove(&key).is_some()
    }

    /// Leaves out what is a source, whatever else it was named as.
    pub fn leave_out_sources(&mut self) {
        self.files.retain(|_, file| file.role() != Role::Source);
    }

    /// Is there no draft, or no source, because files were named as both?
    pub fn lack(&self) -> Option<Lack> {
        let has = |role: Role| self.files.values().any(|file| file.role() == role);
        if !self.files.values().any(|file| file.checked.is_some() && file.source.is_some()) {
            return None;
        }
        match (has(Role::Draft), has(Role::Source)) {
            (false, _) => Some(Lack::Draft),
            (_, false) => Some(Lack::Source),
            _ => None,
        }
    }

    /// Is `path`, or something below it, among what is to be checked, however closely it was named?
    pub fn checks(&self, path: &Path) -> bool {
        let Ok(path) = fs::canonicalize(path) else { return false };
        self.files.iter().any(|(key, file)| key.starts_with(&path) && file.checked.is_some())
    }

    /// The names of files that are checked although they were named as sources one by one.
    fn refused_sources(&self) -> Vec<&str> {
        let is_refused = |file: &&File| file.role() != Role::Source && file.source == Some(Closeness::EXACT);
        self.files.values().filter(is_refused).map(|file| file.name.as_str()).collect()
    }

    /// A sentence for each directory with data files that nobody named.
    fn remarks_on_data(&self) -> BTreeSet<String> {
        let is_unread = |path: &&PathBuf| fs::canonicalize(path).is_ok_and(|path| !self.files.contains_key(&path));
        let remark = |(directory, files): (&PathBuf, &Vec<PathBuf>)| {
            let unread: Vec<&PathBuf> = files.iter().filter(is_unread).collect();
            let extension = |path: &&PathBuf| Some(format!(".{}", path.extension()?.to_string_lossy().to_lowercase()));
            let kinds: BTreeSet<String> = unread.iter().filter_map(extension).collect();
            let files = match unread.len() {
                0 => return None,
                1 => "1 file".to_owned(),
                count => format!("{count} files"),
            };
            let files = format!("{files} of data ({})", kinds.into_iter().collect::<Vec<_>>().join(", "));
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
        self.open_with(|name, role, bytes| open_bytes(name, role, bytes, &work))
    }

    /// The same, where `one` makes a document of a file's name in reports, its role and its bytes.
    pub fn open_with<T: Send>(mut self, one: impl Fn(&str, Role, &Bytes) -> Outcome<T> + Sync) -> Opened<T> {
        let given = self.given.take();
        let given = |path: &Path| given.as_ref().filter(|(key, _)| key == path).map(|(_, bytes)| bytes.clone());
        let via = self.via;
        self.open_by(|name, role, path| {
            let bytes = || given(path).unwrap_or_else(|| read(path));
            one(name, role, &|| content(via, Path::new(name), bytes()?))
        })
    }

    /// Opens every file, does `work` with its document, and hands on what comes of it in the same order, while the rest is
    /// not read yet: no more than some files at once are held. Ends where `take` says that nobody wants more.
    pub fn stream<T: Send>(
        mut self,
        work: impl Fn(Document) -> T + Sync,
        mut take: impl FnMut(T) -> bool,
    ) -> Opened<T> {
        let given = self.given.take();
        let bytes = |path: &Path| match &given {
            Some((key, bytes)) if key == path => bytes.clone(),
            _ => read(path),
        };
        let via = self.via;
        let one = |name: &str, role, path: &Path| {
            open_bytes(name, role, || content(via, Path::new(name), bytes(path)?), &work)
        };
        self.in_turn(AT_ONCE, one, &mut take)
    }

    /// The same as `open`, where `one` reads a file by its name in reports, its role and its true path.
    pub fn open_by<T: Send>(self, one: impl Fn(&str, Role, &Path) -> Outcome<T> + Sync) -> Opened<T> {
        let mut documents = Vec::with_capacity(self.files.len());
        let opened = self.in_turn(usize::MAX, one, &mut |document| {
            documents.push(document);
            true
        });
        Opened { documents, ..opened }
    }

    fn in_turn<T: Send>(
        mut self,
        at_once: usize,
        one: impl Fn(&str, Role, &Path) -> Outcome<T> + Sync,
        take: &mut dyn FnMut(T) -> bool,
    ) -> Opened<T> {
        self.passed_over.forget(|path| self.files.contains_key(path));
        let mut remarks = self.remarks_on_data();
        remarks.extend(std::mem::take(&mut self.remarks));
        remarks.extend(self.fixtures.remarks());
        remarks.extend(self.passed_over.sentences());
        remarks.extend(self.refused_sources().iter().map(|name| format!("{name}: is checked, so it is no source")));
        let files = self.files.into_iter().map(|(path, file)| (file.role(), file.name, path));
        let mut files: Vec<(Role, String, PathBuf)> = files.collect();
        // Sources last.
        files.sort();
        let progress = Progress::new(files.len());
        let read = |(role, name, path): &(Role, String, PathBuf)| {
            let outcome = one(name, *role, path);
            progress.step();
            outcome
        };
        let mut opened = Opened {
            refused: self.problems.clone(),
            problems: self.problems,
            remarks,
            passed_over: self.passed_over.counts(),
            ..Opened::default()
        };
        for files in files.chunks(at_once) {
            let outcomes: Vec<_> = files.par_iter().map(read).collect();
            for Outcome { document, problem, remark } in outcomes {
                if document.is_none() {
                    opened.refused.extend(problem.clone());
                }
                opened.problems.extend(problem);
                opened.remarks.extend(remark);
                if document.is_some_and(|document| !take(document)) {
                    return opened;
                }
            }
        }
        opened
    }
}
