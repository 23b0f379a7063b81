//! The sum of all that is weighed of a pair.

use super::row::{LEFT_OVER, PAIR, RUN, Row};
use super::{value, weights};

/// What is set by hand and speaks for a conflict.
pub const SUPPORT: [usize; 3] = [LEFT_OVER, RUN, PAIR.len() + value::UNIT];

/// The log-odds of a pair, in thousandths.
pub fn weight(row: &Row) -> i64 {
    words_say(row) + support(row)
}

/// What is set by hand stands in for words that two texts put differently: it makes no pair surer than words do, and
/// what says that the two are of two things says so of those too.
pub fn support(row: &Row) -> i64 {
    const MOST: i64 = 3500;
    const DECISIVE: i64 = -3000;
    if row.iter().zip(weights::PAIRS).any(|(held, weight)| *held > 0 && weight <= DECISIVE) {
        return 0;
    }
    let all = SUPPORT.iter().filter_map(|i| Some(row.get(*i)? * weights::PAIRS.get(*i)? / 1000));
    all.sum::<i64>().min((MOST - words_say(row)).max(0))
}

fn words_say(row: &Row) -> i64 {
    let others = row.iter().zip(weights::PAIRS).enumerate().filter(|(index, _)| !SUPPORT.contains(index));
    weights::BIAS + others.map(|(_, (value, weight))| value * weight / 1000).sum::<i64>()
}
