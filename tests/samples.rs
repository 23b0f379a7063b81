//! The sample documents in `sources/`, one folder a set: what an editor marks in each,
//! `tests/samples/<set>.md`, against what the tool says.
//!
//! Under `## Must be reported` stands one line for each true fault: level, rule and
//! words that its places hold. There is one finding for each line, and none at warning
//! or above without one. Under `## Not found yet` stand true faults that the tool may
//! miss. The rest of the page is for people. The whole report on each set is pinned in
//! `snapshots/`, where it is read as an editor would read it.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod support;

use crosscheck::align::align;
use crosscheck::document::{Document, Format, Role};
use crosscheck::report::Report;
use crosscheck::rules::{Finding, Label, Settings, Severity, find};
use crosscheck::story::Stories;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of the sets, in order.
fn sets() -> BTreeSet<String> {
    let folders = fs::read_dir(root().join("sources")).unwrap().map(|e| e.unwrap().path());
    folders.filter(|p| p.is_dir()).map(|p| p.file_name().unwrap().to_str().unwrap().to_owned()).collect()
}

fn files(set: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root().join("sources").join(set)).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    files
}

/// The report on these sets together; each path opens with its set's name.
fn report<'a>(sets: impl IntoIterator<Item = &'a String>) -> Report {
    let read = |path: PathBuf| {
        let name = path.strip_prefix(root().join("sources")).unwrap().to_str().unwrap().replace('\\', "/");
        Document::read(&name, Role::Peer, Format::of(&path).expect("a known extension"), fs::read(&path).unwrap())
    };
    let documents = sets.into_iter().flat_map(|set| files(set)).map(read).collect();
    crosscheck::check(documents, &Settings::default())
}

/// A true fault as an editor marks it.
#[derive(Debug)]
struct Fault {
    level: String,
    rule: String,
    words: Vec<String>,
    /// Under `## Not found yet`.
    known_miss: bool,
}

/// Lines such as `error[date/invalid]: "31 June" / "June"`.
fn faults(page: &str) -> Vec<Fault> {
    let mut known_miss = false;
    let mut found = Vec::new();
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            known_miss = heading == "Not found yet";
        }
        let parts = line.split_once("]: \"").and_then(|(head, words)| Some((head.split_once('[')?, words)));
        let Some(((level, rule), words)) = parts else { continue };
        let words = words.trim_end().trim_end_matches('"').split("\" / \"").map(str::to_owned).collect();
        found.push(Fault { level: level.to_owned(), rule: rule.to_owned(), words, known_miss });
    }
    found
}

fn words<'a>(report: &'a Report, finding: &Finding) -> Vec<&'a str> {
    let slice = |l: &Label| report.ledgers.get(l.document).unwrap().document.slice(l.span);
    finding.labels.iter().map(slice).collect()
}

fn fits(report: &Report, fault: &Fault, finding: &Finding) -> bool {
    let labels = words(report, finding);
    let all = fault.words.iter().all(|w| labels.iter().any(|l| l.contains(w.as_str())));
    finding.rule == fault.rule && finding.severity.name() == fault.level && all
}

#[test]
fn every_set_says_its_faults_and_no_others() {
    let mut wrong = String::new();
    for set in sets() {
        let page = fs::read_to_string(root().join("tests/samples").join(format!("{set}.md")))
            .unwrap_or_else(|_| panic!("tests/samples/{set}.md is missing"));
        let report = report([&set]);
        let due = faults(&page);
        for fault in due.iter().filter(|f| !f.known_miss) {
            assert!(find(&fault.rule).is_some(), "{set}: there is no rule {}", fault.rule);
            match report.findings.iter().filter(|f| fits(&report, fault, f)).count() {
                1 => {}
                n => writeln!(wrong, "{set}: {n} findings for {fault:?}").unwrap(),
            }
        }
        for finding in report.findings.iter().filter(|f| f.severity >= Severity::Warning) {
            if !due.iter().any(|fault| fits(&report, fault, finding)) {
                let places = words(&report, finding);
                writeln!(wrong, "{set}: false alarm {}: {} {places:?}", finding.rule, finding.message).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn every_page_has_its_set() {
    let pages = fs::read_dir(root().join("tests/samples")).unwrap().map(|e| e.unwrap().path());
    let pages: BTreeSet<String> = pages.map(|p| p.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(pages, sets());
}

#[test]
fn the_whole_report_on_each_set_is_pinned() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    for set in sets() {
        let printed = check(&["--show", "findings,agreements,unverified", &format!("sources/{set}")]);
        let printed = support::without_weights(&printed);
        settings.bind(|| insta::assert_snapshot!(format!("samples@{set}"), printed));
    }
}

/// What `crosscheck check` prints, run from the project's root.
fn check(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    let run = support::Run::of(command.arg("check").args(arguments).current_dir(root()).output().unwrap());
    assert!(run.err.is_empty() && run.status < 2, "{}", run.err);
    run.out
}

#[test]
fn sets_on_different_subjects_never_meet() {
    let report = report(&sets());
    let set = |document: usize| report.ledgers.get(document).unwrap().document.path.split('/').next().unwrap();
    let one_set = |documents: &mut dyn Iterator<Item = usize>| documents.map(set).collect::<BTreeSet<_>>().len() < 2;
    let mut wrong = String::new();
    for (message, labels) in report
        .findings
        .iter()
        .map(|f| (&f.message, &f.labels))
        .chain(report.agreements.iter().map(|a| (&a.message, &a.labels)))
    {
        if !one_set(&mut labels.iter().map(|l| l.document)) {
            writeln!(wrong, "{message}").unwrap();
        }
    }
    for group in align(&report.ledgers, &Stories::of(&report.ledgers)).groups {
        if !one_set(&mut group.claims.iter().map(|c| c.document)) {
            let words = |c: &crosscheck::align::ClaimRef| {
                let ledger = report.ledgers.get(c.document).unwrap();
                format!("{}: {}", ledger.document.path, ledger.words(ledger.claims.get(c.claim).unwrap()))
            };
            writeln!(wrong, "a group of {:?}", group.claims.iter().map(words).collect::<Vec<_>>()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
