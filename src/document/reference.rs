//! References from one place of a document to another: links to a heading or anchor,
//! footnote marks, named notes. What they lead to is sought when all has been read;
//! those that lead nowhere are kept for `rules/`.

use super::{Block, BlockKind};
use crate::text::{Span, plain};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What a reference leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Target {
    /// A heading or anchor of the same document.
    Place,
    /// A footnote, or a note or address that is given its name elsewhere in the document.
    Note,
    /// Whatever a word processor could no longer find, which left its message in the text.
    Lost,
}

/// A reference that leads nowhere.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Dangling {
    /// Its words in the reading; those before it, where it has none of its own.
    pub span: Span,
    pub kind: Target,
    /// The name it gives to what it leads to.
    pub target: String,
}

/// The messages that word processors leave where a reference is lost, in lower case.
const LOST: [&str; 2] = ["error! reference source not found", "error! bookmark not defined"];

/// Places that need no anchor, or get one from whoever shows the page.
const MADE_ELSEWHERE: [&str; 10] =
    ["#", "top", "fn", "cite", "_ftn", "/", "!", ":~:", "user-content-fn", "issuecomment"];

/// So many names that a document defines nowhere are no oversight.
const BY_BUILDER: usize = 5;

/// What has been met so far of a document.
#[derive(Debug, Default)]
pub struct References {
    made: Vec<Dangling>,
    places: BTreeSet<String>,
    notes: BTreeSet<String>,
}

impl References {
    pub fn refer(&mut self, span: Span, kind: Target, target: &str) {
        let elsewhere = target.is_empty() || MADE_ELSEWHERE.iter().any(|start| target.starts_with(start));
        // "[how][crate::pump::Valve]": the compiler's documentation finds it.
        let of_code = target.contains("::");
        // "[-x][-y]": options that may be left out.
        let of_options = kind == Target::Note && target.starts_with('-');
        if !of_code && !of_options && (kind != Target::Place || !elsewhere) {
            self.made.push(Dangling { span, kind, target: target.to_owned() });
        }
    }

    /// Is there any that leads to such a thing?
    pub fn any(&self, kind: Target) -> bool {
        self.made.iter().any(|made| made.kind == kind)
    }

    /// No reference to such a thing is followed.
    pub fn forget(&mut self, kind: Target) {
        self.made.retain(|made| made.kind != kind);
    }

    /// What was read behind `length` is taken back, and with it what it refers to.
    pub fn cut(&mut self, length: usize) {
        while self.made.pop_if(|made| made.span.range().end > length).is_some() {}
    }

    /// Something that a reference may lead to has this name.
    pub fn define(&mut self, kind: Target, name: &str) {
        match kind {
            Target::Place => self.places.insert(key(name)),
            Target::Note | Target::Lost => self.notes.insert(key(name)),
        };
    }

    /// A heading has these words, those in code as well.
    pub fn define_heading(&mut self, words: &str) {
        self.places.extend(heading_keys(words));
    }

    /// Those that lead nowhere, and whose words stand in one of the blocks.
    pub fn dangling(mut self, text: &str, blocks: &[Block]) -> Vec<Dangling> {
        if self.made.is_empty() {
            return self.made;
        }
        for block in blocks.iter().filter(|b| b.kind == BlockKind::Heading) {
            let words = text.get(block.span.range()).unwrap_or_default();
            self.places.extend(heading_keys(words));
        }
        let stands = |span: Span| {
            let block = blocks.partition_point(|b| b.span.end < span.end);
            blocks.get(block).is_some_and(|b| b.span.start <= span.start) && !span.is_empty()
        };
        let found = |made: &Dangling| match made.kind {
            Target::Place => {
                place_keys(&made.target).iter().any(|k| self.places.contains(k) || is_joined(&self.places, k))
            }
            Target::Note => self.notes.contains(&key(&made.target)),
            Target::Lost => false,
        };
        self.made.retain(|made| stands(made.span) && !found(made));
        // Names of which a page defines none, and uses many: what builds the site finds them.
        let notes: BTreeSet<&str> =
            self.made.iter().filter(|m| m.kind == Target::Note).map(|m| m.target.as_str()).collect();
        if notes.len() >= BY_BUILDER && notes.len() > self.notes.len() {
            self.made.retain(|made| made.kind != Target::Note);
        }
        // "#opt--quiet", "#opt--watch", …: anchors of a shape that no place of the page has are made by the builder too.
        let shape = |made: &Dangling| made.target.split_once('-').map(|(first, _)| first.to_owned());
        let mut shapes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for made in self.made.iter().filter(|m| m.kind == Target::Place) {
            shapes.extend(shape(made).filter(|s| !shapes.contains_key(s)).map(|s| (s, BTreeSet::new())));
            shape(made).and_then(|s| shapes.get_mut(&s).map(|of| of.insert(made.target.as_str())));
        }
        let known = |shape: &str| self.places.iter().any(|place| place.starts_with(&key(shape)));
        let built = shapes.into_iter().filter(|(shape, of)| of.len() >= BY_BUILDER && !known(shape));
        let built: BTreeSet<String> = built.map(|(shape, _)| shape).collect();
        self.made.retain(|made| made.kind != Target::Place || !shape(made).is_some_and(|s| built.contains(&s)));
        self.made.sort_by_key(|made| made.span);
        self.made
    }
}

/// Some builders put the heading above before that of the part: "sails-reefing" for "Reefing" under "Sails".
fn is_joined(places: &BTreeSet<String>, key: &str) -> bool {
    const LEAST: usize = 4;
    let mut halves = (LEAST..key.len().saturating_sub(LEAST)).filter_map(|at| key.get(..at).zip(key.get(at..)));
    halves.any(|(above, own)| places.contains(above) && places.contains(own))
}

/// Calls `found` with each id and name that a raw tag gives.
pub fn anchors(tag: &str, mut found: impl FnMut(&str)) {
    for key in ["id=", "name="] {
        for (at, _) in tag.match_indices(key) {
            let value = tag.get(at + key.len()..).unwrap_or_default();
            let name = value.trim_start_matches(['"', '\'']).split(['"', '\'', ' ', '>']).next().unwrap_or_default();
            found(name);
        }
    }
}

/// The messages of lost references in the text.
pub fn lost(lower: &str) -> impl Iterator<Item = Dangling> {
    let places = LOST.iter().flat_map(|message| lower.match_indices(message));
    places.map(|(at, words)| Dangling {
        span: Span::new(at, at + words.len()),
        kind: Target::Lost,
        target: String::new(),
    })
}

/// Letters and digits in lower case: renderers differ in what they make of everything else.
fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What renderers make of a heading: some drop its number, some all but ASCII, some the accents only, some what
/// stands between colons; and one without a letter is "section" to Pandoc.
fn heading_keys(words: &str) -> impl Iterator<Item = String> {
    let whole = key(words);
    let first_letter = whole.trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    let ascii = whole.chars().filter(char::is_ascii).collect();
    let bare = key(&plain(words));
    let outside = key(&words.split(':').step_by(2).collect::<String>());
    let nameless = if first_letter.is_empty() { "section" } else { "" };
    // "<name>.conf" becomes "lt-name-gt-conf".
    let spelt = key(&words.replace('<', "lt").replace('>', "gt"));
    let keys = [whole, first_letter, ascii, bare, outside, spelt, nameless.to_owned()];
    keys.into_iter().filter(|key| !key.is_empty())
}

/// A target, and the same without what tells headings of the same words apart.
fn place_keys(target: &str) -> [String; 4] {
    let target = decoded(target.strip_prefix("user-content-").unwrap_or(target));
    let whole = key(&target);
    let first = whole.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let ascii = whole.chars().filter(char::is_ascii).collect();
    let bare = key(&plain(&target));
    [whole, first, ascii, bare]
}

/// `%C3%A4` and the like decoded.
pub fn decoded(target: &str) -> String {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target;
    while let Some(at) = rest.find('%') {
        bytes.extend_from_slice(rest.get(..at).unwrap_or_default().as_bytes());
        let code = rest.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = rest.get(at + if code.is_some() { 3 } else { 1 }..).unwrap_or_default();
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, Format, Role};

    fn dangling(format: Format, text: &str) -> Vec<String> {
        let document = Document::read("t", Role::Peer, format, text.as_bytes().to_vec());
        document.dangling.iter().map(|d| format!("{} -> {}", document.slice(d.span), d.target)).collect()
    }

    #[test]
    fn markdown() {
        let text = "# 1. The crew & ship\n\n## Größe\n\n<a id='log'></a>\n\nSee [who](#1-the-crew--ship), [who](#the-crew-ship), \
            [size](#gr%C3%B6%C3%9Fe), [log](#log), [top](#top), [fate](#fate), [map][sea], [sic], a[i][j], x[^1], y[^2].\n\n[^1]: Note.\n";
        assert_eq!(dangling(Format::Markdown, text), ["fate -> fate", "[map][sea] -> sea", "[^2] -> 2"]);
        assert_eq!(dangling(Format::Markdown, "{% include toc %}\n\nSee [it](#there).\n"), [""; 0]);
        assert_eq!(dangling(Format::Markdown, "A set [^abc] of letters, and `[x][y]`.\n"), [""; 0]);
    }

    #[test]
    fn html() {
        let text = "<p>See <a href='#crew'>the crew</a>, <a href='#fate'>her fate</a>, <a href='#'>up</a>.</p><h2 id=crew>Crew</h2><p>x";
        assert_eq!(dangling(Format::Html, text), ["her fate -> fate"]);
    }

    #[test]
    fn mediawiki() {
        let text = "She sank<ref name=\"log\" /> in 2004<ref name=lost/> off [[#Fate|a rock]], [[#The crew|they]] [[#Old|say]].{{anchor|Old}}\n\n\
            == The crew ==\nAll<ref name='log'>Log, 3 May.</ref> lived.{{refn|name=list|x}}<ref name=list />\n";
        assert_eq!(dangling(Format::MediaWiki, text), ["2004 -> lost", "a rock -> Fate"]);
    }

    #[test]
    fn a_word_processors_message() {
        assert_eq!(
            dangling(Format::Text, "As shown in Error! Reference source not found., it sank."),
            ["Error! Reference source not found -> "]
        );
    }
}
