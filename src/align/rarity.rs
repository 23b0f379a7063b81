//! How rare words are in the run: sharing "lighthouse" says more than sharing "year".

use super::Addend;
use crate::claim::{Ledger, Stem, is_content, stem};
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

type Frequency = HashMap<Stem, u32, BuildHasherDefault<Hashed>>;

/// A stem is a hash already and needs no other one.
#[derive(Debug, Default)]
struct Hashed(u64);

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
        let other = b.0.sentence_stems(b.1);
        let mut shared: Vec<(f64, Stem)> =
            a.0.sentence_stems(a.1)
                .iter()
                .filter(|s| other.binary_search(s).is_ok() && !except.contains(s))
                .map(|s| (self.information(*s), *s))
                .collect();
        let weight = shared.iter().map(|(information, _)| information * SHARE).sum::<f64>().min(CAP);
        if weight < 0.1 {
            return None;
        }
        shared.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let rarest: Vec<Stem> = shared.iter().take(NAMED).map(|(_, s)| *s).collect();
        Some(Addend { weight, reason: format!("both sentences speak of {}", spell(a.0, a.1, &rarest)) })
    }
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
            words.push(format!("“{}”", document.written(index)));
        }
    }
    words.join(", ")
}
