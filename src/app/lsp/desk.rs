//! What lies on the desk: the project, its documents as they were read, and the report on them. A text that did not
//! change is not read again; everything else is `check`, in the same functions.

use super::super::cli::{Conversion, Corpus};
use super::super::convert::content;
use super::super::gather::{Gate, inputs, policy};
use super::super::input::Input;
use super::super::open::{self, Opened, Outcome, open_bytes};
use super::super::project::Project;
use super::super::sets::{Sets, read_sets};
use super::buffers::{Buffers, true_path};
use crate::claim::Ledger;
use crate::document::Role;
use crate::pipeline::{Memo, Waiting, reconcile_while};
use crate::policy::Policy;
use crate::report::Report;
use crate::rules::{Outcome as Said, Rule, Settings};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// What may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The text of something that is open.
    Text,
    /// Anything: files came and went, the configuration is another.
    Files,
}

/// What tells one text of a file from the next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Stamp {
    Buffer(u64),
    File(Option<(SystemTime, u64)>),
}

/// A file as it was read: true path and role.
type Key = (PathBuf, Role);

#[derive(Debug)]
struct Kept {
    stamp: Stamp,
    /// No other reading of any document has it.
    number: u64,
    /// Away while a report holds it.
    ledger: Option<Ledger>,
    problem: Option<String>,
    remark: Option<String>,
}

#[derive(Debug)]
pub struct Desk {
    /// The folder that the editor has open, if its documents are to be checked.
    root: Option<PathBuf>,
    /// What has files converted, if anything does.
    pub conversion: Conversion,
    project: Option<Project>,
    /// The configuration's own stamp.
    configured: Option<(PathBuf, Option<(SystemTime, u64)>)>,
    settings: Settings,
    policy: Policy,
    inputs: Vec<Input>,
    /// Sentences about what the configuration asks for and is not there.
    problems: Vec<String>,
    /// Drafts that the editor holds against sources, by their keys.
    pub against: BTreeMap<PathBuf, Vec<PathBuf>>,
    kept: BTreeMap<Key, Kept>,
    /// How often a document was read.
    readings: u64,
    memo: Memo,
    /// Names in reports, with the keys of their files.
    names: BTreeMap<String, Key>,
    pub report: Report,
    /// What is to be told: what could not be read, and remarks.
    pub said: Vec<String>,
}

impl Desk {
    pub fn new(root: Option<PathBuf>, conversion: Conversion) -> Desk {
        Desk {
            root,
            conversion,
            project: None,
            configured: None,
            settings: Settings::default(),
            policy: Policy::default(),
            inputs: Vec::new(),
            problems: Vec::new(),
            against: BTreeMap::new(),
            kept: BTreeMap::new(),
            readings: 0,
            memo: Memo::default(),
            names: BTreeMap::new(),
            report: Report::new(Vec::new(), Said::default(), &Policy::default()),
            said: Vec::new(),
        }
    }

    pub fn root(&self) -> Option<&Path> {
        self.root.as_deref()
    }

    pub fn project(&self) -> Option<&Project> {
        self.project.as_ref()
    }

    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// The true path of a document of the report.
    pub fn file(&self, name: &str) -> Option<&Path> {
        self.names.get(name).map(|(path, _)| path.as_path())
    }

    /// The document of the report that is this file.
    pub fn document(&self, key: &Path) -> Option<usize> {
        self.report.ledgers.iter().position(|ledger| self.file(&ledger.document.path) == Some(key))
    }

    /// Makes the report anew. `Ok(false)`: nobody waited for it any more. The error is a fault of the configuration;
    /// what could be read before stays.
    pub fn refresh(
        &mut self,
        rules: &[Rule],
        buffers: &Buffers,
        change: Change,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Result<bool, String> {
        self.take_back();
        let fault = if change == Change::Files || self.project.is_none() { self.look(buffers).err() } else { None };
        let read = self.read(buffers, change);
        let Sets { sets, problems, refused, remarks, passed_over } = read;
        if let Some(project) = &self.project {
            let paths = sets.iter().flatten().map(|ledger| ledger.document.path.as_str());
            self.policy.names = project.names(paths);
        }
        let (names, kept) = (&self.names, &self.kept);
        let number = |ledger: &Ledger| Some(kept.get(names.get(&ledger.document.path)?)?.number);
        let mut waiting = Waiting { goes_on, memo: &mut self.memo, number: &number };
        match reconcile_while(rules, sets, &self.settings, &self.policy, &mut waiting) {
            Err(ledgers) => {
                self.report.ledgers = ledgers;
                self.take_back();
                return fault.map_or(Ok(false), Err);
            }
            Ok(report) => self.report = report,
        }
        self.report.refused = refused.into_iter().collect();
        self.report.passed_over = passed_over.into_iter().collect();
        let Report { problems: faults, remarks: more, uncompared, .. } = &self.report;
        let said = problems.iter().chain(faults).chain(&remarks).chain(more).chain(uncompared);
        self.said = said.cloned().collect();
        fault.map_or(Ok(true), Err)
    }

    /// Takes the ledgers out of the report, to be read from again.
    fn take_back(&mut self) {
        for mut ledger in std::mem::take(&mut self.report.ledgers) {
            let Some(key) = self.names.get(&ledger.document.path) else { continue };
            // A document that names its sources became a draft.
            ledger.document.role = key.1;
            if let Some(kept) = self.kept.get_mut(key) {
                kept.ledger = Some(ledger);
            }
        }
        self.report = Report::new(Vec::new(), Said::default(), &Policy::default());
    }

    /// Finds out which documents there are.
    fn look(&mut self, buffers: &Buffers) -> Result<(), String> {
        let mut project = Project::find(None)?;
        let file = project.file();
        let configured = Some((file.clone(), stamp(&file)));
        if self.configured != configured {
            // Names and days may be read otherwise now.
            self.kept.clear();
            self.memo = Memo::default();
            self.configured = configured;
        }
        self.settings = std::mem::take(&mut project.settings);
        let policy = policy(&mut project, &Gate { baseline: true, ..Gate::default() });
        self.problems.clear();
        let mut found = if project.has_documents() || self.root.is_some() {
            inputs(&Corpus { conversion: self.conversion, ..Corpus::default() }, &project, &mut self.problems)?
        } else {
            Vec::new()
        };
        for (draft, sources) in &self.against {
            for input in &mut found {
                input.leave_out(draft);
            }
            let mut input = Input::converting(&self.conversion);
            input.add_buffer(draft, &project.seen_from_here(draft), Role::Draft);
            input.add(&sources.iter().map(|path| project.seen_from_here(path)).collect::<Vec<_>>(), Role::Source);
            found.push(input);
        }
        // What is open and belongs to nothing is checked for itself.
        for (key, _) in buffers.iter().filter(|(_, buffer)| buffer.is_prose) {
            if !found.iter().any(|input| input.paths().any(|path| path == key)) {
                let mut input = Input::converting(&self.conversion);
                input.add_buffer(key, &project.seen_from_here(key), Role::Peer);
                found.push(input);
            }
        }
        self.inputs = found;
        self.project = Some(project);
        self.policy = policy?;
        Ok(())
    }

    /// Reads what changed, and takes the rest as it was.
    fn read(&mut self, buffers: &Buffers, change: Change) -> Sets {
        let kept = Mutex::new(std::mem::take(&mut self.kept));
        let read: Mutex<Vec<(Key, String, Kept)>> = Mutex::default();
        let (settings, via) = (&self.settings, self.conversion.via);
        let readings = AtomicU64::new(self.readings);
        let one = |name: &str, role: Role, path: &Path| {
            let key = (path.to_owned(), role);
            let buffer = buffers.get(path);
            let known = lock(&kept).remove(&key);
            let now = match (buffer, known.as_ref().map(|known| &known.stamp)) {
                (Some(buffer), _) => Stamp::Buffer(buffer.serial),
                // Between two looks at the disk its files are those of the last one.
                (None, Some(stamp @ Stamp::File(_))) if change == Change::Text => stamp.clone(),
                (None, _) => Stamp::File(stamp(path)),
            };
            let same = known.filter(|known| known.stamp == now && known.is_named(name));
            let anew = || readings.fetch_add(1, Ordering::Relaxed).saturating_add(1);
            let number = same.as_ref().map_or_else(anew, |known| known.number);
            let outcome = match (same, buffer) {
                (Some(kept), _) => Outcome { document: kept.ledger, problem: kept.problem, remark: kept.remark },
                (None, buffer) => {
                    let bytes =
                        || buffer.map_or_else(|| open::read(path), |buffer| Ok(buffer.text.as_bytes().to_vec()));
                    let content = || content(via, Path::new(name), bytes()?);
                    open_bytes(name, role, content, |document| crate::read(document, settings))
                }
            };
            let (problem, remark) = (outcome.problem.clone(), outcome.remark.clone());
            lock(&read).push((key, name.to_owned(), Kept { stamp: now, number, ledger: None, problem, remark }));
            outcome
        };
        let open = |input: Input| -> Opened<Ledger> { input.open_by(one) };
        let sets = read_sets(self.inputs.clone(), Opened::default(), self.problems.clone(), true, &open);
        self.readings = readings.into_inner();
        self.names.clear();
        for (key, name, kept) in read.into_inner().unwrap_or_else(PoisonError::into_inner) {
            self.names.insert(name, key.clone());
            self.kept.insert(key, kept);
        }
        sets
    }
}

impl Kept {
    /// Is it still called so, and is there something to take: a document, or the reason why there is none?
    fn is_named(&self, name: &str) -> bool {
        self.ledger.as_ref().map_or(self.problem.is_some(), |ledger| ledger.document.path == name)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let about = fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}

/// Takes `draft` to be held against these, or against nothing but what the project says.
pub fn hold(desk: &mut Desk, draft: &Path, sources: &[PathBuf]) {
    let draft = true_path(draft);
    if sources.is_empty() {
        desk.against.remove(&draft);
    } else {
        desk.against.insert(draft, sources.iter().map(|path| true_path(path)).collect());
    }
}
