//! Real editors, where they are here: each opens a file, sees the mark with both places, and applies an action.

use super::support::Folder;
use std::process::Command;

/// Is the program here? If not, that is said.
fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        eprintln!("skipped: {program} is not installed");
    }
    found
}

fn folder() -> Folder {
    let folder = Folder::new();
    folder.write("treaty.md", super::TREATY).write("report.md", super::HISTORY).write("crosscheck.toml", "");
    folder
}

#[test]
fn neovim() {
    if !has("nvim") {
        return;
    }
    let folder = folder();
    folder.write("test.lua", include_str!("neovim.lua").replace("CROSSCHECK", env!("CARGO_BIN_EXE_crosscheck")));
    let home = Folder::new();
    let mut command = Command::new("nvim");
    command.args(["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", "luafile test.lua"]).current_dir(folder.path());
    let output = command.env("XDG_STATE_HOME", home.path()).env("HOME", home.path()).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let saved = std::fs::read_to_string(folder.path().join("treaty.md")).unwrap();
    assert_eq!(saved, super::TREATY.replace("12 May 2014", "21 May 2014"), "{said}");
}

#[test]
fn pytest_lsp() {
    // `.ci/run` makes an environment with it where it can.
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/target/python/bin/python");
    let imports = |python: &&str| {
        Command::new(python).args(["-c", "import pytest_lsp"]).output().is_ok_and(|output| output.status.success())
    };
    let Some(python) = [own, "python3"].into_iter().find(imports) else {
        eprintln!("skipped: no python3 here has pytest-lsp (pip install pytest-lsp)");
        return;
    };
    let folder = folder();
    let text = include_str!("client.py").replace("CROSSCHECK", env!("CARGO_BIN_EXE_crosscheck"));
    folder.write("test_client.py", text);
    let mut command = Command::new(python);
    let options = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-o", "asyncio_mode=auto", "--rootdir=."];
    let loops = ["-o", "asyncio_default_fixture_loop_scope=function"];
    command
        .args(options)
        .args(loops)
        .arg("test_client.py")
        .current_dir(folder.path())
        .env("PYTHONDONTWRITEBYTECODE", "1");
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let saved = std::fs::read_to_string(folder.path().join("treaty.md")).unwrap();
    assert_eq!(saved, super::TREATY.replace("12 May 2014", "21 May 2014"), "{said}");
}

#[test]
fn emacs() {
    if !has("emacs") {
        return;
    }
    let folder = folder();
    folder.write("test.el", include_str!("emacs.el").replace("CROSSCHECK", env!("CARGO_BIN_EXE_crosscheck")));
    let home = Folder::new();
    let mut command = Command::new("emacs");
    command.args(["-q", "--batch", "-l", "test.el"]).current_dir(folder.path()).env("HOME", home.path());
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("eglot-is-missing") {
        eprintln!("skipped: this Emacs has no eglot");
        return;
    }
    assert!(output.status.success(), "{said}");
    let saved = std::fs::read_to_string(folder.path().join("treaty.md")).unwrap();
    assert_eq!(saved, super::TREATY.replace("12 May 2014", "21 May 2014"), "{said}");
}
