//! Rules are blind to each other, over all cases and samples: one that is switched off takes its own findings away and
//! lets those speak that yielded to it; what is ignored or accepted changes no other; one pair of places gets one verdict.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

#[path = "support/cases.rs"]
mod cases;

use crosscheck::document::{Document, Format, Role};
use crosscheck::policy::{Baseline, Entry, Level, Levels, Policy, Selector};
use crosscheck::report::Report;
use crosscheck::rules::{Finding, FindingVerdict, Label, RULES, Settings, find};
use crosscheck::{read, reconcile};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Documents that are checked together.
struct Set {
    name: String,
    documents: fn(&Set) -> Vec<Document>,
    case: Option<cases::Case>,
    settings: Settings,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn paths(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    paths
}

fn sample(set: &Set) -> Vec<Document> {
    let read = |path: PathBuf| {
        let format = Format::of(&path).expect("a known extension");
        Document::read(path.file_name().unwrap().to_str().unwrap(), Role::Peer, format, fs::read(&path).unwrap())
    };
    paths(&root().join("sources").join(&set.name)).into_iter().map(read).collect()
}

fn samples() -> Vec<Set> {
    let name = |path: PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let set = |name| Set { name, documents: sample, case: None, settings: Settings::default() };
    paths(&root().join("sources")).into_iter().filter(|p| p.is_dir()).map(name).map(set).collect()
}

fn all_cases() -> Vec<Set> {
    let of = |path: PathBuf| {
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let parsed = cases::parse(&fs::read_to_string(path).unwrap());
        parsed.into_iter().map(move |case| Set {
            name: format!("{file}: {}", case.title),
            documents: |set| cases::documents(set.case.as_ref().unwrap()),
            settings: cases::settings(&case),
            case: Some(case),
        })
    };
    paths(&root().join("tests/rules")).into_iter().flat_map(of).collect()
}

fn report(set: &Set, policy: &Policy) -> Report {
    let ledgers = (set.documents)(set).into_iter().map(|d| read(d, &set.settings)).collect();
    reconcile(vec![ledgers], &set.settings, policy)
}

fn off<'a>(rules: impl IntoIterator<Item = &'a str>) -> Policy {
    let mut levels = Levels::default();
    levels.add(None, rules.into_iter().map(|id| (Selector::new(id).unwrap(), Level::Off)).collect());
    Policy { levels, ..Policy::default() }
}

/// Each finding of other rules than `id`, whole, with its name.
fn others<'a>(report: &'a Report, id: &str) -> Vec<(String, &'a Finding)> {
    let told = report.findings.iter().zip(&report.ids).filter(|(f, _)| f.rule != id);
    told.map(|(finding, name)| (format!("{name} {finding:?}"), finding)).collect()
}

fn meets(a: &Label, b: &Label) -> bool {
    a.document == b.document && a.span.overlaps(b.span)
}

/// What switching `id` off does to the others, beyond letting those speak that yielded to it.
fn harm(set: &Set, whole: &Report, id: &str) -> Vec<String> {
    let without = report(set, &off([id]));
    let (before, after) = (others(whole, id), others(&without, id));
    let mut faults = Vec::new();
    for (text, _) in before.iter().filter(|(text, _)| !after.iter().any(|(other, _)| other == text)) {
        faults.push(format!("{}: without {id} is lost: {text}", set.name));
    }
    let gone: Vec<&Label> = whole.findings.iter().filter(|f| f.rule == id).flat_map(|f| &f.labels).collect();
    for (text, finding) in after.iter().filter(|(text, _)| !before.iter().any(|(other, _)| other == text)) {
        let is_next = find(finding.rule).unwrap().yields_to.contains(&id);
        if !is_next || !finding.labels.iter().any(|l| gone.iter().any(|g| meets(l, g))) {
            faults.push(format!("{}: without {id} appears: {text}", set.name));
        }
    }
    if format!("{:?}", whole.agreements) != format!("{:?}", without.agreements) {
        faults.push(format!("{}: without {id} other agreements", set.name));
    }
    faults
}

#[test]
fn a_rule_that_is_off_takes_only_its_own_findings_away() {
    let mut faults = Vec::new();
    let mut switched = 0;
    for set in samples().into_iter().chain(all_cases()) {
        let whole = report(&set, &Policy::default());
        let spoke: BTreeSet<&str> = whole.findings.iter().map(|f| f.rule).collect();
        switched += spoke.len();
        faults.extend(spoke.iter().flat_map(|id| harm(&set, &whole, id)));
        // Those that say nothing here change nothing, all at once.
        let silent = report(&set, &off(RULES.iter().map(|r| r.id).filter(|id| !spoke.contains(id))));
        let texts = |report: &Report| others(report, "").into_iter().map(|(text, _)| text).collect::<Vec<_>>();
        if texts(&whole) != texts(&silent) || whole.unverified.len() != silent.unverified.len() {
            faults.push(format!("{}: rules without a finding change the report", set.name));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(switched > 300, "{switched}");
}

#[test]
fn a_finding_that_is_accepted_reveals_no_other() {
    for set in samples().into_iter().chain(all_cases()) {
        let whole = report(&set, &Policy::default());
        let entry = |id: &String, finding: &Finding, content: &String| Entry {
            rule: finding.rule.to_owned(),
            id: id.clone(),
            content: content.clone(),
            words: "x".to_owned(),
            paths: vec!["x".to_owned()],
        };
        let all = whole.ids.iter().zip(&whole.findings).zip(&whole.contents).map(|((i, f), c)| entry(i, f, c));
        let policy = Policy { baseline: Some(Baseline::new(all)), ..Policy::default() };
        let accepted = report(&set, &policy);
        assert!(accepted.findings.is_empty(), "{}: {:?}", set.name, accepted.findings);
        assert_eq!(accepted.silenced.len(), whole.findings.len(), "{}", set.name);
    }
}

#[test]
fn one_pair_of_places_gets_one_verdict() {
    let mut faults = Vec::new();
    for set in samples().into_iter().chain(all_cases()) {
        let report = report(&set, &Policy::default());
        let of = |verdict| report.findings.iter().filter(move |f| f.verdict == verdict);
        for explained in of(FindingVerdict::Scope) {
            for conflict in of(FindingVerdict::Conflict) {
                if explained.labels.iter().all(|l| conflict.labels.iter().any(|c| meets(l, c))) {
                    faults.push(format!("{}: {} and {}", set.name, explained.message, conflict.message));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

const HARBOUR: [&str; 2] = [
    "The storm reached Rivermouth on 3 March 2025. The storm sank 42 fishing boats in the harbour of Rivermouth and tore \
     down the old crane. The mayor of Rivermouth asked for help from Norbank.\n\nThe 46 fishing boats that the storm sank \
     in the harbour of Rivermouth were insured.\n",
    "On 3 March 2025 the storm reached Rivermouth. The storm sank 24 fishing boats in the harbour of Rivermouth and tore \
     down the old crane. The mayor of Rivermouth asked Norbank for help.\n",
];

#[test]
fn the_next_in_precedence_speaks_in_the_place_of_a_rule_that_is_off() {
    let documents = |_: &Set| {
        let read = |(n, text): (usize, &str)| {
            Document::read(&format!("{n}.txt"), Role::Peer, Format::Text, text.as_bytes().to_vec())
        };
        HARBOUR.into_iter().enumerate().map(read).collect()
    };
    let set = Set { name: "harbour".to_owned(), documents, case: None, settings: Settings::default() };
    let rules = |policy: &Policy| report(&set, policy).findings.iter().map(|f| f.rule).collect::<Vec<_>>();
    assert_eq!(rules(&Policy::default()), ["count/restated", "count/restated"]);
    assert_eq!(rules(&off(["count/restated"])), ["quantity/conflict"]);
    assert_eq!(rules(&off(["count/restated", "quantity/conflict"])), [""; 0]);
}
