//! The docs hold: every command in them is run or says why not, every link leads somewhere, every page is a chapter of
//! the site, and nothing that a user copies is a placeholder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, reason = "a test may panic")]

#[path = "support/pages.rs"]
mod pages;
mod support;

use crosscheck::rules::BEYOND;
use pages::Page;
use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use support::{Folder, MINUTES, Run, commit, git};

/// Pages beside those of `docs/` whose links and commands are held.
const OTHER_PAGES: [&str; 7] = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "editors/vscode/README.md",
    "npm/crosscheck-facts/README.md",
    "python/library/README.md",
    "python/program/README.md",
];

/// What else a user copies from or installs.
const COPIED: [&str; 7] = [
    "Cargo.toml",
    "action.yml",
    ".pre-commit-hooks.yaml",
    "npm/crosscheck-facts/package.json",
    "editors/vscode/package.json",
    "python/library/pyproject.toml",
    "python/program/pyproject.toml",
];

/// The contents of the site are no page of it.
const SUMMARY: &str = "docs/SUMMARY.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(page: &str) -> String {
    fs::read_to_string(root().join(page)).expect(page)
}

/// The pages of the site, as paths from the root.
fn chapters() -> Vec<String> {
    let files = fs::read_dir(root().join("docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let pages = files.map(|name| format!("docs/{}", name.to_str().unwrap()));
    let mut pages: Vec<String> = pages.filter(|page| page.ends_with(".md") && page != SUMMARY).collect();
    pages.sort_unstable();
    pages
}

fn pages() -> BTreeMap<String, Page> {
    let all = chapters().into_iter().chain(OTHER_PAGES.map(str::to_owned));
    all.map(|name| (name.clone(), Page::of(&text(&name)))).collect()
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// A repository with the documents that the pages name, and a change that is not committed.
fn folder() -> Folder {
    let folder = Folder::new();
    for name in ["draft.txt", "report.txt", "draft.md", "press-release.txt", "page.md", "docs/page.md", "sources/a.txt"]
    {
        folder.write(name, MINUTES);
    }
    for name in ["encyclopedia.txt", "news.txt"] {
        let name = format!("sources/joint-statement/{name}");
        folder.write(&name, text(&name));
    }
    git(folder.path(), &["init", "-q"]);
    commit(&folder, "Begin");
    folder.write("docs/page.md", MINUTES.replace("3 March", "10 March"));
    folder
}

#[test]
fn every_command_in_the_docs_runs_or_says_why_not() {
    let program = Path::new(env!("CARGO_BIN_EXE_crosscheck")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut faults = Vec::new();
    let mut ran = 0;
    for (name, page) in pages() {
        let folder = folder();
        for block in page.blocks.iter().filter(|block| block.is_run) {
            for command in block.commands() {
                if block.language == "yaml" {
                    faults.push(format!("{name}: `{command}` needs a `<!-- not run: REASON -->` before its block"));
                    continue;
                }
                let mut shell = Command::new("sh");
                shell.args(["-c", command]).current_dir(folder.path()).env("PATH", &path).stdin(Stdio::null());
                let run = Run::of(shell.output().unwrap());
                ran += 1;
                if run.status > 1 {
                    faults.push(format!("{name}: `{command}`: exit status {}: {}", run.status, run.err));
                }
            }
        }
    }
    none(&faults);
    assert!(ran > 60, "{ran} commands were found");
}

/// What `--help` says of the command that these words begin with; a path is checked.
fn help_of(folder: &Folder, words: &[&str]) -> String {
    let is_path = words[0].contains(['.', '/', '*']);
    let command: Vec<&str> = if is_path {
        vec!["check"]
    } else {
        words.iter().copied().take_while(|w| w.is_ascii() && w.chars().all(char::is_lowercase)).take(2).collect()
    };
    let run = folder.run(&[&command[..], &["--help"]].concat());
    if run.status == 0 { run.out } else { folder.run(&[command[0], "--help"]).out }
}

#[test]
fn what_the_docs_call_a_command_or_option_is_one() {
    let folder = Folder::new();
    let general = folder.run(&["--help"]).out;
    let mut faults = Vec::new();
    for (name, page) in pages() {
        for code in page.inline.iter().filter_map(|code| code.strip_prefix("crosscheck ")) {
            let words: Vec<&str> = code.split_whitespace().collect();
            let help = if words[0].starts_with('-') { general.clone() } else { help_of(&folder, &words) };
            if help.is_empty() {
                faults.push(format!("{name}: `crosscheck {code}`: there is no such command"));
            }
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.split('=').next().unwrap();
                if !help.contains(option) {
                    faults.push(format!("{name}: `crosscheck {code}`: there is no {option}"));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_page_is_one_chapter_of_the_site() {
    let mut listed: Vec<String> = Page::of(&text(SUMMARY)).links.iter().map(|link| format!("docs/{link}")).collect();
    assert_eq!(listed[0], "docs/index.md", "the first chapter is the site's front page");
    let front = Page::of(&text("docs/index.md")).links;
    let missing: Vec<&String> = listed[1..].iter().filter(|page| !front.contains(&page.replace("docs/", ""))).collect();
    assert!(missing.is_empty(), "docs/index.md does not lead to {missing:?}");
    listed.sort_unstable();
    assert_eq!(listed, chapters());
}

#[test]
fn every_link_leads_somewhere() {
    let pages = pages();
    let mut faults = Vec::new();
    for (name, page) in &pages {
        for link in page.links.iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let folder = Path::new(name).parent().unwrap();
            let target = if path.is_empty() { PathBuf::from(name) } else { folder.join(path) };
            if !root().join(&target).exists() {
                faults.push(format!("{name}: {link} is not there"));
            }
            // Of the repository the site has only this folder.
            if name.starts_with("docs/") && (path.starts_with('/') || path.contains("..")) {
                faults.push(format!("{name}: {link} leads out of the site; name the file instead"));
            }
            let there =
                pages.get(target.to_str().unwrap()).is_some_and(|page| page.anchors.iter().any(|a| a == anchor));
            if !anchor.is_empty() && !there {
                faults.push(format!("{name}: {link}: no heading makes #{anchor}"));
            }
        }
    }
    none(&faults);
}

#[test]
fn nothing_that_a_user_copies_is_a_placeholder() {
    // What is in no registry cannot be installed by its name, and what has no address not by an address.
    let placeholder = Regex::new(
        r"OWNER|\bTODO\b|FIXME|example\.(com|org|net)|(pip|pipx|npm|cargo) install (-\S+ )*crosscheck|--git http|your-",
    );
    let (placeholder, versioned) =
        (placeholder.unwrap(), Regex::new(r"crosscheck[a-z_-]*[-_@ ]v?(\d+\.\d+\.\d+)").unwrap());
    let mut faults = Vec::new();
    for name in pages().into_keys().chain(COPIED.map(str::to_owned)) {
        for (i, line) in text(&name).lines().enumerate() {
            if let Some(found) = placeholder.find(line) {
                faults.push(format!("{name}:{}: {}", i + 1, found.as_str()));
            }
            let stale = versioned.captures_iter(line).filter(|found| &found[1] != env!("CARGO_PKG_VERSION"));
            faults.extend(stale.map(|found| format!("{name}:{}: {} is not the version", i + 1, &found[0])));
        }
    }
    none(&faults);
}

/// What groups lose, the page about them says.
#[test]
fn the_page_about_many_documents_names_the_checks_beyond_a_story() {
    let page = text("docs/scale.md");
    let (_, told) = page.split_once("**What names one thing in two stories.**").unwrap();
    let (told, _) = told.split_once("\n- ").unwrap();
    let named: Vec<&str> = told.split('`').skip(1).step_by(2).collect();
    assert_eq!(named, BEYOND.map(|(rule, _)| rule));
}

#[test]
fn the_configuration_in_the_docs_is_read() {
    let page = text("docs/configuration.md");
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
    let run = Run::of(command.current_dir(root()).output().unwrap());
    assert_eq!((run.status, run.err.as_str()), (0, ""), "{}", run.out);
}

#[test]
fn the_docs_name_every_command_option_and_format() {
    let docs: String = ["README.md".to_owned()].into_iter().chain(chapters()).map(|page| text(&page)).collect();
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
