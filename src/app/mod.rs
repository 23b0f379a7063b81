//! The command line: the only code that reads disk, environment and terminal.

mod cli;
mod guard;
mod input;
mod print;
mod open;
mod run;

pub use run::main;
