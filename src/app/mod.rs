//! The command line: the only code that reads disk, environment and terminal.

mod accept;
mod cli;
mod closeness;
mod diff;
mod gather;
mod git;
mod guard;
mod init;
mod input;
mod man;
mod mistaken;
mod open;
mod passed_over;
mod print;
mod progress;
mod project;
mod propose;
mod run;
mod tell;
mod versions;
mod walk;
mod watch;

pub use run::{main, main_by};
