//! What the commands do, for a program that holds the engine in itself: documents in memory or on disk in, JSON out. Nothing
//! is printed, standard input is not read, and what the command would say on standard error comes back as sentences.
//! An error is the sentence with which the command would end.

use super::cli::{Corpus, is_stdin};
use super::gather::{Gate, Gathered, gather_quietly, policy, said};
use super::guard;
use super::input::Input;
use super::open::{Opened, open_bytes, within_limit};
use super::project::Project;
use super::sets::{Sets, read_sets};
use super::store::Store;
use crate::claim::Ledger;
use crate::document::{Document, Role};
use crate::report::{self, OUTPUTS, Report, View};
use crate::rules::{RULES, Settings};
use crate::story::{Marks, Stories};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Once;

/// A document in memory: the path by which reports call it, and its bytes.
pub type Named<B> = (String, B);

#[derive(Debug, Default)]
pub struct Options {
    /// The day that counts as today, as YYYY-MM-DD.
    pub reference_date: Option<String>,
    /// The configuration. Without one, documents in memory have none, and those on disk that of the working directory.
    pub config: Option<PathBuf>,
}

impl Options {
    fn date(&self) -> Result<Option<Date>, String> {
        let day = |text: &String| {
            text.parse::<Date>().map_err(|_| format!("reference_date: `{text}` is no day as YYYY-MM-DD"))
        };
        self.reference_date.as_ref().map(day).transpose()
    }

    /// What the configuration says, where one is named.
    fn project(&self) -> Result<Project, String> {
        let named = self.config.as_deref().map(|file| Project::find(Some(file)));
        let mut project = named.transpose()?.unwrap_or_default();
        project.settings.reference_date = self.date()?.or(project.settings.reference_date);
        Ok(project)
    }
}

/// What came of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Answer<T> {
    pub value: T,
    /// What the command would say on standard error: what could not be read, and what was done otherwise than one expects.
    pub said: Vec<String>,
}

/// `crosscheck check --format json` over documents in memory. With `against` they are drafts, and those the sources.
pub fn check_documents<B: AsRef<[u8]> + Sync>(
    documents: &[Named<B>],
    against: &[Named<B>],
    options: &Options,
) -> Result<Answer<String>, String> {
    guarded(|| {
        let held = by_name(documents.iter().chain(against))?;
        let mut project = options.project()?;
        let settings = std::mem::take(&mut project.settings);
        let policy = policy(&mut project, &Gate::default())?;
        let mut input = Input::default();
        let role = if against.is_empty() { Role::Peer } else { Role::Draft };
        for (documents, role) in [(documents, role), (against, Role::Source)] {
            documents.iter().for_each(|(name, _)| input.add_buffer(Path::new(name), Path::new(name), role));
        }
        let open = |input: Input| open_held(input, &held, |document| crate::read(document, &settings));
        let Sets { sets, problems, refused, mut remarks, .. } =
            read_sets(vec![input], Opened::default(), Vec::new(), false, &open);
        nothing_read(documents.len(), sets.iter().flatten().filter(|l| l.document.role == role).count(), &problems)?;
        if against.is_empty() {
            remarks.extend(sets.iter().flatten().filter_map(names_sources));
        }
        let mut report = crate::reconcile_by(RULES, sets, &settings, &policy);
        report.refused = refused.into_iter().collect();
        Ok(Answer { value: json(&report)?, said: said(&report, problems, remarks) })
    })
}

/// `crosscheck check PATH... --format json`; without paths, what the configuration names, else the working directory.
pub fn check_paths(
    paths: Option<Vec<PathBuf>>,
    against: Vec<PathBuf>,
    options: &Options,
) -> Result<Answer<String>, String> {
    if paths.as_ref().is_some_and(Vec::is_empty) {
        // A list that came out empty does not mean everything.
        return check_documents::<&[u8]>(&[], &[], options);
    }
    guarded(|| {
        let paths = paths.unwrap_or_default();
        if paths.iter().chain(&against).any(|path| is_stdin(path)) {
            return Err("-: standard input is for the command line; give its bytes as a document".to_owned());
        }
        let corpus = Corpus {
            paths,
            against,
            reference_date: options.date()?,
            config: options.config.clone(),
            ..Corpus::default()
        };
        let gate = Gate { baseline: true, ..Gate::default() };
        let Gathered { report, said, .. } = gather_quietly(&mut Store::default(), RULES, &corpus, &gate)?;
        nothing_read(report.refused.len(), report.ledgers.len(), &report.refused)?;
        Ok(Answer { value: json(&report)?, said })
    })
}

/// `crosscheck claims --format jsonl` over one document in memory.
pub fn claims(name: &str, bytes: &[u8], options: &Options) -> Result<Answer<String>, String> {
    guarded(|| {
        let settings = Settings { reference_date: options.date()?, ..Settings::default() };
        let bytes = || within_limit(bytes.len() as u64).map(|()| bytes.to_vec().into());
        let opened = open_bytes(name, Role::Peer, bytes, |document| crate::read(document, &settings));
        let Some(ledger) = opened.document else { return Err(opened.problem.unwrap_or_default()) };
        let said = opened.problem.into_iter().chain(opened.remark).chain(report::not_understood(&ledger)).collect();
        Ok(Answer { value: report::claims_jsonl::write(&ledger)?, said })
    })
}

/// The names of documents in memory by what they tell of: each in one group, the groups by their first name. What is in
/// no group with another is held against none, except where both name one thing.
pub fn stories<B: AsRef<[u8]> + Sync>(
    documents: &[Named<B>],
    options: &Options,
) -> Result<Answer<Vec<Vec<String>>>, String> {
    guarded(|| {
        let held = by_name(documents)?;
        let settings = options.project()?.settings;
        let mut input = Input::default();
        held.keys().for_each(|name| input.add_buffer(Path::new(name), Path::new(name), Role::Peer));
        // Of each document only its marks stay.
        let opened = open_held(input, &held, |document| {
            let ledger = crate::read(document, &settings);
            (ledger.document.path.clone(), Marks::of(&ledger))
        });
        let (names, marks): (Vec<String>, Vec<Marks>) = opened.documents.into_iter().unzip();
        let found = Stories::of_marks(&marks, |index| names.get(index).map(|name| (Role::Peer, name.as_str())));
        let name = |index: &usize| names.get(*index).cloned();
        let mut groups: Vec<Vec<String>> =
            found.parts.iter().map(|part| part.iter().filter_map(name).collect()).collect();
        let read: BTreeSet<&String> = names.iter().collect();
        // What cannot be read is told by whoever checks it.
        groups.extend(held.keys().filter(|name| !read.contains(name)).map(|name| vec![name.clone()]));
        groups.sort();
        let said = opened.problems.into_iter().chain(opened.remarks).collect();
        Ok(Answer { value: groups, said })
    })
}

/// Does `work` under the last net.
fn guarded<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    static NET: Once = Once::new();
    NET.call_once(guard::install);
    guard::guard(work).and_then(|outcome| outcome)
}

/// Each document by its name, of which there is one.
fn by_name<'a, B>(documents: impl IntoIterator<Item = &'a Named<B>>) -> Result<BTreeMap<String, &'a B>, String> {
    let mut held = BTreeMap::new();
    for (name, bytes) in documents {
        // As reports print it.
        let name = name.replace('\\', "/");
        if name.is_empty() {
            return Err("a document has no name; give each one of its own".to_owned());
        }
        if held.contains_key(&name) {
            return Err(format!("{name}: is given twice; give each document a name of its own"));
        }
        held.insert(name, bytes);
    }
    Ok(held)
}

fn open_held<T: Send, B: AsRef<[u8]> + Sync>(
    input: Input,
    held: &BTreeMap<String, &B>,
    work: impl Fn(Document) -> T + Sync,
) -> Opened<T> {
    input.open_with(|name, role, _| {
        let bytes = held.get(name).map(|bytes| bytes.as_ref()).unwrap_or_default();
        open_bytes(name, role, || within_limit(bytes.len() as u64).map(|()| bytes.to_vec().into()), &work)
    })
}

/// Where nothing at all could be read of what was asked for, there is no report.
fn nothing_read(asked: usize, read: usize, problems: &[String]) -> Result<(), String> {
    if asked > 0 && read == 0 { Err(problems.join("\n")) } else { Ok(()) }
}

/// Its front matter names files that it must agree with, and only its bytes are here.
fn names_sources(ledger: &Ledger) -> Option<String> {
    let Document { path, meta, .. } = &ledger.document;
    let named = !meta.sources.is_empty();
    named.then(|| {
        format!(
            "{path}: names its sources, which were not read; give them as what it is held against, or check the file"
        )
    })
}

fn json(report: &Report) -> Result<String, String> {
    let all = View { findings: true, agreements: true, verbatim: true, unverified: true, claims: true };
    let output = OUTPUTS.iter().find(|output| output.name == "json").ok_or("no such format")?;
    (output.write)(report, &all)
}
