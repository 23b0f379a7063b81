//! From the bytes of a file to a `Document`: what a person reads of it, cut into
//! blocks, sentences and tokens, each of which maps back to bytes of the file.
//!
//! Reading never fails once the bytes are text: damage is read as it stands.
//! Which parts make claims is decided by the format (`format/`); everything after
//! this folder sees one kind of `Document` only.

mod abbreviations;
mod citation;
mod copyright;
mod dateline;
mod encoding;
pub mod format;
mod forms;
mod index;
mod language;
mod left_out;
mod map;
mod months;
mod narrow;
mod note_list;
mod own;
mod parts;
mod reading;
mod reference;
mod segment;
mod stamp;
mod technical;
mod token;
mod token_bytes;
mod written_date;

pub use encoding::Encoding;
pub use format::Format;
pub use map::Map;
pub use months::{month_name, month_number};
pub use parts::Parts;
pub use reading::{Fence, Reading};
use reference::anchors;
pub use reference::{Dangling, Target};
use serde::{Deserialize, Serialize};
pub use token::{Token, TokenKind, tokenize};

use crate::text::{LineIndex, Place, Position, Span, WordSet, packed};
use encoding::{Decoded, WayBack};
use forms::Forms;
use index::Index;
use jiff::civil::Date;
use own::Own;
use std::borrow::Cow;
use std::path::Path;
use std::sync::OnceLock;

/// The longest file that is read, in bytes (32 MiB). A longer one is refused aloud.
pub const LIMIT: usize = 32 << 20;

/// Holds the place of what is no prose in a reading.
const GAP: char = '\u{fffc}';

/// What a document is to the others of its run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// All documents are checked against each other.
    Peer,
    /// Checked against the sources (`--against`).
    Draft,
    /// What drafts must agree with.
    Source,
}

impl Role {
    /// Are documents of the two held against each other? Drafts are not held against drafts, nor sources against sources.
    pub fn meets(self, other: Role) -> bool {
        self != other || self == Role::Peer
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    Heading,
    Paragraph,
    ListItem,
    /// Somebody's words, set apart.
    Quote,
    /// A table cell; its label is the column head.
    Cell,
    /// A labelled value: infobox field, front matter key, JSON key, CSV column.
    Field,
    Caption,
}

/// Where a cell, or a field that is one of a record's, stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Seat {
    /// The table's number in its document, and the row's in its table.
    pub table: u32,
    pub row: u32,
    /// From 0.
    pub column: u16,
    /// How many columns and rows it fills.
    pub columns: u16,
    pub rows: u16,
    /// It is marked as the head of a column or of its row.
    pub is_head: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Block {
    pub kind: BlockKind,
    pub label: Option<String>,
    /// Depth of a heading (1 is the title), nesting of a list item (from 1), column of a
    /// table cell (from 1; 0 for a column head), else 0.
    pub level: u8,
    pub span: Span,
    /// Of a cell: where it stands in its table.
    pub seat: Option<Seat>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
    /// Index into `Document::blocks`.
    pub block: u32,
    /// Indices into `Document::tokens`.
    pub tokens: std::ops::Range<u32>,
}

/// What a file says about itself.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Meta {
    pub title: Option<String>,
    #[serde(with = "packed::some_date")]
    pub date: Option<Date>,
    pub dates: Dates,
    pub language: Option<String>,
    /// The sources that its front matter names, as written there.
    pub sources: Vec<String>,
}

/// The days that a file gives itself, each in its place.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Dates {
    /// In its front matter.
    #[serde(with = "packed::some_date")]
    pub head: Option<Date>,
    /// In its dateline or time stamp.
    #[serde(with = "packed::some_date")]
    pub text: Option<Date>,
    #[serde(with = "packed::some_date")]
    pub name: Option<Date>,
}

/// What is worked out of the rest anew is not stored (`restored`).
#[derive(Debug, Serialize, Deserialize)]
pub struct Document {
    pub path: String,
    pub role: Role,
    pub format: Format,
    pub meta: Meta,
    /// The file as text: its own bytes where it is UTF-8, else what they decode to, or what was read out of a container.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What a person reads: the blocks, a line break between each two, and the blocks of code behind them.
    pub text: String,
    /// `text` in ASCII lower case: the same length, offset for offset.
    #[serde(skip)]
    pub lower: String,
    pub blocks: Vec<Block>,
    pub sentences: Vec<Sentence>,
    #[serde(with = "token_bytes")]
    pub tokens: Vec<Token>,
    /// Made when somebody asks: most places are never printed.
    #[serde(skip)]
    lines: OnceLock<LineIndex>,
    /// Words that are code in a sentence or cell, in order.
    pub code: Vec<Span>,
    /// Blocks of code, which belong to no block of the text.
    pub fences: Vec<Fence>,
    forms: Forms,
    #[serde(skip)]
    index: Index,
    /// By sentence, what its reader keeps of its tokens: several ask for the same.
    #[serde(skip)]
    kept: OnceLock<Vec<OnceLock<Box<[u8]>>>>,
    /// References to other places of the document that lead nowhere.
    pub dangling: Vec<Dangling>,
    /// The language it is in, if that is not English.
    #[serde(with = "packed::some_words")]
    foreign: Option<packed::Words>,
    map: Map,
    parts: Parts,
    /// Datelines and time stamps, in order.
    own: Vec<Span>,
    way_back: WayBack,
}

/// Does the file's name say that it holds the text of a licence: `LICENSE`, `LICENSE-MIT.txt`, `COPYING`?
pub fn is_licence(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split(['.', '-']).next().unwrap_or_default();
    ["license", "licence", "copying", "unlicense"].iter().any(|known| stem.eq_ignore_ascii_case(known))
}

impl Document {
    /// Reads a file's bytes. The error is the end of a sentence that begins with the file's name.
    pub fn open(path: &str, role: Role, bytes: Vec<u8>) -> Result<Document, String> {
        let format = Format::detect(Path::new(path), &bytes);
        // Nothing is damaged in a file without a byte, of whatever format.
        if bytes.is_empty() {
            return Ok(Document::read(path, role, format, bytes));
        }
        if let Some(sentence) = format::unread(Path::new(path), &bytes) {
            return Err(sentence);
        }
        if let Some(extract) = format.extract(&bytes) {
            let (text, reading) = extract?;
            return Ok(Document::from_reading(path, role, format, text.into_bytes(), reading));
        }
        let Some(Decoded { text, way_back }) = Decoded::new(bytes) else {
            return Err("is binary, not text; leave it out or convert it to text first".to_owned());
        };
        let reading = after_mark(&text, |source| format.try_read(source))?;
        Ok(Document { way_back, ..Document::from_reading(path, role, format, text.into_bytes(), reading) })
    }

    /// Reads `bytes`, which are UTF-8 (the caller has checked that), as `format`.
    pub fn read(path: &str, role: Role, format: Format, bytes: Vec<u8>) -> Document {
        let reading = after_mark(&String::from_utf8_lossy(&bytes), |source| Ok(format.read(source)));
        let reading = reading.unwrap_or_else(|_| Reading::new("").finish());
        Document::from_reading(path, role, format, bytes, reading)
    }

    fn from_reading(path: &str, role: Role, format: Format, bytes: Vec<u8>, reading: Reading) -> Document {
        let Reading { text, mut blocks, mut meta, mut dangling, map, code, fences, parts } = reading;
        // A licence makes no claims: which one it is, its bytes tell.
        if is_licence(path) {
            blocks.truncate(1);
        }
        let Own { date, spans: mut own } = own::own(&text, &blocks);
        meta.dates = Dates { head: meta.date, text: date, name: own::in_file_name(path) };
        meta.date = meta.date.or(date).or(meta.dates.name);
        let (sentences, tokens) = segment::segment(&text, &blocks, &own);
        let lower = text.to_ascii_lowercase();
        // Only now: sentences are cut apart at what else is about the document.
        for about in [note_list::sources(&text, &blocks), copyright::notices(&lower, &blocks)] {
            own.retain(|o| !about.iter().any(|s| s.overlaps(*o)));
            own.extend(about);
        }
        own.sort_unstable_by_key(|o| o.start);
        let prose = fences.first().map_or(lower.len(), |fence| fence.span.range().start);
        let prose = lower.get(..prose).unwrap_or_default();
        dangling.extend(reference::lost(prose));
        Document {
            path: path.to_owned(),
            role,
            format,
            meta,
            lines: OnceLock::new(),
            bytes,
            way_back: WayBack::UTF8,
            dangling,
            foreign: language::foreign(text.get(..prose.len()).unwrap_or_default(), prose, &tokens),
            forms: Forms::new(&lower, &tokens),
            index: Index::new(&tokens, &sentences, text.len()),
            kept: OnceLock::new(),
            lower,
            text,
            blocks,
            sentences,
            tokens,
            map,
            parts,
            own,
            code,
            fences,
        }
    }

    /// A document that was stored, with the bytes that it was read from.
    pub fn restored(self, bytes: Vec<u8>) -> Document {
        Document {
            bytes,
            index: Index::new(&self.tokens, &self.sentences, self.text.len()),
            lower: self.text.to_ascii_lowercase(),
            ..self
        }
    }

    /// The same in no more room than it needs.
    pub fn compact(mut self) -> Document {
        self.text.shrink_to_fit();
        self.blocks.shrink_to_fit();
        self.sentences.shrink_to_fit();
        self.tokens.shrink_to_fit();
        self
    }

    /// Forgets what was worked out of it since it was read.
    pub fn forget(&mut self) {
        self.lines.take();
        self.kept.take();
    }

    /// Is what stands at `span` about the document, and not what it tells of: a dateline, a time stamp?
    pub fn is_own(&self, span: Span) -> bool {
        let behind = self.own.partition_point(|own| own.end <= span.start);
        self.own.get(behind).is_some_and(|own| own.start < span.end)
    }

    /// Is all that stands at `span` about the document?
    pub fn is_wholly_own(&self, span: Span) -> bool {
        let behind = self.own.partition_point(|own| own.end <= span.start);
        self.own.get(behind).is_some_and(|own| own.start <= span.start && span.end <= own.end)
    }

    /// The words at `span`, as a person reads them.
    #[inline]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The same, with the file's own words where the reading only keeps a place for them, as for code.
    pub fn printed(&self, span: Span) -> Cow<'_, str> {
        let words = self.slice(span);
        if !words.contains(GAP) {
            return Cow::Borrowed(words);
        }
        let mut printed = String::with_capacity(words.len());
        for (at, c) in words.char_indices() {
            if c == GAP {
                let start = span.start as usize + at;
                printed.push_str(self.source_text(self.place(Span::new(start, start + GAP.len_utf8()))));
            } else {
                printed.push(c);
            }
        }
        Cow::Owned(printed)
    }

    /// The same in ASCII lower case.
    #[inline]
    pub fn slice_lower(&self, span: Span) -> &str {
        self.lower.get(span.range()).unwrap_or_default()
    }

    /// Where `span` stands in the file.
    pub fn place(&self, span: Span) -> Place {
        self.map.place(span)
    }

    /// The language it is in, where that is plainly not English.
    pub fn foreign(&self) -> Option<&'static str> {
        self.foreign
    }

    pub fn encoding(&self) -> Encoding {
        self.way_back.encoding
    }

    /// Where `place` of the text stands in the file as given: the same, unless it is not UTF-8.
    pub fn in_file(&self, place: Place) -> Place {
        self.way_back.in_file(&self.bytes, place)
    }

    /// The line and column at which `place` starts.
    pub fn position(&self, place: Place) -> Position {
        self.lines().position(&self.bytes, place.start)
    }

    /// The lines of its bytes.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.bytes))
    }

    /// The first and the last line on which `span` stands.
    pub fn lines_of(&self, span: Span) -> (usize, usize) {
        let place = self.place(span);
        (self.lines().line(place.start), self.lines().line(place.end.saturating_sub(1).max(place.start)))
    }

    /// The part of the file that `place` starts in, as people name it: a cell of a sheet, a chapter, a time.
    pub fn part(&self, place: Place) -> Option<&str> {
        self.parts.at(place.start)
    }

    /// The file's own words at `place`.
    pub fn source_text(&self, place: Place) -> &str {
        self.bytes.get(place.start..place.end).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or_default()
    }

    /// What stands before `span` on its line of the file, as far as a list's marker may reach: "3.", "(b)".
    pub fn marker(&self, span: Span) -> &str {
        const LONGEST: usize = 12;
        let end = self.place(span).start;
        let before = self.bytes.get(end.saturating_sub(LONGEST)..end).unwrap_or_default();
        let line = before.rsplit(|b| *b == b'\n').next().unwrap_or_default();
        std::str::from_utf8(line).unwrap_or_default()
    }

    #[inline]
    pub fn token(&self, index: usize) -> Option<&Token> {
        self.tokens.get(index)
    }

    /// The token's words in ASCII lower case; empty past the end.
    #[inline]
    pub fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| self.slice_lower(t.span))
    }

    /// The token's words as written; empty past the end.
    #[inline]
    pub fn written(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| self.slice(t.span))
    }

    /// The word form of token `index`: the same number for the same lower-case word; none for numbers and marks.
    #[inline]
    pub fn form(&self, index: usize) -> Option<usize> {
        self.forms.of(index)
    }

    /// Does it have this word, which is in lower case?
    pub fn has(&self, word: &str) -> bool {
        self.form_of(word).is_some()
    }

    /// The number of this word form, which is in lower case, where it has it.
    pub fn form_of(&self, word: &str) -> Option<usize> {
        self.forms.find(&self.lower, &self.tokens, word)
    }

    /// Does it have one of these words?
    pub fn has_any(&self, words: &WordSet) -> bool {
        words.iter().any(|word| self.has(word))
    }

    /// What `ask` says of each word form, in the order of the forms.
    pub fn per_form<T>(&self, ask: impl Fn(&str) -> T) -> Vec<T> {
        self.forms.words(&self.lower, &self.tokens).map(ask).collect()
    }

    /// A byte for each token of sentence `index`, worked out by `read` when somebody asks for the first time.
    pub fn kept_of_sentence(&self, index: usize, read: impl FnOnce() -> Box<[u8]>) -> &[u8] {
        let kept = self.kept.get_or_init(|| self.sentences.iter().map(|_| OnceLock::new()).collect());
        kept.get(index).map_or(&[], |kept| kept.get_or_init(read))
    }

    /// The same, where asking keeps something.
    pub fn per_form_with<T>(&self, ask: impl FnMut(&str) -> T) -> Vec<T> {
        self.forms.words(&self.lower, &self.tokens).map(ask).collect()
    }

    /// Does token `index` follow the one before it without a gap?
    #[inline]
    pub fn joined(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|i| self.tokens.get(i));
        matches!((before, self.tokens.get(index)), (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// The tokens of sentence `index`, as a range into `tokens`.
    #[inline]
    pub fn sentence_tokens(&self, index: usize) -> std::ops::Range<usize> {
        self.sentences.get(index).map_or(0..0, |s| s.tokens.start as usize..s.tokens.end as usize)
    }

    /// The index of the first token that starts at or after `offset`.
    #[inline]
    pub fn token_at(&self, offset: u32) -> usize {
        let from = self.index.token(offset);
        let behind = self.tokens.get(from..).unwrap_or_default();
        from.saturating_add(behind.iter().take_while(|t| t.span.start < offset).count())
    }

    /// The index of the sentence that holds `offset` (the last one that starts before it).
    #[inline]
    pub fn sentence_at(&self, offset: u32) -> usize {
        let from = self.index.sentence(offset);
        let behind = self.sentences.get(from..).unwrap_or_default();
        from.saturating_add(behind.iter().take_while(|s| s.span.start <= offset).count()).saturating_sub(1)
    }

    /// The block that holds sentence `index`.
    #[inline]
    pub fn block_of(&self, sentence: usize) -> Option<&Block> {
        self.sentences.get(sentence).and_then(|s| self.blocks.get(s.block as usize))
    }

    /// Says what is wrong with the places, if anything is: what every test and fuzz target holds a reader to.
    pub fn fault(&self) -> Option<String> {
        let Ok(source) = std::str::from_utf8(&self.bytes) else { return Some("bytes that are no text".to_owned()) };
        let in_file = |span| {
            let place = self.place(span);
            !self.slice(span).trim().is_empty() && source.get(place.start..place.end).is_some()
        };
        let ordered = self.blocks.windows(2).all(|pair| matches!(pair, [a, b] if a.span.end <= b.span.start));
        let spans = self.blocks.iter().map(|b| b.span).chain(self.tokens.iter().map(|t| t.span));
        let lost =
            spans.into_iter().find(|span| !in_file(*span)).map(|span| format!("{span:?} is nowhere in the file"));
        let unordered = (!ordered).then(|| "blocks overlap".to_owned());
        self.map.fault(&self.text, source).or(unordered).or(lost)
    }
}

/// Reads what stands behind the byte order mark, if there is one.
fn after_mark(text: &str, read: impl FnOnce(&str) -> Result<Reading, String>) -> Result<Reading, String> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reading = read(text.get(mark..).unwrap_or_default())?;
    reading.map.shift(mark);
    reading.parts.shift(mark);
    Ok(reading)
}
