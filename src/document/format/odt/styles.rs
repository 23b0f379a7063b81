//! The styles of an ODT: what a paragraph is goes by the names of its style and of those it is made from, and a span may
//! be hidden or struck out by its own.

use crate::document::format::xml::attribute;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;

/// How many styles one may be made from, one of the other.
const DEEPEST: usize = 20;

/// By family and name.
#[derive(Debug, Default)]
pub struct Styles(BTreeMap<(String, String), Style>);

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    /// In lower case, blanks as blanks.
    name: String,
    /// Its words are not seen, or struck out.
    is_hidden: bool,
}

impl Styles {
    /// Adds the styles of a part of the archive.
    pub fn add(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        let mut open: Option<(String, String)> = None;
        loop {
            match reader.read_event() {
                Ok(Event::Start(start)) if start.name().as_ref() == "style:style" => open = self.begin(&start),
                Ok(Event::Empty(start)) if start.name().as_ref() == "style:style" => drop(self.begin(&start)),
                Ok(Event::Start(start) | Event::Empty(start)) if start.name().as_ref() == "style:text-properties" => {
                    if let Some(style) = open.as_ref().and_then(|key| self.0.get_mut(key)) {
                        style.is_hidden |= hides(&start);
                    }
                }
                Ok(Event::End(end)) if end.name().as_ref() == "style:style" => open = None,
                Ok(Event::Start(start)) if start.name().as_ref() == "office:body" => return,
                Ok(Event::Eof) | Err(_) => return,
                Ok(_) => {}
            }
        }
    }

    fn begin(&mut self, start: &BytesStart) -> Option<(String, String)> {
        let id = attribute(start, "style:name")?;
        let name = attribute(start, "style:display-name").unwrap_or_else(|| id.clone());
        let key = (attribute(start, "style:family")?, id);
        let style = Style { parent: attribute(start, "style:parent-style-name"), name: plain(&name), is_hidden: false };
        self.0.insert(key.clone(), style);
        Some(key)
    }

    /// The names of a style and of those it is made from.
    pub fn names(&self, family: &str, id: &str) -> Vec<String> {
        let mut names: Vec<String> = self.chain(family, id).map(|style| style.name.clone()).collect();
        let unknown = match self.chain(family, id).last() {
            Some(last) => last.parent.as_deref(),
            None => Some(id),
        };
        names.extend(unknown.map(plain));
        names
    }

    pub fn is_hidden(&self, family: &str, id: &str) -> bool {
        self.chain(family, id).any(|style| style.is_hidden)
    }

    fn chain(&self, family: &str, id: &str) -> impl Iterator<Item = &Style> {
        let family = family.to_owned();
        let get = move |id: &str| self.0.get(&(family.clone(), id.to_owned()));
        std::iter::successors(get(id), move |style| get(style.parent.as_ref()?)).take(DEEPEST)
    }
}

/// A style's name as its users read it, in lower case.
fn plain(name: &str) -> String {
    name.replace("_20_", " ").to_lowercase()
}

fn hides(properties: &BytesStart) -> bool {
    let value = |name| attribute(properties, name);
    let struck = |name| value(name).is_some_and(|line| line != "none");
    value("text:display").is_some_and(|display| display == "none")
        || struck("style:text-line-through-style")
        || struck("style:text-line-through-type")
}
