//! The words of the command line, before they are options: `check` may be left out, and a slip in a command's name is
//! told apart from a path that is not there.

use super::cli::{Cli, Command, is_stdin};
use crate::policy::suggestion;
use crate::report::visible;
use clap::{CommandFactory, Parser};
use std::ffi::OsString;
use std::path::Path;

/// What is asked for. What clap has to say of it (help, a wrong option) ends the process.
pub fn command_line(words: Vec<OsString>) -> Result<Cli, String> {
    let words = with_command(words)?;
    // A file may be named like an option, and the complaint about an option repeats it.
    let shown = || words.iter().map(|word| visible(&word.to_string_lossy()));
    Ok(Cli::try_parse_from(&words).unwrap_or_else(|_| Cli::parse_from(shown())))
}

/// The same words with `check` in front, where they begin with a path or with an option of it.
fn with_command(mut words: Vec<OsString>) -> Result<Vec<OsString>, String> {
    let Some(first) = words.get(1) else { return Ok(words) };
    let named = first.to_string_lossy().into_owned();
    let commands = commands();
    if commands.contains(&named) || ["-h", "--help", "-V", "--version"].contains(&named.as_str()) {
        return Ok(words);
    }
    let is_option = named.starts_with('-') && !is_stdin(Path::new(first));
    if !is_option && !is_path(&named) {
        let perhaps = suggestion(&named, commands.iter().map(String::as_str));
        return Err(format!(
            "`{named}` is neither a command nor a path that exists{perhaps}; `crosscheck --help` lists the commands"
        ));
    }
    words.insert(1, OsString::from("check"));
    if is_option && let Some(right) = with_command_first(&words, &commands) {
        return Err(format!("the command stands before its options: `{right}`"));
    }
    Ok(words)
}

/// Where the name of a command stands behind options, `crosscheck --quiet check docs`, the line as it was meant.
fn with_command_first(words: &[OsString], commands: &[String]) -> Option<String> {
    let is_misplaced = |word: &str| commands.iter().any(|name| name == word) && !Path::new(word).exists();
    // What an option takes may be called like a command; a path that is not there is one.
    if let Ok(Cli { command: Command::Check(check) }) = Cli::try_parse_from(words)
        && !check.corpus.paths.iter().any(|path| is_misplaced(&path.to_string_lossy()))
    {
        return None;
    }
    let [program, _, rest @ ..] = words else { return None };
    let at = rest.iter().position(|word| is_misplaced(&word.to_string_lossy()))?;
    let others = rest.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, word)| word);
    let right: Vec<&OsString> = [program, rest.get(at)?].into_iter().chain(others).collect();
    Cli::try_parse_from(&right).ok()?;
    let shown: Vec<String> = right.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    Some(format!("crosscheck {}", shown.join(" ")))
}

fn commands() -> Vec<String> {
    let names = Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect::<Vec<_>>();
    [names, vec!["help".to_owned()]].concat()
}

/// A word that is no path is a single one, as commands are: a path that is not there has an extension or a folder.
fn is_path(word: &str) -> bool {
    is_stdin(Path::new(word)) || word.contains(['/', '\\', '.', '*', '?', '[', '{', ' ']) || Path::new(word).exists()
}
