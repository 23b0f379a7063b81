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
    inside(a) != inside(b) || are_built_of_two_parts(a, b)
}

/// "OpenFL" and "OpenFX", "TideMapX" and "TideMapZ", "getPort" and "getPart", "TdkBar" and "TlkBar", "TideHbar" and
/// "TideBar": the one part in which two names of code differ is a sign or an acronym, too short to be misspelt, or a word on
/// both sides, or has a letter put before it.
fn are_built_of_two_parts(a: &str, b: &str) -> bool {
    const SIGN: usize = 2;
    const ACRONYM: usize = 4;
    let (a, b) = (parts(a), parts(b));
    let mut apart = a.iter().zip(&b).filter(|(x, y)| x != y);
    let (Some((x, y)), None) = (apart.next(), apart.next()) else { return false };
    if a.len() != b.len() || a.len() < 2 {
        return false;
    }
    let both = |fits: &dyn Fn(&str) -> bool| fits(x) && fits(y);
    let (small, other_small) = (x.to_lowercase(), y.to_lowercase());
    let are_words = is_common(&small) && is_common(&other_small) && !is_plural_of_other(&small, &other_small);
    let is_prefix =
        |part: &str| part.len() <= ACRONYM && !part.contains(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']);
    let has_sign = |a: &str, b: &str| a.get(1..) == Some(b);
    both(&|part| part.chars().count() <= SIGN)
        || both(&is_prefix)
        || has_sign(&small, &other_small)
        || has_sign(&other_small, &small)
        || both(&|part| part.chars().count() <= ACRONYM && part.chars().all(char::is_uppercase))
        || are_words
}

/// The parts of a name of code: "get", "URL", "get", "Port"; "TIDE", "Set", "Field".
pub fn parts(name: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut small = true;
    let mut letters = name.chars().peekable();
    while let Some(c) = letters.next() {
        let opens = c.is_uppercase() && (small || letters.peek().is_some_and(|next| next.is_lowercase()));
        match parts.last_mut() {
            Some(last) if !opens => last.push(c),
            _ => parts.push(c.to_string()),
        }
        small = c.is_lowercase();
    }
    parts
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
        assert!(is_built_otherwise("readURL", "readURI") && !is_built_otherwise("TideNet", "TideNets"));
        assert!(is_built_otherwise("TIDEGetGate", "TIDESetGate") && is_built_otherwise("TdkGate", "TlkGate"));
        assert!(is_built_otherwise("TideHgate", "TideGate") && !is_built_otherwise("TideGatte", "TideGate"));
        assert!(is_built_otherwise("getPort", "getPart") && !is_built_otherwise("initalizeTide", "initializeTide"));
        assert!(!is_built_otherwise("TideMaap", "TideMap") && !is_built_otherwise("GitHib", "GitHub"));
        assert!(is_same_letters("o'kestrel", "o’kestrel") && is_same_letters("okestrel", "o'kestrel"));
    }
}
