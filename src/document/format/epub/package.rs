//! What the package file of an EPUB says: which chapters there are, and in which order they are read.

use crate::document::format::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::Event;
use regex::{Captures, Regex};
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Default)]
pub struct Package {
    /// The names of the chapters in the archive.
    pub chapters: Vec<String>,
}

/// Elements that HTML knows to have no end; every other one that XML ends in its own tag would go on.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// The name of the package file.
pub fn root(container: &str) -> Option<String> {
    let mut reader = Reader::from_str(container);
    loop {
        match reader.read_event() {
            Ok(Event::Start(start) | Event::Empty(start)) if start.local_name().as_ref() == "rootfile" => {
                return attribute(&start, "full-path");
            }
            Ok(Event::Eof) | Err(_) => return None,
            Ok(_) => {}
        }
    }
}

impl Package {
    pub fn of(xml: &str, root: &str) -> Package {
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut items: BTreeMap<String, String> = BTreeMap::new();
        let mut package = Package::default();
        let mut reader = Reader::from_str(xml);
        loop {
            let start = match reader.read_event() {
                Ok(Event::Start(start) | Event::Empty(start)) => start,
                Ok(Event::Eof) | Err(_) => return package,
                Ok(_) => continue,
            };
            let value = |name| attribute(&start, name);
            match start.local_name().as_ref() {
                "item" => {
                    let is_page = value("media-type").is_some_and(|media| media.contains("html"));
                    let is_nav = value("properties").is_some_and(|p| p.split_whitespace().any(|p| p == "nav"));
                    if let Some((id, href)) = value("id").zip(value("href")).filter(|_| is_page && !is_nav) {
                        items.insert(id, resolve(folder, &href));
                    }
                }
                "itemref" => {
                    // Each is read once, however often it is named.
                    package.chapters.extend(value("idref").and_then(|id| items.remove(&id)));
                }
                _ => {}
            }
        }
    }
}

/// The name of a part, as another one in `folder` names it.
fn resolve(folder: &str, href: &str) -> String {
    let href = crate::document::reference::decoded(href.split('#').next().unwrap_or_default());
    let folder = if href.starts_with('/') { "" } else { folder };
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(href.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A chapter, which is XML, as HTML: `<title/>` is an element that has ended, and the mark of a note has a role.
pub fn well_formed(xhtml: &str) -> String {
    static ENDED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"<([A-Za-z][\w:.-]*)([^<>]*)/>").ok());
    let Some(ended) = ENDED.as_ref() else { return xhtml.to_owned() };
    let whole = |found: &Captures| {
        let part = |index| found.get(index).map_or("", |part| part.as_str());
        let (name, attributes) = (part(1), part(2));
        if VOID.contains(&name) { part(0).to_owned() } else { format!("<{name}{attributes}></{name}>") }
    };
    let page = ended.replace_all(xhtml, whole);
    page.replace("epub:type=\"noteref\"", "role=\"doc-noteref\"")
}
