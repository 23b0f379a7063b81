//! How far a long run has come: on standard error, and only where that is a terminal.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Fewer documents than this are read before anybody wonders.
const MANY: usize = 50;
/// How often a run says something.
const STEPS: usize = 100;

#[derive(Debug)]
pub struct Progress {
    total: usize,
    done: AtomicUsize,
    shown: bool,
}

impl Progress {
    pub fn new(total: usize) -> Progress {
        Progress { total, done: AtomicUsize::new(0), shown: total >= MANY && std::io::stderr().is_terminal() }
    }

    /// One more is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.shown && done.is_multiple_of((self.total / STEPS).max(1)) {
            // Where nobody listens, nothing is lost.
            let _ = write!(std::io::stderr(), "\r{done} of {} documents read", self.total);
        }
    }
}

/// Takes the line away.
impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
    }
}
