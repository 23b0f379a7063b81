//! The command line as people type it: without `check`, with patterns and lists of files, with a choice of rules, and
//! with slips, each of which gets a sentence that names the way out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use std::fs::{self, File};
use support::{Folder, MINUTES, Run, commit, git};

const RAIN: &str = "# Rain\n\nOn 31 June 2025 it rained in the harbour, as it did throughout the 2010s and 202s.\n";

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.md", RAIN).write("docs/minutes.txt", MINUTES).write("facts/a.txt", MINUTES);
    folder
}

/// The same run with `given` on standard input.
fn with_input(folder: &Folder, arguments: &[&str], given: &str) -> Run {
    // Outside of what a walk through the folder meets.
    let other = Folder::new();
    other.write("given", given);
    let stdin = File::open(other.path().join("given")).unwrap();
    Run::of(folder.command(arguments).stdin(stdin).output().unwrap())
}

#[test]
fn check_may_be_left_out() {
    let folder = folder();
    for arguments in [
        &["draft.md"] as &[&str],
        &["docs/"],
        &["docs"],
        &["."],
        &["draft.md", "--against", "facts/a.txt", "docs/minutes.txt"],
        &["--against", "facts", "--", "draft.md"],
        &["--format", "json", "docs", "draft.md"],
        &["--statistics", "draft.md"],
        &["docs/*.txt"],
        &["gone.txt"],
        &["gone/"],
    ] {
        let (short, long) = (folder.run(arguments), folder.run(&[&["check"], arguments].concat()));
        assert_eq!((short.status, &short.out, &short.err), (long.status, &long.out, &long.err), "{arguments:?}");
        assert!(!short.out.is_empty(), "{arguments:?}");
    }
    let run = with_input(&folder, &["-"], RAIN);
    assert!(run.status == 1 && run.out.contains("stdin:3:4"), "{}{}", run.out, run.err);
}

#[test]
fn a_slip_in_a_command_is_told_from_a_path() {
    let folder = folder();
    for (arguments, sentence) in [
        (
            &["chekc", "docs"] as &[&str],
            "`chekc` is neither a command nor a path that exists, perhaps `check`; `crosscheck --help` lists the commands",
        ),
        (&["claim", "docs"], "`claim` is neither a command nor a path that exists, perhaps `claims`;"),
        (&["xyzzy"], "`xyzzy` is neither a command nor a path that exists; `crosscheck --help` lists the commands"),
        (&["--quiet", "check", "docs"], "the command stands before its options: `crosscheck check --quiet docs`"),
        (&["--format", "csv", "claims", "docs"], "the command stands before its options: `crosscheck claims --format"),
        (&["--quiet", "gone.txt"], "gone.txt: does not exist; check the path"),
    ] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.err.starts_with(&format!("crosscheck: {sentence}")), "{arguments:?}: {}", run.err);
    }
    // What an option takes is no command.
    assert_eq!(with_input(&folder, &["--stdin-name", "read"], MINUTES).status, 0);
    // A file comes before a sentence, and a command before a file.
    folder.write("chekc", MINUTES).write("check", MINUTES);
    assert_eq!(folder.run(&["chekc"]).status, 0);
    assert_eq!(folder.run(&["--quiet", "check"]).status, 0);
    assert!(folder.run(&["./check"]).out.starts_with("1 document: "));
}

#[test]
fn sources_before_the_draft_are_told() {
    let folder = folder();
    let run = folder.run(&["--against", "facts/a.txt", "draft.md"]);
    assert_eq!(run.status, 2);
    let right = "put what is checked first: `crosscheck check draft.md --against facts/a.txt`";
    assert!(run.err.contains(right), "{}", run.err);
}

#[test]
fn a_pattern_in_quotation_marks() {
    let folder = folder();
    folder
        .write("docs/deep/b.md", RAIN)
        .write("docs/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0")
        .write("docs/a[1].txt", MINUTES);
    let documents = |arguments: &[&str]| {
        let run = folder.run(&[&["claims", "--format", "json"], arguments].concat());
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let paths = json["documents"].as_array().unwrap().iter().map(|d| d["path"].as_str().unwrap().to_owned());
        (paths.collect::<Vec<_>>().join(" "), run.err)
    };
    let none = String::new;
    assert_eq!(documents(&["docs/*.txt"]), ("docs/a[1].txt docs/minutes.txt".to_owned(), none()));
    assert_eq!(documents(&["./**/*.md"]), ("docs/deep/b.md draft.md".to_owned(), none()));
    assert_eq!(documents(&["docs/{deep/*,minutes.*}"]), ("docs/deep/b.md docs/minutes.txt".to_owned(), none()));
    // A file of that very name is meant.
    assert_eq!(documents(&["docs/a[1].txt"]), ("docs/a[1].txt".to_owned(), none()));
    let (paths, err) = documents(&["docs/*"]);
    assert_eq!(paths, "docs/a[1].txt docs/minutes.txt");
    assert_eq!(err, "crosscheck: docs: passed over 1 file of a format that is not read: 1 .png\n");
    for (pattern, sentence) in [
        ("*.odt", "*.odt: matches no file; `*` stays inside a folder, `**` crosses folders"),
        ("gone/*.md", "gone: does not exist; check the path"),
        ("docs/[", "docs/[: is no pattern of paths; mend it"),
        (
            "docs/*.png",
            "docs/picture.png: is a picture, which crosscheck does not read; have its text recognised (OCR) first",
        ),
    ] {
        let run = folder.run(&[pattern]);
        assert_eq!((run.status, run.err), (2, format!("crosscheck: {sentence}\n")), "{pattern}");
    }
    let run = folder.run(&["draft.md", "--against", "*/*.txt", "--format", "json"]);
    assert!(run.out.contains("\"path\":\"facts/a.txt\",\"format\":\"text\",\"role\":\"source\""), "{}", run.out);
}

#[test]
fn a_list_of_files() {
    let folder = folder();
    for given in ["draft.md\ndocs\n", "draft.md\r\n\r\ndocs\r\n", "docs\0draft.md\0"] {
        let listed = with_input(&folder, &["--files-from", "-"], given);
        let named = folder.run(&["draft.md", "docs"]);
        assert_eq!((listed.out, listed.err), (named.out, named.err), "{given:?}");
    }
    folder.write("list", "docs\n");
    assert_eq!(folder.run(&["draft.md", "--files-from", "list"]).out, folder.run(&["draft.md", "docs"]).out);
    // Nothing changed: then nothing is checked, and by no means everything.
    let empty = with_input(&folder, &["--files-from", "-"], "\n");
    assert_eq!(
        (empty.status, empty.out.as_str()),
        (0, "no document: nothing was checked; 0 agreements; 0 claims compared with nothing\n")
    );
    for (list, given, sentence) in [
        ("gone", "", "gone: does not exist; check the path"),
        ("-", "gone.txt\n", "gone.txt: does not exist; check the path"),
    ] {
        let run = with_input(&folder, &["--files-from", list], given);
        assert_eq!((run.status, run.err), (2, format!("crosscheck: {sentence}\n")));
    }
    let twice = with_input(&folder, &["-", "--files-from", "-"], "docs\n");
    assert_eq!(twice.status, 2);
    assert!(twice.err.contains("standard input is asked for twice"), "{}", twice.err);
}

/// The rules of a report as JSON, in the order of the places.
fn rules(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let run = folder.run(&[&["check", "--format", "json"], arguments].concat());
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    json["findings"].as_array().unwrap().iter().map(|f| f["rule"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn rules_are_chosen() {
    let folder = folder();
    assert_eq!(rules(&folder, &["draft.md"]), ["date/invalid", "date/malformed"]);
    assert_eq!(rules(&folder, &["draft.md", "--select", "date/invalid"]), ["date/invalid"]);
    assert_eq!(rules(&folder, &["draft.md", "--select", "quote,quantity"]), [""; 0]);
    assert_eq!(rules(&folder, &["draft.md", "--ignore", "date/invalid"]), ["date/malformed"]);
    assert_eq!(rules(&folder, &["draft.md", "--select", "date", "--ignore", "date/malformed"]), ["date/invalid"]);
    let run = folder.run(&["draft.md", "--select", "date/invalud"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("there is no rule `date/invalud`, perhaps `date/invalid`"), "{}", run.err);
}

#[test]
fn a_choice_comes_before_the_configuration_and_wrongs_no_comment() {
    let folder = folder();
    folder.write(
        "crosscheck.toml",
        "[levels]\ndate = \"off\"\n[[paths]]\nfiles = [\"old/*\"]\nlevels = { date = \"off\" }",
    );
    folder.write("old/b.md", RAIN);
    assert_eq!(rules(&folder, &["draft.md", "old"]), [""; 0]);
    assert_eq!(rules(&folder, &["draft.md", "old", "--select", "date/invalid"]), ["date/invalid"]);
    folder.write("crosscheck.toml", "");
    folder.write("draft.md", "On 31 June 2025 it rained. <!-- crosscheck: allow date -- printed so -->\n");
    for choice in ["--ignore=date", "--select=quote", "--select=date/invalid"] {
        let run = folder.run(&["draft.md", choice]);
        assert_eq!((run.status, run.err.as_str()), (0, ""), "{choice}");
    }
    assert!(folder.run(&["draft.md", "--ignore=date/invalid"]).err.contains("nothing of date is said here any more"));
    // A rule that is not asked for has mended nothing.
    folder.write("draft.md", RAIN);
    assert_eq!(folder.run(&["baseline", "create", "draft.md"]).status, 0);
    let absent = |choice| folder.run(&["draft.md", "-f", "sarif", choice]).out.matches("absent").count();
    assert_eq!(absent("--select=quote"), 0);
    folder.write("draft.md", "It rained.\n");
    assert_eq!((absent("--select=date/invalid"), absent("--select=quote")), (1, 0));
}

#[test]
fn statistics_count_by_rule() {
    let folder = folder();
    folder.write("other.md", "# Snow\n\nOn 30 February 2025 it snowed.\n");
    let run = folder.run(&["draft.md", "other.md", "--statistics"]);
    assert_eq!(
        run.out,
        "2  date/invalid    2 errors  the calendar has no such day\n\
         1  date/malformed  1 error   a year or decade with a digit too few or too many\n\
         2 documents: 3 errors\n"
    );
    assert_eq!(run.status, 1);
    assert_eq!(folder.run(&["docs", "--statistics"]).out, "1 document: nothing in it disagrees\n");
    let run = folder.run(&["docs", "--statistics", "-f", "json"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("`--format json` holds each finding with its rule"), "{}", run.err);
}

#[test]
fn reasons_stand_below_each_finding() {
    let folder = Folder::new();
    folder.write("a.txt", "The fishing treaty between Norland and Sundia was signed in Bern on 12 May 2014.\n");
    folder
        .write("b.txt", "The fishing treaty of Norland and Sundia, signed in Bern on 21 May 2014, ended a dispute.\n");
    folder.write("c.txt", "On 31 June 2025 it rained.\n");
    let (plain, run) = (folder.run(&["."]), folder.run(&[".", "--explain"]));
    assert_eq!(
        (run.status, run.out.matches("Why these places speak of the same thing").count()),
        (1, 1),
        "{}",
        run.out
    );
    assert_eq!(run.out.matches("its place is at fault in itself").count(), 1, "{}", run.out);
    let last = |run: &Run| run.out.lines().find(|line| line.starts_with("3 documents: ")).unwrap().to_owned();
    assert_eq!(last(&plain), last(&run));
    assert_eq!(folder.run(&[".", "--explain", "-f", "json"]).status, 2);
}

#[test]
fn the_report_goes_into_a_file() {
    let folder = folder();
    let report = || fs::read_to_string(folder.path().join("report.txt")).unwrap();
    for (arguments, options) in [
        (&["check", "draft.md"] as &[&str], &["--quiet"] as &[&str]),
        (&["check", "draft.md", "-f", "json"], &[]),
        (&["claims", "draft.md", "-f", "csv"], &[]),
        (&["read", "draft.md", "-f", "json"], &[]),
        (&["diff", "draft.md", "docs/minutes.txt", "-f", "markdown"], &[]),
    ] {
        let run = folder.run(&[arguments, options, &["--output", "report.txt"]].concat());
        assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""), "{arguments:?}");
        assert_eq!(report(), folder.run(arguments).out, "{arguments:?}");
    }
    // No document is written over.
    for (file, sentence) in [
        ("draft.md", "draft.md: not written, since it is one of the documents that were read;"),
        ("./docs/../draft.md", "./docs/../draft.md: not written, since it is one of the documents that were read;"),
        ("gone/report.txt", "gone/report.txt: cannot be written: "),
    ] {
        let run = folder.run(&["check", "draft.md", "-o", file]);
        assert_eq!(run.status, 2, "{file}");
        assert!(run.err.starts_with(&format!("crosscheck: {sentence}")), "{}", run.err);
    }
    assert_eq!(fs::read_to_string(folder.path().join("draft.md")).unwrap(), RAIN);
}

#[test]
fn colours_are_as_they_are_asked_for() {
    let folder = folder();
    let coloured = |arguments: &[&str]| folder.run(arguments).out.contains('\u{1b}');
    assert!(coloured(&["draft.md", "--color", "always"]));
    for arguments in [&["draft.md"] as &[&str], &["draft.md", "--color", "never"], &["draft.md", "--color", "auto"]] {
        assert!(!coloured(arguments), "{arguments:?}");
    }
    assert!(!coloured(&["draft.md", "--color", "always", "-f", "json"]), "nothing for programs is coloured");
    let report = |when| {
        folder.run(&["draft.md", "--color", when, "-o", "report.txt"]);
        fs::read_to_string(folder.path().join("report.txt")).unwrap().contains('\u{1b}')
    };
    assert!(report("always") && !report("auto"));
}

#[test]
fn the_exit_status_may_be_zero_whatever_is_found() {
    let folder = folder();
    let run = folder.run(&["draft.md", "--exit-zero"]);
    assert_eq!((run.status, run.out), (0, folder.run(&["draft.md"]).out));
    assert_eq!(folder.run(&["draft.md", "gone.txt", "--exit-zero"]).status, 2);
    assert_eq!(folder.run(&["draft.md", "--exit-zero", "--fail-on", "note"]).status, 2);
}

#[test]
fn the_configuration_of_a_python_project() {
    let folder = folder();
    folder.write("pyproject.toml", "[project]\nname = \"a\"\n\n[tool.crosscheck]\ndocuments = [\"docs/*.txt\"]\n");
    folder.write("docs/deep/x.md", RAIN);
    let run = folder.run(&["check"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
    assert!(run.out.starts_with("1 document: "), "{}", run.out);
    let below = Run::of(folder.command(&["check"]).current_dir(folder.path().join("docs/deep")).output().unwrap());
    assert!(below.out.starts_with("1 document: "), "{}", below.out);
    let given = folder.run(&["check", "--config", "pyproject.toml"]);
    assert!(given.out.starts_with("1 document: "), "{}", given.out);
    // crosscheck.toml comes first.
    folder.write("crosscheck.toml", "documents = [\"draft.md\"]");
    assert_eq!(folder.run(&["check"]).status, 1);
    fs::remove_file(folder.path().join("crosscheck.toml")).unwrap();
    for (text, sentence) in [
        (
            "[tool.crosscheck]\ndocument = []",
            "pyproject.toml: line 2: there is no key `document`, perhaps `documents`;",
        ),
        (
            "[tool.crosscheck]\ndocuments = [\"*.odt\"]",
            "pyproject.toml: no document matches `*.odt`; mend or remove it",
        ),
    ] {
        folder.write("pyproject.toml", text);
        let run = folder.run(&["check"]);
        assert_eq!(run.status, 2);
        assert!(run.err.contains(sentence), "{}", run.err);
    }
    // Another tool's file, broken or not, is none of ours.
    for text in ["[tool.other]\nx = 1", "[tool.other"] {
        folder.write("pyproject.toml", text);
        assert_eq!(folder.run(&["check", "docs/minutes.txt"]).err, "");
    }
    let run = folder.run(&["check", "docs", "--config", "pyproject.toml"]);
    assert_eq!(run.status, 2);
}

#[test]
fn what_git_lists_is_checked() {
    let folder = folder();
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "Begin");
    let mut listed = std::process::Command::new("git");
    let listed = listed.args(["ls-files", "-z", "docs"]).current_dir(folder.path()).output().unwrap();
    let names = String::from_utf8(listed.stdout).unwrap();
    let run = with_input(&folder, &["--files-from", "-"], &names);
    assert!(run.out.starts_with("1 document: ") && run.err.is_empty(), "{}{}", run.out, run.err);
}

#[test]
fn the_schema_of_the_configuration() {
    let run = Folder::new().run(&["schema", "config"]);
    let schema: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(schema["title"], "crosscheck.toml");
    assert!(run.out.contains("\"date/invalid\"") && run.out.contains("\"date\""));
}
