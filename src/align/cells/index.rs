//! Every row and field of a run under the rarest word of its name, so that a sentence meets those only that it names.

use crate::claim::{Column, Columns, Ledger, Stated, Stem, Table, name_tokens, sense, stated, stem, tables};
use crate::document::{Block, BlockKind};
use crate::text::Span;
use std::collections::HashMap;

/// More rows under one word are told apart by other words.
const MOST: usize = 24;

/// A name of no more words is the name of a property and nothing else.
const SHORT_NAME: usize = 1;

/// More cells of a row are not looked at.
const WIDEST: usize = 64;

/// A value that a table, record or infobox states.
#[derive(Debug, Clone)]
pub struct Datum {
    pub document: usize,
    /// The block that holds it.
    pub block: usize,
    pub span: Span,
    pub stated: Stated,
    pub column: Column,
    /// The year that it is of.
    pub year: Option<i16>,
}

/// A row of a table, or a field that stands by itself.
#[derive(Debug)]
pub struct Entry {
    pub document: usize,
    /// Index into the document's tables; fields have none.
    pub table: Option<usize>,
    /// The name as stems, in its order; of a field the senses of its label.
    pub name: Vec<Stem>,
    /// The block that names the row; of a field its own.
    pub block: usize,
    pub year: Option<i16>,
    pub is_total: bool,
    /// It stands for all that have no row of their own.
    pub is_rest: bool,
    /// What the head of its names' column calls it: "Plan".
    pub kind: Option<Stem>,
    pub data: Vec<Datum>,
}

impl Entry {
    /// A value that stands with the name of what it is, in no table of several things.
    fn property(document: usize, name: Vec<Stem>, block: usize, data: Vec<Datum>) -> Entry {
        Entry { document, table: None, name, block, year: None, is_total: false, is_rest: false, kind: None, data }
    }
}

/// What stands over a table: the senses of its titles' words, and the years in them.
#[derive(Debug, Default)]
pub struct Setting {
    pub words: Vec<Stem>,
    pub years: Vec<i16>,
}

#[derive(Debug, Default)]
pub struct Index {
    pub entries: Vec<Entry>,
    by_word: HashMap<Stem, Vec<usize>>,
    by_year: HashMap<i16, Vec<usize>>,
    fields: HashMap<Stem, Vec<usize>>,
    totals: Vec<usize>,
    settings: HashMap<(usize, usize), Setting>,
}

impl Index {
    pub fn new(ledgers: &[Ledger]) -> Index {
        let mut index = Index::default();
        let mut columns = Columns::default();
        for (document, ledger) in ledgers.iter().enumerate() {
            let headings = |b: &Block| b.kind == BlockKind::Heading && b.level == 1;
            let title = ledger.document.blocks.iter().position(headings);
            for (number, table) in tables(&ledger.document, &mut columns).into_iter().enumerate() {
                index.settings.insert((document, number), setting(ledger, &table, title));
                index.take_table(document, ledger, number, &table, &mut columns);
            }
            index.take_fields(document, ledger, &mut columns);
        }
        index.sort();
        index
    }

    /// The rows that have `word` as the rarest of their name.
    pub fn named(&self, word: Stem) -> impl Iterator<Item = usize> + '_ {
        few(self.by_word.get(&word))
    }

    /// The rows without a name that are of a year.
    pub fn of_year(&self, year: i16) -> impl Iterator<Item = usize> + '_ {
        few(self.by_year.get(&year))
    }

    /// The fields that ask for a property.
    pub fn fields(&self, property: Stem) -> impl Iterator<Item = usize> + '_ {
        few(self.fields.get(&property))
    }

    /// The rows that sum up a table.
    pub fn totals(&self) -> impl Iterator<Item = usize> + '_ {
        few(Some(&self.totals))
    }

    pub fn setting(&self, entry: &Entry) -> Option<&Setting> {
        self.settings.get(&(entry.document, entry.table?))
    }

    fn take_table(&mut self, document: usize, ledger: &Ledger, number: usize, table: &Table, columns: &mut Columns) {
        let text = &ledger.document;
        for row in &table.rows {
            let mut data = Vec::new();
            let mut of_nothing = true;
            for index in row.cells.iter().filter(|i| Some(**i) != row.name).take(WIDEST) {
                let Some(block) = text.blocks.get(*index) else { continue };
                let label = label(block.label.as_deref().unwrap_or_default(), block.kind);
                let column = columns.of(label).clone();
                of_nothing &= column.words.is_empty() && column.year.is_none() && column.unit.is_none();
                let Some((stated, span)) = stated(ledger, block, &column) else { continue };
                let of_row = row.year.filter(|_| !(column.is_dated && matches!(stated, Stated::Time(_))));
                let year = column.year.or(of_row);
                data.push(Datum { document, block: *index, span, stated, column, year });
            }
            let tokens = row.name.map(|name| name_tokens(text, name)).unwrap_or_default();
            let (Some(block), false) = (row.name.or(row.cells.first().copied()), data.is_empty()) else { continue };
            let year = row.year;
            // "Length | 412 m" under "Fact | Value": the name is what the value is of.
            if of_nothing && data.len() == 1 && row.cells.len() == 2 && !tokens.is_empty() && year.is_none() {
                let words: Vec<&str> = tokens.iter().map(|t| text.word(*t)).collect();
                let column = columns.of(&words.join(" ")).clone();
                let name = column.words.clone();
                // "Registration deadline for sailors | 12 April" under "Step | Date" is a row as well.
                if tokens.len() > SHORT_NAME && data.iter().all(|d| d.column.is_dated) {
                    let name = tokens.iter().map(|t| stem(text.word(*t))).collect();
                    let (table, is_total, data) = (Some(number), row.is_total, data.clone());
                    let (is_rest, kind) = (false, None);
                    self.entries.push(Entry { document, table, name, block, year, is_total, is_rest, kind, data });
                }
                data.iter_mut().for_each(|d| d.column = column.clone());
                if !row.is_total && !name.is_empty() {
                    self.entries.push(Entry::property(document, name, block, data));
                }
                continue;
            }
            let name = tokens.iter().map(|t| stem(text.word(*t))).collect();
            let is_total = row.is_total;
            let printed =
                row.name.and_then(|n| text.blocks.get(n)).map(|b| text.slice_lower(b.span)).unwrap_or_default();
            let is_rest = printed.starts_with("all other ") || printed.starts_with("other ");
            let head = row.name.and_then(|n| text.blocks.get(n)).and_then(|b| b.label.as_deref());
            let kind = head.and_then(|label| columns.of(label).words.first().copied());
            let table = Some(number);
            self.entries.push(Entry { document, table, name, block, year, is_total, is_rest, kind, data });
        }
    }

    fn take_fields(&mut self, document: usize, ledger: &Ledger, columns: &mut Columns) {
        let blocks = ledger.document.blocks.iter().enumerate();
        for (block, field) in blocks.filter(|(_, b)| b.kind == BlockKind::Field && b.seat.is_none()) {
            let Some(label) = field.label.as_deref() else { continue };
            let column = columns.of(label).clone();
            let Some((stated, span)) = stated(ledger, field, &column).filter(|_| !column.words.is_empty()) else {
                continue;
            };
            let name = column.words.clone();
            let data = vec![Datum { document, block, span, stated, year: column.year, column }];
            self.entries.push(Entry::property(document, name, block, data));
        }
    }

    /// Puts each entry under the word of its name that the fewest share.
    fn sort(&mut self) {
        let mut shared: HashMap<Stem, usize> = HashMap::new();
        for word in self.entries.iter().flat_map(|e| &e.name) {
            *shared.entry(*word).or_default() += 1;
        }
        for (index, entry) in self.entries.iter().enumerate() {
            let rarest = entry.name.iter().min_by_key(|w| (shared.get(*w), **w)).copied();
            match (entry.table, rarest, entry.year) {
                (None, Some(word), _) => self.fields.entry(word).or_default().push(index),
                (Some(_), _, _) if entry.is_total => self.totals.push(index),
                (Some(_), Some(word), _) => self.by_word.entry(word).or_default().push(index),
                (Some(_), None, Some(year)) => self.by_year.entry(year).or_default().push(index),
                _ => {}
            }
        }
    }
}

fn few(found: Option<&Vec<usize>>) -> impl Iterator<Item = usize> + '_ {
    found.filter(|f| f.len() <= MOST).into_iter().flatten().copied()
}

/// A record's field is named by its own key, without those around it.
fn label(label: &str, kind: BlockKind) -> &str {
    if kind == BlockKind::Field { label.split_once(' ').map_or(label, |(_, own)| own) } else { label }
}

fn setting(ledger: &Ledger, table: &Table, title: Option<usize>) -> Setting {
    let document = &ledger.document;
    let mut setting = Setting::default();
    for block in table.titles.iter().copied().chain(title) {
        let Some(block) = document.blocks.get(block) else { continue };
        for token in document.token_at(block.span.start)..document.token_at(block.span.end) {
            let word = document.word(token);
            match word.parse::<i16>() {
                Ok(year) if word.len() == 4 => setting.years.push(year),
                _ => setting.words.push(sense(word)),
            }
        }
    }
    setting
}
