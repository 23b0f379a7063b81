//! Cells and fields held against sentences of prose: a cell states that its column's head is, for its row, its value;
//! a sentence that names the row and speaks of the property may say otherwise.
//!
//! In a sentence, values that some cell of a named row gives are explained, and so are sums and differences of two.
//! What is left is a conflict only where one value and one cell are left for each other.

mod index;
mod likeness;
mod sentence;
mod weigh;

pub use index::Datum;

use super::Evidence;
use crate::claim::{Ledger, Stated};
use crate::text::Span;
use index::{Entry, Index};
use likeness::{Likeness, likeness};
use rust_decimal::Decimal;
use sentence::{Opening, Said, Sentence};
use weigh::Meeting;

/// What a pair must weigh before it is a conflict, and before it is an agreement.
const SURE: f64 = 3.5;
const ALIKE: f64 = 2.5;
/// By how much a pair must lead over any other of the same value or cell.
const LEAD: f64 = 0.8;
/// So many cells of the named rows are added to and taken from each other.
const MOST_CELLS: usize = 48;

/// A value of prose and the cell that is of the same thing.
#[derive(Debug)]
pub struct Told {
    pub datum: Datum,
    /// The block that names the cell's row; of a field its own.
    pub name: usize,
    pub document: usize,
    pub sentence: usize,
    pub span: Span,
    pub evidence: Evidence,
    pub agrees: bool,
    /// The sentence has a name of the row that no other thing would bear.
    pub is_named_in_full: bool,
}

/// A cell and a value of one sentence, by their indices.
struct Pair<'a> {
    entry: &'a Entry,
    datum: &'a Datum,
    value: usize,
    evidence: Evidence,
    likeness: Likeness,
    is_named_in_full: bool,
}

impl Pair<'_> {
    fn cell(&self) -> (usize, usize) {
        (self.datum.document, self.datum.block)
    }

    fn is_same(&self) -> bool {
        self.likeness == Likeness::Same
    }

    /// The two cells stand in one row, or in one column of a table.
    fn beside(&self, other: &Pair) -> bool {
        let one_table = self.entry.table.is_some()
            && (self.entry.document, self.entry.table) == (other.entry.document, other.entry.table);
        let (a, b) = (&self.datum.column, &other.datum.column);
        let one_column = a.words == b.words && a.year == b.year;
        self.cell() != other.cell() && (std::ptr::eq(self.entry, other.entry) || one_table && one_column)
    }
}

pub fn told(ledgers: &[Ledger], comparable: impl Fn(usize, usize) -> bool) -> Vec<Told> {
    let index = Index::new(ledgers);
    let mut found = Vec::new();
    if index.entries.is_empty() {
        return found;
    }
    for (document, ledger) in ledgers.iter().enumerate() {
        let opening = Opening::of(&ledger.document);
        let mut from = 0;
        for number in 0..ledger.document.sentences.len() {
            let until = from + ledger.claims.iter().skip(from).take_while(|c| c.sentence <= number).count();
            if let Some(sentence) = Sentence::read(ledger, document, number, from..until, &opening) {
                found.extend(of_sentence(&index, &sentence, &comparable));
            }
            from = until;
        }
    }
    found
}

fn of_sentence(index: &Index, sentence: &Sentence, comparable: &impl Fn(usize, usize) -> bool) -> Vec<Told> {
    let mut hits = sentence.hits(index);
    let entry = |hit: &sentence::Hit| index.entries.get(hit.entry);
    hits.retain(|h| entry(h).is_some_and(|e| comparable(e.document, sentence.document)));
    let mut pairs: Vec<Pair> = Vec::new();
    for hit in &hits {
        let Some(entry) = entry(hit) else { continue };
        for datum in &entry.data {
            for (place, value) in sentence.values.iter().enumerate() {
                let Some(likeness) = likeness(&datum.stated, &value.stated) else { continue };
                let ends = hits.iter().map(|h| h.tokens.end).filter(|end| (1..=value.tokens.start).contains(end));
                let (setting, nearest) = (index.setting(entry), ends.max());
                let meeting = Meeting { sentence, hit, entry, setting, datum, value, nearest };
                let (weighed, is_named_in_full) = (meeting.weigh(), meeting.is_named_in_full());
                let pair = |evidence| Pair { entry, datum, value: place, evidence, likeness, is_named_in_full };
                pairs.extend(weighed.map(pair));
            }
        }
    }
    let named: Vec<&Datum> = hits.iter().filter_map(entry).flat_map(|e| &e.data).take(MOST_CELLS).collect();
    let explained: Vec<bool> = sentence.values.iter().map(|said| is_explained(&named, said)).collect();
    settle(sentence, pairs, &explained)
}

fn settle(sentence: &Sentence, mut pairs: Vec<Pair>, explained: &[bool]) -> Vec<Told> {
    let accompanied: Vec<bool> = pairs
        .iter()
        .map(|pair| pairs.iter().any(|other| other.is_same() && other.value != pair.value && pair.beside(other)))
        .collect();
    for (pair, accompanied) in pairs.iter_mut().zip(accompanied) {
        // A row that is called by so long a name may well be told far from what it is.
        if !(pair.entry.is_rest && pair.likeness == Likeness::Far) {
            weigh::figures(&mut pair.evidence, pair.likeness);
        }
        if accompanied {
            weigh::companion(&mut pair.evidence);
        }
    }
    let told = |pair: &Pair, agrees: bool| {
        sentence.values.get(pair.value).map(|value| Told {
            datum: pair.datum.clone(),
            name: pair.entry.block,
            document: sentence.document,
            sentence: sentence.number,
            span: value.span,
            evidence: pair.evidence.clone(),
            agrees,
            is_named_in_full: pair.is_named_in_full,
        })
    };
    let alike = pairs.iter().filter(|p| p.is_same() && p.evidence.weight() >= ALIKE);
    let mut out: Vec<Told> = alike.filter_map(|p| told(p, true)).collect();
    let is_open = |p: &&Pair| {
        let given = pairs.iter().any(|other| other.is_same() && other.cell() == p.cell());
        !p.is_same() && !given && explained.get(p.value) == Some(&false)
    };
    let open: Vec<&Pair> = pairs.iter().filter(is_open).collect();
    for (at, pair) in open.iter().enumerate() {
        let rivals = |(i, other): (usize, &&Pair)| {
            let shares = other.value == pair.value || other.cell() == pair.cell();
            i != at && shares && other.evidence.weight() > pair.evidence.weight() - LEAD
        };
        let plain =
            sentence.values.get(pair.value).is_some_and(|v| !v.is_apart && (!v.is_combined || pair.entry.is_rest));
        if plain && pair.evidence.weight() >= SURE && !open.iter().enumerate().any(rivals) {
            out.extend(told(pair, false));
        }
    }
    out
}

/// Does a cell of a named row give the value, or do two of them by their sum or difference?
fn is_explained(named: &[&Datum], said: &Said) -> bool {
    if named.iter().any(|d| likeness(&d.stated, &said.stated) == Some(Likeness::Same)) {
        return true;
    }
    let Stated::Amount(amount) = &said.stated else { return false };
    let of_one_kind = |d: &&Datum| match &d.stated {
        Stated::Amount(a) if a.kind == amount.kind && a.unit == amount.unit => Some(a.value),
        _ => None,
    };
    let values: Vec<Decimal> = named.iter().filter_map(of_one_kind).collect();
    let made =
        |a: Decimal, b: Decimal| a.saturating_add(b) == amount.value || a.saturating_sub(b).abs() == amount.value;
    values.iter().enumerate().any(|(i, a)| values.iter().skip(i + 1).any(|b| made(*a, *b)))
}
