//! The README shows what is true: the parts between `<!-- printed: NAME -->` and
//! `<!-- end -->` are what the program prints or its tables hold, though the weights of a
//! reason may be those of an earlier day. As with snapshots, `INSTA_UPDATE=always cargo test`
//! writes them anew.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

mod support;

use crosscheck::document::Format;
use crosscheck::rules::RULES;
use std::fs;
use std::path::Path;
use std::process::Command;

/// A part's name and what must stand in it.
type Part = (&'static str, fn() -> String);

const PARTS: [Part; 3] = [("report", report), ("formats", formats), ("rules", rules)];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn report() -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(["check", "sources/joint-statement"]).current_dir(root());
    format!("```text\n{}```\n", support::Run::of(command.output().unwrap()).out)
}

fn formats() -> String {
    let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
    // The README shows a build without features, and speaks of PDF below its table.
    for extension in Format::extensions().filter(|e| *e != "pdf") {
        let name = Format::of(Path::new(&format!("x.{extension}"))).unwrap().name();
        match rows.iter_mut().find(|(n, _)| *n == name) {
            Some((_, extensions)) => extensions.push(format!("`.{extension}`")),
            None => rows.push((name, vec![format!("`.{extension}`")])),
        }
    }
    let rows = rows.iter().map(|(name, extensions)| format!("| {name} | {} |\n", extensions.join(" ")));
    format!("| Format | Extensions |\n|---|---|\n{}", rows.collect::<String>())
}

fn rules() -> String {
    let rows = RULES.iter().map(|r| format!("| `{}` | {} | {} |\n", r.id, r.severity.name(), r.summary));
    format!("| Rule | Level | The fault |\n|---|---|---|\n{}", rows.collect::<String>())
}

#[test]
fn the_readme_shows_what_is_printed() {
    let path = root().join("README.md");
    let written = fs::read_to_string(&path).unwrap();
    let mut due = written.clone();
    for (name, print) in PARTS {
        let start = format!("<!-- printed: {name} -->\n");
        let (before, rest) = due.split_once(&start).unwrap_or_else(|| panic!("README.md has no {start}"));
        let (_, after) = rest.split_once("<!-- end -->").expect("the part ends");
        due = format!("{before}{start}{}<!-- end -->{after}", print());
    }
    if due != written && std::env::var("INSTA_UPDATE").is_ok_and(|v| v == "always") {
        fs::write(&path, &due).unwrap();
        return;
    }
    let same = support::without_weights(&due) == support::without_weights(&written);
    assert!(same, "README.md is out of date; `INSTA_UPDATE=always cargo test` writes it anew:\n{due}");
}
