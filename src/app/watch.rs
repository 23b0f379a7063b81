//! `check --watch`: checks, waits until a file that matters changes, and checks again.
//!
//! Files are looked at a few times a second rather than announced by the system: that is
//! the same everywhere, on network drives too, and costs little next to a check.

use super::cli::Corpus;
use super::gather::inputs;
use super::print::{print, say};
use super::project::Project;
use std::collections::BTreeMap;
use std::fs;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

const PAUSE: Duration = Duration::from_millis(300);

/// Files by their paths, with what tells that they changed.
type State = BTreeMap<PathBuf, Option<(SystemTime, u64)>>;

/// Never returns but by an error of writing.
pub fn watch(corpus: &Corpus, mut check: impl FnMut() -> Result<Vec<PathBuf>, String>) -> Result<u8, String> {
    // The documents read last: with those that others name as their sources.
    let mut read = Vec::new();
    loop {
        let before = state(corpus, &[]);
        if std::io::stdout().is_terminal() {
            // Clears the screen.
            print("\u{1b}[2J\u{1b}[H")?;
        }
        // A configuration in the middle of being edited is said, and looked at again.
        match check() {
            Ok(documents) => read = documents,
            Err(message) => say(&message),
        }
        let named = state(corpus, &read);
        while state(corpus, &[]) == before && state(corpus, &read) == named {
            std::thread::sleep(PAUSE);
        }
    }
}

/// The files that a check would read now, those given, with the configuration and the baseline.
fn state(corpus: &Corpus, read: &[PathBuf]) -> State {
    let mut files: Vec<PathBuf> = corpus.config.iter().chain(read).cloned().collect();
    if let Ok(project) = Project::find(corpus.config.as_deref()) {
        files.extend([project.file(), project.baseline_file()]);
        let inputs = inputs(corpus, &project, &mut Vec::new()).unwrap_or_default();
        files.extend(inputs.iter().flat_map(|input| input.paths().cloned()));
    }
    let about = |path: &PathBuf| {
        let about = fs::metadata(path).ok()?;
        Some((about.modified().ok()?, about.len()))
    };
    files.into_iter().map(|path| (path.clone(), about(&path))).collect()
}
