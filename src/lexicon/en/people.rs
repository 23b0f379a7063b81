//! Words that mean a person first of all ("baker", "dissident"). From WordNet (Princeton licence, see
//! `NOTICE`): one word a line, sorted, searched in place.

use super::dictionary::{Lines, is_listed, lines};

const PEOPLE: Lines = lines!("people.txt");

/// Does this lower-case noun, in the singular or the plural, mean people?
pub fn is_person(word: &str) -> bool {
    const ENDINGS: [(&str, &str); 5] = [("", ""), ("s", ""), ("es", ""), ("ies", "y"), ("men", "man")];
    let singular = |(ending, more): &(&str, &str)| Some(format!("{}{more}", word.strip_suffix(ending)?));
    ENDINGS.iter().filter_map(singular).any(|w| is_listed(PEOPLE, &w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_and_things() {
        for word in ["baker", "dissidents", "officials", "secretaries", "witnesses", "aircrewmen"] {
            assert!(is_person(word), "{word}");
        }
        for word in ["containers", "flights", "cars", "bread", ""] {
            assert!(!is_person(word), "{word}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(PEOPLE.text.lines().zip(PEOPLE.text.lines().skip(1)).all(|(a, b)| a < b));
    }
}
