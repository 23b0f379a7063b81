//! What comes ready-made: the GitHub action's step as its shell runs it, the pre-commit
//! hook's list of files, completions, the manual page, and `--watch`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use crosscheck::document::Format;
use regex::Regex;
use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;
use support::{Folder, MINUTES, Run, commit, git};

const BAD: &str = "The sale closes on June 31, 2024.\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The script of the action's last step.
fn script() -> String {
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let (_, block) = action.rsplit_once("      run: |\n").unwrap();
    block.lines().map(|line| line.strip_prefix("        ").unwrap_or(line).to_owned() + "\n").collect()
}

/// What a runner calls for a step whose shell is bash.
fn step(folder: &Folder, script: &str, inputs: &[(&str, &str)]) -> Run {
    let program = Path::new(env!("CARGO_BIN_EXE_crosscheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let shell = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];
    let mut command = Command::new("bash");
    command.args(shell).arg(script).current_dir(folder.path()).env("PATH", path);
    command.envs([("PATHS", ""), ("ARGUMENTS", "")]).envs(inputs.iter().copied());
    command.env("GITHUB_STEP_SUMMARY", folder.path().join("summary.out")).env("GITHUB_ACTION_PATH", root());
    Run::of(command.output().unwrap())
}

fn action(folder: &Folder, paths: &str, arguments: &str) -> Run {
    step(folder, &script(), &[("PATHS", paths), ("ARGUMENTS", arguments)])
}

#[test]
fn the_action_annotates_summarises_and_fails() {
    let folder = Folder::new();
    folder.write("bad.txt", BAD).write("good.txt", MINUTES);
    let run = action(&folder, "", "bad.txt\n  --fail-on error");
    assert_eq!(run.status, 1, "{}", run.err);
    assert!(run.out.contains("::error file=bad.txt,") && run.out.contains("error[date/invalid]"), "{}", run.out);
    assert!(
        fs::read_to_string(folder.path().join("summary.out")).unwrap().contains("## crosscheck: 1 document: 1 error")
    );
    assert_eq!(action(&folder, "good.txt", "").status, 0);
    let into_file = action(&folder, "bad.txt", "--output report.out -f json");
    assert!(into_file.status == 1 && into_file.out.is_empty(), "{}", into_file.out);
    assert!(fs::read_to_string(folder.path().join("report.out")).unwrap().starts_with('{'));
    let plain = action(&folder, "bad.txt", "--format json");
    assert!(plain.status == 1 && plain.out.starts_with('{') && plain.out.lines().count() == 1, "{}", plain.out);
    // Without paths and options it checks what `crosscheck check` does.
    assert_eq!(action(&folder, " \n", "").status, 1);
    // Nothing of the inputs is run.
    let hostile = "$(touch pwned) ; touch pwned `touch pwned` good.txt";
    for run in [action(&folder, "", hostile), action(&folder, hostile, "")] {
        assert_eq!(run.status, 2);
        assert!(!folder.path().join("pwned").exists());
    }
}

#[test]
fn the_action_takes_names_with_blanks() {
    let folder = Folder::new();
    folder.write("our docs/last year's.txt", BAD).write("it is.txt", MINUTES).write("--quiet", "no document");
    let listed = action(&folder, "  it is.txt\r\n\n our docs/last year's.txt \n", "");
    assert!(listed.status == 1 && listed.out.contains("2 documents: 1 error"), "{}{}", listed.out, listed.err);
    let quoted = action(&folder, "", "\"our docs/last year's.txt\" 'it is.txt' --fail-on=never");
    assert!(quoted.status == 0 && quoted.out.contains("2 documents: 1 error"), "{}{}", quoted.out, quoted.err);
    // A line is a path, whatever it begins with.
    assert!(action(&folder, "--quiet", "").out.contains("1 document: "));
    // What cannot be split is said.
    let open = action(&folder, "it is.txt", "--config our's");
    assert!(open.status == 2 && open.err.contains("quote"), "{}", open.err);
}

#[test]
fn the_action_builds_itself_where_it_is_not_installed() {
    let action = fs::read_to_string(root().join("action.yml")).unwrap();
    let build = action.lines().find_map(|line| line.strip_prefix("      run: ")).unwrap();
    let folder = Folder::new();
    let found = step(&folder, build, &[("WHEEL", "")]);
    assert!(found.status == 0 && found.out.trim().ends_with("crosscheck"), "{}", found.out);
    // Another program in its place says what it was asked for.
    for program in ["cargo", "pipx"] {
        folder.write(program, "#!/bin/sh\necho \"$#: $*\"\n");
        let file = folder.path().join(program);
        assert!(Command::new("chmod").args(["+x".as_ref(), file.as_os_str()]).status().unwrap().success());
    }
    let missing = build.replace("command -v crosscheck", "command -v no-such-program");
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let asked = step(&folder, &missing, &[("PATH", &path), ("WHEEL", "")]);
    assert_eq!(asked.out.trim(), format!("4: install --locked --path {}", root().display()));
    // A wheel is compiled by nobody, and its name is one word.
    let asked = step(&folder, &missing, &[("PATH", &path), ("WHEEL", "our wheels/$(touch pwned).whl")]);
    assert_eq!(asked.out.trim(), "2: install our wheels/$(touch pwned).whl");
    assert!(!folder.path().join("pwned").exists());
}

#[test]
fn every_package_has_the_version_of_the_program() {
    let read =
        |name: &str| -> serde_json::Value { serde_json::from_slice(&fs::read(root().join(name)).unwrap()).unwrap() };
    let version = env!("CARGO_PKG_VERSION");
    let npm = read("npm/crosscheck-facts/package.json");
    assert_eq!(npm["version"], version);
    let systems = npm["optionalDependencies"].as_object().unwrap();
    assert!(systems.len() == 5 && systems.values().all(|needed| needed == version), "{systems:?}");
    assert_eq!(read("editors/vscode/package.json")["version"], version);
    assert_eq!(read("editors/vscode/package-lock.json")["packages"][""]["version"], version);
    // The wheels take it from Cargo.toml, and the library has one of its own.
    let text = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let wheel = text("python/program/pyproject.toml");
    assert!(wheel.contains("dynamic = [\"version\"]") && wheel.contains("manifest-path = \"../../Cargo.toml\""));
    assert!(
        text("python/library/Cargo.toml").contains(&format!("name = \"crosscheck-prose\"\nversion = \"{version}\""))
    );
}

/// The library for Python is made of what the program is made of, and the program of nothing of Python's.
#[test]
fn the_library_for_python_locks_what_the_program_locks() {
    let packages = |name: &str| -> BTreeSet<(String, String)> {
        let lock: toml::Table = fs::read_to_string(root().join(name)).unwrap().parse().unwrap();
        let field = |package: &toml::Value, field: &str| package[field].as_str().unwrap().to_owned();
        lock["package"].as_array().unwrap().iter().map(|p| (field(p, "name"), field(p, "version"))).collect()
    };
    let (program, library) = (packages("Cargo.lock"), packages("python/library/Cargo.lock"));
    let is_python_s = |name: &str| name.starts_with("pyo3") || ["crosscheck-prose", "target-lexicon"].contains(&name);
    assert!(!program.iter().any(|(name, _)| is_python_s(name)));
    let others: Vec<_> = library.difference(&program).filter(|(name, _)| !is_python_s(name)).collect();
    assert!(
        others.is_empty() && library.iter().any(|(name, _)| name == "pyo3"),
        "python/library/Cargo.lock has {others:?}; to have it follow: \
         cp Cargo.lock python/library/ && cargo metadata --format-version 1 --manifest-path python/library/Cargo.toml"
    );
}

/// A fresh repository, and the hook that compiles nothing, by pre-commit itself.
#[test]
fn the_hook_runs_in_a_fresh_repository() {
    if !Command::new("pre-commit").arg("--version").output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: pre-commit is not installed");
        return;
    }
    let (hooks, folder, home) = (Folder::new(), Folder::new(), Folder::new());
    hooks.write(".pre-commit-hooks.yaml", fs::read(root().join(".pre-commit-hooks.yaml")).unwrap());
    git(hooks.path(), &["init", "-q"]);
    commit(&hooks, "Begin");
    folder.write("good.txt", MINUTES).write("crosscheck.toml", "documents = [\"*.txt\"]\n");
    git(folder.path(), &["init", "-q"]);
    let program = Path::new(env!("CARGO_BIN_EXE_crosscheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    // The one that the docs write out for whom has the program.
    let docs = fs::read_to_string(root().join("docs/ci.md")).unwrap();
    let (_, own) = docs.split_once("## pre-commit").unwrap();
    let own = own.split("```").nth(1).unwrap().strip_prefix("yaml\n").unwrap();
    folder.write(".pre-commit-config.yaml", own);
    let hooks = hooks.path().to_str().unwrap();
    let ways = [&["try-repo", hooks, "crosscheck-installed"][..], &["run", "crosscheck"]];
    let run = |way: &[&str]| {
        git(folder.path(), &["add", "-A"]);
        let mut command = Command::new("pre-commit");
        command.args(way).args(["--all-files", "--verbose"]);
        command.current_dir(folder.path()).env("PATH", &path).env("PRE_COMMIT_HOME", home.path());
        Run::of(command.output().unwrap())
    };
    for way in ways {
        let good = run(way);
        let silent = good.status == 0 && good.out.contains("1 document: nothing in it disagrees");
        assert!(silent, "{}{}", good.out, good.err);
    }
    folder.write("bad.txt", BAD);
    for way in ways {
        let bad = run(way);
        assert!(bad.status == 1 && bad.out.contains("error[date/invalid]"), "{}{}", bad.out, bad.err);
    }
}

#[test]
fn the_hook_runs_when_any_document_changes() {
    let hook = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let pattern = hook.lines().find_map(|line| line.trim().strip_prefix("files: ")).unwrap();
    let pattern = Regex::new(pattern).unwrap();
    for extension in Format::extensions() {
        assert!(pattern.is_match(&format!("docs/a.{extension}")), ".pre-commit-hooks.yaml leaves out .{extension}");
    }
    assert!(pattern.is_match("crosscheck.toml") && pattern.is_match("docs/crosscheck.baseline"));
    assert!(!pattern.is_match("src/main.rs") && hook.contains("pass_filenames: false"));
}

#[test]
fn watching_checks_again_when_a_file_changes() {
    let folder = Folder::new();
    folder.write("a.txt", MINUTES);
    let mut child =
        folder.command(&["check", "a.txt", "--watch"]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let out = child.stdout.take().unwrap();
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || {
        BufReader::new(out).lines().map_while(Result::ok).for_each(|line| drop(tell.send(line)));
    });
    // The line that closes a report.
    let closing = || loop {
        let line = told.recv_timeout(Duration::from_secs(120)).expect("a report");
        if line.starts_with("1 document: ") {
            return line;
        }
    };
    assert!(closing().contains("nothing in it disagrees"));
    folder.write("a.txt", BAD);
    assert!(closing().contains("1 error"));
    folder.write("crosscheck.toml", "[levels]\ndate = \"off\"\n");
    assert!(closing().contains("nothing in it disagrees"));
    child.kill().unwrap();
    child.wait().unwrap();
}

/// What a program says of a file; nothing where it is not installed.
fn asked(folder: &Folder, program: &str, arguments: &[&str]) -> Option<Run> {
    let output = Command::new(program).args(arguments).current_dir(folder.path()).output();
    if output.is_err() {
        println!("skipped: there is no {program}");
    }
    output.ok().map(Run::of)
}

#[test]
fn every_shell_reads_its_completions() {
    let folder = Folder::new();
    for (shell, arguments, told) in [
        ("bash", &["--norc", "-c", "source ./bash && complete -p crosscheck"][..], "-F _crosscheck"),
        (
            "zsh",
            &["-f", "-c", "autoload -U compinit; compinit -u -D; source ./zsh; echo $_comps[crosscheck]"],
            "_crosscheck",
        ),
        ("fish", &["--no-config", "-c", "source ./fish; complete -C 'crosscheck check --fail'"], "--fail-on"),
    ] {
        folder.write(shell, folder.run(&["completions", shell]).out);
        let Some(run) = asked(&folder, shell, arguments) else { continue };
        assert!(run.err.is_empty() && run.out.contains(told), "{shell}: {}{}", run.out, run.err);
    }
}

#[test]
fn the_manual_page_has_every_option_and_is_well_formed() {
    let folder = Folder::new();
    let page = folder.run(&["man"]).out;
    folder.write("crosscheck.1", &page);
    let plain = page.replace("\\-", "-");
    for command in ["check", "diff", "claims", "read", "explain", "baseline create"] {
        assert!(plain.contains(&format!(".SH \"crosscheck {command}\"")), "{command}");
        let help = folder.run(&[&command.split(' ').collect::<Vec<_>>()[..], &["--help"]].concat()).out;
        for option in
            help.split_whitespace().filter(|word| word.starts_with("--") && *word != "--help" && !word.ends_with("]"))
        {
            let option = option.trim_end_matches(|c: char| !c.is_alphanumeric());
            assert!(plain.contains(option), "{command} {option}");
        }
    }
    if let Some(run) = asked(&folder, "mandoc", &["-T", "lint", "-W", "warning", "crosscheck.1"]) {
        assert_eq!((run.status, run.out.as_str()), (0, ""));
    }
}
