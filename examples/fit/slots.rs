//! The weights of `align::slots`, in three steps.
//!
//! 1. How well two contexts fit, from figures that have their like in the other text: of all its figures the like
//!    should fit best (conditional logit; where several are alike, any of them).
//! 2. Whether a pair of which each is the other's best is of one thing: figures that say the same, their value masked,
//!    against figures that do not. One of two that say the same stands in for one that was misprinted.
//! 3. What the values and circumstances say beside that, from the conflicts that an expert marked. What nobody read
//!    counts little: reports do disagree. The second step counts with a fixed share, for among the pairs that nobody
//!    marked many that fit well are conflicts all the same.

use super::logistic::{Row, fit, log_odds, thousandths};
use super::rows::{CONTEXT, PAIRS};
use crosscheck::align::slots::{ALL, OF_CONTEXT, OF_VALUE, PAIR, names};
use std::collections::BTreeMap;
use std::fs;

const SHARE: f64 = 0.7;
/// What a pair of texts that nobody read counts.
const UNREAD: f64 = 0.15;
/// What all pairs of one conflict count together at the most.
const CONFLICT: f64 = 2.0;
/// From here on a pair is reported: chosen by hand, on the conflicts of read events and the findings on unchanged
/// reports and on pages of one site.
const LEAST: f64 = -0.65;
const STEPS: i32 = 400;
/// The strength of the pull of the weights of contexts to nothing (L2).
const RIDGE: f64 = 0.75;

/// Places of `slots::PAIR`.
const LEADS: std::ops::Range<usize> = 1..3;
const ELSEWHERE: usize = 3;
const BOTH: usize = 4;
const SMALL: usize = 5;
const FEWER: usize = 7;
/// Places of the kinds among the values' features.
const KINDS: std::ops::Range<usize> = 8..11;

/// What reports of one event cannot teach, for they seldom are of two things of one kind: chosen by hand.
const BY_HAND: [(&str, i64); 11] = [
    ("each sentence names what the other text does not", -3000),
    ("alike but for a noun of each", -3000),
    ("each text is about a thing of its own", -8000),
    ("the texts are of one series", -8000),
    ("of two texts that tell the same, the only ones left of their kind", 3500),
    // Below the 1,770 of a fit of it alone, beside how well the two fit, to 10,527 pairs of unchanged reports.
    ("the words run alike around both", 1000),
    ("the digits are the same, the unit or the scale is not", 2000),
    ("a word near the one has its opposite near the other", -4000),
    ("one is where it began", -3000),
    ("one has a source of its own", -3500),
    ("the section of one is of a version or a day", -3000),
];

/// The text of `src/align/slots/weights.rs`, but for its layout; what the fit is worth goes to standard error.
pub fn print() {
    let (sets, context) = contexts();
    let Fitted { weights, bias, pairs, conflicts, masked } = pairs();
    println!(
        "//! Printed by `cargo run --release --example fit -- slots`, in thousandths; see `docs/weights.md`. From {sets}"
    );
    println!(
        "//! figures that have their like in another text, {pairs} pairs of which {conflicts} are marked as conflicts, {masked} masked."
    );
    println!();
    println!("/// Of `features::FEATURES`: how well two contexts fit.");
    println!("pub const CONTEXT: [i64; {}] = {context:?};", OF_CONTEXT.len());
    println!();
    println!("/// Of `names()`: what speaks for two figures being of one thing and not both right.");
    println!("pub const PAIRS: [i64; super::ALL] = {weights:?};");
    println!();
    println!("/// With it, from 0 on a pair is worth an editor's minute: chosen by hand (`examples/fit/slots.rs`).");
    println!("pub const BIAS: i64 = {bias};");
}

struct Fitted {
    weights: Vec<i64>,
    bias: i64,
    pairs: usize,
    conflicts: usize,
    masked: usize,
}

fn values(fields: &str, size: usize) -> Vec<f64> {
    let mut all = vec![0.0; size];
    for field in fields.split(' ').filter_map(|f| f.split_once(':')) {
        all[field.0.parse::<usize>().unwrap()] = field.1.parse::<f64>().unwrap() / 1000.0;
    }
    all
}

fn contexts() -> (usize, Vec<i64>) {
    let text = fs::read_to_string(CONTEXT).unwrap();
    let line = |line: &str| (line.starts_with('1'), values(line, OF_CONTEXT.len()));
    let sets: Vec<Vec<(bool, Vec<f64>)>> =
        text.split("\n\n").map(|set| set.lines().filter(|l| !l.is_empty()).map(line).collect()).collect();
    let sets: Vec<_> = sets.into_iter().filter(|set| !set.is_empty()).collect();
    let size = OF_CONTEXT.len();
    let (mut weights, mut first, mut second) = (vec![0.0; size], vec![0.0; size], vec![0.0; size]);
    // Adam's steps, over all sets each time.
    for step in 1..=STEPS {
        let mut gradient: Vec<f64> = weights.iter().map(|w| -RIDGE * w / sets.len() as f64).collect();
        for set in &sets {
            let odds: Vec<f64> = set.iter().map(|(_, x)| x.iter().zip(&weights).map(|(x, w)| x * w).sum()).collect();
            let most = odds.iter().copied().fold(f64::MIN, f64::max);
            let shares: Vec<f64> = odds.iter().map(|o: &f64| (o - most).exp()).collect();
            let all: f64 = shares.iter().sum();
            let like: f64 = shares.iter().zip(set).filter(|(_, (like, _))| *like).map(|(s, _)| s).sum();
            for (share, (is_like, x)) in shares.iter().zip(set) {
                let off = if *is_like { share / like } else { 0.0 } - share / all;
                gradient.iter_mut().zip(x).for_each(|(g, x)| *g += off * x / sets.len() as f64);
            }
        }
        for i in 0..size {
            first[i] = 0.9 * first[i] + 0.1 * gradient[i];
            second[i] = 0.99 * second[i] + 0.01 * gradient[i] * gradient[i];
            let (mean, spread) = (first[i] / (1.0 - 0.9f64.powi(step)), second[i] / (1.0 - 0.99f64.powi(step)));
            weights[i] += 0.05 * mean / (spread.sqrt() + 1e-8);
        }
    }
    let right = sets.iter().filter(|set| {
        let best = set.iter().max_by(|a, b| {
            let odds = |x: &[f64]| x.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>();
            odds(&a.1).total_cmp(&odds(&b.1))
        });
        best.is_some_and(|(like, _)| *like)
    });
    eprintln!("contexts: {} figures, {} of them fit their like best", sets.len(), right.count());
    for (name, weight) in OF_CONTEXT.iter().zip(&weights) {
        eprintln!("{:7} {name}", thousandths(*weight));
    }
    (sets.len(), weights.into_iter().map(thousandths).collect())
}

struct Pair {
    group: String,
    /// Whether an expert read the texts, or they are of two events.
    from: String,
    kind: String,
    values: Vec<f64>,
}

impl Pair {
    /// What does not look at the values.
    fn masked(&self) -> Vec<f64> {
        let mut all = vec![1.0];
        all.extend(&self.values[..PAIR.len()]);
        all.extend(&self.values[PAIR.len() + OF_VALUE.len()..]);
        // Small counts that are alike are alike by chance: they are no cases here.
        all[SMALL + 1] = 0.0;
        if self.kind == "same" {
            // One of the two is taken for a misprint: its value stands nowhere else, and its like where it stands.
            let [elsewhere, both, fewer] = [ELSEWHERE, BOTH, FEWER].map(|i| i + 1);
            all[elsewhere] = all[elsewhere].min(1.0);
            all[both] = 0.0;
            all[fewer] = 0.0;
        }
        all
    }

    /// The values and circumstances, and where the values stand elsewhere.
    fn told(&self) -> Vec<f64> {
        let mut all = vec![1.0];
        all.extend(&self.values[PAIR.len()..]);
        all.extend(TOLD.map(|i| self.values[i]));
        all
    }
}

const TOLD: [usize; 5] = [ELSEWHERE, BOTH, SMALL, FEWER - 1, FEWER];

fn pairs() -> Fitted {
    let text = fs::read_to_string(PAIRS).unwrap();
    let pairs: Vec<Pair> = text
        .lines()
        .map(|line| {
            let mut fields = line.splitn(4, ' ');
            let mut next = || fields.next().unwrap_or_default().to_owned();
            let (group, read, kind) = (next(), next(), next());
            Pair { group, from: read, kind, values: values(&next(), ALL) }
        })
        .collect();
    let is_conflict = |p: &Pair| p.kind.starts_with("conflict");
    let masked: Vec<Row> = pairs
        .iter()
        // Where only the values made the two partners, contexts cannot teach what a lead is worth.
        .filter(|p| p.values[LEADS].iter().all(|lead| *lead > 0.0))
        .filter(|p| p.kind == "apart" || p.kind == "same" && p.values[SMALL] == 0.0)
        .map(|p| row(p, p.masked(), 0.0, p.kind == "same", 1.0))
        .collect();
    let first = fit(masked.iter(), |_| 1.0);
    let mut times: BTreeMap<(&str, &str), f64> = BTreeMap::new();
    pairs.iter().for_each(|p| *times.entry((&p.group, &p.kind)).or_default() += 1.0);
    let known = |p: &Pair| SHARE * log_odds(&first, &row(p, p.masked(), 0.0, false, 1.0));
    let rows: Vec<Row> = pairs
        .iter()
        .filter(|p| p.kind != "same" && p.from != "strange")
        .map(|p| {
            let weight = match is_conflict(p) {
                true => (CONFLICT / times[&(p.group.as_str(), p.kind.as_str())]).min(1.0),
                false if p.from == "read" => 1.0,
                false => UNREAD,
            };
            row(p, p.told(), known(p), is_conflict(p), weight)
        })
        .collect();
    let second = fit(rows.iter(), ridge);
    left_out(&rows);

    let mut weights = vec![0.0; ALL];
    let values_end = PAIR.len() + OF_VALUE.len();
    for (index, weight) in weights.iter_mut().enumerate() {
        let masked = if index < PAIR.len() { first[index + 1] } else { 0.0 };
        let masked = if index >= values_end { first[index - OF_VALUE.len() + 1] } else { masked };
        let told = if index >= PAIR.len() { second[index - PAIR.len() + 1] } else { 0.0 };
        *weight = SHARE * masked + told;
    }
    let from = 1 + ALL - PAIR.len();
    for (at, index) in TOLD.iter().enumerate() {
        weights[*index] += second[from + at];
    }
    for (name, by_hand) in BY_HAND {
        weights[names().position(|n| n == name).unwrap()] = by_hand as f64 / 1000.0;
    }
    eprintln!(
        "pairs: {} of which {} conflicts, {} masked",
        rows.len(),
        rows.iter().filter(|r| r.is_so).count(),
        masked.len()
    );
    for (name, weight) in names().zip(&weights) {
        eprintln!("{:7} {name}", thousandths(*weight));
    }
    let bias = SHARE * first[0] + second[0] - LEAST;
    Fitted {
        weights: weights.into_iter().map(thousandths).collect(),
        bias: thousandths(bias),
        pairs: rows.len(),
        conflicts: rows.iter().filter(|r| r.is_so).count(),
        masked: masked.len(),
    }
}

/// Of few conflicts the kinds of figures could tell the events.
fn ridge(input: usize) -> f64 {
    if input > 0 && KINDS.contains(&(input - 1)) { 6.0 } else { 2.0 }
}

fn row(pair: &Pair, inputs: Vec<f64>, offset: f64, is_so: bool, weight: f64) -> Row {
    Row { inputs, offset, is_so, weight, group: pair.group.clone() }
}

/// What is found of each read event, that event left out.
fn left_out(rows: &[Row]) {
    let groups: std::collections::BTreeSet<&str> = rows.iter().filter(|r| r.is_so).map(|r| r.group.as_str()).collect();
    let (mut right, mut wrong, mut missed) = (0, 0, 0);
    for group in groups {
        let weights = fit(rows.iter().filter(|r| r.group != group), ridge);
        for row in rows.iter().filter(|r| r.group == group) {
            match (log_odds(&weights, row) >= LEAST, row.is_so) {
                (true, true) => right += 1,
                (true, false) => wrong += 1,
                (false, true) => missed += 1,
                (false, false) => {}
            }
        }
    }
    eprintln!("each event left out: pairs of marked conflicts found {right}, missed {missed}, other pairs {wrong}");
}
