//! The cases of every rule, as people write them: `tests/rules/<group>-<fault>.md`.
//!
//! A case is a `## title`, one fenced block for each document (the fence names the
//! file), and what must be said:
//!
//! ````text
//! ## A heading counts one more than its list
//!
//! ```a.txt
//! ...
//! ```
//!
//! error: "15 signatures" / "Albania, Austria"
//! ````
//!
//! Each such line is one finding of the file's rule: its level and the exact words
//! of its labels (all of those quoted must be there). `silent` says that the rule
//! must not speak. Lines before the first fence may set `reference-date: …`, name
//! sources with `source: b.txt`, or declare what a project would: `same: A = B`,
//! `not-same: A = B`, `case-sensitive: A`, `term: wanted = other = other`,
//! `pinned: subject = value`. All that is said in a file's cases is pinned in
//! `snapshots/` too, where it is reviewed as a reader would.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::claim::Pinned;
use crosscheck::document::{Document, Format, Role};
use crosscheck::lexicon::declared::{Aliases, Terms};
use crosscheck::report::Report;
use crosscheck::rules::{Finding, Settings, find};
use jiff::civil::Date;
use std::fmt::Write as _;
use std::path::Path;

const DECLARATIONS: [&str; 5] = ["same: ", "not-same: ", "case-sensitive: ", "term: ", "pinned: "];

#[derive(Debug, Default)]
struct Case {
    title: String,
    documents: Vec<(String, String)>,
    sources: Vec<String>,
    reference_date: Option<Date>,
    /// What the project declares: a key and the names after it.
    declared: Vec<(&'static str, Vec<String>)>,
    expected: Vec<(String, Vec<String>)>,
    silent: bool,
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        if let Some((name, mut body)) = open.take() {
            if line.trim_end() == "```" {
                cases.last_mut().expect("a fence stands in a case").documents.push((name, body));
            } else {
                body.push_str(line);
                body.push('\n');
                open = Some((name, body));
            }
            continue;
        }
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case { title: title.to_owned(), ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("```") {
            open = Some((name.trim().to_owned(), String::new()));
        } else if line.trim() == "silent" {
            case.silent = true;
        } else if let Some(date) = line.strip_prefix("reference-date: ") {
            case.reference_date = Some(date.trim().parse().expect("a date"));
        } else if let Some(name) = line.strip_prefix("source: ") {
            case.sources.push(name.trim().to_owned());
        } else if let Some((key, names)) = DECLARATIONS.iter().find_map(|k| Some((*k, line.strip_prefix(k)?))) {
            case.declared.push((key, names.split(" = ").map(|name| name.trim().to_owned()).collect()));
        } else if let Some((level, words)) = line.split_once(": \"") {
            let words = words.trim_end().trim_end_matches('"').split("\" / \"").map(str::to_owned).collect();
            case.expected.push((level.trim().to_owned(), words));
        }
    }
    cases
}

fn settings(case: &Case) -> Settings {
    let of = |wanted: &str| -> Vec<Vec<String>> {
        case.declared.iter().filter(|(key, _)| *key == wanted).map(|(_, names)| names.clone()).collect()
    };
    let exact: Vec<String> = of("case-sensitive: ").concat();
    let terms = of("term: ").into_iter().map(|names| (names[0].clone(), names[1..].to_vec())).collect();
    Settings {
        reference_date: case.reference_date,
        aliases: Aliases::new(&of("same: "), &of("not-same: "), &exact).expect("names that can hold"),
        terms: Terms::new(&terms).expect("terms that can hold"),
        pinned: of("pinned: ").iter().map(|pin| Pinned::new(&pin[0], &pin[1]).expect("a value")).collect(),
        ..Settings::default()
    }
}

fn run(case: &Case) -> Report {
    let against = !case.sources.is_empty();
    let documents = case.documents.iter().map(|(name, text)| {
        let role = match (against, case.sources.contains(name)) {
            (false, _) => Role::Peer,
            (true, true) => Role::Source,
            (true, false) => Role::Draft,
        };
        let format = Format::of(Path::new(name)).expect("a known extension");
        Document::read(name, role, format, text.as_bytes().to_vec())
    });
    crosscheck::check(documents.collect(), &settings(case))
}

fn words(report: &Report, finding: &Finding) -> Vec<String> {
    let label = |l: &crosscheck::rules::Label| report.ledgers[l.document].document.slice(l.span).to_owned();
    finding.labels.iter().map(label).collect()
}

/// A finding as the snapshot shows it: the reasons of its alignment without their weights, which may move.
fn show(report: &Report, finding: &Finding, out: &mut String) {
    writeln!(out, "{}[{}] {}", finding.severity.name(), finding.rule, finding.message).unwrap();
    for label in &finding.labels {
        let document = &report.ledgers[label.document].document;
        writeln!(out, "  {}: \"{}\" {}", document.path, document.slice(label.span), label.note).unwrap();
    }
    for addend in &finding.evidence {
        writeln!(out, "  because {}", addend.reason).unwrap();
    }
    for help in finding.help.iter().map(|help| &help.words) {
        writeln!(out, "  help: {help}").unwrap();
    }
}

#[test]
fn every_case_says_what_it_must() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_allow_empty_glob(true);
    settings.bind(|| {
        insta::glob!("rules", "*.md", |path| {
            let text = std::fs::read_to_string(path).expect("a readable case file");
            let rule = path.file_stem().unwrap().to_string_lossy().replacen('-', "/", 1);
            assert!(find(&rule).is_some(), "{}: there is no rule {rule}", path.display());
            let mut said = String::new();
            let mut faults = String::new();
            for case in parse(&text) {
                let report = run(&case);
                let spoken: Vec<&Finding> = report.findings.iter().filter(|f| f.rule == rule).collect();
                writeln!(said, "## {}", case.title).unwrap();
                spoken.iter().for_each(|f| show(&report, f, &mut said));
                if case.silent != case.expected.is_empty() {
                    writeln!(faults, "{}: says both or neither of `silent` and findings", case.title).unwrap();
                }
                let fits = |(level, quoted): &(String, Vec<String>), finding: &Finding| {
                    let labels = words(&report, finding);
                    finding.severity.name() == level && quoted.iter().all(|q| labels.contains(q))
                };
                let all = case.expected.iter().all(|e| spoken.iter().any(|f| fits(e, f)));
                if spoken.len() != case.expected.len() || !all {
                    let got: Vec<_> = spoken.iter().map(|f| (f.severity.name(), words(&report, f))).collect();
                    writeln!(faults, "{}: expected {:?}, got {:?}", case.title, case.expected, got).unwrap();
                }
            }
            assert!(faults.is_empty(), "{}:\n{faults}", path.display());
            insta::assert_snapshot!("rule", said);
        });
    });
}
