//! Nouns that name a deed, and the verb of it: "approval", "approve". From WordNet's derivations (Princeton licence, see `NOTICE`).

use super::dictionary::{Lines, find, lines};

const NOUNS: Lines = lines!("deverbal.tsv");

/// The verb whose deed the noun names, both base forms in lower case.
pub fn verb_of(noun: &str) -> Option<&'static str> {
    find(NOUNS, noun, |line| line.split('\t').next().unwrap_or_default())?.split('\t').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_name_deeds() {
        assert_eq!(verb_of("approval"), Some("approve"));
        assert_eq!(verb_of("support"), Some("support"));
        assert_eq!(verb_of("house"), None);
        let nouns: Vec<&str> = NOUNS.text.lines().filter_map(|l| l.split('\t').next()).collect();
        assert!(nouns.windows(2).all(|w| w[0] < w[1]));
    }
}
