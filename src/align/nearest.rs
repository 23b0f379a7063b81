//! What the sources say nearest to a claim of a draft that none of them carries, so that an editor can judge it: the
//! figure, date or name that stands where the draft's does, or else the sentence.
//!
//! The words around the claim are weighed by how rare they are in English and how near they stand; a place of a source is
//! as near as the words of its sentence (of its row and column, of the sentences beside it) are the same. Of the places
//! of a sentence the one of the same kind is taken whose value is nearest.
//!
//! Blocks: the words around the claim. One that stands in too many sentences of the sources finds none.

#![allow(clippy::arithmetic_side_effects, reason = "thousandths of tenths of nats, of words of single sentences")]

use super::figures::{Figure, Kind, Reading, figures};
use super::slots::{MentionRef, agree, nearness};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::{BlockKind, Document, Role};
use crate::mention::Mention;
use crate::story::{log2, name_information, word_information};
use crate::text::Span;
use crate::value::{NameKind, Time, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A word in more sentences of the sources than this finds none.
const BLOCK: usize = 200;
/// How much a word counts, in thousandths: close to the claim, near it, elsewhere in its sentence, in the sentence before
/// and the one behind.
const CLOSE: (usize, i64) = (4, 1000);
const NEAR: (usize, i64) = (10, 700);
const ELSEWHERE: i64 = 400;
const BEFORE: i64 = 200;
const BEHIND: i64 = 100;
/// The same of a source: in its sentence, row or column head, and in the sentences beside it.
const OWN: i64 = 1000;
const OF_ROW: i64 = 800;
const BESIDE: i64 = 300;
/// What a sentence must share, in tenths of nats, to be looked into, and what it must with all that speaks for its place to
/// be shown.
const SHARED: i64 = 15;
const LEAST: i64 = 60;
const LEAST_OF_PLACE: i64 = 40;
/// A value tells more than its sentence, or than the one beside it.
const LESS: i64 = 30;
/// What a place of the same kind adds, and one behind the same word.
const SAME_KIND: i64 = 25;
const SAME_BEFORE: i64 = 20;
/// And one that the slots take for the likeliest.
const LIKELY: i64 = 15;
/// One that counts or measures the same.
const SAME_HEAD: i64 = 30;
/// Another figure of the claim's sentence that the source's sentence, or its row, has too.
const COMPANION: i64 = 30;
/// Sentences of a text that is not there: in a source of three sentences a word that stands in two is still no common one.
const BACKGROUND: usize = 30;
/// ln 2 in thousandths.
const LN_2: i64 = 693;
/// No word tells more than this.
const MOST: u32 = 70;
/// So many sentences are looked into.
const FOREMOST: usize = 12;

/// The place of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    pub document: usize,
    /// A figure, date or name of the claim's kind, or the whole sentence.
    pub span: Span,
    pub is_sentence: bool,
    /// What the two have in common, in tenths of nats, and which part of what the draft says around the claim that is, in
    /// thousandths.
    pub shared: i64,
    pub share: i64,
}

/// All sentences of the sources.
#[derive(Debug)]
pub struct Nearest<'a> {
    /// By document and sentence.
    by_word: BTreeMap<Stem, BTreeMap<(usize, usize), i64>>,
    figures: BTreeMap<(usize, usize), Vec<Figure<'a>>>,
    /// The sentences of the row of each cell.
    rows: BTreeMap<(usize, usize), Vec<usize>>,
    sentences: usize,
    ledgers: &'a [Ledger],
}

/// What is asked about.
struct Claim<'a, 'b> {
    ledger: &'a Ledger,
    span: Span,
    figure: Option<&'b Figure<'a>>,
    value: Option<&'a Value>,
    /// The other figures of its sentence.
    beside: Vec<&'b Figure<'a>>,
    likely: Option<MentionRef>,
}

impl<'a> Nearest<'a> {
    pub fn of_sources(ledgers: &'a [Ledger]) -> Nearest<'a> {
        let mut all = Nearest {
            by_word: BTreeMap::new(),
            figures: BTreeMap::new(),
            rows: BTreeMap::new(),
            sentences: 0,
            ledgers,
        };
        for (document, ledger) in ledgers.iter().enumerate().filter(|(_, l)| l.document.role == Role::Source) {
            for figure in figures(document, ledger) {
                all.figures.entry((document, figure.sentence)).or_default().push(figure);
            }
            let tables = tables(&ledger.document);
            for row in tables.0.values() {
                row.iter().for_each(|cell| drop(all.rows.insert((document, *cell), row.clone())));
            }
            let mut heading = None;
            all.sentences += ledger.document.sentences.len();
            for sentence in 0..ledger.document.sentences.len() {
                let kind = ledger.document.block_of(sentence).map(|b| (b.kind, b.level));
                if matches!(kind, Some((BlockKind::Heading, 2..))) {
                    heading = Some(sentence);
                    continue;
                }
                let above = heading.map(|h| (h, BESIDE));
                for (stem, weight) in said(ledger, sentence, &tables, above) {
                    let told = all.by_word.entry(stem).or_default().entry((document, sentence)).or_default();
                    *told = weight.max(*told);
                }
            }
        }
        all
    }

    /// What stands nearest to each of these places of a draft; `likely` is where the slots have a figure of the same place.
    pub fn of_draft(
        &self,
        (document, ledger): (usize, &'a Ledger),
        spans: &[Span],
        likely: impl Fn(MentionRef) -> Option<MentionRef>,
    ) -> Vec<Option<Near>> {
        let figures = figures(document, ledger);
        let mention = |span: Span| ledger.mentions.iter().position(|m| m.span == span);
        let near = |span: &Span| {
            let at = mention(*span);
            let figure = figures.iter().find(|f| Some(f.mention) == at);
            let sentence = ledger.document.sentence_at(span.start);
            let value = at.and_then(|at| ledger.mentions.get(at)).map(|m| &m.value);
            let beside = figures.iter().filter(|f| f.sentence == sentence && Some(f.mention) != at).collect();
            let likely = at.and_then(|mention| likely(MentionRef { document, mention }));
            self.near(&Claim { ledger, span: *span, figure, value, beside, likely })
        };
        spans.iter().map(near).collect()
    }

    /// What a word tells that stands in so many of the sources' sentences, in tenths of nats: what all speak of tells none
    /// from another.
    fn rarity(&self, sentences: usize) -> i64 {
        (log2((self.sentences + BACKGROUND) as u64) - log2(sentences as u64)) * LN_2 / 100_000
    }

    fn near(&self, claim: &Claim) -> Option<Near> {
        let mut shared: BTreeMap<(usize, usize), i64> = BTreeMap::new();
        let mut all = 0;
        for (stem, weight) in around(claim) {
            let with = self.by_word.get(&stem);
            let told = word_information(stem).min(name_information(stem)).min(MOST);
            let worth = i64::from(told).min(self.rarity(with.map_or(1, BTreeMap::len))) * weight / 1000;
            all += worth;
            for (at, own) in with.filter(|with| with.len() <= BLOCK).into_iter().flatten() {
                *shared.entry(*at).or_default() += worth * own / 1000;
            }
        }
        let mut sentences: Vec<((usize, usize), i64)> = shared.into_iter().filter(|(_, s)| *s >= SHARED).collect();
        for (at, shared) in &mut sentences {
            *shared += COMPANION * self.companions(claim, *at);
        }
        sentences.sort_by(|x, y| y.1.cmp(&x.1).then(x.0.cmp(&y.0)));
        let mut best: Option<(i64, Near)> = None;
        for ((document, sentence), shared) in sentences.into_iter().take(FOREMOST) {
            let Some(source) = self.ledgers.get(document) else { continue };
            let share = shared * 1000 / all.max(1);
            let whole = source.document.sentences.get(sentence).map_or(Span::default(), |s| s.span);
            let places = self.places(claim, (document, sentence));
            let sentence = (0, Near { document, span: whole, is_sentence: true, shared, share });
            let places = places
                .into_iter()
                .map(|(more, span)| (more, Near { document, span, is_sentence: false, shared, share }));
            for (more, near) in places.chain([sentence]) {
                let (score, least) = match near.is_sentence {
                    true => (shared - LESS, LEAST - LESS),
                    false => (shared + more, LEAST_OF_PLACE),
                };
                if score >= least && best.is_none_or(|(most, _)| score > most) {
                    best = Some((score, near));
                }
            }
        }
        best.map(|(_, near)| near)
    }

    /// How many other figures of the claim's sentence the source's has too.
    fn companions(&self, claim: &Claim, at: (usize, usize)) -> i64 {
        let row = self.rows.get(&at).map_or(std::slice::from_ref(&at.1), Vec::as_slice);
        let there = || row.iter().filter_map(|s| self.figures.get(&(at.0, *s))).flatten();
        let told = |own: &&&Figure| there().any(|f| f.kind == own.kind && agree(&f.reading, &own.reading));
        claim.beside.iter().filter(told).count() as i64
    }

    /// The places of a sentence that are of the claim's kind, each with what speaks for it.
    fn places(&self, claim: &Claim, at: (usize, usize)) -> Vec<(i64, Span)> {
        let Some(source) = self.ledgers.get(at.0) else { return Vec::new() };
        if let Some(asked) = claim.figure {
            let there = self.figures.get(&at).map_or(&[][..], Vec::as_slice);
            // What the draft's sentence says too is no rival.
            let told = |f: &&Figure| claim.beside.iter().any(|b| b.kind == f.kind && agree(&b.reading, &f.reading));
            let rivals = there.iter().filter(|f| !told(f));
            return rivals
                .filter_map(|f| {
                    let span = source.mentions.get(f.mention)?.span;
                    let at = MentionRef { document: at.0, mention: f.mention };
                    let likely = if claim.likely == Some(at) { LIKELY } else { 0 };
                    Some((SAME_KIND + likely + alike(asked, f)?, span))
                })
                .collect();
        }
        let Some(value) = claim.value else { return Vec::new() };
        let sentence = source.document.sentences.get(at.1).map_or(Span::default(), |s| s.span);
        let inside = source.mentions_in(sentence);
        let place = |m: &Mention| match (value, &m.value) {
            (Value::Name(own), Value::Name(other)) if is_unknown(claim.ledger, &source.document, m.span) => {
                let before = same_before(claim, source, m.span);
                match own.kind == other.kind {
                    true => Some(SAME_KIND + before),
                    // Nothing tells the kind of many a name but the word before it.
                    false => (before > 0 && (own.kind == NameKind::Person) == (other.kind == NameKind::Person))
                        .then_some(before),
                }
            }
            // "Until July 2029": what no figure holds.
            (Value::Time(own), Value::Time(other)) if own.kind == other.kind => {
                let month = |t: &Time| t.timex.get(4..7).map(str::to_owned);
                let same = own.modifier == other.modifier && month(own).is_some() && month(own) == month(other);
                Some(if same { 2 * SAME_KIND } else { 0 })
            }
            _ => None,
        };
        inside.filter_map(|m| Some((place(m)?, m.span))).collect()
    }
}

/// Does the draft nowhere use a word of the name?
fn is_unknown(draft: &Ledger, document: &Document, name: Span) -> bool {
    let known = draft.names();
    let mut words = document.token_at(name.start)..document.token_at(name.end);
    words.all(|i| known.binary_search(&stem(document.word(i))).is_err())
}

/// What speaks for two figures standing in one place of two texts; none where they are of different kinds.
fn alike(asked: &Figure, other: &Figure) -> Option<i64> {
    /// Thousandths of nats in a tenth.
    const TENTH: i64 = 100;
    if asked.kind == other.kind && asked.meets(other) {
        let head = asked.head.is_some() && asked.head == other.head;
        return Some(nearness(asked, other) / TENTH + if head { SAME_HEAD } else { 0 });
    }
    // "3,400 grams" for "3,400 milligrams a day".
    if let (Reading::Amount(a), Reading::Amount(b)) = (&asked.reading, &other.reading) {
        return (a.value == b.value && a.unit.is_some() && b.unit.is_some()).then_some(SAME_KIND);
    }
    // A weekday for a day, a length for the years that make it.
    let long = |f: &Figure| f.kind == Kind::Measure && is_long(f);
    let years = |f: &Figure| matches!(f.kind, Kind::Range | Kind::Year | Kind::Since | Kind::Until);
    let day = |f: &Figure| matches!(f.kind, Kind::Weekday | Kind::Day);
    let part = |f: &Figure| matches!(f.kind, Kind::Month | Kind::Day | Kind::Year | Kind::Since | Kind::Until);
    let pair = |x: &dyn Fn(&Figure) -> bool, y: &dyn Fn(&Figure) -> bool| x(asked) && y(other) || x(other) && y(asked);
    (pair(&long, &years) || pair(&day, &day) || pair(&part, &part)).then_some(0)
}

/// Is it a length of time?
fn is_long(figure: &Figure) -> bool {
    figure.ledger.mentions.get(figure.mention).is_some_and(|m| matches!(m.value, Value::Time(_)))
}

fn same_before(claim: &Claim, source: &Ledger, span: Span) -> i64 {
    let before = |document: &'_ Document, span: Span| -> Option<String> {
        document.token_at(span.start).checked_sub(1).map(|i| document.word(i).to_owned())
    };
    let same =
        before(&claim.ledger.document, claim.span).filter(|w| !matches!(w.as_str(), "the" | "a" | "of" | "," | "."));
    if same.is_some() && same == before(&source.document, span) { SAME_BEFORE } else { 0 }
}

/// The words around a claim, each with how much it counts.
fn around(claim: &Claim) -> BTreeMap<Stem, i64> {
    let document = &claim.ledger.document;
    let sentence = document.sentence_at(claim.span.start);
    let (first, behind) = (document.token_at(claim.span.start), document.token_at(claim.span.end));
    let mut found: BTreeMap<Stem, i64> = BTreeMap::new();
    let mut add = |stem: Stem, weight: i64| {
        let known = found.entry(stem).or_default();
        *known = weight.max(*known);
    };
    for index in document.sentence_tokens(sentence).filter(|i| !(first..behind).contains(i)) {
        let far = if index < first { first - index } else { index + 1 - behind };
        let weight = [CLOSE, NEAR].iter().find(|(reach, _)| far <= *reach).map_or(ELSEWHERE, |(_, w)| *w);
        let word = document.word(index);
        if is_content(word) {
            add(stem(word), weight);
        }
    }
    for (next, weight) in [(sentence.checked_sub(1), BEFORE), (Some(sentence + 1), BEHIND)] {
        let Some(next) = next.filter(|n| is_beside(document, sentence, *n)) else { continue };
        claim.ledger.sentence_stems(next).iter().for_each(|stem| add(*stem, weight));
    }
    found
}

fn is_beside(document: &Document, a: usize, b: usize) -> bool {
    let block = |s: usize| document.sentences.get(s).map(|s| s.block);
    block(a).is_some() && block(a) == block(b)
}

/// The sentences of each row of a table, and of each head of a column.
type Tables = (BTreeMap<(u32, u32), Vec<usize>>, BTreeMap<(u32, u16), Vec<usize>>);

fn tables(document: &Document) -> Tables {
    /// A row of more cells than this is no list of what is said of one thing.
    const CELLS: usize = 24;
    let (mut rows, mut heads) = Tables::default();
    for sentence in 0..document.sentences.len() {
        let Some(seat) = document.block_of(sentence).and_then(|b| b.seat) else { continue };
        if seat.row == 0 || seat.is_head {
            heads.entry((seat.table, seat.column)).or_default().push(sentence);
        }
        rows.entry((seat.table, seat.row)).or_default().push(sentence);
    }
    rows.retain(|_, cells| cells.len() <= CELLS);
    heads.retain(|_, cells| cells.len() <= CELLS);
    (rows, heads)
}

/// What a sentence of a source speaks of, each word with how much it counts.
fn said(ledger: &Ledger, sentence: usize, (rows, heads): &Tables, above: Option<(usize, i64)>) -> Vec<(Stem, i64)> {
    let document = &ledger.document;
    let mut found: Vec<(Stem, i64)> = Vec::new();
    let mut add = |of: usize, weight: i64| found.extend(ledger.sentence_stems(of).iter().map(|s| (*s, weight)));
    add(sentence, OWN);
    if let Some((heading, weight)) = above {
        add(heading, weight);
    }
    if let Some(seat) = document.block_of(sentence).and_then(|b| b.seat) {
        let row = rows.get(&(seat.table, seat.row)).into_iter().flatten();
        let head = heads.get(&(seat.table, seat.column)).into_iter().flatten();
        let beside: BTreeSet<usize> = row.chain(head).copied().filter(|s| *s != sentence).collect();
        beside.into_iter().for_each(|s| add(s, OF_ROW));
        return found;
    }
    for next in [sentence.checked_sub(1), Some(sentence + 1)].into_iter().flatten() {
        if is_beside(document, sentence, next) {
            add(next, BESIDE);
        }
    }
    found
}
