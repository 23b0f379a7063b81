//! What an element is, told by its name alone: looked up once, when its tag is met.

use crate::text::{WordMap, word_map};

/// The elements that are told apart; others are read as `span`.
static TAGS: WordMap<Tag> = word_map! {
    "html" => BLOCK,
    "head" => UNREAD,
    "title" => INLINE,
    "base" => UNREAD_VOID,
    "link" => UNREAD_VOID,
    "meta" => UNREAD_VOID,
    "style" => UNREAD,
    "body" => BLOCK,
    "article" => BLOCK,
    "section" => BLOCK,
    "nav" => UNREAD_BLOCK,
    "aside" => UNREAD_BLOCK,
    "h1" => BLOCK,
    "h2" => BLOCK,
    "h3" => BLOCK,
    "h4" => BLOCK,
    "h5" => BLOCK,
    "h6" => BLOCK,
    "hgroup" => BLOCK,
    "header" => BLOCK,
    "footer" => UNREAD_BLOCK,
    "address" => BLOCK,
    "p" => BLOCK,
    "hr" => VOID_BLOCK,
    "pre" => BLOCK,
    "blockquote" => BLOCK,
    "ol" => BLOCK,
    "ul" => BLOCK,
    "menu" => UNREAD_BLOCK,
    "li" => BLOCK,
    "dl" => BLOCK,
    "dt" => BLOCK,
    "dd" => BLOCK,
    "figure" => BLOCK,
    "figcaption" => BLOCK,
    "main" => BLOCK,
    "div" => BLOCK,
    "a" => INLINE,
    "em" => INLINE,
    "strong" => INLINE,
    "small" => INLINE,
    "s" => UNREAD,
    "cite" => INLINE,
    "q" => INLINE,
    "dfn" => INLINE,
    "abbr" => INLINE,
    "data" => INLINE,
    "time" => INLINE,
    "code" => INLINE,
    "var" => INLINE,
    "samp" => INLINE,
    "kbd" => INLINE,
    "sub" => INLINE,
    "sup" => INLINE,
    "i" => INLINE,
    "b" => INLINE,
    "u" => INLINE,
    "mark" => INLINE,
    "span" => INLINE,
    "br" => VOID,
    "wbr" => VOID,
    "ins" => INLINE,
    "del" => UNREAD,
    "strike" => UNREAD,
    "picture" => INLINE,
    "source" => UNREAD_VOID,
    "img" => VOID,
    "iframe" => UNREAD,
    "embed" => UNREAD_VOID,
    "object" => UNREAD,
    "video" => UNREAD_BLOCK,
    "audio" => UNREAD_BLOCK,
    "map" => UNREAD,
    "area" => VOID,
    "table" => BLOCK,
    "caption" => BLOCK,
    "colgroup" => INLINE,
    "col" => VOID,
    "tbody" => BLOCK,
    "thead" => BLOCK,
    "tfoot" => BLOCK,
    "tr" => BLOCK,
    "td" => BLOCK,
    "th" => BLOCK,
    "form" => BLOCK,
    "label" => INLINE,
    "input" => UNREAD_VOID,
    "button" => UNREAD,
    "select" => UNREAD,
    "option" => UNREAD,
    "textarea" => UNREAD,
    "fieldset" => BLOCK,
    "legend" => BLOCK,
    "details" => BLOCK,
    "summary" => BLOCK,
    "dialog" => UNREAD,
    "script" => UNREAD,
    "noscript" => UNREAD,
    "template" => UNREAD,
    "canvas" => UNREAD,
    "svg" => UNREAD,
    "math" => UNREAD,
    "center" => BLOCK,
    "font" => INLINE,
    "amp-img" => INLINE,
    "param" => VOID,
    "track" => UNREAD_VOID,
    "summary-text" => INLINE,
};

#[derive(Debug, Clone, Copy)]
pub struct Tag {
    /// It stands on lines of its own.
    pub is_block: bool,
    /// It has no inside.
    pub is_void: bool,
    /// No reader of the article reads it, whatever it holds.
    pub is_unread: bool,
}

pub const INLINE: Tag = Tag { is_block: false, is_void: false, is_unread: false };
pub const BLOCK: Tag = Tag { is_block: true, ..INLINE };
const VOID: Tag = Tag { is_void: true, ..INLINE };
const VOID_BLOCK: Tag = Tag { is_void: true, ..BLOCK };
const UNREAD: Tag = Tag { is_unread: true, ..INLINE };
const UNREAD_BLOCK: Tag = Tag { is_unread: true, ..BLOCK };
const UNREAD_VOID: Tag = Tag { is_unread: true, ..VOID };

/// The name as it is kept, and what it tells.
pub fn known(name: &[u8]) -> Option<(&'static str, Tag)> {
    let (name, tag) = TAGS.get_entry(std::str::from_utf8(name).ok()?)?;
    Some((name, *tag))
}
