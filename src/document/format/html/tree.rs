//! A page's elements in reading order, as lenient as browsers where it matters:
//! end tags that people leave out are implied, stray ones are passed over.

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

const TAGS: phf::Set<&str> = phf::phf_set! {
    "html", "head", "title", "base", "link", "meta", "style", "body", "article", "section", "nav", "aside", "h1", "h2", "h3", "h4", "h5",
    "h6", "hgroup", "header", "footer", "address", "p", "hr", "pre", "blockquote", "ol", "ul", "menu", "li", "dl", "dt", "dd", "figure",
    "figcaption", "main", "div", "a", "em", "strong", "small", "s", "cite", "q", "dfn", "abbr", "data", "time", "code", "var", "samp",
    "kbd", "sub", "sup", "i", "b", "u", "mark", "span", "br", "wbr", "ins", "del", "strike", "picture", "source", "img", "iframe", "embed",
    "object", "video", "audio", "map", "area", "table", "caption", "colgroup", "col", "tbody", "thead", "tfoot", "tr", "td", "th", "form",
    "label", "input", "button", "select", "option", "textarea", "fieldset", "legend", "details", "summary", "dialog", "script", "noscript",
    "template", "canvas", "svg", "math", "center", "font", "amp-img", "param", "track", "summary-text",
};

/// Elements that have no inside.
const VOID: phf::Set<&str> = phf::phf_set! {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
};

/// Elements that stand on lines of their own.
const BLOCKS: phf::Set<&str> = phf::phf_set! {
    "html", "body", "article", "section", "nav", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "header", "footer", "address", "p",
    "hr", "pre", "blockquote", "ol", "ul", "menu", "li", "dl", "dt", "dd", "figure", "figcaption", "main", "div", "table", "caption",
    "tbody", "thead", "tfoot", "tr", "td", "th", "form", "fieldset", "legend", "details", "summary", "center", "video", "audio",
};

#[derive(Debug)]
pub enum Node {
    Element {
        name: &'static str,
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

pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(name)
}

impl Tree {
    pub fn name(&self, index: usize) -> &'static str {
        match self.nodes.get(index) {
            Some(Node::Element { name, .. }) => name,
            _ => "",
        }
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
    started: Option<&'static str>,
    attributes: Vec<(&'static str, String)>,
    key: Option<&'static str>,
}

/// The elements of a part of `source`; their places are the source's.
pub fn parse(source: &str, part: Range<usize>) -> Tree {
    let mut builder = TreeBuilder { base: part.start, ..TreeBuilder::default() };
    let source = source.get(part).unwrap_or_default();
    builder.add(Node::Element { name: "html", attributes: Vec::new() });
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
                self.started = Some(known(&TAGS, name).unwrap_or("span"));
            }
            // An attribute without a value is there all the same.
            CallbackEvent::AttributeName { name } => {
                self.key = known(&ATTRIBUTES, name);
                self.value("");
            }
            CallbackEvent::AttributeValue { value } => self.value(&String::from_utf8_lossy(value)),
            CallbackEvent::CloseStartTag { .. } => {
                self.key = None;
                let attributes = std::mem::take(&mut self.attributes);
                if let Some(name) = self.started.take() {
                    self.start(name, attributes);
                }
            }
            CallbackEvent::EndTag { name } => {
                if let Some(name) = known(&TAGS, name) {
                    self.finish(name);
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

    fn start(&mut self, name: &'static str, mut attributes: Vec<(&'static str, String)>) {
        if matches!(name, "html" | "body") && !self.tree.nodes.is_empty() {
            // The root is there already; the first `html` gives it its attributes.
            if let Some(Node::Element { attributes: root, .. }) = self.tree.nodes.first_mut().filter(|_| name == "html")
            {
                root.append(&mut attributes);
                return;
            }
        }
        self.close_implied(name);
        let index = self.add(Node::Element { name, attributes });
        if VOID.contains(name) {
            return;
        }
        if self.open.len() < DEEPEST {
            self.open.push(index);
        } else {
            self.beyond += 1;
        }
    }

    /// Closes what the start of `name` ends: a paragraph before a block, an item before an item.
    fn close_implied(&mut self, name: &str) {
        let (ended, walls): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "tr" => (&["tr"], &["table", "tbody", "thead", "tfoot"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tbody" | "tfoot" | "thead" => (&["tbody", "thead", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if is_block(name) => {
                (&["p"], &["div", "td", "li", "section", "article", "blockquote", "table", "button"])
            }
            _ => return,
        };
        let found = self.open.iter().rposition(|i| ended.contains(&self.tree.name(*i)));
        let wall = self.open.iter().rposition(|i| walls.contains(&self.tree.name(*i)));
        if let Some(depth) = found.filter(|depth| wall.is_none_or(|wall| wall < *depth)) {
            self.close_to(depth);
        }
    }

    fn finish(&mut self, name: &'static str) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        if matches!(name, "html" | "body") {
            return;
        }
        let found = self.open.iter().skip(1).rposition(|i| self.tree.name(*i) == name).map(|i| i + 1);
        // An inline end tag closes no cell or item that it stands in.
        let wall = self.open.iter().rposition(|i| matches!(self.tree.name(*i), "td" | "th" | "table"));
        if let Some(depth) = found.filter(|depth| is_block(name) || wall.is_none_or(|wall| wall < *depth)) {
            self.close_to(depth);
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

fn known(set: &'static phf::Set<&'static str>, name: &[u8]) -> Option<&'static str> {
    set.get_key(std::str::from_utf8(name).ok()?).copied()
}
