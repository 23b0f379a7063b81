//! Makes the tables that documents and claims are weighed by. Not part of the shipped program.
//!
//!     cargo run --release --example fit -- background FOLDER OUT
//!     cargo run --release --example fit -- related PAIRS
//!     cargo run --release --example fit -- rows FOLDER...
//!     cargo run --release --example fit -- slots
//!
//! `background` counts in how many documents of a folder each word, name part and figure stands, and
//! writes `src/story/background.bin`. `related` reads lines `1 or 0 TAB group TAB path TAB path` (1: the two
//! documents tell of one thing), fits the weights of `story::FEATURES` by logistic regression, and prints
//! them with what they find in each group, that group left out. Every group weighs the same.
//!
//! `rows` reads folders of texts on one event each, some with an expert's reading in `expect.json`, and writes what
//! pairs of their figures have in common, numbers alone (of `FOLDER+FOLDER`, two events of one kind, pairs between the
//! two, which are never of one thing), to `examples/fit/context.txt` and `examples/fit/pairs.txt`.
//! `slots` fits the weights of `align::slots` to these two files and prints the table of `src/align/slots/weights.rs`.
//! As the leads among pairs depend on the weights of contexts, `rows` and `slots` are run twice after a change.
//!
//! The same input gives the same bytes: fixed order, no random numbers, whole numbers out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a tool for whoever makes the tables"
)]

mod logistic;
mod rows;
mod slots;
mod story;

use crosscheck::claim::Ledger;
use crosscheck::document::{Document, Role};
use crosscheck::rules::Settings;
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["background", folder, out] => story::background(Path::new(folder), Path::new(out)),
        ["related", pairs] => story::related(Path::new(pairs)),
        ["rows", ref folders @ ..] => rows::write(folders),
        ["slots"] => slots::print(),
        _ => eprintln!("usage: fit background FOLDER OUT | fit related PAIRS | fit rows FOLDER... | fit slots"),
    }
}

fn read(path: &Path) -> Ledger {
    let bytes = fs::read(path).unwrap();
    let document = Document::open(path.to_str().unwrap(), Role::Peer, bytes).unwrap();
    crosscheck::read(document, &Settings::default())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
