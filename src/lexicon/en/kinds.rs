//! What kind of thing a noun stands for: WordNet's nouns with their first senses and what stands above each (Princeton
//! licence, see `NOTICE`). By base forms in lower case.

use super::dictionary::{Lines, find, lines};

const NOUNS: Lines = lines!("kinds.tsv");
/// The sense above each sense and its supersense, in so many bytes.
const ABOVE: &str = include_str!("data/kinds_above.txt");
const WIDTH: usize = 5;
/// No sense of WordNet stands deeper.
const DEEPEST: usize = 24;

/// The supersenses, as WordNet's lexicographers' files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    Act,
    Animal,
    Artifact,
    Body,
    Event,
    Food,
    Group,
    Place,
    Person,
    Plant,
    Phenomenon,
    Substance,
    Time,
    Other,
}

type Sense = usize;

fn senses(noun: &str) -> impl Iterator<Item = Sense> {
    let line = find(NOUNS, noun);
    let fields = line.into_iter().flat_map(|l| l.split('\t').skip(1));
    fields.filter_map(|f| Sense::from_str_radix(f, 36).ok())
}

fn record(sense: Sense) -> Option<&'static str> {
    let start = sense.checked_sub(1)?.checked_mul(WIDTH)?;
    ABOVE.get(start..start.checked_add(WIDTH)?)
}

fn above(sense: Sense) -> Option<Sense> {
    let number = record(sense)?.get(..WIDTH - 1)?.trim_start();
    Sense::from_str_radix(number, 36).ok().filter(|above| *above > 0)
}

/// The sense, what stands above it, and so on.
fn chain(sense: Sense) -> impl Iterator<Item = Sense> {
    std::iter::successors(Some(sense), |s| above(*s)).take(DEEPEST)
}

/// What sort of thing a noun is in its first sense.
pub fn sort(noun: &str) -> Option<Sort> {
    senses(noun).next().map(sort_of)
}

/// In one of its first senses?
pub fn may_be(noun: &str, sort: Sort) -> bool {
    senses(noun).any(|s| sort_of(s) == sort)
}

fn sort_of(sense: Sense) -> Sort {
    let file = record(sense).and_then(|r| r.bytes().next_back()).unwrap_or_default();
    match file.saturating_sub(b'A') {
        4 => Sort::Act,
        5 => Sort::Animal,
        6 => Sort::Artifact,
        8 => Sort::Body,
        11 => Sort::Event,
        13 => Sort::Food,
        14 => Sort::Group,
        15 => Sort::Place,
        18 => Sort::Person,
        19 => Sort::Phenomenon,
        20 => Sort::Plant,
        27 => Sort::Substance,
        28 => Sort::Time,
        _ => Sort::Other,
    }
}

/// Is the one noun a synonym of the other, or a wider word for it?
pub fn may_name_one(a: &str, b: &str) -> bool {
    a == b || senses(a).any(|x| senses(b).any(|y| chain(y).any(|s| s == x) || chain(x).any(|s| s == y)))
}

/// Two nouns below one, neither of them above the other; how far they stand below it together. None where they may name one thing.
pub fn apart(a: &str, b: &str) -> Option<usize> {
    if may_name_one(a, b) {
        return None;
    }
    let steps = |x: Sense, y: Sense| {
        let up: Vec<Sense> = chain(x).collect();
        let (down, meet) = chain(y).enumerate().find(|(_, s)| up.contains(s))?;
        Some(down + up.iter().position(|s| *s == meet)?)
    };
    senses(a).flat_map(|x| senses(b).filter_map(move |y| steps(x, y)).collect::<Vec<_>>()).min()
}

/// Two things of one sort, close below what they have in common, of which neither is a word for the other: oak and pine.
pub fn are_siblings(a: &str, b: &str) -> bool {
    const NEAR: usize = 6;
    sort(a).is_some() && sort(a) == sort(b) && apart(a, b).is_some_and(|steps| steps <= NEAR)
}

/// Is it a kind of this noun (in that one's first sense)?
pub fn is_kind_of(noun: &str, of: &str) -> bool {
    senses(of).next().is_some_and(|wide| senses(noun).any(|s| chain(s).any(|above| above == wide)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        assert_eq!(sort("court"), Some(Sort::Group));
        assert!(may_be("oak", Sort::Plant) || may_be("oak", Sort::Substance));
        assert!(may_name_one("ship", "vessel") && may_name_one("vessel", "ferry"));
        assert!(!may_name_one("oak", "steel") && !may_name_one("heron", "falcon"));
        assert!(is_kind_of("bronze", "alloy") && !is_kind_of("alloy", "bronze"));
        assert!(apart("sister", "daughter").is_some_and(|d| d <= 7));
        assert!(apart("oak", "pine") < apart("heron", "falcon"));
        assert_eq!(apart("ship", "vessel"), None);
        assert_eq!(sort("zzzz"), None);
    }

    #[test]
    fn the_table_is_sorted_and_complete() {
        let words: Vec<&str> = NOUNS.text.lines().filter_map(|l| l.split('\t').next()).collect();
        assert!(words.windows(2).all(|w| w[0] < w[1]));
        let last = NOUNS
            .text
            .lines()
            .flat_map(|l| l.split('\t').skip(1))
            .filter_map(|f| Sense::from_str_radix(f, 36).ok())
            .max();
        assert!(last.is_some_and(|last| ABOVE.len() >= last * WIDTH && ABOVE.len().is_multiple_of(WIDTH)));
    }
}
