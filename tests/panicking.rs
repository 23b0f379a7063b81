//! The program with a rule that panics: the rest of the report stands, the fault is named, and the exit status is 2.
//! This binary is both the program and its test, so that the program that ships has no such rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may panic")]

mod support;

use crosscheck::app;
use crosscheck::rules::{RULES, Rule};
use serde_json::Value;
use std::env;
use std::process::{Command, ExitCode};
use support::{Folder, Run};

/// Set where this is the program.
const PROGRAM: &str = "PANICKING_PROGRAM";

/// Every rule, the one on list and count with a fault.
fn rules() -> Vec<Rule> {
    let faulty = |rule: &Rule| match rule.id {
        "count/list-mismatch" => Rule { check: |_, _| panic!("no count"), ..*rule },
        _ => *rule,
    };
    RULES.iter().map(faulty).collect()
}

fn main() -> ExitCode {
    if env::var_os(PROGRAM).is_some() {
        return app::main_by(&rules());
    }
    // Other tests of the package are chosen by names, which are told to this one too.
    if env::args().skip(1).any(|argument| !argument.starts_with('-') && !"panicking".contains(&argument)) {
        return ExitCode::SUCCESS;
    }
    the_rest_of_the_report_stands();
    what_failed_is_not_kept();
    a_baseline_is_not_called_clean();
    ExitCode::SUCCESS
}

fn run(folder: &Folder, arguments: &[&str]) -> Run {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(arguments).current_dir(folder.path()).env(PROGRAM, "1").env_remove("RUST_BACKTRACE");
    Run::of(command.output().unwrap())
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write(
        "a.txt",
        "The fair was held on 31 June 2021 in Orsk. The 4 members are: Anna Berg, Carl Dahl and Eva Falk.\n",
    );
    folder
}

fn the_rest_of_the_report_stands() {
    let folder = folder();
    let text = run(&folder, &["check", "a.txt"]);
    assert_eq!(text.status, 2, "{}", text.err);
    let said = text.err.lines().collect::<Vec<_>>();
    assert!(
        matches!(said.as_slice(), [line] if line.contains("internal-error in count/list-mismatch: no count at ")
        || line.contains("count/list-mismatch: internal-error: no count at ")),
        "{}",
        text.err
    );
    assert!(
        text.out.contains("error[date/invalid]") && text.out.contains("1 document, 1 problem: 1 error"),
        "{}",
        text.out
    );
    let json = run(&folder, &["check", "a.txt", "--format", "json", "--fail-on", "never"]);
    assert_eq!(json.status, 2);
    let report: Value = serde_json::from_str(&json.out).unwrap();
    let rules = |report: &Value| {
        let findings = report.get("findings").and_then(Value::as_array).unwrap().clone();
        findings.iter().map(|f| f.get("rule").and_then(Value::as_str).unwrap().to_owned()).collect::<Vec<String>>()
    };
    assert_eq!(rules(&report), ["date/invalid"]);
    let problems = report.get("problems").and_then(Value::as_array).unwrap();
    assert_eq!(problems.len(), 1);
    // The program that ships finds both.
    let whole = folder.run(&["check", "a.txt", "--format", "json"]);
    assert_eq!(whole.status, 1);
    assert_eq!(rules(&serde_json::from_str(&whole.out).unwrap()), ["date/invalid", "count/list-mismatch"]);
}

/// Neither from this program nor for the one that ships.
fn what_failed_is_not_kept() {
    let folder = folder();
    let arguments = ["check", "a.txt", "--format", "json", "--cache-dir", "cache"];
    let (first, second) = (run(&folder, &arguments), run(&folder, &arguments));
    assert_eq!((first.status, &first.err, &first.out), (2, &second.err, &second.out));
    let whole = folder.run(&arguments);
    assert_eq!((whole.status, whole.out.matches("count/list-mismatch").count() > 0), (1, true), "{}", whole.out);
}

fn a_baseline_is_not_called_clean() {
    let folder = folder();
    assert_eq!(run(&folder, &["baseline", "create"]).status, 2);
    assert_eq!(run(&folder, &["baseline", "check"]).status, 2);
}
