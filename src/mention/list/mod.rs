//! Enumerations: "A, B and C" inside a sentence, "are: A, B, C" after a colon, and
//! bullets under a line that introduces them. The members of a list are of one
//! kind (all names or all common nouns); what is mixed is no list but apposition
//! or a row of clauses, and is left alone.

mod announced;
mod bullets;
mod coordination;
mod cues;
mod item;

use super::{Mention, Scope};
use crate::value::{Closedness, List, Member, Value};

pub fn extract(scope: &Scope) -> Vec<Mention> {
    let mut found = Vec::new();
    for sentence in 0..scope.document.sentences.len() {
        coordination::find(scope, sentence, &mut found);
    }
    bullets::find(scope.document, &mut found);
    found
}

/// A mention over the members, from the first one's start to the last one's end.
fn mention(members: Vec<Member>, closedness: Closedness, unnamed: u32) -> Option<Mention> {
    let span = members.first()?.span.cover(members.last()?.span);
    Some(Mention { span, value: Value::List(List { members, closedness, unnamed }) })
}

#[cfg(test)]
mod tests;
