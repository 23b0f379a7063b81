//! Settings of programs as documentation tells them: the default of an option, its type, whether it is needed and what
//! limits it, in cells of a table, items of a list, under a heading, in a sentence or in the text of `--help`. One shape,
//! wherever it is written.

mod fields;
mod given;
mod help;
mod name;
mod named;
mod needs;
mod past;
mod plain;
mod ports;
mod told;
mod words;

pub use fields::are_units_of_one;
pub use given::Given;
pub use name::Name;
pub use named::{Named, Used, documented, spoken, used};
use past::old_blocks;
pub use past::{is_of_the_whole, is_old_folder, is_past_path, past_blocks};
pub use ports::default_ports;

use crate::claim::{Columns, Ledger, tables};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::en::settings::{DEFAULT, KINDS, NEEDS, SWITCHES};
use crate::text::Span;
use told::{Told, told};
use words::{Word, words};

/// So many blocks under a heading are looked at for what it names.
const UNDER: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Aspect {
    Default,
    Type,
    Required,
    Most,
    /// The unit that its values are in.
    Unit,
    /// Where a program listens.
    Port,
    /// The least version of another program that is needed.
    Least,
}

/// Where a setting is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// A row, an item, a heading or a line of help that is about it alone.
    Entry,
    /// A sentence that names it.
    Sentence,
    /// A sentence in its words, beside one that names it.
    Plain,
}

#[derive(Debug, Clone)]
pub struct Setting {
    pub name: Name,
    pub named: Span,
    pub aspect: Aspect,
    pub given: Given,
    pub span: Span,
    pub form: Form,
    /// The table, the list or the part that tells of it and its neighbours.
    pub sheet: u32,
    /// The row, item or heading, by where it starts.
    pub entry: u32,
}

/// What stands in a document of settings.
#[derive(Debug, Default)]
pub struct Settings {
    /// All that it tells, by place.
    pub told: Vec<Setting>,
    /// The first words of the variables that it names in code, sorted, each with the number of variables.
    pub own_words: Vec<(String, usize)>,
}

impl Settings {
    pub fn of(ledger: &Ledger) -> Settings {
        let document = &ledger.document;
        let mut variables: Vec<String> = Vec::new();
        for code in &document.code {
            let printed = document.source_text(document.place(*code));
            variables.extend(Name::of(printed.trim_matches(['`', ' '])).filter(|n| n.is_variable).map(|n| n.key));
        }
        variables.sort_unstable();
        variables.dedup();
        let mut own_words: Vec<(String, usize)> = Vec::new();
        for first in variables.iter().filter_map(|key| key.split_once('_')).map(|(first, _)| first) {
            match own_words.last_mut() {
                Some((last, count)) if last == first => *count = count.saturating_add(1),
                _ => own_words.push((first.to_owned(), 1)),
            }
        }
        Settings { told: settings(ledger), own_words }
    }
}

/// All that a document tells of settings, sorted by place.
fn settings(ledger: &Ledger) -> Vec<Setting> {
    let document = &ledger.document;
    if is_past_path(&document.path) {
        return Vec::new();
    }
    let past = old_blocks(document);
    let is_past = |block: usize| past.get(block).copied().unwrap_or_default();
    let mut found = Vec::new();
    rows(document, &is_past, &mut found);
    items(document, &is_past, &mut found);
    headings(document, &is_past, &mut found);
    sentences(document, &is_past, &mut found);
    help::listings(document, &is_past, &mut found);
    fields::fields(document, &is_past, &mut found);
    ports::ports(document, &is_past, &mut found);
    needs::needs(document, &is_past, &mut found);
    plain::plain(ledger, &is_past, &mut found);
    found.sort_by_key(|s| (s.span.start, s.aspect, s.form));
    found.dedup_by(|b, a| a.span == b.span && a.aspect == b.aspect);
    found
}

struct Entry {
    name: Name,
    named: Span,
    sheet: u32,
    form: Form,
}

impl Entry {
    fn setting(&self, told: Told) -> Setting {
        let Told { aspect, given, span, .. } = told;
        let (name, entry) = (self.name.clone(), self.named.start);
        Setting { name, named: self.named, aspect, given, span, form: self.form, sheet: self.sheet, entry }
    }
}

/// What the head of a column asks of each setting.
fn column(label: &str) -> Option<(Aspect, bool)> {
    let lower = label.to_lowercase();
    let mut parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let first = parts.next()?;
    let short = parts.count() <= 1;
    if DEFAULT.contains(first) && short {
        return Some((Aspect::Default, true));
    }
    if first == "type" && short {
        return Some((Aspect::Type, true));
    }
    NEEDS.get(first).filter(|_| short).map(|needed| (Aspect::Required, *needed))
}

fn rows(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    for table in tables(document, &mut Columns::default()) {
        let block = |index: &usize| document.blocks.get(*index).map(|b| (*index, b));
        for row in table.rows {
            let cells: Vec<(usize, &Block)> = row.cells.iter().filter_map(block).collect();
            let Some((first, head)) = cells.first().copied().filter(|(_, b)| b.kind == BlockKind::Cell) else { break };
            let Some(seat) = head.seat.filter(|s| s.column == 0 && s.columns == 1 && s.rows == 1) else { continue };
            let Some((name, named)) = name_of_cell(document, head) else { continue };
            if is_past(first) {
                break;
            }
            let entry = Entry { name, named, sheet: seat.table, form: Form::Entry };
            for (_, cell) in cells.iter().skip(1).filter(|(_, b)| b.seat.is_some_and(|s| s.columns == 1 && s.rows == 1))
            {
                let words = words(document, cell.span);
                let asked = cell.label.as_deref().and_then(column);
                match asked {
                    Some((aspect, sense)) => {
                        found.extend(of_cell(&words, cell, aspect, sense).map(|t| entry.setting(t)))
                    }
                    None => found.extend(told_of(&words, document, &entry)),
                }
            }
        }
    }
}

/// The setting that a row's first cell names: code, or an identifier alone.
fn name_of_cell(document: &Document, cell: &Block) -> Option<(Name, Span)> {
    let words = words(document, cell.span);
    let code = words.iter().filter(|w| w.is_code).max_by_key(|w| (w.text.starts_with("--"), w.text.len()));
    if let Some(code) = code {
        return Some((Name::of(&code.text)?, code.span));
    }
    let printed = document.slice(cell.span);
    let is_one = !printed.contains(char::is_whitespace) || printed.starts_with('-');
    is_one.then(|| Name::of(printed)).flatten().map(|name| (name, cell.span))
}

/// What a cell gives, where it gives one value and nothing else.
fn of_cell(words: &[Word], cell: &Block, aspect: Aspect, sense: bool) -> Option<Told> {
    let printed: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
    let whole = printed.join(if words.len() == 2 { " " } else { "" });
    let span = if let [only] = words { only.span } else { cell.span };
    let given = match aspect {
        Aspect::Type => {
            let lower = whole.to_lowercase();
            Given::Word((*KINDS.get(lower.as_str())?).to_owned())
        }
        Aspect::Required => match Given::of(&whole)? {
            Given::Switch(on) => Given::Switch(on == sense),
            Given::Word(word) => Given::Switch(*NEEDS.get(word.as_str())?),
            Given::Amount(_) | Given::Version(_) => return None,
        },
        _ => {
            // "required" under "Default" says that there is none.
            let lower = whole.to_lowercase();
            Given::of(&whole).filter(|_| !NEEDS.contains_key(lower.as_str()))?
        }
    };
    Some(Told { aspect, given, span, at: 0 })
}

/// What the words of an entry tell of it, sentence by sentence.
fn told_of(all: &[Word], document: &Document, entry: &Entry) -> Vec<Setting> {
    let sentence = |word: &Word| document.sentence_at(word.span.start);
    let parts = all.chunk_by(|a, b| sentence(a) == sentence(b));
    // A further sentence that names something else in code tells of that.
    let of_another = |number: usize, words: &[Word], told: &Told| {
        number > 0 && spoken_of(words, told.at).is_some_and(|(name, _)| name.key != entry.name.key)
    };
    let mut found: Vec<Setting> = Vec::new();
    for (number, words) in parts.enumerate() {
        found.extend(told(words, true).into_iter().filter(|t| !of_another(number, words, t)).map(|t| entry.setting(t)));
    }
    found.extend(fields::units(&entry.name, entry.named, all).into_iter().map(|told| entry.setting(told)));
    found
}

/// "- `retries` (number, default `3`): how often".
fn items(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    let mut sheet = 0;
    let mut last = None;
    for (index, block) in document.blocks.iter().enumerate().filter(|(_, b)| b.kind == BlockKind::ListItem) {
        if last.is_none_or(|last: usize| last + 1 < index) {
            sheet = LISTS.saturating_add(index as u32);
        }
        last = Some(index);
        if is_past(index) {
            continue;
        }
        let words = words(document, block.span);
        let Some(first) = words.first() else { continue };
        let marked = words.get(1).is_some_and(|w| matches!(w.text.as_str(), ":" | "(" | "-" | "–" | "—"));
        let Some(name) = Name::of(&first.text).filter(|_| first.is_code || marked) else { continue };
        let is_field = !first.is_code
            && (DEFAULT.contains(first.lower.as_str())
                || NEEDS.contains_key(first.lower.as_str())
                || first.lower == "type");
        if is_field || SWITCHES.contains_key(first.lower.as_str()) {
            continue;
        }
        let entry = Entry { name, named: first.span, sheet, form: Form::Entry };
        found.extend(told_of(words.get(1..).unwrap_or_default(), document, &entry));
    }
}

/// The option that the heading above a place names, where it names nothing else: what stands there is told of that one.
pub fn option_above(document: &Document, at: u32) -> Option<String> {
    let until = document.blocks.partition_point(|b| b.span.start < at);
    let near = document.blocks.get(until.saturating_sub(UNDER)..until).unwrap_or_default();
    let heading = near.iter().rev().find(|b| b.kind == BlockKind::Heading)?;
    let printed = document.source_text(document.place(heading.span)).trim_matches(['`', '*', ' ']);
    let name = Name::of(printed).filter(|name| name.is_telling() && (name.is_flag || !printed.contains(' ')))?;
    (name.is_flag || printed.contains('_')).then_some(name.key)
}

impl Setting {
    /// Does the text of `--help` tell of it?
    pub fn is_of_help(&self) -> bool {
        self.sheet >= help::LISTINGS - 1
    }

    /// Is what tells of it a table, a list, a part under headings, or a listing?
    pub fn kind_of_sheet(&self) -> u32 {
        [LISTS, PARTS, help::LISTINGS - 1].iter().filter(|from| self.sheet >= **from).count() as u32
    }
}

/// Numbers of sheets that are lists, parts or listings, so that they differ from those of tables.
const LISTS: u32 = 1 << 20;
const PARTS: u32 = 1 << 24;

/// A heading that is an identifier, and the fields under it.
fn headings(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    let mut sheet = PARTS;
    let mut level = 0;
    for (index, block) in
        document.blocks.iter().enumerate().filter(|(_, b)| b.kind == BlockKind::Heading && b.level > 1)
    {
        if block.level < level || level == 0 {
            sheet = PARTS.saturating_add(index as u32);
        }
        level = block.level;
        let words = words(document, block.span);
        let [only] = words.as_slice() else { continue };
        let small = only.text.starts_with(|c: char| c.is_ascii_lowercase() || c == '-');
        let Some(name) = Name::of(&only.text).filter(|_| (only.is_code || small) && !is_past(index)) else { continue };
        let entry = Entry { name, named: only.span, sheet, form: Form::Entry };
        let below = document.blocks.get(index + 1..).unwrap_or_default();
        let mut of_items: Vec<Setting> = Vec::new();
        for part in below.iter().take(UNDER).take_while(|b| b.kind != BlockKind::Heading && b.kind != BlockKind::Cell) {
            let words = self::words(document, part.span);
            // An item that opens with a name is about what it names, and so is a sentence that names another setting.
            let own = words.first().is_some_and(|w| w.is_code) && part.kind == BlockKind::ListItem;
            let other = |told: &Told| {
                spoken_of(&words, told.at).is_some_and(|(name, _)| name.is_telling() && name.key != entry.name.key)
            };
            if own || told(&words, true).iter().any(other) {
                continue;
            }
            let all = told_of(&words, document, &entry);
            let is_item = matches!(part.kind, BlockKind::ListItem | BlockKind::Field);
            if is_item { of_items.extend(all) } else { found.extend(all) }
        }
        // Several items with a default each tell of several options.
        let once = |s: &Setting| of_items.iter().filter(|other| other.aspect == s.aspect).count() == 1;
        found.extend(of_items.iter().filter(|s| once(s)).cloned());
    }
}

/// Sentences that name one setting: by a flag, or by the only name in code.
fn sentences(document: &Document, is_past: &dyn Fn(usize) -> bool, found: &mut Vec<Setting>) {
    for sentence in &document.sentences {
        let block = sentence.block as usize;
        let prose =
            document.blocks.get(block).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem));
        let holds = || document.code.iter().skip(document.code.partition_point(|c| c.end <= sentence.span.start));
        let has_code = holds().next().is_some_and(|c| c.start < sentence.span.end);
        if !prose || is_past(block) || !(has_code || document.slice(sentence.span).contains("--")) {
            continue;
        }
        let words = words(document, sentence.span);
        // No word of the sentence is the value: it is told in a unit.
        let one = words.iter().filter(|w| w.is_code && Name::of(&w.text).is_some()).count() == 1;
        let unit = spoken_of(&words, usize::MAX).filter(|_| one);
        let unit = unit.map(|(name, named)| fields::units(&name, named, &words));
        // "Defaults to `A/b`, where `A` is what `--prefix` says": what defaults was named before.
        if words.first().is_some_and(|w| w.is("defaults")) {
            continue;
        }
        for told in told(&words, false).into_iter().chain(unit.unwrap_or_default()) {
            let at = if told.aspect == Aspect::Unit { usize::MAX } else { told.at };
            let Some((name, named)) = spoken_of(&words, at) else { continue };
            let entry = Entry { name, named, sheet: PARTS, form: Form::Sentence };
            let setting = entry.setting(told);
            // What an entry tells of itself is told once.
            if !found.iter().any(|s| s.span == setting.span) {
                found.push(setting);
            }
        }
    }
}

/// The one flag, or else the one name in code, that is not the value at `value`.
fn spoken_of(words: &[Word], value: usize) -> Option<(Name, Span)> {
    let named = words.iter().enumerate().filter(|(at, w)| w.is_code && *at != value);
    let mut names: Vec<(Name, Span)> = named.filter_map(|(_, w)| Some((Name::of(&w.text)?, w.span))).collect();
    if names.iter().any(|(name, _)| name.is_flag) {
        names.retain(|(name, _)| name.is_flag);
    }
    names.dedup_by(|a, b| a.0.key == b.0.key);
    match names.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}
