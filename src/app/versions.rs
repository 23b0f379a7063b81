//! The two versions of documents that `diff` holds against each other: from disk, or
//! from git as `REVISION:PATH`, or the working tree against where a branch began.

use super::cli::{Diff, Via};
use super::convert::{content, converts};
use super::git::{self, ChangedFiles};
use super::open::{open_bytes, read};
use super::project::Project;
use super::walk::{address, plain, walk};
use crate::change::Version;
use crate::document::{Format, Role};
use crate::rules::Settings;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file of one version, not read yet.
#[derive(Debug)]
struct File {
    /// What pairs it with its other version.
    key: String,
    /// Its name inside its version.
    name: String,
    /// As the report names it.
    shown: String,
    from: Origin,
}

#[derive(Debug)]
enum Origin {
    Disk(PathBuf),
    /// `REVISION:PATH`.
    Git(String),
}

#[derive(Debug, Default)]
pub struct Versions {
    pub old: Vec<Version>,
    pub new: Vec<Version>,
    /// How many documents are the same, byte for byte.
    pub unchanged: usize,
    pub problems: Vec<String>,
    /// What was read otherwise than one may expect.
    pub remarks: Vec<String>,
}

pub fn versions(options: &Diff, project: &Project, settings: &Settings) -> Result<Versions, String> {
    let via = options.conversion.via;
    let (old, new) = match (&options.since, options.paths.as_slice()) {
        (Some(revision), paths) => since(revision, paths, project, via)?,
        (None, [old, new]) => (files(old, project, via)?, files(new, project, via)?),
        (None, [range]) if let Some((old, new)) = ends(range)? => {
            (files(&old, project, via)?, files(&new, project, via)?)
        }
        (None, _) => {
            return Err("give the old version and the new one, `REVISION..REVISION`, or `--since REVISION`".to_owned());
        }
    };
    let (mut old, mut new) = (load(old)?, load(new)?);
    let before = old.len();
    let same: Vec<String> = old
        .iter()
        .filter(|(key, file)| new.get(*key).is_some_and(|n| n.bytes == file.bytes))
        .map(|(key, _)| key.clone())
        .collect();
    for key in &same {
        old.remove(key);
        new.remove(key);
    }
    let mut versions = Versions { unchanged: before - old.len(), ..Versions::default() };
    for (files, out) in [(old, &mut versions.old), (new, &mut versions.new)] {
        let files: Vec<(String, Loaded)> = files.into_iter().collect();
        let opened: Vec<_> = files
            .into_par_iter()
            .map(|(key, file)| {
                let outcome = open_bytes(
                    &file.shown,
                    Role::Peer,
                    || content(via, Path::new(&file.shown), file.bytes?),
                    |document| crate::read(document, settings),
                );
                let name = file.name;
                (outcome.document.map(|ledger| Version { key, name, ledger }), outcome.problem, outcome.remark)
            })
            .collect();
        for (version, problem, remark) in opened {
            out.extend(version);
            versions.problems.extend(problem);
            versions.remarks.extend(remark);
        }
    }
    Ok(versions)
}

#[derive(Debug)]
struct Loaded {
    name: String,
    shown: String,
    bytes: Result<Vec<u8>, String>,
}

/// The files' bytes under their keys.
fn load(files: Vec<File>) -> Result<BTreeMap<String, Loaded>, String> {
    let in_git: Vec<String> = files
        .iter()
        .filter_map(|file| match &file.from {
            Origin::Git(name) => Some(name.clone()),
            Origin::Disk(_) => None,
        })
        .collect();
    let mut contents = if in_git.is_empty() { Vec::new() } else { git::contents(&in_git)? }.into_iter();
    let load = |file: File| {
        let bytes = match &file.from {
            Origin::Disk(path) => read(path),
            Origin::Git(_) => contents.next().ok_or_else(|| "git does not have it".to_owned()),
        };
        (file.key, Loaded { name: file.name, shown: file.shown, bytes })
    };
    Ok(files.into_iter().map(load).collect())
}

/// The two revisions of `OLD..NEW`; with a third dot the old one is where the branches part. What is left out is `HEAD`.
fn ends(range: &Path) -> Result<Option<(PathBuf, PathBuf)>, String> {
    let named = range.to_string_lossy();
    let Some((old, new)) = named.split_once("..").filter(|_| !range.exists()) else { return Ok(None) };
    let part = |name: &str| if name.is_empty() { "HEAD" } else { name }.to_owned();
    let parted = new.strip_prefix('.');
    let (old, new) = (part(old), part(parted.unwrap_or(new)));
    let old = if parted.is_some() { git::parting(&old, &new)? } else { old };
    Ok(Some((old.into(), new.into())))
}

/// The files that one argument names: a path, a revision, or `REVISION:PATH`.
fn files(path: &Path, project: &Project, via: Option<Via>) -> Result<Vec<File>, String> {
    let named = path.to_string_lossy();
    if path.exists() {
        return Ok(on_disk(&plain(path), via));
    }
    if named.starts_with('-') {
        return Err(format!("`{named}` is no revision"));
    }
    if let Some(sentence) = address(path) {
        return Err(format!("{named}: {sentence}"));
    }
    let (revision, inside) = match named.split_once(':').filter(|(revision, _)| !revision.is_empty()) {
        Some(parts) => parts,
        None if git::has(&named) => (named.as_ref(), ""),
        None => return Err(format!("{named}: is no path and no revision of git; a file of one is REVISION:PATH")),
    };
    let inside = inside.trim_end_matches('/');
    let found = git::files_at(revision, inside)?;
    // Of a whole revision the same documents as of the working tree.
    let top = if inside.is_empty() && project.has_documents() { Some(git::top(revision)?) } else { None };
    let wanted = |name: &String| match &top {
        Some(top) => project.covers(&top.join(name)),
        None => name.is_empty() || is_read(via, Path::new(name)),
    };
    let file = |name: String| {
        let slash = if name.is_empty() || inside.is_empty() { "" } else { "/" };
        let shown = format!("{revision}:{inside}{slash}{name}");
        File { key: name.clone(), name, from: Origin::Git(shown.clone()), shown }
    };
    Ok(found.into_iter().filter(wanted).map(file).collect())
}

fn on_disk(path: &Path, via: Option<Via>) -> Vec<File> {
    let shown = |path: &Path| path.to_string_lossy().replace('\\', "/");
    if !path.is_dir() {
        return vec![File {
            key: String::new(),
            name: String::new(),
            shown: shown(path),
            from: Origin::Disk(path.to_owned()),
        }];
    }
    let entries = walk(path).build().filter_map(Result::ok);
    let documents = entries.filter(|e| e.file_type().is_some_and(|t| t.is_file()) && is_read(via, e.path()));
    let file = |entry: ignore::DirEntry| {
        let key = shown(entry.path().strip_prefix(path).unwrap_or(entry.path()));
        File { key: key.clone(), name: key, shown: shown(&plain(entry.path())), from: Origin::Disk(entry.into_path()) }
    };
    documents.map(file).collect()
}

/// Met in a folder, only prose is a document, and what is made prose of.
fn is_read(via: Option<Via>, path: &Path) -> bool {
    Format::of(path).is_some_and(Format::is_prose) || converts(via, path)
}

/// What changed under the paths since the branch began, or of the project's documents.
fn since(
    revision: &str,
    paths: &[PathBuf],
    project: &Project,
    via: Option<Via>,
) -> Result<(Vec<File>, Vec<File>), String> {
    let ChangedFiles { top, base, files } =
        git::files_since(revision, paths).map_err(|fault| format!("--since: {fault}"))?;
    let wanted = |name: &str| match paths.is_empty() && project.has_documents() {
        true => project.covers(&top.join(name)),
        false => is_read(via, Path::new(name)) || paths.iter().any(|path| path.ends_with(name)),
    };
    let (mut olds, mut news) = (Vec::new(), Vec::new());
    for file in files {
        let key = file.new.clone().or(file.old.clone()).unwrap_or_default();
        if !wanted(&key) {
            continue;
        }
        if let Some(name) = file.old {
            let from = Origin::Git(format!("{base}:{name}"));
            olds.push(File { key: key.clone(), shown: format!("{revision}:{name}"), name, from });
        }
        if let Some(name) = file.new {
            let path = project.seen_from_here(&top.join(&name));
            news.push(File { key, name, shown: path.to_string_lossy().replace('\\', "/"), from: Origin::Disk(path) });
        }
    }
    Ok((olds, news))
}
