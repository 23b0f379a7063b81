//! `crosscheck init`: a configuration with every key explained. What the folder itself suggests is on, with the reason.

use super::print::print;
use super::project::FILE;
use super::propose::{Proposal, propose};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Every key stands in it; a test reads it with all of them on.
pub const TEMPLATE: &str = r#"# crosscheck.toml: what is checked in this folder and below. Every key is optional.
# `crosscheck check` without paths reads it from any folder below this one.

# The documents, as patterns of paths from this file's folder.
# documents = ["docs/**/*.md", "README.md"]

# What they must agree with. With sources, documents are drafts: a fact that no source carries is a finding too.
# sources = ["facts/*.md"]

# Documents or sources that are right where others differ, the highest rank first.
# truth = ["facts/charter.md", "facts/*.md"]

# The day that counts as today. The clock is never read.
# reference-date = "2025-12-01"

# How many days an "as of" may be old.
# stale-after-days = 180

# The lowest level that makes the exit status 1: note, warning, error or never.
# fail-on = "warning"

# Where accepted findings are kept (`crosscheck baseline create`). If it is named here, it must exist.
# baseline = "crosscheck.baseline"

# Names of one thing, and names that never are; those that count only in the case written here.
# [aliases]
# same = [["World Health Organization", "WHO"], ["Port Authority", "Harbour Office"]]
# not-same = [["Georgia", "Georgian Bay"]]
# case-sensitive = ["WHO"]

# The terms that are wanted, each with those that it replaces.
# [terms]
# "email address" = ["e-mail", "mail address"]

# Facts that are settled, by the words of their subject: one amount or one date each.
# [pinned]
# "signatory countries" = "14"
# "date of the statement" = "31 July 2025"

# The level of a rule or of a group of rules: off, note, warning or error.
# [levels]
# "date/unanchored" = "off"

# The same for some paths. Later tables win.
# [[paths]]
# files = ["archive/**"]
# levels = { "stale/as-of" = "off" }

# Documents that are held against each other, or against sources of their own, and against nothing else.
# [[sets]]
# documents = ["guide/**/*.md"]
# sources = ["facts/guide.md"]
"#;

/// Where the folders stand that are left out.
const IGNORES: &str = ".crosscheckignore";

/// Writes the configuration, with what the folder itself suggests switched on, and says why.
pub fn init() -> Result<(), String> {
    let proposal = propose(Path::new("."));
    create(FILE, &configuration(&proposal))?;
    let mut said = if proposal == Proposal::default() {
        format!("{FILE} is written; every key in it is off and explained\n")
    } else {
        format!("{FILE} is written; what this folder suggests is on, every other key is off and explained\n")
    };
    let lists = [
        ("documents", &proposal.documents),
        ("truth", &proposal.truth),
        ("sources (left off)", &proposal.sources),
        ("set", &proposal.sets),
        ("left out", &proposal.ignores),
    ];
    for (what, list) in lists {
        list.iter().for_each(|(pattern, reason)| said.push_str(&format!("  {what}: {pattern} ({reason})\n")));
    }
    if let Some((day, reason)) = &proposal.reference_date {
        said.push_str(&format!("  reference-date: {day} ({reason})\n"));
    }
    if !proposal.ignores.is_empty() {
        match create(IGNORES, &ignores(&proposal)) {
            Ok(()) => said.push_str(&format!("{IGNORES} is written with the folders that are left out\n")),
            Err(_) => said.push_str(&format!("{IGNORES} is there already and stays as it is\n")),
        }
    }
    print(&said)
}

fn create(file: &str, text: &str) -> Result<(), String> {
    let mut open = OpenOptions::new().write(true).create_new(true).open(file).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => format!("{file} exists already; edit it, or remove it first"),
        _ => format!("{file}: cannot be written: {error}"),
    })?;
    open.write_all(text.as_bytes()).map_err(|error| format!("{file}: cannot be written: {error}"))
}

/// The template with the proposals in the places of its examples.
fn configuration(proposal: &Proposal) -> String {
    let rows = |key: &str, list: &[(String, String)], mark: &str| {
        let row = |(pattern, reason): &(String, String)| format!("{mark}    {}, # {reason}\n", quoted(pattern));
        format!("{mark}{key} = [\n{}{mark}]\n", list.iter().map(row).collect::<String>())
    };
    let mut text = TEMPLATE.to_owned();
    if !proposal.documents.is_empty() {
        text = in_place_of(&text, "# documents = ", &rows("documents", &proposal.documents, ""));
    }
    if !proposal.sources.is_empty() {
        text = in_place_of(&text, "# sources = ", &rows("sources", &proposal.sources, "# "));
    }
    if !proposal.truth.is_empty() {
        text = in_place_of(&text, "# truth = ", &rows("truth", &proposal.truth, ""));
    }
    if let Some((day, reason)) = &proposal.reference_date {
        text = in_place_of(&text, "# reference-date = ", &format!("reference-date = \"{day}\" # {reason}\n"));
    }
    for (pattern, reason) in &proposal.sets {
        text.push_str(&format!("\n# {reason}\n[[sets]]\ndocuments = [{}]\n", quoted(pattern)));
    }
    text
}

/// The text with another line for the first that starts so.
fn in_place_of(text: &str, start: &str, line: &str) -> String {
    let mut left = Some(line);
    let lines = text.split_inclusive('\n');
    lines.map(|old| if old.starts_with(start) { left.take().unwrap_or(old) } else { old }).collect()
}

/// As TOML writes a text.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn ignores(proposal: &Proposal) -> String {
    let row = |(folder, reason): &(String, String)| format!("# {reason}\n/{folder}\n");
    let head = "# What crosscheck does not read, written as in a .gitignore.\n";
    proposal.ignores.iter().fold(head.to_owned(), |text, ignored| text + &row(ignored))
}

/// The file with all keys on.
#[cfg(test)]
pub fn every_key() -> String {
    let all = TEMPLATE.replace("# ", "#").replace("\n#", "\n");
    let keys = all.lines().filter(|line| line.contains(" = ") || line.starts_with('['));
    keys.collect::<Vec<_>>().join("\n")
}
