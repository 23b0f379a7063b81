//! Runs a command and turns its outcome into an exit status: 0 nothing at or above
//! `--fail-on`, 1 something, 2 could not check.

use super::cli::{Check, CheckFormat, Claims, ClaimsFormat, Cli, Command, Read, ReadFormat};
use super::input::Input;
use crate::align::align;
use crate::document::Role;
use crate::report;
use crate::rules::Settings;
use clap::Parser;
use std::io::Write;
use std::process::ExitCode;

/// Could not check everything that was asked for.
const TROUBLE: u8 = 2;

pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match cli.command {
        Command::Check(options) => check(&options),
        Command::Claims(options) => claims(&options),
        Command::Read(options) => read(&options),
    };
    match outcome {
        Ok(status) => ExitCode::from(status),
        Err(message) => {
            eprintln!("crosscheck: {message}");
            ExitCode::from(TROUBLE)
        }
    }
}

fn check(options: &Check) -> Result<u8, String> {
    let mut input = Input::default();
    let role = if options.against.is_empty() { Role::Peer } else { Role::Draft };
    input.add(&options.paths, role);
    input.add(&options.against, Role::Source);
    let trouble = complain(&input.problems);
    let settings = Settings { reference_date: options.reference_date, stale_after_days: None };
    let report = crate::check(input.documents, &settings);
    let text = match options.format {
        CheckFormat::Text | CheckFormat::Json => report::json::write(&report).map_err(|e| e.to_string())?,
    };
    print(&text)?;
    let failed = options.fail_on.level().is_some_and(|level| report.findings.iter().any(|f| f.severity >= level));
    Ok(if trouble { TROUBLE } else { u8::from(failed) })
}

fn claims(options: &Claims) -> Result<u8, String> {
    let mut input = Input::default();
    input.add(&options.paths, Role::Peer);
    let trouble = complain(&input.problems);
    let ledgers = crate::read(input.documents, options.reference_date);
    let alignment = align(&ledgers);
    let text = match options.format {
        ClaimsFormat::Table | ClaimsFormat::Csv | ClaimsFormat::Json => {
            report::claims_json::write(&ledgers, &alignment).map_err(|e| e.to_string())?
        }
    };
    print(&text)?;
    Ok(if trouble { TROUBLE } else { 0 })
}

fn read(options: &Read) -> Result<u8, String> {
    let mut input = Input::default();
    input.add(&options.paths, Role::Peer);
    let trouble = complain(&input.problems);
    let text = match options.format {
        ReadFormat::Text => report::read_text::write(&input.documents),
        ReadFormat::Json => report::read_json::write(&input.documents).map_err(|e| e.to_string())?,
    };
    print(&text)?;
    Ok(if trouble { TROUBLE } else { 0 })
}

/// Says each problem on standard error. Were there any?
fn complain(problems: &[String]) -> bool {
    for problem in problems {
        eprintln!("crosscheck: {problem}");
    }
    !problems.is_empty()
}

/// Prints with a line break. A reader that went away is no error.
fn print(text: &str) -> Result<(), String> {
    let mut out = std::io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(format!("cannot write: {error}")),
        _ => Ok(()),
    }
}
