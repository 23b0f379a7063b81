//! The claims of drafts, as entries to be ticked off one by one.

use crate::report::{State, Ticked};
use crate::rules::Label;
use crate::text::StableHash;
use std::collections::BTreeMap;

/// The places of a claim: its own words, then those of the sources.
pub fn labels(ticked: &Ticked) -> Vec<Label> {
    let own = Label::primary(ticked.document, ticked.span, "");
    let sources = ticked.sources.iter().map(|(document, span)| Label::related(*document, *span, ""));
    [own].into_iter().chain(sources).collect()
}

/// The state as it is printed, and its colour.
pub fn state(ticked: &Ticked) -> (&'static str, &'static str) {
    let class = match ticked.state {
        State::Contradicted => "error",
        State::Unsupported => "warning",
        State::Derivable | State::Supported => "agrees",
        State::NotCompared => "alone",
    };
    (ticked.state.name(), class)
}

/// Names for claims that last while the text around them is edited, so that a tick outlives the page.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, usize>);

impl Names {
    pub fn name(&mut self, path: &str, ticked: &Ticked, words: &str) -> String {
        let hash = StableHash::default().field("claim").field(path).field(ticked.kind).field(words);
        let nth = self.0.entry(hash.hex()).or_default();
        *nth += 1;
        hash.field(&nth.to_string()).hex()
    }
}
