//! Two words one letter apart: are they two names by what they are made of, whatever the text does with them?
//!
//! All words are in lower case but for those whose capitals count.

use crate::lexicon::en::dictionary::is_common;
use crate::lexicon::en::known_names::is_known_name;
use crate::text::plain;

/// Two endings that make another word of one stem: a country and its people, an order and a family, a man and
/// his wife, one and many.
const ENDINGS: [(&str, &str); 26] = [
    ("", "s"),
    ("s", "es"),
    ("y", "ies"),
    ("a", "o"),
    ("a", "e"),
    ("a", "ae"),
    ("ia", "ii"),
    ("o", "e"),
    ("a", "us"),
    ("a", "um"),
    ("a", "an"),
    ("a", "n"),
    ("a", "c"),
    ("a", "ca"),
    ("e", "an"),
    ("an", "n"),
    ("m", "t"),
    ("us", "ue"),
    ("us", "i"),
    ("us", "ius"),
    ("us", "es"),
    ("um", "us"),
    ("as", "an"),
    ("as", "os"),
    ("nae", "dae"),
    ("nus", "nius"),
];

/// The same letters with other accents or apostrophes, or with a letter of another alphabet in one place.
pub fn is_same_letters(a: &str, b: &str) -> bool {
    let letters = |w: &str| plain(w).replace(['\'', '’', '‘', 'ʻ', 'ʼ'], "");
    let foreign = || a.chars().zip(b.chars()).all(|(x, y)| x == y || !x.is_ascii() || !y.is_ascii());
    letters(a) == letters(b) || a.chars().count() == b.chars().count() && foreign()
}

/// One is the other in the plural.
pub fn is_plural_of_other(a: &str, b: &str) -> bool {
    let one = |a: &str, b: &str| match b.strip_prefix(a) {
        Some(rest) => matches!(rest, "s" | "es"),
        None => a.strip_suffix('y').is_some_and(|stem| b.strip_suffix("ies") == Some(stem)),
    };
    let man = |a: &str, b: &str| a.strip_suffix("man").is_some_and(|stem| b.strip_suffix("men") == Some(stem));
    one(a, b) || one(b, a) || man(a, b) || man(b, a)
}

/// "Scotia" and "Scotian", "Gallia" and "Gallica": the letters that differ are an ending with a meaning of its own.
pub fn is_other_ending(a: &str, b: &str) -> bool {
    const LONGEST: usize = 3;
    let letters = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (letters.saturating_sub(LONGEST)..=letters).any(|cut| {
        let (Some(x), Some(y)) = (a.get(cut..), b.get(cut..)) else { return false };
        ENDINGS.iter().any(|e| *e == (x, y) || *e == (y, x))
    })
}

/// "GoLand" and "Golang", "CPython" and "Cython": with capitals inside at other places, made of other parts.
pub fn is_built_otherwise(a: &str, b: &str) -> bool {
    let inside = |w: &str| w.chars().skip(1).filter(|c| c.is_uppercase()).count();
    inside(a) != inside(b) || is_built_of_another_part(a, b)
}

/// "TideMapX" and "TideMapZ", "OpenFL" and "OpenFX": the part that differs is a sign, too short to be misspelt.
fn is_built_of_another_part(a: &str, b: &str) -> bool {
    const SIGN: usize = 2;
    let inside = a.chars().skip(1).any(char::is_uppercase) && b.chars().skip(1).any(char::is_uppercase);
    let at = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    // From the last small letter before the part to the next one that opens a part.
    let part = |w: &str| -> usize {
        let letters: Vec<char> = w.chars().collect();
        let opens = |i: usize| letters.get(i).is_some_and(|c| c.is_uppercase());
        let Some(from) = (1..=at.min(letters.len().saturating_sub(1))).rev().find(|i| opens(*i)) else {
            return usize::MAX;
        };
        let from = (1..=from).rev().take_while(|i| opens(*i)).last().unwrap_or(from);
        let small = (from..letters.len()).find(|i| !opens(*i)).unwrap_or(letters.len());
        let end = (small..letters.len()).find(|i| opens(*i)).unwrap_or(letters.len());
        end.saturating_sub(from)
    };
    inside && part(a) <= SIGN && part(b) <= SIGN
}

/// Both are names or words that many know: "Hindi" and "Hindu", "Officer" and "Office".
pub fn are_both_known(a: &str, b: &str) -> bool {
    let known = |w: &str| is_known_name(w) || is_common(w);
    known(a) && known(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals() {
        for (a, b) in [("award", "awards"), ("mosquitoes", "mosquito"), ("agency", "agencies"), ("fireman", "firemen")]
        {
            assert!(is_plural_of_other(a, b), "{a} {b}");
        }
        assert!(!is_plural_of_other("kestrel", "kestral"));
    }

    #[test]
    fn endings_with_a_meaning() {
        for (a, b) in [
            ("tavoria", "tavorian"),
            ("tavoria", "tavoric"),
            ("silvio", "silvia"),
            ("mosquitos", "mosquitoes"),
            ("cubism", "cubist"),
            ("lindinae", "lindidae"),
        ] {
            assert!(is_other_ending(a, b), "{a} {b}");
        }
        for (a, b) in [("kestrel", "kestral"), ("kestrel", "kestrell"), ("keller", "keler"), ("kestrel", "kesterl")] {
            assert!(!is_other_ending(a, b), "{a} {b}");
        }
    }

    #[test]
    fn capitals_and_apostrophes() {
        assert!(is_built_otherwise("GoLand", "Golang") && is_built_otherwise("CPython", "Cython"));
        assert!(!is_built_otherwise("ConvoNet", "ConvaNet"));
        assert!(is_built_otherwise("OpenFL", "OpenFX") && is_built_otherwise("TideMapXf", "TideMapXd"));
        assert!(!is_built_otherwise("TideMaap", "TideMap") && !is_built_otherwise("GitHib", "GitHub"));
        assert!(is_same_letters("o'kestrel", "o’kestrel") && is_same_letters("okestrel", "o'kestrel"));
    }
}
