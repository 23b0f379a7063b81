//! The extension for VS Code: against the built program, and packed without the net.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn extension() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("editors/vscode")
}

/// Is node here, and new enough to run tests? If not, that is said.
fn has_node() -> bool {
    let version = Command::new("node").arg("--version").output().ok();
    let version = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    let fit = major.is_some_and(|major| major >= 20);
    if !fit {
        eprintln!("skipped: node 20 or later is not installed");
    }
    fit
}

#[test]
fn it_shows_what_the_server_says() {
    if !has_node() {
        return;
    }
    let mut command = Command::new("node");
    command.args(["--test", "test/extension.test.js"]).current_dir(extension());
    let output = command.env("CROSSCHECK", env!("CARGO_BIN_EXE_crosscheck")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn it_is_packed_without_the_net() {
    let tool = extension().join("node_modules/.bin/vsce");
    if !has_node() || !tool.exists() {
        eprintln!("skipped: the packer is not installed (`npm ci` in editors/vscode)");
        return;
    }
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crosscheck.vsix");
    let mut command = Command::new(tool);
    command.args(["package", "--allow-missing-repository", "--out"]).arg(&out).current_dir(extension());
    // Whatever asks the net gets no answer.
    let output =
        command.env("HTTPS_PROXY", "http://127.0.0.1:9").env("HTTP_PROXY", "http://127.0.0.1:9").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    for file in ["extension.js", "client.js", "convert.js", "package.json"] {
        assert!(said.contains(file), "{file} is left out: {said}");
    }
    // The tests of the extension are of no use to whoever installs it; the path of the package may have the word.
    let mut listed = said.lines().filter(|line| line.contains("─ "));
    assert!(!listed.any(|line| line.contains("test")), "{said}");
    assert!(fs::metadata(out).unwrap().len() > 5_000);
}
