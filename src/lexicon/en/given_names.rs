//! Given names of people, from the US Census Bureau's counts of 1990 (public domain, see
//! `NOTICE`): one a line, sorted, searched in place.

use super::dictionary::{Lines, is_listed, lines};

const NAMES: Lines = lines!("given_names.txt");

/// Is this lower-case word a given name, and no more often something else?
pub fn is_given_name(word: &str) -> bool {
    is_listed(NAMES, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_people_and_not_of_places() {
        assert!(["michelle", "kyle", "john", "ada"].into_iter().all(is_given_name));
        assert!(!["victoria", "georgia", "table", "christian", ""].into_iter().any(is_given_name));
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(NAMES.text.lines().zip(NAMES.text.lines().skip(1)).all(|(a, b)| a < b));
    }
}
