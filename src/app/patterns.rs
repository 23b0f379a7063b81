//! Patterns of paths, in the configuration and on the command line: `*` stays inside a folder, `**` crosses folders.

use super::walk::{path_of, plain, walk};
use crate::document::Format;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Component, Path, PathBuf};

const WILDCARDS: [char; 4] = ['*', '?', '[', '{'];

/// Has it a wildcard? Then it stands for the paths that it matches, unless a file has that very name.
pub fn is_pattern(path: &str) -> bool {
    path.contains(WILDCARDS)
}

pub fn globs(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let glob = GlobBuilder::new(pattern).literal_separator(true).build();
        set.add(glob.map_err(|error| format!("`{pattern}` is no pattern of paths: {}", error.kind()))?);
    }
    set.build().map_err(|error| error.to_string())
}

/// What a pattern that no shell has expanded matches.
#[derive(Debug)]
pub struct Expanded {
    /// The folder that was walked: what of the pattern has no wildcard.
    pub folder: PathBuf,
    /// The files, those of formats that are read if there are any.
    pub files: Vec<PathBuf>,
    /// The others.
    pub passed_over: Vec<PathBuf>,
    /// Where the walk could not go on, and may have missed one.
    pub errors: Vec<ignore::Error>,
}

/// The files that a pattern matches, seen from the working directory. The error is the end of a sentence that begins
/// with the pattern.
pub fn expand(pattern: &Path) -> Result<Expanded, String> {
    let pattern = plain(pattern);
    let written = pattern.to_string_lossy().replace('\\', "/");
    let globs = globs(std::slice::from_ref(&written)).map_err(|_| "is no pattern of paths; mend it".to_owned())?;
    let spelt = |part: &Component| !is_pattern(&part.as_os_str().to_string_lossy());
    let folder = plain(&pattern.components().take_while(spelt).collect::<PathBuf>());
    let (mut files, mut passed_over, mut errors) = (Vec::new(), Vec::new(), Vec::new());
    for entry in walk(&folder).follow_links(true).build() {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_dir()) => {}
            Ok(entry) => {
                let path = plain(entry.path());
                if globs.is_match(&path) {
                    if Format::of(&path).is_some() { &mut files } else { &mut passed_over }.push(path);
                }
            }
            // A dead link of another name is nobody's loss.
            Err(error) if path_of(&error).is_some_and(|path| path.is_symlink() && !globs.is_match(plain(path))) => {}
            Err(error) => errors.push(error),
        }
    }
    if files.is_empty() && passed_over.is_empty() && errors.is_empty() {
        return Err("matches no file; `*` stays inside a folder, `**` crosses folders".to_owned());
    }
    // Where no format is one that is read, each is told for what it is.
    if files.is_empty() {
        std::mem::swap(&mut files, &mut passed_over);
    }
    Ok(Expanded { folder, files, passed_over, errors })
}
