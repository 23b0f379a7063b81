//! Under which circumstances a figure holds, as far as its sentence says: a bound, a part, another moment, a source of
//! its own, a day. What differs there speaks for two facts, not for a fault.

use super::aside::are_of_two_options;
use super::features::flag;
use crate::align::figures::{Figure, Kind, Reading};
use crate::claim::{Ledger, Stem, stem};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::en::antonyms::{ANTONYMS, Opposite};
use crate::lexicon::en::change::{CHANGE, Direction};
use crate::lexicon::en::growing::{GROWING, MOVES, PRICED};
use crate::lexicon::en::measured::{ATTRIBUTED, MEASURING, SHIFTED};
use crate::lexicon::en::stop_words::CALENDAR;
use crate::lexicon::unit::Dimension;
use crate::mention::Mention;
use crate::text::{Span, WordSet};
use crate::value::{AmountKind, Precision, Stretch, TimeKind, Value};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// How many words around a figure may tell of another moment, case or part.
const NEAR: usize = 6;
/// How many may tell which of two it is: "the western dam".
const FURTHER: usize = 14;
/// How many mentions before a figure, and how many behind it, may date it.
const MENTIONS: usize = 48;

/// The circumstances of one figure.
#[derive(Debug, Default)]
pub struct Scope<'a> {
    pub bound: bool,
    pub part: bool,
    pub grows: bool,
    pub attributed: bool,
    /// Words near it that tell of another moment, case or rate.
    pub shifts: Vec<&'a str>,
    /// A word near it tells that it is a rise.
    pub rises: bool,
    /// It is where something began: "from 40", "started the day with 44 points".
    pub opens: bool,
    /// By whose measurement or estimate, as the names beside the word that says so.
    pub source: Option<Vec<&'a str>>,
    /// The one whom its sentence gives the word, where no source is told so.
    pub sayer: Vec<&'a str>,
    /// The definite dates of its sentence.
    pub dates: Vec<Stretch>,
    /// Its document says of itself that its figures are not the last.
    pub partial: bool,
    /// The heading above it names a version or a day.
    pub of_section: bool,
    /// Words around it that have an opposite.
    pub opposites: Vec<Leaning>,
    /// What tells the variant from others in its sentence: "the 13-inch model".
    pub variants: Vec<&'a str>,
    /// The document's own day.
    pub day: Option<Date>,
}

impl<'a> Scope<'a> {
    pub fn of(figure: &Figure<'a>, document: &About) -> Scope<'a> {
        let near: Vec<&str> = words(figure, NEAR).collect();
        Scope {
            bound: matches!(&figure.reading, Reading::Amount(a) if a.is_bound()),
            part: is_part(figure),
            grows: grows(figure, &near),
            attributed: document.saying(figure).attributed,
            shifts: near.iter().copied().filter(|w| shifts(w)).collect(),
            rises: near.iter().any(|w| matches!(CHANGE.get(w), Some(Direction::Up))),
            opens: opens(figure, &near),
            // Two who measure or estimate may find two figures; of a day, a price or an age there is one.
            source: match figure.kind {
                Kind::Number | Kind::Measure | Kind::Percent => source(figure, document.saying(figure).according),
                _ => None,
            },
            sayer: if document.saying(figure).attributed { names(figure) } else { Vec::new() },
            opposites: leanings(figure),
            dates: dates(figure),
            variants: variants(figure),
            partial: document.partial,
            of_section: document.is_of_section(figure),
            day: figure.ledger.document.meta.date,
        }
    }
}

/// A word that has an opposite.
#[derive(Debug, Clone, Copy)]
pub struct Leaning {
    word: Opposite,
    /// It stands near the figure.
    near: bool,
    /// The word behind it: "the western dam".
    behind: Stem,
    /// A word of rising or falling.
    turns: bool,
}

impl Leaning {
    fn opposes(&self, other: &Leaning) -> bool {
        let opposite = self.word.pair == other.word.pair && self.word.side != other.word.side;
        opposite && (self.near && other.near || self.behind == other.behind)
    }
}

/// What is known of a whole document.
#[derive(Debug)]
pub struct About {
    partial: bool,
    /// Where its headings start, and whether each names a version or a day.
    headings: Vec<(u32, bool)>,
    /// Of each sentence.
    sayings: Vec<Saying>,
}

/// Whose word a sentence is. One may hold thousands of figures, and each asks.
#[derive(Debug, Default, Clone, Copy)]
struct Saying {
    attributed: bool,
    /// The first token that says "according".
    according: Option<usize>,
}

impl About {
    pub fn of(ledger: &Ledger) -> About {
        let document = &ledger.document;
        let headings: Vec<&Block> =
            document.blocks.iter().filter(|b| b.kind == BlockKind::Heading && b.level > 1).collect();
        // A line that dates the whole document stands alone on its level.
        let mut of_level: BTreeMap<u8, u32> = BTreeMap::new();
        headings.iter().for_each(|b| *of_level.entry(b.level).or_default() += 1);
        let has_fellow = |b: &Block| of_level.get(&b.level).is_some_and(|count| *count > 1);
        let names = |span: Span| {
            let inside = ledger.mentions_in(span);
            let first = document.token_at(span.start);
            let is_number = document.word(first).bytes().all(|b| b.is_ascii_digit());
            // "3. Hearing" counts the sections.
            let counts = is_number && document.token(first + 1).is_some_and(|t| t.span.end < span.end);
            let has_digits = document.word(first).bytes().any(|b| b.is_ascii_digit());
            has_digits && !counts || inside.into_iter().any(|m| matches!(m.value, Value::Time(_)))
        };
        let saying = |sentence: usize| Saying {
            attributed: document.sentence_tokens(sentence).any(|i| ATTRIBUTED.contains(document.word(i))),
            according: document.sentence_tokens(sentence).find(|i| document.word(*i) == "according"),
        };
        About {
            partial: is_partial(ledger),
            headings: headings
                .iter()
                .map(|b| (b.span.start, !document.is_own(b.span) && has_fellow(b) && names(b.span)))
                .collect(),
            sayings: (0..document.sentences.len()).map(saying).collect(),
        }
    }

    fn saying(&self, figure: &Figure) -> Saying {
        self.sayings.get(figure.sentence).copied().unwrap_or_default()
    }

    fn is_of_section(&self, figure: &Figure) -> bool {
        let at = figure.ledger.mentions.get(figure.mention).map_or(0, |m| m.span.start);
        let before = self.headings.partition_point(|(start, _)| *start <= at);
        before.checked_sub(1).and_then(|i| self.headings.get(i)).is_some_and(|(_, names)| *names)
    }
}

/// Does the document say of itself that its figures are not the last?
fn is_partial(ledger: &Ledger) -> bool {
    let document = &ledger.document;
    let says = |i: usize| match document.word(i) {
        "partial" | "preliminary" | "provisional" => {
            matches!(document.word(i + 1), "results" | "result" | "count" | "figures" | "data" | "tally" | "toll")
        }
        "exit" => matches!(document.word(i + 1), "poll" | "polls"),
        "votes" => document.word(i + 1) == "counted",
        _ => false,
    };
    (0..document.tokens.len()).any(says)
}

fn reach<'a>(figure: &Figure<'a>) -> Option<(std::ops::Range<usize>, usize, usize)> {
    let tokens = figure.tokens()?;
    Some((figure.ledger.document.sentence_tokens(figure.sentence), tokens.start, tokens.end))
}

/// The tokens within so many, without those of the figure.
fn around(figure: &Figure, within: usize) -> impl Iterator<Item = usize> {
    let (tokens, first, behind) = reach(figure).unwrap_or((0..0, 0, 0));
    (first.saturating_sub(within).max(tokens.start)..first).chain(behind..(behind + within).min(tokens.end))
}

/// Their words in lower case.
fn words<'a>(figure: &Figure<'a>, within: usize) -> impl Iterator<Item = &'a str> {
    let document = &figure.ledger.document;
    around(figure, within).map(|i| document.word(i))
}

fn leanings(figure: &Figure) -> Vec<Leaning> {
    let document = &figure.ledger.document;
    let near: Vec<usize> = around(figure, NEAR).collect();
    let leaning = |i: usize| {
        let word = *ANTONYMS.get(document.word(i))?;
        let turns = CHANGE.contains_key(document.word(i));
        Some(Leaning { word, near: near.contains(&i), behind: stem(document.word(i + 1)), turns })
    };
    around(figure, FURTHER).filter_map(leaning).collect()
}

fn before<'a>(figure: &Figure<'a>) -> &'a str {
    let document = &figure.ledger.document;
    reach(figure).and_then(|(_, first, _)| first.checked_sub(1)).map_or("", |i| document.word(i))
}

/// "another 20", "20 more".
fn is_part(figure: &Figure) -> bool {
    const BEFORE: [&str; 9] =
        ["another", "other", "first", "last", "remaining", "additional", "further", "extra", "next"];
    const BEHIND: [&str; 8] = ["other", "others", "more", "additional", "further", "extra", "remaining", "fewer"];
    let behind = reach(figure).map_or("", |(_, _, behind)| figure.ledger.document.word(behind));
    BEFORE.contains(&before(figure)) || BEHIND.contains(&behind)
}

/// Does it count what is counted anew while the event goes on, or give a price of the moment?
fn grows(figure: &Figure, near: &[&str]) -> bool {
    let has = |words: &WordSet| near.iter().any(|w| words.contains(w));
    let counted = match (&figure.kind, &figure.reading) {
        (Kind::Number | Kind::Percent, _) => true,
        (Kind::Measure, Reading::Amount(a)) => a.unit.and_then(|u| u.dimension()) == Some(Dimension::AREA),
        _ => false,
    };
    let priced = matches!(figure.kind, Kind::Percent | Kind::Money);
    (counted && has(&GROWING)) || (priced && has(&PRICED) && has(&MOVES))
}

/// A word of another moment or case, or of a rate.
fn shifts(word: &str) -> bool {
    const DIRECTIONS: [&str; 4] = ["rose", "fell", "increased", "decreased"];
    matches!(word, "each" | "per" | "every") || (SHIFTED.contains(word) && !DIRECTIONS.contains(&word))
}

fn opens(figure: &Figure, near: &[&str]) -> bool {
    const OPENING: [&str; 6] = ["started", "starting", "began", "begun", "opened", "entered"];
    match before(figure) {
        "from" => true,
        "with" => near.iter().any(|w| OPENING.contains(w)),
        _ => false,
    }
}

fn source<'a>(figure: &Figure<'a>, according: Option<usize>) -> Option<Vec<&'a str>> {
    const REACH: usize = 8;
    let document = &figure.ledger.document;
    let (tokens, first, _) = reach(figure)?;
    let near = first.saturating_sub(NEAR).max(tokens.start)..(first + NEAR + 1).min(tokens.end);
    let measuring = near.into_iter().find(|i| MEASURING.contains(document.word(*i)));
    let at = measuring.into_iter().chain(according).min()?;
    let around = at.saturating_sub(REACH).max(tokens.start)..(at + REACH).min(tokens.end);
    // "The team estimates" names no source that another text could lack.
    let named = around.filter(|i| *i != tokens.start && is_name(document, *i));
    let words: Vec<&str> = named.map(|i| document.word(i)).collect();
    Some(words).filter(|w| !w.is_empty())
}

/// The names of its sentence; of a very long one, those near the figure.
fn names<'a>(figure: &Figure<'a>) -> Vec<&'a str> {
    const REACH: usize = 40;
    let document = &figure.ledger.document;
    around(figure, REACH).filter(|i| is_name(document, *i)).map(|i| document.word(i)).collect()
}

/// A day that has a capital names nobody.
fn is_name(document: &Document, index: usize) -> bool {
    document.token(index).is_some_and(|t| t.capital) && !CALENDAR.contains(document.word(index))
}

/// The measures of its sentence that are joined to a noun, without the figure itself.
fn variants<'a>(figure: &Figure<'a>) -> Vec<&'a str> {
    let document = &figure.ledger.document;
    let joined = |m: &&Mention| {
        let words = document.slice_lower(m.span);
        matches!(&m.value, Value::Amount(a) if a.kind == AmountKind::Measure) && words.contains('-')
    };
    beside(figure).filter(joined).map(|m| document.slice_lower(m.span)).collect()
}

/// The dates of its sentence; of one that holds very many, those nearest to it.
fn dates(figure: &Figure) -> Vec<Stretch> {
    let date = |mention: &Mention| match &mention.value {
        Value::Time(t) if t.kind == TimeKind::Date => t.stretch,
        _ => None,
    };
    beside(figure).filter_map(date).collect()
}

/// The other mentions of its sentence; of very many, those nearest to it.
fn beside<'a>(figure: &Figure<'a>) -> impl Iterator<Item = &'a Mention> {
    let sentence = figure.ledger.document.sentences.get(figure.sentence).map_or(0..0, |s| s.span.start..s.span.end);
    let mentions = &figure.ledger.mentions;
    let near = figure.mention.saturating_sub(MENTIONS)..=figure.mention + MENTIONS;
    let others = near.filter({
        let own = figure.mention;
        move |index| *index != own
    });
    others.filter_map(|index| mentions.get(index)).filter(move |m| sentence.contains(&m.span.start))
}

pub const FEATURES: [&str; 18] = [
    "one is a bound",
    "both are bounds",
    "one is of a part",
    "one of them may still grow",
    "both may still grow",
    "a year of the past is in both sentences",
    "words of another moment beside one",
    "one has a source of its own",
    "both have sources that differ",
    "dates of the sentences overlap",
    "dates of the sentences do not",
    "one text calls its figures not the last",
    "the documents are of days far apart",
    "one is somebody's word",
    "a word near the one has its opposite near the other",
    "one is where it began",
    "the section of one is of a version or a day",
    "the sentences are of two variants",
];

/// Does each sentence give a year, and not the other's?
pub fn of_two_years(a: &Scope, b: &Scope) -> bool {
    let years = |scope: &Scope| -> Vec<Stretch> {
        scope.dates.iter().filter(|d| d.precision == Precision::Year).copied().collect()
    };
    let (one, other) = (years(a), years(b));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|x| other.iter().any(|y| x.overlaps(y)))
}

/// Does a word near the one have its opposite near the other, or does only one of them rise?
pub fn oppose(a: &Scope, b: &Scope) -> bool {
    a.rises != b.rises || a.opens != b.opens || a.opposites.iter().any(|x| b.opposites.iter().any(|y| x.opposes(y)))
}

/// Does nothing in the two sentences but whether it rises say that they are of two moments, parts or variants?
pub fn of_one_case(a: &Scope, b: &Scope) -> bool {
    let meet = |x: &[Stretch], y: &[Stretch]| x.iter().any(|d| y.iter().any(|e| d.overlaps(e)));
    let of_two_days = !a.dates.is_empty() && !b.dates.is_empty() && !meet(&a.dates, &b.dates);
    let opposed = a.opposites.iter().any(|x| b.opposites.iter().any(|y| !x.turns && x.opposes(y)));
    let of_two_variants = !a.variants.is_empty() && !b.variants.is_empty() && a.variants != b.variants;
    !of_two_days && !opposed && !of_two_variants && a.part == b.part && a.opens == b.opens
}

/// Do the circumstances of two figures say that both may be right?
pub fn tell_of_two_cases((x, of_x): (&Figure, &About), (y, of_y): (&Figure, &About)) -> bool {
    let (a, b) = (Scope::of(x, of_x), Scope::of(y, of_y));
    let shifted = a.shifts.iter().any(|w| !b.shifts.contains(w)) || b.shifts.iter().any(|w| !a.shifts.contains(w));
    let apart =
        !a.dates.is_empty() && !b.dates.is_empty() && !a.dates.iter().any(|x| b.dates.iter().any(|y| x.overlaps(y)));
    let sections = of_x.is_of_section(x) != of_y.is_of_section(y);
    are_of_two_options(x, y)
        || a.bound != b.bound
        || a.part != b.part
        || a.grows
        || b.grows
        || a.attributed
        || b.attributed
        || shifted
        || sections
        || apart && matches!(x.reading, Reading::Amount(_))
        || oppose(&a, &b)
        || a.partial != b.partial
}

/// Documents further apart than this many days are of other times.
const FAR: i64 = 60;

pub type Features = [i64; FEATURES.len()];

pub fn features(a: &Scope, b: &Scope) -> Features {
    let shifted = a.shifts.iter().any(|w| !b.shifts.contains(w)) || b.shifts.iter().any(|w| !a.shifts.contains(w));
    let one_source = a.source.iter().flatten().any(|w| b.source.iter().flatten().any(|o| o == w));
    // "According to Ada Roth" and "Ada Roth said": one source.
    let says = |x: &Scope, y: &Scope| x.source.iter().flatten().any(|w| y.sayer.contains(w));
    let of_one_sayer = says(a, b) || says(b, a);
    let overlap = a.dates.iter().any(|x| b.dates.iter().any(|y| x.overlaps(y)));
    let past = a.dates.iter().any(|d| d.precision == Precision::Year && b.dates.contains(d));
    let both_dated = !a.dates.is_empty() && !b.dates.is_empty();
    [
        flag(a.bound != b.bound),
        flag(a.bound && b.bound),
        flag(a.part != b.part),
        flag(a.grows != b.grows),
        flag(a.grows && b.grows),
        flag(past),
        flag(shifted),
        flag(a.source.is_some() != b.source.is_some() && !of_one_sayer),
        flag(a.source.is_some() && b.source.is_some() && !one_source),
        flag(overlap),
        flag(both_dated && !overlap),
        flag(a.partial != b.partial),
        flag(a.day.zip(b.day).is_some_and(|(x, y)| (x.duration_until(y).as_hours() / 24).abs() > FAR)),
        flag(a.attributed != b.attributed),
        flag(a.opposites.iter().any(|x| b.opposites.iter().any(|y| x.opposes(y)))),
        flag(a.opens != b.opens),
        flag(a.of_section != b.of_section),
        flag(!a.variants.is_empty() && !b.variants.is_empty() && !a.variants.iter().any(|v| b.variants.contains(v))),
    ]
}
