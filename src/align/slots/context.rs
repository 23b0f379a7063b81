//! What stands around a figure, with the figure itself masked: the words of its sentence by their nearness,
//! the sentences beside it, the noun and the verb it belongs to. All of it is of one document, and a word is
//! worth what the background table says, so that no other document of the run changes it.

#![allow(clippy::arithmetic_side_effects, reason = "places and sums within one sentence")]

use super::subject::{Subject, subject};
use crate::align::figures::{Figure, Kind, Reading, sense};
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use crate::lexicon::en::frames::frame;
use crate::lexicon::en::kinds::{Sort, sort};
use crate::story::{name_information, word_information};
use crate::syntax::{Reader, Syntax, Tag, Upos, VerbGroup, lemma};
use crate::value::Unit;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// A word within a sentence of the figure's.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub stem: Stem,
    /// How near it stands, in thousandths.
    pub near: i64,
    /// Its information in thousandths of a nat.
    pub worth: i64,
    pub is_name: bool,
    /// It evokes a frame that takes the figure; `stem` is that of the frame.
    pub is_frame: bool,
    /// It is a common noun behind this word, articles left out.
    pub noun_behind: Option<Stem>,
    /// Its token, by the nearest of its places.
    at: usize,
}

/// The words of the sentences before and behind one.
#[derive(Debug, Default)]
pub struct Beside {
    /// Stems and worth, sorted by stem, without doubles.
    pub words: Vec<(Stem, i64)>,
    pub all: i64,
}

#[derive(Debug, Default)]
pub struct Context {
    /// Sorted by stem, without doubles.
    pub words: Vec<Word>,
    /// What all words are worth together, by their nearness and without it.
    pub around: i64,
    pub all: i64,
    /// The words of the sentences beside, shared with the other figures of its own.
    pub beside: Rc<Beside>,
    /// The head of its phrase, or what is said to have happened to those it counts.
    pub head: Option<Stem>,
    /// What it counts or measures, and what that is of.
    pub noun: Option<Stem>,
    pub of: Option<Stem>,
    /// The verb of its clause, by its lemma.
    pub verb: Option<Stem>,
    /// Who has or does what it tells.
    pub subject: Option<Subject>,
    /// Of an age, the name of who has it.
    pub whose: Option<Stem>,
    /// Of a date, the noun right before it: "a flood in 2002".
    pub dated: Option<Stem>,
    /// The words right before it and right behind.
    pub left: Option<Stem>,
    pub before_left: Option<Stem>,
    pub right: Option<Stem>,
    /// The label of its field, or the head of its column.
    pub label: Option<Stem>,
    pub unit: Option<Unit>,
    /// It is a day, month, year, weekday or hour.
    pub is_date: bool,
    /// Where in the text it stands, in thousandths of its sentences.
    pub position: i64,
    /// It stands among the first sentences.
    pub leads: bool,
}

/// How much a word counts by its distance in tokens.
const NEAR: [(usize, i64); 6] = [(1, 1000), (3, 900), (6, 700), (10, 500), (18, 350), (40, 200)];
/// A word behind such a mark belongs to another part of the sentence.
const ACROSS: i64 = 500;
/// So many sentences open a text.
const LEAD: usize = 3;

/// The contexts of the figures of one document, in their order, as far as the words alone tell.
pub fn contexts(ledger: &Ledger, figures: &[Figure]) -> Vec<Context> {
    let mut around: BTreeMap<usize, Rc<Beside>> = BTreeMap::new();
    let mut beside = |s: usize| Rc::clone(around.entry(s).or_insert_with(|| Rc::new(beside(ledger, s))));
    let next = next_words(&ledger.document, figures);
    figures.iter().map(|figure| context(ledger, figure, &next, beside(figure.sentence))).collect()
}

/// For each token the next word from it on; nothing where there is no figure.
fn next_words(document: &Document, figures: &[Figure]) -> Vec<usize> {
    if figures.is_empty() {
        return Vec::new();
    }
    let mut last = document.tokens.len();
    let mut next: Vec<usize> = vec![last; last];
    for ((index, token), next) in document.tokens.iter().enumerate().zip(&mut next).rev() {
        if token.is_word() {
            last = index;
        }
        *next = last;
    }
    next
}

/// Adds what the syntax of their sentences tells to the contexts of the figures that are asked for, by their indices: of
/// those alone that find another to be held against, for it takes its time.
pub fn complete(
    ledgers: &[Ledger],
    figures: &[Figure],
    contexts: &mut [Context],
    indices: impl Iterator<Item = usize>,
) {
    let mut asked = vec![false; figures.len()];
    for index in indices {
        asked.get_mut(index).into_iter().for_each(|asked| *asked = true);
    }
    let both = figures.iter().zip(contexts).zip(asked);
    let mut wanted: Vec<(&Figure, &mut Context)> = both.filter(|(_, asked)| *asked).map(|(both, _)| both).collect();
    for of_document in wanted.chunk_by_mut(|(x, _), (y, _)| x.document == y.document) {
        if let Some(ledger) = of_document.first().and_then(|(figure, _)| ledgers.get(figure.document)) {
            of_one(ledger, of_document);
        }
    }
}

fn of_one(ledger: &Ledger, wanted: &mut [(&Figure, &mut Context)]) {
    let document = &ledger.document;
    let reader = Reader::new(document);
    // Most figures ask for their own sentence alone; where a pronoun leads back, for those before.
    let cells: Vec<OnceCell<Syntax>> = document.sentences.iter().map(|_| OnceCell::new()).collect();
    let read = |s: usize| {
        let (cell, sentence) = (cells.get(s)?, document.sentences.get(s)?);
        Some(cell.get_or_init(|| reader.sentence(sentence)))
    };
    for (figure, context) in wanted {
        by_syntax(ledger, figure, read, context);
    }
}

fn context(ledger: &Ledger, figure: &Figure, next: &[usize], beside: Rc<Beside>) -> Context {
    let document = &ledger.document;
    let Some(mention) = ledger.mentions.get(figure.mention) else { return Context::default() };
    let tokens = document.sentence_tokens(figure.sentence);
    let (first, behind) = (document.token_at(mention.span.start), document.token_at(mention.span.end));
    let words = words(ledger, figure);
    let is_word = |i: &usize| document.token(*i).is_some_and(|t| t.is_word());
    let word = |i: usize| stem(document.word(i));
    let mut left = before(&tokens, first).rev().filter(is_word).map(word);
    let label = document.block_of(figure.sentence).and_then(|b| b.label.as_deref());
    Context {
        around: words.iter().map(|w| w.worth * w.near / 1000).sum(),
        all: words.iter().map(|w| w.worth).sum(),
        words,
        beside,
        head: figure.head,
        whose: figure.whose.map(|(_, last)| last),
        left: left.next(),
        before_left: left.next(),
        right: next.get(behind).copied().filter(|i| *i < tokens.end).map(word),
        label: label.map(|l| stem(&l.to_lowercase())),
        unit: if let Reading::Amount(amount) = &figure.reading { amount.unit } else { None },
        is_date: !matches!(figure.reading, Reading::Amount(_)),
        position: (figure.sentence * 1000 / document.sentences.len().max(1)) as i64,
        leads: figure.sentence < LEAD,
        ..Context::default()
    }
}

fn by_syntax<'d, 's>(
    ledger: &'d Ledger,
    figure: &Figure,
    read: impl Fn(usize) -> Option<&'s Syntax<'d>>,
    context: &mut Context,
) where
    'd: 's,
{
    let document = &ledger.document;
    let Some(mention) = ledger.mentions.get(figure.mention) else { return };
    let tokens = document.sentence_tokens(figure.sentence);
    let (first, behind) = (document.token_at(mention.span.start), document.token_at(mention.span.end));
    if let Some(syntax) = read(figure.sentence) {
        let is = |at: usize, upos| {
            let tag = at.checked_sub(tokens.start).and_then(|at| syntax.tags.get(at));
            tag.is_some_and(|t: &Tag| t.is(upos))
        };
        let leads = |i: &usize| document.token(*i).is_some_and(|t| t.is_word()) && !is(*i, Upos::Det);
        for word in context.words.iter_mut().filter(|w| is(w.at, Upos::Noun)) {
            let before = self::before(&tokens, word.at).rev().find(leads);
            word.noun_behind = before.map(|i| stem(document.word(i)));
        }
        let at = first.saturating_sub(tokens.start);
        let last = behind.saturating_sub(tokens.start + 1).max(at);
        let by_lemma = |i: usize| Some(sense(&lemma(syntax.words.get(i)?, *syntax.tags.get(i)?), figure.taken));
        let counted = [at, last].map(|i| syntax.counted(i)).into_iter().find(|c| c.noun.is_some() || c.of.is_some());
        let counted = counted.unwrap_or_default();
        context.noun = counted.noun.and_then(by_lemma);
        context.of = counted.of.and_then(by_lemma);
        let happens = |i: &usize| {
            let noun = syntax.words.get(*i).zip(syntax.tags.get(*i)).filter(|(_, tag)| tag.is(Upos::Noun));
            noun.is_some_and(|(word, tag)| may_happen(&lemma(word, *tag)))
        };
        let thing = at.checked_sub(2).filter(|i| context.is_date && figure.kind != Kind::Clock && happens(i));
        context.dated = thing.and_then(by_lemma);
        // A verb before a figure is likelier its own than one behind it.
        let apart = |verb: &VerbGroup| if verb.main < at { (at - verb.main) * 2 } else { (verb.main - at) * 3 };
        context.subject = subject(ledger, figure.sentence, at, &read);
        let behind = syntax.verbs.partition_point(|v| v.main < at);
        let nearest = behind.checked_sub(1).into_iter().chain([behind]).filter_map(|i| syntax.verbs.get(i));
        context.verb = nearest.min_by_key(|v| apart(v)).map(|v| sense(&v.lemma, figure.taken));
    }
}

/// "A flood in 2002" dates the flood, "closed the school on Tuesday" what was done.
fn may_happen(noun: &str) -> bool {
    !matches!(
        sort(noun),
        Some(
            Sort::Animal
                | Sort::Artifact
                | Sort::Body
                | Sort::Food
                | Sort::Group
                | Sort::Person
                | Sort::Place
                | Sort::Plant
                | Sort::Substance
        )
    )
}

/// The tokens before one that can be near it: a row of thousands of figures has no word to look back to.
fn before(tokens: &Range<usize>, at: usize) -> Range<usize> {
    let reach = NEAR.last().map_or(0, |(reach, _)| *reach);
    at.saturating_sub(reach).max(tokens.start)..at
}

fn worth(stem: Stem, is_name: bool) -> i64 {
    let tenths = if is_name { name_information(stem) } else { word_information(stem) };
    i64::from(tenths) * 100
}

fn words(ledger: &Ledger, figure: &Figure) -> Vec<Word> {
    let document = &ledger.document;
    let Some(span) = ledger.mentions.get(figure.mention).map(|m| m.span) else { return Vec::new() };
    let tokens = document.sentence_tokens(figure.sentence);
    let (first, behind) = (document.token_at(span.start), document.token_at(span.end));
    let reach = NEAR.last().map_or(0, |(reach, _)| *reach);
    let mut found: Vec<Word> = Vec::new();
    let before = self::before(&tokens, first);
    for side in [before.rev().collect::<Vec<_>>(), (behind..tokens.end.min(behind + reach)).collect()] {
        let mut factor = 1000;
        // Of what stands in brackets between, the factor outside: "280 million euros ($265 million) of damage".
        let mut aside = None;
        for (distance, at) in side.into_iter().enumerate() {
            let word = document.word(at);
            let closes = if at < first { "(" } else { ")" };
            let opens = if at < first { ")" } else { "(" };
            match aside {
                Some(outside) if word == closes => (factor, aside) = (outside, None),
                None if word == opens => (factor, aside) = (factor * ACROSS / 1000, Some(factor)),
                None if matches!(word, ";" | ":" | "—" | "–" | "(" | ")" | "while" | "whereas") => {
                    factor = factor * ACROSS / 1000;
                }
                _ => {}
            }
            let Some((_, near)) = NEAR.iter().find(|(reach, _)| distance < *reach) else { break };
            let Some(token) = document.token(at).filter(|t| t.is_word()) else { continue };
            if !is_content(word) {
                continue;
            }
            let frame = frame(word, Some(figure.taken));
            let of = frame.map_or_else(|| stem(word), |frame| stem(frame.name));
            let is_name = token.capital && at != tokens.start;
            let (near, worth) = (near * factor / 1000, worth(of, is_name));
            found.push(Word { stem: of, near, worth, is_name, is_frame: frame.is_some(), noun_behind: None, at });
        }
    }
    found.sort_by(|a, b| a.stem.cmp(&b.stem).then(b.near.cmp(&a.near)));
    found.dedup_by_key(|w| w.stem);
    found
}

/// The words of the sentences before and behind, in one block with it.
fn beside(ledger: &Ledger, sentence: usize) -> Beside {
    let others = [sentence.checked_sub(1), Some(sentence + 1)].into_iter().flatten();
    let mut found: Vec<(Stem, i64)> =
        others.flat_map(|s| ledger.sentence_stems(s)).map(|s| (*s, worth(*s, false))).collect();
    found.sort_unstable();
    found.dedup_by_key(|(stem, _)| *stem);
    Beside { all: found.iter().map(|(_, worth)| worth).sum(), words: found }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_looks_back_further_than_what_is_near() {
        assert_eq!(before(&(10..9_000), 8_000), 7_960..8_000);
        assert_eq!(before(&(10..9_000), 20), 10..20);
    }
}
