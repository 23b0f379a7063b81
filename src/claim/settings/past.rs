//! Parts that tell of other versions than the one that the rest tells of: changelogs, guides for upgrading, pages of old versions.

use crate::document::{BlockKind, Document};
use crate::lexicon::en::versions::{HISTORY, OLD_FOLDERS, PRESENT, WHOLE_PAGES};

/// Is the file about the past, or about a version that is kept?
pub fn is_past_path(path: &str) -> bool {
    let mut parts = path.rsplit(['/', '\\']);
    let name = parts.next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    tells_history(stem.split(|c: char| !c.is_ascii_alphanumeric())) || parts.any(is_old_folder)
}

/// Does the file speak for a whole program, as its README and its pages on installing do, and not for a part of it?
pub fn is_of_the_whole(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_ascii_lowercase();
    let mut words = name.split(|c: char| !c.is_ascii_alphanumeric());
    // Each folder of a site has an index: those further down are of a part.
    let is_top = path.split(['/', '\\']).count() <= 2;
    words.any(|word| WHOLE_PAGES.contains(word) && (word != "index" || is_top))
}

/// Does a folder of this name keep documents of other versions?
pub fn is_old_folder(folder: &str) -> bool {
    is_version(folder) || OLD_FOLDERS.contains(folder.to_ascii_lowercase().as_str())
}

/// For each block: does a heading above it say that it tells of other versions, rather than what is needed now?
pub fn old_blocks(document: &Document) -> Vec<bool> {
    blocks_under(document, |words| {
        words.split(|c: char| !c.is_alphanumeric()).any(|w| HISTORY.contains(w) && !PRESENT.contains(w))
    })
}

fn tells_history<'w>(mut words: impl Iterator<Item = &'w str>) -> bool {
    words.any(|word| HISTORY.contains(word.to_ascii_lowercase().as_str()))
}

/// "v1", "1.x", "version-2.3"
fn is_version(folder: &str) -> bool {
    let bare = folder.trim_start_matches("version-").trim_start_matches(['v', 'V']);
    let fits = |c: char| c.is_ascii_digit() || matches!(c, '.' | 'x');
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(fits)
}

/// For each block: does a heading above it say that it tells of other versions?
pub fn past_blocks(document: &Document) -> Vec<bool> {
    blocks_under(document, |words| tells_history(words.split(|c: char| !c.is_alphanumeric())))
}

/// For each block: does a heading above it have words like these, or the number of a version?
fn blocks_under(document: &Document, tells: impl Fn(&str) -> bool) -> Vec<bool> {
    let mut headings: Vec<(u8, bool)> = Vec::new();
    let mut out = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        if block.kind == BlockKind::Heading {
            headings.retain(|(level, _)| *level < block.level);
        }
        out.push(headings.iter().any(|(_, history)| *history));
        if block.kind == BlockKind::Heading {
            let words = document.slice_lower(block.span);
            // "## 0.5.0" and "## Version 0.5" head what that version brought; the title names the program.
            let is_version = |word: &str| {
                let digit = |part: Option<&str>| part.is_some_and(|p| p.starts_with(|c: char| c.is_ascii_digit()));
                let mut parts = word.trim_start_matches(['v', '[', '(']).split('.');
                digit(parts.next()) && digit(parts.next())
            };
            let numbered = block.level > 1 && words.split(' ').any(is_version);
            headings.push((block.level, numbered || tells(words)));
        }
    }
    out
}
