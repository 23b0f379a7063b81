//! Sentences that give a figure of each of several things, as a table would: "Ada Moe got 210 votes, Lind 195 and Roth 88".
//! Each of the things may be told in a word or two, too few for a context. But where two such sentences give the same
//! figures of some things, they are two tellings of one table: what they give of another thing is held against each
//! other, and no figure of the one against another row of the other.
//!
//! Blocks: the words that both sentences have.

use super::value::{agree, differ};
use super::{Blocks, MentionRef};
use crate::align::figures::{Kind, Reading, read_label};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::compare::amount::{comparable, other_unit};
use crate::document::BlockKind;
use crate::story::Stories;
use crate::value::{Amount, AmountKind, Bounds, Hedge, Unit, Value};
use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

/// A sentence of fewer figures is no table, one of more a row of figures without words.
const FIGURES: RangeInclusive<usize> = 3..=24;
/// No row is told in more words than these.
const WIDEST: usize = 8;
/// A word in more such sentences than this finds none.
const BLOCK: usize = 24;
/// What a name tells of whose row it is where a word tells one, and what the nearest one tells beside that ("of the 40 seats in
/// Torp, Lind has 14"), where the nearest word tells one more: "a ride to Lien costs 42".
const NAME: usize = 4;
const NEAREST_NAME: usize = 2;
/// So many figures of the same things make two sentences tell one table.
const AGREEING: usize = 2;

/// A figure of a row in two tellings of one table, and how many figures of other rows are the same.
#[derive(Debug)]
pub struct InRow {
    pub a: MentionRef,
    pub b: MentionRef,
    pub agreeing: usize,
}

/// A figure of a sentence, one that a name stands before too: "Lind 195".
#[derive(Debug)]
struct Told<'a> {
    at: MentionRef,
    kind: Kind,
    reading: Reading<'a>,
    /// The word right behind it, where it may be what is counted.
    behind: Option<Stem>,
}

/// A word, or a figure by its index.
#[derive(Debug, Clone, Copy)]
enum Item {
    Word { stem: Stem, is_name: bool },
    Figure(usize),
}

/// A sentence that may be a table.
#[derive(Debug)]
struct Table<'a> {
    document: usize,
    told: Vec<Told<'a>>,
    items: Vec<Item>,
}

/// The figures of one thing, with the words beside them and what each word is worth.
#[derive(Debug, Default, Clone)]
struct Row {
    words: BTreeMap<Stem, usize>,
    figures: Vec<usize>,
}

/// What is found of all sentences.
#[derive(Debug, Default)]
pub struct Rows {
    pub apart: Vec<InRow>,
    /// Whoever stands in a row has its place in that row of the other text, and nowhere else.
    settled: BTreeSet<(MentionRef, MentionRef)>,
    taken: BTreeSet<(MentionRef, usize)>,
}

impl Rows {
    /// Are the two of different rows of one table?
    pub fn are_of_two(&self, a: MentionRef, b: MentionRef) -> bool {
        let both = self.taken.contains(&(a, b.document)) && self.taken.contains(&(b, a.document));
        both && !self.settled.contains(&(a, b))
    }
}

pub fn rows(ledgers: &[Ledger], stories: &Stories, thin: &mut Blocks) -> Rows {
    let tables: Vec<Table> =
        ledgers.iter().enumerate().flat_map(|(document, ledger)| tables(document, ledger)).collect();
    let mut blocks: BTreeMap<Stem, BTreeSet<usize>> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        for item in &table.items {
            if let Item::Word { stem, .. } = item {
                blocks.entry(*stem).or_default().insert(index);
            }
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for block in blocks.values() {
        let block: Vec<usize> = block.iter().copied().collect();
        let block = thin.thinned(&block, BLOCK, |index| tables.get(index).map(|table| table.document));
        for (i, a) in block.iter().enumerate() {
            for b in block.iter().skip(i + 1) {
                *shared.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    let mut found = Rows::default();
    for ((a, b), _) in shared.into_iter().filter(|(_, words)| *words > AGREEING) {
        let Some((x, y)) = tables.get(a).zip(tables.get(b)) else { continue };
        let role = |table: &Table| ledgers.get(table.document).map(|l| l.document.role);
        let may_meet = role(x).zip(role(y)).is_some_and(|(x, y)| x.meets(y));
        if x.document != y.document && may_meet && stories.related(x.document, y.document) {
            compare(x, y, &mut found);
        }
    }
    found
}

fn tables(document: usize, ledger: &Ledger) -> Vec<Table<'_>> {
    let text = &ledger.document;
    let mut of: BTreeMap<usize, Vec<Told>> = BTreeMap::new();
    for (mention, m) in ledger.mentions.iter().enumerate() {
        if let Some((kind, reading)) = read_label(text, m).filter(|_| !text.is_own(m.span)) {
            let behind = text.token_at(m.span.end);
            let word = text.word(behind);
            let behind = (text.token(behind).is_some_and(|t| t.is_word()) && is_content(word)).then(|| stem(word));
            // "Note 3: the step" names a note, "the No. 3 seed" a seed; "Lind 3 at the fair" gives a figure of somebody.
            let is_label = matches!(&m.value, Value::Amount(a) if a.kind == AmountKind::Label);
            if is_label && (word == ":" || is_content(word)) {
                continue;
            }
            let at = MentionRef { document, mention };
            let of_sentence = of.entry(text.sentence_at(m.span.start)).or_default();
            let tell = |reading| Told { at, kind, reading, behind };
            match ends(&reading).filter(|_| text.word(text.token_at(m.span.start)) == "from") {
                Some(ends) => of_sentence.extend(ends.map(tell)),
                None => of_sentence.push(tell(reading)),
            }
        }
    }
    let is_prose = |sentence: usize| {
        text.block_of(sentence).is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem))
    };
    of.retain(|sentence, told| FIGURES.contains(&told.len()) && is_prose(*sentence));
    of.into_iter().filter_map(|(sentence, told)| table(document, ledger, sentence, told)).collect()
}

/// "From 7 to 9": the two figures that "went from 7 to 9" gives one by one.
fn ends<'a>(reading: &Reading<'a>) -> Option<[Reading<'a>; 2]> {
    let Reading::Amount(amount) = reading else { return None };
    let (low, high) = amount.bounds.low.zip(amount.bounds.high).filter(|_| amount.hedge == Some(Hedge::Range))?;
    let end = |value| {
        let exactly = Amount { value, bounds: Bounds::exactly(value), hedge: None, ..(**amount).clone() };
        Reading::Amount(Cow::Owned(exactly))
    };
    Some([end(low), end(high)])
}

/// "42 kroner, one to Velm 38": a bare number is meant in the unit that the first figure has.
fn in_one_unit(told: &mut [Told]) {
    let Some((first, rest)) = told.split_first_mut() else { return };
    let Reading::Amount(lead) = &first.reading else { return };
    for other in rest.iter_mut().filter(|other| other.behind.is_none() && other.kind == Kind::Number) {
        if let (Some(unit), Reading::Amount(amount)) = (lead.unit, &other.reading) {
            let amount = Amount { unit: Some(unit), kind: lead.kind, ..(**amount).clone() };
            (other.kind, other.reading) = (first.kind, Reading::Amount(Cow::Owned(amount)));
        }
    }
}

/// The words and figures of a sentence in their order.
fn table<'a>(document: usize, ledger: &Ledger, sentence: usize, mut told: Vec<Told<'a>>) -> Option<Table<'a>> {
    in_one_unit(&mut told);
    let text = &ledger.document;
    let tokens = text.sentence_tokens(sentence);
    let place = |(index, told): (usize, &Told)| {
        let span = ledger.mentions.get(told.at.mention)?.span;
        Some((text.token_at(span.start)..text.token_at(span.end), index))
    };
    let places: Vec<_> = told.iter().enumerate().filter_map(place).collect();
    let is_word = |i: usize| text.token(i).is_some_and(|t| t.is_word());
    let is_compact = places.windows(2).all(|pair| match pair {
        [(one, _), (next, _)] => (one.end..next.start).filter(|i| is_word(*i)).count() <= WIDEST,
        _ => true,
    });
    let mut places = places.into_iter().peekable();
    let mut items = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some((place, index)) = places.next_if(|(place, _)| place.start <= at) {
            items.push(Item::Figure(index));
            // Both ends of a range stand in one place.
            while let Some((_, index)) = places.next_if(|(next, _)| next.start == place.start) {
                items.push(Item::Figure(index));
            }
            at = at.max(place.end);
            continue;
        }
        if let Some(token) = text.token(at).filter(|t| t.is_word() && is_content(text.word(at))) {
            items.push(Item::Word { stem: stem(text.word(at)), is_name: token.capital && at > tokens.start });
        }
        at += 1;
    }
    is_compact.then_some(Table { document, told, items })
}

/// The rows of a sentence, by the words that stand once in each of both: each figure with those before it, or behind.
fn rows_of(items: impl Iterator<Item = Item>, keys: &BTreeSet<Stem>) -> Vec<Row> {
    let mut found: Vec<Row> = vec![Row::default()];
    let mut last: Option<Stem> = None;
    for item in items {
        match item {
            Item::Word { stem, is_name } if keys.contains(&stem) => {
                if found.last().is_some_and(|row| !row.figures.is_empty()) {
                    found.push(Row::default());
                }
                if let Some(row) = found.last_mut() {
                    row.words.insert(stem, if is_name { NAME } else { 1 });
                }
                last = Some(stem);
            }
            Item::Figure(index) => {
                if let Some(row) = found.last_mut() {
                    // The nearest word tells most.
                    let nearest = last.take().and_then(|stem| row.words.get_mut(&stem));
                    nearest.into_iter().for_each(|worth| *worth += if *worth == NAME { NEAREST_NAME } else { 1 });
                    row.figures.push(index);
                }
            }
            Item::Word { .. } => {}
        }
    }
    found.retain(|row| !row.words.is_empty() && !row.figures.is_empty());
    found
}

fn compare(a: &Table, b: &Table, found: &mut Rows) {
    let (own, others) = (once(&a.items), once(&b.items));
    let keys: BTreeSet<Stem> = own.intersection(&others).copied().collect();
    if keys.len() < AGREEING || of_two_years(a, b) {
        return;
    }
    let ways = |items: &[Item]| {
        let mut behind = rows_of(items.iter().rev().copied(), &keys);
        behind.iter_mut().for_each(|row| row.figures.reverse());
        [rows_of(items.iter().copied(), &keys), behind]
    };
    let tellings = ways(&a.items).into_iter().flat_map(|x| ways(&b.items).map(|y| Telling::of((a, &x), (b, &y))));
    let best = tellings.max_by_key(|telling| (telling.agreeing, telling.pairs.len(), Reverse(telling.apart.len())));
    // More rows apart than one are another table: of another year, another vote.
    let Some(best) = best.filter(|best| best.agreeing >= AGREEING && best.rows_apart <= 1) else { return };
    let places = |(x, y): &(usize, usize)| Some((a.told.get(*x)?.at, b.told.get(*y)?.at));
    for (x, y) in best.pairs.iter().filter_map(places) {
        found.settled.extend([(x, y), (y, x)]);
        found.taken.extend([(x, y.document), (y, x.document)]);
    }
    let apart = best.apart.iter().filter_map(places);
    found.apart.extend(apart.map(|(a, b)| InRow { a, b, agreeing: best.agreeing }));
}

/// Does each give years, and none that the other gives?
fn of_two_years(a: &Table, b: &Table) -> bool {
    let (one, other) = (years(a), years(b));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|x| other.iter().any(|y| agree(x, y)))
}

fn years<'t, 'a>(table: &'t Table<'a>) -> Vec<&'t Reading<'a>> {
    table.told.iter().filter(|t| t.kind == Kind::Year).map(|t| &t.reading).collect()
}

/// The words that stand there once.
fn once(items: &[Item]) -> BTreeSet<Stem> {
    let mut times: BTreeMap<Stem, usize> = BTreeMap::new();
    for item in items {
        if let Item::Word { stem, .. } = item {
            *times.entry(*stem).or_default() += 1;
        }
    }
    times.into_iter().filter(|(_, times)| *times == 1).map(|(stem, _)| stem).collect()
}

/// Two sentences row by row.
#[derive(Debug, Default)]
struct Telling {
    pairs: Vec<(usize, usize)>,
    apart: Vec<(usize, usize)>,
    agreeing: usize,
    rows_apart: usize,
}

impl Telling {
    fn of((a, own): (&Table, &[Row]), (b, others): (&Table, &[Row])) -> Telling {
        let worth = |x: &Row, y: &Row| -> usize {
            x.words.iter().filter_map(|(word, worth)| Some((*worth).min(*y.words.get(word)?))).sum()
        };
        let mut telling = Telling::default();
        for x in own {
            let mut fits: Vec<(usize, &Row)> =
                others.iter().map(|y| (worth(x, y), y)).filter(|(worth, _)| *worth > 0).collect();
            fits.sort_by_key(|(worth, _)| Reverse(*worth));
            let Some((most, y)) = fits.first().copied() else { continue };
            let next = fits.get(1).map_or(0, |(worth, _)| *worth);
            let rival = own.iter().filter(|z| !std::ptr::eq(*z, x)).any(|z| worth(z, y) >= most);
            if next < most && !rival {
                telling.add(a, x, b, y);
            }
        }
        telling
    }

    fn add(&mut self, a: &Table, x: &Row, b: &Table, y: &Row) {
        let pairs: Vec<(usize, usize)> = x.figures.iter().copied().zip(y.figures.iter().copied()).collect();
        let verdict = |(x, y): &(usize, usize)| a.told.get(*x).zip(b.told.get(*y)).and_then(verdict);
        let told: Option<Vec<bool>> = pairs.iter().map(verdict).collect();
        let Some(told) = told.filter(|_| x.figures.len() == y.figures.len()) else { return };
        // "By 2 to 9" and "from 7 to 9" say the same, and a part of it is the same.
        if told.iter().all(|same| *same) {
            self.agreeing += pairs.len();
        } else {
            self.apart.extend(pairs.iter().zip(&told).filter(|(_, same)| !**same).map(|(pair, _)| *pair));
            self.rows_apart += 1;
        }
        self.pairs.extend(pairs);
    }
}

/// Do the two say the same? None where they cannot be held against each other.
fn verdict((x, y): (&Told, &Told)) -> Option<bool> {
    let of_two = x.behind.is_some() && y.behind.is_some() && x.behind != y.behind;
    let meet = x.kind == y.kind
        && !of_two
        && match (&x.reading, &y.reading) {
            (Reading::Amount(a), Reading::Amount(b)) => match (a.unit, b.unit) {
                (Some(Unit::Money(_)), Some(Unit::Money(_))) => comparable(a, b) || other_unit(a, b),
                (Some(p), Some(q)) => p.dimension() == q.dimension(),
                (None, None) => true,
                _ => false,
            },
            _ => true,
        };
    match meet {
        true if differ(&x.reading, &y.reading) => Some(false),
        true => agree(&x.reading, &y.reading).then_some(true),
        false => None,
    }
}
