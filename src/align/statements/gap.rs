//! Two sentences that run alike but for a gap: "the tower was kept by Lunden College" and "the tower was kept by Orme
//! University", "she had closed the lock" and "she had not closed the lock". What stands around the gap is so much, and in the same order,
//! that it is one thing told twice; what fills the gap is of one kind, and neither text knows the other's.

use super::fit::opens_elsewhere;
use super::series::is_topic;
use super::{Contrast, Place, Told};
use crate::align::slots::are_of_other_days;
use crate::align::strangers::strangers_beside;
use crate::claim::{Ledger, Modality, Moment, Statement, Stem, is_content, stem};
use crate::lexicon::en::degree::CHANGES_OF_MIND;
use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::kinds::{Sort, are_siblings, sort};
use crate::lexicon::en::opposites::{are_one_deed, are_opposite};
use crate::lexicon::en::statements::{CONDITIONS, OCCASIONS, SHIFTS};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::mention::quote::SAYING;
use crate::story::{name_information, word_information};
use crate::syntax::{Syntax, Tag, Tense, Upos, VerbGroup, lemma};
use crate::text::{Span, plain};
use crate::value::{NameKind, Value};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use std::rc::Rc;

/// What stands around the gap tells so much, in tenths of nats, in so many words that tell.
pub const LEAST: u32 = 80;
const TELLING: usize = 2;
/// Longer sentences are registers.
const LONGEST: usize = 80;
/// So many words fill a gap at the most.
const WIDEST: usize = 4;

/// Modals of what is certain or a duty, and of what is possible.
const SURE: [&str; 2] = ["will", "must"];
const UNSURE: [&str; 2] = ["may", "might"];
/// Names so many letters apart may be one in two spellings.
const SPELT: usize = 2;
/// So long are abbreviations.
const ABBREVIATED: usize = 5;
/// "A hint of rain", "a trace of rain": only of things that can be seen two are never one.
const THINGS: [Sort; 7] =
    [Sort::Animal, Sort::Artifact, Sort::Body, Sort::Food, Sort::Person, Sort::Plant, Sort::Substance];

/// The words of one sentence.
#[derive(Debug)]
struct Line<'a> {
    ledger: &'a Ledger,
    sentence: usize,
    words: Vec<&'a str>,
    ids: Vec<u32>,
    tags: &'a [Tag],
    verbs: &'a [VerbGroup],
    /// The first token.
    first: usize,
    /// What the words before each tell, and how many of them do.
    telling: Vec<(u32, usize)>,
}

/// What fills the gap in both, and what stands around it in the first.
struct Gap {
    own: Range<usize>,
    other: Range<usize>,
    /// Where the run before it starts in each.
    starts: [usize; 2],
    told: u32,
    /// How many words that tell stand behind it in both, and where that run ends in each.
    behind: usize,
    ends: [usize; 2],
}

/// The words of sentences, by their places: each meets many others.
#[derive(Default)]
pub struct Lines<'a> {
    of: HashMap<Place, Option<Rc<Line<'a>>>>,
    /// Each word has a number of its own.
    ids: HashMap<&'a str, u32>,
}

impl<'a> Lines<'a> {
    fn at(&mut self, told: &'a Told<'_>, at: Place) -> Option<Rc<Line<'a>>> {
        let ids = &mut self.ids;
        self.of.entry(at).or_insert_with(|| Line::read(told, at, ids).map(Rc::new)).clone()
    }
}

/// What fills the gap of both, each with the words around it.
pub fn held<'a>(
    told: &'a Told<'_>,
    lines: &mut Lines<'a>,
    a: Place,
    b: Place,
) -> Option<(Contrast, [Span; 2], [Span; 2])> {
    if is_of_all_times(told.at(a)) && is_of_all_times(told.at(b)) {
        return None;
    }
    let (one, other) = (lines.at(told, a)?, lines.at(told, b)?);
    let (one, other) = (one.as_ref(), other.as_ref());
    // What is so at all times is said of many things in the same words.
    let told = one.is_told() && other.is_told();
    if !(told || one.is_open() && other.is_open()) {
        return None;
    }
    let filled = |gap: Gap| Some((contrast(one, other, &gap)?, gap));
    let (contrast, gap) = gaps(one, other).into_iter().find_map(filled)?;
    let fits = told || contrast == Contrast::Modality;
    if goes_on_elsewhere(one, other, &gap) {
        return None;
    }
    if !fits || !one_matter(one, other, &gap) || !one_time(one, other, &gap) || !one_view(one, other, contrast) {
        return None;
    }
    // "Had closed" beside "had not closed".
    let bare = gap.own.is_empty() || gap.other.is_empty();
    let span = |line: &Line, of: &Range<usize>, around: bool| {
        let from = if around || bare { of.start.checked_sub(1)? } else { of.start };
        let until = if around || bare { of.end } else { of.end.checked_sub(1)? };
        line.span(from, until.min(line.words.len().checked_sub(1)?))
    };
    let stand = |line: &Line, of: &Range<usize>| Some([span(line, of, false)?, span(line, of, true)?]);
    Some((contrast, stand(one, &gap.own)?, stand(other, &gap.other)?))
}

/// Does it only tell what is so, which is said of many things in the same words?
fn is_of_all_times(statements: &[Statement]) -> bool {
    let is_so = |s: &Statement| s.moment == Moment::Present && matches!(s.modality, Modality::Fact | Modality::Can);
    !statements.is_empty() && statements.iter().all(is_so)
}

impl<'a> Line<'a> {
    fn read(told: &'a Told<'_>, (document, sentence): Place, ids: &mut HashMap<&'a str, u32>) -> Option<Line<'a>> {
        let ledger = told.ledgers.get(document)?;
        let text = &ledger.document;
        let tokens = text.sentence_tokens(sentence);
        let place = text.sentences.get(sentence)?;
        if tokens.len() > LONGEST || ledger.mentions_in(place.span).any(|m| matches!(m.value, Value::Quote(_))) {
            return None;
        }
        let Syntax { tags, verbs, .. } = told.syntax((document, sentence))?;
        let words: Vec<&str> = tokens.clone().map(|i| if text.word(i) == "an" { "a" } else { text.word(i) }).collect();
        let mut id = |word: &&'a str| {
            let next = ids.len() as u32;
            *ids.entry(*word).or_insert(next)
        };
        let ids = words.iter().map(&mut id).collect();
        let mut line = Line { ledger, sentence, words, ids, tags, verbs, first: tokens.start, telling: Vec::new() };
        line.telling = line.telling();
        Some(line)
    }

    fn telling(&self) -> Vec<(u32, usize)> {
        let worth = |i: usize| {
            let word = Some(self.word(i)).filter(|w| self.is_word(i) && is_content(w));
            word.map(stem).map(|stem| if self.is_name(i) { name_information(stem) } else { word_information(stem) })
        };
        let mut before = vec![(0_u32, 0_usize)];
        before.extend((0..self.words.len()).map(worth).scan((0_u32, 0_usize), |(told, words), worth| {
            *told = told.saturating_add(worth.unwrap_or_default());
            *words = words.saturating_add(usize::from(worth.is_some()));
            Some((*told, *words))
        }));
        before
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    fn written(&self, at: usize) -> &'a str {
        self.ledger.document.written(self.first.saturating_add(at))
    }

    fn is_word(&self, at: usize) -> bool {
        self.ledger.document.token(self.first.saturating_add(at)).is_some_and(|t| t.is_word())
    }

    fn is_name(&self, at: usize) -> bool {
        let token = self.ledger.document.token(self.first.saturating_add(at));
        at > 0 && token.is_some_and(|t| t.is_word() && t.capital) && !CALENDAR.contains(self.word(at))
    }

    fn span(&self, from: usize, last: usize) -> Option<Span> {
        let token = |at: usize| self.ledger.document.token(self.first.checked_add(at)?);
        Some(token(from)?.span.cover(token(last)?.span))
    }

    /// The word at which a filler ends, where it tells.
    fn last(&self, of: &Range<usize>) -> Option<Stem> {
        of.clone().next_back().map(|i| self.word(i)).filter(|w| is_content(w)).map(stem)
    }

    /// What stands before a run in its clause, by its words that tell; none where nothing or a pronoun leads to it.
    fn opening(&self, start: usize) -> Option<Vec<Stem>> {
        let words = (0..start).rev().take_while(|i| !matches!(self.word(*i), ";" | "but")).filter(|i| self.is_word(*i));
        let words: Vec<usize> = words.collect();
        let nearest = words.first().filter(|i| !self.tags.get(**i).is_some_and(|t| t.is(Upos::Pron)));
        nearest.map(|_| words.iter().map(|i| self.word(*i)).filter(|w| is_content(w)).map(stem).collect())
    }

    /// The days and numbers that it names.
    fn moments(&self) -> BTreeSet<&'a str> {
        let is_time = |w: &&str| CALENDAR.contains(w) || w.bytes().all(|b| b.is_ascii_digit());
        self.words.iter().copied().filter(is_time).collect()
    }

    fn stems(&self, of: &Range<usize>) -> Vec<Stem> {
        of.clone().map(|i| stem(self.word(i))).collect()
    }

    fn base(&self, at: usize) -> Option<String> {
        Some(lemma(self.word(at), *self.tags.get(at)?))
    }

    fn is_supposed(&self) -> bool {
        self.words.contains(&"?") || self.words.iter().any(|w| CONDITIONS.contains(w) || OCCASIONS.contains(w))
    }

    /// What kind of thing the name is that stands here.
    fn kind(&self, at: usize) -> Option<NameKind> {
        let span = self.span(at, at)?;
        self.ledger.mentions_in(span).chain(self.ledger.mentions.iter().filter(|m| m.span.contains(span))).find_map(
            |m| match &m.value {
                Value::Name(name) => Some(name.kind),
                _ => None,
            },
        )
    }

    /// Of a run, what it tells and how many of its words tell.
    fn tells(&self, run: &Range<usize>) -> (u32, usize) {
        let before = |at: usize| self.telling.get(at).or(self.telling.last()).copied().unwrap_or_default();
        let (from, until) = (before(run.start), before(run.end));
        (until.0.saturating_sub(from.0), until.1.saturating_sub(from.1))
    }

    /// The words that put it at another moment.
    fn shifts(&self, gap: &Range<usize>) -> BTreeSet<&'a str> {
        let around = self.words.iter().enumerate().filter(|(i, _)| !gap.contains(i)).map(|(_, word)| *word);
        around.filter(|w| SHIFTS.contains(w) || CHANGES_OF_MIND.contains(w)).collect()
    }

    fn token(&self, at: usize) -> usize {
        self.first.saturating_add(at)
    }

    /// Does it tell what happened, rather than what is always so?
    fn is_told(&self) -> bool {
        self.verbs.iter().any(|v| v.tense == Tense::Past || v.perfect)
    }

    /// Does a modal leave it to come?
    fn is_open(&self) -> bool {
        self.words.iter().any(|w| SURE.contains(w) || UNSURE.contains(w))
    }

    /// Does a clause end before this token?
    fn ends(&self, at: usize) -> bool {
        at >= self.words.len()
            || !self.is_word(at)
            || matches!(self.word(at), "and" | "but" | "who" | "which" | "where")
    }
}

/// How many words run alike from each place of the one and each of the other: a row for each of the one, and at the end of
/// all rows and each of them a place behind the last word.
struct Runs {
    of: Vec<u8>,
    width: usize,
}

impl Runs {
    fn of(one: &[u32], other: &[u32]) -> Runs {
        let width = other.len().saturating_add(1);
        let mut of = vec![0_u8; one.len().saturating_add(1).saturating_mul(width)];
        let mut rows = of.chunks_exact_mut(width).rev();
        // From the end, so that it is known what goes on behind two words.
        let mut behind: &mut [u8] = rows.next().unwrap_or_default();
        for (word, row) in one.iter().rev().zip(rows) {
            let next = behind.get(1..).unwrap_or_default();
            for ((run, there), next) in row.iter_mut().zip(other).zip(next) {
                *run = if word == there { next.saturating_add(1) } else { 0 };
            }
            behind = row;
        }
        Runs { of, width }
    }

    fn at(&self, i: usize, j: usize) -> usize {
        let row = i.saturating_mul(self.width);
        let run = self.of.get(row.saturating_add(j)).filter(|_| j < self.width);
        run.copied().unwrap_or_default().into()
    }

    /// Where runs start, and how long they are.
    fn starts(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        // The last place of a row is empty, so what goes before its first is none of a run either.
        let (first, rest) = self.of.split_at_checked(self.width.saturating_add(1)).unwrap_or((&self.of, &[]));
        let opening = first.iter().map(|run| (*run, 0)).chain(rest.iter().copied().zip(self.of.iter().copied()));
        let new = opening.enumerate().filter(|(_, (run, before))| *run > 0 && *before == 0);
        new.filter_map(|(at, (run, _))| Some((at.checked_div(self.width)?, at.checked_rem(self.width)?, run.into())))
    }
}

/// The gaps with enough around them, those with the most first.
fn gaps(one: &Line, other: &Line) -> Vec<Gap> {
    let runs = Runs::of(&one.ids, &other.ids);
    let run = |i: usize, j: usize| runs.at(i, j);
    let mut found: Vec<Gap> = Vec::new();
    let worth = |i: usize, length: usize| one.tells(&(i..i.saturating_add(length))).0;
    let starts: Vec<(usize, usize, usize)> = runs.starts().collect();
    let most = starts.iter().map(|(i, _, length)| worth(*i, *length)).max().unwrap_or_default();
    for (i, j, before) in starts {
        // What stands behind is of another run.
        if worth(i, before).saturating_add(most) < LEAST {
            continue;
        }
        let (from, there) = (i.saturating_add(before), j.saturating_add(before));
        for p in 0..=WIDEST {
            for q in 0..=WIDEST {
                let (next, across) = (from.saturating_add(p), there.saturating_add(q));
                let behind = run(next, across);
                let closed = behind > 0 || one.ends(next) && other.ends(across);
                if p.max(q) == 0 || !closed || next > one.words.len() || across > other.words.len() {
                    continue;
                }
                let runs = [i..from, next..next.saturating_add(behind)];
                let [before, behind] = runs.map(|run| one.tells(&run));
                let told = before.0.saturating_add(behind.0);
                if told >= LEAST && before.1.saturating_add(behind.1) >= TELLING {
                    let ends = [next, across].map(|start| start.saturating_add(run(next, across)));
                    let behind = behind.1;
                    found.push(Gap { own: from..next, other: there..across, starts: [i, j], told, behind, ends });
                }
            }
        }
    }
    found.sort_by_key(|gap| std::cmp::Reverse(gap.told));
    found
}

/// What two fillers of a gap are to each other.
fn contrast(one: &Line, other: &Line, gap: &Gap) -> Option<Contrast> {
    let words = |line: &Line, of: &Range<usize>| -> Vec<usize> {
        of.clone().filter(|i| !matches!(line.word(*i), "a" | "the" | "his" | "her" | "its" | "their")).collect()
    };
    let (own, others) = (words(one, &gap.own), words(other, &gap.other));
    let pair = [own.as_slice(), others.as_slice()].map(<[usize]>::len);
    let ends = || Some((own.first().copied()?, others.first().copied()?));
    match pair {
        // What is denied, or comes before or after, stands behind the word.
        [0, 1] | [1, 0] if gap.behind == 0 => return None,
        [0, 1] | [1, 0] => {
            let (line, at) = if pair[0] == 1 { (one, *own.first()?) } else { (other, *others.first()?) };
            let verb = |i: usize| line.tags.get(i).is_some_and(|t| t.is(Upos::Verb) || t.is(Upos::Aux));
            let denies = matches!(line.word(at), "not" | "never") && at.checked_sub(1).is_some_and(verb);
            return denies.then_some(Contrast::Negated);
        }
        [1, 1] if gap.behind > 0 => {
            let (x, y) = ends()?;
            let pair = [one.word(x), other.word(y)];
            let either = |a: &[&str], b: &[&str]| {
                a.contains(&pair[0]) && b.contains(&pair[1]) || a.contains(&pair[1]) && b.contains(&pair[0])
            };
            if either(&SURE, &UNSURE) {
                return Some(Contrast::Modality);
            }
            if either(&["before"], &["after"]) {
                return Some(Contrast::Opposite);
            }
        }
        [0, _] | [_, 0] => return None,
        _ => {}
    }
    let names = own.iter().all(|i| one.is_name(*i)) && others.iter().all(|i| other.is_name(*i));
    let unknown = |line: &Line, of: &[usize], there: &Line| {
        of.iter().any(|i| !is_common(line.word(*i)) && !there.ledger.knows(stem(line.word(*i))))
    };
    let (x, y) = (*own.last()?, *others.last()?);
    if names {
        let kinds = [one.kind(x)?, other.kind(y)?];
        // "Sørby" for "Sorby".
        let [p, q] = [(one, x), (other, y)].map(|(line, at)| plain(line.word(at)));
        // "TN", and "Mo." with its point.
        let short = |line: &Line, at: usize| {
            let word = line.written(at);
            let pointed = line.word(at.saturating_add(1)) == "." && at.saturating_add(2) < line.words.len();
            word.chars().all(char::is_uppercase) || pointed && word.chars().count() <= ABBREVIATED
        };
        if strsim::osa_distance(&p, &q) <= SPELT || short(one, x) || short(other, y) {
            return None;
        }
        let alike = kinds[0] == kinds[1] || kinds.contains(&NameKind::Other);
        let of_topics = is_topic(one.ledger, one.token(x)) && is_topic(other.ledger, other.token(y));
        let strange = unknown(one, &own, other) && unknown(other, &others, one);
        return (alike && !of_topics && strange).then_some(Contrast::Other);
    }
    let absent = |line: &Line, at: usize, there: &Line| !there.ledger.knows(stem(line.word(at)));
    if pair != [1, 1] || !absent(one, x, other) || !absent(other, y, one) {
        return None;
    }
    let (a, b) = (one.base(x)?, other.base(y)?);
    let nouns = one.tags.get(x)?.is(Upos::Noun) && other.tags.get(y)?.is(Upos::Noun);
    if are_opposite(&a, &b) {
        return Some(Contrast::Opposite);
    }
    let things = [&a, &b].iter().all(|noun| sort(noun).is_some_and(|sort| THINGS.contains(&sort)));
    (nouns && things && are_siblings(&a, &b)).then_some(Contrast::Other)
}

/// Where so many words that tell run alike behind the gap, what comes behind them is of no matter.
const ENOUGH: usize = 2;

/// Nothing behind the gap tells, and the first words that do are each text's own, or what runs alike ends within a phrase or before two
/// deeds: "approved the harbour plan" and "rejected the bridge plan" have two gaps, so have "the price of its milk" and "of its bread".
fn goes_on_elsewhere(one: &Line, other: &Line, gap: &Gap) -> bool {
    let next = |line: &Line, of: &Range<usize>| {
        let rest = of.end..line.words.len();
        rest.into_iter().take_while(|i| !line.ends(*i)).find(|i| is_content(line.word(*i))).map(|i| stem(line.word(i)))
    };
    let (own, others) = (next(one, &gap.own), next(other, &gap.other));
    let tells = |line: &Line, at: usize| {
        let word = line.word(at);
        let tag = line.tags.get(at).filter(|_| is_content(word) && !CALENDAR.contains(word));
        tag.is_some_and(|t| t.is_noun() || matches!(t.upos, Upos::Adj | Upos::Verb))
    };
    let [end, end_there] = gap.ends;
    let verbs = one.base(end).zip(other.base(end_there));
    let of_two = gap.behind < ENOUGH
        && tells(one, end)
        && tells(other, end_there)
        && !verbs.is_some_and(|(x, y)| are_one_deed(&x, &y));
    of_two || gap.behind == 0 && own.is_some() && others.is_some() && own != others
}

/// Is it told of one thing, as far as what stands before the run and what else the sentences and texts name says?
fn one_matter(one: &Line, other: &Line, gap: &Gap) -> bool {
    let (x, y) = (one.ledger, other.ledger);
    let elsewhere = opens_elsewhere(x, y, one.last(&gap.own)) && opens_elsewhere(y, x, other.last(&gap.other));
    let fillers: [&[Stem]; 2] = [&one.stems(&gap.own), &other.stems(&gap.other)];
    if elsewhere || strangers_beside((x, one.sentence), (y, other.sentence), fillers).is_some() {
        return false;
    }
    let [own, others] = [(one, gap.starts[0]), (other, gap.starts[1])].map(|(line, start)| line.opening(start));
    let (Some(own), Some(others)) = (own, others) else { return true };
    // "The deputy harbour master" is another than "the harbour master".
    let narrows = |line: &Line, start: usize| {
        let noun = |i: usize| line.tags.get(i).is_some_and(|t| t.is_noun() || t.is(Upos::Adj));
        start > 0 && noun(start) && noun(start - 1) && is_content(line.word(start - 1))
    };
    if narrows(one, gap.starts[0]) != narrows(other, gap.starts[1]) && (own.is_empty() || others.is_empty()) {
        return false;
    }
    own.is_empty() || others.is_empty() || own.iter().any(|s| others.contains(s))
}

/// Is it told of one time, and as being so?
fn one_time(one: &Line, other: &Line, gap: &Gap) -> bool {
    let days = one.ledger.document.meta.date.zip(other.ledger.document.meta.date);
    let of_other_days = days.is_some_and(|(x, y)| are_of_other_days(x, y));
    let (now, then) = (one.moments(), other.moments());
    let of_two = !now.is_subset(&then) && !then.is_subset(&now);
    let supposed = one.is_supposed() || other.is_supposed();
    !of_other_days && !of_two && !supposed && one.shifts(&gap.own) == other.shifts(&gap.other)
}

/// Two speakers have each their view.
fn one_view(one: &Line, other: &Line, contrast: Contrast) -> bool {
    let says = |line: &Line| line.words.iter().any(|w| SAYING.contains(w));
    contrast == Contrast::Other || !says(one) && !says(other)
}
