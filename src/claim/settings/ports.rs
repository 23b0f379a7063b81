//! The port that a text calls the default, and the one that its code goes to.

use super::given::Given;
use super::name::Name;
use super::past::old_blocks;
use super::{Aspect, Form, PARTS, Setting};
use crate::document::{BlockKind, Document};
use crate::lexicon::en::settings::DEFAULT;
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// So many tokens behind "port" its number may stand.
const BETWEEN: usize = 6;

/// `localhost:8080`, `127.0.0.1:8080`, and the inner port of `-p 8080:80`.
static CODE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):|(?:-p|--publish)[ =]\d{2,5}:)(\d{2,5})\b").ok()
});

/// The two where they differ and nothing else in the document explains that: it names no other port.
pub fn ports(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    if !names_ports(document) {
        return;
    }
    let told: Vec<(u32, Span, bool)> =
        (0..document.sentences.len()).flat_map(|s| in_sentence(document, s, is_past)).collect();
    let mut defaults = told.iter().filter(|(_, _, is_default)| *is_default);
    let (Some((port, span, _)), None) = (defaults.next(), defaults.next()) else { return };
    let mut coded: BTreeMap<u32, Span> = BTreeMap::new();
    for fence in document.fences.iter().filter(|f| !is_past(f.after)) {
        let Some(code) = CODE.as_ref() else { return };
        for place in code.captures_iter(document.slice(fence.span)).filter_map(|c| c.get(1)) {
            let start = fence.span.start as usize;
            if let Ok(number) = place.as_str().parse() {
                coded.entry(number).or_insert(Span::new(start + place.start(), start + place.end()));
            }
        }
    }
    let (Some((other, place)), 1) = (coded.iter().next(), coded.len()) else { return };
    if other == port || told.iter().any(|(number, _, _)| number == other) {
        return;
    }
    let (Some(name), Some(mine), Some(theirs)) =
        (Name::of("port"), Given::of(&port.to_string()), Given::of(&other.to_string()))
    else {
        return;
    };
    for (given, at) in [(mine, *span), (theirs, *place)] {
        let (name, aspect, form) = (name.clone(), Aspect::Port, Form::Sentence);
        found.push(Setting { name, named: *span, aspect, given, span: at, form, sheet: PARTS, entry: span.start });
    }
}

fn names_ports(document: &Document) -> bool {
    document.has("port") || document.has("ports")
}

/// Between "port" and its number: "port (default: 6420)".
fn may_stand_between(word: &str) -> bool {
    DEFAULT.contains(word) || matches!(word, "is" | "number" | ":" | "(" | "the" | "=")
}

/// The ports that a document's sentences call the default.
pub fn default_ports(document: &Document) -> Vec<(u32, Span)> {
    if !names_ports(document) {
        return Vec::new();
    }
    let past = old_blocks(document);
    let is_past = |block: usize| past.get(block).copied().unwrap_or_default();
    let told = (0..document.sentences.len()).flat_map(|s| in_sentence(document, s, &is_past));
    told.filter(|(_, _, is_default)| *is_default).map(|(port, span, _)| (port, span)).collect()
}

/// The ports of a sentence, and whether each is the default: of "port 80 by default, the dashboard on port 9000", the first.
fn in_sentence(document: &Document, sentence: usize, is_past: &dyn Fn(usize) -> bool) -> Vec<(u32, Span, bool)> {
    let block = document.sentences.get(sentence).map(|s| s.block as usize).unwrap_or_default();
    let kind = document.blocks.get(block).map(|b| b.kind);
    let prose = matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading));
    if !prose || is_past(block) {
        return Vec::new();
    }
    let tokens = document.sentence_tokens(sentence);
    let port = |i: usize| {
        let at = (i + 1..i + BETWEEN).find(|at| !may_stand_between(document.word(*at)))?;
        let token = document.token(at).filter(|t| t.is_number())?;
        Some((document.slice(token.span).parse().ok()?, token.span))
    };
    let is_default = || tokens.clone().any(|i| DEFAULT.contains(document.word(i)));
    let all = tokens.clone().filter(|i| matches!(document.word(*i), "port" | "ports")).filter_map(port).enumerate();
    all.map(|(nth, (number, span))| (number, span, nth == 0 && is_default())).collect()
}
