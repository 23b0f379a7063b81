//! Common English words, to tell them from names. From WordNet (Princeton licence, see
//! `NOTICE`): one word a line with a sign for its classes, sorted, searched in place.

use super::seats::{PLACE, first, hash};
use crate::text::{WordSet, word_set};

/// Forms that no ending explains.
const IRREGULAR: WordSet = word_set! {
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

/// The lines of a table in `data/`, sorted, with the seats of their words (`build.rs`).
macro_rules! lines {
    ($file:literal) => {
        $crate::lexicon::en::dictionary::Lines {
            text: include_str!(concat!("data/", $file)),
            seats: include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".seats")),
            sign: 0,
        }
    };
}
pub(super) use lines;

#[derive(Debug, Clone, Copy)]
pub struct Lines {
    pub text: &'static str,
    pub seats: &'static [u8],
    /// So many bytes stand behind a word without a tab.
    pub sign: usize,
}

const WORDS: Lines = Lines { sign: 1, ..lines!("words.txt") };

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
        Some(is_word(&format!("{stem}{more}")) || single.is_some_and(is_word))
    };
    IRREGULAR.contains(word) || is_word(word) || ENDINGS.iter().any(|e| stem(e) == Some(true))
}

fn is_word(word: &str) -> bool {
    find(WORDS, word).is_some()
}

/// The classes in which WordNet knows a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Classes {
    /// `NOUN`, `VERB`, `ADJECTIVE`, `ADVERB`, together.
    pub all: u8,
    /// The commonest of them, or 0 where WordNet counted none.
    pub commonest: u8,
}

impl Classes {
    pub const NOUN: u8 = 1;
    pub const VERB: u8 = 2;
    pub const ADJECTIVE: u8 = 4;
    pub const ADVERB: u8 = 8;

    pub fn has(self, class: u8) -> bool {
        self.all & class != 0
    }

    /// What the sign at the end of a line says: its place among all pairs of classes and their commonest.
    fn of(sign: u8) -> Classes {
        let mut left = sign.saturating_sub(b'0');
        for all in 1..16_u8 {
            for commonest in [0, Classes::NOUN, Classes::VERB, Classes::ADJECTIVE, Classes::ADVERB] {
                if commonest != 0 && all & commonest == 0 {
                    continue;
                }
                if left == 0 {
                    return Classes { all, commonest };
                }
                left -= 1;
            }
        }
        Classes::default()
    }
}

/// The classes of a lower-case word in its base form; none where it is not listed.
pub fn classes(word: &str) -> Classes {
    let line = find(WORDS, word);
    line.and_then(|l| l.bytes().next_back()).map_or(Classes::default(), Classes::of)
}

/// Is the word one of the sorted lines of `list`?
pub fn is_listed(list: Lines, word: &str) -> bool {
    find(list, word).is_some()
}

/// The line of this word in `list`.
pub fn find(list: Lines, word: &str) -> Option<&'static str> {
    let (seats, _) = list.seats.as_chunks::<4>();
    let hash = hash(word);
    let (before, behind) = seats.split_at_checked(first(hash, seats.len()))?;
    for seat in behind.iter().chain(before) {
        let seat = u32::from_le_bytes(*seat);
        let start = (seat & PLACE).checked_sub(1)?;
        if (seat ^ hash) & !PLACE != 0 {
            continue;
        }
        let line = list.text.get(start as usize..)?;
        if let Some(rest) = line.strip_prefix(word)
            && matches!(rest.as_bytes().get(list.sign), Some(b'\t' | b'\n') | None)
        {
            return line.split('\n').next();
        }
    }
    None
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

    fn without_sign(line: &str) -> &str {
        line.get(..line.len().saturating_sub(1)).unwrap_or_default()
    }

    #[test]
    fn the_list_is_sorted() {
        let words = || WORDS.text.lines().map(without_sign);
        assert!(words().zip(words().skip(1)).all(|(a, b)| a < b));
    }

    #[test]
    fn each_line_is_found() {
        assert!(WORDS.text.lines().all(|line| find(WORDS, without_sign(line)) == Some(line)));
        for word in ["", "é", "a", "zz", "'", "1", "aa1", "aaé", "za~"] {
            let listed = WORDS.text.lines().any(|line| without_sign(line) == word);
            assert_eq!(is_word(word), listed, "{word}");
        }
    }

    #[test]
    fn classes_of_words() {
        let noun_and_verb = Classes::NOUN | Classes::VERB;
        assert_eq!(classes("report"), Classes { all: noun_and_verb, commonest: Classes::VERB });
        assert_eq!(classes("harbour").all, noun_and_verb);
        assert_eq!(classes("well").all, 15);
        assert_eq!(classes("abruptly"), Classes { all: Classes::ADVERB, commonest: Classes::ADVERB });
        assert_eq!(classes("zzzz"), Classes::default());
        assert_eq!(classes(""), Classes::default());
    }
}
