//! Every command in `docs/` is run, in a folder that has the documents it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

mod support;

use crosscheck::rules::BEYOND;
use std::fs;
use std::path::Path;
use std::process::Command;
use support::{Folder, MINUTES, Run};

/// The lines that follow a `$ ` in the console blocks of a page.
fn commands(page: &str) -> Vec<String> {
    page.lines().filter_map(|line| line.strip_prefix("$ crosscheck ")).map(str::to_owned).collect()
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("draft.txt", MINUTES).write("report.txt", MINUTES);
    for arguments in ["init -q -b main", "add -A", "-c user.name=A -c user.email=a@example.org commit -q -m Begin"] {
        let git = Command::new("git").args(arguments.split(' ')).current_dir(folder.path()).status().unwrap();
        assert!(git.success());
    }
    folder
}

#[test]
fn every_command_in_the_docs_runs() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    for page in ["changes.md", "ci.md", "configuration.md", "editors.md", "reports.md", "scale.md"] {
        let folder = folder();
        for command in commands(&fs::read_to_string(docs.join(page)).unwrap()) {
            let run = folder.run(&command.split(' ').collect::<Vec<_>>());
            assert!(run.status < 2, "{page}: crosscheck {command}: {}", run.err);
        }
    }
}

/// What groups lose, the page about them says.
#[test]
fn the_page_about_many_documents_names_the_checks_beyond_a_story() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scale.md")).unwrap();
    let (_, told) = page.split_once("**What names one thing in two stories.**").unwrap();
    let (told, _) = told.split_once("\n- ").unwrap();
    let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    assert_eq!(named, BEYOND.map(|(rule, _)| rule));
}

#[test]
fn the_configuration_in_the_docs_is_read() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/configuration.md")).unwrap();
    let block = |fence: &str| page.split(fence).nth(1).unwrap().split("```").next().unwrap().to_owned();
    let folder = folder();
    folder.write("guide/a.md", MINUTES).write("facts/guide.md", MINUTES);
    folder.write("docs/a.md", MINUTES).write("facts/b.md", MINUTES).write("crosscheck.toml", block("```toml\n"));
    assert_eq!(folder.run(&["check"]).err, "");
    folder.write("docs/a.md", block("```markdown\n"));
    let run = folder.run(&["check", "docs/a.md", "--config", "crosscheck.toml"]);
    assert_eq!((run.status < 2, run.err.as_str()), (true, ""));
    assert!(!run.out.contains("date/invalid"), "{}", run.out);
}

#[test]
fn the_project_s_own_pages_pass_the_tool() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
    command.args(["check", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"]);
    let run = Run::of(command.current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
}

#[test]
fn the_docs_name_every_command_option_and_format() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pages =
        ["README.md", "docs/changes.md", "docs/ci.md", "docs/configuration.md", "docs/editors.md", "docs/reports.md"];
    let docs: String = pages.iter().map(|page| fs::read_to_string(root.join(page)).unwrap()).collect();
    let folder = Folder::new();
    let help = |command: &[&str]| folder.run(&[command, &["--help"]].concat()).out;
    let mut missing = Vec::new();
    let commands = help(&[]);
    let commands = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  "));
    for (command, _) in commands.filter(|(name, _)| !name.starts_with([' ', '-']) && *name != "help") {
        if !docs.contains(&format!("crosscheck {command}")) {
            missing.push(command.to_owned());
        }
        for word in help(&[command]).split_whitespace().filter(|word| word.starts_with("--") && *word != "--help") {
            let option = word.trim_end_matches(|c: char| !c.is_alphanumeric());
            if !docs.contains(option) {
                missing.push(format!("{command} {option}"));
            }
        }
    }
    let formats = crosscheck::report::OUTPUTS.iter().map(|output| output.name).filter(|name| *name != "text");
    missing.extend(formats.filter(|name| !docs.contains(&format!("--format {name}"))).map(str::to_owned));
    assert_eq!(missing, Vec::<String>::new());
}
