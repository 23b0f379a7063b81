//! The averaged perceptron, in whole numbers: the same bytes from the same sentences on any machine.

use crosscheck::syntax::table::{BUCKET, Kept};
use std::collections::BTreeSet;

/// Weights while they are learned.
#[derive(Debug)]
pub struct Learner<const N: usize> {
    weights: Vec<i32>,
    /// For each weight, the sum over all steps of what was added, each times the step at which it was.
    dated: Vec<i64>,
    step: i64,
    places: usize,
}

impl<const N: usize> Learner<N> {
    /// `places` is a power of two.
    pub fn new(places: usize) -> Learner<N> {
        Learner { weights: vec![0; places + N], dated: vec![0; places + N], step: 1, places }
    }

    fn place(&self, feature: u32) -> usize {
        feature as usize & (self.places - 1)
    }

    /// The sums of the weights of these features, for each label.
    pub fn score(&self, features: &[u32]) -> [i32; N] {
        let mut sums = [0_i32; N];
        for feature in features {
            let start = self.place(*feature);
            for (sum, weight) in sums.iter_mut().zip(self.weights.get(start..).into_iter().flatten()) {
                *sum += weight;
            }
        }
        sums
    }

    /// One token was seen: `right` is its label, `said` the one that was chosen.
    pub fn learn(&mut self, features: &[u32], right: usize, said: usize) {
        self.step += 1;
        if right == said {
            return;
        }
        for feature in features {
            let start = self.place(*feature);
            self.add(start + right, 1);
            self.add(start + said, -1);
        }
    }

    fn add(&mut self, place: usize, by: i32) {
        if let (Some(weight), Some(dated)) = (self.weights.get_mut(place), self.dated.get_mut(place)) {
            *weight += by;
            *dated += self.step * i64::from(by);
        }
    }

    /// The average of a weight over all steps, times 1024.
    fn average(&self, place: usize) -> i64 {
        let (weight, dated) = (self.weights.get(place).copied(), self.dated.get(place).copied());
        (i64::from(weight.unwrap_or_default()) * self.step - dated.unwrap_or_default()) * 1024 / self.step
    }

    /// The averages of a feature's weights, measured from that of the first label.
    pub fn averages(&self, feature: u32) -> [i64; N] {
        let start = self.place(feature);
        std::array::from_fn(|label| self.average(start + label) - self.average(start))
    }

    /// All averages as the bytes of a `Table`.
    pub fn table(&self) -> Vec<u8> {
        let averages: Vec<i64> = (0..self.weights.len()).map(|place| self.average(place)).collect();
        let largest = averages.iter().map(|a| a.abs()).max().unwrap_or_default();
        averages.into_iter().map(|a| root(a, largest)).collect()
    }
}

impl Learner<3> {
    /// The averages of these features as the bytes of `Kept`, in `rows` rows.
    pub fn kept(&self, features: &BTreeSet<u32>, rows: usize) -> Vec<u8> {
        let largest = features.iter().flat_map(|f| self.averages(*f)).map(i64::abs).max().unwrap_or_default();
        let mut out = vec![0; rows * 4];
        for feature in features {
            let [_, second, third] = self.averages(*feature).map(|a| root(a, largest));
            if (second, third) == (0, 0) {
                continue;
            }
            let (start, mark) = Kept::seat(*feature, rows);
            let free = (start..rows).chain(0..start).find(|row| out.get(row * 4..row * 4 + 2) == Some(&[0, 0]));
            let [low, high] = mark.to_le_bytes();
            if let Some(row) = free.and_then(|row| out.get_mut(row * 4..row * 4 + 4)) {
                row.copy_from_slice(&[low, high, second, third]);
            }
        }
        out
    }

    /// The averages of these features as the bytes of `Buckets`, those that come first being kept first.
    pub fn bucketed(&self, features: &[u32], buckets: usize) -> Vec<u8> {
        let largest = features.iter().flat_map(|f| self.averages(*f)).map(i64::abs).max().unwrap_or_default();
        let mut out = vec![0; buckets * BUCKET];
        for feature in features {
            let [_, second, third] = self.averages(*feature).map(|a| root(a, largest));
            let (at, mark) = Kept::seat(*feature, buckets);
            let [low, high] = mark.to_le_bytes();
            let bucket = out.get_mut(at * BUCKET..(at + 1) * BUCKET).into_iter().flat_map(|b| b.as_chunks_mut::<4>().0);
            if let Some(row) = bucket.into_iter().find(|row| row.starts_with(&[0, 0]) || row.starts_with(&[low, high]))
            {
                let free = row.starts_with(&[0, 0]);
                if free && (second, third) != (0, 0) {
                    *row = [low, high, second, third];
                }
            }
        }
        out
    }
}

/// The root of a weight as a signed byte, the largest becoming 127.
fn root(average: i64, largest: i64) -> u8 {
    let root = (average.abs() * 127 * 127 / largest.max(1)).isqrt().min(127);
    ((average.signum() * root) as i8).cast_unsigned()
}

/// The order in which the sentences are learned in one round: a fixed shuffle.
pub fn order(length: usize, round: u64) -> Vec<usize> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(round + 1);
    let mut order: Vec<usize> = (0..length).collect();
    for i in (1..length).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        order.swap(i, ((state >> 33) as usize) % (i + 1));
    }
    order
}
