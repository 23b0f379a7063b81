//! Content words and their stems: what clauses have in common when they speak of
//! the same thing. A stem is a hash of a word cut down by its suffix; it never
//! leaves the process.

use crate::document::{BlockKind, Document};
use crate::lexicon::en::stop_words::{CALENDAR, LONGEST_STOP_WORD, STOP_WORDS};
use crate::text::{StableHash, plain};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "[u8; 8]", from = "[u8; 8]")]
pub struct Stem(u64);

impl From<Stem> for [u8; 8] {
    fn from(stem: Stem) -> [u8; 8] {
        stem.0.to_le_bytes()
    }
}

impl From<[u8; 8]> for Stem {
    fn from(bytes: [u8; 8]) -> Stem {
        Stem(u64::from_le_bytes(bytes))
    }
}

impl Stem {
    /// The hash: the same on every machine.
    pub fn value(self) -> u64 {
        self.0
    }
}

/// Does this lower-case word carry content?
#[inline]
pub fn is_content(word: &str) -> bool {
    word.len() > 1 && (word.len() > LONGEST_STOP_WORD || !STOP_WORDS.contains(word))
}

/// The stem of a lower-case word.
pub fn stem(word: &str) -> Stem {
    Stem(StableHash::default().write(stem_text(word).as_bytes()).value())
}

/// Cuts inflection ("plots", "plotted", "plotting" → "plot"). Crude on purpose: it
/// only has to send the forms of one word to one key; what is left must be long
/// enough that different words rarely meet.
pub fn stem_text(word: &str) -> &str {
    const SUFFIXES: [(&str, usize); 13] = [
        ("ations", 4),
        ("ation", 4),
        ("ments", 6),
        ("ment", 6),
        ("ings", 4),
        ("ing", 4),
        ("ions", 4),
        ("ion", 4),
        ("ies", 3),
        ("ed", 3),
        ("ly", 4),
        ("es", 4),
        ("s", 3),
    ];
    if !word.ends_with(['s', 't', 'g', 'n', 'd', 'y']) {
        return trim_vowel(word);
    }
    for (suffix, least) in SUFFIXES {
        if let Some(cut) = word.strip_suffix(suffix)
            && cut.len() >= least
            && !(suffix == "s" && cut.ends_with(['s', 'u', 'i']))
        {
            return trim_vowel(undouble(cut));
        }
    }
    trim_vowel(word)
}

/// "release" → "releas", "country" → "countr", "collaborate" → "collabor".
fn trim_vowel(word: &str) -> &str {
    let cut = word.strip_suffix(['e', 'y']).filter(|c| c.len() >= 4).unwrap_or(word);
    cut.strip_suffix("at").filter(|c| c.len() >= 4).unwrap_or(cut)
}

/// "plott" → "plot", but "kill" stays.
fn undouble(word: &str) -> &str {
    let mut back = word.bytes().rev();
    match (back.next(), back.next()) {
        (Some(a), Some(b)) if a == b && !matches!(a, b'l' | b's' | b'z' | b'f' | b'e' | b'o') && word.len() > 4 => {
            word.get(..word.len() - 1).unwrap_or(word)
        }
        _ => word,
    }
}

/// By word form of a document, its stem and whether it carries content.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Stems {
    stems: Vec<Stem>,
    are_content: Vec<bool>,
}

impl Stems {
    pub fn of(document: &Document) -> Stems {
        Stems { stems: document.per_form(stem), are_content: document.per_form(is_content) }
    }

    #[inline]
    pub fn get(&self, form: usize) -> Option<Stem> {
        self.stems.get(form).copied()
    }

    /// The same where the word carries content.
    #[inline]
    pub fn content(&self, form: usize) -> Option<Stem> {
        self.get(form).filter(|_| self.are_content.get(form) == Some(&true))
    }

    pub fn contents(&self) -> impl Iterator<Item = Option<Stem>> {
        self.stems.iter().zip(&self.are_content).map(|(stem, is_content)| is_content.then_some(*stem))
    }
}

/// The content words of a document as stems: sentence by sentence, and as a whole.
/// All lists are sorted and without doubles.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// For each sentence the stems of its content words.
    pub sentences: Vec<Vec<Stem>>,
    /// Stems of capitalised words that do not open their sentence.
    pub names: Vec<Stem>,
    /// Stems of all other content words.
    pub words: Vec<Stem>,
}

pub fn vocabulary(document: &Document, stems: &Stems) -> Vocabulary {
    // Whether each form is a name somewhere, and whether it is a word.
    let mut used = vec![(false, false); stems.stems.len()];
    let mut vocabulary = Vocabulary::default();
    for sentence in &document.sentences {
        let first = sentence.tokens.start as usize;
        // A cell that opens with a capital is as likely a name as not, and no sentence.
        let in_value = document
            .blocks
            .get(sentence.block as usize)
            .is_some_and(|b| matches!(b.kind, BlockKind::Cell | BlockKind::Field));
        let mut found: Vec<Stem> = Vec::with_capacity(sentence.tokens.len() / 2);
        for index in first..sentence.tokens.end as usize {
            let Some(form) = document.form(index) else { continue };
            let Some(stem) = stems.content(form) else { continue };
            found.push(stem);
            let named = (index != first || in_value) && document.token(index).is_some_and(|t| t.capital);
            if let Some((as_name, as_word)) = used.get_mut(form) {
                *as_name |= named;
                *as_word |= !named;
            }
        }
        found.sort_unstable();
        found.dedup();
        vocabulary.sentences.push(found);
    }
    let mut told = stems.contents().zip(used);
    document.per_form_with(|word| {
        let Some((Some(stem), (as_name, as_word))) = told.next() else { return };
        vocabulary.names.extend((as_name && !CALENDAR.contains(word)).then_some(stem));
        vocabulary.words.extend(as_word.then_some(stem));
    });
    for stems in [&mut vocabulary.names, &mut vocabulary.words] {
        stems.sort_unstable();
        stems.dedup();
    }
    vocabulary
}

/// Capitalised words by their letters without marks, and the tokens that write them.
pub type Capitals = BTreeMap<String, Vec<usize>>;

pub fn capitals(document: &Document) -> Capitals {
    let mut of_forms: Vec<Vec<usize>> = document.per_form(|_| Vec::new());
    for (index, _) in document.tokens.iter().enumerate().filter(|(_, t)| t.is_word() && t.capital) {
        if let Some(tokens) = document.form(index).and_then(|form| of_forms.get_mut(form)) {
            tokens.push(index);
        }
    }
    let mut capitals = Capitals::new();
    for tokens in of_forms {
        let Some(written) = tokens.first().map(|first| document.written(*first)) else { continue };
        let plain = plain(written);
        // "Æsa" is no other writing of "Aesa".
        if plain.chars().count() == written.chars().count() {
            capitals.entry(plain).or_default().extend(tokens);
        }
    }
    // What is written in two forms, with marks and without, stands under one word.
    capitals.values_mut().for_each(|tokens| tokens.sort_unstable());
    capitals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for (a, b) in [
            ("plot", "plots"),
            ("plot", "plotted"),
            ("collaborating", "collaboration"),
            ("kidnap", "kidnapping"),
            ("kidnapping", "kidnappings"),
            ("signature", "signatures"),
            ("country", "countries"),
            ("accused", "accuse"),
            ("release", "released"),
            ("government", "governments"),
            ("assassination", "assassinations"),
        ] {
            assert_eq!(stem_text(a), stem_text(b), "{a} {b}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [("bus", "bu"), ("sign", "signal"), ("state", "statement"), ("press", "pres"), ("king", "k")] {
            assert_ne!(stem_text(a), stem_text(b), "{a} {b}");
        }
    }
}
