//! Two documents by what they share, weighed by a fitted table (`weights.rs`). Whole numbers
//! throughout, so that every machine judges alike.

#![allow(
    clippy::arithmetic_side_effects,
    reason = "sums of what a document of at most 32 MiB holds, far from the ends of 64 bits"
)]

use super::marks::{Marks, Weighed, in_both};
use super::weights::{BIAS, LEAST, NEARLY, SURE, WEIGHTS};
use serde::{Deserialize, Serialize};

/// What is looked at, in thousandths.
pub const FEATURES: [&str; 11] = [
    "the names of both, as the cosine of their weights",
    "the words of both, as the cosine of their weights",
    "the words that both use, of those of the one with fewer",
    "names and words alike at once",
    "rare names in both, log2(1 + n)",
    "the information of figures in both, log2(1 + nats)",
    "days in both, log2(1 + n)",
    "of the eight weightiest names, those of both",
    "the words of the longer one, log2",
    "the topic of the one that the other names more of, as part of its names",
    "the topic of the one that the other names less of, as part of its names",
];

pub type Features = [i64; FEATURES.len()];

/// How surely two documents tell of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Relation {
    /// Only if a third one is surely related to both.
    Nearly,
    Likely,
    Sure,
}

/// Do the two tell of one thing?
pub fn relation(a: &Marks, b: &Marks) -> Option<Relation> {
    // Most candidates are strangers, whom no likeness of their words could make up for all that they do not share.
    let shared = shared(a, b);
    if score(&features_of(MOST, shared)) < NEARLY {
        return None;
    }
    match score(&features_of(likeness(a, b), shared)) {
        SURE.. => Some(Relation::Sure),
        LEAST.. => Some(Relation::Likely),
        NEARLY.. => Some(Relation::Nearly),
        _ => None,
    }
}

/// The likeness that speaks most for any two.
const MOST: Likeness = {
    let [names, words, part, both, ..] = WEIGHTS;
    [most(names), most(words), most(part), most(both)]
};

const fn most(weight: i64) -> i64 {
    if weight > 0 { 1000 } else { 0 }
}

/// The log-odds that they do, in thousandths.
pub fn score(features: &Features) -> i64 {
    BIAS + features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight / 1000).sum::<i64>()
}

pub fn features(a: &Marks, b: &Marks) -> Features {
    features_of(likeness(a, b), shared(a, b))
}

/// How much is alike: names, words, the words of the one with fewer, and both at once.
type Likeness = [i64; 4];
/// All other features.
type Shared = [i64; 7];

fn features_of(
    [names, words, part, both]: Likeness,
    [rare, figures, days, top, tokens, more, less]: Shared,
) -> Features {
    [names, words, part, both, rare, figures, days, top, tokens, more, less]
}

fn likeness(a: &Marks, b: &Marks) -> Likeness {
    let (names, words) = (dot(&a.names, &b.names), dot(&a.words, &b.words));
    let of_names = cosine(names, &a.names, &b.names);
    let of_words = cosine(words, &a.words, &b.words);
    let part = (words * 1000 / a.words.square.min(b.words.square).max(1)).min(1000) as i64;
    [of_names, of_words, part, of_names * of_words / 1000]
}

fn shared(a: &Marks, b: &Marks) -> Shared {
    let figures: u32 = a.figures.iter().filter(|f| b.figures.binary_search(f).is_ok()).map(|(_, nats)| nats).sum();
    let days = a.days.iter().filter(|d| b.days.binary_search(d).is_ok()).count() as u64;
    let top = a.top.iter().filter(|key| b.top.binary_search(key).is_ok()).count() as i64;
    let topics = [a.topic_in(b), b.topic_in(a)];
    [
        log2(1 + a.rare_shared(b)),
        log2_of_tenths(10 + u64::from(figures)),
        log2(1 + days),
        top * 1000,
        log2(a.tokens.max(b.tokens).max(1) as u64),
        topics[0].max(topics[1]),
        topics[0].min(topics[1]),
    ]
}

fn dot(a: &Weighed, b: &Weighed) -> u64 {
    in_both(&a.entries, &b.entries).map(|(x, y)| u64::from(x) * u64::from(y)).sum()
}

fn cosine(dot: u64, a: &Weighed, b: &Weighed) -> i64 {
    let lengths = a.square.isqrt() * b.square.isqrt();
    (dot * 1000 / lengths.max(1)).min(1000) as i64
}

/// log2 in thousandths, straight between the powers of two.
pub fn log2(n: u64) -> i64 {
    let whole = n.max(1).ilog2();
    let rest = (n.max(1) << 10 >> whole) as i64 - 1024;
    i64::from(whole) * 1000 + rest * 1000 / 1024
}

fn log2_of_tenths(n: u64) -> i64 {
    (log2(n) - log2(10)).max(0)
}
