//! `--via pandoc`: files of other formats are converted if that is asked for and pandoc is there, and never else. Most of
//! it is tried with a program of that name that writes down how it was run.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use support::{Folder, Run, commit, git};

const TEXT: &str = "The ferry Arrow of Skarn sank on 3 May 2014, and 12 people died.\n";
const ORG: &str =
    "#+TITLE: Fate\n\n* The Arrow\n\nThe ferry /Arrow/ of Skarn sank on *4 May 2014*, and 12 people died.\n";

const NOTE: &str = "crosscheck: b.org: was converted by pandoc, so its places are those of the converted text (`pandoc --from=org \
                    --to=gfm --wrap=none --standalone` prints it)\n";

/// A folder with a text, and in `bin` a pandoc that does this and writes its arguments to the file `called`.
fn with_pandoc(script: &str) -> Folder {
    let folder = Folder::new();
    folder.write("a.txt", TEXT).write("b.org", ORG);
    let called = folder.path().join("called");
    folder.write("bin/pandoc", format!("#!/bin/sh\necho \"$@\" >> '{}'\n{script}\n", called.display()));
    let program = folder.path().join("bin/pandoc");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> Run {
    let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
    Run::of(folder.command(arguments).env("PATH", path).output().unwrap())
}

fn called(folder: &Folder) -> String {
    fs::read_to_string(folder.path().join("called")).unwrap_or_default()
}

/// Takes the title off, and says what pandoc says.
const CONVERTS: &str = "sed -e 's,^#+TITLE.*,,' -e 's,^\\* ,# ,' -e 's,[*/],,g'";

#[test]
fn a_finding_across_a_converted_file_and_a_text() {
    let folder = with_pandoc(CONVERTS);
    let checked = run(&folder, &["check", "a.txt", "b.org", "--via", "pandoc"]);
    assert_eq!((checked.status, checked.err.as_str()), (1, NOTE));
    assert!(
        checked.out.contains("  --> a.txt:1:34\n") && checked.out.contains("  ::: b.org:5:34\n"),
        "{}",
        checked.out
    );
    assert_eq!(called(&folder), "--sandbox --from=org --to=gfm --wrap=none --standalone\n");
    // The same day on both sides.
    folder.write("b.org", ORG.replace("4 May", "3 May"));
    let same = run(&folder, &["check", "a.txt", "b.org", "--via", "pandoc"]);
    assert_eq!((same.status, same.err.as_str()), (0, NOTE), "{}", same.out);
    // A folder's files, those of a pattern and standard input are converted, too.
    for arguments in [&["."] as &[&str], &["*.org"], &["-", "--stdin-name", "b.org"]] {
        let mut command = folder.command(&[&["read", "--via", "pandoc"], arguments].concat());
        let path = format!("{}:/usr/bin:/bin", folder.path().join("bin").display());
        let stdin = fs::File::open(folder.path().join("b.org")).unwrap();
        let run = Run::of(command.env("PATH", path).stdin(stdin).output().unwrap());
        assert!(run.err.ends_with(NOTE) && run.status == 0, "{arguments:?}: {}", run.err);
        assert!(run.out.contains("b.org (converted)\n"), "{arguments:?}: {}", run.out);
    }
}

#[test]
fn only_where_it_is_asked_for_and_needed() {
    let folder = with_pandoc(CONVERTS);
    folder.write("c.md", TEXT).write("d.rtf", "{\\rtf1 It rained.}").write("e.zip", "PK");
    for arguments in [
        &["check", "a.txt", "b.org"] as &[&str],
        &["check", "."],
        &["read", "b.org", "d.rtf"],
        &["check", "a.txt", "c.md", "--via", "pandoc"],
        &["check", "a.txt", "e.zip", "--via", "pandoc"],
        &["check", "a.txt", "b.org", "--via", "pandoc", "--since", "HEAD"],
    ] {
        run(&folder, arguments);
        assert_eq!(called(&folder), "", "{arguments:?}");
    }
}

#[test]
fn two_versions_of_a_converted_file() {
    let folder = with_pandoc(CONVERTS);
    folder.write("old/b.org", ORG).write("new/b.org", ORG.replace("4 May", "9 May"));
    folder.write("new/c.org", "#+TITLE: New\n\nThe ferry has 3 decks.\n");
    // Without the option a folder's other files are passed over.
    let passed_over = run(&folder, &["diff", "old", "new"]);
    assert!(!passed_over.out.contains("4 May") && called(&folder).is_empty(), "{}", passed_over.out);
    for sides in [["old/b.org", "new/b.org"], ["old", "new"]] {
        let told = run(&folder, &[&["diff", "--via", "pandoc"], &sides[..]].concat());
        assert_eq!(told.status, 0, "{}", told.err);
        assert!(told.out.contains("4 May 2014") && told.out.contains("9 May 2014"), "{}", told.out);
        assert_eq!(told.out.contains("3 decks"), sides[0] == "old", "{}", told.out);
        assert!(told.err.contains("crosscheck: new/b.org: was converted by pandoc, so its places are"), "{}", told.err);
    }
    // Of a revision of git, and of the working tree.
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "old");
    folder.write("b.org", ORG.replace("4 May", "9 May"));
    for sides in [&["HEAD:b.org", "b.org"] as &[&str], &["--since", "HEAD", "."], &["--since", "HEAD"]] {
        let told = run(&folder, &[&["diff", "--via", "pandoc"], sides].concat());
        assert!(
            told.out.contains("4 May 2014") && told.out.contains("9 May 2014"),
            "{sides:?}: {}{}",
            told.out,
            told.err
        );
        assert!(told.err.contains("b.org: was converted by pandoc"), "{sides:?}: {}", told.err);
    }
    // The same bytes are not converted.
    fs::write(folder.path().join("called"), "").unwrap();
    let same = run(&folder, &["diff", "--via", "pandoc", "old/b.org", "old/b.org"]);
    assert_eq!((same.status, called(&folder).as_str()), (0, ""), "{}", same.err);
}

#[test]
fn never_for_a_name_that_begins_with_a_hyphen() {
    let folder = with_pandoc(CONVERTS);
    folder.write("in/-o evil.org", ORG).write("in/a.txt", TEXT);
    let told = |name: &str| {
        format!("crosscheck: {name}: begins with a hyphen, and pandoc is run for no such name; rename the file\n")
    };
    let walked = run(&folder, &["check", "in", "--via", "pandoc"]);
    assert_eq!((walked.status, walked.err), (2, told("in/-o evil.org")));
    let named = run(&folder, &["check", "--via", "pandoc", "--", "./in/-o evil.org", "a.txt"]);
    assert_eq!((named.status, named.err), (2, told("in/-o evil.org")));
    assert_eq!(called(&folder), "");
    // Names that a shell would read are no words of any command.
    folder.write("in/$(touch owned); `touch owned`.org", ORG);
    assert_eq!(run(&folder, &["read", "in/$(touch owned); `touch owned`.org", "--via", "pandoc"]).status, 0);
    assert_eq!(called(&folder), "--sandbox --from=org --to=gfm --wrap=none --standalone\n");
    assert!(!folder.path().join("owned").exists() && !folder.path().join("in/owned").exists());
}

#[test]
fn what_goes_wrong_is_said() {
    let refused = |script: &str, told: &str| {
        let folder = with_pandoc(script);
        let run = run(&folder, &["check", "a.txt", "b.org", "--via", "pandoc"]);
        assert_eq!((run.status, run.err.as_str()), (2, format!("crosscheck: b.org: {told}\n").as_str()), "{script}");
        assert!(run.out.starts_with("1 document, 1 path not read"), "{}", run.out);
    };
    refused(
        "echo 'Unknown input format org' >&2; exit 21",
        "cannot be converted by pandoc (2.15 or newer), which says: Unknown input format org; convert it by other means",
    );
    refused("printf '\\377\\376'", "was converted by pandoc to what is no UTF-8");
    refused("head -c 34000000 /dev/zero", "is more than 32 MiB long when it is converted; split it into parts");
    let folder = with_pandoc("");
    fs::remove_file(folder.path().join("bin/pandoc")).unwrap();
    let path = folder.path().join("bin");
    let run =
        Run::of(folder.command(&["check", "a.txt", "b.org", "--via", "pandoc"]).env("PATH", path).output().unwrap());
    let told = "is to be converted by pandoc, which is not installed, or not on the PATH; install it (https://pandoc.org), or \
                leave --via out";
    assert_eq!((run.status, run.err), (2, format!("crosscheck: b.org: {told}\n")));
}

#[test]
fn the_true_program() {
    let version = Command::new("pandoc").arg("--version").output();
    let Ok(version) = version else {
        eprintln!("skipped: pandoc is not installed");
        return;
    };
    eprintln!("{}", String::from_utf8_lossy(&version.stdout).lines().next().unwrap_or_default());
    let folder = Folder::new();
    folder
        .write("a.txt", TEXT)
        .write("b.org", ORG)
        .write("secret.txt", "The ferry Arrow of Skarn sank on 9 May 2014.\n");
    let tex = |day: &str| {
        format!(
            "\\documentclass{{article}}\n\\begin{{document}}\n\\input{{secret.txt}}\nThe ferry \\emph{{Arrow}} of Skarn sank on {day}, and 12 people died.\n\\end{{document}}\n"
        )
    };
    folder.write("c.tex", tex("5 May 2014"));
    let rtf = "{\\rtf1\\ansi {\\b The ferry Arrow} of Skarn sank on 6 May 2014, and 12 people died.\\par}";
    folder.write("d.rtf", rtf);
    for (name, day) in [("b.org", "4 May 2014"), ("c.tex", "5 May 2014"), ("d.rtf", "6 May 2014")] {
        let run = folder.run(&["check", "a.txt", name, "--via", "pandoc"]);
        if name == "d.rtf" && run.err.contains("Unknown input format") {
            eprintln!("skipped: this pandoc reads no RTF");
            continue;
        }
        assert_eq!(run.status, 1, "{name}: {}{}", run.err, run.out);
        assert!(run.out.contains(&format!("sank on {day}, and")), "{name}: {}", run.out);
        assert!(!run.out.contains("9 May"), "{name} reads what it names: {}", run.out);
    }
}
