//! Trains the two parsers and the relations from trees.

use crate::learn::{Learner, order};
use crate::models::Lesson;
use crosscheck::syntax::table::best;
use crosscheck::syntax::tag::Tag;
use crosscheck::syntax::tree::arcs::{self, HANG_ON_BEFORE, HANG_ON_NEXT, Line, State, TAKE, choice};
use crosscheck::syntax::tree::label::{self, Labelled};
use crosscheck::syntax::tree::turned;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// How often all sentences are learned.
const ROUNDS: u64 = 12;
const RELATION_ROUNDS: u64 = 8;
/// In the first rounds only right steps are taken; later the parser's own, so that it learns to go on after a mistake.
const GUIDED: u64 = 2;
/// While a parser learns, features hardly ever share a place.
const WIDE: usize = 1 << 24;
/// The features that it keeps, and the buckets of its table.
const KEPT: usize = 165_000;
const BUCKETS: usize = 1 << 16;

/// What each of the three would lose of the right tree: arcs that can no longer be made.
fn losses(state: &State, heads: &[usize]) -> [usize; 3] {
    let next = state.next();
    let head = |at: usize| heads.get(at).copied();
    let coming = |of: usize| heads.iter().skip(next).filter(|h| **h == of).count();
    let Some(last) = state.last() else { return [0; 3] };
    let before = state.waiting().iter().rev().nth(1).copied();
    let own = head(last);
    // Its head is among those to come, whichever.
    let to_come = own.is_some_and(|h| h >= next);
    let mut lost = [0; 3];
    let deeper = |h: usize| state.waiting().iter().any(|w| *w == h && *w != last);
    lost[TAKE] = usize::from(head(next).is_some_and(deeper))
        + state.waiting().iter().filter(|w| head(**w) == Some(next)).count();
    lost[HANG_ON_NEXT] =
        usize::from(own != Some(next) && (to_come || before.is_some() && own == before)) + coming(last);
    lost[HANG_ON_BEFORE] = usize::from(to_come) + coming(last);
    lost
}

/// The table of a parser that reads sentences from their start, or from their end. `tags` are such as it will get.
pub fn train_parser(lessons: &[Lesson], tags: &[Vec<Tag>], backwards: bool) -> Vec<u8> {
    let sentences: Vec<(Line, Vec<usize>)> = lessons
        .iter()
        .zip(tags)
        .map(|(lesson, tags)| {
            let heads = if backwards { turned(&lesson.heads) } else { lesson.heads.clone() };
            (Line::new(&lesson.looks, tags, backwards), heads)
        })
        .collect();
    let mut counts: HashMap<u32, i64> = HashMap::new();
    let all = learn(&sentences, |features| features.iter().for_each(|f| *counts.entry(*f).or_default() += 1));
    let weight = |feature: u32, count: i64| {
        all.averages(feature).into_iter().map(i64::abs).max().unwrap_or_default() * count.isqrt()
    };
    let mut ranked: Vec<(i64, u32)> = counts.iter().map(|(f, count)| (weight(*f, *count), *f)).collect();
    ranked.retain(|(weight, _)| *weight > 0);
    ranked.sort_unstable_by_key(|r| Reverse(*r));
    let ranked: Vec<u32> = ranked.into_iter().take(KEPT).map(|(_, f)| f).collect();
    let kept: HashSet<u32> = ranked.iter().copied().collect();
    learn(&sentences, |features| features.retain(|f| kept.contains(f))).bucketed(&ranked, BUCKETS)
}

/// `watch` sees the features of every step before they are learned.
fn learn(sentences: &[(Line, Vec<usize>)], mut watch: impl FnMut(&mut Vec<u32>)) -> Learner<3> {
    let mut learner: Learner<3> = Learner::new(WIDE);
    let mut features = Vec::new();
    for round in 0..ROUNDS {
        for (line, heads) in order(sentences.len(), round).into_iter().filter_map(|i| sentences.get(i)) {
            let mut state = State::new(line.len());
            while !state.is_done() {
                arcs::features(line, &state, &mut features);
                watch(&mut features);
                let sums = learner.score(&features);
                let allowed = state.allowed();
                let said = choice(&sums, allowed);
                let lost = losses(&state, heads);
                let least = lost.iter().zip(allowed).filter(|(_, may)| *may).map(|(lost, _)| *lost).min();
                let mut fine = allowed;
                fine.iter_mut().zip(lost).for_each(|(may, lost)| *may &= Some(lost) == least);
                let right = choice(&sums, fine);
                learner.learn(&features, right, said);
                state.act(if round < GUIDED { right } else { said });
            }
        }
    }
    learner
}

/// The table of the relations.
pub fn train_relations(lessons: &[Lesson], tags: &[Vec<Tag>]) -> Vec<u8> {
    let mut learner: Learner<{ label::LABELS }> = Learner::new(label::PLACES);
    let mut features = Vec::new();
    for round in 0..RELATION_ROUNDS {
        let in_order = order(lessons.len(), round).into_iter().filter_map(|i| lessons.get(i).zip(tags.get(i)));
        for (lesson, tags) in in_order {
            let sentence = Labelled::new(&lesson.looks, tags, &lesson.heads);
            for (at, relation) in lesson.relations.iter().enumerate() {
                label::features(&sentence, at, &mut features);
                let said = best(&learner.score(&features));
                learner.learn(&features, relation.number(), said);
            }
        }
    }
    learner.table()
}
