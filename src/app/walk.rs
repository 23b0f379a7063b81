//! Paths: what a folder holds, which names are one file's, and what is no path at all.

use ignore::WalkBuilder;
use std::fs;
use std::path::{Component, Path, PathBuf};

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
pub fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        ignore::Error::Loop { child, .. } => Some(child),
        _ => None,
    }
}

/// What tells a file that has several names in the file system (hard links); `None` for a file with one.
#[cfg(unix)]
pub fn twin(about: &fs::Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    (about.is_file() && about.nlink() > 1).then(|| (about.dev(), about.ino()))
}

#[cfg(not(unix))]
pub fn twin(_: &fs::Metadata) -> Option<(u64, u64)> {
    None
}

/// What is to be said of an address of the net.
pub fn address(path: &Path) -> Option<&'static str> {
    let (scheme, _) = path.to_str()?.split_once("://")?;
    let is_address = scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric());
    is_address.then_some(
        "is a web address, and crosscheck reads nothing from the net; save the page as .html and name that file",
    )
}
