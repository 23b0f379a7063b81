//! Makes the tables that `story` weighs documents by. Not part of the shipped program.
//!
//!     cargo run --release --example fit -- background FOLDER OUT
//!     cargo run --release --example fit -- related PAIRS
//!
//! `background` counts in how many documents of a folder each word, name part and figure stands, and
//! writes `src/story/background.bin`. `related` reads lines `1 or 0 TAB group TAB path TAB path` (1: the two
//! documents tell of one thing), fits the weights of `story::FEATURES` by logistic regression, and prints
//! them with what they find in each group, that group left out. Every group weighs the same.
//!
//! The same input gives the same bytes: fixed order, no random numbers, whole numbers out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a tool for whoever makes the tables"
)]

use crosscheck::claim::{Ledger, is_content, stem};
use crosscheck::document::{Document, Role};
use crosscheck::rules::Settings;
use crosscheck::story::{BackgroundKind, FEATURES, Features, Marks, background_key, features};
use crosscheck::text::StableHash;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The strength of the pull of each weight to nothing (L2).
const RIDGE: f64 = 1.0;
/// What all pairs of one group weigh together, those that are related and those that are not.
const GROUP: f64 = 500.0;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["background", folder, out] => background(Path::new(folder), Path::new(out)),
        ["related", pairs] => related(Path::new(pairs)),
        _ => eprintln!("usage: fit background FOLDER OUT | fit related PAIRS"),
    }
}

fn read(path: &Path) -> Ledger {
    let bytes = fs::read(path).unwrap();
    let document = Document::open(path.to_str().unwrap(), Role::Peer, bytes).unwrap();
    crosscheck::read(document, &Settings::default())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn background(folder: &Path, out: &Path) {
    let mut with: BTreeMap<u32, u32> = BTreeMap::new();
    let files = files(folder);
    for path in &files {
        let ledger = read(path);
        let document = &ledger.document;
        let mut keys: BTreeSet<u32> = BTreeSet::new();
        for sentence in &document.sentences {
            for index in sentence.tokens.start..sentence.tokens.end {
                let token = document.token(index as usize).unwrap();
                if token.is_number() {
                    let digits: String = document.slice(token.span).chars().filter(|c| *c != ',').collect();
                    keys.insert(background_key(
                        BackgroundKind::Figure,
                        StableHash::default().write(digits.as_bytes()).value(),
                    ));
                } else if token.is_word() && is_content(document.word(index as usize)) {
                    let hash = stem(document.word(index as usize)).value();
                    keys.insert(background_key(BackgroundKind::Word, hash));
                    if token.capital && index != sentence.tokens.start {
                        keys.insert(background_key(BackgroundKind::Name, hash));
                    }
                }
            }
        }
        keys.into_iter().for_each(|key| *with.entry(key).or_default() += 1);
    }
    let mut bytes = Vec::new();
    for (key, with) in with.iter().filter(|(_, with)| **with > 1) {
        bytes.extend(key.to_le_bytes());
        bytes.push(((files.len() as f64 / f64::from(*with)).ln() * 10.0).round() as u8);
    }
    fs::write(out, &bytes).unwrap();
    let unknown = ((files.len() as f64 / 0.5).ln() * 10.0).round();
    println!(
        "{} documents, {} entries, unknown {unknown}, {}",
        files.len(),
        bytes.len() / 5,
        StableHash::default().write(&bytes).hex()
    );
}

struct Row {
    related: bool,
    group: String,
    features: Features,
    weight: f64,
}

fn related(pairs: &Path) {
    let mut known: BTreeMap<String, Marks> = BTreeMap::new();
    let mut rows: Vec<Row> = Vec::new();
    for line in fs::read_to_string(pairs).unwrap().lines() {
        let parts: Vec<&str> = line.split('\t').collect();
        for path in &parts[2..4] {
            if !known.contains_key(*path) {
                known.insert((*path).to_owned(), Marks::of(&read(Path::new(path))));
            }
        }
        let features = features(&known[parts[2]], &known[parts[3]]);
        rows.push(Row { related: parts[0] == "1", group: parts[1].to_owned(), features, weight: 0.0 });
    }
    let mut sizes: BTreeMap<(String, bool), f64> = BTreeMap::new();
    rows.iter().for_each(|r| *sizes.entry((r.group.clone(), r.related)).or_default() += 1.0);
    rows.iter_mut().for_each(|r| r.weight = GROUP / sizes[&(r.group.clone(), r.related)]);

    let groups: BTreeSet<String> = rows.iter().map(|r| r.group.clone()).collect();
    println!("left out          related     found at -1000, 0, 1000, 2000 thousandths of log-odds");
    for group in &groups {
        let weights = fit(rows.iter().filter(|r| r.group != *group));
        for related in [true, false] {
            let scores: Vec<f64> = rows
                .iter()
                .filter(|r| r.group == *group && r.related == related)
                .map(|r| score(&weights, &r.features))
                .collect();
            if scores.is_empty() {
                continue;
            }
            let share =
                |least: f64| 100.0 * scores.iter().filter(|s| **s >= least).count() as f64 / scores.len() as f64;
            println!(
                "{group:28} {related:5} {:6}   {:5.1} {:5.1} {:5.1} {:5.1}",
                scores.len(),
                share(-1.0),
                share(0.0),
                share(1.0),
                share(2.0)
            );
        }
    }
    let weights = fit(rows.iter());
    let whole = |w: f64| (w * 1000.0).round() as i64;
    println!("BIAS {}", whole(weights[0]));
    for (name, weight) in FEATURES.iter().zip(&weights[1..]) {
        println!("{:7} {name}", whole(*weight));
    }
    println!("{:?}", weights[1..].iter().map(|w| whole(*w)).collect::<Vec<_>>());
}

const SIZE: usize = FEATURES.len() + 1;

fn inputs(features: &Features) -> [f64; SIZE] {
    let mut x = [1.0; SIZE];
    x.iter_mut().skip(1).zip(features).for_each(|(x, f)| *x = *f as f64 / 1000.0);
    x
}

fn score(weights: &[f64; SIZE], features: &Features) -> f64 {
    inputs(features).iter().zip(weights).map(|(x, w)| x * w).sum()
}

/// Newton's method on the weighted log-likelihood with a ridge.
fn fit<'a>(rows: impl Iterator<Item = &'a Row>) -> [f64; SIZE] {
    let rows: Vec<(&Row, [f64; SIZE])> = rows.map(|r| (r, inputs(&r.features))).collect();
    let mut weights = [0.0; SIZE];
    for _ in 0..25 {
        let mut gradient = [0.0; SIZE];
        let mut curve = [[0.0; SIZE]; SIZE];
        for (i, row) in curve.iter_mut().enumerate().skip(1) {
            row[i] = RIDGE;
            gradient[i] = -RIDGE * weights[i];
        }
        for (row, x) in &rows {
            let p = 1.0 / (1.0 + (-x.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>()).exp());
            let off = f64::from(u8::from(row.related)) - p;
            for i in 0..SIZE {
                gradient[i] += row.weight * off * x[i];
                for j in 0..SIZE {
                    curve[i][j] += row.weight * p * (1.0 - p) * x[i] * x[j];
                }
            }
        }
        curve[0][0] += 1e-9;
        let step = solve(curve, gradient);
        weights.iter_mut().zip(step).for_each(|(w, s)| *w += s);
    }
    weights
}

/// Gauss with the largest pivot.
fn solve(mut a: [[f64; SIZE]; SIZE], mut b: [f64; SIZE]) -> [f64; SIZE] {
    for i in 0..SIZE {
        let pivot = (i..SIZE).max_by(|x, y| a[*x][i].abs().total_cmp(&a[*y][i].abs())).unwrap();
        a.swap(i, pivot);
        b.swap(i, pivot);
        let above = a[i];
        for row in i + 1..SIZE {
            let factor = a[row][i] / above[i];
            a[row].iter_mut().zip(above).skip(i).for_each(|(cell, above)| *cell -= factor * above);
            b[row] -= factor * b[i];
        }
    }
    let mut x = [0.0; SIZE];
    for i in (0..SIZE).rev() {
        x[i] = (b[i] - (i + 1..SIZE).map(|j| a[i][j] * x[j]).sum::<f64>()) / a[i][i];
    }
    x
}
