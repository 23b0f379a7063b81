//! The program as its users meet it: what it says of paths it cannot read, its exit
//! statuses, and that its output depends on the documents alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use std::fs::{self, File};
use std::io::Read;
use std::process::{Command, Stdio};
use support::{Folder, MINUTES, Run};

/// One bad path beside a good one: a sentence about the bad one, the good one still
/// read, exit status 2, no panic.
fn complains(folder: &Folder, bad: &str, sentence: &str) {
    folder.write("good.txt", MINUTES);
    for command in ["check", "claims"] {
        let run = folder.run(&[command, "--format", "json", bad, "good.txt"]);
        assert_eq!(run.err, format!("crosscheck: {bad}: {sentence}\n"));
        assert_eq!(run.status, 2, "{command} {bad}");
        assert!(run.out.contains("\"path\":\"good.txt\""), "{command} {bad}: the good document is left out");
    }
}

/// The same for what is worth a word and no more: nothing of it is lost, so the exit status is 0.
fn remarks(folder: &Folder, path: &str, sentence: &str) {
    folder.write("good.txt", MINUTES);
    for command in ["check", "claims", "read"] {
        let run = folder.run(&[command, "--format", "json", path, "good.txt"]);
        assert_eq!(run.err, format!("crosscheck: {path}: {sentence}\n"));
        assert_eq!(run.status, 0, "{command} {path}");
        for read in [path, "good.txt"] {
            assert!(run.out.contains(&format!("\"path\":\"{read}\"")), "{command} {read}: is left out");
        }
        assert!(!run.out.contains(sentence), "{command}: it was not refused");
    }
}

#[test]
fn a_missing_path() {
    complains(&Folder::new(), "gone.txt", "does not exist; check the path");
}

#[test]
fn data_files_in_a_directory_are_left_alone_aloud() {
    let folder = Folder::new();
    folder
        .write("a/minutes.txt", MINUTES)
        .write("a/facts.csv", "boat,cars\nArrow,40\n")
        .write("a/x.json", "{\"a\": 1}");
    let run = folder.run(&["check", "a"]);
    let remark = "crosscheck: a: left 2 files of data (.csv, .json) alone; to have one read, name it, or give it as a source (--against)\n";
    assert_eq!((run.status, run.err.as_str()), (0, remark));
    let run = folder.run(&["check", "a", "a/facts.csv", "--against", "a/x.json"]);
    assert_eq!(run.err, "", "each was named");
    let run = folder.run(&["check", "a/minutes.txt", "--against", "a"]);
    assert_eq!(run.err, "", "a source's data files are read");
}

#[test]
fn a_directory_without_documents() {
    let folder = Folder::new();
    folder.write("empty/picture.png", [0x89, b'P']);
    folder.write("good.txt", MINUTES);
    let run = folder.run(&["check", "empty", "good.txt"]);
    assert!(
        run.err.starts_with("crosscheck: empty: no documents in this directory; crosscheck reads ."),
        "{}",
        run.err
    );
    assert!(run.err.ends_with(" files\n") && run.err.contains(".txt"), "{}", run.err);
    assert_eq!(run.status, 2);
}

#[test]
fn standard_input_takes_the_place_of_its_file() {
    let folder = Folder::new();
    folder.write("docs/page.md", "# Old\n\nOn 31 June 2025 it rained.\n").write("other.txt", MINUTES);
    let run = |arguments: &[&str], given: &str| {
        folder.write("given", given);
        let stdin = File::open(folder.path().join("given")).unwrap();
        Run::of(folder.command(arguments).stdin(stdin).output().unwrap())
    };
    let saved = run(&["check", "--stdin-name", "docs/page.md", "docs", "--format", "json"], "# New\n\nIt rained.\n");
    assert_eq!((saved.status, saved.err.as_str()), (0, ""), "{}", saved.out);
    assert!(saved.out.contains("\"path\":\"docs/page.md\",\"format\":\"markdown\""), "{}", saved.out);
    let faulty = run(&["check", "-", "--stdin-name", "new.wiki"], "It rained on [[31 June|31 June 2025]].\n");
    assert_eq!(faulty.status, 1, "{}", faulty.err);
    assert!(faulty.out.contains("new.wiki:1:"), "{}", faulty.out);
    let unnamed = run(&["read", "-"], "---\ntitle: Rain\n---\nIt rained.\n");
    assert!(unnamed.out.starts_with("stdin (markdown)"), "{}", unnamed.out);
    let source = run(&["check", "other.txt", "--against", "-"], MINUTES);
    assert_eq!((source.status, source.err.as_str()), (0, ""), "{}", source.out);
    assert_eq!(run(&["claims", "-"], "").err, "crosscheck: stdin: is empty; there is nothing to check in it\n");
}

#[test]
fn a_document_in_another_language() {
    let folder = Folder::new();
    let german = "Die Fähre wurde von der Werft im Hafen gebaut und ist nicht für den Fluss gedacht. ";
    folder.write("a.txt", german.repeat(5) + "Am 31 June 2025 ist das Schiff mit 14 ports: Osthaven und Nordvik.");
    for command in ["check", "claims"] {
        let run = folder.run(&[command, "a.txt"]);
        assert_eq!(
            run.err,
            "crosscheck: a.txt: seems to be in German; only English is understood, so no claims were taken from it\n"
        );
        assert_eq!(run.status, 0, "{command}");
    }
}

#[test]
fn an_empty_file() {
    let folder = Folder::new();
    for name in ["void.txt", "void.docx", "void.json", "void"] {
        folder.write(name, "");
        remarks(&folder, name, "is empty; there is nothing to check in it");
    }
    let run = folder.run(&["check", "void.txt", "good.txt"]);
    assert!(run.out.starts_with("2 documents, 1 of them empty: nothing disagrees"), "{}", run.out);
    let run = folder.run(&["check", "void.txt"]);
    assert!(run.status == 0 && run.out.starts_with("1 document, empty: nothing was checked"), "{}", run.out);
}

#[test]
fn a_source_that_is_empty_carries_nothing() {
    let folder = Folder::new();
    folder.write("draft.txt", MINUTES).write("facts/a.txt", "");
    let run = folder.run(&["check", "draft.txt", "--against", "facts"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("crosscheck: every source is empty, so nothing was held against one\n"), "{}", run.err);
    folder.write("facts/b.txt", MINUTES);
    assert_eq!(folder.run(&["check", "draft.txt", "--against", "facts"]).status, 0);
}

#[test]
fn a_binary_file() {
    let folder = Folder::new();
    folder.write(
        "sound.txt",
        b"RIFF\x24\x08\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x02\x00\x22\x56\x00\x00\x88\x58\x01\x00",
    );
    complains(&folder, "sound.txt", "is binary, not text; leave it out or convert it to text first");
}

#[test]
fn a_file_of_another_encoding_is_read_and_said() {
    let folder = Folder::new();
    folder.write("old.txt", b"On 3 March 2025 the caf\xe9 in Malm\xf6 opened.\n");
    remarks(
        &folder,
        "old.txt",
        "is not UTF-8: byte 0xE9 at line 1, column 24; it was read as Windows-1252, which is a guess, so save it as UTF-8 to be sure",
    );
    let run = folder.run(&["claims", "--format", "json", "old.txt"]);
    assert!(run.out.contains("3 March 2025"));
}

#[test]
fn a_damaged_place_in_utf_8() {
    let folder = Folder::new();
    folder.write(
        "hurt.txt",
        "Zoë, Chloé, André and Jürgen met in Köln.\nOn 3 March 2025 they \u{0}left.".replace('\u{0}', "~"),
    );
    let mut bytes = fs::read(folder.path().join("hurt.txt")).unwrap();
    *bytes.iter_mut().find(|b| **b == b'~').unwrap() = 0xFF;
    folder.write("hurt.txt", bytes);
    complains(
        &folder,
        "hurt.txt",
        "is damaged: byte 0xFF at line 2, column 22 is not UTF-8; the rest was read, so mend that place and save as UTF-8",
    );
}

#[test]
fn a_mixture_of_encodings_is_damage() {
    let folder = Folder::new();
    folder.write("mixed.txt", b"On 3 March 2025 the caf\xe9 in Malm\xc3\xb6 opened.\n");
    complains(
        &folder,
        "mixed.txt",
        "is a mixture: byte 0xE9 at line 1, column 24 is not UTF-8, and other letters are; it was read as Windows-1252, so those are wrong; save it as UTF-8",
    );
}

#[test]
fn a_file_too_long() {
    let folder = Folder::new();
    File::create(folder.path().join("huge.txt")).unwrap().set_len(100 << 20).unwrap();
    complains(&folder, "huge.txt", "is 100.0 MiB long, and files over 32 MiB are not read; split it into parts");
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_file_that_may_not_be_read() {
        let folder = Folder::new();
        folder.write("locked.txt", MINUTES);
        let path = folder.path().join("locked.txt");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        if fs::read(&path).is_ok() {
            eprintln!("skipped: permissions do not bind this user (root)");
            return;
        }
        complains(&folder, "locked.txt", "may not be read; check its permissions");
    }

    #[test]
    fn a_link_to_nothing() {
        let folder = Folder::new();
        symlink("gone.txt", folder.path().join("link.txt")).unwrap();
        complains(&folder, "link.txt", "is a link to nothing; mend or remove it");
    }

    #[test]
    fn a_device() {
        complains(
            &Folder::new(),
            "/dev/null",
            "is a pipe, socket or device, not a file; save its text to a file first",
        );
    }

    #[test]
    fn a_pipe_in_a_directory_does_not_hang() {
        let folder = Folder::new();
        folder.write("notes/a.txt", MINUTES);
        assert!(Command::new("mkfifo").arg(folder.path().join("notes/b.txt")).status().unwrap().success());
        let run = folder.run(&["check", "notes"]);
        assert_eq!(
            run.err,
            "crosscheck: notes/b.txt: is a pipe, socket or device, not a file; save its text to a file first\n"
        );
        assert_eq!(run.status, 2);
    }

    #[test]
    fn dead_links_and_loops_in_a_directory() {
        let folder = Folder::new();
        folder.write("notes/a.txt", MINUTES);
        symlink("gone", folder.path().join("notes/b.txt")).unwrap();
        symlink("gone", folder.path().join("notes/b.lock")).unwrap();
        symlink("..", folder.path().join("notes/up")).unwrap();
        let run = folder.run(&["claims", "--format", "json", "notes"]);
        assert!(run.out.contains("\"path\":\"notes/a.txt\""));
        let said: Vec<&str> = run.err.lines().collect();
        assert!(said.contains(&"crosscheck: notes/b.txt: is a link to nothing; mend or remove it"), "{said:?}");
        assert!(!run.err.contains("b.lock"), "{said:?}");
        assert_eq!(run.status, 2);
    }

    #[test]
    fn a_dead_link_to_what_would_be_left_alone_is_a_note() {
        let folder = Folder::new();
        folder.write("notes/a.txt", MINUTES);
        symlink("gone", folder.path().join("notes/b.json")).unwrap();
        let run = folder.run(&["check", "notes"]);
        let sentence = "crosscheck: notes/b.json: is a link to nothing; mend or remove it\n";
        assert_eq!((run.status, run.err.as_str()), (0, sentence));
        // As a source it would have been read.
        let run = folder.run(&["check", "notes/a.txt", "--against", "notes"]);
        assert_eq!(run.status, 2);
    }

    #[test]
    fn a_link_and_its_file_are_one_document() {
        let folder = Folder::new();
        folder.write("a.txt", MINUTES);
        symlink("a.txt", folder.path().join("b.txt")).unwrap();
        assert_eq!(paths(&folder.run(&["claims", "--format", "json", "b.txt", "a.txt"])), ["a.txt"]);
    }
}

#[test]
fn several_bad_paths_are_all_named_once_and_in_order() {
    let folder = Folder::new();
    folder.write("void.txt", "");
    let run = folder.run(&["check", "void.txt", "gone.txt", "./gone.txt", "void.txt"]);
    let sentences = "crosscheck: gone.txt: does not exist; check the path\ncrosscheck: void.txt: is empty; there is nothing to check in it\n";
    assert_eq!(run.err, sentences);
    assert_eq!(run.status, 2);
}

/// The paths of the documents in a JSON output.
fn paths(run: &Run) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    json["documents"].as_array().unwrap().iter().map(|d| d["path"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_file_named_twice_is_one_document() {
    let folder = Folder::new();
    folder.write("notes/a.txt", MINUTES).write("notes/b.txt", MINUTES);
    let absolute = folder.path().join("notes/a.txt");
    let arguments =
        ["claims", "--format", "json", absolute.to_str().unwrap(), "./notes/./a.txt", "notes", "notes//b.txt"];
    assert_eq!(paths(&folder.run(&arguments)), ["notes/a.txt", "notes/b.txt"]);
    assert_eq!(paths(&folder.run(&["claims", "--format", "json", "."])), ["notes/a.txt", "notes/b.txt"]);
}

#[test]
fn a_file_named_as_draft_and_source_is_a_source() {
    let folder = Folder::new();
    folder.write("draft.txt", MINUTES).write("facts/source.txt", MINUTES);
    let run = folder.run(&["check", "--format", "json", ".", "--against", "facts"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let roles: Vec<_> = json["documents"].as_array().unwrap().iter().map(|d| (&d["path"], &d["role"])).collect();
    assert_eq!(roles.len(), 2);
    assert_eq!((roles[0].0.as_str(), roles[0].1.as_str()), (Some("draft.txt"), Some("draft")));
    assert_eq!((roles[1].0.as_str(), roles[1].1.as_str()), (Some("facts/source.txt"), Some("source")));
}

/// The samples of the project, copied to where the test runs.
fn samples() -> Folder {
    let folder = Folder::new();
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    for set in fs::read_dir(sources).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        for file in fs::read_dir(&set).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file()) {
            let name = format!("{}/{}", set.file_name().unwrap().display(), file.file_name().unwrap().display());
            folder.write(&name, fs::read(file).unwrap());
        }
    }
    folder
}

/// All that the samples say.
fn sample_texts() -> String {
    let sources = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let mut files: Vec<_> = fs::read_dir(sources)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .flat_map(|set| fs::read_dir(set).unwrap().map(|e| e.unwrap().path()))
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).unwrap() + "\n\n").collect()
}

#[test]
fn any_number_of_threads_and_any_order_of_paths_give_the_same_bytes() {
    let folder = samples();
    // Longer texts, of which each rule is given to whatever thread is free.
    let all = sample_texts();
    folder.write("long/one.txt", all.repeat(2)).write("long/other.txt", all.replace(" 1", " 3").repeat(2));
    let mut names: Vec<String> =
        fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    names.sort();
    for command in ["check", "claims"] {
        let run = |threads: &str, names: &[String]| {
            let mut command = folder.command(&[command, "--format", "json"]);
            Run::of(command.args(names).env("RAYON_NUM_THREADS", threads).output().unwrap())
        };
        let first = run("1", &names);
        assert!(first.status < 2, "{}", first.err);
        for threads in ["2", "8"] {
            assert!(run(threads, &names).out == first.out, "{command} with {threads} threads");
        }
        let backwards: Vec<String> = names.iter().rev().cloned().collect();
        assert!(run("8", &backwards).out == first.out, "{command} with the paths backwards");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = samples();
    let mut child = folder
        .command(&["claims", "--format", "json", "."])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn nobody_listening_at_all_is_no_panic() {
    let folder = Folder::new();
    let mut command = folder.command(&["check", "gone.txt"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop((child.stdout.take(), child.stderr.take()));
    assert_eq!(child.wait().unwrap().code(), Some(2));
}

#[test]
fn a_wrong_command_line_is_exit_status_2() {
    let folder = Folder::new();
    for arguments in [&["chek", "a.txt"] as &[&str], &["check", "--fail-on", "never-ever", "a.txt"], &[]] {
        let run = folder.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(!run.err.is_empty() && run.out.is_empty(), "{arguments:?}");
    }
    assert_eq!(folder.run(&["--help"]).status, 0);
    assert_eq!(folder.run(&["--version"]).out, format!("crosscheck {}\n", env!("CARGO_PKG_VERSION")));
}
