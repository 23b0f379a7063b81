//! What stands right around two figures. Two pages that state one value seldom share a sentence, but they share the words
//! beside it: "adding 500 to the gauge port" in a list of what to open, and in the chapter that explains it.

use super::figures::Figure;
use crate::claim::Stem;
use crate::document::Document;

/// So many content words of a side are looked at.
const REACH: usize = 7;
/// What a word counts by its distance, in hundredths.
const NEARNESS: [i64; REACH] = [100, 85, 72, 61, 52, 44, 38];

/// The content words on both sides of a figure, the nearest first.
pub struct Surroundings {
    before: Vec<Near>,
    behind: Vec<Near>,
}

#[derive(Clone, Copy)]
struct Near {
    stem: Stem,
    worth: i64,
}

/// What two surroundings have in common, in the measure of the words' worth.
pub struct Shared {
    pub worth: i64,
    /// Of a hundred parts of the surroundings that say less, and of those that say more.
    pub of_less: i64,
    pub of_more: i64,
    pub stems: Vec<Stem>,
    /// The words that follow each other from the figure on, before and behind it, with all they say.
    pub run: [usize; 2],
    pub worth_of_run: i64,
}

impl Surroundings {
    /// `worth` tells what a word says; what says nothing is passed over.
    pub fn of(figure: &Figure, worth: impl Fn(Stem) -> Option<i64>) -> Surroundings {
        let document = &figure.ledger.document;
        let sentence = document.sentence_tokens(figure.sentence);
        let own = figure.tokens().unwrap_or(sentence.start..sentence.start);
        let near = |index: usize| {
            let stem = figure.ledger.content_stem(index)?;
            Some(Near { stem, worth: worth(stem)? })
        };
        let side = |tokens: &mut dyn Iterator<Item = usize>| {
            let mut found: Vec<Near> = Vec::new();
            for index in tokens {
                if found.len() == REACH || ends_clause(document, index) && !found.is_empty() {
                    break;
                }
                found.extend(near(index));
            }
            found
        };
        Surroundings {
            before: side(&mut (sentence.start..own.start).rev()),
            behind: side(&mut (own.end..sentence.end)),
        }
    }

    fn worth(&self) -> i64 {
        [&self.before, &self.behind]
            .into_iter()
            .map(|side| side.iter().zip(NEARNESS).map(|(near, part)| near.worth.saturating_mul(part)).sum::<i64>())
            .fold(0, i64::saturating_add)
            .saturating_div(100)
    }

    pub fn shared(&self, other: &Surroundings) -> Shared {
        let mut stems = Vec::new();
        let before = in_order(&self.before, &other.before, &mut stems);
        let behind = in_order(&self.behind, &other.behind, &mut stems);
        let worth = before.saturating_add(behind).saturating_div(100);
        let part = |of: i64| worth.saturating_mul(100).checked_div(of).unwrap_or(0);
        let (one, two) = (self.worth(), other.worth());
        let runs = [(&self.before, &other.before), (&self.behind, &other.behind)].map(|(a, b)| {
            let run = a.iter().zip(b).take_while(|(x, y)| x.stem == y.stem);
            run.fold((0_usize, 0_i64), |(words, sum), (x, _)| (words + 1, sum.saturating_add(x.worth)))
        });
        Shared {
            worth,
            of_less: part(one.min(two)),
            of_more: part(one.max(two)),
            stems,
            run: runs.map(|(words, _)| words),
            worth_of_run: runs.iter().map(|(_, sum)| *sum).fold(0, i64::saturating_add),
        }
    }
}

fn ends_clause(document: &Document, index: usize) -> bool {
    matches!(document.word(index), ";" | ":")
}

/// The heaviest common words of two sides in their order, each as near as the further of its places.
fn in_order(a: &[Near], b: &[Near], stems: &mut Vec<Stem>) -> i64 {
    // best[i][j]: of a from i on and b from j on.
    let mut best = [[0_i64; REACH + 1]; REACH + 1];
    let at = |best: &[[i64; REACH + 1]; REACH + 1], i: usize, j: usize| -> i64 {
        best.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0)
    };
    let taken = |i: usize, j: usize| -> i64 {
        let (Some(x), Some(y)) = (a.get(i), b.get(j)) else { return 0 };
        let part = NEARNESS.get(i.max(j)).copied().unwrap_or(0);
        if x.stem == y.stem { x.worth.saturating_mul(part) } else { 0 }
    };
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let both = at(&best, i.saturating_add(1), j.saturating_add(1)).saturating_add(taken(i, j));
            let value = both.max(at(&best, i.saturating_add(1), j)).max(at(&best, i, j.saturating_add(1)));
            if let Some(cell) = best.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        let here = at(&best, i, j);
        if here == at(&best, i.saturating_add(1), j) {
            i = i.saturating_add(1);
        } else if here == at(&best, i, j.saturating_add(1)) {
            j = j.saturating_add(1);
        } else {
            stems.extend(a.get(i).map(|near| near.stem));
            (i, j) = (i.saturating_add(1), j.saturating_add(1));
        }
    }
    at(&best, 0, 0)
}
