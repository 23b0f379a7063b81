//! Trains the tables of `src/syntax/data/` from a treebank and tells how right they are (docs/syntax.md):
//!
//!     cargo run --release --example train -- TREEBANK       writes the tables
//!     cargo run --release --example train -- TREEBANK dev   measures those that the program was built with
//!
//! TREEBANK is a folder with `train.conllu` and `dev.conllu`. The same sentences make the same bytes on any machine.

mod conllu;
mod learn;
mod measure;
mod models;
mod parsers;

use crosscheck::text::StableHash;
use models::{Lesson, train};
use std::path::Path;
use std::process::ExitCode;

/// Where the tables stand, from the root of the project.
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/syntax/data");

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [folder] => write(Path::new(folder)),
        [folder, "dev"] => read(Path::new(folder), "dev.conllu", |_| false).map(|trees| measure::measure(&trees)),
        _ => Err("usage: train TREEBANK [dev]".to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("train: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Textbooks whose publisher has since changed their licence.
fn is_left_out(document: &str) -> bool {
    document.contains("_textbook_")
}

fn read(folder: &Path, file: &str, left_out: impl Fn(&str) -> bool) -> Result<Vec<conllu::Tree>, String> {
    let path = folder.join(file);
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    conllu::read(&text, left_out)
}

fn write(folder: &Path) -> Result<(), String> {
    let trees = read(folder, "train.conllu", is_left_out)?;
    let lessons: Vec<Lesson> = trees.iter().map(Lesson::new).collect();
    println!("{} sentences, {} tokens", trees.len(), trees.iter().map(|t| t.tokens.len()).sum::<usize>());
    let tables = train(&lessons);
    let named = [
        ("tagger.bin", &tables.tagger),
        ("chunker.bin", &tables.chunker),
        ("forwards.bin", &tables.forwards),
        ("backwards.bin", &tables.backwards),
        ("relations.bin", &tables.relations),
    ];
    for (name, table) in named {
        std::fs::write(Path::new(DATA).join(name), table).map_err(|e| format!("{name}: {e}"))?;
        println!("{name}: {} bytes, FNV-1a {}", table.len(), StableHash::default().write(table).hex());
    }
    Ok(())
}
