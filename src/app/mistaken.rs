//! Command lines and configurations by which what is to be checked ends up among its own sources: `--against` takes
//! every path behind it, a draft too. What agrees with itself says nothing, so this is an error, with the right command.

use super::cli::Corpus;
use super::input::{Input, Lack};
use super::project::{Project, Set};
use std::path::{Path, PathBuf};

/// With no path to check, is the last of several sources one of the documents that stand in for it?
pub fn is_draft_among_sources(corpus: &Corpus, input: &Input) -> bool {
    match corpus.against.as_slice() {
        [_, .., last] => input.checks(last),
        _ => false,
    }
}

/// The sentence for a command line that leaves no draft, or no source.
pub fn on_the_command_line(corpus: &Corpus, lack: Lack) -> String {
    let against = corpus.against.as_slice();
    match (lack, corpus.paths.as_slice(), against) {
        (Lack::Draft, [], [sources @ .., draft]) if !sources.is_empty() => format!(
            "--against takes every path behind it, so `{draft}` became a source; put what is checked first: \
             `{first}`, or `{whole}` if all of them are sources",
            draft = draft.display(),
            first = command(std::slice::from_ref(draft), sources),
            whole = command(&[PathBuf::from(".")], against),
        ),
        (Lack::Draft, [], [only]) => format!(
            "no document is left to check, since `{}` is a source; name what is checked first: `{}`",
            only.display(),
            command(&[PathBuf::from("DRAFT")], against)
        ),
        (Lack::Draft, paths, _) => format!(
            "no document is left to check, since each is named more closely as a source; take those to be checked out \
             of the sources: `{}`",
            command(paths, &[PathBuf::from("SOURCE")])
        ),
        (Lack::Source, paths, _) => format!(
            "no source is left to check against, since a document is no source of itself; name other files behind \
             --against: `{}`",
            command(paths, &[PathBuf::from("SOURCE")])
        ),
    }
}

/// The same for a set of the configuration.
pub fn in_the_configuration(project: &Project, set: &Set, lack: Lack) -> String {
    let file = project.file_name();
    let patterns = |patterns: &[String]| patterns.iter().map(|p| format!("`{p}`")).collect::<Vec<_>>().join(", ");
    let (documents, sources) = (patterns(&set.documents), patterns(&set.sources));
    match lack {
        Lack::Draft => {
            format!("{file}: every document of {documents} is a source by {sources}; take one out of the other")
        }
        Lack::Source => {
            format!("{file}: every source of {sources} is a document by {documents}; take one out of the other")
        }
    }
}

/// The most paths that a command shows; more would hide what it tells.
const MOST: usize = 5;

/// As it may be typed.
fn command(paths: &[PathBuf], against: &[PathBuf]) -> String {
    let (here, many) = ([PathBuf::from(".")], [PathBuf::from("DRAFT")]);
    let paths = match paths.len() {
        0 => &here,
        1..=MOST => paths,
        _ => &many,
    };
    let words = |paths: &[PathBuf]| paths.iter().map(|path| quoted(path)).collect::<Vec<_>>().join(" ");
    format!("crosscheck check {} --against {}", words(paths), words(against))
}

/// A shell takes it as one word.
fn quoted(path: &Path) -> String {
    let word = path.to_string_lossy();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+=:@%,~".contains(c);
    if word.chars().all(is_plain) { word.into_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_may_be_typed() {
        let paths = |names: &[&str]| names.iter().map(PathBuf::from).collect::<Vec<_>>();
        assert_eq!(
            command(&paths(&["last year's.md"]), &paths(&["facts", "a;b.md"])),
            "crosscheck check 'last year'\\''s.md' --against facts 'a;b.md'"
        );
    }
}
