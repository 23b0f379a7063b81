//! The command line: the only code that reads disk, environment and terminal.

mod cli;
mod guard;
mod input;
mod open;
mod print;
mod run;
mod tell;

pub use run::main;
