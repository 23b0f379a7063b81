//! Who has or does what a figure tells: the subject of its clause, "he" and "she" traced to the name that was the subject
//! before.

#![allow(clippy::arithmetic_side_effects, reason = "places within one document")]

use crate::claim::{Stem, stem};
use crate::document::Document;
use crate::syntax::{Syntax, Upos, lemma};

/// So many verbs back may have the subject: "Moe took the oar, turned the boat and left with 12".
const VERBS: usize = 8;
/// "He" is looked for in so many sentences before.
pub const BACK: usize = 3;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The last word of a name.
    Name(Stem),
    Noun(Stem),
}

impl Subject {
    pub fn name(self) -> Option<Stem> {
        if let Subject::Name(stem) = self { Some(stem) } else { None }
    }

    pub fn noun(self) -> Option<Stem> {
        if let Subject::Noun(stem) = self { Some(stem) } else { None }
    }
}

/// The subject of the clause around token `at` of a sentence; `read` reads another sentence of the document.
pub fn subject<'d, 's>(
    document: &'d Document,
    sentence: usize,
    at: usize,
    read: impl Fn(usize) -> Option<&'s Syntax<'d>>,
) -> Option<Subject>
where
    'd: 's,
{
    let syntax = read(sentence)?;
    let head = before(syntax, at)?;
    // "Five people were hurt": the figure is in its own subject.
    if syntax.phrase(head).is_some_and(|p| p.tokens.contains(&at)) {
        return None;
    }
    match syntax.tags.get(head)?.upos {
        Upos::Pron if matches!(*syntax.words.get(head)?, "he" | "she") => {
            let block = |s: usize| document.sentences.get(s).map(|s| s.block);
            let back = (sentence.saturating_sub(BACK)..sentence).rev().take_while(|s| block(*s) == block(sentence));
            back.filter_map(|s| first(read(s)?)).next()
        }
        _ => told(syntax, head),
    }
}

fn told(syntax: &Syntax, head: usize) -> Option<Subject> {
    let (word, tag) = (syntax.words.get(head)?, *syntax.tags.get(head)?);
    match tag.upos {
        Upos::Propn => Some(Subject::Name(stem(word))),
        Upos::Noun => Some(Subject::Noun(stem(&lemma(word, tag)))),
        _ => None,
    }
}

/// The head of the subject of the nearest verb before `at` that has one of its own, else of the first verb behind.
fn before(syntax: &Syntax, at: usize) -> Option<usize> {
    let behind = syntax.verbs.partition_point(|v| v.tokens.start < at);
    let before = syntax.verbs.iter().take(behind).rev().take(VERBS);
    before.chain(syntax.verbs.get(behind)).find_map(|v| syntax.subject(v))
}

/// The first name that is a subject.
fn first(syntax: &Syntax) -> Option<Subject> {
    let subjects = syntax.verbs.iter().filter_map(|v| syntax.subject(v));
    subjects.filter_map(|head| told(syntax, head)).find(|s| matches!(s, Subject::Name(_)))
}
