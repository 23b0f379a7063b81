//! The inside of a block: links by their words, emphasis without its marks,
//! character references decoded, tags stripped, templates by `template.rs`.

use super::references::used_note;
use super::scan::{Kind, Node};
use super::{Aside, Page};
use crate::document::Target;
use crate::document::format::entity::entity;
use crate::text::{WordSet, word_set};
use std::ops::Range;

/// Deeper than any real page; what lies deeper still is left out.
pub const DEEPEST: usize = 40;

/// How far a tag or an outer link may reach.
const TAG_LIMIT: usize = 2_000;

/// Stands for something that is no prose, or that was not understood.
pub const GAP: &str = "\u{fffc}";

/// Namespaces of pictures, in the languages whose pages are met most.
const FILES: WordSet = word_set! {
    "file", "image", "media", "datei", "bild", "fichier", "archivo", "imagen", "immagine", "ficheiro", "imagem", "bestand", "afbeelding",
    "plik", "fil", "lêer", "beeld",
};

/// Namespaces whose links a reader does not see in the text.
const UNSEEN: WordSet = word_set! {
    "category", "kategorie", "catégorie", "categoría", "categoria", "categorie", "kategori", "kategoria",
};

/// What steers a picture and is no caption.
const PICTURE_WORDS: WordSet = word_set! {
    "thumb", "thumbnail", "frame", "framed", "frameless", "border", "left", "right", "center", "centre", "none", "baseline", "middle", "sub",
    "super", "text-top", "text-bottom", "top", "bottom", "upright", "mini", "miniatur", "links", "rechts", "hochkant", "rahmenlos",
    "zentriert", "duimnael", "regs", "gerahmt",
};

impl Page<'_> {
    /// Reads `range` into the open block.
    pub(super) fn inline(&mut self, range: Range<usize>) {
        if self.depth > DEEPEST {
            return;
        }
        self.depth += 1;
        let (mut at, mut from) = (range.start, range.start);
        while at < range.end {
            let Some(byte) = self.byte(at) else { break };
            if !matches!(byte, b'{' | b'}' | b'[' | b']' | b'<' | b'&' | b'\'' | b'\n' | b'_') {
                at += 1;
                continue;
            }
            let Some(end) = self.mark(byte, at, range.end, from) else {
                at += 1;
                continue;
            };
            at = end.max(at + 1);
            from = at;
        }
        self.reading.verbatim(from..range.end.max(from));
        self.depth -= 1;
    }

    /// Reads the mark at `at`, if it is one, after the words from `from` on; gives its end.
    fn mark(&mut self, byte: u8, at: usize, end: usize, from: usize) -> Option<usize> {
        if let Some(node) = self.node_at(at, end).filter(|_| matches!(byte, b'{' | b'[' | b'<')) {
            self.reading.verbatim(from..at);
            self.node(&node);
            return Some(node.end);
        }
        let rest = self.source.get(at..end)?;
        match byte {
            b'\'' => {
                let run = rest.bytes().take_while(|b| *b == b'\'').count();
                // Of four marks the first is an apostrophe.
                let kept = if run == 4 { 1 } else { run.saturating_sub(5) };
                (run >= 2).then(|| self.reading.verbatim(from..at + kept))?;
                Some(at + run)
            }
            b'&' => {
                let (length, words) = entity(rest)?;
                self.reading.verbatim(from..at);
                self.reading.decoded(&words, at..at + length);
                Some(at + length)
            }
            b'\n' => {
                self.reading.verbatim(from..at);
                let marks = rest.trim_start_matches(['\n', ' ', '*', '#', ':', ';']);
                let length = rest.len() - marks.len();
                let parted = self.in_value && rest.get(..length).is_some_and(|m| m.contains(['*', '#']));
                self.part(if parted { ", " } else { " " }, at..at + length);
                Some(at + length)
            }
            b'<' => self.tag(rest, at, from),
            b'{' | b'}' | b'[' | b']' if self.byte(at + 1) == Some(byte) => {
                self.reading.verbatim(from..at);
                Some(at + rest.bytes().take_while(|b| *b == byte).count())
            }
            b'[' => self.outer_link(rest, at, from),
            b'_' if rest.starts_with("__") => {
                let word = rest.get(2..)?.bytes().take(24).take_while(u8::is_ascii_uppercase).count();
                (word > 2 && rest.get(2 + word..)?.starts_with("__")).then(|| self.reading.verbatim(from..at))?;
                Some(at + word + 4)
            }
            _ => None,
        }
    }

    /// Parts two values, unless something parts them already.
    fn part(&mut self, mark: &str, range: Range<usize>) {
        let words = self.reading.open_words();
        if words.is_empty() || (mark == " " && words.ends_with(char::is_whitespace)) {
            return;
        }
        let parted = words.trim_end().ends_with([',', ';', ':', '(']);
        self.reading.decoded(if parted { " " } else { mark }, range);
    }

    fn tag(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let name = rest.get(1..)?.trim_start_matches('/');
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let window = rest.as_bytes().get(..TAG_LIMIT.min(rest.len()))?;
        let length = window.iter().position(|b| *b == b'>')? + 1;
        self.reading.verbatim(from..at);
        let breaks = name.get(..2).is_some_and(|n| n.eq_ignore_ascii_case("br"));
        if breaks && !name.starts_with("bro") {
            self.part(if self.in_value { ", " } else { " " }, at..at + length);
        }
        Some(at + length)
    }

    /// `[https://a.example words]`: its words; without words, nothing, unless it is a value.
    fn outer_link(&mut self, rest: &str, at: usize, from: usize) -> Option<usize> {
        let address = rest.get(1..)?;
        if !["http", "//", "mailto:", "ftp"].iter().any(|start| address.starts_with(start)) {
            return None;
        }
        let window = rest.as_bytes().get(..TAG_LIMIT.min(rest.len()))?;
        let close = window.iter().position(|b| matches!(b, b']' | b'\n')).filter(|i| window.get(*i) == Some(&b']'))?;
        self.reading.verbatim(from..at);
        let bare = if self.in_value { 1 } else { close };
        let words = rest.get(..close)?.find(' ').map_or(bare, |i| i + 1);
        self.inline(at + words..at + close);
        Some(at + close + 1)
    }

    fn node(&mut self, node: &Node) {
        let (start, end) = node.inner;
        match node.kind {
            Kind::Template if self.is_infobox(node) => self.aside.push(Aside::Infobox(*node)),
            Kind::Template => self.template(node),
            Kind::Link => self.link(node),
            Kind::Table => self.aside.push(Aside::Table(*node)),
            Kind::Opaque => self.reading.decoded(GAP, node.start..node.end),
            Kind::Verbatim => self.reading.verbatim(start..end),
            Kind::Hidden => {
                if let Some(name) = self.source.get(node.start..node.end).and_then(used_note) {
                    self.reading.refer(self.reading.text().len(), Target::Note, name);
                }
            }
            Kind::Gallery => {}
        }
    }

    fn link(&mut self, node: &Node) {
        let (start, end) = node.inner;
        let bar = self.find(start..end, |b| b == b'|');
        let target = self.trim(start..bar);
        let words = self.text(&target);
        if let Some((space, _)) = words.split_once(':').filter(|(space, _)| !space.is_empty()) {
            let space = space.trim().to_lowercase();
            if FILES.contains(space.as_str()) {
                return self.picture(start..end);
            }
            let language = (2..=3).contains(&space.len()) && space.bytes().all(|b| b.is_ascii_lowercase());
            if UNSEEN.contains(space.as_str()) || (language && bar == end) {
                return;
            }
        }
        let label = self.trim((bar + 1).min(end)..end);
        let from = self.reading.text().len();
        if label.is_empty() {
            let shown = target.start + (words.len() - words.trim_start_matches(':').len());
            self.inline(shown..target.end);
        } else {
            self.inline(label);
        }
        if let Some(place) = words.strip_prefix('#') {
            self.reading.refer(from, Target::Place, place);
        }
    }

    /// Keeps the last part of a picture's link that steers nothing: its caption.
    fn picture(&mut self, inner: Range<usize>) {
        let parts = self.arguments(inner);
        let mut caption = parts.iter().skip(1).map(|p| self.trim(p.clone())).filter(|p| {
            let words = self.text(p).to_lowercase();
            let size = words.trim_end_matches("px").trim_end().chars().all(|c| c.is_ascii_digit() || c == 'x');
            let key = words.split_once('=').is_some_and(|(key, _)| key.trim().bytes().all(|b| b.is_ascii_alphabetic()));
            !(PICTURE_WORDS.contains(words.as_str()) || size || key)
        });
        if let Some(caption) = caption.next_back() {
            self.aside.push(Aside::Caption(caption));
        }
    }
}
