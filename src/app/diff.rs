//! `crosscheck diff`: which facts a change adds, drops or alters.

use super::cli::Diff;
use super::gather::TROUBLE;
use super::print::{colour, deliver, deliver_coloured, say};
use super::project::Project;
use super::versions::versions;
use crate::change::changes;
use crate::report::CHANGE_OUTPUTS;

pub fn diff(options: &Diff) -> Result<u8, String> {
    colour(&options.colour);
    let mut project = Project::find(options.config.as_deref())?;
    let mut settings = std::mem::take(&mut project.settings);
    settings.reference_date = options.reference_date.or(settings.reference_date);
    let versions = versions(options, &project, &settings)?;
    versions.problems.iter().chain(&versions.remarks).for_each(|sentence| say(sentence));
    let trouble = !versions.problems.is_empty();
    let read = versions.old.iter().chain(&versions.new).map(|version| version.ledger.document.path.clone());
    let paths: Vec<String> = read.collect();
    let changes = changes(versions.old, versions.new);
    let output = CHANGE_OUTPUTS.iter().find(|o| o.name == options.format).ok_or("no such format")?;
    let text = (output.write)(&changes, versions.unchanged)?;
    let deliver = if output.coloured { deliver_coloured } else { deliver };
    deliver(&options.out, &text, &paths.iter().map(String::as_str).collect::<Vec<_>>())?;
    let differs = options.exit_code && changes.all().next().is_some();
    Ok(if trouble { TROUBLE } else { u8::from(differs) })
}
