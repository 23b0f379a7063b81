//! The engine in another program: what it answers is what the command prints.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use crosscheck::app::embed::{self, Options};
use serde_json::Value;
use support::{Folder, MINUTES};

const FERRY: [(&str, &str); 4] = [
    ("wire.txt", "The ferry hit the pier on 3 May 2021, and 14 people were hurt.\n"),
    ("notes/paper.md", "# Pier\n\nThe ferry hit the pier on 3 May 2021, and 17 people were hurt.\n"),
    ("minutes.txt", MINUTES),
    ("empty.txt", ""),
];

fn held() -> [(String, &'static str); 4] {
    FERRY.map(|(name, text)| (name.to_owned(), text))
}

fn folder() -> Folder {
    let folder = Folder::new();
    FERRY.iter().for_each(|(name, text)| _ = folder.write(name, text));
    folder
}

fn sentences(said: &[String]) -> String {
    said.iter().map(|sentence| format!("crosscheck: {sentence}\n")).collect()
}

#[test]
fn documents_in_memory_are_checked_as_files_are() {
    let run = folder().run(&["check", ".", "--format", "json"]);
    let answer = embed::check_documents(&held(), &[], &Options::default()).unwrap();
    assert_eq!((answer.value, sentences(&answer.said)), (run.out.clone(), run.err));
    assert!(run.out.contains("quantity/conflict"));
    let run = folder().run(&["check", "wire.txt", "--against", "notes", "--format", "json"]);
    let [wire, paper, ..] = held();
    let answer = embed::check_documents(&[wire], &[paper], &Options::default()).unwrap();
    assert_eq!((answer.value, sentences(&answer.said)), (run.out, run.err));
}

#[test]
fn a_configuration_counts_where_it_is_named() {
    let folder = folder();
    folder.write("crosscheck.toml", "reference-date = 2025-12-01\n[levels]\n\"quantity/conflict\" = \"off\"\n");
    let options = Options { config: Some(folder.path().join("crosscheck.toml")), ..Options::default() };
    let run = folder.run(&["check", ".", "--format", "json"]);
    assert_eq!(embed::check_documents(&held(), &[], &options).unwrap().value, run.out);
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert!(report["findings"].as_array().unwrap().is_empty());
}

#[test]
fn claims_and_stories_of_documents_in_memory() {
    let run = folder().run(&["claims", "minutes.txt", "--format", "jsonl"]);
    let answer = embed::claims("minutes.txt", MINUTES.as_bytes(), &Options::default()).unwrap();
    assert_eq!((answer.value, answer.said), (run.out, Vec::new()));
    let mut documents = held().to_vec();
    documents.push(("damaged.txt".to_owned(), "\0\u{1}\u{2}"));
    let answer = embed::stories(&documents, &Options::default()).unwrap();
    let groups: Vec<Vec<&str>> = answer.value.iter().map(|g| g.iter().map(String::as_str).collect()).collect();
    // What cannot be read stands for itself: whoever checks it is told.
    assert_eq!(groups, [vec!["damaged.txt"], vec!["empty.txt"], vec!["minutes.txt", "notes/paper.md", "wire.txt"]]);
    assert!(answer.said.iter().any(|sentence| sentence.starts_with("damaged.txt: is binary, not text;")));
}

#[test]
fn what_cannot_be_done_is_the_sentence_of_the_command() {
    let fault = |documents: &[(String, &str)], options| {
        embed::check_documents(documents, &[], &options).map(|answer| answer.value).unwrap_err()
    };
    let [wire, ..] = held();
    assert_eq!(
        fault(&[wire.clone(), wire.clone()], Options::default()),
        "wire.txt: is given twice; give each document a name of its own"
    );
    let options = Options { reference_date: Some("soon".to_owned()), ..Options::default() };
    assert_eq!(fault(&[wire], options), "reference_date: `soon` is no day as YYYY-MM-DD");
    let options = Options::default();
    assert!(embed::check_paths(Some(vec!["-".into()]), Vec::new(), &options).unwrap_err().starts_with("-: "));
    let gone = embed::check_paths(Some(vec!["gone.txt".into()]), Vec::new(), &options);
    assert_eq!(gone.unwrap_err(), "gone.txt: does not exist; check the path");
    let nothing = embed::check_paths(Some(Vec::new()), Vec::new(), &options).unwrap();
    assert!(nothing.value.contains("\"documents\":[]"));
}
