//! The command line: the only code that reads disk, environment and terminal.

mod accept;
mod cli;
mod gather;
mod git;
mod guard;
mod init;
mod input;
mod open;
mod print;
mod project;
mod run;
mod tell;

pub use run::main;
