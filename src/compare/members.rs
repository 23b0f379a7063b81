//! Two lists as sets of members: who is in both, who is narrower, who is in one only.

use crate::claim::{Stem, is_content, stem};
use crate::lexicon::en::nouns::LIGHT_NOUNS;
use crate::value::{Member, MemberKind};
use std::collections::{BTreeMap, BTreeSet};

/// How one member stands to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Same,
    /// The first is a kind of the second ("former officials", "officials").
    Narrower,
    Wider,
    Different,
}

/// Pairs of indices into the two lists, and what is left over on each side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Membership {
    pub same: Vec<(usize, usize)>,
    /// Not equal, but one is a kind of the other.
    pub akin: Vec<(usize, usize)>,
    pub only_a: Vec<usize>,
    pub only_b: Vec<usize>,
}

/// Up to so many comparisons, each member that is left over is held against each one.
const EACH: usize = 4096;
/// What so many members have in common finds none of them.
const CROWD: usize = 64;

pub fn members(a: &[Member], b: &[Member]) -> Membership {
    let mut result = Membership::default();
    let mut free = vec![true; b.len()];
    // Equal members first, so that one that is only alike never takes an equal one's place.
    let mut equal: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    b.iter().enumerate().rev().for_each(|(j, member)| equal.entry(&member.key).or_default().push(j));
    let mut left: Vec<usize> = Vec::new();
    for (i, member) in a.iter().enumerate() {
        match equal.get_mut(member.key.as_str()).and_then(Vec::pop) {
            Some(j) => {
                free.get_mut(j).into_iter().for_each(|free| *free = false);
                result.same.push((i, j));
            }
            None => left.push(i),
        }
    }
    let right: Vec<usize> = free.iter().enumerate().filter(|(_, free)| **free).map(|(j, _)| j).collect();
    let mut left: Vec<(usize, Vec<usize>)> = left.iter().copied().zip(candidates((a, &left), (b, &right))).collect();
    let mut pair = |wanted: fn(Likeness) -> bool, found: &mut Vec<(usize, usize)>| {
        left.retain(|(i, candidates)| {
            let fits = |j: &usize| {
                let likeness = || a.get(*i).zip(b.get(*j)).map(|(a, b)| likeness(a, b));
                free.get(*j) == Some(&true) && likeness().is_some_and(wanted)
            };
            let Some(j) = candidates.iter().copied().find(fits) else { return true };
            free.get_mut(j).into_iter().for_each(|free| *free = false);
            found.push((*i, j));
            false
        });
    };
    pair(|likeness| likeness == Likeness::Same, &mut result.same);
    pair(|likeness| matches!(likeness, Likeness::Narrower | Likeness::Wider), &mut result.akin);
    result.same.sort_unstable();
    result.only_a = left.into_iter().map(|(i, _)| i).collect();
    result.only_b = free.iter().enumerate().filter(|(_, free)| **free).map(|(j, _)| j).collect();
    if a.len() == b.len() {
        transcriptions(a, b, &mut result);
    }
    result
}

/// What members that are alike without being equal have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mark<'a> {
    /// A word of what is common.
    Stem(Stem),
    Last(&'a str),
    /// The letters that a name begins or ends with.
    Head(&'a str),
    Tail(&'a str),
}

fn marks(member: &Member) -> Vec<Mark<'_>> {
    let key = member.key.as_str();
    let head = key.char_indices().nth(3).and_then(|(at, _)| key.get(..at)).unwrap_or(key);
    let tail = key.char_indices().nth_back(2).and_then(|(at, _)| key.get(at..)).unwrap_or(key);
    let last = key.rsplit([' ', '-']).next().unwrap_or(key);
    let stems = if member.kind == MemberKind::Common { stems(key) } else { Vec::new() };
    stems.into_iter().map(Mark::Stem).chain([Mark::Last(last), Mark::Head(head), Mark::Tail(tail)]).collect()
}

/// The members of `b` that each of those of `a` is held against, in order: of two long lists, those that share a mark.
fn candidates((a, left): (&[Member], &[usize]), (b, right): (&[Member], &[usize])) -> Vec<Vec<usize>> {
    if left.len().saturating_mul(right.len()) <= EACH {
        return vec![right.to_vec(); left.len()];
    }
    let mut index: BTreeMap<Mark, Vec<usize>> = BTreeMap::new();
    for (j, member) in right.iter().filter_map(|j| Some((*j, b.get(*j)?))) {
        marks(member).into_iter().for_each(|mark| index.entry(mark).or_default().push(j));
    }
    let found = |i: &usize| {
        let marks = a.get(*i).map(marks).unwrap_or_default();
        let with = marks.iter().filter_map(|mark| index.get(mark)).filter(|with| with.len() <= CROWD);
        let found: BTreeSet<usize> = with.flatten().copied().collect();
        found.into_iter().collect()
    };
    left.iter().map(found).collect()
}

/// "Al-Sharqa, Fez and Rabat" and "Al-Sharqah, Fez and Rabat": names at the same place of
/// two lists of one length are taken for one name when they look moderately alike.
fn transcriptions(a: &[Member], b: &[Member], result: &mut Membership) {
    const ALIKE: f64 = 0.7;
    let Membership { same, only_a, only_b, .. } = result;
    let mut alike: BTreeSet<usize> = BTreeSet::new();
    for i in only_a.iter().filter(|i| only_b.binary_search(i).is_ok()) {
        let pair = a.get(*i).zip(b.get(*i)).filter(|(x, y)| x.kind == MemberKind::Name && y.kind == MemberKind::Name);
        if pair.is_some_and(|(x, y)| strsim::jaro(bare(&x.key), bare(&y.key)) >= ALIKE) {
            alike.insert(*i);
        }
    }
    only_a.retain(|i| !alike.contains(i));
    only_b.retain(|j| !alike.contains(j));
    same.extend(alike.into_iter().map(|i| (i, i)));
}

/// The name without an article that one transcription writes and another leaves out.
fn bare(key: &str) -> &str {
    ["al-", "el-", "the "].iter().find_map(|article| key.strip_prefix(article)).unwrap_or(key)
}

pub fn likeness(a: &Member, b: &Member) -> Likeness {
    if a.key == b.key {
        return Likeness::Same;
    }
    // Declared entities are one only where they are declared to be.
    if a.key.starts_with("own:") && b.key.starts_with("own:") {
        return Likeness::Different;
    }
    match (a.kind, b.kind) {
        (MemberKind::Country, MemberKind::Country) => Likeness::Different,
        (MemberKind::Common, MemberKind::Common) => common(&a.key, &b.key),
        _ => named(&a.key, &b.key),
    }
}

/// "Ada Byron" and "Byron", "Al-Sharqa" and "Al-Sharqah".
fn named(a: &str, b: &str) -> Likeness {
    /// Below six letters, different names look alike too easily.
    const LEAST: usize = 6;
    const ALIKE: f64 = 0.93;
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let ends_with = long.strip_suffix(short).is_some_and(|front| front.ends_with([' ', '-']));
    let alike = short.len() >= LEAST && strsim::jaro_winkler(a, b) >= ALIKE;
    if ends_with || alike { Likeness::Same } else { Likeness::Different }
}

fn common(a: &str, b: &str) -> Likeness {
    let (a, b) = (stems(a), stems(b));
    let inside = |x: &[Stem], y: &[Stem]| !x.is_empty() && x.iter().all(|s| y.contains(s));
    match (inside(&a, &b), inside(&b, &a)) {
        (true, true) => Likeness::Same,
        (true, false) => Likeness::Wider,
        (false, true) => Likeness::Narrower,
        (false, false) => Likeness::Different,
    }
}

/// The stems that tell members apart: "harassment plots" and "harassment operations" are both harassment.
fn stems(key: &str) -> Vec<Stem> {
    let words = || key.split([' ', '-']).filter(|w| is_content(w));
    let telling: Vec<Stem> = words().filter(|w| !LIGHT_NOUNS.contains(w)).map(stem).collect();
    if telling.is_empty() { words().map(stem).collect() } else { telling }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn list(kind: MemberKind, keys: &[&str]) -> Vec<Member> {
        keys.iter().map(|k| Member { span: Span::default(), kind, key: (*k).to_owned() }).collect()
    }

    #[test]
    fn common_nouns() {
        let a = list(MemberKind::Common, &["bakers", "former brewers", "millers"]);
        let b = list(MemberKind::Common, &["brewers", "bakers", "young tanners", "miller"]);
        let both = members(&a, &b);
        assert_eq!(both.same, [(0, 1), (2, 3)]);
        assert_eq!(both.akin, [(1, 0)]);
        assert_eq!(both.only_b, [2]);
        assert!(both.only_a.is_empty());
        assert_eq!(likeness(&a[1], &b[0]), Likeness::Narrower);
    }

    #[test]
    fn an_equal_one_is_paired_before_one_that_is_alike() {
        let (a, b) = (list(MemberKind::Name, &["byron", "fez"]), list(MemberKind::Name, &["ada byron", "byron"]));
        assert_eq!(members(&a, &b).same, [(0, 1)]);
    }

    /// Names that are all different, but for their first words.
    fn people(count: usize, from: usize) -> Vec<String> {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        (from..from + count).map(|n| format!("anna as{}{}{}ton", letter(n), letter(n / 26), letter(n / 676))).collect()
    }

    #[test]
    fn long_lists_are_not_held_against_each_other_member_by_member() {
        let all = |names: &[String]| list(MemberKind::Name, &names.iter().map(String::as_str).collect::<Vec<_>>());
        for count in [500, 1000, 2000] {
            let (a, b) = (all(&people(count, 0)), all(&people(count, count)));
            let each: Vec<usize> = (0..count).collect();
            let compared: usize = candidates((&a, &each), (&b, &each)).iter().map(Vec::len).sum();
            assert!(compared <= 4 * CROWD * count, "{count}: {compared}");
            assert_eq!(members(&a, &a).same.len(), count);
        }
        // A surname alone is found among any number of others.
        let mut names = people(1000, 0);
        let a = all(&names);
        names.iter_mut().for_each(|name| *name = name.replace("anna ", ""));
        assert_eq!(members(&a, &all(&names)).same.len(), 1000);
    }

    #[test]
    fn names() {
        let like = |a: &str, b: &str| named(a, b) == Likeness::Same;
        assert!(like("ada byron", "byron"));
        assert!(!like("niger", "nigeria") && !like("peru", "perugia"));
        let (a, b) = (list(MemberKind::Name, &["sharqa", "fez"]), list(MemberKind::Name, &["al-sharqah", "fez"]));
        assert_eq!(members(&a, &b).same.len(), 2);
        let (a, b) = (list(MemberKind::Name, &["oslo", "fez"]), list(MemberKind::Name, &["lagos", "fez"]));
        assert_eq!(members(&a, &b).same.len(), 1);
    }
}
