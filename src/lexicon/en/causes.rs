//! What a deed brings about in what it is done to: what is lowered falls, who is killed dies. From WordNet's pointers of cause (Princeton
//! licence, see `NOTICE`), and of verbs of change from their direction.

use super::change::{CHANGE, Direction};
use super::dictionary::{Lines, find, lines};

const VERBS: Lines = lines!("causes.tsv");

/// The verbs that tell it of their subject, all base forms in lower case.
pub fn brought_about(verb: &str) -> impl Iterator<Item = &'static str> {
    let line = find(VERBS, verb);
    let changed = CHANGE.get(verb).and_then(|direction| match direction {
        Direction::Up => Some("rise"),
        Direction::Down => Some("fall"),
        Direction::Open => None,
    });
    line.into_iter().flat_map(|l| l.split('\t').skip(1)).chain(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_bring_about() {
        assert!(brought_about("lower").any(|verb| verb == "fall"));
        assert!(brought_about("kill").any(|verb| verb == "die"));
        assert!(brought_about("close").any(|verb| verb == "close"));
        assert_eq!(brought_about("cut").collect::<Vec<_>>(), ["fall"]);
        assert_eq!(brought_about("visit").next(), None);
        let verbs: Vec<&str> = VERBS.text.lines().filter_map(|l| l.split('\t').next()).collect();
        assert!(verbs.windows(2).all(|w| w[0] < w[1]));
    }
}
