//! The command line: the only code that reads disk, environment and terminal.

mod cli;
mod input;
mod run;

pub use run::main;
