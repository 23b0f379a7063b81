//! The command line: the only code that reads disk, environment and terminal.

mod accept;
mod cli;
mod diff;
mod gather;
mod git;
mod guard;
mod init;
mod input;
mod man;
mod open;
mod print;
mod progress;
mod project;
mod run;
mod tell;
mod versions;
mod watch;

pub use run::main;
