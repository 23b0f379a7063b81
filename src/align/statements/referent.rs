//! Whom "she" and what "it" means: the last subject of the sentences before that can be meant.

use crate::claim::{Party, Statement};

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
        if let Some(first) = told.find(|s| s.can_be(word)) {
            return Some(first);
        }
    }
    None
}
