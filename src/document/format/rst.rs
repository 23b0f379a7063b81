//! reStructuredText as documentation writes it, read lightly: titles, lists, definitions, fields, tables, literals,
//! directives, roles, notes and references, each with its place. What a directive does is known by its name; one that is
//! not known is read as what stands in it.

mod directive;
mod inline;
mod line;
mod table;

use super::joined::Joined;
use crate::document::citation::is_citation;
use crate::document::reading::Builder;
use crate::document::written_date::written_date;
use crate::document::{BlockKind, Reading, Target};
use line::{Line, body};
use std::ops::Range;

/// Blocks further inside than this are read no deeper.
const DEEPEST: u8 = 40;

pub fn read(source: &str) -> Reading {
    let lines = line::split(source);
    // What is included may hold the names that are missed here.
    let refers = !lines.iter().any(|l| l.words.starts_with(".. include::"));
    let mut reader = Rst { source, reading: Reading::new(source), levels: Vec::new(), first: true };
    let context = Context { refers, ..Context::default() };
    reader.blocks(&lines, &context);
    reader.reading.finish()
}

/// What stands around a block.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// How deep in lists.
    items: u8,
    quoted: bool,
    depth: u8,
    refers: bool,
}

impl Context {
    fn kind(&self) -> (BlockKind, u8) {
        match (self.items, self.quoted) {
            (0, true) => (BlockKind::Quote, 0),
            (0, false) => (BlockKind::Paragraph, 0),
            (level, _) => (BlockKind::ListItem, level),
        }
    }

    fn inside(&self) -> Context {
        Context { depth: self.depth.saturating_add(1), ..self.clone() }
    }
}

/// "-- Ada Moe" ends a quotation; what else is set in is mostly set in for its looks.
fn is_attributed(lines: &[Line]) -> bool {
    let last = lines.iter().rev().find(|l| !l.is_blank());
    last.is_some_and(|l| ["-- ", "--- ", "— "].iter().any(|mark| l.words.starts_with(mark)))
}

struct Rst<'s> {
    source: &'s str,
    reading: Builder<'s>,
    /// The marks that underline titles, with or without a row above, in the order in which they were met.
    levels: Vec<(char, bool)>,
    /// Nothing but the title and comments was read before: what fields say is of the page.
    first: bool,
}

impl<'s> Rst<'s> {
    /// Reads lines that belong together.
    fn blocks(&mut self, lines: &[Line<'s>], context: &Context) {
        if context.depth > DEEPEST {
            return;
        }
        let base = lines.iter().filter(|l| !l.is_blank()).map(|l| l.indent).min().unwrap_or(0);
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let rest = lines.get(at..).unwrap_or_default();
            at += if line.is_blank() {
                1
            } else if line.indent > base {
                let length = rest.iter().take_while(|l| l.is_blank() || l.indent > base).count();
                let inside = rest.get(..length).unwrap_or_default();
                self.blocks(inside, &Context { quoted: is_attributed(inside), ..context.inside() });
                length
            } else {
                self.block(rest, context).max(1)
            };
        }
    }

    /// Reads the block that the first line opens: how many lines it has.
    fn block(&mut self, lines: &[Line<'s>], context: &Context) -> usize {
        let Some(line) = lines.first() else { return 0 };
        let rest = lines.get(1..).unwrap_or_default();
        if let Some(length) = self.title(lines, context) {
            return length;
        }
        if let Some((length, rows, heads)) = table::simple(lines).or_else(|| table::grid(lines)) {
            self.first = false;
            table::write(&mut self.reading, self.source, &rows, heads, context);
            return length;
        }
        if line.row().is_some_and(|_| line.width() > 3) || line.words.starts_with("__ ") {
            return 1;
        }
        if line.words == ".." || line.words.starts_with(".. ") {
            let length = body(rest, line.indent);
            self.explicit(line, rest.get(..length).unwrap_or_default(), context);
            return length + 1;
        }
        if let Some((name, value)) = line.field() {
            let length = body(rest, line.indent);
            self.field(name, &line.after(value.min(line.words.len())), rest.get(..length).unwrap_or_default(), context);
            return length + 1;
        }
        self.first = false;
        if let Some(marker) = line.bullet().or_else(|| line.numbered().filter(|_| is_item(line, rest))) {
            let length = body(rest, line.indent);
            let inside = rest.get(..length).unwrap_or_default();
            let item: Vec<Line> = std::iter::once(line.after(marker)).chain(inside.iter().cloned()).collect();
            let items = context.items.saturating_add(1);
            self.blocks(&item, &Context { items, ..context.inside() });
            return length + 1;
        }
        if line.words.starts_with(">>>") {
            let length = lines.iter().take_while(|l| !l.is_blank()).count();
            self.listing(lines.get(..length).unwrap_or_default(), "python");
            return length;
        }
        self.text(lines, context)
    }

    /// "Title" over a row of marks, or between two.
    fn title(&mut self, lines: &[Line<'s>], context: &Context) -> Option<usize> {
        if context.items > 0 || context.quoted || context.depth > 0 {
            return None;
        }
        let line = lines.first()?;
        let (words, mark, over) = match line.row() {
            Some(mark) => {
                let (words, under) = (lines.get(1)?, lines.get(2)?);
                (words, under.row().filter(|under| *under == mark)?, true)
            }
            None => (line, lines.get(1)?.row()?, false),
        };
        let under = lines.get(if over { 2 } else { 1 })?;
        let long = under.width() >= words.width().min(4) && !words.is_blank();
        if !long || words.row().is_some() || words.words.starts_with(".. ") {
            return None;
        }
        let level = self.levels.iter().position(|known| *known == (mark, over)).unwrap_or_else(|| {
            self.levels.push((mark, over));
            self.levels.len() - 1
        });
        let joined = Joined::of(self.source, [words.all()]);
        self.reading.open(BlockKind::Heading, None, (level + 1).min(9) as u8);
        inline::write(&joined, &mut self.reading, context.refers);
        self.reading.references().define_heading(joined.text());
        self.reading.close();
        Some(if over { 3 } else { 2 })
    }

    /// A paragraph, a term with its definition, or what introduces a block of code.
    fn text(&mut self, lines: &[Line<'s>], context: &Context) -> usize {
        let indent = lines.first().map_or(0, |l| l.indent);
        let is_own = |l: &&Line| !l.is_blank() && l.indent == indent && !l.words.starts_with(".. ");
        let length = lines.iter().take_while(is_own).count().max(1);
        let own = lines.get(..length).unwrap_or_default();
        let rest = lines.get(length..).unwrap_or_default();
        let literal = own.last().is_some_and(|l| l.words.ends_with("::"));
        let under = body(rest, indent);
        let set_in = rest.first().is_some_and(|l| !l.is_blank() && l.indent > indent);
        if let ([term], true, false) = (own, set_in, literal) {
            self.entry(term, false, rest.get(..under).unwrap_or_default(), context);
            return length + under;
        }
        // Of "as follows::" one colon is shown, of "::" alone none.
        let mut ranges: Vec<Range<usize>> = own.iter().map(Line::all).collect();
        if literal && let Some(last) = ranges.last_mut() {
            last.end -= if own.last().is_some_and(|l| l.words.ends_with(" ::") || l.words == "::") { 2 } else { 1 };
        }
        self.paragraph(ranges, context);
        if literal {
            let inside = rest.get(..under).unwrap_or_default();
            self.listing(inside, "");
            return length + under;
        }
        if set_in {
            self.blocks(rest.get(..under).unwrap_or_default(), &context.inside());
            return length + under;
        }
        length
    }

    fn paragraph(&mut self, ranges: Vec<Range<usize>>, context: &Context) {
        let joined = Joined::of(self.source, ranges);
        if joined.text().is_empty() {
            return;
        }
        let (kind, level) = context.kind();
        self.reading.open(kind, None, level);
        inline::write(&joined, &mut self.reading, context.refers);
        self.reading.close();
    }

    fn listing(&mut self, lines: &[Line<'s>], language: &str) {
        let Some((first, last)) = lines.first().zip(lines.last()) else { return };
        let range = first.start..last.start + last.words.len();
        let mut at = range.start;
        let words = self.source.get(range).unwrap_or_default();
        let mut ranges = Vec::new();
        for line in words.split_inclusive('\n') {
            ranges.push(at..at + line.len());
            at += line.len();
        }
        self.reading.listing(ranges, language.to_owned());
    }

    /// ":name: value": what the head of a page says of it, or of what something is made.
    fn field(&mut self, name: &str, value: &Line<'s>, inside: &[Line<'s>], context: &Context) {
        let joined = Joined::of(self.source, std::iter::once(value).chain(inside).map(Line::all));
        let key = name.to_ascii_lowercase();
        match key.as_str() {
            "date" if self.first => self.reading.meta().date = written_date(joined.text()),
            // What steers the program.
            "orphan" | "tocdepth" | "nosearch" | "author" | "authors" | "organization" | "copyright" | "address" => {}
            _ => {
                self.reading.open(BlockKind::Field, Some(name.to_owned()), 0);
                inline::write(&joined, &mut self.reading, context.refers);
                self.reading.close();
            }
        }
    }

    /// What ".. " opens: a directive, a target, a note, a substitution or a comment.
    fn explicit(&mut self, line: &Line<'s>, inside: &[Line<'s>], context: &Context) {
        let mark = line.after(2);
        if let Some(name) = mark.words.strip_prefix('_') {
            self.target(name);
        } else if let Some((label, text)) = note(&mark) {
            self.note(label, &text, inside, context);
        } else if !mark.words.starts_with('|')
            && let Some((name, argument)) = mark.words.split_once("::").filter(|(name, _)| directive::is_name(name))
        {
            let argument = mark.after(mark.words.len() - argument.len());
            self.directive(name, &argument, inside, context);
        }
    }

    /// "_name:", "_`long name`: address".
    fn target(&mut self, words: &str) {
        let name = match words.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
            Some((name, _)) => name,
            None => words.split(": ").next().unwrap_or_default().trim_end_matches(':'),
        };
        self.reading.references().define(Target::Place, name);
    }

    /// ".. [1] Its text."
    fn note(&mut self, label: &str, text: &Line<'s>, inside: &[Line<'s>], context: &Context) {
        self.reading.references().define(Target::Note, label.trim_start_matches('#'));
        let lines: Vec<Range<usize>> = std::iter::once(text).chain(inside).map(Line::all).collect();
        if !is_citation(Joined::of(self.source, lines.iter().cloned()).text()) {
            self.paragraph(lines, context);
        }
    }
}

fn note<'s>(mark: &Line<'s>) -> Option<(&'s str, Line<'s>)> {
    let (label, _) = mark.words.strip_prefix('[')?.split_once(']')?;
    let name = !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "#*-_.:".contains(c));
    name.then(|| (label, mark.after(label.len() + 2)))
}

/// "A. Smith wrote it\nin May." is no item: what follows an item's line is set in, an item or blank.
fn is_item(line: &Line, rest: &[Line]) -> bool {
    rest.first().is_none_or(|next| next.is_blank() || next.indent > line.indent || next.numbered().is_some())
}

#[cfg(test)]
mod tests;
