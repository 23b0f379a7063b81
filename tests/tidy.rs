//! House rules as tests: what the compiler and clippy do not hold anybody to.
//!
//! The layers of `src/` and the length of its files; the head comment of every file;
//! for every rule its file, row, cases and manual; the table of rules in the docs; and
//! that every snapshot still has the test that wrote it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

use crosscheck::rules::{Manual, RULES, Rule};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The way of the data. A layer uses those before it.
const LAYERS: [&str; 16] = [
    "text", "document", "lexicon", "syntax", "value", "mention", "claim", "compare", "story", "align", "change",
    "rules", "policy", "report", "pipeline", "app",
];

/// What `lib.rs` hands on from the pipeline.
const PIPELINE: [&str; 5] = ["check", "read", "reconcile", "reconcile_by", "pipeline"];

/// Disk, clock, environment and threads are `app`'s.
const OUTSIDE_WORLD: [&str; 6] = ["std::fs", "std::env", "std::time", "std::process", "std::net", "std::thread"];

const LONGEST_FILE: usize = 600;
const MEDIAN_FILE: usize = 180;

/// The sections of a rule's manual, in order.
const SECTIONS: [&str; 5] = ["What it reports", "Why", "Example", "What it leaves alone", "How to silence"];

/// The fewest cases of each sort that a rule must have.
const CASES: usize = 3;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files under `folder` with this extension, as paths from the root, with their text.
fn files(folder: &str, extension: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == extension) {
                let name = path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    found
}

fn rust_files() -> BTreeMap<String, String> {
    let mut found: BTreeMap<_, _> =
        ["src", "tests", "benches", "examples"].iter().flat_map(|f| files(f, "rs")).collect();
    if let Ok(text) = fs::read_to_string(root().join("build.rs")) {
        found.insert("build.rs".to_owned(), text);
    }
    found
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// Code lines (no comments), numbered from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(i, l)| (i + 1, l.trim_start())).filter(|(_, l)| !l.starts_with("//"))
}

/// The layer of a file under `src/`: its folder, or the file itself at the top.
fn layer_of(path: &str) -> &str {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    inside.split_once('/').map_or_else(|| inside.trim_end_matches(".rs"), |(folder, _)| folder)
}

/// The words that stand after `crate::` in a line of code; empty for a group (`use crate::{…}`).
fn named_after_crate(line: &str) -> impl Iterator<Item = &str> {
    let first_word = |path: &'_ str| path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    line.split("crate::").skip(1).map(move |path| path.split_at(first_word(path)).0)
}

#[test]
fn imports_go_up_the_layers_only() {
    let rank = |name: &str| {
        let name = if PIPELINE.contains(&name) { "pipeline" } else { name };
        LAYERS.iter().position(|l| *l == name)
    };
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs") {
        let layer = layer_of(&path);
        if matches!(layer, "lib" | "main") {
            continue;
        }
        let own = rank(layer).unwrap_or_else(|| panic!("{path}: no layer of this name in tests/tidy.rs"));
        let mut depth = path.trim_end_matches("/mod.rs").matches('/').count();
        for (number, line) in code(&text) {
            depth += usize::from(line.starts_with("#[cfg(test)]"));
            if line.contains(&"super::".repeat(depth)) {
                faults.push(format!("{path}:{number}: leaves its layer with `super::`; say `crate::`"));
            }
            for name in named_after_crate(line) {
                match rank(name) {
                    Some(used) if used > own => {
                        faults.push(format!("{path}:{number}: `{layer}` comes before `{name}` and may not use it"));
                    }
                    Some(_) => {}
                    None if name.is_empty() => faults.push(format!("{path}:{number}: one `use` for each layer")),
                    None => faults.push(format!("{path}:{number}: `crate::{name}` is no layer")),
                }
            }
        }
    }
    none(&faults);
}

/// The files and folders of one layer: who names whom through `super::` or the layer's path.
fn neighbours(layer: &str) -> BTreeMap<String, BTreeSet<String>> {
    let part = |path: &str| {
        let inside = path.strip_prefix("src/").and_then(|p| p.split_once('/')).map_or("", |(_, rest)| rest);
        inside.split_once('/').map_or_else(|| inside.trim_end_matches(".rs"), |(folder, _)| folder).to_owned()
    };
    let sources: Vec<(String, String)> =
        files(&format!("src/{layer}"), "rs").into_iter().map(|(path, text)| (part(&path), text)).collect();
    let parts: BTreeSet<String> = sources.iter().map(|(p, _)| p.clone()).filter(|p| p != "mod").collect();
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, text) in sources.iter().filter(|(p, _)| p != "mod") {
        for (_, line) in code(text) {
            for to in parts.iter().filter(|p| *p != from) {
                if line.contains(&format!("crate::{layer}::{to}::")) || line.contains(&format!("use super::{to}::")) {
                    uses.entry(from.clone()).or_default().insert(to.clone());
                }
            }
        }
    }
    uses
}

#[test]
fn no_two_files_of_a_layer_need_each_other() {
    let mut faults = Vec::new();
    for layer in LAYERS {
        let uses = neighbours(layer);
        for start in uses.keys() {
            let mut reached: BTreeSet<&String> = BTreeSet::new();
            let mut open: Vec<&String> = uses[start].iter().collect();
            while let Some(next) = open.pop() {
                if reached.insert(next) {
                    open.extend(uses.get(next).into_iter().flatten());
                }
            }
            if reached.contains(start) {
                faults.push(format!("src/{layer}: `{start}` uses what uses it"));
            }
        }
    }
    none(&faults);
}

#[test]
fn only_app_touches_the_outside_world() {
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs") {
        if matches!(layer_of(&path), "app" | "main") {
            continue;
        }
        for (number, line) in code(&text).take_while(|(_, l)| !l.starts_with("#[cfg(test)]")) {
            for name in OUTSIDE_WORLD.iter().filter(|n| line.contains(**n)) {
                faults.push(format!("{path}:{number}: `{name}` is for src/app only"));
            }
        }
    }
    none(&faults);
}

/// What may print with a set number of decimals: a `float` of our own, a report, a message of `app`.
const ROUNDED: [&str; 3] = ["src/align/counterparts.rs", "src/report/", "src/app/"];

/// A `Decimal` of many digits has no room for more decimals, and panics. Sums are clippy's to watch (`clippy.toml`).
#[test]
fn no_value_of_a_text_is_printed_with_a_number_of_decimals() {
    let mut faults = Vec::new();
    for (path, text) in files("src", "rs").into_iter().filter(|(p, _)| !ROUNDED.iter().any(|r| p.starts_with(r))) {
        for (number, line) in code(&text).filter(|(_, l)| l.contains('{')) {
            let decimals = line.split('{').skip(1).filter_map(|part| part.split_once('}')).any(|(inside, _)| {
                inside.split_once(":.").is_some_and(|(name, n)| {
                    let word = |text: &str| text.chars().all(|c| c.is_alphanumeric() || "_$*".contains(c));
                    word(name) && word(n)
                })
            });
            if decimals {
                faults.push(format!("{path}:{number}: round the value and print it as it is"));
            }
        }
    }
    none(&faults);
}

#[test]
fn every_file_says_what_belongs_there_and_stays_short() {
    let all = rust_files();
    let mut faults = Vec::new();
    let mut lengths: Vec<usize> = Vec::new();
    for (path, text) in &all {
        let length = text.lines().count();
        lengths.push(length);
        if !text.starts_with("//! ") {
            faults.push(format!("{path}: does not open with `//!`"));
        }
        if length > LONGEST_FILE {
            faults.push(format!("{path}: {length} lines, more than {LONGEST_FILE}; one idea a file"));
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > MEDIAN_FILE {
        faults.push(format!("the median file has {median} lines, more than {MEDIAN_FILE}"));
    }
    none(&faults);
}

#[test]
fn rules_are_sorted_and_stand_in_files_of_their_name() {
    let ids: Vec<&str> = RULES.iter().map(|r| r.id).collect();
    assert!(ids.is_sorted_by(|a, b| a < b), "RULES is in the order of the ids, each once: {ids:?}");
    let mut faults = Vec::new();
    for rule in RULES {
        let path = format!("src/rules/{}.rs", rule.id.replace(['/', '-'], "_"));
        match fs::read_to_string(root().join(&path)) {
            Ok(text) if text == rule.source => {}
            _ => faults.push(format!("{}: its `source` is not {path}", rule.id)),
        }
    }
    none(&faults);
}

fn manual_faults(rule: &Rule) -> Vec<String> {
    let text = Manual::of(rule).text;
    let headings: Vec<&str> = text.lines().filter_map(|l| l.strip_prefix("## ")).collect();
    let mut faults = Vec::new();
    if text.lines().next() != Some(&format!("# {}", rule.id)) {
        faults.push(format!("{}: its manual does not open with `# {}`", rule.id, rule.id));
    }
    if headings != SECTIONS {
        faults.push(format!("{}: its manual's sections are {headings:?}, not {SECTIONS:?}", rule.id));
    }
    let sections: Vec<&str> = text.split("\n## ").skip(1).collect();
    for section in &sections {
        let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
        if body.trim().is_empty() {
            faults.push(format!("{}: nothing under `{heading}` in its manual", rule.id));
        }
    }
    if !sections.last().is_some_and(|s| s.contains(rule.id)) {
        faults.push(format!("{}: `How to silence` does not name the rule", rule.id));
    }
    faults
}

#[test]
fn every_rule_has_a_manual() {
    none(&RULES.iter().flat_map(manual_faults).collect::<Vec<_>>());
}

#[test]
fn every_rule_has_cases_that_speak_and_near_misses() {
    let mut faults = Vec::new();
    for rule in RULES {
        let path = format!("tests/rules/{}.md", rule.id.replace('/', "-"));
        let Ok(text) = fs::read_to_string(root().join(&path)) else {
            faults.push(format!("{path}: missing"));
            continue;
        };
        let cases: Vec<&str> = text.split("\n## ").skip(usize::from(!text.starts_with("## "))).collect();
        let silent = cases.iter().filter(|c| c.lines().any(|l| l.trim() == "silent")).count();
        let speaking = cases.len() - silent;
        if speaking < CASES || silent < CASES {
            faults.push(format!("{path}: {speaking} speaking and {silent} silent cases; {CASES} of each at least"));
        }
    }
    none(&faults);
}

#[test]
fn the_page_of_rules_lists_them() {
    let page = fs::read_to_string(root().join("docs/rules.md")).unwrap();
    let is_row = |line: &&str| line.starts_with("| `") && line.split('`').nth(1).is_some_and(|id| id.contains('/'));
    let printed: Vec<&str> = page.lines().filter(is_row).collect();
    let due: Vec<String> =
        RULES.iter().map(|r| format!("| `{}` | {} | {} |", r.id, r.severity.name(), r.summary)).collect();
    assert!(printed == due, "docs/rules.md should list:\n{}\n", due.join("\n"));
}

#[test]
fn every_snapshot_has_a_live_test() {
    let mut faults = Vec::new();
    for (path, text) in files("snapshots", "snap") {
        let field = |name: &str| text.lines().find_map(|l| l.strip_prefix(name)).map(str::trim);
        let Some(source) = field("source:") else {
            faults.push(format!("{path}: does not say which test wrote it"));
            continue;
        };
        let stem = Path::new(&path).file_stem().unwrap().to_str().unwrap();
        let name = stem.split('@').next().unwrap_or(stem);
        match fs::read_to_string(root().join(source)) {
            Ok(test) if test.contains(name) => {}
            Ok(_) => faults.push(format!("{path}: {source} no longer writes `{name}`")),
            Err(_) => faults.push(format!("{path}: {source} is gone")),
        }
        if let Some(input) = field("input_file:").filter(|i| !root().join(i).exists()) {
            faults.push(format!("{path}: its input {input} is gone"));
        }
    }
    none(&faults);
}
