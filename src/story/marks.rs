//! What a document can be known by: its names, words, figures and days, each weighed by how
//! rare it is in English and how often the document uses it.

use super::background::{Kind, information, key};
use crate::claim::{Ledger, Stem};
use crate::document::BlockKind;
use crate::lexicon::en::stop_words::CALENDAR;
use crate::text::{Span, StableHash};
use crate::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is worth less than this (in tenths of a nat) marks nothing.
const LEAST: u32 = 10;
/// A figure's information counts above this: "14" stands everywhere.
const LEAST_OF_FIGURE: u32 = 20;
/// A name of this information is rare.
const RARE: u32 = 45;
/// So many of the weightiest names make up what a document is known for.
const TOP: usize = 8;
/// So many tokens open a text, and so many names of these are its topic.
const OPENING: usize = 24;
const TOPIC: usize = 3;
/// So many marks find the documents to compare with.
const FOREMOST: usize = 24;

#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Marks {
    pub names: Weighed,
    pub words: Weighed,
    /// Figures with the information that they hold above `LEAST_OF_FIGURE`, sorted.
    pub figures: Vec<(u32, u32)>,
    /// Days as month and day ("07-31"), sorted.
    pub days: Vec<u32>,
    /// The weightiest names, sorted by key.
    pub top: Vec<u32>,
    /// The weightiest names of its first words, where a text says what it is about; the weightiest first.
    pub topic: Vec<u32>,
    pub tokens: usize,
    foremost: Vec<u32>,
    /// Those of the names that are rare.
    rare: Vec<(u32, u32)>,
}

/// Keys with their weights (information times how often, tempered), sorted by key; and the square of their length.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Weighed {
    pub entries: Vec<(u32, u32)>,
    pub square: u64,
}

impl Weighed {
    fn new(counts: BTreeMap<u32, u32>, information: impl Fn(u32) -> u32) -> Weighed {
        let weigh = |(key, count)| (key, information(key) * tempered(count) / 10);
        let worth = |key: &u32| information(*key) > LEAST;
        let entries: Vec<(u32, u32)> = counts.into_iter().filter(|(key, _)| worth(key)).map(weigh).collect();
        let square = entries.iter().map(|(_, weight)| u64::from(*weight).pow(2)).sum();
        Weighed { entries, square }
    }

    pub fn get(&self, key: u32) -> Option<u32> {
        let at = self.entries.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.entries.get(at).map(|(_, weight)| *weight)
    }

    fn heaviest(&self, many: usize) -> Vec<(u32, u32)> {
        let mut entries = self.entries.clone();
        entries.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        entries.truncate(many);
        entries
    }
}

/// What two lists that are sorted by key say of each key of both.
pub fn in_both<'a>(a: &'a [(u32, u32)], b: &'a [(u32, u32)]) -> impl Iterator<Item = (u32, u32)> + 'a {
    let (mut i, mut j) = (0, 0);
    std::iter::from_fn(move || {
        while let (Some((x, one)), Some((y, other))) = (a.get(i), b.get(j)) {
            // Which list goes on is a toss-up: no branch of it.
            i += usize::from(x <= y);
            j += usize::from(y <= x);
            if x == y {
                return Some((*one, *other));
            }
        }
        None
    })
}

/// Does English hardly know this name?
pub fn is_rare_name(name: Stem) -> bool {
    name_information(name) >= RARE
}

/// What a name tells, in tenths of nats: little where many documents have it.
pub fn name_information(name: Stem) -> u32 {
    information(key(Kind::Name, name.value()))
}

/// The same of a word.
pub fn word_information(word: Stem) -> u32 {
    information(key(Kind::Word, word.value()))
}

/// 1 + ln(count), in tenths: the tenth mention of a name says little more than the ninth.
fn tempered(count: u32) -> u32 {
    const LOGARITHMS: [u32; 13] = [10, 10, 17, 21, 24, 26, 28, 29, 31, 32, 33, 34, 35];
    LOGARITHMS.get(count as usize).copied().unwrap_or(36)
}

impl Marks {
    pub fn of(ledger: &Ledger) -> Marks {
        let document = &ledger.document;
        let stems: Vec<Option<u64>> = ledger.content_stems().map(|stem| stem.map(Stem::value)).collect();
        let calendar = document.per_form(|word| CALENDAR.contains(word));
        let (mut names, mut words) = (BTreeMap::<u32, u32>::new(), BTreeMap::<u32, u32>::new());
        let mut figures: Vec<(u32, u32)> = Vec::new();
        for sentence in &document.sentences {
            let first = sentence.tokens.start as usize;
            let kind = document.blocks.get(sentence.block as usize).map(|b| b.kind);
            let in_value = matches!(kind, Some(BlockKind::Cell | BlockKind::Field));
            for index in first..sentence.tokens.end as usize {
                let Some(token) = document.token(index) else { continue };
                if token.is_number() && !is_year(document.slice(token.span)) {
                    let digits = document.slice(token.span).bytes().filter(|b| *b != b',');
                    let hash = digits.fold(StableHash::default(), |hash, byte| hash.write(&[byte]));
                    let key = key(Kind::Figure, hash.value());
                    figures.push((key, information(key).saturating_sub(LEAST_OF_FIGURE)));
                }
                let Some(form) = document.form(index) else { continue };
                let Some(stem) = stems.get(form).copied().flatten() else { continue };
                let is_name = (index != first || in_value) && token.capital && calendar.get(form) != Some(&true);
                if is_name {
                    *names.entry(key(Kind::Name, stem)).or_default() += 1;
                } else {
                    *words.entry(key(Kind::Word, stem)).or_default() += 1;
                }
            }
        }
        figures.sort_unstable();
        figures.dedup();
        figures.retain(|(_, information)| *information > 0);
        let opening: Vec<u32> = opening(ledger, &stems, &calendar);
        let (names, words) = (Weighed::new(names, information), Weighed::new(words, information));
        let mut top: Vec<u32> = names.heaviest(TOP).into_iter().map(|(key, _)| key).collect();
        top.sort_unstable();
        let mut topic: Vec<(u32, u32)> = opening.into_iter().filter_map(|key| Some((key, names.get(key)?))).collect();
        topic.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        topic.dedup();
        let topic = topic.into_iter().take(TOPIC).map(|(key, _)| key).collect();
        let mut marks = Marks {
            names,
            words,
            figures,
            days: days(ledger),
            top,
            topic,
            tokens: document.tokens.len(),
            foremost: Vec::new(),
            rare: Vec::new(),
        };
        let is_rare = |(key, _): &&(u32, u32)| information(*key) >= RARE;
        marks.rare = marks.names.entries.iter().filter(is_rare).copied().collect();
        marks.foremost = marks.choose();
        marks
    }

    /// How many rare names both have.
    pub fn rare_shared(&self, other: &Marks) -> u64 {
        in_both(&self.rare, &other.rare).count() as u64
    }

    /// How many names of its topic the other has, of all of its topic, in thousandths.
    pub fn topic_in(&self, other: &Marks) -> i64 {
        let shared = self.topic.iter().filter(|key| other.names.get(**key).is_some()).count();
        if self.topic.is_empty() { 500 } else { (shared * 1000 / self.topic.len()) as i64 }
    }

    /// The marks that find it others to compare with.
    pub fn foremost(&self) -> &[u32] {
        &self.foremost
    }

    fn choose(&self) -> Vec<u32> {
        let names = self.names.heaviest(FOREMOST);
        let words = self.words.heaviest(FOREMOST);
        let mut chosen: Vec<u32> = names.into_iter().chain(words).map(|(key, _)| key).collect();
        let mut figures = self.figures.clone();
        figures.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        chosen.extend(figures.into_iter().take(FOREMOST).map(|(key, _)| key));
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }
}

/// The capitalised words among the first of a text, those that open a sentence or a heading too.
fn opening(ledger: &Ledger, stems: &[Option<u64>], calendar: &[bool]) -> Vec<u32> {
    let document = &ledger.document;
    let first = document.sentences.first().map_or(0, |s| s.tokens.start as usize);
    let name = |index: usize| {
        let form = document.form(index)?;
        let is_name = document.token(index)?.capital && calendar.get(form) != Some(&true);
        stems.get(form).copied().flatten().filter(|_| is_name)
    };
    (first..first + OPENING).filter_map(name).map(|stem| key(Kind::Name, stem)).collect()
}

/// The background's texts are of some years only, and texts of any year name their own.
fn is_year(digits: &str) -> bool {
    digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"))
}

/// The days of the year that it prints.
fn days(ledger: &Ledger) -> Vec<u32> {
    let day = |timex: &str| {
        let mut parts = timex.split(['-', 'T']).skip(1);
        let (month, day) = (parts.next()?.parse::<u32>().ok()?, parts.next()?.parse::<u32>().ok()?);
        Some(month * 100 + day)
    };
    // "Thursday" says of a day what all texts of that week say.
    let printed = |span: Span| ledger.document.slice(span).contains(|c: char| c.is_ascii_digit());
    let times = ledger.mentions.iter().filter(|m| printed(m.span));
    let times = times.filter_map(|m| if let Value::Time(time) = &m.value { Some(time) } else { None });
    let mut days: Vec<u32> = times.filter_map(|time| day(&time.timex)).collect();
    days.sort_unstable();
    days.dedup();
    days
}
