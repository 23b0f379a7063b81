//! `crosscheck init`: a configuration with every key, each off and explained.

use super::print::print;
use super::project::FILE;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

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

pub fn init() -> Result<(), String> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(FILE).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => format!("{FILE} exists already; edit it, or remove it first"),
        _ => format!("{FILE}: cannot be written: {error}"),
    })?;
    file.write_all(TEMPLATE.as_bytes()).map_err(|error| format!("{FILE}: cannot be written: {error}"))?;
    print(&format!("{FILE} is written; every key in it is off and explained\n"))
}

/// The file with all keys on.
#[cfg(test)]
pub fn every_key() -> String {
    let all = TEMPLATE.replace("# ", "#").replace("\n#", "\n");
    let keys = all.lines().filter(|line| line.contains(" = ") || line.starts_with('['));
    keys.collect::<Vec<_>>().join("\n")
}
