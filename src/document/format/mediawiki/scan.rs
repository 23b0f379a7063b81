//! The brackets of a page, matched in one pass with one stack: templates, links,
//! tables, and the regions whose inside is no wikitext. An opening bracket that is
//! never closed makes no node, so damage costs nothing but itself.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Template,
    Link,
    Table,
    /// Comments, references and the like: nothing a reader sees.
    Hidden,
    /// Formulas and code: a reader sees them, but they are no prose.
    Opaque,
    /// `<nowiki>`: `inner` as it stands.
    Verbatim,
    Gallery,
}

/// A region of the source; `inner` is what stands between its brackets.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
    pub inner: (usize, usize),
}

/// Tags whose inside is no wikitext.
const REGIONS: &[(&str, Kind)] = &[
    ("ref", Kind::Hidden),
    ("nowiki", Kind::Verbatim),
    ("pre", Kind::Opaque),
    ("math", Kind::Opaque),
    ("chem", Kind::Opaque),
    ("source", Kind::Opaque),
    ("syntaxhighlight", Kind::Opaque),
    ("score", Kind::Opaque),
    ("timeline", Kind::Hidden),
    ("graph", Kind::Hidden),
    ("imagemap", Kind::Hidden),
    ("templatestyles", Kind::Hidden),
    ("includeonly", Kind::Hidden),
    ("gallery", Kind::Gallery),
];

/// The nodes of `source`, sorted by where they start; inner ones follow the outer.
pub fn scan(source: &str) -> Vec<Node> {
    let mut scanner = Scanner { source, nodes: Vec::new(), open: Vec::new(), counts: [0; 3], exhausted: Vec::new() };
    scanner.run();
    let mut nodes = scanner.nodes;
    nodes.sort_by_key(|n| (n.start, std::cmp::Reverse(n.end)));
    nodes
}

struct Scanner<'s> {
    source: &'s str,
    nodes: Vec<Node>,
    open: Vec<(Kind, usize)>,
    /// How many templates, links and tables are open.
    counts: [usize; 3],
    /// Closing marks that stand nowhere in the rest of the source.
    exhausted: Vec<String>,
}

impl Scanner<'_> {
    fn run(&mut self) {
        let bytes = self.source.as_bytes();
        let mut at = 0;
        let mut line_start = true;
        while let Some(&byte) = bytes.get(at) {
            let next = bytes.get(at + 1).copied();
            at = match (byte, next) {
                (b'<', _) => self.tag(at),
                (b'{', Some(b'|')) if line_start => self.push(Kind::Table, at),
                (b'{', Some(b'{')) => self.push(Kind::Template, at),
                (b'[', Some(b'[')) => self.push(Kind::Link, at),
                (b'|', Some(b'}')) if line_start && bytes.get(at + 2) != Some(&b'}') => self.close(Kind::Table, at),
                (b'}', Some(b'}')) => self.close(Kind::Template, at),
                (b']', Some(b']')) => self.close(Kind::Link, at),
                (b'\n', Some(b'\n')) => {
                    self.drop_links();
                    at + 1
                }
                _ => at + 1,
            };
            line_start = byte == b'\n' || (line_start && matches!(byte, b' ' | b'\t' | b':' | b'*'));
        }
        self.close_last_table();
    }

    fn push(&mut self, kind: Kind, at: usize) -> usize {
        self.open.push((kind, at));
        self.count(kind, 1);
        at + 2
    }

    fn count(&mut self, kind: Kind, by: isize) {
        if let Some(count) = self.counts.get_mut(kind as usize) {
            *count = count.saturating_add_signed(by);
        }
    }

    /// Closes the innermost open `kind`. A template or table closes over links that were left open inside it.
    fn close(&mut self, kind: Kind, at: usize) -> usize {
        if self.counts.get(kind as usize) == Some(&0) {
            return at + 1;
        }
        if kind != Kind::Link {
            self.drop_links();
        }
        match self.open.last() {
            Some((top, start)) if *top == kind => {
                let start = *start;
                self.open.pop();
                self.count(kind, -1);
                self.nodes.push(Node { kind, start, end: at + 2, inner: (start + 2, at) });
                at + 2
            }
            _ => at + 1,
        }
    }

    /// A link ends with its paragraph.
    fn drop_links(&mut self) {
        while self.open.last().is_some_and(|(kind, _)| *kind == Kind::Link) {
            self.open.pop();
            self.count(Kind::Link, -1);
        }
    }

    /// A table that is never closed reaches to the end of the page.
    fn close_last_table(&mut self) {
        let end = self.source.len();
        let outermost = self.open.iter().find(|(kind, _)| *kind == Kind::Table);
        if let Some((kind, start)) = outermost.filter(|_| self.counts == [0, 0, 1]) {
            self.nodes.push(Node { kind: *kind, start: *start, end, inner: (start + 2, end) });
        }
    }

    /// A comment or region at `at`; gives where to go on.
    fn tag(&mut self, at: usize) -> usize {
        let rest = self.source.get(at..).unwrap_or_default();
        if rest.starts_with("<!--") {
            let Some(close) = self.find("-->", at + 4) else { return at + 4 };
            self.nodes.push(Node { kind: Kind::Hidden, start: at, end: close + 3, inner: (close, close) });
            return close + 3;
        }
        let name = rest.get(1..).unwrap_or_default();
        let length = name.bytes().take(16).take_while(u8::is_ascii_alphabetic).count();
        let name = name.get(..length).unwrap_or_default();
        let Some((name, kind)) = REGIONS.iter().find(|(region, _)| name.eq_ignore_ascii_case(region)) else {
            return at + 1;
        };
        let Some(open_end) = self.find(">", at) else { return at + 1 };
        let inside = open_end + 1;
        let empty = self.source.as_bytes().get(open_end - 1) == Some(&b'/');
        let close = if empty { None } else { self.find(&format!("</{name}"), inside) };
        let Some(close) = close else {
            self.nodes.push(Node { kind: Kind::Hidden, start: at, end: inside, inner: (inside, inside) });
            return inside;
        };
        let end = self.find(">", close).map_or(self.source.len(), |i| i + 1);
        self.nodes.push(Node { kind: *kind, start: at, end, inner: (inside, close) });
        end
    }

    /// Where `mark` stands next. One that was once sought in vain is never sought again.
    fn find(&mut self, mark: &str, from: usize) -> Option<usize> {
        if self.exhausted.iter().any(|m| m == mark) {
            return None;
        }
        let found = self.source.get(from..).and_then(|rest| rest.find(mark));
        if found.is_none() {
            self.exhausted.push(mark.to_owned());
        }
        found.map(|i| from + i)
    }
}
