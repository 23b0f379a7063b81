//! The options and variables that a document documents, and those that its code uses.

use super::help::flags;
use super::name::Name;
use super::past::old_blocks;
use super::words::words;
use super::{is_past_path, name_of_cell};
use crate::document::{BlockKind, Document};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// A flag or variable, and where it stands.
#[derive(Debug, Clone)]
pub struct Named {
    pub name: Name,
    pub span: Span,
}

/// What a command, or another line of code, uses together.
#[derive(Debug)]
pub struct Used {
    /// The word that the line opens with: of a command, the program.
    pub opening: String,
    pub named: Vec<Named>,
    /// The block before the code, if nothing stands between.
    pub after: usize,
}

/// A flag with its value left out, or a variable of the environment.
static USED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?:^|[\s\[(|])(--[a-zA-Z][\w-]+)|\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b").ok());

/// The names that rows, items, headings and lines of help bear, by place.
pub fn documented(document: &Document) -> Vec<Named> {
    if is_past_path(&document.path) {
        return Vec::new();
    }
    let past = old_blocks(document);
    let is_past = |block: usize| past.get(block).copied().unwrap_or_default();
    let mut found = Vec::new();
    for (_, block) in document.blocks.iter().enumerate().filter(|(index, _)| !is_past(*index)) {
        let named = match block.kind {
            BlockKind::Cell if block.level > 0 && block.seat.is_some_and(|s| s.column == 0) => {
                name_of_cell(document, block)
            }
            BlockKind::ListItem | BlockKind::Heading | BlockKind::Field => {
                let words = words(document, block.span);
                words.first().filter(|w| w.is_code).and_then(|w| Some((Name::of(&w.text)?, w.span)))
            }
            _ => None,
        };
        found.extend(named.map(|(name, span)| Named { name, span }));
    }
    for fence in document.fences.iter().filter(|f| !is_past(f.after)) {
        found.extend(flags(document, fence).into_iter().map(|(name, span)| Named { name, span }));
    }
    found.retain(|named| (named.name.is_flag || named.name.is_variable) && !is_pattern(document, named.span));
    found
}

/// The lines of code that use flags or variables; a line that ends in a backslash goes on in the next. Lines of help
/// document what they name.
pub fn used(document: &Document) -> Vec<Used> {
    let past = old_blocks(document);
    let mut lines = Vec::new();
    let Some(pattern) = USED.as_ref() else { return Vec::new() };
    for fence in document.fences.iter().filter(|f| past.get(f.after) != Some(&true)) {
        if !flags(document, fence).is_empty() {
            continue;
        }
        let code = document.slice(fence.span);
        let mut from = 0;
        for line in code.split_inclusive('\n') {
            let to = from + line.len();
            let goes_on = line.trim_end().ends_with('\\');
            let hits = pattern.captures_iter(line).filter_map(|c| c.get(1).or_else(|| c.get(2)));
            let named: Vec<Named> = hits
                .filter_map(|hit| {
                    let start = fence.span.start as usize + from + hit.start();
                    Some(Named { name: Name::of(hit.as_str())?, span: Span::new(start, start + hit.len()) })
                })
                .collect();
            let opening = line.trim_start_matches(['$', '>', ' ', '\t']).split_whitespace().next().unwrap_or_default();
            lines.push((Used { opening: opening.to_owned(), named, after: fence.after }, goes_on));
            from = to;
        }
    }
    joined(lines)
}

fn joined(lines: Vec<(Used, bool)>) -> Vec<Used> {
    let mut found: Vec<Used> = Vec::new();
    let mut goes_on = false;
    for (line, next) in lines {
        match found.last_mut().filter(|last| goes_on && last.after == line.after) {
            Some(last) => last.named.extend(line.named),
            None => found.push(line),
        }
        goes_on = next;
    }
    found.retain(|used| !used.named.is_empty());
    found
}

/// "TIDE_<PORT>" stands for many names.
fn is_pattern(document: &Document, span: Span) -> bool {
    let printed = document.source_text(document.place(span)).trim_matches(['`', ' ']);
    !printed.starts_with('-') && printed.contains(['<', '*', '{'])
}

/// The flags and variables that the text itself names in code, wherever.
pub fn spoken(document: &Document) -> impl Iterator<Item = Named> + '_ {
    document.code.iter().filter_map(|code| {
        let printed = document.source_text(document.place(*code));
        let name = Name::of(printed.trim_matches(['`', ' ']))?;
        let fits = (name.is_flag || name.is_variable) && !is_pattern(document, *code);
        fits.then_some(Named { name, span: *code })
    })
}
