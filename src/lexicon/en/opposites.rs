//! Words that say the opposite of each other: the outcomes of what is decided, tried and played (our own), and what WordNet
//! gives as opposites (Princeton licence, see `NOTICE`). By base forms.

use super::dictionary::{Lines, find, is_common, lines};
use std::collections::HashMap;
use std::sync::LazyLock;

const WORDNET: Lines = lines!("opposites.tsv");
const SYNONYMS: Lines = lines!("synonyms.tsv");

/// What comes of a thing, and what of its opposite: a row's words on the one side and on the other.
const OUTCOMES: [(&[&str], &[&str]); 26] = [
    (
        &[
            "approve",
            "accept",
            "adopt",
            "pass",
            "back",
            "endorse",
            "authorize",
            "authorise",
            "ratify",
            "grant",
            "confirm",
        ],
        &[
            "reject",
            "refuse",
            "deny",
            "veto",
            "block",
            "decline",
            "dismiss",
            "turn down",
            "throw out",
            "vote down",
            "disapprove",
        ],
    ),
    (&["deny", "dispute", "refute", "reject", "dismiss"], &["confirm", "admit", "acknowledge", "concede", "accept"]),
    (&["convict"], &["acquit", "clear", "exonerate"]),
    (&["guilty"], &["innocent"]),
    (&["win"], &["lose", "draw"]),
    (&["open", "reopen"], &["close", "shut", "close down", "shut down"]),
    (&["open"], &["closed", "shut"]),
    (&["arrive", "land"], &["depart", "leave", "take off"]),
    (&["support", "back", "favour", "favor", "welcome"], &["oppose", "condemn"]),
    (&["allow", "permit", "let"], &["ban", "forbid", "prohibit", "bar", "disallow"]),
    (&["enable", "activate", "turn on", "switch on"], &["disable", "deactivate", "turn off", "switch off"]),
    (&["enabled", "active", "on"], &["disabled", "inactive", "off"]),
    (
        &["rise", "increase", "grow", "climb", "gain", "soar", "surge", "jump", "go up"],
        &["fall", "decrease", "decline", "drop", "shrink", "slump", "plunge", "tumble", "go down"],
    ),
    (&["raise", "increase", "extend", "expand"], &["lower", "cut", "reduce", "decrease", "shorten"]),
    (&["survive"], &["die", "perish"]),
    (&["alive"], &["dead"]),
    (&["buy", "acquire", "purchase"], &["sell"]),
    (&["buying", "purchase"], &["selling", "sale"]),
    (&["hire", "appoint"], &["fire", "dismiss", "sack"]),
    (&["start", "begin", "launch", "continue", "go on"], &["end", "stop", "cease", "halt", "call off"]),
    (&["succeed", "manage"], &["fail"]),
    (&["uphold", "affirm"], &["overturn", "quash", "overrule", "strike down"]),
    (&["profit", "gain", "surplus"], &["loss", "deficit"]),
    (&["required", "mandatory", "compulsory", "obligatory"], &["optional", "voluntary"]),
    (&["lift", "remove"], &["impose", "introduce"]),
    (&["release", "free"], &["detain", "arrest", "jail", "imprison"]),
];

/// Small words that turn what they lead into its opposite.
const PREPOSITIONS: [(&str, &str); 9] = [
    ("for", "against"),
    ("before", "after"),
    ("above", "below"),
    ("over", "under"),
    ("with", "without"),
    ("in", "without"),
    ("inside", "outside"),
    ("including", "excluding"),
    ("upstream", "downstream"),
];

/// Who leaves by their own will, and who is made to.
const LEAVING: (&[&str], &[&str]) =
    (&["resign", "quit", "step down", "stand down"], &["dismiss", "sack", "fire", "oust", "depose"]);

/// On which sides of which rows a word stands: a bit for each row.
#[derive(Debug, Clone, Copy, Default)]
struct Sides {
    one: u32,
    other: u32,
}

/// The sides of each word of `OUTCOMES` and `LEAVING`: words are asked for by pairs, nearly always in vain.
static SIDES: LazyLock<HashMap<&str, Sides>> = LazyLock::new(|| {
    let mut sides: HashMap<&str, Sides> = HashMap::new();
    for (row, (one, other)) in OUTCOMES.iter().chain([&LEAVING]).enumerate() {
        one.iter().for_each(|word| sides.entry(word).or_default().one |= 1 << row);
        other.iter().for_each(|word| sides.entry(word).or_default().other |= 1 << row);
    }
    sides
});

/// Does the first verb say that somebody was made to do what the second says that they did by themselves?
pub fn is_forced(forced: &str, free: &str) -> bool {
    LEAVING.1.contains(&forced) && LEAVING.0.contains(&free)
}

/// Do these two base forms say the opposite of each other?
pub fn are_opposite(a: &str, b: &str) -> bool {
    let in_row = || {
        let (x, y) = (SIDES.get(a)?, SIDES.get(b)?);
        Some(x.one & y.other | x.other & y.one).filter(|rows| *rows > 0)
    };
    a != b && (in_row().is_some() || wordnet(a, b) || is_un(a, b) || is_un(b, a))
}

/// "Uninsured" and "insured".
fn is_un(a: &str, b: &str) -> bool {
    const LETTERS: usize = 3;
    a.strip_prefix("un") == Some(b) && b.len() >= LETTERS && is_common(b)
}

fn wordnet(a: &str, b: &str) -> bool {
    let line = find(WORDNET, a);
    let words = line.into_iter().flat_map(|l| l.split('\t').skip(1)).filter_map(|w| w.split_once(' '));
    words.into_iter().any(|(class, word)| word == b && class != "r")
}

/// Have these two verbs one of their first senses in common?
pub fn are_one_deed(a: &str, b: &str) -> bool {
    let senses = |word: &str| find(SYNONYMS, word);
    if a == b {
        return true;
    }
    let Some((x, y)) = senses(a).and_then(|x| Some((x, senses(b)?))) else { return false };
    x.split('\t').skip(1).any(|sense| y.split('\t').skip(1).any(|other| sense == other))
}

/// Do these prepositions?
pub fn lead_opposite(a: &str, b: &str) -> bool {
    PREPOSITIONS.iter().any(|pair| *pair == (a, b) || *pair == (b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites() {
        for (a, b) in [
            ("approve", "reject"),
            ("acquit", "convict"),
            ("open", "closed"),
            ("happy", "unhappy"),
            ("win", "lose"),
            ("deny", "admit"),
            ("insured", "uninsured"),
        ] {
            assert!(are_opposite(a, b) && are_opposite(b, a), "{a} {b}");
        }
        for (a, b) in [("approve", "approve"), ("house", "garden"), ("approve", "accept"), ("der", "under"), ("", "")] {
            assert!(!are_opposite(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_tables_are_sorted() {
        for table in [WORDNET, SYNONYMS] {
            let words: Vec<&str> = table.text.lines().filter_map(|l| l.split('\t').next()).collect();
            assert!(words.windows(2).all(|w| w[0] < w[1]));
        }
    }

    #[test]
    fn synonyms() {
        for (a, b, same) in
            [("hit", "strike", true), ("buy", "purchase", true), ("hit", "buy", false), ("zzz", "zzz", true)]
        {
            assert_eq!(are_one_deed(a, b), same, "{a} {b}");
        }
    }
}
