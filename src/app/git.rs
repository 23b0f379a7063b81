//! `--since REV`: which lines changed, asked of the `git` program in this clone, never
//! of a network.

use crate::policy::Changed;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The changed lines of the documents at `paths`: in commits since `revision` left the
/// current branch's history, in the working tree, and in files not yet added.
pub fn changed_since<'a>(revision: &str, paths: impl Iterator<Item = &'a str>) -> Result<Changed, String> {
    if revision.is_empty() || revision.starts_with('-') {
        return Err(format!("--since: `{revision}` is no revision"));
    }
    let top = git(Path::new("."), &["rev-parse", "--show-toplevel"])?;
    let top = fs::canonicalize(top.trim_end()).map_err(|error| format!("--since: {error}"))?;
    let diff = git(
        &top,
        &[
            "-c",
            "core.quotePath=false",
            "diff",
            "--no-ext-diff",
            "--no-textconv",
            "--no-color",
            "--no-relative",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            "--unified=0",
            "--merge-base",
            revision,
            "--",
        ],
    )?;
    let files = Changed::parse(&diff);
    let new = git(&top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
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

fn git(folder: &Path, arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C")
        .output()
        .map_err(|error| format!("--since: git cannot be run: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.lines().next().unwrap_or("git failed");
    let way_out = if said.contains("merge base") || said.contains("bad revision") || said.contains("ambiguous") {
        "; in a shallow clone fetch more history first (`git fetch --unshallow`)"
    } else {
        ""
    };
    Err(format!("--since: git says: {said}{way_out}"))
}
