//! AsciiDoc, read lightly: titles, lists, terms, delimited blocks, tables, admonitions, code, links and attributes, each
//! with its place. What is included stands elsewhere, and which of two conditions holds is not known: both are read.

mod inline;
mod table;

use super::joined::Joined;
use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading, Target};
use std::ops::Range;

const ADMONITIONS: [&str; 5] = ["NOTE: ", "TIP: ", "IMPORTANT: ", "WARNING: ", "CAUTION: "];

pub fn read(source: &str) -> Reading {
    let mut reader = AsciiDoc::new(source);
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let words = line.trim_end();
        reader.line(&Line { words, start: at });
        at += line.len();
    }
    reader.finish()
}

/// A line without the blanks behind it.
#[derive(Debug, Clone, Copy)]
struct Line<'s> {
    words: &'s str,
    start: usize,
}

impl Line<'_> {
    fn all(&self) -> Range<usize> {
        self.start..self.start + self.words.len()
    }

    fn from(&self, byte: usize) -> Range<usize> {
        self.start + byte.min(self.words.len())..self.start + self.words.len()
    }
}

/// What the lines that are open will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Words(BlockKind, u8),
    /// A paragraph of code: set in, or said to be so by the line above.
    Code,
}

struct AsciiDoc<'s> {
    source: &'s str,
    reading: Builder<'s>,
    lines: Vec<Range<usize>>,
    open: Option<Open>,
    /// What the open item says the meaning of.
    term: Option<Range<usize>>,
    /// The line that closes the block of code, comment or table being read, and what it is.
    until: Option<(&'s str, Block)>,
    /// What delimits the quotations and examples around.
    around: Vec<&'s str>,
    /// What the line of attributes above says.
    style: Style,
    head: Head,
    /// The marks of the lists around, the innermost last.
    lists: Vec<&'s str>,
    /// Blank lines before, inside a list.
    parted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Block {
    Code,
    Nothing,
    Table,
}

#[derive(Debug, Default, Clone)]
struct Style {
    is_code: bool,
    is_quote: bool,
    language: String,
    table: table::Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Nothing was read before.
    Before,
    /// Right under the title: who wrote it and which revision.
    Under,
    Past,
}

impl<'s> AsciiDoc<'s> {
    fn new(source: &'s str) -> AsciiDoc<'s> {
        AsciiDoc {
            source,
            reading: Reading::new(source),
            lines: Vec::new(),
            open: None,
            term: None,
            until: None,
            around: Vec::new(),
            style: Style::default(),
            head: Head::Before,
            lists: Vec::new(),
            parted: false,
        }
    }

    fn finish(mut self) -> Reading {
        match self.until {
            Some((_, block)) => self.end(block),
            None => self.close(),
        }
        self.reading.finish()
    }

    fn line(&mut self, line: &Line<'s>) {
        if let Some((close, block)) = self.until {
            if line.words == close {
                self.end(block);
                self.until = None;
            } else if block != Block::Nothing {
                self.lines.push(line.start..line.start + line.words.len() + 1);
            }
            return;
        }
        if line.words.is_empty() {
            self.close();
            self.parted = true;
            self.head = if self.head == Head::Under { Head::Past } else { self.head };
            return;
        }
        if self.steers(line) || self.delimits(line) {
            return;
        }
        let before = std::mem::replace(&mut self.head, Head::Past);
        if self.open.is_none() && self.heading(line) {
            self.head = if before == Head::Before && line.words.starts_with("= ") { Head::Under } else { Head::Past };
            return;
        }
        if before == Head::Under {
            // "Ada Moe <ada@example.org>", "v1.2, 2025-07-31: second draft".
            let day = line.words.split([',', ';']).nth(1).unwrap_or(line.words).split(": ").next().unwrap_or_default();
            let date = written_date(day.trim());
            let meta = self.reading.meta();
            meta.date = meta.date.or(date);
            self.head = Head::Under;
            return;
        }
        self.words(line);
    }

    /// Attributes, conditions, comments, anchors and what is drawn: nothing that is read, but it may say how to read.
    fn steers(&mut self, line: &Line<'s>) -> bool {
        let words = line.words;
        if words.starts_with("//") && !words.starts_with("////") {
            return true;
        }
        if let Some((name, value)) = words.strip_prefix(':').and_then(|rest| rest.split_once(':'))
            && self.open.is_none()
            && !name.is_empty()
            && name.chars().all(|c| c.is_alphanumeric() || "-_!".contains(c))
            && (value.is_empty() || value.starts_with(' '))
        {
            if matches!(name, "revdate" | "docdate") && self.reading.meta().date.is_none() {
                self.reading.meta().date = written_date(value.trim());
            }
            return true;
        }
        let block = ["include::", "ifdef::", "ifndef::", "ifeval::", "endif::", "toc::", "video::", "audio::"];
        if words.ends_with(']') && block.iter().any(|name| words.starts_with(name)) {
            return true;
        }
        if let Some(inside) = words.strip_prefix("image::").and_then(|rest| rest.strip_suffix(']')) {
            self.close();
            let alt = inside.find('[').map_or(words.len(), |open| "image::".len() + open + 1);
            let length = words.get(alt..).map_or(0, |rest| rest.find([',', ']', '"']).unwrap_or(rest.len()));
            let words = line.start + alt..line.start + alt + length;
            self.write(BlockKind::Caption, 0, std::iter::once(words).collect());
            return true;
        }
        if words.starts_with('[') && words.ends_with(']') && self.open.is_none() {
            self.attributes(words.trim_matches(['[', ']']));
            return true;
        }
        let titled = words.starts_with('.') && words.chars().nth(1).is_some_and(|c| !c.is_whitespace() && c != '.');
        if titled && self.open.is_none() {
            self.write(BlockKind::Caption, 0, vec![line.from(1)]);
            return true;
        }
        false
    }

    /// "[source,toml]", "[[name]]", "[#name]", "[%header,cols=2*]".
    fn attributes(&mut self, inside: &str) {
        let mut parts = inside.split(',');
        let first = parts.next().unwrap_or_default().trim();
        let name = first.trim_start_matches(['#', '[']).split(['.', '%']).next().unwrap_or_default();
        if !name.is_empty() {
            self.reading.references().define(Target::Place, name);
        }
        let style = first.split(['#', '.', '%']).next().unwrap_or_default();
        self.style.is_code |=
            matches!(style, "source" | "listing" | "literal" | "plantuml" | "mermaid" | "stem" | "latexmath");
        self.style.is_quote |= matches!(style, "quote" | "verse");
        if style == "source" {
            self.style.language = parts.next().unwrap_or_default().trim().to_owned();
        }
        self.style.table.read(inside);
    }

    /// The line that opens or closes a block.
    fn delimits(&mut self, line: &Line<'s>) -> bool {
        let words = line.words;
        let row = |mark: char| words.len() > 3 && words.chars().all(|c| c == mark);
        let block = if row('-') || row('.') || words.starts_with("```") {
            Block::Code
        } else if row('/') || row('+') {
            Block::Nothing
        } else if words == "|===" || words == "!===" {
            Block::Table
        } else if words == "--" || ['=', '*', '_'].into_iter().any(row) {
            self.close();
            match self.around.iter().rposition(|open| *open == words) {
                Some(at) => self.around.truncate(at),
                None => self.around.push(words),
            }
            self.style = Style::default();
            return true;
        } else {
            return false;
        };
        self.close();
        if words.starts_with("```") {
            self.style.language = words.trim_start_matches('`').trim().to_owned();
        }
        self.until = Some((if words.starts_with("```") { "```" } else { words }, block));
        true
    }

    fn end(&mut self, block: Block) {
        let lines = std::mem::take(&mut self.lines);
        let style = std::mem::take(&mut self.style);
        match block {
            Block::Code => self.reading.listing(lines, style.language),
            Block::Table => table::write(&mut self.reading, self.source, &lines, &style.table),
            Block::Nothing => {}
        }
        self.parted = false;
    }

    fn heading(&mut self, line: &Line<'s>) -> bool {
        let mark = if line.words.starts_with('#') { '#' } else { '=' };
        let level = line.words.chars().take_while(|c| *c == mark).count();
        let is_heading = (1..=6).contains(&level) && line.words.get(level..).is_some_and(|rest| rest.starts_with(' '));
        if is_heading {
            self.lists.clear();
            self.style = Style::default();
            let joined = Joined::of(self.source, [line.from(level)]);
            self.reading.references().define_heading(joined.text());
            self.write(BlockKind::Heading, level as u8, vec![line.from(level)]);
        }
        is_heading
    }

    /// A line of an item, a term, a paragraph.
    fn words(&mut self, line: &Line<'s>) {
        let parted = std::mem::take(&mut self.parted);
        if line.words == "+" {
            self.close();
            return;
        }
        let set_in = line.words.starts_with([' ', '\t']);
        let inner = line.words.trim_start();
        let lead = line.words.len() - inner.len();
        if let Some((mark, rest)) = marker(inner) {
            self.close();
            let level = match self.lists.iter().position(|known| *known == mark) {
                Some(at) => {
                    self.lists.truncate(at + 1);
                    at + 1
                }
                None => {
                    self.lists.push(mark);
                    self.lists.len()
                }
            };
            self.open = Some(Open::Words(BlockKind::ListItem, level.min(255) as u8));
            self.lines.push(line.from(lead + rest));
            return;
        }
        if let Some(term) = term(inner) {
            self.close();
            let level = (self.lists.len() + 1).min(255) as u8;
            self.term = Some(line.start + lead..line.start + lead + term);
            self.open = Some(Open::Words(BlockKind::ListItem, level));
            self.lines.push(line.from(lead + term + 2));
            return;
        }
        if self.open.is_none() {
            let in_list = !self.lists.is_empty() && !parted;
            if parted && !set_in {
                self.lists.clear();
            }
            self.open = Some(match (self.style.is_code || set_in && self.lists.is_empty(), self.quoted()) {
                (true, _) => Open::Code,
                (_, true) => Open::Words(BlockKind::Quote, 0),
                _ if in_list => Open::Words(BlockKind::ListItem, self.lists.len().min(255) as u8),
                _ => Open::Words(BlockKind::Paragraph, 0),
            });
        }
        let admonition = ADMONITIONS.iter().find(|mark| self.lines.is_empty() && inner.starts_with(**mark));
        match self.open {
            Some(Open::Code) => self.lines.push(line.start..line.start + line.words.len() + 1),
            _ => self.lines.push(admonition.map_or(line.all(), |mark| line.from(lead + mark.len()))),
        }
    }

    fn quoted(&self) -> bool {
        self.style.is_quote || self.around.iter().any(|open| open.starts_with("____"))
    }

    /// Ends what is open.
    fn close(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        match self.open.take() {
            Some(Open::Code) => {
                let language = std::mem::take(&mut self.style).language;
                self.reading.listing(lines, language);
            }
            Some(Open::Words(kind, level)) => {
                self.style = Style::default();
                self.write(kind, level, lines);
            }
            None => {}
        }
    }

    fn write(&mut self, kind: BlockKind, level: u8, lines: Vec<Range<usize>>) {
        let joined = Joined::of(self.source, lines);
        let term = self.term.take();
        if joined.text().is_empty() && term.is_none() {
            return;
        }
        self.reading.open(kind, None, level);
        if let Some(term) = term {
            inline::write(&Joined::of(self.source, [term.clone()]), &mut self.reading);
            if !joined.text().is_empty() {
                self.reading.decoded(": ", term.end..term.end + 2);
            }
        }
        inline::write(&joined, &mut self.reading);
        self.reading.close();
    }
}

/// "** two", ". first", "1. first", "<1> what the mark in the code means": the mark, and where the words start.
fn marker(words: &str) -> Option<(&str, usize)> {
    let first = words.chars().next()?;
    let width = match first {
        '*' | '.' => words.chars().take_while(|c| *c == first).count(),
        '-' => 1,
        '0'..='9' => words.find('.').filter(|at| *at < 4 && words.bytes().take(*at).all(|b| b.is_ascii_digit()))? + 1,
        '<' => words.find('>').filter(|at| *at < 4)? + 1,
        _ => return None,
    };
    let mark = if matches!(first, '*' | '.' | '-') { words.get(..width)? } else { words.get(..0)? };
    (width < 6 && words.get(width..)?.starts_with(' ')).then_some((mark, width + 1))
}

/// "port:: the port it listens on": where the term ends.
fn term(words: &str) -> Option<usize> {
    let at = words.find("::").filter(|at| *at > 0)?;
    let behind = words.get(at + 2..)?;
    let plain = !words.get(..at)?.contains(": ") && !words.get(..at)?.ends_with(':');
    (plain && (behind.is_empty() || behind.starts_with(' '))).then_some(at)
}

#[cfg(test)]
mod tests;
