//! The CommonMark specification's examples pass through the Markdown reader with
//! valid places. The specification is no part of this project: the test reads it
//! from the npm package `commonmark-spec`, unpacked under `target/commonmark-spec`
//! or where `COMMONMARK_SPEC` says, and skips aloud when it is not there.

use crosscheck::document::{Document, Format, Role};
use std::path::PathBuf;

fn specification() -> Option<String> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/commonmark-spec/package/spec.txt");
    let path = std::env::var_os("COMMONMARK_SPEC").map_or(here, PathBuf::from);
    std::fs::read_to_string(path).ok()
}

/// The Markdown side of each example.
fn examples(text: &str) -> Vec<String> {
    let fence = "`".repeat(32);
    let mut examples = Vec::new();
    let mut open: Option<(String, bool)> = None;
    for line in text.lines() {
        open = match open.take() {
            None => line.starts_with(&format!("{fence} example")).then(|| (String::new(), true)),
            Some((example, _)) if line == fence => {
                examples.push(example.replace('→', "\t"));
                None
            }
            Some((example, true)) if line == "." => Some((example, false)),
            Some((example, true)) => Some((example + line + "\n", true)),
            other => other,
        };
    }
    examples
}

#[test]
fn every_example_is_read_with_valid_places() {
    let Some(text) = specification() else {
        eprintln!("skipped: no specification; `npm pack commonmark-spec` and unpack it under target/commonmark-spec");
        return;
    };
    let examples = examples(&text);
    assert_eq!(examples.len(), 652);
    for example in &examples {
        let document = Document::read("a.md", Role::Peer, Format::Markdown, example.as_bytes().to_vec());
        for span in document.blocks.iter().map(|b| b.span).chain(document.tokens.iter().map(|t| t.span)) {
            let place = document.place(span);
            assert!(!document.slice(span).is_empty(), "{span:?} is empty in {example:?}");
            assert!(example.get(place.start..place.end).is_some_and(|w| !w.is_empty()), "{place:?} in {example:?}");
        }
    }
}
