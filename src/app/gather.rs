//! From what the command line and the project ask for to a report.

use super::cache::Cache;
use super::cli::{Corpus, is_stdin};
use super::git::changed_since;
use super::input::{Input, Lack};
use super::ledgers;
use super::listed::listed;
use super::mistaken;
use super::open::Opened;
use super::print::say;
use super::project::{Project, Set};
use super::sets::{Sets, read_sets};
use super::store::Store;
use crate::claim::Ledger;
use crate::document::Role;
use crate::pipeline::{Waiting, reconcile_while};
use crate::policy::{Choice, Policy};
use crate::report::Report;
use crate::rules::{Outcome, Rule, Settings};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Could not check everything that was asked for.
pub const TROUBLE: u8 = 2;

/// Which findings are kept back.
#[derive(Debug, Default)]
pub struct Gate<'a> {
    /// Those of the baseline?
    pub baseline: bool,
    /// Those without a place that changed since this revision?
    pub since: Option<&'a str>,
    /// Those of rules that were not asked for?
    pub choice: Choice,
    /// What of another run is used.
    pub cache: Cache,
}

#[derive(Debug)]
pub struct Gathered {
    pub project: Project,
    pub policy: Policy,
    pub report: Report,
    /// Was there something that could not be read?
    pub trouble: bool,
    /// A sentence for each such thing, and for all else that is worth a word.
    pub said: Vec<String>,
}

/// For a command that uses what a check has kept, and keeps nothing of its own.
pub fn gather(rules: &[Rule], corpus: &Corpus, gate: &Gate) -> Result<Gathered, String> {
    gather_from(&mut Store::default(), rules, corpus, gate)
}

/// The same with what the last run left. Whoever comes again gives the ledgers back.
pub fn gather_from(store: &mut Store, rules: &[Rule], corpus: &Corpus, gate: &Gate) -> Result<Gathered, String> {
    let gathered = gather_quietly(store, rules, corpus, gate)?;
    gathered.said.iter().for_each(|sentence| say(sentence));
    Ok(gathered)
}

/// The same, where whoever asks tells what is said.
pub fn gather_quietly(store: &mut Store, rules: &[Rule], corpus: &Corpus, gate: &Gate) -> Result<Gathered, String> {
    let (mut project, settings) = project_of(corpus)?;
    let mut problems = Vec::new();
    let mut inputs = inputs(corpus, &project, &mut problems)?;
    let given = read_ledgers(corpus, &project, &settings, &mut inputs)?;
    // A baseline that cannot be read is said once the documents are.
    let policy = policy(&mut project, gate);
    let levels = policy.as_ref().map(|policy| &policy.levels);
    let told = format!("{settings:?} {levels:?}");
    let file = gate.cache.file(&project, corpus, rules, &told);
    store.begin(told, file);
    let Sets { sets, problems, refused, remarks, passed_over } = store.reading(&settings, |reading| {
        let open = |input: Input| input.open_with(|name, role, bytes| reading.open(name, role, bytes));
        read_sets(inputs, given, problems, corpus.against.is_empty(), &open)
    });
    let paths = || sets.iter().flatten().map(|ledger| ledger.document.path.as_str());
    let mut policy = policy?;
    let since = |revision| changed_since(revision, paths()).map_err(|fault| format!("--since: {fault}"));
    policy.changed = gate.since.map(since).transpose()?;
    policy.names = project.names(paths());
    let mut memo = std::mem::take(&mut store.memo);
    let mut waiting = Waiting { goes_on: &|| true, memo: &mut memo, number: &|ledger| store.number(ledger) };
    let report = reconcile_while(rules, sets, &settings, &policy, &mut waiting);
    let mut report = report.unwrap_or_else(|_| Report::new(Vec::new(), Outcome::default(), &policy));
    store.memo = memo;
    report.refused = refused.into_iter().collect();
    report.passed_over = passed_over.into_iter().collect();
    let trouble = !problems.is_empty() || !report.problems.is_empty();
    let said = said(&report, problems, remarks);
    Ok(Gathered { project, policy, report, trouble, said })
}

/// The project, and what the engine is told.
pub fn project_of(corpus: &Corpus) -> Result<(Project, Settings), String> {
    let mut project = Project::find(corpus.config.as_deref())?;
    let mut settings = std::mem::take(&mut project.settings);
    settings.reference_date = corpus.reference_date.or(settings.reference_date);
    Ok((project, settings))
}

/// The documents that were read elsewhere, which are checked as those that are named here would be.
fn read_ledgers(
    corpus: &Corpus,
    project: &Project,
    settings: &Settings,
    inputs: &mut [Input],
) -> Result<Opened<Ledger>, String> {
    let mut given = ledgers::read_all(&corpus.from_claims, settings)?;
    let role = role(corpus, &project.whole());
    for ledger in &mut given.documents {
        let document = &mut ledger.document;
        document.role = role;
        if role == Role::Draft && inputs.iter_mut().any(|input| input.leave_out(Path::new(&document.path))) {
            return Err(format!(
                "{}: is among the ledgers and among the sources; take it out of one of them",
                document.path
            ));
        }
    }
    Ok(given)
}

/// As what the documents of a set are checked.
fn role(corpus: &Corpus, set: &Set) -> Role {
    if corpus.against.is_empty() && set.sources.is_empty() { Role::Peer } else { Role::Draft }
}

/// All that is worth a word, in the order in which it is said.
pub fn said(report: &Report, problems: Vec<String>, remarks: BTreeSet<String>) -> Vec<String> {
    let of_report = |sentences: &[String]| sentences.to_vec();
    let all = [problems, of_report(&report.problems), remarks.into_iter().collect(), of_report(&report.remarks)];
    all.into_iter().flatten().chain(report.uncompared.iter().cloned()).collect()
}

/// The policy of the project, but for what hangs on the documents: their names, and what of them changed.
pub fn policy(project: &mut Project, gate: &Gate) -> Result<Policy, String> {
    let mut levels = std::mem::take(&mut project.levels);
    levels.choose(gate.choice.clone());
    let baseline = if gate.baseline { project.baseline()? } else { None };
    Ok(Policy { levels, truth: std::mem::take(&mut project.truth), baseline, ..Policy::default() })
}

/// What is read: the paths that were given, or each set of the configuration, or the working directory.
pub fn inputs(corpus: &Corpus, project: &Project, problems: &mut Vec<String>) -> Result<Vec<Input>, String> {
    let whole = project.whole();
    let stdin_implied = corpus.stdin.is_implied(corpus.paths.iter().chain(&corpus.against));
    if corpus.files_from.as_deref().is_some_and(is_stdin) && (stdin_implied || corpus.reads_stdin()) {
        return Err("standard input is asked for twice: as a document (`-`) and as the list of --files-from".to_owned());
    }
    let listed = corpus.files_from.as_deref().map(listed).transpose()?;
    let is_elsewhere = !corpus.from_claims.is_empty();
    let given = !corpus.paths.is_empty() || stdin_implied || listed.is_some() || is_elsewhere;
    let named = |set: &Set| !set.documents.is_empty();
    let mut sets: Vec<Set> = if given || named(&whole) || project.sets.is_empty() { vec![whole] } else { Vec::new() };
    if !given {
        sets.extend(project.sets.iter().cloned());
    }
    let mut inputs = Vec::new();
    for set in &sets {
        let role = role(corpus, set);
        let mut input = Input::converting(&corpus.conversion);
        if stdin_implied {
            input.add_stdin(&corpus.stdin, role);
        }
        if given {
            input.add_named(&corpus.paths, &corpus.stdin, role);
            input.add(listed.as_deref().unwrap_or_default(), role);
        } else if named(set) {
            add_configured(project, &set.documents, role, &mut input, problems)?;
        } else {
            input.add(&[PathBuf::from(".")], role);
        }
        if corpus.against.is_empty() {
            add_configured(project, &set.sources, Role::Source, &mut input, problems)?;
        } else {
            input.add_named(&corpus.against, &corpus.stdin, Role::Source);
        }
        match input.lack() {
            Some(lack) if given || !corpus.against.is_empty() => {
                return Err(mistaken::on_the_command_line(corpus, lack));
            }
            Some(lack) => problems.push(mistaken::in_the_configuration(project, set, lack)),
            None if !given && mistaken::is_draft_among_sources(corpus, &input) => {
                return Err(mistaken::on_the_command_line(corpus, Lack::Draft));
            }
            None => {}
        }
        inputs.push(input);
    }
    Ok(inputs)
}

fn add_configured(
    project: &Project,
    patterns: &[String],
    role: Role,
    input: &mut Input,
    problems: &mut Vec<String>,
) -> Result<(), String> {
    let matched = project.files(patterns)?;
    for (file, closeness) in matched.files {
        input.add_file(&file, role, closeness);
    }
    problems.extend(matched.problems);
    Ok(())
}
