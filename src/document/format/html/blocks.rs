//! The article's elements as blocks: each paragraph, heading, item, cell and caption
//! one, its blanks squeezed and its character references decoded.

use super::article::{Article, is_data};
use super::names;
use super::program::is_program;
use super::tree::{Node, Tree, wide};
use crate::document::format::entity::entity;
use crate::document::reading::Builder;
use crate::document::{BlockKind, Seat, Target};
use std::collections::BTreeSet;
use std::ops::Range;

/// A label longer than this is a sentence.
const LONGEST_LABEL: usize = 60;

/// More columns than any table a person reads.
const WIDEST: usize = 200;

/// Stands for something that is no prose.
const GAP: &str = "\u{fffc}";

pub fn write(reading: &mut Builder, source: &str, tree: &Tree, article: &Article, around: &Around) {
    let mut writer =
        Writer { reading, source, tree, left_out: &article.left_out, term: None, breaks: 0, begun: BTreeSet::new() };
    for root in &article.roots {
        writer.element(*root, around);
        writer.reading.close();
    }
}

/// What the elements around a node make of it.
#[derive(Debug, Clone, Default)]
pub struct Around {
    lists: u8,
    quoted: bool,
    code: bool,
    /// What a block opened here is, where the element decides it.
    kind: Option<(BlockKind, Option<String>, u8)>,
    /// The item of a list that it stands in.
    item: Option<usize>,
}

impl Around {
    /// Inside so many lists and, perhaps, a quotation of another format.
    pub fn of(lists: u8, quoted: bool) -> Around {
        Around { lists, quoted, ..Around::default() }
    }
}

struct Writer<'b, 's, 'w> {
    reading: &'w mut Builder<'b>,
    source: &'s str,
    tree: &'s Tree,
    left_out: &'s [bool],
    /// The last term of a definition list.
    term: Option<String>,
    /// Line breaks since the last words.
    breaks: usize,
    /// Items of lists that have their first block.
    begun: BTreeSet<usize>,
}

impl Writer<'_, '_, '_> {
    fn children(&mut self, index: usize, around: &Around) {
        let mut child = index + 1;
        let end = self.tree.end(index);
        while child < end {
            self.element(child, around);
            child = self.tree.end(child);
        }
    }

    fn element(&mut self, index: usize, around: &Around) {
        if self.left_out.get(index) != Some(&false) {
            return;
        }
        if let Some(Node::Text(range)) = self.tree.nodes.get(index) {
            return self.text(wide(range), around);
        }
        let name = self.tree.name(index);
        let mut inner = around.clone();
        match name {
            "br" => return self.breaks += 1,
            "table" if is_data(self.tree, index) => {
                self.reading.close();
                return self.table(index, around);
            }
            "pre" if self.is_code(index) => return self.reading.close(),
            "code" | "samp" | "kbd" => inner.code = true,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name.as_bytes().get(1).map_or(1, |digit| digit - b'0');
                inner.kind = Some((BlockKind::Heading, None, level));
            }
            "ul" | "ol" => inner.lists = inner.lists.saturating_add(1),
            "li" => {
                inner.kind = Some((BlockKind::ListItem, None, around.lists.max(1)));
                inner.item = Some(index);
            }
            "blockquote" => inner.quoted = true,
            "figcaption" | "caption" => inner.kind = Some((BlockKind::Caption, None, 0)),
            "dt" => inner.kind = Some((BlockKind::ListItem, None, 1)),
            "dd" => inner.kind = Some((BlockKind::Field, self.term.clone(), 0)),
            _ => {}
        }
        if let Some(target) = self.tree.attribute(index, "href").and_then(|href| href.strip_prefix('#')) {
            let from = self.reading.text().len();
            self.children(index, &inner);
            return self.reading.refer(from, Target::Place, target);
        }
        if !self.tree.is_block(index) {
            return self.children(index, &inner);
        }
        self.reading.close();
        self.breaks = 0;
        self.children(index, &inner);
        if name == "dt" {
            let words = self.reading.open_words().trim().trim_end_matches(':').to_owned();
            self.term = Some(words).filter(|w| !w.is_empty() && w.len() <= LONGEST_LABEL);
            if self.term.is_some() {
                self.reading.discard();
            }
        }
        self.reading.close();
        self.breaks = 0;
    }

    /// Program text, not a letter or poem that was set as it stands.
    fn is_code(&self, index: usize) -> bool {
        names::is_code(self.tree, index)
            || self.tree.inside(index).any(|i| matches!(self.tree.name(i), "code" | "samp"))
            || is_program(&self.tree.raw_text(index, self.source))
    }

    fn open(&mut self, around: &Around) {
        let (kind, label, level) = match &around.kind {
            Some(kind) => kind.clone(),
            None if around.quoted => (BlockKind::Quote, None, 0),
            None if around.lists > 0 => (BlockKind::ListItem, None, around.lists),
            None => (BlockKind::Paragraph, None, 0),
        };
        // A further paragraph of an item is no further item.
        let goes_on = kind == BlockKind::ListItem && around.item.is_some_and(|item| !self.begun.insert(item));
        self.reading.open(kind, label, level.saturating_add(u8::from(goes_on)));
    }

    fn text(&mut self, range: Range<usize>, around: &Around) {
        let text = self.source.get(range.clone()).unwrap_or_default();
        if text.trim_ascii().is_empty() {
            if self.reading.is_open() && !text.is_empty() {
                self.blank(range.start..range.start);
            }
            return;
        }
        // Two line breaks part paragraphs.
        if self.breaks > 1 {
            self.reading.close();
        } else if self.breaks == 1 {
            self.blank(range.start..range.start);
        }
        self.breaks = 0;
        if !self.reading.is_open() {
            self.open(around);
        }
        let is_value = |c: char| !c.is_alphabetic() && !matches!(c, '-' | '_' | ' ' | '\n');
        if around.code && text.contains(is_value) {
            return self.reading.decoded(GAP, range);
        }
        self.words(text, range.start);
    }

    /// A blank, unless one stands there already.
    fn blank(&mut self, place: Range<usize>) {
        if !self.reading.open_words().ends_with(' ') && !self.reading.open_words().is_empty() {
            self.reading.decoded(" ", place);
        }
    }

    /// Takes over words, squeezing blanks and decoding references.
    fn words(&mut self, text: &str, start: usize) {
        let bytes = text.as_bytes();
        let (mut at, mut from) = (0, 0);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'&' => {
                    let found = text.get(at..).and_then(entity);
                    let Some((length, words)) = found else {
                        at += 1;
                        continue;
                    };
                    self.reading.verbatim(start + from..start + at);
                    self.reading.decoded(&words, start + at..start + at + length);
                    at += length;
                    from = at;
                }
                // A single blank after a word stays with it.
                b' ' if at > from && bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace()) => at += 1,
                b' ' | b'\t' | b'\n' | b'\r' | 0x0C => {
                    let run = bytes.iter().skip(at).take_while(|b| b.is_ascii_whitespace()).count();
                    self.reading.verbatim(start + from..start + at);
                    self.blank(start + at..start + at + run);
                    at += run;
                    from = at;
                }
                _ => at += 1,
            }
        }
        self.reading.verbatim(start + from..start + at);
    }

    /// Every cell with its column's head, spans of rows and columns counted.
    fn table(&mut self, table: usize, around: &Around) {
        let number = self.reading.next_table();
        let mut heads: Vec<String> = Vec::new();
        let (mut after_heads, mut has_values) = (false, false);
        let mut filled: Vec<usize> = Vec::new();
        let rows: Vec<usize> =
            self.tree.inside(table).filter(|i| matches!(self.tree.name(*i), "tr" | "caption")).collect();
        for (line, row) in rows.into_iter().enumerate() {
            if self.tree.name(row) == "caption" {
                self.element(row, around);
                continue;
            }
            let cells: Vec<usize> =
                self.tree.children(row).filter(|i| matches!(self.tree.name(*i), "td" | "th")).collect();
            // A row below others that is set like heads, but holds figures, is the total.
            let is_sum = has_values && cells.len() > 1 && cells.iter().skip(1).all(|i| self.is_figure(*i, &heads));
            let heads_only = cells.iter().all(|i| self.tree.name(*i) == "th") && !is_sum;
            has_values |= !heads_only;
            // One head over a whole row is a title inside the table, not a column's.
            let mut is_head_row = heads_only && cells.len() > 1;
            let mut column = 0;
            for cell in cells {
                while filled.get(column).is_some_and(|rows| *rows > 0) {
                    column += 1;
                }
                let span = |key| {
                    let number = self.tree.attribute(cell, key).and_then(|v| v.trim().parse::<usize>().ok());
                    number.filter(|n| (1..=WIDEST).contains(n)).unwrap_or(1)
                };
                let (columns, rows) = (span("colspan"), span("rowspan"));
                let end = (column + columns).min(WIDEST);
                let label = heads.get(column).filter(|h| !heads_only && !h.is_empty()).cloned();
                let level = if heads_only { 0 } else { (column + 1).min(255) as u8 };
                let kind = Some((BlockKind::Cell, label, level));
                self.reading.close();
                self.cell(cell, &Around { kind, ..around.clone() });
                self.reading.seat(Seat {
                    table: number,
                    row: line as u32,
                    column: column.min(WIDEST) as u16,
                    columns: columns as u16,
                    rows: rows as u16,
                    is_head: self.tree.name(cell) == "th",
                });
                is_head_row |= heads_only && columns == 1;
                if is_head_row {
                    let words = self.reading.open_words().trim().to_owned();
                    heads.resize(heads.len().max(end), String::new());
                    for head in heads.iter_mut().take(end).skip(column) {
                        if !after_heads || head.is_empty() {
                            head.clone_from(&words);
                        } else if !words.is_empty() && *head != words {
                            head.push(' ');
                            head.push_str(&words);
                        }
                    }
                }
                self.reading.close();
                filled.resize(filled.len().max(end), 0);
                filled.iter_mut().take(end).skip(column).for_each(|f| *f = rows);
                column += columns;
            }
            after_heads = is_head_row;
            filled.iter_mut().for_each(|f| *f = f.saturating_sub(1));
        }
    }

    fn is_figure(&self, cell: usize, heads: &[String]) -> bool {
        let words = self.tree.inside(cell).filter_map(|i| self.tree.text(i, self.source));
        let words: String = words.collect();
        !words.contains(char::is_alphabetic) && !heads.iter().any(|h| h == words.trim())
    }

    /// A cell's inside; blocks in it are parts of one value.
    fn cell(&mut self, cell: usize, around: &Around) {
        for index in self.tree.inside(cell) {
            if self.left_out.get(index) != Some(&false) {
                continue;
            }
            match self.tree.nodes.get(index) {
                Some(Node::Text(range)) => self.text(wide(range), around),
                Some(Node::Element { name, tag, .. }) if tag.is_block || *name == "br" => {
                    let at = self.tree.inside(index).find_map(|i| match self.tree.nodes.get(i) {
                        Some(Node::Text(range)) => Some(range.start as usize),
                        _ => None,
                    });
                    self.blank(at.unwrap_or_default()..at.unwrap_or_default());
                }
                _ => {}
            }
        }
    }
}
