//! Named notes and anchors of a page. Templates make both in ways that no reader knows
//! all of, so whatever could be the name of one is taken for it.

use crate::document::Target;
use crate::document::reading::Builder;

/// A longer piece is a sentence.
const LONGEST_NAME: usize = 120;

/// How far before its name a tag may start.
const TAG_REACH: usize = 80;

/// The name of `<ref name="x" />`, which uses a note that another tag of this name defines.
pub fn used_note(tag: &str) -> Option<&str> {
    let inside = tag.strip_prefix("<ref")?.strip_suffix("/>")?;
    let (_, rest) = inside.split_once("name")?;
    value(rest).filter(|name| !name.contains(['{', '}']))
}

/// Defines what the page's references may lead to.
pub fn define(reading: &mut Builder, source: &str) {
    if reading.references().any(Target::Note) {
        for (at, _) in source.match_indices("name") {
            let name = source.get(at + "name".len()..).and_then(value);
            if let Some(name) = name.filter(|_| !is_use(source, at)) {
                reading.references().define(Target::Note, name);
            }
        }
    }
    if reading.references().any(Target::Place) {
        let marks = ['|', '=', '"', '\'', '{', '}', '<', '>', '\n'];
        for piece in source.split(marks).filter(|p| p.len() <= LONGEST_NAME && !p.contains('#')) {
            reading.references().define(Target::Place, piece);
        }
    }
}

/// Is the "name" at `at` that of a tag which only uses a note?
fn is_use(source: &str, at: usize) -> bool {
    let bytes = source.as_bytes();
    let before = bytes.get(at.saturating_sub(TAG_REACH)..at).unwrap_or_default();
    let in_tag = before.iter().rposition(|b| *b == b'<').and_then(|i| before.get(i..));
    let rest = bytes.get(at..).unwrap_or_default();
    let end = rest.iter().take(LONGEST_NAME * 2).position(|b| *b == b'>');
    let closed = end.and_then(|end| rest.get(end.saturating_sub(1))) == Some(&b'/');
    closed && in_tag.is_some_and(|tag| tag.starts_with(b"<ref"))
}

/// What stands behind an equals sign, in quotation marks or not.
fn value(rest: &str) -> Option<&str> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let name = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split([' ', '/', '>', '|', '}', '\n']).next()?,
    };
    Some(name.trim()).filter(|n| !n.is_empty() && n.len() <= LONGEST_NAME)
}
