//! How rare words are in the run: sharing "lighthouse" says more than sharing "year".

use super::Addend;
use crate::claim::{Ledger, Stem, is_content, stem};
use crate::document::Document;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What all shared words of two sentences together may weigh at the most.
const CAP: f64 = 2.5;
/// A word's share of its information, ln(sentences / sentences with it).
const SHARE: f64 = 0.3;
/// Sentences of a text that is not there: in a run of five sentences a word that
/// stands in two of them is still no common word of the language.
const BACKGROUND: f64 = 30.0;
/// How many of the shared words a reason names.
const NAMED: usize = 3;

type Frequency = HashMap<Stem, u32, OfStems>;
/// For maps by stem.
pub type OfStems = BuildHasherDefault<Hashed>;

/// A stem is a hash already and needs no other one.
#[derive(Debug, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |hash, byte| hash.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

#[derive(Debug, Default)]
pub struct Rarity {
    sentences: f64,
    frequency: Frequency,
}

impl Rarity {
    pub fn new(ledgers: &[Ledger]) -> Rarity {
        let mut frequency = Frequency::default();
        let mut sentences = 0;
        for ledger in ledgers {
            for sentence in 0..ledger.document.sentences.len() {
                sentences += 1;
                for stem in ledger.sentence_stems(sentence) {
                    *frequency.entry(*stem).or_default() += 1;
                }
            }
        }
        Rarity { sentences: f64::from(sentences), frequency }
    }

    /// ln(sentences / sentences with the word): 0 for a word that stands everywhere.
    pub fn information(&self, stem: Stem) -> f64 {
        let with = self.frequency.get(&stem).copied().unwrap_or(1).max(1);
        ((self.sentences + BACKGROUND) / f64::from(with)).ln().max(0.0)
    }

    /// The evidence in the words that two sentences share, but for those in `except`.
    pub fn shared(&self, a: (&Ledger, usize), b: (&Ledger, usize), except: &[Stem]) -> Option<Addend> {
        let (weight, rarest) = self.in_common(a, b).rarest(|stem| except.contains(&stem))?;
        Some(addend(weight, &spell(a.0, a.1, &rarest)))
    }

    /// The words that two sentences share, to ask of them more than once.
    pub fn in_common(&self, a: (&Ledger, usize), b: (&Ledger, usize)) -> InCommon {
        let other = b.0.sentence_stems(b.1);
        let both = a.0.sentence_stems(a.1).iter().filter(|s| other.binary_search(s).is_ok());
        InCommon { words: both.map(|s| (self.information(*s), *s)).collect(), ..InCommon::default() }
    }
}

/// The words that two sentences share. A sentence may be a list of thousands of names, and each of them asks.
#[derive(Debug, Default)]
pub struct InCommon {
    /// In the order of their stems, with what each tells.
    words: Vec<(f64, Stem)>,
    rarest_first: OnceCell<Vec<(f64, Stem)>>,
    /// Where the first sentence has each word first.
    places: OnceCell<HashMap<Stem, usize, BuildHasherDefault<Hashed>>>,
}

impl InCommon {
    /// The evidence in them, but for the words that are `left_out`; `a` is the first of the sentences.
    pub fn but(&self, a: (&Ledger, usize), left_out: impl Fn(Stem) -> bool) -> Option<Addend> {
        let (weight, rarest) = self.rarest(left_out)?;
        let document = &a.0.document;
        let places = self.places.get_or_init(|| {
            let mut places: HashMap<Stem, usize, BuildHasherDefault<Hashed>> = HashMap::default();
            for index in document.sentence_tokens(a.1).filter(|i| is_content(document.word(*i))) {
                places.entry(stem(document.word(index))).or_insert(index);
            }
            places
        });
        let mut found: Vec<usize> = rarest.iter().filter_map(|s| places.get(s).copied()).collect();
        found.sort_unstable();
        Some(addend(weight, &found.into_iter().map(|i| quoted(document, i)).collect::<Vec<_>>().join(", ")))
    }

    /// What they weigh together, but for the words that are `left_out`; none where that says nothing.
    pub fn weight(&self, left_out: impl Fn(Stem) -> bool) -> Option<f64> {
        let mut weight = 0.0;
        for (information, _) in self.words.iter().filter(|(_, s)| !left_out(*s)) {
            weight += information * SHARE;
            // No word takes anything away.
            if weight >= CAP {
                break;
            }
        }
        Some(f64::min(weight, CAP)).filter(|weight| *weight >= 0.1)
    }

    /// What they weigh, and the rarest of them.
    fn rarest(&self, left_out: impl Fn(Stem) -> bool) -> Option<(f64, Vec<Stem>)> {
        let weight = self.weight(&left_out)?;
        let rarest_first = self.rarest_first.get_or_init(|| {
            let mut words = self.words.clone();
            words.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            words
        });
        Some((weight, rarest_first.iter().filter(|(_, s)| !left_out(*s)).take(NAMED).map(|(_, s)| *s).collect()))
    }
}

fn addend(weight: f64, words: &str) -> Addend {
    Addend { weight, reason: format!("both sentences speak of {words}") }
}

fn quoted(document: &Document, index: usize) -> String {
    format!("“{}”", document.written(index))
}

/// The stems as the sentence writes them, in its order: “word”, “word”.
fn spell(ledger: &Ledger, sentence: usize, stems: &[Stem]) -> String {
    let document = &ledger.document;
    let mut left: Vec<Stem> = stems.to_vec();
    let mut words: Vec<String> = Vec::new();
    for index in document.sentence_tokens(sentence) {
        let word = document.word(index);
        if !is_content(word) {
            continue;
        }
        let of = stem(word);
        if let Some(at) = left.iter().position(|s| *s == of) {
            left.swap_remove(at);
            words.push(quoted(document, index));
        }
    }
    words.join(", ")
}
