//! Inflected forms: what base word a form may belong to, by a table of the irregular
//! ones (our own: the form, then for each base word letters for its uses) and by endings,
//! checked against the dictionary.

use super::dictionary::{Classes, Lines, classes, find, lines};

const IRREGULAR: Lines = lines!("irregular.tsv");

/// What a form is of its base word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inflection {
    Past,
    Participle,
    /// Of a regular verb, where past and participle are one.
    PastOrParticiple,
    Gerund,
    ThirdPerson,
    Present,
    Modal,
    Plural,
    Comparative,
    Superlative,
}

impl Inflection {
    fn of(letter: u8) -> Option<Inflection> {
        Some(match letter {
            b'd' => Inflection::Past,
            b'n' => Inflection::Participle,
            b'g' => Inflection::Gerund,
            b'z' => Inflection::ThirdPerson,
            b'p' => Inflection::Present,
            b'm' => Inflection::Modal,
            b's' => Inflection::Plural,
            b'r' => Inflection::Comparative,
            b't' => Inflection::Superlative,
            _ => return None,
        })
    }

    /// The class of words that has this form.
    pub fn class(self) -> u8 {
        match self {
            Inflection::Plural => Classes::NOUN,
            Inflection::Comparative | Inflection::Superlative => Classes::ADJECTIVE,
            _ => Classes::VERB,
        }
    }
}

/// The irregular uses of a lower-case form with straight apostrophes, each with its base word.
pub fn irregular(form: &str) -> impl Iterator<Item = (Inflection, &'static str)> {
    let line = find(IRREGULAR, form);
    line.into_iter()
        .flat_map(|l| l.split('\t').skip(1))
        .filter_map(|u| u.split_once(' '))
        .flat_map(|(base, letters)| letters.bytes().filter_map(move |letter| Some((Inflection::of(letter)?, base))))
}

/// An ending, what stands in its place in the base word, and what the form is.
type Ending = (&'static str, &'static str, Inflection);

const ENDINGS: [Ending; 11] = [
    ("ies", "y", Inflection::Plural),
    ("ies", "y", Inflection::ThirdPerson),
    ("s", "", Inflection::Plural),
    ("s", "", Inflection::ThirdPerson),
    ("men", "man", Inflection::Plural),
    ("ied", "y", Inflection::PastOrParticiple),
    ("ed", "", Inflection::PastOrParticiple),
    ("ing", "", Inflection::Gerund),
    ("ier", "y", Inflection::Comparative),
    ("er", "", Inflection::Comparative),
    ("iest", "y", Inflection::Superlative),
];
const SUPERLATIVE: Ending = ("est", "", Inflection::Superlative);

/// What the endings of a lower-case form may make of it, each with a base word that the dictionary lists in its class.
/// The likelier base word comes first.
pub fn regular(form: &str) -> impl Iterator<Item = (Inflection, String)> {
    ENDINGS.iter().chain(std::iter::once(&SUPERLATIVE)).filter_map(move |(ending, more, what)| {
        let stem = form.strip_suffix(ending).filter(|s| s.len() > 1)?;
        let is_base = |word: &str| classes(word).has(what.class());
        if !more.is_empty() {
            return Some(format!("{stem}{more}")).filter(|w| is_base(w)).map(|w| (*what, w));
        }
        let sibilant = *ending == "s";
        if sibilant && stem.ends_with(['s', 'u', 'i']) && !stem.ends_with("ss") {
            return None;
        }
        let base = if sibilant { of_s(stem, is_base) } else { of_vowel(stem, is_base) };
        base.map(|w| (*what, w))
    })
}

/// "houses" is of "house", "boxes" of "box".
fn of_s(stem: &str, is_base: impl Fn(&str) -> bool) -> Option<String> {
    if is_base(stem) {
        return Some(stem.to_owned());
    }
    let short = stem.strip_suffix('e')?;
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| short.ends_with(end));
    (hisses && is_base(short)).then(|| short.to_owned())
}

/// The base of a stem before an ending with a vowel: "hop" of "hoping" is "hope", "hopp" of "hopping" is "hop", "sing" stays.
fn of_vowel(stem: &str, is_base: impl Fn(&str) -> bool) -> Option<String> {
    let bytes = stem.as_bytes();
    let mut back = bytes.iter().rev();
    let (last, second, third) = (back.next().copied()?, back.next().copied()?, back.next().copied());
    let vowel = |c: u8| matches!(c, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let single = !vowel(last) && vowel(second) && third.is_none_or(|c| !vowel(c) || c == b'u' || c == b'i');
    let with_e = format!("{stem}e");
    let undoubled = stem.get(..stem.len() - 1).filter(|_| last == second);
    let candidates =
        if single { [Some(with_e.as_str()), Some(stem), None] } else { [Some(stem), undoubled, Some(with_e.as_str())] };
    candidates.into_iter().flatten().find(|w| is_base(w)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn irregular_forms() {
        let uses = |form: &str| irregular(form).collect::<Vec<_>>();
        assert_eq!(uses("struck"), [(Inflection::Past, "strike"), (Inflection::Participle, "strike")]);
        assert_eq!(uses("lay"), [(Inflection::Past, "lie")]);
        assert_eq!(uses("children"), [(Inflection::Plural, "child")]);
        assert_eq!(uses("don't"), [(Inflection::Present, "do")]);
        assert_eq!(uses("harbour"), []);
    }

    #[test]
    fn regular_forms() {
        let first = |form: &str, class: u8| regular(form).find(|(i, _)| i.class() == class).map(|(_, w)| w);
        for (form, base) in [
            ("hoping", "hope"),
            ("hopping", "hop"),
            ("singing", "sing"),
            ("killed", "kill"),
            ("planned", "plan"),
            ("carries", "carry"),
            ("tried", "try"),
            ("leaving", "leave"),
            ("reaches", "reach"),
            ("opened", "open"),
            ("agreed", "agree"),
            ("raising", "raise"),
            ("acquired", "acquire"),
            ("quoted", "quote"),
        ] {
            assert_eq!(first(form, Classes::VERB).as_deref(), Some(base), "{form}");
        }
        for (form, base) in
            [("houses", "house"), ("boxes", "box"), ("cities", "city"), ("metres", "metre"), ("planes", "plane")]
        {
            assert_eq!(first(form, Classes::NOUN).as_deref(), Some(base), "{form}");
        }
        for (form, base) in [("biggest", "big"), ("larger", "large"), ("earlier", "early"), ("newest", "new")] {
            assert_eq!(first(form, Classes::ADJECTIVE).as_deref(), Some(base), "{form}");
        }
        for form in ["glass", "campus", "analysis", "red", "s", "ing", ""] {
            assert_eq!(regular(form).next(), None, "{form}");
        }
    }

    #[test]
    fn the_table_is_sorted_and_each_use_is_known() {
        let form = |l: &'static str| l.split('\t').next().unwrap();
        assert!(IRREGULAR.text.lines().zip(IRREGULAR.text.lines().skip(1)).all(|(a, b)| form(a) < form(b)));
        for line in IRREGULAR.text.lines() {
            for usage in line.split('\t').skip(1) {
                let (_, letters) = usage.split_once(' ').unwrap();
                assert!(letters.bytes().all(|l| Inflection::of(l).is_some()), "{line}");
            }
        }
    }
}
