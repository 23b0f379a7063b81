//! `crosscheck diff`: which facts a change adds, drops or alters.

use super::cli::Diff;
use super::gather::TROUBLE;
use super::print::{print, print_coloured, say};
use super::project::Project;
use super::versions::versions;
use crate::change::changes;
use crate::report::CHANGE_OUTPUTS;

pub fn diff(options: &Diff) -> Result<u8, String> {
    let mut project = Project::find(options.config.as_deref())?;
    let mut settings = std::mem::take(&mut project.settings);
    settings.reference_date = options.reference_date.or(settings.reference_date);
    let versions = versions(options, &project, &settings)?;
    versions.problems.iter().chain(&versions.remarks).for_each(|sentence| say(sentence));
    let trouble = !versions.problems.is_empty();
    let changes = changes(versions.old, versions.new);
    let output = CHANGE_OUTPUTS.iter().find(|o| o.name == options.format).ok_or("no such format")?;
    let text = (output.write)(&changes, versions.unchanged)?;
    let out = if output.coloured { print_coloured } else { print };
    out(&text)?;
    let differs = options.exit_code && changes.all().next().is_some();
    Ok(if trouble { TROUBLE } else { u8::from(differs) })
}
