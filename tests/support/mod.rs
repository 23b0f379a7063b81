//! What tests of the program share: a folder of their own and the built program run in it.

#![allow(dead_code, reason = "each test binary uses its part")]

pub mod browser;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A small document without a fault.
pub const MINUTES: &str =
    "The council met on Monday, 3 March 2025.\nThe 3 members present were: Anna Berg, Carl Dahl and Eva Falk.\n";

/// A folder that vanishes with the test.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("cli-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        Folder(path.canonicalize().unwrap())
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Folder {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
        self
    }

    /// The program in this folder, ready for more arguments.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_crosscheck"));
        command.args(arguments).current_dir(&self.0).stdin(Stdio::null()).env_remove("RUST_BACKTRACE");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        Run::of(self.command(arguments).output().unwrap())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[derive(Debug)]
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    pub fn of(output: Output) -> Run {
        Run {
            status: output.status.code().expect("an exit status, not a signal"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A printed report without the weights of the reasons that align its places, and with all reasons of a finding on
/// one line: weights are fitted anew, and what is said does not hang on their digits.
pub fn without_weights(report: &str) -> String {
    const HEAD: &str = "   = aligned because ";
    let mut out = String::new();
    let mut reasons = false;
    for line in report.lines() {
        let further = reasons && line.starts_with(&" ".repeat(HEAD.len()));
        if further {
            out.push(' ');
        } else if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(if further { line.trim_start() } else { line });
        reasons = further || line.starts_with(HEAD);
    }
    out.push('\n');
    out.split_inclusive('\n').map(unweighted).collect()
}

/// A line of reasons without each ` (+1.0)`.
fn unweighted(line: &str) -> String {
    if !line.starts_with("   = aligned because ") {
        return line.to_owned();
    }
    let is_weight = |part: &str| part.starts_with(['+', '-']) && part.get(1..).unwrap().parse::<f64>().is_ok();
    let mut parts = line.split(" (");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((weight, rest)) if is_weight(weight) => out.push_str(rest),
            _ => out.extend([" (", part]),
        }
    }
    out
}

/// git in `folder`, whatever the user has configured.
pub fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"];
    let settings = ["-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", "-c", "diff.noprefix=true"];
    let output =
        Command::new("git").args(identity).args(settings).args(arguments).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

pub fn commit(folder: &Folder, message: &str) {
    git(folder.path(), &["add", "-A"]);
    git(folder.path(), &["commit", "-q", "-m", message]);
}
