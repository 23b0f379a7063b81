//! The tables that `story` weighs documents by: the background, and the weights of `related`.

use super::logistic::{Row, fit, log_odds, thousandths};
use super::{files, read};
use crosscheck::claim::{is_content, stem};
use crosscheck::story::{BackgroundKind, FEATURES, Marks, background_key, features};
use crosscheck::text::StableHash;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The strength of the pull of each weight to nothing (L2).
const RIDGE: f64 = 1.0;
/// What all pairs of one group weigh together, those that are related and those that are not.
const GROUP: f64 = 500.0;

pub fn background(folder: &Path, out: &Path) {
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

pub fn related(pairs: &Path) {
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
        let inputs = [1.0].into_iter().chain(features.iter().map(|f| *f as f64 / 1000.0)).collect();
        rows.push(Row { inputs, offset: 0.0, is_so: parts[0] == "1", weight: 0.0, group: parts[1].to_owned() });
    }
    let mut sizes: BTreeMap<(String, bool), f64> = BTreeMap::new();
    rows.iter().for_each(|r| *sizes.entry((r.group.clone(), r.is_so)).or_default() += 1.0);
    rows.iter_mut().for_each(|r| r.weight = GROUP / sizes[&(r.group.clone(), r.is_so)]);

    let groups: BTreeSet<String> = rows.iter().map(|r| r.group.clone()).collect();
    println!("left out          related     found at -1000, 0, 1000, 2000 thousandths of log-odds");
    for group in &groups {
        let weights = fit(rows.iter().filter(|r| r.group != *group), |_| RIDGE);
        for related in [true, false] {
            let scores: Vec<f64> = rows
                .iter()
                .filter(|r| r.group == *group && r.is_so == related)
                .map(|r| log_odds(&weights, r))
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
    let weights = fit(rows.iter(), |_| RIDGE);
    println!("BIAS {}", thousandths(weights[0]));
    for (name, weight) in FEATURES.iter().zip(&weights[1..]) {
        println!("{:7} {name}", thousandths(*weight));
    }
    println!("{:?}", weights[1..].iter().map(|w| thousandths(*w)).collect::<Vec<_>>());
}
