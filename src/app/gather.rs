//! From what the command line and the project ask for to a report.

use super::cli::Corpus;
use super::git::changed_since;
use super::input::Input;
use super::print::say;
use super::project::Project;
use crate::document::Role;
use crate::policy::Policy;
use crate::report::Report;
use std::path::PathBuf;

/// Could not check everything that was asked for.
pub const TROUBLE: u8 = 2;

/// Which findings are kept back.
#[derive(Debug)]
pub struct Gate<'a> {
    /// Those of the baseline?
    pub baseline: bool,
    /// Those without a place that changed since this revision?
    pub since: Option<&'a str>,
}

#[derive(Debug)]
pub struct Gathered {
    pub project: Project,
    pub policy: Policy,
    pub report: Report,
    /// Was there something that could not be read? Each has been said.
    pub trouble: bool,
}

pub fn gather(corpus: &Corpus, gate: &Gate) -> Result<Gathered, String> {
    let mut project = Project::find(corpus.config.as_deref())?;
    let mut input = Input::default();
    let mut problems = Vec::new();
    let has_sources = !corpus.against.is_empty() || project.has_sources();
    let role = if has_sources { Role::Draft } else { Role::Peer };
    if !corpus.paths.is_empty() {
        input.add(&corpus.paths, role);
    } else if project.has_documents() {
        add_configured(&project, role, &mut input, &mut problems)?;
    } else {
        input.add(&[PathBuf::from(".")], role);
    }
    if corpus.against.is_empty() {
        add_configured(&project, Role::Source, &mut input, &mut problems)?;
    } else {
        input.add(&corpus.against, Role::Source);
    }
    let mut settings = std::mem::take(&mut project.settings);
    settings.reference_date = corpus.reference_date.or(settings.reference_date);
    let opened = input.open(|document| crate::read(document, &settings));
    problems.extend(opened.problems);

    let paths = || opened.documents.iter().map(|ledger| ledger.document.path.as_str());
    let policy = Policy {
        levels: std::mem::take(&mut project.levels),
        baseline: if gate.baseline { project.baseline()? } else { None },
        changed: gate
            .since
            .map(|revision| changed_since(revision, paths()).map_err(|fault| format!("--since: {fault}")))
            .transpose()?,
        names: paths().map(|path| (path.to_owned(), project.name(path))).collect(),
    };
    let report = crate::reconcile(opened.documents, &settings, &policy);
    problems.iter().chain(&report.problems).chain(&report.remarks).for_each(|sentence| say(sentence));
    let trouble = !problems.is_empty() || !report.problems.is_empty();
    Ok(Gathered { project, policy, report, trouble })
}

fn add_configured(project: &Project, role: Role, input: &mut Input, problems: &mut Vec<String>) -> Result<(), String> {
    let (files, idle) = project.files(role)?;
    input.add(&files, role);
    problems.extend(idle);
    Ok(())
}
