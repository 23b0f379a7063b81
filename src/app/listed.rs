//! `--files-from`: the paths to check, one a line, as other programs print them.

use super::cli::is_stdin;
use super::open::{read, read_stdin};
use std::path::{Path, PathBuf};

/// The paths that a file lists, or standard input for `-`. They end at a line break, or at a NUL where there is one
/// (`git ls-files -z`, `find -print0`).
pub fn listed(file: &Path) -> Result<Vec<PathBuf>, String> {
    let bytes = if is_stdin(file) { read_stdin() } else { read(file) };
    let bytes = bytes.map_err(|sentence| format!("{}: {sentence}", file.display()))?;
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{}: is no list of paths in UTF-8, one a line", file.display()))?;
    let ends = if text.contains('\0') { '\0' } else { '\n' };
    let lines = text.split(ends).map(|line| line.trim_end_matches('\r'));
    Ok(lines.filter(|line| !line.trim().is_empty()).map(PathBuf::from).collect())
}
