//! Drafts and their sources: what is checked is never a source of itself, however the two were named.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use std::fs::{self, File};
use support::{Folder, MINUTES, Run};

/// A figure that no source below carries.
const DRAFT: &str =
    "The ferry Osthaven was built in Nordvik in 1987.\n\nIt carries 240 cars and cost 31 million euros.\n";
const SOURCE: &str =
    "The ferry Osthaven was built in Nordvik in 1987.\n\nIt carries 180 cars and cost 31 million euros.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", DRAFT).write("notes.md", MINUTES).write("sources/ferry.md", SOURCE);
    folder
}

/// The documents of a check with their roles, and whether the draft's figure was doubted.
fn check(folder: &Folder, arguments: &[&str]) -> (Vec<String>, bool) {
    told(&folder.run(&[&["check", "--format", "json"], arguments].concat()), arguments)
}

fn told(run: &Run, arguments: &[&str]) -> (Vec<String>, bool) {
    assert!(run.out.starts_with('{'), "{arguments:?}: {}", run.err);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let documents = json["documents"].as_array().unwrap();
    let documents = documents.iter().map(|d| format!("{} {}", text(&d["role"]), text(&d["path"]))).collect();
    (documents, json["findings"].to_string().contains("240"))
}

#[test]
fn a_draft_is_taken_out_of_its_sources() {
    let folder = folder();
    let expected = ["draft draft.md", "source notes.md", "source sources/ferry.md"];
    for arguments in [
        &["draft.md", "--against", "."] as &[&str],
        &["draft.md", "--against", "./draft.md", "./notes.md", "./sources"],
        &["./draft.md", "--against", "notes.md", "sources/../draft.md", "sources/ferry.md"],
        &["draft.md", "--against", ".", "sources", "draft.md"],
    ] {
        let (documents, doubted) = check(&folder, arguments);
        assert_eq!(documents, expected, "{arguments:?}");
        assert!(doubted, "{arguments:?}");
    }
    // Named by its name it is said, met in a folder it is not.
    let run = folder.run(&["check", "draft.md", "--against", "draft.md", "sources"]);
    assert_eq!(run.err, "crosscheck: draft.md: is checked, so it is no source\n");
    assert_eq!(folder.run(&["check", "draft.md", "--against", "."]).err, "");
}

#[test]
fn the_closer_name_tells() {
    let folder = folder();
    let drafts = ["draft draft.md", "draft notes.md", "source sources/ferry.md"];
    assert_eq!(check(&folder, &[".", "--against", "sources"]).0, drafts);
    assert_eq!(check(&folder, &["--against", "sources"]).0, drafts);
    assert_eq!(check(&folder, &[".", "--against", "sources/ferry.md"]).0, drafts);
    let sources = ["draft sources/ferry.md", "source draft.md", "source notes.md"];
    assert_eq!(check(&folder, &["sources", "--against", "."]).0, sources);
    assert_eq!(check(&folder, &["sources", "--against", "draft.md", "notes.md"]).0, sources);
}

#[test]
fn standard_input_is_no_source_of_the_file_it_stands_for() {
    let folder = folder();
    folder.write("given", DRAFT).write("draft.md", SOURCE);
    for arguments in [
        &["-", "--stdin-name", "draft.md", "--against", "."] as &[&str],
        &["--stdin-name", "draft.md", "--against", ".", "sources/ferry.md"],
        &["draft.md", "--stdin-name", "./draft.md", "--against", "."],
    ] {
        let arguments = [&["check", "--format", "json"], arguments].concat();
        let stdin = File::open(folder.path().join("given")).unwrap();
        let run = Run::of(folder.command(&arguments).stdin(stdin).output().unwrap());
        let (documents, doubted) = told(&run, &arguments);
        assert_eq!(documents, ["draft draft.md", "source notes.md", "source sources/ferry.md"], "{arguments:?}");
        assert!(doubted, "{arguments:?}: {}", run.out);
    }
}

#[cfg(unix)]
#[test]
fn a_file_is_one_whatever_it_is_called() {
    let folder = folder();
    std::os::unix::fs::symlink("../draft.md", folder.path().join("sources/link.md")).unwrap();
    fs::hard_link(folder.path().join("draft.md"), folder.path().join("sources/hard.md")).unwrap();
    let (documents, doubted) = check(&folder, &["draft.md", "--against", "sources"]);
    assert_eq!(documents, ["draft draft.md", "source sources/ferry.md"]);
    assert!(doubted);
    let (documents, doubted) = check(&folder, &["sources/hard.md", "--against", "."]);
    assert_eq!((documents.len(), doubted), (3, true), "{documents:?}");
    let run = folder.run(&["check", "draft.md", "--against", "sources/link.md", "sources/hard.md"]);
    assert_eq!((run.status, run.out.as_str()), (2, ""));
}

#[test]
fn a_draft_that_the_option_took_is_given_back() {
    let folder = folder();
    let refused = |arguments: &[&str]| {
        let run = folder.run(&[&["check"], arguments].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        run.err
    };
    assert_eq!(
        refused(&["--against", "sources", "draft.md"]),
        "crosscheck: --against takes every path behind it, so `draft.md` became a source; put what is checked first: \
         `crosscheck check draft.md --against sources`, or `crosscheck check . --against sources draft.md` if all of \
         them are sources\n"
    );
    // What it shows is what works.
    assert!(check(&folder, &["draft.md", "--against", "sources"]).1);
    assert_eq!(check(&folder, &[".", "--against", "sources", "draft.md"]).0[0], "draft notes.md");
    assert!(refused(&["--against", "sources", "."]).contains("crosscheck check . --against sources`"));
    folder.write("crosscheck.toml", "documents = [\"*.md\"]\n");
    assert!(refused(&["--against", "sources", "draft.md"]).contains("crosscheck check draft.md --against sources`"));
    assert_eq!(check(&folder, &["--against", "sources"]).0.len(), 3);
    // Several sources from elsewhere take nothing away.
    folder.write("crosscheck.toml", "documents = [\"draft.md\"]\n");
    assert_eq!(check(&folder, &["--against", "sources/ferry.md", "notes.md"]).0.len(), 3);
}

#[test]
fn somebody_must_be_checked_against_somebody_else() {
    let folder = folder();
    for (arguments, told) in [
        (&["draft.md", "--against", "draft.md"] as &[&str], "no source is left to check against"),
        (&[".", "--against", "."], "no source is left to check against"),
        (&["--against", "."], "no source is left to check against"),
        (&["sources", "--against", "sources/ferry.md"], "no document is left to check"),
    ] {
        let run = folder.run(&[&["check"], arguments].concat());
        assert_eq!((run.status, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(told) && run.err.contains("`crosscheck check "), "{arguments:?}: {}", run.err);
    }
    let alone = Folder::new();
    alone.write("draft.md", DRAFT);
    let run = alone.run(&["check", "--against", "draft.md"]);
    assert!(run.status == 2 && run.err.contains("no document is left to check"), "{}", run.err);
    // A path that is not there is the reason enough.
    let run = folder.run(&["check", "gone.md", "--against", "sources"]);
    assert_eq!((run.status, run.err.as_str()), (2, "crosscheck: gone.md: does not exist; check the path\n"));
}

#[test]
fn sources_of_the_configuration() {
    let folder = folder();
    let configured = |text: &str, arguments: &[&str]| {
        folder.write("crosscheck.toml", text);
        check(&folder, arguments).0
    };
    let split = ["draft draft.md", "draft notes.md", "source sources/ferry.md"];
    assert_eq!(configured("documents = [\"**/*.md\"]\nsources = [\"sources/*.md\"]\n", &[]), split);
    assert_eq!(configured("documents = [\"**/*.md\"]\nsources = [\"sources/ferry.md\"]\n", &[]), split);
    let one = ["draft draft.md", "source notes.md", "source sources/ferry.md"];
    assert_eq!(configured("documents = [\"draft.md\"]\nsources = [\"**/*.md\"]\n", &[]), one);
    assert_eq!(configured("sources = [\"**/*.md\"]\n", &["draft.md"]), one);
    assert_eq!(configured("[[sets]]\ndocuments = [\"draft.md\"]\nsources = [\"**/*.md\"]\n", &[]), one);
    let toml = "[[sets]]\ndocuments = [\"draft.md\"]\nsources = [\"*.md\", \"sources/*\"]\n\n\
                [[sets]]\ndocuments = [\"notes.md\"]\nsources = [\"notes.md\"]\n";
    folder.write("crosscheck.toml", toml);
    let run = folder.run(&["check", "--format", "json"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("crosscheck.toml: every source of `notes.md` is a document by `notes.md`;"),
        "{}",
        run.err
    );
    assert!(told(&run, &[]).1, "the other set is checked all the same");
}

#[test]
fn a_document_that_names_itself_as_its_source() {
    let folder = folder();
    let page = |sources: &str| format!("---\ntitle: The ferry\nsources: [{sources}]\n---\n\n{DRAFT}");
    folder.write("draft.md", page("./draft.md, sources/ferry.md"));
    let run = folder.run(&["check", "draft.md", "--format", "json"]);
    assert_eq!(run.err, "crosscheck: draft.md: names itself among its sources; it was left out there\n");
    let (documents, doubted) = told(&run, &[]);
    assert_eq!((documents, doubted), (vec!["draft draft.md".to_owned(), "source sources/ferry.md".to_owned()], true));
    folder.write("draft.md", page("draft.md"));
    let run = folder.run(&["check", "draft.md"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err, "crosscheck: draft.md: names no source but itself; name another, or none\n");
}
