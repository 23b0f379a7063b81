//! What the `git` program tells of this clone, never of a network: which lines changed
//! since a revision, which files did, and what files held.

use crate::policy::Changed;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Diffs that come out the same whatever the user has configured.
const PLAIN_DIFF: [&str; 10] = [
    "-c",
    "core.quotePath=false",
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-relative",
    "--src-prefix=a/",
    "--dst-prefix=b/",
    "--merge-base",
];

/// The changed lines of the documents at `paths`: in commits since `revision` left the
/// current branch's history, in the working tree, and in files not yet added.
pub fn changed_since<'a>(revision: &str, paths: impl Iterator<Item = &'a str>) -> Result<Changed, String> {
    let top = top(revision)?;
    let diff = text(&top, &[&PLAIN_DIFF[..], &["--unified=0", revision, "--"]].concat())?;
    let files = Changed::parse(&diff);
    let new = text(&top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    let new: BTreeSet<&str> = new.split('\0').collect();
    let mut changed = Changed::default();
    for path in paths {
        let Ok(true_path) = fs::canonicalize(path) else { continue };
        let Ok(name) = true_path.strip_prefix(&top) else { continue };
        let name = name.to_string_lossy();
        for (first, last) in files.get(name.as_ref()).into_iter().flatten() {
            changed.add(path, *first, *last);
        }
        if new.contains(name.as_ref()) {
            changed.add(path, 1, usize::MAX);
        }
    }
    Ok(changed)
}

/// A file that changed, by its names from the top of the working tree; without one where it was not, or is no more.
#[derive(Debug, PartialEq, Eq)]
pub struct ChangedFile {
    pub old: Option<String>,
    pub new: Option<String>,
}

/// What changed since `revision` left the current branch's history.
#[derive(Debug)]
pub struct ChangedFiles {
    /// The top of the working tree.
    pub top: PathBuf,
    /// The commit where the branches part.
    pub base: String,
    pub files: Vec<ChangedFile>,
}

/// The files under `paths` that changed, with those not yet added.
pub fn files_since(revision: &str, paths: &[PathBuf]) -> Result<ChangedFiles, String> {
    let top = top(revision)?;
    let here = Path::new(".");
    let base = parting(revision, "HEAD")?;
    let paths: Vec<&str> = paths.iter().filter_map(|path| path.to_str()).collect();
    let status = ["--name-status", "--find-renames", "-z", revision, "--"];
    let listed = text(here, &[&PLAIN_DIFF[..], &status, &paths].concat())?;
    let fresh = ["ls-files", "--others", "--exclude-standard", "--full-name", "-z", "--"];
    let fresh = text(here, &[&fresh[..], &paths].concat())?;
    let mut files = listed_files(&listed);
    let new = fresh.split('\0').filter(|name| !name.is_empty());
    files.extend(new.map(|name| ChangedFile { old: None, new: Some(name.to_owned()) }));
    Ok(ChangedFiles { top, base, files })
}

/// Whether this clone has a commit of that name.
pub fn has(revision: &str) -> bool {
    let commit = format!("{revision}^{{commit}}");
    text(Path::new("."), &["rev-parse", "--quiet", "--verify", "--end-of-options", &commit]).is_ok()
}

/// The commit where two branches part.
pub fn parting(one: &str, other: &str) -> Result<String, String> {
    Ok(text(Path::new("."), &["merge-base", "--", one, other])?.trim_end().to_owned())
}

/// `git diff --name-status -z`: a letter and a name, or for renames and copies two names.
fn listed_files(listed: &str) -> Vec<ChangedFile> {
    let mut fields = listed.split('\0');
    let mut files = Vec::new();
    while let Some(status) = fields.next().filter(|status| !status.is_empty()) {
        let Some(name) = fields.next().map(str::to_owned) else { break };
        files.push(match status.chars().next() {
            Some('A') => ChangedFile { old: None, new: Some(name) },
            Some('D') => ChangedFile { old: Some(name), new: None },
            Some('R') => ChangedFile { old: Some(name), new: fields.next().map(str::to_owned) },
            Some('C') => ChangedFile { old: None, new: fields.next().map(str::to_owned) },
            _ => ChangedFile { old: Some(name.clone()), new: Some(name) },
        });
    }
    files
}

/// The files below `REVISION:PATH` with their names from there; the file itself under an empty name.
pub fn files_at(revision: &str, path: &str) -> Result<Vec<String>, String> {
    let at = format!("{revision}:{path}");
    match text(Path::new("."), &["cat-file", "-t", "--end-of-options", &at])?.trim_end() {
        "blob" => Ok(vec![String::new()]),
        "tree" => {
            let listed = text(Path::new("."), &["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", &at])?;
            // `mode type object\tname`: links and other repositories are no files.
            let file = |line: &str| {
                let (about, name) = line.split_once('\t')?;
                about.starts_with("100").then(|| name.to_owned())
            };
            Ok(listed.split('\0').filter_map(file).collect())
        }
        other => Err(format!("{at}: is a {other}, neither a file nor a folder")),
    }
}

/// What the files hold that are named as `REVISION:PATH`, in their order.
pub fn contents(names: &[String]) -> Result<Vec<Vec<u8>>, String> {
    let mut child = Command::new("git")
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    let mut stdin = child.stdin.take().ok_or("git cannot be asked")?;
    let asked: String = names.iter().map(|name| format!("{name}\n")).collect();
    // Asked from beside: git answers before it has heard all.
    let asking = std::thread::spawn(move || stdin.write_all(asked.as_bytes()));
    let output = child.wait_with_output().map_err(|error| format!("git cannot be heard: {error}"))?;
    let _ = asking.join();
    let mut rest = output.stdout.as_slice();
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        let (content, after) = answer(rest).ok_or_else(|| format!("{name}: git does not have it"))?;
        found.push(content.to_vec());
        rest = after;
    }
    Ok(found)
}

/// One answer of `git cat-file --batch`: `object type size`, the bytes, a line break; and what follows.
fn answer(output: &[u8]) -> Option<(&[u8], &[u8])> {
    let end = output.iter().position(|b| *b == b'\n')?;
    let head = std::str::from_utf8(output.get(..end)?).ok()?;
    let size: usize = head.rsplit(' ').next()?.parse().ok()?;
    let content = output.get(end + 1..)?.get(..size)?;
    Some((content, output.get(end + 1 + size + 1..)?))
}

/// The top of the working tree. A revision that could be taken for an option is none.
pub fn top(revision: &str) -> Result<PathBuf, String> {
    if revision.is_empty() || revision.starts_with('-') {
        return Err(format!("`{revision}` is no revision"));
    }
    let top = text(Path::new("."), &["rev-parse", "--show-toplevel"])?;
    fs::canonicalize(top.trim_end()).map_err(|error| format!("{}: {error}", top.trim_end()))
}

fn text(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .output()
        .map_err(|error| format!("git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("git failed");
    let missing = ["merge base", "bad revision", "ambiguous", "Not a valid", "invalid object name"];
    let way_out = if missing.iter().any(|words| said.contains(words)) {
        "; in a shallow clone fetch more history first (`git fetch --unshallow`)"
    } else {
        ""
    };
    Err(format!("git says: {said}{way_out}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_files_by_their_letters() {
        let file = |old: Option<&str>, new: Option<&str>| ChangedFile {
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
        };
        assert_eq!(
            listed_files("M\0a.md\0A\0b.md\0D\0c.md\0R087\0d.md\0e.md\0"),
            [
                file(Some("a.md"), Some("a.md")),
                file(None, Some("b.md")),
                file(Some("c.md"), None),
                file(Some("d.md"), Some("e.md")),
            ]
        );
    }

    #[test]
    fn an_answer_is_as_long_as_it_says() {
        assert_eq!(answer(b"0a blob 3\na\nb\nrest"), Some((&b"a\nb"[..], &b"rest"[..])));
        assert_eq!(answer(b"x:y missing\n"), None);
    }
}
