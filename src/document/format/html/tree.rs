//! A page's elements in reading order, as lenient as browsers where it matters:
//! end tags that people leave out are implied, stray ones are passed over.

use super::tags::{self, BLOCK, INLINE, Tag};
use crate::text::{WordSet, word_set};
use std::ops::Range;

/// Deeper elements are not told apart from their parents.
const DEEPEST: usize = 250;

/// The attributes that anything is read from.
const ATTRIBUTES: WordSet = word_set! {
    "id", "class", "style", "hidden", "aria-hidden", "role", "href", "name", "property", "itemprop", "content", "datetime", "lang", "type",
    "rel", "rowspan", "colspan", "summary", "pubdate",
};

/// Room that is kept for nodes and attributes, in bytes of the page for each: denser pages ask for more.
const BYTES_A_NODE: usize = 12;
const BYTES_AN_ATTRIBUTE: usize = 64;

#[derive(Debug)]
pub enum Node {
    Element {
        name: &'static str,
        tag: Tag,
        /// Its part of the tree's attributes.
        attributes: Range<u32>,
    },
    /// A stretch of the source between two tags.
    Text(Range<u32>),
}

#[derive(Debug)]
struct Attribute {
    key: &'static str,
    /// Its part of the tree's values.
    value: Range<u32>,
}

/// Nodes in reading order: a node's inside follows it up to its `end`.
#[derive(Debug, Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    parents: Vec<u32>,
    ends: Vec<u32>,
    attributes: Vec<Attribute>,
    /// The values of all attributes, one after the other.
    values: String,
}

impl Tree {
    pub fn name(&self, index: usize) -> &'static str {
        match self.nodes.get(index) {
            Some(Node::Element { name, .. }) => name,
            _ => "",
        }
    }

    /// What the element's name tells.
    pub fn tag(&self, index: usize) -> Option<Tag> {
        match self.nodes.get(index) {
            Some(Node::Element { tag, .. }) => Some(*tag),
            _ => None,
        }
    }

    pub fn is_block(&self, index: usize) -> bool {
        self.tag(index).is_some_and(|tag| tag.is_block)
    }

    pub fn has_attributes(&self, index: usize) -> bool {
        matches!(self.nodes.get(index), Some(Node::Element { attributes, .. }) if !attributes.is_empty())
    }

    pub fn attribute(&self, index: usize, key: &str) -> Option<&str> {
        let Some(Node::Element { attributes, .. }) = self.nodes.get(index) else { return None };
        let attributes = self.attributes.get(wide(attributes))?;
        let value = &attributes.iter().find(|a| a.key == key)?.value;
        self.values.get(wide(value))
    }

    /// The words between two tags; none for an element.
    pub fn text<'s>(&self, index: usize, source: &'s str) -> Option<&'s str> {
        match self.nodes.get(index) {
            Some(Node::Text(range)) => source.get(wide(range)),
            _ => None,
        }
    }

    pub fn parent(&self, index: usize) -> Option<usize> {
        self.parents.get(index).map(|p| *p as usize).filter(|p| *p != index)
    }

    /// The element's ancestors, the nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(index), |i| self.parent(*i))
    }

    /// The node after the last one inside `index`.
    pub fn end(&self, index: usize) -> usize {
        self.ends.get(index).map_or(0, |end| *end as usize).max(index + 1)
    }

    /// The nodes inside `index`.
    pub fn inside(&self, index: usize) -> Range<usize> {
        index + 1..self.end(index)
    }

    pub fn children(&self, index: usize) -> impl Iterator<Item = usize> {
        let end = self.end(index);
        std::iter::successors(Some(index + 1), |i| Some(self.end(*i))).take_while(move |i| *i < end)
    }

    pub fn elements(&self, name: &'static str) -> impl Iterator<Item = usize> {
        (0..self.nodes.len()).filter(move |i| self.name(*i) == name)
    }

    /// The source's words inside `index`, as they stand.
    pub fn raw_text(&self, index: usize, source: &str) -> String {
        self.inside(index).filter_map(|i| self.text(i, source)).collect()
    }
}

/// A page is at most `document::LIMIT` bytes long, far below 4 GiB, so its places are kept in half the room.
fn narrow(range: Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

pub fn wide(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

type Test = fn(&str) -> bool;

/// What is told of a page's parts in their order, on its way to a tree.
#[derive(Default)]
pub struct TreeBuilder {
    tree: Tree,
    /// The values of all attributes so far: whole characters once a tag is at its end.
    values: Vec<u8>,
    open: Vec<usize>,
    /// How many elements are open beyond the deepest that are told apart.
    beyond: usize,
    /// Where the attributes of the tag that is being read begin.
    first_attribute: usize,
}

impl TreeBuilder {
    /// For a page of so many bytes.
    pub fn new(length: usize) -> TreeBuilder {
        let mut builder = TreeBuilder::default();
        let nodes = 1 + length / BYTES_A_NODE;
        builder.tree.nodes.reserve(nodes);
        builder.tree.parents.reserve(nodes);
        builder.tree.ends.reserve(nodes);
        builder.tree.attributes.reserve(length / BYTES_AN_ATTRIBUTE);
        builder.add(Node::Element { name: "html", tag: BLOCK, attributes: 0..0 });
        builder.open.push(0);
        builder
    }

    pub fn finish(mut self) -> Tree {
        self.close_to(0);
        self.tree.values = String::from_utf8(self.values).unwrap_or_default();
        self.tree
    }

    /// An attribute of a tag whose end comes later. Is its value of interest?
    pub fn attribute(&mut self, name: &[u8]) -> bool {
        let key = std::str::from_utf8(name).ok().and_then(|name| ATTRIBUTES.get_key(name));
        let own = self.tree.attributes.get(self.first_attribute..).unwrap_or_default();
        // The first of two of one name counts.
        let Some(key) = key.filter(|key| own.iter().all(|a| a.key != *key)) else { return false };
        let at = self.values.len();
        self.tree.attributes.push(Attribute { key, value: narrow(at..at) });
        true
    }

    /// More of the last attribute's value.
    pub fn value(&mut self, bytes: &[u8]) {
        self.values.extend_from_slice(bytes);
        if let Some(last) = self.tree.attributes.last_mut() {
            last.value.end = self.values.len() as u32;
        }
    }

    /// The end of a start tag.
    pub fn start(&mut self, name: &[u8]) {
        let (name, tag) = tags::known(name).unwrap_or(("span", INLINE));
        let attributes = narrow(self.first_attribute..self.tree.attributes.len());
        self.first_attribute = self.tree.attributes.len();
        self.enter(name, tag, attributes);
    }

    /// The end of an end tag.
    pub fn end(&mut self, name: &[u8]) {
        // Attributes of an end tag belong to nothing.
        self.first_attribute = self.tree.attributes.len();
        let innermost = self.open.last().map_or("", |index| self.tree.name(*index));
        if innermost.as_bytes() == name && self.beyond == 0 && !matches!(innermost, "html" | "body") {
            // Almost every end tag, without asking what its name tells.
            self.close_to(self.open.len() - 1);
        } else if let Some((name, tag)) = tags::known(name) {
            self.leave(name, tag);
        }
    }

    /// A stretch of the source between two tags or comments.
    pub fn text(&mut self, range: Range<usize>) {
        let range = narrow(range);
        if let Some(Node::Text(last)) = self.tree.nodes.last_mut()
            && last.end == range.start
        {
            last.end = range.end;
            return;
        }
        self.add(Node::Text(range));
    }

    fn add(&mut self, node: Node) -> usize {
        let index = self.tree.nodes.len();
        self.tree.nodes.push(node);
        self.tree.parents.push(self.open.last().copied().unwrap_or(index) as u32);
        self.tree.ends.push(index as u32 + 1);
        index
    }

    fn enter(&mut self, name: &'static str, tag: Tag, attributes: Range<u32>) {
        if name == "html" {
            // The root is there already; the first `html` gives it its attributes.
            if let Some(Node::Element { attributes: root, .. }) = self.tree.nodes.first_mut()
                && root.start == root.end
            {
                *root = attributes;
            }
            return;
        }
        self.close_implied(name, tag);
        let index = self.add(Node::Element { name, tag, attributes });
        if tag.is_void {
            return;
        }
        if self.open.len() < DEEPEST {
            self.open.push(index);
        } else {
            self.beyond += 1;
        }
    }

    /// Closes what the start of `name` ends: a paragraph before a block, an item before an item.
    fn close_implied(&mut self, name: &str, tag: Tag) {
        // What it ends, and what keeps it from ending anything further out.
        let (is_ended, is_wall): (Test, Test) = match name {
            "li" => (|outer| outer == "li", |outer| matches!(outer, "ul" | "ol" | "menu")),
            "dt" | "dd" => (|outer| matches!(outer, "dt" | "dd"), |outer| outer == "dl"),
            "tr" => (|outer| outer == "tr", |outer| matches!(outer, "table" | "tbody" | "thead" | "tfoot")),
            "td" | "th" => (|outer| matches!(outer, "td" | "th"), |outer| matches!(outer, "tr" | "table")),
            "tbody" | "tfoot" | "thead" => {
                (|outer| matches!(outer, "tbody" | "thead" | "tfoot"), |outer| outer == "table")
            }
            "option" => (|outer| outer == "option", |outer| outer == "select"),
            _ if tag.is_block => (
                |outer| outer == "p",
                |outer| {
                    matches!(outer, "div" | "td" | "li" | "section" | "article" | "blockquote" | "table" | "button")
                },
            ),
            _ => return,
        };
        for (depth, index) in self.open.iter().enumerate().rev() {
            let outer = self.tree.name(*index);
            if is_ended(outer) {
                return self.close_to(depth);
            }
            if is_wall(outer) {
                return;
            }
        }
    }

    fn leave(&mut self, name: &'static str, tag: Tag) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if matches!(name, "html" | "body") {
            return;
        }
        for (depth, index) in self.open.iter().enumerate().skip(1).rev() {
            let outer = self.tree.name(*index);
            if outer == name {
                return self.close_to(depth);
            }
            // An inline end tag closes no cell or item that it stands in.
            if !tag.is_block && matches!(outer, "td" | "th" | "table") {
                return;
            }
        }
    }

    /// Closes the open elements from `depth` on.
    fn close_to(&mut self, depth: usize) {
        let end = self.tree.nodes.len();
        for index in self.open.drain(depth..) {
            if let Some(slot) = self.tree.ends.get_mut(index) {
                *slot = end as u32;
            }
        }
    }
}
