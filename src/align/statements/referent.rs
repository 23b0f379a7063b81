//! Whom "she" and what "it" means: the last subject of the sentences before that can be meant.

use crate::claim::{Party, Statement};
use crate::lexicon::en::kinds::{Sort, sort};
use crate::lexicon::en::people::is_person;

/// How many sentences back they are looked for.
pub const BACK: usize = 3;

/// Of the statements of the sentences before, the nearest first. `word` is the pronoun.
pub fn referent<'a>(word: &str, before: impl Iterator<Item = &'a [Statement]>) -> Option<&'a Party> {
    for sentence in before {
        let subjects = sentence.iter().filter_map(|s| s.agent.as_ref().or(s.patient.as_ref()));
        // "Monks founded Port Torre. It ...": what has a name, where no subject can be meant.
        let objects = sentence.iter().filter_map(|s| s.patient.as_ref()).filter(|p| p.names.contains(&p.head));
        let subjects = subjects.chain(objects.filter(|_| word == "it"));
        let mut told = subjects.filter(|s| !s.is_pronoun && !s.is_several);
        if let Some(first) = told.find(|s| fits(word, s)) {
            return Some(first);
        }
    }
    None
}

/// Can this be "he", "she", "it" or "they"?
fn fits(word: &str, subject: &Party) -> bool {
    let named = subject.names.contains(&subject.head);
    let person = is_person(&subject.word) && sort(&subject.word).is_none_or(|s| s == Sort::Person);
    match word {
        "he" | "she" => named || person,
        "it" => !person && !subject.is_plural,
        _ => false,
    }
}
