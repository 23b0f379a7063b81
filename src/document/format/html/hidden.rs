//! Which elements no reader of the article reads: scripts and forms, what is hidden,
//! and what its name says is navigation, comments or advertising.

use super::names;
use super::tree::Tree;
use crate::text::{WordSet, word_set};

const ROLES: WordSet = word_set! {
    "navigation", "menu", "menubar", "complementary", "dialog", "alert", "alertdialog", "banner", "search", "contentinfo", "tooltip",
    "doc-noteref", "doc-backlink",
};

/// For each node, whether it is left out; `by_name` also judges by class names.
pub fn left_out(tree: &Tree, by_name: bool) -> Vec<bool> {
    let mut out = vec![false; tree.nodes.len()];
    let mut index = 1;
    while index < tree.nodes.len() {
        let end = tree.end(index);
        if is_hidden(tree, index) || (by_name && is_unlikely(tree, index)) {
            for slot in out.iter_mut().take(end).skip(index) {
                *slot = true;
            }
            index = end;
        } else {
            index += 1;
        }
    }
    out
}

fn is_hidden(tree: &Tree, index: usize) -> bool {
    let name = tree.name(index);
    if name.is_empty() {
        return false;
    }
    let styled_away = |style: &str| {
        let style = style.to_ascii_lowercase().replace(' ', "");
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    if tree.tag(index).is_some_and(|tag| tag.is_unread) || name == "sup" && is_note_mark(tree, index) {
        return true;
    }
    tree.has_attributes(index)
        && (tree.attribute(index, "hidden").is_some()
            || tree.attribute(index, "aria-hidden") == Some("true")
            || tree.attribute(index, "style").is_some_and(styled_away)
            || tree.attribute(index, "role").is_some_and(|r| ROLES.contains(r)))
}

/// `<sup><a href="#note">1</a></sup>`
fn is_note_mark(tree: &Tree, index: usize) -> bool {
    tree.inside(index).any(|i| tree.name(i) == "a" && tree.attribute(i, "href").is_some_and(|h| h.contains('#')))
}

fn is_unlikely(tree: &Tree, index: usize) -> bool {
    let name = tree.name(index);
    if !tree.has_attributes(index)
        || matches!(name, "body" | "a" | "article" | "main" | "td" | "tr" | "tbody" | "table" | "code" | "pre")
    {
        return false;
    }
    let is_named = tree.attribute(index, "class").or_else(|| tree.attribute(index, "id")).is_some();
    is_named
        && (names::is_unlikely(tree, index) && !is_in_table(tree, index)
            || tree.attribute(index, "rel") == Some("author"))
}

fn is_in_table(tree: &Tree, index: usize) -> bool {
    tree.ancestors(index).take(8).any(|i| matches!(tree.name(i), "table" | "pre" | "code"))
}
