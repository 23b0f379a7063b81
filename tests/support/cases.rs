//! The cases of `tests/rules/`, read as people write them: see `tests/rules.rs`.

use crosscheck::claim::Pinned;
use crosscheck::document::{Document, Format, Role};
use crosscheck::lexicon::declared::{Aliases, Terms};
use crosscheck::rules::Settings;
use jiff::civil::Date;
use std::path::Path;

const DECLARATIONS: [&str; 5] = ["same: ", "not-same: ", "case-sensitive: ", "term: ", "pinned: "];

#[derive(Debug, Default)]
pub struct Case {
    pub title: String,
    pub documents: Vec<(String, String)>,
    pub sources: Vec<String>,
    pub reference_date: Option<Date>,
    /// What the project declares: a key and the names after it.
    pub declared: Vec<(&'static str, Vec<String>)>,
    pub expected: Vec<(String, Vec<String>)>,
    pub silent: bool,
}

pub fn parse(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open: Option<(String, String)> = None;
    for line in text.lines() {
        if let Some((name, mut body)) = open.take() {
            if line.trim_end() == "```" {
                cases.last_mut().expect("a fence stands in a case").documents.push((name, body));
            } else {
                body.push_str(line);
                body.push('\n');
                open = Some((name, body));
            }
            continue;
        }
        if let Some(title) = line.strip_prefix("## ") {
            cases.push(Case { title: title.to_owned(), ..Case::default() });
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(name) = line.strip_prefix("```") {
            open = Some((name.trim().to_owned(), String::new()));
        } else if line.trim() == "silent" {
            case.silent = true;
        } else if let Some(date) = line.strip_prefix("reference-date: ") {
            case.reference_date = Some(date.trim().parse().expect("a date"));
        } else if let Some(name) = line.strip_prefix("source: ") {
            case.sources.push(name.trim().to_owned());
        } else if let Some((key, names)) = DECLARATIONS.iter().find_map(|k| Some((*k, line.strip_prefix(k)?))) {
            case.declared.push((key, names.split(" = ").map(|name| name.trim().to_owned()).collect()));
        } else if let Some((level, words)) = line.split_once(": \"") {
            let words = words.trim_end().trim_end_matches('"').split("\" / \"").map(str::to_owned).collect();
            case.expected.push((level.trim().to_owned(), words));
        }
    }
    cases
}

pub fn settings(case: &Case) -> Settings {
    let of = |wanted: &str| -> Vec<Vec<String>> {
        case.declared.iter().filter(|(key, _)| *key == wanted).map(|(_, names)| names.clone()).collect()
    };
    let exact: Vec<String> = of("case-sensitive: ").concat();
    let terms = of("term: ").into_iter().map(|names| (names[0].clone(), names[1..].to_vec())).collect();
    Settings {
        reference_date: case.reference_date,
        aliases: Aliases::new(&of("same: "), &of("not-same: "), &exact).expect("names that can hold"),
        terms: Terms::new(&terms).expect("terms that can hold"),
        pinned: of("pinned: ").iter().map(|pin| Pinned::new(&pin[0], &pin[1]).expect("a value")).collect(),
        ..Settings::default()
    }
}

/// Its documents, in their roles.
pub fn documents(case: &Case) -> Vec<Document> {
    let against = !case.sources.is_empty();
    let read = |(name, text): &(String, String)| {
        let role = match (against, case.sources.contains(name)) {
            (false, _) => Role::Peer,
            (true, true) => Role::Source,
            (true, false) => Role::Draft,
        };
        let format = Format::of(Path::new(name)).expect("a known extension");
        Document::read(name, role, format, text.as_bytes().to_vec())
    };
    case.documents.iter().map(read).collect()
}
