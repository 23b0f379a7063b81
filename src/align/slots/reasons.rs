//! The weights of a pair put into words: few addends, each a reason that an editor can check.

use super::context::Context;
use super::odds::{SUPPORT, support as support_of};
use super::row::{ALL, LEFT_OVER, PAIR, Row};
use super::{Candidate, scope, value, weights};
use crate::align::Evidence;
use crate::align::figures::Figure;
use crate::claim::Stem;

/// How many of the shared words a reason names.
const NAMED: usize = 4;

pub fn evidence(figure: &Figure, contexts: Option<(&Context, &Context)>, candidate: &Candidate, row: &Row) -> Evidence {
    let weigh = |range: std::ops::Range<usize>| -> i64 {
        let told = range.filter(|i| !SUPPORT.contains(i));
        told.filter_map(|i| Some(row.get(i)? * weights::PAIRS.get(i)? / 1000)).sum()
    };
    let mut evidence = Evidence::default();
    let mut say = |thousandths: i64, reason: String| {
        if thousandths != 0 {
            evidence.add(thousandths as f64 / 1000.0, reason);
        }
    };
    let words = contexts.map(|(a, b)| shared(a, b)).unwrap_or_default();
    let part = candidate.features.get(1).copied().unwrap_or_default() / 10;
    let beside = if words.is_empty() { String::new() } else { format!(" (beside both {})", figure.spell(&words)) };
    // Two figures taken at random are of two things: what stands around them must first make up for that.
    say(weights::BIAS + weigh(0..1), format!("{part} % of what stands around them is the same{beside}"));
    let lead = weigh(1..3);
    let rival = if lead > 0 { "no other figure of either text fits so well" } else { "another figure fits as well" };
    say(lead, rival.to_owned());
    say(weigh(3..5), "a text gives the other figure as well".to_owned());
    let holds = |at: usize| row.get(at).is_some_and(|held| *held > 0);
    let values = PAIR.len()..PAIR.len() + value::FEATURES.len();
    let near = weigh(5..6) + weigh(values.clone());
    let is_slip = holds(PAIR.len() + value::SLIP);
    let nearness = match near > 0 {
        true if is_slip => "one slip makes one of the other",
        true => "the two are near each other",
        false => "the two lie far apart",
    };
    say(near, nearness.to_owned());
    say(weigh(6..8), "further texts give one of the two here".to_owned());
    say(weigh(10..11), "each sentence names what the other text does not".to_owned());
    say(weigh(11..12), "the sentences are alike but for a noun of each".to_owned());
    say(weigh(12..13), "each text is about a thing of its own".to_owned());
    say(weigh(13..14), "the texts are of one series".to_owned());
    let support = match (holds(LEFT_OVER), holds(PAIR.len() + value::UNIT)) {
        (true, _) => "both texts tell the same, and these are the only figures of their kind that differ",
        (_, true) => "the digits are the same, the unit or the scale is not",
        _ => "the words run alike around both",
    };
    say(support_of(row), support.to_owned());
    let few = weigh(8..10);
    say(few, format!("{} figures of the kind stand in the texts", if few > 0 { "few" } else { "many" }));
    for (index, name) in (values.end..ALL).zip(scope::FEATURES) {
        say(weigh(index..index + 1), name.to_owned());
    }
    evidence
}

/// The words that stand around both, the weightiest first.
fn shared(a: &Context, b: &Context) -> Vec<Stem> {
    let mut found: Vec<(i64, Stem)> = a
        .words
        .iter()
        .filter_map(|word| {
            let at = b.words.binary_search_by(|other| other.stem.cmp(&word.stem)).ok()?;
            let near = word.near.min(b.words.get(at)?.near);
            Some((word.worth * near, word.stem))
        })
        .collect();
    found.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
    found.into_iter().take(NAMED).map(|(_, stem)| stem).collect()
}

/// What speaks for two equal figures being one.
pub fn of_one_figure(candidate: &Candidate) -> Evidence {
    let part = candidate.features.get(1).copied().unwrap_or_default() / 10;
    let mut evidence = Evidence::default();
    evidence.add(2.0, format!("both give one figure, and {part} % of what stands around it is the same"));
    evidence
}

/// What speaks for two figures in one slot that say the same.
pub fn of_alike() -> Evidence {
    let mut evidence = Evidence::default();
    evidence.add(2.0, "both give one figure in one place of what they tell");
    evidence
}

/// What speaks for two figures of one row of two tellings of a table.
pub fn of_rows(agreeing: usize) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.add(2.0, format!("both sentences give {agreeing} other figures of the same things"));
    evidence
}
