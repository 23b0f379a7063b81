//! Two lists as sets of members: who is in both, who is narrower, who is in one only.

use crate::claim::{Stem, is_content, stem};
use crate::lexicon::en::nouns::LIGHT_NOUNS;
use crate::value::{Member, MemberKind};

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

pub fn members(a: &[Member], b: &[Member]) -> Membership {
    let mut result = Membership::default();
    let mut taken = vec![false; b.len()];
    let mut left: Vec<usize> = Vec::new();
    let mut pair = |i: usize, left_member: &Member, wanted: fn(Likeness) -> bool| {
        let found =
            b.iter().zip(&mut taken).enumerate().find(|(_, (m, used))| !**used && wanted(likeness(left_member, m)));
        found.map(|(j, (_, used))| {
            *used = true;
            (i, j)
        })
    };
    // Equal members first, so that a narrower one never takes an equal one's place.
    for (i, member) in a.iter().enumerate() {
        match pair(i, member, |l| l == Likeness::Same) {
            Some(found) => result.same.push(found),
            None => left.push(i),
        }
    }
    for i in left {
        match a.get(i).and_then(|member| pair(i, member, |l| matches!(l, Likeness::Narrower | Likeness::Wider))) {
            Some(found) => result.akin.push(found),
            None => result.only_a.push(i),
        }
    }
    result.only_b = taken.iter().enumerate().filter(|(_, used)| !**used).map(|(j, _)| j).collect();
    if a.len() == b.len() {
        transcriptions(a, b, &mut result);
    }
    result
}

/// "Al-Sharqa, Fez and Rabat" and "Al-Sharqah, Fez and Rabat": names at the same place of
/// two lists of one length are taken for one name when they look moderately alike.
fn transcriptions(a: &[Member], b: &[Member], result: &mut Membership) {
    const ALIKE: f64 = 0.7;
    let Membership { same, only_a, only_b, .. } = result;
    only_a.retain(|i| {
        let pair = a.get(*i).zip(b.get(*i)).filter(|(x, y)| x.kind == MemberKind::Name && y.kind == MemberKind::Name);
        let Some(j) = only_b.iter().position(|j| j == i) else { return true };
        let alike = pair.is_some_and(|(x, y)| strsim::jaro(bare(&x.key), bare(&y.key)) >= ALIKE);
        if alike {
            only_b.remove(j);
            same.push((*i, *i));
        }
        !alike
    });
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
    let telling: Vec<Stem> = words().filter(|w| !LIGHT_NOUNS.contains(*w)).map(stem).collect();
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
