//! `crosscheck diff` as it is called: files, folders and git revisions, every format, and
//! the exit statuses. What is told of two texts stands in `tests/changes/`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use serde_json::Value;
use std::fs;
use support::{Folder, Run, commit, git};

const OLD: &str = "= The ferry =\n\nThe statement was issued on July 31, 2025. The 4 countries are: Austria, Belgium, France and Hungary.\n\nThe ferry carries 120 passengers.\n";

fn new() -> String {
    OLD.replace("July 31", "July 30")
        .replace("4 countries", "3 countries")
        .replace("Belgium, France and", "Belgium and")
}

fn told(run: &Run) -> Vec<&str> {
    assert_eq!(run.err, "");
    run.out.lines().filter(|line| ["  ~", "  +", "  -"].iter().any(|sign| line.starts_with(sign))).collect()
}

const CHANGES: [&str; 3] =
    ["  ~ date of the statement: July 31, 2025 → July 30, 2025", "  ~ countries: 4 → 3", "  ~ countries: − France"];

fn pinned(name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(format!("diff@{name}"), text));
}

#[test]
fn every_format_is_pinned() {
    let folder = Folder::new();
    let hostile = "The <b>ferry</b> | `boat` %0A::error @all carries 90 passengers.\n";
    folder.write("old/a.txt", OLD).write("new/a.txt", new()).write("old/gone.txt", "The pier was built in 1998.\n");
    folder.write("old/same.txt", OLD).write("new/same.txt", OLD).write("new/b|c.txt", hostile);
    for format in ["text", "markdown", "json"] {
        let run = folder.run(&["diff", "old", "new", "--format", format]);
        assert_eq!((run.status, run.err.as_str()), (0, ""));
        pinned(format, &run.out);
    }
}

#[test]
fn files_folders_and_statuses() {
    let folder = Folder::new();
    folder.write("old.txt", OLD).write("new.txt", new());
    let run = folder.run(&["diff", "old.txt", "new.txt"]);
    assert_eq!((run.status, told(&run).as_slice()), (0, &CHANGES[..]));
    assert_eq!(folder.run(&["diff", "old.txt", "new.txt", "--exit-code"]).status, 1);
    let same = folder.run(&["diff", "old.txt", "old.txt", "--exit-code"]);
    assert_eq!((same.status, same.out.as_str()), (0, "0 documents: no fact changed; 1 document unchanged\n"));
    let gone = folder.run(&["diff", "old.txt", "gone.txt"]);
    assert_eq!(gone.status, 2);
    assert!(
        gone.err.contains("gone.txt: is no path and no revision of git; a file of one is REVISION:PATH"),
        "{}",
        gone.err
    );
    assert!(folder.run(&["diff", "old.txt"]).err.contains("crosscheck: give the old version and the new one"));
    // Damaged bytes are said, and the rest is told.
    folder.write("damaged.txt", [new().as_bytes(), b"\xff\xfe\xfd and \xc3\xa9.\n"].concat());
    let damaged = folder.run(&["diff", "old.txt", "damaged.txt"]);
    assert_eq!(damaged.status, 2);
    assert!(damaged.out.contains("July 31, 2025 → July 30, 2025"), "{}", damaged.out);
}

#[test]
fn revisions_of_git() {
    let folder = Folder::new();
    git(folder.path(), &["init", "-q"]);
    folder.write("docs/a.txt", OLD).write("docs/b.txt", "The pier of the old harbour was built in 1998 by Ada Roth.\n");
    folder.write("notes.txt", "The pier was built in 1990.\n");
    commit(&folder, "Begin");
    git(folder.path(), &["checkout", "-q", "-b", "edit"]);
    folder.write("docs/a.txt", new());
    commit(&folder, "Edit");
    git(folder.path(), &["mv", "docs/b.txt", "docs/pier.txt"]);
    folder.write("docs/pier.txt", "The pier in the old harbour was built in 1998 by Ada Roth.\n");
    folder.write("docs/fresh.txt", "The lock is 12 m deep.\n");

    let file = folder.run(&["diff", "main:docs/a.txt", "docs/a.txt"]);
    assert_eq!(told(&file), CHANGES);
    assert_eq!(told(&folder.run(&["diff", "main:docs", "edit:docs"])), CHANGES);
    let all = folder.run(&["diff", "--since", "main"]);
    assert_eq!(told(&all), [&CHANGES[..], &["  + depth of the lock: 12 m"]].concat(), "{}", all.out);
    assert!(
        all.out.contains("docs/fresh.txt (new)") && all.out.contains("docs/pier.txt (was docs/b.txt)"),
        "{}",
        all.out
    );
    assert_eq!(told(&folder.run(&["diff", "--rev", "main", "docs/a.txt"])), CHANGES);
    // The documents that the configuration names; from a folder below, by paths seen from there.
    folder
        .write("crosscheck.toml", "documents = [\"docs/a.txt\"]\n")
        .write("notes.txt", "The pier was built in 1991.\n");
    let below = folder
        .command(&["diff", "--since", "main", "--format", "json"])
        .current_dir(folder.path().join("docs"))
        .output();
    let json: Value = serde_json::from_str(&Run::of(below.unwrap()).out).unwrap();
    assert_eq!(json["documents"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&json["documents"][0]["old"], &json["documents"][0]["new"]),
        (&"main:docs/a.txt".into(), &"a.txt".into())
    );
    // Whole revisions look at the same documents, from a folder below too.
    commit(&folder, "Configure");
    assert_eq!(told(&folder.run(&["diff", "main", "HEAD"])), CHANGES);
    let below = folder.command(&["diff", "HEAD~2..edit"]).current_dir(folder.path().join("docs")).output();
    assert_eq!(told(&Run::of(below.unwrap())), CHANGES);
    assert_eq!(folder.run(&["diff", "HEAD..HEAD"]).out, "0 documents: no fact changed; 1 document unchanged\n");
    git(folder.path(), &["reset", "-q", "--soft", "HEAD~1"]);
    // What main did meanwhile is not the branch's doing.
    fs::remove_file(folder.path().join("crosscheck.toml")).unwrap();
    git(folder.path(), &["stash", "-q", "-u"]);
    git(folder.path(), &["checkout", "-q", "main"]);
    folder.write("notes.txt", "The pier was built in 1900.\n");
    commit(&folder, "Meanwhile");
    git(folder.path(), &["checkout", "-q", "edit"]);
    assert_eq!(told(&folder.run(&["diff", "--since", "main"])), CHANGES);
    assert_eq!(told(&folder.run(&["diff", "main...edit"])), CHANGES);
    assert!(folder.run(&["diff", "main..edit"]).out.contains("1900 → 1990"));
    // A clone that lacks the commit says what to do; one that has it needs no more history.
    let clone = Folder::new();
    let from = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", "--branch", "edit", &from, "shallow"]);
    let shallow = |arguments: &[&str]| {
        Run::of(clone.command(arguments).current_dir(clone.path().join("shallow")).output().unwrap())
    };
    assert_eq!(shallow(&["diff", "HEAD", "HEAD"]).status, 0);
    let missing = shallow(&["diff", "origin/main...HEAD"]);
    assert!(missing.status == 2 && missing.err.contains("shallow"), "{}", missing.err);

    for (arguments, words) in [
        (&["diff", "--since", "no-such"][..], "--since: git says: "),
        (&["diff", "main:no-such.txt", "notes.txt"], "git says: "),
        (&["diff", "--since=--output=x"], "`--output=x` is no revision"),
        (&["diff", "--ext-diff=x:notes.txt", "notes.txt"], "unexpected argument"),
        (&["diff", "--output=x:notes.txt", "notes.txt"], "give the old version and the new one"),
        (&["diff", "--", "--output=x", "HEAD"], "`--output=x` is no revision"),
        (&["diff", "no-such", "HEAD"], "no-such: is no path and no revision"),
        (&["diff", "--", "--output=x..HEAD"], "`--output=x` is no revision"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.contains(words), "{arguments:?}: {}", run.err);
    }
}
