//! What the editor may ask to be done: a finding into the baseline, a draft held against sources, a place shown.

use super::super::accept::{accepted, baseline_entry};
use super::desk::{Desk, hold};
use super::uri;
use crate::policy::Baseline;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

pub const BASELINE: &str = "crosscheck.addToBaseline";
pub const AGAINST: &str = "crosscheck.checkAgainst";
pub const OPEN: &str = "crosscheck.open";

pub const COMMANDS: [&str; 3] = [AGAINST, BASELINE, OPEN];

/// Adds the finding of this id to the baseline. The sentence says what was done.
pub fn add_to_baseline(desk: &Desk, arguments: &[Value]) -> Result<String, String> {
    let id = arguments.first().and_then(Value::as_str).ok_or("the id of a finding is missing")?;
    let project = desk.project().ok_or("there is no project")?;
    let report = &desk.report;
    let index = report.ids.iter().position(|known| known == id).ok_or("this finding is not there any more")?;
    let entry = baseline_entry(report, desk.policy(), index).ok_or("this finding is not there any more")?;
    let file = project.baseline_file();
    // Nothing is written through a link, nor outside of the project, whatever a configuration from elsewhere says.
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let is_inside = fs::canonicalize(folder).is_ok_and(|folder| folder.starts_with(project.root()));
    if !is_inside || fs::symlink_metadata(&file).is_ok_and(|about| about.is_symlink()) {
        return Err(format!("{}: not written, since it is not a file inside the project", file.display()));
    }
    let known = project.baseline()?;
    let entries = known.iter().flat_map(Baseline::entries).cloned().chain([entry]);
    let baseline = Baseline::new(entries);
    fs::write(&file, baseline.write()).map_err(|error| format!("{}: cannot be written: {error}", file.display()))?;
    Ok(accepted(&file, &baseline))
}

/// Holds a draft against sources from now on; without sources, as the project says.
pub fn check_against(desk: &mut Desk, arguments: &[Value]) -> Result<(), String> {
    let form = "give the draft, and a list of its sources (files or folders; an empty one ends it)";
    let draft = arguments.first().and_then(Value::as_str).ok_or(form)?;
    let sources = match arguments.get(1) {
        Some(Value::Array(sources)) => sources.iter().map(|source| source.as_str().ok_or(form)).collect(),
        Some(Value::String(source)) => Ok(vec![source.as_str()]),
        _ => Err(form),
    };
    let sources: Vec<PathBuf> = sources?.into_iter().map(path).collect();
    if let Some(gone) = sources.iter().find(|source| !source.exists()) {
        return Err(format!("{}: does not exist; check the path", gone.display()));
    }
    hold(desk, &path(draft), &sources);
    Ok(())
}

/// An address, or a path from the working directory.
fn path(named: &str) -> PathBuf {
    uri::to_path(named).unwrap_or_else(|| PathBuf::from(named))
}
