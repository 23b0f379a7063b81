//! Sentences that say one thing twice, in nearly the same words, and give one figure of it differently: "the lock waits
//! for late barges up to ten minutes" of one page and "late barges are waited for at the lock, up to twelve minutes" of
//! another. Who copied or reworded the sentence changed one place only.
//!
//! Blocks: the rare words of sentences that give a figure. What two sentences share and what each has alone is weighed by
//! how rare the words are in English, never by the run. All other figures must agree, and each sentence that names what
//! the other does not tells of another thing.

#![allow(clippy::arithmetic_side_effects, reason = "tenths of nats over one sentence, far from the ends of 64 bits")]

use super::figures::{Figure, Kind, Reading, figures, read_version};
use super::rarity::OfStems;
use super::side_by_side::stand_side_by_side;
use super::slots::{About, agree, differ, tell_of_two_cases};
use super::surroundings::Surroundings;
use super::verbatim::known_to_both;
use super::{Counterparts, Evidence, MentionRef};
use crate::claim::{
    Ledger, Stem, has_examples, is_content, is_example, is_of_itself, is_past_path, past_blocks, speaks_of_texts, stem,
};
use crate::compare::slips::is_misprint;
use crate::document::{BlockKind, Document, Role};
use crate::lexicon::en::frames::Taken;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::story::{Topic, are_apart, name_information, word_information};
use crate::value::{Precision, Stretch};
use rust_decimal::Decimal;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// A longer sentence tells several things.
const TOKENS: usize = 70;
/// One with more figures is a row of them.
const FIGURES: usize = 6;
/// Words that are worth as much (tenths of nats) find pairs, and so many of them.
const TELLING: i64 = 28;
/// A name of this worth is of somebody or something.
const RARE: i64 = 40;
const RARE_SHARED: u8 = 2;
/// A word beside more figures than this finds no pairs.
const BLOCK: usize = 40;
/// What two sentences must share (tenths of nats), of one story and of two, and where they date one deed.
const SHARED: i64 = 150;
const SHARED_BEYOND: i64 = 260;
const SHARED_OF_DATE: i64 = 110;
/// Of a hundred parts of the sentence that says less, so many must stand in the other, too.
const PART: i64 = 62;
const PART_BEYOND: i64 = 86;
const PART_OF_DATE: i64 = 85;
/// Of two long figures of which one slip makes one of the other, less tells.
const PART_OF_SLIP: i64 = 75;
/// Of two years, of which each may be of a thing done again, more.
const PART_OF_YEAR: i64 = 80;
const NEARLY_ALL: i64 = 92;
/// The same of a copy, of all words of both.
const SHARED_OF_COPY: i64 = 200;
const PART_OF_COPY: i64 = 80;

/// A word of a sentence beside its figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Word {
    stem: Stem,
    worth: i64,
    is_name: bool,
}

/// A sentence that gives figures.
struct Telling<'a> {
    document: usize,
    sentence: usize,
    figures: Vec<Figure<'a>>,
    /// Sorted by stem.
    words: Vec<Word>,
    /// The words of the headings above it and of its document's title: what all of it is about.
    about: Rc<BTreeSet<Stem>>,
    is_item: bool,
    /// Of an item the first word as it stands in the text, in code too.
    opening: &'a str,
}

impl Telling<'_> {
    fn word(&self, stem: Stem) -> Option<&Word> {
        self.words.binary_search_by_key(&stem, |w| w.stem).ok().and_then(|at| self.words.get(at))
    }
}

/// What is known of whole documents, once it is asked for.
struct Known<'a> {
    ledgers: &'a [Ledger],
    frequent: Vec<OnceCell<HashSet<Stem, OfStems>>>,
    circumstances: Vec<OnceCell<About>>,
}

impl<'a> Known<'a> {
    fn of(ledgers: &'a [Ledger]) -> Known<'a> {
        let frequent = ledgers.iter().map(|_| OnceCell::new()).collect();
        Known { ledgers, frequent, circumstances: ledgers.iter().map(|_| OnceCell::new()).collect() }
    }

    /// Does the word stand all over the document?
    fn is_frequent(&self, document: usize, stem: Stem) -> bool {
        let known = self.ledgers.get(document).zip(self.frequent.get(document));
        known.is_none_or(|(ledger, cell)| cell.get_or_init(|| frequent(ledger)).contains(&stem))
    }

    /// Do the circumstances of two figures say that both may be right?
    fn are_of_two_cases(&self, x: &Figure, y: &Figure) -> bool {
        let about = |f: &Figure| Some(self.circumstances.get(f.document)?.get_or_init(|| About::of(f.ledger)));
        about(x).zip(about(y)).is_none_or(|(a, b)| tell_of_two_cases((x, a), (y, b)))
    }
}

/// Pairs of figures in sentences that say the same but for them, of documents that may meet. What several reports tell of
/// one story is still moving, and its limits with it: "at least 12" of the morning is no slip of "at least 15".
pub fn restated(ledgers: &[Ledger], of_one_story: bool, meet: impl Fn(usize, usize) -> bool) -> Vec<Counterparts> {
    let mut all: Vec<Telling> = Vec::new();
    for (document, ledger) in ledgers.iter().enumerate() {
        if ledger.document.role == Role::Peer && !is_past_path(&ledger.document.path) {
            all.extend(tellings(document, ledger));
        }
    }
    let known = Known::of(ledgers);
    let topics: Vec<Topic> = ledgers.iter().map(|l| Topic::of(&l.document)).collect();
    let mut under: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for (index, telling) in all.iter().enumerate() {
        telling.words.iter().filter(|w| w.worth >= TELLING).for_each(|w| under.entry(w.stem).or_default().push(index));
    }
    let mut shared: BTreeMap<usize, u8> = BTreeMap::new();
    let mut may_meet: BTreeMap<(usize, usize), bool> = BTreeMap::new();
    let mut found = Vec::new();
    for (index, telling) in all.iter().enumerate() {
        shared.clear();
        for word in telling.words.iter().filter(|w| w.worth >= TELLING) {
            let with = under.get(&word.stem).filter(|with| with.len() <= BLOCK).into_iter().flatten();
            with.filter(|other| **other > index).for_each(|other| {
                let times = shared.entry(*other).or_default();
                *times = times.saturating_add(1);
            });
        }
        for (other, _) in shared.iter().filter(|(_, times)| **times >= RARE_SHARED) {
            let Some(other) = all.get(*other) else { continue };
            let (a, b) = (telling.document, other.document);
            let of_series = || topics.get(a).zip(topics.get(b)).is_some_and(|(x, y)| x.is_of_series(y));
            let path = |d: usize| ledgers.get(d).map_or("", |l| l.document.path.as_str());
            let are_of_two = || a != b && (of_series() || are_apart(path(a), path(b)));
            if !*may_meet.entry((a, b)).or_insert_with(|| meet(a, b) && !are_of_two()) {
                continue;
            }
            let settled = !of_one_story || a == b;
            let near = || beside(&known, telling, other, settled);
            found.extend(pair(&known, telling, other, settled).or_else(near));
        }
    }
    known_to_both(ledgers, &mut found);
    found.sort_by_key(|c| (c.a, c.b));
    found
}

fn tellings<'a>(document: usize, ledger: &'a Ledger) -> Vec<Telling<'a>> {
    let text = &ledger.document;
    let past = past_blocks(text);
    let mut of_sentence: BTreeMap<usize, Vec<Figure>> = BTreeMap::new();
    let plain = figures(document, ledger).into_iter().filter(|f| {
        let mention = ledger.mentions.get(f.mention);
        !is_mark(text, f) && mention.is_none_or(|m| read_version(text, m).is_none())
    });
    for figure in plain.chain(versions(document, ledger)) {
        of_sentence.entry(figure.sentence).or_default().push(figure);
    }
    let title: Vec<Stem> = text.meta.title.as_deref().map(stems).unwrap_or_default();
    let path = stems(text.path.rsplit('/').next().unwrap_or_default());
    let (may_be_example, may_be_of_itself) = (has_examples(text), speaks_of_texts(text));
    let told = |sentence: usize, figures: &[Figure]| {
        let block = text.sentences.get(sentence).map_or(0, |s| s.block as usize);
        let prose = text
            .blocks
            .get(block)
            .is_some_and(|b| matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Caption));
        prose
            && past.get(block) != Some(&true)
            && figures.len() <= FIGURES
            && text.sentence_tokens(sentence).len() <= TOKENS
            && !(may_be_example && is_example(text, sentence))
            && !(may_be_of_itself && is_of_itself(text, sentence))
    };
    let heads = headings(text);
    let mut of_part: BTreeMap<usize, Rc<BTreeSet<Stem>>> = BTreeMap::new();
    let mut known = vec![None; text.per_form(|_| ()).len()];
    let mut of = |(sentence, figures): (usize, Vec<Figure<'a>>)| {
        let block = text.sentences.get(sentence).map_or(0, |s| s.block as usize);
        let (part, above) = heads.get(block).map_or((0, &[][..]), |(part, above)| (*part, above));
        let about = || Rc::new(above.iter().chain(&title).chain(&path).copied().collect());
        let about = Rc::clone(of_part.entry(part).or_insert_with(about));
        let is_item = text.blocks.get(block).is_some_and(|b| b.kind == BlockKind::ListItem);
        let span = text.sentences.get(sentence).map(|s| s.span).unwrap_or_default();
        let printed = if is_item { text.source_text(text.place(span)) } else { "" };
        let opening = printed.split([' ', ':']).next().unwrap_or_default();
        Telling { document, sentence, words: words(ledger, sentence, &mut known), figures, about, is_item, opening }
    };
    of_sentence.into_iter().filter(|(sentence, figures)| told(*sentence, figures)).map(&mut of).collect()
}

fn versions(document: usize, ledger: &Ledger) -> impl Iterator<Item = Figure<'_>> {
    let text = &ledger.document;
    ledger.mentions.iter().enumerate().filter(|(_, m)| !text.is_own(m.span)).filter_map(move |(mention, m)| {
        let (kind, reading) = read_version(text, m)?;
        let sentence = text.sentence_at(m.span.start);
        Some(Figure {
            document,
            mention,
            ledger,
            sentence,
            kind,
            taken: Taken::Count,
            reading,
            head: None,
            happened: None,
            whose: None,
            excepted: false,
            is_piece: false,
            is_of_day: false,
            limit: None,
        })
    })
}

/// "[4]" points to a note.
fn is_mark(document: &Document, figure: &Figure) -> bool {
    let Some(tokens) = figure.tokens() else { return false };
    tokens.start.checked_sub(1).is_some_and(|i| document.word(i) == "[") && document.word(tokens.end) == "]"
}

fn stems(words: &str) -> Vec<Stem> {
    words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(|w| stem(&w.to_lowercase())).collect()
}

/// For each block the number of its part, and the words of the headings above it.
fn headings(document: &Document) -> Vec<(usize, Rc<[Stem]>)> {
    let mut open: Vec<(u8, Vec<Stem>)> = Vec::new();
    let mut out = Vec::with_capacity(document.blocks.len());
    let (mut part, mut above): (usize, Rc<[Stem]>) = (0, Rc::default());
    for block in &document.blocks {
        if block.kind == BlockKind::Heading {
            open.retain(|(level, _)| *level < block.level);
            open.push((block.level, stems(document.slice(block.span))));
            above = open.iter().flat_map(|(_, words)| words.iter().copied()).collect();
            part += 1;
        }
        out.push((part, Rc::clone(&above)));
    }
    out
}

/// What a word form is: its stem, what that tells as a word, and whether it is one of code; none where it tells nothing.
type OfForm = Option<(Stem, i64, bool)>;

fn of_form(word: &str, stem: Stem) -> OfForm {
    let of_code = word.contains(['-', '_', '.']) || word.bytes().any(|b| b.is_ascii_digit());
    (!CALENDAR.contains(word)).then(|| (stem, i64::from(word_information(stem)), of_code))
}

/// `known` is what was told of each word form before.
fn words(ledger: &Ledger, sentence: usize, known: &mut [Option<OfForm>]) -> Vec<Word> {
    let document = &ledger.document;
    let tokens = document.sentence_tokens(sentence);
    let first = tokens.start;
    let mut found: Vec<Word> = Vec::new();
    for index in tokens {
        let Some((stem, token)) = ledger.content_stem(index).zip(document.token(index)) else { continue };
        let Some(known) = document.form(index).and_then(|form| known.get_mut(form)) else { continue };
        let of_form = *known.get_or_insert_with(|| of_form(document.word(index), stem));
        let Some((stem, worth, of_code)) = of_form else { continue };
        let is_name = token.capital && index != first || of_code;
        let worth = if is_name { i64::from(name_information(stem)) } else { worth };
        found.push(Word { stem, worth, is_name });
    }
    found.sort_by_key(|w| (w.stem, !w.is_name));
    found.dedup_by_key(|w| w.stem);
    found
}

/// The one pair of figures in which two sentences differ, if they tell the same.
fn pair(known: &Known, a: &Telling, b: &Telling, settled: bool) -> Option<Counterparts> {
    let beyond = a.document != b.document;
    let has = |of: &Telling, word: &Word| of.words.binary_search_by_key(&word.stem, |w| w.stem).is_ok();
    // Items of two lists of one page go through its cases.
    if !beyond && a.is_item && b.is_item {
        return None;
    }
    // Items of two pages are of one thing where they open alike.
    if a.is_item && b.is_item && a.opening != b.opening {
        return None;
    }
    // What all of a page is about tells no sentence of it from another, nor do its words of every day.
    let common = |w: &Word| !beyond && (a.about.contains(&w.stem) || known.is_frequent(a.document, w.stem));
    let shared: Vec<&Word> = a.words.iter().filter(|w| has(b, w) && !common(w)).collect();
    let sum: i64 = shared.iter().map(|w| w.worth).sum();
    let own = |one: &Telling, other: &Telling| -> (i64, usize) {
        let lone = one.words.iter().filter(|w| !has(other, w) && !other.about.contains(&w.stem));
        let (mut worth, mut names) = (0, 0);
        for word in lone {
            worth += word.worth;
            names += usize::from(word.is_name && word.worth >= RARE);
        }
        (worth, names)
    };
    let ((left, left_names), (right, right_names)) = (own(a, b), own(b, a));
    let of_less = sum * 100 / (sum + left.min(right)).max(1);
    if left_names > 0 && right_names > 0 {
        return None;
    }
    let is_name = |w: &Word| {
        let other = b.words.binary_search_by_key(&w.stem, |w| w.stem).ok().and_then(|at| b.words.get(at));
        [Some(w), other].into_iter().flatten().any(|w| w.is_name && w.worth >= RARE)
    };
    let named = shared.iter().any(|w| is_name(w));
    // A sentence that was copied tells of the same, whether it names something or not.
    let copied = beyond && sum >= SHARED_OF_COPY && sum * 100 / (sum + left + right).max(1) >= PART_OF_COPY;
    if !named && !copied {
        return None;
    }
    let (x, y) = the_one_that_differs(a, b, settled)?;
    // A day is dated by few words: both say when the same was done.
    let dated = !matches!(x.reading, Reading::Amount(_) | Reading::Version(_)) && x.head.is_some() && x.head == y.head;
    let (least, part) = match (dated, beyond) {
        _ if matches!(x.reading, Reading::Date(_)) => (SHARED_BEYOND, PART_OF_YEAR),
        (true, _) => (SHARED_OF_DATE, PART_OF_DATE),
        (false, true) if of_less >= NEARLY_ALL => (SHARED, NEARLY_ALL),
        (false, true) if are_misprints(x, y) => (SHARED_BEYOND, PART_OF_SLIP),
        (false, true) => (SHARED_BEYOND, PART_BEYOND),
        (false, false) => (SHARED, PART),
    };
    if sum < least || of_less < part {
        return None;
    }
    let ledger = known.ledgers.get(a.document)?;
    if !beyond && stand_side_by_side(ledger, a.sentence, b.sentence) {
        return None;
    }
    if known.are_of_two_cases(x, y) {
        return None;
    }
    let mut spelt: Vec<&Word> = shared;
    spelt.sort_by_key(|w| (-w.worth, w.stem));
    let stems: Vec<Stem> = spelt.iter().take(4).map(|w| w.stem).collect();
    let mut evidence = Evidence::default();
    evidence.add(
        sum as f64 / 100.0,
        format!("{of_less} % of the sentence that says less stands in the other as well ({})", x.spell(&stems)),
    );
    let reference = |f: &Figure| MentionRef { document: f.document, mention: f.mention };
    Some(Counterparts { a: reference(x), b: reference(y), evidence })
}

/// What the surroundings of two figures must share (tenths of nats), how much of each, and how many words.
const SHARED_BESIDE: i64 = 150;
const PART_BESIDE: i64 = 72;
const PART_OF_MORE: i64 = 50;
const WORDS_BESIDE: usize = 3;
/// The same of two figures of which one slip makes one of the other, and of words that follow each other without a gap.
const SHARED_OF_LIKE: i64 = 110;
const SHARED_OF_RUN: i64 = 130;
const PART_OF_RUN: i64 = 48;

/// Two figures of two pages with the same words beside them, whatever else their sentences tell.
fn beside(known: &Known, a: &Telling, b: &Telling, settled: bool) -> Option<Counterparts> {
    if a.document == b.document || a.is_item && b.is_item && a.opening != b.opening || are_of_two_names(a, b) {
        return None;
    }
    let mut found: Option<(Counterparts, i64)> = None;
    for x in &a.figures {
        for y in b.figures.iter().filter(|y| (settled || are_years_of_one_day(x, y)) && may_be_one(a, b, x, y)) {
            let [one, other] =
                [(a, x), (b, y)].map(|(of, f)| Surroundings::of(f, |stem| of.word(stem).map(|w| w.worth)));
            let shared = one.shared(&other);
            let names =
                |stem: &Stem| [a, b].iter().any(|of| of.word(*stem).is_some_and(|w| w.is_name && w.worth >= RARE));
            let dated = !matches!(x.reading, Reading::Amount(_) | Reading::Version(_));
            let like = are_years_of_one_day(x, y) || are_misprints(x, y);
            let least = if like { SHARED_OF_LIKE } else { SHARED_BESIDE };
            let beside = shared.worth >= least && shared.of_less >= PART_BESIDE && shared.of_more >= PART_OF_MORE;
            let [before, behind] = shared.run;
            let run = before > 0
                && before + behind >= WORDS_BESIDE
                && shared.worth_of_run >= SHARED_OF_RUN
                && shared.of_less >= PART_OF_RUN;
            if !(beside || run)
                || shared.stems.len() < WORDS_BESIDE
                || dated && !(are_years_of_one_day(x, y) && shared.stems.iter().any(names))
                || known.are_of_two_cases(x, y)
                || found.as_ref().is_some_and(|(_, best)| *best >= shared.worth)
            {
                continue;
            }
            let reference = |f: &Figure| MentionRef { document: f.document, mention: f.mention };
            let mut evidence = Evidence::default();
            let spelt: Vec<Stem> = shared.stems.iter().take(4).copied().collect();
            let reason = format!("the same words stand beside both ({})", x.spell(&spelt));
            evidence.add(shared.worth as f64 / 100.0, reason);
            found = Some((Counterparts { a: reference(x), b: reference(y), evidence }, shared.worth));
        }
    }
    found.map(|(pair, _)| pair)
}

/// Does each sentence name what the other does not?
fn are_of_two_names(a: &Telling, b: &Telling) -> bool {
    let own = |one: &Telling, other: &Telling| {
        one.words.iter().any(|w| w.is_name && w.worth >= RARE && other.word(w.stem).is_none())
    };
    own(a, b) && own(b, a)
}

/// Could the two be one figure, given twice?
fn may_be_one<'a>(a: &Telling<'a>, b: &Telling<'a>, x: &Figure<'a>, y: &Figure<'a>) -> bool {
    let ranks = |f: &Figure| f.kind == Kind::Ordinal || opens(f) || is_in_row(f) || names_by_number(f);
    let has = |of: &Telling, f: &Figure| of.figures.iter().any(|g| f.kind == g.kind && agree(&f.reading, &g.reading));
    // "The first storm", "the second storm".
    let ordinals = |of: &Telling| of.figures.iter().any(|f| f.kind == Kind::Ordinal);
    let of_several = ordinals(a) && ordinals(b) && !a.figures.iter().any(|f| f.kind == Kind::Ordinal && has(b, f));
    x.meets(y)
        && !of_several
        && (differ(&x.reading, &y.reading) || are_other_limits(x, y))
        && !has(a, y)
        && !has(b, x)
        && !prints(b, x)
        && !prints(a, y)
        && is_joined(x) == is_joined(y)
        && !ranks(x)
        && !ranks(y)
        && (are_of_one_thing(x, y, a.document != b.document) || are_years_of_one_day(x, y))
}

/// "Since 1 May 1970", "since 1 May 1971".
fn are_years_of_one_day(x: &Figure, y: &Figure) -> bool {
    let day =
        |f: &Figure| if let Reading::Day { year: Some(_), month, day } = f.reading { Some((month, day)) } else { None };
    day(x).is_some() && day(x) == day(y)
}

/// "Between the mark and 40", "up or down to 40": one end of several, or the last of a row.
fn is_joined(figure: &Figure) -> bool {
    let document = &figure.ledger.document;
    let before = figure.tokens().and_then(|own| own.start.checked_sub(1));
    before.is_some_and(|i| matches!(document.word(i), "and" | "or" | "to" | "-" | "–" | "through"))
}

/// "At least three days", "at least five days": both may hold, but only one is the limit.
fn are_other_limits(x: &Figure, y: &Figure) -> bool {
    let (Reading::Amount(p), Reading::Amount(q)) = (&x.reading, &y.reading) else { return false };
    p.is_bound() && p.hedge == q.hedge && p.unit == q.unit && p.value != q.value
}

/// All figures agree but one of each, and these two can be held against each other.
fn the_one_that_differs<'t, 'a>(
    a: &'t Telling<'a>,
    b: &'t Telling<'a>,
    settled: bool,
) -> Option<(&'t Figure<'a>, &'t Figure<'a>)> {
    let lone = |one: &'t Telling<'a>, other: &Telling| -> Vec<&'t Figure<'a>> {
        let has = |f: &Figure| other.figures.iter().any(|g| f.kind == g.kind && agree(&f.reading, &g.reading));
        let meets = |f: &Figure| other.figures.iter().any(|g| f.kind == g.kind);
        one.figures.iter().filter(|f| meets(f) && !has(f)).collect()
    };
    let (left, right) = (lone(a, b), lone(b, a));
    let ([x], [y]) = (&left[..], &right[..]) else { return None };
    let one_thing = are_of_one_thing(x, y, a.document != b.document);
    if prints(b, x) || prints(a, y) {
        return None;
    }
    let ranks = x.kind == Kind::Ordinal || opens(x) || opens(y) || is_in_row(x) || is_in_row(y);
    let apart = differ(&x.reading, &y.reading) || settled && are_other_limits(x, y);
    (x.meets(y) && apart && one_thing && !ranks).then_some((x, y))
}

/// Do the two count, measure or date the same, as far as the words right beside them tell?
fn are_of_one_thing(x: &Figure, y: &Figure, beyond: bool) -> bool {
    match (&x.reading, &y.reading) {
        (Reading::Amount(p), Reading::Amount(q)) if are_far(p.value, q.value) => false,
        (Reading::Amount(_), Reading::Amount(_)) if x.kind != Kind::Number => true,
        (Reading::Amount(_), Reading::Amount(_)) => match (x.head, y.head) {
            (Some(one), Some(other)) => one == other,
            // "Port 6420" of both; behind a capital stands the number of a part, a rule or a room.
            (None, None) => before(x).is_some() && before(x) == before(y) && !names_by_number(x),
            _ => false,
        },
        // "Since Kit 2.6" of both: each program has versions of its own.
        (Reading::Version(_), Reading::Version(_)) => beyond && before(x) == before(y),
        // Days of one year that share their month or their figure: others are two occasions.
        (Reading::Day { year: p, month: m, day: d }, Reading::Day { year: q, month: n, day: e }) => {
            p.is_none_or(|p| q.is_none_or(|q| p == q)) && (m == n || d == e)
        }
        // One year of one thing, where all else is the same.
        (Reading::Date(p), Reading::Date(q)) => {
            const NEAR: i16 = 10;
            let year = |s: &Stretch| s.start.filter(|_| s.precision == Precision::Year).map(|d| d.year());
            year(p).zip(year(q)).is_some_and(|(p, q)| (p - q).abs() <= NEAR)
        }
        _ => false,
    }
}

/// "418,075" and "418,057": long figures are seldom so alike by chance.
fn are_misprints(x: &Figure, y: &Figure) -> bool {
    const LONG: usize = 4;
    let digits = |f: &Figure| -> Vec<u8> { f.words().unwrap_or_default().bytes().filter(u8::is_ascii_digit).collect() };
    let (one, other) = (digits(x), digits(y));
    one.len().min(other.len()) >= LONG && is_misprint(&one, &other)
}

/// Does the sentence print the number of a figure, whatever it reads it as?
fn prints(telling: &Telling, figure: &Figure) -> bool {
    let document = &figure.ledger.document;
    let number = |document: &Document, i: usize| document.token(i).is_some_and(|t| t.is_number());
    let Some(at) = figure.tokens().and_then(|mut own| own.find(|i| number(document, *i))) else { return false };
    let Some(other) = telling.figures.first().map(|f| &f.ledger.document) else { return false };
    other.sentence_tokens(telling.sentence).any(|i| number(other, i) && other.word(i) == document.word(at))
        && !matches!(figure.reading, Reading::Day { .. })
}

/// Nobody takes one for the other: they count two things.
fn are_far(a: Decimal, b: Decimal) -> bool {
    let times = a.abs().max(b.abs()).checked_div(a.abs().min(b.abs()));
    times.is_none_or(|times| times > Decimal::TEN)
}

/// The words that stand in more than a few sentences of a document: they tell none of these from another.
fn frequent(ledger: &Ledger) -> HashSet<Stem, OfStems> {
    const FEW: u8 = 4;
    let mut times: HashMap<Stem, u8, OfStems> = HashMap::default();
    for stem in (0..ledger.document.sentences.len()).flat_map(|s| ledger.sentence_stems(s)) {
        let times = times.entry(*stem).or_default();
        *times = times.saturating_add(1);
    }
    times.into_iter().filter(|(_, times)| *times > FEW).map(|(stem, _)| stem).collect()
}

/// The figure opens its sentence: it numbers or dates it.
fn opens(figure: &Figure) -> bool {
    let document = &figure.ledger.document;
    let at = figure.tokens().map_or(0, |own| own.start);
    let start = document.sentence_tokens(figure.sentence).start;
    (start..at).all(|i| document.token(i).is_none_or(|t| !t.is_word()) || document.word(i) == "in")
}

/// "8, 9 or 10 hours".
fn is_in_row(figure: &Figure) -> bool {
    let document = &figure.ledger.document;
    let Some(first) = figure.tokens().map(|own| own.start) else { return false };
    let before = first.checked_sub(2).and_then(|i| document.token(i)).is_some_and(|t| t.is_number());
    before && first.checked_sub(1).is_some_and(|i| matches!(document.word(i), "," | "or" | "and" | "/"))
}

/// "Rule 410.2", "Sheet 1.2".
fn names_by_number(figure: &Figure) -> bool {
    let document = &figure.ledger.document;
    let at = figure.tokens().map_or(0, |own| own.start);
    at.checked_sub(1).and_then(|i| document.token(i)).is_some_and(|t| t.is_word() && t.capital)
}

/// The word before a figure.
fn before(figure: &Figure) -> Option<Stem> {
    let document = &figure.ledger.document;
    let at = figure.tokens()?.start.checked_sub(1)?;
    Some(document.word(at)).filter(|w| is_content(w)).map(stem)
}
