//! What was read of the documents in parts, on any machines, gives what `check` gives of all of them, to the byte.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/corpus.rs"]
mod corpus;
mod support;

use corpus::{below, generated, root};
use std::fs;
use support::{Folder, MINUTES, Run};

const FORMATS: [&str; 10] =
    ["text", "html", "markdown", "json", "sarif", "github", "github-summary", "gitlab", "junit", "rdjson"];

fn told(run: &Run) -> (i32, &str, &str) {
    (run.status, &run.out, &run.err)
}

/// Writes the ledgers of some paths to a file.
fn write(folder: &Folder, file: &str, arguments: &[&str]) -> Run {
    folder.run(&[&["claims"], arguments, &["--format", "ledger", "--output", file]].concat())
}

/// Holds `check` of the paths of all parts against `reconcile` of their ledgers, in each of these formats. How many findings
/// there are.
fn same(folder: &Folder, parts: &[&[&str]], more: &[&str], formats: &[&str]) -> usize {
    let mut files = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        let file = format!("part-{number}.ledger");
        write(folder, &file, part);
        files.insert(0, file);
    }
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for format in formats {
        let how = [&["--format", format][..], more].concat();
        let checked = folder.run(&[&["check", "--no-cache"], parts.concat().as_slice(), &how].concat());
        let reconciled = folder.run(&[&["reconcile", "--from-claims"], files.as_slice(), &how].concat());
        assert_eq!(told(&reconciled), told(&checked), "{parts:?} {how:?}");
    }
    let json =
        folder.run(&[&["reconcile", "--from-claims"], files.as_slice(), more, &["--format", "json"]].concat()).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    report["findings"].as_array().unwrap().len()
}

fn folder_of(files: &[(String, Vec<u8>)]) -> Folder {
    let folder = Folder::new();
    for (name, content) in files {
        folder.write(name, content);
    }
    folder
}

#[test]
fn halves_of_generated_documents_give_the_whole() {
    let folder = folder_of(&generated(12));
    let names: Vec<String> = generated(12).into_iter().map(|(name, _)| name).collect();
    // Reports of one event lie in different halves.
    let half = |odd: usize| names.iter().skip(odd).step_by(2).map(String::as_str).collect::<Vec<_>>();
    let found = same(&folder, &[&half(0), &half(1)], &[], &FORMATS);
    assert!(found >= 12, "{found} findings");
    assert_eq!(
        same(&folder, &[&names.iter().map(String::as_str).collect::<Vec<_>>()], &["--show", "all"], &["text"]),
        found
    );
}

#[test]
fn samples_and_fixtures_give_the_same_folder_by_folder() {
    let folder = Folder::new();
    for part in ["sources", "tests/formats", "docs"] {
        for (name, content) in below(&root(part)) {
            folder.write(&format!("{part}/{name}"), content);
        }
    }
    let found = same(&folder, &[&["sources"], &["tests/formats"], &["docs"]], &[], &["text", "html", "json"]);
    assert!(found > 20, "{found} findings");
    assert!(same(&folder, &[&["sources"]], &["--select", "date", "--fail-on", "never"], &["json", "text"]) > 0);
}

#[test]
fn a_corpus_may_have_sources_a_configuration_and_a_baseline() {
    let folder = folder_of(&generated(3));
    folder.write("minutes.txt", MINUTES).write("draft.txt", "The 4 members present were: Anna Berg and Carl Dahl.\n");
    folder.write(
        "named.md",
        "---\nsources: [minutes.txt]\n---\nThe 5 members were: Anna Berg, Carl Dahl and Eva Falk.\n",
    );
    assert!(same(&folder, &[&["draft.txt"]], &["--against", "minutes.txt"], &["json", "text"]) > 0);
    assert!(same(&folder, &[&["named.md"], &["event-0"]], &[], &["json", "html"]) > 0);
    folder.write(
        "crosscheck.toml",
        "sources = [\"facts/*.txt\"]\nreference-date = 2021-06-01\n[aliases]\nsame = [[\"Harrow\", \"Torsby\"]]\n\
         [[paths]]\nfiles = [\"event-1/**\"]\nlevels = { quantity = \"note\" }\n",
    );
    folder.write("facts/minutes.txt", MINUTES);
    // What the configuration has as a source is none of the documents, though it lies among them.
    let parts: [&[&str]; 3] = [&["event-0", "event-1"], &["event-2"], &["facts", "draft.txt"]];
    assert!(same(&folder, &parts, &[], &["json", "text"]) > 0);
    folder.write("crosscheck.toml", "documents = [\"event-*/*\"]\n");
    folder.run(&["baseline", "create"]);
    assert_eq!(same(&folder, &[&["event-0", "event-1"], &["event-2"]], &[], &["json", "text"]), 0);
    assert!(same(&folder, &[&["event-0", "event-1"], &["event-2"]], &["--no-baseline"], &["json"]) > 0);
}

#[test]
fn what_could_not_be_read_is_told_and_makes_the_status_2() {
    let folder = folder_of(&generated(2));
    folder
        .write("event-0/damaged.txt", b"It rained.\xc3\xa9\xe9\n")
        .write("event-1/picture.png", b"\x89PNG\r\n\x1a\n\0\0");
    folder.write("event-1/empty.md", "");
    let parts: [&[&str]; 3] = [&["event-0"], &["event-1"], &["event-7"]];
    same(&folder, &parts, &[], &["text", "html", "json", "junit"]);
    let run = folder.run(&["reconcile", "--from-claims", "part-0.ledger", "part-2.ledger"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("damaged.txt: is ") && run.err.contains("event-7: does not exist"), "{}", run.err);
    assert_eq!(write(&folder, "again.ledger", &["event-7"]).status, 2);
}

/// What is said of a run that is refused.
fn refused(folder: &Folder, arguments: &[&str]) -> String {
    let run = folder.run(&[&["reconcile", "--from-claims"], arguments].concat());
    assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}: {}", run.err);
    run.err
}

#[test]
fn a_document_comes_once() {
    let folder = folder_of(&generated(2));
    write(&folder, "a.ledger", &["event-0", "event-1/report-1.md"]);
    write(&folder, "b.ledger", &["event-1"]);
    let said = refused(&folder, &["a.ledger", "b.ledger"]);
    assert!(said.contains("event-1/report-1.md: is given twice, by a.ledger and by b.ledger"), "{said}");
    assert!(refused(&folder, &["b.ledger", "b.ledger"]).contains("by b.ledger and by b.ledger"));
    let said = refused(&folder, &["b.ledger", "--against", "event-1/report-2.md"]);
    assert!(said.contains("event-1/report-2.md: is among the ledgers and among the sources"), "{said}");
}

#[test]
fn other_settings_and_other_programs_are_refused() {
    let folder = folder_of(&generated(1));
    write(&folder, "plain.ledger", &["event-0"]);
    write(&folder, "dated.ledger", &["event-0", "--reference-date", "2021-05-04"]);
    let said = refused(&folder, &["plain.ledger", "--reference-date", "2021-05-04"]);
    assert!(said.contains("plain.ledger: was read with no reference date, and here is 2021-05-04"), "{said}");
    let said = refused(&folder, &["dated.ledger"]);
    assert!(said.contains("dated.ledger: was read with 2021-05-04 as reference date, and here is no"), "{said}");
    assert_eq!(folder.run(&["reconcile", "--from-claims", "dated.ledger", "--reference-date", "2021-05-04"]).status, 1);
    folder.write("other.toml", "[aliases]\nsame = [[\"Harrow\", \"Kest\"]]\n");
    let said = refused(&folder, &["plain.ledger", "--config", "other.toml"]);
    assert!(said.contains("plain.ledger: was read with other [aliases]"), "{said}");

    let whole = fs::read_to_string(folder.path().join("plain.ledger")).unwrap();
    let head = whole.lines().next().unwrap();
    let build = head.split("\"build\":\"").nth(1).unwrap().split('"').next().unwrap();
    for (from, to, words) in [
        ("\"schema_version\":1", "\"schema_version\":2", "was written by crosscheck"),
        (build, "0000000000000000", "(build 0000000000000000)"),
        (env!("CARGO_PKG_VERSION"), "99.0.0", "was written by crosscheck 99.0.0"),
    ] {
        folder.write("changed.ledger", with_sum(&whole.replacen(from, to, 1)));
        let said = refused(&folder, &["changed.ledger"]);
        assert!(said.contains(words) && said.contains("write it anew with this one"), "{said}");
    }
}

/// The same lines with the sum that they have now.
fn with_sum(text: &str) -> String {
    let end = text.trim_end().rfind('\n').unwrap() + 1;
    let (body, last) = text.split_at(end);
    let documents = last.split(',').next().unwrap();
    format!("{body}{documents},\"checksum\":\"{:08x}\"}}\n", crc32fast::hash(body.as_bytes()))
}

#[test]
fn what_is_not_whole_is_refused() {
    let folder = folder_of(&generated(1));
    write(&folder, "a.ledger", &["event-0/report-0.md"]);
    let whole = fs::read(folder.path().join("a.ledger")).unwrap();
    assert_eq!(String::from_utf8(whole.clone()).unwrap(), with_sum(std::str::from_utf8(&whole).unwrap()));
    let head = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    for length in (0..whole.len()).step_by(101).chain([head, whole.len() - 1]) {
        folder.write("b.ledger", &whole[..length]);
        let said = refused(&folder, &["b.ledger"]);
        let due = ["is not whole", "is empty", "is no file of ledgers"];
        assert!(due.iter().any(|due| said.contains(&format!("b.ledger: {due}"))), "the first {length} bytes: {said}");
    }
    for at in (head..whole.len()).step_by(103).chain(whole.len() - 40..whole.len()) {
        let mut bent = whole.clone();
        bent[at] ^= 1;
        folder.write("b.ledger", &bent);
        let said = refused(&folder, &["b.ledger"]);
        assert!(said.contains("b.ledger: is not whole"), "byte {at}: {said}");
    }
    folder.write("b.ledger", [whole.clone(), whole.clone()].concat());
    assert!(refused(&folder, &["b.ledger"]).contains("b.ledger: is not whole"));
    // The sum fits, and the bytes are no ledger.
    let text = String::from_utf8(whole).unwrap();
    folder.write("b.ledger", with_sum(&text.replacen("\"ledger\":\"", "\"ledger\":\"AAAA", 1)));
    assert!(refused(&folder, &["b.ledger"]).contains("b.ledger: is not whole"));
    folder.write("c.jsonl", folder.run(&["claims", "event-0", "--format", "jsonl"]).out);
    for (name, due) in [("c.jsonl", "is no file of ledgers"), ("none.ledger", "does not exist"), (".", "is no file")] {
        assert!(refused(&folder, &[name]).contains(&format!("{name}: {due}")), "{name}");
    }
}

#[test]
fn neither_report_nor_ledgers_are_written_over_what_was_read() {
    let folder = folder_of(&generated(1));
    write(&folder, "a.ledger", &["event-0"]);
    let run = folder.run(&["reconcile", "--from-claims", "a.ledger", "--format", "json", "--output", "a.ledger"]);
    assert!(run.status == 2 && run.err.contains("a.ledger: not written"), "{}", run.err);
    let run = write(&folder, "event-0/report-0.md", &["event-0"]);
    assert!(run.status == 2 && run.err.contains("report-0.md: not written"), "{}", run.err);
}
