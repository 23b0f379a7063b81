//! Which document of the new version carries on which of the old one: that of the same
//! name, else (a file that was renamed) the one with most of its words.

use super::{Pair, Version};
use crate::claim::{Ledger, Stem};
use std::collections::{BTreeMap, BTreeSet};

/// Of all words of two documents so many must be in both for a renamed file.
const ALIKE: f64 = 0.6;
/// A word in more documents than this tells none of them.
const COMMON: usize = 6;

/// The ledgers of both versions, those of a pair side by side, and the pairs, whose changes are not known yet.
pub fn paired(old: Vec<Version>, new: Vec<Version>) -> (Vec<Ledger>, Vec<Pair>) {
    let mut before: BTreeMap<String, Version> = old.into_iter().map(|v| (v.key.clone(), v)).collect();
    let mut pairs: Vec<(Option<Version>, Option<Version>)> = Vec::new();
    let mut fresh: Vec<Version> = Vec::new();
    let mut new = new;
    new.sort_by(|a, b| a.key.cmp(&b.key));
    for version in new {
        match before.remove(&version.key) {
            Some(old) => pairs.push((Some(old), Some(version))),
            None => fresh.push(version),
        }
    }
    let gone: Vec<Version> = before.into_values().collect();
    let renamed = renamed(&gone, &fresh);
    let mut gone: Vec<Option<Version>> = gone.into_iter().map(Some).collect();
    for (index, version) in fresh.into_iter().enumerate() {
        let old = renamed.get(&index).and_then(|old| gone.get_mut(*old)).and_then(Option::take);
        pairs.push((old, Some(version)));
    }
    pairs.extend(gone.into_iter().flatten().map(|old| (Some(old), None)));
    let path = |(old, new): &(Option<Version>, Option<Version>)| {
        new.as_ref().or(old.as_ref()).map(|v| v.ledger.document.path.clone()).unwrap_or_default()
    };
    pairs.sort_by_cached_key(|pair| (path(pair), pair.1.is_none()));
    let mut ledgers = Vec::new();
    let mut put = |version: Option<Version>| {
        version.map(|version| {
            ledgers.push(version.ledger);
            ledgers.len() - 1
        })
    };
    let pair = |(old, new): (Option<Version>, Option<Version>)| {
        let names = old.as_ref().map(|v| &v.name).zip(new.as_ref().map(|v| &v.name));
        let renamed_from = names.filter(|(old, new)| old != new).map(|(old, _)| old.clone());
        Pair { old: put(old), new: put(new), renamed_from, changes: Vec::new() }
    };
    let pairs = pairs.into_iter().map(pair).collect();
    (ledgers, pairs)
}

/// For each new document that carries on one of the old under another name, that one.
fn renamed(gone: &[Version], fresh: &[Version]) -> BTreeMap<usize, usize> {
    let mut holders: BTreeMap<Stem, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for (index, version) in gone.iter().enumerate() {
        stems(&version.ledger).for_each(|stem| holders.entry(stem).or_default().0.push(index));
    }
    for (index, version) in fresh.iter().enumerate() {
        stems(&version.ledger).for_each(|stem| holders.entry(stem).or_default().1.push(index));
    }
    let mut candidates: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (old, new) in holders.values().filter(|(old, new)| old.len() + new.len() <= COMMON) {
        candidates.extend(old.iter().flat_map(|o| new.iter().map(|n| (*o, *n))));
    }
    let mut likely: Vec<(f64, usize, usize)> = candidates
        .into_iter()
        .filter_map(|(old, new)| Some((likeness(&gone.get(old)?.ledger, &fresh.get(new)?.ledger), old, new)))
        .filter(|(likeness, ..)| *likeness >= ALIKE)
        .collect();
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut found = BTreeMap::new();
    for (_, old, new) in likely {
        if !found.contains_key(&new) && taken.insert(old) {
            found.insert(new, old);
        }
    }
    found
}

fn stems(ledger: &Ledger) -> impl Iterator<Item = Stem> {
    ledger.names().iter().chain(ledger.words_used()).copied()
}

fn likeness(a: &Ledger, b: &Ledger) -> f64 {
    let (a, b): (BTreeSet<Stem>, BTreeSet<Stem>) = (stems(a).collect(), stems(b).collect());
    let both = a.intersection(&b).count();
    both as f64 / (a.len() + b.len() - both).max(1) as f64
}
