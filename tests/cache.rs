//! What a run keeps for the next one changes how long that takes, and not a byte of what it says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/corpus.rs"]
mod corpus;
mod support;

use corpus::{below, generated, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use support::{Folder, MINUTES, Run, commit};

/// Where the cache of these tests is, so that it is used for small folders too.
const CACHED: [&str; 2] = ["--cache-dir", "../cache"];

/// A folder `docs` with these files, beside which the cache is made.
fn folder_of(files: &[(String, Vec<u8>)]) -> Folder {
    let folder = Folder::new();
    for (name, content) in files {
        folder.write(&format!("docs/{name}"), content);
    }
    folder
}

fn run(folder: &Folder, arguments: &[&str], more: &[&str]) -> Run {
    let mut command = folder.command(&[&["check"], arguments, more].concat());
    Run::of(command.current_dir(folder.path().join("docs")).output().unwrap())
}

fn told(run: &Run) -> (i32, &str, &str) {
    (run.status, &run.out, &run.err)
}

/// The one file of the cache, and when it was written.
fn stored(folder: &Folder) -> (PathBuf, SystemTime) {
    let files = fs::read_dir(folder.path().join("cache")).unwrap().map(|entry| entry.unwrap().path());
    let stores: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|e| e == "store")).collect();
    assert_eq!(stores.len(), 1, "{stores:?}");
    (stores[0].clone(), fs::metadata(&stores[0]).unwrap().modified().unwrap())
}

/// Holds a run with the cache against one without. Was the cache written?
fn same(folder: &Folder, arguments: &[&str]) -> bool {
    let cache = folder.path().join("cache");
    let before = cache.exists().then(|| stored(folder).1);
    let cached = run(folder, arguments, &CACHED);
    let anew = run(folder, arguments, &["--no-cache"]);
    assert_eq!(told(&cached), told(&anew), "{arguments:?}");
    before != Some(stored(folder).1)
}

#[test]
fn samples_and_fixtures_read_the_same_from_the_cache() {
    for (path, least) in [("sources", 10), ("tests/formats", 10), ("docs", 10)] {
        let files = below(&root(path));
        assert!(files.len() >= least, "{path}");
        let folder = folder_of(&files);
        for format in ["json", "text"] {
            let arguments = [".", "--format", format, "--show", "all"];
            let arguments = if format == "json" { &arguments[..3] } else { &arguments[..] };
            let was_written = same(&folder, arguments);
            assert_eq!(was_written, format == "json", "{path}: how it is written is no part of what is kept");
            assert!(!same(&folder, arguments), "{path}: nothing has changed");
        }
    }
}

#[test]
fn drafts_and_sources_read_the_same_from_the_cache() {
    let folder = folder_of(&below(&root("sources")));
    folder
        .write(
            "docs/named.md",
            "---\nsources: [minutes.txt]\n---\nThe 4 members were: Anna Berg, Carl Dahl and Eva Falk.\n",
        )
        .write("docs/minutes.txt", MINUTES);
    let arguments = ["named.md", "--format", "json"];
    assert!(same(&folder, &arguments) && !same(&folder, &arguments));
    let out = run(&folder, &arguments, &CACHED).out;
    assert!(out.contains("\"path\":\"minutes.txt\""), "{out}");
    folder.write("docs/minutes.txt", MINUTES.replace("The 3 members", "The 5 members"));
    assert!(same(&folder, &arguments), "a source has changed");
}

#[test]
fn after_every_change_it_reads_as_if_it_were_read_anew() {
    let folder = folder_of(&generated(8));
    let docs = folder.path().join("docs");
    let arguments = [".", "--format", "json"];
    let first = run(&folder, &arguments, &CACHED).out;
    assert!(first.matches("\"rule\":\"quantity/conflict\"").count() >= 4, "{first}");
    assert!(!same(&folder, &arguments));
    let report = |event: u32, report: u32| format!("event-{event}/report-{report}.md");
    let text = |name: &str| fs::read_to_string(docs.join(name)).unwrap();

    folder.write(&format!("docs/{}", report(1, 2)), text(&report(1, 1)));
    assert!(same(&folder, &arguments), "one document was mended");
    folder.write(&format!("docs/{}", report(2, 0)), text(&report(2, 0)).replace("16 people", "61 people"));
    assert!(same(&folder, &arguments), "one document gives another figure");
    fs::remove_file(docs.join(report(3, 1))).unwrap();
    assert!(same(&folder, &arguments), "one document is gone");
    folder.write("docs/more.md", text(&report(4, 2)));
    assert!(same(&folder, &arguments), "one more tells of an event");
    fs::rename(docs.join(report(5, 0)), docs.join("moved.md")).unwrap();
    assert!(same(&folder, &arguments), "one has another name");
    let (a, b) = (text(&report(6, 0)), text(&report(7, 0)));
    folder.write(&format!("docs/{}", report(6, 0)), b).write(&format!("docs/{}", report(7, 0)), a);
    assert!(same(&folder, &arguments), "two have changed places");
    let joined = text(&report(6, 1)) + &text(&report(7, 1));
    folder.write("docs/joined.md", joined);
    assert!(same(&folder, &arguments), "one tells of two events");
    assert!(!same(&folder, &arguments));
}

#[test]
fn what_is_asked_for_is_part_of_what_is_kept() {
    let folder = folder_of(&generated(3));
    folder.write(
        "docs/today.md",
        "# Notice\n\nThe weir was opened on Thursday, 3 May 2021, and again on 31 June 2021.\n",
    );
    let ways: [&[&str]; 6] = [
        &["."],
        &[".", "--ignore", "date"],
        &[".", "--select", "date"],
        &[".", "--reference-date", "2021-05-09"],
        &["event-0", "event-1"],
        &["today.md", "--against", "event-0"],
    ];
    for _ in 0..2 {
        for way in ways {
            let cached = run(&folder, way, &CACHED);
            assert_eq!(told(&cached), told(&run(&folder, way, &["--no-cache"])), "{way:?}");
        }
    }
    folder.write("docs/crosscheck.toml", "[levels]\nquantity = \"off\"\n");
    for way in ways {
        let cached = run(&folder, way, &CACHED);
        assert_eq!(told(&cached), told(&run(&folder, way, &["--no-cache"])), "{way:?}");
    }
}

#[test]
fn a_damaged_cache_is_ignored_and_written_anew() {
    let folder = folder_of(&generated(2));
    let arguments = [".", "--format", "json"];
    assert!(same(&folder, &arguments));
    let whole = fs::read(stored(&folder).0).unwrap();
    let middle = whole.len() / 2;
    let mut bent = whole.clone();
    bent[middle] ^= 1;
    // Of another build of the program: its number stands in the first line.
    let mut foreign = whole.clone();
    let line = whole.iter().position(|byte| *byte == b'\n').unwrap();
    foreign[line - 1] = if foreign[line - 1] == b'0' { b'1' } else { b'0' };
    let damaged =
        [Vec::new(), whole[..middle].to_vec(), whole[..whole.len() - 1].to_vec(), bent, foreign, vec![0; 9999]];
    for damaged in damaged {
        fs::write(stored(&folder).0, damaged).unwrap();
        assert!(same(&folder, &arguments), "it is written anew");
        assert!(!same(&folder, &arguments), "and is whole again");
    }
}

#[test]
fn the_baseline_and_what_changed_are_no_part_of_it() {
    let folder = folder_of(&generated(2));
    let git = |arguments: &[&str]| support::git(folder.path(), arguments);
    git(&["init", "-q"]);
    commit(&folder, "first");
    let arguments = [".", "--format", "json"];
    assert!(same(&folder, &arguments));
    let create = folder.command(&["baseline", "create", "."]).current_dir(folder.path().join("docs")).output().unwrap();
    assert!(create.status.success());
    assert!(!same(&folder, &arguments));
    assert!(!same(&folder, &[".", "--format", "json", "--no-baseline"]));
    assert!(!same(&folder, &[".", "--format", "json", "--since", "HEAD"]));
}

#[test]
fn the_folder_is_made_where_it_pays_and_hides_itself() {
    let folder = Folder::new();
    folder.write("a.txt", MINUTES);
    let entries = |path: &Path| {
        let mut names: Vec<String> =
            fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    folder.run(&["check", "."]);
    assert_eq!(entries(folder.path()), ["a.txt"], "a small folder is read as fast");
    folder.write("crosscheck.toml", "").write("below/long.txt", MINUTES.repeat(1000));
    let below = folder.path().join("below");
    let check = |arguments: &[&str]| {
        let output = folder.command(&[&["check", ".."], arguments].concat()).current_dir(&below).output();
        Run::of(output.unwrap())
    };
    check(&["--no-cache"]);
    assert_eq!(entries(folder.path()), ["a.txt", "below", "crosscheck.toml"]);
    let first = check(&[]);
    // Beside the configuration.
    let cache = folder.path().join(".crosscheck_cache");
    assert_eq!(entries(folder.path()), [".crosscheck_cache", "a.txt", "below", "crosscheck.toml"]);
    let made = entries(&cache);
    assert!([".gitignore", "CACHEDIR.TAG"].iter().all(|name| made.contains(&(*name).to_owned())), "{made:?}");
    assert_eq!((made.len(), fs::read_to_string(cache.join(".gitignore")).unwrap().contains("\n*\n")), (3, true));
    let tag = fs::read_to_string(cache.join("CACHEDIR.TAG")).unwrap();
    assert!(tag.starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
    assert_eq!(told(&check(&[])), told(&first), "the cache is no document");
    assert_eq!(entries(&cache), made);
}

#[test]
fn where_nothing_can_be_written_nothing_is_said() {
    let folder = Folder::new();
    folder.write("long.txt", MINUTES.repeat(1000));
    let anew = folder.run(&["check", ".", "--no-cache"]);
    // Even the superuser makes no folder in the place of a file.
    folder.write(".crosscheck_cache", "a file");
    assert_eq!(told(&folder.run(&["check", "."])), told(&anew));
    assert_eq!(told(&folder.run(&["check", ".", "--cache-dir", "long.txt/cache"])), told(&anew));
    assert_eq!(fs::read_to_string(folder.path().join(".crosscheck_cache")).unwrap(), "a file");
    let both = folder.run(&["check", ".", "--no-cache", "--cache-dir", "x"]);
    assert_eq!((both.status, both.err.contains("cannot be used with")), (2, true), "{}", both.err);
}

#[test]
fn what_comes_on_standard_input_is_not_kept() {
    let folder = Folder::new();
    folder.write("given", MINUTES);
    let given = fs::File::open(folder.path().join("given")).unwrap();
    let run = Run::of(folder.command(&["check", "-", "--cache-dir", "cache"]).stdin(given).output().unwrap());
    assert_eq!((run.status, folder.path().join("cache").exists()), (0, false), "{}", run.err);
}

#[test]
fn other_commands_use_what_a_check_has_kept() {
    let folder = folder_of(&generated(2));
    let report: serde_json::Value =
        serde_json::from_str(&run(&folder, &[".", "--format", "json"], &CACHED).out).unwrap();
    let finding = &report["findings"][0];
    let (id, message) = (finding["id"].as_str().unwrap(), finding["message"].as_str().unwrap());
    let ways: [&[&str]; 2] = [&["explain", id, "."], &["baseline", "check", "."]];
    // It accepts nothing.
    fs::write(folder.path().join("docs/crosscheck.baseline"), "# crosscheck baseline 1: none\n").unwrap();
    let told = |way: &[&str], more: &[&str]| {
        let mut command = folder.command(&[way, more].concat());
        Run::of(command.current_dir(folder.path().join("docs")).output().unwrap())
    };
    for way in ways {
        let (kept, anew) = (told(way, &CACHED), told(way, &["--no-cache"]));
        assert_eq!((kept.status, &kept.out, &kept.err), (anew.status, &anew.out, &anew.err));
        assert!(kept.out.contains(message), "{way:?}: {}", kept.out);
    }
    // Words that only the cache has.
    let file = stored(&folder).0;
    fs::write(&file, with_other_words(&fs::read(&file).unwrap(), message, &message.to_ascii_uppercase())).unwrap();
    for way in ways {
        let kept = told(way, &CACHED);
        assert!(kept.out.contains(&message.to_ascii_uppercase()), "{way:?}: {}", kept.out);
    }
}

/// A whole file of the cache, of a check that found other words of the same length.
fn with_other_words(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    let sum = file.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let (head, rest) = (&file[..sum], &file[sum + 4..]);
    let mut rest = rest.to_vec();
    while let Some(at) = rest.windows(from.len()).position(|words| words == from.as_bytes()) {
        rest[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    [head, &crc32fast::hash(&rest).to_le_bytes(), &rest].concat()
}
