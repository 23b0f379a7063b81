//! Does a foot- or endnote name a source and say nothing itself? Such a note makes no claim: its figures are pages, volumes
//! and years of books.

use crate::text::{WordSet, word_set};

/// What tells an address.
const ADDRESS: [&str; 3] = ["://", "www.", "doi:"];

/// What stands before the number of a page or volume.
const BEFORE_NUMBER: [&str; 7] = ["p.", "pp.", "vol.", "vols.", "no.", "fol.", "isbn"];

/// What stands for a source that was named before.
const AGAIN: [&str; 4] = ["ibid", "idem", "op. cit", "loc. cit"];

/// Words that a statement has, and the name of a source seldom.
const OF_STATEMENTS: WordSet = word_set! {
    "is", "are", "was", "were", "been", "has", "have", "had", "did", "does", "will", "would", "can", "could", "not", "says", "said", "say",
    "gives", "gave", "give", "puts", "put", "came", "went", "left", "took", "made", "sold", "rose", "fell", "it", "they", "we", "which", "who",
};

/// The same of an entry of a list of sources, which needs no number of a page to be one.
pub fn names_a_source(words: &str) -> bool {
    ADDRESS.iter().any(|sign| words.contains(sign)) || !states(words)
}

fn states(words: &str) -> bool {
    words.split_whitespace().any(|token| {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        OF_STATEMENTS.contains(word) || word.len() > 4 && word.starts_with(char::is_lowercase) && word.ends_with("ed")
    })
}

pub fn is_citation(words: &str) -> bool {
    if ADDRESS.iter().any(|sign| words.contains(sign)) {
        return true;
    }
    if states(words) {
        return false;
    }
    let tokens: Vec<&str> = words.split_whitespace().collect();
    let lower = words.to_lowercase();
    let is_number = |token: &str| token.starts_with(|c: char| c.is_ascii_digit());
    let numbered = tokens.windows(2).any(|pair| match pair {
        [before, number] => BEFORE_NUMBER.contains(&before.to_lowercase().trim_start_matches('(')) && is_number(number),
        _ => false,
    });
    let joined = || {
        lower.split([' ', ',']).any(|token| ["p.", "pp."].iter().any(|p| token.strip_prefix(p).is_some_and(is_number)))
    };
    AGAIN.iter().any(|sign| lower.contains(sign)) || numbered || joined()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_alone() {
        for words in [
            "https://a.example/log, read on 3 May 2024.",
            "Ann Lee, A History of Piers (Oslo: Nord, 1999), p. 12.",
            "Lee, A. (1999). Piers and tides. Harbour Review, vol. 12, no. 3, pp. 40–52.",
            "Ibid., 14.",
            "Lee, op. cit., p.3.",
            "See the pilots' handbook, pp. 12–14.",
        ] {
            assert!(is_citation(words), "{words}");
        }
    }

    #[test]
    fn remarks() {
        for words in [
            "Counted twice.",
            "The log of 3 May gives 12 boats, not 14 (p. 4).",
            "Twelve boats, three of them full.",
            "In 1999 it was 40 metres long, vol. 2 says.",
            "Without the 12 boats at pier no. three.",
            "Fares of 2014, in kroner.",
        ] {
            assert!(!is_citation(words), "{words}");
        }
    }
}
