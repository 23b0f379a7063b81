//! What `diff` tells of two versions, as people write it: `tests/changes/*.md`.
//!
//! A case is a `## title`, one block fenced `old` and one fenced `new` (a name may follow:
//! ```` ```old page.md ````; several of each are several documents), and the lines that the
//! report must have, all of them and no others: `~ date of the statement: July 31 → July 30`.
//! `nothing` says that no fact changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::change::{Changes, Version, changes};
use crosscheck::document::{Document, Format, Role};
use crosscheck::report::CHANGE_OUTPUTS;
use crosscheck::rules::Settings;
use std::path::Path;

#[derive(Debug, Default)]
struct Case {
    title: String,
    /// Version, name and text.
    documents: Vec<(String, String, String)>,
    expected: Vec<String>,
}

fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("## ").filter(|_| !open) {
            cases.push(Case { title: title.to_owned(), ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(fence) = line.strip_prefix("```") {
            open = !open;
            if open {
                let (version, name) = fence.split_once(' ').unwrap_or((fence, "a.txt"));
                case.documents.push((version.to_owned(), name.to_owned(), String::new()));
            }
        } else if open {
            let text = &mut case.documents.last_mut().expect("a fence is open").2;
            text.push_str(line);
            text.push('\n');
        } else if line.starts_with(['~', '+', '-']) {
            case.expected.push(line.to_owned());
        }
    }
    cases
}

fn run(case: &Case) -> Changes {
    let of = |wanted: &str| {
        let documents = case.documents.iter().filter(|(version, ..)| version == wanted);
        let version = |(_, name, text): &(String, String, String)| {
            let format = Format::of(Path::new(name)).expect("a known extension");
            let document = Document::read(name, Role::Peer, format, text.as_bytes().to_vec());
            let ledger = crosscheck::read(document, &Settings::default());
            Version { key: name.clone(), name: name.clone(), ledger }
        };
        documents.map(version).collect()
    };
    changes(of("old"), of("new"))
}

/// The lines of the terminal report that tell a change.
fn told(changes: &Changes) -> Vec<String> {
    let text = (CHANGE_OUTPUTS[0].write)(changes, 0).expect("written");
    let text = anstream::adapter::strip_str(&text).to_string();
    let lines = text.lines().filter_map(|line| line.strip_prefix("  ").filter(|l| l.starts_with(['~', '+', '-'])));
    lines.map(str::to_owned).collect()
}

#[test]
fn every_case_tells_what_it_must() {
    insta::glob!("changes/*.md", |path| {
        let mut faults = Vec::new();
        for case in parse(&std::fs::read_to_string(path).expect("a readable file")) {
            assert!(!case.documents.is_empty(), "{}: no documents", case.title);
            let told = told(&run(&case));
            if told != case.expected {
                faults.push(format!("{}\n  told:     {told:#?}\n  expected: {:#?}", case.title, case.expected));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    });
}

#[test]
fn a_version_held_against_itself_changes_nothing() {
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sources")).unwrap() {
        for file in std::fs::read_dir(entry.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let text = std::fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            let document = |version: &str| (version.to_owned(), name.clone(), text.clone());
            let same = Case { documents: vec![document("old"), document("new")], ..Case::default() };
            assert_eq!(told(&run(&same)), Vec::<String>::new(), "{name}");
            // Nor does turning its paragraphs round.
            let turned = text.split("\n\n").collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join("\n\n");
            let turned = ("new".to_owned(), name.clone(), turned);
            let moved = Case { documents: vec![document("old"), turned], ..Case::default() };
            assert_eq!(told(&run(&moved)), Vec::<String>::new(), "{name}, turned round");
        }
    }
}
