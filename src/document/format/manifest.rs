//! What a program says of itself beside its documentation: `package.json`, `Cargo.toml`, `pyproject.toml`, `setup.cfg`, `go.mod`,
//! and the file of its licence. A few fields of them are read, each with its true place: the name, the version, the
//! licence, and the least version of what it runs on ("needs python"). A licence's text tells nothing of the program, so no
//! more than its title is read.

use crate::document::reading::Builder;
use crate::document::{BlockKind, Reading};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// File names that tell a manifest.
pub const NAMES: [&str; 9] = [
    "package.json",
    "cargo.toml",
    "pyproject.toml",
    "setup.cfg",
    "go.mod",
    "license",
    "licence",
    "copying",
    "unlicense",
];

/// Sections of which fields are read.
const SECTIONS: [&str; 5] = ["package", "project", "tool.poetry", "metadata", "options"];

/// So many lines of a licence are its title.
const TITLE: usize = 2;

/// A string or bracket of JSON.
static JSON: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#""(?:[^"\\]|\\.)*"|[{}]"#).ok());

pub fn read(source: &str) -> Reading {
    let mut reading = Reading::new(source);
    let text = source.trim_start();
    if text.starts_with('{') {
        json(&mut reading, source);
    } else if text.starts_with("module ") {
        lines(source, |words, place| module(&mut reading, words, place));
    } else if text.lines().any(|line| line.starts_with('[') && line.trim_end().ends_with(']')) {
        let mut section = String::new();
        lines(source, |words, place| line_of(&mut reading, &mut section, words, place));
    } else {
        licence(&mut reading, source);
    }
    reading.finish()
}

fn field(reading: &mut Builder, label: &str, place: Range<usize>) {
    reading.open(BlockKind::Field, Some(label.to_owned()), 0);
    reading.verbatim(place);
    reading.close();
}

/// Calls `take` with each line and where it starts.
fn lines<'s>(source: &'s str, mut take: impl FnMut(&'s str, usize)) {
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        take(line.trim_end(), at);
        at += line.len();
    }
}

fn json(reading: &mut Builder, source: &str) {
    let Some(pattern) = JSON.as_ref() else { return };
    let mut parents: Vec<&str> = Vec::new();
    let mut key: Option<&str> = None;
    for token in pattern.find_iter(source) {
        match token.as_str() {
            "{" => parents.push(key.take().unwrap_or_default()),
            "}" => {
                parents.pop();
                key = None;
            }
            words => {
                let inside = words.trim_matches('"');
                if source.get(token.end()..).is_some_and(|rest| rest.trim_start().starts_with(':')) {
                    key = Some(inside);
                    continue;
                }
                let place = token.start() + 1..token.end() - 1;
                match (parents.as_slice(), key.take()) {
                    ([_], Some(name @ ("name" | "version" | "license"))) => field(reading, name, place),
                    ([_, "engines"], Some(name)) => field(reading, &format!("needs {name}"), place),
                    _ => {}
                }
            }
        }
    }
}

fn module(reading: &mut Builder, line: &str, at: usize) {
    if let Some(path) = line.strip_prefix("module ") {
        let name = path.trim().rsplit('/').next().unwrap_or_default();
        let end = at + line.len();
        field(reading, "name", end - name.len()..end);
    } else if line.starts_with("go ") {
        field(reading, "needs go", at + 3..at + line.len());
    }
}

fn line_of(reading: &mut Builder, section: &mut String, line: &str, at: usize) {
    if line.starts_with('[') {
        *section = line.trim_matches(['[', ']', ' ']).to_owned();
        return;
    }
    let Some((key, value)) = line.split_once('=').filter(|(key, _)| !key.starts_with(['#', ' ', '\t'])) else { return };
    let from = at + key.len() + 1;
    let quote = value.find(['"', '\'']);
    let place = match quote.and_then(|open| Some((open, value.get(open + 1..)?.find(['"', '\''])?))) {
        Some((open, length)) => from + open + 1..from + open + 1 + length,
        None => {
            let bare = value.split('#').next().unwrap_or_default();
            let lead = bare.len() - bare.trim_start().len();
            from + lead..from + bare.trim_end().len().max(lead)
        }
    };
    let is_table = value.trim_start().starts_with('{') && !value.contains("text");
    let own = SECTIONS.contains(&section.as_str()) && !is_table;
    match key.trim() {
        name @ ("name" | "version" | "license") if own => field(reading, name, place),
        "requires-python" | "python_requires" if own => field(reading, "needs python", place),
        "python" if section == "tool.poetry.dependencies" => field(reading, "needs python", place),
        "rust-version" if own => field(reading, "needs rust", place),
        _ => {}
    }
}

fn licence(reading: &mut Builder, source: &str) {
    let mut title: Option<Range<usize>> = None;
    let mut taken = 0;
    lines(source, |line, at| {
        let words = line.trim();
        if words.is_empty() || taken >= TITLE {
            return;
        }
        taken += 1;
        let start = at + (line.len() - line.trim_start().len());
        // A second line of the title says which version.
        if taken == 1 || words.to_ascii_lowercase().starts_with("version ") {
            title = Some(title.as_ref().map_or(start, |t| t.start)..start + words.len());
        }
    });
    if let Some(title) = title {
        field(reading, "licence", title);
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};
    use std::path::Path;

    fn read(name: &str, text: &str) -> Vec<String> {
        let document = Document::open(name, Role::Peer, text.as_bytes().to_vec()).unwrap();
        assert_eq!(document.format, Format::Manifest);
        assert_eq!(document.fault(), None);
        let shown =
            |b: &crate::document::Block| format!("{} {}", b.label.clone().unwrap_or_default(), document.slice(b.span));
        document.blocks.iter().map(shown).collect()
    }

    #[test]
    fn fields_of_manifests() {
        assert_eq!(
            read(
                "package.json",
                "{\n \"name\": \"loft\", \"scripts\": {\"version\": \"9.9.9\"},\n \"version\": \"4.1.0\", \"engines\": {\"node\": \">=18\"}, \"license\": \"MIT\"}\n"
            ),
            ["name loft", "version 4.1.0", "needs node >=18", "license MIT"]
        );
        assert_eq!(
            read(
                "pyproject.toml",
                "[build-system]\nversion = \"1\"\n\n[project]\nname = 'loft'\nversion = \"0.7.1\" # next\nrequires-python = \">=3.10\"\nlicense = { text = \"MIT\" }\nreadme = { file = \"x\" }\n"
            ),
            ["name loft", "version 0.7.1", "needs python >=3.10", "license MIT"]
        );
        assert_eq!(read("go.mod", "module example.org/a/loft\n\ngo 1.22\n"), ["name loft", "needs go 1.22"]);
        assert_eq!(
            read("LICENSE", "\n   Apache License\n   Version 2.0, January 2004\n\nTerms of 5 parts\n"),
            ["licence Apache License\n   Version 2.0, January 2004"]
        );
        assert_eq!(Format::of(Path::new("x/LICENSE.md")), Some(Format::Markdown));
    }
}
