//! Do two texts say of two lists that they are one? Not by the members, which many lists share, but by
//! what opens them: the same word, and nobody else's.

use crate::claim::{Opening, Stem};

/// Of the shorter surroundings' words, so much must stand around the other list if another word opens it.
const SHARED_OF: usize = 2;

/// `two_pages`: neither page is held against the other as its source, so that "this course" is another one on each.
pub fn opened_alike(a: &Opening, b: &Opening, two_pages: bool) -> bool {
    if two_pages && (a.of_its_page || b.of_its_page) {
        return false;
    }
    let both = |x: &[Stem], y: &[Stem]| x.iter().filter(|s| y.binary_search(s).is_ok()).count();
    let names = both(&a.names, &b.names);
    if a.head.is_some() && a.head == b.head {
        // Whose it is: names on both sides, and not one in common.
        return names > 0 || a.names.is_empty() || b.names.is_empty();
    }
    let words = both(&a.words, &b.words);
    let own = |x: &Opening| x.names.len() > names;
    words > 0 && words * SHARED_OF >= a.words.len().min(b.words.len()) && !(own(a) && own(b))
}
