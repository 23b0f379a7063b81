//! What the directives of reStructuredText and Sphinx hold: code, words, tables, or nothing that is read.

use super::line::{Line, body};
use super::table::{self, commas};
use super::{Context, Rst, inline};
use crate::document::BlockKind;
use crate::document::format::joined::Joined;
use crate::text::{WordSet, word_set};
use std::ops::Range;

const CODE: WordSet = word_set! {
    "code", "code-block", "sourcecode", "parsed-literal", "prompt", "doctest", "testcode", "testoutput", "ipython", "console", "command-output",
    "program-output", "productionlist", "tab-code",
};

/// What is drawn, steers the program, or is made from elsewhere.
const SILENT: WordSet = word_set! {
    "toctree", "contents", "include", "literalinclude", "image", "index", "currentmodule", "module", "highlight", "math", "raw", "graphviz",
    "digraph", "graph", "mermaid", "uml", "plantuml", "meta", "role", "default-role", "tabularcolumns", "sectionauthor", "codeauthor",
    "bibliography", "automodule", "autoclass", "autofunction", "automethod", "autodata", "autosummary", "autoexception", "autoattribute",
    "program", "testsetup", "testcleanup", "title", "header", "footer", "sectnum", "section-numbering", "target-notes", "youtube", "video",
};

/// What their argument names is what their words tell of.
const OPTIONS: WordSet = word_set! { "option", "envvar", "confval", "setting", "cmdoption" };

/// Their argument is the beginning of their words.
const SPEAKING: WordSet = word_set! {
    "note", "warning", "tip", "important", "hint", "caution", "danger", "attention", "error", "seealso", "admonition", "rubric", "epigraph",
    "centered", "topic", "sidebar",
};

pub fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "-_.:+".contains(c))
}

impl<'s> Rst<'s> {
    pub(super) fn directive(&mut self, name: &str, argument: &Line<'s>, inside: &[Line<'s>], context: &Context) {
        if SILENT.contains(name) {
            return;
        }
        let (options, rest) = options(inside);
        let option = |key: &str| options.iter().find(|(name, _)| *name == key).map(|(_, value)| value);
        if CODE.contains(name) {
            return self.listing(trimmed(rest), argument.words);
        }
        self.first = false;
        match name {
            "list-table" | "flat-table" | "csv-table" | "table" => {
                self.caption(argument, context);
                let heads = option("header-rows").and_then(|v| v.words.parse().ok()).unwrap_or(0);
                match name {
                    "list-table" | "flat-table" => {
                        table::write(&mut self.reading, self.source, &table::of_list(rest), heads, context)
                    }
                    "csv-table" => {
                        let head = option("header").map(|v| {
                            let cells = commas(v.words).into_iter();
                            cells
                                .map(|r| std::iter::once(v.start + r.start..v.start + r.end).collect())
                                .collect::<Vec<_>>()
                        });
                        let heads = heads + usize::from(head.is_some());
                        let rows: Vec<_> = head.into_iter().chain(table::of_commas(rest)).collect();
                        table::write(&mut self.reading, self.source, &rows, heads, context);
                    }
                    _ => self.blocks(rest, &context.inside()),
                }
            }
            "figure" => {
                let caption = trimmed(rest).iter().take_while(|l| !l.is_blank()).count();
                let words = trimmed(rest).get(..caption).unwrap_or_default();
                self.write(BlockKind::Caption, words.iter().map(Line::all), context);
                self.blocks(trimmed(rest).get(caption..).unwrap_or_default(), &context.inside());
            }
            _ if OPTIONS.contains(name) => self.entry(argument, true, trimmed(rest), context),
            _ => {
                if SPEAKING.contains(name) {
                    let first = std::iter::once(argument).chain(
                        inside
                            .iter()
                            .take_while(|l| !l.is_blank())
                            .filter(|_| !argument.is_blank() && options.is_empty()),
                    );
                    let taken: Vec<Range<usize>> = first.map(Line::all).collect();
                    let (kind, level) = context.kind();
                    let lines = taken.len() - 1;
                    if !argument.is_blank() {
                        self.write_at(kind, level, taken.into_iter(), context);
                        return self.blocks(inside.get(lines..).unwrap_or_default(), &context.inside());
                    }
                }
                self.blocks(rest, &context.inside());
            }
        }
    }

    fn caption(&mut self, argument: &Line<'s>, context: &Context) {
        self.write(BlockKind::Caption, [argument.all()].into_iter(), context);
    }

    /// "--port <number>" or a term with what it means under it: one item, as a list of options has it.
    pub(super) fn entry(&mut self, name: &Line<'s>, is_code: bool, inside: &[Line<'s>], context: &Context) {
        let level = context.items.saturating_add(1);
        let inner = Context { items: level, quoted: false, ..context.inside() };
        let opens = inside.first().is_some_and(|l| {
            !l.words.starts_with("..") && l.bullet().is_none() && l.field().is_none() && l.row().is_none()
        });
        let first = if opens { inside.iter().take_while(|l| !l.is_blank()).count() } else { 0 };
        let literal = inside.get(first.saturating_sub(1)).is_some_and(|l| l.words.ends_with("::"));
        let first = if literal { 0 } else { first };
        self.reading.open(BlockKind::ListItem, None, level);
        let joined = Joined::of(self.source, [name.all()]);
        if is_code {
            let from = self.reading.text().len();
            joined.write(&mut self.reading, 0..joined.text().len());
            self.reading.mark_code(from);
        } else {
            inline::write(&joined, &mut self.reading, context.refers);
        }
        if first > 0 {
            let end = name.all().end;
            self.reading.decoded(": ", end..end);
            let words = Joined::of(self.source, inside.iter().take(first).map(Line::all));
            inline::write(&words, &mut self.reading, context.refers);
        }
        self.reading.close();
        self.blocks(inside.get(first..).unwrap_or_default(), &inner);
    }

    fn write(&mut self, kind: BlockKind, lines: impl Iterator<Item = Range<usize>>, context: &Context) {
        self.write_at(kind, 0, lines, context);
    }

    fn write_at(&mut self, kind: BlockKind, level: u8, lines: impl Iterator<Item = Range<usize>>, context: &Context) {
        let joined = Joined::of(self.source, lines);
        if !joined.text().is_empty() {
            self.reading.open(kind, None, level);
            inline::write(&joined, &mut self.reading, context.refers);
            self.reading.close();
        }
    }
}

/// The fields that a directive opens with, and what stands behind them.
fn options<'a, 's>(inside: &'a [Line<'s>]) -> (Vec<(&'s str, Line<'s>)>, &'a [Line<'s>]) {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(line) = inside.get(at) {
        let Some((name, value)) = line.field() else { break };
        found.push((name, line.after(value.min(line.words.len()))));
        at += 1 + body(inside.get(at + 1..).unwrap_or_default(), line.indent);
    }
    (found, inside.get(at..).unwrap_or_default())
}

/// Without the blank lines before them.
fn trimmed<'a, 's>(lines: &'a [Line<'s>]) -> &'a [Line<'s>] {
    let blank = lines.iter().take_while(|l| l.is_blank()).count();
    lines.get(blank..).unwrap_or_default()
}
