//! Trains the tagger and the chunker from trees, and hands them to the parsers.

use crate::conllu::Tree;
use crate::learn::{Learner, order};
use crate::parsers;
use crosscheck::syntax::Relation;
use crosscheck::syntax::look::{Look, looks};
use crosscheck::syntax::table::{Table, best};
use crosscheck::syntax::tag::Tag;
use crosscheck::syntax::{chunker, tagger};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How often all sentences are learned.
const TAGGER_ROUNDS: u64 = 8;
const CHUNKER_ROUNDS: u64 = 6;
/// The chunker learns from tags such as it will get: of sentences that the tagger has not seen. This many parts take turns.
const FOLDS: usize = 4;
/// While the chunker learns, no two features share a place.
const CHUNKER_PLACES: usize = 1 << 22;
/// The features that it keeps, and the rows of its table.
const KEPT: usize = 12_000;
const ROWS: usize = 1 << 14;

/// A sentence, ready to be learned.
#[derive(Debug)]
pub struct Lesson {
    pub looks: Vec<Look>,
    pub tags: Vec<Tag>,
    pub labels: Vec<usize>,
    /// What each token hangs on, and as what.
    pub heads: Vec<usize>,
    pub relations: Vec<Relation>,
}

impl Lesson {
    pub fn new(tree: &Tree) -> Lesson {
        let looks = looks(&tree.text, &tree.lower, &tree.tokens);
        let (heads, relations) = tree.arcs();
        Lesson { looks, tags: tree.tags.clone(), labels: tree.labels(), heads, relations }
    }
}

/// The tables of the two models.
#[derive(Debug, PartialEq, Eq)]
pub struct Tables {
    pub tagger: Vec<u8>,
    pub chunker: Vec<u8>,
    pub forwards: Vec<u8>,
    pub backwards: Vec<u8>,
    pub relations: Vec<u8>,
}

pub fn train(lessons: &[Lesson]) -> Tables {
    let all: Vec<&Lesson> = lessons.iter().collect();
    let mut tags: Vec<Vec<Tag>> = vec![Vec::new(); lessons.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Lesson> =
            lessons.iter().enumerate().filter(|(i, _)| i % FOLDS != fold).map(|(_, l)| l).collect();
        let table = train_tagger(&others);
        for (tags, lesson) in tags.iter_mut().zip(lessons).skip(fold).step_by(FOLDS) {
            *tags = tagger::tags_by(Table::new(&table), &lesson.looks).collect();
        }
    }
    Tables {
        tagger: train_tagger(&all),
        chunker: train_chunker(lessons, &tags),
        forwards: parsers::train_parser(lessons, &tags, false),
        backwards: parsers::train_parser(lessons, &tags, true),
        relations: parsers::train_relations(lessons, &tags),
    }
}

fn train_tagger(lessons: &[&Lesson]) -> Vec<u8> {
    let mut learner: Learner<{ tagger::LABELS }> = Learner::new(tagger::PLACES);
    let mut features = Vec::new();
    for round in 0..TAGGER_ROUNDS {
        for lesson in order(lessons.len(), round).into_iter().filter_map(|i| lessons.get(i)) {
            let mut given = tagger::START;
            for (i, right) in lesson.tags.iter().enumerate() {
                tagger::features(&lesson.looks, i, given, &mut features);
                let said = best(&learner.score(&features));
                learner.learn(&features, right.number(), said);
                given = tagger::next(given, said);
            }
        }
    }
    learner.table()
}

/// Learns twice: with all features, then with those alone that weighed most and were met most.
fn train_chunker(lessons: &[Lesson], tags: &[Vec<Tag>]) -> Vec<u8> {
    let mut counts: BTreeMap<u32, i64> = BTreeMap::new();
    let all = learn_chunker(lessons, tags, |features| {
        features.iter().for_each(|f| *counts.entry(*f).or_default() += 1);
    });
    let weight = |feature: u32, count: i64| {
        all.averages(feature).into_iter().map(i64::abs).max().unwrap_or_default() * count.isqrt()
    };
    let mut ranked: Vec<(i64, u32)> = counts.iter().map(|(f, count)| (weight(*f, *count), *f)).collect();
    ranked.sort_unstable_by_key(|r| Reverse(*r));
    let kept: BTreeSet<u32> = ranked.into_iter().take(KEPT).map(|(_, f)| f).collect();
    learn_chunker(lessons, tags, |features| features.retain(|f| kept.contains(f))).kept(&kept, ROWS)
}

/// `watch` sees the features of every token before they are learned.
fn learn_chunker(lessons: &[Lesson], tags: &[Vec<Tag>], mut watch: impl FnMut(&mut Vec<u32>)) -> Learner<3> {
    let mut learner: Learner<{ chunker::LABELS }> = Learner::new(CHUNKER_PLACES);
    let mut features = Vec::new();
    for round in 0..CHUNKER_ROUNDS {
        let in_order = order(lessons.len(), round).into_iter().filter_map(|i| lessons.get(i).zip(tags.get(i)));
        for (lesson, tags) in in_order {
            let numbers = chunker::numbers(tags);
            let mut said = Vec::with_capacity(lesson.labels.len());
            for (i, right) in lesson.labels.iter().enumerate() {
                let given = chunker::given(&said);
                chunker::features(&lesson.looks, &numbers, i, given, &mut features);
                watch(&mut features);
                let label = chunker::allowed(&learner.score(&features), given);
                learner.learn(&features, *right, label);
                said.push(label);
            }
        }
    }
    learner
}
