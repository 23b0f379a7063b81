//! The command line and the language server: the only code that reads disk, environment and terminal.

mod accept;
mod cache;
mod cli;
mod closeness;
mod config_schema;
mod convert;
mod diff;
pub mod embed;
mod fixtures;
mod gather;
mod git;
mod guard;
mod init;
mod input;
mod listed;
mod lsp;
mod man;
mod marks;
mod mistaken;
mod open;
mod packed;
mod passed_over;
mod patterns;
mod print;
mod progress;
mod project;
mod propose;
mod run;
mod sets;
mod store;
mod tell;
mod versions;
mod walk;
mod watch;
mod words;

pub use run::{main, main_by};
