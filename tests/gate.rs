//! The gate as a repository lives with it: configuration, baseline, silence in place,
//! only what changed; with real git.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use std::fs;
use support::{Folder, MINUTES, Run, commit, git};

const BAD: &str = "The sale closes on June 31, 2024.\n";

/// The places of the findings of a check, as `path:line rule`.
fn found(run: &Run) -> Vec<String> {
    let json: serde_json::Value = serde_json::from_str(&run.out).expect(&run.err);
    let place = |f: &serde_json::Value| {
        let label = &f["labels"][0];
        format!("{}:{} {}", label["path"].as_str().unwrap(), label["line"], f["rule"].as_str().unwrap())
    };
    json["findings"].as_array().unwrap().iter().map(place).collect()
}

fn check(folder: &Folder, more: &[&str]) -> Run {
    let mut arguments = vec!["check", "--format", "json"];
    arguments.extend(more);
    folder.run(&arguments)
}

fn rewrite(folder: &Folder, name: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.path().join(name)).unwrap();
    assert!(text.contains(from), "{name}: {text}");
    folder.write(name, text.replace(from, to));
}

#[test]
fn exit_statuses_follow_the_level() {
    let folder = Folder::new();
    folder.write("good.txt", MINUTES).write("bad.txt", BAD);
    assert_eq!(folder.run(&["check", "good.txt"]).status, 0);
    assert_eq!(folder.run(&["check", "bad.txt"]).status, 1);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "error"]).status, 1);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "never"]).status, 0);
    assert_eq!(folder.run(&["check", "bad.txt", "gone.txt"]).status, 2);
    folder.write("crosscheck.toml", "[levels]\n\"date/invalid\" = \"warning\"\n");
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "error"]).status, 0);
    folder.write("crosscheck.toml", "fail-on = \"never\"\n");
    assert_eq!(folder.run(&["check", "bad.txt"]).status, 0);
    assert_eq!(folder.run(&["check", "bad.txt", "--fail-on", "error"]).status, 1);
}

#[test]
fn what_is_kept_back_does_not_count_as_agreement() {
    let folder = Folder::new();
    folder.write("bad.txt", BAD);
    assert_eq!(folder.run(&["baseline", "create", "bad.txt"]).status, 0);
    let run = folder.run(&["check", "bad.txt"]);
    assert!(run.status == 0 && run.out.starts_with("1 document: nothing else disagrees; "), "{}", run.out);
    let run = folder.run(&["check", "gone.txt"]);
    assert!(
        run.status == 2 && run.out.starts_with("no document, 1 path not read: nothing was checked; "),
        "{}",
        run.out
    );
}

#[test]
fn quiet_says_nothing_but_trouble() {
    let folder = Folder::new();
    folder.write("bad.txt", BAD);
    let run = folder.run(&["check", "--quiet", "bad.txt"]);
    assert_eq!((run.status, run.out.as_str(), run.err.as_str()), (1, "", ""));
    assert!(folder.run(&["check", "--quiet", "gone.txt"]).err.contains("does not exist"));
}

#[test]
fn a_year_of_a_content_repository() {
    let folder = Folder::new();
    git(folder.path(), &["init", "-q"]);

    // January: old findings, a baseline, and the gate is green.
    folder.write("crosscheck.toml", "documents = [\"docs/**/*.txt\"]\n");
    folder.write("docs/sale.txt", format!("Notes on the sale.\n\n{BAD}"));
    folder.write("docs/fair.txt", "The fair opens on April 31, 2024.\n");
    assert_eq!(check(&folder, &[]).status, 1);
    assert_eq!(folder.run(&["baseline", "check"]).status, 2);
    let created = folder.run(&["baseline", "create"]);
    assert_eq!(created.out, "crosscheck.baseline: 2 findings accepted for now\n", "{}", created.err);
    assert_eq!(folder.run(&["baseline", "create"]).status, 2);
    commit(&folder, "Begin");
    assert_eq!((check(&folder, &[]).status, folder.run(&["baseline", "check"]).status), (0, 0));
    assert_eq!(check(&folder, &["--no-baseline"]).status, 1);

    // February: an edit elsewhere in the file moves lines; the baseline holds, from any folder.
    rewrite(&folder, "docs/sale.txt", "Notes on the sale.", "Notes on the sale.\n\nIt rains.\n\nIt pours.");
    assert_eq!(check(&folder, &[]).status, 0);
    let below = Run::of(
        folder.command(&["check", "--format", "json"]).current_dir(folder.path().join("docs")).output().unwrap(),
    );
    assert_eq!((below.status, found(&below)), (0, vec![]));

    // March: one fault mended, another made in the same file; the new one is seen, the old one is said to be mended.
    rewrite(&folder, "docs/sale.txt", "June 31, 2024", "September 31, 2024");
    assert_eq!(found(&check(&folder, &[])), ["docs/sale.txt:7 date/invalid"]);
    let compared = folder.run(&["baseline", "check"]);
    assert_eq!(compared.status, 1);
    assert!(compared.out.contains("new: error[date/invalid] docs/sale.txt:7: "), "{}", compared.out);
    assert!(compared.out.contains("mended: [date/invalid] docs/sale.txt: \"June 31, 2024\""), "{}", compared.out);
    assert!(compared.out.ends_with("1 accepted, 1 new, 1 mended\n"), "{}", compared.out);
    // Pruning accepts nothing new.
    assert_eq!(folder.run(&["baseline", "prune"]).out, "crosscheck.baseline: 1 finding accepted for now\n");
    assert_eq!(check(&folder, &[]).status, 1);
    rewrite(&folder, "docs/sale.txt", "September 31, 2024", "September 30, 2024");
    assert_eq!((check(&folder, &[]).status, folder.run(&["baseline", "check"]).status), (0, 0));
    commit(&folder, "Mend the sale");

    // May: a rename keeps what was accepted.
    git(folder.path(), &["mv", "docs/fair.txt", "docs/spring-fair.txt"]);
    assert_eq!(check(&folder, &[]).status, 0);
    assert_eq!(folder.run(&["baseline", "prune"]).status, 0);
    assert!(fs::read_to_string(folder.path().join("crosscheck.baseline")).unwrap().contains("docs/spring-fair.txt"));
    commit(&folder, "Rename the fair");

    // July: two branches accept a finding each; the merge keeps both.
    folder.write(".gitattributes", "crosscheck.baseline merge=union\n");
    commit(&folder, "Merge baselines line by line");
    for (branch, name, day) in
        [("left", "docs/left.txt", "June 31, 2023"), ("right", "docs/right.txt", "April 31, 2023")]
    {
        git(folder.path(), &["checkout", "-q", "-b", branch, "main"]);
        folder.write(name, format!("It ended on {day}.\n"));
        assert_eq!(folder.run(&["baseline", "create", "--force"]).status, 0);
        commit(&folder, branch);
    }
    git(folder.path(), &["merge", "-q", "--no-edit", "left"]);
    assert_eq!((check(&folder, &[]).status, folder.run(&["baseline", "check"]).status), (0, 0));
    git(folder.path(), &["checkout", "-q", "main"]);
    git(folder.path(), &["merge", "-q", "--no-edit", "right"]);

    // September: a file deleted; its entry is mended, and pruned.
    fs::remove_file(folder.path().join("docs/left.txt")).unwrap();
    assert_eq!((check(&folder, &[]).status, folder.run(&["baseline", "check"]).status), (0, 1));
    folder.run(&["baseline", "prune"]);
    assert_eq!(folder.run(&["baseline", "check"]).status, 0);
    commit(&folder, "Delete the left");

    // October: the cause is in one document, the finding's first place in the other, on a line nobody touched.
    folder.write("docs/board.txt", "The statement on river traffic was issued on July 31, 2023 in Vienna.\n");
    folder.write("docs/release.txt", "In Vienna, the statement on river traffic was issued on July 31, 2023.\n");
    folder.write("docs/press.txt", "The press was there.\n\nIt rained on June 31, 2022.\n");
    commit(&folder, "Before the change");
    rewrite(&folder, "docs/release.txt", "July 31", "July 30");
    let run = check(&folder, &["--since", "HEAD"]);
    assert_eq!(found(&run), ["docs/board.txt:1 date/conflict"]);
    assert_eq!((run.status, check(&folder, &["--since", "HEAD", "--fail-on", "never"]).status), (1, 0));
    rewrite(&folder, "docs/release.txt", "July 30", "July 31");
    assert_eq!(found(&check(&folder, &["--since", "HEAD"])), Vec::<String>::new());
    assert_eq!(check(&folder, &["--since", "HEAD"]).status, 0);
    rewrite(&folder, "docs/press.txt", "It rained", "It poured");
    assert_eq!(found(&check(&folder, &["--since", "HEAD"])), ["docs/press.txt:3 date/invalid"]);
    rewrite(&folder, "docs/press.txt", "It poured", "It rained");
    folder.write("docs/new.txt", "It closes on June 31, 2021.\n");
    assert_eq!(found(&check(&folder, &["--since", "HEAD"])), ["docs/new.txt:1 date/invalid"]);
    commit(&folder, "After the change");
    assert_eq!(found(&check(&folder, &["--since", "HEAD~1"])), ["docs/new.txt:1 date/invalid"]);

    // December: a shallow clone has the baseline but no history.
    let clone = Folder::new();
    let url = format!("file://{}", folder.path().display());
    git(clone.path(), &["clone", "-q", "--depth", "1", &url, "shallow"]);
    let shallow = |arguments: &[&str]| {
        Run::of(clone.command(arguments).current_dir(clone.path().join("shallow")).output().unwrap())
    };
    assert_eq!(shallow(&["baseline", "check"]).status, 1);
    let run = shallow(&["check", "--since", "HEAD~1"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("git fetch --unshallow"), "{}", run.err);
}

#[test]
fn a_missing_or_broken_baseline_is_trouble() {
    let folder = Folder::new();
    folder.write("crosscheck.toml", "baseline = \"accepted.txt.list\"\n").write("bad.txt", BAD);
    let run = folder.run(&["check", "bad.txt"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("accepted.txt.list: the baseline that crosscheck.toml names does not exist"),
        "{}",
        run.err
    );
    folder.write("accepted.txt.list", "# crosscheck baseline 1\n<<<<<<< HEAD\n");
    let run = folder.run(&["check", "bad.txt"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("line 2: is no finding but a mark of a merge"), "{}", run.err);
}

#[test]
fn silence_in_place_needs_a_reason_and_a_use() {
    let folder = Folder::new();
    let text = "One: June 31, 2024. <!-- crosscheck: allow date/invalid -- printed so on the ticket -->\n\n\
                Two: June 31, 2025.\n\n<!-- crosscheck: allow date -- as above -->\n\nThree: June 31, 2026.\n";
    folder.write("a.md", text);
    assert_eq!(found(&check(&folder, &["a.md"])), ["a.md:3 date/invalid"]);
    folder.write("a.md", "<!-- crosscheck: allow-file date/invalid -- a page of jokes -->\n\nOn June 31, 2024.\n");
    let run = check(&folder, &["a.md"]);
    assert_eq!((run.status, run.err.as_str()), (0, ""));
    folder.write("a.md", "On June 30, 2024. <!-- crosscheck: allow date/invalid -- a joke -->\n");
    let run = check(&folder, &["a.md"]);
    assert_eq!(run.status, 0);
    assert_eq!(run.err, "crosscheck: a.md:1: nothing of date/invalid is said here any more; remove the comment\n");
    folder.write("a.md", "On June 31, 2024. <!-- crosscheck: allow date/invalid -->\n");
    let run = check(&folder, &["a.md"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("a.md:1: this comment gives no reason"), "{}", run.err);
}

#[test]
fn levels_hold_for_paths() {
    let folder = Folder::new();
    folder.write("docs/a.txt", BAD).write("archive/a.txt", BAD);
    folder.write("crosscheck.toml", "[[paths]]\nfiles = [\"archive/**\"]\nlevels = { date = \"off\" }\n");
    assert_eq!(found(&check(&folder, &["."])), ["docs/a.txt:1 date/invalid"]);
}

#[test]
fn the_configuration_names_documents_and_sources() {
    let folder = Folder::new();
    folder.write("drafts/a.txt", MINUTES).write("facts/b.txt", MINUTES);
    folder.write("crosscheck.toml", "documents = [\"drafts/*\"]\nsources = [\"facts/*\"]\n");
    let run = check(&folder, &[]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let roles: Vec<_> = json["documents"].as_array().unwrap().iter().map(|d| d["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["draft", "source"]);
    folder.write("crosscheck.toml", "documents = [\"drafts/*\", \"gone/*\"]\n");
    let run = check(&folder, &[]);
    assert_eq!(run.status, 2);
    assert_eq!(run.err, "crosscheck: crosscheck.toml: no document matches `gone/*`; mend or remove it\n");
}

#[test]
fn sets_are_never_held_against_each_other() {
    let folder = Folder::new();
    let day = |day: &str| format!("The statement on river traffic was issued on {day}, 2023 in Vienna.\n");
    for (name, text) in
        [("a/one.txt", "July 31"), ("a/two.txt", "July 30"), ("b/one.txt", "July 30"), ("facts/b.txt", "July 31")]
    {
        folder.write(name, day(text));
    }
    let set = |documents: &str, sources: &str| format!("[[sets]]\ndocuments = [{documents}]\nsources = [{sources}]\n");
    folder.write("crosscheck.toml", set("\"a/*\"", ""));
    assert_eq!(found(&check(&folder, &[])), ["a/one.txt:1 date/conflict"]);
    folder.write("crosscheck.toml", set("\"a/one.txt\"", "") + &set("\"a/two.txt\"", ""));
    let run = check(&folder, &[]);
    assert_eq!((run.status, found(&run)), (0, vec![]));
    // A document in two sets is read once, and what both say of it is said once.
    folder.write("a/one.txt", day("July 31") + BAD);
    folder.write("crosscheck.toml", set("\"a/one.txt\"", "") + &set("\"a/*\"", ""));
    let run = check(&folder, &[]);
    assert_eq!(found(&run), ["a/one.txt:1 date/conflict", "a/one.txt:2 date/invalid"]);
    folder.write("crosscheck.toml", set("\"b/*\"", "\"facts/b.txt\"") + &set("\"a/two.txt\"", ""));
    let run = check(&folder, &[]);
    assert!(found(&run).contains(&"b/one.txt:1 date/conflict".to_owned()), "{}", run.out);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let roles: Vec<_> = json["documents"].as_array().unwrap().iter().map(|d| d["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["peer", "draft", "source"]);
    folder.write("crosscheck.toml", "[[sets]]\nsource = []\n");
    assert!(check(&folder, &[]).err.contains("there is no key `source`, perhaps `sources`"));
}

#[test]
fn front_matter_names_the_sources_of_a_document() {
    let folder = Folder::new();
    let day = |day: &str| format!("The statement on river traffic was issued on {day}, 2023 in Vienna.\n");
    let page = |sources: &str| format!("---\ntitle: The statement\n{sources}\n---\n\n{}", day("July 30"));
    folder.write("facts/a.txt", day("July 31")).write("other/b.txt", day("July 29"));
    for sources in [
        "sources: ../facts/a.txt",
        "sources: [\"../facts/a.txt\", https://example.org/x.txt]",
        "sources:\n  - ../facts/a.txt\n  - A book",
    ] {
        folder.write("pages/page.md", page(sources));
        let run = check(&folder, &["pages", "other"]);
        assert_eq!(run.err, "", "{sources}");
        let found = found(&run);
        assert!(
            found.contains(&"pages/page.md:5 date/conflict".to_owned())
                || found.iter().any(|f| f.starts_with("pages/page.md:") && f.ends_with("date/conflict")),
            "{found:?}"
        );
        assert!(!found.iter().any(|f| f.starts_with("other/")), "{found:?}");
    }
    folder.write("pages/page.md", page("sources: gone.txt"));
    let run = check(&folder, &["pages"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("pages/gone.txt: does not exist"), "{}", run.err);
    // What the command line says wins.
    assert_eq!(check(&folder, &["pages", "--against", "facts"]).err, "");
}

#[test]
fn init_writes_a_file_that_changes_nothing() {
    let folder = Folder::new();
    folder.write("bad.txt", BAD);
    let before = check(&folder, &["."]);
    assert_eq!(folder.run(&["init"]).status, 0);
    assert_eq!(check(&folder, &["."]).out, before.out);
    assert!(folder.run(&["init"]).err.contains("crosscheck.toml exists already"));
    let written = fs::read_to_string(folder.path().join("crosscheck.toml")).unwrap();
    assert!(written.contains("documents = [\n    \"*.txt\", # 1 document\n]\n"), "{written}");
    folder.write("crosscheck.toml", "documnets = []\n");
    let run = check(&folder, &["."]);
    assert_eq!(run.status, 2);
    assert!(
        run.err.contains("crosscheck.toml: line 1: there is no key `documnets`, perhaps `documents`"),
        "{}",
        run.err
    );
}

#[test]
fn init_proposes_what_the_folder_suggests_and_says_why() {
    let folder = Folder::new();
    folder.write("README.md", "# Tidekeep\n\nTidekeep keeps tides.\n");
    folder.write("Cargo.toml", "[package]\nname = \"tidekeep\"\nversion = \"1.2.0\"\n");
    folder.write("CHANGELOG.md", "# Changelog\n\n## 1.2.0 - 2025-05-04\n\nNew.\n\n## 1.1.0 - 2024-01-02\n");
    folder.write("docs/start.md", "---\ndate: 2025-03-01\n---\n\nStart it.\n");
    folder.write("docs/v1/start.md", "Start it by hand.\n");
    folder.write("docs/api/list.md", "<!-- Do not edit: generated from the source -->\n\nCalls.\n");
    folder.write("vendor/oar/README.md", "# Oar\n");
    folder.write("packages/sail/README.md", "# Sail\n");
    folder.write("packages/sail/guide.md", "Hoist it.\n");
    folder.write("packages/mast/README.md", "# Mast\n");
    folder.write("packages/mast/guide.md", "Raise it.\n");
    let run = folder.run(&["init"]);
    assert_eq!(run.status, 0, "{}", run.err);
    for said in [
        "documents: *.md (2 documents)",
        "documents: docs/**/*.md (1 document)",
        "truth: Cargo.toml (what the program says of itself",
        "set: packages/sail/**/*.md (it has a README of its own",
        "left out: docs/v1/ (documents of other versions",
        "left out: docs/api/ (made by a tool",
        "left out: vendor/ (other people's files)",
        "reference-date: 2025-05-04 (the last day that CHANGELOG.md gives of itself)",
        ".crosscheckignore is written",
    ] {
        assert!(run.out.contains(said), "{said}\n{}", run.out);
    }
    let check = folder.run(&["check", "--format", "json"]);
    assert_eq!(check.status, 0, "{}{}", check.out, check.err);
    assert!(check.out.contains("docs/start.md") && check.out.contains("packages/mast/guide.md"), "{}", check.out);
    assert!(!check.out.contains("vendor/oar") && !check.out.contains("docs/api"), "{}", check.out);
}

#[test]
fn init_in_an_empty_folder_leaves_every_key_off() {
    let folder = Folder::new();
    let run = folder.run(&["init"]);
    assert_eq!(
        (run.status, run.out.as_str()),
        (0, "crosscheck.toml is written; every key in it is off and explained\n")
    );
    assert!(!folder.path().join(".crosscheckignore").exists());
}
