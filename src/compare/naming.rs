//! Two names of people: one name, two ways of writing one, a slip of the pen, or two names.
//!
//! All words are in lower case, without accents.

use crate::lexicon::en::given_forms::one_name;
use crate::lexicon::en::given_names::is_given_name;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Naming {
    Same,
    /// Other letters for the same sounds, a short form, a part.
    Variant,
    /// One letter more, less, swapped or changed, and no other way of writing the same sound.
    Slip,
    Other,
}

/// Shorter words differ by a letter too easily.
const LEAST_LETTERS: usize = 5;

/// Two given names.
pub fn given(a: &str, b: &str) -> Naming {
    if a == b {
        return Naming::Same;
    }
    let starts = |a: &str, b: &str| a.starts_with(b) || b.starts_with(a);
    if starts(a, b) || one_name(a, b) {
        return Naming::Variant;
    }
    if sounds(a) == sounds(b) && !is_another_vowel(a, b) {
        return Naming::Variant;
    }
    Naming::Other
}

/// Two surnames, as far as another thing (`linked`) says that they are of one person.
pub fn surnames(a: &str, b: &str, linked: bool) -> Naming {
    if a == b {
        return Naming::Same;
    }
    let part = |a: &str, b: &str| a.split(['-', ' ']).any(|word| word == b);
    // A name that the end of a text cuts.
    let cut = a.starts_with(b) || b.starts_with(a);
    if part(a, b) || part(b, a) || cut && strsim::osa_distance(a, b) > 1 || is_of_wife(a, b) || is_of_wife(b, a) {
        return Naming::Variant;
    }
    if is_slip(a, b, false) || linked && (is_doubled(a, b) || lost_vowel(a, b)) {
        return Naming::Slip;
    }
    if sounds(a) == sounds(b) || strsim::osa_distance(a, b) <= 1 { Naming::Variant } else { Naming::Other }
}

/// "Petrov" and "Petrova", "Kaminski" and "Kaminska".
fn is_of_wife(man: &str, woman: &str) -> bool {
    woman.strip_suffix('a').is_some_and(|stem| stem == man || man.strip_suffix(['i', 'y', 'o']) == Some(stem))
        || woman.strip_suffix("ova").is_some_and(|stem| stem == man)
}

/// "Roy" for "Ray", "Mario" for "Maria": one vowel makes another name of it, where both are names.
fn is_another_vowel(a: &str, b: &str) -> bool {
    const APART: [&str; 6] = ["ao", "ai", "io", "eo", "iu", "au"];
    let differing: Vec<(char, char)> = a.chars().zip(b.chars()).filter(|(x, y)| x != y).collect();
    let [(x, y)] = differing.as_slice() else { return false };
    let same_length = a.chars().count() == b.chars().count();
    same_length
        && APART.iter().any(|pair| pair.contains(*x) && pair.contains(*y))
        && is_given_name(a)
        && is_given_name(b)
}

/// The consonants as they sound, whatever letters a language writes them with.
fn sounds(name: &str) -> String {
    let mut out = String::new();
    for letter in name.replace("ph", "f").replace('x', "ks").chars() {
        let sound = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' => continue,
            'c' | 'q' | 'g' => 'k',
            'z' => 's',
            'v' | 'w' => 'f',
            'b' => 'p',
            'd' => 't',
            other => other,
        };
        if !out.ends_with(sound) {
            out.push(sound);
        }
    }
    out
}

/// One has a letter twice that the other has once.
pub fn is_doubled(x: &str, y: &str) -> bool {
    let Some((long, at)) = longer_by_one(x, y) else { return false };
    let letter = |i: usize| long.as_bytes().get(i);
    letter(at) == letter(at + 1) || at > 0 && letter(at) == letter(at - 1)
}

/// One lacks a vowel that stands between two consonants of the other.
fn lost_vowel(x: &str, y: &str) -> bool {
    let Some((long, at)) = longer_by_one(x, y) else { return false };
    let consonant = |i: usize| long.as_bytes().get(i).is_some_and(|c| c.is_ascii_lowercase() && !vowel(*c));
    long.as_bytes().get(at).is_some_and(|c| vowel(*c)) && at > 0 && consonant(at - 1) && consonant(at + 1)
}

/// The longer of two words that differ in one letter more, and where that stands.
fn longer_by_one<'a>(x: &'a str, y: &'a str) -> Option<(&'a str, usize)> {
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    if !are_plain(x, y) || long.len() != short.len() + 1 || strsim::osa_distance(x, y) != 1 {
        return None;
    }
    Some((long, short.bytes().zip(long.bytes()).position(|(a, b)| a != b).unwrap_or(short.len())))
}

fn are_plain(x: &str, y: &str) -> bool {
    let letters = |w: &str| w.chars().count() >= LEAST_LETTERS && w.chars().all(|c| c.is_ascii_lowercase());
    let long = x.len().max(y.len()) >= LEAST_LETTERS && x.len().min(y.len()) + 1 >= LEAST_LETTERS;
    letters(x) && letters(y) || long && [x, y].iter().all(|w| w.bytes().all(|c| c.is_ascii_lowercase()))
}

fn vowel(c: u8) -> bool {
    matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// One letter more, less, swapped or changed, and no other way of writing the same sound; of a body's name
/// (`body`) every word is written in one way.
pub fn is_slip(x: &str, y: &str, body: bool) -> bool {
    let letters = |w: &str| w.chars().count() >= LEAST_LETTERS && w.chars().all(|c| c.is_ascii_lowercase());
    if !letters(x) || !letters(y) || strsim::osa_distance(x, y) != 1 {
        return false;
    }
    let (short, long) = if x.len() <= y.len() { (x, y) } else { (y, x) };
    let at = short.bytes().zip(long.bytes()).position(|(a, b)| a != b).unwrap_or(short.len());
    let letter = |w: &str, i: usize| w.as_bytes().get(i).copied().unwrap_or(b' ');
    if short.len() < long.len() {
        let more = letter(long, at);
        let doubled = at > 0 && letter(long, at - 1) == more || letter(long, at + 1) == more;
        // "colour" and "color", "Mohamed" and "Mohammed", "Gaddafi" and "Ghaddafi".
        return if body {
            !(doubled || more == b'u' || more == b'e')
        } else {
            !(doubled || vowel(more) || more == b'h')
        };
    }
    let (c, d) = (letter(short, at), letter(long, at));
    let swapped = letter(short, at + 1) == d && letter(long, at + 1) == c;
    let sounds = |pair: &str| pair.bytes().any(|p| p == c) && pair.bytes().any(|p| p == d);
    if swapped {
        // "theatre" and "theater".
        return !sounds("re");
    }
    let same_sound = ["sz", "cs", "ck", "kq", "ijy", "vwf", "bp", "dt", "gk", "cq", "jg"].iter().any(|p| sounds(p));
    !(same_sound || vowel(c) && vowel(d) && !body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_of_one_person_and_of_two() {
        for (a, b) in
            [("rob", "robert"), ("luka", "luca"), ("mohamed", "muhammad"), ("sara", "sarah"), ("karin", "karen")]
        {
            assert_eq!(given(a, b), Naming::Variant, "{a} {b}");
        }
        for (a, b) in [("peter", "karl"), ("roy", "ray"), ("maria", "mario"), ("rita", "rina"), ("otto", "oskar")] {
            assert_eq!(given(a, b), Naming::Other, "{a} {b}");
        }
    }

    #[test]
    fn surnames_written_in_two_ways() {
        for (a, b) in [
            ("petrov", "petrova"),
            ("kaminski", "kaminska"),
            ("lind", "lind-moe"),
            ("kest", "kestrel"),
            ("kadaffi", "gadaffi"),
        ] {
            assert_eq!(surnames(a, b, true), Naming::Variant, "{a} {b}");
        }
        for (a, b) in [("keller", "keler"), ("kestrel", "kestrl"), ("kestrel", "kestrelz")] {
            assert_eq!(surnames(a, b, true), Naming::Slip, "{a} {b}");
        }
        assert_eq!(surnames("keller", "keler", false), Naming::Variant);
        assert_eq!(surnames("falkgren", "falkberg", true), Naming::Other);
    }
}
