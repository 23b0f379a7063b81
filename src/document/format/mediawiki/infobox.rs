//! Infoboxes: each filled parameter is a field, labelled with its name.

use super::Page;
use super::scan::{Kind, Node};
use crate::document::BlockKind;
use std::ops::Range;

/// What marks an infobox by its name, in the languages whose pages are met most.
const NAMES: [&str; 8] =
    ["infobox", "infoboks", "inligtingskas", "taxobox", "ficha de", "drugbox", "chembox", "geobox"];

/// Templates with named parameters that are no facts about the page's subject.
const OTHERS: [&str; 14] = [
    "cite",
    "citation",
    "literatur",
    "internetquelle",
    "navbox",
    "sidebar",
    "succession",
    "track",
    "chess",
    "multiple image",
    "quote",
    "sister",
    "coord",
    "graph",
];

/// A template without a telling name is an infobox when this many parameters have a line of their own.
const FILLED: usize = 3;

impl Page<'_> {
    pub(super) fn is_infobox(&self, node: &Node) -> bool {
        let (start, end) = node.inner;
        let name = self.text(&(start..end.min(start + 80))).trim_start().to_lowercase();
        if NAMES.iter().any(|known| name.split(['|', '\n', '<']).next().is_some_and(|n| n.contains(known))) {
            return true;
        }
        if OTHERS.iter().any(|other| name.starts_with(other)) {
            return false;
        }
        let parts = self.arguments(start..end);
        let on_own_line = |pair: &[Range<usize>]| match pair {
            [before, part] => {
                self.text(before).trim_end_matches([' ', '\t']).ends_with('\n') && self.key(part).is_some()
            }
            _ => false,
        };
        parts.windows(2).filter(|pair| on_own_line(pair)).count() >= FILLED
    }

    /// The name and the value of a parameter.
    fn key(&self, part: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
        let equals = self.find(part.clone(), |b| b == b'=');
        let name = self.trim(part.start..equals);
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ' | '.' | '/' | '(' | ')');
        let words = self.text(&name);
        let named = equals < part.end && !words.is_empty() && words.len() <= 60 && words.chars().all(is_name);
        named.then(|| (name, self.trim(equals + 1..part.end)))
    }

    pub(super) fn infobox(&mut self, node: &Node) {
        if self.depth > super::inline::DEEPEST {
            return;
        }
        let (start, end) = node.inner;
        for part in self.arguments(start..end).into_iter().skip(1) {
            let Some((name, value)) = self.key(&part) else { continue };
            if value.is_empty() || is_file(self.text(&value)) {
                continue;
            }
            let inner = self.node_at(value.start, value.end).filter(|n| n.kind == Kind::Template && n.end == value.end);
            if let Some(inner) = inner.filter(|n| self.is_infobox(n)) {
                self.depth += 1;
                self.infobox(&inner);
                self.depth -= 1;
                continue;
            }
            let label = self.text(&name).replace('_', " ");
            self.reading.open(BlockKind::Field, Some(label), 0);
            self.value(value);
            self.end_block();
        }
    }

    /// Reads a field's or cell's value, whose line breaks part its values.
    pub(super) fn value(&mut self, range: Range<usize>) {
        let outer = std::mem::replace(&mut self.in_value, true);
        let marks = self.text(&range).len() - self.text(&range).trim_start_matches(['*', '#', ' ']).len();
        self.inline(range.start + marks..range.end);
        self.in_value = outer;
    }
}

/// The name of a picture or sound says nothing of the world.
fn is_file(value: &str) -> bool {
    let Some((_, extension)) = value.rsplit_once('.') else { return false };
    let known = ["jpg", "jpeg", "png", "svg", "gif", "webp", "tif", "tiff", "ogg", "ogv", "webm", "wav", "mp3", "pdf"];
    !value.contains('\n') && known.iter().any(|k| k.eq_ignore_ascii_case(extension.trim_end_matches(']')))
}
