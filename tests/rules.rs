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

#[path = "support/cases.rs"]
mod cases;

use cases::parse;
use crosscheck::report::Report;
use crosscheck::rules::{Finding, find};
use std::fmt::Write as _;

fn words(report: &Report, finding: &Finding) -> Vec<String> {
    let label = |l: &crosscheck::rules::Label| report.ledgers[l.document].document.slice(l.span).to_owned();
    finding.labels.iter().map(label).collect()
}

/// A finding as the snapshot shows it: the reasons of its alignment without their weights, which may move.
fn show(report: &Report, finding: &Finding, out: &mut String) {
    writeln!(out, "{}[{}] {}", finding.severity.name(), finding.rule, finding.message).unwrap();
    for label in &finding.labels {
        let document = &report.ledgers[label.document].document;
        writeln!(out, "  {}: \"{}\" {}", document.path, document.printed(label.span), label.note).unwrap();
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
                let report = crosscheck::check(cases::documents(&case), &cases::settings(&case));
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

/// Whoever is shown two sides that read alike learns nothing.
#[test]
fn two_sides_of_a_statement_never_read_alike() {
    const RULES: [&str; 5] =
        ["antonym/conflict", "modality/drift", "polarity/negated", "quantifier/conflict", "roles/swapped"];
    let mut seen = 0;
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rules")).unwrap() {
        for case in parse(&std::fs::read_to_string(file.unwrap().path()).unwrap()) {
            let report = crosscheck::check(cases::documents(&case), &cases::settings(&case));
            for finding in report.findings.iter().filter(|f| RULES.contains(&f.rule)) {
                let sides: Vec<String> = words(&report, finding).iter().map(|w| w.to_lowercase()).collect();
                assert!(sides.len() == 2 && sides[0] != sides[1], "{}: {sides:?}", case.title);
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "only {seen} findings to look at");
}
