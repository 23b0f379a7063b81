//! The head of a Markdown file, in YAML or TOML: title, date and language for the
//! document, the files it names as its sources, every other plain value as a labelled field. Only what such heads
//! really hold is read: one `key: value` a line, quoted or not, folded values and
//! lists. A line that is none of these is passed over.

use crate::document::format::Format;
use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Meta};
use crate::text::{WordSet, word_set};
use std::ops::Range;
use std::path::Path;

/// Keys that steer a site and say nothing of the world.
const STEERING: WordSet = word_set! {
    "layout", "permalink", "slug", "url", "aliases", "tags", "categories", "category", "draft", "weight", "template", "type", "id",
    "toc", "image", "thumbnail", "cover", "keywords", "menu", "theme", "css", "sidebar_position", "sidebar_label", "author", "authors",
    "lastmod", "updated", "modified", "output", "format", "bibliography", "csl", "lang", "language", "date", "published", "pubdate",
    "publishdate", "title", "sources", "source", "redirect_from", "comments", "math", "header-includes", "version",
};

/// Where it stands: from a first line of three marks to the next one.
pub fn place(source: &str) -> Option<Range<usize>> {
    let mark = ["---", "+++"].into_iter().find(|mark| source.starts_with(mark))?;
    let mut end = 0;
    for (number, line) in source.split_inclusive('\n').enumerate() {
        end += line.len();
        let words = line.trim_end();
        match number {
            0 if words != mark => return None,
            0 => {}
            1 if words.is_empty() => return None,
            _ if words == mark || words == "..." && mark == "---" => return Some(0..end),
            _ => {}
        }
    }
    None
}

/// Reads the lines in `range` of the source.
pub fn read(reading: &mut Builder, source: &str, range: Range<usize>) {
    let mut at = range.start;
    let mut folded: Option<String> = None;
    let mut naming_sources = false;
    let mut meta = Meta::default();
    for line in source.get(range).unwrap_or_default().split_inclusive('\n') {
        let start = at;
        at += line.len();
        if naming_sources && let Some(item) = line.trim_start().strip_prefix("- ") {
            meta.sources.extend(names(item));
            continue;
        }
        let indented = line.starts_with([' ', '\t']);
        if indented {
            if folded.is_some() && !line.trim().is_empty() {
                let lead = line.len() - line.trim_start().len();
                reading.verbatim(start + lead..start + line.trim_end().len());
                reading.decoded(" ", start + line.trim_end().len()..at);
            }
            continue;
        }
        folded = None;
        reading.close();
        let Some((key, value)) = entry(line) else { continue };
        let label = key.to_ascii_lowercase();
        let words = line.get(value.clone()).unwrap_or_default();
        naming_sources = label == "sources";
        match label.as_str() {
            "sources" => meta.sources.extend(names(words)),
            "title" => meta.title = Some(words.to_owned()).filter(|w| !w.is_empty()),
            "lang" | "language" => meta.language = Some(words.to_owned()),
            "date" | "published" | "pubdate" | "publishdate" if meta.date.is_none() => meta.date = written_date(words),
            _ => {}
        }
        if STEERING.contains(label.as_str()) || words.starts_with(['[', '{', '&', '*', '!']) {
            continue;
        }
        reading.open(BlockKind::Field, Some(key.replace(['_', '-'], " ")), 0);
        if matches!(words, "|" | ">" | "|-" | ">-") {
            folded = Some(label);
        } else {
            reading.verbatim(start + value.start..start + value.end);
            reading.close();
        }
    }
    reading.close();
    *reading.meta() = meta;
}

/// File names: one, or several in brackets, quoted or not. What names no file that could be read is passed over.
fn names(value: &str) -> impl Iterator<Item = String> {
    let inner = value.trim().trim_start_matches('[').trim_end_matches(']');
    let names = inner.split(',').map(|name| name.trim().trim_matches(['"', '\'']).to_owned());
    names.filter(|name| !name.contains("://") && Format::of(Path::new(name)).is_some())
}

/// The key of `key: value` or `key = value`, and the range of the value in the line, quotes taken off.
fn entry(line: &str) -> Option<(&str, Range<usize>)> {
    let is_key = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let key_end = line.find(|c| !is_key(c)).filter(|end| *end > 0)?;
    let rest = line.get(key_end..)?.trim_start();
    let value = rest.strip_prefix(": ").or_else(|| rest.strip_prefix("= ")).or_else(|| rest.strip_prefix(":\n"))?;
    let mut start = line.len() - value.trim_start().len();
    let mut end = start + value.trim().len();
    let words = line.get(start..end)?;
    let quote = words.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let close = words.get(1..)?.find(quote)?;
        start += 1;
        end = start + close;
    } else if let Some(comment) = words.find(" #") {
        end = start + words.get(..comment)?.trim_end().len();
    }
    Some((line.get(..key_end)?, start..end.max(start)))
}
