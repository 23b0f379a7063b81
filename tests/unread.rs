//! What is not read is said for what it is and counted, and whatever is said does nothing to a terminal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use serde_json::{Value, json};
use std::io::{Cursor, Write};
use support::{Folder, MINUTES};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn passed_over(folder: &Folder, arguments: &[&str]) -> Value {
    let run = folder.run(&[&["check", "--format", "json"], arguments].concat());
    serde_json::from_str::<Value>(&run.out).expect(&run.err)["passed_over"].clone()
}

#[test]
fn what_a_walk_passes_over_is_counted() {
    let folder = Folder::new();
    for name in ["a.mbox", "b.rtf", "c.ods", "d.xls", "e.mobi", "f.org", "README", "g.ORG", ".hidden.ods"] {
        folder.write(&format!("in/{name}"), "It rained.\n");
    }
    folder.write("in/a.txt", MINUTES).write("in/crosscheck.toml", "").write("in/facts.csv", "a,b\n1,2\n");
    let run = folder.run(&["check", "in"]);
    assert_eq!(run.status, 0);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(
        lines[1],
        "crosscheck: in: passed over 8 files of formats that are not read: 2 .org, 1 without extension, 1 .mbox, \
         1 .mobi, 1 .ods, 1 .rtf, 1 .xls"
    );
    assert!(run.out.starts_with("1 document, 8 files passed over: nothing in it disagrees"), "{}", run.out);
    let counted = passed_over(&folder, &["in"]);
    assert_eq!(counted.as_array().unwrap().len(), 7);
    assert_eq!(counted[0], json!({ "folder": "in", "extension": "", "files": 1 }));
    assert_eq!(counted[4], json!({ "folder": "in", "extension": "org", "files": 2 }));
    // What is named is read, and not passed over.
    assert_eq!(passed_over(&folder, &["in", "in/f.org"])[4]["files"], 1);
}

#[test]
fn of_sources_too_and_each_once() {
    let folder = Folder::new();
    folder.write("draft.txt", MINUTES).write("facts/a.txt", MINUTES).write("facts/report.ods", "PK");
    let run = folder.run(&["check", "draft.txt", "--against", "facts"]);
    assert_eq!(run.err, "crosscheck: facts: passed over 1 file of a format that is not read: 1 .ods\n");
    let once = json!([{ "folder": "facts", "extension": "ods", "files": 1 }]);
    assert_eq!(passed_over(&folder, &[".", "--against", "facts"]), once);
    assert_eq!(passed_over(&folder, &["facts", "--against", "."]), once);
    assert_eq!(passed_over(&folder, &["draft.txt"]), json!([]));
}

#[test]
fn a_line_stays_a_line() {
    let folder = Folder::new();
    folder.write("in/a.txt", MINUTES);
    for number in 0..30 {
        folder.write(&format!("in/x.k{number:02}"), "").write(&format!("in/y{number}.png"), "");
    }
    let err = folder.run(&["claims", "in"]).err;
    assert_eq!(
        err,
        "crosscheck: in: passed over 60 files of formats that are not read: 30 .png, 1 .k00, 1 .k01, 1 .k02, 1 .k03, \
         1 .k04, 1 .k05, 1 .k06, 23 of other kinds\n"
    );
}

#[test]
fn formats_that_are_not_read_are_named_for_what_they_are() {
    let folder = Folder::new();
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("mimetype", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"application/vnd.oasis.opendocument.spreadsheet").unwrap();
    folder.write("a.ods", archive.finish().unwrap().into_inner());
    folder.write("a.tex", "\\documentclass{article}\n").write("a.rtf", "{\\rtf1 It rained.}");
    folder
        .write("a.mbox", "From a@example.org\nSubject: Rain\n\nIt rained.")
        .write("a.xls", [0xd0, 0xcf, 0x11, 0xe0, 0, 1]);
    folder.write("a.srt", "It rained.\n").write("a.ipynb", "{\"cells\": [").write("a.eml", "It rained.\n");
    folder.write("a.odt", "PK\u{3}\u{4} damaged").write("a.epub", "It rained.").write("a.xlsx", "PK\u{3}\u{4} damaged");
    folder.write("good.txt", MINUTES).write("a.docx", "PK\u{3}\u{4} damaged");
    for (name, told) in [
        (
            "a.ods",
            "is an OpenDocument spreadsheet, which crosscheck does not read; save it as .xlsx, or its sheets as .csv",
        ),
        (
            "a.xls",
            "is a binary Excel workbook, which crosscheck does not read; save it as .xlsx, or its sheets as .csv",
        ),
        ("a.tex", "is a LaTeX source, which crosscheck does not read; convert it to .html, .docx or .txt first"),
        ("a.rtf", "is an RTF document, which crosscheck does not read; save it as .docx, .html or .txt"),
        ("a.mbox", "is a mailbox, which crosscheck does not read; save its e-mails one by one, as .eml"),
        ("a.srt", "holds no subtitle with its times (00:00:01,000 --> 00:00:02,000); if it is a text, name it .txt"),
        ("a.ipynb", "is no Jupyter notebook that can be read; open it in Jupyter and save it again"),
        (
            "a.eml",
            "is no e-mail that can be read: it begins with no headers (From:, Date:, Subject:); if it is a text, name it .txt",
        ),
        ("a.odt", "is no ODT that can be read; open it in a word processor and save it again"),
        ("a.epub", "is no EPUB that can be read; open it in a program that writes books and save it again"),
        ("a.xlsx", "is no XLSX that can be read; open it in a spreadsheet program and save it again"),
        ("a.docx", "is no DOCX that can be read; open it in a word processor and save it again"),
        (
            "https://example.org/a.html",
            "is a web address, and crosscheck reads nothing from the net; save the page as .html and name that file",
        ),
    ] {
        let run = folder.run(&["check", name, "good.txt"]);
        assert_eq!(run.err, format!("crosscheck: {name}: {told}\n"));
        assert_eq!(run.status, 2);
        assert!(run.out.starts_with("1 document, 1 path not read: "), "{name}: {}", run.out);
    }
    assert!(folder.run(&["diff", "https://example.org/a.html", "good.txt"]).err.contains("is a web address"));
}

#[test]
fn text_of_an_unknown_name_is_read_aloud() {
    let folder = Folder::new();
    folder.write("a.org", MINUTES).write("NOTES", MINUTES);
    let run = folder.run(&["check", "a.org"]);
    let told = "was read as plain text, since .org is no format that crosscheck knows; its markup counts as words";
    assert_eq!((run.status, run.err), (0, format!("crosscheck: a.org: {told}\n")));
    assert_eq!(folder.run(&["check", "NOTES"]).err, "");
}

#[test]
fn a_short_text_in_another_language_is_not_approved() {
    let folder = Folder::new();
    let german = "Der Stadtrat hat am Montag beschlossen, die alte Brücke zu sperren. Sie wurde 1952 gebaut und gilt \
                  nach einem Gutachten als baufällig.\n";
    folder.write("a.txt", german);
    let run = folder.run(&["check", "a.txt"]);
    assert!(run.err.contains("a.txt: seems to be in German; only English is understood"), "{}", run.err);
    assert!(run.out.starts_with("1 document, not understood: no claim was read"), "{}", run.out);
}

/// What no terminal, and no reader of lines, may get from a name or a text.
const HOSTILE: &str = "a\u{1b}[31m\u{1b}]0;owned\u{7}\u{202e}b\n::warning::c\u{9b}2J\u{2066}d";

fn is_harmless(what: &str, output: &str) {
    let bad = |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
    assert!(!output.contains(bad), "{what}: {output:?}");
    assert!(!output.lines().any(|line| line.starts_with("::")), "{what}: {output:?}");
}

#[cfg(unix)]
#[test]
fn names_of_files_do_nothing_to_a_terminal() {
    let folder = Folder::new();
    let gone = format!("{HOSTILE}.txt");
    folder
        .write(&format!("in/{HOSTILE}.md"), "On 31 June 2025 it rained.\n")
        .write(&format!("in/{HOSTILE}.{HOSTILE}"), "x");
    folder
        .write(&format!("in/{HOSTILE}e.md"), "")
        .write(&format!("in/{HOSTILE}f.md"), "On 3 May 2020 it rain\u{e9}d.\n");
    folder.write(&format!("in/{HOSTILE}g.md"), b"caf\xe9 on 3 May 2020.");
    let option = format!("--{HOSTILE}");
    for arguments in [
        &["check", "in", &gone] as &[&str],
        &["check", "in", "--against", &gone],
        &["check", "--against", "in", "in"],
        &["claims", "in", &gone],
        &["claims", "--format", "csv", "in"],
        &["read", "in", &gone],
        &["diff", "in", &gone],
        &["check", &option],
        &["check", "--config", &gone],
        &["check", "--since", &gone, "in"],
        &["explain", &gone, "in"],
        &["rule", &gone],
        &["baseline", "create", "in", "--force"],
        &["baseline", "check", "in"],
    ] {
        let run = folder.run(arguments);
        is_harmless(&format!("{arguments:?} stderr"), &run.err);
        is_harmless(&format!("{arguments:?} stdout"), &run.out);
    }
}

#[test]
fn texts_do_nothing_to_a_terminal() {
    let folder = Folder::new();
    let inside = HOSTILE.replace('\n', " ");
    let table = format!("| boat {inside} | cars |\n|---|---|\n| Arrow {inside} | 40 |\n");
    folder.write(
        "a.md",
        format!(
            "---\ntitle: Rain {inside}\n---\n\nThe strange {inside} cost 5 million euros on 31 June 2025.\n\n{table}"
        ),
    );
    folder.write("facts.csv", format!("boat,\"cars {HOSTILE}\"\n\"Arrow {HOSTILE}\",40\n"));
    for arguments in [
        &["read", "a.md", "facts.csv"] as &[&str],
        &["claims", "a.md", "facts.csv"],
        &["claims", "--format", "csv", "a.md", "facts.csv"],
        &["check", "a.md", "facts.csv", "--show", "findings,agreements,unverified"],
        &["diff", "a.md", "facts.csv"],
    ] {
        let run = folder.run(arguments);
        assert!(!run.out.is_empty(), "{arguments:?}: {}", run.err);
        is_harmless(&format!("{arguments:?}"), &run.out);
    }
}

#[test]
fn what_is_too_much_to_be_compared_is_in_every_report() {
    const TOWNS: [&str; 7] = ["Alder", "Bran", "Cor", "Dun", "Esk", "Fal", "Gar"];
    let named = |number: usize| format!("{}{}", TOWNS[number % 7], TOWNS[number / 7].to_lowercase());
    let ranks: String =
        (0..45).map(|n| format!("{} is the {}th-largest port in Norway.\n\n", named(n), n + 4)).collect();
    let folder = Folder::new();
    folder.write("a.txt", &ranks).write("b.txt", MINUTES);
    let sentence =
        "a.txt and what tells of the same: 1 set of places gives too many values to be held against each other";
    let run = folder.run(&["check", "a.txt"]);
    assert_eq!((run.status, run.err.as_str()), (0, format!("crosscheck: {sentence}\n").as_str()));
    assert!(run.out.starts_with("1 document: nothing in it disagrees; "), "{}", run.out);
    assert_eq!(run.out.matches("too much to compare it all").count(), 1, "{}", run.out);
    let json = |path: &str| {
        serde_json::from_str::<Value>(&folder.run(&["check", "--format", "json", path]).out).unwrap()["uncompared"]
            .clone()
    };
    assert_eq!(json("a.txt"), json!([sentence]));
    assert_eq!(json("b.txt"), json!([]));
}
