//! Words that are names by themselves: places, peoples, tongues and people of note as WordNet writes them with a
//! capital (Princeton licence, see `NOTICE`), and surnames of the US Census Bureau. One word a line, sorted,
//! searched in place.

use super::dictionary::{Lines, is_listed, lines};
use super::given_names::is_given_name;

const NAMES: Lines = lines!("known_names.txt");

/// Is this lower-case word a name that many know?
pub fn is_known_name(word: &str) -> bool {
    is_listed(NAMES, word) || is_given_name(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_and_unknown_names() {
        for word in ["hindi", "hindu", "atlanta", "walker", "welker", "maria"] {
            assert!(is_known_name(word), "{word}");
        }
        for word in ["kestral", "kuberentes", ""] {
            assert!(!is_known_name(word), "{word}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(NAMES.text.lines().zip(NAMES.text.lines().skip(1)).all(|(a, b)| a < b));
    }
}
