//! A page's elements in reading order, as lenient as browsers where it matters:
//! end tags that people leave out are implied, stray ones are passed over.

use super::tags::{self, BLOCK, INLINE, Tag};
use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use std::ops::Range;

/// Deeper elements are not told apart from their parents.
const DEEPEST: usize = 250;

/// The attributes that anything is read from.
const ATTRIBUTES: phf::Set<&str> = phf::phf_set! {
    "id", "class", "style", "hidden", "aria-hidden", "role", "href", "name", "property", "itemprop", "content", "datetime", "lang", "type",
    "rel", "rowspan", "colspan", "summary", "pubdate",
};

#[derive(Debug)]
pub enum Node {
    Element {
        name: &'static str,
        tag: Tag,
        attributes: Vec<(&'static str, String)>,
    },
    /// A stretch of the source between two tags.
    Text(Range<usize>),
}

/// Nodes in reading order: a node's inside follows it up to its `end`.
#[derive(Debug, Default)]
pub struct Tree {
    pub nodes: Vec<Node>,
    pub parents: Vec<usize>,
    ends: Vec<usize>,
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

    pub fn attribute(&self, index: usize, key: &str) -> Option<&str> {
        match self.nodes.get(index) {
            Some(Node::Element { attributes, .. }) => {
                attributes.iter().find(|(k, _)| *k == key).map(|(_, v)| v.as_str())
            }
            _ => None,
        }
    }

    pub fn parent(&self, index: usize) -> Option<usize> {
        self.parents.get(index).copied().filter(|p| *p != index)
    }

    /// The element's ancestors, the nearest first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(index), |i| self.parent(*i))
    }

    /// The node after the last one inside `index`.
    pub fn end(&self, index: usize) -> usize {
        self.ends.get(index).copied().unwrap_or(index + 1).max(index + 1)
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
        let text = |i| match self.nodes.get(i) {
            Some(Node::Text(range)) => source.get(range.clone()),
            _ => None,
        };
        self.inside(index).filter_map(text).collect()
    }
}

#[derive(Default)]
struct TreeBuilder {
    /// Where the parsed part starts in the source.
    base: usize,
    tree: Tree,
    open: Vec<usize>,
    /// How many elements are open beyond the deepest that are told apart.
    beyond: usize,
    started: Option<(&'static str, Tag)>,
    attributes: Vec<(&'static str, String)>,
    key: Option<&'static str>,
}

/// The elements of a part of `source`; their places are the source's.
pub fn parse(source: &str, part: Range<usize>) -> Tree {
    let mut builder = TreeBuilder { base: part.start, ..TreeBuilder::default() };
    let source = source.get(part).unwrap_or_default();
    builder.add(Node::Element { name: "html", tag: BLOCK, attributes: Vec::new() });
    builder.open.push(0);
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent, span: html5gum::Span<usize>| -> Option<()> {
        builder.take(event, span.start..span.end.min(source.len()));
        None
    });
    emitter.naively_switch_states(true);
    let tokens = Tokenizer::new_with_emitter(source, emitter);
    // The callback takes all; reading from memory cannot fail.
    tokens.for_each(drop);
    builder.close_to(0);
    builder.tree
}

impl TreeBuilder {
    fn take(&mut self, event: CallbackEvent, span: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.attributes.clear();
                self.started = Some(tags::known(name).unwrap_or(("span", INLINE)));
            }
            // An attribute without a value is there all the same.
            CallbackEvent::AttributeName { name } => {
                self.key = std::str::from_utf8(name).ok().and_then(|name| ATTRIBUTES.get_key(name)).copied();
                self.value("");
            }
            CallbackEvent::AttributeValue { value } => self.value(&String::from_utf8_lossy(value)),
            CallbackEvent::CloseStartTag { .. } => {
                self.key = None;
                let attributes = std::mem::take(&mut self.attributes);
                if let Some((name, tag)) = self.started.take() {
                    self.start(name, tag, attributes);
                }
            }
            CallbackEvent::EndTag { name } => {
                if let Some((name, tag)) = tags::known(name) {
                    self.finish(name, tag);
                }
            }
            CallbackEvent::String { .. } => self.text(span),
            _ => {}
        }
    }

    fn value(&mut self, value: &str) {
        let Some(key) = self.key else { return };
        match self.attributes.iter_mut().find(|(k, _)| *k == key) {
            Some((_, before)) => before.push_str(value),
            None => self.attributes.push((key, value.to_owned())),
        }
    }

    fn add(&mut self, node: Node) -> usize {
        let index = self.tree.nodes.len();
        self.tree.nodes.push(node);
        self.tree.parents.push(self.open.last().copied().unwrap_or(index));
        self.tree.ends.push(index + 1);
        index
    }

    fn text(&mut self, range: Range<usize>) {
        let range = self.base + range.start..self.base + range.end;
        if let Some(Node::Text(last)) = self.tree.nodes.last_mut()
            && last.end == range.start
        {
            last.end = range.end;
            return;
        }
        self.add(Node::Text(range));
    }

    fn start(&mut self, name: &'static str, tag: Tag, mut attributes: Vec<(&'static str, String)>) {
        if matches!(name, "html" | "body") && !self.tree.nodes.is_empty() {
            // The root is there already; the first `html` gives it its attributes.
            if let Some(Node::Element { attributes: root, .. }) = self.tree.nodes.first_mut().filter(|_| name == "html")
            {
                root.append(&mut attributes);
                return;
            }
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
        let (ended, walls): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tbody" | "tfoot" | "thead" => (&["tbody", "thead", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if tag.is_block => (&["p"], &["div", "td", "li", "section", "article", "blockquote", "table", "button"]),
            _ => return,
        };
        for (depth, index) in self.open.iter().enumerate().rev() {
            let outer = self.tree.name(*index);
            if ended.contains(&outer) {
                return self.close_to(depth);
            }
            if walls.contains(&outer) {
                return;
            }
        }
    }

    fn finish(&mut self, name: &'static str, tag: Tag) {
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
                *slot = end;
            }
        }
    }
}
