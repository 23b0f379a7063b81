//! Common English words, to tell them from names. From WordNet (Princeton licence, see
//! `NOTICE`): one word a line, sorted, searched in place.

/// Forms that no ending explains.
const IRREGULAR: phf::Set<&str> = phf::phf_set! {
    "became", "began", "begun", "bent", "bitten", "blew", "blown", "bought", "broke", "broken", "brought", "built", "burnt", "came", "caught", "chose", "chosen",
    "clung", "crept", "dealt", "died", "does", "done", "drank", "drawn", "drew", "driven", "drove", "dying", "eaten", "fallen", "fell", "felt", "flew", "flown",
    "forgot", "forgotten", "fought", "found", "froze", "frozen", "gave", "given", "goes", "gone", "grew", "grown", "heard", "held", "hidden", "kept", "knew",
    "known", "laid", "lain", "led", "left", "lent", "lost", "lying", "made", "meant", "mistook", "overcame", "overtook", "paid", "proven", "ridden", "risen", "rode",
    "rose", "rung", "said", "sang", "sank", "saw", "seen", "sent", "shaken", "shone", "shook", "shot", "shown", "shrank", "slept", "slid", "sold", "sought", "spent",
    "spoke", "spoken", "sprang", "stole", "stolen", "stood", "stricken", "strove", "struck", "stuck", "sung", "sunk", "swam", "swept", "swore", "sworn", "swung",
    "taken", "taught", "thought", "threw", "thrown", "told", "took", "tore", "torn", "tying", "undergone", "understood", "undertook", "underwent", "went", "withdrew",
    "withdrawn", "woke", "woken", "won", "wore", "worn", "wound", "wrote", "written", "men", "women", "children", "people", "wives", "lives", "knives", "halves",
    "leaves", "thieves", "wolves", "selves", "shelves", "loaves", "teeth", "feet", "geese", "mice", "themselves", "himself", "herself", "itself", "myself", "ourselves",
    "yourself", "anyone", "everyone", "someone", "something", "anything", "everything", "nothing", "nobody", "everybody", "somebody", "anybody", "whom", "whose",
    "whoever", "whatever", "whichever", "could", "should", "would", "might", "must", "shall", "among", "amid", "amongst", "until", "unless", "without", "within",
    "since", "toward", "towards", "upon", "onto", "into", "despite", "although", "though", "whether", "because", "while", "whilst", "where", "when", "which", "that",
    "their", "theirs", "them", "these", "those", "this", "they", "your", "ours", "hers", "with", "from", "than", "versus", "including", "regarding", "during",
};

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
        Some(is_listed(WORDS, &format!("{stem}{more}")) || single.is_some_and(|w| is_listed(WORDS, w)))
    };
    IRREGULAR.contains(word) || is_listed(WORDS, word) || ENDINGS.iter().any(|e| stem(e) == Some(true))
}

/// Is the word one of the sorted lines of `list`? A search by halves over its bytes.
pub fn is_listed(list: &str, word: &str) -> bool {
    let bytes = list.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = bytes.get(..middle).and_then(|b| b.iter().rposition(|c| *c == b'\n')).map_or(0, |i| i + 1);
        let line = list.get(start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
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
        for word in [
            "water", "waters", "stopped", "making", "cities", "biggest", "zone", "able", "abandon", "asked", "oldest",
            "chose",
        ] {
            assert!(is_common(word), "{word}");
        }
        for word in ["zwerlin", "quennor", "brastel", "zzzz", "aaaa", ""] {
            assert!(!is_common(word), "{word}");
        }
    }

    #[test]
    fn the_list_is_sorted() {
        assert!(WORDS.lines().zip(WORDS.lines().skip(1)).all(|(a, b)| a < b));
    }
}
