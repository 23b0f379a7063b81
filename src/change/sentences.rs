//! Which sentence of the new version carries on which of the old one: word for word,
//! else the one that shares most of what its words tell. A sentence that was cut in two,
//! or joined to another, has several partners.

use super::seat::{field_label, row, row_name};
use crate::align::Rarity;
use crate::claim::{Ledger, Stem};
use crate::document::{BlockKind, Document};
use crate::text::StableHash;
use std::collections::{BTreeMap, BTreeSet};

/// Of what the words of two sentences tell, so much must be in both.
const ALIKE: f64 = 0.3;
/// Of what the shorter one tells, so much must be in the other, where the other has a partner already.
const PART: f64 = 0.6;
/// A sentence that stands between the same neighbours needs less; a value under the same label, or hardly more than a value, nothing more.
const IN_PLACE: f64 = 0.15;
const LABELLED: f64 = 0.5;
/// A cell of the same row and column is the same cell.
const SEATED: f64 = 2.0;
/// A sentence of so few tokens ("Tuesday, May 21") has no words left that could be the same.
const SHORT: usize = 6;
/// A word in more sentences than this finds no candidates.
const COMMON: usize = 24;

/// Two sentences, by their indices, and how much of what they tell is in both (0 to 1).
#[derive(Debug, Clone, Copy)]
pub struct Like {
    pub old: usize,
    pub new: usize,
    pub share: f64,
}

#[derive(Debug, Default)]
pub struct Matching {
    /// Sentences that stand word for word in the other version, wherever.
    pub same_old: BTreeSet<usize>,
    pub same_new: BTreeSet<usize>,
    /// The same, each new one with its old one: the neighbours of those that are not the same.
    together: BTreeMap<usize, usize>,
    /// The others, as far as they have partners; the likest first.
    pub like: Vec<Like>,
}

pub fn matching(old: &Ledger, new: &Ledger, rarity: &Rarity) -> Matching {
    let mut found = Matching::default();
    let mut waiting: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for sentence in (0..old.document.sentences.len()).rev() {
        waiting.entry(key(old, sentence)).or_default().push(sentence);
    }
    for sentence in 0..new.document.sentences.len() {
        if let Some(partner) = waiting.get_mut(&key(new, sentence)).and_then(Vec::pop) {
            found.same_old.insert(partner);
            found.same_new.insert(sentence);
            found.together.insert(sentence, partner);
        }
    }
    let mut candidates = candidates(old, new, &found);
    candidates.extend(in_place(old, new, &found));
    candidates.extend(seated(old, new, &found));
    let mut weighed: Vec<(Like, f64)> = candidates
        .into_iter()
        .map(|((o, n), bonus)| {
            let (share, part) = shares(old, o, new, n, rarity);
            (Like { old: o, new: n, share: share + bonus }, part)
        })
        .filter(|(like, part)| like.share >= ALIKE || *part >= PART)
        .collect();
    weighed.sort_by(|(a, _), (b, _)| b.share.total_cmp(&a.share).then((a.old, a.new).cmp(&(b.old, b.new))));
    let (mut olds, mut news): (BTreeSet<usize>, BTreeSet<usize>) = (BTreeSet::new(), BTreeSet::new());
    let mut parts = Vec::new();
    for (like, part) in weighed {
        let (known_old, known_new) = (olds.contains(&like.old), news.contains(&like.new));
        if !known_old && !known_new && like.share >= ALIKE {
            olds.insert(like.old);
            news.insert(like.new);
            found.like.push(like);
        } else if !(known_old && known_new) && part >= PART {
            parts.push(like);
        }
    }
    let behind = beside(old, new, &found, rarity);
    for like in behind {
        if !olds.contains(&like.old) && !news.contains(&like.new) {
            olds.insert(like.old);
            news.insert(like.new);
            found.like.push(like);
        }
    }
    for like in parts {
        if olds.insert(like.old) | news.insert(like.new) {
            found.like.push(like);
        }
    }
    found
}

/// The sentence word for word; of a cell, with its row and column.
fn key(ledger: &Ledger, sentence: usize) -> u64 {
    let document = &ledger.document;
    let words = document.sentence_tokens(sentence).map(|i| document.written(i));
    let row = row_name(document, sentence);
    let seat = row.into_iter().chain(row.and(field_label(document, sentence)));
    words.chain(seat).fold(StableHash::default(), StableHash::field).value()
}

/// Sentences that stand directly behind or before two that belong together and share a word: the likest first.
fn beside(old: &Ledger, new: &Ledger, found: &Matching, rarity: &Rarity) -> Vec<Like> {
    let (taken_old, taken_new): (BTreeSet<usize>, BTreeSet<usize>) = found.like.iter().map(|l| (l.old, l.new)).unzip();
    let free = |(o, n): &(usize, usize)| {
        let free_old = *o < old.document.sentences.len() && !found.same_old.contains(o) && !taken_old.contains(o);
        free_old && *n < new.document.sentences.len() && !found.same_new.contains(n) && !taken_new.contains(n)
    };
    let together = found.like.iter().map(|l| (l.old, l.new)).chain(found.together.iter().map(|(n, o)| (*o, *n)));
    let next = together.flat_map(|(o, n)| [Some((o + 1, n + 1)), o.checked_sub(1).zip(n.checked_sub(1))]).flatten();
    let pairs: BTreeSet<(usize, usize)> = next.filter(free).collect();
    let mut likes: Vec<Like> = pairs
        .into_iter()
        .map(|(o, n)| Like { old: o, new: n, share: shares(old, o, new, n, rarity).0 })
        .filter(|like| like.share > 0.0 && like.share + IN_PLACE >= ALIKE)
        .collect();
    likes.sort_by(|a, b| b.share.total_cmp(&a.share).then((a.old, a.new).cmp(&(b.old, b.new))));
    likes
}

/// Pairs of sentences that share a word which few sentences have.
fn candidates(old: &Ledger, new: &Ledger, found: &Matching) -> BTreeMap<(usize, usize), f64> {
    let mut holders: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for sentence in (0..old.document.sentences.len()).filter(|s| !found.same_old.contains(s)) {
        old.sentence_stems(sentence).iter().for_each(|stem| holders.entry(*stem).or_default().push(sentence));
    }
    let mut pairs = BTreeMap::new();
    for sentence in (0..new.document.sentences.len()).filter(|s| !found.same_new.contains(s)) {
        let partners = new.sentence_stems(sentence).iter().filter_map(|s| holders.get(s)).filter(|h| h.len() <= COMMON);
        pairs.extend(partners.flatten().map(|partner| ((*partner, sentence), 0.0)));
    }
    pairs
}

/// Sentences between two that are the same, each in place of the one that stood there: as many as there were.
fn in_place(old: &Ledger, new: &Ledger, found: &Matching) -> Vec<((usize, usize), f64)> {
    let (olds, news) = (old.document.sentences.len(), new.document.sentences.len());
    let rows = |o, n| (row(&old.document, o), row(&new.document, n));
    let short = |ledger: &Ledger, sentence| ledger.document.sentence_tokens(sentence).len() <= SHORT;
    let bonus = |before: usize, sentence: usize| {
        let label = field_label(&new.document, sentence);
        let labelled = label.is_some() && label == field_label(&old.document, before);
        if labelled || (short(old, before) && short(new, sentence)) { LABELLED } else { IN_PLACE }
    };
    let mut pairs = Vec::new();
    let mut start = 0;
    while start < news {
        let end = (start..news).find(|s| found.same_new.contains(s)).unwrap_or(news);
        let first = start.checked_sub(1).map_or(Some(0), |before| found.together.get(&before).map(|b| b + 1));
        let behind = if end == news { Some(olds) } else { found.together.get(&end).copied() };
        if let (Some(first), Some(behind)) = (first, behind)
            && behind.checked_sub(first) == Some(end - start)
            && !(first..behind).any(|s| found.same_old.contains(&s))
        {
            // A row of another name is another row.
            let both = (first..behind).zip(start..end).filter(|(o, n)| match rows(*o, *n) {
                (Some(a), Some(b)) => a == b,
                _ => true,
            });
            pairs.extend(both.map(|(before, sentence)| ((before, sentence), bonus(before, sentence))));
        }
        start = end + 1;
    }
    pairs
}

/// Cells of one column in rows of one name, wherever the row stands.
fn seated(old: &Ledger, new: &Ledger, found: &Matching) -> Vec<((usize, usize), f64)> {
    let seats = |ledger: &Ledger, same: &BTreeSet<usize>| {
        let mut seats: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
        for sentence in (0..ledger.document.sentences.len()).filter(|s| !same.contains(s)) {
            let document = &ledger.document;
            let seat = row_name(document, sentence).zip(field_label(document, sentence));
            if let Some((row, label)) = seat.or_else(|| numbered_heading(document, sentence)) {
                seats.entry((row.to_owned(), label.to_owned())).or_default().push(sentence);
            }
        }
        seats
    };
    let news = seats(new, &found.same_new);
    let one = |sentences: &[usize]| if let [one] = sentences { Some(*one) } else { None };
    let of_both = |(seat, before): (&(String, String), &Vec<usize>)| Some((one(before)?, one(news.get(seat)?)?));
    seats(old, &found.same_old).iter().filter_map(of_both).map(|pair| (pair, SEATED)).collect()
}

/// "2.3.1 (4 March 2025)" as a heading: the entry of a changelog, by its number.
fn numbered_heading(document: &Document, sentence: usize) -> Option<(&str, &str)> {
    let block = document.block_of(sentence).filter(|b| b.kind == BlockKind::Heading)?;
    let number = document.slice(block.span).split_whitespace().next()?;
    number.contains(|c: char| c.is_ascii_digit()).then_some((number, ""))
}

/// What two sentences share of all that their words tell, and of what the shorter one's tell.
fn shares(old: &Ledger, o: usize, new: &Ledger, n: usize, rarity: &Rarity) -> (f64, f64) {
    let (a, b) = (old.sentence_stems(o), new.sentence_stems(n));
    let told = |stems: &[Stem]| stems.iter().map(|s| rarity.information(*s)).sum::<f64>();
    let both: f64 = a.iter().filter(|s| b.binary_search(s).is_ok()).map(|s| rarity.information(*s)).sum();
    let (all_a, all_b) = (told(a), told(b));
    (both / (all_a + all_b - both).max(0.01), both / all_a.min(all_b).max(0.01))
}
