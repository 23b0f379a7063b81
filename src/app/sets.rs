//! The documents of each set, read: with the sources that their front matter names, and all that is to be said of them.

use super::input::Input;
use super::open::Opened;
use crate::claim::Ledger;
use crate::document::Role;
use crate::report::PassedOver;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Debug, Default)]
pub struct Sets {
    pub sets: Vec<Vec<Ledger>>,
    /// Sentences about what could not be checked.
    pub problems: Vec<String>,
    /// Those of them about paths of which nothing was read.
    pub refused: BTreeSet<String>,
    pub remarks: BTreeSet<String>,
    pub passed_over: BTreeSet<PassedOver>,
}

/// `given`: what was read elsewhere, and belongs to the first set. `own_sources`: do documents that name their sources go with these? `open` reads what it is given, as `Input::open`.
pub fn read_sets(
    inputs: Vec<Input>,
    given: Opened<Ledger>,
    problems: Vec<String>,
    own_sources: bool,
    open: &dyn Fn(Input) -> Opened<Ledger>,
) -> Sets {
    let mut read = Sets { problems, ..Sets::default() };
    let mut given = Some(given);
    for input in inputs {
        let mut opened = open(input);
        let given = given.take().unwrap_or_default();
        let is_mixed = !given.documents.is_empty();
        opened.join(given);
        if is_mixed {
            opened.documents.sort_by(|a, b| order(a).cmp(&order(b)));
        }
        read.problems.extend(opened.problems);
        read.refused.extend(opened.refused);
        read.remarks.extend(opened.remarks);
        read.passed_over.extend(opened.passed_over);
        read.sets.push(opened.documents);
    }
    let Sets { sets, problems, refused, remarks, .. } = &mut read;
    if own_sources {
        let own = with_own_sources(sets, open, (problems, refused, remarks));
        sets.extend(own);
    }
    if sets.iter().any(|set| has_empty_sources(set)) {
        problems.push("every source is empty, so nothing was held against one".to_owned());
    }
    read
}

/// As files are opened.
fn order(ledger: &Ledger) -> (Role, &str) {
    (ledger.document.role, &ledger.document.path)
}

/// Documents whose front matter names their sources are taken out and held against those alone, each for itself.
fn with_own_sources(
    sets: &mut [Vec<Ledger>],
    open: &dyn Fn(Input) -> Opened<Ledger>,
    (problems, refused, remarks): (&mut Vec<String>, &mut BTreeSet<String>, &mut BTreeSet<String>),
) -> Vec<Vec<Ledger>> {
    let mut own = Vec::new();
    for set in sets {
        let (naming, rest): (Vec<Ledger>, Vec<Ledger>) = std::mem::take(set)
            .into_iter()
            .partition(|l| l.document.role != Role::Source && !l.document.meta.sources.is_empty());
        *set = rest;
        own.extend(naming);
    }
    let mut together = Vec::new();
    for mut ledger in own {
        let folder = Path::new(&ledger.document.path).parent().unwrap_or(Path::new("")).to_owned();
        let mut input = Input::default();
        let sources: Vec<PathBuf> = ledger.document.meta.sources.iter().map(|name| folder.join(name)).collect();
        input.add(&sources, Role::Source);
        if input.leave_out(Path::new(&ledger.document.path)) {
            let path = &ledger.document.path;
            if input.paths().next().is_some() {
                remarks.insert(format!("{path}: names itself among its sources; it was left out there"));
            } else {
                problems.push(format!("{path}: names no source but itself; name another, or none"));
            }
        }
        let opened = open(input);
        problems.extend(opened.problems);
        refused.extend(opened.refused);
        remarks.extend(opened.remarks);
        ledger.document.role = Role::Draft;
        let mut set = opened.documents;
        set.push(ledger);
        together.push(set);
    }
    together
}

/// Are there sources, and not a byte in any of them? Then a draft would be held against nothing, and pass.
fn has_empty_sources(set: &[Ledger]) -> bool {
    let mut sources = set.iter().filter(|ledger| ledger.document.role == Role::Source).peekable();
    sources.peek().is_some() && sources.all(|ledger| ledger.document.bytes.is_empty())
}
