//! The README and the docs show what is true: the parts between `<!-- printed: NAME -->` and
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

/// A page, the name of its part, and what must stand in it.
type Part = (&'static str, &'static str, fn() -> String);

const PARTS: [Part; 4] = [
    ("README.md", "short report", short_report),
    ("docs/sample.md", "report", report),
    ("docs/formats.md", "formats", formats),
    ("docs/rules.md", "rules", rules),
];

/// The two commands that the README opens with stand in these.
const LINES_AT_THE_TOP: usize = 12;

/// With its fences.
const LONGEST_SHORT_REPORT: usize = 18;

/// The command above the short report in the README.
const SHORT: [&str; 3] = ["sources/plant-announcement", "--select", "quote/altered"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn printed(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(arguments).current_dir(root());
    format!("```text\n{}```\n", support::Run::of(command.output().unwrap()).out)
}

fn short_report() -> String {
    printed(&SHORT)
}

fn report() -> String {
    printed(&["check", "sources/joint-statement"])
}

fn formats() -> String {
    let mut rows: Vec<(&str, Vec<String>)> = Vec::new();
    // The page shows a build without features, and speaks of PDF below its table.
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
fn the_pages_show_what_is_printed() {
    for (page, name, print) in PARTS {
        let path = root().join(page);
        let written = fs::read_to_string(&path).unwrap();
        let start = format!("<!-- printed: {name} -->\n");
        let (before, rest) = written.split_once(&start).unwrap_or_else(|| panic!("{page} has no {start}"));
        let (_, after) = rest.split_once("<!-- end -->").expect("the part ends");
        let due = format!("{before}{start}{}<!-- end -->{after}", print());
        if due != written && std::env::var("INSTA_UPDATE").is_ok_and(|v| v == "always") {
            fs::write(&path, &due).unwrap();
            continue;
        }
        let same = support::without_weights(&due) == support::without_weights(&written);
        assert!(same, "{page} is out of date; `INSTA_UPDATE=always cargo test` writes it anew:\n{due}");
    }
}

#[test]
fn the_readme_names_the_command_of_its_report_and_is_read_in_half_a_minute() {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.contains(&format!("`crosscheck {}`", SHORT.join(" "))));
    for command in ["cargo run --release -- check sources ", "cargo test "] {
        assert!(readme.lines().take(LINES_AT_THE_TOP).any(|line| line.starts_with(command)), "{command}");
    }
    assert!(short_report().lines().count() <= LONGEST_SHORT_REPORT, "the README's report grew");
}
