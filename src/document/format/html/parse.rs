//! From a page's bytes to its tree. The states of HTML are html5gum's; here stands what
//! is kept of what they meet: places instead of copies of the text, and no errors,
//! which nobody reads.

use super::tree::{Tree, TreeBuilder};
use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};
use std::ops::Range;

/// The elements of a part of `source`; their places are the source's.
pub fn parse(source: &str, part: Range<usize>) -> Tree {
    let base = part.start;
    let part = source.get(part).unwrap_or_default();
    let mut tree = TreeBuilder::new(part.len());
    let watcher = Watcher {
        tree: &mut tree,
        base,
        position: 0,
        length: part.len(),
        text: 0..0,
        is_end_tag: false,
        tag: Vec::new(),
        last_start_tag: Vec::new(),
        attribute: Vec::new(),
        is_kept: false,
    };
    // All goes to the tree; reading from memory cannot fail.
    Tokenizer::new_with_emitter(part, watcher).for_each(drop);
    tree.finish()
}

struct Watcher<'t> {
    tree: &'t mut TreeBuilder,
    /// Where the parsed part starts in the source.
    base: usize,
    /// The byte of the part after the last one that was read.
    position: usize,
    length: usize,
    /// Text that no tag or comment has ended yet; empty when there is none.
    text: Range<usize>,
    is_end_tag: bool,
    tag: Vec<u8>,
    last_start_tag: Vec<u8>,
    /// The name of an attribute that the tree has not been told yet.
    attribute: Vec<u8>,
    /// The last attribute's value is of interest.
    is_kept: bool,
}

impl Watcher<'_> {
    fn end_text(&mut self) {
        let end = self.text.end.min(self.length);
        if self.text.start < end {
            self.tree.text(self.base + self.text.start..self.base + end);
        }
        self.text.start = self.text.end;
    }

    fn end_attribute_name(&mut self) {
        if !self.attribute.is_empty() {
            self.is_kept = !self.is_end_tag && self.tree.attribute(&self.attribute);
            self.attribute.clear();
        }
    }
}

impl Emitter for Watcher<'_> {
    type Token = ();

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn pop_token(&mut self) -> Option<()> {
        None
    }

    #[inline]
    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn emit_eof(&mut self) {
        self.end_text();
    }

    #[inline]
    fn init_string(&mut self) {
        if self.text.is_empty() {
            self.text = self.position..self.position;
        }
    }

    #[inline]
    fn emit_string(&mut self, words: &[u8]) {
        if !words.is_empty() {
            self.text.end = self.position;
        }
    }

    #[inline]
    fn init_start_tag(&mut self) {
        self.tag.clear();
        self.is_end_tag = false;
    }

    #[inline]
    fn init_end_tag(&mut self) {
        self.tag.clear();
        self.is_end_tag = true;
    }

    #[inline]
    fn push_tag_name(&mut self, name: &[u8]) {
        self.tag.extend_from_slice(name);
    }

    #[inline]
    fn init_attribute(&mut self) {
        self.end_text();
        self.end_attribute_name();
        self.is_kept = false;
    }

    #[inline]
    fn push_attribute_name(&mut self, name: &[u8]) {
        self.attribute.extend_from_slice(name);
    }

    #[inline]
    fn push_attribute_value(&mut self, value: &[u8]) {
        self.end_attribute_name();
        if self.is_kept {
            self.tree.value(value);
        }
    }

    #[inline]
    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.end_attribute_name();
        self.is_kept = false;
        if self.is_end_tag {
            self.last_start_tag.clear();
            self.tree.end(&self.tag);
            return None;
        }
        self.tree.start(&self.tag);
        std::mem::swap(&mut self.last_start_tag, &mut self.tag);
        let next = naive_next_state(&self.last_start_tag);
        if next.is_some() {
            self.init_string();
        }
        next
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end_tag && !self.tag.is_empty() && self.last_start_tag == self.tag
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start_tag.clear();
        self.last_start_tag.extend_from_slice(name.unwrap_or_default());
    }

    fn init_comment(&mut self) {
        self.end_text();
    }

    fn init_doctype(&mut self) {
        self.end_text();
    }

    #[inline]
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
