//! Common English words, to tell them from names. From WordNet (Princeton licence, see
//! `NOTICE`): one word a line, sorted, searched in place.

const WORDS: &str = include_str!("data/words.txt");

/// Is this lower-case word, or what is left without an ending, a common English word?
pub fn is_common(word: &str) -> bool {
    const ENDINGS: [(&str, &str); 13] = [
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
        ("er", ""),
        ("er", "e"),
        ("est", ""),
        ("est", "e"),
        ("ied", "y"),
    ];
    let stem = |(ending, more): &(&str, &str)| {
        let stem = word.strip_suffix(ending)?;
        let doubled = stem.as_bytes().iter().rev().nth(1) == stem.as_bytes().last();
        let single = stem.get(..stem.len().saturating_sub(1)).filter(|_| doubled);
        Some(is_listed(&format!("{stem}{more}")) || single.is_some_and(is_listed))
    };
    is_listed(word) || ENDINGS.iter().any(|e| stem(e) == Some(true))
}

/// A search by halves over the bytes of the list.
fn is_listed(word: &str) -> bool {
    let bytes = WORDS.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes.get(..middle).and_then(|b| b.iter().rposition(|c| *c == b'\n')).map_or(0, |i| i + 1);
        let line = WORDS.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
        match line.cmp(word) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => low = start + line.len() + 1,
            std::cmp::Ordering::Greater => high = start,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_words_in_all_their_forms() {
        for word in ["water", "waters", "stopped", "making", "cities", "biggest", "zone", "able", "abandon"] {
            assert!(is_common(word), "{word}");
        }
        for word in ["krausz", "benoit", "obama", "zzz", "aaaa", ""] {
            assert!(!is_common(word), "{word}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(WORDS.lines().zip(WORDS.lines().skip(1)).all(|(a, b)| a < b));
    }
}
