//! Nouns that name a deed or who does it, and the verb of it: "approval", "approve", "founder", "found". From WordNet's derivations
//! (Princeton licence, see `NOTICE`).

use super::dictionary::{Lines, find, lines};

const NOUNS: Lines = lines!("deverbal.tsv");
const DOERS: Lines = lines!("agentive.tsv");

/// The verb whose deed the noun names, both base forms in lower case.
pub fn verb_of(noun: &str) -> Option<&'static str> {
    find(NOUNS, noun)?.split('\t').nth(1)
}

/// The verb of what somebody who is called so does, or something that is: "founder", "cause".
pub fn done_by(noun: &str) -> Option<&'static str> {
    if noun == "cause" {
        return Some("cause");
    }
    find(DOERS, noun)?.split('\t').nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_name_deeds() {
        assert_eq!(verb_of("approval"), Some("approve"));
        assert_eq!(verb_of("support"), Some("support"));
        assert_eq!(verb_of("house"), None);
        assert_eq!((done_by("founder"), done_by("teapot")), (Some("found"), None));
        for table in [NOUNS, DOERS] {
            let nouns: Vec<&str> = table.text.lines().filter_map(|l| l.split('\t').next()).collect();
            assert!(nouns.windows(2).all(|w| w[0] < w[1]));
        }
    }
}
